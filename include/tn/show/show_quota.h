/* SPDX-License-Identifier: GPL-3.0-or-later */
/* show_quota.h -- realistic quotas, fair shares and leverages as a document. */
#ifndef TN_SHOW_SHOW_QUOTA_H
#define TN_SHOW_SHOW_QUOTA_H

#include "tn/data/commune.h"
#include "tn/out/doc.h"
#include "tn/study/quota.h"

struct tn_show_quota {
    const struct tn_commune *commune;
    const struct tn_quota *quota;
    size_t top;   // rows of the leverage table for people
};

/* The document keeps the pointer to what. */
void tn_show_quota(struct tn_arena *arena, struct tn_doc *doc,
                   const struct tn_show_quota *what);

#endif
