/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/base/batch.h"

#include "tn/base/undo.h"

#include <string.h>

static void add(struct tn_arena *arena, struct tn_batch *batch,
                const struct tn_file *file)
{
    if (batch->n == batch->room) {
        size_t room = 2 * batch->room + 16;
        struct tn_file *more = tn_new(arena, struct tn_file, room);
        if (batch->n)
            memcpy(more, batch->file, batch->n * sizeof *more);
        batch->file = more;
        batch->room = room;
    }
    batch->file[batch->n++] = *file;
}

enum tn_fault tn_batch_keep(struct tn_arena *arena, struct tn_batch *batch,
                            struct tn_file *file, struct tn_err *err)
{
    enum tn_fault fault = tn_file_settle(file, err);

    if (!fault)
        add(arena, batch, file);
    *file = (struct tn_file){0};
    return fault;
}

enum tn_fault tn_batch_write(struct tn_arena *arena, struct tn_batch *batch,
                             const char *path, size_t len, const void *bytes,
                             struct tn_err *err)
{
    struct tn_file file = {0};
    enum tn_fault fault = tn_file_begin(arena, path, &file, err);

    if (fault)
        return fault;
    fault = tn_file_put(&file, len, bytes, err);
    return fault ? fault : tn_batch_keep(arena, batch, &file, err);
}

enum tn_fault tn_batch_commit(struct tn_batch *batch, struct tn_err *err)
{
    enum tn_fault fault = TN_OK;

    tn_undo_hold();
    for (size_t i = 0; i < batch->n; i++)
        if (!fault)
            fault = tn_file_name(&batch->file[i], err);
        else
            tn_file_abandon(&batch->file[i]);
    tn_undo_release();
    if (batch->n)
        tn_file_settle_folder(batch->file[0].goal);
    batch->n = 0;
    return fault;
}

void tn_batch_abandon(struct tn_batch *batch)
{
    for (size_t i = 0; i < batch->n; i++)
        tn_file_abandon(&batch->file[i]);
    batch->n = 0;
}
