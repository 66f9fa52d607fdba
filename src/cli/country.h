/* SPDX-License-Identifier: GPL-3.0-or-later */
/* country.h -- what commands do with a country in one file. */
#ifndef TN_CLI_COUNTRY_H
#define TN_CLI_COUNTRY_H

#include <stdbool.h>

#include "cli.h"
#include "tn/data/country.h"

/* Options that only a country needs. */
struct cli_country {
    long points;   // 0: not named, 64
    const char *shares, *areas;
};
extern struct cli_country cli_country;

/* Whether the call's one argument is a file: a country, not a plan folder. */
bool cli_is_country(const struct cli_call *call);

/* Whether this process gives the answer, alone or of a team (team.h). */
bool cli_answers(void);

/* Fails with TN_EUSAGE where an option was named that is for a country, or for several
 * plan folders, and the call is of another kind. */
TN_CHECKED enum tn_fault cli_refuse_scale(const struct cli_call *call,
                                          struct tn_err *err);

/* forecast or simulate, by draws (0: forecast), of the country of the call.
 * Fails with TN_EUSAGE, TN_EDATA or TN_EFILE. */
TN_CHECKED enum tn_fault cli_country_run(struct cli_call *call, long draws,
                                         struct tn_err *err);

/* Read the country of the call and name it among the inputs; fn, which may be null, gets
 * every province until a fault is found. Fails with TN_EDATA or TN_EFILE. */
TN_CHECKED enum tn_fault cli_country_read(struct cli_call *call, tn_province_fn *fn,
                                          void *context, struct tn_country *country,
                                          struct tn_err *err);

/* quota of the country of the call. total: to be shared out over the provinces;
 * TN_UNKNOWN: the country's quota. Fails likewise. */
TN_CHECKED enum tn_fault cli_country_quota(struct cli_call *call,
                                           const long total[TN_STATUSES],
                                           struct tn_err *err);

/* generate --country FILE: write a made-up country. households: poor and near-poor
 * together, 0: as many as Vietnam's.
 * Fails with TN_EFILE. */
TN_CHECKED enum tn_fault cli_generate_country(struct cli_call *call, const char *path,
                                              long households, struct tn_err *err);

#endif
