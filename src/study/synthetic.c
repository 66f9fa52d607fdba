/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/study/synthetic.h"

#include "tn/num/philox.h"
#include "tn/num/special.h"
#include "tn/words/country.h"

#include <math.h>

/* Provinces, districts, communes, villages of Vietnam before the mergers of 2025, and
 * its poor and near-poor households at the end of 2022 (Decision 71/QD-LDTBXH). */
static const double areas_of[TN_AREA_LEVELS] = {1, 63, 700, 10600, 100000};
static const double households_of[TN_STATUSES] = {1057374, 915274};

/* How much the log of the share of poor households varies between areas of a level:
 * provinces range from 0.2 to 50 %. */
static const double spread[TN_AREA_LEVELS] = {0, 0.9, 0.4, 0.4, 0.5};
/* All households of a village: 26 million in 100,000. */
static const double VILLAGE_SIZE = 240, VILLAGE_SPREAD = 0.4;

/* What a number is for. */
enum use { OF_POOR, OF_BOTH, OF_SIZE, OF_QUOTA, OF_ASKED };

/* Where one stands: the number of the area of each level, counted through the country. */
struct at {
    const struct tn_synthetic *country;
    size_t area[TN_AREA_LEVELS];
};

static double draw(const struct at *at, size_t level, enum use use, size_t status)
{
    return tn_uniform(at->country->seed, (uint32_t)at->area[level], (uint32_t)level,
                      (uint64_t)use << 8 | status);
}

static double normal(const struct at *at, size_t level, enum use use, size_t status)
{
    return tn_normal_quantile(draw(at, level, use, status));
}

/* A village's share in the country's households of a status, up to a factor: poor and
 * near-poor go together, but not quite. */
static double share_of(const struct at *at, size_t status)
{
    double log_share = VILLAGE_SPREAD * normal(at, TN_A_VILLAGE, OF_SIZE, 0);

    for (size_t level = TN_A_PROVINCE; level < TN_AREA_LEVELS; level++)
        log_share += spread[level] * (0.8 * normal(at, level, OF_BOTH, 0) +
                                      0.6 * normal(at, level, OF_POOR, status));
    return exp(log_share);
}

/* The first part of area k of n, when so many parts are spread evenly over them. */
static size_t first_part(size_t k, size_t n, size_t parts)
{
    return k * parts / n;
}

typedef void visit(void *context, const struct at *at);

static void visit_parts(const struct tn_synthetic *country, size_t level, struct at *at,
                        visit *enter, visit *leave, void *context)
{
    size_t n = country->areas[level - 1], parts = country->areas[level];
    size_t begin = first_part(at->area[level - 1], n, parts);
    size_t end = first_part(at->area[level - 1] + 1, n, parts);

    for (size_t i = begin; i < end; i++) {
        at->area[level] = i;
        if (level == TN_A_VILLAGE) {
            enter(context, at);
            continue;
        }
        visit_parts(country, level + 1, at, enter, leave, context);
        if (leave) {
            struct at here = *at;
            for (size_t l = level + 1; l < TN_AREA_LEVELS; l++)
                here.area[l] = SIZE_MAX;
            leave(context, &here);
        }
    }
}

static void visit_all(const struct tn_synthetic *country, visit *enter, visit *leave,
                      void *context)
{
    struct at at = {.country = country};

    visit_parts(country, TN_A_PROVINCE, &at, enter, leave, context);
}

static void add_shares(void *context, const struct at *at)
{
    double *sum = context;

    for (size_t s = 0; s < TN_STATUSES; s++)
        sum[s] += share_of(at, s);
}

struct writing {
    FILE *out;
    double sum[TN_STATUSES], so_far[TN_STATUSES];   // of shares
    long given[TN_STATUSES];                        // households
    long base[TN_AREA_LEVELS][TN_STATUSES], quota[TN_AREA_LEVELS][TN_STATUSES];
    double all[TN_AREA_LEVELS];   // households of the open area of each level
};

/* The village's households: what the shares so far make of the country's number. */
static long households(struct writing *w, const struct at *at, size_t s)
{
    w->so_far[s] += share_of(at, s);
    long by_now = (long)floor(
        (double)at->country->households[s] * fmin(w->so_far[s] / w->sum[s], 1) + 0.5);
    long here = by_now - w->given[s];

    w->given[s] = by_now;
    return here;
}

/* A commune plans some third of its households, its villages more or less. */
static long quota_of(const struct at *at, size_t s, long base)
{
    double logit = -0.7 + 0.4 * normal(at, TN_A_COMMUNE, OF_QUOTA, s) +
                   0.4 * normal(at, TN_A_VILLAGE, OF_QUOTA, s);

    return (long)floor((double)base * tn_expit(logit) +
                       draw(at, TN_A_VILLAGE, OF_ASKED, s));
}

static void write_names(struct writing *w, const struct at *at, size_t level)
{
    static const char *const kind[] = {TN_MADE_AREAS};
    const size_t *k = at->area;

    fprintf(w->out, "%s %zu,", kind[0], k[TN_A_PROVINCE] + 1);
    for (size_t l = TN_A_DISTRICT; l < TN_AREA_LEVELS; l++)
        if (l <= level)
            fprintf(w->out, "%s %zu,", kind[l - 1], k[l] + 1);
        else
            fputc(',', w->out);
}

static void write_counts(struct writing *w, const long base[], const long quota[],
                         double all)
{
    fprintf(w->out, "%ld,%ld,%ld,%ld,%.0f\n", base[TN_POOR], quota[TN_POOR],
            base[TN_NEAR_POOR], quota[TN_NEAR_POOR], all);
}

static void write_village(void *context, const struct at *at)
{
    struct writing *w = context;
    long base[TN_STATUSES], quota[TN_STATUSES];
    double size = VILLAGE_SIZE *
                  exp(VILLAGE_SPREAD * normal(at, TN_A_VILLAGE, OF_SIZE, 0));

    for (size_t s = 0; s < TN_STATUSES; s++) {
        base[s] = households(w, at, s);
        quota[s] = quota_of(at, s, base[s]);
        w->base[TN_A_COMMUNE][s] += base[s];
        w->quota[TN_A_COMMUNE][s] += quota[s];
    }
    size = floor(fmax(size, 1.1 * (double)(base[0] + base[1]) + 5));
    w->all[TN_A_COMMUNE] += size;
    write_names(w, at, TN_A_VILLAGE);
    write_counts(w, base, quota, size);
}

/* The row of a wider area, when its villages are written: one in three is asked for up
 * to a tenth more than its parts are. */
static void write_wider(void *context, const struct at *at)
{
    struct writing *w = context;
    size_t level = TN_A_PROVINCE;

    while (level + 1 < TN_AREA_LEVELS && at->area[level + 1] != SIZE_MAX)
        level++;
    for (size_t s = 0; s < TN_STATUSES; s++) {
        double u = draw(at, level, OF_ASKED, s);
        double more = u < 1.0 / 3 ? 0.3 * u * (double)w->quota[level][s] : 0;
        long asked = w->quota[level][s] + (long)more;
        w->quota[level][s] = asked < w->base[level][s] ? asked : w->base[level][s];
    }
    write_names(w, at, level);
    write_counts(w, w->base[level], w->quota[level], w->all[level]);
    w->all[level - 1] += w->all[level];
    w->all[level] = 0;
    for (size_t s = 0; s < TN_STATUSES; s++) {
        w->base[level - 1][s] += w->base[level][s];
        w->quota[level - 1][s] += w->quota[level][s];
        w->base[level][s] = w->quota[level][s] = 0;
    }
}

void tn_synthetic_write(FILE *out, const struct tn_synthetic *country)
{
    struct writing w = {.out = out};

    visit_all(country, add_shares, NULL, w.sum);
    fputs("province,district,commune,village,poor,poor_quota,near_poor,near_poor_quota,"
          "households\n",
          out);
    visit_all(country, write_village, write_wider, &w);
}

static size_t at_least_one(double x)
{
    return x > 1 ? (size_t)floor(x + 0.5) : 1;
}

/* Provinces do not get smaller beyond Vietnam's size, there are more of them; so memory,
 * which is that of one province, stays. */
struct tn_synthetic tn_synthetic_at(uint64_t seed, double scale)
{
    struct tn_synthetic country = {.seed = seed};

    for (size_t l = 0; l < TN_AREA_LEVELS; l++)
        country.areas[l] = l ? at_least_one(scale * areas_of[l]) : 1;
    for (size_t s = 0; s < TN_STATUSES; s++)
        country.households[s] = (long)at_least_one(scale * households_of[s]);
    return country;
}

struct tn_synthetic tn_synthetic_of(uint64_t seed, long households)
{
    double whole = households_of[TN_POOR] + households_of[TN_NEAR_POOR];
    struct tn_synthetic country = tn_synthetic_at(seed, (double)households / whole);

    country.households[TN_POOR] = (long)floor(
        (double)households * households_of[TN_POOR] / whole + 0.5);
    country.households[TN_NEAR_POOR] = households - country.households[TN_POOR];
    return country;
}
