/* SPDX-License-Identifier: GPL-3.0-or-later */
/* spare.c -- no command writes over a file that it reads. */
#include "cli.h"

#include "tn/data/schema.h"
#include "tn/words/cli.h"

#include <string.h>
#include <sys/stat.h>

static bool is_same(const struct stat *status, const char *path)
{
    struct stat other;

    return path && stat(path, &other) == 0 && other.st_dev == status->st_dev &&
           other.st_ino == status->st_ino;
}

/* A file of the folder, or the folder itself where it is a file (of a country, a part).
 */
static bool is_of_folder(struct cli_call *call, const struct stat *status,
                         const char *folder)
{
    bool same = is_same(status, folder);

    for (int file = 0; file < TN_FILES && !same; file++)
        same = is_same(status,
                       tn_file_join(call->arena, folder, tn_file_schema[file].name));
    return same;
}

enum tn_fault cli_spare_inputs(struct cli_call *call, const char *path,
                               struct tn_err *err)
{
    const char *output = call->common.output;
    struct stat status;

    if (output && output != path && strcmp(output, path) == 0)
        return tn_fail(err, TN_EUSAGE, path, TN_W_OUTPUT_TWICE);
    if (stat(path, &status) != 0 || !S_ISREG(status.st_mode))
        return TN_OK;
    bool same = is_same(&status, call->common.model);
    for (size_t i = 0; i < call->folders && !same; i++)
        same = is_of_folder(call, &status, call->folder[i]);
    for (size_t i = 0; i < call->inputs && !same; i++)
        same = is_same(&status, call->input[i]);
    return same ? tn_fail(err, TN_EUSAGE, path, TN_W_OUTPUT_IS_INPUT) : TN_OK;
}

enum tn_fault cli_file_begin(struct cli_call *call, const char *path,
                             struct tn_file *file, struct tn_err *err)
{
    enum tn_fault fault = cli_spare_inputs(call, path, err);

    return fault ? fault : tn_file_begin(call->arena, path, file, err);
}
