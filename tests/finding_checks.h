/* SPDX-License-Identifier: GPL-3.0-or-later */
/* finding_checks.h -- what reading has to say: the findings one by one, in English. */
#ifndef TN_TESTS_FINDING_CHECKS_H
#define TN_TESTS_FINDING_CHECKS_H

#include "check.h"
#include "tn/base/finding.h"

/* The finding number i, from 0, which there must be. */
static inline const struct tn_finding *finding_at(const struct tn_findings *findings,
                                                  size_t i)
{
    const struct tn_finding *f = findings->first;

    while (f && i--)
        f = f->next;
    assert_non_null(f);
    return f;
}

/* It stands there and says that, word for word. */
static inline void check_said(const struct tn_finding *f, long line, long column,
                              const char *message)
{
    assert_string_equal(f->text.text[TN_EN], message);
    assert_int_equal(f->line, line);
    assert_int_equal(f->column, column);
}

#endif
