/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/study/track.h"

#include "forecast_point.h"

#include "tn/num/betainc.h"
#include "tn/num/group.h"
#include "tn/num/special.h"
#include "tn/words/track.h"

#include <math.h>
#include <stdlib.h>

const struct tn_curve tn_curve_default = {2, 1};

double tn_curve_at(const struct tn_curve *curve, double t)
{
    return t <= 0 ? 0 : t >= 1 ? 1 : tn_beta_at_most(curve->a, curve->b, t);
}

double tn_year_fraction(int year, int month, int day)
{
    static const int before[] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
    int leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    int gone = before[month - 1] + day + (leap && month > 2);

    return (double)gone / (365 + leap);
}

/* ---- the reporting curve ---- */

static int date_of(const struct tn_progress *p)
{
    return 100 * p->month + p->day;
}

/* The report before row i of the same village and status, or null; *last: whether
 * none follows. */
static const struct tn_progress *before(const struct tn_commune *c, size_t i, bool *last)
{
    const struct tn_progress *row = &c->progress[i], *best = NULL;

    *last = true;
    for (size_t j = 0; j < c->progresses; j++) {
        const struct tn_progress *p = &c->progress[j];
        if (p->village != row->village || p->status != row->status ||
            p->year != row->year)
            continue;
        *last &= date_of(p) <= date_of(row);
        if (date_of(p) < date_of(row) && (!best || date_of(p) > date_of(best)))
            best = p;
    }
    return best;
}

/* log P(when the exits of a past year were reported), up to a constant. *intervals counts
 * reports that follow another. */
static double likelihood(const struct tn_commune *c, const struct tn_curve *curve,
                         size_t *intervals)
{
    double sum = 0;

    for (size_t i = 0; i < c->progresses; i++) {
        const struct tn_progress *row = &c->progress[i];
        bool last;
        const struct tn_progress *prior = before(c, i, &last);
        long exits = row->exits - (prior ? prior->exits : 0);
        double from = prior
                          ? tn_curve_at(curve, tn_year_fraction(prior->year, prior->month,
                                                                prior->day))
                          : 0;
        double to = last ? 1
                         : tn_curve_at(curve,
                                       tn_year_fraction(row->year, row->month, row->day));
        *intervals += prior != NULL;
        if (exits > 0)
            sum += (double)exits * log(fmax(to - from, 1e-300));
    }
    return sum;
}

static double posterior(size_t n, const struct tn_commune *const past[], double log_a,
                        double log_b, size_t *intervals)
{
    struct tn_curve curve = {exp(log_a), exp(log_b)};
    double a = log_a - log(tn_curve_default.a), b = log_b - log(tn_curve_default.b);
    double sum = -0.5 * (a * a + b * b);

    for (size_t i = 0; i < n; i++)
        sum += likelihood(past[i], &curve, intervals);
    return sum;
}

/* A walk along the two axes and diagonals that halves its step where none leads up. */
bool tn_curve_fit(size_t n, const struct tn_commune *const past[], struct tn_curve *curve)
{
    static const int way[8][2] = {{1, 0}, {-1, 0}, {0, 1},  {0, -1},
                                  {1, 1}, {1, -1}, {-1, 1}, {-1, -1}};
    double x = log(tn_curve_default.a), y = log(tn_curve_default.b);
    size_t intervals = 0;
    double best = posterior(n, past, x, y, &intervals);

    if (!intervals)
        return false;
    for (double step = 0.5; step > 1e-9;) {
        bool moved = false;
        for (int i = 0; i < 8 && !moved; i++) {
            double u = x + way[i][0] * step, v = y + way[i][1] * step;
            double here = posterior(n, past, u, v, &intervals);
            if (here > best) {
                best = here;
                x = u;
                y = v;
                moved = true;
            }
        }
        if (!moved)
            step /= 2;
    }
    *curve = (struct tn_curve){exp(x), exp(y)};
    return true;
}

/* ---- the reports as of a date ---- */

static int ascending(const void *a, const void *b)
{
    int x = *(const int *)a, y = *(const int *)b;
    return (x > y) - (x < y);
}

/* The days with a report of the plan year, up to last, each once. */
static size_t report_days(struct tn_arena *arena, const struct tn_commune *c, int last,
                          int **day)
{
    size_t n = 0, kept = 0;

    *day = tn_new(arena, int, c->progresses);
    for (size_t i = 0; i < c->progresses; i++)
        if (c->progress[i].year == c->plan_year && date_of(&c->progress[i]) <= last)
            (*day)[n++] = date_of(&c->progress[i]);
    if (n)
        qsort(*day, n, sizeof **day, ascending);
    for (size_t i = 0; i < n; i++)
        if (i == 0 || (*day)[i] != (*day)[kept - 1])
            (*day)[kept++] = (*day)[i];
    return kept;
}

/* Each village's latest report up to a day, with the chance to be in it. */
static struct tn_report *reports_at(struct tn_arena *arena, const struct tn_commune *c,
                                    const struct tn_curve *curve, int day,
                                    struct tn_track_at *at)
{
    struct tn_report *report = tn_new(arena, struct tn_report, TN_STATUSES * c->villages);
    int *latest = tn_new(arena, int, TN_STATUSES * c->villages);

    for (size_t i = 0; i < TN_STATUSES * c->villages; i++)
        report[i] = (struct tn_report){-1, 0};
    for (size_t i = 0; i < c->progresses; i++) {
        const struct tn_progress *p = &c->progress[i];
        size_t k = (size_t)p->status * c->villages + p->village;
        if (p->year != c->plan_year || date_of(p) > day || date_of(p) <= latest[k])
            continue;
        latest[k] = date_of(p);
        report[k].seen = p->exits;
        report[k].share = tn_curve_at(curve, tn_year_fraction(p->year, p->month, p->day));
    }
    for (int s = 0; s < TN_STATUSES; s++)
        for (size_t v = 0; v < c->villages; v++) {
            const struct tn_report *r = &report[(size_t)s * c->villages + v];
            at->reported[s] += r->seen > 0 ? r->seen : 0;
            at->silent[s] += r->seen < 0 && c->village[v].households[s] > 0;
        }
    return report;
}

static enum tn_fault check(struct tn_arena *arena, const struct tn_commune *c,
                           struct tn_err *err)
{
    for (size_t i = 0; i < c->progresses; i++) {
        const struct tn_progress *p = &c->progress[i];
        const struct tn_village *village = &c->village[p->village];
        bool last;
        const struct tn_progress *prior = before(c, i, &last);
        const char *place = tn_say(arena, TN_EN, "progress.csv:%ld", "progress.csv:%ld",
                                   p->line);
        if (p->year != c->plan_year)
            continue;
        if (p->exits > village->households[p->status])
            return tn_fail(err, TN_EDATA, place, TN_W_TRACK_ABOVE, p->exits,
                           village->households[p->status], village->name);
        if (prior && prior->exits > p->exits)
            return tn_fail(err, TN_EDATA, place, TN_W_TRACK_DOWN, village->name, p->exits,
                           prior->exits);
    }
    return TN_OK;
}

/* ---- the quarters to come ---- */

static const double UNSEEN = 1e-18;

/* Add weight times the law of r + a binomial number to law; built outwards from the
 * mode, so that nothing underflows before its neighbour. */
static void add_thinned(long n, double p, double weight, double law[])
{
    long mode = (long)((double)(n + 1) * p);

    mode = mode > n ? n : mode;
    if (p <= 0 || p >= 1) {
        law[p <= 0 ? 0 : n] += weight;
        return;
    }
    double odds = p / (1 - p);
    double top = exp(tn_log_choose(n, mode) + (double)mode * log(p) +
                     (double)(n - mode) * log1p(-p));
    double at = top;
    for (long k = mode; k >= 0 && at > UNSEEN; k--) {
        law[k] += weight * at;
        at *= (double)k / ((double)(n - k + 1) * odds);
    }
    at = top;
    for (long k = mode + 1; k <= n && at > UNSEEN; k++) {
        at *= (double)(n - k + 1) * odds / (double)k;
        law[k] += weight * at;
    }
}

/* The chance that an exit not reported yet is so by the time that share of a year's are:
 * the mean over the exits still to come. */
static double chance_by(const struct tn_commune *c, const struct tn_forecast *f,
                        const struct tn_report report[], int status, double share)
{
    double sum = 0, all = 0;

    for (size_t v = 0; v < c->villages; v++) {
        const struct tn_report *r = &report[(size_t)status * c->villages + v];
        double seen = r->seen > 0 ? (double)r->seen : 0;
        double left = fmax(f->village[v].status[status].exits.mean - seen, 0);
        double before = r->seen < 0 ? 0 : r->share;
        sum += before < 1 ? left * (share - before) / (1 - before) : left;
        all += left;
    }
    return all > 0 ? fmin(sum / all, 1) : 0;
}

static struct tn_distribution ahead_of(struct tn_arena *arena,
                                       const struct tn_distribution *exits, long reported,
                                       double chance)
{
    struct tn_distribution law = {
        .n = exits->n, .step = 1, .pmf = tn_new(arena, double, exits->n + 1)};

    for (long x = reported; x <= (long)exits->n; x++)
        if (exits->pmf[x] > UNSEEN)
            add_thinned(x - reported, chance, exits->pmf[x], law.pmf + reported);
    tn_distribution_describe(&law);
    return law;
}

static void look_ahead(struct tn_arena *arena, const struct tn_commune *c,
                       struct tn_track *track)
{
    static const int quarter[TN_QUARTERS] = {331, 630, 930, 1231};
    const struct tn_track_at *now = &track->at[track->n - 1];
    struct tn_track_at unused = {0};
    int today = 100 * now->month + now->day;
    const struct tn_report *report = reports_at(arena, c, &track->curve, today, &unused);

    for (size_t i = 0; i < TN_QUARTERS; i++) {
        struct tn_track_ahead *a = &track->ahead[track->aheads];
        if (quarter[i] <= today)
            continue;
        a->month = quarter[i] / 100;
        a->day = quarter[i] % 100;
        a->share = tn_curve_at(&track->curve,
                               tn_year_fraction(c->plan_year, a->month, a->day));
        for (int s = 0; s < TN_STATUSES; s++)
            a->reported[s] = ahead_of(arena, &now->forecast.commune.status[s].exits,
                                      now->reported[s],
                                      chance_by(c, &now->forecast, report, s, a->share));
        track->aheads++;
    }
}

/* The forecast of the last date takes the points it needs, those on the way fewer. */
enum { REPLICATES = 16, POINTS_ON_THE_WAY = 32, LEAST_ON_THE_WAY = 4 };

static long points_on_the_way(const struct tn_commune *c)
{
    const struct tn_setup plan = {.commune = c};

    return REPLICATES * (long)tn_points_for(&plan, POINTS_ON_THE_WAY, LEAST_ON_THE_WAY);
}

static enum tn_fault look(struct tn_arena *arena, const struct tn_commune *c,
                          const struct tn_model *model,
                          const struct tn_track_options *options, struct tn_track_at *at,
                          struct tn_err *err)
{
    struct tn_forecast_options forecast = options->forecast;
    int day = 100 * at->month + at->day;

    forecast.report = day ? reports_at(arena, c, &options->curve, day, at) : NULL;
    at->t = day ? tn_year_fraction(c->plan_year, at->month, at->day) : 0;
    at->share = tn_curve_at(&options->curve, at->t);
    return tn_forecast_of(arena, c, model, &forecast, &at->forecast, err);
}

enum tn_fault tn_track_of(struct tn_arena *arena, const struct tn_commune *commune,
                          const struct tn_model *model,
                          const struct tn_track_options *options, struct tn_track *track,
                          struct tn_err *err)
{
    struct tn_track_options way = *options;
    int last = options->month ? 100 * options->month + options->day : 1231, *day;
    enum tn_fault fault = check(arena, commune, err);

    if (fault)
        return fault;
    size_t days = report_days(arena, commune, last, &day);
    if (!days)
        return tn_fail(err, TN_EDATA, NULL, TN_W_TRACK_NONE, commune->plan_year);
    *track = (struct tn_track){.curve = options->curve,
                               .n = days + 1,
                               .at = tn_new(arena, struct tn_track_at, days + 1)};
    way.forecast.points = points_on_the_way(commune);
    for (size_t i = 0; i <= days && !fault; i++) {
        struct tn_track_at *at = &track->at[i];
        if (i > 0)
            *at = (struct tn_track_at){.month = day[i - 1] / 100,
                                       .day = day[i - 1] % 100};
        fault = look(arena, commune, model, i < days ? &way : options, at, err);
    }
    if (!fault)
        look_ahead(arena, commune, track);
    return fault;
}
