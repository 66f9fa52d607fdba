/* SPDX-License-Identifier: GPL-3.0-or-later */
/* json.h -- JSON written key by key.
 *
 *     tn_json_object(j, "status");
 *     tn_json_real(j, "mean_exits", 22.2);
 *     tn_json_end(j);
 *
 * Inside an array the key is null. Numbers get the fewest digits that read back as
 * the same double, NAN and infinities become null, text is escaped (controls and
 * all that does not show, as \uXXXX; U+FFFD for what is not UTF-8). A null text is
 * null. What cannot be written leaves its error on the stream.
 */
#ifndef TN_OUT_JSON_H
#define TN_OUT_JSON_H

#include <stdio.h>

enum { TN_JSON_DEPTH = 32 };

struct tn_json {
    FILE *out;
    int depth;
    struct {
        char closer;   // '}' or ']'
        int items;
        int flat;   // on one line
    } level[TN_JSON_DEPTH];
};

/* Opens the outermost object; the last tn_json_end ends it with a new line. */
void tn_json_begin(struct tn_json *json, FILE *out);
void tn_json_object(struct tn_json *json, const char *key);
void tn_json_array(struct tn_json *json, const char *key);
void tn_json_row(struct tn_json *json);   // an object in an array, on one line
void tn_json_end(struct tn_json *json);

void tn_json_text(struct tn_json *json, const char *key, const char *text);
void tn_json_count(struct tn_json *json, const char *key, long count);
void tn_json_real(struct tn_json *json, const char *key, double x);
void tn_json_bool(struct tn_json *json, const char *key, int yes);
void tn_json_null(struct tn_json *json, const char *key);

/* n numbers on one line, as the value of key. */
void tn_json_reals(struct tn_json *json, const char *key, size_t n, const double x[]);

/* The fewest digits of x that read back the same: "0.1", "1e-300" (at 46 of the 2,098
 * powers of two one more, 17); for csv too. x is
 * finite, room holds 32 bytes. Never depends on the locale. */
const char *tn_shortest(double x, char room[32]);

#endif
