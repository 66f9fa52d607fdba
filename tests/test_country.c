/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracle: files small enough to add up by hand; the ministry's totals; for a made-up
 * country the sums of its villages, added here again. */
#include "check.h"

#include <math.h>
#include <string.h>

#include "tn/base/memory.h"
#include "tn/data/country.h"
#include "tn/study/synthetic.h"

#define HEAD                                                                       \
    "province,district,commune,village,poor,poor_quota,near_poor,near_poor_quota," \
    "households\n"

static struct tn_arena arena;
static struct tn_findings findings;
static long seen_provinces, seen_villages;
static struct tn_area seen;   // the last province

static bool see(void *context, const struct tn_province *p)
{
    (void)context;
    seen_provinces++;
    seen_villages += (long)p->n[TN_A_VILLAGE];
    seen = p->area[TN_A_PROVINCE][0];
    for (size_t level = TN_A_PROVINCE; level < TN_A_VILLAGE; level++)
        for (size_t i = 0, next = 0; i < p->n[level]; i++) {
            const struct tn_area *a = &p->area[level][i];
            assert_int_equal(a->first, next);
            next += a->parts;
            for (size_t k = 0; k < a->parts; k++)
                assert_int_equal(p->area[level + 1][a->first + k].parent, i);
        }
    return true;
}

static bool read_text(const char *text, size_t len, struct tn_country *country)
{
    const struct tn_read_options options = {.bytes = text, .len = len};
    struct tn_reading reading = {.arena = &arena,
                                 .findings = &findings,
                                 .options = &options,
                                 .path = "country.csv"};

    findings = (struct tn_findings){0};
    seen_provinces = seen_villages = 0;
    return tn_country_read(&reading, see, NULL, country);
}

static void every_level_adds_up(void **state)
{
    (void)state;
    const char *text = HEAD "P,D,C,V1,5,2,4,1,90\nP,D,C,V2,3,1,2,0,60\n"
                            "P,D,B,V1,1,0,0,0,50\nP,E,C,V1,7,3,2,2,100\n"
                            "Q,D,C,V1,2,1,2,1,80\n";
    struct tn_country country;

    assert_true(read_text(text, strlen(text), &country));
    assert_int_equal(country.n[TN_A_PROVINCE], 2);
    assert_int_equal(country.n[TN_A_DISTRICT], 3);
    assert_int_equal(country.n[TN_A_COMMUNE], 4);
    assert_int_equal(country.n[TN_A_VILLAGE], 5);
    assert_int_equal(seen_provinces, 2);
    assert_int_equal(seen_villages, 5);
    assert_int_equal(country.whole.households[TN_POOR], 18);
    assert_int_equal(country.whole.quota[TN_NEAR_POOR], 4);
    check_rel(country.whole.all_households, 380, 0);
    assert_int_equal(findings.warnings + findings.errors, 0);
}

static void a_wider_area_may_have_a_quota_of_its_own(void **state)
{
    (void)state;
    const char *text = HEAD "P,,,,,7,,,\nP,D,C,V1,5,2,4,1,\nP,D,C,,5,3,,2,\n"
                            "P,D,C,V2,3,1,2,0,60\nP,D,,,9,,,,\n,,,,,6,,,\n";
    struct tn_country country;

    assert_true(read_text(text, strlen(text), &country));
    assert_int_equal(seen.quota[TN_POOR], 7);        // its own
    assert_int_equal(seen.quota[TN_NEAR_POOR], 2);   // the commune's
    assert_int_equal(country.whole.quota[TN_POOR], 6);
    assert_int_equal(country.whole.households[TN_POOR], 8);
    assert_true(isnan(seen.all_households));
    assert_int_equal(findings.warnings, 2);   // 5 and 9 poor stated, 8 added up
    assert_int_equal(findings.errors, 0);
}

static void check_finding(const char *rows, long line, const char *sentence)
{
    char text[1024];
    struct tn_country country;

    snprintf(text, sizeof text, HEAD "%s", rows);
    assert_false(read_text(text, strlen(text), &country));
    assert_non_null(findings.first);
    assert_int_equal(findings.first->line, line);
    assert_string_equal(findings.first->text.text[TN_EN], sentence);
}

static void what_cannot_be_is_refused(void **state)
{
    (void)state;
    check_finding(
        "P,D,C,V,1,0,1,0,\nQ,D,C,V,1,0,1,0,\nP,D,C,W,1,0,1,0,\n", 4,
        "province: 'P' stands on line 2 already; the rows of an area must stand "
        "together");
    check_finding("P,D,C,V,1,0,1,0,\nP,D,B,V,1,0,1,0,\nP,D,C,W,1,0,1,0,\n", 4,
                  "commune: 'C' stands on line 2 already; the rows of an area must stand "
                  "together");
    check_finding("P,D,C,V,1,0,1,0,\nP,D,C,V,1,0,1,0,\n", 3,
                  "village: 'V' stands on line 2 already; the rows of an area must stand "
                  "together");
    check_finding("P,D,,V,1,0,1,0,\n", 2, "village: 'V' needs the name of its commune");
    check_finding("P,D,C,V,1,2,1,0,\n", 2,
                  "poor_quota: the quota of 2 is more than the 1 household of 'V'");
    check_finding("P,D,C,V,1,1,1,0,\nP,,,,,2,,,\n", 2,
                  "poor_quota: the quota of 2 is more than the 1 household of the "
                  "villages of 'P'");
    check_finding(
        "P,D,C,V,1,1,,0,\n", 2,
        "near_poor: the cell is empty; a value is needed, 0 where there is none");
    check_finding("P,D,C,V,3,1,4,0,6\n", 2,
                  "households: 6 is fewer than the 7 poor and near-poor households of "
                  "'V'");
    check_finding("P,D,,,1,0,1,0,\n", 2, "'D' has no village");
}

/* Two customs of placing a tone mark are one name, as everywhere. */
static void an_area_may_be_spelt_in_two_ways(void **state)
{
    (void)state;
    const char *text = HEAD "Hòa,D,C,V1,1,0,1,0,\nHoà,D,C,V2,1,0,1,0,\n";
    struct tn_country country;

    assert_true(read_text(text, strlen(text), &country));
    assert_int_equal(country.n[TN_A_PROVINCE], 1);
    assert_int_equal(country.n[TN_A_COMMUNE], 1);
    assert_int_equal(country.n[TN_A_VILLAGE], 2);
}

static const char *made(const struct tn_synthetic *what, size_t *len)
{
    struct tn_memory memory;

    tn_synthetic_write(tn_memory_open(&memory), what);
    return tn_memory_close(&arena, &memory, len);
}

static void a_made_up_country_has_the_size_asked_for(void **state)
{
    (void)state;
    struct tn_country country;
    struct tn_synthetic what = tn_synthetic_of(7, 30011);
    size_t len;
    const char *text = made(&what, &len);

    assert_true(read_text(text, len, &country));
    assert_int_equal(findings.warnings, 0);
    assert_int_equal(country.whole.households[0] + country.whole.households[1], 30011);
    for (size_t level = 0; level < TN_AREA_LEVELS; level++)
        assert_int_equal(country.n[level], what.areas[level]);
    assert_true(country.whole.quota[TN_POOR] > country.whole.households[TN_POOR] / 4);
}

static void vietnam_has_its_own_numbers(void **state)
{
    (void)state;
    struct tn_synthetic vietnam = tn_synthetic_at(1, 1);

    assert_int_equal(vietnam.areas[TN_A_PROVINCE], 63);
    assert_int_equal(vietnam.areas[TN_A_DISTRICT], 700);
    assert_int_equal(vietnam.areas[TN_A_COMMUNE], 10600);
    assert_int_equal(vietnam.areas[TN_A_VILLAGE], 100000);
    assert_int_equal(vietnam.households[TN_POOR], 1057374);
    assert_int_equal(vietnam.households[TN_NEAR_POOR], 915274);
}

static void the_seed_alone_decides(void **state)
{
    (void)state;
    struct tn_synthetic a = tn_synthetic_of(7, 2000), b = tn_synthetic_of(8, 2000);
    size_t n, m, k;
    const char *first = made(&a, &n), *again = made(&a, &m), *other = made(&b, &k);

    assert_int_equal(n, m);
    assert_memory_equal(first, again, n);
    assert_true(k != n || memcmp(first, other, n) != 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_level_adds_up),
        cmocka_unit_test(a_wider_area_may_have_a_quota_of_its_own),
        cmocka_unit_test(what_cannot_be_is_refused),
        cmocka_unit_test(an_area_may_be_spelt_in_two_ways),
        cmocka_unit_test(a_made_up_country_has_the_size_asked_for),
        cmocka_unit_test(vietnam_has_its_own_numbers),
        cmocka_unit_test(the_seed_alone_decides),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
