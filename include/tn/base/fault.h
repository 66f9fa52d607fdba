/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fault.h -- how a function says that it could not do its work.
 *
 * A function that can fail for a reason outside the program (a file, a cell, an
 * option, a quadrature that does not settle) returns enum tn_fault and takes
 * struct tn_err * as its last argument. It returns TN_OK and leaves *err
 * alone, or returns what went wrong and describes it there, once, in both
 * languages, at the place that knows most. Callers pass both on unchanged:
 *
 *     enum tn_fault fault = tn_commune_read(arena, folder, &commune, err);
 *     if (fault)
 *         return fault;
 *
 * A broken promise of the caller (a null pointer, a probability of 1.2) is a
 * bug, not a fault: it is asserted. A quantity that the data leave undefined
 * (the rate of a village without households) is a NAN, not a fault.
 */
#ifndef TN_BASE_FAULT_H
#define TN_BASE_FAULT_H

#include "tn/base/say.h"

enum tn_fault {
    TN_OK,
    TN_EFILE,    // a file or a pipe cannot be read or written
    TN_EDATA,    // the data break their schema
    TN_EUSAGE,   // the command line is not understood
    TN_EMATH,    // a computation did not reach the asked accuracy
    TN_ETOOL     // an outside program (gnuplot) is missing or failed
};

struct tn_err {
    enum tn_fault fault;
    char place[256];            // "data/x/villages.csv:17:3", or "" where none applies
    char text[TN_LANGS][512];   // one sentence in each language, no full stop, one line
};

/* Fill *err (it may be null) and return fault, so that to fail is one line:
 *
 *     return tn_fail(err, TN_EDATA, place, TN_W_NOT_WHOLE, value);
 *
 * TN_W_... is a pair of formats out of tn/words/, Vietnamese first; the compiler
 * checks the arguments against both. place may be null. */
enum tn_fault tn_fail(struct tn_err *err, enum tn_fault fault, const char *place,
                      const char *vi, const char *en, ...)
    __attribute__((format(printf, 4, 6), format(printf, 5, 6)));

#define TN_CHECKED __attribute__((warn_unused_result))

#endif
