/* SPDX-License-Identifier: GPL-3.0-or-later */
/* mixing.h -- whether dependent draws have seen enough.
 *
 * Several chains of one law, started apart, must tell the same story. Each chain is cut
 * in half; rhat compares the spread between the halves with that inside them (1 when
 * they agree, above 1.01 when they do not yet), ess is the number of independent draws
 * that would say as much about the mean.
 */
#ifndef TN_NUM_MIXING_H
#define TN_NUM_MIXING_H

#include <stddef.h>

struct tn_mixing {
    double mean, sd;
    double rhat;   // 1 where every draw is the same
    double ess;   // at most chains times draws times log10 of that (negative correlation)
    double mcse;   // standard error of the mean, sd / sqrt(ess)
};

/* The draws of chain c are x[c * draws] .. x[c * draws + draws - 1]; at least 1 chain
 * and 4 draws.
 * Accuracy: relative 1e-12 against the definition in long double (tests).
 * Cost: draws times the lag at which the correlation is gone; no allocation.
 * Source: split Rhat and ESS by Geyer's initial monotone sequence, [Vehtari2021],
 * without its rank normalisation. */
struct tn_mixing tn_mixing_of(size_t chains, size_t draws, const double x[]);

#endif
