/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/data/pieces.h"

#include <string.h>

bool tn_pieces_begin(struct tn_pieces *pieces, struct tn_arena *arena,
                     struct tn_stream *stream)
{
    *pieces = (struct tn_pieces){.stream = stream, .rest = tn_new(arena, char, TN_PIECE)};
    return pthread_mutex_init(&pieces->lock, NULL) == 0;
}

/* Fill the piece; the first time with no more than is read already. */
static void fill(struct tn_pieces *pieces, struct tn_piece *piece)
{
    size_t got;

    memcpy(piece->text, pieces->rest, pieces->rest_len);
    piece->len = pieces->rest_len;
    do {
        got = tn_stream_take(pieces->stream, TN_PIECE - piece->len,
                             piece->text + piece->len);
        piece->len += got;
    } while (got && piece->len < TN_PIECE && piece->number);
    piece->last = pieces->last = pieces->stream->ended && !pieces->stream->raw_len;
}

static bool odd_quotes(size_t len, const char *text)
{
    unsigned odd = 0;

    if (!memchr(text, '"', len))
        return false;
    for (size_t i = 0; i < len; i++)
        odd ^= text[i] == '"';
    return odd;
}

/* The length of all whole rows; 0 where there are none. */
static size_t whole_rows(size_t len, const char *text)
{
    bool quoted = odd_quotes(len, text);

    while (len && (quoted || text[len - 1] != '\n')) {
        quoted ^= text[len - 1] == '"';
        len--;
    }
    return len;
}

static bool cut(struct tn_pieces *pieces, struct tn_piece *piece)
{
    size_t whole = piece->last ? piece->len : whole_rows(piece->len, piece->text);

    pieces->rest_len = piece->len - whole;
    memcpy(pieces->rest, piece->text + whole, pieces->rest_len);
    piece->len = whole;
    return piece->last || whole;
}

bool tn_pieces_next(struct tn_pieces *pieces, struct tn_piece *piece)
{
    bool given = false;

    pthread_mutex_lock(&pieces->lock);
    if (!pieces->last && !pieces->given_up) {
        piece->number = pieces->n++;
        fill(pieces, piece);
        given = cut(pieces, piece) && !pieces->stream->reading->errors;
        pieces->given_up = !given;
    }
    pthread_mutex_unlock(&pieces->lock);
    return given;
}

void tn_pieces_give_up(struct tn_pieces *pieces)
{
    pthread_mutex_lock(&pieces->lock);
    pieces->given_up = true;
    pthread_mutex_unlock(&pieces->lock);
}

void tn_pieces_end(struct tn_pieces *pieces)
{
    pthread_mutex_destroy(&pieces->lock);
}
