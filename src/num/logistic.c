/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/num/logistic.h"

#include <assert.h>
#include <math.h>
#include <string.h>

enum { MOST_STEPS = 60 };

/* Newton's method doubles its digits: the step after one of 1e-8 is below 1e-15. */
static const double SETTLED = 1e-8;

/* A logit beyond this is a share that double precision takes for 0 or 1: separation. */
static const double BEYOND = 30;

typedef double square[TN_LOGISTIC_TERMS][TN_LOGISTIC_TERMS];

/* a becomes its lower Cholesky factor; false where it is not positive definite. */
static int factor(size_t n, square a)
{
    for (size_t j = 0; j < n; j++) {
        double whole = a[j][j];
        for (size_t k = 0; k < j; k++)
            a[j][j] -= a[j][k] * a[j][k];
        if (!(a[j][j] > 1e-12 * whole))   // twelve digits lost: the terms say the same
            return 0;
        a[j][j] = sqrt(a[j][j]);
        for (size_t i = j + 1; i < n; i++) {
            for (size_t k = 0; k < j; k++)
                a[i][j] -= a[i][k] * a[j][k];
            a[i][j] /= a[j][j];
        }
    }
    return 1;
}

static void solve(size_t n, square factor_, double b[])
{
    for (size_t i = 0; i < n; i++) {
        for (size_t k = 0; k < i; k++)
            b[i] -= factor_[i][k] * b[k];
        b[i] /= factor_[i][i];
    }
    for (size_t i = n; i-- > 0;) {
        for (size_t k = i + 1; k < n; k++)
            b[i] -= factor_[k][i] * b[k];
        b[i] /= factor_[i][i];
    }
}

static double linear(size_t terms, const double beta[], const double x[])
{
    double eta = 0;

    for (size_t t = 0; t < terms; t++)
        eta += beta[t] * x[t];
    return eta;
}

static double share_at(double eta)
{
    return eta >= 0 ? 1 / (1 + exp(-eta)) : exp(eta) / (1 + exp(eta));
}

struct table {
    size_t rows, terms;
    const double *x;
    const struct tn_counted *at;
};

/* Score and information at beta; the largest |logit|. */
static double sums(const struct table *of, const double beta[], double score[],
                   square information)
{
    size_t terms = of->terms;
    double far = 0;

    memset(score, 0, terms * sizeof *score);
    memset(information, 0, sizeof(square));
    for (size_t i = 0; i < of->rows; i++) {
        const double *row = of->x + i * terms;
        double eta = linear(terms, beta, row), p = share_at(eta);
        double n = (double)of->at[i].n;
        far = fmax(far, fabs(eta));
        for (size_t a = 0; a < terms; a++) {
            score[a] += row[a] * ((double)of->at[i].c - n * p);
            for (size_t b = 0; b <= a; b++)
                information[a][b] += n * p * (1 - p) * row[a] * row[b];
        }
    }
    return far;
}

/* x log(x/m), 0 at x = 0. */
static double entropy(double x, double m)
{
    return x > 0 ? x * log(x / m) : 0;
}

static double deviance(size_t rows, size_t terms, const double x[],
                       const struct tn_counted at[], const double *beta)
{
    double sum = 0, c = 0, n = 0;

    for (size_t i = 0; i < rows; i++) {
        c += (double)at[i].c;
        n += (double)at[i].n;
    }
    for (size_t i = 0; i < rows; i++) {
        double size = (double)at[i].n, yes = (double)at[i].c;
        double p = beta ? share_at(linear(terms, beta, x + i * terms)) : c / n;
        sum += entropy(yes, size * p) + entropy(size - yes, size * (1 - p));
    }
    return 2 * sum;
}

static struct tn_logistic no_maximum(size_t terms)
{
    struct tn_logistic of = {.terms = terms, .steps = -1};

    for (size_t a = 0; a < terms; a++) {
        of.beta[a] = (double)NAN;
        for (size_t b = 0; b < terms; b++)
            of.covariance[a][b] = (double)NAN;
    }
    of.deviance = of.null_deviance = (double)NAN;
    return of;
}

struct tn_logistic tn_logistic(size_t rows, size_t terms, const double x[],
                               const struct tn_counted at[])
{
    struct tn_logistic of = {.terms = terms, .df = (double)rows - (double)terms};
    const struct table table = {rows, terms, x, at};
    double step[TN_LOGISTIC_TERMS], size = 1;
    square information;

    assert(terms > 0 && terms <= TN_LOGISTIC_TERMS);
    while (size > SETTLED) {
        double far = sums(&table, of.beta, step, information);
        if (far > BEYOND || of.steps++ == MOST_STEPS || !factor(terms, information))
            return no_maximum(terms);
        solve(terms, information, step);
        size = 0;
        for (size_t a = 0; a < terms; a++) {
            of.beta[a] += step[a];
            size = fmax(size, fabs(step[a]) / (fabs(of.beta[a]) + SETTLED));
        }
    }
    sums(&table, of.beta, step, information);
    if (!factor(terms, information))
        return no_maximum(terms);
    for (size_t a = 0; a < terms; a++) {
        double column[TN_LOGISTIC_TERMS] = {0};
        column[a] = 1;
        solve(terms, information, column);
        for (size_t b = 0; b < terms; b++)
            of.covariance[b][a] = column[b];
    }
    of.deviance = deviance(rows, terms, x, at, of.beta);
    of.null_deviance = deviance(rows, terms, x, at, NULL);
    return of;
}

double tn_logistic_at(const struct tn_logistic *of, const double x[], double *se)
{
    double variance = 0;

    for (size_t a = 0; a < of->terms; a++)
        for (size_t b = 0; b < of->terms; b++)
            variance += x[a] * x[b] * of->covariance[a][b];
    *se = sqrt(variance);
    return linear(of->terms, of->beta, x);
}
