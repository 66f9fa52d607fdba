/* SPDX-License-Identifier: GPL-3.0-or-later */
/* browser.h -- a page printed to PDF by a browser that is installed, seen by nobody.
 *
 * The browser is started without a shell, in a group and a profile of its own, and killed
 * with all it started when its time is up. It is a convenience: where there is none, the
 * page is printed by whoever opens it.
 */
#ifndef TN_OUT_BROWSER_H
#define TN_OUT_BROWSER_H

#include "tn/base/arena.h"
#include "tn/base/fault.h"

struct tn_browser {
    const char *program;   // null: the first of chromium, chromium-browser,
                           // google-chrome, chrome that is on the PATH
    double seconds;        // allowed; 0: 60
};

/* Print the page at a path to the PDF at another; how may be null.
 * Fails with TN_ETOOL where there is no such browser, or it gives no whole PDF in time;
 * then there is no file at pdf. */
TN_CHECKED enum tn_fault tn_browser_print(struct tn_arena *arena, const char *page,
                                          const char *pdf, const struct tn_browser *how,
                                          struct tn_err *err);

#endif
