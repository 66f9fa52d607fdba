/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first page: what will be met, in cards, sentences and two charts. */
#include "page_parts.h"

#include "tn/out/html.h"
#include "tn/show/likely.h"
#include "tn/words/forecast.h"
#include "tn/words/page.h"

#include <math.h>
#include <string.h>

static const struct tn_outcome *outcome(const struct page *page, int status)
{
    return &page->forecast->commune.status[status];
}

static const char *likely(const struct page *page, double p)
{
    return tn_likely(p).text[page->lang];
}

/* Blue from 'likely' on, amber for 'about even', red below. */
static const char *card_class(double p)
{
    double shown = nearbyint(1000 * p);

    return shown >= 600 ? "safe" : shown >= 400 ? "even" : "risk";
}

static void place(const struct page *page)
{
    const struct tn_commune *c = page->commune;

    fputs("<p class=\"place\"><b>", page->out);
    tn_html_text(page->out,
                 c->district[0] && c->province[0]
                     ? SAY(page, TN_W_P_PLACE_DISTRICT, c->name, c->district, c->province)
                     : SAY(page, TN_W_P_PLACE, c->name));
    fputs("</b> <span>", page->out);
    tn_html_text(page->out, PICK(page, TN_W_P_KIND));
    fputs("</span></p>\n", page->out);
}

/* The word in one piece, so that the headline breaks elsewhere. */
static const char *whole(const struct page *page, double p)
{
    const char *word = likely(page, p);
    char *out = tn_new(page->arena, char, 2 * strlen(word) + 1), *to = out;

    for (; *word; word++)
        if (*word == ' ') {
            *to++ = (char)0xC2;   // no-break space
            *to++ = (char)0xA0;
        } else {
            *to++ = *word;
        }
    return out;
}

const char *page_headline(const struct page *page)
{
    const struct tn_outcome *poor = outcome(page, TN_POOR);
    const struct tn_outcome *near = outcome(page, TN_NEAR_POOR);
    int year = page->commune->plan_year;

    if (poor->quota > 0 && near->quota > 0)
        return SAY(page, TN_W_P_HEADLINE_BOTH, year, poor->quota,
                   whole(page, poor->quota_met.p), near->quota,
                   whole(page, near->quota_met.p));
    if (poor->quota > 0)
        return SAY(page, TN_W_P_HEADLINE_POOR, year, poor->quota,
                   whole(page, poor->quota_met.p));
    if (near->quota > 0)
        return SAY(page, TN_W_P_HEADLINE_NEAR_POOR, year, near->quota,
                   whole(page, near->quota_met.p));
    return SAY(page, TN_W_P_HEADLINE_NONE, year);
}

static void card(const struct page *page, const char *class, const char *title,
                 const char *value, const char *small)
{
    fprintf(page->out, "<li class=\"%s\">", class);
    tn_html_element(page->out, "span", title);
    tn_html_element(page->out, "strong", value);
    if (small)
        tn_html_element(page->out, "small", small);
    fputs("</li>\n", page->out);
}

static void odds_card(const struct page *page, double p, const char *title,
                      const char *small)
{
    fprintf(page->out, "<li class=\"%s\">", card_class(p));
    tn_html_element(page->out, "span", title);
    tn_html_element(page->out, "strong", page_share(page, p, 1));
    fprintf(page->out,
            "<div class=\"meter\" aria-hidden=\"true\"><i style=\"width:%.1f%%\"></i>"
            "</div>",
            100 * p);
    tn_html_element(page->out, "em", likely(page, p));
    tn_html_element(page->out, "small", small);
    fputs("</li>\n", page->out);
}

static void status_card(const struct page *page, int s)
{
    const struct tn_outcome *o = outcome(page, s);
    const char *mean = tn_say_real(page->arena, page->lang, o->exits.mean, 1);
    const char *title = s == TN_POOR ? SAY(page, TN_W_P_CARD_POOR, o->quota)
                                     : SAY(page, TN_W_P_CARD_NEAR_POOR, o->quota);

    if (o->quota > 0)
        odds_card(
            page, o->quota_met.p, title,
            SAY(page, TN_W_P_CARD_EXPECT, mean, o->exits.q05, o->exits.q95, o->base));
}

void page_cards(const struct page *page)
{
    const struct tn_outcome *poor = outcome(page, TN_POOR);
    const struct tn_outcome *near = outcome(page, TN_NEAR_POOR);

    fputs("<ul class=\"cards\">\n", page->out);
    status_card(page, TN_POOR);
    status_card(page, TN_NEAR_POOR);
    if (poor->quota > 0 && near->quota > 0) {
        if (!isnan(page->forecast->both.p))
            odds_card(page, page->forecast->both.p, PICK(page, TN_W_P_CARD_BOTH),
                      PICK(page, TN_W_P_CARD_BOTH_NOTE));
        card(page, "plain", PICK(page, TN_W_P_CARD_ASK),
             SAY(page, TN_W_P_CARD_ASK_VALUE, poor->realistic[1], near->realistic[1]),
             PICK(page, TN_W_P_CARD_ASK_NOTE));
    }
    fputs("</ul>\n", page->out);
}

void page_list(const struct page *page, const char *class, size_t n,
               const struct tn_words item[])
{
    if (n == 0)
        return;
    fprintf(page->out, "<ul class=\"%s\">\n", class);
    for (size_t i = 0; i < n; i++)
        tn_html_element(page->out, "li", item[i].text[page->lang]);
    fputs("</ul>\n", page->out);
}

void page_header(const struct page *page)
{
    fputs("<header>\n", page->out);
    place(page);
    tn_html_element(page->out, "h1", page_headline(page));
    tn_html_element(
        page->out, "p class=\"sub\"",
        SAY(page, TN_W_P_TITLE, page->commune->name, page->commune->plan_year));
    page_cards(page);
    page_list(page, "say", page->summary.chiefs, page->summary.chief);
    fputs("</header>\n", page->out);
}

/* ---- the scale of words ---- */

/* Whether a quota's probability falls on the step that begins at floor. */
static bool on_step(const struct page *page, double floor)
{
    for (int s = 0; s < TN_STATUSES; s++)
        if (outcome(page, s)->quota > 0 &&
            likely(page, outcome(page, s)->quota_met.p) == likely(page, floor))
            return true;
    return false;
}

void page_scale(const struct page *page)
{
    static const double floor[] = {0, 0.05, 0.2, 0.4, 0.6, 0.8, 0.95};
    enum { STEPS = sizeof floor / sizeof *floor };

    fputs("<div class=\"keep\">", page->out);
    tn_html_element(page->out, "h3", PICK(page, TN_W_P_SCALE));
    fputs("<ul class=\"scale\">\n", page->out);
    for (size_t i = 0; i < STEPS; i++) {
        const char *from = page_share(page, floor[i ? i : 1], 0);
        fputs(on_step(page, floor[i]) ? "<li class=\"at\">" : "<li>", page->out);
        tn_html_element(page->out, "b", likely(page, floor[i]));
        tn_html_text(page->out, i ? SAY(page, TN_W_P_SCALE_FROM, from)
                                  : SAY(page, TN_W_P_SCALE_BELOW, from));
        fputs("</li>\n", page->out);
    }
    fputs("</ul></div>\n", page->out);
}

void page_answer(const struct page *page)
{
    page_chart(page, "exits-poor");
    page_chart(page, "exits-near-poor");
    page_scale(page);
    if (page->summary.reasons) {
        tn_html_element(page->out, "h3", PICK(page, TN_W_P_WHY));
        page_list(page, "why", page->summary.reasons, page->summary.reason);
    }
    tn_html_element(page->out, "p class=\"note\"", PICK(page, TN_W_P_INTERVALS));
    page_screen_chart(page, "certainty-poor");   // on paper the cards say as much
    page_screen_chart(page, "certainty-near-poor");
}
