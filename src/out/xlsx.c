/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/out/xlsx.h"

#include "tn/base/utf8.h"
#include "tn/words/file.h"

#include <errno.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <xlsxwriter.h>

enum { HEAD_ROW = 2, SHEET_NAME = 31, WIDEST = 60, NARROWEST = 8, LIST_ROW = 3 };

/* Midnight before 2000: every book is as old as every other. */
static const time_t ALWAYS = 946684800;

struct book {
    struct tn_arena *arena;
    const struct tn_workbook *of;
    lxw_workbook *workbook;
    lxw_format *title, *head, *text, *total, *note, *link;
};

static void make_formats(struct book *b)
{
    b->title = workbook_add_format(b->workbook);
    format_set_bold(b->title);
    format_set_font_size(b->title, 14);
    b->head = workbook_add_format(b->workbook);
    format_set_bold(b->head);
    format_set_text_wrap(b->head);
    format_set_align(b->head, LXW_ALIGN_VERTICAL_CENTER);
    format_set_bg_color(b->head, 0xDBE5F1);
    format_set_border(b->head, LXW_BORDER_THIN);
    b->text = workbook_add_format(b->workbook);
    format_set_border(b->text, LXW_BORDER_HAIR);
    b->note = workbook_add_format(b->workbook);
    format_set_italic(b->note);
    format_set_font_color(b->note, 0x555555);
    b->link = workbook_add_format(b->workbook);
    format_set_font_color(b->link, 0x003366);
    format_set_underline(b->link, LXW_UNDERLINE_SINGLE);
}

/* "0", "0.00", "0.0%". */
static const char *number_format(struct book *b, const struct tn_column *column)
{
    char zeros[] = ".000000000000000";
    bool share = column->kind == TN_SHARE || column->kind == TN_BAR;
    int decimals = column->kind == TN_COUNT ? 0 : column->decimals;

    zeros[decimals ? decimals + 1 : 0] = '\0';
    return tn_say(b->arena, TN_EN, "0%s%s", "0%s%s", zeros, share ? "%" : "");
}

static lxw_format *column_format(struct book *b, const struct tn_column *column,
                                 bool total)
{
    lxw_format *format = workbook_add_format(b->workbook);

    format_set_border(format, LXW_BORDER_HAIR);
    if (total)
        format_set_bold(format);
    if (column->kind != TN_TEXT && column->kind != TN_WORDS)
        format_set_num_format(format, number_format(b, column));
    return format;
}

static const char *cell_text(struct book *b, const struct tn_column *column,
                             union tn_cell cell)
{
    const char *text = column->kind == TN_TEXT ? cell.text : cell.words.text[b->of->lang];

    return text ? tn_utf8_safe(b->arena, text) : "";
}

/* Where a cell goes, and how it looks. */
struct spot {
    lxw_worksheet *sheet;
    lxw_row_t row;
    lxw_col_t col;
    lxw_format *format;
};

static void put_number(const struct spot *s, bool known, double x)
{
    if (known)
        worksheet_write_number(s->sheet, s->row, s->col, x, s->format);
    else
        worksheet_write_blank(s->sheet, s->row, s->col, s->format);
}

static void put_cell(struct book *b, const struct spot *s, const struct tn_column *column,
                     union tn_cell cell)
{
    switch (column->kind) {
    case TN_TEXT:
    case TN_WORDS:
        worksheet_write_string(s->sheet, s->row, s->col, cell_text(b, column, cell),
                               s->format);
        break;
    case TN_COUNT:
        put_number(s, cell.count != TN_COUNT_NONE, (double)cell.count);
        break;
    case TN_REAL:
    case TN_SHARE:
    case TN_BAR:
        put_number(s, isfinite(cell.real), cell.real);
        break;
    }
}

/* Columns as wide as their cells, or as the longest word of the head. */
static double width_of(struct book *b, const struct tn_table *t, size_t col)
{
    const struct tn_column *column = &t->column[col];
    int widest = NARROWEST;

    for (size_t r = 0; r < t->rows; r++) {
        const char *shown = tn_cell_shown(b->arena, b->of->lang, column,
                                          t->cell[r * t->cols + col]);
        int width = tn_utf8_width(shown);
        widest = width > widest ? width : widest;
    }
    const char *head = column->title.text[b->of->lang];
    int half = (tn_utf8_width(head) + 1) / 2 + 2;
    widest = half > widest ? half : widest;
    return (widest < WIDEST ? widest : WIDEST) + 1;
}

static void put_head(struct book *b, lxw_worksheet *sheet, const struct tn_table *t)
{
    worksheet_write_string(sheet, 0, 0, t->title.text[b->of->lang], b->title);
    for (size_t col = 0; col < t->cols; col++) {
        worksheet_write_string(sheet, HEAD_ROW, (lxw_col_t)col,
                               t->column[col].title.text[b->of->lang], b->head);
        worksheet_set_column(sheet, (lxw_col_t)col, (lxw_col_t)col, width_of(b, t, col),
                             NULL);
    }
    worksheet_set_row(sheet, HEAD_ROW, 32, NULL);
    worksheet_freeze_panes(sheet, HEAD_ROW + 1, 1);
}

static void put_rows(struct book *b, lxw_worksheet *sheet, const struct tn_table *t)
{
    for (size_t col = 0; col < t->cols; col++) {
        const struct tn_column *column = &t->column[col];
        lxw_format *plain = column_format(b, column, false);
        lxw_format *total = column_format(b, column, true);
        for (size_t r = 0; r < t->rows; r++) {
            struct spot s = {sheet, (lxw_row_t)(HEAD_ROW + 1 + r), (lxw_col_t)col,
                             r + t->total_rows >= t->rows ? total : plain};
            put_cell(b, &s, column, t->cell[r * t->cols + col]);
        }
    }
    if (t->note.text[b->of->lang])
        worksheet_write_string(sheet, (lxw_row_t)(HEAD_ROW + 2 + t->rows), 0,
                               t->note.text[b->of->lang], b->note);
}

static void put_chart(struct book *b, lxw_worksheet *sheet, const struct tn_sheet *s)
{
    static const lxw_color_t colour[TN_SHEET_SERIES] = {0x7E9FC4, 0xBB5566, 0x004488};
    const struct tn_table *t = s->table;
    lxw_row_t first = (lxw_row_t)(HEAD_ROW + 1 + s->first);
    lxw_row_t last = (lxw_row_t)(first + s->rows - 1);
    lxw_chart *chart = workbook_add_chart(
        b->workbook, s->chart == TN_SHEET_BARS ? LXW_CHART_COLUMN : LXW_CHART_LINE);

    for (size_t i = 0; i < s->series; i++) {
        lxw_chart_series *series = chart_add_series(chart, NULL, NULL);
        lxw_chart_fill fill = {.color = colour[i]};
        lxw_chart_line line = {.color = colour[i], .width = 2};
        chart_series_set_categories(series, t->key, first, (lxw_col_t)s->x, last,
                                    (lxw_col_t)s->x);
        chart_series_set_values(series, t->key, first, (lxw_col_t)s->y[i], last,
                                (lxw_col_t)s->y[i]);
        chart_series_set_name_range(series, t->key, HEAD_ROW, (lxw_col_t)s->y[i]);
        if (s->chart == TN_SHEET_BARS)
            chart_series_set_fill(series, &fill);
        else
            chart_series_set_line(series, &line);
    }
    chart_title_set_name(chart, s->title);
    chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
    lxw_chart_options options = {.x_scale = 1.3, .y_scale = 1.25};
    worksheet_insert_chart_opt(sheet, HEAD_ROW, (lxw_col_t)(t->cols + 1), chart,
                               &options);
}

static void put_source(struct book *b, lxw_worksheet *sheet, lxw_row_t row)
{
    const struct tn_source *source = b->of->source;

    if (!source || !source->version)
        return;
    worksheet_write_string(sheet, row++, 0, source->version, b->note);
    for (size_t i = 0; i < source->inputs; i++, row++) {
        worksheet_write_string(sheet, row, 0, tn_utf8_safe(b->arena, source->input[i]),
                               b->note);
        worksheet_write_string(sheet, row, 1, source->sha256[i], b->note);
    }
}

static void put_contents(struct book *b)
{
    lxw_worksheet *sheet = workbook_add_worksheet(b->workbook, b->of->contents);

    worksheet_write_string(sheet, 0, 0, b->of->title, b->title);
    worksheet_set_column(sheet, 0, 0, 26, NULL);
    worksheet_set_column(sheet, 1, 1, 90, NULL);
    for (size_t i = 0; i < b->of->sheets; i++) {
        const struct tn_table *t = b->of->sheet[i].table;
        lxw_row_t row = (lxw_row_t)(LIST_ROW + i);
        const char *link = tn_say(b->arena, TN_EN, "internal:'%s'!A1", "internal:'%s'!A1",
                                  t->key);
        worksheet_write_url(sheet, row, 0, link, b->link);
        worksheet_write_string(sheet, row, 0, t->key, b->link);
        worksheet_write_string(sheet, row, 1, t->title.text[b->of->lang], NULL);
    }
    put_source(b, sheet, (lxw_row_t)(LIST_ROW + b->of->sheets + 2));
}

static void put_sheet(struct book *b, const struct tn_sheet *s)
{
    lxw_worksheet *sheet = workbook_add_worksheet(b->workbook, s->table->key);

    put_head(b, sheet, s->table);
    put_rows(b, sheet, s->table);
    worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, 9);   // A4
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_repeat_rows(sheet, HEAD_ROW, HEAD_ROW);
    if (s->chart != TN_SHEET_PLAIN && s->rows > 0)
        put_chart(b, sheet, s);
}

static bool write_book(struct tn_arena *arena, const struct tn_workbook *of,
                       const char *path)
{
    struct book b = {.arena = arena, .of = of, .workbook = workbook_new(path)};
    char *title = tn_arena_text(arena, of->title, strlen(of->title));
    lxw_doc_properties properties = {.title = title, .created = ALWAYS};

    if (!b.workbook)
        return false;
    workbook_set_properties(b.workbook, &properties);
    make_formats(&b);
    put_contents(&b);
    for (size_t i = 0; i < of->sheets; i++)
        put_sheet(&b, &of->sheet[i]);
    return workbook_close(b.workbook) == LXW_NO_ERROR;
}

/* All of a file. */
static bool slurp(struct tn_arena *arena, int descriptor, size_t *len, const char **bytes)
{
    off_t end = lseek(descriptor, 0, SEEK_END);
    size_t got = 0;

    if (end <= 0 || lseek(descriptor, 0, SEEK_SET) != 0)
        return false;
    char *room = tn_new(arena, char, (size_t)end);
    while (got < (size_t)end) {
        ssize_t some = read(descriptor, room + got, (size_t)end - got);
        if (some <= 0)
            return false;
        got += (size_t)some;
    }
    *len = got;
    *bytes = room;
    return true;
}

/* The library writes to a path alone: here that of a file which has lost its name at
 * once, so that nothing can stay behind. */
enum tn_fault tn_xlsx(struct tn_arena *arena, const struct tn_workbook *book, size_t *len,
                      const char **bytes, struct tn_err *err)
{
    const char *where = getenv("TMPDIR");
    const char *pattern = tn_say(arena, TN_EN, "%s/thoatngheo-XXXXXX",
                                 "%s/thoatngheo-XXXXXX",
                                 where && *where ? where : "/tmp");
    char *name = tn_arena_text(arena, pattern, strlen(pattern)), path[40];
    int descriptor = mkstemp(name);

    if (descriptor < 0)
        return tn_fail(err, TN_EFILE, name, TN_W_FILE_OTHER, errno, strerror(errno));
    unlink(name);
    snprintf(path, sizeof path, "/proc/self/fd/%d", descriptor);
    errno = 0;
    bool good = write_book(arena, book, path) && slurp(arena, descriptor, len, bytes);
    int why = errno ? errno : EIO;
    close(descriptor);
    return good ? TN_OK
                : tn_fail(err, TN_EFILE, name, TN_W_FILE_OTHER, why, strerror(why));
}
