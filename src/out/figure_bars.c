/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/out/figure.h"
#include "tn/out/page.h"

#include <assert.h>
#include <math.h>

static const double LEGEND = 26, ROW = 21, AXIS = 20, LABEL_MOST = 180, GAP = 14;

static double highest(const struct tn_bars *b)
{
    double most = 0;

    for (size_t i = 0; i < b->rows; i++)
        most = fmax(most, fmax(fmax(b->row[i].value, 0), fmax(b->row[i].goal, 0)));
    return most;
}

static double verdict_width(const struct tn_bars *b)
{
    double widest = 0;

    if (b->verdict_title)
        widest = tn_face_width((struct tn_face){8.5, true}, b->verdict_title);
    for (size_t i = 0; i < b->rows; i++)
        if (b->row[i].verdict)
            widest = fmax(widest,
                          tn_face_width((struct tn_face){9, false}, b->row[i].verdict));
    return widest > 0 ? widest + GAP : 0;
}

/* The value at the end of its bar, or right of the goal where that would be in the
 * way. */
static void value_label(struct tn_page *page, const struct tn_bar *bar, double y)
{
    if (!bar->value_label || isnan(bar->value))
        return;
    double width = tn_face_width((struct tn_face){8.5, false}, bar->value_label);
    double x = tn_page_x(page, bar->value) + 5, goal = tn_page_x(page, bar->goal);

    if (goal > x - 5 && goal < x + width + 4)
        x = goal + 6;
    tn_page_text(page, (struct tn_point){x, y},
                 (struct tn_ink){8.5, false, "ink", TN_LEFT}, bar->value_label);
}

static double label_room(const struct tn_bars *b)
{
    double widest = 0;

    for (size_t i = 0; i < b->rows; i++)
        if (b->row[i].value_label)
            widest = fmax(widest, tn_face_width((struct tn_face){8.5, false},
                                                b->row[i].value_label));
    return widest + 12;
}

static void data(struct tn_page *page, const struct tn_bars *b)
{
    tn_page_data(page, "data", "row, value, goal, strong");
    for (size_t i = 0; i < b->rows; i++)
        tn_page_row(page, 4,
                    (const double[]){-(double)i, b->row[i].value, b->row[i].goal,
                                     b->row[i].strong});
    tn_page_data_end(page);
    fputs("set style fill solid 1 noborder\n", page->out);
    tn_page_plot(page);
    fputs(", $data using (0):($4 > 0 ? NaN : $1):(0):2:($1-0.3):($1+0.3) with boxxyerror "
          "lc rgb cAl, \\\n"
          "     $data using (0):($4 > 0 ? $1 : NaN):(0):2:($1-0.3):($1+0.3) with "
          "boxxyerror lc rgb cA, \\\n"
          "     $data using 3:($1-0.4):(0):(0.8) with vectors nohead lw 3 lc rgb cB\n",
          page->out);
}

struct tn_figure tn_figure_bars(struct tn_arena *arena, const struct tn_frame *frame,
                                const struct tn_bars *b)
{
    assert(b->rows > 0);
    struct tn_page page;
    double n = (double)b->rows, label = 40, verdict = verdict_width(b);
    double above = b->value || b->goal || b->verdict_title ? LEGEND : 6;

    for (size_t i = 0; i < b->rows; i++)
        label = fmax(label, tn_face_width((struct tn_face){9, false}, b->row[i].label));
    label = fmin(label, LABEL_MOST);
    tn_page_begin(&page, arena, frame, above + ROW * n + AXIS);
    struct tn_box area = page.body;
    area.left += label + 8;
    area.right -= verdict + label_room(b);
    area.top -= above;
    area.bottom += AXIS;
    tn_page_area(&page, area, tn_scale_over(0, fmax(highest(b), 0.01), 5, true, true),
                 (struct tn_scale){-n + 0.5, 0.5, 1, 0, false});
    tn_page_grid_x(&page);
    double x = area.left;
    tn_page_key(&page, &x, TN_MARK_BOX, "cA", b->value);
    tn_page_key(&page, &x, TN_MARK_BAR, "cB", b->goal);
    double middle = page.body.right - (verdict - GAP) / 2;
    tn_page_text(&page, (struct tn_point){middle, page.body.top - 8},
                 (struct tn_ink){8.5, true, "ink", TN_CENTRE}, b->verdict_title);
    for (size_t i = 0; i < b->rows; i++) {
        double y = tn_page_y(&page, -(double)i);
        tn_page_row_name(&page, y, b->row[i].label, label);
        value_label(&page, &b->row[i], y);
        tn_page_text(&page, (struct tn_point){middle, y},
                     (struct tn_ink){9, false, "ink", TN_CENTRE}, b->row[i].verdict);
    }
    data(&page, b);
    return tn_page_end(&page);
}
