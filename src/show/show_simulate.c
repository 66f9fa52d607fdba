/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/show/show_simulate.h"

#include "tn/show/show_forecast.h"
#include "tn/words/partial.h"
#include "tn/words/simulate.h"

/* clang-format off */
static const struct tn_column columns[] = {
    {"quantity",       {{TN_W_C_QUANTITY}},       TN_WORDS, 0},
    {"computed",       {{TN_W_C_COMPUTED}},       TN_SHARE, 3},
    {"simulated",      {{TN_W_C_SIMULATED}},      TN_SHARE, 3},
    {"standard_error", {{TN_W_C_STANDARD_ERROR}}, TN_SHARE, 3},
    {"z",              {{TN_W_C_Z}},              TN_REAL,  2},
    {0}
};
/* clang-format on */

struct shown {
    struct tn_show_forecast forecast;
    const struct tn_simulation *simulation;
};

static union tn_cell *put(union tn_cell *cell, struct tn_words name,
                          const struct tn_comparison *c)
{
    (cell++)->words = name;
    (cell++)->real = c->computed.p;
    (cell++)->real = c->simulated.p;
    (cell++)->real = c->simulated.error;
    (cell++)->real = c->z;
    return cell;
}

static struct tn_words village_name(struct tn_arena *arena, const char *village,
                                    int status)
{
    return status == TN_POOR ? tn_say_both(arena, TN_W_Q_VILLAGE_POOR, village)
                             : tn_say_both(arena, TN_W_Q_VILLAGE_NEAR_POOR, village);
}

static void check_table(struct tn_arena *arena, struct tn_doc *doc,
                        const struct tn_commune *commune, const struct tn_simulation *s)
{
    enum { WHOLE = 5 };
    struct tn_table *t = tn_doc_table(arena, doc, "comparison",
                                      (struct tn_words){{TN_W_T_SIMULATE_CHECK}},
                                      WHOLE + TN_STATUSES * commune->villages, columns);
    union tn_cell *cell = t->cell;

    cell = put(cell, (struct tn_words){{TN_W_Q_POOR}}, &s->quota[TN_POOR]);
    cell = put(cell, (struct tn_words){{TN_W_Q_NEAR_POOR}}, &s->quota[TN_NEAR_POOR]);
    cell = put(cell, (struct tn_words){{TN_W_Q_BOTH}}, &s->both);
    cell = put(cell, (struct tn_words){{TN_W_Q_NET_POOR}}, &s->net[TN_POOR]);
    cell = put(cell, (struct tn_words){{TN_W_Q_NET_NEAR_POOR}}, &s->net[TN_NEAR_POOR]);
    for (int status = 0; status < TN_STATUSES; status++)
        for (size_t v = 0; v < commune->villages; v++)
            cell = put(cell, village_name(arena, commune->village[v].name, status),
                       &s->village[status][v]);
}

static void json_check(struct tn_json *json, const char *key,
                       const struct tn_comparison *c)
{
    tn_json_object(json, key);
    tn_json_real(json, "exact", c->computed.p);
    tn_json_real(json, "exact_error", c->computed.error);
    tn_json_real(json, "simulated", c->simulated.p);
    tn_json_real(json, "standard_error", c->simulated.error);
    tn_json_real(json, "z", c->z);
    tn_json_end(json);
}

static void json_of_doc(struct tn_json *json, const void *what)
{
    const struct shown *shown = what;
    const struct tn_simulation *s = shown->simulation;

    tn_forecast_json(json, &shown->forecast);
    tn_json_object(json, "check");
    json_check(json, "poor", &s->quota[TN_POOR]);
    json_check(json, "near_poor", &s->quota[TN_NEAR_POOR]);
    json_check(json, "both", &s->both);
    json_check(json, "net_poor", &s->net[TN_POOR]);
    json_check(json, "net_near_poor", &s->net[TN_NEAR_POOR]);
    tn_json_end(json);
    for (int status = 0; status < TN_STATUSES; status++) {
        tn_json_array(json, status == TN_POOR ? "check_villages_poor"
                                              : "check_villages_near_poor");
        for (size_t v = 0; v < shown->forecast.commune->villages; v++)
            json_check(json, NULL, &s->village[status][v]);
        tn_json_end(json);
    }
}

void tn_show_simulation(struct tn_arena *arena, struct tn_doc *doc,
                        const struct tn_commune *commune,
                        const struct tn_simulation *simulation)
{
    struct shown *shown = tn_new(arena, struct shown, 1);
    struct tn_words note = {{NULL}};

    *shown = (struct shown){{commune, &simulation->forecast, simulation->draws},
                            simulation};
    for (int l = 0; l < TN_LANGS; l++)
        note.text[l] = tn_say(arena, (enum tn_lang)l, TN_W_SIMULATE_NOTE,
                              tn_say_count(arena, (enum tn_lang)l, simulation->draws));
    tn_show_forecast(arena, doc, &shown->forecast);
    tn_doc_note(arena, doc, note);
    check_table(arena, doc, commune, simulation);
    doc->json = json_of_doc;
    doc->what = shown;
}

/* clang-format off */
static const struct tn_column part_columns[] = {
    {"file",        {{TN_W_C_PARTIAL_FILE}},  TN_TEXT,  0},
    {"first_chunk", {{TN_W_C_PARTIAL_FIRST}}, TN_COUNT, 0},
    {"end_chunk",   {{TN_W_C_PARTIAL_LAST}},  TN_COUNT, 0},
    {"draws",       {{TN_W_C_PARTIAL_DRAWS}}, TN_COUNT, 0},
    {0}
};
/* clang-format on */

void tn_show_partial(struct tn_arena *arena, struct tn_doc *doc,
                     const struct tn_partial *part)
{
    doc->title = tn_say_both(arena, TN_W_PARTIAL_TITLE, part->first, part->last,
                             tn_simulate_all_chunks((long)part->draws));
    if (part->found)
        tn_doc_note(arena, doc, tn_say_both(arena, TN_W_PARTIAL_FOUND, part->found));
    tn_doc_note(arena, doc, (struct tn_words){{TN_W_PARTIAL_NEXT}});
    struct tn_table *t = tn_doc_table(
        arena, doc, "part", (struct tn_words){{TN_W_PARTIAL_TABLE}}, 1, part_columns);
    t->cell[0].text = part->path;
    t->cell[1].count = (long)part->first;
    t->cell[2].count = (long)part->last;
    t->cell[3].count = (long)part->result.draws;
}
