/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report's page for the plan of Cam Binh, as a file. Oracles: the CSV tables of the
 * same run; a reader of tags that knows which close and which do not. */
#include "program.h"
#include "scratch.h"

#include <stdbool.h>

static char *page[2];   // Vietnamese, English

static char *read_file(const char *lang, const char *name)
{
    char path[300];
    snprintf(path, sizeof path, "%s/%s", lang, name);
    return scratch_read(path);
}

static int write_pages(void **state)
{
    (void)state;
    static const char *const lang[] = {"vi", "en"};
    if (scratch_make("page"))
        return -1;
    for (int i = 0; i < 2; i++) {
        char command[512];
        snprintf(command, sizeof command,
                 "report data/cam-binh-2024 --method exact --lang %s --output %s/%s",
                 lang[i], folder, lang[i]);
        struct run run = run_program(command);
        size_t len = strlen(run.text);
        if (run.status != 0 || len < 12 || strcmp(run.text + len - 11, "index.html\n"))
            return -1;   // the page's path is the last line
        free(run.text);
        page[i] = read_file(lang[i], "index.html");
    }
    return 0;
}

static int drop_pages(void **state)
{
    free(page[0]);
    free(page[1]);
    return scratch_drop(state);
}

static bool stands_alone(const char *name)
{
    static const char *const alone[] = {"meta",   "path",     "rect",    "line",
                                        "circle", "use",      "stop",    "polygon",
                                        "br",     "!DOCTYPE", "ellipse", "input"};
    for (size_t i = 0; i < sizeof alone / sizeof *alone; i++)
        if (strcmp(name, alone[i]) == 0)
            return true;
    return false;
}

/* Every element is closed, in order. */
static void check_nesting(const char *html)
{
    char open[64][16];
    size_t depth = 0;

    for (const char *at = html; (at = strchr(at, '<')) != NULL; at++) {
        bool closes = at[1] == '/';
        const char *name = at + 1 + closes, *end = strchr(at, '>');
        size_t len = strcspn(name, " >/\n");
        char word[16] = "";
        if (strncmp(at, "<!--", 4) == 0)
            continue;
        if (strncmp(at, "<script>", 8) == 0) {   // what stands in it are no tags
            at = strstr(at, "</script>");
            assert_non_null(at);
            continue;
        }
        assert_true(end && len < sizeof word);
        memcpy(word, name, len);
        if (closes) {
            if (depth == 0 || strcmp(open[depth - 1], word) != 0)
                fail_msg("</%s> closes <%s>", word, depth ? open[depth - 1] : "");
            depth--;
        } else if (end[-1] != '/' && !stands_alone(word)) {
            assert_true(depth < 64);
            strcpy(open[depth++], word);
        }
    }
    assert_int_equal(depth, 0);
}

static void the_page_is_whole_and_small(void **state)
{
    (void)state;
    for (int i = 0; i < 2; i++) {
        check_nesting(page[i]);
        assert_true(strlen(page[i]) < 1500000);
    }
    assert_non_null(strstr(page[0], "<html lang=\"vi\">"));
    assert_non_null(strstr(page[1], "<html lang=\"en\">"));
}

/* No address but names of XML vocabularies, which nobody fetches. */
static void the_page_fetches_nothing(void **state)
{
    (void)state;
    static const char *const fetching[] = {"src=\"http", "<link",   "@import",
                                           "url(http",   "<iframe", "href=\"http"};
    for (int i = 0; i < 2; i++) {
        for (size_t k = 0; k < sizeof fetching / sizeof *fetching; k++)
            assert_null(strstr(page[i], fetching[k]));
        assert_non_null(strstr(page[i], "content=\"default-src 'none';"));
    }
}

static void ids_are_unique(void **state)
{
    (void)state;
    for (const char *at = page[0]; (at = strstr(at, " id=\"")) != NULL; at++) {
        char id[96] = " id=\"";
        size_t len = strcspn(at + 5, "\"");
        assert_true(len < sizeof id - 8);
        memcpy(id + 5, at + 5, len);
        strcpy(id + 5 + len, "\"");
        if (strstr(at + 1, id))
            fail_msg("%s stands twice", id);
    }
}

/* The number of a village's row in a CSV table of the run, by column. */
static double csv_number(const char *table, const char *row, int column)
{
    char name[64], room[128], *csv;
    snprintf(name, sizeof name, "%s.csv", table);
    csv = read_file("vi", name);
    char *line = strstr(csv, row);
    assert_non_null(line);
    double x = strtod(csv_cell(line, column, room), NULL);
    free(csv);
    return x;
}

static void the_answer_stands_first_in_words_and_numbers(void **state)
{
    (void)state;
    char shown[64];
    double p = csv_number("quotas_poor", "\"Commune\"", 6);
    snprintf(shown, sizeof shown, "<strong>%.1f&#160;%%</strong>", 100 * p);
    *strchr(shown, '.') = ',';
    const char *answer = strstr(page[0], "<h1>"), *charts = strstr(page[0], "<svg");
    const char *big = strstr(page[0], shown);
    assert_true(answer && charts && big && answer < big && big < charts);
    assert_true(p >= 0.4 && p < 0.6);
    assert_non_null(strstr(
        page[0], "23 hộ thoát nghèo – đạt\u00a0hay\u00a0không\u00a0ngang\u00a0nhau"));
    assert_non_null(strstr(page[1], "23 households leaving poverty – about\u00a0even"));
}

static void every_section_is_there_in_order(void **state)
{
    (void)state;
    static const char *const id[] = {"answer",      "end",         "villages",
                                     "support",     "deprivation", "audit",
                                     "assumptions", "method",      "sources"};
    for (int i = 0; i < 2; i++) {
        const char *at = page[i];
        for (size_t k = 0; k < sizeof id / sizeof *id; k++) {
            char tag[64];
            snprintf(tag, sizeof tag, "<section id=\"%s\"", id[k]);
            at = strstr(at, tag);
            if (!at)
                fail_msg("no %s, or not in its place", tag);
        }
        assert_null(strstr(page[i], "<section id=\"trends\""));   // one year alone
    }
}

static void the_words_are_of_one_language(void **state)
{
    (void)state;
    assert_null(strstr(page[1], "hộ nghèo"));
    assert_null(strstr(page[0], "leaving poverty"));
    assert_null(strstr(page[0], "%ld"));
    assert_null(strstr(page[0], "%s"));
    assert_null(strstr(page[1], "%s"));
}

/* Start less what goes plus what comes is the end, village by village. */
static void flows_add_up(void **state)
{
    (void)state;
    static const char *const table[] = {"flows_poor.csv", "flows_near_poor.csv"};
    for (int s = 0; s < 2; s++) {
        char *csv = read_file("vi", table[s]), room[128];
        int rows = 0;
        double sum[9] = {0}, x[9] = {0};
        for (char *line = strchr(csv, '\n') + 1; *line; line = strchr(line, '\n') + 1) {
            for (int i = 1; i < 9; i++)
                x[i] = strtod(csv_cell(line, i, room), NULL);
            check_rel(x[2], x[3] + x[4], 1e-12);
            check_rel(x[5], x[6] + x[7], 1e-12);
            check_rel(x[8], x[1] - x[2] + x[5], 1e-9);
            for (int i = 1; i < 9 && rows < 11; i++)
                sum[i] += x[i];
            rows++;
        }
        assert_int_equal(rows, 12);
        for (int i = 1; i < 9; i++)
            check_rel(x[i], sum[i], 1e-8);   // the last row is the commune
        free(csv);
    }
}

/* Names out of the plan stay names, in the page, its data and its charts. */
static void hostile_names_are_no_mark_up(void **state)
{
    (void)state;
    char command[1024];
    snprintf(command, sizeof command,
             "mkdir -p %s/plan && cd %s/plan && "
             "printf 'key,value\\ncommune,\"A</title><script>x()\"\\nplan_year,2024\\n"
             "base_year,2023\\nhouseholds_total,900\\n' > plan.csv && "
             "printf 'village,poor,poor_quota,near_poor,near_poor_quota\\n"
             "\"\"\"><script>x()</script>\",12,4,20,8\\n</script>&amp;,7,2,11,3\\n' "
             "> villages.csv",
             folder, folder);
    assert_int_equal(system(command), 0);
    snprintf(command, sizeof command,
             "report %s/plan --method exact --quiet --output %s/odd", folder, folder);
    struct run run = run_program(command);
    assert_int_equal(run.status, 0);
    free(run.text);
    char *html = read_file("odd", "index.html");
    assert_null(strstr(html, "<script>x()"));
    assert_non_null(strstr(html, "&quot;&gt;&lt;script&gt;x()&lt;/script&gt;"));
    check_nesting(html);
    free(html);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_page_is_whole_and_small),
        cmocka_unit_test(the_page_fetches_nothing),
        cmocka_unit_test(ids_are_unique),
        cmocka_unit_test(the_answer_stands_first_in_words_and_numbers),
        cmocka_unit_test(every_section_is_there_in_order),
        cmocka_unit_test(the_words_are_of_one_language),
        cmocka_unit_test(flows_add_up),
        cmocka_unit_test(hostile_names_are_no_mark_up),
    };
    return cmocka_run_group_tests(tests, write_pages, drop_pages);
}
