/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/data/cell.h"

#include "tn/base/fold.h"
#include "tn/base/utf8.h"
#include "tn/data/legacy.h"
#include "tn/data/number.h"
#include "tn/words/data.h"

#include <math.h>
#include <string.h>

/* Add an error on the value, shown as the cell has it. */
#define WRONG(rules, value, ...)                                            \
    do {                                                                    \
        TN_FIND((rules)->reading, TN_ERROR, (value)->line, (value)->column, \
                __VA_ARGS__);                                               \
        (value)->wrong = true;                                              \
    } while (0)

static const char *shown(const struct tn_cell_rules *rules, const struct tn_value *value)
{
    return tn_shown(rules->reading, value->len, value->text);
}

/* Letters that the eye does not see: left out of names, numbers and codes. */
static bool invisible(int32_t code)
{
    return code == 0xAD || code == 0x200B || code == 0x200C || code == 0x200D ||
           code == 0x200E || code == 0x200F || code == 0x2060 || code == 0xFEFF;
}

static bool blank(int32_t code)
{
    return code == ' ' || code == '\t' || code == '\n' || code == 0xA0 ||
           code == 0x3000 || code == 0x202F || (code >= 0x2000 && code <= 0x200A);
}

static bool control(int32_t code)
{
    return (code < ' ' && code != '\t' && code != '\n') || (code >= 0x7F && code < 0xA0);
}

bool tn_cell_is_blank(const struct tn_csv_cell *cell)
{
    int32_t code;
    size_t bytes = 0;

    for (size_t at = 0; at < cell->len; at += bytes) {
        bytes = tn_utf8_next(cell->text + at, &code);
        if (!bytes || !(blank(code) || invisible(code)))
            return false;   // no letters at all behind a NUL, which is no blank
    }
    return true;
}

/* Drop what is invisible, and the blanks at both ends. */
static void clean(const struct tn_cell_rules *rules, struct tn_value *value)
{
    char *kept = tn_new(rules->scratch, char, value->len + 1), *end = kept, *last = kept;
    const char *at = value->text;
    int32_t code;

    for (size_t bytes; (bytes = tn_utf8_next(at, &code)); at += bytes) {
        if (invisible(code) || (end == kept && blank(code)))
            continue;
        end = (char *)memcpy(end, at, bytes) + bytes;
        if (!blank(code))
            last = end;
    }
    *last = '\0';
    value->text = kept;
    value->len = (uint32_t)(last - kept);
}

static bool padded(const struct tn_value *value)
{
    return value->len && (value->text[0] <= ' ' || value->text[value->len - 1] <= ' ') &&
           (blank(value->text[0]) || blank(value->text[value->len - 1]));
}

static bool is_ascii(size_t len, const char *text)
{
    unsigned char all = 0;

    for (size_t i = 0; i < len; i++)
        all |= (unsigned char)text[i];
    return all < 0x80;
}

/* A cell is not UTF-8: say what the whole row looks like. Where that is known there is
 * no use in reading on. */
static void tell_bytes(const struct tn_cell_rules *rules, const char *called,
                       const struct tn_csv_row *row, struct tn_value *value)
{
    const struct tn_csv_cell cell = {value->text, value->len, value->line};

    value->wrong = tn_legacy_told(rules->reading, row, &cell, value->column, called);
    if (!value->wrong)
        WRONG(rules, value, TN_W_NOT_UTF8, called, shown(rules, value));
}

/* The bytes are a text at all: valid UTF-8 without NUL or control characters. */
static void check_bytes(const struct tn_cell_rules *rules, const char *called,
                        const struct tn_csv_row *row, struct tn_value *value)
{
    const char *at = value->text;
    int32_t code;

    if (memchr(value->text, '\0', value->len)) {
        WRONG(rules, value, TN_W_NUL, called, shown(rules, value), (long long)row->nul);
        return;
    }
    for (size_t bytes; (bytes = tn_utf8_next(at, &code)); at += bytes) {
        if (code < 0) {
            tell_bytes(rules, called, row, value);
            return;
        }
        if (control(code)) {
            WRONG(rules, value, TN_W_CONTROL, called, shown(rules, value));
            return;
        }
    }
}

static struct tn_value value_of(const struct tn_csv_cell *cell, long column)
{
    return (struct tn_value){
        .text = cell->text, .len = cell->len, .line = cell->line, .column = column};
}

bool tn_cell_is_text(const struct tn_cell_rules *rules, const char *called,
                     const struct tn_csv_row *row, const struct tn_csv_cell *cell,
                     long column)
{
    struct tn_value value = value_of(cell, column);

    check_bytes(rules, called, row, &value);
    return !value.wrong;
}

/* Names that stand nowhere else are looked at as a text; the others must be known. */
static void check_letters(const struct tn_cell_rules *rules,
                          const struct tn_field *column, const struct tn_csv_row *row,
                          struct tn_value *value)
{
    bool suspect = !value->ascii || memchr(value->text, '?', value->len);
    const struct tn_csv_cell cell = {value->text, value->len, value->line};

    if (column->kind != TN_K_NAME || column->key || value->wrong || !suspect)
        return;
    if (value->len && strspn(value->text, "? ") == value->len)
        WRONG(rules, value, TN_W_LETTERS_LOST, column->name, shown(rules, value));
    else
        value->wrong = tn_legacy_told(rules->reading, row, &cell, value->column,
                                      column->name);
}

/* Something that is no Vietnamese letter, and that no screen may show. */
static bool may_hide(size_t len, const char *text)
{
    for (size_t i = 0; i < len; i++) {
        unsigned char byte = (unsigned char)text[i];
        unsigned char next = (unsigned char)text[i + 1];   // a lead byte has one
        if (byte > 0xCC && !(byte == 0xE1 && next >= 0xB8 && next <= 0xBB))
            return true;
    }
    return false;
}

/* What turns the writing, parts lines, or is no character does not belong in a name. */
static void check_shows(const struct tn_cell_rules *rules, const char *called,
                        struct tn_value *value)
{
    const char *at = value->text;
    int32_t code;

    if (value->ascii || value->wrong || !may_hide(value->len, at))
        return;
    for (size_t bytes; (bytes = tn_utf8_next(at, &code)); at += bytes)
        if (!tn_utf8_visible(code) && !blank(code) && !invisible(code)) {
            WRONG(rules, value, TN_W_NOT_SHOWN, called, shown(rules, value));
            return;
        }
}

bool tn_cell_shows(const struct tn_cell_rules *rules, const char *called,
                   const struct tn_csv_cell *cell, long column)
{
    struct tn_value value = value_of(cell, column);

    check_shows(rules, called, &value);
    return !value.wrong;
}

/* A name, or the names of a list: one line. */
static void check_line(const struct tn_cell_rules *rules, const char *called,
                       struct tn_value *value)
{
    if (memchr(value->text, '\n', value->len))
        WRONG(rules, value, TN_W_NAME_HAS_LINES, called, shown(rules, value));
    else if (memchr(value->text, '\t', value->len))
        WRONG(rules, value, TN_W_CONTROL, called, shown(rules, value));
    check_shows(rules, called, value);
}

static void check_name(const struct tn_cell_rules *rules, const char *called, size_t len,
                       struct tn_value *value)
{
    if (len > TN_NAME_LIMIT)
        WRONG(rules, value, TN_W_NAME_TOO_LONG, called, shown(rules, value),
              TN_NAME_LIMIT);
}

bool tn_cell_is_name(const struct tn_cell_rules *rules, const char *called,
                     const struct tn_csv_row *row, const struct tn_csv_cell *cell,
                     long column)
{
    struct tn_value value = value_of(cell, column);

    if (!row->clean)
        check_bytes(rules, called, row, &value);
    if (!value.wrong)
        check_name(rules, called, value.len, &value);
    if (!value.wrong)
        check_line(rules, called, &value);
    return !value.wrong;
}

static size_t digits(size_t len, const char *text)
{
    size_t n = 0;

    while (n < len && text[n] >= '0' && text[n] <= '9')
        n++;
    return n;
}

/* Up to 18 digits, as a number. */
static long whole(size_t len, const char *text)
{
    long n = 0;

    for (size_t i = 0; i < len; i++)
        n = 10 * n + (text[i] - '0');
    return n;
}

/* "#N/A", "#REF!", "#NAME?", "#DIV/0!"; or "####", a number that its column was too
 * narrow for. */
static bool is_formula_error(const struct tn_value *value)
{
    const char *text = value->text + 1;
    size_t len = value->len - 1, n = strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ_/0");

    return (n > 1 && n + 1 == len && strchr("!?", text[n])) || strcmp(text, "N/A") == 0 ||
           (len > 1 && strspn(text, "#") == len);
}

static void read_count(const struct tn_cell_rules *rules, const struct tn_field *column,
                       struct tn_value *value)
{
    size_t zeros = 0;
    long high = (long)column->high, low = (long)column->low;

    if (digits(value->len, value->text) != value->len) {
        WRONG(rules, value, TN_W_NOT_WHOLE, column->name, shown(rules, value));
        return;
    }
    while (zeros + 1 < value->len && value->text[zeros] == '0')
        zeros++;
    size_t len = value->len - zeros;
    value->count = len <= 18 ? whole(len, value->text + zeros) : high + 1;
    if (value->count > high)
        WRONG(rules, value, TN_W_TOO_LARGE, column->name, shown(rules, value), high);
    else if (value->count < low)
        WRONG(rules, value, TN_W_TOO_SMALL, column->name, shown(rules, value), low);
}

static void read_year(const struct tn_cell_rules *rules, const struct tn_field *column,
                      struct tn_value *value)
{
    bool four = value->len == 4 && digits(4, value->text) == 4;

    value->count = four ? whole(4, value->text) : 0;
    if (value->count < (long)column->low || value->count > (long)column->high)
        WRONG(rules, value, TN_W_NOT_A_YEAR, column->name, shown(rules, value));
}

static void read_flag(const struct tn_cell_rules *rules, const struct tn_field *column,
                      struct tn_value *value)
{
    if (value->len == 1 && (*value->text == '0' || *value->text == '1'))
        value->count = *value->text - '0';
    else
        WRONG(rules, value, TN_W_NOT_A_FLAG, column->name, shown(rules, value));
}

static void tell_doubt(const struct tn_cell_rules *rules, const struct tn_field *column,
                       struct tn_value *value)
{
    char *longer = tn_new(rules->reading->arena, char, value->len + 2);

    memcpy(longer, value->text, value->len);
    longer[value->len] = '0';
    WRONG(rules, value, TN_W_AMBIGUOUS_NUMBER, column->name, shown(rules, value), longer);
}

static const char *range_text(const struct tn_cell_rules *rules,
                              const struct tn_field *column)
{
    struct tn_arena *arena = rules->reading->arena;

    if (isfinite(column->high))
        return tn_say(arena, TN_VI, "%g - %g", "%g - %g", column->low, column->high);
    return column->low > 0 ? "> 0" : ">= 0";
}

static void read_number(const struct tn_cell_rules *rules, const struct tn_field *column,
                        struct tn_value *value)
{
    const struct tn_number_rules custom = {rules->separator, column->low, column->high};

    switch (tn_number_read(value->len, value->text, &custom, &value->number)) {
    case TN_NUMBER_NONE:
        WRONG(rules, value, TN_W_NOT_A_NUMBER, column->name, shown(rules, value));
        break;
    case TN_NUMBER_IN_DOUBT:
        tell_doubt(rules, column, value);
        break;
    case TN_NUMBER_READ:
        if (value->number.value < column->low || value->number.value > column->high)
            WRONG(rules, value, TN_W_OUT_OF_RANGE, column->name, shown(rules, value),
                  range_text(rules, column));
        break;
    }
}

static void read_code(const struct tn_cell_rules *rules, const struct tn_field *column,
                      struct tn_value *value)
{
    size_t meant = tn_code_meant(rules->scratch, column, value->len, value->text);

    check_shows(rules, column->name, value);
    value->count = (long)meant;
    if (meant < column->codes || value->wrong)
        return;
    const char *all = tn_vocab_list(rules->reading->arena, column->codes, column->vocab);
    size_t near = tn_code_nearest(rules->scratch, column, value->len, value->text);
    if (near < column->codes)
        WRONG(rules, value, TN_W_UNKNOWN_CODE_NEAR, column->name, shown(rules, value),
              column->vocab[near].code, all);
    else
        WRONG(rules, value, TN_W_UNKNOWN_CODE, column->name, shown(rules, value), all);
}

/* The comma, semicolon or other mark that joins a known code to something else; or NUL.
 * It may as well be part of a user's own code, but not with a known one at its side. */
static char other_mark(const struct tn_cell_rules *rules, const struct tn_field *column,
                       size_t len, const char *text)
{
    const char *end = text + len;
    char before = '\0';

    for (const char *at = text; at < end;) {
        size_t piece = strcspn(at, ",;/+&|");
        if (tn_code_meant(rules->scratch, column, piece, at) < column->codes)
            return at + piece < end ? at[piece] : before;
        before = at[piece];
        at += piece + 1;
    }
    return '\0';
}

/* A list may hold codes of the user's own; one that nearly is a known code may be a slip.
 */
static void check_own_code(const struct tn_cell_rules *rules,
                           const struct tn_field *column, size_t len, const char *text,
                           struct tn_value *value)
{
    char mark = other_mark(rules, column, len, text);
    size_t near = tn_code_nearest(rules->scratch, column, len, text);

    if (mark)
        WRONG(rules, value, TN_W_LIST_MARK, column->name, shown(rules, value), mark);
    else if (near < column->codes)
        TN_FIND(rules->reading, TN_WARNING, value->line, value->column, TN_W_CODE_NEAR,
                column->name, tn_shown(rules->reading, len, text),
                column->vocab[near].code);
}

static void check_list(const struct tn_cell_rules *rules, const struct tn_field *column,
                       struct tn_value *value)
{
    const char *at = value->text, *end = at + value->len;

    check_line(rules, column->name, value);
    while (at <= end && !value->wrong) {
        size_t len = (size_t)(end - at);
        const char *stop = memchr(at, '|', len);
        len = stop ? (size_t)(stop - at) : len;
        while (len && *at == ' ')
            at++, len--;
        if (!len) {
            WRONG(rules, value, TN_W_EMPTY_LIST_ITEM, column->name, shown(rules, value));
            return;
        }
        check_name(rules, column->name, len, value);
        if (tn_code_meant(rules->scratch, column, len, at) == column->codes)
            check_own_code(rules, column, len, at, value);
        at += len + 1;
    }
}

static void read_date(const struct tn_cell_rules *rules, const struct tn_field *column,
                      struct tn_value *value)
{
    struct tn_date date = {0, 0, 0};
    struct tn_reading *r = rules->reading;

    switch (tn_date_read(value->len, value->text, &date)) {
    case TN_DATE_NONE:
        WRONG(rules, value, TN_W_NOT_A_DATE, column->name, shown(rules, value));
        break;
    case TN_DATE_SHORT_YEAR:
        TN_FIND(r, TN_WARNING, value->line, value->column, TN_W_SHORT_YEAR, column->name,
                shown(rules, value), date.year);
        break;
    case TN_DATE_SERIAL:
        TN_FIND(r, TN_WARNING, value->line, value->column, TN_W_SERIAL_DATE, column->name,
                shown(rules, value), date.year, date.month, date.day);
        break;
    case TN_DATE_FULL:
        break;
    }
    value->date = date;
}

static void read_empty(const struct tn_cell_rules *rules, const struct tn_field *column,
                       struct tn_value *value)
{
    bool name = column->kind == TN_K_NAME || column->kind == TN_K_TEXT;

    value->text = "";
    if (column->filled && name)
        WRONG(rules, value, TN_W_EMPTY_NAME, column->name);
    else if (column->filled && column->kind != TN_K_COUNT)
        WRONG(rules, value, TN_W_EMPTY_VALUE, column->name);
    else if (column->filled)
        WRONG(rules, value, TN_W_EMPTY_CELL, column->name);
}

static void read_kind(const struct tn_cell_rules *rules, const struct tn_field *column,
                      struct tn_value *value)
{
    switch (column->kind) {
    case TN_K_TEXT:
        break;
    case TN_K_NAME:
        check_name(rules, column->name, value->len, value);
        if (!value->wrong)
            check_line(rules, column->name, value);
        break;
    case TN_K_COUNT:
        read_count(rules, column, value);
        break;
    case TN_K_YEAR:
        read_year(rules, column, value);
        break;
    case TN_K_DATE:
        read_date(rules, column, value);
        break;
    case TN_K_NUMBER:
        read_number(rules, column, value);
        break;
    case TN_K_FLAG:
        read_flag(rules, column, value);
        break;
    case TN_K_CODE:
        read_code(rules, column, value);
        break;
    case TN_K_LIST:
        check_list(rules, column, value);
        break;
    }
}

/* Something that is left out of names, or may be: anything in U+0080 to U+00BF, and in
 * the blocks of punctuation and of odd forms, where no Vietnamese letter is. */
static bool has_odd(const struct tn_value *value)
{
    for (size_t i = 0; i < value->len; i++) {
        unsigned char byte = (unsigned char)value->text[i];
        if (byte == 0xC2 || (byte >= 0xE2 && byte != 0xE4))
            return true;
    }
    return false;
}

static bool hides_letters(const struct tn_value *value)
{
    const char *at = value->text;
    bool hidden = false;
    int32_t code;

    for (size_t bytes; !hidden && (bytes = tn_utf8_next(at, &code)); at += bytes)
        hidden = invisible(code);
    return hidden;
}

/* Nothing but printable ASCII and Vietnamese letters. (No branch: compilers look at many
 * bytes at once.) */
static bool is_plain_label(size_t len, const char *text)
{
    unsigned odd = 0;

    for (size_t i = 0; i < len; i++) {
        unsigned byte = (unsigned char)text[i], next = (unsigned char)text[i + 1];
        unsigned letter = (byte == 0xE1) & (next >= 0xB8) & (next <= 0xBB);
        odd |= (byte < ' ') | (byte == 0x7F) | (byte == 0xC2) | ((byte > 0xCC) & !letter);
    }
    return !odd && len <= TN_NAME_LIMIT;
}

bool tn_cell_is_label(const struct tn_cell_rules *rules, const char *called,
                      const struct tn_csv_row *row, const struct tn_csv_cell *cell,
                      long column)
{
    struct tn_value value = value_of(cell, column);

    if (is_plain_label(cell->len, cell->text))
        return true;
    value.ascii = row->ascii;
    check_name(rules, called, value.len, &value);
    if (!value.wrong)
        check_line(rules, called, &value);
    if (!value.wrong && !value.ascii && has_odd(&value) && hides_letters(&value))
        WRONG(rules, &value, TN_W_NOT_SHOWN, called, shown(rules, &value));
    return !value.wrong;
}

static void read_text(const struct tn_cell_rules *rules, const struct tn_field *column,
                      const struct tn_csv_row *row, struct tn_value *value)
{
    if (!row->clean)
        check_bytes(rules, column->name, row, value);
    if (value->wrong)
        return;
    if (column->kind != TN_K_TEXT && (padded(value) || !row->clean || has_odd(value)))
        clean(rules, value);
    value->text = tn_fold_compose(rules->scratch, value->len, value->text);
    value->len = (uint32_t)strlen(value->text);
}

static bool same(const char *a, const char *b)
{
    while (*a && *a == *b)
        a++, b++;
    return *a == *b;
}

/* Of two codes that begin differently only one can be meant; which, no branch has to
 * guess. */
static bool is_one_of_two(const struct tn_code vocab[2], struct tn_value *value)
{
    value->count = *value->text == *vocab[1].code;
    return same(vocab[value->count].code, value->text);
}

/* Letters, digits and signs of ASCII that no rule for names has anything to say of. */
static bool is_plain_name(size_t len, const char *text)
{
    for (size_t i = 0; i < len; i++)
        if (text[i] <= ' ' || text[i] > '~' || text[i] == '?' || text[i] == '#')
            return false;
    return len && len <= TN_NAME_LIMIT;
}

/* The short way for cells of clean rows that are a plain count, a code of the vocabulary
 * as it stands there, or a plain name; false where the long way must be gone. */
static bool read_quickly(const struct tn_field *column, struct tn_value *value)
{
    if (column->kind == TN_K_COUNT && value->len && value->len <= 9) {
        long count = 0;
        for (size_t i = 0; i < value->len; i++) {
            unsigned digit = (unsigned char)value->text[i] - (unsigned)'0';
            if (digit > 9)
                return false;
            count = 10 * count + (long)digit;
        }
        value->count = count;
        return count >= (long)column->low && count <= (long)column->high;
    }
    if (column->kind == TN_K_CODE && column->codes == 2)
        return is_one_of_two(column->vocab, value);
    value->ascii = true;
    return column->kind == TN_K_NAME && is_plain_name(value->len, value->text);
}

static __attribute__((noinline)) void read_slowly(const struct tn_cell_rules *rules,
                                                  const struct tn_field *column,
                                                  const struct tn_csv_row *row,
                                                  const struct tn_csv_cell *cell,
                                                  struct tn_value *value)
{
    value->count = TN_UNKNOWN;
    if (column->kind == TN_K_NUMBER)
        value->number = (struct tn_printed){NAN, 0};
    if (column->kind == TN_K_DATE)
        value->date = (struct tn_date){0, 0, 0};
    value->ascii = row->ascii || is_ascii(cell->len, cell->text);
    if (!value->ascii || !row->clean || padded(value))
        read_text(rules, column, row, value);
    if (value->wrong)
        return;
    if (!value->len)
        read_empty(rules, column, value);
    else if (*value->text == '#' && is_formula_error(value))
        WRONG(rules, value, TN_W_FORMULA_ERROR, column->name, shown(rules, value));
    else
        read_kind(rules, column, value);
    check_letters(rules, column, row, value);
}

void tn_cell_read(const struct tn_cell_rules *rules, const struct tn_field *column,
                  const struct tn_csv_row *row, const struct tn_csv_cell *cell,
                  struct tn_value *value)
{
    value->text = cell->text;
    value->len = cell->len;
    value->wrong = false;
    if (!row->clean || !read_quickly(column, value))
        read_slowly(rules, column, row, cell, value);
}
