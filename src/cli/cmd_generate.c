/* SPDX-License-Identifier: GPL-3.0-or-later */
/* thoatngheo generate -- made-up data of any size, for tests and benchmarks. */
#include "country.h"

#include "tn/words/cli.h"
#include "tn/words/country.h"

static const char *country;
static long size;

/* clang-format off */
static const struct cli_option options[] = {
    {"country", "FILE", {{TN_W_OPT_GENERATE_COUNTRY}}, CLI_TEXT, &country, 0, 0},
    {"size",    "N",    {{TN_W_OPT_GENERATE_SIZE}},    CLI_LONG, &size, 1, 1e9},
    {0}
};
/* clang-format on */

static enum tn_fault run(struct cli_call *call, struct tn_err *err)
{
    if (!country)
        return tn_fail(err, TN_EUSAGE, NULL, TN_W_GENERATE_WHAT);
    return cli_generate_country(call, country, size, err);
}

const struct cli_command cmd_generate = {
    .name = "generate",
    .group = {{TN_W_GROUP_TOOLS}},
    .summary = {{TN_W_GENERATE_MADE_UP}},
    .arguments = "--country FILE",
    .option = options,
    .run = run,
};
