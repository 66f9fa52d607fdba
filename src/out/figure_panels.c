/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/out/doc.h"
#include "tn/out/figure.h"

#include "panels.h"

#include <assert.h>
#include <math.h>

static const double TOO_THIN = 0.005;   // of the highest bar: not drawn at the ends
enum { MOST_BARS = 48 };                // in a panel; more counts share bars

/* The bars of a panel: width counts in each, the first from count start on. */
struct bars {
    long start, width;
    size_t n;
    double *height, highest;
};

static bool asked(const struct tn_law_panel *p)
{
    return p->quota != TN_COUNT_NONE;
}

/* The counts worth drawing, quota included. */
static void reach(const struct tn_law_panel *p, long *from, long *to)
{
    double most = 0;

    for (size_t i = 0; i < p->n; i++)
        most = fmax(most, p->pmf[i]);
    *from = 0;
    *to = (long)p->n - 1;
    while (*from < *to && p->pmf[*from] < TOO_THIN * most)
        ++*from;
    while (*to > *from && p->pmf[*to] < TOO_THIN * most)
        --*to;
    if (asked(p) && p->quota < *from)
        *from = p->quota;
    if (asked(p) && p->quota > *to)
        *to = p->quota;
}

/* A bar begins at the quota, so that none is half short of it and half beyond. */
static struct bars bars_of(struct tn_arena *arena, const struct tn_law_panel *p)
{
    long from, to;
    struct bars bars = {.width = 1};

    reach(p, &from, &to);
    while ((to - from + 1) / bars.width > MOST_BARS)
        bars.width++;
    long before = asked(p) ? (p->quota - from + bars.width - 1) / bars.width : 0;
    bars.start = asked(p) ? p->quota - before * bars.width : from;
    bars.n = (size_t)((to - bars.start) / bars.width + 1);
    bars.height = tn_new(arena, double, bars.n);
    for (size_t i = 0; i < bars.n; i++) {
        for (long k = 0; k < bars.width; k++) {
            long count = bars.start + (long)i * bars.width + k;
            if (count >= 0 && count < (long)p->n)
                bars.height[i] += p->pmf[count];
        }
        bars.highest = fmax(bars.highest, bars.height[i]);
    }
    return bars;
}

static double x_at(const struct tn_box *box, const struct bars *bars, double bar)
{
    return box->left + (bar + 0.5) * (box->right - box->left) / (double)bars->n;
}

/* The counts at either end and at the quota, where they do not touch. */
static void numbers(struct tn_page *page, const struct tn_law_panel *p,
                    const struct tn_box *box, const struct bars *bars)
{
    const struct tn_ink soft = {8, false, "soft", TN_CENTRE};
    long last = bars->start + ((long)bars->n - 1) * bars->width;
    double y = box->bottom - 8, quota = -INFINITY;

    if (asked(p)) {
        double bar = (double)(p->quota - bars->start) / (double)bars->width;
        double edge = x_at(box, bars, bar - 0.5);
        quota = x_at(box, bars, bar);
        tn_page_rule(page, (struct tn_point){edge, box->bottom},
                     (struct tn_point){edge, box->top},
                     "front lw 1.3 dt (5,3) lc rgb cB");
        tn_page_text(page, (struct tn_point){quota, y},
                     (struct tn_ink){8, true, "cB", TN_CENTRE},
                     tn_say_count(page->arena, page->frame->lang, p->quota));
    }
    if (fabs(x_at(box, bars, 0) - quota) > 16)
        tn_page_text(page, (struct tn_point){x_at(box, bars, 0), y}, soft,
                     tn_say_count(page->arena, page->frame->lang,
                                  bars->start < 0 ? 0 : bars->start));
    if (bars->n > 1 && fabs(x_at(box, bars, (double)bars->n - 1) - quota) > 16)
        tn_page_text(page, (struct tn_point){x_at(box, bars, (double)bars->n - 1), y},
                     soft, tn_say_count(page->arena, page->frame->lang, last));
}

static void head(struct tn_page *page, const struct tn_law_panel *p,
                 const struct tn_box *box)
{
    const struct tn_ink ink = {9, true, "cA", TN_RIGHT};
    double wide = p->value ? tn_face_width((struct tn_face){9, true}, p->value) : 0;

    panels_title(page, box, p->title, wide + 4);
    tn_page_text(page, (struct tn_point){box->right, box->top + PANEL_TITLE}, ink,
                 p->value);
    tn_page_rule(page, (struct tn_point){box->left, box->bottom},
                 (struct tn_point){box->right, box->bottom}, "lw 0.6 lc rgb hair back");
}

static void data(struct tn_page *page, const struct tn_law_panel *p, size_t i,
                 const struct bars *bars)
{
    char name[32];

    snprintf(name, sizeof name, "p%zu", i);
    tn_page_data(page, name, "bar, probability, met");
    for (size_t k = 0; k < bars->n; k++) {
        long count = bars->start + (long)k * bars->width;
        tn_page_row(
            page, 3,
            (const double[]){(double)k, bars->height[k], !asked(p) || count >= p->quota});
    }
    tn_page_data_end(page);
}

static void plot(struct tn_page *page, size_t i, const struct tn_box *box,
                 const struct bars *bars)
{
    double step = (box->right - box->left) / (double)bars->n;
    double x0 = x_at(box, bars, 0), half = 0.42 * step;
    double tall = (box->top - box->bottom - 4) / bars->highest;

    fprintf(
        page->out,
        ", \\\n $p%zu using (%.3f+%.4f*$1):(%.3f):(%.3f+%.4f*$1):(%.3f+%.4f*$1):(%.3f):"
        "(%.3f+%.3f*$2):($3 > 0 ? 0x004488 : 0xBFD0E4) with boxxyerror fs solid 1 "
        "noborder lc rgb variable",
        i, x0, step, box->bottom, x0 - half, step, x0 + half, step, box->bottom,
        box->bottom, tall);
}

struct tn_figure tn_figure_panels(struct tn_arena *arena, const struct tn_frame *frame,
                                  const struct tn_law_panels *of)
{
    assert(of->panels > 0);
    struct tn_page page;
    struct bars *bars = tn_new(arena, struct bars, of->panels);

    tn_page_begin(&page, arena, frame, panels_height(of->panels));
    struct panels l = panels_in(&page, of->panels, page.body.left);
    for (size_t i = 0; i < of->panels; i++) {
        struct tn_box box = panels_box(&page, &l, i);
        bars[i] = bars_of(arena, &of->panel[i]);
        head(&page, &of->panel[i], &box);
        numbers(&page, &of->panel[i], &box, &bars[i]);
        data(&page, &of->panel[i], i, &bars[i]);
    }
    tn_page_plot(&page);
    for (size_t i = 0; i < of->panels; i++) {
        struct tn_box box = panels_box(&page, &l, i);
        plot(&page, i, &box, &bars[i]);
    }
    fputc('\n', page.out);
    return tn_page_end(&page);
}
