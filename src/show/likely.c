/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/show/likely.h"

#include "tn/words/forecast.h"

#include <assert.h>
#include <math.h>

struct tn_words tn_likely(double p)
{
    static const struct {
        double floor;   // in tenths of a percent
        struct tn_words words;
    } scale[] = {
        {950, {{TN_W_ODDS_95}}}, {800, {{TN_W_ODDS_80}}}, {600, {{TN_W_ODDS_60}}},
        {400, {{TN_W_ODDS_40}}}, {200, {{TN_W_ODDS_20}}}, {50, {{TN_W_ODDS_05}}},
    };
    double shown = nearbyint(1000 * p);

    assert(p >= 0 && p <= 1);
    for (size_t i = 0; i < sizeof scale / sizeof *scale; i++)
        if (shown >= scale[i].floor)
            return scale[i].words;
    return (struct tn_words){{TN_W_ODDS_00}};
}
