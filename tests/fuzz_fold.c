/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as text: keys are their own keys, composing agrees with utf8proc, decoders
 * stay within their rooms, and the words guessed from are those that they make. */
#include "fuzz.h"

#include <utf8proc.h>

#include "tn/base/fold.h"
#include "tn/data/decode.h"
#include "tn/data/legacy.h"
#include "tn/data/syllables.h"

static bool is_utf8(size_t len, const char *text)
{
    utf8proc_int32_t code;

    for (utf8proc_ssize_t bytes; len; text += bytes, len -= (size_t)bytes) {
        bytes = utf8proc_iterate((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)len,
                                 &code);
        if (bytes <= 0 || !code)
            return false;
    }
    return true;
}

static void promise_keys(struct tn_arena *arena, size_t len, const char *text)
{
    const char *key = tn_fold_key(arena, len, text), *plain = tn_fold_plain(arena, key);
    utf8proc_uint8_t *nfc = utf8proc_NFC((const utf8proc_uint8_t *)text);

    PROMISE(strcmp(tn_fold_key(arena, strlen(key), key), key) == 0);
    PROMISE(is_utf8(strlen(plain), plain) && strlen(plain) <= strlen(key));
    PROMISE(tn_fold_distance(key, key) == 0);
    PROMISE(tn_fold_distance(key, plain) == tn_fold_distance(plain, key));
    PROMISE(nfc && strcmp(tn_fold_compose(arena, len, text), (char *)nfc) == 0);
    free(nfc);
}

enum { ENCODINGS = 5 };

/* Of the first three, bytes are counted as words by tables too. */
static void promise_decoding(struct tn_arena *arena, size_t how, size_t len, char *raw)
{
    static const char *const encoding[ENCODINGS] = {"windows-1258", "tcvn3", "vni",
                                                    "utf-16le", "utf-16be"};
    struct tn_decoder decoder;
    size_t half = len / 2, room = TN_DECODE_GROWTH * (len + 2 * sizeof decoder.cut);
    char *out = tn_new(arena, char, room + 1);

    PROMISE(tn_decoder_open(&decoder, encoding[how]));
    size_t made = tn_decode(&decoder, half, raw, false, out);
    made += tn_decode(&decoder, len - half, raw + half, true, out + made);
    tn_decoder_close(&decoder);
    PROMISE(made <= room);
    if (how > TN_CS_VNI)
        return;
    struct tn_word_count as = tn_words_as((enum tn_charset)how, len, raw),
                         of = tn_words_of(made, out);
    PROMISE(as.marked == of.marked && as.good == of.good);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct tn_arena arena = {0};
    char *text = tn_arena_text(&arena, (const char *)data, size);

    if (is_utf8(size, text))
        promise_keys(&arena, size, text);
    PROMISE(tn_legacy_guess(&arena, size, text) <= TN_IS_TCVN3_LETTERS);
    for (size_t how = 0; how < ENCODINGS; how++)
        promise_decoding(&arena, how, size, text);
    tn_arena_free(&arena);
    return 0;
}
