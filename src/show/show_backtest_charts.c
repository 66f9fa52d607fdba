/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/show/show_backtest.h"

#include "tn/words/backtest.h"

#include <math.h>

static const double CLOSE = 0.05;   // said and met so near are the same

/* Mean probability said, and share met, over all quotas. */
static void said_and_met(const struct tn_backtest_scores *scores, double *said,
                         double *met)
{
    double n = (double)scores->with_quota;

    *said = *met = 0;
    for (size_t b = 0; b < TN_PIT_BINS; b++) {
        const struct tn_bin *bin = &scores->bin[b];
        if (!bin->n)
            continue;
        *said += bin->forecast * (double)bin->n / n;
        *met += bin->happened * (double)bin->n / n;
    }
}

static struct tn_frame reliability_frame(struct tn_arena *arena, enum tn_lang lang,
                                         const struct tn_backtest *b)
{
    double said, met;
    said_and_met(&b->areas, &said, &met);
    const char *of_said = tn_say_share(arena, lang, said, 0);
    const char *of_met = tn_say_share(arena, lang, met, 0);
    struct tn_frame frame = {
        .lang = lang,
        .name = "backtest-reliability",
        .what = tn_say(arena, lang, TN_W_BACKTEST_CH_WHAT, b->first, b->last),
        .source = tn_say(arena, lang, TN_W_BACKTEST_CH_SOURCE),
        .description = tn_say(arena, lang, TN_W_BACKTEST_CH_DESCRIPTION,
                              b->areas.with_quota, of_said, of_met,
                              tn_say_real(arena, lang, b->areas.quota.brier, 3)),
    };

    if (fabs(said - met) <= CLOSE)
        frame.finding = tn_say(arena, lang, TN_W_BACKTEST_CH_WELL, of_said, of_met);
    else if (!b->areas.off)
        frame.finding = tn_say(arena, lang, TN_W_BACKTEST_CH_UNSURE, of_said, of_met);
    else if (said > met)
        frame.finding = tn_say(arena, lang, TN_W_BACKTEST_CH_HIGH, of_said, of_met);
    else
        frame.finding = tn_say(arena, lang, TN_W_BACKTEST_CH_LOW, of_said, of_met);
    return frame;
}

static struct tn_figure reliability(struct tn_arena *arena, enum tn_lang lang,
                                    const struct tn_backtest *b)
{
    struct tn_frame frame = reliability_frame(arena, lang, b);
    double said[TN_PIT_BINS], met[TN_PIT_BINS], low[TN_PIT_BINS], high[TN_PIT_BINS];
    const char *text[TN_PIT_BINS];
    size_t n = 0;

    for (size_t i = 0; i < TN_PIT_BINS; i++) {
        const struct tn_bin *bin = &b->areas.bin[i];
        if (!bin->n)
            continue;
        said[n] = bin->forecast, met[n] = bin->happened;
        low[n] = b->areas.range[i].low, high[n] = b->areas.range[i].high;
        text[n++] = tn_say_count(arena, lang, (long)bin->n);
    }
    struct tn_calibration points = {tn_pick(lang, TN_W_BACKTEST_CH_X),
                                    tn_pick(lang, TN_W_BACKTEST_CH_Y),
                                    n,
                                    said,
                                    met,
                                    low,
                                    high,
                                    text};
    return tn_figure_calibration(arena, &frame, &points);
}

static const char *pit_finding(struct tn_arena *arena, enum tn_lang lang, double p)
{
    if (isnan(p))
        return tn_pick(lang, TN_W_BACKTEST_CH_PIT_UNKNOWN);
    if (p < 0.05)
        return tn_say(arena, lang, TN_W_BACKTEST_CH_PIT_OFF,
                      tn_say_real(arena, lang, p, p < 0.0095 ? 3 : 2));
    return tn_say(arena, lang, TN_W_BACKTEST_CH_PIT_FLAT, tn_say_real(arena, lang, p, 2));
}

static struct tn_figure pit(struct tn_arena *arena, enum tn_lang lang,
                            const struct tn_backtest *b)
{
    const struct tn_scorecard *model = &b->areas.by[TN_SAYS_MODEL];
    double height[TN_PIT_BINS], unknown = (double)NAN;
    struct tn_frame frame = {
        .lang = lang,
        .name = "backtest-pit",
        .finding = pit_finding(arena, lang, model->pit_p),
        .what = tn_say(arena, lang, TN_W_BACKTEST_CH_PIT_WHAT,
                       tn_say_count(arena, lang, (long)b->areas.forecasts), b->first,
                       b->last),
        .source = tn_pick(lang, TN_W_BACKTEST_CH_PIT_SOURCE),
    };

    for (size_t i = 0; i < TN_PIT_BINS; i++)
        height[i] = model->pit[i] * TN_PIT_BINS;
    struct tn_histogram bars = {tn_pick(lang, TN_W_BACKTEST_CH_PIT_X),
                                tn_pick(lang, TN_W_BACKTEST_CH_PIT_LEVEL),
                                0,
                                1,
                                true,
                                TN_PIT_BINS,
                                height,
                                1,
                                unknown,
                                unknown};
    return tn_figure_histogram(arena, &frame, &bars);
}

size_t tn_backtest_figures(struct tn_arena *arena, enum tn_lang lang,
                           const struct tn_show_backtest *what,
                           struct tn_figure figure[2])
{
    const struct tn_backtest *b = what->backtest;
    size_t n = 0;

    if (b->areas.with_quota)
        figure[n++] = reliability(arena, lang, b);
    if (b->areas.forecasts)
        figure[n++] = pit(arena, lang, b);
    return n;
}
