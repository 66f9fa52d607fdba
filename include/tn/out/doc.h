/* SPDX-License-Identifier: GPL-3.0-or-later */
/* doc.h -- an answer, before anybody decides how it looks.
 *
 * A command builds one tn_doc: titled tables of typed cells, and notes between
 * them. The writers know documents and nothing of poverty; commands know nothing of
 * layout. A new command therefore has all formats, and a new format serves all
 * commands.
 *
 * Shares are fractions everywhere; a writer turns 0.0266 into 2.66 %. Tables for
 * people carry few digits in their language; csv and json carry the fewest digits
 * that read back as the same number.
 */
#ifndef TN_OUT_DOC_H
#define TN_OUT_DOC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "tn/base/arena.h"
#include "tn/base/say.h"

enum tn_kind {
    TN_TEXT,    // free text: escaped by each writer
    TN_WORDS,   // text in both languages: people see theirs, csv and json English
    TN_COUNT,   // long; TN_COUNT_NONE shows "-", csv "", json null
    TN_REAL,    // double; NAN shows "-", csv "", json null
    TN_SHARE,   // fraction; shown as percent, in csv and json as the fraction
    TN_BAR      // as TN_SHARE, with a bar beside it on a terminal
};

#define TN_COUNT_NONE (-9223372036854775807L)

struct tn_column {
    const char *key;         // for machines: snake_case, stable across versions
    struct tn_words title;   // for people
    enum tn_kind kind;
    int decimals;   // of TN_REAL, and of TN_SHARE in percent
};

union tn_cell {
    const char *text;
    struct tn_words words;
    long count;
    double real;   // TN_REAL, TN_SHARE, TN_BAR
};

/* A title over so many columns side by side; null words: none over them. A list of them
 * covers all columns. */
struct tn_span {
    size_t cols;
    struct tn_words title;
};

struct tn_table {
    const char *key;   // json: the array's key; file name of a report's csv
    struct tn_words title;
    struct tn_words note;   // sentence below the table, or nulls
    size_t rows, cols;
    const struct tn_column *column;
    union tn_cell *cell;          // rows * cols, row by row
    size_t total_rows;            // so many rows at the end are sums: set off by a rule
    const struct tn_span *span;   // titles over columns that belong together; or null
    int only;   // TN_ALL_FORMATS, TN_ONLY_PEOPLE, TN_ONLY_MACHINES (csv and
                // json) or TN_ONLY_CSV
    struct tn_table *next;
};

enum { TN_ALL_FORMATS, TN_ONLY_PEOPLE, TN_ONLY_MACHINES, TN_ONLY_CSV };

struct tn_note {
    struct tn_words text;
    struct tn_note *next;
};

/* Where the answer comes from; each writer prints it. */
struct tn_source {
    const char *version;   // "thoatngheo 1.0.0"
    long seed;             // or TN_COUNT_NONE where nothing is drawn
    size_t inputs;
    const char **input;    // file names
    const char **sha256;   // their digests
};

struct tn_json;   // tn/out/json.h

struct tn_doc {
    struct tn_words title;
    struct tn_note *first_note, *last_note;   // shown under the title, before the tables
    struct tn_table *first, *last;
    struct tn_source source;
    /* json with a fixed layout (cli.md): writes keys into the open top object. Null:
     * each table that machines may see becomes an array of objects under its key. */
    void (*json)(struct tn_json *json, const void *what);
    const void *what;
    int json_and_tables;   // the tables follow what json writes
};

/* Whether the titles over columns leave this one to its own, which then stands beside
 * them. */
bool tn_table_alone(const struct tn_table *table, size_t col);

/* Add an empty table with room for rows; column ends with a null key. The caller
 * fills ->cell. */
struct tn_table *tn_doc_table(struct tn_arena *arena, struct tn_doc *doc, const char *key,
                              struct tn_words title, size_t rows,
                              const struct tn_column column[]);

/* Add a sentence. */
void tn_doc_note(struct tn_arena *arena, struct tn_doc *doc, struct tn_words text);

/* A cell as people read it in one language, shown safely. */
const char *tn_cell_shown(struct tn_arena *arena, enum tn_lang lang,
                          const struct tn_column *column, union tn_cell cell);

struct tn_text_options {
    enum tn_lang lang;
    int colour;   // 1: the stream is a terminal that wants it
    int width;    // of the terminal in columns; 0: no terminal, hence no bars
};

/* The writers. Text for people is shown safely; titles are broken into lines so that
 * a column is hardly wider than its cells, long text cells where the terminal is too
 * narrow for them. One that cannot write leaves its error on the stream: see ferror(). */
void tn_text_write(struct tn_arena *arena, FILE *out, const struct tn_doc *doc,
                   const struct tn_text_options *options);

/* Every table that machines may see, one after another, parted by an empty line;
 * header row of keys. Text is always quoted, shown safely (tn_utf8_safe), and given a
 * leading apostrophe where a spreadsheet would run it as a formula: where it begins
 * with = + - @, a tab or a line end. Numbers are bare. A last column "provenance"
 * carries the source in the first row of all. */
void tn_csv_write(FILE *out, const struct tn_doc *doc);

/* One table alone, as a file of its own. */
void tn_csv_write_table(FILE *out, const struct tn_doc *doc,
                        const struct tn_table *table);

/* A table too long for memory, part by part: header and source come with the first. */
void tn_csv_write_part(FILE *out, const struct tn_table *part,
                       const struct tn_source *source, int first);

/* One object: "source", "notes" where there are any, and the tables or what doc->json
 * writes. */
void tn_json_write(FILE *out, const struct tn_doc *doc);

#endif
