/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/data/stray.h"

#include "tn/base/fold.h"
#include "tn/base/utf8.h"
#include "tn/data/grow.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

/* The name without its endings ("villages.csv.txt"), folded, dashes as blanks. */
static const char *stem_key(struct tn_arena *arena, const char *name)
{
    const char *plain = tn_fold_plain(arena,
                                      tn_fold_key(arena, strcspn(name, "."), name));
    char *key = tn_arena_text(arena, plain, strlen(plain));

    for (char *c = key; *c; c++)
        *c = *c == '-' ? ' ' : *c;
    return key;
}

struct names {
    struct tn_arena *arena;
    size_t n;
    struct name {
        const char *key;
        enum tn_file_id file;
    } * name;
};

static void add(struct names *names, int file, size_t len, const char *name)
{
    const char *key = stem_key(names->arena, tn_arena_text(names->arena, name, len));

    tn_grow(names->arena, struct name, names->name, names->n);
    names->name[names->n++] = (struct name){key, (enum tn_file_id)file};
}

/* What the files of a plan are called, in either language. */
static struct names all_names(struct tn_arena *arena)
{
    struct names names = {.arena = arena};

    for (int i = 0; i < TN_FILES; i++) {
        const char *at = tn_file_schema[i].alias;
        add(&names, i, strlen(tn_file_schema[i].name), tn_file_schema[i].name);
        for (; at; at = strchr(at, '|'), at = at ? at + 1 : at)
            add(&names, i, strcspn(at, "|"), at);
    }
    return names;
}

/* A slip or two: a letter in four; short words mean too many other things. */
static bool nearly(const char *key, const char *name)
{
    size_t len = strlen(name);

    return tn_fold_distance(key, name) <= len / 4;
}

/* "households 2023" and "households (1)" begin with a name of a file. */
static bool continues(const char *key, const char *name)
{
    size_t len = strlen(name);

    return strncmp(key, name, len) == 0 && strchr(" (0123456789", key[len]);
}

static void judge(const struct names *names, struct tn_stray *stray)
{
    const char *key = stem_key(names->arena, stray->name);

    for (size_t i = 0; i < names->n && !stray->same; i++) {
        const char *name = names->name[i].key;
        stray->same = strcmp(key, name) == 0;
        if (stray->same ||
            (stray->meant == TN_FILES && (nearly(key, name) || continues(key, name))))
            stray->meant = names->name[i].file;
    }
}

static bool has_ending(const char *name, const char *ending)
{
    size_t len = strlen(name), end = strlen(ending);

    return len > end && strcasecmp(name + len - end, ending) == 0;
}

static bool is_of_plan(const char *name)
{
    for (int i = 0; i < TN_FILES; i++)
        if (strcmp(name, tn_file_schema[i].name) == 0)
            return true;
    return false;
}

static bool is_table(const char *name)
{
    static const char *const ending[] = {".txt", ".tsv", ".xls", ".xlsx", ".ods", ".csv"};

    for (size_t i = 0; i < sizeof ending / sizeof *ending; i++)
        if (has_ending(name, ending[i]))
            return *name != '.' && *name != '~' && !is_of_plan(name);
    return false;
}

static bool is_utf8(const char *name)
{
    int32_t code;

    for (size_t bytes; (bytes = tn_utf8_next(name, &code)); name += bytes)
        if (code == -1)
            return false;
    return true;
}

static int by_name(const void *a, const void *b)
{
    return strcmp(((const struct tn_stray *)a)->name, ((const struct tn_stray *)b)->name);
}

size_t tn_strays_of(struct tn_arena *arena, const char *folder, struct tn_stray **stray)
{
    const struct names names = all_names(arena);
    const struct dirent *entry;
    size_t n = 0;
    DIR *dir = opendir(folder);
    if (!dir && errno == ENOMEM)
        tn_out_of_memory(1, 4096);

    while (dir && (entry = readdir(dir))) {
        struct stat status;
        struct tn_stray found = {.name = entry->d_name,
                                 .meant = TN_FILES,
                                 .csv = has_ending(entry->d_name, ".csv")};
        if (!is_table(found.name) || fstatat(dirfd(dir), found.name, &status, 0) != 0 ||
            !S_ISREG(status.st_mode))
            continue;
        if (is_utf8(found.name))
            judge(&names, &found);
        if (found.meant == TN_FILES && !found.csv)
            continue;
        found.name = tn_arena_text(arena, found.name, strlen(found.name));
        tn_grow(arena, struct tn_stray, *stray, n);
        (*stray)[n++] = found;
    }
    if (dir)
        closedir(dir);
    if (n)
        qsort(*stray, n, sizeof **stray, by_name);
    return n;
}
