/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/out/figure.h"
#include "tn/out/page.h"

#include <assert.h>
#include <math.h>

static const double PLOT = 205, AXIS = 18, TITLE = 13, UPRIGHT = 15;
static const double LABEL_MOST = 150, GAP = 11.5;
static const double MOVED = 3;     // points a label may stand off its line
static const double LEADER = 12;   // from a line's end to its label

static const struct {
    const char *colour;   // of the label
    bool bold;
    const char *plot;   // after "$lineN using 1:2"
} look[] = {
    [TN_OBSERVED] = {"ink", false, "with linespoints lw 2.4 pt 7 ps 1.1*PS lc rgb ink"},
    [TN_FORECAST] = {"cA", true, "with lines lw 2.2 dt (3,2) lc rgb cA"},
    [TN_MEDIAN] = {"cA", true, "with lines lw 2.2 lc rgb 'white'"},
    [TN_MAIN] = {"cA", true, "with lines lw 2.4 lc rgb cA"},
    [TN_CURVE] = {"cA", true, "with linespoints lw 1 pt 7 ps 0.9*PS lc rgb cA"},
    [TN_SECOND] = {"cB", true, "with lines lw 2 lc rgb cB"},
    [TN_CONTEXT] = {"soft", false, "with lines lw 1 lc rgb '#a8a8a8'"},
    [TN_LABEL] = {"soft", false, NULL},
};

static const char *const band_colour[] = {"#DCE6F2", "#B3C9E2", "#7CA1CC"};

/* The smallest and the largest of what is there. */
struct extent {
    double low, high;
};

static void take(struct extent *e, size_t n, const double value[])
{
    for (size_t i = 0; i < n; i++)
        if (isfinite(value[i])) {
            e->low = fmin(e->low, value[i]);
            e->high = fmax(e->high, value[i]);
        }
}

static struct extent settled(struct extent e)
{
    return e.low <= e.high ? e : (struct extent){0, 0};
}

static struct extent x_extent(const struct tn_lines *lines)
{
    struct extent e = {(double)INFINITY, -(double)INFINITY};

    for (size_t i = 0; i < lines->bands; i++)
        take(&e, lines->band[i].n, lines->band[i].x);
    for (size_t i = 0; i < lines->lines; i++)
        take(&e, lines->line[i].n, lines->line[i].x);
    take(&e, lines->ticks, lines->tick);
    take(&e, 1, &lines->upright);
    return settled(e);
}

static struct extent y_extent(const struct tn_lines *lines)
{
    struct extent e = {(double)INFINITY, -(double)INFINITY};

    for (size_t i = 0; i < lines->bands; i++) {
        take(&e, lines->band[i].n, lines->band[i].low);
        take(&e, lines->band[i].n, lines->band[i].high);
    }
    for (size_t i = 0; i < lines->lines; i++)
        take(&e, lines->line[i].n, lines->line[i].y);
    for (size_t i = 0; i < lines->levels; i++)
        take(&e, 1, &lines->level[i].at);
    if (lines->from_zero)
        take(&e, 1, &(const double){0});
    return settled(e);
}

/* The labels at one side: of lines at their last or first point, of levels. */
struct labels {
    size_t n;
    const char **text;
    double *y;   // points
    struct tn_ink *ink;
};

static void add_label(struct labels *labels, const char *text, double y,
                      struct tn_ink ink)
{
    if (!text || isnan(y))
        return;
    labels->text[labels->n] = text;
    labels->y[labels->n] = y;
    labels->ink[labels->n++] = ink;
}

static struct labels room_for(struct tn_arena *arena, size_t most)
{
    return (struct labels){0, tn_new(arena, const char *, most + 1),
                           tn_new(arena, double, most + 1),
                           tn_new(arena, struct tn_ink, most + 1)};
}

static struct labels right_labels(struct tn_page *page, const struct tn_lines *lines)
{
    struct labels labels = room_for(page->arena, lines->lines + lines->levels);

    for (size_t i = 0; i < lines->lines; i++) {
        const struct tn_line *l = &lines->line[i];
        add_label(
            &labels, l->label, l->n ? tn_page_y(page, l->y[l->n - 1]) : (double)NAN,
            (struct tn_ink){8.5, look[l->role].bold, look[l->role].colour, TN_LEFT});
    }
    for (size_t i = 0; i < lines->levels; i++)
        add_label(&labels, lines->level[i].label, tn_page_y(page, lines->level[i].at),
                  (struct tn_ink){8.5, false, "cB", TN_LEFT});
    return labels;
}

static struct labels left_labels(struct tn_page *page, const struct tn_lines *lines)
{
    struct labels labels = room_for(page->arena, lines->lines);

    for (size_t i = 0; i < lines->lines; i++) {
        const struct tn_line *l = &lines->line[i];
        add_label(&labels, l->start_label, l->n ? tn_page_y(page, l->y[0]) : (double)NAN,
                  (struct tn_ink){8.5, false, look[l->role].colour, TN_RIGHT});
    }
    return labels;
}

/* The labels beside x, outwards: side -1 left, 1 right. Where one had to move away from
 * its line, it is led back to it. */
static void write_labels(struct tn_page *page, struct labels *labels, double x, int side)
{
    double *y = tn_new(page->arena, double, labels->n + 1), farthest = 0;

    for (size_t i = 0; i < labels->n; i++)
        y[i] = labels->y[i];
    tn_page_spread(page->arena, labels->n, y, GAP, page->area.bottom + 4, page->area.top);
    for (size_t i = 0; i < labels->n; i++)
        farthest = fmax(farthest, fabs(y[i] - labels->y[i]));
    double away = farthest > MOVED ? LEADER + 3 : 6;
    for (size_t i = 0; i < labels->n; i++) {
        struct tn_ink ink = labels->ink[i];
        if (farthest > MOVED)
            tn_page_rule(page, (struct tn_point){x + 4 * side, labels->y[i]},
                         (struct tn_point){x + (LEADER + 1) * side, y[i]},
                         "lw 0.6 lc rgb '#a8a8a8' back");
        tn_page_text(page, (struct tn_point){x + away * side, y[i]}, ink,
                     tn_face_cut(page->arena, (struct tn_face){ink.size, ink.bold},
                                 labels->text[i], LABEL_MOST));
    }
}

static double side_width(const struct tn_lines *lines, bool right)
{
    const struct tn_face face = {8.5, true};
    double widest = 0;

    for (size_t i = 0; i < lines->lines; i++) {
        const char *text = right ? lines->line[i].label : lines->line[i].start_label;
        widest = fmax(widest, text ? tn_face_width(face, text) : 0);
    }
    for (size_t i = 0; right && i < lines->levels; i++)
        if (lines->level[i].label)
            widest = fmax(widest, tn_face_width(face, lines->level[i].label));
    return fmin(widest, LABEL_MOST);
}

static void x_axis(struct tn_page *page, const struct tn_lines *lines)
{
    const struct tn_box *a = &page->area;
    const struct tn_ink ink = {9, false, "soft", TN_CENTRE};
    long from = (long)ceil(page->x.low / page->x.step - 1e-9);
    long to = (long)floor(page->x.high / page->x.step + 1e-9);

    for (size_t i = 0; i < lines->ticks; i++)
        tn_page_text(page,
                     (struct tn_point){tn_page_x(page, lines->tick[i]), a->bottom - 11},
                     ink, lines->tick_label[i]);
    for (long i = from; !lines->ticks && i <= to; i++) {
        double value = (double)i * page->x.step;
        tn_page_text(page, (struct tn_point){tn_page_x(page, value), a->bottom - 11}, ink,
                     tn_page_number(page, &page->x, value));
    }
    tn_page_text(page, (struct tn_point){(a->left + a->right) / 2, a->bottom - AXIS - 5},
                 ink, lines->x_title);
}

/* The scale of y: numbers and hair lines; for slopes, whose points are labelled, hair
 * lines down the ticks. */
static void y_axis(struct tn_page *page, const struct tn_lines *lines, bool slopes)
{
    if (!slopes) {
        tn_page_grid_y(page);
        return;
    }
    for (size_t i = 0; i < lines->ticks; i++) {
        double x = tn_page_x(page, lines->tick[i]);
        tn_page_rule(page, (struct tn_point){x, page->area.bottom},
                     (struct tn_point){x, page->area.top}, "lw 0.6 lc rgb hair back");
    }
}

static void references(struct tn_page *page, const struct tn_lines *lines)
{
    const struct tn_box *a = &page->area;
    static const char dashes[] = "front lw 1.6 dt (6,4) lc rgb cB";

    for (size_t i = 0; i < lines->levels; i++) {
        double y = tn_page_y(page, lines->level[i].at);
        tn_page_rule(page, (struct tn_point){a->left, y}, (struct tn_point){a->right, y},
                     dashes);
    }
    if (isnan(lines->upright))
        return;
    double x = tn_page_x(page, lines->upright);
    const char *label = lines->upright_label ? lines->upright_label : "";
    double half = tn_face_width((struct tn_face){8.5, false}, label) / 2;
    tn_page_rule(page, (struct tn_point){x, a->bottom}, (struct tn_point){x, a->top + 4},
                 dashes);
    x = fmin(fmax(x, page->body.left + half), page->body.right - half);
    tn_page_text(page, (struct tn_point){x, a->top + 10},
                 (struct tn_ink){8.5, false, "cB", TN_CENTRE}, label);
}

static void data(struct tn_page *page, const struct tn_lines *lines)
{
    char name[32];

    for (size_t i = 0; i < lines->bands; i++) {
        const struct tn_band *b = &lines->band[i];
        snprintf(name, sizeof name, "band%zu", i);
        tn_page_data(page, name, "x, low, high");
        for (size_t k = 0; k < b->n; k++)
            tn_page_row(page, 3, (const double[]){b->x[k], b->low[k], b->high[k]});
        tn_page_data_end(page);
    }
    for (size_t i = 0; i < lines->lines; i++) {
        const struct tn_line *l = &lines->line[i];
        snprintf(name, sizeof name, "line%zu", i);
        tn_page_data(page, name, "x, y");
        for (size_t k = 0; k < l->n; k++)
            tn_page_row(page, 2, (const double[]){l->x[k], l->y[k]});
        tn_page_data_end(page);
    }
}

static void plot(struct tn_page *page, const struct tn_lines *lines)
{
    tn_page_plot(page);
    for (size_t i = 0; i < lines->bands; i++)
        fprintf(page->out, ", \\\n $band%zu using 1:2:3 with filledcurves lc rgb '%s'", i,
                band_colour[lines->band[i].depth - 1]);
    for (size_t i = 0; i < lines->lines; i++) {
        enum tn_role role = lines->line[i].role;
        if (look[role].plot)
            fprintf(page->out, ", \\\n $line%zu using 1:2 %s", i, look[role].plot);
        if (role == TN_FORECAST || role == TN_SECOND)
            fprintf(
                page->out,
                ", \\\n $line%zu using 1:2 with points pt 7 ps 1.2*PS lc rgb %s"
                ", \\\n $line%zu using 1:2 with points pt 7 ps 0.65*PS lc rgb 'white'",
                i, look[role].colour, i);
    }
    fputc('\n', page->out);
}

struct tn_figure tn_figure_lines(struct tn_arena *arena, const struct tn_frame *frame,
                                 const struct tn_lines *lines)
{
    struct tn_page page;
    struct extent xs = x_extent(lines), ys = y_extent(lines);
    struct tn_scale x = tn_scale_over(xs.low, xs.high, 8, false, false);
    struct tn_scale y = tn_scale_over(ys.low, ys.high, 5, lines->percent, true);
    double upright = isnan(lines->upright) ? 0 : UPRIGHT;
    double title = lines->x_title ? TITLE : 0;

    tn_page_begin(&page, arena, frame, upright + PLOT + AXIS + title);
    double left = side_width(lines, false), right = side_width(lines, true);
    double number = fmax(
        tn_face_width((struct tn_face){9, false}, tn_page_number(&page, &y, y.low)),
        tn_face_width((struct tn_face){9, false}, tn_page_number(&page, &y, y.high)));
    struct tn_box area = page.body;
    area.left += left > 0 ? left + LEADER + 4 : number + 8;
    area.right -= right > 0 ? right + LEADER + 4 : 12;
    area.top -= upright + 4;
    area.bottom += AXIS + title;
    tn_page_area(&page, area, x, y);
    y_axis(&page, lines, left > 0);
    x_axis(&page, lines);
    references(&page, lines);
    struct labels at_right = right_labels(&page, lines),
                  at_left = left_labels(&page, lines);
    write_labels(&page, &at_right, area.right, 1);
    write_labels(&page, &at_left, area.left, -1);
    data(&page, lines);
    plot(&page, lines);
    return tn_page_end(&page);
}
