/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/out/face.h"

#include "tn/base/utf8.h"

#include <assert.h>
#include <string.h>

/* Advance widths of U+0020 to U+007E in thousandths of the size: the hmtx tables of
 * NotoSans-Regular.ttf and NotoSans-Bold.ttf, 2.0 (Debian's fonts-noto-core). */
/* clang-format off */
static const short advance[2][95] = {
    {260, 269, 408, 646, 572, 831, 732, 225, 300, 300, 551, 572, 268, 322, 268, 372,
     572, 572, 572, 572, 572, 572, 572, 572, 572, 572, 268, 268, 572, 572, 572, 434,
     899, 639, 650, 632, 730, 556, 519, 728, 741, 339, 273, 619, 524, 907, 760, 781,
     605, 781, 622, 549, 556, 731, 600, 930, 586, 566, 572, 329, 372, 329, 572, 444,
     281, 561, 615, 480, 615, 564, 344, 615, 618, 258, 258, 534, 258, 935, 618, 605,
     615, 615, 413, 479, 361, 618, 508, 786, 529, 510, 470, 380, 551, 380, 572},
    {260, 286, 472, 646, 572, 901, 750, 266, 339, 339, 545, 572, 285, 322, 285, 413,
     572, 572, 572, 572, 572, 572, 572, 572, 572, 572, 285, 285, 572, 572, 572, 477,
     897, 690, 672, 637, 740, 560, 549, 724, 765, 389, 331, 664, 565, 943, 813, 796,
     628, 796, 660, 551, 579, 756, 650, 967, 667, 624, 579, 331, 413, 331, 572, 411,
     362, 604, 633, 514, 633, 591, 387, 633, 657, 305, 305, 620, 305, 982, 657, 619,
     633, 633, 454, 497, 434, 657, 569, 856, 578, 569, 488, 394, 551, 394, 572},
};
/* Letters that their base letter does not stand for. */
static const struct {
    int32_t code;
    short advance[2];
} other[] = {
    {0x111, {617, 649}}, {0x110, {730, 740}},     // d, D with stroke
    {0x1B0, {674, 760}}, {0x1AF, {780, 885}},     // u, U with horn
    {0x1A1, {616, 679}}, {0x1A0, {784, 825}},     // o, O with horn
    {0x2013, {500, 500}}, {0x2014, {1000, 1000}}, // dashes
    {0x2026, {791, 855}}, {0xB2, {350, 379}},     // ellipsis, superscript two
    {0xB7, {268, 285}}, {0x2212, {600, 600}},     // middle dot, minus
    {0x2264, {600, 600}}, {0x2265, {600, 600}},   // at most, at least
    {0x201C, {359, 445}}, {0x201D, {359, 445}}, {0x2019, {175, 217}},
};
/* clang-format on */

enum { COLUMN = 600 };   // of a letter that is in no table, for each terminal column

/* The horn is part of the letter, whatever tone mark sits on top of it. */
static int32_t without_tone(int32_t code)
{
    if (code >= 0x1EDA && code <= 0x1EE3)
        return code % 2 ? 0x1A1 : 0x1A0;
    if (code >= 0x1EE8 && code <= 0x1EF1)
        return code % 2 ? 0x1B0 : 0x1AF;
    return code;
}

static int advance_of(int32_t code, bool bold, int columns)
{
    code = without_tone(code);
    for (size_t i = 0; i < sizeof other / sizeof *other; i++)
        if (other[i].code == code)
            return other[i].advance[bold];
    int32_t base = tn_utf8_base(code);
    if (base >= 0x20 && base <= 0x7E)
        return advance[bold][base - 0x20];
    return COLUMN * columns;
}

/* Points of the len bytes at text. */
static double width_of(struct tn_face face, const char *text, size_t len)
{
    long thousandths = 0;
    int32_t code;

    for (size_t at = 0, bytes; at < len; at += bytes) {
        char letter[5] = "";
        bytes = tn_utf8_next(text + at, &code);
        if (!bytes)
            break;
        memcpy(letter, text + at, bytes);
        if (code < 0 || !tn_utf8_is_mark(code))
            thousandths += advance_of(code, face.bold, tn_utf8_width(letter));
    }
    return face.size * (double)thousandths / 1000;
}

double tn_face_width(struct tn_face face, const char *text)
{
    return width_of(face, text, strlen(text));
}

const char *tn_face_cut(struct tn_arena *arena, struct tn_face face, const char *text,
                        double width)
{
    size_t letters = tn_utf8_letters(text);

    if (tn_face_width(face, text) <= width || letters <= 1)
        return text;
    const char *cut = text;
    do
        cut = tn_utf8_cut(arena, text, --letters);
    while (letters > 1 && tn_face_width(face, cut) > width);
    return cut;
}

/* Bytes of the first word; a percent sign is part of its number. */
static size_t word_end(const char *text)
{
    size_t end = strcspn(text, " ");

    while (text[end] == ' ' && text[end + 1] == '%')
        end += 1 + strcspn(text + end + 1, " ");
    return end;
}

/* Bytes of the first line of text. */
static size_t line_end(struct tn_face face, const char *text, double width)
{
    size_t end = word_end(text);

    for (size_t next = end; text[next]; end = next) {
        next += strspn(text + next, " ");
        next += word_end(text + next);
        if (text[next - 1] == ' ' || width_of(face, text, next) > width)
            break;
    }
    return end;
}

const char **tn_face_lines(struct tn_arena *arena, struct tn_face face, const char *text,
                           double width, size_t max, size_t *n)
{
    assert(max >= 1);
    const char **line = tn_new(arena, const char *, max);

    for (*n = 0; *n < max; ++*n) {
        text += strspn(text, " ");
        if (!*text && *n)
            break;
        size_t end = line_end(face, text, width);
        size_t rest = strspn(text + end, " ");
        bool last = *n + 1 == max && text[end + rest];
        const char *whole = last ? text : tn_arena_text(arena, text, end);
        line[*n] = tn_face_cut(arena, face, whole, width);
        text += end;
    }
    return line;
}
