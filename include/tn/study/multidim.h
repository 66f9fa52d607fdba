/* SPDX-License-Identifier: GPL-3.0-or-later */
/* multidim.h -- multidimensional poverty of every group, and how the groups compare.
 *
 * The whole table of Alkire-Foster measures of a closed tally: for all households, and
 * for each value of each grouping column, in every frame (all households, or those of one
 * year where a column holds years), under every cut-off asked for. Each group is also
 * compared with the rest of its frame, and the order of the groups is followed over a
 * grid of cut-offs and of weights.
 */
#ifndef TN_STUDY_MULTIDIM_H
#define TN_STUDY_MULTIDIM_H

#include "tn/num/adjust.h"
#include "tn/study/deprivation.h"

enum { TN_CUTOFFS = 32 };

struct tn_multidim_options {
    size_t columns;   // of the tally that group: 0..columns - 1
    long frames_by;   // the column that holds years, not one of those; or TN_ANY
    size_t cutoffs;
    struct tn_cutoff cutoff[TN_CUTOFFS];
    double level;
    enum tn_interval_method binomial;
    enum tn_p_adjustment adjust;
};

/* A group under one cut-off. */
struct tn_group_measures {
    struct tn_estimate h, a, m0, group_share;
    struct tn_estimate *censored, *absolute, *percent;     // by indicator
    struct tn_estimate *dimension_absolute, *dimension;    // by dimension; in percent
    struct tn_change_estimate h_less_rest, m0_less_rest;   // group - rest of its frame
    double h_p, m0_p;   // of those, adjusted over the groups of the column and frame
};

struct tn_group {
    struct tn_domain domain;
    long column, level;   // TN_ANY: all households of the frame
    long frame;           // level of frames_by; or TN_ANY
    long households;
    double weight;
    struct tn_estimate population_share;
    struct tn_estimate *uncensored;   // by indicator
    struct tn_group_measures *at;     // by cut-off
};

struct tn_multidim {
    const struct tn_tally *tally;
    const struct tn_rule *rule;
    const struct tn_multidim_options *options;
    size_t groups;
    struct tn_group *group;   // frame by frame; in each all households first, then column
                              // by column, levels by name
};

struct tn_multidim tn_multidim_of(struct tn_arena *arena, const struct tn_tally *tally,
                                  const struct tn_rule *rule,
                                  const struct tn_multidim_options *options);

/* Whether the groups of a column keep their order by M0 under another rule: cut-off
 * num/den or weights, against the first cut-off of the options and the rule itself. */
struct tn_robustness {
    long column, frame;
    struct tn_cutoff cutoff;
    long favoured;   // dimension that weighs half, the others sharing the rest as they
                     // did; TN_ANY: weights as in the rule
    size_t groups;
    double spearman, kendall;   // NAN where fewer than 2 groups, or all alike
    double pairs_kept;          // share of pairs of groups in the same order
};

/* One row for each column, frame, and either each cut-off 1/n..n/n of equal weights (of
 * unlike ones: each score that occurs, at most 64), or each favoured dimension. */
struct tn_robustness *tn_robustness_of(struct tn_arena *arena,
                                       const struct tn_multidim *multidim, size_t *rows);

/* p-values of a family of changes, adjusted in place. */
void tn_adjust_p(struct tn_arena *arena, enum tn_p_adjustment how, size_t n, double p[]);

#endif
