/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the nodes of tn/num/mixed.h say of areas and rows. Oracle: given a node's beta,
 * shocks and sd an area's effect has a law on a line: its moments by plain sums, from
 * which 48 nodes are 2e-13 of an sd and 7e-11 of the kurtosis away (measured). */
#include "check.h"

#include <string.h>

#include "tn/num/influence.h"
#include "tn/num/mixed.h"

enum { ROWS = 7, AREAS = 3, FIXED = 2, YEARS = 2 };

static const double at_risk[ROWS] = {9, 7, 5, 11, 8, 6, 14};
static const double exits[ROWS] = {3, 5, 0, 4, 2, 5, 1};
static const double x[ROWS * FIXED] = {1, 0, 1, 1, 1, 0, 1, 1, 1, 0, 1, 1, 1, 0.5};
static const size_t year[ROWS] = {0, 1, 0, 1, 0, 1, 1}, first[] = {0, 2, 5, 7};

static const struct tn_panel panel = {.rows = ROWS,
                                      .fixed = FIXED,
                                      .years = YEARS,
                                      .levels = 1,
                                      .at_risk = at_risk,
                                      .exits = exits,
                                      .x = x,
                                      .year = year,
                                      .areas = {AREAS},
                                      .first = {first}};

static double log_odds(const struct tn_mixed_node *node, size_t row)
{
    return x[FIXED * row] * node->beta[0] + x[FIXED * row + 1] * node->beta[1] +
           node->year_sd * node->shock[year[row]];
}

/* Raw moments 1 to 4 of the effect of an area: 400 steps of sd / 20 to either side. */
static void moments_of(const struct tn_mixed_node *node, size_t area, double moment[4])
{
    double sum = 0;

    memset(moment, 0, 4 * sizeof *moment);
    for (int k = -200; k <= 200; k++) {
        double z = k / 20.0, u = z * node->sd[0], log_like = -z * z / 2;
        for (size_t i = first[area]; i < first[area + 1]; i++) {
            double eta = log_odds(node, i) + u;
            log_like += exits[i] * eta - at_risk[i] * log1p(exp(eta));
        }
        double like = exp(log_like), power = 1;
        sum += like;
        for (int r = 0; r < 4; r++)
            moment[r] += like * (power *= u);
    }
    for (int r = 0; r < 4; r++)
        moment[r] /= sum;
}

/* The largest differences seen: of means and sds in sds, of skewness, of kurtosis. */
struct worst {
    double mean, sd, skewness, kurtosis;
};

static void compare(const struct tn_node_effect *got, const double m[4],
                    struct worst *worst)
{
    double variance = m[1] - m[0] * m[0], sd = sqrt(variance);
    double third = m[2] - 3 * m[0] * m[1] + 2 * m[0] * m[0] * m[0];
    double fourth = m[3] - 4 * m[0] * m[2] + 6 * m[0] * m[0] * m[1] -
                    3 * m[0] * m[0] * m[0] * m[0];

    worst->mean = fmax(worst->mean, fabs(got->mean - m[0]) / sd);
    worst->sd = fmax(worst->sd, fabs(got->sd - sd) / sd);
    worst->skewness = fmax(worst->skewness,
                           fabs(got->skewness - third / (variance * sd)));
    worst->kurtosis = fmax(worst->kurtosis,
                           fabs(got->kurtosis - (fourth / (variance * variance) - 3)));
}

static struct tn_mixed fitted(struct tn_arena *arena)
{
    static const double mean[] = {-1, 0.5}, sd[] = {1.5, 1.5};
    const struct tn_mixed_prior prior = {.beta = {mean, sd},
                                         .area = {{TN_SD_HALF_NORMAL, 1, 0}},
                                         .year = {TN_SD_HALF_NORMAL, 0.5, 0}};
    const struct tn_mixed_options options = {.area_nodes = 48, .keep_areas = true};
    struct tn_mixed m;
    struct tn_err err;

    assert_int_equal(tn_mixed_fit(arena, &panel, &prior, &options, &m, &err), TN_OK);
    return m;
}

static void every_node_knows_the_law_of_every_effect(void **state)
{
    (void)state;
    struct tn_arena arena = {0};
    struct tn_mixed m = fitted(&arena);
    struct worst worst = {0};

    for (size_t k = 0; k < m.nodes; k++)
        for (size_t a = 0; a < AREAS; a++) {
            double moment[4];
            if (m.node[k].weight < 1e-9)
                continue;
            moments_of(&m.node[k], a, moment);
            compare(&m.node[k].effect[a], moment, &worst);
        }
    print_message("%zu nodes: mean %.2g, sd %.2g, skewness %.2g, kurtosis %.2g\n",
                  m.nodes, worst.mean, worst.sd, worst.skewness, worst.kurtosis);
    assert_true(worst.mean < 1e-9 && worst.sd < 1e-9);
    assert_true(worst.skewness < 1e-9 && worst.kurtosis < 1e-9);
    tn_arena_free(&arena);
}

/* Of beta, and of the sum of an area's effects. */
static void check_second_moments(const struct tn_mixed *m)
{
    double weight = 0, mean[FIXED] = {0}, second[FIXED][FIXED] = {{0}};
    double total[AREAS][2] = {{0}};

    for (size_t k = 0; k < m->nodes; k++) {
        const struct tn_mixed_node *node = &m->node[k];
        weight += node->weight;
        for (size_t a = 0; a < FIXED; a++) {
            mean[a] += node->weight * node->beta[a];
            for (size_t b = 0; b < FIXED; b++)
                second[a][b] += node->weight * node->beta[a] * node->beta[b];
        }
        for (size_t a = 0; a < AREAS; a++) {
            const struct tn_node_effect *of = &node->effect[a];
            total[a][0] += node->weight * of->mean;
            total[a][1] += node->weight * (of->mean * of->mean + of->sd * of->sd);
        }
    }
    check_rel(weight, 1, 1e-12);
    for (size_t a = 0; a < FIXED; a++)
        for (size_t b = 0; b < FIXED; b++)
            check_rel(m->covariance[a * FIXED + b], second[a][b] - mean[a] * mean[b],
                      1e-10);
    for (size_t a = 0; a < AREAS; a++) {
        check_rel(m->total[2 * a], total[a][0], 1e-10);
        check_rel(m->total[2 * a + 1], sqrt(total[a][1] - total[a][0] * total[a][0]),
                  1e-10);
    }
}

/* Quantiles of a logarithm are the logarithms of quantiles; a mean and an sd are not. */
static void is_the_log_of(const struct tn_marginal *log_sd, const struct tn_marginal *sd)
{
    check_rel(log_sd->q05, log(sd->q05), 1e-12);
    check_rel(log_sd->q50, log(sd->q50), 1e-12);
    check_rel(log_sd->q95, log(sd->q95), 1e-12);
}

/* Mean and mean square of the log odds of each row, summed over the nodes. */
static void rows_sum_up_the_nodes(void **state)
{
    (void)state;
    struct tn_arena arena = {0};
    struct tn_mixed m = fitted(&arena);
    double eta[2 * ROWS] = {0}, chance[ROWS], leverage[ROWS], pull[ROWS];

    for (size_t k = 0; k < m.nodes; k++)
        for (size_t a = 0; a < AREAS; a++) {
            double moment[4];
            moments_of(&m.node[k], a, moment);
            for (size_t i = first[a]; i < first[a + 1]; i++) {
                double at = log_odds(&m.node[k], i);
                eta[2 * i] += m.node[k].weight * (at + moment[0]);
                eta[2 * i + 1] += m.node[k].weight *
                                  (at * at + 2 * at * moment[0] + moment[1]);
            }
        }
    double parameters = tn_row_influence(&panel, eta, chance, leverage, pull);
    check_rel(m.parameters, parameters, 1e-9);
    for (size_t i = 0; i < ROWS; i++) {
        check_rel(m.chance[i], chance[i], 1e-9);
        check_rel(m.leverage[i], leverage[i], 1e-9);
        check_rel(m.pull[i], pull[i], 1e-9);
    }
    check_second_moments(&m);
    is_the_log_of(&m.log_sd[0], &m.sd[0]);
    is_the_log_of(&m.log_year_sd, &m.year_sd);
    tn_arena_free(&arena);
}

/* sds that are given come back as they are. */
static void fixed_sds_have_no_spread(void **state)
{
    (void)state;
    struct tn_arena arena = {0};
    static const double mean[] = {-1, 0.5}, sd[] = {1.5, 1.5};
    const struct tn_mixed_prior prior = {.beta = {mean, sd},
                                         .area = {{TN_SD_FIXED, 0.4, 0}},
                                         .year = {TN_SD_FIXED, 0.7, 0}};
    const struct tn_mixed_options options = {.area_nodes = 5};
    struct tn_mixed m;
    struct tn_err err;

    assert_int_equal(tn_mixed_fit(&arena, &panel, &prior, &options, &m, &err), TN_OK);
    const struct tn_marginal *law[] = {&m.sd[0], &m.year_sd, &m.log_sd[0],
                                       &m.log_year_sd};
    const double want[] = {0.4, 0.7, log(0.4), log(0.7)};
    for (int i = 0; i < 4; i++) {
        check_rel(law[i]->mean, want[i], 1e-15);
        check_rel(law[i]->sd, 0, 0);
        check_rel(law[i]->q05, want[i], 1e-15);
        check_rel(law[i]->q50, want[i], 1e-15);
        check_rel(law[i]->q95, want[i], 1e-15);
    }
    tn_arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest nodes[] = {
        cmocka_unit_test(every_node_knows_the_law_of_every_effect),
        cmocka_unit_test(rows_sum_up_the_nodes),
        cmocka_unit_test(fixed_sds_have_no_spread),
    };
    return cmocka_run_group_tests(nodes, NULL, NULL);
}
