/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracle: the sentences that people are to read. What cannot be done as it was asked is
 * refused with status 2, the sentence that says why, and no answer beside it. */
#include "program.h"

#include <unistd.h>

#define PLAN "data/cam-binh-2024"
#define MADE_UP "data/an-binh-mau"
#define SMALL "tests/golden/prevalence/small"
#define COUNTRY "tests/golden/country/small.csv"
#define RATES "data/reference/provinces/rates.csv"
#define OF_FILE "--households " SMALL "/households.csv --rule " SMALL "/rule.csv "
#define OF_THREE "--households $D/three.csv --rule $D/rule.csv "
#define EIGHT                                                                \
    " --chart goals --chart goals --chart goals --chart goals --chart goals" \
    " --chart goals --chart goals --chart goals"

#define SIXTEEN "1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,"

static char folder[] = "/tmp/tn-refusals-XXXXXX";

struct refusal {
    const char *asked, *sentence;
};

static void check_refused(const struct refusal *r)
{
    char arguments[2048];
    snprintf(arguments, sizeof arguments, "%s --lang en 2>&1", r->asked);
    struct run run = run_program(arguments);

    if (run.status != 2 || !strstr(run.text, r->sentence) || strstr(run.text, "SHA-256"))
        fail_msg("%s: status %d, no \"%s\" alone in: %s", r->asked, run.status,
                 r->sentence, run.text);
    free(run.text);
}

static void check_all(size_t n, const struct refusal refusal[])
{
    for (size_t i = 0; i < n; i++)
        check_refused(&refusal[i]);
}
#define check_each(list) check_all(sizeof(list) / sizeof *(list), list)

static void options_that_are_not_understood(void **state)
{
    (void)state;
    static const struct refusal refusal[] = {
        {"check " PLAN " --zzz", "there is no option '--zzz'; see thoatngheo check"},
        {"check " PLAN " -q", "there is no option '-q'"},
        {"check " PLAN " --quiet=yes", "--quiet takes no value, but was given 'yes'"},
        {"check " PLAN " --model", "--model needs a value (FILE)"},
        {"check --model --quiet " PLAN, "--model needs a value (FILE)"},
        {"check " PLAN " --encoding ''", "--encoding needs a value (NAME)"},
        {"check " PLAN " --encoding NONSENSE",
         "--encoding: the encoding 'NONSENSE' is not known; try utf-8, windows-1258"},
        {"generate $D/g --encoding utf-8//IGNORE", "the encoding 'utf-8//IGNORE' is not"},
        {"schema --encoding 1252x", "the encoding '1252x' is not known"},
        {"merge $D/none.json --encoding=/", "the encoding '/' is not known"},
        {"check " PLAN " --max-mib x", "--max-mib needs a number, got 'x'"},
        {"check " PLAN " --max-mib -1", "--max-mib must lie between 0.001 and 1000000"},
        {"check " PLAN " --max-mib 0", "--max-mib must lie between 0.001 and 1000000"},
        {"forecast " PLAN " --output -", "--output: '-' does not stand for a standard "
                                         "stream; a file of that name is ./-"},
        {"prevalence --households -", "--households: '-' does not stand for a standard"},
        {"forecast " PLAN " --draws 1.5", "--draws needs a whole number, got '1.5'"},
        {"generate $D/g --seed -1", "--seed must lie between 0 and 9e+15, got '-1'"},
        {"plot " PLAN EIGHT EIGHT EIGHT EIGHT EIGHT EIGHT EIGHT EIGHT " --chart goals",
         "--chart is given more than 64 times"},
    };
    check_each(refusal);
    assert_int_equal(access(folder, W_OK), 0);
}

static void folders_too_many_or_too_few(void **state)
{
    (void)state;
    static const char *const one[] = {"check", "exits",    "whatif",   "track",
                                      "fit",   "backtest", "profiles", "simulate",
                                      "trend", "plot"};
    static const char *const some[] = {"audit", "forecast", "prevalence", "quota",
                                       "report"};
    for (size_t i = 0; i < sizeof one / sizeof *one; i++) {
        char sentence[80];
        snprintf(sentence, sizeof sentence, "%s needs exactly one plan folder, got 0",
                 one[i]);
        check_refused(&(struct refusal){one[i], sentence});
    }
    for (size_t i = 0; i < sizeof some / sizeof *some; i++) {
        char sentence[80];
        snprintf(sentence, sizeof sentence,
                 "%s needs a plan folder, or several, got none", some[i]);
        check_refused(&(struct refusal){some[i], sentence});
    }
    static const struct refusal refusal[] = {
        {"priors", "priors needs exactly one folder of reference data, got 0"},
        {"init", "init needs exactly one folder, got 0"},
        {"init $D/a $D/b", "init needs exactly one folder, got 2"},
        {"track " PLAN " " MADE_UP, "track needs exactly one plan folder, got 2"},
        {"prevalence " PLAN " " OF_FILE, "with --households no plan folder is given"},
        {"trend " PLAN " " OF_FILE, "with --households no plan folder is given"},
        {"trend " PLAN " --rates " RATES, "with --rates neither a plan folder nor"},
    };
    check_each(refusal);
}

static void charts_and_measures_that_are_not_there(void **state)
{
    (void)state;
    static const struct refusal refusal[] = {
        {"plot " PLAN " --chart nope --output $D/p",
         "there is no chart 'nope'; the charts"},
        {"plot " PLAN " --chart trends --output $D/p",
         "no numbers for the chart 'trends'"},
        {"profiles " PLAN " --measure nothing",
         "--measure: 'nothing' is not understood (write it like health_insurance="},
        {"profiles " PLAN " --measure employment=90%:poor --measure employment=80%:poor",
         "--measure: the indicator 'employment' is named twice"},
        {"profiles tests/golden/track/plan", "does not give all 12 indicators"},
        {"track " MADE_UP " --curve 3",
         "--curve needs two positive numbers A,B, got '3'"},
        {"track " MADE_UP " --curve 3,-1", "--curve needs two positive numbers A,B"},
        {"track " MADE_UP " --past " PLAN, "no reporting curve can be fitted: --past"},
        {"trend --rates " RATES " --from 2100", "no area has rates of two years"},
        {"fit $D/fitted", "model.csv comes from a fit itself"},
    };
    struct run made = run_program("fit " MADE_UP " --write $D/fitted/model.csv 2>&1");
    assert_int_equal(made.status, 0);
    free(made.text);
    check_each(refusal);
}

static void what_is_not_for_a_country(void **state)
{
    (void)state;
    static const struct refusal refusal[] = {
        {"quota " COUNTRY " --plot $D/q", "--plot is for a plan folder; for a country"},
        {"simulate " COUNTRY " --partial $D/x", "--partial is for a plan folder"},
        {"simulate " COUNTRY " --draws 1000000000000",
         "a country is drawn at most 100000000 times, and --draws is 1000000000000"},
    };
    check_each(refusal);
}

static void cut_offs_and_columns_of_a_household_file(void **state)
{
    (void)state;
    static const struct refusal refusal[] = {
        {"prevalence " OF_FILE "--by a,b,c,d,e", "--by: more than 3 columns"},
        {"prevalence " OF_FILE "--k x", "--k: 'x' is no cut-off (write it like 3, 4/12"},
        {"prevalence " OF_FILE "--k 1/0", "--k: '1/0' is no cut-off"},
        {"prevalence " OF_FILE "--k 2", "--k: '2' counts indicators, but weights differ"},
        {"prevalence " OF_THREE "--k 0", "--k: the cut-off '0' must lie above 0"},
        {"prevalence " OF_THREE "--k 1/3,4/3", "--k: the cut-off '4/3' must lie above 0"},
        {"prevalence " OF_THREE "--k " SIXTEEN SIXTEEN "1", "--k: more than 32 cut-offs"},
        {"prevalence --households $D/nobody.csv --rule $D/rule.csv",
         "no household is left to measure: all 1 lack a flag"},
        {"prevalence --households $D/many.csv --rule $D/rule.csv --by village",
         "a grouping column has more than 65536 values"},
        {"trend " OF_THREE "--year year", "holds one year only (2024)"},
        {"trend " OF_THREE, "with --households, trend needs --year"},
    };
    check_each(refusal);
}

static void put(const char *name, const char *text)
{
    char path[128];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *out = fopen(path, "w");

    assert_non_null(out);
    fputs(text, out);
    assert_int_equal(fclose(out), 0);
}

static int make(void **state)
{
    (void)state;
    char path[128];

    if (!mkdtemp(folder) || setenv("D", folder, 1) ||
        system("cp -r " MADE_UP " \"$D/fitted\""))
        return -1;
    put("rule.csv", "indicator,dimension\na,A\nb,B\nc,C\n");
    put("three.csv", "code,year,a,b,c\n1,2024,0,1,0\n2,2024,1,1,1\n");
    put("nobody.csv", "code,a,b,c\n1,0,1,\n");
    snprintf(path, sizeof path, "%s/many.csv", folder);
    FILE *many = fopen(path, "w");
    if (!many)
        return -1;
    fputs("code,village,a,b,c\n", many);
    for (int i = 0; i < 65537; i++)
        fprintf(many, "%d,V%d,0,1,0\n", i, i);
    return fclose(many);
}

static int drop(void **state)
{
    (void)state;
    return system("rm -r \"$D\"");
}

/* An answer that leaves out what was asked beside it would be taken for the whole. */
static void options_for_another_kind_of_call(void **state)
{
    (void)state;
    static const struct refusal refusal[] = {
        {"forecast " PLAN " --areas $D/x.csv", "--areas is for the file of a country"},
        {"forecast " PLAN " --method simulate --shares 1:1:1:1",
         "--shares is for the file"},
        {"simulate " PLAN " --areas $D/x.csv", "--areas is for the file of a country"},
        {"quota " PLAN " --points 16", "--points is for the file of a country"},
        {"quota " PLAN " " MADE_UP " --points 64",
         "--points is for the file of a country"},
        {"forecast " PLAN " --district-share 0.5",
         "--district-share is for several plan"},
        {"quota " COUNTRY " --district-share 0", "--district-share is for several plan"},
        {"report " PLAN " --output $D/r --district-share 1", "is for several plan"},
        {"quota " PLAN " " MADE_UP " --poor 3", "--poor is for a single plan folder"},
        {"quota " PLAN " " MADE_UP " --near-poor 3", "--near-poor is for a single plan"},
        {"quota " PLAN " " MADE_UP " --plot $D/q", "--plot is for a single plan folder"},
        {"schema villages plan",
         "schema tells of one file or of all; 2 names were given"},
    };
    check_each(refusal);
}

/* What was typed in by hand is worth more than any answer. */
static void files_that_are_read_are_not_written_over(void **state)
{
    (void)state;
#define READ ": this file is read by the command, and not written over; name another"
    static const struct refusal refusal[] = {
        {"forecast $D/own --output $D/own/villages.csv", "own/villages.csv" READ},
        {"check $D/own/ --output $D/./own/history.csv", "./own/history.csv" READ},
        {"fit $D/own --write $D/own/history.csv", "own/history.csv" READ},
        {"simulate $D/own --draws 10 --partial $D/own/plan.csv", "own/plan.csv" READ},
        {"forecast " PLAN " --model $D/own/model.csv --output $D/own/model.csv",
         "own/model.csv" READ},
        {"forecast $D/own.csv --areas $D/own.csv", "own.csv" READ},
        {"forecast $D/own.csv --format csv --output $D/own.csv", "own.csv" READ},
        {"prevalence " OF_THREE "--k 1/3 --output $D/three.csv", "three.csv" READ},
        {"trend --rates $D/rates.csv --output $D/rates.csv", "rates.csv" READ},
        {"priors data/reference --elicited $D/elicited.csv --write $D/elicited.csv",
         "elicited.csv" READ},
        {"forecast " COUNTRY " --areas $D/twice --output $D/twice",
         "twice: two answers cannot go to one file; name two"},
        {"fit " MADE_UP " --write $D/twice --output $D/twice",
         "twice: two answers cannot go to one file; name two"},
    };
    assert_int_equal(system("cp -r " MADE_UP " \"$D/own\" && cp " COUNTRY
                            " \"$D/own.csv\" && cp " RATES " \"$D/rates.csv\" && "
                            "cp data/priors/elicited.csv \"$D\""),
                     0);
    check_each(refusal);
    assert_int_equal(system("diff -r " MADE_UP " \"$D/own\" && cmp " COUNTRY
                            " \"$D/own.csv\" && cmp " RATES " \"$D/rates.csv\" && "
                            "cmp data/priors/elicited.csv \"$D/elicited.csv\" && "
                            "test ! -e \"$D/twice\""),
                     0);
    struct run run = run_program("check $D/own --output $D/own/answer.txt 2>&1");
    assert_int_equal(run.status, 0);
    free(run.text);
}

/* Where the villages cannot be read, no village of another file is unknown for that. */
static void what_follows_from_an_error_is_not_told(void **state)
{
    (void)state;
#define COLUMNS "village,poor,poor_quota,near_poor,near_poor_quota\\n"
    static const char *const villages[] = {"a,b\\n1,2\\n", "\\377\\376",
                                           (COLUMNS "Th\\364n,1,1,1,1\\n")};

    assert_int_equal(system("cp -r " PLAN " \"$D/cut\""), 0);
    for (size_t i = 0; i < sizeof villages / sizeof *villages; i++) {
        char command[300];
        snprintf(command, sizeof command, "printf '%s' > \"$D/cut/villages.csv\"",
                 villages[i]);
        assert_int_equal(system(command), 0);
        struct run run = run_program("check $D/cut --lang en 2>&1");
        if (run.status != 2 || !strstr(run.text, "cut/villages.csv:") ||
            strstr(run.text, "is not in villages.csv"))
            fail_msg("%s: status %d: %s", villages[i], run.status, run.text);
        free(run.text);
    }
}

int main(void)
{
    const struct CMUnitTest refusals[] = {
        cmocka_unit_test(options_that_are_not_understood),
        cmocka_unit_test(folders_too_many_or_too_few),
        cmocka_unit_test(charts_and_measures_that_are_not_there),
        cmocka_unit_test(what_is_not_for_a_country),
        cmocka_unit_test(cut_offs_and_columns_of_a_household_file),
        cmocka_unit_test(options_for_another_kind_of_call),
        cmocka_unit_test(files_that_are_read_are_not_written_over),
        cmocka_unit_test(what_follows_from_an_error_is_not_told),
    };
    return cmocka_run_group_tests(refusals, make, drop);
}
