/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/data/ascent.h"

#include <string.h>

struct tn_ascent tn_ascent_begin(void)
{
    return (struct tn_ascent){.by_year = true, .by_code = true};
}

bool tn_ascent_holds(const struct tn_ascent *ascent)
{
    return ascent->by_year || ascent->by_code;
}

static int compare(size_t a_len, const char *a, size_t b_len, const char *b)
{
    if (a_len != b_len)
        return a_len < b_len ? -1 : 1;
    return a_len ? memcmp(a, b, a_len) : 0;
}

/* What holds when this row follows the last one. */
static void follow(struct tn_ascent *ascent, size_t code_len, const char *code,
                   size_t year_len, const char *year)
{
    const struct tn_ascent_key *last = &ascent->last;
    int codes = compare(code_len, code, last->code_len, last->code);
    int years = compare(year_len, year, last->year_len, last->year);

    ascent->by_year = ascent->by_year && (years > 0 || (!years && codes > 0));
    ascent->by_code = ascent->by_code && (codes > 0 || (!codes && years > 0));
}

void tn_ascent_add(struct tn_ascent *ascent, size_t code_len, const char *code,
                   size_t year_len, const char *year)
{
    struct tn_ascent_key *last = &ascent->last;

    if (code_len > TN_ASCENT_CODE || year_len > TN_ASCENT_CODE) {
        ascent->by_year = ascent->by_code = false;
        return;
    }
    if (ascent->begun)
        follow(ascent, code_len, code, year_len, year);
    last->code_len = code_len;
    last->year_len = year_len;
    memcpy(last->code, code, code_len);
    memcpy(last->year, year, year_len);
    if (!ascent->begun)
        ascent->first = *last;
    ascent->begun = true;
}

void tn_ascent_join(struct tn_ascent *ascent, const struct tn_ascent *next)
{
    const struct tn_ascent_key *first = &next->first;

    ascent->by_year = ascent->by_year && next->by_year;
    ascent->by_code = ascent->by_code && next->by_code;
    if (!next->begun)
        return;
    if (ascent->begun)
        follow(ascent, first->code_len, first->code, first->year_len, first->year);
    else
        ascent->first = *first;
    ascent->begun = true;
    ascent->last = next->last;
}
