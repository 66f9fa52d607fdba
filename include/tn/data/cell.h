/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cell.h -- what one cell says, by the rules of its column.
 *
 * Anything that is not as the schema wants it is reported, never guessed at. */
#ifndef TN_DATA_CELL_H
#define TN_DATA_CELL_H

#include "tn/data/codes.h"
#include "tn/data/csv_read.h"
#include "tn/data/date.h"
#include "tn/data/schema.h"

struct tn_value {
    const char *text;   // of all kinds but flags: blanks around it gone, composed (NFC);
                        // "" where empty
    uint32_t len;
    uint32_t line;
    long column;   // in the file, from 1; 0: the file has no such column
    bool wrong;    // a finding says why; the rest is then not to be used
    bool ascii;    // text holds nothing beyond ASCII
    bool again;    // as in the row before, letter by letter, and nothing wrong with it
    long count;    // number, year, flag, or index into the vocabulary; TN_UNKNOWN: empty
    struct tn_printed number;   // value NAN where empty
    struct tn_date date;        // 0, 0, 0 where empty
};

/* How a row is read: where its findings go and its texts live. */
struct tn_cell_rules {
    struct tn_reading *reading;
    struct tn_arena
        *scratch;   // for texts that must be changed; lives as long as the row
    char separator;
};

static inline bool tn_value_empty(const struct tn_value *value)
{
    return !value->len;
}

/* The text, to be kept as long as what is read. */
static inline const char *tn_value_kept(const struct tn_reading *reading,
                                        const struct tn_value *value)
{
    return tn_arena_text(reading->arena, value->text, value->len);
}

/* Four cells side by side, each a flag of one digit, into bits 0 to 3: the most frequent
 * cells of a long file, in few comparisons. False where one of them is anything but 0
 * or 1. (The NULs between them have just been written: a load across them would wait.) */
static inline bool tn_cell_four_flags(const struct tn_csv_cell cell[4], unsigned *bits)
{
    const char *at = cell[0].text;

    if (cell[3].text - at != 6 ||
        ((cell[0].len ^ 1) | (cell[1].len ^ 1) | (cell[2].len ^ 1) | (cell[3].len ^ 1)))
        return false;
    uint32_t all = (uint32_t)(unsigned char)at[0] | (uint32_t)(unsigned char)at[2] << 8 |
                   (uint32_t)(unsigned char)at[4] << 16 |
                   (uint32_t)(unsigned char)at[6] << 24;
    *bits = (all & 1) | (all >> 7 & 2) | (all >> 14 & 4) | (all >> 21 & 8);
    return (all & 0xFEFEFEFE) == 0x30303030;
}

/* Fill value from a cell of the row by the column's rules. value->line and ->column are
 * set by the caller. */
void tn_cell_read(const struct tn_cell_rules *rules, const struct tn_field *column,
                  const struct tn_csv_row *row, const struct tn_csv_cell *cell,
                  struct tn_value *value);

/* Whether a cell is valid UTF-8 without control characters; if not, an error says so. */
bool tn_cell_is_text(const struct tn_cell_rules *rules, const char *called,
                     const struct tn_csv_row *row, const struct tn_csv_cell *cell,
                     long column);

/* Whether there is nothing in a cell to be seen, quoted blanks and ends of lines
 * included. */
bool tn_cell_is_blank(const struct tn_csv_cell *cell);

/* Whether a text holds nothing that a name may not: marks that turn the writing, ends of
 * lines beyond ASCII, what is no character. Those that the eye does not see may stand in
 * it.
 */
bool tn_cell_shows(const struct tn_cell_rules *rules, const char *called,
                   const struct tn_csv_cell *cell, long column);

/* Whether a cell is a name, as far as no schema tells: all of the above, on one line, and
 * not too long. It may be empty. */
bool tn_cell_is_name(const struct tn_cell_rules *rules, const char *called,
                     const struct tn_csv_row *row, const struct tn_csv_cell *cell,
                     long column);

/* The same of a cell that is text, and is kept as it stands, to be told from others by
 * its letters: nothing may be in it that the eye does not see. */
bool tn_cell_is_label(const struct tn_cell_rules *rules, const char *called,
                      const struct tn_csv_row *row, const struct tn_csv_cell *cell,
                      long column);

/* Codes of a list cell ("a|b") into an array of the arena; a name of the vocabulary
 * becomes its code. Gives their number. */
size_t tn_cell_list(struct tn_arena *arena, const struct tn_field *column,
                    const struct tn_value *value, const char ***item);

#endif
