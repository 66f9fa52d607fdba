/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/out/figure.h"
#include "tn/out/page.h"

#include <assert.h>
#include <math.h>

static const double LEGEND = 26, AXIS = 20, LABEL_MOST = 170, GAP = 14;

static double row_height(size_t rows)
{
    return rows <= 14 ? 19.5 : rows <= 25 ? 16 : 13.5;
}

static struct tn_scale scale_of(const struct tn_dumbbells *d)
{
    double high = 0;

    for (size_t i = 0; i < d->rows; i++)
        high = fmax(high, fmax(fmax(d->row[i].from, 0), fmax(d->row[i].to, 0)));
    struct tn_scale x = tn_scale_over(0, high, 6, d->percent, d->percent);
    if (!d->percent) {
        x.step = fmax(x.step, 1);
        x.decimals = 0;
    }
    double spare = 0.02 * x.high;
    x.low -= spare;
    x.high += spare;
    return x;
}

static double column_width(const struct tn_dumbbells *d, int c)
{
    if (!d->column_title[c])
        return 0;
    double widest = tn_face_width((struct tn_face){8, true}, d->column_title[c]);
    for (size_t i = 0; i < d->rows; i++)
        if (d->row[i].column[c])
            widest = fmax(widest,
                          tn_face_width((struct tn_face){9, false}, d->row[i].column[c]));
    return widest + GAP;
}

static void columns(struct tn_page *page, const struct tn_dumbbells *d)
{
    double right = page->body.right;

    for (int c = 1; c >= 0; c--) {
        double width = column_width(d, c), x = right - (width - GAP) / 2 - 2;
        if (!d->column_title[c])
            continue;
        tn_page_text(page, (struct tn_point){x, page->body.top - 8},
                     (struct tn_ink){8, true, "ink", TN_CENTRE}, d->column_title[c]);
        for (size_t i = 0; i < d->rows; i++)
            tn_page_text(page, (struct tn_point){x, tn_page_y(page, -(double)i)},
                         (struct tn_ink){9, false, "ink", TN_CENTRE},
                         d->row[i].column[c]);
        right -= width;
    }
}

static void data(struct tn_page *page, const struct tn_dumbbells *d)
{
    tn_page_data(page, "data", "row, from, to");
    for (size_t i = 0; i < d->rows; i++)
        tn_page_row(page, 3, (const double[]){-(double)i, d->row[i].from, d->row[i].to});
    tn_page_data_end(page);
    tn_page_plot(page);
    fputs(", $data using 2:1:($3-$2):(0) with vectors nohead lw 2.4 lc rgb cAl, \\\n"
          "     $data using 2:1 with points pt 7 ps 1.7*PS lc rgb cB, \\\n"
          "     $data using 2:1 with points pt 7 ps 1.1*PS lc rgb 'white', \\\n"
          "     $data using 3:1 with points pt 7 ps 0.95*PS lc rgb cA\n",
          page->out);
}

struct tn_figure tn_figure_dumbbells(struct tn_arena *arena, const struct tn_frame *frame,
                                     const struct tn_dumbbells *d)
{
    assert(d->rows > 0);
    struct tn_page page;
    double n = (double)d->rows, label = 40;

    for (size_t i = 0; i < d->rows; i++)
        label = fmax(label, tn_face_width((struct tn_face){9, false}, d->row[i].label));
    label = fmin(label, LABEL_MOST);
    tn_page_begin(&page, arena, frame, LEGEND + row_height(d->rows) * n + AXIS);
    struct tn_box area = page.body;
    area.left += label + 8;
    area.right -= column_width(d, 0) + column_width(d, 1) + 12;
    area.top -= LEGEND;
    area.bottom += AXIS;
    tn_page_area(&page, area, scale_of(d), (struct tn_scale){-n + 0.5, 0.5, 1, 0, false});
    tn_page_stripes(&page, d->rows);
    tn_page_grid_x(&page);
    double x = area.left;
    tn_page_key(&page, &x, TN_MARK_RING, "cB", d->from);
    tn_page_key(&page, &x, TN_MARK_DOT, "cA", d->to);
    for (size_t i = 0; i < d->rows; i++)
        tn_page_row_name(&page, tn_page_y(&page, -(double)i), d->row[i].label, label);
    columns(&page, d);
    data(&page, d);
    return tn_page_end(&page);
}
