/* SPDX-License-Identifier: GPL-3.0-or-later */
/* thread.h -- a thread that leaves signals to the main one. */
#ifndef TN_BASE_THREAD_H
#define TN_BASE_THREAD_H

#include <pthread.h>
#include <stdbool.h>

/* Let a thread do work(what) until pthread_join; false where the system has none to give.
 * An interruption is the main thread's to handle: this one sees no signal. */
bool tn_thread_start(pthread_t *thread, void *(*work)(void *what), void *what);

#endif
