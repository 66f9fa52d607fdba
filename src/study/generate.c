/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/study/generate.h"

#include "tn/num/philox.h"
#include "tn/num/special.h"

#include <math.h>

/* What a number is for: the high half of a draw's place. */
enum use {
    OF_DISTRICT = 1,
    OF_COMMUNE,
    OF_VILLAGE,
    OF_YEAR,
    OF_SIZE,
    OF_PLAN,
    OF_EXIT,
    OF_LANDING,
    OF_ENTRY,
    OF_HOUSEHOLD,
    OF_FALL
};

struct tn_generate tn_generate_default(void)
{
    return (struct tn_generate){
        .seed = 1,
        .districts = 1,
        .communes = 1,
        .villages = 11,
        .first_year = 2019,
        .years = 5,
        .poor = 6,
        .near_poor = 5,
        .planned = 0.35,
        .chance = {[TN_UNPLANNED_POOR] = 0.12,
                   [TN_PLANNED_POOR] = 0.75,
                   [TN_UNPLANNED_NEAR_POOR] = 0.12,
                   [TN_PLANNED_NEAR_POOR] = 0.65},
        .village_sd = 0.3,
        .commune_sd = 0.4,
        .district_sd = 0.3,
        .year_sd = 0.4,
        .to_near_poor = 0.5,
        .near_to_poor = 0.02,
        .entry = {0.2, 0.3},
    };
}

/* A uniform number for a use, an area and up to 2^32 draws. */
static double draw(const struct tn_generate *g, enum use use, size_t area, int year,
                   uint64_t k)
{
    return tn_uniform(g->seed, (uint32_t)area, (uint32_t)year, (uint64_t)use << 40 | k);
}

static double normal(const struct tn_generate *g, enum use use, size_t area, int year)
{
    return tn_normal_quantile(draw(g, use, area, year, 0));
}

static size_t commune_number(size_t district, size_t commune)
{
    return district * 1000 + commune;
}

static size_t village_number(size_t district, size_t commune, size_t village)
{
    return commune_number(district, commune) * 1000 + village;
}

double tn_generate_year(const struct tn_generate *g, int year)
{
    return g->year_sd * normal(g, OF_YEAR, 0, year);
}

double tn_generate_village(const struct tn_generate *g, size_t district, size_t commune,
                           size_t village)
{
    double effect = g->village_sd *
                    normal(g, OF_VILLAGE, village_number(district, commune, village), 0);

    if (g->communes > 1 || g->districts > 1)
        effect += g->commune_sd *
                  normal(g, OF_COMMUNE, commune_number(district, commune), 0);
    if (g->districts > 1)
        effect += g->district_sd * normal(g, OF_DISTRICT, district, 0);
    return effect;
}

/* Where a run of uniform numbers begins. */
struct run {
    enum use use;
    size_t area;
    int year;
    uint64_t from;
};

/* How many of n uniform numbers of a run lie below p. */
static long count_below(const struct tn_generate *g, struct run run, long n, double p)
{
    long count = 0;

    for (long k = 0; k < n; k++)
        count += draw(g, run.use, run.area, run.year, run.from + (uint64_t)k) < p;
    return count;
}

/* A Poisson number of the mean, by inversion; at most 1,000. */
static long poisson(double mean, double u)
{
    double term = exp(-mean), sum = term;
    long k = 0;

    for (; u > sum && k < 1000; k++)
        sum += term *= mean / (double)(k + 1);
    return k;
}

/* Households of a village in a year, planned and not; 1 + Poisson. */
static void households(const struct tn_generate *g, size_t village, int year,
                       enum tn_status status, long count[2])
{
    double mean = status == TN_POOR ? g->poor : g->near_poor;
    long all = 1 + poisson(mean > 1 ? mean - 1 : 0,
                           draw(g, OF_SIZE, village, year, (uint64_t)status));

    count[1] = count_below(
        g, (struct run){OF_PLAN, village, year, (uint64_t)status << 32}, all, g->planned);
    count[0] = all - count[1];
}

static struct tn_history one_row(const struct tn_generate *g, size_t village, int year,
                                 enum tn_status status, bool planned, double effect)
{
    long at_risk[2];
    uint64_t from = (uint64_t)(2 * (int)status + planned) << 34;
    double logit = tn_logit(g->chance[tn_chance_id(status, planned)]);

    households(g, village, year, status, at_risk);
    struct tn_history h = {.year = year, .status = status, .planned = planned};
    h.at_risk = at_risk[planned];
    h.exits = count_below(g, (struct run){OF_EXIT, village, year, from}, h.at_risk,
                          tn_expit(logit + effect));
    h.to_near_poor = status == TN_POOR
                         ? count_below(g, (struct run){OF_LANDING, village, year, from},
                                       h.exits, g->to_near_poor)
                         : TN_UNKNOWN;
    h.to_poor = status == TN_POOR
                    ? TN_UNKNOWN
                    : count_below(g, (struct run){OF_FALL, village, year, from},
                                  h.at_risk - h.exits, g->near_to_poor);
    h.household = "";
    h.members = h.workers = TN_UNKNOWN;
    h.entries = planned ? 0
                        : poisson(g->entry[status],
                                  draw(g, OF_ENTRY, village, year, (uint64_t)status));
    return h;
}

static const char *name(struct tn_arena *arena, const char *kind, size_t number)
{
    return tn_say(arena, TN_EN, "%s %zu", "%s %zu", kind, number + 1);
}

/* All rows of one village. */
static void village_rows(struct tn_arena *arena, const struct tn_generate *g,
                         const size_t at[3], struct tn_history *row, size_t *n)
{
    size_t number = village_number(at[0], at[1], at[2]);
    double effect = tn_generate_village(g, at[0], at[1], at[2]);
    bool many = g->communes > 1 || g->districts > 1;
    const char *district = many ? name(arena, "H", at[0]) : "";
    const char *commune =
        many ? tn_say(arena, TN_EN, "X %zu.%zu", "X %zu.%zu", at[0] + 1, at[1] + 1) : "";
    const char *village = name(arena, "T", at[2]);

    for (int year = g->first_year; year < g->first_year + g->years; year++)
        for (int status = 0; status < TN_STATUSES; status++)
            for (int planned = 0; planned < 2; planned++) {
                struct tn_history h = one_row(g, number, year, (enum tn_status)status,
                                              planned == 1,
                                              effect + tn_generate_year(g, year));
                h.village = village;
                h.commune = commune;
                h.district = district;
                row[(*n)++] = h;
            }
}

struct tn_history *tn_generate_history(struct tn_arena *arena,
                                       const struct tn_generate *g, size_t *n)
{
    size_t areas = g->districts * g->communes * g->villages;
    struct tn_history *row = tn_new(arena, struct tn_history,
                                    areas * (size_t)g->years * 2 * TN_STATUSES);

    *n = 0;
    for (size_t d = 0; d < g->districts; d++)
        for (size_t c = 0; c < g->communes; c++)
            for (size_t v = 0; v < g->villages; v++)
                village_rows(arena, g, (size_t[]){d, c, v}, row, n);
    return row;
}

/* ---- as files
 * -------------------------------------------------------------------------- */

static void count_cell(FILE *out, long count)
{
    if (count == TN_UNKNOWN)
        fputs(",", out);
    else
        fprintf(out, ",%ld", count);
}

bool tn_generate_history_csv(FILE *out, size_t n, const struct tn_history row[])
{
    bool many = n > 0 && row[0].commune[0];

    fprintf(out,
            "year,%svillage,status,planned,at_risk,exits,to_near_poor,entries,to_poor\n",
            many ? "district,commune," : "");
    for (size_t i = 0; i < n; i++) {
        const struct tn_history *h = &row[i];
        fprintf(out, "%d", h->year);
        if (many)
            fprintf(out, ",%s,%s", h->district, h->commune);
        fprintf(out, ",%s,%s,%s,%ld,%ld", h->village, tn_status_vocab[h->status].code,
                h->planned ? "yes" : "no", h->at_risk, h->exits);
        count_cell(out, h->to_near_poor);
        count_cell(out, h->entries);
        count_cell(out, h->to_poor);
        fputc('\n', out);
    }
    return !ferror(out);
}

/* Households of a village at the end of the base year, planned and not. */
static void at_base(const struct tn_generate *g, size_t village, enum tn_status status,
                    long count[2])
{
    households(g, village_number(0, 0, village), g->first_year + g->years, status, count);
}

static long all_households(const struct tn_generate *g, size_t village)
{
    return 150 + (long)(100 * draw(g, OF_SIZE, village_number(0, 0, village), 0, 9)) +
           4 * (long)(g->poor + g->near_poor);
}

bool tn_generate_plan_csv(FILE *out, const struct tn_generate *g)
{
    long sum[TN_STATUSES] = {0}, quota[TN_STATUSES] = {0}, all = 0, count[2];

    for (size_t v = 0; v < g->villages; v++) {
        for (int s = 0; s < TN_STATUSES; s++) {
            at_base(g, v, (enum tn_status)s, count);
            sum[s] += count[0] + count[1];
            quota[s] += count[1];
        }
        all += all_households(g, v);
    }
    fprintf(out,
            "key,value\ncommune,X 1.1\ndistrict,H 1\nplan_year,%d\nbase_year,%d\n"
            "poor,%ld\nnear_poor,%ld\npoor_quota,%ld\nnear_poor_quota,%ld\n"
            "households_total,%ld\n",
            g->first_year + g->years, g->first_year + g->years - 1, sum[TN_POOR],
            sum[TN_NEAR_POOR], quota[TN_POOR], quota[TN_NEAR_POOR], all);
    return !ferror(out);
}

bool tn_generate_villages_csv(FILE *out, const struct tn_generate *g)
{
    fputs("village,poor,poor_quota,near_poor,near_poor_quota,households\n", out);
    for (size_t v = 0; v < g->villages; v++) {
        long poor[2], near[2];
        at_base(g, v, TN_POOR, poor);
        at_base(g, v, TN_NEAR_POOR, near);
        fprintf(out, "T %zu,%ld,%ld,%ld,%ld,%ld\n", v + 1, poor[0] + poor[1], poor[1],
                near[0] + near[1], near[1], all_households(g, v));
    }
    return !ferror(out);
}

/* A household's deprivations: poor have 3 or more of 12, near-poor fewer. */
static void deprivations(FILE *out, const struct tn_generate *g, size_t village,
                         uint64_t household, enum tn_status status)
{
    double u = draw(g, OF_HOUSEHOLD, village, 0, household << 8);
    int want = status == TN_POOR ? 3 + (int)(2 * u * u * u) : (int)(3 * u), left = want;

    for (int j = 0; j < TN_INDICATORS; j++) {
        double chance = (double)left / (TN_INDICATORS - j);
        bool deprived = draw(g, OF_HOUSEHOLD, village, 0,
                             household << 8 | (uint64_t)(j + 1)) < chance;
        left -= deprived;
        fputs(deprived ? ",1" : ",0", out);
    }
    fputc('\n', out);
}

bool tn_generate_households_csv(FILE *out, const struct tn_generate *g)
{
    fputs("household,village,status,planned,members,workers", out);
    for (int j = 0; j < TN_INDICATORS; j++)
        fprintf(out, ",%s", tn_indicator_vocab[j].code);
    fputc('\n', out);
    for (size_t v = 0; v < g->villages; v++)
        for (int s = 0; s < TN_STATUSES; s++) {
            long count[2];
            size_t number = village_number(0, 0, v);
            at_base(g, v, (enum tn_status)s, count);
            for (long k = 0; k < count[0] + count[1]; k++) {
                uint64_t own = (uint64_t)s << 24 | (uint64_t)k;
                long members = 1 + poisson(2.4, draw(g, OF_HOUSEHOLD, number, 1, own));
                long workers = count_below(
                    g, (struct run){OF_HOUSEHOLD, number, 2, own << 8}, members, 0.5);
                fprintf(out, "T%zu-%s%ld,T %zu,%s,%s,%ld,%ld", v + 1, s ? "C" : "N",
                        k + 1, v + 1, tn_status_vocab[s].code,
                        k < count[1] ? "yes" : "no", members, workers);
                deprivations(out, g, number, own, (enum tn_status)s);
            }
        }
    return !ferror(out);
}
