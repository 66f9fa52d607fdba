/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/show/charts_multidim.h"

#include "charts_slope.h"
#include "tn/data/vocab.h"
#include "tn/words/charts.h"
#include "tn/words/deprivation.h"
#include "tn/words/pictures.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_ROWS = 40, MOST_PANELS = 12, MOST_YEARS = 12, STRONG = 3 };

/* What every chart is made from: the groups of the latest frame, or of all households. */
struct maker {
    struct tn_arena *arena;
    enum tn_lang lang;
    const struct tn_show_multidim *what;
    size_t frames;
    const struct tn_group *all[MOST_YEARS];   // all households of each frame, by name
    const char *source;                       // commune, or file without its folders
    const char *whom;                         // "An Bình, năm 2023"
    const char *k;                            // the first cut-off
};

static const char *percent(const struct maker *m, double share, int decimals)
{
    return tn_say_share(m->arena, m->lang, share, decimals);
}

static const char *level_of(const struct maker *m, long column, long level)
{
    return m->what->multidim->tally->level[column].text[level];
}

static const char *year_of(const struct maker *m, const struct tn_group *all)
{
    return level_of(m, m->what->multidim->options->frames_by, all->frame);
}

static const struct tn_group *latest(const struct maker *m)
{
    return m->all[m->frames - 1];
}

/* The frames' groups of all households; the last ones where there are too many. */
static void find_frames(struct maker *m)
{
    const struct tn_multidim *of = m->what->multidim;

    for (size_t g = 0; g < of->groups; g++) {
        if (of->group[g].column != TN_ANY)
            continue;
        if (m->frames == MOST_YEARS) {
            memmove(m->all, m->all + 1, (MOST_YEARS - 1) * sizeof(*m->all));
            m->frames--;
        }
        m->all[m->frames++] = &of->group[g];
    }
}

/* The name of the group that a column's level makes; codes of the plan in words. */
static const char *group_name(const struct maker *m, const struct tn_group *group)
{
    const char *text = level_of(m, group->column, group->level);

    switch (tn_vocab_find(TN_STATUSES, tn_status_vocab, text)) {
    case TN_POOR:
        return tn_pick(m->lang, TN_W_CH_POOR);
    case TN_NEAR_POOR:
        return tn_pick(m->lang, TN_W_CH_NEAR_POOR);
    default:
        return text;
    }
}

/* A column's heading; those of a plan in words. */
static const char *by(const struct maker *m, size_t column)
{
    const char *heading = m->what->column[column];

    if (strcmp(heading, "village") == 0)
        return tn_pick(m->lang, TN_W_PIC_BY_VILLAGE);
    if (strcmp(heading, "status") == 0)
        return tn_pick(m->lang, TN_W_PIC_BY_STATUS);
    return heading;
}

/* NAME-COLUMN, or NAME-NUMBER where the heading does not make a file name. */
static const char *chart_name(const struct maker *m, const char *name, size_t column)
{
    const char *heading = m->what->column[column];

    if (!*heading ||
        heading[strspn(heading, "abcdefghijklmnopqrstuvwxyz0123456789")] != '\0')
        return tn_say(m->arena, TN_EN, "%s-%zu", "%s-%zu", name, column + 1);
    return tn_say(m->arena, TN_EN, "%s-%s", "%s-%s", name, heading);
}

/* Deprivations a household has on average. */
static double burden(const struct maker *m, const struct tn_group *group)
{
    double sum = 0;

    for (size_t j = 0; j < m->what->multidim->rule->indicators; j++)
        sum += group->uncensored[j].value;
    return sum;
}

struct ranked {
    const struct tn_group *group;
    double by;
};

static int highest_first(const void *a, const void *b)
{
    const struct ranked *x = a, *y = b;

    if (x->by < y->by || x->by > y->by)
        return x->by < y->by ? 1 : -1;
    return x->group < y->group ? -1 : x->group > y->group;
}

/* The groups of a column in one frame, ranked by their burden or by H. */
static size_t rank(const struct maker *m, size_t column, long frame, bool by_h,
                   struct ranked rank[])
{
    const struct tn_multidim *of = m->what->multidim;
    size_t n = 0;

    for (size_t g = 0; g < of->groups; g++) {
        const struct tn_group *group = &of->group[g];
        if (group->column == (long)column && group->frame == frame)
            rank[n++] = (struct ranked){group,
                                        by_h ? group->at[0].h.value : burden(m, group)};
    }
    qsort(rank, n, sizeof *rank, highest_first);
    return n;
}

static const char *row_label(const struct maker *m, const struct tn_group *group)
{
    return tn_say(m->arena, m->lang, TN_W_PIC_AREA_ROW, group_name(m, group),
                  group->households);
}

static bool weights_alike(const struct tn_rule *rule)
{
    for (size_t j = 1; j < rule->indicators; j++)
        if (rule->weight[j] != rule->weight[0])
            return false;
    return true;
}

/* The first cut-off: of equal weights as a count of indicators, 3/12 and not 1/4. */
static const char *cutoff_text(const struct maker *m)
{
    const struct tn_rule *rule = m->what->multidim->rule;
    struct tn_cutoff k = m->what->multidim->options->cutoff[0];
    int64_t n = (int64_t)rule->indicators;

    if (weights_alike(rule) && n % k.den == 0)
        k = (struct tn_cutoff){k.num * (n / k.den), n};
    return tn_say(m->arena, m->lang, "%lld/%lld", "%lld/%lld", (long long)k.num,
                  (long long)k.den);
}

/* --- Group x indicator --- */

static struct tn_frame heat_frame(const struct maker *m, size_t column, size_t groups,
                                  const struct ranked *first)
{
    struct tn_frame frame = {
        .lang = m->lang,
        .name = chart_name(m, "heat", column),
        .finding = tn_say(m->arena, m->lang, TN_W_PIC_HEAT_FINDING,
                          group_name(m, first->group),
                          tn_say_real(m->arena, m->lang, first->by, 1)),
        .what = tn_say(m->arena, m->lang, TN_W_PIC_GROUPS_WHAT, by(m, column), m->whom),
        .source = groups > MOST_ROWS ? tn_say(m->arena, m->lang, TN_W_PIC_GROUPS_CUT,
                                              (int)MOST_ROWS, groups)
                                     : tn_pick(m->lang, TN_W_PIC_GROUPS_SOURCE),
    };

    frame.description = frame.finding;
    return frame;
}

static struct tn_figure heat(const struct maker *m, size_t column, size_t groups,
                             const struct ranked order[])
{
    size_t cols = m->what->multidim->rule->indicators;
    size_t rows = groups < MOST_ROWS ? groups : MOST_ROWS;
    struct tn_frame frame = heat_frame(m, column, groups, order);
    const char **row = tn_new(m->arena, const char *, rows);
    const char **col = tn_new(m->arena, const char *, cols);
    const char **text = tn_new(m->arena, const char *, rows *cols);
    double *share = tn_new(m->arena, double, rows *cols);

    for (size_t j = 0; j < cols; j++)
        col[j] = m->what->indicator_name[j].text[m->lang];
    for (size_t i = 0; i < rows; i++) {
        row[i] = row_label(m, order[i].group);
        for (size_t j = 0; j < cols; j++) {
            double x = order[i].group->uncensored[j].value;
            share[i * cols + j] = x;
            if (x > 0)
                text[i * cols + j] = tn_say_real(m->arena, m->lang, 100 * x, 0);
        }
    }
    struct tn_heat of = {rows, cols, row, col, share, text};
    return tn_figure_heat(m->arena, &frame, &of);
}

/* --- H of the groups --- */

static struct tn_figure poor(const struct maker *m, size_t column, size_t groups,
                             const struct ranked order[])
{
    size_t rows = groups < MOST_ROWS ? groups : MOST_ROWS;
    struct tn_dots_row *row = tn_new(m->arena, struct tn_dots_row, rows);
    double level = m->what->multidim->options->level;

    for (size_t i = 0; i < rows; i++) {
        const struct tn_estimate *h = &order[i].group->at[0].h;
        row[i] = (struct tn_dots_row){
            .label = group_name(m, order[i].group),
            .share = {h->value},
            .low = {h->low},
            .high = {h->high},
            .count = {tn_say_count(m->arena, m->lang, order[i].group->households)}};
    }
    struct tn_frame frame = {
        .lang = m->lang,
        .name = chart_name(m, "poor", column),
        .finding = tn_say(m->arena, m->lang, TN_W_PIC_H_FINDING, row[0].label,
                          percent(m, row[0].share[0], 0)),
        .what = tn_say(m->arena, m->lang, TN_W_PIC_H_WHAT, m->k, by(m, column), m->whom),
        .source = tn_say(m->arena, m->lang, TN_W_PIC_H_SOURCE, percent(m, level, 0)),
    };
    frame.description = frame.finding;
    struct tn_dots dots = {.group = {tn_pick(m->lang, TN_W_PIC_H_NAME)},
                           .short_group = {tn_pick(m->lang, TN_W_PIC_H_SHORT)},
                           .count_title = tn_pick(m->lang, TN_W_DEP_C_HOUSEHOLDS),
                           .rows = rows,
                           .row = row};
    return tn_figure_dots(m->arena, &frame, &dots);
}

/* --- Contributions --- */

static int longest_first(const void *a, const void *b)
{
    const struct tn_bar *x = a, *y = b;

    return (x->value < y->value) - (x->value > y->value);
}

static bool contributions(const struct maker *m, struct tn_figure *figure)
{
    const struct tn_group_measures *at = &latest(m)->at[0];
    size_t n = m->what->multidim->rule->indicators;
    struct tn_bar *bar = tn_new(m->arena, struct tn_bar, n);

    if (n < 2 || !(at->m0.value > 0))
        return false;
    for (size_t j = 0; j < n; j++)
        bar[j] = (struct tn_bar){.label = m->what->indicator_name[j].text[m->lang],
                                 .value = at->percent[j].value,
                                 .goal = (double)NAN,
                                 .value_label = percent(m, at->percent[j].value, 1)};
    qsort(bar, n, sizeof *bar, longest_first);
    for (size_t j = 0; j < n && j < STRONG; j++)
        bar[j].strong = true;
    struct tn_frame frame = {
        .lang = m->lang,
        .name = "contributions",
        .finding = tn_say(m->arena, m->lang, TN_W_PIC_PARTS_FINDING, bar[0].label,
                          bar[1].label, percent(m, bar[0].value + bar[1].value, 0)),
        .what = tn_say(m->arena, m->lang, TN_W_PIC_PARTS_WHAT, m->k, m->whom),
        .source = tn_pick(m->lang, TN_W_PIC_PARTS_SOURCE),
    };
    frame.description = frame.finding;
    struct tn_bars bars = {.rows = n, .row = bar};
    *figure = tn_figure_bars(m->arena, &frame, &bars);
    return true;
}

/* --- Robustness over the cut-offs --- */

/* One column's line; its least value is taken into *least. Cut-offs under which nobody is
 * poor, so that Kendall's tau is not defined, are left out. */
static bool robust_line(const struct maker *m, size_t column, struct tn_line *line,
                        double *least)
{
    const struct tn_show_multidim *what = m->what;
    double *x = tn_new(m->arena, double, what->robustness_rows);
    double *y = tn_new(m->arena, double, what->robustness_rows);
    size_t n = 0;

    for (size_t i = 0; i < what->robustness_rows; i++) {
        const struct tn_robustness *row = &what->robustness[i];
        if (row->column != (long)column || row->favoured != TN_ANY ||
            row->frame != latest(m)->frame || row->groups < 2 || isnan(row->kendall))
            continue;
        x[n] = (double)row->cutoff.num / (double)row->cutoff.den;
        y[n++] = row->pairs_kept;
        *least = fmin(*least, row->pairs_kept);
    }
    *line = (struct tn_line){.role = column % 2 ? TN_SECOND : TN_CURVE,
                             .n = n,
                             .x = x,
                             .y = y,
                             .label = by(m, column)};
    return n > 1;
}

/* Marks at each count of indicators, for equal weights. */
static size_t count_ticks(const struct maker *m, double tick[], const char *label[])
{
    const struct tn_rule *rule = m->what->multidim->rule;

    if (!weights_alike(rule) || rule->indicators > 16)
        return 0;
    for (size_t j = 0; j < rule->indicators; j++) {
        tick[j] = (double)(j + 1) / (double)rule->indicators;
        label[j] = tn_say(m->arena, m->lang, "%zu", "%zu", j + 1);
    }
    return rule->indicators;
}

static bool robustness(const struct maker *m, struct tn_figure *figure)
{
    struct tn_line line[TN_TALLY_COLUMNS];
    struct tn_cutoff k = m->what->multidim->options->cutoff[0];
    double tick[16], least = 1, last = (double)k.num / (double)k.den;
    const char *label[16];
    size_t lines = 0, ticks = count_ticks(m, tick, label);

    for (size_t c = 0; c < m->what->multidim->options->columns; c++)
        lines += robust_line(m, c, &line[lines], &least);
    if (lines == 0)
        return false;
    for (size_t i = 0; i < lines; i++)
        last = fmax(last, line[i].x[line[i].n - 1]);
    while (ticks && tick[ticks - 1] > last)
        ticks--;
    struct tn_frame frame = {
        .lang = m->lang,
        .name = "robustness",
        .finding = least < 1 ? tn_say(m->arena, m->lang, TN_W_PIC_ROBUST_FINDING,
                                      percent(m, least, 0))
                             : tn_pick(m->lang, TN_W_PIC_ROBUST_ALL),
        .what = tn_say(m->arena, m->lang, TN_W_PIC_ROBUST_WHAT, m->k, m->whom),
        .source = tn_pick(m->lang, TN_W_PIC_ROBUST_SOURCE),
    };
    frame.description = frame.finding;
    struct tn_lines of = {
        .percent = true,
        .from_zero = true,
        .ticks = ticks,
        .tick = tick,
        .tick_label = label,
        .x_title = ticks ? tn_pick(m->lang, TN_W_PIC_ROBUST_X)
                         : tn_pick(m->lang, TN_W_PIC_ROBUST_X_SCORE),
        .lines = lines,
        .line = line,
        .upright = (double)k.num / (double)k.den,
        .upright_label = tn_say(m->arena, m->lang, "k = %s", "k = %s", m->k),
    };
    *figure = tn_figure_lines(m->arena, &frame, &of);
    return true;
}

/* --- Years --- */

static bool change(const struct maker *m, struct tn_figure *figure)
{
    size_t n = m->what->multidim->rule->indicators;
    struct slope_row *row = tn_new(m->arena, struct slope_row, n);
    struct slope slope = {year_of(m, m->all[0]), year_of(m, latest(m)), n, row};

    for (size_t j = 0; j < n; j++)
        row[j] = (struct slope_row){m->what->indicator_name[j].text[m->lang],
                                    m->all[0]->uncensored[j].value,
                                    latest(m)->uncensored[j].value};
    const struct tn_frame frame = {
        .lang = m->lang,
        .name = "change",
        .what = tn_say(m->arena, m->lang, TN_W_PIC_SLOPE_FILE, m->source, slope.from,
                       slope.to),
    };
    return charts_slope(m->arena, &frame, &slope, figure);
}

/* The same group in another frame, or null. */
static const struct tn_group *in_frame(const struct maker *m,
                                       const struct tn_group *group, long frame)
{
    const struct tn_multidim *of = m->what->multidim;

    for (size_t g = 0; g < of->groups; g++)
        if (of->group[g].frame == frame && of->group[g].column == group->column &&
            of->group[g].level == group->level)
            return &of->group[g];
    return NULL;
}

static struct tn_small panel(const struct maker *m, const struct tn_group *group)
{
    double *at = tn_new(m->arena, double, 3 * m->frames);

    for (size_t f = 0; f < m->frames; f++) {
        const struct tn_group *there = in_frame(m, group, m->all[f]->frame);
        at[f] = there ? there->at[0].h.value : (double)NAN;
        at[m->frames + f] = there ? there->at[0].h.low : (double)NAN;
        at[2 * m->frames + f] = there ? there->at[0].h.high : (double)NAN;
    }
    return (struct tn_small){group->column == TN_ANY ? tn_pick(m->lang, TN_W_DEP_ALL)
                                                     : group_name(m, group),
                             at, at + m->frames, at + 2 * m->frames, NULL};
}

static struct tn_figure years(const struct maker *m, struct ranked order[])
{
    struct tn_small small[MOST_PANELS];
    const char *label[MOST_YEARS];
    size_t panels = 0;

    small[panels++] = panel(m, latest(m));
    for (size_t c = 0; c < m->what->multidim->options->columns; c++) {
        size_t n = rank(m, c, latest(m)->frame, true, order);
        for (size_t i = 0; i < n && panels < MOST_PANELS; i++)
            small[panels++] = panel(m, order[i].group);
    }
    for (size_t f = 0; f < m->frames; f++)
        label[f] = year_of(m, m->all[f]);
    struct tn_frame frame = {
        .lang = m->lang,
        .name = "years",
        .finding = tn_say(m->arena, m->lang, TN_W_PIC_YEARS_FINDING,
                          percent(m, m->all[0]->at[0].h.value, 1), label[0],
                          percent(m, latest(m)->at[0].h.value, 1), label[m->frames - 1]),
        .what = tn_say(m->arena, m->lang, TN_W_PIC_YEARS_WHAT, m->k, m->source),
        .source = tn_say(m->arena, m->lang, TN_W_PIC_H_SOURCE,
                         percent(m, m->what->multidim->options->level, 0)),
    };
    frame.description = frame.finding;
    struct tn_multiples of = {true, m->frames, label, m->frames, panels, small};
    return tn_figure_multiples(m->arena, &frame, &of);
}

size_t tn_charts_of_multidim(struct tn_arena *arena, enum tn_lang lang,
                             const struct tn_show_multidim *what,
                             struct tn_figure figure[TN_MULTIDIM_CHARTS])
{
    const struct tn_multidim *of = what->multidim;
    struct maker m = {.arena = arena, .lang = lang, .what = what};
    struct ranked *order = tn_new(arena, struct ranked, of->groups);
    size_t n = 0;

    const char *slash = strrchr(what->source, '/');
    m.source = slash ? slash + 1 : what->source;
    m.k = cutoff_text(&m);
    find_frames(&m);
    m.whom = of->options->frames_by == TN_ANY ? m.source
                                              : tn_say(arena, lang, TN_W_PIC_YEAR_OF,
                                                       m.source, year_of(&m, latest(&m)));
    for (size_t c = 0; c < of->options->columns; c++) {
        size_t groups = rank(&m, c, latest(&m)->frame, false, order);
        if (groups < 2)
            continue;
        figure[n++] = heat(&m, c, groups, order);
        rank(&m, c, latest(&m)->frame, true, order);
        figure[n++] = poor(&m, c, groups, order);
    }
    n += contributions(&m, &figure[n]);
    n += what->robustness_rows && robustness(&m, &figure[n]);
    if (m.frames > 1) {
        n += change(&m, &figure[n]);
        figure[n++] = years(&m, order);
    }
    return n;
}
