/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "country.h"
#include "district.h"
#include "team.h"

#include "tn/base/decimal.h"
#include "tn/base/file.h"
#include "tn/show/show_country.h"
#include "tn/study/synthetic.h"
#include "tn/words/country.h"
#include "tn/words/district.h"

#include <string.h>
#include <sys/stat.h>

struct cli_country cli_country;

enum {
    BATCH = 16,   // parameter points come in so many replicates
    POINTS = 64
};

bool cli_is_country(const struct cli_call *call)
{
    struct stat about;

    return call->folders == 1 && stat(call->folder[0], &about) == 0 &&
           S_ISREG(about.st_mode);
}

enum tn_fault cli_refuse_scale(const struct cli_call *call, struct tn_err *err)
{
    const bool country = cli_is_country(call);
    const struct {
        const char *name;
        bool named;
    } option[] = {{"points", cli_country.points != 0},
                  {"shares", cli_country.shares != NULL},
                  {"areas", cli_country.areas != NULL}};

    for (size_t i = 0; i < sizeof option / sizeof *option; i++)
        if (option[i].named && !country)
            return tn_fail(err, TN_EUSAGE, NULL, TN_W_COUNTRY_ONLY, option[i].name);
    if (cli_district_share >= 0 && (country || call->folders < 2))
        return tn_fail(err, TN_EUSAGE, NULL, TN_W_DISTRICT_ONLY, "district-share");
    return TN_OK;
}

bool cli_answers(void)
{
    return tn_team_answers(cli_team());
}

enum tn_fault cli_generate_country(struct cli_call *call, const char *path,
                                   long households, struct tn_err *err)
{
    uint64_t seed = (uint64_t)call->common.seed;
    struct tn_synthetic country = households ? tn_synthetic_of(seed, households)
                                             : tn_synthetic_at(seed, 1);
    struct tn_file file = {0};
    enum tn_fault fault = cli_file_begin(call, path, &file, err);

    if (fault)
        return fault;
    tn_synthetic_write(file.out, &country);
    return tn_file_commit(&file, err);
}

/* A country on its way through: read, answered and written province by province. */
struct passing {
    struct cli_call *call;
    struct tn_arena work;   // of one province
    struct tn_country_run *run;
    struct tn_show_country show;
    FILE *rows;   // where every area goes, or null
    bool begun;
};

static void write_rows(struct passing *p, const struct tn_table *table)
{
    if (p->rows)
        tn_csv_write_part(p->rows, table, &p->call->doc.source, !p->begun);
    p->begun = true;
}

static bool take_province(void *context, const struct tn_province *province)
{
    struct passing *p = context;
    struct tn_mark mark = tn_arena_mark(&p->work);
    struct tn_province_outcome of = tn_country_next(&p->work, p->run, province);

    if (cli_answers())
        tn_show_country_add(&p->show, &of);
    if (p->rows)
        write_rows(p, p->show.total ? tn_country_quota_rows(&p->work, &of)
                                    : tn_country_rows(&p->work, &of));
    tn_arena_rewind(&p->work, mark);
    return true;
}

/* The first error found becomes the fault; main prints them all. */
static enum tn_fault read_fault(struct cli_call *call, const struct tn_reading *reading,
                                struct tn_err *err)
{
    const struct tn_finding *first = call->findings.first;

    while (first && first->severity != TN_ERROR)
        first = first->next;
    if (!first)
        return tn_fail(err, TN_EFILE, call->folder[0], TN_W_COUNTRY_CHANGED);
    return tn_fail(err, reading->broken ? TN_EFILE : TN_EDATA, first->file, "%s", "%s",
                   first->text.text[TN_VI]);
}

static enum tn_fault read_country(struct cli_call *call, struct tn_findings *findings,
                                  tn_province_fn *fn, void *context,
                                  struct tn_country *country, struct tn_err *err)
{
    const struct tn_read_options options = {.encoding = call->common.encoding,
                                            .max_mib = call->common.max_mib};
    struct tn_reading reading = {.arena = call->arena,
                                 .findings = findings,
                                 .options = &options,
                                 .path = call->folder[0]};

    return tn_country_read(&reading, fn, context, country)
               ? TN_OK
               : read_fault(call, &reading, err);
}

enum tn_fault cli_country_read(struct cli_call *call, tn_province_fn *fn, void *context,
                               struct tn_country *country, struct tn_err *err)
{
    enum tn_fault fault = read_country(call, &call->findings, fn, context, country, err);

    if (!fault)
        cli_note_inputs(call, 1, &country->input);
    return fault;
}

static enum tn_fault take_shares(struct tn_country_options *options, struct tn_err *err)
{
    const char *text = cli_country.shares ? cli_country.shares : "1:1:1:1", *at = text;
    double sum = 0;
    size_t n = 0;

    for (bool more = true; more && n < TN_SHARED_LEVELS; n++) {
        size_t len = strcspn(at, ":");
        int decimals;
        if (!tn_decimal_read(len, at, '.', TN_DECIMAL_EXPONENT, &options->share[n],
                             &decimals))
            break;
        sum += options->share[n];
        more = at[len] == ':';
        at += len + more;
    }
    if (n != TN_SHARED_LEVELS || *at || !(sum > 0))
        return tn_fail(err, TN_EUSAGE, NULL, TN_W_SHARES_WRONG, text);
    for (size_t i = 0; i < TN_SHARED_LEVELS; i++)
        options->share[i] /= sum;
    return TN_OK;
}

/* What is asked: a forecast; or draws; or quotas, of which a total is shared out. */
struct job {
    long draws;          // 0: none
    const long *total;   // TN_STATUSES, TN_UNKNOWN: the country's quota; or null
};

static enum tn_fault take_options(struct cli_call *call, const struct job *job,
                                  struct tn_country_options *options, struct tn_err *err)
{
    *options = (struct tn_country_options){
        .seed = (unsigned long)call->common.seed,
        .threads = (int)call->common.threads,
        .points = call->common.method == CLI_EXACT ? 0
                  : cli_country.points             ? cli_country.points
                                                   : POINTS,
        .draws = job->draws,
        .team = cli_team(),
        .share_out = job->total != NULL,
    };
    if (options->points % BATCH != 0)
        return tn_fail(err, TN_EUSAGE, NULL, TN_W_POINTS_WRONG, options->points);
    return take_shares(options, err);
}

/* Terms say what a household's own traits do; here no household is known. */
static void note_terms(struct cli_call *call, const struct tn_model *model)
{
    const char *names = "";

    for (size_t i = 0; i < model->terms; i++)
        names = i ? tn_say(call->arena, TN_EN, "%s, %s", "%s, %s", names,
                           model->term[i].name)
                  : model->term[i].name;
    if (model->terms)
        tn_doc_note(call->arena, &call->doc,
                    tn_say_both(call->arena, TN_W_COUNTRY_TERMS, names));
}

/* The model: the shipped one, or that of --model. */
static enum tn_fault read_model(struct cli_call *call, struct tn_model *model,
                                struct tn_err *err)
{
    struct tn_commune *none = tn_new(call->arena, struct tn_commune, 1);

    none->folder = call->folder[0];
    return cli_read_model(call, none, model, err);
}

static void answer(struct passing *p, const struct tn_country_options *options,
                   const struct tn_country *country,
                   const struct tn_area_outcome whole[TN_STATUSES])
{
    struct cli_call *call = p->call;

    write_rows(p, p->show.total
                      ? tn_country_quota_whole_rows(call->arena, &p->show, whole)
                      : tn_country_whole_rows(call->arena, whole));
    if (call->common.format == CLI_CSV)
        return;
    if (p->show.total)
        tn_show_country_quota(call->arena, &call->doc, &p->show, country, options, whole);
    else
        tn_show_country(call->arena, &call->doc, &p->show, country, options, whole);
}

static enum tn_fault pass(struct passing *p, const struct tn_model *model,
                          const struct tn_country_options *options,
                          const struct tn_country *checked, struct tn_err *err)
{
    struct cli_call *call = p->call;
    struct tn_country again;
    struct tn_findings unsaid = {0};
    struct tn_area_outcome whole[TN_STATUSES];

    p->run = options->draws ? tn_country_simulate(call->arena, model, options)
                            : tn_country_forecast(call->arena, model, options);
    p->show.arena = call->arena;
    enum tn_fault fault = read_country(call, &unsaid, take_province, p, &again, err);
    if (p->show.total)
        tn_country_share_provinces(call->arena, p->run, p->show.total, p->show.outcome);
    tn_country_close(call->arena, p->run, &checked->whole, whole);
    tn_arena_free(&p->work);
    if (fault)
        return fault;
    if (strcmp(again.input.sha256, checked->input.sha256) != 0)
        return tn_fail(err, TN_EFILE, call->folder[0], TN_W_COUNTRY_CHANGED);
    if (!cli_answers())
        return TN_OK;
    answer(p, options, checked, whole);
    return TN_OK;
}

/* Every area goes to the file of --areas or, in CSV, to where the answer goes. */
static enum tn_fault pass_into(struct cli_call *call, const struct tn_model *model,
                               const struct tn_country_options *options,
                               const struct tn_country *checked, const long *total,
                               struct tn_err *err)
{
    const char *path = call->common.format == CLI_CSV ? call->common.output
                                                      : cli_country.areas;
    bool to_stdout = call->common.format == CLI_CSV && !path;
    struct tn_file file = {0};
    struct passing p = {.call = call, .show.total = total};
    enum tn_fault fault = TN_OK;

    if (!cli_answers())
        return pass(&p, model, options, checked, err);
    if (path)
        fault = cli_file_begin(call, path, &file, err);
    if (fault)
        return fault;
    p.rows = to_stdout ? stdout : file.out;
    call->doc.source.version = "thoatngheo " TN_VERSION;
    fault = pass(&p, model, options, checked, err);
    if (!path)
        return fault;
    if (!fault)
        return tn_file_commit(&file, err);
    tn_file_abandon(&file);
    return fault;
}

static enum tn_fault run(struct cli_call *call, const struct job *job, struct tn_err *err)
{
    long total[TN_STATUSES];
    struct tn_country_options options;
    struct tn_country *country = tn_new(call->arena, struct tn_country, 1);
    struct tn_model *model = tn_new(call->arena, struct tn_model, 1);

    enum tn_fault fault = take_options(call, job, &options, err);
    if (!fault)
        fault = cli_country_read(call, NULL, NULL, country, err);
    if (!fault)
        fault = read_model(call, model, err);
    if (fault)
        return fault;
    note_terms(call, model);
    if (!tn_model_uncertain(model))
        options.points = 0;
    if (options.points || options.draws)
        call->doc.source.seed = call->common.seed;
    for (int s = 0; job->total && s < TN_STATUSES; s++)
        total[s] = job->total[s] == TN_UNKNOWN ? country->whole.quota[s] : job->total[s];
    return pass_into(call, model, &options, country, job->total ? total : NULL, err);
}

enum tn_fault cli_country_run(struct cli_call *call, long draws, struct tn_err *err)
{
    return run(call, &(struct job){.draws = draws}, err);
}

enum tn_fault cli_country_quota(struct cli_call *call, const long total[TN_STATUSES],
                                struct tn_err *err)
{
    return run(call, &(struct job){.total = total}, err);
}
