/* SPDX-License-Identifier: GPL-3.0-or-later */
/* stray.h -- tables in a plan folder that are none of its files.
 *
 * A name that is misspelt, in Vietnamese, or with another ending (Villages.CSV,
 * ho_gia_dinh.csv, households (1).csv, villages.xlsx) would leave a table unread without
 * a word. */
#ifndef TN_DATA_STRAY_H
#define TN_DATA_STRAY_H

#include "tn/data/schema.h"

#include "tn/base/arena.h"

struct tn_stray {
    const char *name;
    enum tn_file_id meant;   // to judge by the name; TN_FILES: none of them
    bool same;               // it is that file's name but for case, ending and language
    bool csv;
};

/* The strays of a folder, sorted by name: every other CSV file, and of further tables
 * those whose names are near to a plan's file. Gives their number. */
size_t tn_strays_of(struct tn_arena *arena, const char *folder, struct tn_stray **stray);

#endif
