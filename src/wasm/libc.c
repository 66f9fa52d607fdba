/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands behind src/wasm/libc/: memory from the end of the module's data, taken and
 * given back as one; functions by tn/num/portable.h, with the same bits as elsewhere. */
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "tn/base/arena.h"
#include "tn/num/portable.h"
#include "tn/num/special.h"
#include "wasm.h"

enum { PAGE = 65536, ALIGN = 16 };

extern unsigned char __heap_base;
static uintptr_t top;

void tn_wasm_forget(void)
{
    top = ((uintptr_t)&__heap_base + ALIGN - 1) / ALIGN * ALIGN;
}

void *malloc(size_t size)
{
    uintptr_t taken = top, need = (size + ALIGN - 1) / ALIGN * ALIGN;
    uintptr_t room = __builtin_wasm_memory_size(0) * PAGE;

    if (taken + need > room &&
        __builtin_wasm_memory_grow(0, (taken + need - room + PAGE - 1) / PAGE) ==
            (size_t)-1)
        return NULL;
    top += need;
    return (void *)taken;
}

void tn_out_of_memory(size_t size, size_t count)
{
    (void)size;
    (void)count;
    __builtin_trap();
}

void *memcpy(void *to, const void *from, size_t n)
{
    unsigned char *t = to;
    const unsigned char *f = from;

    while (n--)
        *t++ = *f++;
    return to;
}

void *memmove(void *to, const void *from, size_t n)
{
    unsigned char *t = to;
    const unsigned char *f = from;

    if (t <= f)
        return memcpy(to, from, n);
    while (n--)
        t[n] = f[n];
    return to;
}

void *memset(void *to, int byte, size_t n)
{
    unsigned char *t = to;

    while (n--)
        *t++ = (unsigned char)byte;
    return to;
}

double exp(double x)
{
    return tn_portable_exp(x);
}

double log(double x)
{
    return tn_portable_log(x);
}

double pow(double x, double y)
{
    return tn_portable_exp(y * tn_portable_log(x));
}

double fmin(double x, double y)
{
    return x < y || isnan(y) ? x : y;
}

double fmax(double x, double y)
{
    return x > y || isnan(y) ? x : y;
}

double ldexp(double x, int n)
{
    for (; n > 0; n--)
        x *= 2;
    for (; n < 0; n++)
        x /= 2;
    return x;
}

/* P(Z > x) by the continued fraction of Mills' ratio, from its far end; x >= 3. */
static double upper_tail(double x)
{
    double fraction = x;

    for (int k = 60; k > 0; k--)
        fraction = x + k / fraction;
    return exp(-x * x / 2) / sqrt(2 * M_PI) / fraction;
}

/* Of probabilities below 1e-3 alone: how far out a grid has to reach. By Newton's method
 * on the upper tail. */
double tn_normal_quantile(double p)
{
    double x = 4;

    if (!(p > 0 && p < 1e-3))
        __builtin_trap();
    for (int step = 0; step < 50; step++) {
        double tail = upper_tail(x), density = exp(-x * x / 2) / sqrt(2 * M_PI);
        double move = tail / density * log(tail / p);
        x += move;
        if (fabs(move) < 1e-14 * x)
            break;
    }
    return -x;
}
