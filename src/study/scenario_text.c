/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scenarios as people write them: rows of scenario.csv, and options. */
#include "tn/study/scenario.h"

#include "tn/base/decimal.h"
#include "tn/base/fold.h"
#include "tn/words/whatif.h"

#include <assert.h>
#include <string.h>

/* ---- from scenario.csv ---- */

static size_t village_of(struct tn_arena *arena, const struct tn_commune *commune,
                         const char *name)
{
    const char *key = tn_fold_key(arena, strlen(name), name);

    for (size_t v = 0; v < commune->villages; v++) {
        const char *other = commune->village[v].name;
        if (strcmp(tn_fold_key(arena, strlen(other), other), key) == 0)
            return v;
    }
    return TN_NONE;
}

static int status_of(const char *code)
{
    size_t status = tn_vocab_find(TN_STATUSES, tn_status_vocab, code);

    return status < TN_STATUSES ? (int)status : TN_UNKNOWN;
}

static struct tn_selection selection_of(struct tn_arena *arena,
                                        const struct tn_commune *commune,
                                        const struct tn_change *change)
{
    struct tn_selection who = tn_select_all();

    who.status = change->status;
    switch (change->select) {
    case TN_BY_HOUSEHOLD:
        who.household = change->key;
        break;
    case TN_BY_VILLAGE:
        who.village = village_of(arena, commune, change->key);
        assert(who.village != TN_NONE);   // the reader has seen to it; NONE would be all
        break;
    case TN_BY_CAUSE:
        who.cause = change->key;
        break;
    case TN_BY_STATUS:
        who.status = status_of(change->key);
        break;
    }
    return who;
}

enum tn_fault tn_scenario_of(struct tn_arena *arena, const struct tn_commune *commune,
                             struct tn_scenario *scenario, struct tn_err *err)
{
    struct tn_scenario s = {
        .adjustment = tn_new(arena, struct tn_adjustment, commune->changes)};

    for (size_t i = 0; i < commune->changes; i++) {
        const struct tn_change *change = &commune->change[i];
        if (change->set && !(change->value >= 0 && change->value <= 1))
            return tn_fail(err, TN_EDATA,
                           tn_say(arena, TN_EN, "scenario.csv:%ld", "scenario.csv:%ld",
                                  change->line),
                           TN_W_SCENARIO_ROW_CHANCE, change->value);
        s.adjustment[s.n++] = (struct tn_adjustment){selection_of(arena, commune, change),
                                                     change->set, change->value};
    }
    *scenario = s;
    return TN_OK;
}

/* ---- from an option ---- */

static enum tn_fault pick_village(struct tn_arena *arena,
                                  const struct tn_commune *commune, const char *option,
                                  const char *name, struct tn_selection *who,
                                  struct tn_err *err)
{
    who->village = village_of(arena, commune, name);
    if (who->village != TN_NONE)
        return TN_OK;

    const char **key = tn_new(arena, const char *, commune->villages);
    size_t near = 0, least = (size_t)-1;
    for (size_t v = 0; v < commune->villages; v++) {
        const char *other = commune->village[v].name;
        key[v] = tn_fold_key(arena, strlen(other), other);
        size_t away = tn_fold_distance(tn_fold_key(arena, strlen(name), name), key[v]);
        if (away < least) {
            least = away;
            near = v;
        }
    }
    return tn_fail(err, TN_EUSAGE, NULL, TN_W_SCENARIO_VILLAGE, option, name,
                   commune->villages ? commune->village[near].name : "");
}

static enum tn_fault pick_household(const struct tn_commune *commune, const char *option,
                                    const char *code, struct tn_selection *who,
                                    struct tn_err *err)
{
    for (size_t i = 0; i < commune->households_listed; i++)
        if (strcmp(commune->household[i].code, code) == 0) {
            who->household = commune->household[i].code;
            return TN_OK;
        }
    return tn_fail(err, TN_EUSAGE, NULL, TN_W_SCENARIO_HOUSEHOLD, option, code);
}

/* Whether what the key picks by is picked already: a second one would take its place. */
static bool is_picked(const struct tn_selection *who, const char *key, size_t len)
{
    const struct tn_selection all = tn_select_all();

    return (strncmp(key, "village", len) == 0 && who->village != all.village) ||
           (strncmp(key, "household", len) == 0 && who->household != all.household) ||
           (strncmp(key, "cause", len) == 0 && who->cause != all.cause) ||
           (strncmp(key, "status", len) == 0 && who->status != all.status) ||
           (strncmp(key, "planned", len) == 0 && who->planned != all.planned);
}

/* One "key=value" of a selection. */
static enum tn_fault pick(struct tn_arena *arena, const struct tn_commune *commune,
                          const char *option, char *pair, struct tn_selection *who,
                          struct tn_err *err)
{
    char *equals = strchr(pair, '='), *value = equals ? equals + 1 : NULL;

    if (!value || !*value || is_picked(who, pair, (size_t)(equals - pair)))
        return tn_fail(err, TN_EUSAGE, NULL, TN_W_SCENARIO_KEY, option, pair);
    *equals = '\0';
    if (strcmp(pair, "village") == 0)
        return pick_village(arena, commune, option, value, who, err);
    if (strcmp(pair, "household") == 0)
        return pick_household(commune, option, value, who, err);
    if (strcmp(pair, "cause") == 0) {
        who->cause = value;
        return TN_OK;
    }
    if (strcmp(pair, "status") == 0 && status_of(value) != TN_UNKNOWN) {
        who->status = status_of(value);
        return TN_OK;
    }
    if (strcmp(pair, "planned") == 0 && (!strcmp(value, "yes") || !strcmp(value, "no"))) {
        who->planned = strcmp(value, "yes") == 0;
        return TN_OK;
    }
    *equals = '=';
    return tn_fail(err, TN_EUSAGE, NULL, TN_W_SCENARIO_KEY, option, pair);
}

static enum tn_fault value_of(const struct tn_adjustment_text *from, const char *text,
                              struct tn_adjustment *to, struct tn_err *err)
{
    unsigned may = TN_DECIMAL_MINUS | TN_DECIMAL_EXPONENT;

    if (from->set) {
        if (strncmp(text, "p=", 2) == 0)
            text += 2;
        if (!tn_decimal_read(strlen(text), text, '.', 0, &to->value, NULL) ||
            to->value > 1)
            return tn_fail(err, TN_EUSAGE, NULL, TN_W_SCENARIO_CHANCE, from->option,
                           text);
        return TN_OK;
    }
    const char *digits = text[0] == '+' ? text + 1 : text;
    if (!tn_decimal_read(strlen(digits), digits, '.', may, &to->value, NULL) ||
        !(to->value >= -TN_SHIFT_MOST && to->value <= TN_SHIFT_MOST))
        return tn_fail(err, TN_EUSAGE, NULL, TN_W_SCENARIO_SHIFT, from->option, text);
    return TN_OK;
}

enum tn_fault tn_scenario_parse(struct tn_arena *arena, const struct tn_commune *commune,
                                const struct tn_adjustment_text *from,
                                struct tn_adjustment *to, struct tn_err *err)
{
    char *text = tn_arena_text(arena, from->text, strlen(from->text));
    char *colon = strrchr(text, ':'), *next;
    enum tn_fault fault = TN_OK;

    if (!colon)
        return tn_fail(err, TN_EUSAGE, NULL, TN_W_SCENARIO_COLON, from->option,
                       from->text);
    *colon = '\0';
    *to = (struct tn_adjustment){.who = tn_select_all(), .set = from->set};
    for (char *pair = text; pair && !fault; pair = next) {
        next = strchr(pair, ',');
        if (next)
            *next++ = '\0';
        fault = pick(arena, commune, from->option, pair, &to->who, err);
    }
    if (!fault)
        fault = value_of(from, colon + 1, to, err);
    if (!fault && tn_scenario_reach(commune, to) == 0)
        return tn_fail(err, TN_EUSAGE, NULL, TN_W_SCENARIO_NOBODY, from->option,
                       from->text);
    return fault;
}
