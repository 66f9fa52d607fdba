/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/show/webpage.h"

#include "page_parts.h"
#include "tn/out/html.h"
#include "tn/words/page.h"

#include <string.h>

/* The styles as they are at build time, without a generated source. */
__asm__(".section .rodata\n"
        "tn_page_style:\n"
        ".incbin \"src/show/page.css\"\n"
        "tn_page_style_end:\n"
        ".balign 8\n"
        "tn_page_style_size: .quad tn_page_style_end - tn_page_style\n"
        ".previous\n");

extern const char tn_page_style[];
extern const size_t tn_page_style_size;

const char *page_share(const struct page *page, double share, int decimals)
{
    return tn_say_share(page->arena, page->lang, share, decimals);
}

/* An SVG inside a page has no declaration of its own. */
static const char *without_prolog(const char *svg, size_t *len)
{
    const char *start = strstr(svg, "<svg");

    if (!start)
        return svg;
    *len -= (size_t)(start - svg);
    return start;
}

static void figure(const struct page *page, const char *class, const char *name)
{
    for (size_t i = 0; page->of->drawing && i < page->of->figures; i++) {
        size_t len = page->of->drawing[i].len;
        if (strcmp(page->of->figure[i].name, name) != 0)
            continue;
        const char *svg = without_prolog(page->of->drawing[i].bytes, &len);
        fprintf(page->out, "<figure%s tabindex=\"0\">\n", class);
        fwrite(svg, 1, len, page->out);
        fputs("</figure>\n", page->out);
    }
}

void page_chart(const struct page *page, const char *name)
{
    figure(page, "", name);
}

void page_screen_chart(const struct page *page, const char *name)
{
    figure(page, " class=\"screen\"", name);
}

/* ---- sections ---- */

static void table(const struct page *page, const struct tn_table *t)
{
    if (t)
        tn_html_table(page->arena, page->out, page->lang, t);
}

static void ends(const struct page *page)
{
    page_chart(page, "end-rates");
    table(page, page->of->tables->rates);
    for (int s = 0; s < TN_STATUSES; s++)
        table(page, page->of->tables->flows[s]);
    for (size_t i = page->summary.first_note; i < page->summary.answers; i++)
        tn_html_element(page->out, "p class=\"note\"",
                        page->summary.answer[i].text[page->lang]);
}

/* Another way to share the quota out, where it is better; else a line that says so. */
static void fair(const struct page *page, int s)
{
    const struct tn_status_quota *of = &page->of->results->quota->status[s];
    const char *name = s == TN_POOR ? "fair-poor" : "fair-near-poor";

    if (of->least_fair > of->least_given) {
        page_chart(page, name);
        return;
    }
    for (size_t i = 0; i < page->of->figures; i++)
        if (strcmp(page->of->figure[i].name, name) == 0)
            tn_html_element(page->out, "p", page->of->figure[i].title);
}

static void villages(const struct page *page)
{
    table(page, page->of->tables->quotas[TN_POOR]);
    fair(page, TN_POOR);
    page_chart(page, "villages-poor");
    table(page, page->of->tables->quotas[TN_NEAR_POOR]);
    fair(page, TN_NEAR_POOR);
    page_chart(page, "villages-near-poor");
}

static void support(const struct page *page)
{
    table(page, page->of->tables->groups);
    table(page, page->of->tables->support);
}

static void deprivation(const struct page *page)
{
    page_chart(page, "prevalence");
    page_chart(page, "heat-village");
    page_chart(page, "contributions");
    page_chart(page, "robustness");
    page_chart(page, "goals");
    table(page, page->of->tables->goals);
}

static void trends(const struct page *page)
{
    page_chart(page, "trends");
    table(page, page->of->tables->trends);
    page_chart(page, "change-poor");
}

static void audit(const struct page *page)
{
    const struct tn_audit *a = page->of->results->audit;

    tn_html_element(page->out, "p",
                    a->first
                        ? SAY(page, TN_W_P_AUDIT_COUNT, a->errors, a->warnings, a->notes)
                        : PICK(page, TN_W_P_AUDIT_CLEAN));
    table(page, page->of->tables->findings);
}

static void assumptions(const struct page *page)
{
    page_chart(page, "sensitivity-poor");
    page_chart(page, "sensitivity-near-poor");
    table(page, page->of->tables->assumptions);
}

static bool has_chart(const struct page *page, const char *name)
{
    for (size_t i = 0; page->of->drawing && i < page->of->figures; i++)
        if (strcmp(page->of->figure[i].name, name) == 0)
            return true;
    return false;
}

enum {
    ANSWER,
    END,
    VILLAGES,
    SUPPORT,
    DEPRIVATION,
    TRENDS,
    AUDIT,
    ASSUMPTIONS,
    WHATIF,
    SECTIONS = WHATIF + 3
};

static const struct {
    const char *id;
    struct tn_words title;
    void (*write)(const struct page *page);
} section[SECTIONS] = {
    {"answer", {{TN_W_P_H_ANSWER}}, page_answer},
    {"end", {{TN_W_P_H_END}}, ends},
    {"villages", {{TN_W_P_H_VILLAGES}}, villages},
    {"support", {{TN_W_P_H_SUPPORT}}, support},
    {"deprivation", {{TN_W_P_H_DEPRIVATION}}, deprivation},
    {"trends", {{TN_W_P_H_TRENDS}}, trends},
    {"audit", {{TN_W_P_H_AUDIT}}, audit},
    {"assumptions", {{TN_W_P_H_ASSUMPTIONS}}, assumptions},
    {"try", {{TN_W_P_H_WHATIF}}, page_whatif},
    {"method", {{TN_W_P_H_METHOD}}, page_method},
    {"sources", {{TN_W_P_H_SOURCES}}, page_sources},
};

/* A section without anything to say is left out, and the numbers close up. */
static bool wanted(const struct page *page, size_t i)
{
    const struct tn_report_tables *t = page->of->tables;

    switch (i) {
    case SUPPORT:
        return t->support != NULL;
    case DEPRIVATION:
        return t->goals || has_chart(page, "prevalence");
    case TRENDS:
        return t->trends || has_chart(page, "trends");
    case AUDIT:
        return page->of->results->audit != NULL;
    case WHATIF:
        return page_has_whatif(page);
    default:
        return true;
    }
}

static void contents(const struct page *page)
{
    fputs("<nav aria-labelledby=\"contents\">\n", page->out);
    tn_html_element(page->out, "h2 id=\"contents\"", PICK(page, TN_W_P_CONTENTS));
    fputs("<ul>\n", page->out);
    for (size_t i = 0; i < SECTIONS; i++) {
        if (!wanted(page, i))
            continue;
        fprintf(page->out, "<li><a href=\"#%s\">", section[i].id);
        tn_html_text(page->out, section[i].title.text[page->lang]);
        fputs("</a></li>\n", page->out);
    }
    fputs("</ul></nav>\n", page->out);
}

static void sections(const struct page *page)
{
    int number = 0;

    fputs("<main>\n", page->out);
    if (!page->of->drawing)
        tn_html_element(page->out, "p class=\"note\"", PICK(page, TN_W_P_NO_CHARTS));
    for (size_t i = 0; i < SECTIONS; i++) {
        if (!wanted(page, i))
            continue;
        fprintf(page->out, "<section id=\"%s\" class=\"s-%s%s\">\n<h2>", section[i].id,
                section[i].id, i == WHATIF ? " screen" : "");
        if (i != WHATIF)   // not on paper, where numbers are to follow one another
            fprintf(page->out, "<span>%d</span>", ++number);
        tn_html_text(page->out, section[i].title.text[page->lang]);
        fputs("</h2>\n", page->out);
        section[i].write(page);
        fputs("</section>\n", page->out);
    }
    fputs("</main>\n", page->out);
}

/* Nothing may be fetched; the one script is named by its digest. */
static void policy(const struct page *page)
{
    fputs("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
          "style-src 'unsafe-inline'; img-src data:; base-uri 'none'; "
          "form-action 'none'",
          page->out);
    if (page_has_whatif(page))
        fprintf(page->out, "; script-src 'sha256-%s' 'wasm-unsafe-eval'",
                page_script_digest(page->arena));
    fputs("\">\n", page->out);
}

void page_head(const struct page *page, const char *title)
{
    fprintf(page->out,
            "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n",
            page->lang == TN_EN ? "en" : "vi");
    policy(page);
    fputs("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n"
          "<meta name=\"referrer\" content=\"no-referrer\">\n",
          page->out);
    tn_html_element(page->out, "title", title);
    fputs("<style>\n", page->out);
    fwrite(tn_page_style, 1, tn_page_style_size, page->out);
    fputs("</style>\n</head>\n", page->out);
}

void tn_webpage_write(struct tn_arena *arena, FILE *out, const struct tn_webpage *of)
{
    const struct tn_results *r = of->results;
    struct tn_show_forecast what = {r->commune, &r->quota->forecast, TN_COUNT_NONE};
    struct page page = {arena, out, of->lang, of, r->commune, &r->quota->forecast, {0}};

    page.summary = tn_summary_of(arena, &what, r->prevalences);
    page_head(&page, SAY(&page, TN_W_P_TITLE, r->commune->name, r->commune->plan_year));
    fputs("<body>\n", out);
    page_header(&page);
    contents(&page);
    sections(&page);
    if (page_has_whatif(&page))
        page_script(&page);
    fputs("</body>\n</html>\n", out);
}
