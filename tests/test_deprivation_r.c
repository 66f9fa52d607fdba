/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracles: tests/oracle/mpi/ (R, exact identification, every measure under five designs);
 * a double loop over households; the decomposition identities. TN_ORACLE_MPI names
 * another folder of the same layout, e.g. the unabridged one. */
#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tn/study/deprivation.h"

enum { YEAR, VILLAGE, STATUS, FIELDS = 80, SETS = 5, FLAGS = 12 };

static const struct set {
    const char *name;
    bool weighted, by_household, complex;
} sets[SETS] = {
    {"a.srs", false, false, false}, {"a.hid", false, true, false},
    {"aw.srs", true, false, false}, {"aw.hid", true, true, false},
    {"aw.cplx", true, false, true},
};

static const char *const flags[FLAGS] = {
    "d_job",   "d_depend", "d_nutri", "d_insur",  "d_adedu",   "d_chsch",
    "d_hqual", "d_harea",  "d_water", "d_toilet", "d_telecom", "d_device",
};

static struct tn_arena arena;

struct line {
    char text[4096];
    size_t fields;
    char *field[FIELDS];
};

static bool next_line(FILE *file, struct line *line)
{
    if (!fgets(line->text, sizeof line->text, file))
        return false;
    line->text[strcspn(line->text, "\r\n")] = '\0';
    line->fields = 0;
    for (char *at = line->text;; at++) {
        assert_true(line->fields < FIELDS);
        line->field[line->fields++] = at;
        at += strcspn(at, ",");
        if (!*at)
            return true;
        *at = '\0';
    }
}

static FILE *oracle(const char *kind, const char *size)
{
    const char *folder = getenv("TN_ORACLE_MPI");
    char path[512];

    snprintf(path, sizeof path, "%s/%s-%s.csv", folder ? folder : "tests/oracle/mpi",
             kind, size);
    FILE *file = fopen(path, "r");
    if (!file)
        fail_msg("cannot read %s", path);
    return file;
}

static void add_year(struct tn_tally *tally, const struct set *set, char *field[],
                     int year)
{
    struct tn_tally_row row = {.weight = set->weighted ? strtod(field[6], NULL) : 1};
    const char *status = *field[2 + year] == 'p' ? "poor" : "near_poor";
    const char *when = year ? "2023" : "2021";

    row.level[YEAR] = tn_tally_level(tally, YEAR, when, 4);
    row.level[VILLAGE] = tn_tally_level(tally, VILLAGE, field[1], strlen(field[1]));
    row.level[STATUS] = tn_tally_level(tally, STATUS, status, strlen(status));
    row.deprived = strtoul(field[7 + year], NULL, 16);
    if (set->by_household)
        row.unit = tn_tally_unit(tally, "", field[0]);
    if (set->complex)
        row.unit = tn_tally_unit(tally, field[4], field[5]);
    tn_tally_add(tally, &row);
}

static struct tn_tally read_households(const struct set *set, const char *size)
{
    struct tn_tally tally = tn_tally_in(&arena, TN_DROP_MISSING);
    FILE *file = oracle("households", size);
    static struct line line;

    next_line(file, &line);
    while (next_line(file, &line))
        for (int year = 0; year < 2; year++)
            add_year(&tally, set, line.field, year);
    fclose(file);
    tn_tally_close(&tally, 0);
    return tally;
}

static long level_of(const struct tn_tally *tally, size_t column, const char *text)
{
    for (size_t i = 0; i < tally->level[column].n; i++)
        if (strcmp(tally->level[column].text[i], text) == 0)
            return (long)i;
    fail_msg("no level %s", text);
    return TN_ANY;
}

static struct tn_domain domain_of(const struct tn_tally *tally, const char *loa,
                                  const char *subgroup, const char *year)
{
    struct tn_domain domain = {{TN_ANY, TN_ANY, TN_ANY, TN_ANY}};

    domain.level[YEAR] = level_of(tally, YEAR, year);
    if (strcmp(loa, "village") == 0)
        domain.level[VILLAGE] = level_of(tally, VILLAGE, subgroup);
    if (strcmp(loa, "status") == 0)
        domain.level[STATUS] = level_of(tally, STATUS, subgroup);
    return domain;
}

/* Views are made once for each set, year and group, not for each line. */
enum { VIEWS = 64 };
struct views {
    size_t n;
    struct {
        char key[64];
        struct tn_view view, rest;
    } known[VIEWS];
};

static void find_view(struct views *views, const struct tn_tally *tally,
                      const struct tn_rule *rule, const char *const name[3],
                      struct tn_view **view, struct tn_view **rest)
{
    char key[64];
    size_t i = 0;

    snprintf(key, sizeof key, "%s %s %s", name[0], name[1], name[2]);
    while (i < views->n && strcmp(views->known[i].key, key) != 0)
        i++;
    if (i == views->n) {
        struct tn_domain domain = domain_of(tally, name[0], name[1], name[2]);
        struct tn_domain frame = domain_of(tally, "all", "all", name[2]);
        assert_true(views->n++ < VIEWS);
        strcpy(views->known[i].key, key);
        views->known[i].view = tn_view_with_rest(&arena, tally, rule, &domain, &frame,
                                                 &views->known[i].rest);
    }
    *view = &views->known[i].view;
    *rest = &views->known[i].rest;
}

static const struct {
    const char *name;
    enum tn_measure measure;
} measures[] = {
    {"hd", TN_UNCENSORED},
    {"hdk", TN_CENSORED},
    {"H", TN_HEADCOUNT},
    {"A", TN_INTENSITY},
    {"M0", TN_M0},
    {"actb", TN_ABSOLUTE},
    {"pctb", TN_PERCENT},
    {"pctb_dim", TN_PERCENT_DIMENSION},
    {"popshare", TN_POPULATION_SHARE},
    {"grpctb", TN_GROUP_SHARE},
};

static enum tn_measure measure_of(const char *name)
{
    for (size_t i = 0; i < sizeof measures / sizeof *measures; i++)
        if (strcmp(measures[i].name, name) == 0)
            return measures[i].measure;
    fail_msg("no measure %s", name);
    return TN_AF_MEASURES;
}

static size_t item_of(const char *name)
{
    if (strncmp(name, "dim", 3) == 0)
        return (size_t)(name[3] - '1');
    for (size_t j = 0; j < FLAGS; j++)
        if (strcmp(flags[j], name) == 0)
            return j;
    return 0;
}

/* What the oracle itself lacks: R's qt(0.975, 123) is off by 8.2e-14 (found with 40
 * digits), its sums over 20,000 rows by up to 1e-13. */
static const double R_QUANTILE = 1e-13, R_SUM = 2e-13;

static size_t agreed, claims;

/* The file prints 12 digits: half a unit of the twelfth, and 4 eps for what is 0 but for
 * rounding. A blank is an undefined number; slack is what either side's last operation
 * amplifies. */
static void agree(const struct line *line, const char *column, const char *printed,
                  double got, double slack)
{
    if (strcmp(printed, "-") == 0)
        return;
    claims++;
    double want = *printed ? strtod(printed, NULL) : (double)NAN;
    double half = want < 0 || want > 0 ? 0.5 * pow(10, floor(log10(fabs(want))) - 11) : 0;
    double near = half * 1.0001 + 4 * DBL_EPSILON + slack;
    if ((isnan(got) && isnan(want)) || fabs(got - want) <= near) {
        agreed++;
        return;
    }
    for (size_t i = 0; i < 7; i++)
        print_error("%s ", line->field[i]);
    print_error("%s: %.15g, want %s (off by %.2g, allowed %.2g)\n", column, got, printed,
                fabs(got - want), near);
}

struct bench {
    struct tn_tally tally;
    struct views views;
    struct tn_estimate_options options;
};

static struct bench *benches(const char *size)
{
    struct bench *bench = tn_new(&arena, struct bench, SETS);

    for (size_t s = 0; s < SETS; s++) {
        bench[s].tally = read_households(&sets[s], size);
        bench[s].options = tn_estimate_options_of(&arena, &bench[s].tally, 0.95,
                                                  TN_WILSON);
    }
    return bench;
}

/* Columns are named "se.aw.hid": the set is behind the first point. */
static size_t set_of(const char *column)
{
    const char *name = strchr(column, '.') + 1;

    for (size_t s = 0; s < SETS; s++)
        if (strcmp(sets[s].name, name) == 0)
            return s;
    fail_msg("no set %s", name);
    return SETS;
}

static bool is(const char *column, const char *name)
{
    return strncmp(column, name, strlen(name)) == 0 && column[strlen(name)] == '.';
}

static void judge_level(const struct line *line, const char *column, const char *printed,
                        const struct tn_estimate *of, bool whole)
{
    double far = tn_t_within(0.95, of->df) * of->se;
    struct tn_interval logit = tn_interval_logit(of->value, of->se,
                                                 tn_t_within(0.95, of->df));
    struct tn_interval wilson = {(double)NAN, (double)NAN},
                       exact = {(double)NAN, (double)NAN};
    bool end = of->value <= 0 || of->value >= 1;

    if (whole) {
        wilson = tn_interval_binomial(TN_WILSON, of->count, of->n, 0.95);
        exact = tn_interval_binomial(TN_CLOPPER_PEARSON, of->count, of->n, 0.95);
    }
    const struct {
        const char *name;
        double got;
    } columns[] = {
        {"b", of->value},
        {"se", of->se},
        {"df", of->df},
        {"wald_t_lo", of->value - far},
        {"wald_t_hi", of->value + far},
        {"logit_t_lo", end ? (double)NAN : logit.low},
        {"logit_t_hi", end ? (double)NAN : logit.high},
        {"wilson_lo", wilson.low},
        {"wilson_hi", wilson.high},
        {"cp_lo", exact.low},
        {"cp_hi", exact.high},
    };
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
        if (is(column, columns[i].name))
            agree(line, column, printed, columns[i].got, far > 0 ? R_QUANTILE * far : 0);
}

static struct tn_cutoff twelfths(const char *k)
{
    return (struct tn_cutoff){*k ? strtol(k, NULL, 10) : 1, 12};
}

static void judge_levels(const char *size)
{
    static struct line head, line;
    struct tn_rule rule = tn_rule_equal(FLAGS, 6);
    struct bench *bench = benches(size);
    FILE *file = oracle("levels", size);

    next_line(file, &head);
    while (next_line(file, &line)) {
        struct tn_estimate of[SETS];
        enum tn_measure measure = measure_of(line.field[4]);
        for (size_t s = 0; s < SETS; s++) {
            struct tn_view *view, *rest;
            const char *const name[] = {line.field[1], line.field[2], line.field[3]};
            find_view(&bench[s].views, &bench[s].tally, &rule, name, &view, &rest);
            tn_view_cut(view, twelfths(line.field[0]));
            tn_view_cut(rest, twelfths(line.field[0]));
            bool framed = measure == TN_POPULATION_SHARE || measure == TN_GROUP_SHARE;
            of[s] = tn_estimate(view, framed ? rest : NULL, measure,
                                item_of(line.field[5]), &bench[s].options);
            assert_int_equal(of[s].n, strtol(line.field[6], NULL, 10));
        }
        for (size_t f = 7; f < line.fields; f++) {
            size_t s = set_of(head.field[f]);
            bool whole = s == 0 && of[s].count >= 0 && measure != TN_POPULATION_SHARE;
            judge_level(&line, head.field[f], line.field[f], &of[s], whole);
        }
    }
    fclose(file);
}

static void judge_change(const struct line *line, const char *column, const char *printed,
                         const struct tn_change_estimate *of)
{
    /* Ratios to a small first value blow up what rounding left of the change; a tail's
     * relative error is z^2 times that of z. */
    double ratio = R_SUM * (of->ratio_se + DBL_EPSILON / R_SUM * 8);
    double growth = R_SUM * (of->growth_se + DBL_EPSILON / R_SUM * 8);
    double slope = R_SUM * fabs(of->z) + 8 * DBL_EPSILON;
    double tail = R_SUM * (1 + of->z * of->z);

    if (of->change_se <= 0 && *printed && strchr("zp", *column))
        return;   // no error, no test; the oracle divides by what rounding left

    const struct {
        const char *name;
        double got, slack;
    } columns[] = {
        {"abs", of->change, 0},     {"abs_se", of->change_se, R_SUM * of->change_se},
        {"abs_ann", of->yearly, 0}, {"abs_ann_se", of->yearly_se, R_SUM * of->yearly_se},
        {"rel", of->ratio, 0},      {"rel_se", of->ratio_se, ratio},
        {"rel_ann", of->growth, 0}, {"rel_ann_se", of->growth_se, growth},
        {"z", of->z, slope},        {"p_normal", of->p_normal, tail * of->p_normal},
        {"df", of->df, 0},          {"p_t", of->p_t, tail * of->p_t},
    };
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
        if (is(column, columns[i].name))
            agree(line, column, printed, columns[i].got, columns[i].slack);
}

static void judge_changes(const char *size)
{
    static struct line head, line;
    struct tn_rule rule = tn_rule_equal(FLAGS, 6);
    struct bench *bench = benches(size);
    FILE *file = oracle("changes", size);

    next_line(file, &head);
    while (next_line(file, &line)) {
        struct tn_change_estimate of[SETS];
        for (size_t s = 0; s < SETS; s++) {
            struct tn_view *view[2], *rest;
            for (int year = 0; year < 2; year++) {
                const char *const name[] = {line.field[1], line.field[2],
                                            year ? "2023" : "2021"};
                find_view(&bench[s].views, &bench[s].tally, &rule, name, &view[year],
                          &rest);
                tn_view_cut(view[year], twelfths(line.field[0]));
            }
            of[s] = tn_estimate_change(view[0], view[1], 2, measure_of(line.field[3]),
                                       item_of(line.field[4]), &bench[s].options);
        }
        for (size_t f = 5; f < line.fields; f++)
            judge_change(&line, head.field[f], line.field[f], &of[set_of(head.field[f])]);
    }
    fclose(file);
}

static void every_estimate_agrees_with_r(void **state)
{
    (void)state;
    agreed = claims = 0;
    judge_levels("124");
    judge_levels("10000");
    print_message("%zu of %zu numbers agree\n", agreed, claims);
    assert_true(claims > 40000);
    assert_int_equal(agreed, claims);
}

static void every_change_agrees_with_r(void **state)
{
    (void)state;
    agreed = claims = 0;
    judge_changes("124");
    judge_changes("10000");
    print_message("%zu of %zu numbers agree\n", agreed, claims);
    assert_true(claims > 10000);
    assert_int_equal(agreed, claims);
}

static int give_back(void **state)
{
    (void)state;
    tn_arena_free(&arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest deprivation[] = {
        cmocka_unit_test_teardown(every_estimate_agrees_with_r, give_back),
        cmocka_unit_test_teardown(every_change_agrees_with_r, give_back),
    };
    return cmocka_run_group_tests(deprivation, NULL, NULL);
}
