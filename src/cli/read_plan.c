/* SPDX-License-Identifier: GPL-3.0-or-later */
/* read_plan.c -- a command gets its plan folders and its model; main gets the findings
 * and the answer's sources. */
#include "cli.h"

#include "tn/base/file.h"
#include "tn/base/fold.h"
#include "tn/data/defaults.h"
#include "tn/words/cli.h"
#include "tn/words/model.h"

#include <string.h>

void cli_note_inputs(struct cli_call *call, size_t n, const struct tn_input input[])
{
    struct tn_source *source = &call->doc.source;
    size_t before = source->inputs;
    const char **name = tn_new(call->arena, const char *, before + n);
    const char **digest = tn_new(call->arena, const char *, before + n);

    for (size_t i = 0; i < before; i++) {
        name[i] = source->input[i];
        digest[i] = source->sha256[i];
    }
    const char **path = tn_new(call->arena, const char *, call->inputs + n);
    for (size_t i = 0; i < call->inputs; i++)
        path[i] = call->input[i];
    call->input = path;
    for (size_t i = 0; i < n; i++) {
        path[call->inputs++] = input[i].path;
        name[before + i] = call->folders > 1 ? input[i].path : input[i].name;
        digest[before + i] = input[i].sha256;
    }
    source->input = name;
    source->sha256 = digest;
    source->inputs = before + n;
}

struct tn_input *cli_inputs(struct cli_call *call, size_t *n)
{
    const struct tn_source *source = &call->doc.source;
    struct tn_input *input = tn_new(call->arena, struct tn_input, source->inputs);

    for (size_t i = 0; i < source->inputs; i++) {
        input[i].name = input[i].path = source->input[i];
        memcpy(input[i].sha256, source->sha256[i], sizeof input[i].sha256);
    }
    *n = source->inputs;
    return input;
}

static enum tn_fault read_folder(struct cli_call *call, size_t i, bool history,
                                 struct tn_commune *commune, struct tn_err *err)
{
    struct tn_read_options options = {.encoding = call->common.encoding,
                                      .max_mib = call->common.max_mib,
                                      .history = history};
    enum tn_fault fault = tn_commune_read(call->arena, call->folder[i], &options, commune,
                                          &call->findings, err);
    if (!fault)
        cli_note_inputs(call, commune->inputs, commune->input);
    return fault;
}

enum tn_fault cli_read_folder(struct cli_call *call, size_t i, struct tn_commune *commune,
                              struct tn_err *err)
{
    return read_folder(call, i, false, commune, err);
}

enum tn_fault cli_one_folder(const struct cli_call *call, struct tn_err *err)
{
    const struct cli_command *command = call->command;

    if (call->folders == 1)
        return TN_OK;
    if (strstr(command->arguments, "..."))   // more than one never come here
        return tn_fail(err, TN_EUSAGE, NULL, TN_W_SOME_FOLDER, command->name);
    return tn_fail(err, TN_EUSAGE, NULL, TN_W_ONE_FOLDER, command->name, call->folders);
}

static enum tn_fault read_only(struct cli_call *call, bool history,
                               struct tn_commune *commune, struct tn_err *err)
{
    enum tn_fault fault = cli_one_folder(call, err);

    return fault ? fault : read_folder(call, 0, history, commune, err);
}

enum tn_fault cli_read_plan(struct cli_call *call, struct tn_commune *commune,
                            struct tn_err *err)
{
    return read_only(call, false, commune, err);
}

enum tn_fault cli_read_history(struct cli_call *call, struct tn_commune *commune,
                               struct tn_err *err)
{
    return read_only(call, true, commune, err);
}

/* Rows of a file named by --model go before the folder's own. */
static enum tn_fault own_rows(struct cli_call *call, const struct tn_commune *commune,
                              struct tn_model_rows *rows, struct tn_err *err)
{
    struct tn_read_options options = {.encoding = call->common.encoding,
                                      .max_mib = call->common.max_mib};

    *rows = (struct tn_model_rows){
        .n = commune->parameters,
        .row = commune->parameter,
        .input.path = tn_file_join(call->arena, commune->folder, "model.csv")};
    if (!call->common.model)
        return TN_OK;
    enum tn_fault fault = tn_model_read(call->arena, call->common.model, &options, rows,
                                        &call->findings, err);
    if (!fault)
        cli_note_inputs(call, 1, &rows->input);
    return fault;
}

/* What a model knows of villages that the plan does not have. */
static void check_villages(struct cli_call *call, const char *file,
                           const struct tn_commune *commune, const struct tn_model *model)
{
    const char **key = tn_new(call->arena, const char *, commune->villages);

    for (size_t v = 0; model->villages && v < commune->villages; v++)
        key[v] = tn_fold_key(call->arena, strlen(commune->village[v].name),
                             commune->village[v].name);
    for (size_t i = 0; i < model->villages; i++) {
        size_t v = 0;
        while (v < commune->villages && strcmp(key[v], model->village[i].key) != 0)
            v++;
        if (v == commune->villages)
            tn_find(call->arena, &call->findings,
                    &(struct tn_finding){.severity = TN_WARNING,
                                         .file = file,
                                         .line = model->village[i].line},
                    TN_W_MODEL_NO_VILLAGE, model->village[i].name);
    }
}

enum tn_fault cli_read_model(struct cli_call *call, const struct tn_commune *commune,
                             struct tn_model *model, struct tn_err *err)
{
    struct tn_model shipped;
    struct tn_model_rows *rows = tn_new(call->arena, struct tn_model_rows, 2),
                         *defaults = rows + 1;

    enum tn_fault fault = tn_model_defaults(call->arena, defaults, &call->findings, err);
    if (!fault)
        fault = tn_model_from(call->arena, defaults, NULL, &shipped, &call->findings,
                              err);
    if (!fault)
        fault = own_rows(call, commune, rows, err);
    if (fault)
        return fault;
    if (rows->n == 0)
        cli_note_inputs(call, 1, &defaults->input);
    fault = tn_model_from(call->arena, rows, &shipped, model, &call->findings, err);
    if (!fault)
        check_villages(call, rows->input.path, commune, model);
    return fault;
}
