/* SPDX-License-Identifier: GPL-3.0-or-later */
/* forecast_oracle.h -- the scenarios of tests/oracle/forecast/ as effects and counts. */
#ifndef TN_TESTS_FORECAST_ORACLE_H
#define TN_TESTS_FORECAST_ORACLE_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tn/num/effects.h"
#include "tn/num/joint.h"

#include "check.h"

enum { PLACES = 11, ROWS = 67 + 57 };

struct scenario {
    const char *name;
    double place_sd, year_sd;
    bool shared;
    bool by_household;   // H: each household has its own logit
};

/* In the order of commune_villages.csv. */
static const struct scenario scenarios[] = {
    {"I", 0, 0, true, false},      {"V", 0.3, 0, true, false},
    {"Y", 0, 0.4, true, false},    {"A", 0.3, 0.4, true, false},
    {"B", 0.3, 0.4, false, false}, {"H", 0.3, 0.4, true, true},
    {"W", 1.0, 1.2, true, false},
};

#define for_scenarios(s)                       \
    for (const struct scenario *s = scenarios; \
         s < scenarios + sizeof scenarios / sizeof *scenarios; s++)

static const double base_logit[4] = {1.2, -2.2, 1.6, -1.5};   // planned, not; poor, near
static const long poor_quota[PLACES] = {2, 0, 3, 3, 3, 1, 2, 2, 0, 0, 7};
static const long near_quota[PLACES] = {1, 1, 0, 4, 6, 3, 6, 5, 2, 4, 3};
static const long poor[PLACES] = {6, 1, 8, 9, 8, 5, 8, 6, 1, 1, 14};
static const long near[PLACES] = {2, 3, 0, 7, 9, 5, 9, 8, 3, 6, 5};

/* A scenario's effects with their arrays; count 0 poor exits, count 1 near-poor exits. */
struct oracle {
    double logit[ROWS];
    struct tn_group group[2][ROWS];
    struct tn_count count[2];
    struct tn_effects effects;
};

static FILE *oracle_file(const char *name)
{
    char path[128];
    snprintf(path, sizeof path, "tests/oracle/forecast/%s", name);
    FILE *file = fopen(path, "r");
    if (!file)
        print_error("cannot read %s\n", path);
    assert_non_null(file);
    return file;
}

static inline void add_group(struct oracle *o, size_t c, struct tn_group group)
{
    o->group[c][o->count[c].groups++] = group;
}

static inline void by_class(struct oracle *o)
{
    memcpy(o->logit, base_logit, sizeof base_logit);
    o->effects.risks = 4;
    for (size_t v = 0; v < PLACES; v++)
        for (size_t c = 0; c < 2; c++) {
            size_t planned = (size_t)(c ? near_quota[v] : poor_quota[v]);
            size_t all = (size_t)(c ? near[v] : poor[v]);
            add_group(o, c, (struct tn_group){v, 2 * c, planned, 0, 1, 0});
            add_group(o, c, (struct tn_group){v, 2 * c + 1, all - planned, 0, 1, 0});
        }
}

/* The households' file has the households of a status by village, ascending. */
static inline void by_household(struct oracle *o)
{
    FILE *file = oracle_file("commune_households.csv");
    char line[256], status[16];
    double logit, z;
    int village, planned, h;

    assert_non_null(fgets(line, sizeof line, file));
    while (fgets(line, sizeof line, file)) {
        assert_int_equal(sscanf(line, "%15[^,],%d,%d,%d,%lf,%lf", status, &h, &village,
                                &planned, &logit, &z),
                         6);
        size_t row = o->effects.risks++;
        o->logit[row] = logit + 0.6 * z;
        add_group(o, strcmp(status, "poor") != 0,
                  (struct tn_group){(size_t)village - 1, row, 1, 0, 1, 0});
    }
    fclose(file);
    assert_int_equal(o->effects.risks, ROWS);
}

static inline struct oracle *oracle_of(struct tn_arena *arena, const struct scenario *s)
{
    struct oracle *o = tn_new(arena, struct oracle, 1);
    o->effects = (struct tn_effects){.year_sd = s->year_sd,
                                     .place_sd = s->place_sd,
                                     .places = PLACES,
                                     .logit = o->logit,
                                     .counts = 2,
                                     .count = o->count};
    if (s->by_household)
        by_household(o);
    else
        by_class(o);
    for (int c = 0; c < 2; c++)
        o->count[c].group = o->group[c];
    return o;
}

/* The value that a file of rows "scenario,...,quantity,value" has for a quantity. */
static inline double summary_value(const char *scenario, const char *quantity)
{
    FILE *file = oracle_file("commune_summary.csv");
    char line[512], name[8], what[64];
    double value;

    while (fgets(line, sizeof line, file))
        if (sscanf(line, "%7[^,],%*[^,],%*[^,],%*[^,],%*[^,],%63[^,],%lf", name, what,
                   &value) == 3 &&
            strcmp(name, scenario) == 0 && strcmp(what, quantity) == 0) {
            fclose(file);
            return value;
        }
    fclose(file);
    fail_msg("no %s for scenario %s", quantity, scenario);
    return 0;
}

/* got agrees with want to an absolute tol. */
static inline void check_abs(double got, double want, double tol, const char *what)
{
    if (fabs(got - want) <= tol)
        return;
    fail_msg("%s is %.17g, want %.17g: off by %.3g, allowed %.3g", what, got, want,
             fabs(got - want), tol);
}

#endif
