/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/show/charts_district.h"

#include "charts_parts.h"
#include "tn/words/district.h"

static struct tn_figure together(const struct maker *m,
                                 const struct tn_show_district *what, int s)
{
    const struct tn_district *d = what->district;
    struct tn_outcome all = tn_part_outcome(&d->part[s][d->communes]);
    int year = what->commune[0]->plan_year;

    return charts_law(
        m, s, &all, s == TN_POOR ? "district-poor" : "district-near-poor",
        s == TN_POOR
            ? tn_say(m->arena, m->lang, TN_W_DP_LAW_WHAT_POOR, d->communes, year)
            : tn_say(m->arena, m->lang, TN_W_DP_LAW_WHAT_NEAR_POOR, d->communes, year));
}

static struct tn_frame panels_frame(const struct maker *m,
                                    const struct tn_show_district *what, int s, size_t n,
                                    size_t worst)
{
    const struct tn_district *d = what->district;
    const struct tn_part *part = &d->part[s][worst];
    const char *name = what->commune[worst]->name;
    const char *p = tn_say_share(m->arena, m->lang, part->quota_met.p, 0);
    int year = what->commune[0]->plan_year;
    struct tn_frame frame = {
        .lang = m->lang,
        .name = s == TN_POOR ? "communes-poor" : "communes-near-poor",
        .finding = part->quota == 0 ? tn_pick(m->lang, TN_W_DP_PANELS_FREE)
                   : s == TN_POOR
                       ? tn_say(m->arena, m->lang, TN_W_DP_PANELS_POOR, name, p)
                       : tn_say(m->arena, m->lang, TN_W_DP_PANELS_NEAR_POOR, name, p),
        .what = s == TN_POOR
                    ? tn_say(m->arena, m->lang, TN_W_DP_PANELS_WHAT_POOR, year)
                    : tn_say(m->arena, m->lang, TN_W_DP_PANELS_WHAT_NEAR_POOR, year),
        .source = tn_say(m->arena, m->lang, TN_W_DP_PANELS_SOURCE, n, d->communes),
    };

    frame.description = frame.finding;
    return frame;
}

static bool apart(const struct maker *m, const struct tn_show_district *what, int s,
                  struct tn_figure *figure)
{
    const struct tn_district *d = what->district;
    size_t *order = tn_new(m->arena, size_t, d->communes);
    size_t n = tn_district_order(what, s, order);

    if (n == 0)
        return false;
    n = n < TN_DISTRICT_PANELS ? n : TN_DISTRICT_PANELS;
    struct tn_law_panel *panel = tn_new(m->arena, struct tn_law_panel, n);
    for (size_t i = 0; i < n; i++) {
        const struct tn_part *part = &d->part[s][order[i]];
        panel[i] = (struct tn_law_panel){
            .title = what->commune[order[i]]->name,
            .value = part->quota > 0
                         ? tn_say_share(m->arena, m->lang, part->quota_met.p, 0)
                         : NULL,
            .n = part->exits.n + 1,
            .pmf = part->exits.pmf,
            .quota = part->quota > 0 ? part->quota : TN_COUNT_NONE,
        };
    }
    struct tn_frame frame = panels_frame(m, what, s, n, order[0]);
    struct tn_law_panels of = {n, panel};
    *figure = tn_figure_panels(m->arena, &frame, &of);
    return true;
}

size_t tn_charts_of_district(struct tn_arena *arena, enum tn_lang lang,
                             const struct tn_show_district *what,
                             struct tn_figure figure[TN_DISTRICT_CHARTS])
{
    struct maker m = {.arena = arena, .lang = lang};
    const struct tn_district *d = what->district;
    size_t n = 0;

    for (int s = 0; s < TN_STATUSES; s++)
        if (d->part[s][d->communes].base > 0)
            figure[n++] = together(&m, what, s);
    for (int s = 0; s < TN_STATUSES; s++)
        n += apart(&m, what, s, &figure[n]);
    return n;
}
