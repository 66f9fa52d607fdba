/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check.h"

#include <stdlib.h>

uint32_t check_case;

static uint32_t only_case(void)
{
    const char *text = getenv("TN_CASE");
    return text ? (uint32_t)strtoul(text, NULL, 10) : 0;
}

uint32_t check_first(void)
{
    return only_case() ? only_case() : 1;
}

int check_more(uint32_t count)
{
    uint32_t last = only_case() ? only_case() : count;
    if (check_case <= last)
        return 1;
    check_case = 0;
    return 0;
}

int check_name_case(void **state)
{
    (void)state;
    if (check_case)
        print_error("failed in case %u (again: TN_CASE=%u)\n", check_case, check_case);
    check_case = 0;
    return 0;
}
