/* SPDX-License-Identifier: GPL-3.0-or-later */
/* partial.h -- part of a simulation as a file, and how the parts become the whole.
 *
 * The draws of a simulation fall into chunks. Machines that know nothing of one another
 * draw some each and leave what they counted in files; merged, they give the same bytes
 * as one run. A file says what it is part of (program, seed, draws, the SHA-256 of every
 * input) and which chunks it holds, and closes with a SHA-256 of itself. A run that is
 * broken off leaves what it has; started again, it draws only what is missing.
 *
 * The file is text, a line for each histogram, counts that came up as count:draws.
 */
#ifndef TN_STUDY_PARTIAL_H
#define TN_STUDY_PARTIAL_H

#include "tn/data/commune.h"
#include "tn/num/montecarlo.h"

struct tn_partial {
    const char *path;      // of the file, for messages
    const char *program;   // its version
    const char *plan;      // folder, as the user named it
    uint64_t seed, draws;
    uint64_t first, last;   // chunks [first, last) that result holds
    uint64_t found;         // so many of them were in the file already (tn_partial_run)
    size_t inputs;
    const struct tn_input *input;   // name and sha256 count
    struct tn_mc_result result;
};

/* Write it to partial->path, whole or not at all.
 * Fails with TN_EFILE. */
TN_CHECKED enum tn_fault tn_partial_write(struct tn_arena *arena,
                                          const struct tn_partial *partial,
                                          struct tn_err *err);

/* Fails with TN_EFILE (cannot be read), TN_EDATA (no partial simulation, of another
 * format, damaged or cut short: every count is checked). */
TN_CHECKED enum tn_fault tn_partial_read(struct tn_arena *arena, const char *path,
                                         struct tn_partial *partial, struct tn_err *err);

/* Whether two are parts of one simulation: all but the chunks agree.
 * Fails with TN_EDATA, naming what differs. */
TN_CHECKED enum tn_fault tn_partial_agree(const struct tn_partial *a,
                                          const struct tn_partial *b, struct tn_err *err);

/* The same but for the counts: program, seed, draws and inputs. */
TN_CHECKED enum tn_fault tn_partial_agree_inputs(const struct tn_partial *a,
                                                 const struct tn_partial *b,
                                                 struct tn_err *err);

/* The whole of n parts, given in any order. The parts are sorted by chunk, and the counts
 * of the first become those of the whole.
 * Fails with TN_EDATA: parts that differ, overlap, or leave chunks out. */
TN_CHECKED enum tn_fault tn_partial_merge(size_t n, struct tn_partial part[],
                                          struct tn_partial *whole, struct tn_err *err);

/* "A:B" of so many chunks, A below B.
 * Fails with TN_EUSAGE. */
TN_CHECKED enum tn_fault tn_partial_range(const char *text, uint64_t chunks,
                                          uint64_t *first, uint64_t *last,
                                          struct tn_err *err);

/* Draws chunks [first, last) of what is wanted and adds to result (or sets it, if it
 * holds no draws yet). what: the caller's own. */
typedef void tn_partial_draw(struct tn_arena *arena, void *what, uint64_t first,
                             uint64_t last, struct tn_mc_result *result);

/* Draw the chunks wanted that partial->path does not hold yet, and write them there, some
 * thousand chunks at a time. partial->result becomes that of all of them.
 * Fails with TN_EFILE; with TN_EDATA where the file holds another simulation. */
TN_CHECKED enum tn_fault tn_partial_run(struct tn_arena *arena,
                                        struct tn_partial *partial, tn_partial_draw *draw,
                                        void *what, struct tn_err *err);

#endif
