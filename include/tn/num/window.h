/* SPDX-License-Identifier: GPL-3.0-or-later */
/* window.h -- the Poisson-binomial law of very many households: of a district, a country.
 *
 * The law of n unlike households (tn/num/poisbin.h) is some sqrt(n) wide; what lies
 * outside a window of that width is left out, and how much that can be is reported. For
 * chances far below what is left out see tn/num/tail.h.
 *
 * Halves are joined by direct products of their windows: only non-negative terms are
 * added, so every entry is relatively right, which no Fourier transform gives.
 */
#ifndef TN_NUM_WINDOW_H
#define TN_NUM_WINDOW_H

#include <stddef.h>

#include "tn/base/arena.h"

struct tn_window {
    long first;       // the count that pmf[0] belongs to
    size_t n;         // entries
    double *pmf;      // P(K = first + i)
    double dropped;   // no more than this lies outside, or is missing in all entries
                      // together
};

/* The law of K, the sum of n households with chances p[] in [0, 1].
 *
 *   drop   left out at either end of a partial law: 0 <= drop <= 1e-12; 0 keeps all
 *
 * Accuracy: all entries together are short of the law by no more than dropped, and each
 * is right to some sqrt(n) eps besides; measured against long double 3e-15 at n = 1,000.
 * Cost: n^2 / 2 multiply-adds with drop 0, else some 400 n (drop 1e-20, n = 10^6);
 * memory for the widest windows alone. bench/README.md has the times.
 * Source: [Biscarri2018], with windows.
 */
struct tn_window tn_window_of(struct tn_arena *arena, size_t n, const double p[],
                              double drop);

/* The same with the drop that suits n: up to TN_WINDOW_WHOLE households the whole law,
 * above it 1e-20 at either end. */
enum { TN_WINDOW_WHOLE = 1000 };
struct tn_window tn_window_law(struct tn_arena *arena, size_t n, const double p[]);

/* P(K >= k), P(K <= k) and the smallest k with P(K <= k) >= q, 0 < q < 1, each right to
 * dropped besides rounding; exactly 0 or 1 beyond the window. */
double tn_window_at_least(const struct tn_window *window, long k);
double tn_window_at_most(const struct tn_window *window, long k);
long tn_window_quantile(const struct tn_window *window, double q);

#endif
