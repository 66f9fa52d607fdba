/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracle: figures planted by hand in a country of two communes, and the same figures
 * where they agree. */
#include "check.h"

#include <stdio.h>
#include <string.h>

#include "tn/data/country.h"
#include "tn/study/audit.h"

static struct tn_arena arena;

static const char VILLAGES[] =
    "province,district,commune,village,poor,poor_quota,near_poor,near_poor_quota,"
    "households\n"
    "P,D,C,a,7,2,5,1,60\n"
    "P,D,C,b,4,1,6,2,48\n"
    "P,D,E,a,3,3,2,0,31\n";

static bool take(void *context, const struct tn_province *province)
{
    tn_audit_country_add(context, province);
    return true;
}

static struct tn_audit audit_of(const char *more)
{
    char text[1024];
    size_t len = (size_t)snprintf(text, sizeof text, "%s%s", VILLAGES, more);
    struct tn_findings findings = {0};
    const struct tn_read_options options = {.bytes = text, .len = len};
    struct tn_reading reading = {.arena = &arena,
                                 .findings = &findings,
                                 .options = &options,
                                 .path = "country.csv"};
    struct tn_audit_country *under_way = tn_audit_country_begin(&arena, "country.csv");
    struct tn_country country;

    assert_true(tn_country_read(&reading, take, under_way, &country));
    return tn_audit_country_end(under_way, &country.whole);
}

static void figures_that_agree_are_left_alone(void **state)
{
    (void)state;
    static const char *const clean[] = {
        "",
        "P,D,E,,3,3,2,0,31\n",
        "P,D,E,,,,,,\n",   // says nothing
        "P,D,E,,3,3,2,0,31\nP,D,,,14,6,13,3,139\nP,,,,14,6,13,3,139\n,,,,14,6,13,3,139\n",
    };

    for (size_t i = 0; i < sizeof clean / sizeof *clean; i++)
        assert_null(audit_of(clean[i]).first);
}

static void each_planted_figure_is_found(void **state)
{
    (void)state;
    static const struct {
        const char *row, *rule, *subject, *message;
        enum tn_severity severity;
        double expected, found;
    } planted[] = {
        {"P,D,E,,4,3,2,0,31\n", "village-sum", "P, D, E",
         "P, D, E: 4 poor households are stated, while its villages add up to 3",
         TN_ERROR, 3, 4},
        {"P,D,,,14,6,12,3,139\n", "village-sum", "P, D",
         "P, D: 12 near-poor households are stated, while its villages add up to 13",
         TN_ERROR, 13, 12},
        {"P,,,,14,6,13,3,140\n", "total-sum", "P",
         "P: 140 households in all are stated, while its villages add up to 139",
         TN_ERROR, 139, 140},
        {"P,D,,,14,7,13,3,139\n", "quota-sum", "P, D",
         "P, D: its quota is 7 poor households, while those of its parts add up to 6",
         TN_WARNING, 6, 7},
        {",,,,14,6,13,2,\n", "quota-sum", "",
         "The whole country: its quota is 2 near-poor households, while those of its "
         "parts add up to 3",
         TN_WARNING, 3, 2},
    };

    for (size_t i = 0; i < sizeof planted / sizeof *planted; i++) {
        struct tn_audit audit = audit_of(planted[i].row);
        const struct tn_audit_finding *f = audit.first;
        assert_non_null(f);
        assert_string_equal(f->rule, planted[i].rule);
        assert_string_equal(f->subject, planted[i].subject);
        assert_string_equal(f->message.text[TN_EN], planted[i].message);
        assert_int_equal(f->severity, planted[i].severity);
        assert_int_equal(f->line, 5);
        check_rel(f->expected.low, planted[i].expected, 0);
        check_rel(f->found.high, planted[i].found, 0);
        if (f->next)   // a wrong quota of a part shows in the whole as well: no more
            assert_string_not_equal(f->next->subject, f->subject);
        assert_int_equal(audit.errors, planted[i].severity == TN_ERROR);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(figures_that_agree_are_left_alone),
        cmocka_unit_test(each_planted_figure_is_found),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
