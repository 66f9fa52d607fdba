/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/base/undo.h"

#include <signal.h>
#include <stdatomic.h>
#include <stddef.h>
#include <unistd.h>

/* A report has some hundred files under way at its end. */
enum { NOTES = 512 };

static struct {
    _Atomic(const char *) file;
    atomic_int group;
} note[NOTES];

static int free_note(void)
{
    for (int i = 0; i < NOTES; i++)
        if (!atomic_load(&note[i].file) && !atomic_load(&note[i].group))
            return i;
    return -1;
}

int tn_undo_file(const char *path)
{
    int i = free_note();
    if (i >= 0)
        atomic_store(&note[i].file, path);
    return i;
}

int tn_undo_group(pid_t group)
{
    int i = free_note();
    if (i >= 0)
        atomic_store(&note[i].group, (int)group);
    return i;
}

void tn_undo_done(int i)
{
    if (i < 0)
        return;
    atomic_store(&note[i].file, (const char *)NULL);
    atomic_store(&note[i].group, 0);
}

void tn_undo_all(void)
{
    for (int i = 0; i < NOTES; i++) {
        const char *file = atomic_load(&note[i].file);
        int group = atomic_load(&note[i].group);
        if (file)
            unlink(file);
        if (group > 0)
            kill(-group, SIGKILL);
    }
}

static void stops(int how)
{
    sigset_t set;

    sigemptyset(&set);
    sigaddset(&set, SIGHUP);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    pthread_sigmask(how, &set, NULL);
}

void tn_undo_hold(void)
{
    stops(SIG_BLOCK);
}

void tn_undo_release(void)
{
    stops(SIG_UNBLOCK);
}
