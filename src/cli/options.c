/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli.h"

#include "tn/base/decimal.h"
#include "tn/data/decode.h"
#include "tn/data/schema.h"
#include "tn/words/cli.h"

#include <stdlib.h>
#include <string.h>

enum { COMMON_OPTIONS = 14, LIST_ROOM = 64 };

/* clang-format off */
static void common_options(struct cli_common *c, struct cli_option option[COMMON_OPTIONS])
{
    const struct cli_option all[COMMON_OPTIONS] = {
        {"format",   "table|csv|json", {{TN_W_OPT_FORMAT}},   CLI_CHOICE, &c->format,   0, 0},
        {"output",   "PATH",           {{TN_W_OPT_OUTPUT}},   CLI_TEXT,   &c->output,   0, 0},
        {"lang",     "vi|en",          {{TN_W_OPT_LANG}},     CLI_CHOICE, &c->lang,     0, 0},
        {"method",   "auto|exact|conditional|simulate", {{TN_W_OPT_METHOD}},
                                                              CLI_CHOICE, &c->method,   0, 0},
        {"model",    "FILE",           {{TN_W_OPT_MODEL}},    CLI_TEXT,   &c->model,    0, 0},
        {"seed",     "N",              {{TN_W_OPT_SEED}},     CLI_LONG,   &c->seed,     0, 9e15},
        {"draws",    "N",              {{TN_W_OPT_DRAWS}},    CLI_LONG,   &c->draws,    1, 1e12},
        {"threads",  "N",              {{TN_W_OPT_THREADS}},  CLI_LONG,   &c->threads,  0, 1024},
        {"encoding", "NAME",           {{TN_W_OPT_ENCODING}}, CLI_ENCODING, &c->encoding, 0, 0},
        {"max-mib",  "N",              {{TN_W_OPT_MAX_MIB}},  CLI_REAL,   &c->max_mib,  1e-3, 1e6},
        {"names",    NULL,             {{TN_W_OPT_NAMES}},    CLI_FLAG,   &c->names,    0, 0},
        {"quiet",    NULL,             {{TN_W_OPT_QUIET}},    CLI_FLAG,   &c->quiet,    0, 0},
        {"help",     NULL,             {{TN_W_OPT_HELP}},     CLI_FLAG,   &c->help,     0, 0},
        {0}
    };
    memcpy(option, all, sizeof all);
}
/* clang-format on */

/* Levenshtein's distance of two short names; names longer than the row differ. */
static size_t distance(const char *a, const char *b)
{
    enum { LONGEST = 40 };
    size_t row[LONGEST + 1], m = strlen(a), n = strlen(b);

    if (m > LONGEST || n > LONGEST)
        return LONGEST;
    for (size_t j = 0; j <= n; j++)
        row[j] = j;
    for (size_t i = 1; i <= m; i++) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= n; j++) {
            size_t change = diagonal + (a[i - 1] != b[j - 1]);
            size_t shift = (row[j] < row[j - 1] ? row[j] : row[j - 1]) + 1;
            diagonal = row[j];
            row[j] = change < shift ? change : shift;
        }
    }
    return row[n];
}

/* Keep candidate if it is nearer to name than anything so far, and near at all. */
static void consider(const char *name, const char *candidate, const char **best,
                     size_t *least)
{
    size_t d = distance(name, candidate);

    if (d < *least && d <= 1 + strlen(name) / 3) {
        *best = candidate;
        *least = d;
    }
}

const char *cli_nearest_command(const char *name)
{
    const char *best = NULL;
    size_t least = LIST_ROOM;

    for (const struct cli_command *const *c = cli_commands; *c; c++)
        consider(name, (*c)->name, &best, &least);
    return best;
}

static const struct cli_option *find(const struct cli_option option[], const char *name,
                                     size_t len)
{
    for (; option && option->name; option++)
        if (strlen(option->name) == len && memcmp(option->name, name, len) == 0)
            return option;
    return NULL;
}

static enum tn_fault choose(const struct cli_option *option, const char *value,
                            struct tn_err *err)
{
    size_t len = strlen(value);
    int index = 0;

    for (const char *word = option->value; word; index++) {
        size_t wide = strcspn(word, "|");
        if (wide == len && memcmp(word, value, len) == 0) {
            *(int *)option->into = index;
            return TN_OK;
        }
        word = word[wide] ? word + wide + 1 : NULL;
    }
    return tn_fail(err, TN_EUSAGE, NULL, TN_W_OPTION_CHOICE, option->name, option->value,
                   value);
}

static enum tn_fault append(const struct cli_option *option, const char *value,
                            struct tn_err *err)
{
    struct cli_list *list = option->into;

    if (list->n == LIST_ROOM)
        return tn_fail(err, TN_EUSAGE, NULL, TN_W_OPTION_TOO_MANY, option->name,
                       (int)LIST_ROOM);
    list->value[list->n++] = value;
    return TN_OK;
}

static enum tn_fault number(const struct cli_option *option, const char *value,
                            struct tn_err *err)
{
    bool whole = option->kind == CLI_LONG;
    double x = 0;
    int decimals = 0;
    unsigned may = whole ? TN_DECIMAL_MINUS : TN_DECIMAL_MINUS | TN_DECIMAL_EXPONENT;

    if (!tn_decimal_read(strlen(value), value, '.', may, &x, &decimals) ||
        (whole && decimals > 0))
        return whole
                   ? tn_fail(err, TN_EUSAGE, NULL, TN_W_OPTION_WHOLE, option->name, value)
                   : tn_fail(err, TN_EUSAGE, NULL, TN_W_OPTION_NUMBER, option->name,
                             value);
    bool bounded = option->low < 0 || option->low > 0 || option->high < 0 ||
                   option->high > 0;
    if (bounded && !(x >= option->low && x <= option->high))
        return tn_fail(err, TN_EUSAGE, NULL, TN_W_OPTION_RANGE, option->name, option->low,
                       option->high, value);
    if (option->kind == CLI_LONG)
        *(long *)option->into = (long)x;
    else
        *(double *)option->into = x;
    return TN_OK;
}

/* Refused even where all that is read turns out to be UTF-8. */
static enum tn_fault encoding(const struct cli_option *option, const char *value,
                              struct tn_err *err)
{
    if (!tn_encoding_known(value))
        return tn_fail(err, TN_EUSAGE, NULL, TN_W_OPTION_ENCODING, option->name, value);
    *(const char **)option->into = value;
    return TN_OK;
}

static enum tn_fault store(const struct cli_option *option, const char *value,
                           struct tn_err *err)
{
    switch (option->kind) {
    case CLI_FLAG:
        *(int *)option->into = 1;
        return TN_OK;
    case CLI_TEXT:
        *(const char **)option->into = value;
        return TN_OK;
    case CLI_CHOICE:
        return choose(option, value, err);
    case CLI_LIST:
        return append(option, value, err);
    case CLI_ENCODING:
        return encoding(option, value, err);
    case CLI_LONG:
    case CLI_REAL:
        break;
    }
    return number(option, value, err);
}

static enum tn_fault unknown(const char *name, const struct cli_option own[],
                             const struct cli_option common[], const char *command,
                             struct tn_err *err)
{
    char bare[LIST_ROOM] = "";
    const char *best = NULL;
    size_t least = LIST_ROOM;

    if (strncmp(name, "--", 2) == 0 && strlen(name) < sizeof bare)
        memcpy(bare, name + 2, strcspn(name + 2, "="));
    for (const struct cli_option *o = own; o && o->name; o++)
        consider(bare, o->name, &best, &least);
    for (const struct cli_option *o = common; o->name; o++)
        consider(bare, o->name, &best, &least);
    return best ? tn_fail(err, TN_EUSAGE, NULL, TN_W_NO_OPTION_NEAR, name, best, command)
                : tn_fail(err, TN_EUSAGE, NULL, TN_W_NO_OPTION, name, command);
}

/* Take one option, argv[*i]; a value in the next word moves *i on. */
static enum tn_fault take(int argc, char *argv[], int *i, struct cli_call *call,
                          struct tn_err *err)
{
    struct cli_option common[COMMON_OPTIONS];
    const struct cli_option *own = call->command->option;

    common_options(&call->common, common);
    if (strncmp(argv[*i], "--", 2) != 0)
        return unknown(argv[*i], own, common, call->command->name, err);

    const char *name = argv[*i] + 2;
    size_t len = strcspn(name, "=");
    const struct cli_option *o = find(own, name, len);
    if (!o)
        o = find(common, name, len);
    if (!o)
        return unknown(argv[*i], own, common, call->command->name, err);

    const char *value = name[len] ? name + len + 1 : NULL;
    if (o->kind == CLI_FLAG && value)
        return tn_fail(err, TN_EUSAGE, NULL, TN_W_OPTION_NO_VALUE, o->name, value);
    bool more = *i + 1 < argc && strncmp(argv[*i + 1], "--", 2) != 0;
    if (o->kind != CLI_FLAG && !value && more)   // --model --quiet: its value is missing
        value = argv[++*i];
    if (o->kind != CLI_FLAG && (!value || !*value))
        return tn_fail(err, TN_EUSAGE, NULL, TN_W_OPTION_WANTS, o->name, o->value);
    if (o->kind == CLI_TEXT && strcmp(value, "-") == 0)
        return tn_fail(err, TN_EUSAGE, NULL, TN_W_OPTION_DASH, o->name);
    return store(o, value, err);
}

enum tn_fault cli_parse(int argc, char *argv[], struct cli_call *call, struct tn_err *err)
{
    bool options_over = false;

    call->folder = tn_new(call->arena, char *, (size_t)argc);
    call->common.seed = 1;
    for (int i = 1; i < argc; i++) {
        if (!options_over && strcmp(argv[i], "--") == 0) {
            options_over = true;
        } else if (options_over || argv[i][0] != '-' || !argv[i][1]) {
            call->folder[call->folders++] = argv[i];
        } else {
            enum tn_fault fault = take(argc, argv, &i, call, err);
            if (fault)
                return fault;
        }
    }
    call->common.draws_given = call->common.draws > 0;
    if (!call->common.draws_given)
        call->common.draws = 1000000;
    return TN_OK;
}

static void print_options(FILE *out, const struct cli_option *o, enum tn_lang lang)
{
    for (; o && o->name; o++) {
        int used = fprintf(out, "  --%s%s%s", o->name, o->value ? " " : "",
                           o->value ? o->value : "");
        if (used > 26)
            fprintf(out, "\n%26s", "");
        fprintf(out, "%*s%s\n", used < 26 ? 26 - used : 0, "", o->help.text[lang]);
    }
}

void cli_list_files(FILE *out, enum tn_lang lang)
{
    fprintf(out, "\n%s\n", tn_pick(lang, TN_W_PLAN_FILES));
    for (int i = 0; i < TN_FILES; i++) {
        const struct tn_file_schema *file = &tn_file_schema[i];
        fprintf(out, "  %c %-18s %s\n", file->needed ? '*' : ' ', file->name,
                file->holds.text[lang]);
    }
    fputs(tn_pick(lang, TN_W_PLAN_FILES_MORE), out);
}

void cli_help(FILE *out, const struct cli_command *command, enum tn_lang lang)
{
    struct tn_arena arena = {0};
    struct cli_common unused = {0};
    struct cli_option common[COMMON_OPTIONS];

    common_options(&unused, common);
    fputs(tn_say(&arena, lang, TN_W_USAGE_ONE, command->name, command->arguments,
                 command->summary.text[lang]),
          out);
    if (command->option && command->option->name) {
        fprintf(out, "\n%s\n", tn_pick(lang, TN_W_OPTIONS_OWN));
        print_options(out, command->option, lang);
    }
    fprintf(out, "\n%s\n", tn_pick(lang, TN_W_OPTIONS_COMMON));
    print_options(out, common, lang);
    if (command->files)
        cli_list_files(out, lang);
    tn_arena_free(&arena);
}
