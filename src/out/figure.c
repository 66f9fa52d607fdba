/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/out/figure.h"

#include "tn/base/memory.h"
#include "tn/out/svg.h"

static const char *script_of(struct tn_arena *arena, const struct tn_figure *figure,
                             enum tn_picture kind)
{
    struct tn_memory memory;
    FILE *out = tn_memory_open(&memory);

    fprintf(out, "fmt = '%s'\n%s", tn_picture_name(kind), figure->script);
    return tn_memory_close(arena, &memory, NULL);
}

static const char *file_name(struct tn_arena *arena, const struct tn_figure *figure,
                             enum tn_picture kind)
{
    struct tn_memory memory;
    FILE *out = tn_memory_open(&memory);

    fprintf(out, "%s.%s", figure->name, tn_picture_name(kind));
    return tn_memory_close(arena, &memory, NULL);
}

enum tn_fault tn_figure_draw(struct tn_arena *arena, enum tn_picture kind, size_t n,
                             const struct tn_figure figure[], struct tn_drawing drawing[],
                             struct tn_err *err)
{
    for (size_t i = 0; i < n; i++)
        drawing[i] = (struct tn_drawing){.name = file_name(arena, &figure[i], kind),
                                         .script = script_of(arena, &figure[i], kind)};

    enum tn_fault fault = tn_gnuplot_draw(arena, kind, n, drawing, NULL, err);
    for (size_t i = 0; !fault && kind == TN_SVG && i < n; i++) {
        struct tn_svg svg = {.title = figure[i].title,
                             .description = figure[i].description,
                             .prefix = figure[i].name};
        drawing[i].bytes = tn_svg_finish(arena, drawing[i].len, drawing[i].bytes, &svg,
                                         &drawing[i].len);
    }
    return fault;
}
