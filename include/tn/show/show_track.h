/* SPDX-License-Identifier: GPL-3.0-or-later */
/* show_track.h -- the year's progress as a document. */
#ifndef TN_SHOW_SHOW_TRACK_H
#define TN_SHOW_SHOW_TRACK_H

#include "tn/data/commune.h"
#include "tn/out/doc.h"
#include "tn/study/track.h"

struct tn_show_track {
    const struct tn_commune *commune;
    const struct tn_track *track;
};

/* The document keeps the pointer to what. */
void tn_show_track(struct tn_arena *arena, struct tn_doc *doc,
                   const struct tn_show_track *what);

#endif
