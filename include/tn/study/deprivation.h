/* SPDX-License-Identifier: GPL-3.0-or-later */
/* deprivation.h -- how many households are poor in how many things at once.
 *
 * Alkire-Foster measures: household i has the score s_i = sum_j w_j d_ij of its
 * deprivations d_ij and is poor where s_i >= k. H is the share of the poor, A their mean
 * score, M0 = H A; the uncensored headcount of an indicator is the share of households
 * deprived in it, the censored one that of households deprived in it and poor, which
 * times w_j is its absolute contribution to M0.
 *
 * Weights and cut-offs are whole numbers and ratios of whole numbers, compared exactly: a
 * household with 4 of 12 is never lost to 1/3 = 0.333. Vietnam's own rule is 12
 * equal weights and k = 3/12.
 *
 * Every estimate carries its linearised standard error under the design of the tally, and
 * so does every difference of estimates: between groups, and between years, where the
 * same households or PSUs may stand on both sides.
 */
#ifndef TN_STUDY_DEPRIVATION_H
#define TN_STUDY_DEPRIVATION_H

#include "tn/num/interval.h"
#include "tn/study/tally.h"

/* Indicator j weighs weight[j] of total, the sum of all, at most 1e9. */
struct tn_rule {
    size_t indicators, dimensions;
    int64_t weight[TN_TALLY_FLAGS], total;
    size_t dimension[TN_TALLY_FLAGS];   // of each indicator
};

/* Equal weights: indicators of one dimension next to each other, equally many in each. */
struct tn_rule tn_rule_equal(size_t indicators, size_t dimensions);

/* The cut-off num/den of the total weight, 0 < num <= den <= 1e9. */
struct tn_cutoff {
    int64_t num, den;
};

enum tn_measure {
    TN_UNCENSORED,           // share of households deprived in indicator item
    TN_HEADCOUNT,            // H
    TN_INTENSITY,            // A; NAN where nobody is poor
    TN_M0,                   //
    TN_CENSORED,             // share poor and deprived in indicator item
    TN_ABSOLUTE,             // weight of item times its censored headcount
    TN_PERCENT,              // the same as a share of M0; NAN where nobody is poor
    TN_ABSOLUTE_DIMENSION,   // of all indicators of dimension item
    TN_PERCENT_DIMENSION,    //
    TN_POPULATION_SHARE,     // of the group among all households of its frame
    TN_GROUP_SHARE,          // of the group in the M0 of its frame
    TN_AF_MEASURES
};

/* Households with level[c] in column c for every column asked; TN_ANY: all. */
enum { TN_ANY = -1 };
struct tn_domain {
    long level[TN_TALLY_COLUMNS];
};

/* The cells of a domain, joined over groups; in the arena. The tally must be closed and
 * outlive the view. */
struct tn_view {
    const struct tn_tally *tally;
    const struct tn_rule *rule;
    size_t n;
    uint32_t *unit;
    uint64_t *pattern;
    double *w, *w2;
    long *count;
    int64_t *score;    // in parts of rule->total
    double *poor;      // 1 or 0, under the cut-off last set
    double *e;         // influences, work space
    long households;   // of the domain
    double weight;
};

struct tn_view tn_view_of(struct tn_arena *arena, const struct tn_tally *tally,
                          const struct tn_rule *rule, const struct tn_domain *domain);

/* The same, and the households of frame, inside which the domain lies, that are not of
 * it. */
struct tn_view tn_view_with_rest(struct tn_arena *arena, const struct tn_tally *tally,
                                 const struct tn_rule *rule,
                                 const struct tn_domain *domain,
                                 const struct tn_domain *frame, struct tn_view *rest);

/* From now on the poor of the view are those under this cut-off. */
void tn_view_cut(struct tn_view *view, struct tn_cutoff k);

enum tn_estimate_method {
    TN_LOGIT_T,         // logit scale, Student's t with the design's df
    TN_WALD_T,          // estimate +- t se: for differences
    TN_BINOMIAL,        // the binomial interval asked for, where counts are whole
    TN_KORN_GRAUBARD,   // Clopper-Pearson at the effective number, at 0 and 1
    TN_CENSUS           // a census: no sampling error
};

struct tn_estimate {
    double value, se, df;
    long n;       // households that the estimate divides by (of A: the poor)
    long count;   // households counted, where value = count/n; else TN_UNKNOWN's -1
    double low, high;
    enum tn_estimate_method method;
};

/* What all estimates of a tally share. */
struct tn_estimate_options {
    double level;                       // of the intervals, 0.95
    enum tn_interval_method binomial;   // where counts are whole and weights are 1
    double df, t;                       // of the design: Student's t within level
    double *work;
};
struct tn_estimate_options tn_estimate_options_of(struct tn_arena *arena,
                                                  const struct tn_tally *tally,
                                                  double level,
                                                  enum tn_interval_method binomial);

/* One measure in a view; the last two need rest, the others leave it null. Where the
 * denominator is 0 value, se and bounds are NAN.
 * Accuracy: 12 digits against the files in tests/oracle/mpi/. */
struct tn_estimate tn_estimate(const struct tn_view *view, const struct tn_view *rest,
                               enum tn_measure measure, size_t item,
                               const struct tn_estimate_options *options);

/* A change from one view to another that shares no household row with it: the years of
 * a panel, two villages. rel and the annualised change are NAN where they divide by 0. */
struct tn_change_estimate {
    struct tn_estimate before, after;
    double change, change_se;      // after - before
    double yearly, yearly_se;      // the same a year
    double ratio, ratio_se;        // after/before - 1
    double growth, growth_se;      // (after/before)^(1/years) - 1
    double z, p_normal, df, p_t;   // of change = 0; NAN where change_se is 0
    double low, high;              // of change: Wald with t
};

struct tn_change_estimate tn_estimate_change(const struct tn_view *before,
                                             const struct tn_view *after, double years,
                                             enum tn_measure measure, size_t item,
                                             const struct tn_estimate_options *options);

#endif
