/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a CSV of households with 12 flags to the full table of measures with standard
 * errors by 11 villages and 2 statuses, beside a bare libcsv loop over the same file.
 *
 *     bench_deprivation [ROWS [FILE]]     one size (default 1,000,000); the file is made,
 * in TMPDIR, and removed, but kept where it was named
 */
#define _XOPEN_SOURCE 700
#include "bench.h"

#include <csv.h>
#include <sys/resource.h>
#include <unistd.h>

#include "tn/data/flags.h"
#include "tn/num/philox.h"
#include "tn/study/deprivation.h"

enum { FLAGS = 12, VILLAGES = 11 };

static const char *const flag_name[FLAGS] = {
    "d_job",   "d_depend", "d_nutri", "d_insur",  "d_adedu",   "d_chsch",
    "d_hqual", "d_harea",  "d_water", "d_toilet", "d_telecom", "d_device"};

static void make_file(const char *path, long rows)
{
    static const double share[FLAGS] = {.45, .33, .18, .55, .3,  .12,
                                        .25, .4,  .1,  .5,  .26, .11};
    FILE *out = fopen(path, "w");

    if (!out)
        exit(1);
    fputs("hid,village,status", out);
    for (size_t j = 0; j < FLAGS; j++)
        fprintf(out, ",%s", flag_name[j]);
    for (long i = 0; i < rows; i++) {
        uint32_t item = (uint32_t)i;
        int village = (int)(VILLAGES * tn_uniform(1, item, 0, 0));
        double lift = tn_uniform(1, item, 0, 1);
        fprintf(out, "\n%ld,Village %02d,%s", i + 1, village + 1,
                lift < 0.6 ? "poor" : "near_poor");
        for (size_t j = 0; j < FLAGS; j++)
            fputs(tn_uniform(1, item, 1, j) < share[j] * (1.4 - lift) ? ",1" : ",0", out);
    }
    fputc('\n', out);
    fclose(out);
}

static long fields;

static void count_field(void *text, size_t len, void *context)
{
    (void)text;
    (void)len;
    (void)context;
    fields++;
}

static void bare(void *path)
{
    static char block[64 * 1024];
    struct csv_parser parser;
    FILE *in = fopen(path, "r");
    size_t got;

    csv_init(&parser, 0);
    while (in && (got = fread(block, 1, sizeof block, in)) > 0)
        csv_parse(&parser, block, got, count_field, NULL, NULL);
    csv_fini(&parser, count_field, NULL, NULL);
    csv_free(&parser);
    if (in)
        fclose(in);
}

static void add_row(void *context, const struct tn_flags_row *row)
{
    tn_tally_take(context, 2, false, row);
}

static size_t measures;

static void table(struct tn_arena *arena, const struct tn_tally *tally, size_t column,
                  long level)
{
    struct tn_rule rule = tn_rule_equal(FLAGS, 6);
    struct tn_domain all = {{TN_ANY, TN_ANY, TN_ANY, TN_ANY}}, domain = all;
    struct tn_mark mark = tn_arena_mark(arena);
    struct tn_estimate_options options = tn_estimate_options_of(arena, tally, 0.95,
                                                                TN_WILSON);

    domain.level[column] = level;
    struct tn_view rest,
        view = tn_view_with_rest(arena, tally, &rule, &domain, &all, &rest);
    tn_view_cut(&view, (struct tn_cutoff){3, 12});
    tn_view_cut(&rest, (struct tn_cutoff){3, 12});
    for (enum tn_measure m = 0; m < TN_AF_MEASURES; m++) {
        int single = m == TN_HEADCOUNT || m == TN_INTENSITY || m == TN_M0;
        int framed = m == TN_POPULATION_SHARE || m == TN_GROUP_SHARE;
        int parts = m == TN_ABSOLUTE_DIMENSION || m == TN_PERCENT_DIMENSION;
        size_t items = single || framed ? 1 : parts ? 6 : FLAGS;
        for (size_t item = 0; item < items; item++, measures++)
            tn_estimate(&view, framed ? &rest : NULL, m, item, &options);
    }
    tn_arena_rewind(arena, mark);
}

static void whole(void *path)
{
    struct tn_arena arena = {0};
    struct tn_findings findings = {0};
    struct tn_read_options options = {.max_mib = 1e6};
    struct tn_reading reading = {
        .arena = &arena, .findings = &findings, .options = &options, .path = path};
    struct tn_flags_wanted wanted = {
        .flags = FLAGS, .groups = 2, .group = {"village", "status"}};
    struct tn_input input;
    struct tn_tally tally = tn_tally_in(&arena, TN_DROP_MISSING);

    for (size_t j = 0; j < FLAGS; j++)
        wanted.flag[j] = flag_name[j];
    void *context[] = {&tally};
    const struct tn_flags_taker taker = {
        .row = add_row, .readers = 1, .context = context};
    if (!tn_flags_read(&reading, &wanted, &taker, &input))
        exit(1);
    tn_tally_close(&tally, 0);
    measures = 0;
    table(&arena, &tally, 0, TN_ANY);
    for (size_t g = 0; g < 2; g++)
        for (size_t level = 0; level < tally.level[g].n; level++)
            table(&arena, &tally, g, (long)level);
    tn_arena_free(&arena);
}

int main(int argc, char *argv[])
{
    long rows = argc > 1 ? atol(argv[1]) : 1000000;
    const char *folder = getenv("TMPDIR") ? getenv("TMPDIR") : "/tmp";
    char path[256];
    struct rusage usage;

    if (argc > 2)
        snprintf(path, sizeof path, "%s", argv[2]);
    else
        snprintf(path, sizeof path, "%s/bench_deprivation_%ld.csv", folder,
                 (long)getpid());
    make_file(path, rows);
    int runs = rows > 2000000 ? 1 : 5;
    double parse = bench("libcsv alone", (size_t)rows, runs, bare, path);
    double all = bench("measures and errors", (size_t)rows, runs, whole, path);
    getrusage(RUSAGE_SELF, &usage);
    printf("%-28s n=%-9ld %.2f times libcsv, %zu estimates, %ld MB\n", "ratio", rows,
           all / parse, measures, usage.ru_maxrss / 1024);
    if (argc < 3)
        remove(path);
    return 0;
}
