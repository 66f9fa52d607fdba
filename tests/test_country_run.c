/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracles: the exact forecast of a commune that is a whole country; and, for a country
 * of two provinces, drawing every household of it. */
#include "check.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tn/base/memory.h"
#include "tn/data/country.h"
#include "tn/study/country.h"
#include "tn/study/forecast.h"
#include "tn/study/setup.h"
#include "tn/study/synthetic.h"

enum { MOST = 4096 };

static struct tn_arena arena;

/* Every outcome of a run, in the order in which they come. */
static struct all {
    size_t n;
    enum tn_area_level level[MOST];
    struct tn_area_outcome outcome[MOST];
} first, second;

struct passing {
    struct tn_country_run *run;
    struct all *all;
};

static bool take(void *context, const struct tn_province *province)
{
    struct passing *p = context;
    struct tn_province_outcome of = tn_country_next(&arena, p->run, province);

    for (size_t level = TN_A_PROVINCE; level < TN_AREA_LEVELS; level++)
        for (size_t i = 0; i < TN_STATUSES * province->n[level]; i++) {
            assert_true(p->all->n < MOST);
            p->all->level[p->all->n] = (enum tn_area_level)level;
            p->all->outcome[p->all->n++] = of.outcome[level][i];
        }
    return true;
}

static void read_text(const char *text, size_t len, struct passing *p,
                      struct tn_country *country)
{
    struct tn_findings findings = {0};
    const struct tn_read_options options = {.bytes = text, .len = len};
    struct tn_reading reading = {.arena = &arena,
                                 .findings = &findings,
                                 .options = &options,
                                 .path = "country.csv"};

    assert_true(tn_country_read(&reading, take, p, country));
}

static void run_all(const char *text, size_t len, const struct tn_model *model,
                    const struct tn_country_options *options, struct all *all)
{
    struct passing p = {options->draws ? tn_country_simulate(&arena, model, options)
                                       : tn_country_forecast(&arena, model, options),
                        all};
    struct tn_country country;

    all->n = 0;
    read_text(text, len, &p, &country);
    tn_country_close(&arena, p.run, &country.whole, all->outcome + all->n);
    for (int s = 0; s < TN_STATUSES; s++)
        all->level[all->n++] = TN_A_COUNTRY;
}

/* All parameters known, or uncertain. */
static struct tn_model make_model(double sd)
{
    static const double mean[TN_PARAMETERS] = {
        [TN_UNPLANNED_POOR] = -2.03,      [TN_PLANNED_POOR] = 1.07,
        [TN_UNPLANNED_NEAR_POOR] = -1.87, [TN_PLANNED_NEAR_POOR] = 0.63,
        [TN_VILLAGE_SD] = -0.97,          [TN_YEAR_SD] = -0.71,
        [TN_TO_NEAR_POOR] = 0.23,         [TN_NEAR_TO_POOR] = -3.7,
        [TN_ENTRY_POOR] = 0.11,           [TN_ENTRY_NEAR_POOR] = 0.37,
    };
    struct tn_model model = {.terms = 0};

    for (size_t i = 0; i < TN_PARAMETERS; i++)
        model.prior[i] = (struct tn_prior){
            .scale = i < TN_VILLAGE_SD || (i > TN_YEAR_SD && i < TN_ENTRY_POOR) ? TN_LOGIT
                                                                                : TN_LOG,
            .mean = mean[i],
            .sd = sd,
            .stated = true};
    return model;
}

static const struct tn_country_options EVEN = {
    .seed = 5, .threads = 2, .points = 16, .share = {0.25, 0.25, 0.25, 0.25}};

/* ---- a commune that is a country -------------------------------------------------- */

static const long base[3][TN_STATUSES] = {{11, 7}, {5, 13}, {17, 0}};
static const long quota[3][TN_STATUSES] = {{3, 2}, {0, 5}, {6, 0}};

static struct tn_forecast exact_forecast(const struct tn_model *model)
{
    static const char *const name[3] = {"A", "B", "C"};
    struct tn_village *village = tn_new(&arena, struct tn_village, 3);
    struct tn_commune *c = tn_new(&arena, struct tn_commune, 1);
    struct tn_forecast_options options = {.method = TN_EXACT};
    struct tn_forecast forecast;
    struct tn_err err;

    for (int v = 0; v < 3; v++) {
        village[v] = (struct tn_village){.name = name[v], .all_households = TN_UNKNOWN};
        for (int s = 0; s < TN_STATUSES; s++) {
            village[v].households[s] = base[v][s];
            village[v].quota[s] = quota[v][s];
            c->households[s] += base[v][s];
            c->quota[s] += quota[v][s];
        }
    }
    c->villages = 3;
    c->village = village;
    c->households_total = TN_UNKNOWN;
    assert_int_equal(tn_forecast_of(&arena, c, model, &options, &forecast, &err), TN_OK);
    return forecast;
}

static void check_outcome(const struct tn_area_outcome *got,
                          const struct tn_outcome *want)
{
    if (fabs(got->quota_met.p - want->quota_met.p) > 2e-5)
        fail_msg("the quota %ld is met with %.9g, exactly %.9g", got->quota,
                 got->quota_met.p, want->quota_met.p);
    check_rel(got->mean, want->exits.mean, 1e-5);
    check_rel(got->sd, want->exits.sd, 1e-4);
    assert_int_equal(got->q05, want->exits.q05);
    assert_int_equal(got->q50, want->exits.q50);
    assert_int_equal(got->q95, want->exits.q95);
    for (int i = 0; i < 3; i++)
        assert_int_equal(got->realistic[i], want->realistic[i]);
}

static size_t write_commune(size_t room, char text[])
{
    int len = snprintf(text, room,
                       "province,district,commune,village,poor,poor_quota,near_poor,"
                       "near_poor_quota,households\n");

    for (int v = 0; v < 3; v++)
        len += snprintf(text + len, room - (size_t)len, "P,D,C,%c,%ld,%ld,%ld,%ld,\n",
                        'A' + v, base[v][0], quota[v][0], base[v][1], quota[v][1]);
    return (size_t)len;
}

/* However the year's variance is shared out, what is the only one of its level has all
 * of it. */
static void a_commune_alone_has_its_own_forecast(void **state)
{
    (void)state;
    struct tn_model model = make_model(0);
    struct tn_forecast want = exact_forecast(&model);
    char text[1024];
    size_t len = write_commune(sizeof text, text);

    const double shares[3][TN_SHARED_LEVELS] = {
        {0.25, 0.25, 0.25, 0.25}, {0, 0, 0, 1}, {0.41, 0.07, 0.33, 0.19}};
    for (int k = 0; k < 3; k++) {
        struct tn_country_options options = EVEN;
        memcpy(options.share, shares[k], sizeof options.share);
        run_all(text, len, &model, &options, &first);
        assert_int_equal(first.n, TN_STATUSES * (1 + 1 + 1 + 3 + 1));
        for (size_t i = 0; i < first.n; i++) {
            size_t s = i % TN_STATUSES;
            bool village = first.level[i] == TN_A_VILLAGE;
            const struct tn_area_forecast *area =
                village ? &want.village[(i - 6) / TN_STATUSES] : &want.commune;
            check_outcome(&first.outcome[i], &area->status[s]);
        }
    }
}

/* The best that any way to share a total out can make of the least certain village. */
static double best_by_search(const struct tn_forecast *f, int s, long total)
{
    const struct tn_distribution *law[3];
    double best = -1;

    for (int v = 0; v < 3; v++)
        law[v] = &f->village[v].status[s].exits;
    for (long a = 0; a <= base[0][s]; a++)
        for (long b = 0; b <= base[1][s]; b++) {
            long c = total - a - b;
            if (c < 0 || c > base[2][s])
                continue;
            double least = fmin(tn_distribution_at_least(law[0], a),
                                tn_distribution_at_least(law[1], b));
            best = fmax(best, fmin(least, tn_distribution_at_least(law[2], c)));
        }
    return best;
}

static void fair_shares_are_the_best_there_are(void **state)
{
    (void)state;
    struct tn_model model = make_model(0);
    struct tn_forecast want = exact_forecast(&model);
    struct tn_country_options options = EVEN;
    char text[1024];
    size_t len = write_commune(sizeof text, text);

    options.share_out = true;
    run_all(text, len, &model, &options, &first);
    for (size_t s = 0; s < TN_STATUSES; s++) {
        const struct tn_area_outcome *village = &first.outcome[6 + s];
        long asked = first.outcome[4 + s].quota, sum = 0;
        double least = 1;
        for (size_t v = 0; v < 3; v++, village += TN_STATUSES) {
            sum += village->fair;
            least = fmin(least, village->p_fair);
        }
        assert_int_equal(sum, asked);
        assert_true(fabs(least - best_by_search(&want, (int)s, asked)) < 2e-5);
        /* one commune, one district: what is asked of one is asked of all */
        assert_int_equal(first.outcome[4 + s].fair, asked);
        assert_true(fabs(first.outcome[4 + s].p_fair - first.outcome[4 + s].quota_met.p) <
                    1e-12);
        assert_int_equal(first.outcome[s].fair, TN_UNKNOWN);
    }
}

/* ---- a country of two provinces --------------------------------------------------- */

static const char *small_country(size_t *len)
{
    struct tn_synthetic what = {
        .seed = 3, .areas = {1, 2, 5, 14, 60}, .households = {1201, 903}};
    struct tn_memory memory;

    tn_synthetic_write(tn_memory_open(&memory), &what);
    return tn_memory_close(&arena, &memory, len);
}

static void check_near(double got, double want, double error, const char *what, size_t i)
{
    if (!(fabs(got - want) <= 4.5 * error + 1e-9))
        fail_msg("%s of outcome %zu: drawn %.9g, computed %.9g, error %.3g", what, i, got,
                 want, error);
}

static void drawing_every_household_gives_the_same(void **state)
{
    (void)state;
    struct tn_model model = make_model(0);
    struct tn_country_options options = EVEN;
    size_t len;
    const char *text = small_country(&len);

    run_all(text, len, &model, &options, &first);
    options.draws = 40000;
    run_all(text, len, &model, &options, &second);
    assert_int_equal(first.n, second.n);
    for (size_t i = 0; i < first.n; i++) {
        const struct tn_area_outcome *computed = &first.outcome[i];
        const struct tn_area_outcome *drawn = &second.outcome[i];
        double root = sqrt((double)options.draws);
        check_near(drawn->quota_met.p, computed->quota_met.p, drawn->quota_met.error,
                   "P(quota met)", i);
        check_near(drawn->mean, computed->mean, computed->sd / root, "mean", i);
        check_near(drawn->sd, computed->sd, 1.5 * computed->sd / root, "sd", i);
        /* entries are Poisson, the rest at most as wide as the exits */
        check_near(drawn->mean_end, computed->mean_end,
                   sqrt(2 * computed->sd * computed->sd + computed->mean_end) / root,
                   "mean at the end", i);
        assert_true((double)labs(drawn->q50 - computed->q50) <= 1 + computed->sd / 20);
    }
}

/* Laws kept in cells of several counts: shares are whole, add up, and no province could
 * give one to another and leave the least certain more certain. */
static void provinces_share_the_total(void **state)
{
    (void)state;
    struct tn_model model = make_model(0);
    struct tn_country_options options = EVEN;
    struct tn_country country;
    struct tn_area_outcome whole[TN_STATUSES], province[2 * TN_STATUSES];
    const long total[TN_STATUSES] = {431, 2000};   // of 1201 and of 903 households
    size_t len;
    const char *text = small_country(&len);

    options.share_out = true;
    struct passing p = {tn_country_forecast(&arena, &model, &options), &first};
    first.n = 0;
    read_text(text, len, &p, &country);
    for (size_t i = 0, k = 0; i < first.n; i++)
        if (first.level[i] == TN_A_PROVINCE)
            province[k++] = first.outcome[i];
    tn_country_share_provinces(&arena, p.run, total, province);
    tn_country_close(&arena, p.run, &country.whole, whole);
    assert_int_equal(province[0].fair + province[2].fair, total[0]);
    assert_true(fabs(province[0].p_fair - province[2].p_fair) < 0.02);
    assert_true(province[0].p_fair > 0.2 && province[0].p_fair < 0.8);
    for (int i = 0; i < 2; i++)   // more than there are: all of them
        assert_int_equal(province[2 * i + 1].fair, province[2 * i + 1].base);
}

/* Nested effects make what lies together rise and fall together: with the same variance
 * all in the country's year, the country is less certain than with it all in communes. */
static void shared_years_do_not_cancel(void **state)
{
    (void)state;
    struct tn_model model = make_model(0);
    struct tn_country_options options = EVEN;
    size_t len;
    const char *text = small_country(&len);
    const double together[] = {1, 0, 0, 0}, apart[] = {0, 0, 0, 1};

    memcpy(options.share, together, sizeof together);
    run_all(text, len, &model, &options, &first);
    memcpy(options.share, apart, sizeof apart);
    run_all(text, len, &model, &options, &second);
    const struct tn_area_outcome *a = &first.outcome[first.n - 2];
    const struct tn_area_outcome *b = &second.outcome[second.n - 2];
    check_rel(a->mean, b->mean, 1e-5);
    assert_true(a->sd > 1.5 * b->sd);
}

static void check_same(const struct tn_country_options *options)
{
    struct tn_model model = make_model(0.2);
    struct tn_country_options other = *options;
    size_t len;
    const char *text = small_country(&len);

    run_all(text, len, &model, options, &first);
    for (int threads = 1; threads <= 3; threads += 2) {
        other.threads = threads;
        run_all(text, len, &model, &other, &second);
        assert_memory_equal(&first, &second, sizeof first);
    }
}

static void threads_do_not_show(void **state)
{
    (void)state;
    struct tn_country_options options = EVEN;

    check_same(&options);
    options.draws = 20001;   // two stretches of chunks, the last chunk short
    check_same(&options);
}

static int set_up(void **state)
{
    (void)state;
    tn_setup();
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_commune_alone_has_its_own_forecast),
        cmocka_unit_test(fair_shares_are_the_best_there_are),
        cmocka_unit_test(provinces_share_the_total),
        cmocka_unit_test(drawing_every_household_gives_the_same),
        cmocka_unit_test(shared_years_do_not_cancel),
        cmocka_unit_test(threads_do_not_show),
    };

    return cmocka_run_group_tests(tests, set_up, NULL);
}
