/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts_slope.h"

#include "tn/words/pictures.h"

#include <math.h>

/* The rows that fell and that rose most; rows where none did. */
static void extremes(const struct slope *slope, size_t *fall, size_t *rise)
{
    double down = 0, up = 0;

    *fall = *rise = slope->rows;
    for (size_t i = 0; i < slope->rows; i++) {
        double change = slope->row[i].last - slope->row[i].first;
        if (change < down)
            down = change, *fall = i;
        if (change > up)
            up = change, *rise = i;
    }
}

static const char *share(struct tn_arena *arena, enum tn_lang lang, double x)
{
    return tn_say_share(arena, lang, x, 0);
}

bool charts_slope(struct tn_arena *arena, const struct tn_frame *given,
                  const struct slope *slope, struct tn_figure *figure)
{
    static const double x[2] = {0, 1};
    const char *tick[2] = {slope->from, slope->to};
    struct tn_line *line = tn_new(arena, struct tn_line, slope->rows + 1);
    struct tn_frame frame = *given;
    size_t fall, rise;

    if (slope->rows == 0)
        return false;
    extremes(slope, &fall, &rise);
    for (size_t i = 0; i < slope->rows; i++) {
        const struct slope_row *row = &slope->row[i];
        double *y = tn_new(arena, double, 2);
        y[0] = row->first;
        y[1] = row->last;
        line[i] = (struct tn_line){
            .role = i == fall   ? TN_MAIN
                    : i == rise ? TN_SECOND
                                : TN_CONTEXT,
            .n = 2,
            .x = x,
            .y = y,
            .label = tn_say(arena, frame.lang, TN_W_PIC_SLOPE_LABEL,
                            share(arena, frame.lang, row->last), row->label),
            .start_label = share(arena, frame.lang, row->first),
        };
    }
    frame.finding =
        fall < slope->rows
            ? tn_say(arena, frame.lang, TN_W_PIC_SLOPE_FALL, slope->row[fall].label,
                     share(arena, frame.lang, slope->row[fall].first),
                     share(arena, frame.lang, slope->row[fall].last))
            : tn_say(arena, frame.lang, TN_W_PIC_SLOPE_NO_FALL, slope->from, slope->to);
    frame.source = tn_pick(frame.lang, TN_W_PIC_SLOPE_SOURCE);
    frame.description = frame.finding;
    struct tn_lines lines = {.percent = true,
                             .from_zero = true,
                             .ticks = 2,
                             .tick = x,
                             .tick_label = tick,
                             .lines = slope->rows,
                             .line = line,
                             .upright = (double)NAN};
    *figure = tn_figure_lines(arena, &frame, &lines);
    return true;
}
