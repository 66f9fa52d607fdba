/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/base/utf8.h"
#include "tn/out/doc.h"
#include "tn/words/doc.h"

#include <limits.h>
#include <math.h>
#include <stdbool.h>
#include <string.h>

enum { INDENT = 2, GAP = 2, BAR = 10, NARROW_TITLE = 10, NARROW_TEXT = 20, LINE = 88 };

/* A table as text: row 0 holds the titles. */
struct grid {
    size_t rows, cols;
    const char **text;
    int *width;   // of each column
    const struct tn_table *table;
};

/* Writes with blanks held back until something follows, so that no line ends in
 * them. */
struct pen {
    FILE *out;
    int blanks;
};

static void put(struct pen *pen, const char *text, int width)
{
    size_t len = strlen(text), kept = len;

    while (kept && text[kept - 1] == ' ')
        kept--;
    if (kept) {
        fprintf(pen->out, "%*s%.*s", pen->blanks, "", (int)kept, text);
        pen->blanks = 0;
    }
    pen->blanks += (int)(len - kept) + width - tn_utf8_width(text);
}

static void end_line(struct pen *pen)
{
    fputc('\n', pen->out);
    pen->blanks = 0;
}

/* The line-th line of text broken at blanks to lines of width; null after the last.
 * A word longer than that stands alone. */
static const char *line_of(struct tn_arena *arena, const char *text, int width, int line)
{
    if (tn_utf8_width(text) <= width)
        return line == 0 ? text : NULL;
    for (;; line--) {
        const char *end = text, *next = text;
        int used = 0;
        while (*next) {
            size_t blank = strspn(next, " "), word = strcspn(next + blank, " ");
            const char *piece = tn_arena_text(arena, next, blank + word);
            int wide = tn_utf8_width(piece);
            if (used && used + wide > width)
                break;
            used += wide;
            next += blank + word;
            end = next;
        }
        if (line == 0)
            return tn_arena_text(arena, text, (size_t)(end - text));
        text = end + strspn(end, " ");
        if (!*text)
            return NULL;
    }
}

static int lines_of(struct tn_arena *arena, const char *text, int width)
{
    int lines = 1;
    while (line_of(arena, text, width, lines))
        lines++;
    return lines;
}

/* "46,4 % ####      ": full blocks and an eighth part of one. */
static const char *with_bar(struct tn_arena *arena, const char *percent, double share)
{
    int eighths = (int)lround(8 * BAR * (share < 0 ? 0 : share > 1 ? 1 : share));
    int full = eighths / 8, part = eighths % 8;
    size_t room = strlen(percent) + 3 * BAR + 2;
    char *text = tn_new(arena, char, room), *end = text;

    end += snprintf(text, room, "%s ", percent);
    for (int i = 0; i < full; i++, end += 3)
        memcpy(end, "\xE2\x96\x88", 3);
    if (part) {
        const char block[3] = {'\xE2', '\x96', (char)(0x90 - part)};
        memcpy(end, block, 3);
        end += 3;
    }
    memset(end, ' ', (size_t)(BAR - full - (part > 0)));
    return text;
}

static bool is_text(const struct tn_column *column)
{
    return column->kind == TN_TEXT || column->kind == TN_WORDS;
}

static const char *shown(struct tn_arena *arena, const struct tn_column *column,
                         union tn_cell cell, const struct tn_text_options *options)
{
    const char *text = tn_cell_shown(arena, options->lang, column, cell);

    if (column->kind != TN_BAR || options->width == 0)
        return text;
    return with_bar(arena, text, isfinite(cell.real) ? cell.real : 0);
}

static int longest_word(struct tn_arena *arena, const char *text)
{
    int longest = 0;

    while (*text) {
        size_t word = strcspn(text, " ");
        int wide = tn_utf8_width(tn_arena_text(arena, text, word));
        longest = wide > longest ? wide : longest;
        text += word + strspn(text + word, " ");
    }
    return longest;
}

static int larger(int a, int b)
{
    return a > b ? a : b;
}

/* As wide as its cells, and as its title broken into lines. */
static int natural_width(struct tn_arena *arena, const struct grid *grid, size_t col)
{
    const char *title = grid->text[col];
    int cells = 0;

    for (size_t row = 1; row < grid->rows; row++)
        cells = larger(cells, tn_utf8_width(grid->text[row * grid->cols + col]));
    int limit = larger(cells, larger(longest_word(arena, title), NARROW_TITLE));
    for (int line = 0, lines = lines_of(arena, title, limit); line < lines; line++)
        cells = larger(cells, tn_utf8_width(line_of(arena, title, limit, line)));
    return cells;
}

static int total_width(const struct grid *grid)
{
    int width = 0;
    for (size_t col = 0; col < grid->cols; col++)
        width += grid->width[col] + (col ? GAP : 0);
    return width;
}

/* Let the widest column of text give way where the terminal is too narrow. */
static void fit(struct grid *grid, int terminal)
{
    size_t widest = grid->cols;
    for (size_t col = 0; col < grid->cols; col++)
        if (is_text(&grid->table->column[col]) &&
            (widest == grid->cols || grid->width[col] > grid->width[widest]))
            widest = col;

    int over = INDENT + total_width(grid) - terminal;
    if (terminal == 0 || over <= 0 || widest == grid->cols)
        return;
    int *width = &grid->width[widest];
    if (*width > NARROW_TEXT)
        *width = larger(*width - over, NARROW_TEXT);
}

static struct grid grid_of(struct tn_arena *arena, const struct tn_table *t,
                           const struct tn_text_options *options)
{
    struct grid grid = {.rows = t->rows + 1, .cols = t->cols, .table = t};

    grid.text = tn_new(arena, const char *, grid.rows *grid.cols);
    grid.width = tn_new(arena, int, grid.cols);
    for (size_t col = 0; col < t->cols; col++) {
        grid.text[col] = tn_utf8_safe(arena, t->column[col].title.text[options->lang]);
        for (size_t row = 0; row < t->rows; row++)
            grid.text[(row + 1) * t->cols + col] = shown(
                arena, &t->column[col], t->cell[row * t->cols + col], options);
        grid.width[col] = natural_width(arena, &grid, col);
    }
    fit(&grid, options->width);
    return grid;
}

/* Titles stand on the rule below them, cells hang from the first line. */
static void write_row(struct tn_arena *arena, FILE *out, const struct grid *grid,
                      size_t row)
{
    struct pen pen = {.out = out};
    int height = 1;

    for (size_t col = 0; col < grid->cols; col++)
        height = larger(height, lines_of(arena, grid->text[row * grid->cols + col],
                                         grid->width[col]));
    for (int line = 0; line < height; line++) {
        pen.blanks = INDENT;
        for (size_t col = 0; col < grid->cols; col++) {
            const char *cell = grid->text[row * grid->cols + col];
            int width = grid->width[col];
            int from = row == 0 ? height - lines_of(arena, cell, width) : 0;
            const char *text = line < from ? ""
                                           : line_of(arena, cell, width, line - from);
            text = text ? text : "";
            bool left = is_text(&grid->table->column[col]);
            int lead = left ? 0 : width - tn_utf8_width(text);
            pen.blanks += lead + (col ? GAP : 0);
            put(&pen, text, width - lead);
        }
        end_line(&pen);
    }
}

static void rule(FILE *out, const struct grid *grid)
{
    fprintf(out, "%*s", INDENT, "");
    for (int i = total_width(grid); i > 0; i--)
        fputs("\xE2\x94\x80", out);
    fputc('\n', out);
}

static void styled(FILE *out, const char *style, const char *text, int colour)
{
    fprintf(out, "%s%s%s\n", colour ? style : "", text, colour ? "\x1b[0m" : "");
}

static void paragraph(struct tn_arena *arena, FILE *out, const char *text, int width)
{
    const char *line;

    text = tn_utf8_safe(arena, text);
    for (int i = 0; (line = line_of(arena, text, width ? width : INT_MAX, i)); i++)
        fprintf(out, "%s\n", line);
}

static void write_table(struct tn_arena *arena, FILE *out, const struct tn_table *t,
                        const struct tn_text_options *options)
{
    const char *title = t->title.text[options->lang], *note = t->note.text[options->lang];

    fputc('\n', out);
    if (title)
        styled(out, "\x1b[1m", tn_utf8_safe(arena, title), options->colour);
    if (t->rows) {
        struct grid grid = grid_of(arena, t, options);
        write_row(arena, out, &grid, 0);
        rule(out, &grid);
        for (size_t row = 1; row < grid.rows; row++) {
            if (t->total_rows && row + t->total_rows == grid.rows && row > 1)
                rule(out, &grid);
            write_row(arena, out, &grid, row);
        }
    } else {
        fprintf(out, "%*s%s\n", INDENT, "", tn_pick(options->lang, TN_W_DOC_NO_ROWS));
    }
    if (note)
        paragraph(arena, out, note, options->width);
}

static void write_inputs(struct tn_arena *arena, FILE *out,
                         const struct tn_source *source, enum tn_lang lang)
{
    int used = LINE;

    fputs(tn_pick(lang, TN_W_DOC_INPUTS), out);
    for (size_t i = 0; i < source->inputs; i++) {
        const char *item = tn_say(arena, lang, TN_W_DOC_INPUT,
                                  tn_utf8_safe(arena, source->input[i]),
                                  source->sha256[i], i + 1 < source->inputs ? "," : "");
        int width = tn_utf8_width(item) + 1;
        bool fits = used + width <= LINE;
        fprintf(out, "%s%s", fits ? " " : "\n  ", item);
        used = fits ? used + width : width;
    }
    fputc('\n', out);
}

static void write_source(struct tn_arena *arena, FILE *out,
                         const struct tn_source *source,
                         const struct tn_text_options *options)
{
    if (!source->version)
        return;
    fprintf(out, "\n%s", options->colour ? "\x1b[2m" : "");
    if (source->seed == TN_COUNT_NONE)
        fprintf(out, "%s\n", source->version);
    else
        fprintf(
            out, "%s\n",
            tn_say(arena, options->lang, TN_W_DOC_SEED, source->version, source->seed));
    if (source->inputs)
        write_inputs(arena, out, source, options->lang);
    fputs(options->colour ? "\x1b[0m" : "", out);
}

void tn_text_write(struct tn_arena *arena, FILE *out, const struct tn_doc *doc,
                   const struct tn_text_options *options)
{
    struct tn_mark mark = tn_arena_mark(arena);

    if (doc->title.text[options->lang])
        styled(out, "\x1b[1m", tn_utf8_safe(arena, doc->title.text[options->lang]),
               options->colour);
    for (const struct tn_note *note = doc->first_note; note; note = note->next)
        paragraph(arena, out, note->text.text[options->lang], options->width);
    for (const struct tn_table *t = doc->first; t; t = t->next)
        if (t->only != TN_ONLY_MACHINES && t->only != TN_ONLY_CSV)
            write_table(arena, out, t, options);
    write_source(arena, out, &doc->source, options);
    tn_arena_rewind(arena, mark);
}
