/* SPDX-License-Identifier: GPL-3.0-or-later */
/* page_parts.h -- the parts of tn/show/webpage.h, in their order. */
#ifndef TN_SHOW_PAGE_PARTS_H
#define TN_SHOW_PAGE_PARTS_H

#include <stdbool.h>

#include "tn/show/summary.h"
#include "tn/show/webpage.h"

struct page {
    struct tn_arena *arena;
    FILE *out;
    enum tn_lang lang;
    const struct tn_webpage *of;
    const struct tn_commune *commune;
    const struct tn_forecast *forecast;
    struct tn_summary summary;
};

/* Everything before <body>. */
void page_head(const struct page *page, const char *title);

const char *page_headline(const struct page *page);   // the answer in a line
void page_cards(const struct page *page);
void page_list(const struct page *page, const char *class, size_t n,
               const struct tn_words item[]);
void page_scale(const struct page *page);   // of words for probabilities

/* The page's heading: place, answer in a line, cards, sentences. */
void page_header(const struct page *page);
void page_answer(const struct page *page);   // charts, reasons, scale of words

bool page_has_whatif(const struct page *page);
void page_whatif(const struct page *page);
void page_script(const struct page *page);
const char *page_script_digest(struct tn_arena *arena);   // in base64

void page_method(const struct page *page);
void page_sources(const struct page *page);

/* Words of the page's language: PICK(page, TN_W_...). */
#define PICK(page, ...) tn_pick((page)->lang, __VA_ARGS__)
#define SAY(page, ...) tn_say((page)->arena, (page)->lang, __VA_ARGS__)

const char *page_share(const struct page *page, double share, int decimals);

/* A chart by its name, or nothing where it was not drawn. */
void page_chart(const struct page *page, const char *name);
void page_screen_chart(const struct page *page, const char *name);   // not on paper

#endif
