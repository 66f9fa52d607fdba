/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/num/margin.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "tn/num/philox.h"

/* Classes of rows by their sum so far; a state says how many rows are in each. */
enum { CLASSES = 16, EXACT_STREAM = 1, CHAIN_STREAM = 2 };

struct state {
    uint16_t rows[CLASSES];
};

/* From a state into another, by giving ones[t] of the rows in class t a one. */
struct step {
    uint16_t ones[CLASSES];
    uint32_t to;       // index of the next column's state
    double log_ways;   // of choosing the rows; later: cumulative probability
};

struct node {
    struct state state;
    uint32_t first_step, steps;
    double log_count;   // of the ways to finish from here
};

struct layer {
    size_t nodes, room, slots;
    struct node *node;
    uint32_t *slot;   // index + 1 by hash of the state
};

struct tn_margin_law {
    const struct tn_margin *margin;
    size_t classes;                     // 0..classes - 1; the last one is open above
    bool capped;                        // rows of the last class take no more ones
    size_t order[TN_MARGIN_COLUMNS];    // columns, largest sum first
    long left[TN_MARGIN_COLUMNS + 1];   // ones in the columns from order[j] on
    struct layer *layer;                // columns + 1
    size_t steps, room;
    struct step *step;
    const double *log_factorial;   // 0..rows
};

static long total_of(const struct tn_margin *margin)
{
    long total = 0;

    for (size_t j = 0; j < margin->columns; j++)
        total += margin->sum[j];
    return total;
}

bool tn_margin_possible(const struct tn_margin *margin)
{
    long total = total_of(margin), rows = (long)margin->rows;

    for (size_t j = 0; j < margin->columns; j++)
        if (margin->sum[j] < 0 || margin->sum[j] > rows)
            return false;
    return rows * margin->low <= total && total <= rows * margin->high;
}

/* Dealing each column to the rows that have least keeps all sums within 1. */
void tn_margin_balanced(const struct tn_margin *margin, uint64_t row[])
{
    size_t next = 0;

    for (size_t i = 0; i < margin->rows; i++)
        row[i] = 0;
    for (size_t j = 0; j < margin->columns; j++)
        for (long one = 0; one < margin->sum[j]; one++) {
            row[next] |= (uint64_t)1 << j;
            next = next + 1 == margin->rows ? 0 : next + 1;
        }
}

static size_t hash(const struct state *state, size_t slots)
{
    uint64_t h = 0;

    for (size_t t = 0; t < CLASSES; t++)
        h = (h ^ state->rows[t]) * 0x9E3779B97F4A7C15u;   // golden ratio, as splitmix64
    return (size_t)(h ^ h >> 31) & (slots - 1);
}

static uint32_t *seek(const struct layer *layer, const struct state *state)
{
    size_t at = hash(state, layer->slots);

    while (layer->slot[at] &&
           memcmp(&layer->node[layer->slot[at] - 1].state, state, sizeof *state) != 0)
        at = (at + 1) & (layer->slots - 1);
    return &layer->slot[at];
}

static void grow(struct tn_arena *arena, struct layer *layer)
{
    struct node *node = layer->node;

    layer->room = layer->room ? 2 * layer->room : 64;
    layer->slots = 2 * layer->room;
    layer->node = tn_new(arena, struct node, layer->room);
    layer->slot = tn_new(arena, uint32_t, layer->slots);
    if (layer->nodes)
        memcpy(layer->node, node, layer->nodes * sizeof *node);
    for (size_t i = 0; i < layer->nodes; i++)
        *seek(layer, &layer->node[i].state) = (uint32_t)i + 1;
}

static uint32_t find(struct tn_arena *arena, struct layer *layer,
                     const struct state *state)
{
    if (layer->nodes == layer->room)
        grow(arena, layer);
    uint32_t *slot = seek(layer, state);
    if (!*slot) {
        layer->node[layer->nodes].state = *state;
        *slot = (uint32_t)++layer->nodes;
    }
    return *slot - 1;
}

/* A state from which the columns from j on can still bring every row into bounds. */
static bool hopeful(const struct tn_margin_law *law, const struct state *state, size_t j)
{
    const struct tn_margin *margin = law->margin;
    long need = 0, place = 0, columns = (long)(margin->columns - j);

    for (size_t t = 0; t < law->classes; t++) {
        long rows = state->rows[t], lack = margin->low - (long)t;
        bool closed = law->capped && t + 1 == law->classes;
        if (rows && lack > columns)
            return false;
        need += lack > 0 ? lack * rows : 0;
        long more = law->capped ? margin->high - (long)t : columns;
        place += closed ? 0 : (more < columns ? more : columns) * rows;
    }
    return need <= law->left[j] && law->left[j] <= place;
}

static double log_choose(const struct tn_margin_law *law, long n, long k)
{
    return law->log_factorial[n] - law->log_factorial[k] - law->log_factorial[n - k];
}

static void add_step(struct tn_arena *arena, struct tn_margin_law *law,
                     const struct step *step)
{
    if (law->steps == law->room) {
        struct step *wider = tn_new(arena, struct step, 2 * law->room);
        memcpy(wider, law->step, law->steps * sizeof *wider);
        law->step = wider;
        law->room *= 2;
    }
    law->step[law->steps++] = *step;
}

/* The state after a step, and the ways to choose its rows. */
static struct state after(const struct tn_margin_law *law, const struct state *from,
                          struct step *step)
{
    struct state to = *from;

    step->log_ways = 0;
    for (size_t t = 0; t < law->classes; t++) {
        uint16_t ones = step->ones[t];
        step->log_ways += log_choose(law, from->rows[t], ones);
        if (t + 1 < law->classes) {
            to.rows[t] = (uint16_t)(to.rows[t] - ones);
            to.rows[t + 1] = (uint16_t)(to.rows[t + 1] + ones);
        }
    }
    return to;
}

/* Every way to deal the ones of column j over the classes, by counting up like a clock:
 * class 0 takes what the others leave. false: over budget. */
static bool expand(struct tn_arena *arena, struct tn_margin_law *law, size_t j, size_t n,
                   size_t budget)
{
    const struct state from = law->layer[j].node[n].state;
    long ones = law->margin->sum[law->order[j]], given = 0;
    size_t top = law->classes - (law->capped ? 1 : 0);
    struct step step = {{0}, 0, 0};
    uint32_t first = (uint32_t)law->steps;

    for (;;) {
        if (ones - given <= from.rows[0]) {
            step.ones[0] = (uint16_t)(ones - given);
            struct state to = after(law, &from, &step);
            if (hopeful(law, &to, j + 1)) {
                step.to = find(arena, &law->layer[j + 1], &to);
                add_step(arena, law, &step);
            }
        }
        if (law->steps > budget)
            return false;
        size_t t = 1;
        for (; t < top; t++) {
            if (given < ones && step.ones[t] < from.rows[t]) {
                step.ones[t]++;
                given++;
                break;
            }
            given -= step.ones[t];
            step.ones[t] = 0;
        }
        if (t >= top)
            break;
    }
    law->layer[j].node[n].first_step = first;
    law->layer[j].node[n].steps = (uint32_t)law->steps - first;
    return true;
}

/* Count backwards, and turn the ways of each step into cumulative probabilities. */
static void weigh(struct tn_margin_law *law, struct node *node, const struct layer *next)
{
    struct step *step = law->step + node->first_step;
    double most = -(double)INFINITY, sum = 0, below = 0;

    for (uint32_t s = 0; s < node->steps; s++) {
        step[s].log_ways += next->node[step[s].to].log_count;
        most = fmax(most, step[s].log_ways);
    }
    for (uint32_t s = 0; s < node->steps; s++)
        sum += exp(step[s].log_ways - most);
    node->log_count = node->steps && most > -(double)INFINITY ? most + log(sum)
                                                              : -(double)INFINITY;
    for (uint32_t s = 0; s < node->steps; s++) {
        below += exp(step[s].log_ways - node->log_count);
        step[s].log_ways = below;
    }
}

static void sort_columns(struct tn_margin_law *law)
{
    const struct tn_margin *margin = law->margin;

    for (size_t j = 0; j < margin->columns; j++) {
        size_t at = j;
        for (; at > 0 && margin->sum[law->order[at - 1]] < margin->sum[j]; at--)
            law->order[at] = law->order[at - 1];
        law->order[at] = j;
    }
    for (size_t j = margin->columns; j > 0; j--)
        law->left[j - 1] = law->left[j] + margin->sum[law->order[j - 1]];
}

static const double *log_factorials(struct tn_arena *arena, size_t n)
{
    double *log_factorial = tn_new(arena, double, n + 1);

    for (size_t k = 2; k <= n; k++)
        log_factorial[k] = log_factorial[k - 1] + log((double)k);
    return log_factorial;
}

struct tn_margin_law *tn_margin_law_of(struct tn_arena *arena,
                                       const struct tn_margin *margin, size_t budget)
{
    struct tn_margin_law *law = tn_new(arena, struct tn_margin_law, 1);
    size_t columns = margin->columns;

    assert(tn_margin_possible(margin));
    law->margin = margin;
    law->capped = margin->high < (int)columns;
    law->classes = (size_t)(law->capped ? margin->high : margin->low) + 1;
    if (law->classes > CLASSES || margin->rows > UINT16_MAX)
        return NULL;
    sort_columns(law);
    law->log_factorial = log_factorials(arena, margin->rows);
    law->layer = tn_new(arena, struct layer, columns + 1);
    law->room = 1024;
    law->step = tn_new(arena, struct step, law->room);

    struct state start = {{(uint16_t)margin->rows}};
    find(arena, &law->layer[0], &start);
    for (size_t j = 0; j < columns; j++)
        for (size_t n = 0; n < law->layer[j].nodes; n++)
            if (!expand(arena, law, j, n, budget))
                return NULL;
    for (size_t j = columns; j > 0; j--)   // the last layer's log counts are log 1
        for (size_t n = 0; n < law->layer[j - 1].nodes; n++)
            weigh(law, &law->layer[j - 1].node[n], &law->layer[j]);
    return law;
}

double tn_margin_log_count(const struct tn_margin_law *law)
{
    return law->layer[0].node[0].log_count;
}

struct stream {
    uint64_t seed, drawn;
    uint32_t item, kind;
};

static double uniform(struct stream *stream)
{
    return tn_uniform(stream->seed, stream->item, stream->kind, stream->drawn++);
}

/* A whole number from 0 to n - 1; n is far below 2^53, so its bias is below 1e-11. */
static size_t below(struct stream *stream, size_t n)
{
    size_t k = (size_t)(uniform(stream) * (double)n);
    return k < n ? k : n - 1;
}

static const struct step *choose(const struct tn_margin_law *law, const struct node *node,
                                 double u)
{
    const struct step *step = law->step + node->first_step;
    uint32_t low = 0, high = node->steps - 1;   // the first whose cumulative exceeds u

    while (low < high) {
        uint32_t middle = (low + high) / 2;
        if (step[middle].log_ways > u)
            high = middle;
        else
            low = middle + 1;
    }
    return &step[low];
}

/* Give ones of the n rows listed a one in the column, each set of rows alike likely; they
 * are moved to the end of the list. */
static void give(struct stream *stream, uint64_t row[], uint32_t list[], size_t n,
                 size_t ones, uint64_t bit)
{
    for (size_t k = 0; k < ones; k++) {
        size_t pick = below(stream, n - k);
        uint32_t chosen = list[pick];
        list[pick] = list[n - k - 1];
        list[n - k - 1] = chosen;
        row[chosen] |= bit;
    }
}

void tn_margin_draw(const struct tn_margin_law *law, uint64_t seed, uint32_t draw,
                    uint64_t row[], uint32_t room[])
{
    struct stream stream = {seed, 0, draw, EXACT_STREAM};
    const struct node *node = &law->layer[0].node[0];

    for (size_t i = 0; i < law->margin->rows; i++) {
        row[i] = 0;
        room[i] = (uint32_t)i;
    }
    for (size_t j = 0; j < law->margin->columns; j++) {
        const struct step *step = choose(law, node, uniform(&stream));
        uint64_t bit = (uint64_t)1 << law->order[j];
        size_t at = 0;
        for (size_t t = 0; t < law->classes; t++) {
            give(&stream, row, room + at, node->state.rows[t], step->ones[t], bit);
            at += node->state.rows[t];
        }
        /* room lists the rows class by class: those that rose stand at the end of their
         * class, next to the class they rise into, so only the borders move. */
        node = &law->layer[j + 1].node[step->to];
    }
}

/* Binomial coefficients up to 64 over k, as doubles: weights of a choice, not counts. */
static double choices(int n, int k)
{
    double c = 1;

    for (int i = 1; i <= k; i++)
        c = c * (n - k + i) / i;
    return c;
}

static int size_for_first(struct stream *stream, int differ, int least, int most)
{
    double sum = 0, at;
    int size = least;

    for (int s = least; s <= most; s++)
        sum += choices(differ, s);
    at = uniform(stream) * sum;
    for (; size < most; size++) {
        at -= choices(differ, size);
        if (at < 0)
            break;
    }
    return size;
}

/* size bits of set, each choice alike likely (selection sampling). */
static uint64_t some_of(struct stream *stream, uint64_t set, int of, int size)
{
    uint64_t some = 0;

    for (; set && size > 0; set &= set - 1, of--)
        if (uniform(stream) * of < size) {
            some |= set & -set;
            size--;
        }
    return some;
}

static int larger(int a, int b)
{
    return a > b ? a : b;
}

static void trade(const struct tn_margin *margin, struct stream *stream, uint64_t *a,
                  uint64_t *b)
{
    uint64_t both = *a & *b, differ = *a ^ *b;
    int shared = __builtin_popcountll(both), n = __builtin_popcountll(differ);
    int least = larger(larger(0, margin->low - shared), shared + n - margin->high);

    /* By symmetry what a may take at most is what leaves b its least. */
    uint64_t taken = some_of(stream, differ, n,
                             size_for_first(stream, n, least, n - least));
    *a = both | taken;
    *b = both | (differ ^ taken);
}

void tn_margin_trade(const struct tn_margin *margin, uint64_t seed, uint32_t chain,
                     uint64_t first, uint64_t moves, uint64_t row[])
{
    if (margin->rows < 2)
        return;
    for (uint64_t m = first; m < first + moves; m++) {
        /* 256 numbers for each move: two rows, a size, and one for each column. */
        struct stream stream = {seed, 256 * m, chain, CHAIN_STREAM};
        size_t a = below(&stream, margin->rows);
        size_t b = below(&stream, margin->rows - 1);
        trade(margin, &stream, &row[a], &row[b < a ? b : b + 1]);
    }
}
