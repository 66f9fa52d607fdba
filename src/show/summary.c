/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/show/summary.h"

#include "tn/show/likely.h"
#include "tn/words/summary.h"

#include <math.h>

static const double LIKELY = 0.6;   // as tn_likely has it

enum { VILLAGES_NAMED = 3 };   // of a status, among what is at risk

struct writer {
    struct tn_arena *arena;
    const struct tn_commune *commune;
    const struct tn_forecast *forecast;
    struct tn_summary *summary;
};

static const char *share(const struct writer *w, int lang, double p)
{
    return tn_say_share(w->arena, (enum tn_lang)lang, p, 1);
}

static const char *real(const struct writer *w, int lang, double x)
{
    return tn_say_real(w->arena, (enum tn_lang)lang, x, 1);
}

/* File a sentence about a probability where it belongs. */
static void judge(struct writer *w, double p, struct tn_words sentence)
{
    struct tn_summary *s = w->summary;

    if (nearbyint(1000 * p) >= 1000 * LIKELY)
        s->likely_part[s->likely++] = sentence;
    else
        s->risk[s->risks++] = sentence;
}

static struct tn_words quota_sentence(const struct writer *w, int s, bool net)
{
    const struct tn_outcome *o = &w->forecast->commune.status[s];
    double p = net ? o->net_met.p : o->quota_met.p;
    struct tn_words likely = tn_likely(p), said = {{NULL}};

    for (int l = 0; l < TN_LANGS; l++) {
        enum tn_lang lang = (enum tn_lang)l;
        const char *word = likely.text[l], *percent = share(w, l, p);
        if (net)
            said.text[l] = s == TN_POOR ? tn_say(w->arena, lang, TN_W_S_NET_POOR,
                                                 o->quota, word, percent)
                                        : tn_say(w->arena, lang, TN_W_S_NET_NEAR_POOR,
                                                 o->quota, word, percent);
        else
            said.text[l] = s == TN_POOR ? tn_say(w->arena, lang, TN_W_S_QUOTA_POOR,
                                                 o->quota, word, percent)
                                        : tn_say(w->arena, lang, TN_W_S_QUOTA_NEAR_POOR,
                                                 o->quota, word, percent);
    }
    return said;
}

static struct tn_words rate_sentence(const struct writer *w, int s,
                                     const struct tn_target *t)
{
    struct tn_words likely = tn_likely(t->met.p), said = {{NULL}};

    for (int l = 0; l < TN_LANGS; l++) {
        enum tn_lang lang = (enum tn_lang)l;
        const char *rate = tn_say_real(w->arena, lang, t->percent, t->decimals);
        said.text[l] = s == TN_POOR
                           ? tn_say(w->arena, lang, TN_W_S_RATE_POOR, rate, t->section,
                                    likely.text[l], share(w, l, t->met.p))
                           : tn_say(w->arena, lang, TN_W_S_RATE_NEAR_POOR, rate,
                                    t->section, likely.text[l], share(w, l, t->met.p));
    }
    return said;
}

static struct tn_words village_sentence(const struct writer *w, int s, size_t v)
{
    const struct tn_outcome *o = &w->forecast->village[v].status[s];
    const char *name = w->commune->village[v].name;
    struct tn_words likely = tn_likely(o->quota_met.p), said = {{NULL}};

    for (int l = 0; l < TN_LANGS; l++) {
        enum tn_lang lang = (enum tn_lang)l;
        const char *percent = share(w, l, o->quota_met.p);
        said.text[l] = s == TN_POOR
                           ? tn_say(w->arena, lang, TN_W_S_VILLAGE_POOR, name, o->quota,
                                    o->base, likely.text[l], percent)
                           : tn_say(w->arena, lang, TN_W_S_VILLAGE_NEAR_POOR, name,
                                    o->quota, o->base, likely.text[l], percent);
    }
    return said;
}

/* Whether village a comes before b: less likely, then as in the file. */
static bool worse(const struct writer *w, int s, size_t a, size_t b)
{
    double p = w->forecast->village[a].status[s].quota_met.p;
    double q = w->forecast->village[b].status[s].quota_met.p;

    return p < q || (!(p > q) && a < b);
}

/* The villages least likely to meet theirs, below 'likely', at most a few. */
static void judge_villages(struct writer *w, int s)
{
    size_t last = TN_NONE;

    for (int named = 0; named < VILLAGES_NAMED; named++) {
        size_t worst = TN_NONE;
        for (size_t v = 0; v < w->forecast->villages; v++) {
            const struct tn_outcome *o = &w->forecast->village[v].status[s];
            if (o->quota > 0 && o->quota_met.p < LIKELY &&
                (last == TN_NONE || worse(w, s, last, v)) &&
                (worst == TN_NONE || worse(w, s, v, worst)))
                worst = v;
        }
        if (worst == TN_NONE)
            return;
        judge(w, w->forecast->village[worst].status[s].quota_met.p,
              village_sentence(w, s, worst));
        last = worst;
    }
}

static void judge_all(struct writer *w)
{
    for (int s = 0; s < TN_STATUSES; s++) {
        const struct tn_outcome *o = &w->forecast->commune.status[s];
        if (o->base == 0 || o->quota == 0)
            continue;
        judge(w, o->quota_met.p, quota_sentence(w, s, false));
        judge(w, o->net_met.p, quota_sentence(w, s, true));
        for (size_t i = 0; i < w->forecast->targets[s]; i++)
            judge(w, w->forecast->target[s][i].met.p,
                  rate_sentence(w, s, &w->forecast->target[s][i]));
        judge_villages(w, s);
    }
}

static void add_reason(struct writer *w, struct tn_words reason)
{
    w->summary->reason[w->summary->reasons++] = reason;
}

static struct tn_words gap_sentence(const struct writer *w, int s)
{
    const struct tn_outcome *o = &w->forecast->commune.status[s];
    double gap = (double)o->quota - o->exits.mean;
    struct tn_words said = {{NULL}};

    for (int l = 0; l < TN_LANGS; l++) {
        enum tn_lang lang = (enum tn_lang)l;
        const char *mean = real(w, l, o->exits.mean), *by = real(w, l, fabs(gap));
        if (gap > 0)
            said.text[l] = s == TN_POOR
                               ? tn_say(w->arena, lang, TN_W_S_WHY_SHORT_POOR, mean, by,
                                        o->quota)
                               : tn_say(w->arena, lang, TN_W_S_WHY_SHORT_NEAR_POOR, mean,
                                        by, o->quota);
        else
            said.text[l] = s == TN_POOR
                               ? tn_say(w->arena, lang, TN_W_S_WHY_OVER_POOR, mean, by,
                                        o->exits.q05, o->exits.q95)
                               : tn_say(w->arena, lang, TN_W_S_WHY_OVER_NEAR_POOR, mean,
                                        by, o->exits.q05, o->exits.q95);
    }
    return said;
}

static void flow_reasons(struct writer *w)
{
    const struct tn_outcome *poor = &w->forecast->commune.status[TN_POOR];
    const struct tn_outcome *near = &w->forecast->commune.status[TN_NEAR_POOR];
    struct tn_words landing = {{NULL}}, entry = {{NULL}};

    for (int l = 0; l < TN_LANGS; l++) {
        landing.text[l] = tn_say(w->arena, (enum tn_lang)l, TN_W_S_WHY_LANDING,
                                 real(w, l, poor->flow.to_near_poor),
                                 real(w, l, poor->exits.mean));
        entry.text[l] = tn_say(w->arena, (enum tn_lang)l, TN_W_S_WHY_ENTRY,
                               real(w, l, poor->flow.entry),
                               real(w, l, near->flow.entry));
    }
    if (poor->flow.to_near_poor > 0.05)
        add_reason(w, landing);
    if (poor->flow.entry + near->flow.entry > 0.05)
        add_reason(w, entry);
}

/* The village with the largest quota, where it carries more than its equal part. */
static void village_reason(struct writer *w, int s)
{
    size_t largest = 0, n = w->forecast->villages;

    for (size_t v = 1; v < n; v++)
        if (w->forecast->village[v].status[s].quota >
            w->forecast->village[largest].status[s].quota)
            largest = v;
    long quota = w->forecast->village[largest].status[s].quota;
    long all = w->forecast->commune.status[s].quota;
    if (n < 2 || quota * (long)n <= all)
        return;
    const char *name = w->commune->village[largest].name;
    add_reason(w,
               s == TN_POOR
                   ? tn_say_both(w->arena, TN_W_S_WHY_HANGS_POOR, name, quota, all)
                   : tn_say_both(w->arena, TN_W_S_WHY_HANGS_NEAR_POOR, name, quota, all));
}

/* The two largest deprivations of the poor in the base year. */
static void deprivation_reason(struct writer *w, const struct tn_prevalences *p)
{
    const struct tn_prevalence *first = NULL, *second = NULL;
    struct tn_words said = {{NULL}};

    for (size_t i = 0; p && i < p->rows; i++) {
        const struct tn_prevalence *row = &p->row[i];
        if (row->status != TN_POOR || row->year != w->commune->base_year ||
            isnan(row->share))
            continue;
        if (!first || row->share > first->share)
            second = first, first = row;
        else if (!second || row->share > second->share)
            second = row;
    }
    if (!second)
        return;
    for (int l = 0; l < TN_LANGS; l++)
        said.text[l] = tn_say(w->arena, (enum tn_lang)l, TN_W_S_DEPRIVED,
                              tn_indicator_vocab[first->indicator].name.text[l],
                              share(w, l, first->share),
                              tn_indicator_vocab[second->indicator].name.text[l],
                              share(w, l, second->share));
    add_reason(w, said);
}

/* Either status, then where the poor that leave go (or, where that is not known, what
 * would be realistic). The order of the answers is tn_forecast_sentences'. */
static void pick_chiefs(const struct writer *w, struct tn_summary *s)
{
    const struct tn_outcome *poor = &w->forecast->commune.status[TN_POOR];
    const struct tn_outcome *near = &w->forecast->commune.status[TN_NEAR_POOR];
    size_t statuses = (size_t)(poor->base > 0) + (size_t)(near->base > 0);
    size_t realistic = statuses + (size_t)tn_forecast_asks_both(w->forecast);
    bool landing = poor->flow.to_near_poor > 0;

    for (size_t i = 0; i < statuses; i++)
        s->chief[s->chiefs++] = s->answer[i];
    s->chief[s->chiefs++] = s->answer[realistic + landing];
    s->first_note = realistic + landing + 1;
}

struct tn_summary tn_summary_of(struct tn_arena *arena,
                                const struct tn_show_forecast *what,
                                const struct tn_prevalences *prevalences)
{
    /* Per status: two quotas, the targets, a few villages. */
    size_t room = TN_STATUSES * (2 + VILLAGES_NAMED);
    for (int s = 0; s < TN_STATUSES; s++)
        room += what->forecast->targets[s];
    struct tn_summary summary = {
        .answer = tn_new(arena, struct tn_words, 12),
        .likely_part = tn_new(arena, struct tn_words, room),
        .risk = tn_new(arena, struct tn_words, room),
        .reason = tn_new(arena, struct tn_words, 8),
    };
    struct writer w = {arena, what->commune, what->forecast, &summary};

    summary.answers = tn_forecast_sentences(arena, what, summary.answer);
    pick_chiefs(&w, &summary);
    judge_all(&w);
    for (int s = 0; s < TN_STATUSES; s++)
        if (what->forecast->commune.status[s].quota > 0) {
            add_reason(&w, gap_sentence(&w, s));
            village_reason(&w, s);
        }
    flow_reasons(&w);
    deprivation_reason(&w, prevalences);
    return summary;
}
