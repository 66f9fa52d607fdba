/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/out/figure.h"
#include "tn/out/page.h"

#include <assert.h>
#include <math.h>

static const double HEAD = 18, ROW = 66, AXIS = 20, LABEL_MOST = 110, ABOVE = 19,
                    BELOW = 17;

static void widen(double *low, double *high, double value)
{
    if (isnan(value))
        return;
    *low = fmin(*low, value);
    *high = fmax(*high, value);
}

static struct tn_scale scale_of(const struct tn_rates *rates)
{
    double low = INFINITY, high = -INFINITY;

    for (size_t i = 0; i < rates->rows; i++) {
        const struct tn_rate_row *r = &rates->row[i];
        const double all[] = {r->start, r->target, r->q05, r->mean, r->q95};
        for (size_t k = 0; k < sizeof all / sizeof *all; k++)
            widen(&low, &high, all[k]);
    }
    if (low > high)
        low = high = 0;
    double spare = 0.04 * (high - low);
    return tn_scale_over(fmax(low - spare, 0), high + spare, 6, true, true);
}

struct columns {
    double label, probability;
};

static struct columns columns_of(const struct tn_rates *rates)
{
    struct columns c = {40, 0};

    if (rates->probability)
        c.probability = tn_face_width((struct tn_face){8.5, true}, rates->probability);
    for (size_t i = 0; i < rates->rows; i++) {
        const struct tn_rate_row *r = &rates->row[i];
        c.label = fmax(c.label, tn_face_width((struct tn_face){10, true}, r->label));
        if (r->probability)
            c.probability = fmax(
                c.probability, tn_face_width((struct tn_face){15, true}, r->probability));
    }
    c.label = fmin(c.label, LABEL_MOST);
    return c;
}

/* A label centred over its mark, as far as the neighbour and the area allow. */
struct sign {
    double middle, half;
    const char *text, *colour;
    bool bold;
};

static struct sign sign_at(double x, const char *text, const char *colour, bool bold)
{
    double width = text ? tn_face_width((struct tn_face){8.5, bold}, text) : 0;
    return (struct sign){x, width / 2, text, colour, bold};
}

static void keep_within(struct sign *s, double left, double right)
{
    s->middle = fmin(s->middle, right - s->half);
    s->middle = fmax(s->middle, left + s->half);
}

/* Move two signs of one line apart, and into [left, right]. */
static void part(struct sign *a, struct sign *b, double left, double right)
{
    struct sign *first = a->middle <= b->middle ? a : b, *second = first == a ? b : a;
    double apart = first->half + second->half + 8;

    keep_within(first, left, right);
    keep_within(second, left, right);
    double over = apart - (second->middle - first->middle);
    if (!a->text || !b->text || over <= 0)
        return;
    first->middle -= over / 2;
    second->middle += over / 2;
    keep_within(first, left, right);
    second->middle = first->middle + apart;
    keep_within(second, left, right);
    first->middle = fmin(first->middle, second->middle - apart);
}

static void write_sign(struct tn_page *page, const struct sign *s, double y)
{
    tn_page_text(page, (struct tn_point){s->middle, y},
                 (struct tn_ink){8.5, s->bold, s->colour, TN_CENTRE}, s->text);
}

static void signs(struct tn_page *page, const struct tn_rate_row *r, double y)
{
    double left = page->area.left - 6, right = page->area.right + 6;
    struct sign start = sign_at(tn_page_x(page, r->start), r->start_label, "ink", false);
    struct sign end = sign_at(tn_page_x(page, r->mean), r->end_label, "cA", true);
    struct sign target = sign_at(tn_page_x(page, r->target), r->target_label, "cB", true);

    if (isnan(r->target))
        target = (struct sign){start.middle, 0, NULL, "cB", false};
    if (isnan(r->start))
        start = (struct sign){target.middle, 0, NULL, "ink", false};
    part(&target, &start, left, right);
    keep_within(&end, left, right);
    write_sign(page, &start, y + ABOVE);
    write_sign(page, &target, y + ABOVE);
    if (!isnan(r->mean))
        write_sign(page, &end, y - BELOW);
}

static void label(struct tn_page *page, const char *text, double y)
{
    const struct tn_ink ink = {10, true, "ink", TN_RIGHT};
    size_t n;
    const char **line = tn_face_lines(page->arena, (struct tn_face){10, true}, text,
                                      LABEL_MOST, 3, &n);

    tn_page_lines(page,
                  (struct tn_point){page->area.left - 14, y + 6.5 * (double)(n - 1)}, ink,
                  n, line);
}

static void row(struct tn_page *page, const struct tn_rate_row *r, double y,
                const struct columns *columns)
{
    label(page, r->label, y);
    signs(page, r, y);
    tn_page_text(page, (struct tn_point){page->body.right - columns->probability / 2, y},
                 (struct tn_ink){15, true, "ink", TN_CENTRE}, r->probability);
}

static void data(struct tn_page *page, const struct tn_rates *rates)
{
    tn_page_data(page, "data", "row, start, target, q05, q25, mean, q75, q95");
    for (size_t i = 0; i < rates->rows; i++) {
        const struct tn_rate_row *r = &rates->row[i];
        tn_page_row(page, 8,
                    (const double[]){-(double)i, r->start, r->target, r->q05, r->q25,
                                     r->mean, r->q75, r->q95});
    }
    tn_page_data_end(page);
    tn_page_plot(page);
    fputs(", $data using 2:1:($6-$2):(0) with vectors nohead lw 1 dt (2,3) lc rgb "
          "soft, \\\n"
          "     $data using 4:1:($8-$4):(0) with vectors nohead lw 1.6 lc rgb cAm, \\\n"
          "     $data using 5:1:($7-$5):(0) with vectors nohead lw 6 lc rgb cAm, \\\n"
          "     $data using 3:($1-0.2):(0):(0.4) with vectors nohead lw 3 lc rgb cB, \\\n"
          "     $data using 2:1 with points pt 7 ps 1.5*PS lc rgb ink, \\\n"
          "     $data using 2:1 with points pt 7 ps 0.85*PS lc rgb 'white', \\\n"
          "     $data using 6:1 with points pt 7 ps 1.6*PS lc rgb cA\n",
          page->out);
}

struct tn_figure tn_figure_rates(struct tn_arena *arena, const struct tn_frame *frame,
                                 const struct tn_rates *rates)
{
    assert(rates->rows > 0);
    struct tn_page page;
    double n = (double)rates->rows;
    struct columns columns = columns_of(rates);

    tn_page_begin(&page, arena, frame, HEAD + ROW * n + AXIS);
    struct tn_box area = page.body;
    area.left += columns.label + 14;
    area.right -= columns.probability > 0 ? columns.probability + 18 : 14;
    area.bottom += AXIS;
    area.top -= HEAD;
    tn_page_area(&page, area, scale_of(rates),
                 (struct tn_scale){-n + 0.5, 0.5, 1, 0, false});
    for (size_t i = 0; i < rates->rows; i++) {
        double y = tn_page_y(&page, -(double)i);
        if (i % 2 == 0)
            tn_page_fill(
                &page,
                (struct tn_box){area.left - 8, y - ROW / 2, page.body.right, y + ROW / 2},
                "zebra");
        row(&page, &rates->row[i], y, &columns);
    }
    tn_page_grid_x(&page);
    tn_page_text(
        &page,
        (struct tn_point){page.body.right - columns.probability / 2, page.body.top - 8},
        (struct tn_ink){8.5, true, "ink", TN_CENTRE}, rates->probability);
    data(&page, rates);
    return tn_page_end(&page);
}
