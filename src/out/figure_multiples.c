/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/out/figure.h"

#include "panels.h"

#include <assert.h>
#include <math.h>

static const double PANEL = PANEL_HEIGHT;

static double highest(const struct tn_multiples *m)
{
    double most = 0;

    for (size_t p = 0; p < m->panels; p++)
        for (size_t i = 0; i < m->n; i++) {
            most = fmax(most, fmax(m->panel[p].y[i], 0));
            if (m->panel[p].high)
                most = fmax(most, fmax(m->panel[p].high[i], 0));
        }
    return most;
}

static double x_at(const struct tn_box *box, size_t n, size_t i)
{
    double inset = fmin(12, (box->right - box->left) / 8);
    double step = n > 1 ? (box->right - box->left - 2 * inset) / (double)(n - 1) : 0;

    return box->left + inset + step * (double)i;
}

static double y_at(const struct tn_box *box, const struct tn_scale *y, double value)
{
    return box->bottom + PANEL * (value - y->low) / (y->high - y->low);
}

static void axes(struct tn_page *page, const struct tn_multiples *m,
                 const struct tn_box *box, const struct tn_scale *y, bool first)
{
    const struct tn_ink right = {8, false, "soft", TN_RIGHT};
    const struct tn_ink centre = {8, false, "soft", TN_CENTRE};
    long ticks = lround((y->high - y->low) / y->step);

    for (long i = 0; i <= ticks; i++) {
        double value = y->low + (double)i * y->step, at = y_at(box, y, value);
        tn_page_rule(page, (struct tn_point){box->left, at},
                     (struct tn_point){box->right, at}, "lw 0.6 lc rgb hair back");
        if (first)
            tn_page_text(page, (struct tn_point){box->left - 5, at}, right,
                         tn_page_number(page, y, value));
    }
    for (size_t i = 0; i < m->n; i++)
        tn_page_text(page, (struct tn_point){x_at(box, m->n, i), box->bottom - 8}, centre,
                     m->x_label[i]);
}

/* The first and the last value, above the point or below it where there is no room. */
static void ends(struct tn_page *page, const struct tn_multiples *m, size_t p,
                 const struct tn_box *box, const struct tn_scale *y)
{
    const struct tn_small *panel = &m->panel[p];
    const size_t end[2] = {0, m->n - 1};

    for (int e = m->n > 1 ? 0 : 1; e < 2; e++) {
        double value = panel->y[end[e]];
        if (isnan(value))
            continue;
        double high = panel->high ? fmax(panel->high[end[e]], value) : value;
        double at = y_at(box, y, high) + 8;
        double low = panel->low ? fmin(panel->low[end[e]], value) : value;
        if (at > box->top - 2 && y_at(box, y, low) - 9 > box->bottom + 4)
            at = y_at(box, y, low) - 9;
        tn_page_text(page,
                     (struct tn_point){x_at(box, m->n, end[e]), fmin(at, box->top + 3)},
                     (struct tn_ink){8, e == 1, e ? "cA" : "soft", TN_CENTRE},
                     tn_page_number(page, y, value));
    }
}

static void panel_data(struct tn_page *page, const struct tn_multiples *m, size_t p)
{
    const struct tn_small *panel = &m->panel[p];
    char name[32];

    snprintf(name, sizeof name, "p%zu", p);
    tn_page_data(page, name, "point, value, low, high, forecast");
    for (size_t i = 0; i < m->n; i++)
        tn_page_row(page, 5,
                    (const double[]){
                        (double)i, panel->y[i], panel->low ? panel->low[i] : (double)NAN,
                        panel->high ? panel->high[i] : (double)NAN,
                        panel->ring && panel->ring[i] ? 2 : i >= m->forecast_from});
    tn_page_data_end(page);
}

static void panel_plot(struct tn_page *page, const struct tn_multiples *m, size_t p,
                       const struct tn_box *box, const struct tn_scale *y)
{
    FILE *out = page->out;
    double x0 = x_at(box, m->n, 0), dx = x_at(box, m->n, 1) - x0;
    double dy = PANEL / (y->high - y->low), y0 = box->bottom - dy * y->low;

    if (m->panel[p].low)
        fprintf(out,
                ", \\\n $p%zu using (%.3f+%.3f*$1):(%.3f+%.3f*$3):(%.3f+%.3f*$4) "
                "with filledcurves lc rgb '#DCE6F2'",
                p, x0, dx, y0, dy, y0, dy);
    fprintf(
        out,
        ", \\\n $p%zu using (%.3f+%.3f*$1):(%s%.3f+%.3f*$2) with lines lw 1.8 lc rgb cA"
        ", \\\n '' using (%.3f+%.3f*$1):(%.3f+%.3f*$2) with points pt 7 ps 0.95*PS lc "
        "rgb cA"
        ", \\\n '' using (%.3f+%.3f*$1):($5 > 0 ? %.3f+%.3f*$2 : NaN) with points pt 7 "
        "ps 0.5*PS lc rgb 'white'",
        p, x0, dx, m->panel[p].ring ? "$5 > 1 ? NaN : " : "", y0, dy, x0, dx, y0, dy, x0,
        dx, y0, dy);
}

struct tn_figure tn_figure_multiples(struct tn_arena *arena, const struct tn_frame *frame,
                                     const struct tn_multiples *m)
{
    assert(m->n > 0 && m->panels > 0);
    struct tn_page page;
    struct tn_scale y = tn_scale_over(0, highest(m), 2, m->percent, true);

    tn_page_begin(&page, arena, frame, panels_height(m->panels));
    double number = tn_face_width((struct tn_face){8, false},
                                  tn_page_number(&page, &y, y.high));
    struct panels l = panels_in(&page, m->panels, page.body.left + number + 6);
    for (size_t p = 0; p < m->panels; p++) {
        struct tn_box box = panels_box(&page, &l, p);
        panels_title(&page, &box, m->panel[p].title, 0);
        axes(&page, m, &box, &y, p % l.cols == 0);
        ends(&page, m, p, &box, &y);
        panel_data(&page, m, p);
    }
    tn_page_plot(&page);
    for (size_t p = 0; p < m->panels; p++) {
        struct tn_box box = panels_box(&page, &l, p);
        panel_plot(&page, m, p, &box, &y);
    }
    fputc('\n', page.out);
    return tn_page_end(&page);
}
