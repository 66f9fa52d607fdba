/* SPDX-License-Identifier: GPL-3.0-or-later */
/* thoatngheo init -- an empty plan folder, ready for a spreadsheet. */
#include "cli.h"

#include "tn/base/batch.h"
#include "tn/data/template.h"
#include "tn/words/check.h"
#include "tn/words/cli.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

static struct {
    int separator, all;
    struct cli_list with;
} opt;

/* clang-format off */
static const struct cli_option options[] = {
    {"separator", "comma|semicolon|tab", {{TN_W_INIT_SEPARATOR}}, CLI_CHOICE, &opt.separator, 0, 0},
    {"all",       NULL,                  {{TN_W_INIT_ALL}},       CLI_FLAG,   &opt.all,       0, 0},
    {"with",      "FILE",                {{TN_W_INIT_WITH}},      CLI_LIST,   &opt.with,      0, 0},
    {0}
};
/* clang-format on */

static bool asked_for(enum tn_file_id file)
{
    for (size_t i = 0; i < opt.with.n; i++)
        if (tn_file_called(opt.with.value[i]) == file)
            return true;
    return tn_file_schema[file].needed || opt.all;
}

static enum tn_fault check_names(struct tn_err *err)
{
    for (size_t i = 0; i < opt.with.n; i++)
        if (tn_file_called(opt.with.value[i]) == TN_FILES)
            return tn_fail(err, TN_EUSAGE, NULL, TN_W_INIT_NO_FILE, opt.with.value[i]);
    return TN_OK;
}

/* Nothing is written where one of the files is there already. */
static enum tn_fault look_first(struct cli_call *call, const char *path[TN_FILES],
                                struct tn_err *err)
{
    for (int i = 0; i < TN_FILES; i++) {
        path[i] = NULL;
        if (!asked_for((enum tn_file_id)i))
            continue;
        path[i] = tn_file_join(call->arena, call->folder[0], tn_file_schema[i].name);
        if (access(path[i], F_OK) == 0 || (errno != ENOENT && errno != ENOTDIR))
            return tn_fail(err, TN_EUSAGE, path[i], TN_W_INIT_THERE);
    }
    return TN_OK;
}

static enum tn_fault run(struct cli_call *call, struct tn_err *err)
{
    static const char separator[] = {',', ';', '\t'};
    const char *path[TN_FILES];
    struct tn_batch batch = {0};

    if (call->folders != 1)
        return tn_fail(err, TN_EUSAGE, NULL, TN_W_INIT_ONE_FOLDER, call->folders);
    enum tn_fault fault = check_names(err);
    if (!fault)
        fault = look_first(call, path, err);
    if (!fault)
        fault = tn_file_folder(call->folder[0], err);
    for (int i = 0; i < TN_FILES && !fault; i++) {
        if (!path[i])
            continue;
        const char *text = tn_template(call->arena, (enum tn_file_id)i,
                                       (enum tn_lang)call->common.lang,
                                       separator[opt.separator]);
        fault = tn_batch_write(call->arena, &batch, path[i], strlen(text), text, err);
    }
    if (fault)
        tn_batch_abandon(&batch);
    else
        fault = tn_batch_commit(&batch, err);
    if (fault)
        return fault;
    call->doc.title = tn_say_both(call->arena, TN_W_INIT_TITLE, call->folder[0]);
    tn_doc_note(call->arena, &call->doc,
                tn_say_both(call->arena, TN_W_INIT_NEXT, call->folder[0]));
    return TN_OK;
}

const struct cli_command cmd_init = {
    .name = "init",
    .group = {{TN_W_GROUP_TOOLS}},
    .summary = {{TN_W_INIT_SUMMARY}},
    .arguments = "FOLDER",
    .option = options,
    .run = run,
    .files = 1,
};
