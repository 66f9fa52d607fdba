/* SPDX-License-Identifier: GPL-3.0-or-later */
/* check.h -- what cmocka lacks for numbers: its assert_float_equal compares in
 * float, seven digits, and cannot see an error in the tenth. */
#ifndef TN_TESTS_CHECK_H
#define TN_TESTS_CHECK_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka wants the four above first */
#include <cmocka.h>

#include <float.h>
#include <math.h>

#include "tn/num/philox.h"

/* got agrees with want to a relative tol, or both are NAN. */
#define check_rel(got, want, tol) \
    check_rel_((got), (want), (tol), #got, __FILE__, __LINE__)

static inline void check_rel_(double got, double want, double tol, const char *what,
                              const char *file, int line)
{
    if ((isnan(got) && isnan(want)) || fabs(got - want) <= tol * fabs(want))
        return;
    print_error("%s is %.17g, want %.17g: off by %.3g, allowed %.3g (relative)\n", what,
                got, want, fabs(got - want) / fabs(want), tol);
    _fail(file, line);
}

/* A property is tried on many cases, each drawn from its own number:
 *
 *     for_cases (200) {
 *         double p = case_uniform(0);
 *         ...
 *     }
 *
 * Listed with property() in place of cmocka_unit_test(), a test that fails says
 * in which case; TN_CASE=17 in the environment runs that one alone. */
#define for_cases(count) for (check_case = check_first(); check_more(count); check_case++)
#define property(test) cmocka_unit_test_teardown(test, check_name_case)

extern uint32_t check_case;   // the open case, from 1; 0 outside for_cases
uint32_t check_first(void);
int check_more(uint32_t count);
int check_name_case(void **state);

/* The draw-th uniform number of the open case. */
static inline double case_uniform(uint64_t draw)
{
    return tn_uniform(20240209, check_case, 0, draw);
}

#endif
