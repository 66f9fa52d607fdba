/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/study/partial.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "partial_format.h"
#include "tn/base/digest.h"
#include "tn/base/file.h"
#include "tn/base/memory.h"
#include "tn/words/partial.h"

static void write_histogram(FILE *out, size_t area, const char *name,
                            const struct tn_histogram *histogram)
{
    fprintf(out, "%zu %s %zu", area, name, histogram->bins);
    for (size_t k = 0; k < histogram->bins; k++)
        if (histogram->count[k])
            fprintf(out, " %zu:%" PRIu64, k, histogram->count[k]);
    fputc('\n', out);
}

/* One line, whatever stands in it. */
static void write_line(FILE *out, const char *what, const char *text)
{
    fprintf(out, "%s ", what);
    for (; *text; text++)
        fputc(*text == '\n' ? ' ' : *text, out);
    fputc('\n', out);
}

static void write_area(FILE *out, size_t number, const struct tn_mc_area *area)
{
    for (int k = 0; k < TN_MC_STATES * TN_MC_COUNTS; k++)
        write_histogram(out, number, partial_count_name[k],
                        &area->histogram[k / TN_MC_COUNTS][k % TN_MC_COUNTS]);
    fprintf(out, "%zu both_quotas %" PRIu64 "\n", number, area->both_met);
}

static void write_text(FILE *out, const struct tn_partial *p)
{
    const struct tn_mc_result *r = &p->result;

    fprintf(out, PARTIAL_MAGIC " %d\n", PARTIAL_FORMAT);
    write_line(out, "program", p->program);
    write_line(out, "plan", p->plan);
    fprintf(out, "seed %" PRIu64 "\ndraws %" PRIu64 "\n", p->seed, p->draws);
    fprintf(out, "chunks %" PRIu64 " %" PRIu64 "\n", p->first, p->last);
    fprintf(out, "inputs %zu\n", p->inputs);
    for (size_t i = 0; i < p->inputs; i++)
        write_line(out, p->input[i].sha256, p->input[i].name);
    fprintf(out, "places %zu\nreplicates %" PRIu64 "\n", r->places, r->draws);
    fprintf(out, "every_place %" PRIu64 " %" PRIu64 " %" PRIu64 "\n",
            r->every_place_met[0], r->every_place_met[1], r->every_place_met_both);
    for (size_t v = 0; v < r->places; v++)
        write_area(out, v, &r->place[v]);
    write_area(out, r->places, &r->all);
}

enum tn_fault tn_partial_write(struct tn_arena *arena, const struct tn_partial *partial,
                               struct tn_err *err)
{
    struct tn_mark mark = tn_arena_mark(arena);
    struct tn_memory memory;
    struct tn_digest digest;
    char hex[TN_DIGEST_HEX];
    size_t len;

    write_text(tn_memory_open(&memory), partial);
    const char *text = tn_memory_close(arena, &memory, &len);
    tn_digest_start(&digest);
    tn_digest_add(&digest, len, text);
    tn_digest_finish(&digest, hex);

    struct tn_file file = {0};
    enum tn_fault fault = tn_file_begin(arena, partial->path, &file, err);
    if (!fault) {
        fwrite(text, 1, len, file.out);
        fprintf(file.out, "sha256 %s\n", hex);
        fault = tn_file_commit(&file, err);
    }
    tn_arena_rewind(arena, mark);
    return fault;
}

static enum tn_fault agree_inputs(const struct tn_partial *a, const struct tn_partial *b,
                                  struct tn_err *err)
{
    if (a->inputs != b->inputs)
        return tn_fail(err, TN_EDATA, a->path, TN_W_PARTIAL_INPUTS, a->inputs, b->path,
                       b->inputs);
    for (size_t i = 0; i < a->inputs; i++)
        if (strcmp(a->input[i].name, b->input[i].name) != 0 ||
            strcmp(a->input[i].sha256, b->input[i].sha256) != 0)
            return tn_fail(err, TN_EDATA, a->path, TN_W_PARTIAL_INPUT, a->input[i].name,
                           b->path);
    return TN_OK;
}

static bool same_bins(const struct tn_mc_area *a, const struct tn_mc_area *b)
{
    bool same = true;

    for (int s = 0; s < TN_MC_STATES; s++)
        for (int c = 0; c < TN_MC_COUNTS; c++)
            same &= a->histogram[s][c].bins == b->histogram[s][c].bins;
    return same;
}

static bool same_shape(const struct tn_mc_result *a, const struct tn_mc_result *b)
{
    bool same = a->places == b->places && same_bins(&a->all, &b->all);

    for (size_t v = 0; same && v < a->places; v++)
        same = same_bins(&a->place[v], &b->place[v]);
    return same;
}

enum tn_fault tn_partial_agree_inputs(const struct tn_partial *a,
                                      const struct tn_partial *b, struct tn_err *err)
{
    if (strcmp(a->program, b->program) != 0)
        return tn_fail(err, TN_EDATA, a->path, TN_W_PARTIAL_PROGRAM, a->program, b->path,
                       b->program);
    if (a->seed != b->seed)
        return tn_fail(err, TN_EDATA, a->path, TN_W_PARTIAL_SEED, a->seed, b->path,
                       b->seed);
    if (a->draws != b->draws)
        return tn_fail(err, TN_EDATA, a->path, TN_W_PARTIAL_DRAWS, a->draws, b->path,
                       b->draws);
    return agree_inputs(a, b, err);
}

enum tn_fault tn_partial_agree(const struct tn_partial *a, const struct tn_partial *b,
                               struct tn_err *err)
{
    enum tn_fault fault = tn_partial_agree_inputs(a, b, err);

    if (!fault && !same_shape(&a->result, &b->result))
        fault = tn_fail(err, TN_EDATA, a->path, TN_W_PARTIAL_SHAPE, b->path);
    return fault;
}

static int by_chunk(const void *left, const void *right)
{
    const struct tn_partial *a = left, *b = right;

    return (a->first > b->first) - (a->first < b->first);
}

/* Each chunk once: the parts, sorted, begin where the one before ends. */
static enum tn_fault check_cover(size_t n, const struct tn_partial part[],
                                 struct tn_err *err)
{
    uint64_t all = tn_mc_chunks(part[0].draws), done = 0;

    for (size_t i = 0; i < n; i++) {
        if (part[i].first > done)
            return tn_fail(err, TN_EDATA, NULL, TN_W_PARTIAL_GAP, done, part[i].first,
                           all);
        if (part[i].first < done) {
            uint64_t end = part[i].last < done ? part[i].last : done;
            return tn_fail(err, TN_EDATA, part[i].path, TN_W_PARTIAL_TWICE, part[i].first,
                           end, part[i - 1].path);
        }
        done = part[i].last;
    }
    if (done < all)
        return tn_fail(err, TN_EDATA, NULL, TN_W_PARTIAL_GAP, done, all, all);
    return TN_OK;
}

enum tn_fault tn_partial_merge(size_t n, struct tn_partial part[],
                               struct tn_partial *whole, struct tn_err *err)
{
    if (n == 0)
        return tn_fail(err, TN_EUSAGE, NULL, TN_W_PARTIAL_NONE);
    for (size_t i = 1; i < n; i++) {
        enum tn_fault fault = tn_partial_agree(&part[i], &part[0], err);
        if (fault)
            return fault;
    }
    qsort(part, n, sizeof *part, by_chunk);
    enum tn_fault fault = check_cover(n, part, err);
    if (fault)
        return fault;
    *whole = part[0];
    for (size_t i = 1; i < n; i++)
        tn_mc_add(&whole->result, &part[i].result);
    whole->last = part[n - 1].last;
    return TN_OK;
}

enum tn_fault tn_partial_range(const char *text, uint64_t chunks, uint64_t *first,
                               uint64_t *last, struct tn_err *err)
{
    const char *rest = text;
    uint64_t from, to;

    if (partial_number(&rest, &from) && *rest++ == ':' && partial_number(&rest, &to) &&
        !*rest && from < to && to <= chunks) {
        *first = from;
        *last = to;
        return TN_OK;
    }
    return tn_fail(err, TN_EUSAGE, NULL, TN_W_PARTIAL_RANGE, text, chunks);
}

/* What the file holds already: chunks [first, done) of those wanted. */
static enum tn_fault resume(struct tn_arena *arena, struct tn_partial *partial,
                            uint64_t *done, struct tn_err *err)
{
    struct tn_partial found = {0};

    *done = partial->first;
    if (access(partial->path, F_OK) != 0)
        return TN_OK;
    enum tn_fault fault = tn_partial_read(arena, partial->path, &found, err);
    if (fault)
        return fault;
    if (tn_partial_agree_inputs(&found, partial, NULL) || found.first != partial->first ||
        found.last > partial->last)
        return tn_fail(err, TN_EDATA, partial->path, TN_W_PARTIAL_TAKEN);
    partial->result = found.result;
    *done = found.last;
    return TN_OK;
}

enum tn_fault tn_partial_run(struct tn_arena *arena, struct tn_partial *partial,
                             tn_partial_draw *draw, void *what, struct tn_err *err)
{
    const uint64_t wanted = partial->last, step = 4096;
    uint64_t done = partial->first;
    enum tn_fault fault = resume(arena, partial, &done, err);
    partial->found = done - partial->first;

    while (!fault && done < wanted) {
        partial->last = wanted - done < step ? wanted : done + step;
        draw(arena, what, done, partial->last, &partial->result);
        done = partial->last;
        fault = tn_partial_write(arena, partial, err);
    }
    partial->last = wanted;
    return fault;
}
