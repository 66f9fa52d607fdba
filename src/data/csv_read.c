/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/data/csv_read.h"

#include "tn/base/utf8.h"
#include "tn/words/data.h"

#include <csv.h>
#include <string.h>

enum {
    PIECE = TN_FIELD_LIMIT,
    SOME_CELLS = 64,
    SOME_BYTES = 1024,
    ENDLESS = 64 << 20   // bytes of a line, after which its end is not waited for
};

struct tn_csv {
    struct tn_reading *reading;
    const struct tn_csv_reader *reader;
    struct csv_parser parser;
    char separator;
    long line;           // being fed, from 1
    long cell_line;      // where the next cell begins
    uint64_t offset;     // of the bytes to be fed, in the text
    size_t line_bytes;   // of the line that is being fed
    bool open;           // a row has begun on an earlier line and goes on
    bool got_row;        // a row ended on this line
    bool begun;          // something of this line is fed
    bool skip;           // the rest of this line is not looked at
    bool stop;           // nothing more is looked at
    bool after_cr;       // an LF now belongs to the CR before it
    long blank_line;     // first of the blank lines just met; 0: none
    bool blank_told;
    char *cursor;      // in plain lines, where the next cell begins; else null
    char *plain_end;   // of those lines
    struct tn_csv_row row;
    struct tn_csv_cell *cell;
    size_t *start;   // of each cell in bytes, unless the lines are plain
    char *bytes;
    size_t cell_room, byte_room, used;
};

static void begin_row(struct tn_csv *csv)
{
    csv->row = (struct tn_csv_row){.clean = true, .ascii = true, .nul = -1};
    csv->used = 0;
}

static void begin_parser(struct tn_csv *csv)
{
    csv_free(&csv->parser);
    csv_init(&csv->parser, CSV_STRICT | CSV_STRICT_FINI);
    csv_set_delim(&csv->parser, (unsigned char)csv->separator);
}

/* Report what is wrong with the cell now open, and drop its row. */
static void drop_row(struct tn_csv *csv)
{
    begin_parser(csv);
    begin_row(csv);
    csv->open = false;
    csv->skip = true;
}

/* Not inline: the functions that run for every cell shall not save its registers. */
static __attribute__((noinline)) void more_cells(struct tn_csv *csv)
{
    size_t room = 2 * csv->cell_room;
    struct tn_csv_cell *cell = tn_new(csv->reading->arena, struct tn_csv_cell, room);
    size_t *start = tn_new(csv->reading->arena, size_t, room);

    memcpy(cell, csv->cell, csv->row.cells * sizeof *cell);
    memcpy(start, csv->start, csv->row.cells * sizeof *start);
    csv->cell = cell;
    csv->start = start;
    csv->cell_room = room;
}

static void more_bytes(struct tn_csv *csv, size_t needed)
{
    while (csv->byte_room < needed)
        csv->byte_room *= 2;
    char *bytes = tn_new(csv->reading->arena, char, csv->byte_room);
    memcpy(bytes, csv->bytes, csv->used);
    csv->bytes = bytes;
}

/* Blank lines at the end are nothing, in the middle a warning, once. */
static void note_blank(struct tn_csv *csv, long line)
{
    if (!csv->blank_line)
        csv->blank_line = line;
}

/* Blank lines make no row: step over them. */
static char *skip_blank_lines(struct tn_csv *csv, char *at)
{
    const char separator = csv->separator;

    while (at < csv->plain_end) {
        char *end = at;
        while ((*end == ' ' || *end == '\t') && *end != separator)
            end++;
        if (*end != '\n' && *end != '\r')
            return at;
        note_blank(csv, csv->line);
        csv->line++;
        at = end + 1 + (*end == '\r' && end[1] == '\n');
    }
    return at;
}

static void plain_field_ended(void *text, size_t len, void *context);

static __attribute__((noinline)) void plain_field_beyond(void *text, size_t len,
                                                         void *context)
{
    more_cells(context);
    plain_field_ended(text, len, context);
}

/* In plain lines a cell is there already, between the one before it and the next
 * separator: of what libcsv found only the length is kept. (This runs for every cell of a
 * long file.) */
static void plain_field_ended(void *text, size_t len, void *context)
{
    struct tn_csv *csv = context;

    if (csv->row.cells == csv->cell_room)
        plain_field_beyond(text, len, context);
    else
        csv->cell[csv->row.cells++].len = (uint32_t)len;
}

static char *skip_blanks(const struct tn_csv *csv, char *at)
{
    while ((*at == ' ' || *at == '\t') && *at != csv->separator)
        at++;
    return at;
}

/* The cells of a plain row become strings where they stand. */
static void cut_cells(struct tn_csv *csv)
{
    struct tn_csv_cell *cell = csv->cell, *last = cell + csv->row.cells - 1;
    const char separator = csv->separator;
    char *at = skip_blank_lines(csv, csv->cursor), *end;
    const uint32_t line = (uint32_t)csv->line;

    for (; cell < last; cell++, at = end + 1) {
        end = at + cell->len;
        if (*end != separator) {   // there are blanks around it
            at = skip_blanks(csv, at);
            end = skip_blanks(csv, at + cell->len);
            at[cell->len] = '\0';
        }
        *end = '\0';
        cell->text = at;
        cell->line = line;
    }
    last->text = at = skip_blanks(csv, at);
    last->line = line;
    end = skip_blanks(csv, at + last->len);
    csv->cursor = end + 1 + (*end == '\r' && end[1] == '\n');
    at[last->len] = *end = '\0';
}

static void field_ended(void *text, size_t len, void *context)
{
    struct tn_csv *csv = context;

    if (csv->stop || csv->row.cells > TN_COLUMN_LIMIT || csv->used > TN_ROW_LIMIT)
        return;
    if (csv->row.cells == csv->cell_room)
        more_cells(csv);
    if (csv->used + len + 1 > csv->byte_room)
        more_bytes(csv, csv->used + len + 1);
    if (len)
        memcpy(csv->bytes + csv->used, text, len);
    csv->bytes[csv->used + len] = '\0';
    csv->start[csv->row.cells] = csv->used;
    csv->cell[csv->row.cells] = (struct tn_csv_cell){NULL, (uint32_t)len,
                                                     (uint32_t)csv->cell_line};
    csv->row.cells++;
    csv->used += len + 1;
    csv->cell_line = csv->line;
}

/* The row's cells, now that they stay where they are. */
static void place_cells(struct tn_csv *csv)
{
    if (csv->cursor)
        cut_cells(csv);
    for (size_t i = 0; i < csv->row.cells && !csv->cursor; i++)
        csv->cell[i].text = csv->bytes + csv->start[i];
    csv->row.cell = csv->cell;
    csv->row.line = csv->cell[0].line;
    csv->row.bytes = csv->cell[0].text;
    csv->row.len = csv->used;
    if (csv->cursor) {
        const struct tn_csv_cell *last = &csv->cell[csv->row.cells - 1];
        csv->row.len = (size_t)(last->text + last->len + 1 - csv->row.bytes);
    }
}

/* The row is whole, but may break a limit. */
static bool fits(struct tn_csv *csv)
{
    struct tn_reading *r = csv->reading;
    long line = csv->cell[0].line;

    if (csv->row.cells > TN_COLUMN_LIMIT) {
        TN_FIND(r, TN_ERROR, line, 0, TN_W_TOO_MANY_COLUMNS, TN_COLUMN_LIMIT);
        return false;
    }
    if (csv->used > TN_ROW_LIMIT) {
        TN_FIND(r, TN_ERROR, line, 0, TN_W_ROW_TOO_LONG, TN_ROW_LIMIT / 1024);
        return false;
    }
    bool fit = true;
    if (csv->row.len <= TN_FIELD_LIMIT)
        return true;
    for (size_t i = 0; i < csv->row.cells; i++) {
        if (csv->cell[i].len <= TN_FIELD_LIMIT)
            continue;
        TN_FIND(r, TN_ERROR, csv->cell[i].line, (long)i + 1, TN_W_FIELD_TOO_LONG,
                tn_column_called(r, i + 1), TN_FIELD_LIMIT / 1024,
                tn_shown(r, csv->cell[i].len, csv->cell[i].text));
        fit = false;
    }
    return fit;
}

static bool is_blank_row(const struct tn_csv_row *row)
{
    for (size_t i = 0; i < row->cells; i++)
        if (row->cell[i].len)
            return false;
    return true;
}

static void tell_blank(struct tn_csv *csv)
{
    if (csv->blank_line && !csv->blank_told) {
        TN_FIND(csv->reading, TN_WARNING, csv->blank_line, 0, TN_W_BLANK_LINE);
        csv->blank_told = true;
    }
    csv->blank_line = 0;
}

static void give_row(struct tn_csv *csv)
{
    struct tn_csv_row *row = &csv->row;

    row->ascii = row->clean && row->ascii;
    if (row->cells > 1 && !row->cell[0].len && is_blank_row(row)) {
        note_blank(csv, row->line);
        return;
    }
    tell_blank(csv);
    if (!csv->reader->row(csv->reader->context, row))
        csv->stop = true;
}

static void row_ended(int end, void *context)
{
    struct tn_csv *csv = context;

    (void)end;
    csv->got_row = true;
    csv->open = false;
    if (csv->stop)
        return;
    place_cells(csv);
    if (fits(csv))
        give_row(csv);
    begin_row(csv);
    if (csv->reading->errors >= TN_MOST_ERRORS && !csv->stop) {
        TN_FIND(csv->reading, TN_ERROR, csv->line, 0, TN_W_TOO_MANY_ERRORS,
                TN_MOST_ERRORS);
        csv->stop = true;
    }
}

static void plain_row_ended(int end, void *context)
{
    struct tn_csv *csv = context;
    bool ascii = csv->row.ascii;

    row_ended(end, context);
    csv->row.ascii = ascii;   // of the lines together
    csv->line++;
}

static void quote_never_closed(struct tn_csv *csv)
{
    TN_FIND(csv->reading, TN_ERROR, csv->cell_line, (long)csv->row.cells + 1,
            TN_W_QUOTE_NEVER_CLOSED, tn_column_called(csv->reading, csv->row.cells + 1),
            tn_shown(csv->reading, csv->parser.entry_pos,
                     (const char *)csv->parser.entry_buf));
}

static void field_too_long(struct tn_csv *csv)
{
    struct tn_reading *r = csv->reading;
    size_t column = csv->row.cells + 1;

    if (csv->parser.quoted && csv->cell_line < csv->line) {
        quote_never_closed(csv);
        csv->stop = true;
        return;
    }
    TN_FIND(r, TN_ERROR, csv->cell_line, (long)column, TN_W_FIELD_TOO_LONG,
            tn_column_called(r, column), TN_FIELD_LIMIT / 1024,
            tn_shown(r, csv->parser.entry_pos, (const char *)csv->parser.entry_buf));
    drop_row(csv);
}

/* libcsv takes no more where it gets no memory, as where the text is wrong. */
static void look_for_memory(struct tn_csv *csv)
{
    if (csv_error(&csv->parser) == CSV_ENOMEM)
        tn_out_of_memory(1, csv->parser.entry_size);
}

/* Hand a piece of the line to libcsv. */
static void feed(struct tn_csv *csv, size_t len, const char *text)
{
    size_t taken = csv_parse(&csv->parser, text, len, field_ended, row_ended, csv);

    look_for_memory(csv);
    if (csv->stop)
        return;
    if (taken < len && csv->cell_line < csv->line) {
        quote_never_closed(csv);
        drop_row(csv);
    } else if (taken < len) {
        TN_FIND(csv->reading, TN_ERROR, csv->line, (long)csv->row.cells + 1,
                TN_W_STRAY_QUOTE, tn_column_called(csv->reading, csv->row.cells + 1),
                tn_shown(csv->reading, len, text));
        drop_row(csv);
    } else if (csv->parser.entry_pos > TN_FIELD_LIMIT) {
        field_too_long(csv);
    }
}

/* A part of a line, without its end. */
static void feed_part(struct tn_csv *csv, size_t len, const char *text)
{
    bool clean = tn_utf8_is_clean(len, text, &csv->row.ascii);
    const char *nul = clean ? NULL : memchr(text, '\0', len);

    csv->row.clean = csv->row.clean && clean;
    csv->line_bytes += len;
    if (csv->line_bytes > ENDLESS && !csv->stop) {   // a device, say, that gives no end
        TN_FIND(csv->reading, TN_ERROR, csv->line, 0, TN_W_ROW_TOO_LONG,
                TN_ROW_LIMIT / 1024);
        csv->stop = csv->reading->endless = true;
    }
    if (nul && csv->row.nul < 0)
        csv->row.nul = (int64_t)csv->offset + (nul - text);
    csv->offset += len;
    csv->begun = true;
    while (len && !csv->skip && !csv->stop) {
        size_t piece = len < PIECE ? len : PIECE;
        feed(csv, piece, text);
        text += piece;
        len -= piece;
    }
}

/* All of a line is fed: its end is one LF, however it was written. */
static void feed_end(struct tn_csv *csv)
{
    if (!csv->skip)
        feed(csv, 1, "\n");
    if (csv->skip)
        begin_row(csv);   // whatever the rest of the line has said of it
    else if (!csv->got_row && !csv->open && !csv->parser.quoted)
        note_blank(csv, csv->line);
    csv->open = !csv->skip && !csv->stop && csv->parser.quoted;
    csv->row.clean = csv->row.clean && !csv->open;
    csv->got_row = csv->skip = csv->begun = false;
    csv->line_bytes = 0;
    csv->line++;
    if (!csv->open)
        csv->cell_line = csv->line;
}

static const char *line_end(const char *text, size_t len)
{
    const char *lf = memchr(text, '\n', len);
    const char *cr = memchr(text, '\r', lf ? (size_t)(lf - text) : len);

    return cr ? cr : lf;
}

/* Whole lines, clean and without a quote, that begin a row: libcsv takes them in one
 * piece and cannot refuse them. Gives their length, or 0. */
static size_t plain_lines(size_t len, const char *text, bool *ascii)
{
    while (len && text[len - 1] != '\n')
        len--;
    *ascii = true;
    return !memchr(text, '"', len) && tn_utf8_is_clean(len, text, ascii) ? len : 0;
}

static void feed_plain(struct tn_csv *csv, size_t len, char *text, bool ascii)
{
    csv->cursor = text;
    csv->plain_end = text + len;
    csv->row.ascii = ascii;
    csv_parse(&csv->parser, text, len, plain_field_ended, plain_row_ended, csv);
    look_for_memory(csv);
    if (!csv->stop)
        skip_blank_lines(csv, csv->cursor);
    csv->cursor = NULL;
    csv->cell_line = csv->line;
    csv->offset += len;
    csv->got_row = csv->after_cr = false;
    begin_row(csv);
}

/* The next line, or what the block has of it; gives its length, line end included. */
static size_t feed_line(struct tn_csv *csv, size_t len, const char *text)
{
    if (csv->after_cr && *text == '\n') {
        csv->after_cr = false;
        csv->offset++;
        return 1;
    }
    csv->after_cr = false;
    const char *stop = line_end(text, len);
    size_t part = stop ? (size_t)(stop - text) : len;
    if (part)
        feed_part(csv, part, text);
    if (!stop)
        return len;
    feed_end(csv);
    csv->after_cr = *stop == '\r';
    csv->offset++;
    return part + 1;
}

static void feed_block(struct tn_csv *csv, size_t len, char *text)
{
    bool tried = false;   // for plain lines, once a block

    while (len && !csv->stop) {
        bool between = !csv->open && !csv->begun && !(csv->after_cr && *text == '\n');
        bool ascii;
        size_t taken = between && !tried ? plain_lines(len, text, &ascii) : 0;
        tried = tried || between;
        if (taken)
            feed_plain(csv, taken, text, ascii);
        else
            taken = feed_line(csv, len, text);
        text += taken;
        len -= taken;
    }
}

/* The file's last line may lack its end. */
static void finish(struct tn_csv *csv)
{
    if (csv->begun && !csv->stop)
        feed_end(csv);
    if (csv->open && !csv->stop)
        quote_never_closed(csv);
    csv->stop = true;
    csv_fini(&csv->parser, field_ended, row_ended, csv);
}

/* "sep=;" on the first line is Excel's own hint, and no row; saved again by Excel, it may
 * be in quotes, and separators follow it. */
static char told_by_hint(size_t len, const char *line)
{
    static const char separators[] = ",;\t|";

    while (len > 5 && memchr(separators, line[len - 1], 4))
        len--;
    if (len == 7 && line[0] == '"' && line[6] == '"')
        line++, len -= 2;
    bool hint = len == 5 &&
                (memcmp(line, "sep=", 4) == 0 || memcmp(line, "SEP=", 4) == 0);

    return hint && strchr(separators, line[4]) ? line[4] : '\0';
}

static void set_separator(struct tn_csv *csv, char separator)
{
    csv->separator = separator;
    csv_set_delim(&csv->parser, (unsigned char)separator);
}

static void begin(struct tn_csv *csv, size_t *len, char **text)
{
    const char *stop = line_end(*text, *len);
    size_t first = stop ? (size_t)(stop - *text) : *len;
    char separator = told_by_hint(first, *text);

    if (separator) {
        csv->line = csv->cell_line = 2;
        size_t used = first + (stop != NULL);
        csv->after_cr = stop && *stop == '\r';
        csv->offset += used;
        *text += used;
        *len -= used;
    } else {
        separator = csv->reader->separator(csv->reader->context, first, *text);
    }
    set_separator(csv, separator);
}

static struct tn_csv *new_csv(struct tn_reading *reading,
                              const struct tn_csv_reader *reader)
{
    struct tn_csv *csv = tn_new(reading->arena, struct tn_csv, 1);

    *csv = (struct tn_csv){.reading = reading,
                           .reader = reader,
                           .line = 1,
                           .cell_line = 1,
                           .cell_room = SOME_CELLS,
                           .byte_room = SOME_BYTES};
    csv_init(&csv->parser, CSV_STRICT | CSV_STRICT_FINI);
    csv->cell = tn_new(reading->arena, struct tn_csv_cell, csv->cell_room);
    csv->start = tn_new(reading->arena, size_t, csv->cell_room);
    csv->bytes = tn_new(reading->arena, char, csv->byte_room);
    begin_row(csv);
    return csv;
}

struct tn_csv *tn_csv_begin(struct tn_reading *reading,
                            const struct tn_csv_reader *reader, size_t mark)
{
    struct tn_csv *csv = new_csv(reading, reader);

    csv->offset = mark;
    return csv;
}

struct tn_csv *tn_csv_beside(const struct tn_csv *first, struct tn_reading *reading,
                             const struct tn_csv_reader *reader)
{
    struct tn_csv *csv = new_csv(reading, reader);

    set_separator(csv, first->separator);
    return csv;
}

bool tn_csv_feed(struct tn_csv *csv, size_t len, char *text)
{
    if (len && !csv->separator)
        begin(csv, &len, &text);
    feed_block(csv, len, text);
    return !csv->stop;
}

bool tn_csv_is_between(const struct tn_csv *csv)
{
    return !csv->open && !csv->begun && !csv->after_cr && !csv->blank_line;
}

void tn_csv_finish(struct tn_csv *csv)
{
    if (!csv->reading->broken)
        finish(csv);
    csv_free(&csv->parser);
}

void tn_csv_read(struct tn_stream *stream, const struct tn_csv_reader *reader)
{
    struct tn_csv *csv = tn_csv_begin(stream->reading, reader, stream->mark);
    bool more = true;
    size_t len;

    for (char *text; more && (text = tn_stream_next(stream, &len));)
        more = tn_csv_feed(csv, len, text);
    tn_csv_finish(csv);
}
