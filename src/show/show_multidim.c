/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/show/show_multidim.h"

#include "tn/out/json.h"
#include "tn/words/deprivation.h"

#include <math.h>
#include <stdbool.h>

/* clang-format off */
static const struct tn_column people[] = {
    {"year",          {{TN_W_DEP_C_FRAME}},      TN_TEXT,  0},
    {"group",         {{TN_W_DEP_C_GROUP}},      TN_WORDS, 0},
    {"k",             {{TN_W_DEP_C_K}},          TN_TEXT,  0},
    {"households",    {{TN_W_DEP_C_HOUSEHOLDS}}, TN_COUNT, 0},
    {"H",             {{TN_W_DEP_C_H}},          TN_BAR,   1},
    {"H_low",         {{TN_W_DEP_C_LOW}},        TN_SHARE, 1},
    {"H_high",        {{TN_W_DEP_C_HIGH}},       TN_SHARE, 1},
    {"A",             {{TN_W_DEP_C_A}},          TN_SHARE, 1},
    {"M0",            {{TN_W_DEP_C_M0}},         TN_REAL,  3},
    {"M0_low",        {{TN_W_DEP_C_LOW}},        TN_REAL,  3},
    {"M0_high",       {{TN_W_DEP_C_HIGH}},       TN_REAL,  3},
    {"share_of_M0",   {{TN_W_DEP_C_SHARE_M0}},   TN_SHARE, 1},
    {0}
};

static const struct tn_column indicators[] = {
    {"year",         {{TN_W_DEP_C_FRAME}},      TN_TEXT,  0},
    {"k",            {{TN_W_DEP_C_K}},          TN_TEXT,  0},
    {"indicator",    {{TN_W_DEP_C_INDICATOR}},  TN_WORDS, 0},
    {"uncensored",   {{TN_W_DEP_C_UNCENSORED}}, TN_SHARE, 1},
    {"low",          {{TN_W_DEP_C_LOW}},        TN_SHARE, 1},
    {"high",         {{TN_W_DEP_C_HIGH}},       TN_SHARE, 1},
    {"censored",     {{TN_W_DEP_C_CENSORED}},   TN_SHARE, 1},
    {"contribution", {{TN_W_DEP_C_PERCENT}},    TN_BAR,   1},
    {"contribution_se", {{TN_W_DEP_C_SE}},      TN_SHARE, 2},
    {0}
};

static const struct tn_column dimensions[] = {
    {"year",         {{TN_W_DEP_C_FRAME}},     TN_TEXT,  0},
    {"k",            {{TN_W_DEP_C_K}},         TN_TEXT,  0},
    {"dimension",    {{TN_W_DEP_C_DIMENSION}}, TN_WORDS, 0},
    {"contribution", {{TN_W_DEP_C_PERCENT}},   TN_BAR,   1},
    {"low",          {{TN_W_DEP_C_LOW}},       TN_SHARE, 1},
    {"high",         {{TN_W_DEP_C_HIGH}},      TN_SHARE, 1},
    {0}
};

static const struct tn_column differences[] = {
    {"year",       {{TN_W_DEP_C_FRAME}},      TN_TEXT,  0},
    {"by",         {{TN_W_DEP_C_COLUMN}},     TN_TEXT,  0},
    {"group",      {{TN_W_DEP_C_GROUP}},      TN_TEXT,  0},
    {"k",          {{TN_W_DEP_C_K}},          TN_TEXT,  0},
    {"measure",    {{TN_W_DEP_C_MEASURE}},    TN_TEXT,  0},
    {"difference", {{TN_W_DEP_C_DIFFERENCE}}, TN_REAL,  3},
    {"low",        {{TN_W_DEP_C_LOW}},        TN_REAL,  3},
    {"high",       {{TN_W_DEP_C_HIGH}},       TN_REAL,  3},
    {"t",          {{TN_W_DEP_C_T}},          TN_REAL,  2},
    {"df",         {{TN_W_DEP_C_DF}},         TN_REAL,  0},
    {"p",          {{TN_W_DEP_C_P}},          TN_REAL,  4},
    {"p_adjusted", {{TN_W_DEP_C_P_ADJUSTED}}, TN_REAL,  4},
    {0}
};

static const struct tn_column robustness[] = {
    {"year",       {{TN_W_DEP_C_FRAME}},    TN_TEXT,  0},
    {"by",         {{TN_W_DEP_C_COLUMN}},   TN_TEXT,  0},
    {"k",          {{TN_W_DEP_C_K}},        TN_TEXT,  0},
    {"favoured",   {{TN_W_DEP_C_FAVOURED}}, TN_WORDS, 0},
    {"spearman",   {{TN_W_DEP_C_SPEARMAN}}, TN_REAL,  3},
    {"kendall",    {{TN_W_DEP_C_KENDALL}},  TN_REAL,  3},
    {"pairs_kept", {{TN_W_DEP_C_PAIRS}},    TN_SHARE, 1},
    {0}
};

#define ESTIMATE(key, title, decimals)                        \
    {key,           {{title}},            TN_REAL, decimals}, \
    {key "_se",     {{TN_W_DEP_C_SE}},    TN_REAL, decimals}, \
    {key "_low",    {{TN_W_DEP_C_LOW}},   TN_REAL, decimals}, \
    {key "_high",   {{TN_W_DEP_C_HIGH}},  TN_REAL, decimals}

static const struct tn_column machine_groups[] = {
    {"year",       {{TN_W_DEP_C_FRAME}},      TN_TEXT,  0},
    {"by",         {{TN_W_DEP_C_COLUMN}},     TN_TEXT,  0},
    {"group",      {{TN_W_DEP_C_GROUP}},      TN_TEXT,  0},
    {"k",          {{TN_W_DEP_C_K}},          TN_TEXT,  0},
    {"households", {{TN_W_DEP_C_HOUSEHOLDS}}, TN_COUNT, 0},
    {"df",         {{TN_W_DEP_C_DF}},         TN_REAL,  0},
    ESTIMATE("H", TN_W_DEP_C_H, 4),
    ESTIMATE("A", TN_W_DEP_C_A, 4),
    ESTIMATE("M0", TN_W_DEP_C_M0, 4),
    ESTIMATE("population_share", TN_W_DEP_C_POPULATION, 4),
    ESTIMATE("share_of_M0", TN_W_DEP_C_SHARE_M0, 4),
    {0}
};

static const struct tn_column machine_indicators[] = {
    {"year",      {{TN_W_DEP_C_FRAME}},     TN_TEXT, 0},
    {"by",        {{TN_W_DEP_C_COLUMN}},    TN_TEXT, 0},
    {"group",     {{TN_W_DEP_C_GROUP}},     TN_TEXT, 0},
    {"k",         {{TN_W_DEP_C_K}},         TN_TEXT, 0},
    {"indicator", {{TN_W_DEP_C_INDICATOR}}, TN_TEXT, 0},
    ESTIMATE("uncensored", TN_W_DEP_C_UNCENSORED, 4),
    ESTIMATE("censored", TN_W_DEP_C_CENSORED, 4),
    ESTIMATE("absolute", TN_W_DEP_C_ABSOLUTE, 4),
    ESTIMATE("contribution", TN_W_DEP_C_PERCENT, 4),
    {0}
};

static const struct tn_column machine_dimensions[] = {
    {"year",      {{TN_W_DEP_C_FRAME}},     TN_TEXT, 0},
    {"by",        {{TN_W_DEP_C_COLUMN}},    TN_TEXT, 0},
    {"group",     {{TN_W_DEP_C_GROUP}},     TN_TEXT, 0},
    {"k",         {{TN_W_DEP_C_K}},         TN_TEXT, 0},
    {"dimension", {{TN_W_DEP_C_DIMENSION}}, TN_TEXT, 0},
    ESTIMATE("absolute", TN_W_DEP_C_ABSOLUTE, 4),
    ESTIMATE("contribution", TN_W_DEP_C_PERCENT, 4),
    {0}
};
/* clang-format on */

static const char *const method_code[] = {
    [TN_LOGIT_T] = "logit-t",   [TN_WALD_T] = "wald-t",
    [TN_BINOMIAL] = "binomial", [TN_KORN_GRAUBARD] = "korn-graubard",
    [TN_CENSUS] = "census",
};

static const char *cutoff_text(struct tn_arena *arena, struct tn_cutoff k)
{
    return tn_say(arena, TN_EN, "%lld/%lld", "%lld/%lld", (long long)k.num,
                  (long long)k.den);
}

static const char *level_name(const struct tn_multidim *of, long column, long level)
{
    return column == TN_ANY || level == TN_ANY ? ""
                                               : of->tally->level[column].text[level];
}

static const char *frame_name(const struct tn_multidim *of, const struct tn_group *group)
{
    return level_name(of, of->options->frames_by, group->frame);
}

static const char *by_name(const struct tn_show_multidim *what, long column)
{
    return column == TN_ANY ? "all" : what->column[column];
}

static const char *group_code(const struct tn_multidim *of, const struct tn_group *group)
{
    return group->column == TN_ANY ? "all" : level_name(of, group->column, group->level);
}

static struct tn_words group_words(const struct tn_multidim *of,
                                   const struct tn_group *group)
{
    const char *name = level_name(of, group->column, group->level);

    if (group->column == TN_ANY)
        return (struct tn_words){{TN_W_DEP_ALL}};
    return (struct tn_words){{name, name}};
}

static void add_measures(struct tn_arena *arena, struct tn_doc *doc,
                         const struct tn_show_multidim *what)
{
    const struct tn_multidim *of = what->multidim;
    size_t ks = of->options->cutoffs;
    struct tn_table *table = tn_doc_table(arena, doc, "alkire_foster",
                                          (struct tn_words){{TN_W_DEP_T_MEASURES}},
                                          of->groups * ks, people);
    union tn_cell *cell = table->cell;

    table->only = TN_ONLY_PEOPLE;
    for (size_t k = 0; k < ks; k++)
        for (size_t g = 0; g < of->groups; g++) {
            const struct tn_group *group = &of->group[g];
            const struct tn_group_measures *at = &group->at[k];
            (cell++)->text = frame_name(of, group);
            (cell++)->words = group_words(of, group);
            (cell++)->text = cutoff_text(arena, of->options->cutoff[k]);
            (cell++)->count = group->households;
            (cell++)->real = at->h.value;
            (cell++)->real = at->h.low;
            (cell++)->real = at->h.high;
            (cell++)->real = at->a.value;
            (cell++)->real = at->m0.value;
            (cell++)->real = at->m0.low;
            (cell++)->real = at->m0.high;
            (cell++)->real = at->group_share.value;
        }
}

static size_t frames(const struct tn_multidim *of)
{
    size_t n = 0;

    for (size_t g = 0; g < of->groups; g++)
        n += of->group[g].column == TN_ANY;
    return n;
}

static void add_indicators(struct tn_arena *arena, struct tn_doc *doc,
                           const struct tn_show_multidim *what)
{
    const struct tn_multidim *of = what->multidim;
    size_t ks = of->options->cutoffs, n = of->rule->indicators;
    struct tn_table *table = tn_doc_table(arena, doc, "alkire_foster_indicators",
                                          (struct tn_words){{TN_W_DEP_T_INDICATORS}},
                                          frames(of) * ks * n, indicators);
    union tn_cell *cell = table->cell;

    table->only = TN_ONLY_PEOPLE;
    for (size_t g = 0; g < of->groups; g++)
        for (size_t k = 0; of->group[g].column == TN_ANY && k < ks; k++)
            for (size_t j = 0; j < n; j++) {
                const struct tn_group *group = &of->group[g];
                (cell++)->text = frame_name(of, group);
                (cell++)->text = cutoff_text(arena, of->options->cutoff[k]);
                (cell++)->words = what->indicator_name[j];
                (cell++)->real = group->uncensored[j].value;
                (cell++)->real = group->uncensored[j].low;
                (cell++)->real = group->uncensored[j].high;
                (cell++)->real = group->at[k].censored[j].value;
                (cell++)->real = group->at[k].percent[j].value;
                (cell++)->real = group->at[k].percent[j].se;
            }
}

static void add_dimensions(struct tn_arena *arena, struct tn_doc *doc,
                           const struct tn_show_multidim *what)
{
    const struct tn_multidim *of = what->multidim;
    size_t ks = of->options->cutoffs, n = of->rule->dimensions;
    struct tn_table *table = tn_doc_table(arena, doc, "alkire_foster_dimensions",
                                          (struct tn_words){{TN_W_DEP_T_DIMENSIONS}},
                                          frames(of) * ks * n, dimensions);
    union tn_cell *cell = table->cell;

    table->only = TN_ONLY_PEOPLE;
    for (size_t g = 0; g < of->groups; g++)
        for (size_t k = 0; of->group[g].column == TN_ANY && k < ks; k++)
            for (size_t d = 0; d < n; d++) {
                const struct tn_estimate *part = &of->group[g].at[k].dimension[d];
                (cell++)->text = frame_name(of, &of->group[g]);
                (cell++)->text = cutoff_text(arena, of->options->cutoff[k]);
                (cell++)->words = what->dimension_name[d];
                (cell++)->real = part->value;
                (cell++)->real = part->low;
                (cell++)->real = part->high;
            }
}

static union tn_cell *put_key(struct tn_arena *arena, union tn_cell *cell,
                              const struct tn_show_multidim *what,
                              const struct tn_group *group, size_t k)
{
    const struct tn_multidim *of = what->multidim;

    (cell++)->text = frame_name(of, group);
    (cell++)->text = by_name(what, group->column);
    (cell++)->text = group_code(of, group);
    (cell++)->text = cutoff_text(arena, of->options->cutoff[k]);
    return cell;
}

static union tn_cell *put_difference(union tn_cell *cell, const char *measure,
                                     const struct tn_change_estimate *less, double p)
{
    (cell++)->text = measure;
    (cell++)->real = less->change;
    (cell++)->real = less->low;
    (cell++)->real = less->high;
    (cell++)->real = less->z;
    (cell++)->real = less->df;
    (cell++)->real = less->p_t;
    (cell++)->real = p;
    return cell;
}

static void add_differences(struct tn_arena *arena, struct tn_doc *doc,
                            const struct tn_show_multidim *what)
{
    const struct tn_multidim *of = what->multidim;
    size_t ks = of->options->cutoffs, groups = of->groups - frames(of);
    struct tn_table *table = tn_doc_table(arena, doc, "group_differences",
                                          (struct tn_words){{TN_W_DEP_T_DIFFERENCES}},
                                          2 * groups * ks, differences);
    union tn_cell *cell = table->cell;

    for (size_t k = 0; k < 2 * ks; k++)
        for (size_t g = 0; g < of->groups; g++) {
            const struct tn_group *group = &of->group[g];
            const struct tn_group_measures *at = &group->at[k / 2];
            if (group->column == TN_ANY)
                continue;
            cell = put_key(arena, cell, what, group, k / 2);
            if (k % 2)
                cell = put_difference(cell, "M0", &at->m0_less_rest, at->m0_p);
            else
                cell = put_difference(cell, "H", &at->h_less_rest, at->h_p);
        }
}

static void add_robustness(struct tn_arena *arena, struct tn_doc *doc,
                           const struct tn_show_multidim *what)
{
    const struct tn_multidim *of = what->multidim;
    struct tn_table *table = tn_doc_table(arena, doc, "robustness",
                                          (struct tn_words){{TN_W_DEP_T_ROBUST}},
                                          what->robustness_rows, robustness);
    union tn_cell *cell = table->cell;

    for (size_t i = 0; i < what->robustness_rows; i++) {
        const struct tn_robustness *row = &what->robustness[i];
        (cell++)->text = level_name(of, of->options->frames_by, row->frame);
        (cell++)->text = by_name(what, row->column);
        (cell++)->text = cutoff_text(arena, row->cutoff);
        (cell++)->words = row->favoured == TN_ANY
                              ? (struct tn_words){{TN_W_DEP_RULE_WEIGHTS}}
                              : what->dimension_name[row->favoured];
        (cell++)->real = row->spearman;
        (cell++)->real = row->kendall;
        (cell++)->real = row->pairs_kept;
    }
}

static union tn_cell *put(union tn_cell *cell, const struct tn_estimate *of)
{
    (cell++)->real = of->value;
    (cell++)->real = of->se;
    (cell++)->real = of->low;
    (cell++)->real = of->high;
    return cell;
}

static void add_csv_parts(struct tn_arena *arena, struct tn_doc *doc,
                          const struct tn_show_multidim *what)
{
    const struct tn_multidim *of = what->multidim;
    size_t ks = of->options->cutoffs, rows = of->groups * ks;
    size_t n = of->rule->indicators, dims = of->rule->dimensions;
    struct tn_words title = {{TN_W_DEP_T_MEASURES}};
    struct tn_table *each = tn_doc_table(arena, doc, "alkire_foster_indicators", title,
                                         rows * n, machine_indicators);
    struct tn_table *dimension = tn_doc_table(arena, doc, "alkire_foster_dimensions",
                                              title, rows * dims, machine_dimensions);
    union tn_cell *part = each->cell, *cell = dimension->cell;

    each->only = dimension->only = TN_ONLY_CSV;
    for (size_t k = 0; k < ks; k++)
        for (size_t g = 0; g < of->groups; g++) {
            const struct tn_group *group = &of->group[g];
            const struct tn_group_measures *at = &group->at[k];
            for (size_t j = 0; j < n; j++) {
                part = put_key(arena, part, what, group, k);
                (part++)->text = what->indicator_code[j];
                part = put(put(part, &group->uncensored[j]), &at->censored[j]);
                part = put(put(part, &at->absolute[j]), &at->percent[j]);
            }
            for (size_t d = 0; d < dims; d++) {
                cell = put_key(arena, cell, what, group, k);
                (cell++)->text = what->dimension_code[d];
                cell = put(put(cell, &at->dimension_absolute[d]), &at->dimension[d]);
            }
        }
}

static void add_csv(struct tn_arena *arena, struct tn_doc *doc,
                    const struct tn_show_multidim *what)
{
    const struct tn_multidim *of = what->multidim;
    size_t ks = of->options->cutoffs;
    struct tn_table *groups = tn_doc_table(arena, doc, "alkire_foster",
                                           (struct tn_words){{TN_W_DEP_T_MEASURES}},
                                           of->groups * ks, machine_groups);
    union tn_cell *cell = groups->cell;

    groups->only = TN_ONLY_CSV;
    for (size_t k = 0; k < ks; k++)
        for (size_t g = 0; g < of->groups; g++) {
            const struct tn_group *group = &of->group[g];
            const struct tn_group_measures *at = &group->at[k];
            cell = put_key(arena, cell, what, group, k);
            (cell++)->count = group->households;
            (cell++)->real = at->h.df;
            cell = put(put(put(cell, &at->h), &at->a), &at->m0);
            cell = put(put(cell, &group->population_share), &at->group_share);
        }
    add_csv_parts(arena, doc, what);
}

/* value under the key itself, the rest under key_se, key_low, ... */
static void write_estimate(struct tn_json *json, const char *const key[5],
                           const struct tn_estimate *of)
{
    tn_json_real(json, key[0], of->value);
    tn_json_real(json, key[1], of->se);
    tn_json_real(json, key[2], of->low);
    tn_json_real(json, key[3], of->high);
    if (key[4])
        tn_json_text(json, key[4], method_code[of->method]);
}

#define KEYS(key) ((const char *const[]){key, key "_se", key "_low", key "_high", NULL})
#define KEYS_AND_METHOD(key) \
    ((const char *const[]){key, key "_se", key "_low", key "_high", key "_interval"})

static void write_parts(struct tn_json *json, const struct tn_show_multidim *what,
                        const struct tn_group *group, const struct tn_group_measures *at)
{
    const struct tn_rule *rule = what->multidim->rule;

    tn_json_array(json, "indicators");
    for (size_t j = 0; j < rule->indicators; j++) {
        tn_json_row(json);
        tn_json_text(json, "indicator", what->indicator_code[j]);
        write_estimate(json, KEYS("uncensored"), &group->uncensored[j]);
        write_estimate(json, KEYS("censored"), &at->censored[j]);
        write_estimate(json, KEYS("absolute"), &at->absolute[j]);
        write_estimate(json, KEYS("contribution"), &at->percent[j]);
        tn_json_end(json);
    }
    tn_json_end(json);
    tn_json_array(json, "dimensions");
    for (size_t d = 0; d < rule->dimensions; d++) {
        tn_json_row(json);
        tn_json_text(json, "dimension", what->dimension_code[d]);
        write_estimate(json, KEYS("absolute"), &at->dimension_absolute[d]);
        write_estimate(json, KEYS("contribution"), &at->dimension[d]);
        tn_json_end(json);
    }
    tn_json_end(json);
}

static void write_group(struct tn_json *json, const struct tn_show_multidim *what,
                        const struct tn_group *group, size_t k)
{
    const struct tn_multidim *of = what->multidim;
    const struct tn_group_measures *at = &group->at[k];
    struct tn_cutoff cut = of->options->cutoff[k];

    tn_json_object(json, NULL);
    if (of->options->frames_by != TN_ANY)
        tn_json_text(json, "year", frame_name(of, group));
    tn_json_text(json, "by", by_name(what, group->column));
    tn_json_text(json, "group", group_code(of, group));
    tn_json_real(json, "k", (double)cut.num / (double)cut.den);
    tn_json_count(json, "k_num", (long)cut.num);
    tn_json_count(json, "k_den", (long)cut.den);
    tn_json_count(json, "households", group->households);
    tn_json_real(json, "weight", group->weight);
    tn_json_real(json, "df", at->h.df);
    write_estimate(json, KEYS_AND_METHOD("H"), &at->h);
    write_estimate(json, KEYS_AND_METHOD("A"), &at->a);
    write_estimate(json, KEYS_AND_METHOD("M0"), &at->m0);
    write_estimate(json, KEYS("population_share"), &group->population_share);
    write_estimate(json, KEYS("share_of_M0"), &at->group_share);
    write_parts(json, what, group, at);
    tn_json_end(json);
}

static void write_json(struct tn_json *json, const void *context)
{
    const struct tn_show_multidim *what = context;
    const struct tn_multidim *of = what->multidim;
    const struct tn_tally *tally = of->tally;

    tn_json_count(json, "households", tally->households);
    tn_json_count(json, "households_dropped", tally->dropped);
    tn_json_count(json, "households_with_flags_taken_as_0", tally->mended);
    tn_json_array(json, "alkire_foster");
    for (size_t k = 0; k < of->options->cutoffs; k++)
        for (size_t g = 0; g < of->groups; g++)
            write_group(json, what, &of->group[g], k);
    tn_json_end(json);
}

static const char *const interval_name[] = {
    [TN_WILSON] = "Wilson",
    [TN_JEFFREYS] = "Jeffreys",
    [TN_CLOPPER_PEARSON] = "Clopper-Pearson",
};

/* Where a fixed number of decimals would hide that df is whole. */
static struct tn_words design_note(struct tn_arena *arena,
                                   const struct tn_show_multidim *what)
{
    const struct tn_tally *tally = what->multidim->tally;
    const struct tn_survey *survey = &tally->survey;
    const char *method = interval_name[what->multidim->options->binomial];
    struct tn_words note = {{NULL}};
    double psus = 0;

    for (size_t h = 0; h < survey->strata; h++)
        psus += survey->psus[h];
    for (int l = 0; l < TN_LANGS; l++) {
        enum tn_lang lang = (enum tn_lang)l;
        const char *df = tn_say_count(arena, lang, (long)tn_survey_df(survey));
        if (what->fraction >= 1)
            note.text[l] = tn_say(arena, lang, TN_W_DEP_CENSUS_NOTE, tally->households);
        else if (tally->clustered || tally->weighted || survey->strata > 1 ||
                 what->fraction > 0)
            note.text[l] = tn_say(arena, lang, TN_W_DEP_DESIGN, tally->households,
                                  (size_t)psus, survey->strata, df);
        else
            note.text[l] = tn_say(arena, lang, TN_W_DEP_SIMPLE, tally->households, method,
                                  df);
    }
    return note;
}

static struct tn_words fraction_note(struct tn_arena *arena, double fraction)
{
    struct tn_words note = {{NULL}};

    for (int l = 0; l < TN_LANGS; l++)
        note.text[l] = tn_say(arena, (enum tn_lang)l, TN_W_DEP_FRACTION_NOTE,
                              tn_say_share(arena, (enum tn_lang)l, fraction, 1));
    return note;
}

static void add_notes(struct tn_arena *arena, struct tn_doc *doc,
                      const struct tn_show_multidim *what)
{
    static const struct tn_words adjusted[] = {
        [TN_UNADJUSTED] = {{TN_W_DEP_UNADJUSTED}},
        [TN_HOLM] = {{TN_W_DEP_HOLM}},
        [TN_BENJAMINI_HOCHBERG] = {{TN_W_DEP_BH}},
    };
    const struct tn_tally *tally = what->multidim->tally;

    tn_doc_note(arena, doc, (struct tn_words){{TN_W_DEP_RULE}});
    tn_doc_note(arena, doc, design_note(arena, what));
    if (what->fraction > 0 && what->fraction < 1)
        tn_doc_note(arena, doc, fraction_note(arena, what->fraction));
    if (tally->dropped)
        tn_doc_note(arena, doc, tn_say_both(arena, TN_W_DEP_DROPPED, tally->dropped));
    if (tally->mended)
        tn_doc_note(arena, doc, tn_say_both(arena, TN_W_DEP_MENDED, tally->mended));
    tn_doc_note(arena, doc, adjusted[what->multidim->options->adjust]);
}

void tn_show_multidim(struct tn_arena *arena, struct tn_doc *doc,
                      const struct tn_show_multidim *what)
{
    if (!doc->title.text[TN_VI])
        doc->title = tn_say_both(arena, TN_W_DEP_TITLE, what->source);
    add_notes(arena, doc, what);
    add_measures(arena, doc, what);
    add_indicators(arena, doc, what);
    add_dimensions(arena, doc, what);
    if (what->multidim->options->columns)
        add_differences(arena, doc, what);
    if (what->robustness_rows)
        add_robustness(arena, doc, what);
    add_csv(arena, doc, what);
    doc->json = write_json;
    doc->what = what;
    doc->json_and_tables = 1;
}
