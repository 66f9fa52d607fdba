/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wasm.h"

#include <stdbool.h>
#include <stddef.h>

#include "tn/base/arena.h"
#include "tn/num/effects.h"
#include "tn/num/joint.h"
#include "tn/num/poisbin.h"

static double in[TN_WASM_IN], out[TN_WASM_OUT];

/* As the command's exact method asks it (src/study/forecast.c). */
static const double TOL = 1e-11;

enum { STATUSES = 2 };
enum { PLACES, CLASSES, YEAR_SD, PLACE_SD, QUOTA };
enum { PLACE, STATUS, HOUSEHOLDS, LOGIT, SD };
enum { MET, BOTH = MET + STATUSES, MEAN, LAST = MEAN + STATUSES };

double *tn_wasm_in(void)
{
    return in;
}

double *tn_wasm_out(void)
{
    return out;
}

static const double *class_at(size_t i)
{
    return in + TN_WASM_HEAD + TN_WASM_CLASS * i;
}

/* The groups of one status; each class has a logit of its own. */
static struct tn_count count_of(struct tn_arena *arena, size_t classes, int status)
{
    struct tn_group *group = tn_new(arena, struct tn_group, classes);
    size_t n = 0;

    for (size_t i = 0; i < classes; i++) {
        const double *c = class_at(i);
        if ((int)c[STATUS] != status)
            continue;
        group[n] = (struct tn_group){
            .place = (size_t)c[PLACE], .risk = i, .n = (size_t)c[HOUSEHOLDS], .exits = 1};
        n++;
    }
    return (struct tn_count){n, group};
}

/* The sds of the places' effects, where any is not that of all; else null. */
static const double *own_sds(struct tn_arena *arena, size_t classes)
{
    size_t places = (size_t)in[PLACES];
    double *sd = tn_new(arena, double, places);
    bool any = false;

    for (size_t v = 0; v < places; v++)
        sd[v] = in[PLACE_SD];
    for (size_t i = 0; i < classes; i++) {
        const double *c = class_at(i);
        any |= c[SD] < in[PLACE_SD] || c[SD] > in[PLACE_SD];
        sd[(size_t)c[PLACE]] = c[SD];
    }
    return any ? sd : NULL;
}

static bool put_laws(const struct tn_laws *laws)
{
    size_t at = TN_WASM_RESULTS;

    for (int s = 0; s < STATUSES; s++) {
        const struct tn_law *law = &laws->whole[s];
        if (at + law->n + 1 > TN_WASM_OUT)
            return false;
        out[MET + s] = tn_poisbin_at_least(law->n, law->pmf, (long)in[QUOTA + s]);
        out[MEAN + s] = tn_poisbin_mean(law->n, law->pmf);
        out[LAST + s] = (double)law->n;
        for (size_t k = 0; k <= law->n; k++)
            out[at++] = law->pmf[k];
    }
    return true;
}

int tn_wasm_whatif(void)
{
    struct tn_arena arena = {0};
    size_t classes = (size_t)in[CLASSES];
    const long quota[STATUSES] = {(long)in[QUOTA], (long)in[QUOTA + 1]};
    struct tn_pair pair = {{0, 1}, true};

    if (classes > TN_WASM_CLASSES)
        return 1;
    tn_wasm_forget();
    double *logit = tn_new(&arena, double, classes);
    struct tn_count count[STATUSES];
    for (size_t i = 0; i < classes; i++)
        logit[i] = class_at(i)[LOGIT];
    for (int s = 0; s < STATUSES; s++)
        count[s] = count_of(&arena, classes, s);
    struct tn_effects effects = {.year_sd = in[YEAR_SD],
                                 .place_sd = in[PLACE_SD],
                                 .places = (size_t)in[PLACES],
                                 .own_sd = own_sds(&arena, classes),
                                 .risks = classes,
                                 .logit = logit,
                                 .counts = STATUSES,
                                 .count = count};
    struct tn_laws laws = tn_effects_solve(&arena, &effects, TOL);
    struct tn_joint joint = tn_joint_law(&arena, &laws, pair, quota);
    out[BOTH] = tn_joint_at_least(&joint, quota[0], quota[1]);
    return put_laws(&laws) ? 0 : 1;
}
