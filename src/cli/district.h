/* SPDX-License-Identifier: GPL-3.0-or-later */
/* district.h -- the answer of forecast and quota for several plan folders. */
#ifndef TN_CLI_DISTRICT_H
#define TN_CLI_DISTRICT_H

#include "cli.h"

#include "tn/show/show_district.h"

/* The row of --district-share for an option table; negative: not named, and
 * tn_district_shared stands. */
extern double cli_district_share;

/* Read every folder of the call with its model, and show them as a district. */
TN_CHECKED enum tn_fault cli_district(struct cli_call *call, struct tn_err *err);
TN_CHECKED enum tn_fault cli_district_shown(struct cli_call *call,
                                            const struct tn_show_district **shown,
                                            struct tn_err *err);

#endif
