/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/out/figure.h"
#include "tn/out/page.h"

#include <assert.h>
#include <math.h>

static const double ROW = 18, LABEL_MOST = 130, SCALE = 52, WIDEST_CELL = 60;
static const double SLANT = 52;   // degrees of the column heads
static const double HEAD_SIZE = 8.5, HEAD_MOST = 180, RAMP = 90;

static double sine(void)
{
    return sin(SLANT * 3.14159265358979 / 180);
}

static double cosine(void)
{
    return cos(SLANT * 3.14159265358979 / 180);
}

/* The longest column head, in points along its slant. */
static double head_length(struct tn_arena *arena, const struct tn_heat *heat)
{
    double longest = 20;

    for (size_t c = 0; c < heat->cols; c++)
        longest = fmax(
            longest, tn_face_width((struct tn_face){HEAD_SIZE, false},
                                   tn_face_cut(arena, (struct tn_face){HEAD_SIZE, false},
                                               heat->col_label[c], HEAD_MOST)));
    return longest;
}

static void heads(struct tn_page *page, const struct tn_heat *heat)
{
    for (size_t c = 0; c < heat->cols; c++) {
        fputs("set label ", page->out);
        tn_gnuplot_text(page->out,
                        tn_face_cut(page->arena, (struct tn_face){HEAD_SIZE, false},
                                    heat->col_label[c], HEAD_MOST));
        fprintf(page->out,
                " at screen %.5f,%.5f left rotate by %g font F(%g) tc rgb ink front\n",
                (tn_page_x(page, (double)c) - 2) / page->width,
                (page->area.top + 5) / page->height, SLANT, HEAD_SIZE);
    }
}

static void cells(struct tn_page *page, const struct tn_heat *heat)
{
    for (size_t i = 0; i < heat->rows * heat->cols; i++) {
        const char *text = heat->text ? heat->text[i] : NULL;
        bool dark = heat->share[i] > 0.5;
        struct tn_point at = {tn_page_x(page, (double)(i % heat->cols)),
                              tn_page_y(page, -(double)(i / heat->cols))};
        tn_page_text(page, at,
                     (struct tn_ink){8.5, false, dark ? "'white'" : "ink", TN_CENTRE},
                     text);
    }
}

/* A strip from nothing to all, with its ends named. */
static void ramp(struct tn_page *page)
{
    enum { STEPS = 20 };
    double x = page->area.right + 14, top = page->area.top;
    double height = fmin(RAMP, page->area.top - page->area.bottom);
    const struct tn_ink ink = {8, false, "soft", TN_LEFT};
    struct tn_scale percent = {0, 1, 1, 0, true};
    char colour[32];

    for (int i = 0; i < STEPS; i++) {
        double low = top - height + height * i / STEPS;
        snprintf(colour, sizeof colour, "shade(%.3f)", (i + 0.5) / STEPS);
        tn_page_fill(page, (struct tn_box){x, low, x + 9, low + height / STEPS + 0.3},
                     colour);
    }
    for (int i = 0; i <= (height > 40 ? 2 : 1); i++) {
        double share = height > 40 ? 0.5 * i : (double)i;
        tn_page_text(page, (struct tn_point){x + 13, top - height + share * height}, ink,
                     tn_page_number(page, &percent, share));
    }
}

static void data(struct tn_page *page, const struct tn_heat *heat)
{
    tn_page_data(page, "data", "column, row, share");
    for (size_t i = 0; i < heat->rows * heat->cols; i++)
        tn_page_row(page, 3,
                    (const double[]){(double)(i % heat->cols), -(double)(i / heat->cols),
                                     heat->share[i]});
    tn_page_data_end(page);
    tn_page_plot(page);
    fputs(
        ", $data using 1:($3 >= 0 ? $2 : NaN):($1-0.485):($1+0.485):($2-0.47):($2+0.47):"
        "(shade($3)) \\\n with boxxyerror fs solid 1 noborder lc rgb variable\n",
        page->out);
}

struct tn_figure tn_figure_heat(struct tn_arena *arena, const struct tn_frame *frame,
                                const struct tn_heat *heat)
{
    assert(heat->rows > 0 && heat->cols > 0);
    struct tn_page page;
    double rows = (double)heat->rows, cols = (double)heat->cols;
    double length = head_length(arena, heat), head = 14 + length * sine();
    double label = fmin(LABEL_MOST, tn_page_widest((struct tn_face){9, false}, heat->rows,
                                                   heat->row_label));

    tn_page_begin(&page, arena, frame, head + ROW * rows + 2);
    struct tn_box area = page.body;
    area.left += label + 8;
    area.right = fmin(area.right - fmax(SCALE, length * cosine() - 12),
                      area.left + WIDEST_CELL * cols);
    area.top -= head;
    area.bottom += 2;
    struct tn_scale x = {-0.5, cols - 0.5, 1, 0, false},
                    y = {-rows + 0.5, 0.5, 1, 0, false};
    /* White is kept for no cell, light grey for none deprived; then blues, light to
     * dark in equal steps. */
    fputs("mix(a, b, s) = int(a + (b - a) * s)\n"
          "rgb(s, r, g, b, R, G, B) = mix(r, R, s)*65536 + mix(g, G, s)*256 + mix(b, B, "
          "s)\n"
          "shade(s) = s <= 0 ? 0xF6F6F6 : \\\n"
          "  s < 0.5 ? rgb(2*s, 226, 236, 247, 108, 155, 207) : \\\n"
          "            rgb(2*s - 1, 108, 155, 207, 0, 48, 104)\n",
          page.out);
    tn_page_area(&page, area, x, y);
    for (size_t i = 0; i < heat->rows; i++)
        tn_page_row_name(&page, tn_page_y(&page, -(double)i), heat->row_label[i], label);
    heads(&page, heat);
    cells(&page, heat);
    ramp(&page);
    data(&page, heat);
    return tn_page_end(&page);
}
