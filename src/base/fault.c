/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/base/fault.h"

#include <stdarg.h>
#include <stdio.h>

enum tn_fault tn_fail(struct tn_err *err, enum tn_fault fault, const char *place,
                      const char *vi, const char *en, ...)
{
    if (!err)
        return fault;

    err->fault = fault;
    snprintf(err->place, sizeof err->place, "%s", place ? place : "");

    va_list args, again;
    va_start(args, en);
    va_copy(again, args);
    vsnprintf(err->text[TN_VI], sizeof err->text[TN_VI], vi, args);
    vsnprintf(err->text[TN_EN], sizeof err->text[TN_EN], en, again);
    tn_say_plurals(en, err->text[TN_EN]);
    va_end(again);
    va_end(args);
    return fault;
}
