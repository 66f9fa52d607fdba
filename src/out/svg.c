/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/out/svg.h"

#include "tn/base/memory.h"
#include "tn/out/html.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#define FAMILIES "'Noto Sans','Segoe UI','DejaVu Sans',Arial,sans-serif"

struct finish {
    struct tn_arena *arena;
    FILE *out;
    const struct tn_svg *svg;
};

static bool begins(const char *text, const char *with)
{
    return strncmp(text, with, strlen(with)) == 0;
}

/* One attribute at text, up to and with its closing quote; 0 bytes where none of ours
 * begins here. */
static size_t attribute(struct finish *f, const char *text)
{
    static const struct {
        const char *find, *put;
    } face[] = {
        {"font-family=\"Noto Sans:Bold\"",
         "font-family=\"" FAMILIES "\" font-weight=\"bold\""},
        {"font-family=\"Noto Sans\"", "font-family=\"" FAMILIES "\""},
    };
    static const char *const id[] = {"id=\"", "id='", "xlink:href='#", "xlink:href=\"#"};

    for (size_t i = 0; i < sizeof face / sizeof *face; i++)
        if (begins(text, face[i].find)) {
            fputs(face[i].put, f->out);
            return strlen(face[i].find);
        }
    for (size_t i = 0; i < sizeof id / sizeof *id; i++)
        if (begins(text, id[i])) {
            fprintf(f->out, "%s%s-", id[i], f->svg->prefix);
            return strlen(id[i]);
        }
    return 0;
}

/* The len bytes of a tag, "<" and ">" included. */
static void tag(struct finish *f, const char *text, size_t len)
{
    for (size_t at = 0; at < len;) {
        fputc(text[at], f->out);
        if (text[at++] == ' ')
            at += attribute(f, text + at);
    }
}

static void opening(struct finish *f, const char *text, size_t len)
{
    const char *prefix = f->svg->prefix;

    tag(f, text, len - 1);
    fprintf(f->out,
            " role=\"img\" aria-labelledby=\"%s-title %s-desc\">\n"
            "<title id=\"%s-title\">",
            prefix, prefix, prefix);
    tn_html_text(f->out, f->svg->title);
    fprintf(f->out, "</title>\n<desc id=\"%s-desc\">", prefix);
    tn_html_text(f->out, f->svg->description);
    fputs("</desc>\n", f->out);
}

/* Bytes of an element that is left out, with its text; 0 where another begins. */
static size_t left_out(const char *text)
{
    static const char *const name[][2] = {{"<title>", "</title>"}, {"<desc>", "</desc>"}};

    for (size_t i = 0; i < sizeof name / sizeof *name; i++) {
        const char *end = begins(text, name[i][0]) ? strstr(text, name[i][1]) : NULL;
        if (end)
            return (size_t)(end - text) + strlen(name[i][1]);
    }
    return 0;
}

static void finish(struct finish *f, const char *text)
{
    while (*text) {
        size_t skip = left_out(text), len = *text == '<' ? strcspn(text, ">") + 1 : 0;
        if (skip) {
            text += skip;
        } else if (begins(text, "<svg")) {
            opening(f, text, len);
            text += len;
        } else if (len) {
            tag(f, text, len);
            text += len;
        } else {
            fputs(*text == '>' ? "&gt;" : (const char[]){*text, '\0'}, f->out);
            text++;
        }
    }
}

const char *tn_svg_finish(struct tn_arena *arena, size_t len, const char *bytes,
                          const struct tn_svg *svg, size_t *out_len)
{
    struct finish f = {.arena = arena, .svg = svg};
    struct tn_memory memory;

    f.out = tn_memory_open(&memory);
    finish(&f, tn_arena_text(arena, bytes, len));
    return tn_memory_close(arena, &memory, out_len);
}
