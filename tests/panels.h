/* SPDX-License-Identifier: GPL-3.0-or-later */
/* panels.h -- the panels of tests/oracle/hier as struct tn_panel. */
#ifndef TN_TESTS_PANELS_H
#define TN_TESTS_PANELS_H

#include <stdio.h>
#include <string.h>

#include "tn/num/nested.h"

enum { PANEL_ROWS = 200, PANEL_GROUPS = 64 };

struct panel_data {
    double n[PANEL_ROWS], y[PANEL_ROWS], x[2 * PANEL_ROWS];
    size_t year[PANEL_ROWS], first[PANEL_GROUPS + 1];
    struct tn_panel panel;
};

/* group,year,n,x,y; the fixed part is 1 and x. */
static inline void panel_read(const char *path, int years, struct panel_data *d)
{
    FILE *file = fopen(path, "r");
    char line[128];
    int last = 0, group, year;
    size_t rows = 0, groups = 0, latest = 0;
    double n, x, y;

    assert_non_null(file);
    assert_non_null(fgets(line, sizeof line, file));
    while (fscanf(file, "%d,%d,%lf,%lf,%lf", &group, &year, &n, &x, &y) == 5) {
        if (group != last)
            d->first[groups++] = rows;
        last = group;
        d->n[rows] = n;
        d->y[rows] = y;
        d->x[2 * rows] = 1;
        d->x[2 * rows + 1] = x;
        d->year[rows++] = (size_t)year - 1;
        latest = (size_t)year > latest ? (size_t)year : latest;
    }
    fclose(file);
    d->first[groups] = rows;
    d->panel = (struct tn_panel){.rows = rows,
                                 .fixed = 2,
                                 .years = years ? latest : 0,
                                 .levels = 1,
                                 .at_risk = d->n,
                                 .exits = d->y,
                                 .x = d->x,
                                 .year = years ? d->year : NULL,
                                 .areas = {groups},
                                 .first = {d->first}};
}

/* The value of a quantity in an oracle file: the last field of the line that starts
 * with the key. */
static inline double oracle_value(const char *path, const char *key)
{
    FILE *file = fopen(path, "r");
    char line[256];
    double value = NAN;

    assert_non_null(file);
    while (fgets(line, sizeof line, file))
        if (strncmp(line, key, strlen(key)) == 0 && line[strlen(key)] == ',')
            sscanf(line + strlen(key) + 1, "%lf", &value);
    fclose(file);
    assert_true(isfinite(value) != 0);
    return value;
}

#endif
