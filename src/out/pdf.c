/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/out/pdf.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <zlib.h>

/* Where reading stands. */
struct cursor {
    const char *bytes;
    size_t len, at;
};

/* Past these words, if they stand here. */
static bool skip(struct cursor *c, const char *words)
{
    size_t n = strlen(words);
    bool here = c->len - c->at >= n && memcmp(c->bytes + c->at, words, n) == 0;

    if (here)
        c->at += n;
    return here;
}

/* Past the next of these words; to the end, and false, if there are none. */
static bool seek(struct cursor *c, const char *words)
{
    while (c->at < c->len) {
        const char *next = memchr(c->bytes + c->at, words[0], c->len - c->at);
        c->at = next ? (size_t)(next - c->bytes) : c->len;
        if (skip(c, words))
            return true;
        c->at += next != NULL;
    }
    return false;
}

/* Past an integer of at most nine digits. */
static bool number(struct cursor *c, size_t *value)
{
    size_t from = c->at;

    *value = 0;
    while (c->at < c->len && c->at - from < 9 && c->bytes[c->at] >= '0' &&
           c->bytes[c->at] <= '9')
        *value = 10 * *value + (size_t)(c->bytes[c->at++] - '0');
    return c->at > from;
}

/* Set the hour, if it stands plainly in these bytes. */
static bool set_hour(size_t len, char *bytes)
{
    static const char key[] = "/CreationDate (D:", hour[] = "20000101000000Z";
    struct cursor c = {.bytes = bytes, .len = len};
    bool found = seek(&c, key) && len - c.at >= sizeof hour - 1;

    if (found)
        memcpy(bytes + c.at, hour, sizeof hour - 1);
    return found;
}

struct packed {
    size_t from, to;   // its compressed bytes in the file
    size_t len;        // of the rest: unpacked
    char *bytes;
};

/* The stream whose dictionary c stands in, unpacked; c is then behind its end. */
static bool unpack(struct tn_arena *arena, struct cursor *c, struct packed *stream)
{
    enum { MOST = 1 << 26 };
    int result = Z_BUF_ERROR;

    if (!seek(c, ">>\nstream\n"))
        return false;
    stream->from = c->at;
    if (!seek(c, "\nendstream\nendobj\n"))
        return false;
    stream->to = c->at - strlen("\nendstream\nendobj\n");
    size_t packed = stream->to - stream->from;
    for (size_t room = 8 * packed + 64; result == Z_BUF_ERROR && room < MOST; room *= 4) {
        uLongf got = room;
        stream->bytes = tn_new(arena, char, room);
        result = uncompress((Bytef *)stream->bytes, &got,
                            (const Bytef *)c->bytes + stream->from, packed);
        stream->len = got;
    }
    return result == Z_OK;
}

/* The file as it becomes. */
struct made {
    char *bytes;
    size_t len;
};

static void copy(struct made *made, const char *bytes, size_t n)
{
    memcpy(made->bytes + made->len, bytes, n);
    made->len += n;
}

static void print(struct made *made, const char *words, size_t value)
{
    made->len += (size_t)sprintf(made->bytes + made->len, "%s%zu", words, value);
}

static bool pack(struct tn_arena *arena, const struct packed *stream, struct made *z)
{
    uLongf len = compressBound(stream->len);

    z->bytes = tn_new(arena, char, len);
    bool good = compress((Bytef *)z->bytes, &len, (const Bytef *)stream->bytes,
                         stream->len) == Z_OK;
    z->len = len;
    return good;
}

/* What stands behind the stream with the hour. */
struct tail {
    size_t length,
        length_id;            // the object that holds the stream's length: place, number
    size_t behind;            // the place behind that object
    size_t table, table_id;   // the table of objects, the last of them
    size_t rows, width[3];    // its shape
    size_t rest;              // the place of its dictionary's rest, behind the shape
    struct packed entries;
};

/* Past the object that holds the length of the stream before it. */
static bool read_length(struct cursor *c, size_t packed, struct tail *tail)
{
    size_t length;

    tail->length = c->at;
    bool good = number(c, &tail->length_id) && skip(c, " 0 obj\n   ") &&
                number(c, &length) && skip(c, "\nendobj\n") && length == packed;
    tail->behind = c->at;
    return good;
}

/* Where the table is, by the file's last lines. */
static bool find_table(struct cursor c, struct tail *tail)
{
    size_t from = c.at;

    return seek(&c, "\nstartxref\n") && number(&c, &tail->table) &&
           skip(&c, "\n%%EOF\n") && c.at == c.len && tail->table >= from &&
           tail->table < c.len && c.bytes[tail->table - 1] == '\n';
}

static bool read_table(struct tn_arena *arena, struct cursor *c, struct tail *tail)
{
    size_t length, *w = tail->width;

    c->at = tail->table;
    if (!number(c, &tail->table_id) || !skip(c, " 0 obj\n<< /Type /XRef\n   /Length ") ||
        !number(c, &length) || !skip(c, "\n   /Filter /FlateDecode\n   /Size ") ||
        !number(c, &tail->rows) || !skip(c, "\n   /W [") || !number(c, &w[0]) ||
        !skip(c, " ") || !number(c, &w[1]) || !skip(c, " ") || !number(c, &w[2]) ||
        !skip(c, "]\n"))
        return false;
    tail->rest = c->at;
    return unpack(arena, c, &tail->entries) && w[0] == 1 && w[1] <= 4 && w[2] <= 4 &&
           tail->entries.len == tail->rows * (w[0] + w[1] + w[2]);
}

/* The table with the places of objects moved; a place takes four bytes now, whatever the
 * hour took. */
static struct packed moved(struct tn_arena *arena, const struct tail *tail, size_t from,
                           size_t by, size_t behind_by)
{
    const size_t old = 1 + tail->width[1] + tail->width[2], new = 5 + tail->width[2];
    struct packed table = {.len = tail->rows * new,
                           .bytes = tn_new(arena, char, tail->rows *new)};

    for (size_t r = 0; r < tail->rows; r++) {
        const char *row = tail->entries.bytes + r * old;
        char *now = table.bytes + r * new;
        size_t place = 0;
        for (size_t k = 1; k <= tail->width[1]; k++)
            place = place << 8 | (unsigned char)row[k];
        if (row[0] == 1 && place > from)   // 1: a place; 0: free; 2: in a stream
            place += place >= tail->behind ? behind_by : by;
        now[0] = row[0];
        for (int k = 4; k; k--, place >>= 8)
            now[k] = (char)(place & 255);
        memcpy(now + 5, row + old - tail->width[2], tail->width[2]);
    }
    return table;
}

/* The table, an object itself, and the end of the file. */
static void write_table(struct made *now, const char *old, const struct tail *tail,
                        const struct made *table)
{
    size_t start = now->len, dictionary = tail->entries.from - tail->rest;

    print(now, "", tail->table_id);
    print(now, " 0 obj\n<< /Type /XRef\n   /Length ", table->len);
    print(now, "\n   /Filter /FlateDecode\n   /Size ", tail->rows);
    print(now, "\n   /W [1 4 ", tail->width[2]);
    copy(now, "]\n", 2);
    copy(now, old + tail->rest, dictionary);
    copy(now, table->bytes, table->len);
    print(now, "\nendstream\nendobj\nstartxref\n", start);
    copy(now, "\n%%EOF\n", 7);
}

/* The file with this stream, behind which c stands, in the place of the old one.
 * Differences are modulo 2^64. */
static bool rewrite(struct tn_arena *arena, struct cursor c, const struct packed *stream,
                    struct made *now)
{
    struct tail tail;
    struct made z, table;

    if (!read_length(&c, stream->to - stream->from, &tail) || !find_table(c, &tail) ||
        !read_table(arena, &c, &tail) || !pack(arena, stream, &z))
        return false;
    *now = (struct made){.bytes = tn_new(arena, char, 2 * c.len + z.len + 4096)};
    copy(now, c.bytes, stream->from);
    copy(now, z.bytes, z.len);
    copy(now, c.bytes + stream->to, tail.length - stream->to);
    size_t by = now->len - tail.length;
    print(now, "", tail.length_id);
    print(now, " 0 obj\n   ", z.len);
    copy(now, "\nendobj\n", 8);
    struct packed places = moved(arena, &tail, stream->from, by, now->len - tail.behind);
    bool good = pack(arena, &places, &table);
    copy(now, c.bytes + tail.behind, tail.table - tail.behind);
    write_table(now, c.bytes, &tail, &table);
    return good;
}

void tn_pdf_forget_hour(struct tn_arena *arena, size_t *len, char **bytes)
{
    struct cursor c = {.bytes = *bytes, .len = *len};
    struct packed stream;
    struct made now;

    if (set_hour(*len, *bytes))
        return;
    while (seek(&c, "<< /Type /ObjStm\n"))
        if (unpack(arena, &c, &stream) && set_hour(stream.len, stream.bytes)) {
            if (rewrite(arena, c, &stream, &now)) {
                *bytes = now.bytes;
                *len = now.len;
            }
            return;
        }
}
