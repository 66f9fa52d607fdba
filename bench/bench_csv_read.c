/* SPDX-License-Identifier: GPL-3.0-or-later */
/* households.csv of 1,000,000 rows with twelve flags (or as many as the first argument
 * says), read and checked cell by cell, beside libcsv alone over the same bytes: its
 * default options, blocks of 64 KiB, call-backs that count. Throughput is of the clock
 * (a thread of its own reads ahead), processor time stands beside it. */
#include "tn/data/household.h"

#include <csv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

enum { VILLAGES = 11, RUNS = 7 };

static const char *const village[VILLAGES] = {
    "Bình Hòa 1", "Bình Hòa 3", "Bình Hòa 5", "Hạc Sơn", "Tô", "Xanh",
    "Bình Sơn",   "Bình Yên",   "Sẻ",         "Vinh",    "Chợ"};

static size_t cells, rows, households;

static void count_cell(void *text, size_t len, void *context)
{
    (void)text, (void)len, (void)context;
    cells++;
}

static void count_row(int end, void *context)
{
    (void)end, (void)context;
    rows++;
}

static void count_household(void *context, const struct tn_household *household)
{
    (void)context;
    households += household->deprived[0] >= 0;
}

struct took {
    double wall, processor;
};

static struct took now(void)
{
    struct timespec wall, processor;

    clock_gettime(CLOCK_MONOTONIC, &wall);
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &processor);
    return (struct took){(double)wall.tv_sec + 1e-9 * (double)wall.tv_nsec,
                         (double)processor.tv_sec + 1e-9 * (double)processor.tv_nsec};
}

static struct took since(struct took start)
{
    struct took end = now();

    return (struct took){end.wall - start.wall, end.processor - start.processor};
}

static long write_file(const char *path, long n)
{
    FILE *out = fopen(path, "wb");
    unsigned long bits = 88172645463325252ul;

    fputs("household,village,status,planned,members,workers,employment,dependants,"
          "nutrition,"
          "health_insurance,adult_education,child_schooling,housing_quality,housing_area,"
          "water,sanitation,telecom,information_device\n",
          out);
    for (long i = 0; i < n; i++) {
        bits ^= bits << 13, bits ^= bits >> 7, bits ^= bits << 17;
        fprintf(out, "H%07ld,%s,%s,%s,%lu,%lu", i, village[i / 90909 % VILLAGES],
                bits & 1 ? "poor" : "near_poor", bits & 2 ? "yes" : "no", 1 + bits % 7,
                bits % 3);
        for (int j = 0; j < 12; j++)
            fprintf(out, ",%lu", bits >> (20 + j) & 1);
        fputc('\n', out);
    }
    long len = ftell(out);
    fclose(out);
    return len;
}

static struct took bare(const char *path)
{
    static char block[64 * 1024];
    struct csv_parser parser;
    struct took start = now();
    FILE *in = fopen(path, "rb");

    csv_init(&parser, 0);
    for (size_t len; (len = fread(block, 1, sizeof block, in)) > 0;)
        csv_parse(&parser, block, len, count_cell, count_row, NULL);
    csv_fini(&parser, count_cell, count_row, NULL);
    csv_free(&parser);
    fclose(in);
    return since(start);
}

static struct took checked(const char *path)
{
    struct tn_arena arena = {0};
    struct tn_findings findings = {0};
    struct tn_read_options options = {0};
    struct tn_reading reading = {
        .arena = &arena, .findings = &findings, .options = &options, .path = path};
    struct tn_places places = tn_places_in(&arena);
    struct tn_input input;
    struct took start = now();

    for (size_t i = 0; i < VILLAGES; i++)
        tn_places_add(&places, strlen(village[i]), village[i]);
    if (!tn_household_each(&reading, &places, count_household, NULL, &input))
        fprintf(stderr, "%zu errors\n", findings.errors);
    struct took took = since(start);
    tn_arena_free(&arena);
    return took;
}

static int by_size(const void *a, const void *b)
{
    double x = ((const struct took *)a)->wall, y = ((const struct took *)b)->wall;
    return (x > y) - (x < y);
}

int main(int argc, char *argv[])
{
    char path[] = "/tmp/thoatngheo-bench-XXXXXX";
    long n = argc > 1 ? strtol(argv[1], NULL, 10) : 1000000;
    struct took plain[RUNS], full[RUNS];
    struct rusage usage;

    if (close(mkstemp(path)) != 0)
        return 1;
    double mb = (double)write_file(path, n) / 1e6;
    for (int i = 0; i < RUNS; i++) {
        plain[i] = bare(path);
        full[i] = checked(path);
    }
    unlink(path);
    qsort(plain, RUNS, sizeof *plain, by_size);
    qsort(full, RUNS, sizeof *full, by_size);
    getrusage(RUSAGE_SELF, &usage);
    const struct took *typical = &plain[RUNS / 2], *ours = &full[RUNS / 2];
    printf(
        "csv_read    n=%ld, %.1f MB: libcsv alone %.3f s (%.0f MB/s), read and checked "
        "%.3f s (%.0f MB/s): %.0f %% of it; processor %.3f and %.3f s; memory %.1f MB\n",
        n, mb, typical->wall, mb / typical->wall, ours->wall, mb / ours->wall,
        100 * typical->wall / ours->wall, typical->processor, ours->processor,
        (double)usage.ru_maxrss / 1024);
    return households == (size_t)n * RUNS ? 0 : 1;
}
