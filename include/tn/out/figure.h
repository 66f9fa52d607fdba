/* SPDX-License-Identifier: GPL-3.0-or-later */
/* figure.h -- charts: numbers and words in, a gnuplot script out, and pictures of it.
 *
 * A kind of chart is a plain struct of numbers and of words in one language. Each has
 * a function that writes its script: pure, with the data in it, so that a saved script
 * redraws the chart with gnuplot alone:
 *
 *     gnuplot -e "fmt='svg'" villages-poor.gp > villages-poor.svg
 *
 * The charts know nothing of poverty. They state the finding as a headline, label
 * directly, and never tell by colour alone what grey print would lose. Any words may
 * stand anywhere: too long ones are broken or cut, strange ones are shown safely.
 */
#ifndef TN_OUT_FIGURE_H
#define TN_OUT_FIGURE_H

#include <stddef.h>

#include "tn/base/arena.h"
#include "tn/base/fault.h"
#include "tn/base/say.h"
#include "tn/out/gnuplot.h"

/* What every chart says around its picture; null texts are left out. */
struct tn_frame {
    enum tn_lang lang;         // of the numbers
    const char *name;          // of its file, without the end: letters, digits and "-"
    const char *finding;       // headline: what the chart says, as a sentence
    const char *what;          // what is shown, of whom, when, in which unit
    const char *source;        // foot: data, method, how to read the marks
    const char *description;   // for who cannot see it: the numbers in a sentence or two
};

struct tn_figure {
    const char *name, *title, *description;
    const char *script;
};

/* Draw n figures as pictures of one kind, in one run of gnuplot; SVG comes finished
 * (tn/out/svg.h). Fails as tn_gnuplot_draw. */
TN_CHECKED enum tn_fault tn_figure_draw(struct tn_arena *arena, enum tn_picture kind,
                                        size_t n, const struct tn_figure figure[],
                                        struct tn_drawing drawing[], struct tn_err *err);

/* --- Shares of two groups, with intervals: one row a thing measured --- */

struct tn_dots_row {
    const char *label;
    double share[2], low[2], high[2];   // fractions; NAN: none
    const char *count[2];               // at the right: "64"; null: none
};

struct tn_dots {
    const char *group[2];   // their names; group[1] null: one group alone
    const char *short_group[2], *count_title;   // above the counts; null: no counts
    size_t rows;
    const struct tn_dots_row *row;
};

struct tn_figure tn_figure_dots(struct tn_arena *arena, const struct tn_frame *frame,
                                const struct tn_dots *dots);

/* --- The law of a count, with the part that reaches the quota --- */

struct tn_law {
    long first;          // the count that pmf[0] belongs to
    size_t n;            // entries of pmf
    const double *pmf;   // sums to 1
    long quota;          // bars from here on are strong; TN_COUNT_NONE: no quota
    const char *x_title, *quota_label;
    const char *big[2], *big_label[2];   // "60,4 %", "short of it"; "39,6 %", "met"
};

struct tn_figure tn_figure_law(struct tn_arena *arena, const struct tn_frame *frame,
                               const struct tn_law *law);

/* --- Counts forecast for many places, against their quotas --- */

struct tn_forest_row {
    const char *label, *sublabel;   // "Chợ", "14 hộ"; sublabel may be null
    double mean, q05, q25, q75, q95;
    long quota;                // TN_COUNT_NONE: none
    const char *probability;   // "24 %", "-"
};

struct tn_forest {
    const char *forecast, *quota, *probability;   // what the marks are
    size_t rows;
    const struct tn_forest_row *row;
};

struct tn_figure tn_figure_forest(struct tn_arena *arena, const struct tn_frame *frame,
                                  const struct tn_forest *forest);

/* --- A rate from where it stands to where it is to be --- */

struct tn_rate_row {
    const char *label;
    double start, target;             // shares; target NAN: none
    double q05, q25, q50, q75, q95;   // of the rate at the end; q25, q75 may be NAN
    const char *start_label, *end_label, *target_label;   // with their numbers
    const char *probability;                              // "33 %"; null: none
};

struct tn_rates {
    const char *probability;   // title of that column
    size_t rows;
    const struct tn_rate_row *row;
};

struct tn_figure tn_figure_rates(struct tn_arena *arena, const struct tn_frame *frame,
                                 const struct tn_rates *rates);

#endif
