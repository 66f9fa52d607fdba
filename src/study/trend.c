/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/study/trend.h"

#include <math.h>
#include <string.h>

#include "tn/num/mixed.h"
#include "tn/num/special.h"

/* Half-widths of what a commune's share may do; see the header. */
static const double INTERCEPT_SD = 2.5, SLOPE_SD = 0.5, SCATTER = 0.5;

enum { FEW_YEARS = 3, NORMAL_NODES = 33 };

static bool certain(const struct tn_prevalence *row)
{
    return row->deprived.low == row->deprived.high && row->deprived.low >= 0 &&
           row->households > 0;
}

static void insert(struct tn_trend *trend, struct tn_trend_point point)
{
    size_t at = trend->points++;

    for (; at > 0 && trend->point[at - 1].year > point.year; at--)
        trend->point[at] = trend->point[at - 1];
    trend->point[at] = point;
}

static struct tn_trend *series(struct tn_arena *arena, struct tn_trends *trends,
                               size_t rows, const struct tn_prevalence *row)
{
    for (size_t i = 0; i < trends->n; i++)
        if (trends->trend[i].status == row->status &&
            trends->trend[i].indicator == row->indicator)
            return &trends->trend[i];
    struct tn_trend *trend = &trends->trend[trends->n++];
    trend->status = row->status;
    trend->indicator = row->indicator;
    trend->point = tn_new(arena, struct tn_trend_point, rows);
    return trend;
}

static void gather(struct tn_arena *arena, const struct tn_commune *commune,
                   const struct tn_prevalences *found, struct tn_trends *trends)
{
    trends->trend = tn_new(arena, struct tn_trend, found->rows);
    for (size_t i = 0; i < found->rows; i++) {
        const struct tn_prevalence *row = &found->row[i];
        if (!certain(row))
            continue;
        insert(series(arena, trends, found->rows, row),
               (struct tn_trend_point){.year = row->year,
                                       .standard = commune->indicator[i].standard,
                                       .at = {row->deprived.low, row->households},
                                       .share = row->share,
                                       .low = row->low,
                                       .high = row->high});
    }
}

static void note_years(struct tn_trends *trends)
{
    int seen[64] = {0};

    for (size_t i = 0; i < trends->n; i++) {
        const struct tn_trend *trend = &trends->trend[i];
        for (size_t p = 0; p < trend->points; p++) {
            int year = trend->point[p].year;
            size_t k = 0;
            while (k < trends->years && seen[k] != year)
                k++;
            if (k == trends->years && k < 64)
                seen[trends->years++] = year;
            if (!trends->first_year || year < trends->first_year)
                trends->first_year = year;
            if (year > trends->last_year)
                trends->last_year = year;
            if (p &&
                strcmp(trend->point[p].standard, trend->point[p - 1].standard) != 0) {
                trends->standards_differ = true;
                trends->break_year = year;
            }
        }
    }
}

static void compare(struct tn_trend *trend, double level)
{
    const struct tn_trend_point *first = &trend->point[0];
    const struct tn_trend_point *last = &trend->point[trend->points - 1];
    double years = last->year - first->year;
    struct tn_compared none = {
        (double)NAN, {(double)NAN, (double)NAN}, (double)NAN, (double)NAN};

    trend->difference = trend->ratio = none;
    trend->yearly = trend->growth = trend->p = (double)NAN;
    trend->test = (struct tn_trend_test){(double)NAN, (double)NAN};
    if (trend->points < 2)
        return;
    trend->difference = tn_share_difference(first->at, last->at, level);
    trend->ratio = tn_share_ratio(first->at, last->at, level);
    trend->yearly = trend->difference.value / years;
    if (first->at.c && last->at.c)
        trend->growth = pow(trend->ratio.value, 1 / years) - 1;
    trend->p = trend->difference.p;
}

static void test(struct tn_arena *arena, struct tn_trend *trend)
{
    struct tn_counted *at = tn_new(arena, struct tn_counted, trend->points);
    double *score = tn_new(arena, double, trend->points);

    for (size_t i = 0; i < trend->points; i++) {
        at[i] = trend->point[i].at;
        score[i] = trend->point[i].year;
    }
    trend->test = tn_trend_test(trend->points, at, score);
    trend->p = isnan(trend->test.p) ? 1
                                    : trend->test.p;   // all 0 or all 1: nothing moves
}

/* One row and one area a year: the area's effect is that year's distance from the line.
 */
static struct tn_panel panel_of(struct tn_arena *arena, const struct tn_trend *trend)
{
    size_t n = trend->points;
    double *at_risk = tn_new(arena, double, n), *exits = tn_new(arena, double, n);
    double *x = tn_new(arena, double, 2 * n);
    size_t *first = tn_new(arena, size_t, n + 1);
    double middle = (trend->point[0].year + trend->point[n - 1].year) / 2.;

    for (size_t i = 0; i < n; i++) {
        at_risk[i] = (double)trend->point[i].at.n;
        exits[i] = (double)trend->point[i].at.c;
        x[2 * i] = 1;
        x[2 * i + 1] = trend->point[i].year - middle;
        first[i] = i;
    }
    first[n] = n;
    return (struct tn_panel){.rows = n,
                             .fixed = 2,
                             .levels = 1,
                             .at_risk = at_risk,
                             .exits = exits,
                             .x = x,
                             .areas = {n},
                             .first = {first}};
}

/* Add weight times the binomial law of n with log odds eta to pmf, from its mode out. */
static void add_binomial(double pmf[], long n, double eta, double weight)
{
    double p = tn_expit(eta), odds = exp(eta);
    long mode = (long)((double)(n + 1) * p);
    mode = mode > n ? n : mode;
    double peak = weight * exp(tn_log_choose(n, mode) - (double)mode * tn_log1pexp(-eta) -
                               (double)(n - mode) * tn_log1pexp(eta));

    double term = peak;
    for (long k = mode; k <= n; k++) {
        pmf[k] += term;
        term *= (double)(n - k) / (double)(k + 1) * odds;
    }
    term = peak;
    for (long k = mode; k > 0; k--) {
        term *= (double)k / (double)(n - k + 1) / odds;
        pmf[k - 1] += term;
    }
}

/* The next year's law: over the posterior's nodes, and over that year's own scatter by
 * equal steps of half a sd, whose error falls like exp(-2 pi^2 / step^2). */
static void look_ahead(struct tn_arena *arena, const struct tn_trend *trend,
                       const struct tn_mixed *mixed, struct tn_outlook *next)
{
    const struct tn_trend_point *last = &trend->point[trend->points - 1];
    double ahead = last->year + 1 - (trend->point[0].year + last->year) / 2., density = 0;
    long n = last->at.n;

    next->year = last->year + 1;
    next->n = n;
    next->at_most = tn_new(arena, double, (size_t)n + 1);
    for (int k = 0; k < NORMAL_NODES; k++)
        density += exp(-0.125 * (k - NORMAL_NODES / 2) * (k - NORMAL_NODES / 2));
    for (size_t i = 0; i < mixed->nodes; i++) {
        const struct tn_mixed_node *node = &mixed->node[i];
        double eta = node->beta[0] + node->beta[1] * ahead;
        for (int k = 0; k < NORMAL_NODES; k++) {
            double z = 0.5 * (k - NORMAL_NODES / 2);
            add_binomial(next->at_most, n, eta + node->sd[0] * z,
                         node->weight * exp(-0.5 * z * z) / density);
        }
    }
    double below = 0, level[] = {0.05, 0.95}, *into[] = {&next->low, &next->high};
    size_t found = 0;
    for (long k = 0; k <= n; k++) {
        next->mean += next->at_most[k] * (double)k / (double)n;
        below += next->at_most[k];
        next->at_most[k] = below < 1 ? below : 1;
        for (; found < 2 && below >= level[found]; found++)
            *into[found] = (double)k / (double)n;
    }
}

static enum tn_fault model(struct tn_arena *arena, struct tn_trend *trend,
                           struct tn_err *err)
{
    static const double mean[] = {0, 0};
    const double sd[] = {INTERCEPT_SD, SLOPE_SD};
    struct tn_mixed_prior prior = {.beta = {mean, sd},
                                   .area = {{TN_SD_HALF_NORMAL, SCATTER, 0}},
                                   .year = {TN_SD_FIXED, 0, 0}};
    struct tn_panel panel = panel_of(arena, trend);
    struct tn_mixed mixed;

    enum tn_fault fault = tn_mixed_fit(arena, &panel, &prior, NULL, &mixed, err);
    if (fault)
        return fault;
    trend->modelled = true;
    trend->slope = mixed.beta[1];
    trend->scatter = mixed.sd[0];
    look_ahead(arena, trend, &mixed, &trend->next);
    return TN_OK;
}

static void adjust(struct tn_arena *arena, struct tn_trends *trends,
                   enum tn_p_adjustment how)
{
    double *p = tn_new(arena, double, trends->n);

    for (size_t i = 0; i < trends->n; i++)
        p[i] = trends->trend[i].p;
    tn_adjust(arena, how, trends->n, p, p);
    for (size_t i = 0; i < trends->n; i++)
        trends->trend[i].p = p[i];
}

/* Take one status' latest review into the goal's; false where it has none. */
static bool add_status(const struct tn_trends *trends, enum tn_status status,
                       struct tn_goal_status *of, const struct tn_trend **by)
{
    for (size_t i = 0; i < trends->n; i++) {
        const struct tn_trend *trend = &trends->trend[i];
        if (trend->status != status || trend->indicator != of->goal->indicator)
            continue;
        const struct tn_trend_point *last = &trend->point[trend->points - 1];
        of->year = last->year;
        of->n += last->at.n;
        of->deprived += last->at.c;
        *by = trend;
        return true;
    }
    return false;
}

/* Most households that may be deprived when the goal is met: 100 - goal percent of n. */
static long may_lack(double goal_percent, long n)
{
    return (long)floor((100 - goal_percent) / 100 * (double)n + 1e-9);
}

static struct tn_goal_status stand(const struct tn_trends *trends,
                                   const struct tn_goal *goal)
{
    struct tn_goal_status of = {
        .goal = goal, .served = (double)NAN, .p_met = (double)NAN};
    const struct tn_trend *by = NULL;
    bool one = goal->status == TN_POOR || goal->status == TN_NEAR_POOR;

    if (goal->indicator == TN_NONE)
        return of;
    if (one) {
        add_status(trends, (enum tn_status)goal->status, &of, &by);
    } else {
        bool poor = add_status(trends, TN_POOR, &of, &by);
        bool near = add_status(trends, TN_NEAR_POOR, &of, &by);
        if (!poor || !near)
            return (struct tn_goal_status){
                .goal = goal, .served = (double)NAN, .p_met = (double)NAN};
    }
    if (!of.n)
        return of;
    long most = may_lack(goal->goal_percent, of.n);
    of.served = 1 - (double)of.deprived / (double)of.n;
    of.missing = of.deprived > most ? of.deprived - most : 0;
    if (one && by->modelled)
        of.p_met = by->next.at_most[may_lack(goal->goal_percent, by->next.n)];
    return of;
}

enum tn_fault tn_trends_of(struct tn_arena *arena, const struct tn_commune *commune,
                           const struct tn_trend_options *options,
                           struct tn_trends *trends, struct tn_err *err)
{
    struct tn_prevalences found = tn_prevalence_of(arena, commune, options->method,
                                                   options->level);

    *trends = (struct tn_trends){0};
    gather(arena, commune, &found, trends);
    note_years(trends);
    for (size_t i = 0; i < trends->n; i++) {
        struct tn_trend *trend = &trends->trend[i];
        compare(trend, options->level);
        if (trend->points < FEW_YEARS)
            continue;
        test(arena, trend);
        enum tn_fault fault = model(arena, trend, err);
        if (fault)
            return fault;
    }
    adjust(arena, trends, options->adjust);
    trends->goals = commune->goals;
    trends->goal = tn_new(arena, struct tn_goal_status, commune->goals);
    for (size_t i = 0; i < commune->goals; i++)
        trends->goal[i] = stand(trends, &commune->goal[i]);
    return TN_OK;
}

struct tn_m0_split tn_m0_split(double h1, double a1, double h2, double a2)
{
    if (!(h1 > 0))   // nobody poor: A is not defined, and plays no part
        a1 = h2 > 0 ? a2 : 0;
    if (!(h2 > 0))
        a2 = a1;
    return (struct tn_m0_split){h2 * a2 - h1 * a1, (h2 - h1) * (a1 + a2) / 2,
                                (a2 - a1) * (h1 + h2) / 2};
}

struct tn_group_split tn_group_split(double share1, double m1, double share2, double m2)
{
    return (struct tn_group_split){(m2 - m1) * (share1 + share2) / 2,
                                   (share2 - share1) * (m1 + m2) / 2};
}
