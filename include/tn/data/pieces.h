/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pieces.h -- a long file cut into runs of whole rows, which several threads read.
 *
 * Threads take turns at reading and digesting the next piece, and parse side by side. A
 * row ends at a line end with an even number of quotes before it: in a file that is what
 * a CSV should be. Where one is not, some thread finds a fault in its piece; then all
 * give up, and the file is read once more by one thread, which reports it at its place.
 */
#ifndef TN_DATA_PIECES_H
#define TN_DATA_PIECES_H

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

#include "tn/data/stream.h"

enum { TN_PIECE = 256 * 1024 };   // bytes: it stays in a core's own cache

struct tn_pieces {
    struct tn_stream *stream;
    pthread_mutex_t lock;
    size_t n;          // pieces given
    size_t rest_len;   // of the row that the last piece broke off
    char *rest;
    bool last, given_up;
};

struct tn_piece {
    size_t number, len;
    bool last;
    char *text;   // TN_PIECE bytes, of the thread
};

/* Cut the file of a stream that has just been opened (tn_stream_is_long). False where
 * there are no threads. */
bool tn_pieces_begin(struct tn_pieces *pieces, struct tn_arena *arena,
                     struct tn_stream *stream);

/* The next piece, into the memory of piece->text; false where there is none or somebody
 * gave up. Numbers count from 0; the first piece is shorter than the others. */
bool tn_pieces_next(struct tn_pieces *pieces, struct tn_piece *piece);

void tn_pieces_give_up(struct tn_pieces *pieces);

void tn_pieces_end(struct tn_pieces *pieces);

#endif
