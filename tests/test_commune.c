/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracle: the plan's own printed totals; the shipped files, row by row where it matters.
 */
#include "finding_checks.h"

#include "tn/data/commune.h"
#include "tn/data/csv_read.h"
#include "tn/data/evidence.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static struct tn_arena arena;
static struct tn_findings findings;

static int clean_up(void **state)
{
    (void)state;
    tn_arena_free(&arena);
    findings = (struct tn_findings){0};
    return 0;
}

static struct tn_commune read_well(const char *folder)
{
    struct tn_commune commune;
    struct tn_err err = {0};

    if (tn_commune_read(&arena, folder, NULL, &commune, &findings, &err))
        fail_msg("%s: %s", err.place, err.text[TN_EN]);
    return commune;
}

static void cam_binh_adds_up_to_67_23_57_35(void **state)
{
    (void)state;
    struct tn_commune c = read_well("data/cam-binh-2024");
    long sum[4] = {0};

    assert_int_equal(c.villages, 11);
    for (size_t i = 0; i < c.villages; i++) {
        sum[0] += c.village[i].households[TN_POOR];
        sum[1] += c.village[i].quota[TN_POOR];
        sum[2] += c.village[i].households[TN_NEAR_POOR];
        sum[3] += c.village[i].quota[TN_NEAR_POOR];
    }
    assert_int_equal(sum[0], 67);
    assert_int_equal(sum[1], 23);
    assert_int_equal(sum[2], 57);
    assert_int_equal(sum[3], 35);
    assert_int_equal(c.households[TN_POOR], 67);
    assert_int_equal(c.quota[TN_POOR], 23);
    assert_int_equal(c.households[TN_NEAR_POOR], 57);
    assert_int_equal(c.quota[TN_NEAR_POOR], 35);
    assert_int_equal(c.households_total, TN_UNKNOWN);
    assert_int_equal(findings.errors + findings.warnings + findings.notes, 0);
}

static void cam_binh_is_read_to_the_last_cell(void **state)
{
    (void)state;
    struct tn_commune c = read_well("data/cam-binh-2024");

    assert_string_equal(c.name, "Cẩm Bình");
    assert_string_equal(c.province, "Thanh Hóa");
    assert_int_equal(c.base_year, 2023);
    assert_int_equal(c.plan_year, 2024);
    assert_int_equal(c.households_listed, 58);
    assert_int_equal(c.indicators, 24);
    assert_int_equal(c.goals, 9);
    assert_int_equal(c.claims, 21);
    assert_int_equal(c.village_claims, 36);
    assert_int_equal(c.parameters + c.histories + c.progresses + c.changes, 0);

    const struct tn_village *vinh = &c.village[9];
    assert_string_equal(vinh->name, "Vinh");
    assert_int_equal(vinh->line, 11);
    assert_int_equal(vinh->social_protection, TN_UNKNOWN);
    assert_int_equal(vinh->with_able_worker, 7);

    const struct tn_household *h = &c.household[13];   // CHO-P5
    assert_string_equal(h->code, "CHO-P5");
    assert_string_equal(c.village[h->village].name, "Chợ");
    assert_int_equal(h->status, TN_POOR);
    assert_true(h->planned);
    assert_int_equal(h->members, 4);
    assert_int_equal(h->workers, 2);
    assert_int_equal(h->causes, 2);
    assert_string_equal(h->cause[0], "shock");
    assert_string_equal(h->cause[1], "no_know_how");
    assert_int_equal(h->deprived[0], TN_UNKNOWN);
    check_rel(h->weight, 1, 0);

    const struct tn_indicator *housing = &c.indicator[19];
    assert_string_equal(tn_indicator_vocab[housing->indicator].code, "housing_area");
    check_rel(housing->percent.value, 3.5, 0);
    assert_int_equal(housing->percent.decimals, 2);
    assert_int_equal(housing->count, TN_UNKNOWN);

    assert_int_equal(c.goal[6].status, TN_UNKNOWN);   // all
    assert_int_equal(c.claim[4].status, TN_STATUS_EITHER);
    assert_int_equal(c.claim[4].quantity, TN_Q_RATE);
    assert_string_equal(c.claim[4].quantity_text, "rate");
    assert_int_equal(c.village_claim[26].quantity, TN_Q_QUOTA);
    check_rel(c.claim[12].value.value, 1.82, 0);
    assert_string_equal(c.village[c.village_claim[26].village].name, "Bình Sơn");
    check_rel(c.village_claim[26].value.value, 2, 0);
}

static void inputs_carry_their_digests(void **state)
{
    (void)state;
    struct tn_commune c = read_well("data/cam-binh-2024");

    assert_int_equal(c.inputs, 7);
    assert_string_equal(c.input[0].name, "plan.csv");
    assert_string_equal(c.input[1].path, "data/cam-binh-2024/villages.csv");
    assert_int_equal(c.input[1].rows, 11);
    for (size_t i = 0; i < c.inputs; i++) {
        char command[300], want[65] = "";
        snprintf(command, sizeof command, "sha256sum %s", c.input[i].path);
        FILE *pipe = popen(command, "r");
        assert_int_equal(fscanf(pipe, "%64s", want), 1);
        pclose(pipe);
        assert_string_equal(c.input[i].sha256, want);
    }
}

static void a_model_is_read(void **state)
{
    (void)state;
    struct tn_model_rows rows;
    struct tn_err err = {0};

    assert_int_equal(tn_model_read(&arena, "tests/oracle/elicited-model.csv", NULL, &rows,
                                   &findings, &err),
                     TN_OK);
    const struct tn_parameter *p = rows.row;
    assert_int_equal(rows.n, 10);
    assert_string_equal(p[0].name, "planned");
    assert_int_equal(p[0].status, TN_POOR);
    check_rel(p[0].q05, 0.55, 0);
    check_rel(p[7].q95, 0.05, 0);
    assert_int_equal(p[4].status, TN_UNKNOWN);
    assert_true(isnan(p[4].mean));
    assert_string_equal(rows.input.name, "elicited-model.csv");
}

static void a_missing_folder_is_wrong_input(void **state)
{
    (void)state;
    struct tn_commune commune;
    struct tn_err err = {0};

    assert_int_equal(
        tn_commune_read(&arena, "data/nowhere", NULL, &commune, &findings, &err),
        TN_EDATA);
    assert_string_equal(err.place, "data/nowhere");
    assert_non_null(strstr(err.text[TN_EN], "no such folder"));
}

static enum tn_fault read_model(const char *path, double max_mib, const char *want)
{
    struct tn_read_options options = {.max_mib = max_mib};
    struct tn_model_rows rows;
    struct tn_err err = {0};
    enum tn_fault fault = tn_model_read(&arena, path, &options, &rows, &findings, &err);

    assert_non_null(strstr(err.text[TN_EN], want));
    assert_true(findings.errors >= 1);
    findings = (struct tn_findings){0};
    return fault;
}

static void files_that_cannot_be_read_say_why(void **state)
{
    (void)state;

    assert_int_equal(read_model("data/none.csv", 0, "cannot be opened"), TN_EDATA);
    assert_int_equal(read_model("data", 0, "a folder, not a CSV"), TN_EDATA);
    assert_int_equal(
        read_model("data/priors/default.csv", 1e-6, "limit of 9.53674e-07 MiB"),
        TN_EDATA);
    assert_int_equal(read_model("/dev/zero", 1, "limit of 1 MiB"), TN_EDATA);
    assert_int_equal(read_model("/proc/self/mem", 0, "reading broke off"), TN_EFILE);
}

static void a_file_is_no_folder(void **state)
{
    (void)state;
    struct tn_commune commune;

    assert_int_equal(tn_commune_read(&arena, "data/priors/default.csv", NULL, &commune,
                                     &findings, NULL),
                     TN_EDATA);
    assert_non_null(strstr(findings.first->text.text[TN_EN], "this is not a folder"));
}

/* The path of the longest name of a plan's files exceeds what a path may have: the file
 * cannot be looked at, and is not taken as one that is not there. */
static void a_file_that_cannot_be_looked_at_is_not_passed_over(void **state)
{
    (void)state;
    char folder[PATH_MAX] = "data/cam-binh-2024";
    struct tn_commune commune;
    const size_t most = PATH_MAX - 2 - strlen("indicators.csv");

    while (strlen(folder) + 1 < most)
        strcat(folder, "/.");
    assert_int_equal(tn_commune_read(&arena, folder, NULL, &commune, &findings, NULL),
                     TN_EDATA);
    assert_int_equal(findings.errors, 1);
    assert_non_null(strstr(findings.first->file, "/village_claims.csv"));
    assert_non_null(strstr(findings.first->text.text[TN_EN], "cannot be opened"));
}

static void a_share_is_written_as_the_language_does(void **state)
{
    (void)state;
    const char *text = "year,status,indicator,percent,count,base\n"
                       "2023,poor,employment,99,23,36\n";
    struct tn_read_options options = {.bytes = text, .len = strlen(text)};
    struct tn_reading reading = {
        .arena = &arena, .findings = &findings, .options = &options, .path = "i.csv"};
    struct tn_commune commune = {.name = "X"};
    struct tn_input input = {0};

    assert_true(tn_indicators_read(&reading, &commune, &input));
    check_said(finding_at(&findings, 0), 2, 4,
               "percent: '99' is given, but 23 of 36 households are 63.9%");
    assert_string_equal(findings.first->text.text[TN_VI],
                        "percent: ghi '99', nhưng 23 trên 36 hộ là 63,9 %");
}

static void the_made_up_plan_agrees_with_itself(void **state)
{
    (void)state;
    struct tn_commune c = read_well("data/an-binh-mau");
    long listed[3][TN_STATUSES] = {{0}}, planned[3][TN_STATUSES] = {{0}};

    assert_int_equal(findings.errors + findings.warnings + findings.notes, 0);
    assert_int_equal(c.inputs, 11);
    for (size_t i = 0; i < c.households_listed; i++) {
        const struct tn_household *h = &c.household[i];
        int deprived = 0;
        for (size_t j = 0; j < TN_INDICATORS; j++)
            deprived += h->deprived[j];
        assert_true((deprived >= 3) == (h->status == TN_POOR));
        listed[h->village][h->status]++;
        planned[h->village][h->status] += h->planned;
    }
    for (size_t i = 0; i < c.villages; i++)
        for (int s = 0; s < TN_STATUSES; s++) {
            assert_int_equal(listed[i][s], c.village[i].households[s]);
            assert_int_equal(planned[i][s], c.village[i].quota[s]);
        }
    assert_int_equal(c.changes, 3);
    assert_int_equal(c.change[2].select, TN_BY_HOUSEHOLD);
    assert_string_equal(c.change[2].key, "DT-P4");
    assert_true(c.change[2].set);
    assert_int_equal(c.change[0].status, TN_POOR);
    assert_int_equal(c.progress[6].month, 6);
    assert_int_equal(c.history[0].at_risk + c.history[1].at_risk, 17);
}

/* An area to compare with may have no villages; a folder's name may end with a slash. */
static void an_area_needs_no_villages(void **state)
{
    (void)state;
    const struct tn_read_options area = {.area = true};
    struct tn_commune commune;
    struct tn_err err = {0};

    assert_int_equal(tn_commune_read(&arena, "data/reference/dak-nong-2024/cu-jut/", NULL,
                                     &commune, &findings, &err),
                     TN_EDATA);
    assert_string_equal(findings.first->file,
                        "data/reference/dak-nong-2024/cu-jut/villages.csv");
    findings = (struct tn_findings){0};
    assert_int_equal(tn_commune_read(&arena, "data/reference/dak-nong-2024/cu-jut", &area,
                                     &commune, &findings, &err),
                     TN_OK);
    for (const struct tn_finding *f = findings.first; f; f = f->next)
        assert_null(strstr(f->file, "villages.csv"));
    assert_int_equal(tn_commune_read(&arena, "", NULL, &commune, &findings, &err),
                     TN_EDATA);
}

struct stream {
    const struct tn_commune *kept;
    size_t n;
};

static void compare_one(void *context, const struct tn_household *h)
{
    struct stream *stream = context;
    const struct tn_household *want = &stream->kept->household[stream->n++];

    assert_string_equal(h->code, want->code);
    assert_int_equal(h->line, want->line);
    assert_int_equal(h->village, want->village);
    assert_int_equal(h->status, want->status);
    assert_int_equal(h->causes, want->causes);
    assert_memory_equal(h->deprived, want->deprived, sizeof h->deprived);
}

/* Households that are given away one by one are those that would be kept. */
static void households_can_pass_by(void **state)
{
    (void)state;
    struct tn_commune kept = read_well("data/an-binh-mau"), passed;
    struct stream stream = {&kept, 0};
    const struct tn_read_options options = {.household = compare_one, .context = &stream};
    struct tn_err err = {0};

    assert_int_equal(
        tn_commune_read(&arena, "data/an-binh-mau", &options, &passed, &findings, &err),
        TN_OK);
    assert_int_equal(stream.n, 36);
    assert_int_equal(kept.households_listed, 36);
    assert_int_equal(passed.households_listed, 0);
}

static void a_pipe_in_a_folder_is_refused_and_not_waited_for(void **state)
{
    (void)state;
    char folder[] = "/tmp/tn-commune-XXXXXX", path[64];
    struct tn_commune commune;
    struct tn_err err = {0};

    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/plan.csv", folder);
    assert_int_equal(mkfifo(path, 0600), 0);
    assert_int_equal(tn_commune_read(&arena, folder, NULL, &commune, &findings, &err),
                     TN_EDATA);
    assert_string_equal(findings.first->text.text[TN_EN],
                        "this is no ordinary file (but a pipe or a device)");
    assert_string_equal(findings.first->file, path);
    unlink(path);
    rmdir(folder);
}

static void a_link_that_leads_nowhere_is_not_passed_over(void **state)
{
    (void)state;
    char folder[] = "/tmp/tn-commune-XXXXXX", path[64];
    struct tn_commune commune;
    struct tn_err err = {0};

    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/history.csv", folder);
    for (int loop = 0; loop < 2; loop++) {
        assert_int_equal(symlink(loop ? "history.csv" : "nowhere.csv", path), 0);
        findings = (struct tn_findings){0};
        assert_int_equal(tn_commune_read(&arena, folder, NULL, &commune, &findings, &err),
                         TN_EDATA);
        bool told = false;
        for (const struct tn_finding *f = findings.first; f; f = f->next)
            told = told || (strcmp(f->file, path) == 0 &&
                            strstr(f->text.text[TN_EN], "the file cannot be opened"));
        assert_true(told);
        unlink(path);
    }
    rmdir(folder);
}

static void a_history_may_stand_alone(void **state)
{
    (void)state;
    char folder[] = "/tmp/tn-commune-XXXXXX", path[64];
    struct tn_read_options options = {.history = true};
    struct tn_commune commune;
    struct tn_err err = {0};

    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/history.csv", folder);
    FILE *out = fopen(path, "w");
    fputs("district,commune,village,year,status,planned,at_risk,exits\n"
          "H,X,T,2022,poor,yes,5,2\n",
          out);
    fclose(out);
    assert_int_equal(tn_commune_read(&arena, folder, &options, &commune, &findings, &err),
                     TN_OK);
    assert_int_equal(findings.errors + findings.warnings + findings.notes, 0);
    assert_int_equal(commune.histories, 1);
    assert_string_equal(commune.history[0].district, "H");
    assert_string_equal(commune.name, "");
    assert_int_equal(commune.households_total, TN_UNKNOWN);
    assert_int_equal(commune.plan_quota[TN_POOR], TN_UNKNOWN);
    assert_int_equal(tn_commune_read(&arena, folder, NULL, &commune, &findings, &err),
                     TN_EDATA);
    unlink(path);
    rmdir(folder);
}

/* The made-up plan with one file of its own in place of the folder's. */
static const struct tn_finding *first_of(const char *name, const char *text)
{
    static const char *const all[] = {"plan.csv", "villages.csv", "households.csv"};
    char folder[] = "/tmp/tn-commune-XXXXXX", path[64], from[4200], here[4096];
    struct tn_commune commune;
    struct tn_err err = {0};

    assert_non_null(mkdtemp(folder));
    assert_non_null(getcwd(here, sizeof here));
    for (size_t i = 0; i < 3; i++) {
        snprintf(from, sizeof from, "%s/data/an-binh-mau/%s", here, all[i]);
        snprintf(path, sizeof path, "%s/%s", folder, all[i]);
        assert_int_equal(symlink(from, path), 0);
    }
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *out = fopen(path, "w");
    fputs(text, out);
    fclose(out);
    assert_int_equal(tn_commune_read(&arena, folder, NULL, &commune, &findings, &err),
                     TN_EDATA);
    unlink(path);
    for (size_t i = 0; i < 3; i++) {
        snprintf(path, sizeof path, "%s/%s", folder, all[i]);
        unlink(path);
    }
    rmdir(folder);
    return findings.last;
}

static void a_scenario_picks_somebody(void **state)
{
    (void)state;
    const struct tn_finding *told = first_of(
        "scenario.csv", "select,key,status,change,value\nhousehold,DT-P1,poor,set,0.5\n"
                        "household,DT-P1,near_poor,set,0.5\n");

    assert_string_equal(told->text.text[TN_EN], "status: 'near_poor' contradicts the key "
                                                "'DT-P1'; the row picks no household");
    assert_int_equal(told->line, 3);
    assert_int_equal(told->column, 3);
    assert_int_equal(findings.errors, 1);
}

static void reports_that_go_down_name_their_column(void **state)
{
    (void)state;
    const struct tn_finding *told = first_of("progress.csv",
                                             "date,status,exits,village\n"
                                             "2024-03-31,poor,2,Đồng Tâm\n"
                                             "2024-06-30,poor,1,Đồng Tâm\n");

    assert_string_equal(told->text.text[TN_EN],
                        "exits: 1 is fewer than the 2 reported on 2024-03-31 (line 2)");
    assert_int_equal(told->line, 3);
    assert_int_equal(told->column, 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(cam_binh_adds_up_to_67_23_57_35, clean_up),
        cmocka_unit_test_teardown(cam_binh_is_read_to_the_last_cell, clean_up),
        cmocka_unit_test_teardown(inputs_carry_their_digests, clean_up),
        cmocka_unit_test_teardown(a_model_is_read, clean_up),
        cmocka_unit_test_teardown(a_missing_folder_is_wrong_input, clean_up),
        cmocka_unit_test_teardown(a_history_may_stand_alone, clean_up),
        cmocka_unit_test_teardown(a_link_that_leads_nowhere_is_not_passed_over, clean_up),
        cmocka_unit_test_teardown(a_pipe_in_a_folder_is_refused_and_not_waited_for,
                                  clean_up),
        cmocka_unit_test_teardown(files_that_cannot_be_read_say_why, clean_up),
        cmocka_unit_test_teardown(a_file_is_no_folder, clean_up),
        cmocka_unit_test_teardown(a_file_that_cannot_be_looked_at_is_not_passed_over,
                                  clean_up),
        cmocka_unit_test_teardown(a_scenario_picks_somebody, clean_up),
        cmocka_unit_test_teardown(reports_that_go_down_name_their_column, clean_up),
        cmocka_unit_test_teardown(an_area_needs_no_villages, clean_up),
        cmocka_unit_test_teardown(households_can_pass_by, clean_up),
        cmocka_unit_test_teardown(a_share_is_written_as_the_language_does, clean_up),
        cmocka_unit_test_teardown(the_made_up_plan_agrees_with_itself, clean_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
