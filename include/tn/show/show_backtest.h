/* SPDX-License-Identifier: GPL-3.0-or-later */
/* show_backtest.h -- scores of past forecasts as a document. */
#ifndef TN_SHOW_SHOW_BACKTEST_H
#define TN_SHOW_SHOW_BACKTEST_H

#include <stdbool.h>

#include "tn/out/doc.h"
#include "tn/out/figure.h"
#include "tn/study/backtest.h"

struct tn_show_backtest {
    const char *name;   // whose history: the plan's commune
    const struct tn_backtest *backtest;
    bool each;   // people too see every single forecast
};

/* Sentences; tables of scores (areas, communes), of quotas met against what was said,
 * of the PIT, and of every forecast; json as the keys of cli.md with areas under
 * "scores" and whole communes under "scores_communes". Keeps pointers into what. */
void tn_show_backtest(struct tn_arena *arena, struct tn_doc *doc,
                      const struct tn_show_backtest *what);

/* "backtest-reliability": quotas met against the probabilities said; and
 * "backtest-pit": the histogram that is flat for a calibrated model; both of areas.
 * Returns how many there are numbers for. */
size_t tn_backtest_figures(struct tn_arena *arena, enum tn_lang lang,
                           const struct tn_show_backtest *what,
                           struct tn_figure figure[2]);

#endif
