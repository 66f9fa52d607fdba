/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracles: with the whole year shared, two communes are one commune of all their
 * villages; with nothing shared their laws convolve; each commune alone is its own
 * forecast in any case. */
#include "check.h"

#include "tn/num/special.h"
#include "tn/study/district.h"

static struct tn_arena arena;

static struct tn_village village[] = {
    {.name = "A", .households = {9, 4}, .quota = {3, 2}, .all_households = TN_UNKNOWN},
    {.name = "B", .households = {6, 7}, .quota = {2, 2}, .all_households = TN_UNKNOWN},
    {.name = "C", .households = {8, 5}, .quota = {4, 1}, .all_households = TN_UNKNOWN},
};

static struct tn_commune part_of(size_t first, size_t n)
{
    struct tn_commune c = {.name = "X",
                           .villages = n,
                           .village = village + first,
                           .households_total = TN_UNKNOWN,
                           .base_year = 2023,
                           .plan_year = 2024};

    for (size_t v = 0; v < n; v++)
        for (int s = 0; s < TN_STATUSES; s++) {
            c.households[s] += c.village[v].households[s];
            c.quota[s] += c.village[v].quota[s];
        }
    return c;
}

static struct tn_model model_of(void)
{
    struct tn_model m = {.terms = 0};
    const double chance[] = {0.15, 0.7, 0.12, 0.6};

    for (int i = 0; i < TN_PARAMETERS; i++)
        m.prior[i] = (struct tn_prior){.scale = i < TN_VILLAGE_SD ? TN_LOGIT : TN_LOG,
                                       .off = i > TN_YEAR_SD};
    for (int i = 0; i < 4; i++)
        m.prior[i].mean = tn_logit(chance[i]);
    m.prior[TN_VILLAGE_SD].mean = log(0.4);
    m.prior[TN_YEAR_SD].mean = log(0.6);
    return m;
}

static struct tn_forecast exact(const struct tn_commune *c, const struct tn_model *m)
{
    struct tn_forecast_options options = {.method = TN_EXACT};
    struct tn_forecast forecast;
    struct tn_err err = {0};

    assert_int_equal(tn_forecast_of(&arena, c, m, &options, &forecast, &err), TN_OK);
    return forecast;
}

static struct tn_district district(const struct tn_commune c[2], const struct tn_model *m,
                                   double shared, enum tn_method method)
{
    const struct tn_commune *commune[] = {&c[0], &c[1]};
    const struct tn_model *model[] = {m, m};
    struct tn_district_options options = {.forecast = {.method = method, .seed = 2},
                                          .shared = shared};
    return tn_district_of(&arena, 2, commune, model, &options);
}

/* An exact forecast halves its grid until no tail moves by 1e-11. */
static void check_law(const struct tn_distribution *got, const double want[])
{
    for (size_t k = 0; k <= got->n; k++)
        check_rel(1 + got->pmf[k], 1 + want[k], 5e-11);
}

static void each_commune_alone_is_its_own_forecast(void **state)
{
    (void)state;
    struct tn_commune c[] = {part_of(0, 2), part_of(2, 1)};
    struct tn_model m = model_of();
    const double shared[] = {0, 0.3, 1};

    for (int i = 0; i < 3; i++) {
        struct tn_district d = district(c, &m, shared[i], TN_EXACT);
        for (size_t j = 0; j < 2; j++)
            for (int s = 0; s < TN_STATUSES; s++)
                check_law(&d.part[s][j].exits,
                          exact(&c[j], &m).commune.status[s].exits.pmf);
    }
}

static void a_year_shared_wholly_makes_one_commune(void **state)
{
    (void)state;
    struct tn_commune c[] = {part_of(0, 2), part_of(2, 1)}, whole = part_of(0, 3);
    struct tn_model m = model_of();
    struct tn_district d = district(c, &m, 1, TN_EXACT);
    struct tn_forecast f = exact(&whole, &m);

    for (int s = 0; s < TN_STATUSES; s++) {
        check_law(&d.part[s][2].exits, f.commune.status[s].exits.pmf);
        check_rel(d.part[s][2].quota_met.p, f.commune.status[s].quota_met.p, 1e-10);
        assert_int_equal(d.part[s][2].quota, whole.quota[s]);
    }
}

static void nothing_shared_makes_them_independent(void **state)
{
    (void)state;
    struct tn_commune c[] = {part_of(0, 2), part_of(2, 1)};
    struct tn_model m = model_of();
    struct tn_district d = district(c, &m, 0, TN_EXACT);

    for (int s = 0; s < TN_STATUSES; s++) {
        const struct tn_distribution *a = &d.part[s][0].exits, *b = &d.part[s][1].exits;
        double want[32] = {0};
        for (size_t i = 0; i <= a->n; i++)
            for (size_t j = 0; j <= b->n; j++)
                want[i + j] += a->pmf[i] * b->pmf[j];
        check_law(&d.part[s][2].exits, want);
    }
    /* the more is shared, the wider the sum */
    assert_true(district(c, &m, 0.5, TN_EXACT).part[0][2].exits.sd >
                d.part[0][2].exits.sd);
}

static void the_fair_parts_add_up(void **state)
{
    (void)state;
    struct tn_commune c[] = {part_of(0, 2), part_of(2, 1)};
    struct tn_model m = model_of();
    m.prior[TN_PLANNED_POOR].sd = 0.5;
    struct tn_district d = district(c, &m, 0.5, TN_CONDITIONAL);

    for (int s = 0; s < TN_STATUSES; s++) {
        assert_int_equal(d.part[s][0].fair + d.part[s][1].fair, d.part[s][2].fair);
        assert_int_equal(d.part[s][2].fair, d.part[s][2].quota);
        check_rel(d.part[s][2].p_fair, fmin(d.part[s][0].p_fair, d.part[s][1].p_fair), 0);
        assert_true(d.part[s][2].p_fair >=
                    fmin(d.part[s][0].quota_met.p, d.part[s][1].quota_met.p) - 1e-12);
    }
    assert_true(d.part[TN_POOR][2].quota_met.error > 0);
    assert_true(d.part[TN_POOR][2].quota_met.error < 1e-3);
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
        cmocka_unit_test(each_commune_alone_is_its_own_forecast),
        cmocka_unit_test(a_year_shared_wholly_makes_one_commune),
        cmocka_unit_test(nothing_shared_makes_them_independent),
        cmocka_unit_test(the_fair_parts_add_up),
    };
    return cmocka_run_group_tests(tests, NULL, done);
}
