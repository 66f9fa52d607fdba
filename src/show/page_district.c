/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of several communes: all together, then one beside the other. */
#include "tn/show/district_page.h"

#include "page_parts.h"
#include "tn/out/html.h"
#include "tn/show/likely.h"
#include "tn/words/district.h"
#include "tn/words/page.h"

#include <math.h>
#include <string.h>

struct paper {
    struct page page;
    const struct tn_show_district *what;
    const struct tn_doc *doc;
    int sections;
};

/* The place of all of them, where it is one. */
static void place(const struct paper *p)
{
    const struct tn_commune *first = p->what->commune[0];
    size_t n = p->what->district->communes, same = 1;

    while (same < n && first->district[0] && first->province[0] &&
           strcmp(p->what->commune[same]->district, first->district) == 0 &&
           strcmp(p->what->commune[same]->province, first->province) == 0)
        same++;
    fputs("<p class=\"place\"><b>", p->page.out);
    tn_html_text(p->page.out, same == n ? SAY(&p->page, TN_W_DP_PLACE_DISTRICT, n,
                                              first->district, first->province)
                                        : SAY(&p->page, TN_W_DP_PLACE, n));
    fputs("</b> <span>", p->page.out);
    tn_html_text(p->page.out, PICK(&p->page, TN_W_P_KIND));
    fputs("</span></p>\n", p->page.out);
}

static struct tn_words worst_sentence(const struct paper *p, int s, size_t c)
{
    const char *name = p->what->commune[c]->name;
    double chance = p->what->district->part[s][c].quota_met.p;
    struct tn_words likely = tn_likely(chance), said = {{NULL}};

    for (int l = 0; l < TN_LANGS; l++) {
        enum tn_lang lang = (enum tn_lang)l;
        const char *percent = tn_say_share(p->page.arena, lang, chance, 1);
        said.text[l] = s == TN_POOR ? tn_say(p->page.arena, lang, TN_W_DP_WORST_POOR,
                                             name, likely.text[l], percent)
                                    : tn_say(p->page.arena, lang, TN_W_DP_WORST_NEAR_POOR,
                                             name, likely.text[l], percent);
    }
    return said;
}

/* The document's notes on both statuses, and the commune that each hangs on. */
static size_t sentences(const struct paper *p, struct tn_words said[])
{
    const struct tn_district *d = p->what->district;
    size_t *order = tn_new(p->page.arena, size_t, d->communes), n = 0;
    const struct tn_note *note = p->doc->first_note;

    for (int s = 0; s < TN_STATUSES && note; s++, note = note->next)
        if (d->part[s][d->communes].base > 0)
            said[n++] = note->text;
    for (int s = 0; s < TN_STATUSES; s++)
        if (tn_district_order(p->what, s, order) > 0 && d->part[s][order[0]].quota > 0)
            said[n++] = worst_sentence(p, s, order[0]);
    return n;
}

static void header(const struct paper *p, const char *title)
{
    struct tn_words said[2 * TN_STATUSES];

    fputs("<header>\n", p->page.out);
    place(p);
    tn_html_element(p->page.out, "h1", page_headline(&p->page));
    tn_html_element(p->page.out, "p class=\"sub\"", title);
    page_cards(&p->page);
    page_list(&p->page, "say", sentences(p, said), said);
    fputs("</header>\n", p->page.out);
}

static void begin(struct paper *p, const char *id, const char *title)
{
    fprintf(p->page.out, "<section id=\"%s\" class=\"s-%s\">\n<h2><span>%d</span>", id,
            id, ++p->sections);
    tn_html_text(p->page.out, title);
    fputs("</h2>\n", p->page.out);
}

static void end(const struct paper *p)
{
    fputs("</section>\n", p->page.out);
}

static void answer(struct paper *p)
{
    begin(p, "answer", PICK(&p->page, TN_W_P_H_ANSWER));
    page_chart(&p->page, "district-poor");
    page_chart(&p->page, "district-near-poor");
    page_scale(&p->page);
    tn_html_element(p->page.out, "p class=\"note\"", PICK(&p->page, TN_W_P_INTERVALS));
    end(p);
}

static void communes(struct paper *p, int s)
{
    const char *key = s == TN_POOR ? "communes_poor" : "communes_near_poor";

    begin(p, s == TN_POOR ? "poor" : "near-poor",
          s == TN_POOR ? PICK(&p->page, TN_W_DP_H_POOR)
                       : PICK(&p->page, TN_W_DP_H_NEAR_POOR));
    for (const struct tn_table *t = p->doc->first; t; t = t->next)
        if (strcmp(t->key, key) == 0)
            tn_html_table(p->page.arena, p->page.out, p->page.lang, t);
    page_chart(&p->page, s == TN_POOR ? "communes-poor" : "communes-near-poor");
    end(p);
}

static void method(struct paper *p)
{
    const struct page *page = &p->page;
    const char *shared = page_share(page, p->what->district->shared, 0);

    begin(p, "method", PICK(page, TN_W_P_H_METHOD));
    tn_html_element(page->out, "p", PICK(page, TN_W_DP_METHOD_1));
    tn_html_element(page->out, "p", PICK(page, TN_W_P_METHOD_2));
    tn_html_element(page->out, "p", SAY(page, TN_W_DP_METHOD_2, shared));
    tn_html_element(page->out, "p", PICK(page, TN_W_DP_METHOD_3));
    end(p);
    begin(p, "sources", PICK(page, TN_W_P_H_SOURCES));
    page_sources(page);
    end(p);
}

void tn_district_page_write(struct tn_arena *arena, FILE *out,
                            const struct tn_webpage *of,
                            const struct tn_show_district *what, const struct tn_doc *doc)
{
    const struct tn_district *d = what->district;
    int year = what->commune[0]->plan_year;
    struct tn_forecast all = {.both = {.p = (double)NAN}};
    struct tn_commune where = {.plan_year = year};
    struct paper p = {{arena, out, of->lang, of, &where, &all, {0}}, what, doc, 0};
    const char *title = SAY(&p.page, TN_W_DP_TITLE, d->communes, year);

    for (int s = 0; s < TN_STATUSES; s++)
        all.commune.status[s] = tn_part_outcome(&d->part[s][d->communes]);
    page_head(&p.page, title);
    fputs("<body>\n", out);
    header(&p, title);
    fputs("<main>\n", out);
    if (!of->drawing)
        tn_html_element(out, "p class=\"note\"", PICK(&p.page, TN_W_P_NO_CHARTS));
    answer(&p);
    for (int s = 0; s < TN_STATUSES; s++)
        if (d->part[s][d->communes].base > 0)
            communes(&p, s);
    method(&p);
    fputs("</main>\n</body>\n</html>\n", out);
}
