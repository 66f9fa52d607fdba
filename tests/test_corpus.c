/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracle: tests/corpus/index.csv, which says of each file what it must get. Two files too
 * large to keep are made here. */
#define _XOPEN_SOURCE 700   // mkdtemp
#include "check.h"

#include "tn/base/utf8.h"
#include "tn/data/commune.h"
#include "tn/data/csv_read.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char plan[] = "key,value\ncommune,An Binh\nplan_year,2024\nbase_year,2023\n";
static const char villages[] = "village,poor,poor_quota,near_poor,near_poor_quota\n"
                               "An Phu,12,10,30,28\nBinh Minh,7,5,11,9\n";
static const char office_villages[] =
    "village,poor,poor_quota,near_poor,near_poor_quota\nThôn Bình Hòa 1,9,1,9,1\n"
    "Thôn Chợ,9,1,9,1\nThôn Tô,9,1,9,1\nThôn Hạc Sơn,9,1,9,1\nThôn Sẻ,9,1,9,1\n";

enum { FILE_, KIND, WANT, LINE, COLUMN, MENTION, ENCODING, CELLS };

struct replay {
    struct tn_arena arena;
    struct tn_findings findings;
    enum tn_fault fault;
    char folder[64], target[32];
};

static void lay(const struct replay *r, const char *name, size_t len, const char *bytes)
{
    char path[128];

    snprintf(path, sizeof path, "%s/%s", r->folder, name);
    FILE *out = fopen(path, "wb");
    assert_non_null(out);
    assert_int_equal(fwrite(bytes, 1, len, out), len);
    fclose(out);
}

static void lay_text(const struct replay *r, const char *name, const char *text)
{
    lay(r, name, strlen(text), text);
}

static void begin(struct replay *r, const char *kind)
{
    bool office = strcmp(kind, "office") == 0;

    *r = (struct replay){.folder = "/tmp/thoatngheo-corpus-XXXXXX"};
    snprintf(r->target, sizeof r->target, "%s.csv",
             office || strcmp(kind, "household") == 0 ? "households"
             : strcmp(kind, "village") == 0           ? "villages"
                                                      : kind);
    assert_non_null(mkdtemp(r->folder));
    lay_text(r, "plan.csv", plan);
    lay_text(r, "villages.csv", office ? office_villages : villages);
}

static void read_plan(struct replay *r, const char *encoding)
{
    struct tn_read_options options = {.encoding = *encoding ? encoding : NULL};
    struct tn_commune *commune = tn_new(&r->arena, struct tn_commune, 1);
    struct tn_err err = {0};

    r->fault = tn_commune_read(&r->arena, r->folder, &options, commune, &r->findings,
                               &err);
}

static void end(struct replay *r)
{
    const char *const all[] = {"plan.csv", "villages.csv", r->target};
    char path[128];

    for (size_t i = 0; i < 3; i++) {
        snprintf(path, sizeof path, "%s/%s", r->folder, all[i]);
        unlink(path);
    }
    rmdir(r->folder);
    tn_arena_free(&r->arena);
}

/* A finding as wanted: in the file, on the line, naming the column in both languages. */
static const struct tn_finding *wanted(const struct replay *r, const char *line,
                                       const char *column, const char *mention,
                                       bool error)
{
    for (const struct tn_finding *f = r->findings.first; f; f = f->next)
        if ((f->severity == TN_ERROR) == error && strstr(f->file, r->target) &&
            (!*line || f->line == strtol(line, NULL, 10)) &&
            strstr(f->text.text[TN_VI], column) && strstr(f->text.text[TN_EN], column) &&
            strstr(f->text.text[TN_EN], mention))
            return f;
    return NULL;
}

static void print_all(const struct replay *r)
{
    for (const struct tn_finding *f = r->findings.first; f; f = f->next)
        print_error("    %d %s:%ld:%ld: %s\n", (int)f->severity, f->file, f->line,
                    f->column, f->text.text[TN_EN]);
}

/* No message carries what a terminal would obey. */
static bool all_safe(struct replay *r)
{
    for (const struct tn_finding *f = r->findings.first; f; f = f->next)
        for (int lang = 0; lang < TN_LANGS; lang++)
            if (tn_utf8_safe(&r->arena, f->text.text[lang]) != f->text.text[lang] ||
                strlen(f->text.text[lang]) > 900)
                return false;
    return true;
}

static bool as_wanted(struct replay *r, const char *const cell[CELLS])
{
    size_t all = r->findings.errors + r->findings.warnings + r->findings.notes;
    bool refuse = strncmp(cell[WANT], "refuse", 6) == 0;
    bool error = strcmp(cell[WANT], "refuse") == 0;

    if (r->fault != (refuse ? TN_EDATA : TN_OK) || !all_safe(r))
        return false;
    if (strcmp(cell[WANT], "accept") == 0)
        return all == 0;
    return wanted(r, cell[LINE], cell[COLUMN], cell[MENTION], error) != NULL;
}

static char *slurp(struct tn_arena *arena, const char *path, size_t *len)
{
    struct stat status;

    assert_int_equal(stat(path, &status), 0);
    *len = (size_t)status.st_size;
    char *bytes = tn_new(arena, char, *len + 1);
    FILE *in = fopen(path, "rb");
    assert_int_equal(fread(bytes, 1, *len, in), *len);
    fclose(in);
    return bytes;
}

struct index {
    size_t cases, failed;
};

static bool replay_row(void *context, const struct tn_csv_row *row)
{
    struct index *index = context;
    const char *cell[CELLS];
    char path[256];
    struct replay r;
    size_t len;

    if (row->line == 1)
        return true;
    for (size_t i = 0; i < CELLS; i++)
        cell[i] = row->cell[i].text;
    begin(&r, cell[KIND]);
    snprintf(path, sizeof path, "tests/corpus/%s", cell[FILE_]);
    const char *bytes = slurp(&r.arena, path, &len);
    lay(&r, r.target, len, bytes);
    read_plan(&r, cell[ENCODING]);
    index->cases++;
    if (!as_wanted(&r, cell)) {
        print_error("index.csv:%ld: %s (%s) wants %s %s %s '%s'; found (fault %d):\n",
                    row->line, cell[FILE_], cell[ENCODING], cell[WANT], cell[LINE],
                    cell[COLUMN], cell[MENTION], (int)r.fault);
        print_all(&r);
        index->failed++;
    }
    end(&r);
    return true;
}

static char comma(void *context, size_t len, const char *line)
{
    (void)context, (void)len, (void)line;
    return ',';
}

static void every_file_gets_what_the_index_says(void **state)
{
    (void)state;
    struct tn_arena arena = {0};
    struct tn_findings findings = {0};
    struct tn_read_options options = {0};
    struct tn_reading reading = {.arena = &arena,
                                 .findings = &findings,
                                 .options = &options,
                                 .path = "tests/corpus/index.csv"};
    struct index index = {0, 0};
    const struct tn_csv_reader reader = {replay_row, comma, &index};
    struct tn_stream stream;
    char sha256[TN_DIGEST_HEX];

    assert_true(tn_stream_open(&stream, &reading));
    tn_csv_read(&stream, &reader);
    tn_stream_close(&stream, sha256);
    assert_int_equal(findings.errors, 0);
    assert_true(index.cases >= 330);
    assert_int_equal(index.failed, 0);
    tn_arena_free(&arena);
}

/* One cell of a megabyte: refused with its line, in bounded memory. */
static void a_cell_of_a_megabyte_is_refused(void **state)
{
    (void)state;
    enum { LEN = 1000000 };
    struct replay r;

    begin(&r, "office");
    char *text = tn_new(&r.arena, char, LEN + 100);
    strcpy(text, "household,village,status\nH001,");
    size_t start = strlen(text);
    memset(text + start, 'a', LEN);
    strcpy(text + start + LEN, ",poor\nH002,Thôn Tô,x\n");
    lay_text(&r, r.target, text);
    read_plan(&r, "");
    assert_int_equal(r.fault, TN_EDATA);
    assert_non_null(wanted(&r, "2", "village", "longer than the limit of 4 KiB", true));
    assert_non_null(wanted(&r, "3", "status", "'x'", true));
    assert_true(all_safe(&r));
    end(&r);
}

static void twenty_thousand_columns_are_refused(void **state)
{
    (void)state;
    enum { COLUMNS = 20000 };
    struct replay r;

    begin(&r, "office");
    char *text = tn_new(&r.arena, char, 20 * COLUMNS), *end_ = text;
    for (int i = 0; i < COLUMNS; i++)
        end_ += sprintf(end_, "%sc%d", i ? ";" : "", i);
    lay_text(&r, r.target, text);
    read_plan(&r, "");
    assert_int_equal(r.fault, TN_EDATA);
    assert_non_null(wanted(&r, "1", "", "limit of 4096 columns", true));
    end(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_file_gets_what_the_index_says),
        cmocka_unit_test(a_cell_of_a_megabyte_is_refused),
        cmocka_unit_test(twenty_thousand_columns_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
