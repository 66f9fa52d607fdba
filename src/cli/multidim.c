/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "multidim.h"

#include "tn/base/fold.h"
#include "tn/base/utf8.h"
#include "tn/data/anyfile.h"
#include "tn/data/flags.h"
#include "tn/data/rule_file.h"
#include "tn/words/deprivation.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MOST_BY = TN_TALLY_COLUMNS - 1 };   // one column is the year's

bool cli_has_flags(const struct tn_commune *commune)
{
    for (size_t i = 0; i < commune->households_listed; i++)
        for (size_t j = 0; j < TN_INDICATORS; j++)
            if (commune->household[i].deprived[j] != TN_UNKNOWN)
                return true;
    return false;
}

static void default_rule(struct cli_counted *counted)
{
    counted->rule = tn_rule_equal(TN_INDICATORS, TN_DIMENSIONS);
    for (size_t j = 0; j < TN_INDICATORS; j++) {
        counted->indicator_code[j] = tn_indicator_vocab[j].code;
        counted->indicator_name[j] = tn_indicator_vocab[j].name;
        counted->rule.dimension[j] = tn_indicator_vocab[j].dimension;
    }
    for (size_t d = 0; d < TN_DIMENSIONS; d++) {
        counted->dimension_code[d] = tn_dimension_vocab[d].code;
        counted->dimension_name[d] = tn_dimension_vocab[d].name;
    }
}

/* The first error found becomes the fault; main prints them all. */
enum tn_fault cli_read_fault(struct cli_call *call, struct tn_err *err)
{
    const struct tn_finding *first = call->findings.first;
    char place[256] = "";

    while (first && first->severity != TN_ERROR)
        first = first->next;
    if (!first)
        return tn_fail(err, TN_EFILE, NULL, "%s", "%s", "");
    snprintf(place, sizeof place, "%s:%ld", first->file, first->line);
    return tn_fail(err, TN_EDATA, place, "%s", "%s", first->text.text[TN_VI]);
}

enum tn_fault cli_read_rates(struct cli_call *call, const char *file,
                             struct tn_rate_list *rates, struct tn_err *err)
{
    const struct tn_read_options options = {.encoding = call->common.encoding,
                                            .max_mib = call->common.max_mib};
    struct tn_reading reading = {.arena = call->arena,
                                 .findings = &call->findings,
                                 .options = &options,
                                 .path = file};
    struct tn_input *input = tn_new(call->arena, struct tn_input, 1);

    *input = (struct tn_input){.name = file, .path = file};
    if (!tn_rates_read(&reading, rates, input))
        return cli_read_fault(call, err);
    cli_note_inputs(call, 1, input);
    return TN_OK;
}

static enum tn_fault own_rule(struct cli_call *call, const struct cli_multidim *opt,
                              struct cli_counted *counted, struct tn_err *err)
{
    const struct tn_read_options options = {.encoding = call->common.encoding,
                                            .max_mib = call->common.max_mib};
    struct tn_reading reading = {.arena = call->arena,
                                 .findings = &call->findings,
                                 .options = &options,
                                 .path = opt->rule};
    struct tn_rule_file *file = tn_new(call->arena, struct tn_rule_file, 1);
    struct tn_input *input = tn_new(call->arena, struct tn_input, 1);

    *input = (struct tn_input){.name = opt->rule, .path = opt->rule};
    if (!tn_rule_file_read(&reading, file, input))
        return cli_read_fault(call, err);
    cli_note_inputs(call, 1, input);
    counted->rule = (struct tn_rule){.indicators = file->indicators,
                                     .dimensions = file->dimensions,
                                     .total = file->total};
    for (size_t j = 0; j < file->indicators; j++) {
        const char *name = file->indicator[j];
        counted->rule.weight[j] = file->weight[j];
        counted->rule.dimension[j] = file->dimension_of[j];
        counted->indicator_code[j] = name;
        counted->indicator_name[j] = (struct tn_words){{name, name}};
    }
    for (size_t d = 0; d < file->dimensions; d++) {
        const char *name = file->dimension[d];
        counted->dimension_code[d] = name;
        counted->dimension_name[d] = (struct tn_words){{name, name}};
    }
    return TN_OK;
}

static enum tn_fault split_columns(struct cli_call *call, const char *by,
                                   struct cli_counted *counted, struct tn_err *err)
{
    for (const char *at = by; *by;) {
        size_t len = strcspn(at, ",");
        const char *name = tn_arena_text(call->arena, at, len);
        for (size_t i = 0; i < counted->columns; i++)
            len = strcmp(counted->column[i], name) == 0 ? 0 : len;
        if (!len)
            return tn_fail(err, TN_EUSAGE, NULL, TN_W_DEP_BY_TWICE, by);
        if (counted->columns == MOST_BY)
            return tn_fail(err, TN_EUSAGE, NULL, TN_W_DEP_TOO_MANY_COLUMNS, (int)MOST_BY);
        counted->column[counted->columns++] = name;
        if (!at[len])
            break;
        at += len + 1;
    }
    return TN_OK;
}

/* A file of households is read in a stream, whatever its size. */
static struct tn_read_options options_of(const struct cli_call *call)
{
    static const double NO_LIMIT = 1e9;
    double asked = call->common.max_mib;

    return (struct tn_read_options){.encoding = call->common.encoding,
                                    .max_mib = asked > 0 ? asked : NO_LIMIT};
}

static bool is_regular(const char *path)
{
    struct stat status;

    return stat(path, &status) == 0 && S_ISREG(status.st_mode);
}

/* The usual columns, those that the file has; a pipe, which is read but once, has both.
 */
static void usual_columns(struct cli_call *call, const struct cli_multidim *opt,
                          struct cli_counted *counted)
{
    static const char *const usual[] = {"village", "status"};
    const struct tn_read_options options = options_of(call);
    const struct tn_reading reading = {.options = &options, .path = opt->households};

    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
        if (!is_regular(opt->households) || tn_anyfile_has(&reading, usual[i]))
            counted->column[counted->columns++] = usual[i];
}

/* What a thread that reads counts: the first straight into the tally of all. */
struct adding {
    struct tn_tally *tally;
    size_t groups;
    bool designed;   // strata or PSUs are named
    struct tn_arena arena;
    struct tn_tally own;
};

static void add_row(void *context, const struct tn_flags_row *row)
{
    struct adding *adding = context;

    tn_tally_take(adding->tally, adding->groups, adding->designed, row);
}

static void count_again(void *context)
{
    struct adding *adding = context;

    tn_arena_free(&adding->arena);
    *adding->tally = tn_tally_in(adding->tally->arena, adding->tally->rule);
}

enum { MOST_READERS = 8 };   // beyond, reading and digesting in turn takes the time

/* A pipe is read but once, so by one. */
static size_t readers_of(const struct cli_call *call, const char *path)
{
    long threads = call->common.threads ? call->common.threads
                                        : sysconf(_SC_NPROCESSORS_ONLN);

    return threads < 1 || !is_regular(path) ? 1
           : threads > MOST_READERS         ? MOST_READERS
                                            : (size_t)threads;
}

/* The rows of the file into the tally, whoever read them. */
static bool add_rows(const struct cli_call *call, struct tn_reading *reading,
                     const struct tn_flags_wanted *wanted, struct tn_tally *tally,
                     struct tn_input *input)
{
    struct adding adding[MOST_READERS] = {0};
    void *context[MOST_READERS];
    const struct tn_flags_taker taker = {add_row, readers_of(call, reading->path),
                                         context, count_again};

    for (size_t i = 0; i < taker.readers; i++) {
        context[i] = &adding[i];
        adding[i] = (struct adding){.tally = i ? &adding[i].own : tally,
                                    .groups = wanted->groups,
                                    .designed = wanted->stratum || wanted->psu};
        if (i)
            adding[i].own = tn_tally_in(&adding[i].arena, tally->rule);
    }
    bool read = tn_flags_read(reading, wanted, &taker, input);
    for (size_t i = 1; i < taker.readers; i++) {
        if (read)
            tn_tally_join(tally, &adding[i].own);
        tn_arena_free(&adding[i].arena);
    }
    return read;
}

/* Groups that nobody would tell apart by reading are told apart all the same: that is
 * said, of the closed tally, in the order of their names. */
static void tell_twins(struct cli_call *call, const struct cli_multidim *opt,
                       const struct cli_counted *counted)
{
    struct tn_arena arena = {0};

    for (size_t c = 0; c < counted->columns; c++) {
        const struct tn_intern *level = &counted->tally.level[c];
        struct tn_intern key = tn_intern_in(&arena);
        size_t *first = tn_new(&arena, size_t, level->n);
        for (size_t i = 0; i < level->n; i++) {
            const char *folded = tn_fold_key(&arena, level->length[i], level->text[i]);
            size_t known = key.n, number = tn_intern(&key, folded, strlen(folded));
            if (number == known)
                first[number] = i;
            else
                tn_find(
                    call->arena, &call->findings,
                    &(struct tn_finding){.severity = TN_WARNING, .file = opt->households},
                    TN_W_DEP_TWINS, counted->column[c],
                    tn_utf8_safe(&arena, level->text[first[number]]),
                    tn_utf8_safe(&arena, level->text[i]));
        }
    }
    tn_arena_free(&arena);
}

static enum tn_fault count_file(struct cli_call *call, const struct cli_multidim *opt,
                                struct cli_counted *counted, struct tn_err *err)
{
    const struct tn_read_options options = options_of(call);
    struct tn_reading reading = {.arena = call->arena,
                                 .findings = &call->findings,
                                 .options = &options,
                                 .path = opt->households};
    struct tn_flags_wanted wanted = {.flags = counted->rule.indicators,
                                     .groups = counted->columns,
                                     .weight = opt->weight,
                                     .stratum = opt->stratum,
                                     .psu = opt->psu,
                                     .code = opt->code ? opt->code : "household",
                                     .code_named = opt->code != NULL,
                                     .code_year = opt->year ? opt->year : "year"};
    struct tn_input *input = tn_new(call->arena, struct tn_input, 1);

    *input = (struct tn_input){.name = opt->households, .path = opt->households};
    for (size_t j = 0; j < wanted.flags; j++)
        wanted.flag[j] = counted->indicator_code[j];
    for (size_t g = 0; g < counted->columns; g++)
        wanted.group[g] = counted->column[g];
    counted->frames_by = TN_ANY;
    if (opt->year) {
        counted->frames_by = (long)counted->columns;
        counted->column[counted->columns] = opt->year;
        wanted.group[wanted.groups++] = opt->year;
    }
    if (!add_rows(call, &reading, &wanted, &counted->tally, input))
        return cli_read_fault(call, err);
    cli_note_inputs(call, 1, input);
    return TN_OK;
}

void cli_count_begin(struct cli_call *call, const struct cli_multidim *opt,
                     struct cli_counted *counted)
{
    counted->tally = tn_tally_in(call->arena, (enum tn_missing_rule)opt->missing);
    default_rule(counted);
}

void cli_count_one(struct cli_counted *counted, const char *village,
                   const struct tn_household *h)
{
    struct tn_tally *tally = &counted->tally;
    const char *status = tn_status_vocab[h->status].code;
    struct tn_tally_row row = {.weight = h->weight};

    row.level[0] = tn_tally_level(tally, 0, village, strlen(village));
    row.level[1] = tn_tally_level(tally, 1, status, strlen(status));
    for (size_t j = 0; j < TN_INDICATORS; j++) {
        row.deprived |= (uint64_t)(h->deprived[j] == 1) << j;
        row.missing |= (uint64_t)(h->deprived[j] == TN_UNKNOWN) << j;
    }
    counted->flagged |= row.missing != ((uint64_t)1 << TN_INDICATORS) - 1;
    if (!counted->designed && (*h->stratum || *h->psu)) {
        counted->designed = true;
        if (tally->households + tally->dropped)   // the rows so far had neither
            (void)tn_tally_unit(tally, "", "");
    }
    if (counted->designed)
        row.unit = tn_tally_unit(tally, h->stratum, h->psu);
    tn_tally_add(tally, &row);
}

static void count_plan(const struct tn_commune *commune, struct cli_counted *counted)
{
    for (size_t i = 0; i < commune->households_listed; i++) {
        const struct tn_household *h = &commune->household[i];
        cli_count_one(counted, commune->village[h->village].name, h);
    }
}

/* All are in: those of a plan are told apart by village and status. */
static enum tn_fault close_count(const struct cli_multidim *opt, bool of_plan,
                                 struct cli_counted *counted, struct tn_err *err)
{
    if (of_plan) {
        counted->columns = 2;
        counted->column[0] = "village";
        counted->column[1] = "status";
        counted->frames_by = TN_ANY;
    }
    if (tn_tally_full(&counted->tally))
        return tn_fail(err, TN_EDATA, opt->households, TN_W_DEP_TOO_MANY_LEVELS,
                       (int)TN_TALLY_LEVELS);
    if (!counted->tally.households)
        return tn_fail(err, TN_EDATA, opt->households, TN_W_DEP_NOBODY,
                       counted->tally.dropped);
    tn_tally_close(&counted->tally, opt->census ? 1 : opt->fraction);
    return TN_OK;
}

enum tn_fault cli_want_folder(const struct cli_call *call, struct tn_err *err)
{
    if (call->folders != 1 || !is_regular(call->folder[0]))
        return TN_OK;
    return tn_fail(err, TN_EUSAGE, call->folder[0], TN_W_DEP_IS_FILE, call->command->name,
                   call->folder[0]);
}

enum tn_fault cli_refuse_columns(const struct cli_multidim *opt, struct tn_err *err)
{
    const struct {
        const char *name, *value;
    } of_file[] = {{"rule", opt->rule},     {"by", opt->by},
                   {"year", opt->year},     {"code", opt->code},
                   {"weight", opt->weight}, {"stratum", opt->stratum},
                   {"psu", opt->psu}};

    for (size_t i = 0; i < sizeof of_file / sizeof *of_file; i++)
        if (of_file[i].value)
            return tn_fail(err, TN_EUSAGE, NULL, TN_W_DEP_OF_FILE, of_file[i].name);
    return TN_OK;
}

enum tn_fault cli_count_households(struct cli_call *call, const struct cli_multidim *opt,
                                   const struct tn_commune *commune,
                                   struct cli_counted *counted, struct tn_err *err)
{
    enum tn_fault fault = TN_OK;

    cli_count_begin(call, opt, counted);
    if (!commune && opt->rule)
        fault = own_rule(call, opt, counted, err);
    if (!fault && !commune && opt->by)
        fault = split_columns(call, opt->by, counted, err);
    else if (!fault && !commune)
        usual_columns(call, opt, counted);
    if (!fault && !commune)
        fault = count_file(call, opt, counted, err);
    if (fault)
        return fault;
    if (commune)
        count_plan(commune, counted);
    fault = close_count(opt, commune != NULL, counted, err);
    if (!fault && !commune)
        tell_twins(call, opt, counted);
    return fault;
}

static bool weights_alike(const struct tn_rule *rule)
{
    for (size_t j = 1; j < rule->indicators; j++)
        if (rule->weight[j] != rule->weight[0])
            return false;
    return true;
}

/* One cut-off: a whole number counts indicators, anything else is a part of all weight.
 */
static enum tn_fault cutoff_of(const struct tn_rule *rule, size_t len, const char *text,
                               struct tn_cutoff *k, struct tn_err *err)
{
    char shown[64];
    bool whole = !memchr(text, '/', len) && !memchr(text, '.', len);

    snprintf(shown, sizeof shown, "%.*s", (int)(len < 60 ? len : 60), text);
    if (!tn_ratio_read(len, text, &k->num, &k->den))
        return tn_fail(err, TN_EUSAGE, NULL, TN_W_DEP_BAD_K, shown);
    if (whole && !weights_alike(rule))
        return tn_fail(err, TN_EUSAGE, NULL, TN_W_DEP_K_COUNT, shown);
    if (whole)
        k->den = (int64_t)rule->indicators;
    if (k->num <= 0 || k->num > k->den)
        return tn_fail(err, TN_EUSAGE, NULL, TN_W_DEP_K_RANGE, shown);
    return TN_OK;
}

enum tn_fault cli_cutoffs(const struct cli_multidim *opt, const struct tn_rule *rule,
                          struct tn_multidim_options *options, struct tn_err *err)
{
    const char *text = opt->k ? opt->k : "3/12";

    while (*text) {
        size_t len = strcspn(text, ",");
        if (options->cutoffs == TN_CUTOFFS)
            return tn_fail(err, TN_EUSAGE, NULL, TN_W_DEP_TOO_MANY_K, (int)TN_CUTOFFS);
        enum tn_fault fault = cutoff_of(rule, len, text,
                                        &options->cutoff[options->cutoffs++], err);
        if (fault)
            return fault;
        text += len + (text[len] == ',');
    }
    return options->cutoffs ? TN_OK : tn_fail(err, TN_EUSAGE, NULL, TN_W_DEP_BAD_K, "");
}

static enum tn_fault show_counted(struct cli_call *call, const struct cli_multidim *opt,
                                  const struct tn_commune *commune,
                                  struct cli_counted *counted,
                                  struct tn_show_multidim *show, struct tn_err *err)
{
    struct tn_multidim_options *options = tn_new(call->arena, struct tn_multidim_options,
                                                 1);
    struct tn_multidim *multidim = tn_new(call->arena, struct tn_multidim, 1);

    enum tn_fault fault = cli_cutoffs(opt, &counted->rule, options, err);
    if (fault)
        return fault;
    options->columns = counted->columns;
    options->frames_by = counted->frames_by;
    options->level = opt->level;
    options->binomial = (enum tn_interval_method)opt->interval;
    options->adjust = (enum tn_p_adjustment)opt->adjust;
    *multidim = tn_multidim_of(call->arena, &counted->tally, &counted->rule, options);
    *show = (struct tn_show_multidim){
        .multidim = multidim,
        .column = counted->column,
        .indicator_code = counted->indicator_code,
        .dimension_code = counted->dimension_code,
        .indicator_name = counted->indicator_name,
        .dimension_name = counted->dimension_name,
        .source = commune ? commune->name : opt->households,
        .fraction = opt->census ? 1 : opt->fraction,
    };
    if (opt->robustness)
        show->robustness = tn_robustness_of(call->arena, multidim,
                                            &show->robustness_rows);
    return TN_OK;
}

enum tn_fault cli_multidim_of(struct cli_call *call, const struct cli_multidim *opt,
                              const struct tn_commune *commune,
                              struct tn_show_multidim *show, struct tn_err *err)
{
    struct cli_counted *counted = tn_new(call->arena, struct cli_counted, 1);
    enum tn_fault fault = cli_count_households(call, opt, commune, counted, err);

    return fault ? fault : show_counted(call, opt, commune, counted, show, err);
}

enum tn_fault cli_multidim_counted(struct cli_call *call, const struct cli_multidim *opt,
                                   const struct tn_commune *commune,
                                   struct cli_counted *counted,
                                   struct tn_show_multidim *show, struct tn_err *err)
{
    enum tn_fault fault = close_count(opt, true, counted, err);

    return fault ? fault : show_counted(call, opt, commune, counted, show, err);
}

struct tn_show_multidim cli_drawn(struct cli_call *call,
                                  const struct tn_show_multidim *show)
{
    enum { MOST_GROUPS = 500 };   // every pair is compared under every cut-off
    struct tn_show_multidim drawn = *show;

    if (!drawn.robustness && drawn.multidim->groups <= MOST_GROUPS)
        drawn.robustness = tn_robustness_of(call->arena, drawn.multidim,
                                            &drawn.robustness_rows);
    return drawn;
}
