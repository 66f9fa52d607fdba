/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/out/figure.h"
#include "tn/out/page.h"

#include <math.h>

static const double ROW = 20, LEGEND = 30, AXIS = 20, LABEL_MOST = 185, COUNT = 28;
static const double OFFSET = 0.17;   // of the two groups from the middle of a row

static const char *const colour[2] = {"cA", "cB"};

static double highest(const struct tn_dots *dots)
{
    double most = 0;

    for (size_t i = 0; i < dots->rows; i++)
        for (int g = 0; g < 2; g++)
            most = fmax(most, fmax(dots->row[i].share[g], dots->row[i].high[g]));
    return most;
}

static double label_width(const struct tn_dots *dots)
{
    double widest = 40;

    for (size_t i = 0; i < dots->rows; i++)
        widest = fmax(widest,
                      tn_face_width((struct tn_face){9, false}, dots->row[i].label));
    return fmin(widest, LABEL_MOST);
}

/* Long names take two smaller lines. */
static void label(struct tn_page *page, struct tn_point at, const char *text)
{
    struct tn_ink ink = {9, false, "ink", TN_RIGHT};
    size_t n;

    if (tn_face_width((struct tn_face){9, false}, text) > LABEL_MOST)
        ink.size = 7.5;
    const char **line = tn_face_lines(page->arena, (struct tn_face){ink.size, false},
                                      text, LABEL_MOST, 2, &n);
    at.y += n == 2 ? 0.65 * ink.size : 0;
    tn_page_lines(page, at, ink, n, line);
}

static void mark(struct tn_page *page, struct tn_point at, int group)
{
    if (group == 0)
        tn_page_dot(page, at, 1.25, colour[0]);
    else
        tn_page_ring(page, at, 1.4, colour[1]);
}

static void legend(struct tn_page *page, const struct tn_dots *dots)
{
    double x = page->area.left + 4, y = page->body.top - 8;

    for (int g = 0; g < 2 && dots->group[1]; g++) {
        struct tn_ink ink = {9, true, colour[g], TN_LEFT};
        mark(page, (struct tn_point){x, y}, g);
        tn_page_text(page, (struct tn_point){x + 9, y}, ink, dots->group[g]);
        x += 34 + tn_face_width((struct tn_face){9, true}, dots->group[g]);
    }
}

static double count_x(const struct tn_page *page, const struct tn_dots *dots, int group)
{
    return page->body.right - COUNT * (dots->group[1] ? 1.5 - group : 0.5);
}

static void counts(struct tn_page *page, const struct tn_dots *dots)
{
    const struct tn_box *body = &page->body;
    int groups = dots->group[1] ? 2 : 1;
    const struct tn_ink title = {7, false, "soft", TN_CENTRE};

    tn_page_text(page,
                 (struct tn_point){body->right - COUNT * groups / 2, body->top - 18},
                 title, dots->count_title);
    for (int g = 0; g < groups; g++) {
        struct tn_ink ink = {7.5, false, colour[g], TN_CENTRE};
        double x = count_x(page, dots, g);
        tn_page_text(page, (struct tn_point){x, body->top - 8}, ink,
                     dots->short_group[g]);
        ink.size = 8.5;
        for (size_t i = 0; i < dots->rows; i++)
            tn_page_text(page, (struct tn_point){x, tn_page_y(page, -(double)i)}, ink,
                         dots->row[i].count[g]);
    }
}

static void rows(struct tn_page *page, const struct tn_dots *dots)
{
    const struct tn_box *a = &page->area;

    for (size_t i = 0; i < dots->rows; i++) {
        double y = tn_page_y(page, -(double)i);
        if (i % 2)
            tn_page_fill(
                page,
                (struct tn_box){a->left, y - ROW / 2, page->body.right, y + ROW / 2},
                "zebra");
        label(page, (struct tn_point){a->left - 6, y}, dots->row[i].label);
    }
}

static void data(struct tn_page *page, const struct tn_dots *dots)
{
    int groups = dots->group[1] ? 2 : 1;

    tn_page_data(page, "data", "row; of each group: share, low, high");
    for (size_t i = 0; i < dots->rows; i++) {
        const struct tn_dots_row *r = &dots->row[i];
        tn_page_row(page, groups == 2 ? 7 : 4,
                    (const double[]){-(double)i, r->share[0], r->low[0], r->high[0],
                                     r->share[1], r->low[1], r->high[1]});
    }
    tn_page_data_end(page);
    fprintf(page->out, "o = %g\n", groups == 2 ? OFFSET : 0);
    tn_page_plot(page);
    if (groups == 2)
        fputs(", $data using 6:($1-o):($7-$6):(0) with vectors nohead lw 2.2 lc rgb cB, "
              "\\\n"
              "     $data using 5:($1-o) with points pt 7 ps 1.4*PS lc rgb cB, \\\n"
              "     $data using 5:($1-o) with points pt 7 ps 0.75*PS lc rgb 'white'",
              page->out);
    fputs(", $data using 3:($1+o):($4-$3):(0) with vectors nohead lw 2.2 lc rgb cA, \\\n"
          "     $data using 2:($1+o) with points pt 7 ps 1.25*PS lc rgb cA\n",
          page->out);
}

struct tn_figure tn_figure_dots(struct tn_arena *arena, const struct tn_frame *frame,
                                const struct tn_dots *dots)
{
    struct tn_page page;
    double n = (double)dots->rows;
    double most = highest(dots), column = label_width(dots);
    double above = dots->group[1] || dots->count_title ? LEGEND : 4;
    double right = dots->count_title ? COUNT * (dots->group[1] ? 2 : 1) + 8 : 12;

    tn_page_begin(&page, arena, frame, above + ROW * n + AXIS);
    struct tn_box area = {page.body.left + column + 8, page.body.bottom + AXIS,
                          page.body.right - right, page.body.top - above};
    struct tn_scale x = tn_scale_over(0, most > 0.75 ? 1 : fmax(most, 0.05), 5, true,
                                      true);
    struct tn_scale y = {-n + 0.5, 0.5, 1, 0, false};
    tn_page_area(&page, area, x, y);
    rows(&page, dots);
    tn_page_grid_x(&page);
    legend(&page, dots);
    if (dots->count_title)
        counts(&page, dots);
    data(&page, dots);
    return tn_page_end(&page);
}
