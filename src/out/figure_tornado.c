/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/out/figure.h"
#include "tn/out/page.h"

#include <assert.h>
#include <math.h>

static const double HEAD = 24, ROW = 22, AXIS = 20, LABEL_MOST = 170, SPARE = 46;

static struct tn_scale scale_of(const struct tn_tornado *t)
{
    double low = t->base, high = t->base;

    for (size_t i = 0; i < t->rows; i++) {
        low = fmin(low, fmin(t->row[i].bad, t->row[i].good));
        high = fmax(high, fmax(t->row[i].bad, t->row[i].good));
    }
    return tn_scale_over(low, high, 5, true, true);
}

/* What the assumption is at either end: outside both bars and the base line. */
static void end_labels(struct tn_page *page, double base, const struct tn_tornado_row *r,
                       double y)
{
    bool bad_left = r->bad <= r->good;
    double left = tn_page_x(page, fmin(base, fmin(r->bad, r->good))) - 5;
    double right = tn_page_x(page, fmax(base, fmax(r->bad, r->good))) + 5;

    tn_page_text(page, (struct tn_point){left, y},
                 (struct tn_ink){8, false, "soft", TN_RIGHT},
                 bad_left ? r->bad_label : r->good_label);
    tn_page_text(page, (struct tn_point){right, y},
                 (struct tn_ink){8, false, "soft", TN_LEFT},
                 bad_left ? r->good_label : r->bad_label);
}

static void data(struct tn_page *page, const struct tn_tornado *t)
{
    tn_page_data(page, "data", "row, bad, good");
    for (size_t i = 0; i < t->rows; i++)
        tn_page_row(page, 3, (const double[]){-(double)i, t->row[i].bad, t->row[i].good});
    tn_page_data_end(page);
    char room[32];
    snprintf(room, sizeof room, "%.10g", t->base);
    fprintf(page->out, "base = %s\nset style fill solid 1 noborder\n", room);
    tn_page_plot(page);
    fputs(
        ", $data using (base):1:(base):2:($1-0.33):($1+0.33) with boxxyerror lc rgb cB, "
        "\\\n     $data using (base):1:(base):3:($1-0.33):($1+0.33) with boxxyerror lc "
        "rgb cA\n",
        page->out);
}

struct tn_figure tn_figure_tornado(struct tn_arena *arena, const struct tn_frame *frame,
                                   const struct tn_tornado *t)
{
    assert(t->rows > 0);
    struct tn_page page;
    double n = (double)t->rows, label = 40;

    for (size_t i = 0; i < t->rows; i++)
        label = fmax(label, tn_face_width((struct tn_face){9, false}, t->row[i].label));
    label = fmin(label, LABEL_MOST);
    tn_page_begin(&page, arena, frame, HEAD + ROW * n + AXIS);
    struct tn_box area = page.body;
    area.left += label + SPARE;
    area.right -= SPARE;
    area.top -= HEAD;
    area.bottom += AXIS;
    tn_page_area(&page, area, scale_of(t), (struct tn_scale){-n + 0.5, 0.5, 1, 0, false});
    tn_page_grid_x(&page);
    double x = page.body.left;
    tn_page_key(&page, &x, TN_MARK_BOX, "cB", t->bad);
    tn_page_key(&page, &x, TN_MARK_BOX, "cA", t->good);
    x = tn_page_x(&page, t->base);
    tn_page_rule(&page, (struct tn_point){x, area.bottom},
                 (struct tn_point){x, area.top + 4}, "front lw 1.8 lc rgb ink");
    tn_page_text(&page, (struct tn_point){x, area.top + 10},
                 (struct tn_ink){8.5, true, "ink", TN_CENTRE}, t->base_label);
    for (size_t i = 0; i < t->rows; i++) {
        double y = tn_page_y(&page, -(double)i);
        page.area.left -= SPARE - 6;
        tn_page_row_name(&page, y, t->row[i].label, label);
        page.area.left += SPARE - 6;
        end_labels(&page, t->base, &t->row[i], y);
    }
    data(&page, t);
    return tn_page_end(&page);
}
