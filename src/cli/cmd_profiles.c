/* SPDX-License-Identifier: GPL-3.0-or-later */
/* thoatngheo profiles -- which deprivations may meet in one household, and what a service
 * measure changes. */
#include "cli.h"

#include "tn/base/decimal.h"
#include "tn/base/fold.h"
#include "tn/show/show_profiles.h"
#include "tn/study/prevalence.h"
#include "tn/words/cli.h"
#include "tn/words/profiles.h"

#include <string.h>

/* Counting with more states than this is slower than trades, and takes 40 MB. */
enum { BUDGET = 400000, POOR_LEAST = 3, NEAR_POOR_MOST = 2 };

static struct {
    struct cli_list measure;
    long samples;
    int trades;
} opt = {.samples = 10000};

/* clang-format off */
static const struct cli_option options[] = {
    {"measure", "MEASURE", {{TN_W_PROFILES_OPT_MEASURE}}, CLI_LIST, &opt.measure, 0, 0},
    {"samples", "N", {{TN_W_PROFILES_OPT_SAMPLES}}, CLI_LONG, &opt.samples, 16, 1e8},
    {"trades", NULL, {{TN_W_PROFILES_OPT_TRADES}}, CLI_FLAG, &opt.trades, 0, 0},
    {0}
};
/* clang-format on */

static const char *nearest_indicator(struct tn_arena *arena, const char *name)
{
    const char *code[TN_INDICATORS];
    size_t best = 0, least = (size_t)-1;

    for (size_t j = 0; j < TN_INDICATORS; j++) {
        code[j] = tn_indicator_vocab[j].code;
        size_t far = tn_fold_distance(tn_fold_key(arena, strlen(name), name), code[j]);
        if (far < least) {
            least = far;
            best = j;
        }
    }
    return code[best];
}

/* "100%" or "1" or "0.9". */
static bool read_coverage(size_t len, const char *text, double *share)
{
    bool percent = len && text[len - 1] == '%';

    if (!tn_decimal_read(len - percent, text, '.', 0, share, NULL))
        return false;
    *share = percent ? *share / 100 : *share;
    return *share <= 1;
}

static enum tn_fault read_measure(struct cli_call *call, const char *text,
                                  struct tn_measure_goal *goal, struct tn_err *err)
{
    const char *equal = strchr(text, '='), *colon = equal ? strchr(equal, ':') : NULL;

    if (!equal)
        return tn_fail(err, TN_EUSAGE, NULL, TN_W_PROFILES_BAD_MEASURE, text);
    const char *name = tn_arena_text(call->arena, text, (size_t)(equal - text));
    goal->indicator = tn_vocab_find(TN_INDICATORS, tn_indicator_vocab, name);
    if (goal->indicator == TN_INDICATORS)
        return tn_fail(err, TN_EUSAGE, NULL, TN_W_PROFILES_BAD_INDICATOR, name,
                       nearest_indicator(call->arena, name));
    if (colon && strcmp(colon, ":poor") != 0)
        return tn_fail(err, TN_EUSAGE, NULL, TN_W_PROFILES_ONLY_POOR);
    size_t len = colon ? (size_t)(colon - equal - 1) : strlen(equal + 1);
    if (!read_coverage(len, equal + 1, &goal->coverage))
        return tn_fail(err, TN_EUSAGE, NULL, TN_W_PROFILES_BAD_COVERAGE,
                       tn_arena_text(call->arena, equal + 1, len));
    return TN_OK;
}

static enum tn_fault read_measures(struct cli_call *call, struct tn_show_profiles *show,
                                   struct tn_err *err)
{
    struct tn_measure_goal *goal = tn_new(call->arena, struct tn_measure_goal,
                                          opt.measure.n + 1);

    for (size_t g = 0; g < opt.measure.n; g++) {
        enum tn_fault fault = read_measure(call, opt.measure.value[g], &goal[g], err);
        if (fault)
            return fault;
        for (size_t i = 0; i < g; i++)
            if (goal[i].indicator == goal[g].indicator)
                return tn_fail(err, TN_EUSAGE, NULL, TN_W_PROFILES_TWICE,
                               tn_indicator_vocab[goal[g].indicator].code);
    }
    show->goals = opt.measure.n;
    show->goal = goal;
    show->goal_text = opt.measure.value;
    return TN_OK;
}

/* The margin of a status in the year; rows 0 where one count is not certain. */
static struct tn_margin margin_of(struct cli_call *call,
                                  const struct tn_prevalences *found,
                                  enum tn_status status, int year)
{
    long *sum = tn_new(call->arena, long, TN_INDICATORS), households = 0;
    struct tn_margin none = {0};
    size_t known = 0;

    for (size_t i = 0; i < found->rows; i++) {
        const struct tn_prevalence *row = &found->row[i];
        if (row->status != status || row->year != year)
            continue;
        if (row->deprived.low != row->deprived.high || row->deprived.low < 0 ||
            (households && row->households != households))
            return none;
        households = row->households;
        sum[row->indicator] = row->deprived.low;
        known++;
    }
    if (known != TN_INDICATORS || households <= 0)
        return none;
    return (struct tn_margin){(size_t)households, TN_INDICATORS, sum,
                              status == TN_POOR ? POOR_LEAST : 0,
                              status == TN_POOR ? TN_INDICATORS : NEAR_POOR_MOST};
}

static struct tn_profile profile_of(struct cli_call *call, const struct tn_margin *margin,
                                    size_t goals, const struct tn_measure_goal *goal)
{
    struct tn_profile_question question = {
        .margin = *margin,
        .fall = POOR_LEAST,
        .goals = goals,
        .goal = goal,
        .seed = (uint64_t)call->common.seed,
        .draws = (size_t)opt.samples,
        .budget = opt.trades ? 0 : BUDGET,
    };
    return tn_profile_of(call->arena, &question);
}

static enum tn_fault relieve(struct cli_call *call, struct tn_show_profiles *show,
                             struct tn_err *err)
{
    struct tn_profile *alone = tn_new(call->arena, struct tn_profile, show->goals);
    struct tn_relief *relief = tn_new(call->arena, struct tn_relief, 1);
    struct tn_forecast_options forecast = {
        .method = call->common.method == CLI_EXACT ? TN_EXACT : TN_CONDITIONAL,
        .seed = (unsigned long)call->common.seed,
        .threads = (int)call->common.threads,
    };
    struct tn_model model;

    for (size_t g = 0; g < show->goals; g++)
        alone[g] = profile_of(call, &show->margin[TN_POOR], 1, &show->goal[g]);
    show->alone = alone;
    enum tn_fault fault = cli_read_model(call, show->commune, &model, err);
    if (!fault)
        fault = tn_relief_of(call->arena,
                             &(struct tn_relief_question){show->commune, &model,
                                                          &forecast,
                                                          show->profile[TN_POOR].q50},
                             relief, err);
    show->relief = relief;
    return fault;
}

static enum tn_fault run(struct cli_call *call, struct tn_err *err)
{
    struct tn_commune *commune = tn_new(call->arena, struct tn_commune, 1);
    struct tn_show_profiles *show = tn_new(call->arena, struct tn_show_profiles, 1);

    enum tn_fault fault = cli_read_plan(call, commune, err);
    if (!fault)
        fault = read_measures(call, show, err);
    if (fault)
        return fault;
    show->commune = commune;
    show->year = commune->base_year;
    struct tn_prevalences found = tn_prevalence_of(call->arena, commune, TN_WILSON, 0.95);
    for (int s = 0; s < TN_STATUSES; s++) {
        bool poor = s == TN_POOR;
        show->margin[s] = margin_of(call, &found, (enum tn_status)s, commune->base_year);
        show->possible[s] = show->margin[s].rows && tn_margin_possible(&show->margin[s]);
        if (show->possible[s])
            show->profile[s] = profile_of(call, &show->margin[s], poor ? show->goals : 0,
                                          poor ? show->goal : NULL);
    }
    if (!show->margin[TN_POOR].rows)
        return tn_fail(err, TN_EDATA, call->folder[0], TN_W_PROFILES_NO_MARGINS,
                       commune->base_year);
    if (show->goals && show->possible[TN_POOR])
        fault = relieve(call, show, err);
    if (fault)
        return fault;
    call->doc.source.seed = call->common.seed;
    tn_show_profiles(call->arena, &call->doc, show);
    return TN_OK;
}

const struct cli_command cmd_profiles = {
    .name = "profiles",
    .group = {{TN_W_GROUP_DEPRIVATION}},
    .summary = {{TN_W_PROFILES_SUMMARY}},
    .arguments = "PLAN-FOLDER",
    .option = options,
    .run = run,
};
