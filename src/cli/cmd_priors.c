/* SPDX-License-Identifier: GPL-3.0-or-later */
/* thoatngheo priors -- the default model from published results. */
#include "cli.h"

#include "tn/base/file.h"
#include "tn/data/reading.h"
#include "tn/show/show_priors.h"
#include "tn/words/cli.h"
#include "tn/words/priors.h"

static const char *elicited_file, *write_to;

/* clang-format off */
static const struct cli_option options[] = {
    {"elicited", "FILE", {{TN_W_PRIORS_OPT_ELICITED}}, CLI_TEXT, &elicited_file, 0, 0},
    {"write",  "FILE", {{TN_W_PRIORS_OPT_WRITE}},  CLI_TEXT, &write_to,    0, 0},
    {0}
};

static const struct {
    const char *name;
    bool (*read)(struct tn_reading *, struct tn_published *, struct tn_input *);
} files[] = {
    {"transitions.csv",  tn_published_flows_read},
    {"plan_outcome.csv", tn_published_plans_read},
    {"area_year.csv",    tn_published_rates_read},
};
/* clang-format on */

static enum tn_fault read_published(struct cli_call *call, struct tn_published *into,
                                    struct tn_err *err)
{
    const struct tn_read_options how = {.encoding = call->common.encoding,
                                        .max_mib = call->common.max_mib};

    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        const char *path = tn_file_join(call->arena, call->folder[0], files[i].name);
        struct tn_input *input = tn_new(call->arena, struct tn_input, 1);
        struct tn_reading reading = {.arena = call->arena,
                                     .findings = &call->findings,
                                     .options = &how,
                                     .path = path};
        *input = (struct tn_input){.name = files[i].name, .path = path};
        if (!files[i].read(&reading, into, input))
            return cli_read_fault(call, err);
        cli_note_inputs(call, 1, input);
    }
    return TN_OK;
}

static enum tn_fault write_model(struct cli_call *call, const struct tn_priors *priors,
                                 struct tn_err *err)
{
    struct tn_file file = {0};

    enum tn_fault fault = cli_file_begin(call, write_to, &file, err);
    if (fault)
        return fault;
    tn_show_default_csv(file.out, priors);
    return tn_file_commit(&file, err);
}

static enum tn_fault run(struct cli_call *call, struct tn_err *err)
{
    struct tn_published published = {0};
    struct tn_priors *priors = tn_new(call->arena, struct tn_priors, 1);
    struct tn_model_rows *judged = tn_new(call->arena, struct tn_model_rows, 1);

    if (call->folders != 1)
        return tn_fail(err, TN_EUSAGE, NULL, TN_W_PRIORS_ONE_FOLDER, call->folders);
    if (!elicited_file)
        return tn_fail(err, TN_EUSAGE, NULL, TN_W_PRIORS_NEEDS_ELICITED);
    enum tn_fault fault = read_published(call, &published, err);
    if (!fault)
        fault = tn_model_read(call->arena, elicited_file, NULL, judged, &call->findings,
                              err);
    if (fault)
        return fault;
    cli_note_inputs(call, 1, &judged->input);
    fault = tn_priors_of(call->arena, &published, judged->n, judged->row, priors, err);
    if (!fault && write_to)
        fault = write_model(call, priors, err);
    if (!fault)
        tn_show_priors(call->arena, &call->doc, priors, write_to);
    return fault;
}

const struct cli_command cmd_priors = {
    .name = "priors",
    .group = {{TN_W_GROUP_HISTORY}},
    .summary = {{TN_W_PRIORS_SUMMARY}},
    .arguments = "REFERENCE-FOLDER",
    .option = options,
    .run = run,
};
