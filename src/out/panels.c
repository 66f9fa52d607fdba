/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "panels.h"

static const double TITLE = 21, LABELS = 19, BETWEEN = 18;
static const double TITLE_SIZE = 8.5, SMALL_TITLE = 7.5;

static size_t columns(size_t n)
{
    return n < 4 ? n : n % 3 == 0 && n < 7 ? 3 : 4;
}

double panels_height(size_t n)
{
    size_t rows = (n + columns(n) - 1) / columns(n);

    return (PANEL_HEIGHT + TITLE + LABELS) * (double)rows;
}

struct panels panels_in(struct tn_page *page, size_t n, double left)
{
    struct panels p = {.cols = columns(n), .left = left};
    struct tn_scale wide = {0, page->width, 1, 0, false},
                    tall = {0, page->height, 1, 0, false};

    p.rows = (n + p.cols - 1) / p.cols;
    p.width = (page->body.right - left - BETWEEN * (double)(p.cols - 1)) / (double)p.cols;
    tn_page_area(page, (struct tn_box){0, 0, page->width, page->height}, wide, tall);
    return p;
}

struct tn_box panels_box(const struct tn_page *page, const struct panels *p, size_t i)
{
    double left = p->left + (p->width + BETWEEN) * (double)(i % p->cols);
    double top = page->body.top -
                 (PANEL_HEIGHT + TITLE + LABELS) * (double)(i / p->cols) - TITLE;

    return (struct tn_box){left, top - PANEL_HEIGHT, left + p->width, top};
}

void panels_title(struct tn_page *page, const struct tn_box *box, const char *text,
                  double taken)
{
    double room = box->right - box->left - taken + (taken > 0 ? 0 : TN_PAGE_MARGIN - 2);
    bool fits = tn_face_width((struct tn_face){TITLE_SIZE, true}, text) <= room;
    struct tn_ink ink = {fits ? TITLE_SIZE : SMALL_TITLE, true, "ink", TN_LEFT};

    tn_page_text(page, (struct tn_point){box->left, box->top + PANEL_TITLE}, ink,
                 tn_face_cut(page->arena, (struct tn_face){ink.size, true}, text, room));
}
