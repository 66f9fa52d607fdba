/* SPDX-License-Identifier: GPL-3.0-or-later */
/* thoatngheo track -- the year's end given the reports so far. */
#include "drawing.h"

#include "tn/base/decimal.h"
#include "tn/show/charts_advice.h"
#include "tn/show/show_track.h"
#include "tn/words/cli.h"
#include "tn/words/pictures.h"
#include "tn/words/track.h"

#include <string.h>

static const char *as_of, *curve, *plot;
static struct cli_list past;

/* clang-format off */
static const struct cli_option options[] = {
    {"as-of", "DATE",   {{TN_W_OPT_AS_OF}}, CLI_TEXT, &as_of, 0, 0},
    {"curve", "A,B",    {{TN_W_OPT_CURVE}}, CLI_TEXT, &curve, 0, 0},
    {"past",  "FOLDER", {{TN_W_OPT_PAST}},  CLI_LIST, &past,  0, 0},
    {"plot",  "FOLDER", {{TN_W_PIC_OPT_PLOT}}, CLI_TEXT, &plot, 0, 0},
    {0}
};
/* clang-format on */

static bool digits(const char *text, size_t n, int *value)
{
    *value = 0;
    for (size_t i = 0; i < n; i++) {
        if (text[i] < '0' || text[i] > '9')
            return false;
        *value = 10 * *value + (text[i] - '0');
    }
    return true;
}

/* 2024-06-30, in the plan year. */
static enum tn_fault read_date(const struct tn_commune *commune,
                               struct tn_track_options *track, struct tn_err *err)
{
    static const int days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int year, month, day;

    if (!as_of)
        return TN_OK;
    if (strlen(as_of) != 10 || as_of[4] != '-' || as_of[7] != '-' ||
        !digits(as_of, 4, &year) || !digits(as_of + 5, 2, &month) ||
        !digits(as_of + 8, 2, &day) || year != commune->plan_year || month < 1 ||
        month > 12 || day < 1 || day > days[month - 1])
        return tn_fail(err, TN_EUSAGE, NULL, TN_W_TRACK_DATE, commune->plan_year, as_of);
    track->month = month;
    track->day = day;
    return TN_OK;
}

static enum tn_fault read_curve(struct tn_curve *to, struct tn_err *err)
{
    const char *comma = strchr(curve, ',');

    if (!comma ||
        !tn_decimal_read((size_t)(comma - curve), curve, '.', 0, &to->a, NULL) ||
        !tn_decimal_read(strlen(comma + 1), comma + 1, '.', 0, &to->b, NULL) ||
        !(to->a > 0 && to->b > 0 && to->a <= 1000 && to->b <= 1000))
        return tn_fail(err, TN_EUSAGE, NULL, TN_W_TRACK_CURVE, curve);
    return TN_OK;
}

static enum tn_fault fit_curve(struct cli_call *call, struct tn_curve *to,
                               struct tn_err *err)
{
    struct tn_commune *year = tn_new(call->arena, struct tn_commune, past.n);
    const struct tn_commune **list = tn_new(call->arena, const struct tn_commune *,
                                            past.n);
    struct tn_read_options how = {.encoding = call->common.encoding,
                                  .max_mib = call->common.max_mib};

    for (size_t i = 0; i < past.n; i++) {
        enum tn_fault fault = tn_commune_read(call->arena, past.value[i], &how, &year[i],
                                              &call->findings, err);
        if (fault)
            return fault;
        cli_note_inputs(call, year[i].inputs, year[i].input);
        list[i] = &year[i];
    }
    return tn_curve_fit(past.n, list, to) ? TN_OK
                                          : tn_fail(err, TN_EDATA, NULL, TN_W_TRACK_PAST);
}

static enum tn_fault find_curve(struct cli_call *call, struct tn_curve *to,
                                struct tn_err *err)
{
    *to = tn_curve_default;
    return curve ? read_curve(to, err) : past.n ? fit_curve(call, to, err) : TN_OK;
}

static enum tn_fault run(struct cli_call *call, struct tn_err *err)
{
    struct tn_commune *commune = tn_new(call->arena, struct tn_commune, 1);
    struct tn_track *track = tn_new(call->arena, struct tn_track, 1);
    struct tn_show_track *show = tn_new(call->arena, struct tn_show_track, 1);
    struct tn_track_options how = {.forecast = {.method = call->common.method == CLI_EXACT
                                                              ? TN_EXACT
                                                              : TN_CONDITIONAL,
                                                .seed = (unsigned long)call->common.seed,
                                                .threads = (int)call->common.threads}};
    struct tn_model model;

    enum tn_fault fault = cli_read_plan(call, commune, err);
    if (!fault)
        fault = cli_read_model(call, commune, &model, err);
    if (!fault)
        fault = read_date(commune, &how, err);
    if (!fault)
        fault = find_curve(call, &how.curve, err);
    if (!fault)
        fault = tn_track_of(call->arena, commune, &model, &how, track, err);
    if (fault)
        return fault;
    *show = (struct tn_show_track){commune, track};
    if (track->at[0].forecast.method == TN_CONDITIONAL)
        call->doc.source.seed = call->common.seed;
    tn_show_track(call->arena, &call->doc, show);
    if (!plot)
        return TN_OK;
    struct tn_figure figure[TN_ADVICE_CHARTS];
    size_t n = tn_charts_of_track(call->arena, (enum tn_lang)call->common.lang, commune,
                                  track, figure);
    return cli_draw(call, plot, n, figure, err);
}

const struct cli_command cmd_track = {
    .name = "track",
    .group = {{TN_W_GROUP_FORECAST}},
    .summary = {{TN_W_TRACK_SUMMARY}},
    .arguments = "PLAN-FOLDER",
    .option = options,
    .run = run,
};
