/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/num/sdgrid.h"

#include "tn/words/mixed.h"

#include <math.h>
#include <string.h>

#ifdef _OPENMP
#define SHARED_OUT _Pragma("omp parallel for schedule(static, 1) if (much)")
#else
#define SHARED_OUT
#endif

enum {
    SLOTS = 8,      // workers: a fixed number, so that results do not depend on threads
    MUCH = 20000,   // rows times points from which on threads pay
    MANY_ROWS = 2000   // from which on a grid of four axes is chequered
};

static const double LOG_2PI = 1.8378770664093453;
static const double WIDEST = 0.4;   // step in t: exp(-pi^2 / 2 / 0.4) = 4e-6 of error
static const double NORMAL_STEP = 0.9, SKEWED_STEP = 0.6;
static const double MANY_STEP = 1.3;   // where three sds or more make many points
static const double ORIGIN = 40;
static const double FINEST = 0.01;

/* A grid under way. */
struct builder {
    struct tn_arena *arena;
    struct tn_nested *place;
    const struct tn_mixed_prior *prior;
    struct tn_sd_grid *grid;
    struct tn_conditional now;   // last found: where the next search starts
    size_t room;
    double drop;   // points so far below the best are left out
};

static double axis_sd(const struct tn_sd_axis *axis, double t)
{
    return axis->logarithm ? exp(t - axis->scale) : axis->scale * sinh(t);
}

/* log of what the sd grows by for each unit of t. */
static double log_growth(const struct tn_sd_axis *axis, double t)
{
    return axis->logarithm ? t - axis->scale : log(axis->scale * cosh(t));
}

static double axis_t(const struct tn_sd_axis *axis, int k)
{
    return (k + 0.5) * axis->step;
}

double tn_sd_axis_sd(const struct tn_sd_axis *axis, int k)
{
    return axis_sd(axis, axis_t(axis, k));
}

static const struct tn_sd_prior *prior_of(const struct builder *b, size_t level)
{
    return level < tn_nested_panel(b->place)->levels ? &b->prior->area[level]
                                                     : &b->prior->year;
}

static double log_prior(const struct tn_sd_prior *prior, double sd)
{
    double z;

    switch (prior->law) {
    case TN_SD_HALF_NORMAL:
        z = sd / prior->a;
        return log(2 / prior->a) - LOG_2PI / 2 - z * z / 2;
    case TN_SD_LOG_NORMAL:
        z = (log(sd) - prior->a) / prior->b;
        return -log(sd * prior->b) - LOG_2PI / 2 - z * z / 2;
    case TN_SD_FIXED:
        break;
    }
    return 0;
}

/* The log posterior density of t, the sds on their axes; b->now becomes the law of the
 * rest there. */
static double density(struct builder *b, const double t[])
{
    struct tn_nested_at *at = &b->now.at;
    size_t levels = tn_nested_panel(b->place)->levels;
    double sum = 0;

    for (size_t l = 0; l < levels; l++)
        at->sd[l] = b->prior->area[l].law == TN_SD_FIXED ? b->prior->area[l].a : 0;
    at->year_sd = b->prior->year.law == TN_SD_FIXED ? b->prior->year.a : 0;
    for (size_t x = 0; x < b->grid->axes; x++) {
        const struct tn_sd_axis *axis = &b->grid->axis[x];
        double sd = axis_sd(axis, t[x]);
        *(axis->level < levels ? &at->sd[axis->level] : &at->year_sd) = sd;
        sum += log_prior(prior_of(b, axis->level), sd) + log_growth(axis, t[x]);
    }
    tn_conditional_find(b->place, &b->prior->beta, &b->now);
    return sum + b->now.log_mass;
}

/* ---- axes ------------------------------------------------------------------------ */

/* One over the root of the mean information on an effect: where the posterior of its sd
 * turns from one that the data decide to one that they leave to the prior. */
static double scale_from(const struct tn_panel *panel, size_t effects)
{
    double exits = 0.5, at_risk = 1;

    for (size_t i = 0; i < panel->rows; i++) {
        exits += panel->exits[i];
        at_risk += panel->at_risk[i];
    }
    double share = exits / at_risk;
    share = share > 0.99 ? 0.99 : share;
    return sqrt((double)effects / (at_risk * share * (1 - share)));
}

/* log sd from -ORIGIN on: below exp(-ORIGIN) there is no effect to speak of. */
static void add_axis(struct builder *b, size_t level, size_t effects)
{
    enum tn_sd_law law = prior_of(b, level)->law;

    if (law == TN_SD_FIXED || effects == 0)
        return;
    b->grid->axis[b->grid->axes++] = (struct tn_sd_axis){
        .level = level,
        .logarithm = law == TN_SD_LOG_NORMAL,
        .scale = law == TN_SD_LOG_NORMAL
                     ? ORIGIN
                     : scale_from(tn_nested_panel(b->place), effects)};
}

static double first_guess(const struct tn_sd_prior *prior, const struct tn_sd_axis *axis)
{
    return axis->logarithm ? prior->a + ORIGIN : asinh(0.5 * prior->a / axis->scale);
}

/* ---- the most likely point ----------------------------------------------------------
 */

static double density_near(struct builder *b, const double t[], size_t x, double move)
{
    double at[TN_AXES_MOST];

    memcpy(at, t, sizeof at);
    at[x] = fabs(at[x] + move);   // even in each sd
    return density(b, at);
}

/* Climb along one axis by steps of a size; a step up is followed by another. */
static void climb_axis(struct builder *b, double t[], size_t x, double size, double *best)
{
    for (int sign = 1; sign >= -1; sign -= 2)
        for (int steps = 0; steps < 40; steps++) {
            double there = density_near(b, t, x, sign * size);
            if (!(there > *best))
                break;
            *best = there;
            t[x] = fabs(t[x] + sign * size);
        }
}

static double find_best(struct builder *b, double t[])
{
    for (size_t x = 0; x < b->grid->axes; x++)
        t[x] = first_guess(prior_of(b, b->grid->axis[x].level), &b->grid->axis[x]);
    double best = density(b, t);
    for (double size = 1; size > 0.1; size /= 2)
        for (size_t x = 0; x < b->grid->axes; x++)
            climb_axis(b, t, x, size, &best);
    return best;
}

/* The posterior sd along an axis, from how far one has to go to lose 1 or more. */
static double width(struct builder *b, const double t[], size_t x, double best)
{
    double size = 0.02, drop = 0;

    for (; size < 4; size *= 2) {
        double up = density_near(b, t, x, size), down = density_near(b, t, x, -size);
        drop = best - (up + down) / 2;
        if (!(drop < 1))
            break;
    }
    return size / sqrt(2 * (drop > 0.1 ? drop : 0.1));
}

/* A step along an axis: NORMAL_STEP sds where two sds to both sides cost near the 2 that
 * they cost a normal law, else SKEWED_STEP. */
static double choose_step(struct builder *b, const double t[], size_t x, double best)
{
    double sd = width(b, t, x, best);
    double up = best - density_near(b, t, x, 2 * sd);
    double down = best - density_near(b, t, x, -2 * sd);
    bool normal = up > 1.5 && up < 2.6 && down > 1.5 && down < 2.6;
    double step = sd * (b->grid->axes > 2 ? MANY_STEP
                        : normal          ? NORMAL_STEP
                                          : SKEWED_STEP);

    double widest = b->grid->axes > 2 ? 2 * WIDEST : WIDEST;
    return step > widest ? widest : step < FINEST ? FINEST : step;
}

/* With four axes and many rows every second point is left out, as the black fields of a
 * chessboard are: waves that such a grid takes for a constant are as short as those of
 * the full one. It moves quantiles of sds by up to 1e-2 of their sd. */
static bool chequered(const struct builder *b)
{
    return b->grid->axes > 3 && tn_nested_panel(b->place)->rows > MANY_ROWS;
}

/* ---- growing --------------------------------------------------------------------------
 */

static bool known(const struct tn_sd_grid *grid, const int k[])
{
    for (size_t i = 0; i < grid->points; i++)
        if (memcmp(grid->point[i].k, k, sizeof grid->point[i].k) == 0)
            return true;
    return false;
}

static void make_room(struct builder *b)
{
    struct tn_sd_grid *grid = b->grid;

    if (grid->points < b->room)
        return;
    struct tn_sd_point *more = tn_new(b->arena, struct tn_sd_point, 2 * b->room + 64);
    if (grid->points)
        memcpy(more, grid->point, grid->points * sizeof *more);
    grid->point = more;
    b->room = 2 * b->room + 64;
}

/* A point at k, to be computed; where and above start its search. */
static void add_point(struct builder *b, const int k[],
                      const struct tn_conditional *where, const double above[])
{
    const struct tn_panel *panel = tn_nested_panel(b->place);
    size_t n = panel->fixed + panel->years;

    make_room(b);
    struct tn_sd_point *point = &b->grid->point[b->grid->points++];
    memcpy(point->k, k, sizeof point->k);
    point->conditional = tn_conditional_new(b->arena, panel);
    memcpy(point->conditional.mode, where->mode, n * sizeof(double));
    point->conditional.at.year_sd = where->at.year_sd;
    size_t modes = tn_nested_modes(b->place);
    point->above = tn_new(b->arena, double, modes);
    for (size_t j = 0; above && j < modes; j++)
        point->above[j] = above[j];
}

/* Go by dx along axis x and, if there is one, by dy along axis y. */
static void add_neighbour(struct builder *b, size_t of, size_t x, int dx, size_t y,
                          int dy)
{
    int k[TN_AXES_MOST];

    memcpy(k, b->grid->point[of].k, sizeof k);
    k[x] += dx;
    if (dy)
        k[y] += dy;
    if (k[x] >= 0 && k[y] >= 0 && !known(b->grid, k))
        add_point(b, k, &b->grid->point[of].conditional, b->grid->point[of].above);
}

/* Those one step away or, of a chequered grid, one step along each of two axes. */
static void add_neighbours(struct builder *b, size_t of)
{
    size_t axes = b->grid->axes;

    for (size_t x = 0; x < axes; x++)
        for (int side = -1; side <= 1; side += 2) {
            if (!chequered(b))
                add_neighbour(b, of, x, side, x, 0);
            for (size_t y = x + 1; chequered(b) && y < axes; y++) {
                add_neighbour(b, of, x, side, y, -1);
                add_neighbour(b, of, x, side, y, 1);
            }
        }
}

/* Compute a point in a worker's place, whose searches start as everybody's do. */
static void compute_point(struct builder *b, const struct tn_nested *common, size_t i)
{
    struct tn_sd_point *point = &b->grid->point[i];
    const struct tn_panel *panel = tn_nested_panel(b->place);
    double t[TN_AXES_MOST] = {0}, step = chequered(b) ? 2 : 1,
           before = point->conditional.at.year_sd;

    for (size_t x = 0; x < b->grid->axes; x++) {
        t[x] = axis_t(&b->grid->axis[x], point->k[x]);
        step *= b->grid->axis[x].step;
    }
    for (size_t x = 0; x < b->grid->axes; x++)
        if (b->grid->axis[x].level == panel->levels && before > 0)
            for (size_t j = 0; j < panel->years; j++)
                point->conditional.mode[panel->fixed + j] *=
                    before / axis_sd(&b->grid->axis[x], t[x]);
    tn_nested_start_from(b->place, common);
    tn_nested_restore(b->place, point->above);
    b->now = point->conditional;
    point->log_weight = density(b, t) + log(step);
    point->conditional = b->now;
    tn_nested_keep(b->place, point->above);
}

/* The points from one number on, shared out among workers; then the best so far. */
static void compute_points(struct builder *b, struct builder worker[], size_t from)
{
    struct tn_sd_grid *grid = b->grid;
    size_t points = grid->points;
    bool much = (points - from) * tn_nested_panel(b->place)->rows > MUCH;

    (void)much;   // where threads are off
    SHARED_OUT
    for (size_t s = 0; s < SLOTS; s++)
        for (size_t i = from + s; i < points; i += SLOTS)
            compute_point(&worker[s], b->place, i);
    for (size_t i = from; i < points; i++)
        if (grid->point[i].log_weight > grid->point[grid->best].log_weight)
            grid->best = i;
}

/* Generation by generation: the neighbours of all points that matter. */
static void grow(struct builder *b, const double t[])
{
    struct tn_sd_grid *grid = b->grid;
    struct builder worker[SLOTS];
    int k[TN_AXES_MOST] = {0};
    double *start = tn_new(b->arena, double, tn_nested_modes(b->place));

    tn_nested_keep(b->place, start);
    for (size_t s = 0; s < SLOTS; s++) {
        worker[s] = *b;
        worker[s].place = tn_nested_like(b->arena, b->place);
    }
    for (size_t x = 0; x < grid->axes; x++)
        k[x] = (int)(t[x] / grid->axis[x].step);
    add_point(b, k, &b->now, start);
    compute_points(b, worker, 0);
    for (size_t done = 0; done < grid->points;) {
        size_t generation = grid->points;
        for (; done < generation; done++)
            if (grid->point[done].log_weight >
                grid->point[grid->best].log_weight - b->drop)
                add_neighbours(b, done);
        compute_points(b, worker, generation);
    }
}

enum tn_fault tn_sd_grid_seek(struct tn_arena *arena, struct tn_nested *place,
                              const struct tn_mixed_prior *prior, double fineness,
                              struct tn_sd_grid *grid, struct tn_err *err)
{
    const struct tn_panel *panel = tn_nested_panel(place);
    struct builder b = {.arena = arena, .place = place, .prior = prior, .grid = grid};

    memset(grid, 0, sizeof *grid);
    b.now = tn_conditional_new(arena, panel);
    memcpy(b.now.mode, prior->beta.mean, panel->fixed * sizeof(double));
    for (size_t l = 0; l < panel->levels; l++)
        add_axis(&b, l, panel->areas[l]);
    add_axis(&b, panel->levels, panel->years);
    double best = find_best(&b, grid->best_t);
    if (!isfinite(best))
        return tn_fail(err, TN_EMATH, NULL, TN_W_MIXED_NO_MODE);
    for (size_t x = 0; x < grid->axes; x++)
        grid->axis[x].step = fineness * choose_step(&b, grid->best_t, x, best);
    density(&b, grid->best_t);
    grid->start = b.now;
    return TN_OK;
}

void tn_sd_grid_grow(struct tn_arena *arena, struct tn_nested *place,
                     const struct tn_mixed_prior *prior, struct tn_sd_grid *grid)
{
    struct builder b = {.arena = arena, .place = place, .prior = prior, .grid = grid};

    b.drop = grid->axes <= 2 ? 12 : chequered(&b) ? 6 : 7;
    b.now = grid->start;
    grow(&b, grid->best_t);
}

/* ---- the law of one sd
 * ------------------------------------------------------------------ */

static double sinh_at(double t, double scale)
{
    return scale * sinh(t);
}

static double log_sinh_at(double t, double scale)
{
    return log(scale * sinh(t));
}

static double exp_at(double t, double scale)
{
    return exp(t - scale);
}

static double less(double t, double scale)
{
    return t - scale;
}

void tn_sd_axis_law(const struct tn_sd_grid *grid, size_t x, const double share[],
                    struct tn_marginal *sd, struct tn_marginal *log_sd)
{
    struct tn_arena scratch = {0};
    const struct tn_sd_axis *axis = &grid->axis[x];
    int low = grid->point[0].k[x], high = low;
    double square = 0;

    for (size_t i = 0; i < grid->points; i++) {
        int k = grid->point[i].k[x];
        low = k < low ? k : low;
        high = k > high ? k : high;
        square += share[i] * pow(tn_sd_axis_sd(axis, k), 2);
    }
    size_t n = (size_t)(high - low) + 1;
    double *density = tn_new(&scratch, double, n);
    for (size_t i = 0; i < grid->points; i++)
        density[grid->point[i].k[x] - low] += share[i];
    for (size_t k = 0; k < n; k++)
        density[k] = log(density[k]);
    struct tn_log_curve curve = {n, low, axis->step, density, NULL, axis->scale};
    curve.at = axis->logarithm ? less : log_sinh_at;
    *log_sd = tn_curve_marginal(&curve);
    curve.at = axis->logarithm ? exp_at : sinh_at;
    *sd = tn_curve_marginal(&curve);
    sd->sd = sqrt(square > sd->mean * sd->mean ? square - sd->mean * sd->mean : 0);
    tn_arena_free(&scratch);
}
