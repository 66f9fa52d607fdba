/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/data/stream.h"

#include "tn/words/data.h"

#include <assert.h>
#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <utf8proc.h>

enum { DEFAULT_MIB = 256, MIB = 1024 * 1024 };

/* How files that are no CSV begin, letters of ASCII in any case. */
enum beginning { WORKBOOK, WEB_PAGE, OTHER };
static const struct {
    const char *bytes;
    size_t len;
    enum beginning what;
    const char *name;   // of OTHER, for messages
} beginning[] = {
    {"pk\x03\x04", 4, WORKBOOK, NULL},
    {"\xD0\xCF\x11\xE0", 4, WORKBOOK, NULL},
    {"mime-version:", 13, WEB_PAGE, NULL},
    {"%pdf", 4, OTHER, "PDF"},
    {"{\\rtf", 5, OTHER, "RTF (Word)"},
    {"{\"", 2, OTHER, "JSON"},
    {"[{", 2, OTHER, "JSON"},
    {"\x1F\x8B", 2, OTHER, "gzip"},
    {"rar!", 4, OTHER, "RAR"},
    {"7z\xBC\xAF", 4, OTHER, "7z"},
};

static char small(char c)
{
    return (char)(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
}

static bool begins(size_t len, const char *text, size_t n, const char *with)
{
    for (size_t i = 0; i < n; i++)
        if (i == len || small(text[i]) != with[i])
            return false;
    return true;
}

/* "<table", "<!DOCTYPE", "<?xml": markup of whatever kind. */
static bool is_markup(size_t len, const char *text)
{
    return len >= 2 && *text == '<' &&
           ((small(text[1]) >= 'a' && small(text[1]) <= 'z') || text[1] == '!' ||
            text[1] == '?');
}

static bool is_no_csv(struct tn_stream *stream, size_t len, const char *text)
{
    struct tn_reading *r = stream->reading;

    while (len && (*text == ' ' || *text == '\n' || *text == '\r'))
        text++, len--;
    if (is_markup(len, text)) {
        TN_FIND(r, TN_ERROR, 1, 0, TN_W_IS_WEB_PAGE);
        return true;
    }
    for (size_t i = 0; i < sizeof beginning / sizeof *beginning; i++) {
        if (!begins(len, text, beginning[i].len, beginning[i].bytes))
            continue;
        if (beginning[i].what == WORKBOOK)
            TN_FIND(r, TN_ERROR, 1, 0, TN_W_IS_WORKBOOK);
        else if (beginning[i].what == WEB_PAGE)
            TN_FIND(r, TN_ERROR, 1, 0, TN_W_IS_WEB_PAGE);
        else
            TN_FIND(r, TN_ERROR, 1, 0, TN_W_IS_OTHER, beginning[i].name);
        return true;
    }
    return false;
}

/* A block of a file that is in memory. */
static size_t copy_bytes(struct tn_stream *stream)
{
    const struct tn_read_options *options = stream->reading->options;
    size_t left = options->len - (size_t)stream->taken;
    size_t len = left < stream->block ? left : stream->block;

    if (len)
        memcpy(stream->raw, (const char *)options->bytes + stream->taken, len);
    return len;
}

/* The next raw bytes, digested; where they could not be read the errno, else 0. */
static int take_block(struct tn_stream *stream)
{
    int fault = 0;

    if (stream->ahead) {
        stream->raw = tn_ahead_next(stream->ahead, &stream->raw_len, &fault);
        return fault;
    }
    stream->raw_len = stream->in ? fread(stream->raw, 1, stream->block, stream->in)
                                 : copy_bytes(stream);
    fault = stream->in && ferror(stream->in) ? errno : 0;
    tn_digest_add(&stream->digest, stream->raw_len, stream->raw);
    return fault;
}

/* Read a block of raw bytes; false where the file ends for us. */
static bool fill(struct tn_stream *stream)
{
    struct tn_reading *r = stream->reading;

    int fault = take_block(stream);

    stream->taken += stream->raw_len;
    stream->ended = stream->raw_len < stream->block;
    if (fault) {
        TN_FIND(r, TN_ERROR, 0, 0, TN_W_READ_ERROR, strerror(fault));
        r->findings->failed++;
        r->broken = true;
        return false;
    }
    if (stream->taken > stream->limit) {
        TN_FIND(r, TN_ERROR, 0, 0, TN_W_FILE_TOO_BIG, (double)stream->limit / MIB);
        stream->ended = true;
        return false;
    }
    return true;
}

static size_t mark_len(size_t len, const char *raw, const char **encoding)
{
    static const struct {
        const char *bytes;
        size_t len;
        const char *encoding;
    } mark[] = {{"\xEF\xBB\xBF", 3, "UTF-8"},
                {"\xFF\xFE\0\0", 4, "UTF-32LE"},
                {"\0\0\xFE\xFF", 4, "UTF-32BE"},
                {"\xFF\xFE", 2, "UTF-16LE"},
                {"\xFE\xFF", 2, "UTF-16BE"}};

    for (size_t i = 0; i < sizeof mark / sizeof *mark; i++)
        if (len >= mark[i].len && memcmp(raw, mark[i].bytes, mark[i].len) == 0) {
            *encoding = mark[i].encoding;
            return mark[i].len;
        }
    return 0;
}

/* UTF-16 without a mark: in its first bytes every second one is mostly NUL. */
static const char *told_by_nuls(size_t len, const char *raw)
{
    enum { ENOUGH = 512 };
    size_t pairs = 0, first = 0, second = 0;

    for (size_t i = 0; i + 1 < len && i < ENOUGH; i += 2) {
        pairs++;
        first += !raw[i];
        second += !raw[i + 1];
    }
    if (pairs < 4)
        return NULL;
    if (second > pairs / 2 && first <= pairs / 8)
        return "UTF-16LE";
    return first > pairs / 2 && second <= pairs / 8 ? "UTF-16BE" : NULL;
}

/* Beyond ASCII, and valid UTF-8 up to a letter that the block's end may cut: no text in
 * another encoding is. */
static bool is_plainly_utf8(size_t len, const char *raw)
{
    const utf8proc_uint8_t *at = (const utf8proc_uint8_t *)raw, *end = at + len;
    utf8proc_int32_t code;
    bool beyond = false;

    while (at < end) {
        utf8proc_ssize_t bytes = utf8proc_iterate(at, end - at, &code);
        if (bytes <= 0)
            return beyond && end - at < 4;
        beyond = beyond || bytes > 1;
        at += bytes;
    }
    return beyond;
}

static bool is_ascii(size_t len, const char *raw)
{
    unsigned char all = 0;

    for (size_t i = 0; i < len; i++)
        all |= (unsigned char)raw[i];
    return all < 0x80;
}

/* The encoding of the first block: by its mark, as the user says, or by its NULs. What
 * the user says is for files that need it: others of the folder may be UTF-8. */
static const char *tell(struct tn_stream *stream, const char *marked)
{
    struct tn_reading *r = stream->reading;
    const char *named = r->options->encoding;
    const char *by_nuls = told_by_nuls(stream->raw_len, stream->raw);
    const char *told = marked ? marked : named ? named : by_nuls;

    if (!told || (!marked && is_plainly_utf8(stream->raw_len, stream->raw)))
        told = "UTF-8";
    if (!marked &&
        (told == by_nuls || (told == named && !is_ascii(stream->raw_len, stream->raw))))
        TN_FIND(r, TN_NOTE, 0, 0, TN_W_READ_AS, told);
    return told;
}

static bool begin(struct tn_stream *stream)
{
    struct tn_reading *r = stream->reading;

    stream->block = TN_STREAM_BLOCK;
    if (!stream->in && r->options->len < TN_STREAM_BLOCK)
        stream->block = r->options->len + 1;
    stream->raw = tn_new(r->arena, char, stream->block);
    if (!fill(stream))
        return false;
    const char *marked = NULL;
    size_t mark = mark_len(stream->raw_len, stream->raw, &marked);
    stream->encoding = tell(stream, marked);
    stream->mark = mark;
    if (!tn_decoder_open(&stream->decoder, stream->encoding)) {
        TN_FIND(r, TN_ERROR, 0, 0, TN_W_NO_ENCODING, stream->encoding);
        return false;
    }
    if (stream->decoder.how != TN_AS_UTF8)
        stream->text = tn_new(r->arena, char, TN_DECODE_GROWTH *(stream->block + 16));
    stream->raw_len -= mark;
    memmove(stream->raw, stream->raw + mark, stream->raw_len);
    if (!stream->raw_len) {
        TN_FIND(r, TN_ERROR, 1, 0, TN_W_EMPTY_FILE);
        return false;
    }
    return !is_no_csv(stream, stream->raw_len, stream->raw);
}

static bool open_file(struct tn_stream *stream)
{
    struct tn_reading *r = stream->reading;
    struct stat status;

    stream->in = fopen(r->path, "rb");
    if (!stream->in && errno == ENOMEM)
        tn_out_of_memory(1, BUFSIZ);
    if (!stream->in || fstat(fileno(stream->in), &status) != 0) {
        r->findings->failed += errno == EIO || errno == EMFILE || errno == ENFILE;
        TN_FIND(r, TN_ERROR, 0, 0, TN_W_CANNOT_OPEN, strerror(errno));
        return false;
    }
    if (S_ISDIR(status.st_mode)) {
        TN_FIND(r, TN_ERROR, 0, 0, TN_W_IS_FOLDER);
        return false;
    }
    stream->is_long = S_ISREG(status.st_mode) && status.st_size >= TN_AHEAD_LEAST;
    return true;
}

bool tn_stream_open(struct tn_stream *stream, struct tn_reading *reading)
{
    double mib = reading->options->max_mib > 0 ? reading->options->max_mib : DEFAULT_MIB;

    *stream = (struct tn_stream){.reading = reading, .limit = (uint64_t)(mib * MIB)};
    tn_digest_start(&stream->digest);
    return (reading->options->bytes || open_file(stream)) && begin(stream);
}

/* From the second block on: the first has told what kind of file it is. */
static void look_ahead(struct tn_stream *stream)
{
    if (!stream->is_long || stream->raw_len || stream->ended)
        return;
    stream->is_long = false;
    stream->ahead = tn_ahead_start(stream->reading->arena, stream->in, stream->block,
                                   &stream->digest);
}

char *tn_stream_next(struct tn_stream *stream, size_t *len)
{
    look_ahead(stream);
    if (!stream->raw_len && (stream->ended || !fill(stream)))
        return NULL;
    if (stream->decoder.how == TN_AS_UTF8) {
        *len = stream->raw_len;
        stream->raw_len = 0;
        return stream->raw;
    }
    *len = tn_decode(&stream->decoder, stream->raw_len, stream->raw, stream->ended,
                     stream->text);
    stream->raw_len = 0;
    return stream->text;
}

bool tn_stream_is_long(const struct tn_stream *stream)
{
    return stream->is_long && stream->decoder.how == TN_AS_UTF8;
}

size_t tn_stream_take(struct tn_stream *stream, size_t room, char *into)
{
    const struct tn_stream own = *stream;
    size_t len = stream->raw_len < room ? stream->raw_len : room;

    assert(tn_stream_is_long(stream));
    if (len) {   // of the first block
        memcpy(into, own.raw, len);
        stream->raw_len -= len;
        stream->raw += len;
        return len;
    }
    stream->block = room;
    stream->raw = into;
    if (!stream->ended && fill(stream))
        len = stream->raw_len;
    stream->raw_len = 0;
    stream->raw = own.raw;
    stream->block = own.block;
    return len;
}

void tn_stream_close(struct tn_stream *stream, char sha256[TN_DIGEST_HEX])
{
    tn_decoder_close(&stream->decoder);
    while (stream->raw && !stream->ended && !stream->reading->broken &&
           !stream->reading->endless && fill(stream))
        ;
    if (stream->ahead)
        tn_ahead_stop(stream->ahead);
    tn_digest_finish(&stream->digest, sha256);
    if (stream->in)
        fclose(stream->in);
}
