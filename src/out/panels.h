/* SPDX-License-Identifier: GPL-3.0-or-later */
/* panels.h -- many small pictures on one page, in rows.
 *
 * The page has one coordinate system, that of points; a panel's data are moved into place
 * as they are plotted.
 */
#ifndef TN_OUT_PANELS_H
#define TN_OUT_PANELS_H

#include "tn/out/page.h"

#define PANEL_HEIGHT 68.0
#define PANEL_TITLE 13.0   // above the panel: the middle of its title

struct panels {
    size_t cols, rows;
    double left, width;   // of the first panel
};

/* Points that so many panels take, with titles above and numbers below. */
double panels_height(size_t n);

/* Lay n of them out from left on, and set the page's area for them. */
struct panels panels_in(struct tn_page *page, size_t n, double left);

/* Panel i without its title and numbers. */
struct tn_box panels_box(const struct tn_page *page, const struct panels *panels,
                         size_t i);

/* Its title, smaller or cut where it is too wide; taken: points at the right that are not
 * for it. */
void panels_title(struct tn_page *page, const struct tn_box *box, const char *text,
                  double taken);

#endif
