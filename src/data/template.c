/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/data/template.h"

#include <string.h>

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

struct page {
    char *end;
    enum tn_lang lang;
    char separator;
};

static void put(struct page *page, const char *text)
{
    size_t len = strlen(text);

    page->end = (char *)memcpy(page->end, text, len) + len;
}

static const char *title(const struct page *page, const struct tn_field *field)
{
    return page->lang == TN_EN ? field->name : field->heading.text[TN_VI];
}

static void put_header(struct page *page, const struct tn_file_schema *schema)
{
    for (size_t i = 0; i < schema->columns; i++) {
        if (i)
            *page->end++ = page->separator;
        put(page, title(page, &schema->column[i]));
    }
    put(page, "\r\n");
}

static void put_items(struct page *page)
{
    for (size_t i = 0; i < TN_P_KEYS; i++) {
        put(page, title(page, &tn_plan_key[i]));
        *page->end++ = page->separator;
        *page->end++ = page->separator;
        put(page, "\r\n");
    }
}

const char *tn_template(struct tn_arena *arena, enum tn_file_id file, enum tn_lang lang,
                        char separator)
{
    enum { LONGEST_TITLE = 100 };
    const struct tn_file_schema *schema = &tn_file_schema[file];
    char *text = tn_new(arena, char, (schema->columns + TN_P_KEYS + 1) * LONGEST_TITLE);
    struct page page = {text, lang, separator};

    put(&page, BYTE_ORDER_MARK);
    put_header(&page, schema);
    if (file == TN_F_PLAN)
        put_items(&page);
    return text;
}
