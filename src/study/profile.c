/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/study/profile.h"

#include <math.h>
#include <stdlib.h>

#include "tn/num/philox.h"

enum {
    CHAINS = 4,
    SWEEPS = 10,      // trades between two draws of a chain, in rows
    BURN = 200,       // trades before the first, in rows
    COMMONEST = 12,   // patterns told
    RELIEF = 3        // stream of random numbers for who is relieved
};

/* What is kept of the draws while they come. */
struct keeper {
    const struct tn_profile_question *question;
    struct tn_profile *into;
    size_t slots, patterns;   // a hash table of patterns and their counts
    struct tn_profile_pattern *slot;
    uint64_t *left;       // the rows after the measures
    uint32_t *deprived;   // rows deprived in the indicator at hand
};

long tn_profile_relieved(const struct tn_margin *margin,
                         const struct tn_measure_goal *goal)
{
    /* 1 - 0.9 of 70 is 7, though 0.1 * 70 in binary falls just below. */
    long stay = (long)floor((1 - goal->coverage) * (double)margin->rows + 1e-9);
    long deprived = margin->sum[goal->indicator];

    return deprived > stay ? deprived - stay : 0;
}

static long smaller(long a, long b)
{
    return a < b ? a : b;
}

static long larger(long a, long b)
{
    return a > b ? a : b;
}

/* Households that fall, whatever the table. At least: those not falling keep fall
 * deprivations each of what is left; and of the relieved in one indicator only as many
 * stay up as have one to spare, of which there are no more than deprivations above fall.
 * At most: every household relieved of something. */
static void bounds(const struct tn_profile_question *question, struct tn_profile *into)
{
    const struct tn_margin *margin = &question->margin;
    long rows = (long)margin->rows, total = 0, most_relieved = 0;

    for (size_t j = 0; j < margin->columns; j++)
        total += margin->sum[j];
    for (size_t g = 0; g < question->goals; g++) {
        long relieved = tn_profile_relieved(margin, &question->goal[g]);
        into->relieved += relieved;
        most_relieved = larger(most_relieved, relieved);
    }
    long spare = total - rows * question->fall;
    into->least = rows - smaller(rows, (total - into->relieved) / question->fall);
    if (margin->low >= question->fall)
        into->least = larger(into->least, most_relieved - spare);
    into->most = margin->low >= question->fall ? smaller(rows, into->relieved) : rows;
}

static void grow(struct tn_arena *arena, struct keeper *keeper);

static struct tn_profile_pattern *seek(struct keeper *keeper, uint64_t pattern)
{
    size_t at = (size_t)(pattern * 0x9E3779B97F4A7C15u >> 32) & (keeper->slots - 1);

    while (keeper->slot[at].mean > 0 && keeper->slot[at].pattern != pattern)
        at = (at + 1) & (keeper->slots - 1);
    return &keeper->slot[at];
}

static void count_pattern(struct tn_arena *arena, struct keeper *keeper, uint64_t pattern)
{
    if (2 * keeper->patterns >= keeper->slots)
        grow(arena, keeper);
    struct tn_profile_pattern *found = seek(keeper, pattern);
    if (!(found->mean > 0)) {
        found->pattern = pattern;
        keeper->patterns++;
    }
    found->mean++;
}

static void grow(struct tn_arena *arena, struct keeper *keeper)
{
    struct tn_profile_pattern *old = keeper->slot;
    size_t slots = keeper->slots;

    keeper->slots = slots ? 2 * slots : 1024;
    keeper->slot = tn_new(arena, struct tn_profile_pattern, keeper->slots);
    for (size_t i = 0; i < slots; i++)
        if (old[i].mean > 0)
            *seek(keeper, old[i].pattern) = old[i];
}

/* Take one measure's indicator from as many deprived households as it relieves, each set
 * alike likely. */
static void relieve(struct keeper *keeper, size_t draw, size_t g)
{
    const struct tn_profile_question *question = keeper->question;
    const struct tn_measure_goal *goal = &question->goal[g];
    uint64_t bit = (uint64_t)1 << goal->indicator;
    size_t n = 0, rows = question->margin.rows;
    long relieved = tn_profile_relieved(&question->margin, goal);

    for (size_t i = 0; i < rows; i++)
        if (keeper->left[i] & bit)
            keeper->deprived[n++] = (uint32_t)i;
    for (long k = 0; k < relieved; k++, n--) {
        double u = (size_t)relieved - (size_t)k == n
                       ? 0   // all that are left
                       : tn_uniform(question->seed, (uint32_t)draw, RELIEF,
                                    (uint64_t)g << 32 | (uint64_t)k);
        size_t pick = (size_t)(u * (double)n);
        keeper->left[keeper->deprived[pick]] &= ~bit;
        keeper->deprived[pick] = keeper->deprived[n - 1];
    }
}

static long falling(struct keeper *keeper, size_t draw, const uint64_t row[])
{
    const struct tn_profile_question *question = keeper->question;
    long falls = 0;

    for (size_t i = 0; i < question->margin.rows; i++)
        keeper->left[i] = row[i];
    for (size_t g = 0; g < question->goals; g++)
        relieve(keeper, draw, g);
    for (size_t i = 0; i < question->margin.rows; i++)
        falls += __builtin_popcountll(keeper->left[i]) < question->fall;
    return falls;
}

/* Count a table in; gives how many of its households fall. */
static long keep(struct tn_arena *arena, struct keeper *keeper, size_t draw,
                 const uint64_t row[])
{
    struct tn_profile *into = keeper->into;

    for (size_t i = 0; i < keeper->question->margin.rows; i++) {
        into->by_sum[__builtin_popcountll(row[i])]++;
        count_pattern(arena, keeper, row[i]);
    }
    long falls = falling(keeper, draw, row);
    into->fall[falls]++;
    return falls;
}

static int commoner(const void *a, const void *b)
{
    const struct tn_profile_pattern *l = a, *r = b;

    if (l->mean > r->mean || l->mean < r->mean)
        return l->mean > r->mean ? -1 : 1;
    return l->pattern < r->pattern ? -1 : l->pattern > r->pattern;
}

/* From counts over all draws to means for one. */
static void finish_patterns(struct tn_arena *arena, struct keeper *keeper)
{
    struct tn_profile *into = keeper->into;
    size_t columns = keeper->question->margin.columns, n = 0;
    double draws = (double)into->draws;

    into->together = tn_new(arena, double, columns *columns);
    for (size_t i = 0; i < keeper->slots; i++) {
        struct tn_profile_pattern found = keeper->slot[i];
        if (!(found.mean > 0))
            continue;
        found.mean /= draws;
        keeper->slot[n++] = found;
        for (size_t a = 0; a < columns; a++)
            for (size_t b = 0; b < columns; b++)
                if (found.pattern >> a & 1 && found.pattern >> b & 1)
                    into->together[a * columns + b] += found.mean;
    }
    qsort(keeper->slot, n, sizeof *keeper->slot, commoner);
    into->patterns = n < COMMONEST ? n : COMMONEST;
    into->pattern = keeper->slot;
}

static long quantile(const struct tn_profile *of, double q)
{
    double below = 0;

    for (size_t k = 0; k < of->rows; k++) {
        below += of->fall[k];
        if (below >= q - 1e-12)   // shares of draws are sums of rounded fractions
            return (long)k;
    }
    return (long)of->rows;
}

static void finish(struct tn_arena *arena, struct keeper *keeper)
{
    struct tn_profile *into = keeper->into;
    double draws = (double)into->draws, square = 0;

    for (size_t k = 0; k <= into->rows; k++) {
        into->fall[k] /= draws;
        into->mean += into->fall[k] * (double)k;
    }
    for (size_t k = 0; k <= into->rows; k++)
        square += into->fall[k] * ((double)k - into->mean) * ((double)k - into->mean);
    for (size_t s = 0; s <= into->sums; s++)
        into->by_sum[s] /= draws;
    into->sd = sqrt(square);
    into->error = into->method == TN_BY_COUNTING ? into->sd / sqrt(draws)
                                                 : into->sd / sqrt(into->mixing.ess);
    into->q05 = quantile(into, 0.05);
    into->q50 = quantile(into, 0.5);
    into->q95 = quantile(into, 0.95);
    finish_patterns(arena, keeper);
}

static void by_counting(struct tn_arena *arena, struct keeper *keeper,
                        const struct tn_margin_law *law)
{
    const struct tn_profile_question *question = keeper->question;
    uint64_t *row = tn_new(arena, uint64_t, question->margin.rows);
    uint32_t *room = tn_new(arena, uint32_t, question->margin.rows);

    keeper->into->method = TN_BY_COUNTING;
    keeper->into->log_tables = tn_margin_log_count(law);
    for (size_t d = 0; d < question->draws; d++) {
        tn_margin_draw(law, question->seed, (uint32_t)d, row, room);
        keep(arena, keeper, d, row);
    }
}

/* What is watched for mixing: households that fall, or those at the least sum. */
static double watched(const struct tn_profile_question *question, long falls,
                      const uint64_t row[])
{
    double least = 0;

    if (question->goals)
        return (double)falls;
    for (size_t i = 0; i < question->margin.rows; i++)
        least += __builtin_popcountll(row[i]) == question->margin.low;
    return least;
}

static void by_trades(struct tn_arena *arena, struct keeper *keeper)
{
    const struct tn_profile_question *question = keeper->question;
    const struct tn_margin *margin = &question->margin;
    size_t each = (question->draws + CHAINS - 1) / CHAINS;
    uint64_t *row = tn_new(arena, uint64_t, margin->rows), rows = margin->rows;

    if (each < 4)
        each = 4;
    double *x = tn_new(arena, double, CHAINS *each);
    keeper->into->method = TN_BY_TRADES;
    keeper->into->log_tables = (double)NAN;
    keeper->into->draws = CHAINS * each;
    for (uint32_t c = 0; c < CHAINS; c++) {
        tn_margin_balanced(margin, row);
        tn_margin_trade(margin, question->seed, c, 0, BURN * rows, row);
        for (size_t d = 0; d < each; d++) {
            uint64_t first = (BURN + SWEEPS * (uint64_t)d) * rows;
            tn_margin_trade(margin, question->seed, c, first, SWEEPS * rows, row);
            long falls = keep(arena, keeper, c * each + d, row);
            x[c * each + d] = watched(question, falls, row);
        }
    }
    keeper->into->mixing = tn_mixing_of(CHAINS, each, x);
}

struct tn_profile tn_profile_of(struct tn_arena *arena,
                                const struct tn_profile_question *question)
{
    const struct tn_margin *margin = &question->margin;
    struct tn_profile of = {.draws = question->draws,
                            .rows = margin->rows,
                            .sums = margin->columns,
                            .fall = tn_new(arena, double, margin->rows + 1),
                            .by_sum = tn_new(arena, double, margin->columns + 1)};
    struct keeper keeper = {.question = question,
                            .into = &of,
                            .left = tn_new(arena, uint64_t, margin->rows),
                            .deprived = tn_new(arena, uint32_t, margin->rows)};
    const struct tn_margin_law *law =
        question->budget ? tn_margin_law_of(arena, margin, question->budget) : NULL;

    bounds(question, &of);
    grow(arena, &keeper);
    if (law)
        by_counting(arena, &keeper, law);
    else
        by_trades(arena, &keeper);
    finish(arena, &keeper);
    return of;
}
