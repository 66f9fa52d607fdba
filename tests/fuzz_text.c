/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any text through every way of showing it: nothing that a terminal, gnuplot, HTML or
 * Markdown would obey is left, and what is shown can be read back letter by letter. */
#include "fuzz.h"

#include <stdio.h>

#include "tn/out/gnuplot.h"
#include "tn/out/html.h"
#include "tn/out/markdown.h"

enum { MOST = 1024, ROOM = 16 * MOST };

typedef void escape_fn(FILE *out, const char *text);

/* What an escaper writes, in a room that is large enough for any. */
static size_t escaped(escape_fn *escape, const char *text, char room[ROOM])
{
    FILE *out = fmemopen(room, ROOM, "w");
    PROMISE(out);

    escape(out, text);
    long len = ftell(out);
    PROMISE(!ferror(out) && len >= 0 && len < ROOM - 1);
    fclose(out);
    return (size_t)len;
}

/* Letters that show: no control, no mark that turns the text, no broken UTF-8. */
static void promise_safe(const char *safe)
{
    int32_t code;

    for (size_t bytes; (bytes = tn_utf8_next(safe, &code)); safe += bytes)
        PROMISE(code >= ' ' && code != 0x7F && !(code >= 0x80 && code < 0xA0) &&
                !(code >= 0x202A && code <= 0x202E) &&
                !(code >= 0x2066 && code <= 0x2069));
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

    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strncmp(text, known[i].entity, strlen(known[i].entity)) == 0) {
            *byte = known[i].byte;
            return strlen(known[i].entity);
        }
    PROMISE(*text != '<' && *text != '>' && *text != '&');
    if (markdown && *text == '\\') {
        PROMISE(text[1] > ' ' && text[1] < 0x7F);
        *byte = text[1];
        return 2;
    }
    PROMISE(markdown ? !strchr("`*_[]|~$", *text) : *text != '"' && *text != '\'');
    *byte = *text;
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
    char room[ROOM];
    const char *text = tn_arena_text(&arena, (const char *)data,
                                     size < MOST ? size : MOST);
    const char *safe = tn_utf8_safe(&arena, text);

    promise_safe(safe);
    PROMISE(tn_utf8_safe(&arena, safe) == safe);
    PROMISE(tn_utf8_letters(tn_utf8_cut(&arena, safe, 20)) <= 20);
    promise_gnuplot(escaped(tn_gnuplot_text, text, room), room, safe);
    promise_markup(escaped(tn_html_text, text, room), room, false, safe);
    promise_markup(escaped(tn_markdown_text, text, room), room, true, safe);
    tn_arena_free(&arena);
    return 0;
}
