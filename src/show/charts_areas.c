/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/show/charts_areas.h"

#include "tn/words/pictures.h"

#include <math.h>
#include <stdlib.h>

struct maker {
    struct tn_arena *arena;
    enum tn_lang lang;
    size_t areas;
    const struct tn_commune *area;
    const struct tn_prevalences *found;
};

/* An area's latest shares of one status. */
struct shown {
    const char *name;
    const struct tn_prevalence *row[TN_INDICATORS];   // null: none
    size_t known;
    long households;
    double mean;   // deprivations a household
};

static struct shown look(const struct maker *m, size_t a, enum tn_status status)
{
    const struct tn_prevalences *found = &m->found[a];
    struct shown shown = {.name = m->area[a].name, .households = TN_UNKNOWN};

    for (size_t i = 0; i < found->rows; i++) {
        const struct tn_prevalence *p = &found->row[i], **at = &shown.row[p->indicator];
        if (p->status == status && !isnan(p->share) && (!*at || p->year > (*at)->year))
            *at = p;
    }
    for (size_t j = 0; j < TN_INDICATORS; j++)
        if (shown.row[j]) {
            shown.known++;
            shown.households = shown.row[j]->households;
            shown.mean += shown.row[j]->share;
        }
    return shown;
}

static int most_deprived_first(const void *a, const void *b)
{
    const struct shown *x = a, *y = b;

    return (x->mean < y->mean) - (x->mean > y->mean);
}

static const char *row_label(const struct maker *m, const struct shown *shown)
{
    if (shown->households == TN_UNKNOWN)
        return shown->name;
    return tn_say(m->arena, m->lang, TN_W_PIC_AREA_ROW, shown->name, shown->households);
}

static struct tn_figure heat(const struct maker *m, int s, size_t n,
                             const struct shown shown[])
{
    const char *col[TN_INDICATORS], **row = tn_new(m->arena, const char *, n);
    const char **text = tn_new(m->arena, const char *, n *TN_INDICATORS);
    double *share = tn_new(m->arena, double, n *TN_INDICATORS);

    for (size_t j = 0; j < TN_INDICATORS; j++)
        col[j] = tn_indicator_vocab[j].name.text[m->lang];
    for (size_t a = 0; a < n; a++) {
        row[a] = row_label(m, &shown[a]);
        for (size_t j = 0; j < TN_INDICATORS; j++) {
            const struct tn_prevalence *p = shown[a].row[j];
            size_t at = a * TN_INDICATORS + j;
            share[at] = p ? p->share : (double)NAN;
            text[at] = p && p->share > 0
                           ? tn_say_real(m->arena, m->lang, 100 * p->share, 0)
                           : NULL;
        }
    }
    struct tn_frame frame = {
        .lang = m->lang,
        .name = s == TN_POOR ? "areas-poor" : "areas-near-poor",
        .finding = tn_say(m->arena, m->lang, TN_W_PIC_HEAT_FINDING, shown[0].name,
                          tn_say_real(m->arena, m->lang, shown[0].mean, 1)),
        .what = s == TN_POOR ? tn_pick(m->lang, TN_W_PIC_AREAS_WHAT_POOR)
                             : tn_pick(m->lang, TN_W_PIC_AREAS_WHAT_NEAR_POOR),
        .source = tn_pick(m->lang, TN_W_PIC_AREAS_SOURCE),
    };
    frame.description = frame.finding;
    struct tn_heat of = {n, TN_INDICATORS, row, col, share, text};
    return tn_figure_heat(m->arena, &frame, &of);
}

static int widest_gap(const struct shown pair[2])
{
    int widest = -1;
    double most = -1;

    for (int j = 0; j < TN_INDICATORS; j++) {
        const struct tn_prevalence *a = pair[0].row[j], *b = pair[1].row[j];
        if (a && b && fabs(a->share - b->share) > most) {
            widest = j;
            most = fabs(a->share - b->share);
        }
    }
    return widest;
}

static struct tn_dots_row dots_row(const struct maker *m, const struct shown pair[2],
                                   size_t j)
{
    struct tn_dots_row row = {.label = tn_indicator_vocab[j].name.text[m->lang]};

    for (int g = 0; g < 2; g++) {
        const struct tn_prevalence *p = pair[g].row[j];
        row.share[g] = p ? p->share : (double)NAN;
        row.low[g] = p ? p->low : (double)NAN;
        row.high[g] = p ? p->high : (double)NAN;
    }
    return row;
}

static bool two(const struct maker *m, const struct shown pair[2],
                struct tn_figure *figure)
{
    struct tn_dots_row row[TN_INDICATORS];
    int gap = widest_gap(pair);

    if (gap < 0)
        return false;
    for (size_t j = 0; j < TN_INDICATORS; j++)
        row[j] = dots_row(m, pair, j);
    struct tn_frame frame = {
        .lang = m->lang,
        .name = "areas-two",
        .finding = tn_say(m->arena, m->lang, TN_W_PIC_TWO_FINDING, row[gap].label,
                          tn_say_share(m->arena, m->lang, row[gap].share[0], 0),
                          tn_say_share(m->arena, m->lang, row[gap].share[1], 0)),
        .what = tn_pick(m->lang, TN_W_PIC_TWO_WHAT),
        .source = tn_say(m->arena, m->lang, TN_W_PIC_TWO_SOURCE,
                         tn_say_share(m->arena, m->lang, m->found->level, 0)),
    };
    frame.description = frame.finding;
    struct tn_dots dots = {.group = {row_label(m, &pair[0]), row_label(m, &pair[1])},
                           .rows = TN_INDICATORS,
                           .row = row};
    *figure = tn_figure_dots(m->arena, &frame, &dots);
    return true;
}

size_t tn_charts_of_areas(struct tn_arena *arena, enum tn_lang lang, size_t areas,
                          const struct tn_commune area[],
                          const struct tn_prevalences found[],
                          struct tn_figure figure[TN_AREA_CHARTS])
{
    struct maker m = {arena, lang, areas, area, found};
    size_t n = 0;

    for (int s = 0; s < TN_STATUSES; s++) {
        struct shown *shown = tn_new(arena, struct shown, areas + 1);
        size_t known = 0;
        for (size_t a = 0; a < areas; a++) {
            shown[known] = look(&m, a, (enum tn_status)s);
            known += shown[known].known > 0;
        }
        if (known < 2)
            continue;
        if (s == TN_POOR && known == 2)
            n += two(&m, shown, &figure[n]);
        qsort(shown, known, sizeof *shown, most_deprived_first);
        figure[n++] = heat(&m, s, known, shown);
    }
    return n;
}
