/* SPDX-License-Identifier: GPL-3.0-or-later */
/* margin.h -- what a table of yes and no can look like when only its margins are known.
 *
 * A table has rows (households) and at most 64 columns (indicators), each cell 0 or 1.
 * Known are the sum of every column, and that every row sum lies between low and high.
 * All tables that fit are taken as equally likely; rows are told apart.
 *
 * Two samplers draw from that law:
 *
 * exact   counts the tables column by column. How many ways there are to finish depends
 *         only on how many rows have reached 0, 1, 2, ... so far (all sums from low on
 *         are alike where high does not bind), so a table of the counts of
 *         such states gives independent, exactly uniform draws and the number of all
 *         tables. Possible while the states are few; tight margins keep them few.
 * chain   takes two rows at a time, pools the columns in which they differ and deals them
 *         out again, uniformly among all ways that keep both row sums in bounds. Any
 *         size; draws are dependent, see tn/num/mixing.h.
 *
 * The chain's law is uniform: each move redraws from the uniform law given all other rows
 * and the column sums of the two (a Gibbs step), and every table can be reached:
 * moving a 1 from a row to one with a sum smaller by 2 or more is such a move, keeps
 * the bounds, and ends where all sums are q or q + 1; a 1 moved from a q + 1 row to a q
 * row swaps their sums; and tables with the same row and column sums are joined by
 * exchanges in two rows [Ryser1957]. So any two tables are joined through the balanced
 * ones. With fixed row sums the move is the curveball trade of [Strona2014], whose
 * uniformity [Carstens2015] proves.
 */
#ifndef TN_NUM_MARGIN_H
#define TN_NUM_MARGIN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "tn/base/arena.h"

enum { TN_MARGIN_COLUMNS = 64 };

struct tn_margin {
    size_t rows, columns;
    const long *sum;   // of each column, from 0 to rows
    int low, high;     // of every row sum
};

/* Some table fits: rows low <= total <= rows high. */
bool tn_margin_possible(const struct tn_margin *margin);

/* The most balanced table: row sums differ by 1 at most; bit j of row[i] is column j. */
void tn_margin_balanced(const struct tn_margin *margin, uint64_t row[]);

struct tn_margin_law;

/* The exact law, or null where it takes more than budget transitions between states
 * (about 40 bytes and 40 ns each). The margin must be possible and outlive the law.
 * Accuracy: every table has its probability to a relative 1e-12 (tests/test_margin.c). */
struct tn_margin_law *tn_margin_law_of(struct tn_arena *arena,
                                       const struct tn_margin *margin, size_t budget);

/* The natural logarithm of the number of tables that fit. */
double tn_margin_log_count(const struct tn_margin_law *law);

/* The draw-th table under a seed: a function of both alone.
 *   room   rows numbers, work space */
void tn_margin_draw(const struct tn_margin_law *law, uint64_t seed, uint32_t draw,
                    uint64_t row[], uint32_t room[]);

/* moves trades between two rows each, from those numbered first on, of chain number
 * chain. */
void tn_margin_trade(const struct tn_margin *margin, uint64_t seed, uint32_t chain,
                     uint64_t first, uint64_t moves, uint64_t row[]);

#endif
