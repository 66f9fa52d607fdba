/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracle: the history's rows added up by hand, then tn/num/spreadrate.h on the sums. */
#include "check.h"

#include "tn/num/spreadrate.h"
#include "tn/study/fit.h"
#include "tn/study/flows.h"

static struct tn_arena arena;

static int forget(void **state)
{
    (void)state;
    tn_arena_free(&arena);
    return check_name_case(state);
}

static struct tn_history row(int year, const char *commune, enum tn_status status,
                             long at_risk, long exits)
{
    return (struct tn_history){.year = year,
                               .village = "",
                               .commune = commune,
                               .district = "",
                               .status = status,
                               .at_risk = at_risk,
                               .exits = exits,
                               .to_near_poor = TN_UNKNOWN,
                               .entries = TN_UNKNOWN,
                               .to_poor = TN_UNKNOWN};
}

/* Two years of one commune, two villages each. */
static void history(struct tn_history h[8])
{
    for (int year = 0; year < 2; year++)
        for (int v = 0; v < 2; v++) {
            struct tn_history *poor = &h[4 * year + 2 * v], *near = poor + 1;
            *poor = row(2022 + year, "An", TN_POOR, 90 + 7 * v, 19 + 3 * year + v);
            *near = row(2022 + year, "An", TN_NEAR_POOR, 130 - 9 * v, 25 + 5 * year + v);
            poor->to_near_poor = 11 + 2 * year - v;
            near->to_poor = 6 + year + 2 * v;
            poor->entries = 2 + year + v;
            near->entries = 7 - year - 2 * v;
        }
}

static bool fixed, off;   // what the next fit's parameters are

static struct tn_fit fitted(size_t n, const struct tn_history h[], double all,
                            size_t communes)
{
    struct tn_model *prior = tn_new(&arena, struct tn_model, 1);
    const struct tn_history **at = tn_new(&arena, const struct tn_history *, n);
    struct tn_fit fit = {.communes = communes};

    for (size_t i = 0; i < TN_PARAMETERS; i++)
        prior->prior[i] = (struct tn_prior){.scale = TN_LOGIT, .mean = -0.4, .sd = 0.7};
    prior->prior[TN_ENTRY_POOR] = (struct tn_prior){
        .scale = TN_LOG, .mean = 0.3, .sd = 0.9};
    prior->prior[TN_ENTRY_NEAR_POOR] = (struct tn_prior){
        .scale = TN_LOG, .mean = 0.8, .sd = 0.6};
    for (size_t i = 0; i < TN_PARAMETERS; i++) {
        prior->prior[i].sd *= !fixed;
        prior->prior[i].off = off;
    }
    for (size_t i = 0; i < n; i++)
        at[i] = &h[i];
    const struct tn_fit_options options = {.prior = prior, .all_households = all};
    tn_flows_fit(&arena, n, at, &options, &fit);
    return fit;
}

static void check_change(const struct tn_fit *fit, enum tn_parameter_id id,
                         struct tn_spread want)
{
    const struct tn_fit_change *c = &fit->change[id];

    assert_true(c->learned);
    check_rel(c->rows, 2, 0);
    check_rel(c->mean, want.new_mean, 1e-13);
    check_rel(c->sd, want.new_sd, 1e-13);
    assert_true(c->posterior.q05 < c->posterior.q50 &&
                c->posterior.q50 < c->posterior.q95);
}

static void years_of_a_commune_are_added_up(void **state)
{
    (void)state;
    struct tn_history h[8];

    history(h);
    struct tn_fit fit = fitted(8, h, 2150, 1);
    /* poor: exits 19 + 20, 22 + 23; to near-poor 11 + 10, 13 + 12 */
    check_change(&fit, TN_TO_NEAR_POOR,
                 tn_spread_share(2, (double[]){21, 25}, (double[]){39, 45}, -0.4, 0.7));
    /* near-poor: at risk 130 + 121 less exits 25 + 26, 30 + 31; to poor 6 + 8, 7 + 9 */
    check_change(&fit, TN_NEAR_TO_POOR,
                 tn_spread_share(2, (double[]){14, 16}, (double[]){200, 190}, -0.4, 0.7));
    /* nonpoor in thousands: 2150 less 90 + 97 + 130 + 121 */
    const double nonpoor[] = {1.712, 1.712};
    check_change(&fit, TN_ENTRY_POOR,
                 tn_spread_rate(2, (double[]){5, 7}, nonpoor, 0.3, 0.9));
    check_change(&fit, TN_ENTRY_NEAR_POOR,
                 tn_spread_rate(2, (double[]){12, 10}, nonpoor, 0.8, 0.6));
    assert_false(fit.doubt[TN_FIT_NO_TOTAL]);
}

static void what_is_not_counted_is_not_learned(void **state)
{
    (void)state;
    struct tn_history h[8];

    history(h);
    for (int i = 0; i < 8; i++)
        h[i].to_near_poor = h[i].to_poor = h[i].entries = TN_UNKNOWN;
    struct tn_fit fit = fitted(8, h, 2150, 1);
    for (int id = 0; id < TN_PARAMETERS; id++)
        assert_false(fit.change[id].learned);
    assert_false(fit.doubt[TN_FIT_NO_TOTAL]);
    h[2].to_near_poor = 4;   // of 20 exits, in one year
    fit = fitted(8, h, 2150, 1);
    check_rel(fit.change[TN_TO_NEAR_POOR].rows, 1, 0);
    check_rel(fit.change[TN_TO_NEAR_POOR].mean,
              tn_spread_share(1, (double[]){4}, (double[]){20}, -0.4, 0.7).new_mean,
              1e-13);
}

static void entries_need_one_commune_whose_size_is_known(void **state)
{
    (void)state;
    struct tn_history h[8];

    history(h);
    for (int wrong = 0; wrong < 3; wrong++) {
        struct tn_fit fit = fitted(8, h,
                                   wrong == 0   ? NAN
                                   : wrong == 1 ? 0
                                                : 2150,
                                   wrong == 2 ? 2 : 1);
        assert_true(fit.doubt[TN_FIT_NO_TOTAL]);
        assert_false(fit.change[TN_ENTRY_POOR].learned);
        assert_false(fit.change[TN_ENTRY_NEAR_POOR].learned);
        assert_true(fit.change[TN_TO_NEAR_POOR].learned);
    }
    /* Fewer households than are at risk: no nonpoor ones, nothing to learn from. */
    assert_false(fitted(8, h, 300, 1).change[TN_ENTRY_POOR].learned);
}

static void what_is_fixed_or_off_is_not_learned(void **state)
{
    (void)state;
    struct tn_history h[8];

    history(h);
    for (int way = 1; way <= 3; way++) {
        fixed = way & 1;
        off = way & 2;
        struct tn_fit fit = fitted(8, h, 2150, 1);
        for (int id = 0; id < TN_PARAMETERS; id++)
            assert_false(fit.change[id].learned);
    }
    fixed = off = false;
}

static void communes_are_told_apart(void **state)
{
    (void)state;
    struct tn_history h[8];

    history(h);
    for (int i = 4; i < 8; i++) {
        h[i].commune = "Binh";
        h[i].year = 2022;
    }
    struct tn_fit fit = fitted(8, h, NAN, 2);
    check_change(&fit, TN_TO_NEAR_POOR,
                 tn_spread_share(2, (double[]){21, 25}, (double[]){39, 45}, -0.4, 0.7));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(years_of_a_commune_are_added_up, forget),
        cmocka_unit_test_teardown(what_is_not_counted_is_not_learned, forget),
        cmocka_unit_test_teardown(entries_need_one_commune_whose_size_is_known, forget),
        cmocka_unit_test_teardown(what_is_fixed_or_off_is_not_learned, forget),
        cmocka_unit_test_teardown(communes_are_told_apart, forget),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
