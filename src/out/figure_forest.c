/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/out/doc.h"
#include "tn/out/figure.h"
#include "tn/out/page.h"

#include <assert.h>
#include <math.h>

static const double LEGEND = 26, AXIS = 20, LABEL_MOST = 150, GAP = 8;

/* How tall a row is and how large its text: many rows stand closer. */
struct pitch {
    double row, size;
};

static struct pitch pitch_for(size_t rows)
{
    return rows <= 14   ? (struct pitch){19.5, 9}
           : rows <= 25 ? (struct pitch){16, 8.5}
                        : (struct pitch){13, 8};
}

/* Widths of the columns left and right of the area. */
struct columns {
    double label, sublabel, probability;
};

static struct columns columns_of(const struct tn_forest *forest, double size)
{
    struct columns c = {30, 0, 30};

    for (size_t i = 0; i < forest->rows; i++) {
        const struct tn_forest_row *r = &forest->row[i];
        c.label = fmax(c.label, tn_face_width((struct tn_face){size, false}, r->label));
        if (r->sublabel)
            c.sublabel = fmax(c.sublabel, tn_face_width((struct tn_face){size - 1, false},
                                                        r->sublabel));
        if (r->probability)
            c.probability = fmax(
                c.probability,
                tn_face_width((struct tn_face){size, false}, r->probability));
    }
    if (forest->probability)
        c.probability = fmax(c.probability, tn_face_width((struct tn_face){8.5, true},
                                                          forest->probability));
    c.label = fmin(c.label, LABEL_MOST);
    c.sublabel = fmin(c.sublabel, LABEL_MOST / 2);
    return c;
}

static double farthest(const struct tn_forest *forest)
{
    double most = 1;

    for (size_t i = 0; i < forest->rows; i++) {
        const struct tn_forest_row *r = &forest->row[i];
        most = fmax(most, fmax(r->mean, fmax(r->q75, r->q95)));
        if (r->quota != TN_COUNT_NONE)
            most = fmax(most, (double)r->quota);
    }
    return most;
}

static void legend(struct tn_page *page, const struct tn_forest *forest,
                   const struct columns *columns)
{
    double x = page->area.left + 2, y = page->body.top - 9;
    const struct tn_face bold = {9, true};

    tn_page_rule(page, (struct tn_point){x, y}, (struct tn_point){x + 34, y},
                 "lw 1.2 lc rgb cAm back");
    tn_page_rule(page, (struct tn_point){x + 9, y}, (struct tn_point){x + 25, y},
                 "lw 4.2 lc rgb cAm back");
    tn_page_dot(page, (struct tn_point){x + 17, y}, 1.25, "cA");
    tn_page_text(page, (struct tn_point){x + 40, y},
                 (struct tn_ink){9, true, "cA", TN_LEFT}, forest->forecast);
    x += 62 + tn_face_width(bold, forest->forecast ? forest->forecast : "");
    tn_page_rule(page, (struct tn_point){x, y - 6}, (struct tn_point){x, y + 6},
                 "lw 3 lc rgb cB back");
    tn_page_text(page, (struct tn_point){x + 6, y},
                 (struct tn_ink){9, true, "cB", TN_LEFT}, forest->quota);
    tn_page_text(page, (struct tn_point){page->body.right - columns->probability / 2, y},
                 (struct tn_ink){8.5, true, "ink", TN_CENTRE}, forest->probability);
}

static void row(struct tn_page *page, const struct tn_forest_row *r, double y,
                const struct columns *columns, struct pitch pitch)
{
    struct tn_ink ink = {pitch.size, false, "ink", TN_RIGHT};
    struct tn_ink small = {pitch.size - 1, false, "soft", TN_RIGHT};
    double right = page->area.left - GAP;
    const struct tn_face face = {pitch.size, false}, small_face = {pitch.size - 1, false};

    if (r->sublabel)
        tn_page_text(
            page, (struct tn_point){right, y}, small,
            tn_face_cut(page->arena, small_face, r->sublabel, columns->sublabel));
    right -= columns->sublabel > 0 ? columns->sublabel + GAP : 0;
    tn_page_text(page, (struct tn_point){right, y}, ink,
                 tn_face_cut(page->arena, face, r->label, columns->label));
    ink.align = TN_CENTRE;
    tn_page_text(page, (struct tn_point){page->body.right - columns->probability / 2, y},
                 ink, r->probability);
}

static void data(struct tn_page *page, const struct tn_forest *forest)
{
    tn_page_data(page, "data", "row, mean, q05, q25, q75, q95, quota");
    for (size_t i = 0; i < forest->rows; i++) {
        const struct tn_forest_row *r = &forest->row[i];
        double quota = r->quota == TN_COUNT_NONE ? (double)NAN : (double)r->quota;
        tn_page_row(
            page, 7,
            (const double[]){-(double)i, r->mean, r->q05, r->q25, r->q75, r->q95, quota});
    }
    tn_page_data_end(page);
    tn_page_plot(page);
    fputs(", $data using 3:1:($6-$3):(0) with vectors nohead lw 1.2 lc rgb cAm, \\\n"
          "     $data using 4:1:($5-$4):(0) with vectors nohead lw 4.2 lc rgb cAm, \\\n"
          "     $data using 7:($1-0.31):(0):(0.62) with vectors nohead lw 3 lc rgb cB, "
          "\\\n"
          "     $data using 2:1 with points pt 7 ps 1.25*PS lc rgb cA\n",
          page->out);
}

struct tn_figure tn_figure_forest(struct tn_arena *arena, const struct tn_frame *frame,
                                  const struct tn_forest *forest)
{
    assert(forest->rows > 0);
    struct tn_page page;
    struct pitch pitch = pitch_for(forest->rows);
    double n = (double)forest->rows;
    struct columns columns = columns_of(forest, pitch.size);

    tn_page_begin(&page, arena, frame, LEGEND + pitch.row * n + AXIS);
    struct tn_box area = page.body;
    area.left += columns.label + columns.sublabel + (columns.sublabel > 0 ? GAP : 0) +
                 GAP;
    area.right -= columns.probability + 2 * GAP;
    area.bottom += AXIS;
    area.top -= LEGEND;
    struct tn_scale x = tn_scale_over(0, farthest(forest), 7, false, false);
    x.step = fmax(x.step, 1);
    x.decimals = 0;
    double spare = 0.02 * x.high;
    x.low -= spare;
    x.high += spare;
    tn_page_area(&page, area, x, (struct tn_scale){-n + 0.5, 0.5, 1, 0, false});
    for (size_t i = 0; i < forest->rows; i++) {
        double y = tn_page_y(&page, -(double)i);
        if (i % 2 == 0)
            tn_page_fill(&page,
                         (struct tn_box){area.left - 4, y - pitch.row / 2,
                                         page.body.right, y + pitch.row / 2},
                         "zebra");
        row(&page, &forest->row[i], y, &columns, pitch);
    }
    tn_page_grid_x(&page);
    legend(&page, forest, &columns);
    data(&page, forest);
    return tn_page_end(&page);
}
