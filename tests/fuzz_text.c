/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any text through every way of showing it: nothing that a terminal, gnuplot, XML, HTML
 * or Markdown would obey is left, and what is shown can be read back letter by letter. */
#include "fuzz.h"

#include "tn/out/gnuplot.h"
#include "tn/out/html.h"
#include "tn/out/markdown.h"

enum { MOST = 1024, ROOM = 16 * MOST };

typedef void escape_fn(FILE *out, const char *text);

/* What an escaper wrote, in a room that is large enough for any. */
static char made[ROOM];

static size_t escaped(escape_fn *escape, const char *text)
{
    static FILE *sink;

    escape(sink_begin(&sink, ROOM, made), text);
    return sink_end(sink, ROOM, made);
}

/* Marks that turn or hide text, and what XML 1.0 may not hold. */
static bool is_unseen(int32_t code)
{
    return code == 0xAD || code == 0x61C || (code >= 0x200B && code <= 0x200F) ||
           (code >= 0x2028 && code <= 0x202E) || (code >= 0x2060 && code <= 0x206F) ||
           code == 0xFEFF || (code >= 0xFFF9 && code <= 0xFFFB) || code == 0xFFFE ||
           code == 0xFFFF || (code >= 0xE0000 && code <= 0xE0FFF);
}

/* Letters that show: no control, nothing unseen, no broken UTF-8. */
static void promise_safe(const char *safe)
{
    int32_t code;

    for (size_t bytes; (bytes = tn_utf8_next(safe, &code)); safe += bytes)
        PROMISE(code >= ' ' && code != 0x7F && !(code >= 0x80 && code < 0xA0) &&
                !is_unseen(code));
}

/* Hexadecimal digits at text, up to most, into *number; gives how many. */
static size_t hexadecimal(const char *text, size_t most, unsigned *number)
{
    size_t n = 0;

    for (*number = 0; n < most; n++) {
        char c = text[n];
        if (!(c >= '0' && c <= '9') && !(c >= 'A' && c <= 'F'))
            break;
        *number = 16 * *number + (unsigned)(c <= '9' ? c - '0' : c - 'A' + 10);
    }
    return n;
}

/* What is spelt out for one letter, or for a byte that is none: "\x1B", "U+202E". */
static size_t spelt_out(const char *safe, unsigned number)
{
    bool byte = number < 0x100;
    unsigned read;
    size_t most = byte ? 2 : number < 0x10000 ? 4 : number < 0x100000 ? 5 : 6;

    PROMISE(safe[0] == (byte ? '\\' : 'U') && safe[1] == (byte ? 'x' : '+'));
    PROMISE(hexadecimal(safe + 2, most, &read) == most && read == number);
    return 2 + most;
}

/* The text itself, but that some letters, and all bytes that are none, are spelt out. */
static void promise_same(const char *text, const char *safe)
{
    int32_t code;

    for (size_t bytes; (bytes = tn_utf8_next(text, &code)); text += bytes) {
        size_t same = 0;
        while (code >= 0 && same < bytes && safe[same] == text[same])
            same++;
        safe += same == bytes
                    ? bytes
                    : spelt_out(safe, code < 0 ? (unsigned char)*text : (unsigned)code);
    }
    PROMISE(!*safe);
}

/* Octal digits behind a backslash, letters, blanks and other scripts, between quotes. */
static void promise_gnuplot(size_t len, const char *text, const char *safe)
{
    PROMISE(len >= 2 && text[0] == '"' && text[len - 1] == '"');
    for (size_t i = 1; i < len - 1; safe++) {
        unsigned char byte = (unsigned char)text[i++];
        if (byte == '\\') {
            unsigned code = 0;
            for (int k = 0; k < 3; k++, i++) {
                PROMISE(text[i] >= '0' && text[i] <= '7');
                code = 8 * code + (unsigned)(text[i] - '0');
            }
            PROMISE(code < 0x80);
            byte = (unsigned char)code;
        } else {
            PROMISE(byte >= 0x80 || byte == ' ' ||
                    ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z'));
        }
        PROMISE(byte == (unsigned char)*safe);
    }
    PROMISE(!*safe);
}

/* One character of markup at text, into *byte; gives what it takes. */
static size_t unescape(const char *text, bool markdown, char *byte)
{
    static const struct {
        const char *entity;
        char byte;
    } known[] = {{"&lt;", '<'},   {"&gt;", '>'},   {"&amp;", '&'},
                 {"&quot;", '"'}, {"&#39;", '\''}, {"&#160;", ' '}};

    for (size_t i = 0; *text == '&' && i < sizeof known / sizeof *known; i++)
        if (strncmp(text, known[i].entity, strlen(known[i].entity)) == 0) {
            *byte = known[i].byte;
            return strlen(known[i].entity);
        }
    PROMISE(*text != '<' && *text != '>' && *text != '&');
    *byte = *text;
    if (!markdown) {
        PROMISE(*text != '"' && *text != '\'');
        return 1;
    }
    if (*text == '\\') {
        PROMISE(text[1] > ' ' && text[1] < 0x7F);
        *byte = text[1];
        return 2;
    }
    for (const char *mark = "`*_[]|~$"; *mark; mark++)
        PROMISE(*text != *mark);
    return 1;
}

static void promise_markup(size_t len, const char *text, bool markdown, const char *safe)
{
    char byte;

    for (size_t i = 0; i < len; safe++) {
        i += unescape(text + i, markdown, &byte);
        PROMISE(byte == *safe);
    }
    PROMISE(!*safe);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct tn_arena arena = {0};
    const char *text = tn_arena_text(&arena, (const char *)data,
                                     size < MOST ? size : MOST);
    const char *safe = tn_utf8_safe(&arena, text);

    promise_safe(safe);
    promise_same(text, safe);
    PROMISE(tn_utf8_safe(&arena, safe) == safe);
    PROMISE(tn_utf8_letters(tn_utf8_cut(&arena, safe, 20)) <= 20);
    promise_gnuplot(escaped(tn_gnuplot_text, text), made, safe);
    promise_markup(escaped(tn_html_text, text), made, false, safe);
    promise_markup(escaped(tn_markdown_text, text), made, true, safe);
    tn_arena_free(&arena);
    return 0;
}
