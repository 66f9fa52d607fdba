/* SPDX-License-Identifier: GPL-3.0-or-later */
/* figure_checks.h -- what must hold for every chart, whatever its kind: its script is
 * the reviewed one (tests/golden/figures; UPDATE=1 rewrites), it is drawn in all three
 * formats (into build/figures, to be looked at), no words overlap or leave the page,
 * and its SVG is well-formed and says what it shows. */
#ifndef TN_TESTS_FIGURE_CHECKS_H
#define TN_TESTS_FIGURE_CHECKS_H

#include "check.h"
#include "tn/base/file.h"
#include "tn/base/memory.h"
#include "tn/out/face.h"
#include "tn/out/figure.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_FIGURES = 32 };

static struct tn_arena arena;
static struct tn_err err;

typedef struct tn_figure figure_maker(void);

static const char HOSTILE[] =
    "`touch x` $(y) \\n {/=50 x} 100% a_b^c @m & <b> ]]> \"q\" 'r'";

static int clean(void **state)
{
    (void)state;
    tn_arena_free(&arena);
    err = (struct tn_err){0};
    return 0;
}

static const char *content(const char *path)
{
    FILE *in = fopen(path, "rb");
    if (!in)
        return "";
    struct tn_memory memory;
    FILE *out = tn_memory_open(&memory);
    for (int c; (c = fgetc(in)) != EOF;)
        fputc(c, out);
    fclose(in);
    return tn_memory_close(&arena, &memory, NULL);
}

static void check_reviewed(size_t n, figure_maker *const every[])
{
    for (size_t i = 0; i < n; i++) {
        struct tn_figure figure = every[i]();
        char path[200];
        snprintf(path, sizeof path, "tests/golden/figures/%s.gp", figure.name);
        if (getenv("UPDATE"))
            assert_int_equal(
                tn_file_write(path, strlen(figure.script), figure.script, &err), TN_OK);
        else if (strcmp(content(path), figure.script) != 0)
            fail_msg("%s is not as reviewed; UPDATE=1 rewrites it", path);
    }
}

static void check_drawn(size_t n, figure_maker *const every[])
{
    struct tn_figure figure[MOST_FIGURES] = {{0}};
    struct tn_drawing drawing[MOST_FIGURES];
    assert_int_equal(tn_file_folder("build/figures", &err), TN_OK);
    for (size_t i = 0; i < n; i++)
        figure[i] = every[i]();
    for (int kind = TN_SVG; kind < TN_PICTURES; kind++) {
        if (tn_figure_draw(&arena, (enum tn_picture)kind, n, figure, drawing, &err))
            fail_msg("%s: %s", err.place, err.text[TN_EN]);
        for (size_t i = 0; i < n; i++) {
            const char *path = tn_file_join(&arena, "build/figures", drawing[i].name);
            if (tn_file_write(path, drawing[i].len, drawing[i].bytes, &err))
                fail_msg("%s: %s", err.place, err.text[TN_EN]);
        }
    }
}

static size_t count(const char *text, const char *what)
{
    size_t n = 0;
    for (; (text = strstr(text, what)); text++)
        n++;
    return n;
}

/* --- where the words stand, read back from the script --- */

struct words {
    double left, right, bottom, top;
    const char *text;
};

static const char *decoded(const char **at)
{
    const char *c = *at;
    char *text = tn_new(&arena, char, strlen(c) + 1), *end = text;
    for (c++; *c != '"'; c++) {
        if (*c != '\\') {
            *end++ = *c;
            continue;
        }
        *end++ = (char)(64 * (c[1] - '0') + 8 * (c[2] - '0') + c[3] - '0');
        c += 3;
    }
    *at = c + 1;
    return text;
}

/* One "set label" line; 0 where it is none, or has no text. */
static int words_of(const char *line, double width, double height, struct words *w)
{
    double x, y, size;
    char align[8], face;
    if (strncmp(line, "set label \"", 11) != 0)
        return 0;
    line += 10;
    w->text = decoded(&line);
    if (sscanf(line, " at screen %lf,%lf %7s font %c(%lf)", &x, &y, align, &face,
               &size) != 5)
        return 0;
    double wide = tn_face_width((struct tn_face){size, face == 'B'}, w->text);
    double shift = align[0] == 'l' ? 0 : align[0] == 'c' ? wide / 2 : wide;
    w->left = x * width - shift;
    w->right = w->left + wide;
    w->bottom = y * height - 0.4 * size;
    w->top = y * height + 0.4 * size;
    return 1;
}

static size_t all_words(const char *script, struct words w[], double *width,
                        double *height)
{
    size_t n = 0;
    assert_int_equal(sscanf(strstr(script, "W = "), "W = %lf; H = %lf", width, height),
                     2);
    for (const char *line = script; line; line = strchr(line, '\n')) {
        line += *line == '\n';
        n += (size_t)words_of(line, *width, *height, &w[n]);
        assert_true(n < 1000);
    }
    return n;
}

static void check_words_of(const struct tn_figure *figure)
{
    static struct words w[1000];
    double width, height;
    size_t n = all_words(figure->script, w, &width, &height);
    for (size_t i = 0; i < n; i++) {
        if (w[i].left < 0 || w[i].right > width || w[i].bottom < 0 || w[i].top > height)
            fail_msg("%s: <%s> leaves the page", figure->name, w[i].text);
        for (size_t k = 0; k < i; k++)
            if (w[i].left < w[k].right && w[k].left < w[i].right &&
                w[i].bottom < w[k].top && w[k].bottom < w[i].top)
                fail_msg("%s: <%s> overlaps <%s>", figure->name, w[i].text, w[k].text);
    }
}

static void check_words(size_t figures, figure_maker *const every[])
{
    for (size_t f = 0; f < figures; f++) {
        struct tn_figure figure = every[f]();
        assert_true(count(figure.script, "set label") > 3);
        check_words_of(&figure);
    }
}

/* --- the SVG, read back --- */

/* Elements that open and close in pairs, text without raw marks. */
static int well_formed(const char *c)
{
    const char *open[64];
    int depth = 0;
    for (c = strstr(c, "?>") + 2; *c;) {
        if (*c == '&') {
            size_t len = strcspn(c, ";");
            if (len > 6)
                return 0;
        } else if (*c == '>') {
            return 0;
        } else if (*c == '<') {
            const char *end = strchr(c, '>');
            if (!end)
                return 0;
            if (c[1] == '/') {
                size_t len = strcspn(c + 2, " >");
                if (depth-- == 0 || strncmp(open[depth], c + 2, len) != 0)
                    return 0;
            } else if (end[-1] != '/') {
                if (depth == 64)
                    return 0;
                open[depth++] = c + 1;
            }
            c = end;
        }
        c++;
    }
    return depth == 0;
}

static void check_svg(size_t n, figure_maker *const every[])
{
    struct tn_figure figure[MOST_FIGURES] = {{0}};
    struct tn_drawing drawing[MOST_FIGURES];
    for (size_t i = 0; i < n; i++)
        figure[i] = every[i]();
    assert_int_equal(tn_figure_draw(&arena, TN_SVG, n, figure, drawing, &err), TN_OK);
    for (size_t i = 0; i < n; i++) {
        const char *svg = tn_arena_text(&arena, drawing[i].bytes, drawing[i].len);
        char id[100];
        snprintf(id, sizeof id, "id=\"%s-title\"", figure[i].name);
        if (!well_formed(svg))
            fail_msg("%s is not well-formed", drawing[i].name);
        assert_int_equal(count(svg, "<title"), 1);
        assert_int_equal(count(svg, "<desc"), 1);
        assert_int_equal(count(svg, id), 1);
        assert_int_equal(count(svg, "role=\"img\""), 1);
        assert_int_equal(count(svg, "id=\"gnuplot"), 0);
        assert_int_equal(count(svg, "Noto Sans:Bold"), 0);
        assert_true(count(svg, "font-weight=\"bold\"") > 0 || !figure[i].title[0]);
    }
}

/* The four of them, as tests of the group that lists makers in every[]. */
#define FIGURE_TESTS                                                       \
    static void scripts_are_as_reviewed(void **state)                      \
    {                                                                      \
        (void)state;                                                       \
        check_reviewed(FIGURES, every);                                    \
    }                                                                      \
    static void each_kind_is_drawn_in_each_format(void **state)            \
    {                                                                      \
        (void)state;                                                       \
        check_drawn(FIGURES, every);                                       \
    }                                                                      \
    static void no_words_overlap_or_leave_the_page(void **state)           \
    {                                                                      \
        (void)state;                                                       \
        check_words(FIGURES, every);                                       \
    }                                                                      \
    static void an_svg_is_well_formed_and_says_what_it_shows(void **state) \
    {                                                                      \
        (void)state;                                                       \
        check_svg(FIGURES, every);                                         \
    }

#define alone(test) cmocka_unit_test_teardown(test, clean)

#endif
