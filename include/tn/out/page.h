/* SPDX-License-Identifier: GPL-3.0-or-later */
/* page.h -- the sheet a chart is drawn on: what its kinds have in common.
 *
 * A page is measured in points from its lower left corner and is 17 cm wide, the text
 * width of an A4 sheet. The headline states the finding, the line below it what is
 * shown, the foot source and method; between them lies the body, which a kind of chart
 * lays out by itself. Everything becomes gnuplot commands: words, rules and boxes at
 * places worked out here, so that nothing overlaps and nothing is cut; numbers as a
 * data block, plotted.
 *
 * Palette, faces and sizes stand in src/out/page.c and nowhere else. Colours are asked
 * for by the names there: ink, soft, hair, zebra; cA (dark blue, the forecast), cAm and
 * cAl (its tints), cB (red, the target), cC (yellow, fills only).
 */
#ifndef TN_OUT_PAGE_H
#define TN_OUT_PAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "tn/base/arena.h"
#include "tn/base/memory.h"
#include "tn/out/face.h"
#include "tn/out/figure.h"

enum tn_align { TN_LEFT, TN_CENTRE, TN_RIGHT };

struct tn_ink {
    double size;
    bool bold;
    const char *colour;
    enum tn_align align;
};

struct tn_point {
    double x, y;
};

struct tn_box {
    double left, bottom, right, top;
};

/* An axis: ticks at step, 2 step, ... from low to high. */
struct tn_scale {
    double low, high, step;
    int decimals;
    bool percent;   // values are shares
};

struct tn_page {
    struct tn_arena *arena;
    const struct tn_frame *frame;
    struct tn_memory memory;
    FILE *out;   // the script
    double width, height;
    struct tn_box body;   // left for the kind to fill
    struct tn_box area;   // of the data, in points; set by tn_page_area
    struct tn_scale x, y;
};

#define TN_PAGE_WIDTH 481.89   // 17 cm
#define TN_PAGE_MARGIN 10.0

/* Start a page with a body of so many points: sizes, palette, headline and foot. */
void tn_page_begin(struct tn_page *page, struct tn_arena *arena,
                   const struct tn_frame *frame, double body_height);

/* The page as a figure. */
struct tn_figure tn_page_end(struct tn_page *page);

/* One line of text; y is the middle of its height. */
void tn_page_text(struct tn_page *page, struct tn_point at, struct tn_ink ink,
                  const char *text);

/* Lines of text one below the other, the first at y; pitch points apart. */
void tn_page_lines(struct tn_page *page, struct tn_point at, struct tn_ink ink, size_t n,
                   const char *const line[]);

/* A straight line; style is gnuplot's: "lw 1.6 lc rgb cB", with "front" or "back". */
void tn_page_rule(struct tn_page *page, struct tn_point from, struct tn_point to,
                  const char *style);

/* A filled box behind everything. */
void tn_page_fill(struct tn_page *page, struct tn_box box, const char *colour);

/* A disc, and a disc with a white middle; size 1 is that of a point in the charts. */
void tn_page_dot(struct tn_page *page, struct tn_point at, double size,
                 const char *colour);
void tn_page_ring(struct tn_page *page, struct tn_point at, double size,
                  const char *colour);

/* A scale over [low, high] with few round steps, widened to whole steps where grow;
 * high > low or both equal (then it is given some width). */
struct tn_scale tn_scale_over(double low, double high, int steps, bool percent,
                              bool grow);

/* Set the place of the data and their scales. */
void tn_page_area(struct tn_page *page, struct tn_box area, struct tn_scale x,
                  struct tn_scale y);

/* Where a value lies on the page. */
double tn_page_x(const struct tn_page *page, double value);
double tn_page_y(const struct tn_page *page, double value);

/* Hair lines and numbers at the ticks, below the area or left of it. */
void tn_page_grid_x(struct tn_page *page);
void tn_page_grid_y(struct tn_page *page);

/* The value as text of the axis. */
const char *tn_page_number(struct tn_page *page, const struct tn_scale *scale,
                           double value);

/* Begin a data block: "$name << EOD"; rows follow with tn_page_row, then
 * tn_page_data_end. NAN is a gap. */
void tn_page_data(struct tn_page *page, const char *name, const char *columns);
void tn_page_row(struct tn_page *page, size_t n, const double value[]);
void tn_page_data_end(struct tn_page *page);

/* Begin the plot command, which may be given once: "plot $corner with lines", a line
 * of one point, unseen, for gnuplot refuses to draw nothing at all. More follows as
 * ", $name using ...". */
void tn_page_plot(struct tn_page *page);

/* The widest of n texts in points; null ones have no width. */
double tn_page_widest(struct tn_face face, size_t n, const char *const text[]);

/* A key above the body: the mark (TN_MARK_...) and its name from *x on; *x moves on. */
enum tn_mark_kind { TN_MARK_DOT, TN_MARK_RING, TN_MARK_BAR, TN_MARK_BOX };

void tn_page_key(struct tn_page *page, double *x, enum tn_mark_kind mark,
                 const char *colour, const char *name);

/* Zebra stripes behind n rows at y = 0, -1, ..., from the area to the right edge. */
void tn_page_stripes(struct tn_page *page, size_t n);

/* The name of a row, right of it the area begins; two smaller lines where it is wider
 * than width. */
void tn_page_row_name(struct tn_page *page, double y, const char *name, double width);

/* Move the middles of n labels apart, gap points at least, as little as can be and
 * within [low, high] (unless they do not fit); their order is kept. */
void tn_page_spread(struct tn_arena *arena, size_t n, double middle[], double gap,
                    double low, double high);

#endif
