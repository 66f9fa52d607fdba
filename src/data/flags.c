/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/data/flags.h"

#include "tn/base/decimal.h"
#include "tn/base/hash.h"
#include "tn/base/thread.h"
#include "tn/data/anyfile.h"
#include "tn/data/ascent.h"
#include "tn/data/cell.h"
#include "tn/data/pieces.h"
#include "tn/data/repeats.h"
#include "tn/words/data.h"
#include "tn/words/flags.h"

#include <string.h>

enum { MOST_COLUMNS = TN_FLAG_COLUMNS + TN_GROUP_COLUMNS + 3 };

/* A column of the file and what to do with its cells. */
enum use { FLAG, GROUP, WEIGHT, STRATUM, PSU };

struct column {
    const char *name;
    enum use use;
    size_t item;   // which flag or group
    size_t at;     // in the file, from 0
    bool four;     // this and the next three are flags, side by side there
};

struct flags {
    struct tn_reading *reading;
    const struct tn_flags_wanted *wanted;
    tn_flags_fn *fn;
    void *context;
    size_t columns, named;
    size_t flags;   // the first of the columns
    struct column column[MOST_COLUMNS];
    bool header_read;
    bool is_text;   // the row that is being taken
    size_t rows;
    char separator;
    long code, code_year;   // columns of the file from 0; -1: none
    struct tn_ascent codes;
    struct tn_repeats repeats;
};

static void want(struct flags *flags, const char *name, enum use use, size_t item)
{
    if (name)
        flags->column[flags->columns++] = (struct column){
            .name = name, .use = use, .item = item};
}

static void tell_absent(struct tn_reading *r, const struct tn_csv_row *row,
                        const char *name)
{
    TN_FIND(r, TN_ERROR, row->line, 0, TN_W_FLAGS_NO_COLUMN,
            tn_shown(r, strlen(name), name), tn_anyfile_headings(r, row));
}

static bool locate(struct flags *flags, const struct tn_csv_row *row,
                   struct column *column)
{
    struct tn_reading *r = flags->reading;
    size_t found = 0;

    for (size_t i = 0; i < row->cells; i++) {
        if (!tn_anyfile_is(row->cell[i].text, row->cell[i].len, column->name))
            continue;
        if (found)
            TN_FIND(r, TN_ERROR, row->line, (long)i + 1, TN_W_FLAGS_COLUMN_TWICE,
                    tn_shown(r, strlen(column->name), column->name), found, i + 1);
        found = i + 1;
    }
    if (!found) {
        tell_absent(r, row, column->name);
        return false;
    }
    column->at = found - 1;
    return true;
}

/* The column of a heading, or -1. */
static long find(const struct tn_csv_row *row, const char *name)
{
    for (size_t i = 0; name && i < row->cells; i++)
        if (tn_anyfile_is(row->cell[i].text, row->cell[i].len, name))
            return (long)i;
    return -1;
}

/* Where the file lacks many indicators, another set is meant: that is said once. */
static bool has_most_flags(struct flags *flags, const struct tn_csv_row *row)
{
    enum { FEW = 3 };
    struct tn_reading *r = flags->reading;
    const char *first = NULL;
    size_t lacking = 0;

    for (size_t j = flags->flags; j > 0; j--)
        if (find(row, flags->column[j - 1].name) < 0) {
            first = flags->column[j - 1].name;
            lacking++;
        }
    if (lacking <= FEW)
        return true;
    TN_FIND(r, TN_ERROR, row->line, 0, TN_W_FLAGS_LACKING, lacking, flags->flags, first,
            tn_anyfile_headings(r, row));
    return false;
}

static bool read_header(struct flags *flags, const struct tn_csv_row *row)
{
    bool all = tn_anyfile_is_text(flags->reading, flags->separator, row);

    tn_anyfile_call_columns(flags->reading, row);
    flags->named = row->cells;
    flags->code = find(row, flags->wanted->code);
    flags->code_year = find(row, flags->wanted->code_year);
    if (flags->code < 0 && flags->wanted->code_named)
        tell_absent(flags->reading, row, flags->wanted->code);
    size_t first = has_most_flags(flags, row) ? 0 : flags->flags;
    for (size_t i = first; i < flags->columns; i++)
        all &= locate(flags, row, &flags->column[i]);
    for (size_t j = 0; j + 3 < flags->flags; j++) {
        struct column *c = &flags->column[j];
        c->four = c[1].at == c->at + 1 && c[2].at == c->at + 2 && c[3].at == c->at + 3;
    }
    return all && !flags->reading->errors;
}

/* TN_W_... is a format of the column's name and the cell. */
#define COMPLAIN(flags, column, cell, ...)                                    \
    TN_FIND((flags)->reading, TN_ERROR, (cell)->line, (long)(column)->at + 1, \
            __VA_ARGS__, (column)->name,                                      \
            tn_shown((flags)->reading, (cell)->len, (cell)->text))

static bool is_missing(const struct tn_csv_cell *cell)
{
    return !cell->len || (cell->len == 2 && memcmp(cell->text, "NA", 2) == 0);
}

/* A cell that is neither 0 nor 1. */
static void take_odd_flag(struct flags *flags, const struct column *column,
                          const struct tn_csv_cell *cell, struct tn_flags_row *into)
{
    if (is_missing(cell))
        into->missing |= (uint64_t)1 << column->item;
    else
        COMPLAIN(flags, column, cell, TN_W_FLAGS_NOT_A_FLAG);
}

static void take_weight(struct flags *flags, const struct column *column,
                        const struct tn_csv_cell *cell, struct tn_flags_row *into)
{
    char mark = flags->separator == ',' || memchr(cell->text, '.', cell->len) ? '.' : ',';

    if (!tn_decimal_read(cell->len, cell->text, mark, TN_DECIMAL_EXPONENT, &into->weight,
                         NULL) ||
        !(into->weight > 0))
        COMPLAIN(flags, column, cell, TN_W_FLAGS_NOT_A_WEIGHT);
}

/* A group, a stratum: what is told apart by its name. */
static const char *take_text(struct flags *flags, const struct column *column,
                             const struct tn_csv_row *row, const struct tn_csv_cell *cell)
{
    const struct tn_cell_rules rules = {flags->reading, flags->reading->arena,
                                        flags->separator};

    if (flags->is_text)
        tn_cell_is_label(&rules, column->name, row, cell, (long)column->at + 1);
    if (!cell->len)
        TN_FIND(flags->reading, TN_ERROR, cell->line, (long)column->at + 1,
                TN_W_FLAGS_NO_TEXT, column->name);
    return cell->text;
}

/* Of a column that holds no flag. */
static void take_cell(struct flags *flags, const struct column *column,
                      const struct tn_csv_row *row, struct tn_flags_row *into)
{
    const struct tn_csv_cell *cell = &row->cell[column->at];

    if (column->use == WEIGHT) {
        take_weight(flags, column, cell, into);
    } else if (column->use == STRATUM) {
        into->stratum = take_text(flags, column, row, cell);
    } else if (column->use == PSU) {
        into->psu = take_text(flags, column, row, cell);
    } else {
        into->group[column->item] = take_text(flags, column, row, cell);
        into->group_len[column->item] = cell->len;
    }
}

/* The flags stand first among the columns, bit by bit; most cells are one digit. */
static void take_flags(struct flags *flags, const struct tn_csv_cell cell[],
                       struct tn_flags_row *into)
{
    uint64_t deprived = 0;

    for (size_t j = 0; j < flags->flags; j++) {
        const struct tn_csv_cell *at = &cell[flags->column[j].at];
        unsigned bits;
        if (flags->column[j].four && tn_cell_four_flags(at, &bits)) {
            deprived |= (uint64_t)bits << j;
            j += 3;
            continue;
        }
        unsigned digit = (unsigned)(unsigned char)*at->text - '0';
        if (at->len == 1 && digit <= 1)
            deprived |= (uint64_t)digit << j;
        else
            take_odd_flag(flags, &flags->column[j], at, into);
    }
    into->deprived |= deprived;
}

/* The year's cell of the row, or an empty one. */
static struct tn_csv_cell year_cell(const struct flags *flags,
                                    const struct tn_csv_row *row)
{
    if (flags->code_year >= 0)
        return row->cell[flags->code_year];
    return (struct tn_csv_cell){.text = ""};
}

static void follow(struct flags *flags, const struct tn_csv_row *row)
{
    const struct tn_csv_cell *code = &row->cell[flags->code];
    struct tn_csv_cell year = year_cell(flags, row);

    if (code->len && tn_ascent_holds(&flags->codes))
        tn_ascent_add(&flags->codes, code->len, code->text, year.len, year.text);
}

static void tell_repeat(struct flags *flags, const struct tn_csv_row *row, long before)
{
    struct tn_reading *r = flags->reading;
    const struct tn_csv_cell *code = &row->cell[flags->code];
    const char *shown = tn_shown(r, code->len, code->text);

    if (flags->code_year < 0)
        TN_FIND(r, TN_ERROR, row->line, flags->code + 1, TN_W_FLAGS_CODE_AGAIN,
                flags->wanted->code, shown, before);
    else
        TN_FIND(r, TN_ERROR, row->line, flags->code + 1, TN_W_FLAGS_CODE_TWICE,
                flags->wanted->code, shown, before);
}

/* A code that stands in the same year already is an error; an empty one is none. Where
 * the table of codes is full, half of them are let be from then on. */
static bool look_for_repeat(void *context, const struct tn_csv_row *row)
{
    struct flags *flags = context;
    const struct tn_csv_cell *code = &row->cell[flags->code];
    struct tn_repeat before, here = {.line = (uint32_t)row->line};

    if (!flags->header_read || !code->len) {
        flags->header_read = true;
        return true;
    }
    struct tn_csv_cell year = year_cell(flags, row);
    here.code = tn_repeats_hash(code->len, code->text) ^
                tn_hash_fast(year.len, year.text, 0) << 4;
    if (tn_repeats_add(&flags->repeats, &here, &before))
        tell_repeat(flags, row, before.line);
    return flags->reading->errors < TN_MOST_ERRORS;
}

static bool take_row(void *context, const struct tn_csv_row *row)
{
    struct flags *flags = context;
    size_t errors = flags->reading->errors;
    struct tn_flags_row into = {.weight = 1, .stratum = "", .psu = ""};

    if (!flags->header_read) {
        flags->header_read = true;
        return read_header(flags, row);
    }
    if (row->cells != flags->named) {
        tn_anyfile_tell_cells(flags->reading, row);
        return flags->reading->errors < TN_MOST_ERRORS;
    }
    flags->is_text = tn_anyfile_is_text(flags->reading, flags->separator, row);
    take_flags(flags, row->cell, &into);
    if (flags->code >= 0)
        follow(flags, row);
    for (size_t i = flags->flags; i < flags->columns; i++)
        take_cell(flags, &flags->column[i], row, &into);
    flags->rows++;
    if (flags->reading->errors == errors)
        flags->fn(flags->context, &into);
    return flags->reading->errors < TN_MOST_ERRORS;
}

static char tell_separator(void *context, size_t len, const char *line)
{
    struct flags *flags = context;

    return flags->separator = tn_anyfile_separator(len, line);
}

/* Read the file once more, for its codes alone. */
static bool find_repeats(struct flags *flags)
{
    const struct tn_csv_reader reader = {look_for_repeat, tell_separator, flags};
    struct tn_repeats *repeats = &flags->repeats;
    struct tn_input input;

    flags->header_read = false;
    tn_repeats_begin(repeats, 0, 1);
    bool read = tn_anyfile_read(flags->reading, &reader, &input);
    if (repeats->parts > 1)
        TN_FIND(flags->reading, TN_NOTE, 0, 0, TN_W_FLAGS_CODES_MANY,
                (long)repeats->since[0], repeats->parts);
    tn_repeats_end(repeats);
    return read;
}

/* What one thread reads, and the codes of its pieces. */
struct piece_codes {
    struct piece_codes *before;
    size_t number;
    struct tn_ascent codes;
};

struct part {
    struct flags flags;
    struct tn_arena arena;
    struct tn_findings findings;
    struct tn_reading reading;
    struct tn_csv_reader reader;
    struct tn_csv *csv;
    struct tn_pieces *pieces;
    struct tn_piece piece;
    struct piece_codes *codes;
    pthread_t thread;
    bool started;
};

static void begin_part(struct part *part, const struct flags *flags, void *context,
                       struct tn_pieces *pieces)
{
    part->reading = *flags->reading;
    part->reading.arena = &part->arena;
    part->reading.findings = &part->findings;
    part->flags = *flags;
    part->flags.reading = &part->reading;
    part->flags.context = context;
    part->flags.rows = 0;
    part->reader = (struct tn_csv_reader){take_row, tell_separator, &part->flags};
    part->pieces = pieces;
    part->piece.text = tn_new(&part->arena, char, TN_PIECE);
}

/* Nothing that has to be reported at its line. */
static bool is_silent(const struct part *part)
{
    return !part->findings.first;
}

static bool read_piece(struct part *part)
{
    struct tn_piece *piece = &part->piece;
    struct piece_codes *codes = tn_new(&part->arena, struct piece_codes, 1);

    part->flags.codes = tn_ascent_begin();
    bool all = tn_csv_feed(part->csv, piece->len, piece->text) && is_silent(part) &&
               (piece->last || tn_csv_is_between(part->csv));
    *codes = (struct piece_codes){part->codes, piece->number, part->flags.codes};
    part->codes = codes;
    if (!all)
        tn_pieces_give_up(part->pieces);
    return all;
}

static void *read_pieces(void *what)
{
    struct part *part = what;

    while (tn_pieces_next(part->pieces, &part->piece) && read_piece(part))
        ;
    return NULL;
}

/* The rows after the first piece, by all. */
static void share(size_t parts, struct part part[], const struct tn_flags_taker *taker)
{
    for (size_t i = 1; i < parts; i++) {
        begin_part(&part[i], &part[0].flags, taker->context[i], part[0].pieces);
        part[i].csv = tn_csv_beside(part[0].csv, &part[i].reading, &part[i].reader);
        part[i].started = tn_thread_start(&part[i].thread, read_pieces, &part[i]);
    }
    read_pieces(&part[0]);
    for (size_t i = 1; i < parts; i++)
        if (part[i].started)
            pthread_join(part[i].thread, NULL);
}

/* The codes of the whole file, piece by piece. */
static struct tn_ascent join_codes(struct tn_arena *arena, size_t parts,
                                   const struct part part[], size_t pieces)
{
    const struct tn_ascent **of = tn_new(arena, const struct tn_ascent *, pieces);
    struct tn_ascent all = tn_ascent_begin();

    for (size_t i = 0; i < parts; i++)
        for (const struct piece_codes *c = part[i].codes; c; c = c->before)
            of[c->number] = &c->codes;
    for (size_t n = 0; n < pieces; n++)
        tn_ascent_join(&all, of[n]);
    return all;
}

/* Whether all was read, and nothing is to be said; what was found out goes to flags. */
static bool close_parts(struct flags *flags, size_t parts, struct part part[],
                        struct tn_pieces *pieces)
{
    bool all = pieces->last && !pieces->given_up;

    for (size_t i = 0; i < parts; i++) {
        if (part[i].csv)
            tn_csv_finish(part[i].csv);
        all = all && is_silent(&part[i]);
        flags->rows += part[i].flags.rows;
    }
    if (all) {
        flags->code = part[0].flags.code;
        flags->code_year = part[0].flags.code_year;
        flags->codes = join_codes(&part[0].arena, parts, part, pieces->n);
    } else {
        flags->rows = 0;
    }
    for (size_t i = 1; i < parts; i++)
        tn_arena_free(&part[i].arena);
    return all;
}

/* The first piece has the header, so it is read alone. */
static bool read_parts(struct flags *flags, const struct tn_flags_taker *taker,
                       struct part part[], struct tn_stream *stream)
{
    struct tn_pieces pieces;

    if (!tn_pieces_begin(&pieces, &part[0].arena, stream))
        return false;
    begin_part(&part[0], flags, taker->context[0], &pieces);
    part[0].csv = tn_csv_begin(&part[0].reading, &part[0].reader, stream->mark);
    if (tn_pieces_next(&pieces, &part[0].piece) && read_piece(&part[0]))
        share(taker->readers, part, taker);
    bool all = close_parts(flags, taker->readers, part, &pieces);
    tn_pieces_end(&pieces);
    return all;
}

/* By several threads. False where the file is short, or needs decoding, or where there is
 * anything to say of it: nothing is said then. */
static bool read_shared(struct flags *flags, const struct tn_flags_taker *taker,
                        struct tn_input *input)
{
    struct tn_arena arena = {0};
    struct tn_findings findings = {0};
    struct tn_reading reading = *flags->reading;
    struct tn_stream stream;

    reading.arena = &arena;
    reading.findings = &findings;
    struct part *part = tn_new(&arena, struct part, taker->readers);
    bool all = tn_stream_open(&stream, &reading) && tn_stream_is_long(&stream) &&
               read_parts(flags, taker, part, &stream) && !findings.first;
    stream.ended = true;   // or given up: its digest is not asked for
    tn_stream_close(&stream, input->sha256);
    tn_arena_free(&part[0].arena);
    tn_arena_free(&arena);
    return all;
}

static void want_all(struct flags *flags, const struct tn_flags_wanted *wanted)
{
    for (size_t j = 0; j < wanted->flags; j++)
        want(flags, wanted->flag[j], FLAG, j);
    for (size_t g = 0; g < wanted->groups; g++)
        want(flags, wanted->group[g], GROUP, g);
    want(flags, wanted->weight, WEIGHT, 0);
    want(flags, wanted->stratum, STRATUM, 0);
    want(flags, wanted->psu, PSU, 0);
}

bool tn_flags_read(struct tn_reading *reading, const struct tn_flags_wanted *wanted,
                   const struct tn_flags_taker *taker, struct tn_input *input)
{
    struct flags *flags = tn_new(reading->arena, struct flags, 1);
    const struct tn_csv_reader reader = {take_row, tell_separator, flags};
    bool read = true;

    *flags = (struct flags){.reading = reading,
                            .wanted = wanted,
                            .fn = taker->row,
                            .context = taker->context[0],
                            .flags = wanted->flags,
                            .codes = tn_ascent_begin()};
    want_all(flags, wanted);
    if (taker->readers < 2 || !read_shared(flags, taker, input)) {
        for (size_t i = 0; i < taker->readers && taker->again; i++)
            taker->again(taker->context[i]);
        read = tn_anyfile_read(reading, &reader, input);
    }
    input->rows = flags->rows;
    if (read && !tn_ascent_holds(&flags->codes))
        read = find_repeats(flags);
    if (read && !flags->rows)
        TN_FIND(reading, TN_ERROR, 1, 0, TN_W_NO_ROWS);
    return read && !reading->errors;
}
