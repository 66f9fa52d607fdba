/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The last page: how it was computed, and from what. */
#include "page_parts.h"

#include "tn/out/html.h"
#include "tn/words/page.h"

#include <math.h>

static void paragraph(const struct page *page, const char *text)
{
    tn_html_element(page->out, "p", text);
}

/* A standard error as people read it, rounded up. */
static const char *worst_error(const struct page *page)
{
    double worst = 0;

    for (int s = 0; s < TN_STATUSES; s++)
        worst = fmax(worst, page->forecast->commune.status[s].quota_met.error);
    return page_share(page, ceil(worst * 1e4) / 1e4, 2);
}

void page_method(const struct page *page)
{
    const struct tn_forecast *f = page->forecast;

    paragraph(page, PICK(page, TN_W_P_METHOD_1));
    paragraph(page, PICK(page, TN_W_P_METHOD_2));
    if (f->method == TN_EXACT)
        paragraph(page, PICK(page, TN_W_P_METHOD_3_EXACT));
    else
        paragraph(page, SAY(page, TN_W_P_METHOD_3,
                            tn_say_count(page->arena, page->lang, f->points),
                            worst_error(page)));
    paragraph(page, PICK(page, TN_W_P_METHOD_4));
    paragraph(page, PICK(page, TN_W_P_METHOD_5));
    if (page->commune->parameters)
        paragraph(page, PICK(page, TN_W_P_METHOD_LIMIT_OWN));
    else
        paragraph(page, PICK(page, TN_W_P_METHOD_LIMIT_DEFAULT));
}

void page_sources(const struct page *page)
{
    const struct tn_source *source = page->of->source;

    paragraph(page, PICK(page, TN_W_P_REFERENCES));
    tn_html_element(page->out, "h3", PICK(page, TN_W_P_FILES));
    fputs("<ul class=\"files\">\n", page->out);
    for (size_t i = 0; i < source->inputs; i++) {
        fputs("<li>", page->out);
        tn_html_text(page->out, source->input[i]);
        fprintf(page->out, " <span class=\"mono\">%.16s</span></li>\n",
                source->sha256[i]);
    }
    fputs("</ul>\n", page->out);
    tn_html_element(page->out, "p class=\"made\"",
                    source->seed == TN_COUNT_NONE
                        ? SAY(page, TN_W_P_MADE, source->version)
                        : SAY(page, TN_W_P_MADE_SEED, source->version, source->seed));
    tn_html_element(page->out, "p class=\"note\"", PICK(page, TN_W_P_PRIVACY));
}
