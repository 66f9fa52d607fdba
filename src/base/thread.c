/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/base/thread.h"

#include <signal.h>

bool tn_thread_start(pthread_t *thread, void *(*work)(void *what), void *what)
{
    sigset_t all, before;

    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    bool started = pthread_create(thread, NULL, work, what) == 0;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return started;
}
