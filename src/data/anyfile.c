/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/data/anyfile.h"

#include "tn/data/cell.h"
#include "tn/words/data.h"

#include <string.h>

bool tn_anyfile_is(const char *heading, size_t len, const char *name)
{
    for (size_t i = 0; i < len; i++) {
        char x = heading[i], y = name[i];
        x = (char)(x >= 'A' && x <= 'Z' ? x + 32 : x);
        y = (char)(y >= 'A' && y <= 'Z' ? y + 32 : y);
        if (x != y || !y)
            return false;
    }
    return name[len] == '\0';
}

const char *tn_anyfile_headings(const struct tn_reading *reading,
                                const struct tn_csv_row *row)
{
    size_t len = 1;

    for (size_t i = 0; i < row->cells; i++)
        len += row->cell[i].len + 2;
    char *all = tn_new(reading->arena, char, len), *end = all;
    for (size_t i = 0; i < row->cells; i++) {
        if (i)
            *end++ = ',', *end++ = ' ';
        memcpy(end, row->cell[i].text, row->cell[i].len);
        end += row->cell[i].len;
    }
    return tn_shown(reading, (size_t)(end - all), all);
}

bool tn_anyfile_is_text(struct tn_reading *reading, char separator,
                        const struct tn_csv_row *row)
{
    const struct tn_cell_rules rules = {reading, reading->arena, separator};
    bool all = true;

    for (size_t i = 0; i < row->cells && !row->clean; i++)
        all &= tn_cell_is_text(
            &rules, reading->columns ? tn_column_called(reading, i + 1) : "header", row,
            &row->cell[i], (long)i + 1);
    return all;
}

void tn_anyfile_call_columns(struct tn_reading *reading, const struct tn_csv_row *row)
{
    reading->column = tn_new(reading->arena, const char *, row->cells);
    reading->columns = row->cells;
    for (size_t i = 0; i < row->cells; i++)
        reading->column[i] = tn_shown(reading, row->cell[i].len, row->cell[i].text);
}

void tn_anyfile_tell_cells(struct tn_reading *reading, const struct tn_csv_row *row)
{
    size_t named = reading->columns, column = row->cells < named ? row->cells : named;

    TN_FIND(reading, TN_ERROR, row->line, (long)column + 1, TN_W_ROW_HAS_FIELDS,
            row->cells, named, tn_shown(reading, row->cell[0].len, row->cell[0].text));
}

/* The commonest of the three in the header. */
char tn_anyfile_separator(size_t len, const char *line)
{
    size_t commas = 0, semicolons = 0, tabs = 0;

    for (size_t i = 0; i < len; i++) {
        commas += line[i] == ',';
        semicolons += line[i] == ';';
        tabs += line[i] == '\t';
    }
    if (commas >= semicolons && commas >= tabs)
        return ',';
    return semicolons >= tabs ? ';' : '\t';
}

bool tn_anyfile_read(struct tn_reading *reading, const struct tn_csv_reader *reader,
                     struct tn_input *input)
{
    struct tn_stream stream;
    bool open = tn_stream_open(&stream, reading);

    if (open)
        tn_csv_read(&stream, reader);
    tn_stream_close(&stream, input->sha256);
    return open && !reading->errors;
}

struct look {
    const char *name;
    bool found;
};

static bool look_at_header(void *context, const struct tn_csv_row *row)
{
    struct look *look = context;

    for (size_t i = 0; i < row->cells; i++)
        look->found |= tn_anyfile_is(row->cell[i].text, row->cell[i].len, look->name);
    return false;
}

static char tell_separator(void *context, size_t len, const char *line)
{
    (void)context;
    return tn_anyfile_separator(len, line);
}

bool tn_anyfile_has(const struct tn_reading *reading, const char *name)
{
    struct tn_arena arena = {0};
    struct tn_findings findings = {0};
    struct tn_reading own = *reading;
    struct look look = {name, false};
    const struct tn_csv_reader reader = {look_at_header, tell_separator, &look};
    struct tn_stream stream;
    char sha256[TN_DIGEST_HEX];

    own.arena = &arena;
    own.findings = &findings;
    if (tn_stream_open(&stream, &own))
        tn_csv_read(&stream, &reader);
    stream.ended = true;   // the rest is nothing to this
    tn_stream_close(&stream, sha256);
    tn_arena_free(&arena);
    return look.found;
}
