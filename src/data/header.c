/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/data/header.h"

#include "tn/base/fold.h"
#include "tn/base/intern.h"
#include "tn/base/utf8.h"
#include "tn/data/cell.h"
#include "tn/data/legacy.h"
#include "tn/words/data.h"

#include <stdint.h>
#include <string.h>

static void add(struct tn_arena *arena, struct tn_heading *heading, size_t column,
                size_t len, const char *text)
{
    heading->key = tn_fold_key(arena, len, text);
    heading->plain = tn_fold_plain(arena, heading->key);
    heading->letters = tn_fold_letters(heading->plain);
    heading->shown = tn_arena_text(arena, text, len);
    heading->column = column;
}

static size_t spellings(const struct tn_field *column)
{
    size_t n = 3;   // name, and heading in two languages

    for (const char *at = column->alias; at; n++) {
        at = strchr(at, '|');
        at = at ? at + 1 : NULL;
    }
    return n;
}

static size_t slot_of(size_t n, const char *key)
{
    return tn_hash(key, strlen(key)) % n;
}

/* A heading's place in the chains that begin at the slots, first the first. */
static void chain(size_t n, struct tn_heading heading[])
{
    for (size_t i = n; i-- > 0;) {
        struct tn_heading *key = &heading[slot_of(n, heading[i].key)];
        struct tn_heading *plain = &heading[slot_of(n, heading[i].plain)];
        heading[i].next = key->first;
        key->first = (uint32_t)i + 1;
        heading[i].plain_next = plain->plain_first;
        plain->plain_first = (uint32_t)i + 1;
    }
}

size_t tn_headings_of(struct tn_arena *arena, size_t n, const struct tn_field column[],
                      struct tn_heading **heading)
{
    size_t room = 0, made = 0;

    for (size_t i = 0; i < n; i++)
        room += spellings(&column[i]);
    *heading = tn_new(arena, struct tn_heading, room);
    for (size_t i = 0; i < n; i++) {
        const char *text[] = {column[i].name, column[i].heading.text[TN_VI],
                              column[i].heading.text[TN_EN]};
        for (size_t j = 0; j < 3; j++)
            add(arena, &(*heading)[made++], i, strlen(text[j]), text[j]);
        for (const char *at = column[i].alias; at;
             at = strchr(at, '|'), at = at ? at + 1 : at)
            add(arena, &(*heading)[made++], i, strcspn(at, "|"), at);
    }
    chain(made, *heading);
    return made;
}

/* What a heading says without what offices add to it: "Households (hộ):*". */
static size_t bare_len(struct tn_arena *scratch, size_t len, const char *text)
{
    while (len && (text[len - 1] == ' ' || text[len - 1] == ':' || text[len - 1] == '*' ||
                   text[len - 1] == '.'))
        len--;
    if (!len || text[len - 1] != ')')
        return len;
    size_t open = len - 1;
    while (open && text[open] != '(')
        open--;
    if (text[open] != '(')
        return len;
    const char *unit = tn_fold_plain(
        scratch, tn_fold_key(scratch, len - open - 2, text + open + 1));
    if (strcmp(unit, "ho") != 0 && strcmp(unit, "so ho") != 0)
        return len;
    return open;
}

static bool is_ascii(const char *text)
{
    unsigned char all = 0;

    for (; *text; text++)
        all |= (unsigned char)*text;
    return all < 0x80;
}

static size_t find_exactly(struct tn_arena *scratch, size_t n,
                           const struct tn_heading heading[], size_t len,
                           const char *text)
{
    const char *key = tn_fold_key(scratch, len, text);
    bool plain = is_ascii(key) || strcmp(key, tn_fold_plain(scratch, key)) == 0;
    const struct tn_heading *h = n ? &heading[slot_of(n, key)] : NULL;

    /* A key without marks that is a heading's key is also what that is without marks. */
    for (uint32_t at = !h      ? 0
                       : plain ? h->plain_first
                               : h->first;
         at; at = plain ? h->plain_next : h->next) {
        h = &heading[at - 1];
        if (strcmp(key, plain ? h->plain : h->key) == 0)
            return h->column;
    }
    return TN_NONE;
}

size_t tn_headings_find(struct tn_arena *scratch, size_t n,
                        const struct tn_heading heading[], size_t len, const char *text)
{
    struct tn_mark mark = tn_arena_mark(scratch);
    size_t found = find_exactly(scratch, n, heading, len, text);
    size_t bare = found == TN_NONE ? bare_len(scratch, len, text) : len;

    if (bare && bare < len)
        found = find_exactly(scratch, n, heading, bare, text);
    tn_arena_rewind(scratch, mark);
    return found;
}

size_t tn_headings_nearest(struct tn_arena *scratch, size_t n,
                           const struct tn_heading heading[], size_t len,
                           const char *text)
{
    struct tn_mark mark = tn_arena_mark(scratch);
    const char *plain = tn_fold_plain(scratch, tn_fold_key(scratch, len, text));
    const char **key = tn_new(scratch, const char *, n);
    size_t *of = tn_new(scratch, size_t, n), m = 0;
    size_t letters = tn_fold_letters(plain), reach = tn_fold_reach(letters);

    for (size_t i = 0; i < n; i++)
        if (heading[i].letters < letters + reach &&
            letters < heading[i].letters + reach) {
            key[m] = heading[i].plain;
            of[m++] = i;
        }
    size_t near = tn_fold_nearest(plain, m, key), found = near < m ? of[near] : n;
    tn_arena_rewind(scratch, mark);
    return found;
}

void tn_header_begin(struct tn_header *header, struct tn_reading *reading,
                     const struct tn_file_schema *schema)
{
    struct tn_heading *heading = NULL;

    *header = (struct tn_header){.reading = reading,
                                 .schema = schema,
                                 .headings = reading->headings,
                                 .heading = reading->heading};
    if (header->headings)
        return;
    header->headings = tn_headings_of(reading->arena, schema->columns, schema->column,
                                      &heading);
    header->heading = heading;
}

static bool is_text(size_t len, const char *text)
{
    int32_t code;
    const char *end = text + len;

    for (size_t bytes; text < end; text += bytes) {
        bytes = 1;
        if (*text && (unsigned char)*text < 0x80)
            continue;
        bytes = tn_utf8_next(text, &code);
        if (code <= 0)
            return false;
    }
    return true;
}

size_t tn_header_find(const struct tn_header *header, size_t len, const char *text)
{
    size_t found = is_text(len, text)
                       ? tn_headings_find(header->reading->arena, header->headings,
                                          header->heading, len, text)
                       : TN_NONE;
    return found == TN_NONE ? header->schema->columns : found;
}

/* Length of the cell that begins the line, quotes and all, up to a separator. */
static size_t cell_len(size_t len, const char *line, char separator)
{
    bool quoted = false;
    size_t i = 0;

    for (; i < len && (quoted || line[i] != separator); i++)
        quoted = quoted != (line[i] == '"');
    return i;
}

static bool is_known(const struct tn_header *header, size_t len, const char *text)
{
    char room[TN_NAME_LIMIT + 1];

    if (len >= 2 && text[0] == '"' && text[len - 1] == '"')
        text++, len -= 2;
    if (!len || len > TN_NAME_LIMIT)
        return false;
    memcpy(room, text, len);
    room[len] = '\0';
    return tn_header_find(header, len, room) < header->schema->columns;
}

/* Cells of the line cut at the separator; gives how many of them are known. */
static size_t count_cells(const struct tn_header *header, size_t len, const char *line,
                          char separator, size_t *cells)
{
    size_t known = 0;

    *cells = 0;
    for (size_t at = 0; at <= len && *cells < TN_COLUMN_LIMIT; ++*cells) {
        size_t cell = cell_len(len - at, line + at, separator);
        known += is_known(header, cell, line + at);
        at += cell + 1;
    }
    return known;
}

char tn_header_separator(struct tn_header *header, size_t len, const char *line)
{
    static const char candidate[] = {',', ';', '\t', '|'};
    char best = ',';
    size_t most_known = 0, most_cells = 1, alone = TN_NONE;   // the line as one cell

    for (size_t i = 0; i < sizeof candidate; i++) {
        size_t known = 0, cells = 1;
        if (!memchr(line, candidate[i], len)) {
            if (alone == TN_NONE)
                alone = is_known(header, len, line);
            known = alone;
        } else {
            known = count_cells(header, len, line, candidate[i], &cells);
        }
        if (known > most_known || (known == most_known && cells > most_cells)) {
            best = candidate[i];
            most_known = known;
            most_cells = cells;
        }
    }
    return best;
}

/* The heading that names column i where it is not found, in a message. */
static const char *title(const struct tn_header *header, size_t i)
{
    return header->schema->column[i].heading.text[TN_VI];
}

static const char *needed_columns(const struct tn_header *header)
{
    const struct tn_file_schema *schema = header->schema;
    const char *all = "";

    for (size_t i = 0; i < schema->columns; i++)
        if (schema->column[i].needed)
            all = tn_say(header->reading->arena, TN_EN, "%s%s%s", "%s%s%s", all,
                         *all ? ", " : "", schema->column[i].name);
    return all;
}

/* A file of another kind may have thousands of columns. */
enum { MOST_SUGGESTIONS = 20 };

static void unknown_column(struct tn_header *header, const struct tn_csv_row *row,
                           size_t i)
{
    struct tn_reading *r = header->reading;
    const struct tn_csv_cell *cell = &row->cell[i];

    if (tn_cell_is_blank(cell)) {
        TN_FIND(r, TN_WARNING, cell->line, (long)i + 1, TN_W_COLUMN_WITHOUT_NAME);
        return;
    }
    bool suggest = header->unknown++ < MOST_SUGGESTIONS;
    size_t near = suggest && is_text(cell->len, cell->text)
                      ? tn_headings_nearest(r->arena, header->headings, header->heading,
                                            cell->len, cell->text)
                      : header->headings;
    if (near < header->headings) {
        const struct tn_heading *heading = &header->heading[near];
        TN_FIND(r, TN_WARNING, cell->line, (long)i + 1, TN_W_UNKNOWN_COLUMN_NEAR,
                tn_shown(r, cell->len, cell->text),
                header->schema->column[heading->column].name, heading->shown);
    } else {
        TN_FIND(r, TN_WARNING, cell->line, (long)i + 1, TN_W_UNKNOWN_COLUMN,
                tn_shown(r, cell->len, cell->text));
    }
}

static void name_column(struct tn_header *header, const struct tn_csv_row *row, size_t i,
                        size_t column)
{
    struct tn_reading *r = header->reading;
    const struct tn_csv_cell *cell = &row->cell[i];

    r->column[i] = header->schema->column[column].name;
    if (header->column[column])
        TN_FIND(r, TN_ERROR, cell->line, (long)i + 1, TN_W_COLUMN_TWICE, r->column[i],
                header->column[column], tn_shown(r, cell->len, cell->text));
    else
        header->column[column] = (long)i + 1;
}

/* What is no text is no heading, and is not to be passed over as an unknown one either:
 * the column that it names would be missed. (Unless a decoder made it, that knows not
 * every letter.) */
static void check_heading(const struct tn_header *header, const struct tn_csv_row *row,
                          size_t i, bool known)
{
    const struct tn_cell_rules rules = {header->reading, header->reading->arena, ','};
    const struct tn_csv_cell *cell = &row->cell[i];
    long column = (long)i + 1;

    if (!row->clean && (known || !header->reading->options->encoding) &&
        !tn_cell_is_text(&rules, "header", row, cell, column))
        return;
    if (known)
        tn_cell_shows(&rules, "header", cell, column);
}

static void missing_columns(const struct tn_header *header, const struct tn_csv_row *row)
{
    for (size_t i = 0; i < header->schema->columns; i++)
        if (header->schema->column[i].needed && !header->column[i])
            TN_FIND(header->reading, TN_ERROR, row->line, 0, TN_W_MISSING_COLUMN,
                    header->schema->column[i].name, title(header, i));
}

/* A header that is no UTF-8, or of which nothing is known, may be in another encoding. */
static bool looks_legacy(const struct tn_header *header, const struct tn_csv_row *row,
                         const size_t meant[])
{
    for (size_t i = 0; i < row->cells; i++) {
        const struct tn_csv_cell *cell = &row->cell[i];
        bool suspect = false;
        for (size_t j = 0; j < cell->len; j++)
            suspect = suspect || (unsigned char)cell->text[j] >= 0x80 ||
                      cell->text[j] == '?';
        if (suspect && meant[i] == header->schema->columns)
            return tn_legacy_told(header->reading, row, cell, (long)i + 1, "header");
    }
    return false;
}

/* The column that each cell names, and how many name one. */
static size_t count_known(const struct tn_header *header, const struct tn_csv_row *row,
                          size_t meant[])
{
    size_t known = 0;

    for (size_t i = 0; i < row->cells; i++) {
        meant[i] = tn_header_find(header, row->cell[i].len, row->cell[i].text);
        known += meant[i] < header->schema->columns;
    }
    return known;
}

/* Titles may stand above the header, but the table must begin with it. */
static bool look_below(struct tn_header *header, const struct tn_csv_row *row,
                       size_t known)
{
    enum { MOST_TITLES = 20, ENOUGH = 2 };
    struct tn_reading *r = header->reading;

    if (!header->passed++) {
        header->first_line = row->line;
        header->first = tn_shown(r, row->cell[0].len, row->cell[0].text);
    } else if (known >= ENOUGH) {
        TN_FIND(r, TN_ERROR, header->first_line, 1, TN_W_HEADER_BELOW, header->first,
                row->line);
        return false;
    }
    if (header->passed <= MOST_TITLES)
        return true;
    tn_header_end(header);
    return false;
}

void tn_header_end(struct tn_header *header)
{
    if (header->passed)
        TN_FIND(header->reading, TN_ERROR, header->first_line, 1, TN_W_NO_HEADER,
                header->first, needed_columns(header));
}

bool tn_header_read(struct tn_header *header, const struct tn_csv_row *row)
{
    struct tn_reading *r = header->reading;
    size_t *meant = tn_new(r->arena, size_t, row->cells);
    size_t known = count_known(header, row, meant);

    if (!header->passed && looks_legacy(header, row, meant))
        return false;
    if (header->passed || !known)
        return look_below(header, row, known);
    header->cells = header->named = row->cells;
    while (header->named && tn_cell_is_blank(&row->cell[header->named - 1]))
        header->named--;
    r->column = tn_new(r->arena, const char *, header->named);
    r->columns = header->named;
    for (size_t i = 0; i < header->named; i++) {
        const struct tn_csv_cell *cell = &row->cell[i];
        r->column[i] = tn_shown(r, cell->len, cell->text);
        check_heading(header, row, i, meant[i] < header->schema->columns);
        if (cell->len && meant[i] < header->schema->columns)
            name_column(header, row, i, meant[i]);
        else
            unknown_column(header, row, i);
    }
    missing_columns(header, row);
    return true;
}
