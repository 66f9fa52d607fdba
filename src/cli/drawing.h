/* SPDX-License-Identifier: GPL-3.0-or-later */
/* drawing.h -- charts beside a command's answer: its option --plot. */
#ifndef TN_CLI_DRAWING_H
#define TN_CLI_DRAWING_H

#include "cli.h"

#include "tn/out/figure.h"

/* Draw the figures into a folder, which is made where it is missing, and say so on
 * standard error. Fails with TN_EDATA where there is none, TN_EFILE, TN_ETOOL. */
TN_CHECKED enum tn_fault cli_draw(struct cli_call *call, const char *folder, size_t n,
                                  const struct tn_figure figure[], struct tn_err *err);

#endif
