/* SPDX-License-Identifier: GPL-3.0-or-later */
/* thoatngheo fit -- the exit model from history; writes a model.csv. */
#include "cli.h"

#include "tn/base/file.h"
#include "tn/show/show_fit.h"
#include "tn/study/total.h"
#include "tn/words/cli.h"
#include "tn/words/fit.h"

#include <string.h>

static const char *write_to;

/* clang-format off */
static const struct cli_option options[] = {
    {"write", "FILE", {{TN_W_OPT_WRITE}}, CLI_TEXT, &write_to, 0, 0},
    {0}
};
/* clang-format on */

/* A model that came from a fit is no prior: the same history would count twice. */
static enum tn_fault refuse_fitted(struct cli_call *call,
                                   const struct tn_commune *commune, struct tn_err *err)
{
    for (size_t i = 0; !call->common.model && i < commune->parameters; i++)
        if (strncmp(commune->parameter[i].source, "fit: ", 5) == 0)
            return tn_fail(err, TN_EDATA, commune->folder, TN_W_FIT_FITTED_PRIOR);
    return TN_OK;
}

static enum tn_fault write_model(struct cli_call *call, const struct tn_fit *fit,
                                 struct tn_err *err)
{
    struct tn_file file = {0};
    size_t n;
    struct tn_parameter *row = tn_fit_parameters(call->arena, fit, &n);

    enum tn_fault fault = cli_file_begin(call, write_to, &file, err);
    if (fault)
        return fault;
    tn_show_model_csv(file.out, n, row);
    return tn_file_commit(&file, err);
}

static enum tn_fault run(struct cli_call *call, struct tn_err *err)
{
    struct tn_commune *commune = tn_new(call->arena, struct tn_commune, 1);
    struct tn_fit *fit = tn_new(call->arena, struct tn_fit, 1);
    struct tn_show_fit *show = tn_new(call->arena, struct tn_show_fit, 1);
    struct tn_model model;

    enum tn_fault fault = cli_read_history(call, commune, err);
    if (!fault && commune->histories == 0)
        fault = tn_fail(err, TN_EDATA, commune->folder, TN_W_FIT_NO_HISTORY);
    if (!fault)
        fault = refuse_fitted(call, commune, err);
    if (!fault)
        fault = cli_read_model(call, commune, &model, err);
    if (fault)
        return fault;
    struct tn_fit_options how = {.prior = &model,
                                 .commune = commune->name,
                                 .district = commune->district,
                                 .all_households = tn_total_of(commune).middle};
    fault = tn_fit_of(call->arena, commune->histories, commune->history, &how, fit, err);
    if (!fault && write_to)
        fault = write_model(call, fit, err);
    if (fault)
        return fault;
    *show = (struct tn_show_fit){commune->history, fit, write_to, 10};
    tn_show_fit(call->arena, &call->doc, show);
    return TN_OK;
}

const struct cli_command cmd_fit = {
    .name = "fit",
    .group = {{TN_W_GROUP_HISTORY}},
    .summary = {{TN_W_FIT_SUMMARY}},
    .arguments = "PLAN-FOLDER",
    .option = options,
    .run = run,
};
