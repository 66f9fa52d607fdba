/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/out/doc.h"
#include "tn/out/figure.h"
#include "tn/out/page.h"

#include <assert.h>
#include <math.h>

static const double BAND = 52, PLOT = 158, AXIS = 18, TITLE = 14;
static const double CLOSEST = 26;      // points from number to number on the axis
static const double WIDEST_BAR = 34;   // points from bar to bar
static const double TOO_THIN = 0.01;   // of the highest bar: not drawn at the ends

/* The counts worth drawing, quota included. */
struct span {
    long from, to;
};

static bool has_quota(const struct tn_law *law)
{
    return law->quota != TN_COUNT_NONE;
}

static double highest(const struct tn_law *law)
{
    double most = 0;

    for (size_t i = 0; i < law->n; i++)
        most = fmax(most, law->pmf[i]);
    return most;
}

static struct span span_of(const struct tn_law *law)
{
    double least = TOO_THIN * highest(law);
    size_t from = 0, to = law->n - 1;

    while (from < to && law->pmf[from] < least)
        from++;
    while (to > from && law->pmf[to] < least)
        to--;
    struct span span = {law->first + (long)from, law->first + (long)to};
    if (has_quota(law) && law->quota < span.from)
        span.from = law->quota;
    if (has_quota(law) && law->quota > span.to)
        span.to = law->quota;
    return span;
}

static double block_width(const struct tn_law *law, int side)
{
    double big = 0, small = 0;

    if (law->big[side])
        big = tn_face_width((struct tn_face){17, true}, law->big[side]);
    if (law->big_label[side])
        small = tn_face_width((struct tn_face){9, false}, law->big_label[side]);
    return fmax(big, small) + 16;
}

/* A range that shows the span, keeps bars slim where they are few, and leaves the two
 * blocks of text their room left and right of the quota. */
static struct tn_scale range_of(const struct tn_law *law, struct span span, double points)
{
    double low = (double)span.from - 0.5, high = (double)span.to + 0.5;
    double edge = has_quota(law) ? (double)law->quota - 0.5 : (low + high) / 2;
    double left = edge - low, right = high - edge, total = high - low;

    for (int i = 0; i < 60; i++) {
        if (has_quota(law)) {
            left = fmax(edge - low, block_width(law, 0) / points * total);
            right = fmax(high - edge, block_width(law, 1) / points * total);
        }
        total = fmax(left + right, points / WIDEST_BAR);
    }
    double spare = (total - left - right) / 2;
    return (struct tn_scale){edge - left - spare, edge + right + spare, 1, 0, false};
}

/* 1, 2, 5, 10, ...: the first that keeps the numbers apart. */
static long step_of(const struct tn_page *page)
{
    double points = tn_page_x(page, 1) - tn_page_x(page, 0);
    long step = 1;

    for (int i = 0; (double)step * points < CLOSEST; i++)
        step = i % 3 == 1 ? step / 2 * 5 : step * 2;
    return step;
}

static void count_axis(struct tn_page *page, const struct tn_law *law, struct span span)
{
    const struct tn_ink ink = {9, false, "soft", TN_CENTRE};
    long step = step_of(page);
    const struct tn_box *a = &page->area;

    for (long k = span.from - step; k <= span.to + step; k++) {
        bool possible = k >= law->first && k < law->first + (long)law->n;
        if (k % step || !(possible || k == law->quota) || (double)k < page->x.low ||
            (double)k > page->x.high)
            continue;
        tn_page_text(page, (struct tn_point){tn_page_x(page, (double)k), a->bottom - 9},
                     ink, tn_say_count(page->arena, page->frame->lang, k));
    }
    tn_page_text(page, (struct tn_point){(a->left + a->right) / 2, a->bottom - AXIS - 6},
                 ink, law->x_title);
}

static void quota(struct tn_page *page, const struct tn_law *law)
{
    double x = tn_page_x(page, (double)law->quota - 0.5), top = page->body.top;
    double half = tn_face_width((struct tn_face){9, false},
                                law->quota_label ? law->quota_label : "") /
                  2;
    double middle = fmin(fmax(x, page->body.left + half), page->body.right - half);

    tn_page_rule(page, (struct tn_point){x, page->area.bottom},
                 (struct tn_point){x, top - 13}, "front lw 1.6 dt (6,4) lc rgb cB");
    tn_page_text(page, (struct tn_point){middle, top - 6},
                 (struct tn_ink){9, false, "cB", TN_CENTRE}, law->quota_label);
    for (int side = 0; side < 2; side++) {
        const char *colour = side ? "cA" : "soft";
        enum tn_align align = side ? TN_LEFT : TN_RIGHT;
        double at = x + (side ? 9 : -9);
        tn_page_text(page, (struct tn_point){at, top - 23},
                     (struct tn_ink){17, true, colour, align}, law->big[side]);
        tn_page_text(page, (struct tn_point){at, top - 39},
                     (struct tn_ink){9, false, colour, align}, law->big_label[side]);
    }
}

static void data(struct tn_page *page, const struct tn_law *law)
{
    tn_page_data(page, "law", "count, probability, reaches the quota");
    for (size_t i = 0; i < law->n; i++) {
        long k = law->first + (long)i;
        bool reaches = has_quota(law) ? k >= law->quota : true;
        tn_page_row(page, 3, (const double[]){(double)k, law->pmf[i], reaches});
    }
    tn_page_data_end(page);
    fputs("set boxwidth 0.82\n"
          "set style fill solid 1 noborder\n",
          page->out);
    tn_page_plot(page);
    fputs(", $law using 1:($3 > 0 ? NaN : $2) with boxes lc rgb cAl, \\\n"
          "     $law using 1:($3 > 0 ? $2 : NaN) with boxes lc rgb cA\n",
          page->out);
}

struct tn_figure tn_figure_law(struct tn_arena *arena, const struct tn_frame *frame,
                               const struct tn_law *law)
{
    assert(law->n > 0);
    struct tn_page page;
    struct span span = span_of(law);
    double band = has_quota(law) ? BAND : 6;
    struct tn_scale y = tn_scale_over(0, highest(law), 5, true, false);

    tn_page_begin(&page, arena, frame, band + PLOT + AXIS + TITLE);
    const char *widest = tn_page_number(&page, &y, y.step * floor(y.high / y.step));
    struct tn_box area = page.body;
    area.left += 8 + tn_face_width((struct tn_face){9, false}, widest);
    area.bottom += AXIS + TITLE;
    area.top -= band;
    tn_page_area(&page, area, range_of(law, span, area.right - area.left), y);
    tn_page_grid_y(&page);
    count_axis(&page, law, span);
    if (has_quota(law))
        quota(&page, law);
    data(&page, law);
    return tn_page_end(&page);
}
