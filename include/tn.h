/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tn.h -- the library by its front door.
 *
 * From a commune's plan to an answer it is four steps, each with a header of its own that
 * can be used without its source:
 *
 *   tn/data/commune.h    a plan folder, checked, becomes a struct tn_commune
 *   tn/study/model.h     the exit model: shipped parameters, or the folder's
 *   tn/study/forecast.h  the law of exits and of the year's end, against the quotas
 *   tn/out/doc.h         tables as text, CSV, JSON (tn/show makes them of an answer)
 *
 * Below them: tn/num takes arrays and gives numbers (poisbin.h, montecarlo.h,
 * interval.h), tn/base has memory (arena.h), faults (fault.h) and files (file.h).
 *
 * A function that gives back memory takes an arena first; one that can fail takes a
 * struct tn_err last and gives an enum tn_fault, TN_OK being 0. The undefined is NAN. The
 * same input gives the same numbers, whatever the threads. Nothing is printed, and
 * nothing ends the process but want of memory (arena.h).
 *
 * Words: household (hộ), village (thôn), exit (thoát), relapse (tái nghèo), entry (phát
 * sinh), quota (chỉ tiêu), review (rà soát), claim (a number the plan prints),
 * deprivation (thiếu hụt).
 *
 *     #include <tn.h>
 *
 *     cc odds.c $(pkg-config --cflags --libs thoatngheo)
 */
#ifndef TN_H
#define TN_H

#include "tn/base/arena.h"
#include "tn/base/fault.h"
#include "tn/base/file.h"
#include "tn/base/finding.h"
#include "tn/data/commune.h"
#include "tn/data/defaults.h"
#include "tn/num/interval.h"
#include "tn/num/montecarlo.h"
#include "tn/num/poisbin.h"
#include "tn/out/doc.h"
#include "tn/study/forecast.h"
#include "tn/study/model.h"
#include "tn/study/setup.h"

#endif
