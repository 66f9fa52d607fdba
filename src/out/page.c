/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/out/page.h"

#include "tn/out/json.h"

#include <assert.h>
#include <math.h>
#include <string.h>

enum { MOST_LINES = 4 };

static const double HEADLINE = 11.5, SUBTITLE = 9, FOOT = 7;   // sizes in points
static const double HEADLINE_PITCH = 15, SUBTITLE_PITCH = 12.5, FOOT_PITCH = 9.5;
static const double EDGE = 8, UNDER_HEADLINE = 2, UNDER_HEAD = 8, OVER_FOOT = 8;

/* Three kinds of picture, one look: 9 is 9 points on paper in each. pngcairo and
 * pdfcairo draw a font's size as 96/72 of a point, svg takes it as pixels; svg knows no
 * pointscale. The bold face is asked for as cairo wants it; tn/out/svg.h mends svg.
 * Colours are Paul Tol's high contrast scheme and tints of its blue: apart for the
 * colour-blind, and in grey. */
static const char STYLE[] =
    "set encoding utf8\n"
    "if (!exists('fmt')) fmt = 'png'\n"
    "k  = fmt eq 'svg' ? 96./72. : 1.\n"
    "PS = fmt eq 'svg' ? 0.48 : 1.\n"
    "F(p) = sprintf('Noto Sans,%.2f', p*k)\n"
    "B(p) = sprintf('Noto Sans:Bold,%.2f', p*k)\n"
    "if (fmt eq 'png') {\n"
    "  set terminal pngcairo noenhanced size int(W/72*200), int(H/72*200) font F(9) \\\n"
    "    fontscale 200/96. linewidth 200/72.*0.8 pointscale 200/72.*0.55 \\\n"
    "    background '#ffffff'\n"
    "} else { if (fmt eq 'svg') {\n"
    "  set terminal svg noenhanced size int(W/72*96), int(H/72*96) dynamic font F(9) \\\n"
    "    linewidth 1.1 background '#ffffff'\n"
    "} else {\n"
    "  set terminal pdfcairo noenhanced size W/72, H/72 font F(9) fontscale 0.75 \\\n"
    "    linewidth 1.6 pointscale 0.75 background '#ffffff'\n"
    "}}\n"
    "cA = '#004488'; cB = '#BB5566'; cC = '#DDAA33'; cAm = '#6F95C2'; cAl = '#BFD0E4'\n"
    "ink = '#1a1a1a'; soft = '#595959'; hair = '#d9d9d9'; zebra = '#f5f7fa'\n"
    "unset border; unset tics; unset key; set datafile separator '\\t'\n";

static struct tn_face face_of(struct tn_ink ink)
{
    return (struct tn_face){ink.size, ink.bold};
}

void tn_page_text(struct tn_page *page, struct tn_point at, struct tn_ink ink,
                  const char *text)
{
    static const char *const align[] = {"left", "center", "right"};

    if (!text || !*text)
        return;
    fputs("set label ", page->out);
    tn_gnuplot_text(page->out, text);
    fprintf(page->out, " at screen %.5f,%.5f %s font %c(%g) tc rgb %s front\n",
            at.x / page->width, at.y / page->height, align[ink.align],
            ink.bold ? 'B' : 'F', ink.size, ink.colour);
}

void tn_page_lines(struct tn_page *page, struct tn_point at, struct tn_ink ink, size_t n,
                   const char *const line[])
{
    for (size_t i = 0; i < n; i++, at.y -= 1.3 * ink.size)
        tn_page_text(page, at, ink, line[i]);
}

/* Broken to the width of the page; *n 0 where there is none. */
static const char **broken(const struct tn_page *page, struct tn_ink ink,
                           const char *text, size_t *n)
{
    *n = 0;
    if (!text || !*text)
        return NULL;
    return tn_face_lines(page->arena, face_of(ink), text,
                         page->width - 2 * TN_PAGE_MARGIN, MOST_LINES, n);
}

static size_t letters(size_t n, const char *const line[])
{
    size_t sum = 0;

    for (size_t i = 0; i < n; i++)
        sum += strlen(line[i]);
    return sum;
}

/* In as many lines, but of much the same width: no single word is left for the last. */
static const char **balanced(const struct tn_page *page, struct tn_ink ink,
                             const char *text, size_t *n)
{
    const char **line = broken(page, ink, text, n);
    double width = page->width - 2 * TN_PAGE_MARGIN;

    for (double w = width; *n > 1 && *n < MOST_LINES && w > width / 2; w -= 4) {
        size_t lines;
        const char **narrow = tn_face_lines(page->arena, face_of(ink), text, w,
                                            MOST_LINES, &lines);
        if (lines > *n || letters(lines, narrow) != letters(*n, line))   // one was cut
            break;
        line = narrow;
    }
    return line;
}

static void draw_lines(struct tn_page *page, double y, double pitch, struct tn_ink ink,
                       size_t n, const char *const line[])
{
    for (size_t i = 0; i < n; i++)
        tn_page_text(page,
                     (struct tn_point){TN_PAGE_MARGIN, y - pitch * ((double)i + 0.5)},
                     ink, line[i]);
}

void tn_page_begin(struct tn_page *page, struct tn_arena *arena,
                   const struct tn_frame *frame, double body_height)
{
    const struct tn_ink headline = {HEADLINE, true, "ink", TN_LEFT};
    const struct tn_ink subtitle = {SUBTITLE, false, "soft", TN_LEFT};
    const struct tn_ink foot = {FOOT, false, "soft", TN_LEFT};
    size_t heads, subs, feet;

    *page = (struct tn_page){.arena = arena, .frame = frame, .width = TN_PAGE_WIDTH};
    const char **head = balanced(page, headline, frame->finding, &heads);
    const char **sub = broken(page, subtitle, frame->what, &subs);
    const char **source = broken(page, foot, frame->source, &feet);
    double above = EDGE + HEADLINE_PITCH * (double)heads + UNDER_HEADLINE +
                   SUBTITLE_PITCH * (double)subs + UNDER_HEAD;
    double below = EDGE + FOOT_PITCH * (double)feet + OVER_FOOT;
    page->height = above + body_height + below;
    page->body = (struct tn_box){TN_PAGE_MARGIN, below, page->width - TN_PAGE_MARGIN,
                                 page->height - above};

    page->out = tn_memory_open(&page->memory);
    fprintf(page->out,
            "# gnuplot -e \"fmt='svg'\" %s.gp > %s.svg      fmt: svg, png or pdf\n"
            "W = %.2f; H = %.2f   # points\n%s",
            frame->name, frame->name, page->width, page->height, STYLE);
    double y = page->height - EDGE;
    draw_lines(page, y, HEADLINE_PITCH, headline, heads, head);
    y -= HEADLINE_PITCH * (double)heads + UNDER_HEADLINE;
    draw_lines(page, y, SUBTITLE_PITCH, subtitle, subs, sub);
    draw_lines(page, below - OVER_FOOT, FOOT_PITCH, foot, feet, source);
}

struct tn_figure tn_page_end(struct tn_page *page)
{
    const struct tn_frame *frame = page->frame;
    const char *what = frame->what ? frame->what : "";

    return (struct tn_figure){
        .name = frame->name,
        .title = frame->finding ? frame->finding : what,
        .description = frame->description ? frame->description : what,
        .script = tn_memory_close(page->arena, &page->memory, NULL)};
}

static void screen(struct tn_page *page, const char *before, struct tn_point at)
{
    fprintf(page->out, "%s screen %.5f,%.5f", before, at.x / page->width,
            at.y / page->height);
}

void tn_page_rule(struct tn_page *page, struct tn_point from, struct tn_point to,
                  const char *style)
{
    screen(page, "set arrow from", from);
    screen(page, " to", to);
    fprintf(page->out, " nohead %s\n", style);
}

void tn_page_fill(struct tn_page *page, struct tn_box box, const char *colour)
{
    screen(page, "set object rectangle from", (struct tn_point){box.left, box.bottom});
    screen(page, " to", (struct tn_point){box.right, box.top});
    fprintf(page->out, " behind fc rgb %s fs solid noborder\n", colour);
}

void tn_page_dot(struct tn_page *page, struct tn_point at, double size,
                 const char *colour)
{
    screen(page, "set label '' at", at);
    fprintf(page->out, " point pt 7 ps %g*PS lc rgb %s front\n", size, colour);
}

/* Outlined points are hair-thin in svg: a white disc lies on a coloured one. */
void tn_page_ring(struct tn_page *page, struct tn_point at, double size,
                  const char *colour)
{
    tn_page_dot(page, at, size, colour);
    tn_page_dot(page, at, size * 0.54, "'white'");
}

/* 1, 2 or 5 times a power of ten, so that span takes so many steps or few more. */
static double round_step(double span, int steps)
{
    double rough = span / steps, power = pow(10, floor(log10(rough)));
    double digit = rough / power;

    return power * (digit < 1.2 ? 1 : digit < 2.4 ? 2 : digit < 6 ? 5 : 10);
}

struct tn_scale tn_scale_over(double low, double high, int steps, bool percent, bool grow)
{
    assert(high >= low && steps > 0);
    if (high - low < 1e-9)
        high = low + (percent ? 0.01 : 1);

    struct tn_scale scale = {low, high, round_step(high - low, steps), 0, percent};
    if (grow) {
        scale.low = scale.step * floor(low / scale.step + 1e-9);
        scale.high = scale.step * ceil(high / scale.step - 1e-9);
    }
    double unit = percent ? 100 * scale.step : scale.step;
    scale.decimals = unit > 0.99 ? 0 : (int)ceil(-log10(unit) - 1e-9);
    return scale;
}

void tn_page_area(struct tn_page *page, struct tn_box area, struct tn_scale x,
                  struct tn_scale y)
{
    page->area = area;
    page->x = x;
    page->y = y;
    fprintf(page->out,
            "set lmargin at screen %.5f; set rmargin at screen %.5f\n"
            "set bmargin at screen %.5f; set tmargin at screen %.5f\n"
            "set xrange [%.10g:%.10g]; set yrange [%.10g:%.10g]\n",
            area.left / page->width, area.right / page->width, area.bottom / page->height,
            area.top / page->height, x.low, x.high, y.low, y.high);
    tn_page_data(page, "corner", "x, y");
    tn_page_row(page, 2, (const double[]){x.low, y.low});
    tn_page_data_end(page);
}

void tn_page_plot(struct tn_page *page)
{
    fputs("plot $corner with lines", page->out);
}

double tn_page_x(const struct tn_page *page, double value)
{
    const struct tn_box *a = &page->area;
    return a->left +
           (value - page->x.low) / (page->x.high - page->x.low) * (a->right - a->left);
}

double tn_page_y(const struct tn_page *page, double value)
{
    const struct tn_box *a = &page->area;
    return a->bottom +
           (value - page->y.low) / (page->y.high - page->y.low) * (a->top - a->bottom);
}

const char *tn_page_number(struct tn_page *page, const struct tn_scale *scale,
                           double value)
{
    enum tn_lang lang = page->frame->lang;
    return scale->percent ? tn_say_share(page->arena, lang, value, scale->decimals)
                          : tn_say_real(page->arena, lang, value, scale->decimals);
}

static const char HAIR[] = "lw 0.6 lc rgb hair back";

void tn_page_grid_x(struct tn_page *page)
{
    const struct tn_box *a = &page->area;
    const struct tn_ink ink = {9, false, "soft", TN_CENTRE};
    long from = (long)ceil(page->x.low / page->x.step - 1e-9);
    long to = (long)floor(page->x.high / page->x.step + 1e-9);

    for (long i = from; i <= to; i++) {
        double value = (double)i * page->x.step, x = tn_page_x(page, value);
        tn_page_rule(page, (struct tn_point){x, a->bottom},
                     (struct tn_point){x, a->top + 3}, HAIR);
        tn_page_text(page, (struct tn_point){x, a->bottom - 10}, ink,
                     tn_page_number(page, &page->x, value));
    }
}

void tn_page_grid_y(struct tn_page *page)
{
    const struct tn_box *a = &page->area;
    const struct tn_ink ink = {9, false, "soft", TN_RIGHT};
    long from = (long)ceil(page->y.low / page->y.step - 1e-9);
    long to = (long)floor(page->y.high / page->y.step + 1e-9);

    for (long i = from; i <= to; i++) {
        double value = (double)i * page->y.step, y = tn_page_y(page, value);
        tn_page_rule(page, (struct tn_point){a->left, y}, (struct tn_point){a->right, y},
                     HAIR);
        tn_page_text(page, (struct tn_point){a->left - 6, y}, ink,
                     tn_page_number(page, &page->y, value));
    }
}

void tn_page_data(struct tn_page *page, const char *name, const char *columns)
{
    fprintf(page->out, "$%s << EOD\n# %s\n", name, columns);
}

void tn_page_row(struct tn_page *page, size_t n, const double value[])
{
    char room[32];

    for (size_t i = 0; i < n; i++)
        fprintf(page->out, "%s%s", i ? "\t" : "",
                isfinite(value[i]) ? tn_shortest(value[i], room) : "NaN");
    fputc('\n', page->out);
}

void tn_page_data_end(struct tn_page *page)
{
    fputs("EOD\n", page->out);
}

double tn_page_widest(struct tn_face face, size_t n, const char *const text[])
{
    double widest = 0;

    for (size_t i = 0; i < n; i++)
        if (text[i])
            widest = fmax(widest, tn_face_width(face, text[i]));
    return widest;
}

void tn_page_key(struct tn_page *page, double *x, enum tn_mark_kind mark,
                 const char *colour, const char *name)
{
    struct tn_point at = {*x + 4, page->body.top - 8};
    char style[64];

    if (!name)
        return;
    switch (mark) {
    case TN_MARK_DOT:
        tn_page_dot(page, at, 1.25, colour);
        break;
    case TN_MARK_RING:
        tn_page_ring(page, at, 1.4, colour);
        break;
    case TN_MARK_BAR:
        snprintf(style, sizeof style, "lw 3 lc rgb %s back", colour);
        tn_page_rule(page, (struct tn_point){at.x, at.y - 6},
                     (struct tn_point){at.x, at.y + 6}, style);
        break;
    case TN_MARK_BOX:
        tn_page_fill(page, (struct tn_box){at.x - 4, at.y - 4, at.x + 4, at.y + 4},
                     colour);
        break;
    }
    tn_page_text(page, (struct tn_point){at.x + 9, at.y},
                 (struct tn_ink){9, true, mark == TN_MARK_BOX ? "ink" : colour, TN_LEFT},
                 name);
    *x += 34 + tn_face_width((struct tn_face){9, true}, name);
}

void tn_page_stripes(struct tn_page *page, size_t n)
{
    double row = tn_page_y(page, 0) - tn_page_y(page, -1);

    for (size_t i = 0; i < n; i += 2) {
        double y = tn_page_y(page, -(double)i);
        tn_page_fill(
            page,
            (struct tn_box){page->area.left, y - row / 2, page->body.right, y + row / 2},
            "zebra");
    }
}

void tn_page_row_name(struct tn_page *page, double y, const char *name, double width)
{
    struct tn_ink ink = {9, false, "ink", TN_RIGHT};
    size_t n;

    if (tn_face_width((struct tn_face){9, false}, name) > width)
        ink.size = 7.5;
    const char **line = tn_face_lines(page->arena, (struct tn_face){ink.size, false},
                                      name, width, 2, &n);
    y += n == 2 ? 0.65 * ink.size : 0;
    tn_page_lines(page, (struct tn_point){page->area.left - 6, y}, ink, n, line);
}

/* Labels that touch, moved as one. */
struct cluster {
    double sum;   // of where each wants the first of the cluster to be
    size_t n;
};

void tn_page_spread(struct tn_arena *arena, size_t n, double middle[], double gap,
                    double low, double high)
{
    struct tn_mark mark = tn_arena_mark(arena);
    struct cluster *cluster = tn_new(arena, struct cluster, n + 1);
    size_t *order = tn_new(arena, size_t, n + 1), clusters = 0;

    for (size_t i = 0; i < n; i++) {
        size_t k = i;
        for (; k > 0 && middle[order[k - 1]] > middle[i]; k--)
            order[k] = order[k - 1];
        order[k] = i;
    }
    for (size_t i = 0; i < n; i++) {
        cluster[clusters++] = (struct cluster){middle[order[i]], 1};
        while (clusters > 1) {
            struct cluster *a = &cluster[clusters - 2], *b = a + 1;
            if (a->sum / (double)a->n + gap * (double)a->n <= b->sum / (double)b->n)
                break;
            a->sum += b->sum - gap * (double)a->n * (double)b->n;
            a->n += b->n;
            clusters--;
        }
    }
    for (size_t c = 0, i = 0; c < clusters; c++)
        for (size_t k = 0; k < cluster[c].n; k++, i++)
            middle[order[i]] = cluster[c].sum / (double)cluster[c].n + gap * (double)k;
    for (size_t i = n; i-- > 0;)
        middle[order[i]] = fmin(middle[order[i]], high - gap * (double)(n - 1 - i));
    for (size_t i = 0; i < n; i++)
        middle[order[i]] = fmax(middle[order[i]], low + gap * (double)i);
    tn_arena_rewind(arena, mark);
}
