/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Encodings that stay open over the executions of a fuzz target: to open one takes as
 * long as to read a short file. Linked with --wrap=iconv_open and --wrap=iconv_close. */
#include <iconv.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { HELD = 16, LONGEST = 32 };

static struct {
    iconv_t how;
    bool busy;
    char to[LONGEST], from[LONGEST];
} held[HELD];

iconv_t __real_iconv_open(const char *to, const char *from);
iconv_t __wrap_iconv_open(const char *to, const char *from);
int __real_iconv_close(iconv_t how);
int __wrap_iconv_close(iconv_t how);

/* One that nobody has open now, as if it were new; or else a new one, held if there is
 * room. */
iconv_t __wrap_iconv_open(const char *to, const char *from)
{
    size_t i = 0;

    for (; i < HELD && held[i].how; i++)
        if (!held[i].busy && !strcmp(held[i].from, from) && !strcmp(held[i].to, to)) {
            held[i].busy = true;
            iconv(held[i].how, NULL, NULL, NULL, NULL);
            return held[i].how;
        }
    iconv_t how = __real_iconv_open(to, from);
    if (how != (iconv_t)-1 && i < HELD && strlen(to) < LONGEST &&
        strlen(from) < LONGEST) {
        held[i].how = how;
        held[i].busy = true;
        strcpy(held[i].to, to);
        strcpy(held[i].from, from);
    }
    return how;
}

int __wrap_iconv_close(iconv_t how)
{
    for (size_t i = 0; i < HELD; i++)
        if (held[i].how == how) {
            if (!held[i].busy)
                abort();   // closed twice
            held[i].busy = false;
            return 0;
        }
    return __real_iconv_close(how);
}
