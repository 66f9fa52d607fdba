/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/study/multidim.h"

#include <math.h>

#include "tn/num/rank.h"

struct making {
    struct tn_arena *arena, *work;   // of the results; of a group, while it is measured
    const struct tn_tally *tally;
    const struct tn_rule *rule;
    const struct tn_multidim_options *options;
    struct tn_estimate_options estimate;
};

static struct tn_estimate *estimates(const struct making *of, const struct tn_view *view,
                                     enum tn_measure measure, size_t items)
{
    struct tn_estimate *all = tn_new(of->arena, struct tn_estimate, items);

    for (size_t i = 0; i < items; i++)
        all[i] = tn_estimate(view, NULL, measure, i, &of->estimate);
    return all;
}

/* A group against the rest. Where both are at 0 or 1 the linearised error is 0 and says
 * nothing: the bounds of each then make those of the difference. [Newcombe1998] */
static struct tn_change_estimate less_rest(const struct making *of,
                                           const struct tn_view *view,
                                           const struct tn_view *rest,
                                           enum tn_measure measure)
{
    struct tn_change_estimate less = tn_estimate_change(rest, view, 1, measure, 0,
                                                        &of->estimate);
    const struct tn_estimate *a = &less.after, *b = &less.before;

    if (!(less.change_se > 0) && a->method != TN_CENSUS) {
        less.low = less.change - hypot(a->value - a->low, b->high - b->value);
        less.high = less.change + hypot(a->high - a->value, b->value - b->low);
    }
    return less;
}

static void measure(const struct making *of, struct tn_view *view, struct tn_view *rest,
                    struct tn_cutoff k, struct tn_group_measures *into)
{
    size_t n = of->rule->indicators;

    tn_view_cut(view, k);
    tn_view_cut(rest, k);
    into->h = tn_estimate(view, NULL, TN_HEADCOUNT, 0, &of->estimate);
    into->a = tn_estimate(view, NULL, TN_INTENSITY, 0, &of->estimate);
    into->m0 = tn_estimate(view, NULL, TN_M0, 0, &of->estimate);
    into->group_share = tn_estimate(view, rest, TN_GROUP_SHARE, 0, &of->estimate);
    into->censored = estimates(of, view, TN_CENSORED, n);
    into->absolute = estimates(of, view, TN_ABSOLUTE, n);
    into->percent = estimates(of, view, TN_PERCENT, n);
    into->dimension_absolute = estimates(of, view, TN_ABSOLUTE_DIMENSION,
                                         of->rule->dimensions);
    into->dimension = estimates(of, view, TN_PERCENT_DIMENSION, of->rule->dimensions);
    into->h_less_rest = less_rest(of, view, rest, TN_HEADCOUNT);
    into->m0_less_rest = less_rest(of, view, rest, TN_M0);
    into->h_p = into->h_less_rest.p_t;
    into->m0_p = into->m0_less_rest.p_t;
}

static void fill(const struct making *of, struct tn_group *group)
{
    struct tn_domain frame = {{TN_ANY, TN_ANY, TN_ANY, TN_ANY}};

    if (of->options->frames_by != TN_ANY)
        frame.level[of->options->frames_by] = group->frame;
    struct tn_mark mark = tn_arena_mark(of->work);
    struct tn_view rest = {0};
    struct tn_view view = tn_view_with_rest(of->work, of->tally, of->rule, &group->domain,
                                            &frame, &rest);
    group->households = view.households;
    group->weight = view.weight;
    group->population_share = tn_estimate(&view, &rest, TN_POPULATION_SHARE, 0,
                                          &of->estimate);
    group->uncensored = estimates(of, &view, TN_UNCENSORED, of->rule->indicators);
    group->at = tn_new(of->arena, struct tn_group_measures, of->options->cutoffs);
    for (size_t k = 0; k < of->options->cutoffs; k++)
        measure(of, &view, &rest, of->options->cutoff[k], &group->at[k]);
    tn_arena_rewind(of->work, mark);
}

/* Holm or Benjamini-Hochberg over the n groups from first on. */
static void adjust(const struct making *of, struct tn_group first[], size_t n)
{
    double *h = tn_new(of->arena, double, n), *m0 = tn_new(of->arena, double, n);

    for (size_t k = 0; k < of->options->cutoffs; k++) {
        for (size_t g = 0; g < n; g++) {
            h[g] = first[g].at[k].h_p;
            m0[g] = first[g].at[k].m0_p;
        }
        tn_adjust(of->arena, of->options->adjust, n, h, h);
        tn_adjust(of->arena, of->options->adjust, n, m0, m0);
        for (size_t g = 0; g < n; g++) {
            first[g].at[k].h_p = h[g];
            first[g].at[k].m0_p = m0[g];
        }
    }
}

static struct tn_group group_of(const struct making *of, long frame, long column,
                                long level)
{
    struct tn_group group = {.domain = {{TN_ANY, TN_ANY, TN_ANY, TN_ANY}},
                             .column = column,
                             .level = level,
                             .frame = frame};

    if (of->options->frames_by != TN_ANY)
        group.domain.level[of->options->frames_by] = frame;
    if (column != TN_ANY)
        group.domain.level[column] = level;
    return group;
}

/* All groups of one frame; those without households are left out. */
static size_t add_frame(const struct making *of, long frame, struct tn_group group[])
{
    size_t n = 1;

    group[0] = group_of(of, frame, TN_ANY, TN_ANY);
    fill(of, &group[0]);
    for (size_t c = 0; c < of->options->columns; c++) {
        size_t first = n;
        for (size_t i = 0; i < of->tally->level[c].n; i++) {
            group[n] = group_of(of, frame, (long)c, (long)i);
            fill(of, &group[n]);
            n += group[n].households > 0;
        }
        /* Two groups make one comparison, seen from both sides. */
        adjust(of, group + first, n - first == 2 ? 1 : n - first);
        if (n - first == 2)
            adjust(of, group + first + 1, 1);
    }
    return n;
}

struct tn_multidim tn_multidim_of(struct tn_arena *arena, const struct tn_tally *tally,
                                  const struct tn_rule *rule,
                                  const struct tn_multidim_options *options)
{
    struct tn_arena work = {0};
    struct making of = {
        arena,   &work,
        tally,   rule,
        options, tn_estimate_options_of(arena, tally, options->level, options->binomial)};
    struct tn_multidim all = {.tally = tally, .rule = rule, .options = options};
    size_t room = 1, frames = 1;

    for (size_t c = 0; c < options->columns; c++)
        room += tally->level[c].n;
    if (options->frames_by != TN_ANY)
        frames = tally->level[options->frames_by].n;
    all.group = tn_new(arena, struct tn_group, room * frames + 1);
    for (size_t f = 0; f < frames; f++)
        all.groups += add_frame(&of, options->frames_by == TN_ANY ? TN_ANY : (long)f,
                                all.group + all.groups);
    tn_arena_free(&work);
    return all;
}

/* M0 of the groups of one column and frame under a rule and cut-off; their number. */
static size_t m0_of(struct tn_arena *arena, const struct tn_multidim *of,
                    const struct tn_robustness *at, const struct tn_rule *rule,
                    struct tn_cutoff k, double m0[])
{
    struct tn_mark mark = tn_arena_mark(arena);
    size_t n = 0;

    for (size_t g = 0; g < of->groups; g++) {
        const struct tn_group *group = &of->group[g];
        if (group->column != at->column || group->frame != at->frame)
            continue;
        struct tn_view view = tn_view_of(arena, of->tally, rule, &group->domain);
        double top = 0;
        tn_view_cut(&view, k);
        for (size_t i = 0; i < view.n; i++)
            top += view.w[i] * view.poor[i] * (double)view.score[i];
        m0[n++] = top / (double)rule->total / view.weight;
    }
    tn_arena_rewind(arena, mark);
    return n;
}

/* Weights under which one dimension has half; exact, by multiplying the parts out. */
static struct tn_rule favour(const struct tn_rule *rule, size_t dimension)
{
    struct tn_rule changed = *rule;
    int64_t own = 0;

    for (size_t j = 0; j < rule->indicators; j++)
        own += rule->dimension[j] == dimension ? rule->weight[j] : 0;
    changed.total = 0;
    for (size_t j = 0; j < rule->indicators; j++) {
        changed.weight[j] *= rule->dimension[j] == dimension ? rule->total - own : own;
        changed.total += changed.weight[j];
    }
    return changed;
}

/* What rounding leaves between equal sums of up to a million terms. */
static const double TIE = 1e-10;

static double kept(size_t n, const double x[], const double y[])
{
    double same = 0, pairs = 0;

    for (size_t i = 0; i < n; i++)
        for (size_t j = i + 1; j < n; j++) {
            int a = fabs(x[i] - x[j]) <= TIE ? 0 : x[i] < x[j] ? -1 : 1;
            int b = fabs(y[i] - y[j]) <= TIE ? 0 : y[i] < y[j] ? -1 : 1;
            same += a == b;
            pairs++;
        }
    return pairs > 0 ? same / pairs : (double)NAN;
}

static void compare(struct tn_arena *arena, const struct tn_multidim *of,
                    const double base[], double here[], struct tn_robustness *at)
{
    struct tn_rule rule = at->favoured == TN_ANY ? *of->rule
                                                 : favour(of->rule, (size_t)at->favoured);

    at->groups = m0_of(arena, of, at, &rule, at->cutoff, here);
    at->spearman = tn_spearman(arena, at->groups, base, here, TIE);
    at->kendall = tn_kendall(at->groups, base, here, TIE);
    at->pairs_kept = kept(at->groups, base, here);
}

/* Weights multiplied out must stay below 1e9, as a rule promises. */
enum { FINE_WEIGHTS = 30000 };

/* Every sum of weights up to the total, at most TN_TALLY_FLAGS of them, ascending. */
static size_t scores_of(struct tn_arena *arena, const struct tn_rule *rule,
                        int64_t score[])
{
    size_t n = 0;

    if (rule->total > 1000000)   // no grid to show
        return 0;
    char *reached = tn_new(arena, char, (size_t)rule->total + 1);
    reached[0] = 1;
    for (size_t j = 0; j < rule->indicators; j++)
        for (int64_t s = rule->total; s >= rule->weight[j]; s--)
            reached[s] |= reached[s - rule->weight[j]];
    for (int64_t s = 1; s <= rule->total && n < TN_TALLY_FLAGS; s++)
        if (reached[s])
            score[n++] = s;
    return n;
}

struct tn_robustness *tn_robustness_of(struct tn_arena *arena,
                                       const struct tn_multidim *of, size_t *rows)
{
    int64_t score[TN_TALLY_FLAGS];
    size_t scores = scores_of(arena, of->rule, score), d = of->rule->dimensions;
    struct tn_robustness *row = tn_new(arena, struct tn_robustness,
                                       of->groups * (scores + d) + 1);
    double *base = tn_new(arena, double, of->groups);
    double *here = tn_new(arena, double, of->groups);

    *rows = 0;
    for (size_t g = 0; g < of->groups; g++) {
        const struct tn_group *group = &of->group[g];
        if (group->column == TN_ANY || of->group[g - 1].column == group->column)
            continue;
        struct tn_robustness at = {
            .column = group->column, .frame = group->frame, .favoured = TN_ANY};
        m0_of(arena, of, &at, of->rule, of->options->cutoff[0], base);
        for (size_t i = 0; i < scores; i++) {
            at.cutoff = (struct tn_cutoff){score[i], of->rule->total};
            compare(arena, of, base, here, &at);
            row[(*rows)++] = at;
        }
        for (size_t i = 0; i < d && d > 1 && of->rule->total <= FINE_WEIGHTS; i++) {
            at.cutoff = of->options->cutoff[0];
            at.favoured = (long)i;
            compare(arena, of, base, here, &at);
            row[(*rows)++] = at;
        }
    }
    return row;
}

void tn_adjust_p(struct tn_arena *arena, enum tn_p_adjustment how, size_t n, double p[])
{
    tn_adjust(arena, how, n, p, p);
}
