/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Oracle: the examples of FIPS 180-2. */
#include "check.h"

#include "tn/base/digest.h"

#include <string.h>

static void agrees_with_the_standard(void **state)
{
    (void)state;
    struct tn_digest digest;
    char hex[TN_DIGEST_HEX];

    tn_digest_start(&digest);
    tn_digest_finish(&digest, hex);
    assert_string_equal(
        hex, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    tn_digest_start(&digest);
    tn_digest_add(&digest, 1, "a");
    tn_digest_add(&digest, 2, "bc");
    tn_digest_finish(&digest, hex);
    assert_string_equal(
        hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(agrees_with_the_standard)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
