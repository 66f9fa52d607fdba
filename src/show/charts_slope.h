/* SPDX-License-Identifier: GPL-3.0-or-later */
/* charts_slope.h -- indicators at two reviews, each a line from one to the other. */
#ifndef TN_SHOW_CHARTS_SLOPE_H
#define TN_SHOW_CHARTS_SLOPE_H

#include <stdbool.h>

#include "tn/out/figure.h"

struct slope_row {
    const char *label;
    double first, last;   // shares
};

struct slope {
    const char *from, *to;   // the reviews
    size_t rows;
    const struct slope_row *row;
};

/* The headline and the foot are made here: the frame's are not read. False where there
 * is no row. */
bool charts_slope(struct tn_arena *arena, const struct tn_frame *frame,
                  const struct slope *slope, struct tn_figure *figure);

#endif
