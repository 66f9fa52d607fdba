/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/data/commune.h"

#include "tn/base/utf8.h"
#include "tn/data/evidence.h"
#include "tn/data/grow.h"
#include "tn/data/household.h"
#include "tn/data/plan.h"
#include "tn/data/stray.h"
#include "tn/words/columns.h"
#include "tn/words/data.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Households of a village and status in households.csv. */
struct listed {
    long n;
    long above;   // line of the first that is one too many; 0: none
};

struct folder {
    struct tn_arena *arena;
    const struct tn_read_options *options;
    struct tn_commune *commune;
    struct tn_findings *findings;
    struct tn_places places;
    long plan_line[TN_P_KEYS];
    bool broken;
    size_t strays;
    struct tn_stray *stray;
    struct listed *listed;   // by village and status
};

static const struct tn_read_options no_options;

static const char *join(struct tn_arena *arena, const char *folder, const char *name)
{
    size_t len = strlen(folder);
    bool slash = len && folder[len - 1] == '/';

    return tn_say(arena, TN_EN, "%s%s%s", "%s%s%s", folder, slash ? "" : "/", name);
}

static void keep_household(struct folder *f, const struct tn_household *household)
{
    struct tn_commune *c = f->commune;
    struct tn_arena *a = f->arena;

    tn_grow(a, struct tn_household, c->household, c->households_listed);
    struct tn_household *h = &c->household[c->households_listed++];
    *h = *household;
    h->code = tn_arena_text(a, h->code, strlen(h->code));
    h->head = tn_arena_text(a, h->head, strlen(h->head));
    h->note = tn_arena_text(a, h->note, strlen(h->note));
    h->stratum = tn_arena_text(a, h->stratum, strlen(h->stratum));
    h->psu = tn_arena_text(a, h->psu, strlen(h->psu));
    h->cause = tn_new(a, const char *, h->causes);
    h->measure = tn_new(a, const char *, h->measures);
    for (size_t i = 0; i < h->causes; i++)
        h->cause[i] = tn_arena_text(a, household->cause[i], strlen(household->cause[i]));
    for (size_t i = 0; i < h->measures; i++)
        h->measure[i] = tn_arena_text(a, household->measure[i],
                                      strlen(household->measure[i]));
}

static void take_household(void *context, const struct tn_household *h)
{
    struct folder *f = context;
    const struct tn_commune *c = f->commune;

    if (!f->listed)
        f->listed = tn_new(f->arena, struct listed, TN_STATUSES * c->villages);
    struct listed *listed = &f->listed[h->village * TN_STATUSES + (size_t)h->status];
    if (++listed->n == c->village[h->village].households[h->status] + 1)
        listed->above = h->line;
    if (f->options->household)
        f->options->household(f->options->context, h);
    else
        keep_household(f, h);
}

static bool read_file(struct folder *f, enum tn_file_id file, struct tn_reading *r,
                      struct tn_input *input)
{
    struct tn_commune *c = f->commune;

    switch (file) {
    case TN_F_PLAN:
        return tn_plan_read(r, c, f->plan_line, input);
    case TN_F_VILLAGES:
        return tn_villages_read(r, c, &f->places, input);
    case TN_F_HOUSEHOLDS:
        return tn_household_each(r, &f->places, take_household, f, input);
    case TN_F_INDICATORS:
        return tn_indicators_read(r, c, input);
    case TN_F_GOALS:
        return tn_goals_read(r, c, input);
    case TN_F_CLAIMS:
        return tn_claims_read(r, c, input);
    case TN_F_VILLAGE_CLAIMS:
        return tn_village_claims_read(r, c, &f->places, input);
    case TN_F_HISTORY:
        return tn_history_read(r, c, input);
    case TN_F_PROGRESS:
        return tn_progress_read(r, c, &f->places, input);
    case TN_F_MODEL:
        return tn_parameters_read(r, &c->parameters, &c->parameter, input);
    case TN_F_SCENARIO:
    default:
        return tn_scenario_read(r, c, &f->places, input);
    }
}

/* The name of a file that is meant to be this one; or null. */
static const char *misnamed(const struct folder *f, enum tn_file_id file)
{
    for (size_t i = 0; i < f->strays; i++)
        if (f->stray[i].meant == file)
            return f->stray[i].name;
    return NULL;
}

static void tell_missing(struct folder *f, enum tn_file_id file, struct tn_reading *r)
{
    const char *name = tn_file_schema[file].name, *near = misnamed(f, file);

    if (near)
        TN_FIND(r, TN_ERROR, 0, 0, TN_W_NO_FILE_NEAR, name,
                tn_shown(r, strlen(near), near));
    else
        TN_FIND(r, TN_ERROR, 0, 0, TN_W_NO_FILE, name);
}

static bool is_there(const struct folder *f, enum tn_file_id file)
{
    for (size_t i = 0; i < f->commune->inputs; i++)
        if (f->commune->input[i].name == tn_file_schema[file].name)
            return true;
    return false;
}

/* Nothing is left unread without a word; but a workbook may lie beside the file that was
 * saved from it. */
static void tell_strays(struct folder *f)
{
    for (size_t i = 0; i < f->strays; i++) {
        const struct tn_stray *stray = &f->stray[i];
        struct tn_reading r = {
            .arena = f->arena,
            .findings = f->findings,
            .path = tn_utf8_safe(f->arena,
                                 join(f->arena, f->commune->folder, stray->name))};
        const char *name = stray->meant < TN_FILES ? tn_file_schema[stray->meant].name
                                                   : "";
        if (!*name)
            TN_FIND(&r, TN_NOTE, 0, 0, TN_W_STRAY);
        else if (!is_there(f, stray->meant))
            TN_FIND(&r, TN_WARNING, 0, 0, TN_W_STRAY_NEAR, name);
        else if (stray->csv)
            TN_FIND(&r, stray->same ? TN_WARNING : TN_NOTE, 0, 0, TN_W_STRAY_BESIDE,
                    name);
    }
}

static bool may_lack(const struct folder *f, enum tn_file_id file)
{
    return f->options->history || (f->options->area && file == TN_F_VILLAGES);
}

/* Read one file of the folder if it is there. */
static void visit(struct folder *f, enum tn_file_id file)
{
    const struct tn_file_schema *schema = &tn_file_schema[file];
    struct tn_reading r = {.arena = f->arena,
                           .findings = f->findings,
                           .options = f->options,
                           .path = join(f->arena, f->commune->folder, schema->name)};
    struct stat status;

    /* A link that leads nowhere is there, and wrong; so is what cannot be looked at. */
    if (lstat(r.path, &status) != 0 && (errno == ENOENT || errno == ENOTDIR)) {
        if (schema->needed && !may_lack(f, file))
            tell_missing(f, file, &r);
        else if (file == TN_F_PLAN)
            tn_plan_unsaid(f->commune);
        return;
    }
    if (stat(r.path, &status) == 0 && !S_ISREG(status.st_mode) &&
        !S_ISDIR(status.st_mode)) {   // a pipe that nobody writes to would wait for ever
        TN_FIND(&r, TN_ERROR, 0, 0, TN_W_NOT_A_FILE);
        return;
    }
    struct tn_input *input = &f->commune->input[f->commune->inputs++];
    *input = (struct tn_input){.name = schema->name, .path = r.path};
    read_file(f, file, &r, input);
    f->broken = f->broken || r.broken;
}

/* What the plan says of a key, beside what its villages add up to: the plan's figure is
 * the commune's, with a warning where they differ. */
static void compare(struct folder *f, struct tn_reading *r, enum tn_plan_key key,
                    long plan, long sum)
{
    if (plan != TN_UNKNOWN && plan != sum)
        TN_FIND(r, TN_WARNING, f->plan_line[key], 2, TN_W_SUM_DIFFERS,
                tn_plan_key[key].name, plan, sum);
}

static void sum_up(struct folder *f, struct tn_reading *r, enum tn_status s)
{
    enum tn_plan_key base_key = s == TN_POOR ? TN_P_POOR : TN_P_NEAR_POOR;
    enum tn_plan_key quota_key = s == TN_POOR ? TN_P_POOR_QUOTA : TN_P_NEAR_POOR_QUOTA;
    struct tn_commune *c = f->commune;
    long quota = 0;

    for (size_t i = 0; i < c->villages; i++) {
        c->households[s] += c->village[i].households[s];
        quota += c->village[i].quota[s];
    }
    compare(f, r, base_key, c->plan_households[s], c->households[s]);
    compare(f, r, quota_key, c->plan_quota[s], quota);
    c->quota[s] = c->plan_quota[s] != TN_UNKNOWN ? c->plan_quota[s] : quota;
    if (c->plan_households[s] == TN_UNKNOWN && c->quota[s] > c->households[s])
        TN_FIND(r, TN_ERROR, f->plan_line[quota_key], 2, TN_W_PLAN_QUOTA_ABOVE,
                tn_plan_key[quota_key].name, c->quota[s], c->households[s]);
}

static void join_plan_and_villages(struct folder *f)
{
    struct tn_commune *c = f->commune;
    struct tn_reading r = {
        .arena = f->arena, .findings = f->findings, .path = c->input[TN_F_PLAN].path};

    for (int s = 0; s < TN_STATUSES; s++)
        if (c->villages)
            sum_up(f, &r, (enum tn_status)s);
    long all = c->households[TN_POOR] + c->households[TN_NEAR_POOR];
    if (c->households_total != TN_UNKNOWN && c->households_total < all)
        TN_FIND(&r, TN_ERROR, f->plan_line[TN_P_HOUSEHOLDS_TOTAL], 2, TN_W_TOTAL_BELOW,
                c->households_total, all);
}

/* households.csv may leave households out, but not list more than a village has. */
static void compare_list(struct folder *f)
{
    struct tn_commune *c = f->commune;
    struct tn_reading r = {
        .arena = f->arena,
        .findings = f->findings,
        .path = join(f->arena, c->folder, tn_file_schema[TN_F_HOUSEHOLDS].name)};

    for (size_t i = 0; f->listed && i < TN_STATUSES * c->villages; i++) {
        const struct tn_village *v = &c->village[i / TN_STATUSES];
        size_t status = i % TN_STATUSES;
        if (f->listed[i].above)
            TN_FIND(&r, TN_ERROR, f->listed[i].above, 3, TN_W_LISTED_ABOVE,
                    tn_status_vocab[status].code, v->households[status] + 1,
                    tn_shown(&r, strlen(v->name), v->name), v->households[status]);
    }
}

/* The faults of the whole reading, after all its findings are in. */
static enum tn_fault verdict(struct tn_arena *arena, const struct tn_findings *findings,
                             bool broken, struct tn_err *err)
{
    if (!findings->errors)
        return TN_OK;
    struct tn_finding **sorted = tn_findings_sorted(arena, findings), *first = *sorted;
    while (first->severity != TN_ERROR)
        first = *++sorted;
    char place[256] = "";
    if (first->line)
        snprintf(place, sizeof place, "%s:%ld:%ld", first->file, first->line,
                 first->column);
    else
        snprintf(place, sizeof place, "%s", first->file);
    enum tn_fault fault = broken ? TN_EFILE : TN_EDATA;
    tn_fail(err, fault, place, "%s", "%s", first->text.text[TN_VI]);
    if (err)
        snprintf(err->text[TN_EN], sizeof err->text[TN_EN], "%s",
                 first->text.text[TN_EN]);
    return fault;
}

enum tn_fault tn_commune_read(struct tn_arena *arena, const char *folder,
                              const struct tn_read_options *options,
                              struct tn_commune *commune, struct tn_findings *findings,
                              struct tn_err *err)
{
    struct folder f = {.arena = arena,
                       .options = options ? options : &no_options,
                       .commune = commune,
                       .findings = findings,
                       .places = tn_places_in(arena)};
    struct tn_reading r = {.arena = arena, .findings = findings, .path = folder};
    struct stat status;

    *commune = (struct tn_commune){
        .folder = folder, .name = "", .district = "", .province = ""};
    commune->input = tn_new(arena, struct tn_input, TN_FILES);
    if (stat(folder, &status) != 0)
        TN_FIND(&r, TN_ERROR, 0, 0, TN_W_NO_FOLDER, strerror(errno));
    else if (!S_ISDIR(status.st_mode))
        TN_FIND(&r, TN_ERROR, 0, 0, TN_W_NOT_A_FOLDER);
    else
        f.strays = tn_strays_of(arena, folder, &f.stray);
    for (int file = 0; file < TN_FILES && !r.errors; file++)
        visit(&f, (enum tn_file_id)file);
    tell_strays(&f);
    if (!findings->errors)
        join_plan_and_villages(&f);
    if (!findings->errors)
        compare_list(&f);
    return verdict(arena, findings, f.broken, err);
}

enum tn_fault tn_model_read(struct tn_arena *arena, const char *path,
                            const struct tn_read_options *options,
                            struct tn_model_rows *rows, struct tn_findings *findings,
                            struct tn_err *err)
{
    struct tn_reading r = {.arena = arena,
                           .findings = findings,
                           .options = options ? options : &no_options,
                           .path = path};
    const char *name = strrchr(path, '/');
    struct tn_parameter *row = NULL;

    *rows = (struct tn_model_rows){
        .input = {.name = name ? name + 1 : path, .path = path}};
    tn_parameters_read(&r, &rows->n, &row, &rows->input);
    rows->row = row;
    return verdict(arena, findings, r.broken, err);
}
