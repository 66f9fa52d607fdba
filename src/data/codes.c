/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/data/codes.h"

#include "tn/base/fold.h"
#include "tn/data/cell.h"

#include <stdbool.h>
#include <string.h>

static bool among(struct tn_arena *scratch, const char *key, const char *names)
{
    while (names) {
        const char *stop = strchr(names, '|');
        size_t len = stop ? (size_t)(stop - names) : strlen(names);
        if (strcmp(tn_fold_key(scratch, len, names), key) == 0)
            return true;
        names = stop ? stop + 1 : NULL;
    }
    return false;
}

size_t tn_code_meant(struct tn_arena *scratch, const struct tn_field *column, size_t len,
                     const char *text)
{
    size_t i = 0;

    for (; i < column->codes; i++)
        if (strlen(column->vocab[i].code) == len &&
            memcmp(column->vocab[i].code, text, len) == 0)
            return i;
    struct tn_mark mark = tn_arena_mark(scratch);
    const char *key = tn_fold_key(scratch, len, text);
    for (i = 0; i < column->codes; i++) {
        const struct tn_code *code = &column->vocab[i];
        if (among(scratch, key, code->code) ||
            among(scratch, key, code->name.text[TN_VI]) ||
            among(scratch, key, code->name.text[TN_EN]) ||
            among(scratch, key, code->alias))
            break;
    }
    tn_arena_rewind(scratch, mark);
    return i;
}

size_t tn_code_nearest(struct tn_arena *scratch, const struct tn_field *column,
                       size_t len, const char *text)
{
    size_t n = column->codes;
    const char **key = tn_new(scratch, const char *, 3 * n);
    const char *meant = tn_fold_plain(scratch, tn_fold_key(scratch, len, text));

    for (size_t i = 0; i < n; i++) {
        const struct tn_code *code = &column->vocab[i];
        const char *name = code->name.text[TN_VI];
        const char *alias = code->alias ? code->alias : name;
        key[i] = tn_fold_key(scratch, strlen(code->code), code->code);
        key[n + i] = tn_fold_plain(scratch, tn_fold_key(scratch, strlen(name), name));
        key[2 * n + i] = tn_fold_plain(scratch,
                                       tn_fold_key(scratch, strcspn(alias, "|"), alias));
    }
    size_t near = tn_fold_nearest(meant, 3 * n, key);
    return near == 3 * n ? n : near % n;
}

size_t tn_cell_list(struct tn_arena *arena, const struct tn_field *column,
                    const struct tn_value *value, const char ***item)
{
    size_t n = 1, made = 0;
    const char *at = value->text;

    if (tn_value_empty(value))
        return 0;
    for (size_t i = 0; i < value->len; i++)
        n += at[i] == '|';
    *item = tn_new(arena, const char *, n);
    while (made < n) {
        at += strspn(at, " ");
        size_t len = strcspn(at, "|"), end = len;
        while (end && at[end - 1] == ' ')
            end--;
        size_t code = tn_code_meant(arena, column, end, at);
        (*item)[made++] = code < column->codes ? column->vocab[code].code
                                               : tn_arena_text(arena, at, end);
        at += len + 1;
    }
    return n;
}
