/* SPDX-License-Identifier: GPL-3.0-or-later */
/* thoatngheo report -- the main job: a plan's charts, tables and summary in a folder.
 * thoatngheo plot -- the charts alone. */
#include "country.h"
#include "district.h"
#include "multidim.h"

#include "tn/base/file.h"
#include "tn/base/utf8.h"
#include "tn/out/browser.h"
#include "tn/show/charts.h"
#include "tn/show/charts_district.h"
#include "tn/show/report.h"
#include "tn/show/show_audit.h"
#include "tn/show/show_exits.h"
#include "tn/show/show_forecast.h"
#include "tn/show/show_prevalence.h"
#include "tn/show/show_quota.h"
#include "tn/show/show_whatif.h"
#include "tn/words/cli.h"
#include "tn/words/district.h"
#include "tn/words/summary.h"

#include <stdbool.h>
#include <string.h>

static struct {
    struct cli_list chart;
    int pdf;
} opt;

/* clang-format off */
static const struct cli_option report_options[] = {
    {"pdf", NULL, {{TN_W_OPT_PDF}}, CLI_FLAG, &opt.pdf, 0, 0},
    {"district-share", "SHARE", {{TN_W_OPT_DISTRICT_SHARE}}, CLI_REAL, &cli_district_share, 0, 1},
    {0}
};
static const struct cli_option options[] = {
    {"chart", "NAME", {{TN_W_OPT_CHART}}, CLI_LIST, &opt.chart, 0, 0},
    {0}
};
/* clang-format on */

static const double LEVEL = 0.95;   // of the intervals of prevalence

/* What the commands work out; plot leaves out what it does not draw. */
struct job {
    struct tn_commune commune;
    struct tn_model model;
    struct tn_quota quota;
    struct tn_prevalences prevalences;
    struct tn_audit audit;
    struct tn_sensitivity sensitivity;
    struct tn_show_multidim multidim;
    struct tn_trends trends;
    struct tn_results results;
    struct tn_report_tables tables;
    struct tn_report report;
};

/* What households' flags and earlier reviews say, where there are any. */
static enum tn_fault deprivation(struct cli_call *call, struct job *job,
                                 struct tn_err *err)
{
    static const struct cli_multidim how = {.interval = TN_WILSON,
                                            .level = 0.95,
                                            .adjust = TN_HOLM,
                                            .missing = TN_DROP_MISSING};
    const struct tn_trend_options years = {LEVEL, TN_WILSON, TN_HOLM};
    enum tn_fault fault = tn_trends_of(call->arena, &job->commune, &years, &job->trends,
                                       err);

    job->results.trends = &job->trends;
    if (fault || !cli_has_flags(&job->commune))
        return fault;
    struct tn_err left_out;   // no household with all flags: no chart of them
    if (cli_multidim_of(call, &how, &job->commune, &job->multidim, &left_out))
        return TN_OK;
    job->multidim = cli_drawn(call, &job->multidim);
    job->results.multidim = &job->multidim;
    return TN_OK;
}

static enum tn_fault work_out(struct cli_call *call, struct job *job, bool all,
                              struct tn_err *err)
{
    enum tn_fault fault = cli_read_plan(call, &job->commune, err);

    if (!fault)
        fault = cli_read_model(call, &job->commune, &job->model, err);
    if (fault)
        return fault;
    struct tn_quota_options how = {
        .forecast = {.method = call->common.method == CLI_EXACT ? TN_EXACT
                                                                : TN_CONDITIONAL,
                     .seed = (unsigned long)call->common.seed,
                     .threads = (int)call->common.threads},
        .total = {TN_UNKNOWN, TN_UNKNOWN},
    };
    fault = all ? tn_quota_of(call->arena, &job->commune, &job->model, &how, &job->quota,
                              err)
                : tn_forecast_of(call->arena, &job->commune, &job->model, &how.forecast,
                                 &job->quota.forecast, err);
    if (fault)
        return fault;
    job->prevalences = tn_prevalence_of(call->arena, &job->commune, TN_WILSON, LEVEL);
    job->sensitivity = tn_sensitivity_of(call->arena, &job->commune, &job->model);
    call->doc.source.seed = call->common.seed;
    call->doc.source.version = "thoatngheo " TN_VERSION;
    job->results = (struct tn_results){
        &job->commune, &job->model,       &job->quota, &job->prevalences,
        &job->audit,   &job->sensitivity, NULL,        NULL};
    job->report = (struct tn_report){.lang = (enum tn_lang)call->common.lang,
                                     .results = &job->results,
                                     .tables = &job->tables,
                                     .source = &call->doc.source};
    return deprivation(call, job, err);
}

static struct tn_doc *new_doc(struct cli_call *call)
{
    struct tn_doc *doc = tn_new(call->arena, struct tn_doc, 1);

    doc->source = call->doc.source;
    return doc;
}

/* The documents whose tables are written: those that summary.md tells first. */
static void make_docs(struct cli_call *call, struct job *job)
{
    enum { FORECAST, EXITS, PREVALENCE, QUOTA, AUDIT, SENSITIVITY, TABLES, DOCS };
    const struct tn_commune *c = &job->commune;
    struct tn_doc **doc = tn_new(call->arena, struct tn_doc *, DOCS);
    struct tn_show_forecast *forecast = tn_new(call->arena, struct tn_show_forecast, 1);
    struct tn_show_quota *quota = tn_new(call->arena, struct tn_show_quota, 1);
    struct tn_show_whatif *whatif = tn_new(call->arena, struct tn_show_whatif, 1);
    struct tn_classes *classes = &job->quota.classes;
    struct tn_chance_options how = {(unsigned long)call->common.seed,
                                    (int)call->common.threads};
    struct tn_chances chances = tn_chances_of(call->arena, c, &job->model, classes, &how);
    struct tn_show_exits exits = {
        c, &job->model, classes, &chances, c->households_listed > 0, call->common.names};

    *forecast = (struct tn_show_forecast){c, &job->quota.forecast, TN_COUNT_NONE};
    *quota = (struct tn_show_quota){c, &job->quota, 0};
    *whatif = (struct tn_show_whatif){.commune = c, .sensitivity = &job->sensitivity};
    job->audit = tn_audit_of(call->arena, c);
    job->tables = tn_report_tables_of(call->arena, &job->results);
    job->tables.doc.source = call->doc.source;
    for (int i = 0; i < DOCS; i++)
        doc[i] = i == TABLES ? &job->tables.doc : new_doc(call);
    tn_show_forecast(call->arena, doc[FORECAST], forecast);
    tn_show_exits(call->arena, doc[EXITS], &exits);
    if (job->prevalences.rows)
        tn_show_prevalence(call->arena, doc[PREVALENCE], c, &job->prevalences);
    tn_show_quota(call->arena, doc[QUOTA], quota);
    tn_show_audit(call->arena, doc[AUDIT], c, &job->audit);
    tn_show_whatif(call->arena, doc[SENSITIVITY], whatif);
    job->report.doc = doc;
    job->report.docs = DOCS;
    job->report.told = PREVALENCE + 1;
}

/* plots/NAME-OF-THE-FOLDER where --output does not say; plots/district for several. */
static const char *output_folder(const struct cli_call *call)
{
    const char *plan = call->folder[0], *slash;
    size_t len = strlen(plan);

    if (call->common.output)
        return call->common.output;
    if (call->folders > 1)
        return tn_file_join(call->arena, "plots", "district");
    while (len > 1 && plan[len - 1] == '/')
        len--;
    plan = tn_arena_text(call->arena, plan, len);
    slash = strrchr(plan, '/');
    return tn_file_join(call->arena, "plots", slash ? slash + 1 : plan);
}

/* The page is written also where the charts could not be drawn. */
static enum tn_fault write_files(struct cli_call *call, struct tn_report *report,
                                 const char *folder, struct tn_err *err)
{
    struct tn_err later;
    enum tn_fault fault = tn_report_tables(call->arena, report, folder, err);

    if (!fault)
        fault = tn_report_charts(call->arena, report, folder, err);
    if (fault && fault != TN_ETOOL)
        return tn_report_finish(report, fault, err);
    enum tn_fault page = tn_report_page(call->arena, report, folder,
                                        fault ? &later : err);
    if (page && fault)
        *err = later;
    return tn_report_finish(report, page ? page : fault, err);
}

/* Without a browser the report is whole all the same: a sentence says what to do. */
static void print_page(struct cli_call *call, const char *folder)
{
    struct tn_err why = {TN_OK, "", {"", ""}};
    const char *page = tn_file_join(call->arena, folder, "index.html");
    const char *pdf = tn_file_join(call->arena, folder, "report.pdf");

    if (tn_browser_print(call->arena, page, pdf, NULL, &why))
        fprintf(stderr, "thoatngheo: %s\n",
                tn_utf8_safe(call->arena, why.text[call->common.lang]));
}

/* The files into the folder, and on standard output what to open. */
static enum tn_fault write_report(struct cli_call *call, struct tn_report *report,
                                  const char *folder, struct tn_err *err)
{
    enum tn_lang lang = report->lang;
    enum tn_fault fault = write_files(call, report, folder, err);

    if (!fault && opt.pdf)
        print_page(call, folder);
    const char *shown = tn_utf8_safe(call->arena, folder);
    if (fault)
        fprintf(stderr, "%s\n",
                tn_say(call->arena, lang, TN_W_REPORT_TABLES_ONLY, shown));
    else if (!call->common.quiet)
        printf("%s\n%s\n",
               tn_say(call->arena, lang, TN_W_REPORT_DONE, report->files, shown),
               tn_file_join(call->arena, shown, "index.html"));
    return fault;
}

static enum tn_fault ready_folder(const char *folder, struct tn_err *err)
{
    enum tn_fault fault = tn_file_folder(folder, err);

    if (!fault)
        tn_file_sweep(folder);
    return fault;
}

/* Several plans: what they come to, and one beside the other. */
static enum tn_fault run_district(struct cli_call *call, struct tn_err *err)
{
    struct tn_doc *doc = tn_new(call->arena, struct tn_doc, 1);
    struct tn_figure figure[TN_DISTRICT_CHARTS];
    struct tn_report report = {.lang = (enum tn_lang)call->common.lang,
                               .docs = 1,
                               .doc = &doc,
                               .figure = figure};
    enum tn_fault fault = cli_district_shown(call, &report.district, err);

    if (!fault)
        fault = ready_folder(output_folder(call), err);
    if (fault)
        return fault;
    call->doc.source.version = "thoatngheo " TN_VERSION;
    *doc = call->doc;
    call->doc = (struct tn_doc){.source = doc->source};   // nothing on standard output
    report.source = &doc->source;
    report.figures = tn_charts_of_district(call->arena, report.lang, report.district,
                                           figure);
    return write_report(call, &report, output_folder(call), err);
}

static enum tn_fault run_report(struct cli_call *call, struct tn_err *err)
{
    struct tn_figure figure[TN_CHARTS];

    enum tn_fault fault = cli_refuse_scale(call, err);
    if (fault)
        return fault;
    if (call->folders > 1)
        return run_district(call, err);
    struct job *job = tn_new(call->arena, struct job, 1);
    fault = work_out(call, job, true, err);
    if (!fault)
        fault = ready_folder(output_folder(call), err);
    if (fault)
        return fault;
    job->report.figure = figure;
    job->report.figures = tn_charts_of(call->arena, job->report.lang, &job->results,
                                       figure);
    make_docs(call, job);
    return write_report(call, &job->report, output_folder(call), err);
}

static bool asked_for(const char *name)
{
    for (size_t i = 0; i < opt.chart.n; i++)
        if (strcmp(opt.chart.value[i], name) == 0)
            return true;
    return opt.chart.n == 0;
}

/* Every name asked for is a chart's, and the plan has numbers for it. */
static enum tn_fault check_names(struct cli_call *call, size_t n,
                                 const struct tn_figure figure[], struct tn_err *err)
{
    (void)call;
    for (size_t i = 0; i < opt.chart.n; i++) {
        bool known = false, drawn = false;
        for (size_t j = 0; j < TN_CHARTS; j++)
            known |= strcmp(opt.chart.value[i], tn_chart_name[j]) == 0;
        for (size_t j = 0; j < n; j++)
            drawn |= strcmp(opt.chart.value[i], figure[j].name) == 0;
        if (!known)
            return tn_fail(err, TN_EUSAGE, NULL, TN_W_NO_CHART, opt.chart.value[i],
                           "prevalence, exits-poor, exits-near-poor, villages-poor, "
                           "villages-near-poor, end-rates, goals, trends, "
                           "sensitivity-poor, sensitivity-near-poor, fair-poor, "
                           "fair-near-poor, certainty-poor, certainty-near-poor, "
                           "heat-village, contributions, robustness, change-poor");
        if (!drawn)
            return tn_fail(err, TN_EDATA, NULL, TN_W_CHART_NO_DATA, opt.chart.value[i]);
    }
    return TN_OK;
}

static enum tn_fault run_plot(struct cli_call *call, struct tn_err *err)
{
    struct job *job = tn_new(call->arena, struct job, 1);
    struct tn_figure figure[TN_CHARTS], wanted[TN_CHARTS];
    enum tn_lang lang = (enum tn_lang)call->common.lang;
    size_t drawn = 0;

    enum tn_fault fault = work_out(call, job, false, err);
    if (fault)
        return fault;
    size_t n = tn_charts_of(call->arena, lang, &job->results, figure);
    fault = check_names(call, n, figure, err);
    if (fault)
        return fault;
    for (size_t i = 0; i < n; i++)
        if (asked_for(figure[i].name))
            wanted[drawn++] = figure[i];
    job->report.figure = wanted;
    job->report.figures = drawn;
    const char *folder = output_folder(call);
    fault = tn_file_folder(folder, err);
    if (!fault)
        fault = tn_report_finish(
            &job->report, tn_report_charts(call->arena, &job->report, folder, err), err);
    if (!fault && !call->common.quiet)
        printf("%s\n", tn_say(call->arena, lang, TN_W_PLOT_DONE, job->report.files,
                              tn_utf8_safe(call->arena, folder)));
    return fault;
}

const struct cli_command cmd_report = {
    .name = "report",
    .group = {{TN_W_GROUP_PLAN}},
    .summary = {{TN_W_REPORT_SUMMARY}},
    .arguments = "PLAN-FOLDER...",
    .option = report_options,
    .run = run_report,
};

const struct cli_command cmd_plot = {
    .name = "plot",
    .group = {{TN_W_GROUP_PLAN}},
    .summary = {{TN_W_PLOT_SUMMARY}},
    .arguments = "PLAN-FOLDER",
    .option = options,
    .run = run_plot,
};
