/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/data/ahead.h"

#include "tn/base/thread.h"

#include <errno.h>
#include <stdbool.h>

/* Two blocks take turns: one is the caller's, the other is being filled or waits. */
struct tn_ahead {
    FILE *in;
    struct tn_digest *digest;
    size_t block;
    char *bytes[2];
    size_t len[2];
    int fault[2];
    int mine;           // the caller's block, once it has one
    bool full, leave;   // the other one is filled; the thread is to end
    pthread_mutex_t lock;
    pthread_cond_t turn;
    pthread_t thread;
};

/* Fill one block; false where it is the last. */
static bool fill(struct tn_ahead *ahead, int which)
{
    size_t len = fread(ahead->bytes[which], 1, ahead->block, ahead->in);

    ahead->fault[which] = ferror(ahead->in) ? errno : 0;
    ahead->len[which] = len;
    tn_digest_add(ahead->digest, len, ahead->bytes[which]);
    return len == ahead->block;
}

static void *work(void *what)
{
    struct tn_ahead *ahead = what;
    bool more = true;

    for (int which = 0; more; which = 1 - which) {
        more = fill(ahead, which);
        pthread_mutex_lock(&ahead->lock);
        ahead->full = true;
        pthread_cond_signal(&ahead->turn);
        while (ahead->full && !ahead->leave)
            pthread_cond_wait(&ahead->turn, &ahead->lock);
        more = more && !ahead->leave;
        pthread_mutex_unlock(&ahead->lock);
    }
    return NULL;
}

struct tn_ahead *tn_ahead_start(struct tn_arena *arena, FILE *in, size_t block,
                                struct tn_digest *digest)
{
    struct tn_ahead *ahead = tn_new(arena, struct tn_ahead, 1);

    *ahead = (struct tn_ahead){.in = in, .digest = digest, .block = block, .mine = 1};
    for (size_t i = 0; i < sizeof ahead->bytes / sizeof *ahead->bytes; i++)
        ahead->bytes[i] = tn_new(arena, char, block);
    if (pthread_mutex_init(&ahead->lock, NULL) != 0)
        return NULL;
    pthread_cond_init(&ahead->turn, NULL);
    return tn_thread_start(&ahead->thread, work, ahead) ? ahead : NULL;
}

char *tn_ahead_next(struct tn_ahead *ahead, size_t *len, int *fault)
{
    pthread_mutex_lock(&ahead->lock);
    while (!ahead->full)
        pthread_cond_wait(&ahead->turn, &ahead->lock);
    ahead->mine = 1 - ahead->mine;
    ahead->full = false;   // the block had before is the thread's again
    pthread_cond_signal(&ahead->turn);
    pthread_mutex_unlock(&ahead->lock);
    *len = ahead->len[ahead->mine];
    *fault = ahead->fault[ahead->mine];
    return ahead->bytes[ahead->mine];
}

void tn_ahead_stop(struct tn_ahead *ahead)
{
    pthread_mutex_lock(&ahead->lock);
    ahead->leave = true;
    pthread_cond_signal(&ahead->turn);
    pthread_mutex_unlock(&ahead->lock);
    pthread_join(ahead->thread, NULL);
    pthread_cond_destroy(&ahead->turn);
    pthread_mutex_destroy(&ahead->lock);
}
