/* SPDX-License-Identifier: GPL-3.0-or-later */
/* thoatngheo trend -- indicators across reviews, and where the goals stand. */
#include "drawing.h"
#include "multidim.h"

#include "tn/show/charts_multidim.h"
#include "tn/show/charts_trend.h"
#include "tn/show/show_rates.h"
#include "tn/show/show_trend.h"
#include "tn/words/cli.h"
#include "tn/words/deprivation.h"
#include "tn/words/pictures.h"
#include "tn/words/prevalence.h"
#include "tn/words/rates.h"
#include "tn/words/trend.h"

#include <math.h>
#include <string.h>

static struct cli_multidim opt = {
    .interval = TN_WILSON, .level = 0.95, .adjust = TN_HOLM, .missing = TN_DROP_MISSING};
static int across;
static long from_year;
static const char *rates_file;
static struct cli_list area;

/* clang-format off */
static const struct cli_option options[] = {
    {"level", "LEVEL", {{TN_W_PREVALENCE_OPT_LEVEL}}, CLI_REAL, &opt.level, 0.01, 0.9999},
    {"adjust", "none|holm|bh", {{TN_W_TREND_OPT_ADJUST}}, CLI_CHOICE, &opt.adjust, 0, 0},
    {"across-standards", NULL, {{TN_W_TREND_OPT_ACROSS}}, CLI_FLAG, &across, 0, 0},
    {"households", "FILE", {{TN_W_DEP_OPT_HOUSEHOLDS}}, CLI_TEXT, &opt.households, 0, 0},
    {"rates", "FILE", {{TN_W_RATES_OPT_FILE}}, CLI_TEXT, &rates_file, 0, 0},
    {"area", "NAME", {{TN_W_RATES_OPT_AREA}}, CLI_LIST, &area, 0, 0},
    {"from", "YEAR", {{TN_W_RATES_OPT_FROM}}, CLI_LONG, &from_year, 1900, 2100},
    {"year", "COLUMN", {{TN_W_DEP_OPT_YEAR}}, CLI_TEXT, &opt.year, 0, 0},
    {"rule", "FILE", {{TN_W_DEP_OPT_RULE}}, CLI_TEXT, &opt.rule, 0, 0},
    {"by", "COLUMNS", {{TN_W_DEP_OPT_BY}}, CLI_TEXT, &opt.by, 0, 0},
    {"k", "LIST", {{TN_W_DEP_OPT_K}}, CLI_TEXT, &opt.k, 0, 0},
    {"code", "COLUMN", {{TN_W_DEP_OPT_CODE}}, CLI_TEXT, &opt.code, 0, 0},
    {"weight", "COLUMN", {{TN_W_DEP_OPT_WEIGHT}}, CLI_TEXT, &opt.weight, 0, 0},
    {"stratum", "COLUMN", {{TN_W_DEP_OPT_STRATUM}}, CLI_TEXT, &opt.stratum, 0, 0},
    {"psu", "COLUMN", {{TN_W_DEP_OPT_PSU}}, CLI_TEXT, &opt.psu, 0, 0},
    {"missing", "drop|not-deprived", {{TN_W_DEP_OPT_MISSING}}, CLI_CHOICE, &opt.missing, 0, 0},
    {"fraction", "SHARE", {{TN_W_DEP_OPT_FRACTION}}, CLI_REAL, &opt.fraction, 0, 1},
    {"plot", "FOLDER", {{TN_W_PIC_OPT_PLOT}}, CLI_TEXT, &opt.plot, 0, 0},
    {0}
};
/* clang-format on */

static enum tn_fault of_plan(struct cli_call *call, struct tn_err *err)
{
    struct tn_commune *commune = tn_new(call->arena, struct tn_commune, 1);
    struct tn_trends *trends = tn_new(call->arena, struct tn_trends, 1);
    const struct tn_trend_options how = {opt.level, TN_WILSON,
                                         (enum tn_p_adjustment)opt.adjust};

    enum tn_fault fault = cli_read_plan(call, commune, err);
    if (!fault)
        fault = tn_trends_of(call->arena, commune, &how, trends, err);
    if (fault)
        return fault;
    if (trends->standards_differ && !across)
        return tn_fail(err, TN_EDATA, call->folder[0], TN_W_TREND_STANDARD,
                       trends->break_year);
    tn_show_trend(call->arena, &call->doc, commune, trends, how.adjust);
    if (!opt.plot)
        return TN_OK;
    struct tn_figure figure[TN_TREND_CHARTS];
    size_t n = tn_charts_of_trends(call->arena, (enum tn_lang)call->common.lang, commune,
                                   trends, how.level, figure);
    return cli_draw(call, opt.plot, n, figure, err);
}

/* The years of a file, ascending by name, and what is asked of each pair. */
struct changes {
    struct cli_call *call;
    struct cli_counted *counted;
    struct tn_multidim_options *options;
    struct tn_multidim multidim;
    struct tn_estimate_options estimate;
    struct tn_measure_change *change;
    struct tn_split_row *split;
    size_t changes, splits;
};

static const char *level_text(const struct changes *of, long column, long level)
{
    return of->counted->tally.level[column].text[level];
}

static const struct tn_group *same_group(const struct changes *of,
                                         const struct tn_group *group, long frame)
{
    for (size_t g = 0; g < of->multidim.groups; g++) {
        const struct tn_group *other = &of->multidim.group[g];
        if (other->frame == frame && other->column == group->column &&
            other->level == group->level)
            return other;
    }
    return NULL;
}

/* A year of four digits, or -1. */
static int year_of(const char *text)
{
    int year = 0;

    for (size_t i = 0; i < 4; i++) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        year = 10 * year + (text[i] - '0');
    }
    return text[4] ? -1 : year;
}

/* Names that are no years are one step apart. */
static double years_between(const char *from, const char *to)
{
    int first = year_of(from), last = year_of(to);

    return first < 0 || last <= first ? 1 : last - first;
}

static void add_change(struct changes *of, struct tn_measure_change row,
                       struct tn_view view[2], size_t item)
{
    row.change = tn_estimate_change(&view[0], &view[1], years_between(row.from, row.to),
                                    row.measure, item, &of->estimate);
    row.p = row.change.p_t;
    if (row.measure == TN_UNCENSORED) {
        row.name = of->counted->indicator_name[item];
        row.code = of->counted->indicator_code[item];
    }
    of->change[of->changes++] = row;
}

static void add_split(struct changes *of, const struct tn_measure_change *row,
                      const struct tn_group *before, const struct tn_group *after,
                      size_t k)
{
    const struct tn_group_measures *a = &before->at[k], *b = &after->at[k];
    struct tn_split_row split = {.from = row->from,
                                 .to = row->to,
                                 .by = row->by,
                                 .group = row->group,
                                 .k = row->k};

    split.split = tn_m0_split(a->h.value, a->a.value, b->h.value, b->a.value);
    split.part = (struct tn_group_split){(double)NAN, (double)NAN};
    if (before->column != TN_ANY)
        split.part = tn_group_split(before->population_share.value, a->m0.value,
                                    after->population_share.value, b->m0.value);
    of->split[of->splits++] = split;
}

/* One group between two years. */
static void compare(struct changes *of, const struct tn_group *before,
                    const struct tn_group *after)
{
    struct tn_arena *arena = of->call->arena;
    const struct tn_rule *rule = &of->counted->rule;
    struct tn_mark mark;
    struct tn_measure_change row = {
        .from = level_text(of, of->counted->frames_by, before->frame),
        .to = level_text(of, of->counted->frames_by, after->frame),
        .by = before->column == TN_ANY ? "all" : of->counted->column[before->column],
        .group = before->column == TN_ANY ? "all"
                                          : level_text(of, before->column, before->level),
    };
    mark = tn_arena_mark(arena);
    struct tn_view view[2] = {
        tn_view_of(arena, &of->counted->tally, rule, &before->domain),
        tn_view_of(arena, &of->counted->tally, rule, &after->domain)};
    for (size_t k = 0; k < of->options->cutoffs; k++) {
        static const enum tn_measure three[] = {TN_HEADCOUNT, TN_INTENSITY, TN_M0};
        row.k = of->options->cutoff[k];
        for (size_t m = 0; m < 3; m++) {
            row.measure = three[m];
            tn_view_cut(&view[0], row.k);
            tn_view_cut(&view[1], row.k);
            add_change(of, row, view, 0);
        }
        add_split(of, &row, before, after, k);
    }
    row.measure = TN_UNCENSORED;
    for (size_t j = 0; before->column == TN_ANY && j < rule->indicators; j++)
        add_change(of, row, view, j);
    tn_arena_rewind(arena, mark);
}

static void compare_years(struct changes *of, long from, long to)
{
    for (size_t g = 0; g < of->multidim.groups; g++) {
        const struct tn_group *before = &of->multidim.group[g];
        const struct tn_group *after = before->frame == from ? same_group(of, before, to)
                                                             : NULL;
        if (after)
            compare(of, before, after);
    }
}

static void adjust(struct changes *of)
{
    double *p = tn_new(of->call->arena, double, of->changes);

    for (size_t i = 0; i < of->changes; i++)
        p[i] = of->change[i].p;
    tn_adjust_p(of->call->arena, (enum tn_p_adjustment)opt.adjust, of->changes, p);
    for (size_t i = 0; i < of->changes; i++)
        of->change[i].p = p[i];
}

/* Frames come by name: each is compared with the one before, and the last with the first
 * where there are more than two. */
static enum tn_fault all_changes(struct changes *of, struct tn_err *err)
{
    struct tn_arena *arena = of->call->arena;
    long frame[256];
    size_t n = 0, pairs, rows;

    for (size_t g = 0; g < of->multidim.groups; g++)
        if (of->multidim.group[g].column == TN_ANY && n < 256)
            frame[n++] = of->multidim.group[g].frame;
    if (n < 2)
        return tn_fail(err, TN_EDATA, opt.households, TN_W_TREND_ONE_YEAR_FILE,
                       level_text(of, of->counted->frames_by, frame[0]));
    pairs = n > 2 ? n : 1;
    rows = of->multidim.groups * of->options->cutoffs;
    of->change = tn_new(arena, struct tn_measure_change,
                        pairs * (3 * rows + of->counted->rule.indicators));
    of->split = tn_new(arena, struct tn_split_row, pairs * rows);
    for (size_t f = 1; f < n; f++)
        compare_years(of, frame[f - 1], frame[f]);
    if (n > 2)
        compare_years(of, frame[0], frame[n - 1]);
    adjust(of);
    return TN_OK;
}

static enum tn_fault draw(const struct changes *of, struct tn_err *err)
{
    struct cli_counted *counted = of->counted;
    const struct tn_show_multidim show = {
        .multidim = &of->multidim,
        .column = counted->column,
        .indicator_code = counted->indicator_code,
        .dimension_code = counted->dimension_code,
        .indicator_name = counted->indicator_name,
        .dimension_name = counted->dimension_name,
        .source = opt.households,
        .fraction = opt.fraction,
    };
    struct tn_show_multidim drawn = cli_drawn(of->call, &show);
    struct tn_figure figure[TN_MULTIDIM_CHARTS];
    size_t n = tn_charts_of_multidim(of->call->arena, (enum tn_lang)of->call->common.lang,
                                     &drawn, figure);

    return cli_draw(of->call, opt.plot, n, figure, err);
}

static enum tn_fault of_file(struct cli_call *call, struct tn_err *err)
{
    struct changes *of = tn_new(call->arena, struct changes, 1);
    struct tn_show_changes *show = tn_new(call->arena, struct tn_show_changes, 1);

    if (call->folders)
        return tn_fail(err, TN_EUSAGE, NULL, TN_W_DEP_NO_FOLDER);
    if (!opt.year)
        return tn_fail(err, TN_EUSAGE, NULL, TN_W_TREND_NEEDS_YEAR);
    of->call = call;
    of->counted = tn_new(call->arena, struct cli_counted, 1);
    of->options = tn_new(call->arena, struct tn_multidim_options, 1);
    enum tn_fault fault = cli_count_households(call, &opt, NULL, of->counted, err);
    if (!fault)
        fault = cli_cutoffs(&opt, &of->counted->rule, of->options, err);
    if (fault)
        return fault;
    of->options->columns = of->counted->columns;
    of->options->frames_by = of->counted->frames_by;
    of->options->level = opt.level;
    of->multidim = tn_multidim_of(call->arena, &of->counted->tally, &of->counted->rule,
                                  of->options);
    of->estimate = tn_estimate_options_of(call->arena, &of->counted->tally, opt.level,
                                          TN_WILSON);
    fault = all_changes(of, err);
    if (fault)
        return fault;
    *show = (struct tn_show_changes){opt.households, of->changes,
                                     of->splits,     of->change,
                                     of->split,      (enum tn_p_adjustment)opt.adjust};
    tn_show_changes(call->arena, &call->doc, show);
    return opt.plot ? draw(of, err) : TN_OK;
}

/* The areas that were asked for, each with something to show. */
static enum tn_fault choose(struct tn_rate_trends *trends, struct tn_err *err)
{
    size_t kept = 0;

    for (size_t a = 0; a < area.n; a++) {
        bool known = false;
        for (size_t i = 0; i < trends->n; i++)
            known |= strcmp(trends->series[i].area, area.value[a]) == 0;
        if (!known)
            return tn_fail(err, TN_EDATA, rates_file, TN_W_RATES_NO_AREA, area.value[a]);
    }
    for (size_t i = 0; i < trends->n; i++) {
        bool asked = area.n == 0;
        for (size_t a = 0; a < area.n; a++)
            asked |= strcmp(trends->series[i].area, area.value[a]) == 0;
        if (asked)
            trends->series[kept++] = trends->series[i];
    }
    trends->n = kept;
    return kept ? TN_OK : tn_fail(err, TN_EDATA, rates_file, TN_W_RATES_NONE);
}

static enum tn_fault of_rates(struct cli_call *call, struct tn_err *err)
{
    struct tn_rate_list *rates = tn_new(call->arena, struct tn_rate_list, 1);
    struct tn_rate_trends *trends = tn_new(call->arena, struct tn_rate_trends, 1);

    if (call->folders || opt.households)
        return tn_fail(err, TN_EUSAGE, NULL, TN_W_RATES_ALONE);
    enum tn_fault fault = cli_read_rates(call, rates_file, rates, err);
    if (fault)
        return fault;
    *trends = tn_rate_trends_of(call->arena, rates, (int)from_year);
    fault = choose(trends, err);
    if (fault)
        return fault;
    const char *slash = strrchr(rates_file, '/');
    tn_show_rates(call->arena, &call->doc, slash ? slash + 1 : rates_file, trends);
    if (!opt.plot)
        return TN_OK;
    struct tn_figure figure[TN_RATE_CHARTS];
    size_t n = tn_charts_of_rates(call->arena, (enum tn_lang)call->common.lang, trends,
                                  figure);
    return cli_draw(call, opt.plot, n, figure, err);
}

static enum tn_fault run(struct cli_call *call, struct tn_err *err)
{
    if (!rates_file && (area.n || from_year))
        return tn_fail(err, TN_EUSAGE, NULL, TN_W_RATES_ONLY, area.n ? "area" : "from");
    if (opt.households && !rates_file)
        return of_file(call, err);
    enum tn_fault fault = cli_refuse_columns(&opt, err);
    if (!fault && rates_file)
        return of_rates(call, err);
    if (!fault)
        fault = cli_want_folder(call, err);
    return fault ? fault : of_plan(call, err);
}

const struct cli_command cmd_trend = {
    .name = "trend",
    .group = {{TN_W_GROUP_DEPRIVATION}},
    .summary = {{TN_W_TREND_SUMMARY}},
    .arguments = "PLAN-FOLDER",
    .option = options,
    .run = run,
};
