/* SPDX-License-Identifier: GPL-3.0-or-later */
/* likely.h -- one scale of words for probabilities. */
#ifndef TN_SHOW_LIKELY_H
#define TN_SHOW_LIKELY_H

#include "tn/base/say.h"

/* "almost certain" from 0.95, "very likely" from 0.8, "likely" from 0.6, "about even"
 * from 0.4, "unlikely" from 0.2, "very unlikely" from 0.05, else "almost impossible".
 * The word goes by the probability as shown, in percent with one decimal. */
struct tn_words tn_likely(double p);

#endif
