/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracles: the exact forecast of the plan with one household's exit made sure, and made
 * impossible; allocations are tested in test_allocation.c, here on the plan of Cẩm Bình
 * against moving one household between any two villages. */
#include "check.h"

#include <stdbool.h>
#include <string.h>

#include "tn/data/defaults.h"
#include "tn/study/quota.h"

static struct tn_arena arena;
static struct tn_commune commune;
static struct tn_model model;
static struct tn_quota averaged;   // over the uncertain parameters

static struct tn_quota quota_by(enum tn_method method, const struct tn_model *by)
{
    struct tn_quota_options options = {
        .forecast = {.method = method, .seed = 1, .error = 0.01},
        .total = {TN_UNKNOWN, TN_UNKNOWN}};
    struct tn_quota quota;
    struct tn_err err = {0};

    assert_int_equal(tn_quota_of(&arena, &commune, by, &options, &quota, &err), TN_OK);
    return quota;
}

static int read_plan(void **state)
{
    (void)state;
    struct tn_findings findings = {0};
    struct tn_err err = {0};
    struct tn_model_rows rows;
    struct tn_read_options options = {0};

    bool bad = tn_commune_read(&arena, "data/cam-binh-2024", &options, &commune,
                               &findings, &err) != TN_OK ||
               tn_model_defaults(&arena, &rows, &findings, &err) != TN_OK ||
               tn_model_from(&arena, &rows, NULL, &model, &findings, &err) != TN_OK;
    if (!bad)
        averaged = quota_by(TN_CONDITIONAL, &model);
    return bad;
}

/* P(quota met) of the plan where household i surely exits (p 1) or surely stays (0). */
static double met_if(size_t i, double p)
{
    struct tn_adjustment a = {tn_select_all(), true, p};
    a.who.household = commune.household[i].code;
    struct tn_scenario scenario = {1, &a};
    struct tn_model with = model;
    with.scenario = &scenario;
    struct tn_forecast_options options = {.method = TN_EXACT};
    struct tn_forecast forecast;
    struct tn_err err = {0};

    assert_int_equal(tn_forecast_of(&arena, &commune, &with, &options, &forecast, &err),
                     TN_OK);
    return forecast.commune.status[commune.household[i].status].quota_met.p;
}

/* Both agree to 1e-10; the quadrature's own tolerance is 1e-11. */
static void leverage_is_the_difference_of_two_forecasts(void **state)
{
    (void)state;
    struct tn_quota quota = quota_by(TN_EXACT, &model);

    for (size_t i = 0; i < commune.households_listed; i += 7) {
        const struct tn_class_leverage *l =
            &quota.leverage[quota.classes.of_household[i]];
        const struct tn_outcome *o =
            &quota.forecast.commune.status[commune.household[i].status];
        double sure = met_if(i, 1), never = met_if(i, 0);
        check_rel(1 + l->gain, 1 + sure - never, 1e-10);
        check_rel(1 + l->sure, 1 + sure - o->quota_met.p, 1e-10);
    }
}

static void chances_add_up_to_the_expected_exits(void **state)
{
    (void)state;
    struct tn_quota quota = quota_by(TN_EXACT, &model);
    double sum[TN_STATUSES] = {0};

    for (size_t i = 0; i < quota.classes.n; i++)
        sum[quota.classes.class[i].status] += (double)quota.classes.class[i].households *
                                              quota.leverage[i].chance;
    for (int s = 0; s < TN_STATUSES; s++)
        check_rel(sum[s], quota.forecast.commune.status[s].exits.mean, 1e-10);
}

static double tail(const struct tn_quota *quota, size_t v, int s, long k)
{
    return tn_distribution_at_least(&quota->forecast.village[v].status[s].exits, k);
}

/* No household can be moved from one village to another so that the smaller of the two
 * probabilities rises above the smallest of all. */
static void no_move_betters_the_fair_share(void **state)
{
    (void)state;
    const struct tn_quota quota = averaged;

    for (int s = 0; s < TN_STATUSES; s++) {
        const struct tn_status_quota *q = &quota.status[s];
        long sum = 0;
        for (size_t v = 0; v < commune.villages; v++) {
            sum += q->village[v].fair.quota;
            assert_true(q->village[v].fair.p >= q->least_fair);
            for (size_t w = 0; w < commune.villages; w++) {
                if (v == w || q->village[v].fair.p > q->least_fair ||
                    q->village[w].fair.quota == commune.village[w].households[s])
                    continue;
                assert_true(tail(&quota, w, s, q->village[w].fair.quota + 1) <=
                            q->least_fair);
            }
        }
        assert_int_equal(sum, commune.quota[s]);
        assert_true(q->least_fair >= q->least_given);
    }
}

static void certainty_has_its_price(void **state)
{
    (void)state;
    const struct tn_quota quota = averaged;

    for (int s = 0; s < TN_STATUSES; s++) {
        const struct tn_distribution *exits = &quota.forecast.commune.status[s].exits;
        long last = (long)exits->n + 1;
        for (double c = 0.01; c < 1; c += 0.049) {
            long k = tn_quota_at(&quota, s, c);
            assert_true(k <= last);
            assert_true(tn_distribution_at_least(exits, k) >= c);
            assert_true(tn_distribution_at_least(exits, k + 1) < c);
            last = k;
        }
        for (int i = 0; i < 3; i++)
            assert_int_equal(tn_quota_at(&quota, s, tn_realistic_level[i]),
                             quota.forecast.commune.status[s].realistic[i]);
    }
}

/* Averaged over parameters the error is the standard error over replicates. */
static void conditional_gains_carry_their_error(void **state)
{
    (void)state;
    struct tn_quota a = averaged;

    assert_true(a.error > 0 && a.error < 4e-3);
    check_rel(quota_by(TN_EXACT, &model).error, 0, 0);
    for (size_t i = 0; i < a.classes.n; i++) {
        assert_true(a.leverage[i].sure > 0 && a.leverage[i].sure < a.leverage[i].gain);
        assert_true(a.leverage[i].chance > 0 && a.leverage[i].chance < 1);
    }
}

static void another_total_can_be_shared_out(void **state)
{
    (void)state;
    struct tn_quota_options options = {.forecast = {.method = TN_EXACT},
                                       .total = {18, 100}};
    struct tn_quota quota;
    struct tn_err err = {0};
    long sum[TN_STATUSES] = {0};

    assert_int_equal(tn_quota_of(&arena, &commune, &model, &options, &quota, &err),
                     TN_OK);
    for (int s = 0; s < TN_STATUSES; s++)
        for (size_t v = 0; v < commune.villages; v++)
            sum[s] += quota.status[s].village[v].fair.quota;
    assert_int_equal(sum[TN_POOR], 18);
    assert_false(quota.status[TN_POOR].too_many);
    assert_int_equal(sum[TN_NEAR_POOR], 57);
    assert_true(quota.status[TN_NEAR_POOR].too_many);
}

static int done(void **state)
{
    (void)state;
    tn_arena_free(&arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(leverage_is_the_difference_of_two_forecasts),
        cmocka_unit_test(chances_add_up_to_the_expected_exits),
        cmocka_unit_test(no_move_betters_the_fair_share),
        cmocka_unit_test(certainty_has_its_price),
        cmocka_unit_test(conditional_gains_carry_their_error),
        cmocka_unit_test(another_total_can_be_shared_out),
    };
    return cmocka_run_group_tests(tests, read_plan, done);
}
