/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any words as a command line, one a line: each is an option with a value that it may
 * have, or what is left over, or the fault is said in words that a terminal may see. */
#include "fuzz.h"

#include "../src/cli/cli.h"

enum { MOST_WORDS = 40 };

static struct {
    int flag, choice;
    long whole;
    double real;
    const char *text;
    struct cli_list list;
} opt;

static const struct cli_option options[] = {
    {"flag", NULL, {{"f", "f"}}, CLI_FLAG, &opt.flag, 0, 0},
    {"choice", "one|two|three", {{"c", "c"}}, CLI_CHOICE, &opt.choice, 0, 0},
    {"whole", "N", {{"w", "w"}}, CLI_LONG, &opt.whole, -5, 1000},
    {"real", "X", {{"r", "r"}}, CLI_REAL, &opt.real, 0.5, 1e9},
    {"text", "TEXT", {{"t", "t"}}, CLI_TEXT, &opt.text, 0, 0},
    {"list", "ITEM", {{"l", "l"}}, CLI_LIST, &opt.list, 0, 0},
    {0}};
static const struct cli_command command = {.name = "fuzz", .option = options};

const struct cli_command *const cli_commands[] = {&command, NULL};

static size_t split(char *text, size_t size, char *word[MOST_WORDS + 1])
{
    size_t n = 1;
    static char name[] = "fuzz";

    word[0] = name;
    for (char *at = text; at < text + size && n < MOST_WORDS; at += strlen(at) + 1) {
        at[strcspn(at, "\n")] = '\0';
        word[n++] = at;
    }
    word[n] = NULL;
    return n;
}

static bool among(const char *text, size_t n, char *const word[])
{
    for (size_t i = 0; i < n; i++)
        if (text >= word[i] && text <= word[i] + strlen(word[i]))
            return true;
    return false;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct tn_arena arena = {0};
    char *word[MOST_WORDS + 1];
    size_t n = split(tn_arena_text(&arena, (const char *)data, size), size, word);
    struct cli_call call = {.arena = &arena, .command = &command};
    struct tn_err err = {0};

    memset(&opt, 0, sizeof opt);
    opt.real = 1;
    enum tn_fault fault = cli_parse((int)n, word, &call, &err);
    PROMISE(fault == TN_OK || fault == TN_EUSAGE);
    PROMISE((fault == TN_OK) == !err.text[TN_EN][0] &&
            (fault == TN_OK) == !err.text[TN_VI][0]);
    PROMISE(opt.flag >= 0 && opt.flag <= 1 && opt.choice >= 0 && opt.choice < 3);
    PROMISE(opt.whole >= -5 && opt.whole <= 1000 && opt.real >= 0.5 && opt.real <= 1e9);
    PROMISE(call.common.format >= CLI_TABLE && call.common.format <= CLI_JSON);
    PROMISE(call.common.threads >= 0 && call.common.threads <= 1024);
    PROMISE(!opt.text || among(opt.text, n, word));
    for (size_t i = 0; i < opt.list.n; i++)
        PROMISE(among(opt.list.value[i], n, word));
    for (size_t i = 0; i < call.folders; i++)
        PROMISE(among(call.folder[i], n, word));
    PROMISE(fault || call.common.draws >= 1);
    tn_arena_free(&arena);
    return 0;
}
