/* SPDX-License-Identifier: GPL-3.0-or-later */
/* oracle_lines.h -- the lines of a file in tests/oracle/, cut at commas. No quoting. */
#ifndef TN_TESTS_ORACLE_LINES_H
#define TN_TESTS_ORACLE_LINES_H

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ORACLE_FIELDS = 32, ORACLE_NUMBERS = 32 };

struct oracle {
    FILE *file;
    char text[2048];
    size_t fields;
    char *field[ORACLE_FIELDS];
};

static inline bool oracle_next(struct oracle *of)
{
    if (!fgets(of->text, sizeof of->text, of->file)) {
        fclose(of->file);
        return false;
    }
    of->text[strcspn(of->text, "\r\n")] = '\0';
    of->fields = 0;
    for (char *at = of->text;; at++) {
        assert_true(of->fields < ORACLE_FIELDS);
        of->field[of->fields++] = at;
        at += strcspn(at, ",");
        if (!*at)
            return true;
        *at = '\0';
    }
}

/* Open a file and pass its header. */
static inline void oracle_open(struct oracle *of, const char *path)
{
    of->file = fopen(path, "r");
    if (!of->file)
        fail_msg("cannot read %s", path);
    else
        oracle_next(of);
}

static inline double oracle_real(const struct oracle *of, size_t field)
{
    assert_true(field < of->fields);
    return strtod(of->field[field], NULL);
}

static inline long oracle_count(const struct oracle *of, size_t field)
{
    return (long)oracle_real(of, field);
}

/* The numbers of a field, parted by blanks. */
static inline size_t oracle_list(const struct oracle *of, size_t field, double number[])
{
    size_t n = 0;

    for (char *at = of->field[field], *end = at; n < ORACLE_NUMBERS; at = end) {
        double x = strtod(at, &end);
        if (end == at)
            break;
        number[n++] = x;
    }
    return n;
}

#endif
