/* SPDX-License-Identifier: GPL-3.0-or-later */
/* multidim.h -- multidimensional poverty for commands: its options, and from a plan's
 * households or a file to a document. */
#ifndef TN_CLI_MULTIDIM_H
#define TN_CLI_MULTIDIM_H

#include "cli.h"

#include "tn/data/rates.h"
#include "tn/show/show_multidim.h"
#include "tn/study/multidim.h"

struct cli_multidim {
    const char *households, *rule, *by, *year, *k, *weight, *stratum, *psu, *code;
    int missing;   // enum tn_missing_rule
    int census, robustness, adjust;
    double fraction;
    int interval;   // enum tn_interval_method
    double level;
    const char *plot;   // folder of charts; or null
};

/* Whether a plan's households carry any flag. */
bool cli_has_flags(const struct tn_commune *commune);

/* A tally of a file's households (commune null) or of a plan's, closed; with the names of
 * what was counted. */
struct cli_counted {
    struct tn_tally tally;
    bool flagged;    // of a plan: any household has any flag
    bool designed;   // of a plan: strata or PSUs are named
    struct tn_rule rule;
    size_t columns;
    long frames_by;
    const char *column[TN_TALLY_COLUMNS];
    const char *indicator_code[TN_TALLY_FLAGS], *dimension_code[TN_TALLY_FLAGS];
    struct tn_words indicator_name[TN_TALLY_FLAGS], dimension_name[TN_TALLY_FLAGS];
};

/* A plan's households one by one, while they are read; village is the name of theirs. */
void cli_count_begin(struct cli_call *call, const struct cli_multidim *opt,
                     struct cli_counted *counted);
void cli_count_one(struct cli_counted *counted, const char *village,
                   const struct tn_household *household);

TN_CHECKED enum tn_fault cli_count_households(struct cli_call *call,
                                              const struct cli_multidim *opt,
                                              const struct tn_commune *commune,
                                              struct cli_counted *counted,
                                              struct tn_err *err);

/* Fails with TN_EUSAGE where a file is given in place of the plan folder, and says how a
 * file of households is measured. */
TN_CHECKED enum tn_fault cli_want_folder(const struct cli_call *call, struct tn_err *err);

/* Fails with TN_EUSAGE where an option names what only a file of households has. */
TN_CHECKED enum tn_fault cli_refuse_columns(const struct cli_multidim *opt,
                                            struct tn_err *err);

/* The cut-offs of opt->k. */
TN_CHECKED enum tn_fault cli_cutoffs(const struct cli_multidim *opt,
                                     const struct tn_rule *rule,
                                     struct tn_multidim_options *options,
                                     struct tn_err *err);

/* All of it, ready to be shown; the orders' robustness where it is asked for. */
TN_CHECKED enum tn_fault cli_multidim_of(struct cli_call *call,
                                         const struct cli_multidim *opt,
                                         const struct tn_commune *commune,
                                         struct tn_show_multidim *show,
                                         struct tn_err *err);

/* The same of a plan's households that have been counted one by one. */
TN_CHECKED enum tn_fault cli_multidim_counted(struct cli_call *call,
                                              const struct cli_multidim *opt,
                                              const struct tn_commune *commune,
                                              struct cli_counted *counted,
                                              struct tn_show_multidim *show,
                                              struct tn_err *err);

/* A file of published rates, noted as a source. */
TN_CHECKED enum tn_fault cli_read_rates(struct cli_call *call, const char *file,
                                        struct tn_rate_list *rates, struct tn_err *err);

/* What is drawn of it: with the orders' robustness, unless the groups are too many. */
struct tn_show_multidim cli_drawn(struct cli_call *call,
                                  const struct tn_show_multidim *show);

#endif
