/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracles: data/priors/default.csv as it is shipped, byte for byte; the share of all that
 * two chances make up, put together again; published flows with a known truth behind
 * them, and with one area, where the posterior can be integrated by hand. */
#include "check.h"

#include "tn/data/table.h"
#include "tn/num/special.h"
#include "tn/show/show_priors.h"
#include "tn/study/priors.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct tn_arena arena;

static int done(void **state)
{
    (void)state;
    tn_arena_free(&arena);
    return 0;
}

static struct tn_reading reading_of(struct tn_findings *findings, const char *path)
{
    static const struct tn_read_options options;
    return (struct tn_reading){
        .arena = &arena, .findings = findings, .options = &options, .path = path};
}

static struct tn_published shipped(void)
{
    struct tn_published all = {0};
    struct tn_findings findings = {0};
    struct tn_input input = {0};
    struct tn_reading r = reading_of(&findings, "data/reference/transitions.csv");
    assert_true(tn_published_flows_read(&r, &all, &input));
    r = reading_of(&findings, "data/reference/plan_outcome.csv");
    assert_true(tn_published_plans_read(&r, &all, &input));
    r = reading_of(&findings, "data/reference/area_year.csv");
    assert_true(tn_published_rates_read(&r, &all, &input));
    assert_int_equal(findings.errors, 0);
    assert_null(findings.first);   // no column is unknown
    return all;
}

static struct tn_model_rows elicited(void)
{
    struct tn_findings findings = {0};
    struct tn_model_rows rows;
    assert_int_equal(
        tn_model_read(&arena, "data/priors/elicited.csv", NULL, &rows, &findings, NULL),
        TN_OK);
    return rows;
}

static void the_shipped_default_is_what_comes_out(void **state)
{
    (void)state;
    struct tn_published all = shipped();
    struct tn_priors priors;
    char *text = NULL, *kept = NULL;
    size_t len = 0, room = 0;
    struct tn_model_rows judged = elicited();
    assert_int_equal(tn_priors_of(&arena, &all, judged.n, judged.row, &priors, NULL),
                     TN_OK);
    FILE *out = open_memstream(&text, &len),
         *file = fopen("data/priors/default.csv", "r");
    tn_show_default_csv(out, &priors);
    fclose(out);
    assert_true(getdelim(&kept, &room, '\0', file) > 0);
    assert_string_equal(text, kept);
    fclose(file);
    free(text);
    free(kept);
}

/* What was counted, by hand from the file; low confidence left out. */
static void counts_are_those_of_the_file(void **state)
{
    (void)state;
    struct tn_published all = shipped();
    struct tn_priors p;
    struct tn_model_rows judged = elicited();
    assert_int_equal(tn_priors_of(&arena, &all, judged.n, judged.row, &p, NULL), TN_OK);
    assert_int_equal(p.exits[TN_POOR].rows, 13);
    assert_int_equal(p.exits[TN_POOR].areas, 12);      // Kon Tum twice
    assert_int_equal(p.exits[TN_POOR].provinces, 6);   // six of the areas in one of them
    assert_int_equal(p.exits[TN_POOR].flowed, 24339);
    assert_int_equal(p.exits[TN_POOR].of, 95511);
    assert_int_equal(p.exits[TN_NEAR_POOR].flowed, 8707);
    assert_int_equal(p.landing.flowed, 541 + 1833 + 5 + 10 + 25 + 13 + 183 + 47);
    assert_int_equal(p.inflow[TN_POOR].flowed,
                     7 + 5 + 0 + 0 + 12 + 26 + 607 + 274 + 14 + 87);
    assert_int_equal(p.plans, 9);
    check_rel(p.planned_share[TN_POOR], 1.0 / 4.03, 1e-15);
    check_rel(p.rate[TN_POOR], (0.0403 + 0.0293 + 0.0193) / 3, 1e-14);
    check_rel(p.rate[TN_NEAR_POOR], (0.0349 + 0.0278 + 0.0213) / 3, 1e-14);
}

/* --- made-up publications --- */

enum { MOST = 600 };

struct made {
    struct tn_published all;
    struct tn_published_flow flow[MOST];
    struct tn_published_plan plan[2];
    struct tn_published_rate rate[1];
};

static const struct tn_parameter judgement[] = {
    {0, {0}, "planned_odds", TN_POOR, 7.31, 7.31, 7.31, NAN, NAN, ""},
    {0, {0}, "planned_odds", TN_NEAR_POOR, 4.17, 4.17, 4.17, NAN, NAN, ""},
    {0, {0}, "planned_share", TN_NEAR_POOR, NAN, 0.237, NAN, NAN, NAN, ""},
    {0, {0}, "village_sd", TN_UNKNOWN, 0.2, 0.3, 0.45, NAN, NAN, "guessed"},
};
enum { JUDGEMENTS = sizeof judgement / sizeof *judgement };

static void start(struct made *m)
{
    memset(m, 0, sizeof *m);
    m->plan[0] = (struct tn_published_plan){2, "A", 0.31};
    m->plan[1] = (struct tn_published_plan){3, "B", NAN};
    m->rate[0] = (struct tn_published_rate){2, "Vietnam", "x", 2024, {0.03, 0.05}};
    m->all = (struct tn_published){
        .plans = 2, .rates = 1, .flow = m->flow, .plan = m->plan, .rate = m->rate};
}

static void add(struct made *m, const char *area, int year, const long flow[9])
{
    m->flow[m->all.flows++] = (struct tn_published_flow){.area = area,
                                                         .level = "commune",
                                                         .year = year,
                                                         .start = {flow[0], flow[1]},
                                                         .exits = {flow[2], flow[3]},
                                                         .near_end = flow[4],
                                                         .to_near_poor = flow[5],
                                                         .to_nonpoor = flow[6],
                                                         .near_to_poor = flow[7],
                                                         .relapse = TN_UNKNOWN,
                                                         .newly_poor = flow[8]};
}

static double middle(const struct tn_priors *p, enum tn_parameter_id id)
{
    return p->row[id].q50;
}

/* Many areas with the same shares and no spread: the truth comes back, and the two
 * chances make up the share of all at the planned share. */
static void the_truth_comes_back(void **state)
{
    (void)state;
    static const long flow[9] = {4000, 3000, 1120, 600, 2780, 400, 720, 40, 100};
    struct made m;
    struct tn_priors p;
    char name[12][40];
    start(&m);
    for (int i = 0; i < 12; i++) {
        snprintf(name[i], sizeof name[i], "a%d (p%d)", i, i / 3);
        for (int year = 2020; year < 2023; year++)
            add(&m, name[i], year, flow);
    }
    assert_int_equal(tn_priors_of(&arena, &m.all, JUDGEMENTS, judgement, &p, NULL),
                     TN_OK);
    assert_int_equal(p.exits[TN_POOR].provinces, 4);
    check_rel(tn_expit(p.exits[TN_POOR].mean), 0.28, 2e-3);
    check_rel(tn_expit(p.exits[TN_NEAR_POOR].mean), 0.2, 2e-3);
    check_rel(middle(&p, TN_TO_NEAR_POOR), 400.0 / 1120, 4e-3);
    check_rel(middle(&p, TN_NEAR_TO_POOR), 40.0 / (3000 - 600), 4e-3);
    for (int s = 0; s < TN_STATUSES; s++) {
        double in = middle(&p, tn_chance_id((enum tn_status)s, true));
        double out = middle(&p, tn_chance_id((enum tn_status)s, false));
        double w = p.planned_share[s];
        check_rel(w * in + (1 - w) * out, s == TN_POOR ? 0.28 : 0.2, 5e-3);
        check_rel(in * (1 - out) / (out * (1 - in)), judgement[s].q50, 1e-2);
    }
    check_rel(p.planned_share[TN_POOR], 0.31, 0);
    check_rel(p.planned_share[TN_NEAR_POOR], 0.237, 0);
    check_rel(middle(&p, TN_ENTRY_POOR), 0.025 * 1000 * 0.03 / 0.92, 2e-2);
    /* 3000 - 600 - 40 + 400 = 2760 would be left of 2780 */
    check_rel(middle(&p, TN_ENTRY_NEAR_POOR), 20.0 / 3000 * 1000 * 0.05 / 0.92, 2e-2);
    check_rel(middle(&p, TN_VILLAGE_SD), 0.3, 0);
}

/* One area and year, spreads of the near-poor as of the poor: the posterior of the
 * near-poor's mean by a sum over the mean and the one effect there is (the three add up
 * to one normal). */
static void one_area_is_integrated_by_hand(void **state)
{
    (void)state;
    static const long flow[9] = {40, 23, 11, 7, 20, 4, 7, 1, 3};
    struct made m;
    struct tn_priors p;
    start(&m);
    add(&m, "a", 2022, flow);
    assert_int_equal(tn_priors_of(&arena, &m.all, JUDGEMENTS, judgement, &p, NULL),
                     TN_OK);
    double sd = 0, mass = 0, sum = 0, square = 0;
    for (int l = 0; l < 3; l++)
        sd = hypot(sd, p.exits[TN_POOR].spread[l].q50);
    for (int i = 0; i < 800; i++)
        for (int j = 0; j < 400; j++) {
            double b = -9 + 16 * (i + 0.5) / 800, z = -8 + 16 * (j + 0.5) / 400;
            double eta = b + sd * z, u = (b + 1) / 2;
            double w = exp(-u * u / 2 - z * z / 2 + 7 * eta - 23 * log1p(exp(eta)));
            mass += w;
            sum += w * b;
            square += w * b * b;
        }
    double mean = sum / mass, own = sqrt(square / mass - mean * mean);
    assert_true(fabs(p.exits[TN_NEAR_POOR].mean - mean) < 1e-3 * own);
    check_rel(p.exits[TN_NEAR_POOR].sd, own, 2e-3);
}

static void doubtful_rows_are_passed_over(void **state)
{
    (void)state;
    static const long flow[9] = {40, 23, 11, 7, 20, 4, 7, 1, 3};
    static const long wild[9] = {40, 23, 40, 23, 20, 4, 0, 1, 30};
    struct made m;
    struct tn_priors with, without;
    start(&m);
    add(&m, "a", 2022, flow);
    assert_int_equal(tn_priors_of(&arena, &m.all, JUDGEMENTS, judgement, &without, NULL),
                     TN_OK);
    add(&m, "b", 2022, wild);
    m.flow[1].doubtful = true;
    assert_int_equal(tn_priors_of(&arena, &m.all, JUDGEMENTS, judgement, &with, NULL),
                     TN_OK);
    for (int id = 0; id < TN_PARAMETERS; id++)
        check_rel(with.row[id].q95, without.row[id].q95, 0);
}

static void refuses(struct made *m, size_t n, const struct tn_parameter judged[],
                    const char *want)
{
    struct tn_priors p;
    struct tn_err err = {0};
    assert_int_equal(tn_priors_of(&arena, &m->all, n, judged, &p, &err), TN_EDATA);
    assert_string_equal(err.text[TN_EN], want);
}

static void what_is_missing_is_named(void **state)
{
    (void)state;
    static const long flow[9] = {40, 23, 11, 7, 20, 4, 7, 1, 3};
    struct tn_parameter bad[JUDGEMENTS];
    struct made m;
    start(&m);
    refuses(&m, JUDGEMENTS, judgement, "nothing was published of exits, poor");
    add(&m, "a", 2022, flow);
    refuses(&m, 1, judgement, "row planned_odds, near_poor is missing");
    refuses(&m, 3, judgement, "row village_sd, - is missing");
    memcpy(bad, judgement, sizeof bad);
    bad[0].q05 = 9;
    refuses(&m, JUDGEMENTS, bad,
            "planned_odds must give q05, q50, q95 that ascend and are above 0 "
            "(planned_share: q50 alone, from 0 to 1)");
    m.all.rates = 0;
    refuses(&m, JUDGEMENTS, judgement, "nothing was published of Vietnam");
    m.flow[0].newly_poor = TN_UNKNOWN;
    refuses(&m, JUDGEMENTS, judgement, "nothing was published of entry, poor");
}

static void more_exits_than_households_are_an_error(void **state)
{
    (void)state;
    struct tn_published all = {0};
    struct tn_findings findings = {0};
    struct tn_input input = {0};
    char path[] = "/tmp/tn-priors-XXXXXX";
    int fd = mkstemp(path);
    FILE *file = fdopen(fd, "w");
    fputs("area,year,poor_start,exits_total,near_start,near_to_poor\nA,2022,5,6,4,9\n"
          "B,2022,5,5,4,4\n",
          file);
    fclose(file);
    struct tn_reading r = reading_of(&findings, path);
    assert_false(tn_published_flows_read(&r, &all, &input));
    assert_int_equal(findings.errors, 2);
    assert_int_equal(findings.first->line, 2);
    assert_string_equal(findings.first->text.text[TN_EN],
                        "6 households are more than there were at the start of the year "
                        "(5)");
    assert_int_equal(all.flows, 1);
    remove(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_shipped_default_is_what_comes_out),
        cmocka_unit_test(counts_are_those_of_the_file),
        cmocka_unit_test(the_truth_comes_back),
        cmocka_unit_test(one_area_is_integrated_by_hand),
        cmocka_unit_test(doubtful_rows_are_passed_over),
        cmocka_unit_test(what_is_missing_is_named),
        cmocka_unit_test(more_exits_than_households_are_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, done);
}
