/* SPDX-License-Identifier: GPL-3.0-or-later */
/* thoatngheo generate -- made-up data of any size, for tests and benchmarks. */
#include "country.h"

#include "tn/base/file.h"
#include "tn/study/generate.h"
#include "tn/words/cli.h"
#include "tn/words/country.h"
#include "tn/words/generate.h"

#include <unistd.h>

static const char *country;
static long size;
static int only_history, with_households;
static long villages = 11, communes = 1, districts = 1, years = 5;
static double poor = 6, near_poor = 5, village_sd = 0.3, year_sd = 0.4;

/* clang-format off */
static const struct cli_option options[] = {
    {"country", "FILE", {{TN_W_OPT_GENERATE_COUNTRY}}, CLI_TEXT, &country, 0, 0},
    {"size",    "N",    {{TN_W_OPT_GENERATE_SIZE}},    CLI_LONG, &size, 1, 1e9},
    {"history", NULL, {{TN_W_OPT_GENERATE_HISTORY}}, CLI_FLAG, &only_history, 0, 0},
    {"households", NULL, {{TN_W_OPT_GENERATE_HOUSEHOLDS}}, CLI_FLAG, &with_households, 0, 0},
    {"villages", "N", {{TN_W_OPT_GENERATE_VILLAGES}}, CLI_LONG, &villages, 1, 100000},
    {"communes", "N", {{TN_W_OPT_GENERATE_COMMUNES}}, CLI_LONG, &communes, 1, 999},
    {"districts", "N", {{TN_W_OPT_GENERATE_DISTRICTS}}, CLI_LONG, &districts, 1, 999},
    {"years", "N", {{TN_W_OPT_GENERATE_YEARS}}, CLI_LONG, &years, 1, 50},
    {"poor", "N", {{TN_W_OPT_GENERATE_POOR}}, CLI_REAL, &poor, 1, 500},
    {"near-poor", "N", {{TN_W_OPT_GENERATE_NEAR}}, CLI_REAL, &near_poor, 1, 500},
    {"village-sd", "X", {{TN_W_OPT_GENERATE_VILLAGE_SD}}, CLI_REAL, &village_sd, 0, 10},
    {"year-sd", "X", {{TN_W_OPT_GENERATE_YEAR_SD}}, CLI_REAL, &year_sd, 0, 10},
    {0}
};
/* clang-format on */

typedef bool writer(FILE *out, const struct tn_generate *what);

static enum tn_fault write_one(struct cli_call *call, const char *name, writer *write,
                               const struct tn_generate *what, struct tn_err *err)
{
    struct tn_file file = {0};
    const char *path = tn_file_join(call->arena, call->folder[0], name);

    enum tn_fault fault = tn_file_begin(call->arena, path, &file, err);
    if (fault)
        return fault;
    write(file.out, what);
    return tn_file_commit(&file, err);
}

/* The history is the one file whose writer needs memory. */
static enum tn_fault write_history(struct cli_call *call, const struct tn_generate *what,
                                   struct tn_err *err)
{
    struct tn_file file = {0};
    const char *path = tn_file_join(call->arena, call->folder[0], "history.csv");
    size_t n;
    struct tn_history *row = tn_generate_history(call->arena, what, &n);

    enum tn_fault fault = tn_file_begin(call->arena, path, &file, err);
    if (fault)
        return fault;
    tn_generate_history_csv(file.out, n, row);
    return tn_file_commit(&file, err);
}

static enum tn_fault refuse_data(struct cli_call *call, struct tn_err *err)
{
    static const char *const name[] = {"plan.csv", "history.csv"};

    for (size_t i = 0; i < 2; i++)
        if (access(tn_file_join(call->arena, call->folder[0], name[i]), F_OK) == 0)
            return tn_fail(err, TN_EFILE, call->folder[0], TN_W_GENERATE_EXISTS);
    return TN_OK;
}

static void say_what_is_there(struct cli_call *call, const struct tn_generate *what)
{
    const char *folder = call->folder[0];
    size_t rows = what->districts * what->communes * what->villages *
                  (size_t)what->years * 2 * TN_STATUSES;
    int last = what->first_year + what->years - 1;

    call->doc.title = tn_say_both(call->arena, TN_W_GENERATE_TITLE, folder);
    tn_doc_note(call->arena, &call->doc,
                tn_say_both(call->arena, TN_W_GENERATE_WROTE_HISTORY, rows,
                            what->first_year, last));
    if (only_history) {
        tn_doc_note(call->arena, &call->doc,
                    (struct tn_words){{TN_W_GENERATE_NEEDS_PLAN}});
        return;
    }
    tn_doc_note(call->arena, &call->doc,
                tn_say_both(call->arena, TN_W_GENERATE_WROTE_PLAN,
                            with_households ? ", households.csv" : "", last + 1));
    tn_doc_note(call->arena, &call->doc,
                tn_say_both(call->arena, TN_W_GENERATE_NEXT, folder, folder));
}

/* A plan folder, or its history alone. */
static enum tn_fault generate_folder(struct cli_call *call, struct tn_err *err)
{
    struct tn_generate what = tn_generate_default();

    what.seed = (uint64_t)call->common.seed;
    what.villages = (size_t)villages;
    what.communes = (size_t)communes;
    what.districts = (size_t)districts;
    what.years = (int)years;
    what.poor = poor;
    what.near_poor = near_poor;
    what.village_sd = village_sd;
    what.year_sd = year_sd;
    enum tn_fault fault = refuse_data(call, err);
    if (!fault)
        fault = tn_file_folder(call->folder[0], err);
    if (!fault)
        fault = write_history(call, &what, err);
    if (!fault && !only_history)
        fault = write_one(call, "villages.csv", tn_generate_villages_csv, &what, err);
    if (!fault && with_households)
        fault = write_one(call, "households.csv", tn_generate_households_csv, &what, err);
    if (!fault && !only_history)
        fault = write_one(call, "plan.csv", tn_generate_plan_csv, &what, err);
    if (!fault)
        say_what_is_there(call, &what);
    return fault;
}

static enum tn_fault run(struct cli_call *call, struct tn_err *err)
{
    if (country)
        return cli_generate_country(call, country, size, err);
    if (call->folders == 1)
        return generate_folder(call, err);
    return tn_fail(err, TN_EUSAGE, NULL, TN_W_GENERATE_WHAT);
}

const struct cli_command cmd_generate = {
    .name = "generate",
    .group = {{TN_W_GROUP_TOOLS}},
    .summary = {{TN_W_GENERATE_MADE_UP}},
    .arguments = "FOLDER",
    .option = options,
    .run = run,
};
