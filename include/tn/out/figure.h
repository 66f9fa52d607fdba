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

#include <stdbool.h>
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

/* --- The laws of many counts side by side, each on its own scale --- */

struct tn_law_panel {
    const char *title, *value;   // "Cẩm Bình", "53,0 %"; value may be null
    size_t n;
    const double *pmf;   // of the counts 0, 1, ..., n - 1
    long quota;          // TN_COUNT_NONE: none
};

struct tn_law_panels {
    size_t panels;
    const struct tn_law_panel *panel;
};

struct tn_figure tn_figure_panels(struct tn_arena *arena, const struct tn_frame *frame,
                                  const struct tn_law_panels *panels);

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
    double start, target;              // shares; target NAN: none
    double q05, q25, mean, q75, q95;   // of the rate at the end; q25, q75 may be NAN
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

/* --- Lines over time or over a choice: trends, fans, curves, slopes --- */

enum tn_role {
    TN_OBSERVED,   // black, discs
    TN_FORECAST,   // blue, dashed, rings
    TN_MEDIAN,     // white, to lie on bands; its label is blue
    TN_MAIN,       // blue, no marks
    TN_CURVE,      // blue, discs on a thin line
    TN_SECOND,     // red, rings
    TN_CONTEXT,    // grey and thin
    TN_LABEL       // no line: its label alone, at its last point
};

struct tn_line {
    enum tn_role role;
    size_t n;
    const double *x, *y;               // y NAN: a gap
    const char *label, *start_label;   // beside its last and its first point; or null.
                                       // With start labels there is no other scale of y
};

struct tn_band {
    int depth;   // 1 the lightest to 3; lighter ones first
    size_t n;
    const double *x, *low, *high;
};

struct tn_level {   // a line across: a target
    double at;
    const char *label;
};

struct tn_lines {
    bool percent;     // y are shares
    bool from_zero;   // y begins at 0
    size_t ticks;     // of x; 0: round numbers
    const double *tick;
    const char *const *tick_label;
    const char *x_title;
    size_t bands, lines, levels;
    const struct tn_band *band;
    const struct tn_line *line;
    const struct tn_level *level;   // across, red dashes
    double upright;                 // such a line at an x; NAN: none
    const char *upright_label;
};

struct tn_figure tn_figure_lines(struct tn_arena *arena, const struct tn_frame *frame,
                                 const struct tn_lines *lines);

/* --- The same small picture many times, on one scale --- */

struct tn_small {
    const char *title;
    const double *y, *low, *high;   // one for each x; NAN: a gap
    const bool *ring;               // points apart: rings that no line joins; or null
};

struct tn_multiples {
    bool percent;
    size_t n;   // of x in each panel; points stand side by side
    const char *const *x_label;
    size_t forecast_from;   // points from this one on are rings; n: none
    size_t panels;
    const struct tn_small *panel;
};

struct tn_figure tn_figure_multiples(struct tn_arena *arena, const struct tn_frame *frame,
                                     const struct tn_multiples *multiples);

/* --- Shares by row and column, as shades --- */

struct tn_heat {
    size_t rows, cols;
    const char *const *row_label;
    const char *const *col_label;
    const double *share;       // rows * cols; NAN: no cell
    const char *const *text;   // in the cells, or null; a null text is left out
};

struct tn_figure tn_figure_heat(struct tn_arena *arena, const struct tn_frame *frame,
                                const struct tn_heat *heat);

/* --- What one share becomes as each assumption goes to its low and high end --- */

struct tn_tornado_row {
    const char *label;
    double bad, good;                     // shares
    const char *bad_label, *good_label;   // the assumption's values there
};

struct tn_tornado {
    double base;
    const char *base_label, *bad, *good;
    size_t rows;
    const struct tn_tornado_row *row;
};

struct tn_figure tn_figure_tornado(struct tn_arena *arena, const struct tn_frame *frame,
                                   const struct tn_tornado *tornado);

/* --- From one value to another: given and fair, before and after --- */

struct tn_dumbbell_row {
    const char *label;
    double from, to;         // NAN: none
    const char *column[2];   // at the right; null: none
};

struct tn_dumbbells {
    bool percent;
    const char *from, *to;         // what the ring and the disc are
    const char *column_title[2];   // null: no such column
    size_t rows;
    const struct tn_dumbbell_row *row;
};

struct tn_figure tn_figure_dumbbells(struct tn_arena *arena, const struct tn_frame *frame,
                                     const struct tn_dumbbells *dumbbells);

/* --- Bars, each with its goal where there is one --- */

struct tn_bar {
    const char *label;
    double value, goal;        // shares; goal NAN: none
    const char *value_label;   // at the end of the bar
    const char *verdict;       // at the right; null: none
    bool strong;               // drawn dark
};

struct tn_bars {
    const char *value, *goal;    // what bar and mark are; null: no legend
    const char *verdict_title;   // null: no such column
    size_t rows;
    const struct tn_bar *row;
};

struct tn_figure tn_figure_bars(struct tn_arena *arena, const struct tn_frame *frame,
                                const struct tn_bars *bars);

/* --- Forecast probabilities against what happened --- */

struct tn_calibration {
    const char *x_title, *y_title;
    size_t n;
    const double *forecast, *observed, *low, *high;   // shares
    const char *const *text;                          // beside the points: "n = 12"
};

struct tn_figure tn_figure_calibration(struct tn_arena *arena,
                                       const struct tn_frame *frame,
                                       const struct tn_calibration *calibration);

/* --- A histogram against the level it should have --- */

struct tn_histogram {
    const char *x_title, *level_label;
    double from, to;   // of x; the bars share it equally
    bool percent;      // x are shares
    size_t n;
    const double *height;
    double level, low, high;   // expected height, and where chance leaves it; or NAN
};

struct tn_figure tn_figure_histogram(struct tn_arena *arena, const struct tn_frame *frame,
                                     const struct tn_histogram *histogram);

#endif
