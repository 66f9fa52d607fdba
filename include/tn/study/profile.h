/* SPDX-License-Identifier: GPL-3.0-or-later */
/* profile.h -- which deprivations may meet in one household, and what a service changes.
 *
 * A plan often prints only how many households of a status are deprived in each
 * indicator. Together with the rule of the status - a poor household has at least 3
 * deprivations, a near-poor one at most 2 - these margins bound what the household
 * profiles can be. All tables of households by indicators that fit are taken as equally
 * likely (tn/num/margin.h), and drawn. A measure takes deprivations away, and a poor
 * household left with fewer than 3 becomes near-poor: it does not stop being in need of
 * income, and it counts against the near-poor quota.
 *
 * The draws say what the margins leave open, not what is known of the households: real
 * deprivations go together more, or less, than by chance.
 */
#ifndef TN_STUDY_PROFILE_H
#define TN_STUDY_PROFILE_H

#include "tn/base/arena.h"
#include "tn/num/margin.h"
#include "tn/num/mixing.h"

/* Coverage of an indicator's service rises to a share of the households. */
struct tn_measure_goal {
    size_t indicator;
    double coverage;   // from 0 to 1; below the present coverage: nothing happens
};

struct tn_profile_question {
    struct tn_margin margin;
    int fall;       // a household with fewer deprivations changes status: 3
    size_t goals;   // measures taken together; at most one for each indicator
    const struct tn_measure_goal *goal;
    uint64_t seed;
    size_t draws;
    size_t budget;   // of tn_margin_law_of; 0: trades even where counting could be
};

enum tn_profile_method { TN_BY_COUNTING, TN_BY_TRADES };

struct tn_profile_pattern {
    uint64_t pattern;
    double mean;   // households with exactly these deprivations
};

struct tn_profile {
    enum tn_profile_method method;
    double log_tables;   // natural log of the number of tables; NAN by trades
    size_t draws;
    long relieved;      // deprivations that the measures take away
    long least, most;   // households that fall, in every table, without drawing
    double mean, sd;    // of the households that fall
    double error;       // standard error of the mean, from drawing
    long q05, q50, q95;
    size_t rows;
    double *fall;       // 0..rows: share of draws in which so many fall
    size_t sums;        // most deprivations a household can have
    double *by_sum;     // 0..sums: mean number of households with so many
    double *together;   // columns * columns: mean households deprived in both
    size_t patterns;    // the commonest, most frequent first
    struct tn_profile_pattern *pattern;
    struct tn_mixing mixing;   // by trades: of the households that fall, or of those with
                               // the fewest deprivations where nothing falls
};

/* The margin must be possible. */
struct tn_profile tn_profile_of(struct tn_arena *arena,
                                const struct tn_profile_question *question);

/* How many of the deprived are relieved when coverage rises: those above the households
 * that may stay deprived, the whole number below (1 - coverage) rows. */
long tn_profile_relieved(const struct tn_margin *margin,
                         const struct tn_measure_goal *goal);

#endif
