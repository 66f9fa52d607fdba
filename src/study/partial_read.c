/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "partial_format.h"
#include "tn/base/digest.h"
#include "tn/study/partial.h"
#include "tn/words/partial.h"

const char *const partial_count_name[TN_MC_STATES * TN_MC_COUNTS] = {
    "poor_exits",      "poor_to_near_poor", "poor_entries",      "poor_end",
    "near_poor_exits", "near_poor_to_poor", "near_poor_entries", "near_poor_end",
};

/* Histograms beyond this would be a mistake, and exhaust the memory. */
enum { MOST_PLACES = 1000000, MOST_BINS = 10000000 };

/* The text not yet read; good turns false for all that follows at the first mistake. */
struct reader {
    struct tn_arena *arena;
    const char *at;
    bool good;
};

bool partial_number(const char **text, uint64_t *number)
{
    const char *c = *text;

    for (*number = 0; *c >= '0' && *c <= '9' && c - *text < 19; c++)
        *number = *number * 10 + (uint64_t)(*c - '0');
    bool some = c > *text;
    *text = c;
    return some;
}

/* The text must go on with this. */
static void expect(struct reader *r, const char *text)
{
    size_t len = strlen(text);

    r->good = r->good && strncmp(r->at, text, len) == 0;
    if (r->good)
        r->at += len;
}

static uint64_t number(struct reader *r, const char *before)
{
    uint64_t n = 0;

    expect(r, before);
    r->good = r->good && partial_number(&r->at, &n);
    return n;
}

static size_t size_up_to(struct reader *r, const char *before, size_t most)
{
    uint64_t n = number(r, before);

    r->good = r->good && n <= most;
    return r->good ? (size_t)n : 0;
}

/* What is left of the line, and past its end. */
static const char *rest_of_line(struct reader *r, const char *before)
{
    expect(r, before);
    size_t len = strcspn(r->at, "\n");
    r->good = r->good && r->at[len] == '\n';
    if (!r->good)
        return "";
    const char *text = tn_arena_text(r->arena, r->at, len);
    r->at += len + 1;
    return text;
}

static void read_input(struct reader *r, struct tn_input *input)
{
    enum { HEX = TN_DIGEST_HEX - 1 };

    r->good = r->good && strspn(r->at, "0123456789abcdef") == HEX;
    if (!r->good)
        return;
    memcpy(input->sha256, r->at, HEX);
    r->at += HEX;
    input->name = input->path = rest_of_line(r, " ");
}

static void read_histogram(struct reader *r, size_t area, const char *name,
                           uint64_t draws, struct tn_histogram *histogram)
{
    char head[64];

    snprintf(head, sizeof head, "%zu %s ", area, name);
    *histogram = tn_histogram_new(r->arena, size_up_to(r, head, MOST_BINS));
    while (r->good && *r->at == ' ') {
        size_t k = size_up_to(r, " ", MOST_BINS);
        uint64_t count = number(r, ":");
        r->good = r->good && k < histogram->bins && count <= draws - histogram->draws &&
                  histogram->count[k] == 0;
        if (r->good)
            histogram->draws += histogram->count[k] = count;
    }
    expect(r, "\n");
    r->good = r->good && histogram->draws == draws;
}

static void read_area(struct reader *r, size_t number_of, uint64_t draws,
                      struct tn_mc_area *area)
{
    char head[64];

    for (int k = 0; k < TN_MC_STATES * TN_MC_COUNTS && r->good; k++)
        read_histogram(r, number_of, partial_count_name[k], draws,
                       &area->histogram[k / TN_MC_COUNTS][k % TN_MC_COUNTS]);
    snprintf(head, sizeof head, "%zu both_quotas ", number_of);
    area->both_met = number(r, head);
    expect(r, "\n");
}

static void read_result(struct reader *r, struct tn_mc_result *result)
{
    result->places = size_up_to(r, "places ", MOST_PLACES);
    result->draws = number(r, "\nreplicates ");
    result->every_place_met[0] = number(r, "\nevery_place ");
    result->every_place_met[1] = number(r, " ");
    result->every_place_met_both = number(r, " ");
    expect(r, "\n");
    result->place = tn_new(r->arena, struct tn_mc_area, result->places);
    for (size_t v = 0; v < result->places && r->good; v++)
        read_area(r, v, result->draws, &result->place[v]);
    read_area(r, result->places, result->draws, &result->all);
}

static void read_partial(struct reader *r, struct tn_partial *p)
{
    p->program = rest_of_line(r, "program ");
    p->plan = rest_of_line(r, "plan ");
    p->seed = number(r, "seed ");
    p->draws = number(r, "\ndraws ");
    p->first = number(r, "\nchunks ");
    p->last = number(r, " ");
    p->inputs = size_up_to(r, "\ninputs ", MOST_PLACES);
    expect(r, "\n");
    struct tn_input *input = tn_new(r->arena, struct tn_input, p->inputs);
    for (size_t i = 0; i < p->inputs && r->good; i++)
        read_input(r, &input[i]);
    p->input = input;
    read_result(r, &p->result);
}

/* Replicates that chunks [first, last) hold; the last chunk of a run may be short. */
static uint64_t replicates(const struct tn_partial *p)
{
    uint64_t from = p->first * TN_MC_CHUNK, to = p->last * TN_MC_CHUNK;

    return (to < p->draws ? to : p->draws) - from;
}

static bool makes_sense(const struct tn_partial *p)
{
    return p->draws > 0 && p->draws <= (uint64_t)1 << 40 && p->first < p->last &&
           p->last <= tn_mc_chunks(p->draws) && p->result.draws == replicates(p);
}

/* The closing line holds the SHA-256 of all before it; null where it does not. */
static const char *find_seal(const char *text, size_t len)
{
    const size_t closing = sizeof "sha256 \n" - 1 + TN_DIGEST_HEX - 1;
    struct tn_digest digest;
    char hex[TN_DIGEST_HEX], want[sizeof "sha256 \n" + TN_DIGEST_HEX];

    if (len < closing)
        return NULL;
    tn_digest_start(&digest);
    tn_digest_add(&digest, len - closing, text);
    tn_digest_finish(&digest, hex);
    snprintf(want, sizeof want, "sha256 %s\n", hex);
    return strcmp(text + len - closing, want) == 0 ? text + len - closing : NULL;
}

/* The whole file, ended with a NUL; null with errno where it cannot be read. */
static const char *slurp(struct tn_arena *arena, const char *path, size_t *len)
{
    char *text = NULL;
    long size = -1;
    struct stat status;
    FILE *file = fopen(path, "rb");

    if (!file)
        return NULL;
    if (fstat(fileno(file), &status) == 0 && S_ISDIR(status.st_mode))
        errno = EISDIR;
    else if (fseek(file, 0, SEEK_END) == 0)
        size = ftell(file);
    if (size >= 0 && size < 1L << 30) {
        rewind(file);
        *len = (size_t)size;
        text = tn_new(arena, char, *len + 1);
        if (fread(text, 1, *len, file) != *len)
            text = NULL;
    }
    int why = errno ? errno : EIO;
    fclose(file);
    errno = why;
    return text;
}

/* What was named is no file to read: wrong input, not a fault of the machine. */
static bool is_no_file(int why)
{
    return why == ENOENT || why == ENOTDIR || why == EISDIR || why == ELOOP ||
           why == EACCES || why == ESPIPE || why == ENAMETOOLONG;
}

enum tn_fault tn_partial_read(struct tn_arena *arena, const char *path,
                              struct tn_partial *partial, struct tn_err *err)
{
    errno = 0;
    size_t len = 0;
    const char *text = slurp(arena, path, &len);
    struct tn_partial read = {.path = path};

    if (!text && errno == ENOMEM)
        tn_out_of_memory(1, len);
    if (!text)
        return tn_fail(err, is_no_file(errno) ? TN_EDATA : TN_EFILE, path,
                       TN_W_PARTIAL_UNREAD, strerror(errno));
    struct reader r = {arena, text, true};
    uint64_t format = number(&r, PARTIAL_MAGIC " ");
    if (!r.good)
        return tn_fail(err, TN_EDATA, path, TN_W_PARTIAL_OTHER);
    if (format != PARTIAL_FORMAT)
        return tn_fail(err, TN_EDATA, path, TN_W_PARTIAL_FORMAT, format, PARTIAL_FORMAT);
    expect(&r, "\n");
    const char *seal = find_seal(text, len);
    if (seal)
        read_partial(&r, &read);
    if (!seal || !r.good || r.at != seal || !makes_sense(&read))
        return tn_fail(err, TN_EDATA, path, TN_W_PARTIAL_DAMAGED);
    *partial = read;
    return TN_OK;
}
