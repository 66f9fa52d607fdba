/* SPDX-License-Identifier: GPL-3.0-or-later */
/* thoatngheo schema -- the files of a plan folder and their columns. */
#include "cli.h"

#include "tn/base/file.h"
#include "tn/show/show_schema.h"
#include "tn/words/check.h"
#include "tn/words/cli.h"

#include <string.h>

static struct {
    int markdown;
} opt;

/* clang-format off */
static const struct cli_option options[] = {
    {"markdown", NULL, {{TN_W_SCHEMA_MARKDOWN}}, CLI_FLAG, &opt.markdown, 0, 0},
    {0}
};
/* clang-format on */

/* "villages", or "villages.csv", or a path that ends so. */
static enum tn_file_id file_named(const char *name)
{
    const char *slash = strrchr(name, '/');

    return tn_file_called(slash ? slash + 1 : name);
}

static const char *all_files(struct tn_arena *arena)
{
    char *all = tn_new(arena, char, TN_FILES * 32);

    for (int i = 0; i < TN_FILES; i++) {
        strcat(all, i ? ", " : "");
        strcat(all, tn_file_schema[i].name);
    }
    return all;
}

static enum tn_fault write_markdown(struct cli_call *call, enum tn_file_id file,
                                    struct tn_err *err)
{
    enum tn_lang lang = (enum tn_lang)call->common.lang;
    struct tn_file out = {.out = stdout};

    if (call->common.output) {
        enum tn_fault fault = cli_file_begin(call, call->common.output, &out, err);
        if (fault)
            return fault;
    }
    tn_show_schema_markdown(call->arena, out.out, file, lang);
    return call->common.output ? tn_file_commit(&out, err) : TN_OK;
}

static enum tn_fault run(struct cli_call *call, struct tn_err *err)
{
    enum tn_file_id file = TN_FILES;

    if (call->folders > 1)
        return tn_fail(err, TN_EUSAGE, NULL, TN_W_SCHEMA_ONE_FILE, call->folders);
    if (call->folders) {
        file = file_named(call->folder[0]);
        if (file == TN_FILES)
            return tn_fail(err, TN_EUSAGE, NULL, TN_W_SCHEMA_NO_FILE, call->folder[0],
                           all_files(call->arena));
    }
    if (opt.markdown)
        return write_markdown(call, file, err);
    tn_show_schema(call->arena, &call->doc, file);
    return TN_OK;
}

const struct cli_command cmd_schema = {
    .name = "schema",
    .group = {{TN_W_GROUP_TOOLS}},
    .summary = {{TN_W_SCHEMA_SUMMARY}},
    .arguments = "[FILE]",
    .option = options,
    .run = run,
    .files = 1,
};
