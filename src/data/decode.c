/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/data/decode.h"

#include "tn/base/arena.h"

#include <assert.h>
#include <errno.h>
#include <stdint.h>
#include <string.h>
#include <strings.h>

enum { TABLES = 65536 };   // bytes that an encoding may take

/* What offices call their encodings, and what iconv calls them. */
static const char *const other_name[][2] = {
    {"utf8", "UTF-8"},          {"tcvn3", "TCVN"},       {"abc", "TCVN"},
    {"tcvn", "TCVN"},           {"tcvn5712", "TCVN"},    {"windows-1258", "CP1258"},
    {"windows1258", "CP1258"},  {"1258", "CP1258"},      {"cp1258", "CP1258"},
    {"windows-1252", "CP1252"}, {"vni-windows", "VNI"},  {"vni-times", "VNI"},
    {"utf16le", "UTF-16LE"},    {"utf16be", "UTF-16BE"}, {"utf-16", "UTF-16LE"},
};

static const char *known_as(const char *encoding)
{
    for (size_t i = 0; i < sizeof other_name / sizeof *other_name; i++)
        if ((*encoding | 0x20) == (*other_name[i][0] | 0x20) &&
            strcasecmp(encoding, other_name[i][0]) == 0)
            return other_name[i][1];
    return encoding;
}

static size_t unit_of(const char *name)
{
    return strncasecmp(name, "UTF-16", 6) == 0   ? 2
           : strncasecmp(name, "UTF-32", 6) == 0 ? 4
                                                 : 1;
}

/* Where memory is short, glibc says of an encoding that it has that it has none such: so
 * it is asked twice, and memory once. */
static bool open_iconv(struct tn_decoder *decoder, const char *name)
{
    for (int i = 0; i < 2; i++) {
        decoder->iconv = iconv_open("UTF-8", name);
        if (decoder->iconv != (iconv_t)-1)   // NOLINT: iconv's own sign of failure
            return true;
    }
    if (errno == ENOMEM)
        tn_out_of_memory(1, TABLES);
    struct tn_arena some = {0};
    (void)tn_new(&some, char, TABLES);
    tn_arena_free(&some);
    return false;
}

bool tn_decoder_open(struct tn_decoder *decoder, const char *encoding)
{
    const char *name = known_as(encoding);

    *decoder = (struct tn_decoder){.how = TN_AS_UTF8};
    if (strcasecmp(name, "UTF-8") == 0)
        return true;
    if (strcasecmp(name, "VNI") == 0) {
        decoder->how = TN_AS_VNI;
        return true;
    }
    decoder->how = TN_BY_ICONV;
    decoder->unit = unit_of(name);
    decoder->holds = strcmp(name, "CP1258") == 0 || strcmp(name, "TCVN") == 0;
    return open_iconv(decoder, name);
}

void tn_decoder_close(struct tn_decoder *decoder)
{
    if (decoder->how == TN_BY_ICONV)
        iconv_close(decoder->iconv);
    decoder->how = TN_AS_UTF8;
}

bool tn_encoding_known(const char *encoding)
{
    struct tn_decoder decoder;
    bool known = *encoding && !strchr(encoding, '/') &&
                 tn_decoder_open(&decoder, encoding);

    if (known)
        tn_decoder_close(&decoder);
    return known;
}

/* VNI writes a letter and then its marks as a second byte, here from 0xC0 on: the byte's
 * meaning as a mark (one or two combining code points) or as a letter of its own. Small
 * letters stand 0x20 above capitals. Source: the fonts' own table, as in UniKey. */
struct vni {
    uint16_t mark[2];
    uint16_t capital, small;
};

static const struct vni vni_table[32] = {
    [0x00] = {.mark = {0x302, 0x300}},
    [0x01] = {.mark = {0x302, 0x301}},
    [0x02] = {.mark = {0x302}},
    [0x03] = {.mark = {0x302, 0x303}},
    [0x04] = {.mark = {0x302, 0x323}},
    [0x05] = {.mark = {0x302, 0x309}},
    [0x06] = {.capital = 0x1EC8, .small = 0x1EC9},
    [0x08] = {.mark = {0x306, 0x300}},
    [0x09] = {.mark = {0x306, 0x301}},
    [0x0A] = {.mark = {0x306}},
    [0x0B] = {.mark = {0x306, 0x323}},
    [0x0C] = {.capital = 0xCC, .small = 0xEC},
    [0x0D] = {.capital = 0xCD, .small = 0xED},
    [0x0E] = {.capital = 0x1EF4, .small = 0x1EF5},
    [0x0F] = {.mark = {0x323}},
    [0x11] = {.capital = 0x110, .small = 0x111},
    [0x12] = {.capital = 0x1ECA, .small = 0x1ECB},
    [0x13] = {.capital = 0x128, .small = 0x129},
    [0x14] = {.capital = 0x1A0, .small = 0x1A1},
    [0x15] = {.mark = {0x303}},
    [0x16] = {.capital = 0x1AF, .small = 0x1B0},
    [0x18] = {.mark = {0x300}},
    [0x19] = {.mark = {0x301}},
    [0x1A] = {.mark = {0x306, 0x309}},
    [0x1B] = {.mark = {0x309}},
    [0x1C] = {.mark = {0x306, 0x303}},
};

static char *put(char *out, uint16_t code)
{
    if (code < 0x80) {
        *out++ = (char)code;
        return out;
    }
    if (code < 0x800) {
        *out++ = (char)(0xC0 | code >> 6);
    } else {
        *out++ = (char)(0xE0 | code >> 12);
        *out++ = (char)(0x80 | (code >> 6 & 0x3F));
    }
    *out++ = (char)(0x80 | (code & 0x3F));
    return out;
}

static bool is_vowel(unsigned char byte)
{
    switch (byte | 0x20) {
    case 'a':
    case 'e':
    case 'i':
    case 'o':
    case 'u':
    case 'y':
        return true;
    default:
        return false;
    }
}

size_t tn_vni_codes(unsigned char byte, bool *vowel, uint16_t code[2])
{
    const struct vni *entry = &vni_table[byte & 0x1F];
    uint16_t letter = byte & 0x20 ? entry->small : entry->capital;
    bool after_vowel = *vowel;

    code[0] = byte;
    *vowel = is_vowel(byte);
    if (byte < 0x80)
        return 1;
    if (byte >= 0xC0 && letter) {
        *vowel = entry->capital == 0x1A0 || entry->capital == 0x1AF;
        code[0] = letter;
        return 1;
    }
    if (byte < 0xC0 || !entry->mark[0] || !after_vowel)
        return 0;
    code[0] = entry->mark[0];
    code[1] = entry->mark[1];
    return entry->mark[1] ? 2 : 1;
}

static size_t decode_vni(struct tn_decoder *decoder, size_t len, const char *raw,
                         char *out)
{
    char *end = out;
    uint16_t code[2];

    for (size_t i = 0; i < len; i++) {
        size_t n = tn_vni_codes((unsigned char)raw[i], &decoder->vowel, code);
        if (!n)
            *end++ = (char)0xFF;
        for (size_t k = 0; k < n; k++)
            end = put(end, code[k]);
    }
    return (size_t)(end - out);
}

struct text {
    char *end;
    size_t room;
};

static void put_nonsense(struct text *out)
{
    *out->end++ = (char)0xFF;
    out->room--;
}

/* As iconv goes on, but for what it cannot read: 0xFF for each such unit. Gives the
 * bytes at the end that are the start of a letter. */
static size_t convert(struct tn_decoder *decoder, size_t len, char *in, struct text *out)
{
    while (len && iconv(decoder->iconv, &in, &len, &out->end, &out->room) == (size_t)-1) {
        assert(errno != E2BIG);
        if (errno == EINVAL)
            break;
        if (decoder->holds)   // the letter before it goes first
            iconv(decoder->iconv, NULL, NULL, &out->end, &out->room);
        size_t skip = len < decoder->unit ? len : decoder->unit;
        in += skip;
        len -= skip;
        put_nonsense(out);
    }
    return len;
}

/* The letter that was cut goes on in the new bytes: add them one by one until it is
 * whole. Gives how many it took. */
static size_t complete(struct tn_decoder *decoder, size_t len, const char *raw,
                       struct text *out)
{
    size_t taken = 0;

    while (decoder->left && taken < len) {
        assert(decoder->left < sizeof decoder->cut);   // no letter is as long
        decoder->cut[decoder->left++] = raw[taken++];
        size_t left = convert(decoder, decoder->left, decoder->cut, out);
        memmove(decoder->cut, decoder->cut + decoder->left - left, left);
        decoder->left = left;
    }
    return taken;
}

static size_t decode_iconv(struct tn_decoder *decoder, size_t len, char *raw, bool last,
                           char *start)
{
    struct text out = {start, TN_DECODE_GROWTH * (len + sizeof decoder->cut)};
    size_t taken = complete(decoder, len, raw, &out);
    size_t left = convert(decoder, len - taken, raw + taken, &out);

    if (left) {
        assert(left <= sizeof decoder->cut);
        memcpy(decoder->cut, raw + len - left, left);
        decoder->left = left;
    }
    if (last) {
        iconv(decoder->iconv, NULL, NULL, &out.end, &out.room);   // what it held back
        if (decoder->left)
            put_nonsense(&out);
        decoder->left = 0;
    }
    return (size_t)(out.end - start);
}

size_t tn_decode(struct tn_decoder *decoder, size_t len, char *raw, bool last, char *out)
{
    if (decoder->how == TN_BY_ICONV)
        return decode_iconv(decoder, len, raw, last, out);
    if (decoder->how == TN_AS_VNI)
        return decode_vni(decoder, len, raw, out);
    memcpy(out, raw, len);
    return len;
}
