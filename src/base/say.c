/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/base/say.h"

#include <assert.h>
#include <math.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *tn_pick(enum tn_lang lang, const char *vi, const char *en)
{
    return lang == TN_EN ? en : vi;
}

static bool is_digit(char letter)
{
    return letter >= '0' && letter <= '9';
}

void tn_say_plurals(const char *format, char *text)
{
    char *out = text, before = ' ';
    bool one = false;   // the last number so far

    if (!strchr(format, *TN_S))
        return;
    for (const char *at = text; *at; before = *at++) {
        if (is_digit(*at) && !is_digit(before) && before != '.' && before != ',')
            one = *at == '1' && !is_digit(at[1]) &&
                  !((at[1] == '.' || at[1] == ',') && is_digit(at[2]));
        if (*at != *TN_S)
            *out++ = *at;
        else if (!one)
            *out++ = 's';
    }
    *out = '\0';
}

__attribute__((format(printf, 2, 0))) static const char *formatted(struct tn_arena *arena,
                                                                   const char *format,
                                                                   va_list args)
{
    va_list again;

    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, again);
    va_end(again);
    assert(len >= 0);

    char *text = tn_new(arena, char, (size_t)len + 1);
    vsnprintf(text, (size_t)len + 1, format, args);
    tn_say_plurals(format, text);
    return text;
}

const char *tn_say(struct tn_arena *arena, enum tn_lang lang, const char *vi,
                   const char *en, ...)
{
    va_list args;

    va_start(args, en);
    const char *text = lang == TN_EN ? formatted(arena, en, args)
                                     : formatted(arena, vi, args);
    va_end(args);
    return text;
}

struct tn_words tn_say_both(struct tn_arena *arena, const char *vi, const char *en, ...)
{
    struct tn_words words;
    va_list args, again;

    va_start(args, en);
    va_copy(again, args);
    words.text[TN_VI] = formatted(arena, vi, args);
    words.text[TN_EN] = formatted(arena, en, again);
    va_end(again);
    va_end(args);
    return words;
}

/* Digits as printf gives them, with the language's marks put in. */
static const char *marked(struct tn_arena *arena, enum tn_lang lang, const char *plain)
{
    const char *digits = plain + (*plain == '-');
    size_t whole = strspn(digits, "0123456789"), out = 0;
    char *text = tn_new(arena, char, 2 * strlen(plain) + 1);

    if (digits != plain)
        text[out++] = '-';
    for (size_t i = 0; i < whole; i++) {
        if (i && whole > 4 && (whole - i) % 3 == 0)
            text[out++] = lang == TN_EN ? ',' : '.';
        text[out++] = digits[i];
    }
    if (digits[whole] == '.')
        text[out++] = lang == TN_EN ? '.' : ',';
    strcpy(text + out, digits + whole + (digits[whole] == '.'));
    return text;
}

const char *tn_say_real(struct tn_arena *arena, enum tn_lang lang, double x, int decimals)
{
    char room[400];

    assert(decimals >= 0 && decimals <= 15);
    if (!isfinite(x))
        return "-";
    snprintf(room, sizeof room, "%.*f", decimals, x);
    if (strspn(room, "-0.") == strlen(room) && room[0] == '-')
        return marked(arena, lang, room + 1);   // no "-0,0"
    return marked(arena, lang, room);
}

const char *tn_say_count(struct tn_arena *arena, enum tn_lang lang, long x)
{
    char room[32];

    snprintf(room, sizeof room, "%ld", x);
    return marked(arena, lang, room);
}

const char *tn_say_share(struct tn_arena *arena, enum tn_lang lang, double share,
                         int decimals)
{
    double percent = 100 * share, unit = pow(10, -decimals);

    if (isnan(share))
        return "-";
    const char *sign = "";
    if (share > 0 && percent < unit / 2)
        sign = "< ", percent = unit;
    else if (share < 1 && percent > 100 - unit / 2)
        sign = "> ", percent = 100 - unit;
    const char *number = tn_say_real(arena, lang, percent, decimals);
    return tn_say(arena, lang, "%s%s %%", "%s%s%%", sign, number);
}
