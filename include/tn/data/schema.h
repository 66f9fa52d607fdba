/* SPDX-License-Identifier: GPL-3.0-or-later */
/* schema.h -- what the files of a plan folder hold: files, columns, kinds of cells.
 *
 * The one place that says it. The reader checks by it, `schema` and `init` print it, and
 * the README's tables are made from it.
 */
#ifndef TN_DATA_SCHEMA_H
#define TN_DATA_SCHEMA_H

#include <stdbool.h>
#include <stddef.h>

#include "tn/base/say.h"
#include "tn/data/vocab.h"

enum tn_field_kind {
    TN_K_TEXT,     // anything
    TN_K_NAME,     // one line, at most 256 bytes, no control characters
    TN_K_COUNT,    // whole number, digits only, 0 to 999,999,999
    TN_K_YEAR,     // 1900 to 2100
    TN_K_DATE,     // 31/12/2024 or 2024-12-31
    TN_K_NUMBER,   // decimal number, with point or comma
    TN_K_FLAG,     // 0 or 1
    TN_K_CODE,     // one of a vocabulary
    TN_K_LIST      // codes, joined by |
};

enum { TN_NAME_LIMIT = 256 };   // bytes

#define TN_COUNT_LIMIT 999999999L

struct tn_field {
    const char *name;   // as the program calls it: "poor_quota"
    enum tn_field_kind kind;
    bool needed;        // the header must have it
    bool filled;        // no cell of it may be empty
    double low, high;   // of a number; both allowed
    size_t codes;       // of TN_K_CODE and TN_K_LIST
    const struct tn_code *vocab;
    struct tn_words heading;   // as an office writes it: "Chỉ tiêu giảm hộ nghèo"
    struct tn_words meaning;
    const char *alias;   // further headings, joined by |; or null
    const char *key;     // the file in whose first column the cell must stand
};

struct tn_file_schema {
    const char *name;   // "villages.csv"
    bool needed;
    struct tn_words holds;     // one line
    struct tn_words without;   // what its absence switches off
    size_t columns;
    const struct tn_field *column;
    const char *alias;   // what offices may call it, joined by |
};

enum tn_file_id {
    TN_F_PLAN,
    TN_F_VILLAGES,
    TN_F_HOUSEHOLDS,
    TN_F_INDICATORS,
    TN_F_GOALS,
    TN_F_CLAIMS,
    TN_F_VILLAGE_CLAIMS,
    TN_F_HISTORY,
    TN_F_PROGRESS,
    TN_F_MODEL,
    TN_F_SCENARIO,
    TN_FILES
};

extern const struct tn_file_schema tn_file_schema[TN_FILES];

/* The file of a plan that is called so, "history.csv" or "history"; TN_FILES where none
 * is. */
enum tn_file_id tn_file_called(const char *name);

/* plan.csv is one value a row: its keys, as if they were columns. */
enum tn_plan_key {
    TN_P_COMMUNE,
    TN_P_DISTRICT,
    TN_P_PROVINCE,
    TN_P_PLAN_YEAR,
    TN_P_BASE_YEAR,
    TN_P_POOR,
    TN_P_NEAR_POOR,
    TN_P_POOR_QUOTA,
    TN_P_NEAR_POOR_QUOTA,
    TN_P_HOUSEHOLDS_TOTAL,
    TN_P_KEYS
};
extern const struct tn_field tn_plan_key[TN_P_KEYS];

/* Columns of each file, in the order of its schema. */
enum { TN_PLAN_KEY, TN_PLAN_VALUE, TN_PLAN_NOTE, TN_PLAN_COLUMNS };
enum {
    TN_V_VILLAGE,
    TN_V_POOR,
    TN_V_POOR_QUOTA,
    TN_V_NEAR_POOR,
    TN_V_NEAR_POOR_QUOTA,
    TN_V_HOUSEHOLDS,
    TN_V_OFFICER,
    TN_V_VILLAGE_HEAD,
    TN_V_SOCIAL_PROTECTION,
    TN_V_WITH_MEMBER_15_PLUS,
    TN_V_WITH_ABLE_WORKER,
    TN_V_COLUMNS
};
enum {
    TN_H_HOUSEHOLD,
    TN_H_VILLAGE,
    TN_H_STATUS,
    TN_H_PLANNED,
    TN_H_HEAD,
    TN_H_MEMBERS,
    TN_H_WORKERS,
    TN_H_CAUSE,
    TN_H_MEASURES,
    TN_H_FLAG,
    TN_H_WEIGHT = TN_H_FLAG + TN_INDICATORS,
    TN_H_STRATUM,
    TN_H_PSU,
    TN_H_NOTE,
    TN_H_COLUMNS
};
enum {
    TN_I_YEAR,
    TN_I_STATUS,
    TN_I_INDICATOR,
    TN_I_PERCENT,
    TN_I_COUNT,
    TN_I_BASE,
    TN_I_STANDARD,
    TN_I_COLUMNS
};
enum {
    TN_G_SECTION,
    TN_G_STATUS,
    TN_G_INDICATOR,
    TN_G_GOAL_PERCENT,
    TN_G_MEANING,
    TN_G_NOTE,
    TN_G_COLUMNS
};
enum {
    TN_C_SECTION,
    TN_C_QUANTITY,
    TN_C_STATUS,
    TN_C_YEAR,
    TN_C_VALUE,
    TN_C_UNIT,
    TN_C_NOTE,
    TN_C_COLUMNS
};
enum {
    TN_VC_SECTION,
    TN_VC_VILLAGE,
    TN_VC_QUANTITY,
    TN_VC_STATUS,
    TN_VC_VALUE,
    TN_VC_NOTE,
    TN_VC_COLUMNS
};
enum {
    TN_Y_YEAR,
    TN_Y_VILLAGE,
    TN_Y_STATUS,
    TN_Y_PLANNED,
    TN_Y_AT_RISK,
    TN_Y_EXITS,
    TN_Y_TO_NEAR_POOR,
    TN_Y_ENTRIES,
    TN_Y_COMMUNE,
    TN_Y_DISTRICT,
    TN_Y_TO_POOR,
    TN_Y_HOUSEHOLD,
    TN_Y_MEMBERS,
    TN_Y_WORKERS,
    TN_Y_CAUSE,
    TN_Y_COLUMNS
};
enum { TN_R_DATE, TN_R_VILLAGE, TN_R_STATUS, TN_R_EXITS, TN_R_COLUMNS };
enum {
    TN_M_PARAMETER,
    TN_M_STATUS,
    TN_M_Q05,
    TN_M_Q50,
    TN_M_Q95,
    TN_M_MEAN,
    TN_M_SD,
    TN_M_SOURCE,
    TN_M_COLUMNS
};
enum { TN_S_SELECT, TN_S_KEY, TN_S_STATUS, TN_S_CHANGE, TN_S_VALUE, TN_S_COLUMNS };
enum { TN_MOST_COLUMNS = TN_H_COLUMNS };

#endif
