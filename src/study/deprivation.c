/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/study/deprivation.h"

#include <assert.h>
#include <math.h>

/* A standard error this small beside its estimate is rounding alone: a real one would
 * take 1e24 households. */
static const double ROUNDING = 1e-12;

struct tn_rule tn_rule_equal(size_t indicators, size_t dimensions)
{
    struct tn_rule rule = {
        .indicators = indicators, .dimensions = dimensions, .total = (int64_t)indicators};

    assert(indicators <= TN_TALLY_FLAGS && indicators % dimensions == 0);
    for (size_t j = 0; j < indicators; j++) {
        rule.weight[j] = 1;
        rule.dimension[j] = j / (indicators / dimensions);
    }
    return rule;
}

/* A domain as one comparison of the cell's group. */
struct filter {
    uint64_t mask, want;
};

static struct filter filter_of(const struct tn_domain *domain)
{
    struct filter filter = {0, 0};

    for (size_t c = 0; c < TN_TALLY_COLUMNS; c++)
        if (domain->level[c] != TN_ANY) {
            filter.mask |= (uint64_t)0xFFFF << 16 * c;
            filter.want |= (uint64_t)domain->level[c] << 16 * c;
        }
    return filter;
}

static inline bool inside(const struct tn_tally_cell *cell, struct filter filter)
{
    return (cell->group & filter.mask) == filter.want;
}

static int64_t score_of(const struct tn_rule *rule, uint64_t pattern)
{
    int64_t score = 0;

    for (; pattern; pattern &= pattern - 1)
        score += rule->weight[__builtin_ctzll(pattern)];
    return score;
}

/* Cells come by unit, pattern, group: those that differ in group alone are neighbours
 * and share one entry. */
static void join(struct tn_view *view, const struct tn_tally_cell *cell)
{
    size_t i = view->n;

    if (!i || view->unit[i - 1] != cell->unit || view->pattern[i - 1] != cell->pattern) {
        view->unit[i] = cell->unit;
        view->pattern[i] = cell->pattern;
        view->score[i] = score_of(view->rule, cell->pattern);
        view->n = ++i;
    }
    view->w[i - 1] += cell->w;
    view->w2[i - 1] += cell->w2;
    view->count[i - 1] += cell->n;
    view->households += cell->n;
    view->weight += cell->w;
}

static struct tn_view empty_view(struct tn_arena *arena, const struct tn_tally *tally,
                                 const struct tn_rule *rule, size_t room)
{
    return (struct tn_view){
        .tally = tally,
        .rule = rule,
        .unit = tn_new(arena, uint32_t, room),
        .pattern = tn_new(arena, uint64_t, room),
        .w = tn_new(arena, double, room),
        .w2 = tn_new(arena, double, room),
        .count = tn_new(arena, long, room),
        .score = tn_new(arena, int64_t, room),
        .poor = tn_new(arena, double, room),
        .e = tn_new(arena, double, room),
    };
}

/* Cells that come one by one, and how many entries they take. */
struct entries {
    const struct tn_tally_cell *last;
    size_t n;
};

static void count_entry(struct entries *of, const struct tn_tally_cell *cell)
{
    of->n += !of->last || of->last->unit != cell->unit ||
             of->last->pattern != cell->pattern;
    of->last = cell;
}

/* The cells of the frame, in view[0] those of the domain, in view[1] the others; a null
 * view is left out. */
static void part_cells(struct tn_arena *arena, const struct tn_tally *tally,
                       const struct tn_rule *rule, struct filter domain,
                       struct filter frame, struct tn_view *view[2])
{
    struct entries entries[2] = {{NULL, 0}, {NULL, 0}};

    for (size_t i = 0; i < tally->cells; i++) {
        const struct tn_tally_cell *cell = &tally->slot[i];
        if (inside(cell, frame))
            count_entry(&entries[!inside(cell, domain)], cell);
    }
    for (size_t v = 0; v < 2; v++)
        if (view[v])
            *view[v] = empty_view(arena, tally, rule, entries[v].n);
    for (size_t i = 0; i < tally->cells; i++) {
        const struct tn_tally_cell *cell = &tally->slot[i];
        struct tn_view *into = view[!inside(cell, domain)];
        if (into && inside(cell, frame))
            join(into, cell);
    }
}

struct tn_view tn_view_of(struct tn_arena *arena, const struct tn_tally *tally,
                          const struct tn_rule *rule, const struct tn_domain *domain)
{
    struct tn_view view, *into[2] = {&view, NULL};
    struct filter own = filter_of(domain);

    part_cells(arena, tally, rule, own, own, into);
    return view;
}

struct tn_view tn_view_with_rest(struct tn_arena *arena, const struct tn_tally *tally,
                                 const struct tn_rule *rule,
                                 const struct tn_domain *domain,
                                 const struct tn_domain *frame, struct tn_view *rest)
{
    struct tn_view view, *into[2] = {&view, rest};

    part_cells(arena, tally, rule, filter_of(domain), filter_of(frame), into);
    return view;
}

void tn_view_cut(struct tn_view *view, struct tn_cutoff k)
{
    for (size_t i = 0; i < view->n; i++)   // both sides stay below 1e18
        view->poor[i] = view->score[i] * k.den >= k.num * view->rule->total;
}

/* What a measure divides by what: for each entry two whole numbers. */
struct ratio {
    enum tn_measure measure;
    uint64_t mask;   // of the indicator, or of the dimension's indicators
    double weight, total;
    const struct tn_rule *rule;
};

static struct ratio ratio_of(const struct tn_rule *rule, enum tn_measure measure,
                             size_t item)
{
    struct ratio ratio = {measure, 0, 0, (double)rule->total, rule};

    if (measure == TN_PERCENT_DIMENSION || measure == TN_ABSOLUTE_DIMENSION) {
        assert(item < rule->dimensions);
        for (size_t j = 0; j < rule->indicators; j++)
            if (rule->dimension[j] == item) {
                ratio.mask |= (uint64_t)1 << j;
                ratio.weight += (double)rule->weight[j];
            }
    } else if (item < rule->indicators) {
        ratio.mask = (uint64_t)1 << item;
        ratio.weight = (double)rule->weight[item];
    }
    return ratio;
}

/* The part that belongs to the group, and that which it is divided by. */
static inline double top(enum tn_measure measure, const struct ratio *ratio,
                         const struct tn_view *view, size_t i)
{
    bool hit = view->pattern[i] & ratio->mask;

    switch (measure) {
    case TN_UNCENSORED:
        return hit;
    case TN_HEADCOUNT:
        return view->poor[i];
    case TN_INTENSITY:
    case TN_M0:
    case TN_GROUP_SHARE:
        return view->poor[i] * (double)view->score[i];
    case TN_CENSORED:
        return hit ? view->poor[i] : 0;
    case TN_ABSOLUTE:
    case TN_PERCENT:
        return hit ? view->poor[i] * ratio->weight : 0;
    case TN_ABSOLUTE_DIMENSION:
    case TN_PERCENT_DIMENSION:
        return view->poor[i] *
               (double)score_of(ratio->rule, view->pattern[i] & ratio->mask);
    default:
        return 1;
    }
}

static inline double bottom(enum tn_measure measure, const struct ratio *ratio,
                            const struct tn_view *view, size_t i)
{
    switch (measure) {
    case TN_INTENSITY:
        return view->poor[i] * ratio->total;
    case TN_M0:
    case TN_ABSOLUTE:
    case TN_ABSOLUTE_DIMENSION:
        return ratio->total;
    case TN_PERCENT:
    case TN_PERCENT_DIMENSION:
    case TN_GROUP_SHARE:
        return view->poor[i] * (double)view->score[i];
    default:
        return 1;
    }
}

struct totals {
    double top, bottom;
    long n;       // households of the view; of A: its poor
    long count;   // households with a top
};

/* Neumaier's sum: the order of the entries must not show. */
static inline void gather(double *sum, double *low, double x)
{
    double s = *sum + x;

    *low += fabs(*sum) >= fabs(x) ? (*sum - s) + x : (x - s) + *sum;
    *sum = s;
}

/* Where every weight is 1 the sums are of whole numbers and carry nothing along. */
static inline __attribute__((always_inline)) void add_totals(enum tn_measure measure,
                                                             const struct ratio *ratio,
                                                             const struct tn_view *view,
                                                             struct totals *totals,
                                                             bool weighted)
{
    double top_low = 0, bottom_low = 0;

    for (size_t i = 0; i < view->n; i++) {
        double y = top(measure, ratio, view, i), x = bottom(measure, ratio, view, i);
        if (weighted) {
            gather(&totals->top, &top_low, view->w[i] * y);
            gather(&totals->bottom, &bottom_low, view->w[i] * x);
        } else {
            totals->top += view->w[i] * y;
            totals->bottom += view->w[i] * x;
        }
        totals->count += y > 0 ? view->count[i] : 0;
        totals->n += x > 0 || measure != TN_INTENSITY ? view->count[i] : 0;
    }
    totals->top += top_low;
    totals->bottom += bottom_low;
}

/* e = by (y - b x)/X, the influence of a unit of weight on by times the ratio b = Y/X;
 * beside: the entries lie outside the group, y = 0. */
static inline __attribute__((always_inline)) void put_influence(
    enum tn_measure measure, const struct ratio *ratio, const struct tn_view *view,
    const double of[3])
{
    for (size_t i = 0; i < view->n; i++) {
        double y = of[2] * top(measure, ratio, view, i);
        view->e[i] = of[1] * (y - of[0] * bottom(measure, ratio, view, i));
    }
}

/* The loop for each measure by itself, so that nothing is decided inside. */
#define EACH_MEASURE(X)      \
    X(TN_UNCENSORED)         \
    X(TN_HEADCOUNT)          \
    X(TN_INTENSITY)          \
    X(TN_M0)                 \
    X(TN_CENSORED)           \
    X(TN_ABSOLUTE)           \
    X(TN_PERCENT)            \
    X(TN_ABSOLUTE_DIMENSION) \
    X(TN_PERCENT_DIMENSION)  \
    X(TN_POPULATION_SHARE)   \
    X(TN_GROUP_SHARE)

static struct totals totals_of(const struct ratio *ratio, const struct tn_view *view)
{
    struct totals totals = {0};
    bool weighted = view->tally->weighted;

    switch (ratio->measure) {
#define ONE(measure)                                         \
    case measure:                                            \
        add_totals(measure, ratio, view, &totals, weighted); \
        break;
        EACH_MEASURE(ONE)
#undef ONE
    case TN_AF_MEASURES:
        break;
    }
    return totals;
}

static void influence(const struct ratio *ratio, const struct tn_view *view, double b,
                      double by, bool beside)
{
    const double of[] = {b, by, beside ? 0 : 1};

    switch (ratio->measure) {
#define ONE(measure)                             \
    case measure:                                \
        put_influence(measure, ratio, view, of); \
        break;
        EACH_MEASURE(ONE)
#undef ONE
    case TN_AF_MEASURES:
        break;
    }
}

static struct tn_survey_part part_of(const struct tn_view *view)
{
    return (struct tn_survey_part){view->n, view->unit, view->w, view->w2, view->e};
}

struct tn_estimate_options tn_estimate_options_of(struct tn_arena *arena,
                                                  const struct tn_tally *tally,
                                                  double level,
                                                  enum tn_interval_method binomial)
{
    const struct tn_survey *survey = &tally->survey;
    double df = tn_survey_df(survey);

    return (struct tn_estimate_options){
        .level = level,
        .binomial = binomial,
        .df = df,
        .t = tn_t_within(level, df),
        .work = tn_new(arena, double, survey->units + 3 * survey->strata),
    };
}

/* The root of a variance; 0 where it is rounding beside the size of what varies. */
static double root(double variance, double size)
{
    double se = sqrt(variance);

    return se > ROUNDING * fabs(size) ? se : 0;
}

static bool is_census(const struct tn_tally *tally)
{
    return tally->survey.fraction && tally->survey.fraction[0] >= 1;
}

/* Households drawn one by one, alike, from a population without end. */
static bool is_simple(const struct tn_tally *tally)
{
    const struct tn_survey *survey = &tally->survey;

    return !tally->weighted && !survey->clustered && survey->strata == 1 &&
           !(survey->fraction && survey->fraction[0] > 0);
}

/* Counts of households over counts of households. */
static bool is_share(enum tn_measure measure)
{
    return measure == TN_UNCENSORED || measure == TN_HEADCOUNT ||
           measure == TN_CENSORED || measure == TN_POPULATION_SHARE;
}

/* At 0 and 1 the linearised error is 0 and says nothing: Clopper-Pearson for as many
 * households as the weights are worth (Kish), never more than the PSUs allow. */
static struct tn_interval korn_graubard(const struct tn_view *view,
                                        const struct tn_view *rest, double value,
                                        const struct tn_estimate_options *options)
{
    double w = 0, w2 = 0;

    for (const struct tn_view *part = view; part; part = part == view ? rest : NULL)
        for (size_t i = 0; i < part->n; i++) {
            w += part->w[i];
            w2 += part->w2[i];
        }
    double worth = w * w / w2;
    if (view->tally->clustered && options->df + 1 < worth)
        worth = options->df + 1;
    long n = worth < 1 ? 1 : (long)worth;
    return tn_interval_binomial(TN_CLOPPER_PEARSON, value > 0.5 ? n : 0, n,
                                options->level);
}

static void bound(struct tn_estimate *of, const struct tn_view *view,
                  const struct tn_view *rest, const struct ratio *ratio,
                  const struct tn_estimate_options *options)
{
    enum tn_measure measure = ratio->measure;
    struct tn_interval interval = {of->value, of->value};
    bool end = of->value <= 0 || of->value >= 1, share = is_share(measure);

    if (is_census(view->tally)) {
        of->method = TN_CENSUS;
    } else if (share && is_simple(view->tally)) {
        of->method = TN_BINOMIAL;
        interval = tn_interval_binomial(options->binomial, of->count, of->n,
                                        options->level);
    } else if (end && of->n && measure != TN_INTENSITY) {
        of->method = TN_KORN_GRAUBARD;
        interval = korn_graubard(view, rest, of->value, options);
        if (measure == TN_ABSOLUTE ||
            measure == TN_ABSOLUTE_DIMENSION)   // at most its weight
            interval.high *= ratio->weight / ratio->total;
    } else {
        of->method = TN_LOGIT_T;
        interval = tn_interval_logit(of->value, of->se, options->t);
    }
    of->low = interval.low;
    of->high = interval.high;
}

static struct tn_estimate undefined(const struct tn_view *view, long n, double df)
{
    return (struct tn_estimate){.value = (double)NAN,
                                .se = (double)NAN,
                                .df = df,
                                .n = n,
                                .count = -1,
                                .low = (double)NAN,
                                .high = (double)NAN,
                                .method = is_census(view->tally) ? TN_CENSUS
                                                                 : TN_LOGIT_T};
}

struct tn_estimate tn_estimate(const struct tn_view *view, const struct tn_view *rest,
                               enum tn_measure measure, size_t item,
                               const struct tn_estimate_options *options)
{
    struct ratio ratio = ratio_of(view->rule, measure, item);
    struct totals totals = totals_of(&ratio, view);
    bool framed = measure == TN_POPULATION_SHARE || measure == TN_GROUP_SHARE;

    assert(framed == (rest != NULL));
    if (framed) {
        struct totals others = totals_of(&ratio, rest);
        totals.bottom += others.bottom;
        totals.n += others.n;
    }
    if (!(totals.bottom > 0))
        return undefined(view, totals.n, options->df);

    double b = totals.top / totals.bottom;
    influence(&ratio, view, b, 1 / totals.bottom, false);
    if (framed)
        influence(&ratio, rest, b, 1 / totals.bottom, true);
    struct tn_survey_part part[] = {part_of(view), part_of(framed ? rest : view)};
    double variance = tn_survey_variance(&view->tally->survey, framed ? 2 : 1, part,
                                         options->work);
    struct tn_estimate of = {.value = b,
                             .se = root(variance, b),
                             .df = options->df,
                             .n = totals.n,
                             .count = is_share(measure) ? totals.count : -1};
    bound(&of, view, rest, &ratio, options);
    return of;
}

/* The standard error of a after + b before. */
static double joint_se(const struct tn_view *before, const struct tn_view *after,
                       const struct ratio *ratio, const double value[2],
                       const double by[2], double *work)
{
    influence(ratio, before, value[0], by[0] / totals_of(ratio, before).bottom, false);
    influence(ratio, after, value[1], by[1] / totals_of(ratio, after).bottom, false);
    struct tn_survey_part part[] = {part_of(before), part_of(after)};
    double variance = tn_survey_variance(&before->tally->survey, 2, part, work);
    return root(variance, fabs(by[0] * value[0]) + fabs(by[1] * value[1]));
}

static void test(struct tn_change_estimate *of, double t)
{
    double far = of->df > 0 ? t * of->change_se : (double)NAN;

    of->low = of->change - far;
    of->high = of->change + far;
    of->z = of->change_se > 0 ? of->change / of->change_se : (double)NAN;
    of->p_normal = tn_student_p(of->z, (double)INFINITY);
    of->p_t = tn_student_p(of->z, of->df);
}

struct tn_change_estimate tn_estimate_change(const struct tn_view *before,
                                             const struct tn_view *after, double years,
                                             enum tn_measure measure, size_t item,
                                             const struct tn_estimate_options *options)
{
    struct ratio ratio = ratio_of(before->rule, measure, item);
    struct tn_change_estimate of = {
        .before = tn_estimate(before, NULL, measure, item, options),
        .after = tn_estimate(after, NULL, measure, item, options),
        .df = options->df,
    };
    const double value[2] = {of.before.value, of.after.value};
    double times = value[1] / value[0], *work = options->work;

    of.change = value[1] - value[0];
    of.yearly = of.change / years;
    of.ratio = of.growth = of.ratio_se = of.growth_se = (double)NAN;
    of.change_se = of.yearly_se = (double)NAN;
    if (isnan(of.change)) {
        test(&of, options->t);
        return of;
    }
    of.change_se = joint_se(before, after, &ratio, value, (double[]){-1, 1}, work);
    of.yearly_se = of.change_se / years;
    test(&of, options->t);
    if (!(value[0] > 0))
        return of;
    of.ratio = times - 1;
    of.ratio_se = joint_se(before, after, &ratio, value,
                           (double[]){-times / value[0], 1 / value[0]}, work);
    if (!(times > 0))   // no steady yearly rate ends at 0
        return of;
    of.growth = pow(times, 1 / years) - 1;
    of.growth_se = of.ratio_se * pow(times, 1 / years - 1) / years;
    return of;
}
