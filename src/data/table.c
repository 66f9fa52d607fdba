/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/data/table.h"

#include "tn/data/header.h"
#include "tn/words/data.h"

#include <math.h>
#include <string.h>

enum { REMEMBERED = 32 };

/* A column that the file has. */
struct present {
    const struct tn_field *field;
    struct tn_value *value;
    size_t cell;   // of the row
    bool flag;
    bool four;      // this and the next three are flags, side by side in the file
    uint32_t len;   // of the last cell, if its value may stand for another like it; or 0
    char bytes[REMEMBERED];
};

struct table {
    struct tn_reading *reading;
    const struct tn_file_schema *schema;
    const struct tn_table_reader *reader;
    struct tn_arena scratch;
    struct tn_header header;
    struct tn_cell_rules rules;
    size_t presents;
    struct present present[TN_MOST_COLUMNS];
    struct tn_value value[TN_MOST_COLUMNS];
    size_t rows;
    long header_line;
    size_t flaws;   // errors of the header
};

static char tell_separator(void *context, size_t len, const char *line)
{
    struct table *table = context;

    return table->rules.separator = tn_header_separator(&table->header, len, line);
}

/* The row as it stands, or its beginning. */
static const char *row_shown(struct table *table, const struct tn_csv_row *row)
{
    enum { ENOUGH = 256 };
    char text[ENOUGH];
    size_t len = 0;

    for (size_t i = 0; i < row->cells && len < ENOUGH; i++) {
        if (i)
            text[len++] = table->rules.separator;
        size_t room = ENOUGH - len;
        size_t taken = row->cell[i].len < room ? row->cell[i].len : room;
        memcpy(text + len, row->cell[i].text, taken);
        len += taken;
    }
    return tn_shown(table->reading, len, text);
}

/* A row that is no text is not one of so many cells either. */
static bool is_text(struct table *table, const struct tn_csv_row *row)
{
    for (size_t i = 0; i < row->cells && !row->clean; i++)
        if (!tn_cell_is_text(&table->rules, tn_column_called(table->reading, i + 1), row,
                             &row->cell[i], (long)i + 1))
            return false;
    return true;
}

static void tell_cells(struct table *table, const struct tn_csv_row *row)
{
    struct tn_reading *r = table->reading;
    size_t named = table->header.named, first = named;
    size_t column = (row->cells < named ? row->cells : named) + 1;

    while (first < row->cells && !row->cell[first].len)
        first++;
    if (row->cells > named && row->cells <= table->header.cells)
        TN_FIND(r, TN_ERROR, row->cell[first].line, (long)first + 1,
                TN_W_CELL_WITHOUT_HEADING,
                tn_shown(r, row->cell[first].len, row->cell[first].text));
    else if (row->cells > named && table->rules.separator == ',')
        TN_FIND(r, TN_ERROR, row->line, (long)column, TN_W_ROW_HAS_MORE, row->cells,
                named, row_shown(table, row));
    else
        TN_FIND(r, TN_ERROR, row->line, (long)column, TN_W_ROW_HAS_FIELDS, row->cells,
                named, row_shown(table, row));
}

/* As many cells as the header has columns; empty ones beyond them are Excel's habit. */
static bool has_its_cells(struct table *table, const struct tn_csv_row *row)
{
    size_t named = table->header.named, filled = row->cells;

    while (filled > named && !row->cell[filled - 1].len)
        filled--;
    if (filled == named)
        return true;
    if (is_text(table, row))
        tell_cells(table, row);
    return false;
}

/* Names that stand in another file, a village's, come again row after row. A cell of a
 * clean row that was taken as it stands, without a word, then means the same. */
static void read_key(struct table *table, struct present *p, const struct tn_csv_row *row,
                     const struct tn_csv_cell *cell)
{
    const struct tn_finding *last = table->reading->findings->last;
    struct tn_value *value = p->value;

    value->again = row->clean && p->len && cell->len == p->len &&
                   memcmp(cell->text, p->bytes, p->len) == 0;
    if (value->again) {
        value->text = cell->text;
        return;
    }
    tn_cell_read(&table->rules, p->field, row, cell, value);
    bool as_it_stands = row->clean && value->text == cell->text &&
                        value->len == cell->len && table->reading->findings->last == last;
    p->len = as_it_stands && cell->len <= REMEMBERED ? cell->len : 0;
    memcpy(p->bytes, cell->text, p->len);
}

static bool read_record(struct table *table, const struct tn_csv_row *row)
{
    size_t errors = table->reading->errors;
    struct tn_mark mark = tn_arena_mark(&table->scratch);

    for (size_t i = 0; i < table->presents && !table->reading->hopeless; i++) {
        struct present *p = &table->present[i];
        const struct tn_csv_cell *cell = &row->cell[p->cell];
        unsigned bits;
        if (p->four && tn_cell_four_flags(cell, &bits)) {
            for (size_t k = 0; k < 4; k++)
                p[k].value->count = bits >> k & 1;
            i += 3;
            continue;
        }
        /* The shortest way for the most frequent cell, a flag that is 0 or 1. */
        if (p->flag && cell->len == 1 && (*cell->text | 1) == '1') {
            p->value->count = *cell->text & 1;
            continue;
        }
        p->value->line = cell->line;
        if (p->field->key)
            read_key(table, p, row, cell);
        else
            tn_cell_read(&table->rules, p->field, row, cell, p->value);
    }
    struct tn_record record = {row->line, table->reading->errors - errors + table->flaws,
                               table->value, row, &table->scratch};
    bool more = !table->reading->hopeless &&   // else some cells are still the last row's
                table->reader->record(table->reader->context, &record);
    tn_arena_rewind(&table->scratch, mark);
    return more;
}

static void find_flags(size_t n, struct present p[])
{
    for (size_t i = 0; i + 3 < n; i++) {
        p[i].four = p[i].flag;
        for (size_t k = 1; k < 4; k++)
            p[i].four &= p[i + k].flag && p[i + k].cell == p[i].cell + k;
    }
}

static bool take_header(struct table *table, const struct tn_csv_row *row)
{
    size_t errors = table->reading->errors;

    if (!tn_header_read(&table->header, row))
        return false;
    if (!table->header.named)
        return true;
    table->header_line = row->line;
    table->flaws = table->reading->errors - errors;
    for (size_t i = 0; i < table->schema->columns; i++) {
        const struct tn_field *field = &table->schema->column[i];
        long column = table->header.column[i];
        if (column)
            table->present[table->presents++] = (struct present){
                .field = field,
                .value = &table->value[i],
                .cell = (size_t)column - 1,
                .flag = field->kind == TN_K_FLAG};
        table->value[i] = (struct tn_value){.text = "",
                                            .column = column,
                                            .ascii = true,
                                            .count = TN_UNKNOWN,
                                            .number = {NAN, 0}};
    }
    find_flags(table->presents, table->present);
    return true;
}

/* Columns that are not read must be text all the same: a file that is damaged there may
 * be damaged elsewhere. */
static void check_unread(struct table *table, const struct tn_csv_row *row)
{
    for (size_t i = 0; i < table->header.named; i++) {
        bool is_read = false;
        for (size_t k = 0; k < table->presents; k++)
            is_read |= table->present[k].cell == i;
        if (!is_read)
            tn_cell_is_text(&table->rules, table->reading->column[i], row, &row->cell[i],
                            (long)i + 1);
    }
}

static bool take_row(void *context, const struct tn_csv_row *row)
{
    struct table *table = context;

    if (!table->header_line)
        return take_header(table, row);
    table->rows++;
    if (!has_its_cells(table, row))
        return true;
    if (!row->clean && !table->reading->options->encoding)
        check_unread(table, row);
    return read_record(table, row);
}

static void read_rows(struct table *table, struct tn_stream *stream)
{
    const struct tn_csv_reader reader = {take_row, tell_separator, table};

    tn_csv_read(stream, &reader);
    if (!table->header_line && !table->reading->errors)
        tn_header_end(&table->header);
    if (table->reading->errors || table->rows)
        return;
    if (table->header_line)
        TN_FIND(table->reading, TN_ERROR, table->header_line, 0, TN_W_NO_ROWS);
    else
        TN_FIND(table->reading, TN_ERROR, 1, 0, TN_W_EMPTY_FILE);
}

bool tn_table_read(struct tn_reading *reading, const struct tn_file_schema *schema,
                   const struct tn_table_reader *reader, struct tn_input *input)
{
    struct table *table = tn_new(reading->arena, struct table, 1);
    struct tn_stream stream;

    table->reading = reading;
    table->schema = schema;
    table->reader = reader;
    table->rules = (struct tn_cell_rules){reading, &table->scratch, ','};
    tn_header_begin(&table->header, reading, schema);
    bool open = tn_stream_open(&stream, reading);
    if (open)
        read_rows(table, &stream);
    tn_stream_close(&stream, input->sha256);
    input->rows = table->rows;
    tn_arena_free(&table->scratch);
    return open && !reading->errors;
}
