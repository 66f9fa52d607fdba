/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The laws of tn/num/effects.h and joint.h given reports in the course of the year.
 * Oracle: a commune of two places, three households each, by Bayes' rule over every fate
 * of every household and every value of the three effects on a fine lattice. */
#include "check.h"

#include <stdbool.h>

#include <string.h>

#include "tn/num/effects.h"
#include "tn/num/joint.h"
#include "tn/num/poisbin.h"
#include "tn/num/special.h"

enum { PLACES = 2, HOMES = 3, REACH = 40, SUMS = 4 * REACH + 1 };

static const double STEP =
    0.09;   // 0.3 of the smaller sd: exp(-2 pi^2 / 0.09) is nothing
static const double YEAR_SD = 0.4271, PLACE_SD = 0.3127;

static struct tn_arena arena;

static int forget(void **state)
{
    tn_arena_free(&arena);
    return check_name_case(state);
}

/* Two poor households and a near-poor one in either place. */
static const double logit[3] = {0.9127, -1.6713, 0.2318};

/* Counts: exits of the poor; exits of the near-poor; poor at the year's end. */
static const struct tn_group group[3][6] = {
    {{0, 0, 1, 0, 1, 0}, {0, 1, 1, 0, 1, 0}, {1, 0, 2, 0, 1, 0}},
    {{0, 2, 1, 0, 1, 1}, {1, 2, 1, 0, 1, 1}},
    {{0, 0, 1, 1, 0, 0},
     {0, 1, 1, 1, 0, 0},
     {0, 2, 1, 0.1337, 0, 1},
     {1, 0, 2, 1, 0, 0},
     {1, 2, 1, 0.1337, 0, 1}},
};
static const struct tn_count count[3] = {{3, group[0]}, {2, group[1]}, {5, group[2]}};

/* The three households of a place: which logit, and which pool. */
static const size_t risk[PLACES][HOMES] = {{0, 1, 2}, {0, 0, 2}};
static const size_t pool[HOMES] = {0, 0, 1};

/* P(reports of the place, and what is counted | s). */
struct lane {
    double count[3][HOMES + 1];
    double both[HOMES + 1][HOMES + 1];   // exits of the poor and of the near-poor
};

/* How one household enters count c: what a stay or an exit adds in expectation. */
static double enters(size_t c, size_t home, bool exits)
{
    if (c < 2)
        return exits && pool[home] == c;
    return exits ? 0 : home < 2 ? 1 : 0.1337;
}

static void add_fate(struct lane *lane, double chance, const bool exits[HOMES])
{
    size_t out[2] = {0, 0};
    for (size_t h = 0; h < HOMES; h++)
        out[pool[h]] += exits[h];
    lane->both[out[0]][out[1]] += chance;
    for (size_t c = 0; c < 3; c++) {
        double law[HOMES + 1] = {1};
        for (size_t h = 0; h < HOMES; h++) {
            double p = enters(c, h, exits[h]);
            for (size_t k = h + 1; k > 0; k--)
                law[k] = law[k] * (1 - p) + law[k - 1] * p;
            law[0] *= 1 - p;
        }
        for (size_t k = 0; k <= HOMES; k++)
            lane->count[c][k] += chance * law[k];
    }
}

/* Fates in base 3: stays, exits unreported, exits reported. */
static struct lane lane_at(size_t place, double s, const struct tn_report report[])
{
    struct lane lane = {0};
    for (unsigned fates = 0; fates < 27; fates++) {
        double chance = 1;
        bool exits[HOMES];
        long seen[2] = {0, 0};
        for (unsigned h = 0, rest = fates; h < HOMES; h++, rest /= 3) {
            const struct tn_report *told = &report[pool[h] * PLACES + place];
            double share = told->seen < 0 ? 0 : told->share;
            double p = tn_expit(logit[risk[place][h]] + s);
            exits[h] = rest % 3 > 0;
            seen[pool[h]] += rest % 3 == 2;
            chance *= rest % 3 == 0 ? 1 - p : rest % 3 == 1 ? p * (1 - share) : p * share;
        }
        bool fits = true;
        for (size_t i = 0; i < 2; i++) {
            long told = report[i * PLACES + place].seen;
            fits = fits && (told < 0 || told == seen[i]);
        }
        if (fits)
            add_fate(&lane, chance, exits);
    }
    return lane;
}

struct answer {
    double evidence;
    double whole[3][2 * HOMES + 1], place[3][PLACES][HOMES + 1];
    double both[5][5];   // exits of the poor, of the near-poor
};

static void add_lanes(struct answer *answer, double w, const struct lane *a,
                      const struct lane *b)
{
    for (size_t c = 0; c < 3; c++)
        for (size_t i = 0; i <= HOMES; i++)
            for (size_t k = 0; k <= HOMES; k++) {
                double chance = w * a->count[c][i] * b->count[c][k];
                answer->whole[c][i + k] += chance;
                answer->place[c][0][i] += chance;
                answer->place[c][1][k] += chance;
                answer->evidence += c == 0 ? chance : 0;
            }
    for (size_t i = 0; i < 9; i++)
        for (size_t k = 0; k < 9; k++)
            answer->both[i / 3 + k / 3][i % 3 + k % 3] += w * a->both[i / 3][i % 3] *
                                                          b->both[k / 3][k % 3];
}

static double weight(int i, double sd)
{
    double z = i * STEP / sd;
    return STEP / sd * exp(-z * z / 2) / sqrt(8 * atan(1));
}

static struct answer by_bayes(const struct tn_report report[])
{
    static struct lane lane[PLACES][SUMS];
    struct answer answer = {0};
    for (size_t v = 0; v < PLACES; v++)
        for (int i = 0; i < SUMS; i++)
            lane[v][i] = lane_at(v, (i - 2 * REACH) * STEP, report);
    for (int e = -REACH; e <= REACH; e++) {
        struct lane mean[PLACES] = {0};   // given e the places are independent
        for (int u = -REACH; u <= REACH; u++)
            for (size_t v = 0; v < PLACES; v++) {
                const double *from = (const double *)&lane[v][e + u + 2 * REACH];
                for (size_t x = 0; x < sizeof *mean / sizeof(double); x++)
                    ((double *)&mean[v])[x] += weight(u, PLACE_SD) * from[x];
            }
        add_lanes(&answer, weight(e, YEAR_SD), &mean[0], &mean[1]);
    }
    return answer;
}

static const struct tn_report reports[][4] = {
    // poor of the first place, of the second; near-poor likewise
    {{-1, 0}, {-1, 0}, {-1, 0}, {-1, 0}},
    {{0, 0.6127}, {0, 0.6127}, {0, 0.3318}, {0, 0.3318}},
    {{2, 0.6127}, {1, 0.8127}, {1, 0.3318}, {0, 0.9318}},
    {{1, 0.4127}, {-1, 0}, {-1, 0}, {1, 0.2713}},
    {{1, 1}, {2, 1}, {0, 1}, {1, 1}},
};
enum { CASES = sizeof reports / sizeof *reports };

static struct tn_laws laws_given(const struct tn_report report[])
{
    struct tn_effects effects = {.year_sd = YEAR_SD,
                                 .place_sd = PLACE_SD,
                                 .places = PLACES,
                                 .risks = 3,
                                 .logit = logit,
                                 .counts = 3,
                                 .count = count,
                                 .pools = 2,
                                 .pool = count,
                                 .report = report};
    return tn_effects_solve(&arena, &effects, 1e-13);
}

static void agrees(double got, double want)
{
    if (fabs(got - want) > 1e-12)
        fail_msg("%.17g, want %.17g", got, want);
}

static void laws_agree_with_bayes(void **state)
{
    (void)state;
    for_cases (CASES) {
        const struct tn_report *report = reports[check_case - 1];
        struct answer want = by_bayes(report);
        struct tn_laws laws = laws_given(report);
        agrees(exp(laws.evidence), want.evidence);
        for (size_t c = 0; c < 3; c++) {
            for (size_t k = 0; k <= laws.whole[c].n; k++)
                agrees(laws.whole[c].pmf[k], want.whole[c][k] / want.evidence);
            for (size_t v = 0; v < PLACES; v++)
                for (size_t k = 0; k <= tn_laws_place(&laws, c, v)->n; k++)
                    agrees(tn_laws_place(&laws, c, v)->pmf[k],
                           want.place[c][v][k] / want.evidence);
        }
        tn_arena_free(&arena);
    }
}

static void the_joint_law_agrees_with_bayes(void **state)
{
    (void)state;
    const struct tn_pair pair = {{0, 1}, true};
    for_cases (CASES) {
        const struct tn_report *report = reports[check_case - 1];
        struct answer want = by_bayes(report);
        struct tn_laws laws = laws_given(report);
        struct tn_joint joint = tn_joint_law(&arena, &laws, pair, (const long[]){4, 2});
        for (size_t i = 0; i <= 4; i++)
            for (size_t k = 0; k <= 2; k++)
                agrees(joint.pmf[i * 3 + k], want.both[i][k] / want.evidence);
        tn_arena_free(&arena);
    }
}

/* All reported with certainty: nothing is left to chance. */
static void a_complete_report_is_the_outcome(void **state)
{
    (void)state;
    struct tn_laws laws = laws_given(reports[4]);
    agrees(laws.whole[0].pmf[3], 1);
    agrees(laws.whole[1].pmf[1], 1);
    agrees(tn_poisbin_mean(6, laws.whole[2].pmf), 1 + 0.1337);
}

int main(void)
{
    const struct CMUnitTest reported[] = {
        cmocka_unit_test_teardown(laws_agree_with_bayes, forget),
        cmocka_unit_test_teardown(the_joint_law_agrees_with_bayes, forget),
        cmocka_unit_test_teardown(a_complete_report_is_the_outcome, forget),
    };
    return cmocka_run_group_tests(reported, NULL, NULL);
}
