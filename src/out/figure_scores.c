/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How well forecasts did: the reliability diagram and the histogram. */
#include "tn/out/figure.h"
#include "tn/out/page.h"

#include <assert.h>
#include <math.h>

static const double SQUARE = 250, PLOT = 150, AXIS = 18, TITLE = 14, BAND = 20;

static void titles(struct tn_page *page, const char *x_title, const char *y_title)
{
    const struct tn_box *a = &page->area;
    const struct tn_ink ink = {9, false, "soft", TN_CENTRE};

    tn_page_text(page, (struct tn_point){(a->left + a->right) / 2, a->bottom - AXIS - 6},
                 ink, x_title);
    tn_page_text(page, (struct tn_point){page->body.left, page->body.top - 5},
                 (struct tn_ink){9, false, "soft", TN_LEFT}, y_title);
}

static void calibration_data(struct tn_page *page, const struct tn_calibration *c)
{
    tn_page_data(page, "data", "forecast, observed, low, high");
    for (size_t i = 0; i < c->n; i++)
        tn_page_row(
            page, 4,
            (const double[]){c->forecast[i], c->observed[i], c->low[i], c->high[i]});
    tn_page_data_end(page);
    tn_page_plot(page);
    fputs(", $data using 1:3:(0):($4-$3) with vectors nohead lw 1.6 lc rgb cAm, \\\n"
          "     $data using 1:2 with points pt 7 ps 1.3*PS lc rgb cA\n",
          page->out);
}

/* On the side of the point where the diagonal is not. */
static void size_label(struct tn_page *page, const struct tn_calibration *c, size_t i)
{
    bool above = c->observed[i] > c->forecast[i];

    if (isnan(c->observed[i]) || !c->text)
        return;
    tn_page_text(page,
                 (struct tn_point){tn_page_x(page, c->forecast[i]) + (above ? -6 : 6),
                                   tn_page_y(page, c->observed[i])},
                 (struct tn_ink){7, false, "soft", above ? TN_RIGHT : TN_LEFT},
                 c->text[i]);
}

struct tn_figure tn_figure_calibration(struct tn_arena *arena,
                                       const struct tn_frame *frame,
                                       const struct tn_calibration *c)
{
    struct tn_page page;
    struct tn_scale share = {0, 1, 0.2, 0, true};

    tn_page_begin(&page, arena, frame, BAND + SQUARE + AXIS + TITLE);
    struct tn_box area = {page.body.left + 40, page.body.bottom + AXIS + TITLE,
                          page.body.left + 40 + SQUARE, page.body.top - BAND};
    tn_page_area(&page, area, share, share);
    tn_page_grid_x(&page);
    tn_page_grid_y(&page);
    tn_page_rule(&page, (struct tn_point){area.left, area.bottom},
                 (struct tn_point){area.right, area.top},
                 "back lw 1.2 dt (6,4) lc rgb soft");
    titles(&page, c->x_title, c->y_title);
    for (size_t i = 0; i < c->n; i++)
        size_label(&page, c, i);
    calibration_data(&page, c);
    return tn_page_end(&page);
}

static void expected(struct tn_page *page, const struct tn_histogram *h)
{
    const struct tn_box *a = &page->area;

    if (isnan(h->level))
        return;
    double y = tn_page_y(page, h->level);
    if (!isnan(h->low))
        tn_page_fill(page,
                     (struct tn_box){a->left, tn_page_y(page, fmax(h->low, 0)), a->right,
                                     tn_page_y(page, h->high)},
                     "'#eeeeee'");
    tn_page_rule(page, (struct tn_point){a->left, y}, (struct tn_point){a->right, y},
                 "front lw 1.6 dt (6,4) lc rgb cB");
    tn_page_text(page, (struct tn_point){a->right, page->body.top - 5},
                 (struct tn_ink){8.5, false, "cB", TN_RIGHT}, h->level_label);
}

struct tn_figure tn_figure_histogram(struct tn_arena *arena, const struct tn_frame *frame,
                                     const struct tn_histogram *h)
{
    assert(h->n > 0 && h->to > h->from);
    struct tn_page page;
    double most = isnan(h->level) ? 1 : fmax(h->level, fmax(h->high, 0));
    double width = (h->to - h->from) / (double)h->n;

    for (size_t i = 0; i < h->n; i++)
        most = fmax(most, h->height[i]);
    tn_page_begin(&page, arena, frame, BAND + PLOT + AXIS + TITLE);
    struct tn_scale y = tn_scale_over(0, most, 4, false, true);
    struct tn_box area = page.body;
    area.left += 8 + tn_face_width((struct tn_face){9, false},
                                   tn_page_number(&page, &y, y.high));
    area.right -= 14;
    area.top -= BAND;
    area.bottom += AXIS + TITLE;
    tn_page_area(&page, area, tn_scale_over(h->from, h->to, 5, h->percent, false), y);
    tn_page_grid_y(&page);
    double top = page.area.top;
    page.area.top = page.area.bottom - 3;   // numbers without rules
    tn_page_grid_x(&page);
    page.area.top = top;
    titles(&page, h->x_title, NULL);
    expected(&page, h);
    tn_page_data(&page, "data", "middle, height");
    for (size_t i = 0; i < h->n; i++)
        tn_page_row(&page, 2,
                    (const double[]){h->from + width * ((double)i + 0.5), h->height[i]});
    tn_page_data_end(&page);
    fprintf(page.out, "set boxwidth %.10g\nset style fill solid 1 noborder\n",
            0.9 * width);
    tn_page_plot(&page);
    fputs(", $data using 1:2 with boxes lc rgb cAm\n", page.out);
    return tn_page_end(&page);
}
