/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/data/published.h"

#include "tn/data/grow.h"
#include "tn/data/table.h"
#include "tn/words/priors.h"

#include <math.h>
#include <string.h>

/* Headings are the machine names: nobody fills these files in by hand. */
#define PLAIN(name, kind, needed, low, high)                                            \
    {                                                                                   \
        name, kind, needed, needed, low, high, 0, NULL, {{name, name}}, {{NULL}}, NULL, \
            NULL                                                                        \
    }
#define NAME(name) PLAIN(name, TN_K_NAME, true, 0, 0)
#define TEXT(name) PLAIN(name, TN_K_TEXT, false, 0, 0)
#define YEAR(name) PLAIN(name, TN_K_YEAR, true, 1900, 2100)
#define COUNT(name) PLAIN(name, TN_K_COUNT, false, 0, TN_COUNT_LIMIT)
#define RATE(name) PLAIN(name, TN_K_NUMBER, false, 0, 100)

/* clang-format off */
enum {
    F_AREA, F_LEVEL, F_YEAR, F_POOR_START, F_EXITS, F_TO_NEAR, F_TO_NONPOOR, F_NEAR_TO_POOR,
    F_RELAPSE, F_NEWLY_POOR, F_NEAR_START, F_NEAR_EXITS, F_NEAR_END, F_CONFIDENCE,
    F_READ, F_COLUMNS = F_READ + 11
};
static const struct tn_field flow_column[F_COLUMNS] = {
    NAME("area"), TEXT("level"), YEAR("year"), COUNT("poor_start"), COUNT("exits_total"),
    COUNT("poor_to_near"), COUNT("poor_to_nonpoor"), COUNT("near_to_poor"), COUNT("relapse"),
    COUNT("newly_poor"), COUNT("near_start"), COUNT("near_exits"), COUNT("near_end"),
    TEXT("confidence"),
    TEXT("other_decrease"), TEXT("other_increase"), TEXT("poor_end"), TEXT("net_share"),
    TEXT("gross_exit_share"), TEXT("inflow_over_start"), TEXT("inflow_over_exits"),
    TEXT("near_landing_share"), TEXT("source"), TEXT("standard"), TEXT("note"),
};
enum { P_AREA, P_BASE, P_TARGET, P_TARGET_PP, P_BASE_RATE, P_READ, P_COLUMNS = P_READ + 12 };
static const struct tn_field plan_column[P_COLUMNS] = {
    NAME("area"), COUNT("base_poor"), COUNT("target_exit"), RATE("target_pp"),
    RATE("base_rate"),
    TEXT("level"), TEXT("year"), TEXT("actual_exit"), TEXT("source"), TEXT("group"),
    TEXT("actual_pp"), TEXT("achieved_over_target"), TEXT("met"), TEXT("status"),
    TEXT("standard"), TEXT("confidence"), TEXT("note"),
};
enum { R_AREA, R_YEAR, R_POOR, R_NEAR_POOR, R_STANDARD, R_READ, R_COLUMNS = R_READ + 7 };
static const struct tn_field rate_column[R_COLUMNS] = {
    NAME("province"), YEAR("year"), RATE("poor_rate"), RATE("near_poor_rate"),
    TEXT("standard"),
    TEXT("poor_hh"), TEXT("near_poor_hh"), TEXT("source"), TEXT("households"),
    TEXT("status"), TEXT("confidence"), TEXT("note"),
};
static const struct tn_file_schema
    flow_schema = {"transitions.csv", true, {{TN_W_PRIORS_FLOWS}}, {{NULL}}, F_COLUMNS, flow_column, NULL},
    plan_schema = {"plan_outcome.csv", true, {{TN_W_PRIORS_PLANS}}, {{NULL}}, P_COLUMNS, plan_column, NULL},
    rate_schema = {"area_year.csv", true, {{TN_W_PRIORS_RATES}}, {{NULL}}, R_COLUMNS, rate_column, NULL};
/* clang-format on */

struct published {
    struct tn_reading *reading;
    struct tn_published *into;
};

/* Exits and starts that cannot be are errors: a share above 1 fits no law. */
static bool whole(const struct published *p, const struct tn_published_flow *f)
{
    size_t before = p->reading->errors;

    for (int s = 0; s < TN_STATUSES; s++)
        if (f->start[s] != TN_UNKNOWN && f->exits[s] > f->start[s])
            TN_FIND(p->reading, TN_ERROR, f->line, 0, TN_W_PRIORS_EXITS, f->exits[s],
                    f->start[s]);
    long near = f->start[TN_NEAR_POOR], left = f->exits[TN_NEAR_POOR];
    long stay = near - (left == TN_UNKNOWN ? 0 : left);
    if (near != TN_UNKNOWN && stay >= 0 && f->near_to_poor > stay)
        TN_FIND(p->reading, TN_ERROR, f->line, 0, TN_W_PRIORS_EXITS, f->near_to_poor,
                near);
    return p->reading->errors == before;
}

static bool take_flow(void *context, const struct tn_record *record)
{
    struct published *p = context;
    const struct tn_value *v = record->value;

    if (record->errors)
        return true;
    struct tn_published_flow f = {
        .line = record->line,
        .area = tn_value_kept(p->reading, &v[F_AREA]),
        .level = tn_value_kept(p->reading, &v[F_LEVEL]),
        .year = (int)v[F_YEAR].count,
        .doubtful = strcmp(tn_value_kept(p->reading, &v[F_CONFIDENCE]), "low") == 0,
        .start = {v[F_POOR_START].count, v[F_NEAR_START].count},
        .exits = {v[F_EXITS].count, v[F_NEAR_EXITS].count},
        .near_end = v[F_NEAR_END].count,
        .to_near_poor = v[F_TO_NEAR].count,
        .to_nonpoor = v[F_TO_NONPOOR].count,
        .near_to_poor = v[F_NEAR_TO_POOR].count,
        .relapse = v[F_RELAPSE].count,
        .newly_poor = v[F_NEWLY_POOR].count,
    };
    if (!whole(p, &f))
        return true;
    tn_grow(p->reading->arena, struct tn_published_flow, p->into->flow, p->into->flows);
    p->into->flow[p->into->flows++] = f;
    return true;
}

static bool take_plan(void *context, const struct tn_record *record)
{
    struct published *p = context;
    const struct tn_value *v = record->value;
    double base = (double)v[P_BASE].count, target = (double)v[P_TARGET].count;
    double points = v[P_TARGET_PP].number.value, rate = v[P_BASE_RATE].number.value;

    if (record->errors)
        return true;
    struct tn_published_plan plan = {.line = record->line,
                                     .area = tn_value_kept(p->reading, &v[P_AREA]),
                                     .share = base > 0 && target >= 0 ? target / base
                                                                      : points / rate};
    tn_grow(p->reading->arena, struct tn_published_plan, p->into->plan, p->into->plans);
    p->into->plan[p->into->plans++] = plan;
    return true;
}

static bool take_rate(void *context, const struct tn_record *record)
{
    struct published *p = context;
    const struct tn_value *v = record->value;

    if (record->errors)
        return true;
    struct tn_published_rate rate = {
        .line = record->line,
        .area = tn_value_kept(p->reading, &v[R_AREA]),
        .standard = tn_value_kept(p->reading, &v[R_STANDARD]),
        .year = (int)v[R_YEAR].count,
        .share = {v[R_POOR].number.value / 100, v[R_NEAR_POOR].number.value / 100},
    };
    tn_grow(p->reading->arena, struct tn_published_rate, p->into->rate, p->into->rates);
    p->into->rate[p->into->rates++] = rate;
    return true;
}

static bool read_as(const struct tn_file_schema *schema, tn_record_fn *take,
                    struct tn_reading *reading, struct tn_published *into,
                    struct tn_input *input)
{
    struct published p = {reading, into};
    const struct tn_table_reader reader = {take, &p};

    return tn_table_read(reading, schema, &reader, input);
}

bool tn_published_flows_read(struct tn_reading *reading, struct tn_published *into,
                             struct tn_input *input)
{
    return read_as(&flow_schema, take_flow, reading, into, input);
}

bool tn_published_plans_read(struct tn_reading *reading, struct tn_published *into,
                             struct tn_input *input)
{
    return read_as(&plan_schema, take_plan, reading, into, input);
}

bool tn_published_rates_read(struct tn_reading *reading, struct tn_published *into,
                             struct tn_input *input)
{
    return read_as(&rate_schema, take_rate, reading, into, input);
}
