/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/num/influence.h"

#include <math.h>

static const double MOST_LEVERAGE = 0.999;   // where the distance is still a number

double tn_row_influence(const struct tn_panel *panel, const double eta[], double chance[],
                        double leverage[], double pull[])
{
    double sum = 0;

    for (size_t i = 0; i < panel->rows; i++) {
        double p = 1 / (1 + exp(-eta[2 * i])), info = panel->at_risk[i] * p * (1 - p);
        double h = info * (eta[2 * i + 1] - eta[2 * i] * eta[2 * i]);
        chance[i] = p;
        leverage[i] = h < 0 ? 0 : h > MOST_LEVERAGE ? MOST_LEVERAGE : h;
        sum += leverage[i];
    }
    for (size_t i = 0; i < panel->rows; i++) {
        double p = chance[i], h = leverage[i], info = panel->at_risk[i] * p * (1 - p);
        double residual = panel->exits[i] - panel->at_risk[i] * p;
        pull[i] = 0;
        if (info > 0 && sum > 0)
            pull[i] = residual * residual / info * h / ((1 - h) * (1 - h)) / sum;
    }
    return sum;
}
