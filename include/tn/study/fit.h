/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fit.h -- the exit model learned from a history.
 *
 * Exits among households at risk, by area, year, status and planned or not, are fitted
 * by tn/num/mixed.h: four log odds (planned or not, of the poor and near-poor), an effect
 * of each village shared by both statuses, one of each year shared by all, and, where
 * the history has several communes or districts, one of each of these. The priors are
 * those of a model (tn/study/model.h); communes and districts, for which it has none, get
 * half-normal ones of sd 0.7. Rows of single households have household terms too:
 * those of the model or, if it has none, every one that the rows show, with a prior of
 * mean 0 and sd 1; a row of several households shows none, as in a forecast. Landing
 * shares, falls and entries, where the history counts them, are fitted by
 * tn/num/spreadrate.h, each commune and year an area of its own.
 *
 * The result is a model again, which every forecast takes; villages of the history keep
 * their effects (those of commune and district in them) as terms named "village:NAME",
 * and their commune its own (that of its district in it) as "commune:NAME", for villages
 * that the history does not know.
 */
#ifndef TN_STUDY_FIT_H
#define TN_STUDY_FIT_H

#include "tn/data/commune.h"
#include "tn/num/mixed.h"
#include "tn/study/model.h"

/* Why a posterior leans on its prior. */
enum tn_fit_doubt {
    TN_FIT_ONE_AREA,     // the spread between villages cannot be seen
    TN_FIT_ONE_YEAR,     // nor that between years
    TN_FIT_NO_EXITS,     // of all rows
    TN_FIT_ALL_EXIT,     // of all rows
    TN_FIT_SEPARATED,    // one of the four kinds of household never, or always, exits
    TN_FIT_NO_ROWS_OF,   // one of the four kinds has no household at risk
    TN_FIT_ONE_VILLAGE_EACH,   // each commune is one village: not told apart
    TN_FIT_ONE_COMMUNE_EACH,   // each district is one commune
    TN_FIT_FEW_ABOVE,          // two or three communes or districts: their spread leans
    TN_FIT_NO_TOTAL,   // entries are counted, the nonpoor households are not known
    TN_FIT_DOUBTS
};

struct tn_fit_change {
    enum tn_parameter_id id;
    bool learned;                          // the history says something of it
    double rows;                           // rows, or commune-years, that do
    struct tn_marginal prior, posterior;   // on the parameter's own scale
    double mean, sd;                       // of the posterior on the scale of its normal
};

/* A household term, on the logit scale. */
struct tn_fit_term {
    const char *name;
    int status;    // enum tn_status, or TN_UNKNOWN for both
    size_t rows;   // that show it; 0: it stays as it was
    bool own;      // not of the model: the history alone asks for it
    struct tn_prior prior;
    struct tn_marginal posterior;
    double mean, sd;
};

struct tn_fit_area {
    const char *name, *commune, *district;   // commune "" for levels above
    size_t level;                            // 0 village, 1 commune, 2 district
    long at_risk, exits;                     // over all years
    struct tn_marginal effect;               // log odds
    double mean, sd;   // of villages and communes as a model's term, effects of what they
                       // lie in included; a village's so that its log odds have the
                       // right sd
};

struct tn_fit_row {
    size_t row;   // index into the history
    double expected, pull, leverage;
};

struct tn_fit {
    size_t rows, years, levels, areas;   // areas: of all levels, villages first
    size_t communes;
    int first_year, last_year;
    struct tn_fit_change change[TN_PARAMETERS];
    size_t terms;
    struct tn_fit_term *term;
    size_t which[TN_LEVELS_MOST];   // of levels: 0 village, 1 commune, 2 district
    struct tn_marginal upper_prior, upper_sd[TN_LEVELS_MOST];   // sd of communes [1] and
                                                                // districts [2]
    struct tn_fit_area *area;
    struct tn_fit_row *row;   // rows of them, those that pull most first
    double parameters;        // effective number
    double log_marginal;
    bool doubt[TN_FIT_DOUBTS];
    const char *commune, *district;   // those of the options; never null
    struct tn_mixed mixed;            // the posterior itself
    struct tn_panel panel;
    size_t *village_of;   // of each row of the panel
};

struct tn_fit_options {
    const struct tn_model *prior;
    const char *commune;     // whose log odds the model gives; "" or null, or one that is
                             // not in the history: those of a new commune
    const char *district;    // that it lies in; "" or null where not known
    double all_households;   // of that commune; NAN or 0 where not known
    bool quick;              // fewer nodes: errors of some 0.01 posterior sds
};

/* Rows as a plan folder's reader gives them: exits <= at_risk, none twice.
 * Fails with TN_EDATA where no row has a household at risk, TN_EMATH as tn_mixed_fit.
 * Cost: that of tn_mixed_fit. */
TN_CHECKED enum tn_fault tn_fit_of(struct tn_arena *arena, size_t n,
                                   const struct tn_history row[],
                                   const struct tn_fit_options *options,
                                   struct tn_fit *fit, struct tn_err *err);

/* 5, 50 and 95 % quantiles, on its own scale, of a parameter that is normal on scale. */
struct tn_marginal tn_fit_marginal(enum tn_scale scale, double mean, double sd);

/* What a row shows of the fit's household terms: terms numbers, in order. */
void tn_fit_shown(const struct tn_fit *fit, const struct tn_history *row, double x[]);

/* The fit as rows of a model.csv. */
struct tn_parameter *tn_fit_parameters(struct tn_arena *arena, const struct tn_fit *fit,
                                       size_t *n);

#endif
