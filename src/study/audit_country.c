/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "audit_rules.h"

#include <math.h>
#include <string.h>

#include "tn/words/country.h"

/* An area under way: the rows of a country from the outside in. */
struct place {
    const struct tn_area *area;
    const char *name;   // "Tỉnh 1, Huyện 2", by the audit's arena; "" for the country
};

static const char *name_of(struct tn_arena *arena, const char *outer, const char *name)
{
    if (!outer[0])
        return tn_arena_text(arena, name, strlen(name));
    return tn_say(arena, TN_EN, "%s, %s", "%s, %s", outer, name);
}

static struct tn_audit_finding found_at(struct audit *audit, const struct place *place,
                                        const char *rule, enum tn_severity severity)
{
    return (struct tn_audit_finding){.rule = rule,
                                     .severity = severity,
                                     .file = audit->commune->folder,
                                     .line = place->area->own_line ? place->area->own_line
                                                                   : place->area->line,
                                     .subject = place->name};
}

/* Who an area is, where a sentence begins. */
static const char *who(enum tn_lang lang, const struct place *place)
{
    return place->name[0] ? place->name : tn_pick(lang, TN_W_WHOLE_COUNTRY);
}

static void sum_differs(struct audit *audit, const struct place *place,
                        enum tn_status status)
{
    const struct tn_area *area = place->area;
    long stated = area->stated[status], sum = area->households[status];
    struct tn_audit_finding f = found_at(audit, place, "village-sum", TN_ERROR);

    if (stated == TN_UNKNOWN || stated == sum)
        return;
    f.expected = audit_count(sum);
    f.found = audit_count(stated);
    for_langs (lang)
        f.message.text[lang] = tn_say(audit->arena, lang, TN_W_AUDIT_AREA_SUM,
                                      who(lang, place), stated,
                                      audit_status(lang, status), sum);
    audit_add(audit, f);
}

static void total_differs(struct audit *audit, const struct place *place)
{
    const struct tn_area *area = place->area;
    long stated = area->stated_all;
    struct tn_audit_finding f = found_at(audit, place, "total-sum", TN_ERROR);

    if (stated == TN_UNKNOWN || isnan(area->all_households) ||
        fabs((double)stated - area->all_households) < 0.5)
        return;
    f.expected = audit_count((long)area->all_households);
    f.found = audit_count(stated);
    for_langs (lang)
        f.message.text[lang] = tn_say(audit->arena, lang, TN_W_AUDIT_AREA_TOTAL,
                                      who(lang, place), stated,
                                      (long)area->all_households);
    audit_add(audit, f);
}

/* A wider area may well be asked for less than its parts, or its parts hold something
 * back: a warning, not a contradiction. */
static void quota_differs(struct audit *audit, const struct place *place,
                          enum tn_status status)
{
    const struct tn_area *area = place->area;
    long quota = area->quota[status], sum = area->parts_quota[status];
    struct tn_audit_finding f = found_at(audit, place, "quota-sum", TN_WARNING);

    if (quota == sum)
        return;
    f.expected = audit_count(sum);
    f.found = audit_count(quota);
    for_langs (lang)
        f.message.text[lang] = tn_say(audit->arena, lang, TN_W_AUDIT_AREA_QUOTA,
                                      who(lang, place), quota, audit_status(lang, status),
                                      sum);
    audit_add(audit, f);
}

static void audit_area(struct audit *audit, const struct place *place)
{
    for_statuses (status)
        sum_differs(audit, place, status);
    total_differs(audit, place);
    for_statuses (status)
        quota_differs(audit, place, status);
}

/* Villages say nothing that could differ from their parts. */
static void audit_inside(struct audit *audit, const struct tn_province *province,
                         size_t level, size_t i, const char *outer)
{
    const struct tn_area *area = &province->area[level][i];
    struct place place = {area, name_of(audit->arena, outer, area->name)};

    audit_area(audit, &place);
    for (size_t k = 0; level < TN_A_COMMUNE && k < area->parts; k++)
        audit_inside(audit, province, level + 1, area->first + k, place.name);
}

struct tn_audit_country {
    struct audit audit;
};

struct tn_audit_country *tn_audit_country_begin(struct tn_arena *arena, const char *path)
{
    struct tn_audit_country *country = tn_new(arena, struct tn_audit_country, 1);
    struct tn_commune *none = tn_new(arena, struct tn_commune, 1);

    none->folder = path;
    country->audit = (struct audit){.arena = arena, .commune = none};
    return country;
}

void tn_audit_country_add(struct tn_audit_country *country,
                          const struct tn_province *province)
{
    audit_inside(&country->audit, province, TN_A_PROVINCE, 0, "");
}

struct tn_audit tn_audit_country_end(struct tn_audit_country *country,
                                     const struct tn_area *whole)
{
    audit_area(&country->audit, &(struct place){whole, ""});
    return audit_joined(&country->audit);
}
