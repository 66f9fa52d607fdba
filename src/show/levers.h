/* SPDX-License-Identifier: GPL-3.0-or-later */
/* levers.h -- whose support brings a quota nearer, one listed household a row. */
#ifndef TN_SHOW_LEVERS_H
#define TN_SHOW_LEVERS_H

#include "tn/study/quota.h"

struct lever {
    size_t class;
    const struct tn_household *household;   // null: each of those only counted
    long households;
    double sure;   // what the commune's chance gains
};

/* Listed households in the order of their file, then what is left of each class.
 * Returns how many. */
size_t levers_of(struct tn_arena *arena, const struct tn_commune *commune,
                 const struct tn_quota *quota, struct lever **lever);

/* The largest gain first; then by class and code. */
void levers_sort(size_t n, struct lever lever[]);

#endif
