/* SPDX-License-Identifier: GPL-3.0-or-later */
/* commune.h -- one commune's plan: everything its folder says, checked and joined.
 *
 * Structs are plain, refer to one another by index, and live in the arena they
 * were read into. Counts are of households unless said otherwise; TN_UNKNOWN
 * stands for a cell that is empty or a file that is absent, and is kept apart
 * from 0. Percent, as printed in a plan, stays text-exact (struct tn_printed).
 */
#ifndef TN_DATA_COMMUNE_H
#define TN_DATA_COMMUNE_H

#include <stdbool.h>
#include <stddef.h>

#include "tn/base/arena.h"
#include "tn/base/fault.h"
#include "tn/base/finding.h"
#include "tn/data/vocab.h"

enum { TN_UNKNOWN = -1 };

#define TN_NONE ((size_t)-1)   // no village, no indicator

/* A number as a plan prints it: 34.30 is {34.3, 2}. */
struct tn_printed {
    double value;   // NAN where the cell is empty
    int decimals;   // digits after the decimal mark, as written
};

struct tn_village {
    const char *name;
    long line;   // in villages.csv
    long households[TN_STATUSES], quota[TN_STATUSES];
    long all_households;                  // poor or not; or TN_UNKNOWN
    const char *officer, *village_head;   // "" where absent
    long social_protection, with_member_15_plus, with_able_worker;   // or TN_UNKNOWN
};

struct tn_household {
    const char *code;
    long line;        // in households.csv
    size_t village;   // index into the commune's villages
    enum tn_status status;
    bool planned;   // is to exit in the plan year
    const char *head, *note;
    long members, workers;   // persons; or TN_UNKNOWN
    size_t causes, measures;
    const char **cause, **measure;         // codes, in the order written
    signed char deprived[TN_INDICATORS];   // 1, 0, or TN_UNKNOWN
    double weight;                         // survey weight; 1 where absent
    const char *stratum, *psu;             // "" where absent
};

struct tn_indicator {
    long line;
    int year;
    enum tn_status status;
    size_t indicator;            // index into tn_indicator_vocab
    struct tn_printed percent;   // value NAN where the file gives a count
    long count;                  // or TN_UNKNOWN
    long base;                   // households of that status and year; or TN_UNKNOWN
    const char *standard;        // of poverty, as the file names it; "" where absent
};

struct tn_goal {
    long line;
    const char *section;
    int status;         // enum tn_status, or TN_UNKNOWN for 'all'
    size_t indicator;   // or TN_NONE
    double goal_percent;
    const char *meaning, *note;
};

/* A row of claims.csv (village TN_NONE) or village_claims.csv (year TN_UNKNOWN). */
struct tn_claim {
    long line;
    const char *section;
    enum tn_quantity quantity;
    const char *quantity_text;   // as the file has it
    int status;                  // index into tn_claim_status_vocab
    size_t village;
    int year;
    struct tn_printed value;
    const char *unit, *note;
};

struct tn_history {
    long line;
    int year;
    const char *village;              // any area's name; need not be in villages.csv
    const char *commune, *district;   // "" where the file has no such column
    enum tn_status status;
    bool planned;
    long at_risk, exits, to_near_poor, entries;   // the last two or TN_UNKNOWN
    long to_poor;            // of those that stay near-poor; or TN_UNKNOWN
    const char *household;   // its code, where the row is one household; else ""
    long members, workers;   // of the household; or TN_UNKNOWN
    size_t causes;
    const char **cause;
};

struct tn_progress {
    long line;
    int year, month, day;
    size_t village;
    enum tn_status status;
    long exits;   // cumulative since 1 January
};

/* The columns that a row of model.csv is complained about at; 0: not there. */
struct tn_parameter_columns {
    long name, status, q05, q50, q95, mean, sd;
};

/* A row of model.csv, on the parameter's own scale unless mean is given. */
struct tn_parameter {
    long line;
    struct tn_parameter_columns column;
    const char *name;       // planned, unplanned, village_sd, ..., cause:illness
    int status;             // enum tn_status, or TN_UNKNOWN where the cell is empty
    double q05, q50, q95;   // NAN where absent
    double mean, sd;        // on the transformed scale; NAN where absent
    const char *source;
};

enum tn_selector { TN_BY_HOUSEHOLD, TN_BY_VILLAGE, TN_BY_CAUSE, TN_BY_STATUS };

/* The largest shift on the logit scale that anybody can mean: a chance of one half
 * becomes one in 500 million. */
#define TN_SHIFT_MOST 20.0

struct tn_change {
    long line;
    enum tn_selector select;
    const char *key;   // household code, village name, cause or status
    int status;        // only households of this one; or TN_UNKNOWN for both
    bool set;          // value is a probability; else a shift on the logit scale
    double value;
};

struct tn_input {
    const char *name;   // file name inside the folder, "plan.csv"
    const char *path;   // as the user would write it
    char sha256[65];    // of the bytes as they are on disk, in hexadecimal
    size_t rows;
};

struct tn_commune {
    const char *folder, *name, *district, *province;   // "" where absent
    int base_year, plan_year;
    long plan_households[TN_STATUSES],
        plan_quota[TN_STATUSES];    // plan.csv; or TN_UNKNOWN
    long households[TN_STATUSES];   // sum over the villages
    long quota[TN_STATUSES];        // plan.csv's where given, else the villages' sum
    long households_total;          // plan.csv's; or TN_UNKNOWN
    size_t villages, households_listed, indicators, goals, claims, village_claims;
    size_t histories, progresses, parameters, changes, inputs;
    struct tn_village *village;
    struct tn_household *household;
    struct tn_indicator *indicator;
    struct tn_goal *goal;
    struct tn_claim *claim, *village_claim;
    struct tn_history *history;
    struct tn_progress *progress;
    struct tn_parameter *parameter;   // of the folder's model.csv only
    struct tn_change *change;
    struct tn_input *input;
};

typedef void tn_household_fn(void *context, const struct tn_household *household);

struct tn_read_options {
    const char *encoding;   // null: told from the bytes
    double max_mib;         // a file above this is refused; 0: the default, 256
    const void *bytes;      // the file's bytes, where they are not on the disk; or null
    size_t len;             // of bytes
    bool area;              // an area to compare with: villages.csv may be absent
    bool history;           // results of past years: plan.csv may be absent as well
    tn_household_fn *household;   // what is done with each household in place of keeping
    void *context;                // it; its texts last until the next. Or null
};

/* Read and check a plan folder. findings receives everything there is to say;
 * where it has errors the fault is TN_EDATA, err describes the first of them, and
 * *commune is not to be used.
 * Fails with TN_EDATA (a folder or file that is missing, or cannot be opened, too), or
 * TN_EFILE where reading broke off. */
TN_CHECKED enum tn_fault tn_commune_read(struct tn_arena *arena, const char *folder,
                                         const struct tn_read_options *options,
                                         struct tn_commune *commune,
                                         struct tn_findings *findings,
                                         struct tn_err *err);

/* What one model.csv says. */
struct tn_model_rows {
    size_t n;
    const struct tn_parameter *row;
    struct tn_input input;   // its path is named in what there is to say of the rows
};

/* Read one model.csv (the shipped defaults, or --model FILE) by the same rules. */
TN_CHECKED enum tn_fault tn_model_read(struct tn_arena *arena, const char *path,
                                       const struct tn_read_options *options,
                                       struct tn_model_rows *rows,
                                       struct tn_findings *findings, struct tn_err *err);

#endif
