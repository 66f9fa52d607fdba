/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracle: the chance of a class as an integral, both sds on a fine grid of normals and
 * the logit given them a normal; classes counted by hand. */
#include "check.h"
#include "tn/num/special.h"
#include "tn/study/chance.h"

#include <string.h>

enum { VILLAGES = 3 };

static struct tn_village village[VILLAGES] = {
    {.name = "An Phu", .households = {6, 4}, .quota = {2, 3}},
    {.name = "Binh Minh", .households = {1, 0}, .quota = {0, 0}},
    {.name = "Cao Son", .households = {5, 7}, .quota = {5, 1}},
};

static struct tn_commune commune_of(void)
{
    return (struct tn_commune){.villages = VILLAGES,
                               .village = village,
                               .households = {12, 11},
                               .quota = {7, 4}};
}

static struct tn_model model_of(void)
{
    struct tn_model m = {.terms = 0};
    const double mean[TN_PARAMETERS] = {-1.97, 1.165, -1.5, 0.6, -0.95, -0.72};
    const double sd[TN_PARAMETERS] = {0.71, 0.607, 0.3, 0.45, 0.54, 0.39};

    for (int i = 0; i < TN_PARAMETERS; i++)
        m.prior[i] = (struct tn_prior){.scale = i < 4 ? TN_LOGIT : TN_LOG,
                                       .mean = mean[i],
                                       .sd = sd[i],
                                       .off = i > TN_YEAR_SD};
    return m;
}

static void quotas_stand_for_a_missing_list(void **state)
{
    (void)state;
    struct tn_arena arena = {0};
    struct tn_commune c = commune_of();
    struct tn_model m = model_of();
    struct tn_classes classes = tn_classes_of(&arena, &c, &m);
    static const struct {
        size_t village;
        enum tn_status status;
        bool planned;
        long households;
    } want[] = {
        {0, TN_POOR, true, 2},      {0, TN_POOR, false, 4},
        {0, TN_NEAR_POOR, true, 3}, {0, TN_NEAR_POOR, false, 1},
        {1, TN_POOR, false, 1},     {2, TN_POOR, true, 5},
        {2, TN_NEAR_POOR, true, 1}, {2, TN_NEAR_POOR, false, 6},
    };

    assert_int_equal(classes.n, sizeof want / sizeof *want);
    for (size_t i = 0; i < classes.n; i++) {
        assert_int_equal(classes.class[i].village, want[i].village);
        assert_int_equal(classes.class[i].status, want[i].status);
        assert_int_equal(classes.class[i].planned, want[i].planned);
        assert_int_equal(classes.class[i].households, want[i].households);
    }
    tn_arena_free(&arena);
}

static void a_list_makes_classes_of_alike_households(void **state)
{
    (void)state;
    struct tn_arena arena = {0};
    static const char *illness[] = {"illness"};
    static struct tn_household list[] = {
        {.code = "b", .village = 2, .planned = true, .members = 4, .workers = 2},
        {.code = "a", .village = 0, .planned = true, .members = 4, .workers = 0},
        {.code = "c", .village = 2, .planned = true, .members = 2, .workers = 1},
        {.code = "d",
         .village = 2,
         .planned = false,
         .members = 2,
         .workers = 1,
         .causes = 1,
         .cause = illness},
    };
    struct tn_term term[] = {
        {"working_share", TN_UNKNOWN, {.mean = 0.5, .stated = true}},
        {"cause:illness", TN_POOR, {.mean = -1.5, .stated = true}},
        {"no_worker", TN_NEAR_POOR, {.mean = -9, .stated = true}},   // none is near-poor
    };
    struct tn_commune c = commune_of();
    struct tn_model m = model_of();
    m.terms = 3;
    m.term = term;
    c.households_listed = 4;
    c.household = list;
    struct tn_classes k = tn_classes_of(&arena, &c, &m);

    /* b and c are alike; those not listed are unplanned and show nothing */
    assert_int_equal(k.of_household[0], k.of_household[2]);
    assert_int_equal(k.class[k.of_household[0]].households, 2);
    const double scaled[TN_PARAMETERS + 3] = {-2, 1, [TN_PARAMETERS] = 0.5, -1.5, -9};
    check_rel(tn_class_logit(&k.class[k.of_household[0]], 3, scaled), 1.25, 1e-15);
    check_rel(tn_class_logit(&k.class[k.of_household[1]], 3, scaled), 1, 1e-15);
    check_rel(tn_class_logit(&k.class[k.of_household[3]], 3, scaled), -3.25, 1e-15);
    long poor = 0, listed = 0;
    for (size_t i = 0; i < k.n; i++) {
        poor += k.class[i].status == TN_POOR ? k.class[i].households : 0;
        listed += k.class[i].planned ? k.class[i].households : 0;
    }
    assert_int_equal(poor, 12);
    assert_int_equal(listed, 3);
    tn_arena_free(&arena);
}

/* P(logit chance <= x), or the mean chance (x NAN), by sums over both sds' normals. */
static double integral(const struct tn_model *m, int id, double x)
{
    double sum = 0, mass = 0;

    for (double a = -6; a <= 6.001; a += 0.25)
        for (double b = -6; b <= 6.001; b += 0.25) {
            double weight = exp(-(a * a + b * b) / 2);
            double v = tn_prior_at(&m->prior[TN_VILLAGE_SD], a);
            double e = tn_prior_at(&m->prior[TN_YEAR_SD], b);
            double sd = sqrt(v * v + e * e + m->prior[id].sd * m->prior[id].sd),
                   inner = 0;
            if (!isnan(x))
                inner = tn_normal_cdf((x - m->prior[id].mean) / sd);
            for (double z = -8; isnan(x) && z <= 8.001; z += 0.25)
                inner += 0.25 * exp(-z * z / 2) / sqrt(2 * acos(-1)) *
                         tn_expit(m->prior[id].mean + sd * z);
            sum += weight * inner;
            mass += weight;
        }
    return sum / mass;
}

static double quantile(const struct tn_model *m, int id, double q)
{
    double low = -20, high = 20;

    for (int i = 0; i < 40; i++) {
        double middle = (low + high) / 2;
        if (integral(m, id, middle) < q)
            low = middle;
        else
            high = middle;
    }
    return tn_expit(low);
}

static void near(double got, double want, double tol)
{
    if (fabs(got - want) > tol)
        fail_msg("%.6f is not %.6f within %g", got, want, tol);
}

static void chances_are_those_of_the_integral(void **state)
{
    (void)state;
    struct tn_arena arena = {0};
    struct tn_commune c = commune_of();
    struct tn_model m = model_of();
    struct tn_classes classes = tn_classes_of(&arena, &c, &m);
    struct tn_chances chances = tn_chances_of(&arena, &c, &m, &classes,
                                              &(struct tn_chance_options){.seed = 1});

    for (size_t k = 0; k < 4; k++) {   // the four kinds of the first village
        int id = (int)tn_chance_id(classes.class[k].status, classes.class[k].planned);
        near(chances.class[k].mean, integral(&m, id, NAN), 1e-4);
        near(chances.class[k].q05, quantile(&m, id, 0.05), 1.5e-3);
        near(chances.class[k].q95, quantile(&m, id, 0.95), 1.5e-3);
    }
    const struct tn_village_chance *v = &chances.village[TN_POOR][0];
    check_rel(v->planned.mean, chances.class[0].mean, 0);
    check_rel(v->overall.mean, (2 * v->planned.mean + 4 * v->unplanned.mean) / 6, 1e-13);
    assert_true(v->overall.q05 < v->overall.mean && v->overall.mean < v->overall.q95);
    assert_true(isnan(chances.village[TN_NEAR_POOR][1].overall.mean));
    assert_true(isnan(chances.village[TN_POOR][1].planned.q05));
    tn_arena_free(&arena);
}

static void a_known_chance_has_no_range(void **state)
{
    (void)state;
    struct tn_arena arena = {0};
    struct tn_commune c = commune_of();
    struct tn_model m = model_of();
    for (int i = 0; i < TN_PARAMETERS; i++)
        m.prior[i].sd = 0;
    m.prior[TN_VILLAGE_SD].off = m.prior[TN_YEAR_SD].off = true;
    struct tn_classes classes = tn_classes_of(&arena, &c, &m);
    struct tn_chances chances = tn_chances_of(&arena, &c, &m, &classes,
                                              &(struct tn_chance_options){.seed = 7});

    check_rel(chances.class[0].mean, tn_expit(1.165), 1e-13);
    check_rel(chances.class[0].q05, tn_expit(1.165), 1e-15);
    check_rel(chances.class[0].q95, tn_expit(1.165), 1e-15);
    tn_arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest chance[] = {
        cmocka_unit_test(quotas_stand_for_a_missing_list),
        cmocka_unit_test(a_list_makes_classes_of_alike_households),
        cmocka_unit_test(chances_are_those_of_the_integral),
        cmocka_unit_test(a_known_chance_has_no_range),
    };
    return cmocka_run_group_tests(chance, NULL, NULL);
}
