/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "levers.h"

#include <stdlib.h>
#include <string.h>

size_t levers_of(struct tn_arena *arena, const struct tn_commune *c,
                 const struct tn_quota *quota, struct lever **out)
{
    const struct tn_classes *classes = &quota->classes;
    struct lever *lever = tn_new(arena, struct lever,
                                 classes->n + c->households_listed + 1);
    long *left = tn_new(arena, long, classes->n + 1);
    size_t n = 0;

    for (size_t i = 0; i < classes->n; i++)
        left[i] = classes->class[i].households;
    for (size_t i = 0; i < c->households_listed; i++) {
        size_t class = classes->of_household[i];
        left[class]--;
        lever[n++] = (struct lever){class, &c->household[i], 1,
                                    quota->leverage[class].sure};
    }
    for (size_t i = 0; i < classes->n; i++)
        if (left[i] > 0)
            lever[n++] = (struct lever){i, NULL, left[i], quota->leverage[i].sure};
    *out = lever;
    return n;
}

static int most_first(const void *a, const void *b)
{
    const struct lever *x = a, *y = b;

    if (x->sure > y->sure || x->sure < y->sure)
        return x->sure > y->sure ? -1 : 1;
    if (x->class != y->class)
        return x->class < y->class ? -1 : 1;
    return x->household && y->household ? strcmp(x->household->code, y->household->code)
                                        : (x->household == NULL) - (y->household == NULL);
}

void levers_sort(size_t n, struct lever lever[])
{
    if (n > 0)
        qsort(lever, n, sizeof *lever, most_first);
}
