/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/num/reliability.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#include "tn/num/score.h"

struct outcome {
    double p;
    bool happened;
};

static double square(double x)
{
    return x * x;
}

static int by_chance(const void *a, const void *b)
{
    const struct outcome *left = a, *right = b;
    if (left->p < right->p || left->p > right->p)
        return left->p < right->p ? -1 : 1;
    return (int)left->happened - (int)right->happened;
}

static size_t bin_of(double p, size_t bins)
{
    size_t b = (size_t)(p * (double)bins);
    return b < bins ? b : bins - 1;
}

static void fill_bins(size_t n, const struct outcome all[], size_t bins,
                      struct tn_bin bin[])
{
    for (size_t b = 0; b < bins; b++)
        bin[b] = (struct tn_bin){0};
    for (size_t i = 0; i < n; i++) {
        struct tn_bin *in = &bin[bin_of(all[i].p, bins)];
        in->n++;
        in->forecast += all[i].p;
        in->happened += all[i].happened;
    }
    for (size_t b = 0; b < bins; b++) {
        double count = (double)bin[b].n;
        bin[b].forecast = bin[b].n ? bin[b].forecast / count : (double)NAN;
        bin[b].happened = bin[b].n ? bin[b].happened / count : (double)NAN;
    }
}

static double share_of_events(size_t n, const struct outcome all[])
{
    double events = 0;
    for (size_t i = 0; i < n; i++)
        events += all[i].happened;
    return events / (double)n;
}

static void decompose(struct tn_reliability *got, size_t n, const struct outcome all[],
                      size_t bins, const struct tn_bin bin[])
{
    double share = share_of_events(n, all);

    got->uncertainty = share * (1 - share);
    for (size_t b = 0; b < bins; b++) {
        double weight = (double)bin[b].n / (double)n;
        if (!bin[b].n)
            continue;
        got->reliability += weight * square(bin[b].forecast - bin[b].happened);
        got->resolution += weight * square(bin[b].happened - share);
        got->calibration_error += weight * fabs(bin[b].forecast - bin[b].happened);
    }
    for (size_t i = 0; i < n; i++) {
        const struct tn_bin *in = &bin[bin_of(all[i].p, bins)];
        double p = all[i].p - in->forecast, y = all[i].happened - in->happened;
        got->within_variance += p * p / (double)n;
        got->within_covariance += 2 * p * y / (double)n;
        got->brier += tn_score_brier(all[i].p, all[i].happened) / (double)n;
        got->log += tn_score_log_event(all[i].p, all[i].happened) / (double)n;
    }
}

/* A run of neighbours that share one recalibrated chance, events / n. */
struct pool {
    double n, events;
};

/* The mean Brier score of the monotone chances closest to the events: neighbours
 * (by p, equal ones together) are pooled while their shares do not rise. */
static double best_monotone_brier(struct tn_arena *arena, size_t n,
                                  const struct outcome all[])
{
    struct tn_mark mark = tn_arena_mark(arena);
    struct pool *pool = tn_new(arena, struct pool, n + 1);
    size_t pools = 0;

    for (size_t i = 0; i < n;) {
        struct pool next = {0};
        double p = all[i].p;
        for (; i < n && !(all[i].p > p); i++)
            next.n++, next.events += all[i].happened;
        while (pools &&
               pool[pools - 1].events * next.n >= next.events * pool[pools - 1].n) {
            next.n += pool[pools - 1].n, next.events += pool[pools - 1].events;
            pools--;
        }
        pool[pools++] = next;
    }
    double sum = 0;
    for (size_t i = 0; i < pools; i++)
        sum += pool[i].events * (pool[i].n - pool[i].events) / pool[i].n;
    tn_arena_rewind(arena, mark);
    return sum / (double)n;
}

/* Pairs of an event and a non-event that p puts in the right order, ties half. */
static double auc_of(size_t n, const struct outcome all[])
{
    double events = 0, others = 0, right = 0;

    for (size_t i = 0; i < n;) {
        double tied_events = 0, tied_others = 0, p = all[i].p;
        for (; i < n && !(all[i].p > p); i++)
            tied_events += all[i].happened, tied_others += !all[i].happened;
        right += tied_events * (others + tied_others / 2);
        events += tied_events, others += tied_others;
    }
    return events > 0 && others > 0 ? right / (events * others) : (double)NAN;
}

/* The two sums of slopes and the three of curvatures at (intercept, slope). */
struct newton {
    double g0, g1, h00, h01, h11;
};

static struct newton curvature(size_t n, const struct outcome all[], double a, double b)
{
    struct newton at = {0};

    for (size_t i = 0; i < n; i++) {
        double x = log(all[i].p) - log1p(-all[i].p);
        double q = 1 / (1 + exp(-(a + b * x))), weight = q * (1 - q);
        at.g0 += all[i].happened - q;
        at.g1 += (all[i].happened - q) * x;
        at.h00 += weight, at.h01 += weight * x, at.h11 += weight * x * x;
    }
    return at;
}

/* Maximum likelihood by Newton's method; where events and non-events are told apart
 * without fault, or all chances are one, it does not settle and there is none. */
static void regress(struct tn_reliability *got, size_t n, const struct outcome all[])
{
    enum { MOST_STEPS = 50 };
    double a = 0, b = 1;

    got->intercept = got->slope = (double)NAN;
    if (!(all[0].p > 0 && all[n - 1].p < 1))
        return;
    for (int i = 0; i < MOST_STEPS; i++) {
        struct newton at = curvature(n, all, a, b);
        double det = at.h00 * at.h11 - at.h01 * at.h01;
        if (!(det > 1e-12 * at.h00 * at.h11))
            return;
        double da = (at.h11 * at.g0 - at.h01 * at.g1) / det;
        double db = (at.h00 * at.g1 - at.h01 * at.g0) / det;
        a += da, b += db;
        if (!(fabs(a) < 1e3 && fabs(b) < 1e3))
            return;
        if (fabs(da) + fabs(db) < 1e-12 * (1 + fabs(a) + fabs(b))) {
            got->intercept = a, got->slope = b;
            return;
        }
    }
}

struct tn_reliability tn_reliability_of(struct tn_arena *arena, size_t n,
                                        const double p[], const bool happened[],
                                        size_t bins, struct tn_bin bin[])
{
    struct tn_mark mark = tn_arena_mark(arena);
    struct outcome *all = tn_new(arena, struct outcome, n);
    struct tn_reliability got = {0};

    assert(n > 0 && bins > 0);
    for (size_t i = 0; i < n; i++) {
        assert(p[i] >= 0 && p[i] <= 1);
        all[i] = (struct outcome){p[i], happened[i]};
    }
    qsort(all, n, sizeof *all, by_chance);
    fill_bins(n, all, bins, bin);
    decompose(&got, n, all, bins, bin);
    double recalibrated = best_monotone_brier(arena, n, all);
    got.miscalibration = got.brier - recalibrated;
    got.discrimination = got.uncertainty - recalibrated;
    got.auc = auc_of(n, all);
    regress(&got, n, all);
    tn_arena_rewind(arena, mark);
    return got;
}
