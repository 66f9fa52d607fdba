/* SPDX-License-Identifier: GPL-3.0-or-later */
/* logistic.h -- how the logit of a share depends on what is known beside it.
 *
 * c_i of n_i are binomial with logit p_i = x_i' beta. Maximum likelihood by iteratively
 * reweighted least squares; the covariance is the inverse information. No effects of
 * areas or years: those are the mixed model's (tn/study/fit.h).
 */
#ifndef TN_NUM_LOGISTIC_H
#define TN_NUM_LOGISTIC_H

#include "tn/base/fault.h"
#include "tn/num/proportion.h"

enum { TN_LOGISTIC_TERMS = 8 };

struct tn_logistic {
    size_t terms;
    double beta[TN_LOGISTIC_TERMS];
    double covariance[TN_LOGISTIC_TERMS][TN_LOGISTIC_TERMS];
    double deviance, null_deviance;
    double df;   // rows less terms
    int steps;   // Newton steps taken; -1: no maximum (separation, or terms that say the
                 // same), and all numbers are NAN
};

/* x holds rows * terms numbers, row by row; a constant is a term like any other.
 * Accuracy: relative 1e-10 of beta and of its errors against R's glm.
 * Cost: about 6 passes over the rows. Source: [McCullaghNelder1989] ch. 4. */
struct tn_logistic tn_logistic(size_t rows, size_t terms, const double x[],
                               const struct tn_counted at[]);

/* Mean and standard error of the logit at x. */
double tn_logistic_at(const struct tn_logistic *of, const double x[], double *se);

#endif
