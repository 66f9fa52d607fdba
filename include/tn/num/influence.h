/* SPDX-License-Identifier: GPL-3.0-or-later */
/* influence.h -- how much each row of a panel pulls at what was learned from all of them.
 */
#ifndef TN_NUM_INFLUENCE_H
#define TN_NUM_INFLUENCE_H

#include "tn/num/nested.h"

/* Of each row, from eta (rows * 2), mean and mean square of its log odds: the chance at
 * their mean; the leverage, its information times the variance of its log odds, held
 * below 1; Cook's distance in the one-step form for generalised linear models. Returns
 * the sum of leverages, the effective number of parameters.
 * Source: [Pregibon1981]. */
double tn_row_influence(const struct tn_panel *panel, const double eta[], double chance[],
                        double leverage[], double pull[]);

#endif
