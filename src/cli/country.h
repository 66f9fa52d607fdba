/* SPDX-License-Identifier: GPL-3.0-or-later */
/* country.h -- what commands do with a country in one file. */
#ifndef TN_CLI_COUNTRY_H
#define TN_CLI_COUNTRY_H

#include "cli.h"

/* generate --country FILE: write a made-up country. households: poor and near-poor
 * together, 0: as many as Vietnam's.
 * Fails with TN_EFILE. */
TN_CHECKED enum tn_fault cli_generate_country(struct cli_call *call, const char *path,
                                              long households, struct tn_err *err);

#endif
