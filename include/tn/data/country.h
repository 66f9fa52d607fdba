/* SPDX-License-Identifier: GPL-3.0-or-later */
/* country.h -- a whole country in one file: province, district, commune, village.
 *
 * One village a row: its poor and near-poor households and their quotas. A wider area may
 * have a row of its own, with the columns of what lies inside it empty: then the quotas
 * there are those asked of it, which may be other than the sum of its parts'. The rows of
 * an area stand together. The file is given province by province, so that memory is that
 * of the largest one.
 */
#ifndef TN_DATA_COUNTRY_H
#define TN_DATA_COUNTRY_H

#include "tn/data/reading.h"
#include "tn/data/schema.h"

enum tn_area_level {
    TN_A_COUNTRY,
    TN_A_PROVINCE,
    TN_A_DISTRICT,
    TN_A_COMMUNE,
    TN_A_VILLAGE,
    TN_AREA_LEVELS
};

struct tn_area {
    const char *name;
    long line;                       // on which it first stands
    long own_line;                   // of its own row; 0: it has none
    long households[TN_STATUSES];    // of all its villages
    long quota[TN_STATUSES];         // its own, or its parts' sum
    long parts_quota[TN_STATUSES];   // its parts' sum; of a village its own
    long stated[TN_STATUSES];   // households by its own row; TN_UNKNOWN: not given, or
                                // a village
    long stated_all;            // poor or not, likewise
    double all_households;      // poor or not; NAN where some village's is not known
    size_t parent;              // index in the level above
    size_t first, parts;        // of the level below: [first, first + parts)
};

/* All areas of one province; the province itself is area[TN_A_PROVINCE][0]. */
struct tn_province {
    size_t n[TN_AREA_LEVELS];   // 0 of TN_A_COUNTRY
    struct tn_area *area[TN_AREA_LEVELS];
};

/* What is done with each province, which is there until the next; false ends the
 * reading. */
typedef bool tn_province_fn(void *context, const struct tn_province *province);

/* What is known once the file has been read. */
struct tn_country {
    struct tn_area whole;
    size_t n[TN_AREA_LEVELS];
    struct tn_input input;
};

extern const struct tn_file_schema tn_country_schema;

/* Read reading->path. fn may be null: then the file is only checked and counted. False
 * where there was an error; findings say which. */
bool tn_country_read(struct tn_reading *reading, tn_province_fn *fn, void *context,
                     struct tn_country *country);

#endif
