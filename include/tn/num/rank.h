/* SPDX-License-Identifier: GPL-3.0-or-later */
/* rank.h -- whether two lists put the same things in the same order.
 *
 * Ties share the mean of their ranks (Spearman) or count for neither order (Kendall's
 * tau-b). NAN where one list has a single value throughout, or n < 2.
 */
#ifndef TN_NUM_RANK_H
#define TN_NUM_RANK_H

#include "tn/base/arena.h"

/* 1 for the smallest; values closer than tie are tied with their neighbours. */
void tn_ranks(struct tn_arena *arena, size_t n, const double x[], double tie,
              double rank[]);

/* Accuracy: relative 1e-13. Cost: n log n and n^2. Source: [Kendall1990]; R's cor. */
double tn_spearman(struct tn_arena *arena, size_t n, const double x[], const double y[],
                   double tie);
double tn_kendall(size_t n, const double x[], const double y[], double tie);

#endif
