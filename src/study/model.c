/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/study/model.h"

#include "tn/base/fold.h"
#include "tn/words/model.h"

#include <assert.h>
#include <math.h>
#include <string.h>

static const double MOST_TERM = 100;            // on the logit scale: beyond all use
static const double Z95 = 1.6448536269514722;   // qnorm(0.95)

static const struct {
    const char *name;
    int status;
    enum tn_scale scale;
    bool needed;   // a model without it says nothing; else it may be left out
    double most;   // on the log scale: households per 1,000, or a sd of log odds
} known[TN_PARAMETERS] = {
    [TN_UNPLANNED_POOR] = {"unplanned", TN_POOR, TN_LOGIT, true, 0},
    [TN_PLANNED_POOR] = {"planned", TN_POOR, TN_LOGIT, true, 0},
    [TN_UNPLANNED_NEAR_POOR] = {"unplanned", TN_NEAR_POOR, TN_LOGIT, true, 0},
    [TN_PLANNED_NEAR_POOR] = {"planned", TN_NEAR_POOR, TN_LOGIT, true, 0},
    [TN_VILLAGE_SD] = {"village_sd", TN_UNKNOWN, TN_LOG, true, 10},
    [TN_YEAR_SD] = {"year_sd", TN_UNKNOWN, TN_LOG, true, 10},
    [TN_TO_NEAR_POOR] = {"to_near_poor", TN_POOR, TN_LOGIT, false, 0},
    [TN_NEAR_TO_POOR] = {"near_to_poor", TN_NEAR_POOR, TN_LOGIT, false, 0},
    [TN_ENTRY_POOR] = {"entry", TN_POOR, TN_LOG, false, 1000},
    [TN_ENTRY_NEAR_POOR] = {"entry", TN_NEAR_POOR, TN_LOG, false, 1000},
};

enum tn_parameter_id tn_chance_id(enum tn_status status, bool planned)
{
    return (enum tn_parameter_id)(2 * (int)status + planned);
}

const char *tn_parameter_name(enum tn_parameter_id id, int *status)
{
    *status = known[id].status;
    return known[id].name;
}

/* One row with the place it is complained about at. */
struct reader {
    struct tn_arena *arena;
    const char *file;
    const struct tn_parameter *row;
    struct tn_findings *findings;
    double most;   // of the row's parameter, where its scale is the log
};

static struct tn_finding at(const struct reader *r, enum tn_severity severity)
{
    return (struct tn_finding){.severity = severity,
                               .file = r->file,
                               .line = r->row ? r->row->line : 0,
                               .column = r->row ? r->row->column.name : 0};
}

/* At a column of the row; or of the file, where there is no row. */
#define COMPLAIN_AT(r, col, ...)                                        \
    tn_find((r)->arena, (r)->findings,                                  \
            &(struct tn_finding){.severity = TN_ERROR,                  \
                                 .file = (r)->file,                     \
                                 .line = (r)->row ? (r)->row->line : 0, \
                                 .column = (col)},                      \
            __VA_ARGS__)
#define COMPLAIN(r, part, ...) COMPLAIN_AT(r, (r)->row->column.part, __VA_ARGS__)

static double scaled(enum tn_scale scale, double x)
{
    return scale == TN_LOGIT ? log(x) - log1p(-x) : scale == TN_LOG ? log(x) : x;
}

static bool on_scale(const struct tn_prior *prior, double x, double most)
{
    return prior->scale == TN_LOGIT ? x > 0 && x < 1
           : prior->scale == TN_LOG ? x > 0 && x <= most
                                    : fabs(x) <= MOST_TERM;
}

/* False, and an error, where one of the quantiles that are there leaves the scale. */
static bool all_on_scale(const struct reader *r, const struct tn_prior *prior)
{
    static const char *const name[] = {"q05", "q50", "q95"};
    const double q[] = {r->row->q05, r->row->q50, r->row->q95};
    const struct tn_parameter_columns *at = &r->row->column;
    const long column[] = {at->q05, at->q50, at->q95};

    for (int i = 0; i < 3; i++) {
        if (isnan(q[i]) || on_scale(prior, q[i], r->most))
            continue;
        if (prior->scale == TN_LOGIT)
            COMPLAIN_AT(r, column[i], TN_W_MODEL_NOT_SHARE, name[i], r->row->name, q[i]);
        else if (prior->scale == TN_LOG)
            COMPLAIN_AT(r, column[i], TN_W_MODEL_NOT_POSITIVE, name[i], r->row->name,
                        r->most, q[i]);
        else
            COMPLAIN_AT(r, column[i], TN_W_MODEL_BEYOND, name[i], r->row->name, q[i]);
        return false;
    }
    return true;
}

/* The normal through three quantiles, all on the scale and ascending. */
static void through_quantiles(const struct reader *r, struct tn_prior *prior)
{
    const struct tn_parameter *row = r->row;

    if (!(row->q05 <= row->q50 && row->q50 <= row->q95)) {
        COMPLAIN(r, q50, TN_W_MODEL_ORDER, row->name, row->q05, row->q50, row->q95);
        return;
    }
    double low = scaled(prior->scale, row->q05), high = scaled(prior->scale, row->q95);
    prior->mean = (low + scaled(prior->scale, row->q50) + high) / 3;
    prior->sd = (high - low) / (2 * Z95);
}

static void read_quantiles(const struct reader *r, struct tn_prior *prior)
{
    const struct tn_parameter *row = r->row;

    if (isnan(row->q50) || isnan(row->q05) != isnan(row->q95)) {
        COMPLAIN(r, name, TN_W_MODEL_HALF, row->name);
    } else if (prior->scale != TN_IDENTITY && !(row->q50 < 0 || row->q50 > 0)) {
        prior->off = true;
    } else if (!all_on_scale(r, prior)) {
        return;
    } else if (!isnan(row->q05)) {
        through_quantiles(r, prior);
    } else {
        prior->mean = scaled(prior->scale, row->q50);
    }
}

static struct tn_prior read_prior(const struct reader *r, enum tn_scale scale)
{
    const struct tn_parameter *row = r->row;
    struct tn_prior prior = {.scale = scale, .stated = true, .source = row->source};

    if (isnan(row->mean) != isnan(row->sd))
        COMPLAIN(r, name, TN_W_MODEL_HALF, row->name);
    else if (!isnan(row->mean) &&
             !(isnan(row->q05) && isnan(row->q50) && isnan(row->q95)))
        COMPLAIN(r, mean, TN_W_MODEL_BOTH, row->name);
    else if (isnan(row->mean))
        read_quantiles(r, &prior);
    else if (row->sd < 0)
        COMPLAIN(r, sd, TN_W_MODEL_NEGATIVE_SD, row->name, row->sd);
    else if (!(fabs(row->mean) <= 100 && row->sd <= 20))
        COMPLAIN(r, mean, TN_W_MODEL_FAR, row->name, row->mean, row->sd);
    else if (scale == TN_LOG && exp(row->mean) > r->most)
        COMPLAIN(r, mean, TN_W_MODEL_NOT_POSITIVE, "exp(mean)", row->name, r->most,
                 exp(row->mean));
    else
        prior.mean = row->mean, prior.sd = row->sd;
    return prior;
}

/* The parameter of a row, or TN_PARAMETERS; *named says whether the name alone fits. */
static size_t find_known(const struct tn_parameter *row, bool *named)
{
    size_t found = TN_PARAMETERS;

    *named = false;
    for (size_t id = 0; id < TN_PARAMETERS; id++) {
        if (strcmp(known[id].name, row->name) != 0)
            continue;
        *named = true;
        bool alone = strcmp(known[id].name, "to_near_poor") == 0 ||
                     strcmp(known[id].name, "near_to_poor") == 0 ||
                     known[id].status == TN_UNKNOWN;
        if (known[id].status == row->status || alone)
            found = id;
    }
    return found;
}

static bool is_term(const char *name)
{
    return strcmp(name, "working_share") == 0 || strcmp(name, "no_worker") == 0 ||
           (strncmp(name, "cause:", 6) == 0 && name[6]);
}

static void read_term(const struct reader *r, struct tn_model *model)
{
    struct tn_term term = {r->row->name, r->row->status, read_prior(r, TN_IDENTITY)};

    for (size_t i = 0; i < model->terms; i++)
        if (strcmp(model->term[i].name, term.name) == 0 &&
            model->term[i].status == term.status) {
            model->term[i] = term;
            return;
        }
    model->term[model->terms++] = term;
}

const struct tn_village_term *tn_model_village(const struct tn_model *model,
                                               const char *key)
{
    for (size_t i = 0; i < model->villages; i++)
        if (strcmp(model->village[i].key, key) == 0)
            return &model->village[i];
    return NULL;
}

static const char village_prefix[] = "village:", commune_prefix[] = "commune:";

/* The name after a prefix; null where the row's name is not of that kind. */
static const char *named_after(const struct reader *r, const char *prefix)
{
    size_t n = strlen(prefix);

    return strncmp(r->row->name, prefix, n) == 0 && r->row->name[n] ? r->row->name + n
                                                                    : NULL;
}

/* A later row takes the place of one of the same name. */
static void read_area(const struct reader *r, const char *name, size_t *n,
                      struct tn_village_term area[])
{
    struct tn_village_term term = {name, tn_fold_key(r->arena, strlen(name), name),
                                   read_prior(r, TN_IDENTITY), r->row->line};
    size_t i = 0;

    while (i < *n && strcmp(area[i].key, term.key) != 0)
        i++;
    area[i] = term;
    *n += i == *n;
}

static void read_row(struct reader *r, struct tn_model *model)
{
    bool named;
    size_t id = find_known(r->row, &named);

    if (id < TN_PARAMETERS && r->row->status != TN_UNKNOWN &&
        r->row->status != known[id].status) {
        COMPLAIN(r, status, TN_W_MODEL_OTHER_STATUS, r->row->name,
                 tn_status_vocab[r->row->status].code);
    } else if (id < TN_PARAMETERS) {
        r->most = known[id].most;
        model->prior[id] = read_prior(r, known[id].scale);
    } else if (named) {
        COMPLAIN(r, status, TN_W_MODEL_WANTS_STATUS, r->row->name);
    } else if (is_term(r->row->name)) {
        read_term(r, model);
    } else if (named_after(r, village_prefix)) {
        read_area(r, named_after(r, village_prefix), &model->villages, model->village);
    } else if (named_after(r, commune_prefix)) {
        read_area(r, named_after(r, commune_prefix), &model->communes, model->commune);
    } else {
        struct tn_finding where = at(r, TN_WARNING);
        tn_find(r->arena, r->findings, &where, TN_W_MODEL_UNKNOWN, r->row->name);
    }
}

static void check_whole(const struct reader *r, const struct tn_model *model)
{
    for (size_t id = 0; id < TN_PARAMETERS; id++) {
        if (model->prior[id].stated || !known[id].needed)
            continue;
        if (known[id].status == TN_UNKNOWN)
            COMPLAIN_AT(r, 0, TN_W_MODEL_MISSING, known[id].name);
        else
            COMPLAIN_AT(r, 0, TN_W_MODEL_MISSING_STATUS, known[id].name,
                        tn_status_vocab[known[id].status].code);
    }
}

static void start_from(struct tn_arena *arena, const struct tn_model *defaults, size_t n,
                       struct tn_model *model)
{
    *model = defaults ? *defaults : (struct tn_model){0};
    model->term = tn_new(arena, struct tn_term, model->terms + n);
    for (size_t i = 0; i < model->terms; i++)
        model->term[i] = defaults->term[i];
    model->village = tn_new(arena, struct tn_village_term, model->villages + n);
    for (size_t i = 0; i < model->villages; i++)
        model->village[i] = defaults->village[i];
    model->commune = tn_new(arena, struct tn_village_term, model->communes + n);
    for (size_t i = 0; i < model->communes; i++)
        model->commune[i] = defaults->commune[i];
    for (size_t id = 0; id < TN_PARAMETERS; id++)
        if (!model->prior[id].stated)
            model->prior[id] = (struct tn_prior){.scale = known[id].scale, .off = true};
}

enum tn_fault tn_model_from(struct tn_arena *arena, const struct tn_model_rows *rows,
                            const struct tn_model *defaults, struct tn_model *model,
                            struct tn_findings *findings, struct tn_err *err)
{
    size_t before = findings->errors;
    struct reader r = {.arena = arena, .file = rows->input.path, .findings = findings};

    start_from(arena, defaults, rows->n, model);
    for (size_t i = 0; i < rows->n; i++) {
        r.row = &rows->row[i];
        read_row(&r, model);
    }
    r.row = NULL;
    check_whole(&r, model);
    if (findings->errors > before)
        return tn_fail(err, TN_EDATA, r.file, TN_W_MODEL_BROKEN,
                       findings->errors - before);
    return TN_OK;
}

double tn_prior_scaled(const struct tn_prior *prior, double z)
{
    return prior->off ? -(double)INFINITY : prior->mean + prior->sd * z;
}

double tn_prior_at(const struct tn_prior *prior, double z)
{
    double x = tn_prior_scaled(prior, z);

    if (prior->off)
        return 0;
    return prior->scale == TN_LOGIT ? 1 / (1 + exp(-x))
           : prior->scale == TN_LOG ? exp(x)
                                    : x;
}

static bool uncertain(const struct tn_prior *prior)
{
    return !prior->off && prior->sd > 0;
}

size_t tn_model_uncertain(const struct tn_model *model)
{
    size_t n = 0;

    for (size_t id = 0; id < TN_PARAMETERS; id++)
        n += uncertain(&model->prior[id]);
    for (size_t i = 0; i < model->terms; i++)
        n += uncertain(&model->term[i].prior);
    return n;
}
