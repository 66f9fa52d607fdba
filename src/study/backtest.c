/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/study/backtest.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "tn/num/poisbin.h"
#include "tn/num/special.h"
#include "tn/words/backtest.h"

const double tn_cover_level[TN_COVERS] = {0.5, 0.8, 0.9};

/* A history in order: by year first, so that the past is a beginning. */
struct book {
    size_t rows;
    struct tn_history *row;       // by year, then place_order, then status
    struct tn_history *covered;   // the same, what happened struck out
    size_t years, *start;         // years + 1: where each year's rows begin
};

static int place_order(const struct tn_history *a, const struct tn_history *b)
{
    int order = strcmp(a->district, b->district);
    if (!order)
        order = strcmp(a->commune, b->commune);
    return order ? order : strcmp(a->village, b->village);
}

static int by_year_and_place(const void *left, const void *right)
{
    const struct tn_history *a = left, *b = right;
    if (a->year != b->year)
        return a->year < b->year ? -1 : 1;
    int order = place_order(a, b);
    if (!order)
        order = (int)a->status - (int)b->status;
    if (!order)
        order = (int)b->planned - (int)a->planned;
    return order ? order : (a->line > b->line) - (a->line < b->line);
}

static bool same_commune(const struct tn_history *a, const struct tn_history *b)
{
    return !strcmp(a->district, b->district) && !strcmp(a->commune, b->commune);
}

static void find_years(struct book *book)
{
    for (size_t i = 0; i < book->rows; i++)
        if (!i || book->row[i].year != book->row[i - 1].year)
            book->start[book->years++] = i;
    book->start[book->years] = book->rows;
}

static struct book open_book(struct tn_arena *arena, size_t rows,
                             const struct tn_history row[])
{
    struct book book = {rows, tn_new(arena, struct tn_history, rows),
                        tn_new(arena, struct tn_history, rows), 0,
                        tn_new(arena, size_t, rows + 1)};

    for (size_t i = 0; i < rows; i++)
        book.row[i] = row[i];
    if (rows)
        qsort(book.row, rows, sizeof *book.row, by_year_and_place);
    for (size_t i = 0; i < rows; i++) {
        book.covered[i] = book.row[i];
        book.covered[i].exits = TN_UNKNOWN;
        book.covered[i].to_near_poor = book.covered[i].entries = TN_UNKNOWN;
    }
    find_years(&book);
    return book;
}

/* The questions of one year, under way. */
struct list {
    size_t rows;
    const struct tn_history *row;   // the year's
    size_t questions, used;
    struct tn_question *question;
    size_t *index;   // where the questions' row numbers go
};

/* Ask about the rows first..end of one status, unless they have no households. */
static void ask(struct list *list, size_t first, size_t end, enum tn_status status,
                bool commune)
{
    const struct tn_history *lead = &list->row[first];
    struct tn_question q = {lead->year, status, .commune = lead->commune,
                            .district = lead->district, .row = list->index + list->used};

    q.village = commune ? NULL : lead->village;
    for (size_t i = first; i < end; i++) {
        const struct tn_history *row = &list->row[i];
        if (row->status != status)
            continue;
        list->index[list->used + q.rows++] = i;
        q.at_risk += row->at_risk;
        q.quota += row->planned ? row->at_risk : 0;
    }
    if (!q.at_risk)
        return;
    list->used += q.rows;
    list->question[list->questions++] = q;
}

/* The end of the rows from first that are alike in place: of one area, or commune. */
static size_t end_of_place(const struct list *list, size_t first, size_t end,
                           bool commune)
{
    const struct tn_history *lead = &list->row[first];
    size_t i = first + 1;

    while (i < end && (commune ? same_commune(lead, &list->row[i])
                               : !place_order(lead, &list->row[i])))
        i++;
    return i;
}

static struct list questions_of_year(struct tn_arena *arena, size_t rows,
                                     const struct tn_history row[])
{
    struct list list = {rows,
                        row,
                        0,
                        0,
                        tn_new(arena, struct tn_question, 2 * rows),
                        tn_new(arena, size_t, 2 * rows)};

    for (size_t commune = 0; commune < rows;) {
        size_t commune_end = end_of_place(&list, commune, rows, true), areas = 0;
        for (size_t area = commune; area < commune_end; areas++) {
            size_t area_end = end_of_place(&list, area, commune_end, false);
            for (int s = 0; s < TN_STATUSES; s++)
                ask(&list, area, area_end, (enum tn_status)s, false);
            area = area_end;
        }
        for (int s = 0; s < TN_STATUSES && areas > 1; s++)
            ask(&list, commune, commune_end, (enum tn_status)s, true);
        commune = commune_end;
    }
    return list;
}

static bool is_about(const struct tn_question *q, const struct tn_history *row)
{
    return row->status == q->status && !strcmp(row->district, q->district) &&
           !strcmp(row->commune, q->commune) &&
           (!q->village || !strcmp(row->village, q->village));
}

/* Exits and households of the rows from first to end. */
struct share {
    long exits, at_risk;
};

static void add_row(struct share *share, const struct tn_history *row)
{
    share->exits += row->exits;
    share->at_risk += row->at_risk;
}

/* Where the rows of place and status may begin among those of one year, first..end. */
static size_t find_place(const struct book *book, size_t first, size_t end,
                         const struct tn_question *q)
{
    struct tn_history key = {.year = book->row[first].year,
                             .district = q->district,
                             .commune = q->commune,
                             .village = q->village ? q->village : "",
                             .status = q->village ? q->status : TN_POOR,
                             .planned = true,
                             .line = -1};
    while (first < end) {
        size_t middle = first + (end - first) / 2;
        if (by_year_and_place(&book->row[middle], &key) < 0)
            first = middle + 1;
        else
            end = middle;
    }
    return first;
}

static struct share share_in_year(const struct book *book, size_t first, size_t end,
                                  const struct tn_question *q)
{
    struct share share = {0};

    for (size_t i = find_place(book, first, end, q); i < end; i++) {
        const struct tn_history *row = &book->row[i];
        if (is_about(q, row))
            add_row(&share, row);
        else if (strcmp(row->district, q->district) || strcmp(row->commune, q->commune) ||
                 (q->village && strcmp(row->village, q->village)))
            break;
    }
    return share;
}

/* Of the last year before year with households of the question's own. */
static struct share own_share(const struct book *book, size_t year,
                              const struct tn_question *q)
{
    struct share own = {0};

    while (year-- > 0 && !own.at_risk)
        own = share_in_year(book, book->start[year], book->start[year + 1], q);
    return own;
}

/* Of the last year before year with households of that status anywhere. */
static struct share status_share(const struct book *book, size_t year,
                                 enum tn_status status)
{
    struct share all = {0};

    while (year-- > 0 && !all.at_risk)
        for (size_t i = book->start[year]; i < book->start[year + 1]; i++)
            if (book->row[i].status == status)
                add_row(&all, &book->row[i]);
    return all;
}

static double repeated(struct share last)
{
    return ((double)last.exits + 0.5) / ((double)last.at_risk + 1);
}

static void binomial(size_t n, double p, double pmf[])
{
    for (size_t k = 0; k <= n; k++)
        pmf[k] = exp(tn_log_choose((long)n, (long)k) + (double)k * log(p) +
                     (double)(n - k) * log1p(-p));
}

/* An answer and its scores, the outcome being known. */
static struct tn_answer mark_answer(const struct tn_question *q, const double pmf[],
                                    long y)
{
    size_t n = (size_t)q->at_risk;
    struct tn_answer answer = {.mean = tn_poisbin_mean(n, pmf),
                               .p_quota = tn_poisbin_at_least(n, pmf, q->quota),
                               .ranked = tn_score_ranked(n, pmf, y),
                               .log = tn_score_log(n, pmf, y),
                               .brier = (double)NAN,
                               .pit = tn_pit_of(n, pmf, y)};

    if (q->quota > 0)
        answer.brier = tn_score_brier(answer.p_quota, y >= q->quota);
    for (int c = 0; c < TN_COVERS; c++) {
        answer.low[c] = tn_poisbin_quantile(n, pmf, (1 - tn_cover_level[c]) / 2);
        answer.high[c] = tn_poisbin_quantile(n, pmf, (1 + tn_cover_level[c]) / 2);
        answer.reach[c] = tn_score_mass(n, pmf, answer.low[c], answer.high[c]);
    }
    return answer;
}

/* The largest number of households whose law is kept. */
static const long MOST_HOUSEHOLDS = 1000000;

/* One year: ask, let all three answer, score. */
struct sitting {
    const struct book *book;
    size_t year;                          // index into the book's years
    size_t first, end;                    // its rows
    struct share everyone[TN_STATUSES];   // last earlier year's
    const struct tn_backtest_options *options;
};

static enum tn_fault ask_model(struct tn_arena *arena, const struct sitting *at,
                               const struct list *list, double **pmf, struct tn_err *err)
{
    struct tn_origin origin = {at->book->row[at->first].year,
                               at->first,
                               at->end - at->first,
                               list->questions,
                               at->book->row,
                               at->book->covered + at->first,
                               list->question};

    for (size_t q = 0; q < list->questions; q++)
        pmf[q] = tn_new(arena, double, (size_t)list->question[q].at_risk + 1);
    return at->options->forecaster(arena, at->options->self, &origin, pmf, err);
}

static void mark_question(struct tn_arena *arena, const struct sitting *at,
                          const struct tn_question *q, const double model[],
                          struct tn_past_forecast *into)
{
    struct tn_mark mark = tn_arena_mark(arena);
    size_t n = (size_t)q->at_risk;
    double *law = tn_new(arena, double, n + 1);
    struct share last = own_share(at->book, at->year, q);

    *into = (struct tn_past_forecast){.about = *q};
    for (size_t i = 0; i < q->rows; i++)
        into->exits += at->book->row[at->first + q->row[i]].exits;
    into->by[TN_SAYS_MODEL] = mark_answer(q, model, into->exits);
    law[q->quota] = 1;
    into->by[TN_SAYS_PLAN] = mark_answer(q, law, into->exits);
    binomial(n, repeated(last.at_risk ? last : at->everyone[q->status]), law);
    into->by[TN_SAYS_LAST_YEAR] = mark_answer(q, law, into->exits);
    tn_arena_rewind(arena, mark);
}

static enum tn_fault hold(struct tn_arena *arena, const struct sitting *at,
                          const struct list *list, struct tn_past_forecast into[],
                          struct tn_err *err)
{
    struct tn_mark mark = tn_arena_mark(arena);
    double **pmf = tn_new(arena, double *, list->questions);
    enum tn_fault fault = ask_model(arena, at, list, pmf, err);

    for (size_t q = 0; !fault && q < list->questions; q++)
        mark_question(arena, at, &list->question[q], pmf[q], &into[q]);
    tn_arena_rewind(arena, mark);
    return fault;
}

/* The forecasts of one kind, gathered for scoring. */
struct pile {
    size_t n, years;
    const struct tn_past_forecast **item;
    size_t *year;   // of each: 0..years - 1
    double *work;   // n numbers
};

static struct pile pile_up(struct tn_arena *arena, const struct tn_backtest *all,
                           bool communes)
{
    struct pile pile = {
        .item = tn_new(arena, const struct tn_past_forecast *, all->forecasts),
        .year = tn_new(arena, size_t, all->forecasts),
        .work = tn_new(arena, double, all->forecasts)};
    int last = 0;

    for (size_t i = 0; i < all->forecasts; i++) {
        const struct tn_past_forecast *item = &all->forecast[i];
        if (communes != !item->about.village)
            continue;
        if (!pile.n || item->about.year != last)
            pile.years++;
        last = item->about.year;
        pile.item[pile.n] = item;
        pile.year[pile.n++] = pile.years - 1;
    }
    return pile;
}

enum which { RANKED, LOG, BRIER, LESS_THAN_PLAN, COVER };   // COVER + 0..TN_COVERS - 1

static double one_score(const struct tn_past_forecast *item, int sayer, int which)
{
    const struct tn_answer *answer = &item->by[sayer];
    switch (which) {
    case RANKED:
        return answer->ranked;
    case LOG:
        return answer->log;
    case BRIER:
        return answer->brier;
    case LESS_THAN_PLAN:
        return answer->ranked - item->by[TN_SAYS_PLAN].ranked;
    default:
        return answer->low[which - COVER] <= item->exits &&
               item->exits <= answer->high[which - COVER];
    }
}

static struct tn_clustered mean_of(struct tn_arena *arena, const struct pile *pile,
                                   int sayer, int which)
{
    for (size_t i = 0; i < pile->n; i++)
        pile->work[i] = one_score(pile->item[i], sayer, which);
    return tn_score_mean(arena, pile->n, pile->work, pile->years, pile->year);
}

static void judge_pit(struct tn_arena *arena, const struct pile *pile, int sayer,
                      struct tn_scorecard *card)
{
    struct tn_mark mark = tn_arena_mark(arena);
    double *sums = tn_new(arena, double, pile->years *TN_PIT_MOMENTS);

    for (size_t i = 0; i < pile->n; i++) {
        struct tn_pit pit = pile->item[i]->by[sayer].pit;
        double moment[TN_PIT_MOMENTS];
        tn_pit_add(pit, TN_PIT_BINS, card->pit);
        tn_pit_moments(pit, moment);
        for (size_t m = 0; m < TN_PIT_MOMENTS; m++)
            sums[pile->year[i] * TN_PIT_MOMENTS + m] += moment[m];
    }
    for (size_t b = 0; b < TN_PIT_BINS; b++)
        card->pit[b] /= (double)pile->n;
    card->pit_p = tn_pit_flat(pile->years, sums);
    tn_arena_rewind(arena, mark);
}

static struct tn_scorecard score(struct tn_arena *arena, const struct pile *pile,
                                 int sayer)
{
    struct tn_scorecard card = {
        .ranked = mean_of(arena, pile, sayer, RANKED),
        .log = mean_of(arena, pile, sayer, LOG),
        .brier = mean_of(arena, pile, sayer, BRIER),
        .less_than_plan = mean_of(arena, pile, sayer, LESS_THAN_PLAN)};

    for (int c = 0; c < TN_COVERS; c++) {
        card.cover[c] = mean_of(arena, pile, sayer, COVER + c);
        for (size_t i = 0; i < pile->n; i++)
            card.reach[c] += pile->item[i]->by[sayer].reach[c];
        card.reach[c] /= (double)pile->n;
    }
    judge_pit(arena, pile, sayer, &card);
    return card;
}

static void find_ranges(struct tn_backtest_scores *scores)
{
    for (size_t b = 0; b < TN_PIT_BINS; b++) {
        const struct tn_bin *bin = &scores->bin[b];
        long met = bin->n ? lround(bin->happened * (double)bin->n) : 0;
        scores->range[b] = tn_interval_binomial(TN_WILSON, met, (long)bin->n, 0.9);
    }
}

static void find_gap(struct tn_arena *arena, const struct pile *pile,
                     struct tn_backtest_scores *scores)
{
    for (size_t i = 0; i < pile->n; i++) {
        const struct tn_past_forecast *item = pile->item[i];
        bool met = item->exits >= item->about.quota;
        pile->work[i] = item->about.quota > 0 ? item->by[TN_SAYS_MODEL].p_quota - met
                                              : (double)NAN;
    }
    scores->gap = tn_score_mean(arena, pile->n, pile->work, pile->years, pile->year);
    if (scores->gap.se >= 0)
        scores->off = fabs(scores->gap.mean) >
                      tn_t_within(0.95, (double)pile->years - 1) * scores->gap.se;
}

/* Whether quotas were met as often as the model said. */
static void judge_quotas(struct tn_arena *arena, const struct pile *pile,
                         struct tn_backtest_scores *scores)
{
    struct tn_mark mark = tn_arena_mark(arena);
    bool *met = tn_new(arena, bool, pile->n);
    size_t n = 0;

    for (size_t i = 0; i < pile->n; i++) {
        const struct tn_past_forecast *item = pile->item[i];
        if (item->about.quota <= 0)
            continue;
        pile->work[n] = item->by[TN_SAYS_MODEL].p_quota;
        met[n++] = item->exits >= item->about.quota;
    }
    scores->with_quota = n;
    if (n)
        scores->quota = tn_reliability_of(arena, n, pile->work, met, TN_PIT_BINS,
                                          scores->bin);
    find_ranges(scores);
    tn_arena_rewind(arena, mark);
}

static void add_scores(struct tn_arena *arena, const struct tn_backtest *all,
                       bool communes, struct tn_backtest_scores *scores)
{
    struct tn_mark mark = tn_arena_mark(arena);
    struct pile pile = pile_up(arena, all, communes);

    scores->forecasts = pile.n;
    for (int sayer = 0; pile.n && sayer < TN_SAYERS; sayer++)
        scores->by[sayer] = score(arena, &pile, sayer);
    judge_quotas(arena, &pile, scores);
    find_gap(arena, &pile, scores);
    tn_arena_rewind(arena, mark);
}

static enum tn_fault hold_all(struct tn_arena *arena, const struct book *book,
                              const struct tn_backtest_options *options,
                              struct tn_backtest *backtest, struct tn_err *err)
{
    for (size_t y = 1; y < book->years; y++) {
        size_t first = book->start[y], end = book->start[y + 1];
        int year = book->row[first].year;
        if (year < options->from)
            continue;
        struct sitting sitting = {book, y, first, end, .options = options};
        for (int s = 0; s < TN_STATUSES; s++)
            sitting.everyone[s] = status_share(book, y, (enum tn_status)s);
        struct list list = questions_of_year(arena, end - first, book->row + first);
        for (size_t q = 0; q < list.questions; q++)
            if (list.question[q].at_risk > MOST_HOUSEHOLDS)
                return tn_fail(err, TN_EDATA, NULL, TN_W_BACKTEST_TOO_MANY, year,
                               list.question[q].at_risk, MOST_HOUSEHOLDS);
        enum tn_fault fault = hold(arena, &sitting, &list,
                                   backtest->forecast + backtest->forecasts, err);
        if (fault)
            return fault;
        backtest->forecasts += list.questions;
        backtest->first = backtest->years++ ? backtest->first : year;
        backtest->last = year;
    }
    return TN_OK;
}

enum tn_fault tn_backtest_of(struct tn_arena *arena, size_t rows,
                             const struct tn_history row[],
                             const struct tn_backtest_options *options,
                             struct tn_backtest *backtest, struct tn_err *err)
{
    struct book book = open_book(arena, rows, row);

    if (book.years < 2)
        return tn_fail(err, TN_EDATA, NULL, TN_W_BACKTEST_NO_HISTORY);
    if (book.row[rows - 1].year < options->from)
        return tn_fail(err, TN_EDATA, NULL, TN_W_BACKTEST_NONE_FROM, options->from);

    struct tn_backtest all = {0};
    /* Each row adds at most one question about its area and one about its commune. */
    all.forecast = tn_new(arena, struct tn_past_forecast, 2 * (rows - book.start[1]));
    enum tn_fault fault = hold_all(arena, &book, options, &all, err);
    if (fault)
        return fault;
    add_scores(arena, &all, false, &all.areas);
    add_scores(arena, &all, true, &all.communes);
    *backtest = all;
    return TN_OK;
}
