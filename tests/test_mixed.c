/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracles: the exact posterior by quadrature and the samples of JAGS and Stan in
 * tests/oracle/hier; for areas and years that cross, a plain sum over lattices of every
 * unknown. */
#include "check.h"

#include <stdlib.h>

#include "tn/num/mixed.h"
#include "tn/num/special.h"

#include "panels.h"

#ifdef _OPENMP
#include <omp.h>
#endif

#define HIER "tests/oracle/hier/"

static struct panel_data data;

static struct tn_mixed fitted(struct tn_arena *arena, const char *panel, int years)
{
    static const double mean[] = {0, 0}, sd[] = {2.5, 2.5};
    struct tn_mixed_prior prior = {
        .beta = {mean, sd},
        .area = {{TN_SD_HALF_NORMAL, 1, 0}},
        .year = {years ? TN_SD_HALF_NORMAL : TN_SD_FIXED, years ? 1 : 0, 0}};
    struct tn_mixed mixed;
    struct tn_err err;

    panel_read(panel, years, &data);
    assert_int_equal(tn_mixed_fit(arena, &data.panel, &prior, NULL, &mixed, &err), TN_OK);
    return mixed;
}

/* |got - want| in posterior sds. */
static void near(double got, double want, double sd, double allowed)
{
    if (!(fabs(got - want) <= allowed * sd))
        print_error("%.12g, want %.12g: off by %.3g sds\n", got, want,
                    fabs(got - want) / sd);
    assert_true(fabs(got - want) <= allowed * sd);
}

static double exact(const char *panel, const char *quantity)
{
    char key[128];
    snprintf(key, sizeof key, "%s,bayes_%s", panel, quantity);
    return oracle_value(HIER "hier_exact.csv", key);
}

static void check_against_exact(const char *panel, const char *path)
{
    struct tn_arena arena = {0};
    struct tn_mixed m = fitted(&arena, path, 0);
    static const char *const name[] = {"intercept", "x", "sd"};

    for (size_t j = 0; j < 3; j++) {
        const struct tn_marginal *got = j < 2 ? &m.beta[j] : &m.sd[0];
        char key[64];
        snprintf(key, sizeof key, "sd_%s", name[j]);
        double sd = exact(panel, key);
        near(got->sd, sd, sd, 1e-3);
        snprintf(key, sizeof key, "mean_%s", name[j]);
        near(got->mean, exact(panel, key), sd, 1e-3);
    }
    double sd = exact(panel, "sd_sd");
    near(m.sd[0].q05, exact(panel, "q05_sd"), sd, 1e-3);
    near(m.sd[0].q50, exact(panel, "q50_sd"), sd, 1e-3);
    near(m.sd[0].q95, exact(panel, "q95_sd"), sd, 1e-3);
    near(m.log_marginal, exact(panel, "log_marginal_likelihood"), 1, 2e-4);
    tn_arena_free(&arena);
}

static void both_panels_have_their_exact_posterior(void **state)
{
    (void)state;
    check_against_exact("P", HIER "panelP_data.csv");
    check_against_exact("V", HIER "panelV_data.csv");
}

static void check_effects(const char *panel, const char *path)
{
    struct tn_arena arena = {0};
    struct tn_mixed m = fitted(&arena, path, 0);
    FILE *file = fopen(HIER "hier_exact_groupeffects.csv", "r");
    char line[128], name;
    double ignored, mean, sd;
    size_t area, seen = 0;

    assert_non_null(file);
    while (fgets(line, sizeof line, file)) {
        if (sscanf(line, "%c,%zu,%lf,%lf,%lf,%lf", &name, &area, &ignored, &ignored,
                   &mean, &sd) != 6 ||
            name != *panel)
            continue;
        near(m.effect[0][area - 1].mean, mean, sd, 1e-3);
        near(m.effect[0][area - 1].sd, sd, sd, 1e-3);
        near(m.total[2 * (area - 1)], mean, sd, 1e-3);
        seen++;
    }
    fclose(file);
    assert_int_equal(seen, m.panel->areas[0]);
    tn_arena_free(&arena);
}

static void every_shrunken_effect_is_exact(void **state)
{
    (void)state;
    check_effects("P", HIER "panelP_data.csv");
    check_effects("V", HIER "panelV_data.csv");
}

/* Within 4 Monte Carlo errors of JAGS (mcse) and Stan (se_mean), years crossed. Left
 * out: Stan's mean of the years' sd in panel P, 0.0560. With three years that sd has a
 * tail like 1/x^3 up to where the prior ends it, and Stan's chains did not visit it:
 * their 95 % quantile is 0.217. A direct sum in R, with Laplace's approximation for all
 * effects at each pair of sds, gives mean 0.0672, sd 0.1330 and quantiles 0.00221,
 * 0.02774, 0.2610. */
static void years_agree_with_jags_and_stan(void **state)
{
    (void)state;
    static const char *const name[] = {"b0", "b1", "s", "sy"};
    for (int p = 0; p < 2; p++) {
        struct tn_arena arena = {0};
        struct tn_mixed m = fitted(
            &arena, p ? HIER "panelV_data.csv" : HIER "panelP_data.csv", 1);
        const struct tn_marginal *got[] = {&m.beta[0], &m.beta[1], &m.sd[0], &m.year_sd};
        for (size_t j = 0; j < 4; j++) {
            char key[64];
            const char *jags = HIER "hier_estimates_lme4_jags.csv";
            const char *stan = HIER "hier_estimates_stan.csv";
            snprintf(key, sizeof key, "%c,group+year,JAGS,%s", "PV"[p], name[j]);
            double want = oracle_value(jags, key);
            snprintf(key, sizeof key, "%c,group+year,JAGS,%s_mcse", "PV"[p], name[j]);
            near(got[j]->mean, want, oracle_value(jags, key), 4);
            if (p == 0 && j == 3)
                continue;
            snprintf(key, sizeof key, "%c,group+year,Stan,%s,mean", "PV"[p], name[j]);
            want = oracle_value(stan, key);
            snprintf(key, sizeof key, "%c,group+year,Stan,%s,se_mean", "PV"[p], name[j]);
            near(got[j]->mean, want, oracle_value(stan, key), 4);
        }
        tn_arena_free(&arena);
    }
}

static void few_years_leave_a_long_tail(void **state)
{
    (void)state;
    struct tn_arena arena = {0};
    struct tn_mixed m = fitted(&arena, HIER "panelP_data.csv", 1);
    near(m.year_sd.mean, 0.06719, 0.133, 1e-3);
    near(m.year_sd.sd, 0.13298, 0.133, 2e-3);
    near(m.year_sd.q05, 0.002213, 0.133, 1e-3);
    near(m.year_sd.q50, 0.027744, 0.133, 1e-3);
    near(m.year_sd.q95, 0.26100, 0.133, 2e-3);
    tn_arena_free(&arena);
}

static double crossed(const char *name, const char *quantity, const char *what)
{
    char path[64], key[64];
    snprintf(path, sizeof path, "tests/oracle/crossed/%s_exact.csv", name);
    snprintf(key, sizeof key, "%s,%s", quantity, what);
    return oracle_value(path, key);
}

static void near_crossed(const char *name, const char *quantity,
                         const struct tn_marginal *got, double allowed)
{
    double sd = crossed(name, quantity, "sd");
    near(got->mean, crossed(name, quantity, "mean"), sd, allowed);
    near(got->sd, sd, sd, allowed);
}

/* Areas and years that cross, by brute force; what is allowed is the oracle's own error,
 * which is least for the sds. */
static void check_crossed(const char *name, double allowed, double sds, double shocks)
{
    struct tn_arena arena = {0};
    char path[64], key[32];
    snprintf(path, sizeof path, "tests/oracle/crossed/%s_data.csv", name);
    struct tn_mixed m = fitted(&arena, path, 1);
    near_crossed(name, "b0", &m.beta[0], allowed);
    near_crossed(name, "b1", &m.beta[1], allowed);
    near_crossed(name, "s", &m.sd[0], sds);
    near_crossed(name, "sy", &m.year_sd, sds);
    near(m.sd[0].q05, crossed(name, "s", "q05"), m.sd[0].sd, sds);
    near(m.year_sd.q50, crossed(name, "sy", "q50"), m.year_sd.sd, sds);
    for (size_t a = 0; a < m.panel->areas[0]; a++) {
        snprintf(key, sizeof key, "u%zu", a + 1);
        near_crossed(name, key, &m.effect[0][a], allowed);
    }
    for (size_t t = 0; t < m.panel->years; t++) {
        snprintf(key, sizeof key, "e%zu", t + 1);
        near_crossed(name, key, &m.shock[t], shocks);
    }
    tn_arena_free(&arena);
}

static void crossed_panels_have_their_exact_posterior(void **state)
{
    (void)state;
    check_crossed("mid", 1e-3, 2e-4, 1.5e-3);
    check_crossed("sparse", 4e-3, 2e-3, 1e-2);
}

/* The grid's own steps against steps of a third, 11 villages in 4 years. */
static void steps_are_small_enough_for_few_rows(void **state)
{
    (void)state;
    static const double zero[] = {0, 0}, wide[] = {2.5, 2.5};
    const struct tn_mixed_prior prior = {.beta = {zero, wide},
                                         .area = {{TN_SD_HALF_NORMAL, 1, 0}},
                                         .year = {TN_SD_HALF_NORMAL, 1, 0}};
    const struct tn_mixed_options fine = {.fineness = 0.33};
    struct tn_arena arena = {0};
    struct tn_mixed own, other;
    struct tn_err err;

    panel_read(HIER "panelV_data.csv", 1, &data);
    assert_int_equal(tn_mixed_fit(&arena, &data.panel, &prior, NULL, &own, &err), TN_OK);
    assert_int_equal(tn_mixed_fit(&arena, &data.panel, &prior, &fine, &other, &err),
                     TN_OK);
    const struct tn_marginal *a[] = {&own.sd[0], &own.year_sd};
    const struct tn_marginal *b[] = {&other.sd[0], &other.year_sd};
    for (size_t i = 0; i < 2; i++) {
        near(a[i]->mean, b[i]->mean, b[i]->sd, 5e-4);
        near(a[i]->sd, b[i]->sd, b[i]->sd, 5e-4);
        near(a[i]->q05, b[i]->q05, b[i]->sd, 5e-4);
        near(a[i]->q50, b[i]->q50, b[i]->sd, 5e-4);
        near(a[i]->q95, b[i]->q95, b[i]->sd, 5e-4);
    }
    for (size_t v = 0; v < data.panel.areas[0]; v++)
        near(own.effect[0][v].mean, other.effect[0][v].mean, other.effect[0][v].sd, 5e-4);
    tn_arena_free(&arena);
}

/* ---- the crossed twin -------------------------------------------------------------- */

/* Three villages in two years, one row each; a = beta + year's effect on a lattice of
 * width GAP; villages integrated over 49 steps of z. */
enum { V = 3, PLACES = 80, Z = 49, SDS = 12 };
static const double GAP = 0.15, LOWEST = -7;
static const double tn_n[2 * V] = {9, 7, 5, 11, 8, 6}, tn_y[2 * V] = {3, 5, 0, 4, 2, 5};
static const double U_SD[] = {-0.7, 0.3}, E_SD[] = {-0.5, 0.25};   // log-normal priors

static double likelihood[V][PLACES][PLACES], effect[V][PLACES][PLACES];

static double binomial_kernel(double n, double y, double eta)
{
    return exp(y * eta - n * log1p(exp(eta)));
}

static void fill_tables(double sd)
{
    for (size_t v = 0; v < V; v++) {
        memset(likelihood[v], 0, sizeof likelihood[v]);
        memset(effect[v], 0, sizeof effect[v]);
        for (int k = 0; k < Z; k++) {
            double z = -6 + 0.25 * k, u = sd * z, row[2][PLACES];
            for (size_t t = 0; t < 2; t++)
                for (int a = 0; a < PLACES; a++)
                    row[t][a] = binomial_kernel(tn_n[2 * v + t], tn_y[2 * v + t],
                                                LOWEST + GAP * a + u);
            double weight = exp(-z * z / 2);
            for (int a = 0; a < PLACES; a++)
                for (int b = 0; b < PLACES; b++) {
                    double term = weight * row[0][a] * row[1][b];
                    likelihood[v][a][b] += term;
                    effect[v][a][b] += term * u;
                }
        }
    }
}

struct twin {
    double mass, beta, beta2, e0, e02, u2, u22, su, se;
};

/* Sum over the lattice of beta (index b) and both years' effects. */
static void add_cell(struct twin *t, double weight, double u_sd, double e_sd)
{
    for (int a0 = 0; a0 < PLACES; a0++)
        for (int a1 = 0; a1 < PLACES; a1++) {
            double like = likelihood[0][a0][a1] * likelihood[1][a0][a1];
            double both = like * likelihood[2][a0][a1], with_u = like * effect[2][a0][a1];
            if (both < 1e-25)
                continue;
            for (int b = 10; b < PLACES - 10; b++) {
                double beta = LOWEST + GAP * b, e0 = GAP * (a0 - b), e1 = GAP * (a1 - b);
                double p = weight * exp(-(e0 * e0 + e1 * e1) / (2 * e_sd * e_sd) -
                                        beta * beta / (2 * 1.5 * 1.5));
                double q = p * both;
                t->mass += q;
                t->beta += q * beta;
                t->beta2 += q * beta * beta;
                t->e0 += q * e0;
                t->e02 += q * e0 * e0;
                t->u2 += p * with_u;
                t->su += q * u_sd;
                t->se += q * e_sd;
            }
        }
}

static struct twin crossed_twin(void)
{
    struct twin t = {0};
    for (int i = 0; i < SDS; i++) {
        double zi = -4.4 + 0.8 * i, u_sd = exp(U_SD[0] + U_SD[1] * zi);
        fill_tables(u_sd);
        for (int j = 0; j < SDS; j++) {
            double zj = -4.4 + 0.8 * j, e_sd = exp(E_SD[0] + E_SD[1] * zj);
            add_cell(&t, exp(-(zi * zi + zj * zj) / 2) / (e_sd * e_sd), u_sd, e_sd);
        }
    }
    return t;
}

static void crossed_years_agree_with_plain_sums(void **state)
{
    (void)state;
    struct tn_arena arena = {0};
    const size_t first[] = {0, 2, 4, 6}, year[] = {0, 1, 0, 1, 0, 1};
    const double one[] = {1, 1, 1, 1, 1, 1}, mean = 0, sd = 1.5;
    struct tn_panel panel = {.rows = 6,
                             .fixed = 1,
                             .years = 2,
                             .levels = 1,
                             .at_risk = tn_n,
                             .exits = tn_y,
                             .x = one,
                             .year = year,
                             .areas = {3},
                             .first = {first}};
    struct tn_mixed_prior prior = {.beta = {&mean, &sd},
                                   .area = {{TN_SD_LOG_NORMAL, U_SD[0], U_SD[1]}},
                                   .year = {TN_SD_LOG_NORMAL, E_SD[0], E_SD[1]}};
    struct tn_mixed m;
    assert_int_equal(tn_mixed_fit(&arena, &panel, &prior, NULL, &m, NULL), TN_OK);
    struct twin t = crossed_twin();
    double beta = t.beta / t.mass, e0 = t.e0 / t.mass;
    double beta_sd = sqrt(t.beta2 / t.mass - beta * beta);
    double e0_sd = sqrt(t.e02 / t.mass - e0 * e0);
    near(m.beta[0].mean, beta, beta_sd, 1e-3);
    near(m.beta[0].sd, beta_sd, beta_sd, 1e-3);
    near(m.shock[0].mean, e0, e0_sd, 1e-3);
    near(m.shock[0].sd, e0_sd, e0_sd, 1e-3);
    near(m.effect[0][2].mean, t.u2 / t.mass, m.effect[0][2].sd, 1e-3);
    near(m.sd[0].mean, t.su / t.mass, m.sd[0].sd, 1e-3);
    near(m.year_sd.mean, t.se / t.mass, m.year_sd.sd, 1e-3);
    tn_arena_free(&arena);
}

/* ---- levels above the villages -------------------------------------------------------
 */

/* Villages in communes in districts, three years, drawn from known effects. */
enum { D3 = 3, C3 = 3, V3 = 3, VILLAGES3 = D3 * C3 * V3, ROWS3 = VILLAGES3 * 3 };

struct nest {
    double n[ROWS3], y[ROWS3], x[2 * ROWS3];
    size_t year[ROWS3], village[VILLAGES3 + 1], commune[D3 * C3 + 1], district[D3 + 1];
    struct tn_panel panel;
};

static double effect_of(uint32_t level, size_t area, double sd)
{
    return sd * tn_normal_quantile(tn_uniform(31, (uint32_t)area, level, 0));
}

static void nest_draw(struct nest *d, size_t levels, size_t years)
{
    for (size_t i = 0; i < ROWS3; i++) {
        size_t v = i / 3, c = v / V3;
        d->n[i] = floor(6 + 20 * tn_uniform(31, (uint32_t)i, 9, 0));
        d->x[2 * i] = 1;
        d->x[2 * i + 1] = tn_uniform(31, (uint32_t)i, 9, 1) - 0.5;
        d->year[i] = i % 3;
        double p = tn_expit(-1.2 + 0.8 * d->x[2 * i + 1] + effect_of(0, v, 0.4) +
                            effect_of(1, c, 0.5) + effect_of(2, c / C3, 0.4) +
                            (years ? effect_of(3, i % 3, 0.4) : 0));
        d->y[i] = 0;
        for (int h = 0; h < (int)d->n[i]; h++)
            d->y[i] += tn_uniform(31, (uint32_t)i, 10, (uint64_t)h) < p;
    }
    for (size_t v = 0; v <= VILLAGES3; v++)
        d->village[v] = 3 * v;
    for (size_t c = 0; c <= D3 * C3; c++)
        d->commune[c] = V3 * c;
    for (size_t k = 0; k <= D3; k++)
        d->district[k] = C3 * k;
    d->panel = (struct tn_panel){.rows = ROWS3,
                                 .fixed = 2,
                                 .years = years,
                                 .levels = levels,
                                 .at_risk = d->n,
                                 .exits = d->y,
                                 .x = d->x,
                                 .year = d->year,
                                 .areas = {VILLAGES3, D3 * C3, D3},
                                 .first = {d->village, d->commune, d->district}};
}

static const double NEST_MEAN[] = {0, 0}, NEST_SD[] = {2.5, 2.5};
static const struct tn_mixed_prior nest_prior = {.beta = {NEST_MEAN, NEST_SD},
                                                 .area = {{TN_SD_HALF_NORMAL, 0.7, 0},
                                                          {TN_SD_HALF_NORMAL, 0.7, 0},
                                                          {TN_SD_HALF_NORMAL, 0.7, 0}},
                                                 .year = {TN_SD_HALF_NORMAL, 0.7, 0}};

static void near_law(const struct tn_marginal *got, const struct tn_marginal *want,
                     double mean, double quantile)
{
    near(got->mean, want->mean, want->sd, mean);
    near(got->sd, want->sd, want->sd, 2 * mean);
    near(got->q05, want->q05, want->sd, quantile);
    near(got->q50, want->q50, want->sd, quantile);
    near(got->q95, want->q95, want->sd, quantile);
}

/* The same posterior by blocks as by nodes inside nodes: with two levels, and, where
 * TN_SLOW is set (nodes take most of a minute), years crossed and a third level.
 * Measured: means within 5e-3 sds, quantiles within 1.4e-2. */
static void blocks_give_the_posterior_of_nodes(void **state)
{
    (void)state;
    static struct nest d;
    static const struct {
        size_t levels, years;
    } nest[] = {{2, 0}, {2, 3}, {3, 0}};
    size_t cases = getenv("TN_SLOW") ? 3 : 1;
    for (size_t c = 0; c < cases; c++) {
        size_t levels = nest[c].levels;
        struct tn_arena arena = {0};
        const struct tn_mixed_options by_nodes = {.upper = TN_MIXED_NODES},
                                      by_blocks = {.upper = TN_MIXED_BLOCKS};
        struct tn_mixed want, got;
        nest_draw(&d, levels, nest[c].years);
        assert_int_equal(
            tn_mixed_fit(&arena, &d.panel, &nest_prior, &by_nodes, &want, NULL), TN_OK);
        assert_int_equal(
            tn_mixed_fit(&arena, &d.panel, &nest_prior, &by_blocks, &got, NULL), TN_OK);
        for (size_t j = 0; j < 2; j++)
            near_law(&got.beta[j], &want.beta[j], 8e-3, 1.5e-2);
        for (size_t l = 0; l < levels; l++) {
            near_law(&got.sd[l], &want.sd[l], 8e-3, 1.5e-2);
            for (size_t a = 0; a < d.panel.areas[l]; a++)
                near_law(&got.effect[l][a], &want.effect[l][a], 8e-3, 2e-2);
        }
        for (size_t a = 0; a < VILLAGES3; a++)
            near(got.total[2 * a], want.total[2 * a], want.total[2 * a + 1], 4e-3);
        near(got.log_marginal, want.log_marginal, 1, 3e-2);
        near(got.parameters, want.parameters, want.parameters, 1e-2);
        tn_arena_free(&arena);
    }
}

/* ---- promises ------------------------------------------------------------------------
 */

static void the_same_data_give_the_same_bytes(void **state)
{
    (void)state;
    struct tn_arena arena = {0};
    struct tn_mixed a = fitted(&arena, HIER "panelP_data.csv", 1);
    struct tn_mixed b = fitted(&arena, HIER "panelP_data.csv", 1);
    assert_int_equal(a.nodes, b.nodes);
    assert_memory_equal(a.beta, b.beta, 2 * sizeof *a.beta);
    assert_memory_equal(&a.year_sd, &b.year_sd, sizeof a.year_sd);
    assert_memory_equal(a.effect[0], b.effect[0], 63 * sizeof *a.effect[0]);
    tn_arena_free(&arena);
}

/* Shared out among 1 to 8 threads: one level of areas, and three by blocks. */
static void threads_do_not_change_a_byte(void **state)
{
    (void)state;
#ifdef _OPENMP
    static struct nest d;
    static const double mean[] = {0, 0}, sd[] = {2.5, 2.5};
    const struct tn_mixed_prior prior = {.beta = {mean, sd},
                                         .area = {{TN_SD_HALF_NORMAL, 1, 0}},
                                         .year = {TN_SD_HALF_NORMAL, 1, 0}};
    int before = omp_get_max_threads();
    panel_read(HIER "panelP_data.csv", 1, &data);
    nest_draw(&d, 3, 3);
    for (int levels = 1; levels <= 3; levels += 2) {
        const struct tn_panel *panel = levels == 1 ? &data.panel : &d.panel;
        struct tn_arena arena = {0};
        struct tn_mixed first, m;
        for (int threads = 1; threads <= 8; threads++) {
            omp_set_num_threads(threads);
            assert_int_equal(tn_mixed_fit(&arena, panel,
                                          levels == 1 ? &prior : &nest_prior, NULL, &m,
                                          NULL),
                             TN_OK);
            first = threads == 1 ? m : first;
            assert_int_equal(m.nodes, first.nodes);
            assert_memory_equal(m.beta, first.beta, panel->fixed * sizeof *m.beta);
            assert_memory_equal(m.sd, first.sd, sizeof m.sd);
            assert_memory_equal(m.total, first.total,
                                2 * panel->areas[0] * sizeof *m.total);
            assert_memory_equal(m.pull, first.pull, panel->rows * sizeof *m.pull);
            for (size_t l = 0; l < panel->levels; l++)
                assert_memory_equal(m.effect[l], first.effect[l],
                                    panel->areas[l] * sizeof *m.effect[l]);
            for (size_t k = 0; k < m.nodes; k++)
                check_rel(m.node[k].weight, first.node[k].weight, 0);
        }
        tn_arena_free(&arena);
    }
    omp_set_num_threads(before);
#else
    skip();
#endif
}

static void node_weights_sum_to_one_and_carry_the_mean(void **state)
{
    (void)state;
    struct tn_arena arena = {0};
    struct tn_mixed m = fitted(&arena, HIER "panelP_data.csv", 1);
    double sum = 0, mean = 0;
    for (size_t k = 0; k < m.nodes; k++) {
        sum += m.node[k].weight;
        mean += m.node[k].weight * m.node[k].beta[0];
    }
    check_rel(sum, 1, 1e-12);
    near(mean, m.beta[0].mean, m.beta[0].sd, 2e-3);
    tn_arena_free(&arena);
}

/* One area, no exits, all exits, separation: a posterior that leans on the prior. */
static void poor_histories_lean_on_the_prior(void **state)
{
    (void)state;
    const double n[] = {4, 6, 5, 3}, x[] = {1, 0, 1, 1, 1, 0, 1, 1};
    const double exits[][4] = {{0, 0, 0, 0}, {4, 6, 5, 3}, {0, 6, 0, 3}, {1, 2, 2, 1}};
    const size_t first[] = {0, 2, 4}, one[] = {0, 4}, year[] = {0, 0, 1, 1};
    const double mean[] = {-1, 0.5}, sd[] = {1.5, 1.5};
    for (size_t c = 0; c < 8; c++) {
        struct tn_arena arena = {0};
        struct tn_panel panel = {.rows = 4,
                                 .fixed = 2,
                                 .years = 2,
                                 .levels = 1,
                                 .at_risk = n,
                                 .exits = exits[c % 4],
                                 .x = x,
                                 .year = year,
                                 .areas = {c < 4 ? 2 : 1},
                                 .first = {c < 4 ? first : one}};
        struct tn_mixed_prior prior = {.beta = {mean, sd},
                                       .area = {{TN_SD_HALF_NORMAL, 1, 0}},
                                       .year = {TN_SD_HALF_NORMAL, 0.5, 0}};
        struct tn_mixed m;
        assert_int_equal(tn_mixed_fit(&arena, &panel, &prior, NULL, &m, NULL), TN_OK);
        for (size_t j = 0; j < 2; j++) {
            assert_true(m.beta[j].sd > 0.2 && m.beta[j].sd < 1.5);
            assert_true(m.beta[j].q05 < m.beta[j].q50 && m.beta[j].q50 < m.beta[j].q95);
        }
        assert_true(m.sd[0].mean > 0.2 && m.sd[0].mean < 1.5 && m.sd[0].sd > 0.2);
        assert_true(m.year_sd.q95 < 1.5 && isfinite(m.log_marginal));
        assert_true(m.parameters > 0 && m.parameters < 4);
        tn_arena_free(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest mixed[] = {
        cmocka_unit_test(both_panels_have_their_exact_posterior),
        cmocka_unit_test(every_shrunken_effect_is_exact),
        cmocka_unit_test(years_agree_with_jags_and_stan),
        cmocka_unit_test(few_years_leave_a_long_tail),
        cmocka_unit_test(steps_are_small_enough_for_few_rows),
        cmocka_unit_test(crossed_panels_have_their_exact_posterior),
        cmocka_unit_test(crossed_years_agree_with_plain_sums),
        cmocka_unit_test(blocks_give_the_posterior_of_nodes),
        cmocka_unit_test(the_same_data_give_the_same_bytes),
        cmocka_unit_test(threads_do_not_change_a_byte),
        cmocka_unit_test(node_weights_sum_to_one_and_carry_the_mean),
        cmocka_unit_test(poor_histories_lean_on_the_prior),
    };
    return cmocka_run_group_tests(mixed, NULL, NULL);
}
