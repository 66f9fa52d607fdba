/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/num/mixedml.h"

#include "tn/num/cholesky.h"
#include "tn/num/hermite.h"
#include "tn/words/mixed.h"

#include <math.h>
#include <string.h>

enum { STEPS = 100, SHOCK_STEPS = 50, MOST_SHOCK_NODES = 120000 };

static const double FIRST_SD = 0.5;
static const double EDGE = 1e-4;        // a sd below is 0
static const double SETTLED = 1e-12;    // Newton decrement: 1e-6 of a standard error
static const double ROUGHLY = 1e-3;     // the same with few nodes of the shocks
static const double ROUNDING = 1e-11;   // a fall that rounding may cause
static const double SEPARATED = 40;     // log odds that no data support
/* Weight under which a node of the shocks is left out: at 1e-9 the thousands that fall
 * below move the years' sd by 1e-5. */
static const double SLIGHT = 1e-13;

/* theta: beta, the sds of the levels, the sd of the years. */
struct search {
    const struct tn_panel *panel;
    struct tn_nested *place;
    size_t p, years, all, n;   // all: coordinates of the place; n: of theta
    double *shock, *root;      // mode of the shocks, factor of minus the Hessian there
    double *g, *h;             // of the place
    size_t nodes;              // of each year
    double node[TN_HERMITE_MOST], weight[TN_HERMITE_MOST];
    size_t *digit;   // of the node at work, a year each
};

static struct tn_nested_at at_theta(const struct search *s, const double theta[],
                                    const double shock[])
{
    struct tn_nested_at at = {.beta = theta, .shock = shock};

    for (size_t l = 0; l < s->panel->levels; l++)
        at.sd[l] = fabs(theta[s->p + l]);
    at.year_sd = s->years ? fabs(theta[s->n - 1]) : 0;
    return at;
}

static double full(struct search *s, const double theta[], const double shock[])
{
    struct tn_nested_at at = at_theta(s, theta, shock);

    return tn_nested_eval(s->place, &at,
                          &(struct tn_nested_out){.gradient = s->g, .hessian = s->h});
}

/* Where a coordinate of theta stands among the place's: beta, shocks, sds, year's sd. */
static size_t slot(const struct search *s, size_t j)
{
    return j < s->p ? j : j + s->years;
}

/* Newton's step for the shocks at theta; returns its decrement. */
static double shock_step(struct search *s, const double theta[], double step[])
{
    size_t t = s->years, p = s->p, n = s->all;
    double decrement = 0;

    full(s, theta, s->shock);
    for (size_t a = 0; a < t; a++) {
        step[a] = s->g[p + a] - s->shock[a];
        for (size_t b = 0; b <= a; b++)
            s->root[a * t + b] = (a == b) - s->h[(p + a) * n + p + b];
    }
    memcpy(s->g, step, t * sizeof(double));
    if (!tn_cholesky(t, s->root))
        return NAN;
    tn_cholesky_solve(t, s->root, step);
    for (size_t a = 0; a < t; a++)
        decrement += s->g[a] * step[a];
    return decrement;
}

/* The mode of the shocks at theta. Their density is log-concave and, with standard
 * normal priors, never far from quadratic: full steps, shortened to 2, do. */
static bool find_shocks(struct search *s, const double theta[], double step[])
{
    for (int k = 0; k < SHOCK_STEPS; k++) {
        double decrement = shock_step(s, theta, step);
        if (!(decrement >= 0))
            return false;
        if (decrement < SETTLED)
            return true;
        double factor = decrement > 4 ? 2 / sqrt(decrement) : 1;
        for (size_t a = 0; a < s->years; a++)
            s->shock[a] += factor * step[a];
    }
    return false;
}

/* The place's derivatives as theta's, averaged in with a weight. */
static void add_node(const struct search *s, double weight, double g[], double h[])
{
    size_t n = s->n;

    for (size_t a = 0; a < n; a++) {
        g[a] += weight * s->g[slot(s, a)];
        for (size_t b = 0; b <= a; b++)
            h[a * n + b] += weight * (s->h[slot(s, a) * s->all + slot(s, b)] +
                                      s->g[slot(s, a)] * s->g[slot(s, b)]);
    }
}

/* The product weight of the node at work and its shocks about the mode. */
static double node_shocks(struct search *s, double shock[])
{
    double weight = 1;

    for (size_t a = 0; a < s->years; a++) {
        shock[a] = s->node[s->digit[a]];
        weight *= s->weight[s->digit[a]];
    }
    tn_cholesky_back(s->years, s->root, shock);
    for (size_t a = 0; a < s->years; a++)
        shock[a] += s->shock[a];
    return weight;
}

static bool next_node(struct search *s)
{
    for (size_t a = 0; a < s->years; a++) {
        if (++s->digit[a] < s->nodes)
            return true;
        s->digit[a] = 0;
    }
    return false;
}

/* The likelihood with the shocks integrated out, g and h its derivatives. */
static double over_shocks(struct search *s, const double theta[], double g[], double h[])
{
    double shock[64], total = 0, top = 0;
    size_t n = s->n;
    bool first = true;

    if (!find_shocks(s, theta, shock))
        return -HUGE_VAL;
    do {
        double weight = node_shocks(s, shock), value = 0;
        if (weight < SLIGHT)
            continue;
        for (size_t a = 0; a < s->years; a++)
            value += (s->node[s->digit[a]] * s->node[s->digit[a]] - shock[a] * shock[a]) /
                     2;
        value += full(s, theta, shock);
        top = first ? value : top;
        first = false;
        weight *= exp(value - top);
        total += weight;
        add_node(s, weight, g, h);
    } while (next_node(s));
    for (size_t a = 0; a < n; a++)
        g[a] /= total;
    for (size_t a = 0; a < n; a++)
        for (size_t b = 0; b <= a; b++)
            h[a * n + b] = h[a * n + b] / total - g[a] * g[b];
    return top + log(total) - tn_cholesky_log_det(s->years, s->root) / 2;
}

static double value_at(struct search *s, const double theta[], double g[], double h[])
{
    size_t n = s->n;

    memset(g, 0, n * sizeof(double));
    memset(h, 0, n * n * sizeof(double));
    if (s->years)
        return over_shocks(s, theta, g, h);
    double value = full(s, theta, NULL);
    for (size_t a = 0; a < n; a++) {
        g[a] = s->g[slot(s, a)];
        for (size_t b = 0; b <= a; b++)
            h[a * n + b] = s->h[slot(s, a) * s->all + slot(s, b)];
    }
    return value;
}

/* ---- the climb -----------------------------------------------------------------------
 */

struct climb {
    double *theta, *trial, *g, *h, *step, *root;
    double value;
    int steps;
};

/* A sd at the edge stays there; one that falls towards it along a convex slope goes
 * there by itself, as Newton's step would be none. */
static bool held(const struct search *s, const struct climb *c, size_t j)
{
    bool falls = c->g[j] < 0 && c->h[j * s->n + j] >= 0;

    return j >= s->p && (c->theta[j] < EDGE || falls);
}

/* The step of Newton, with so much added to the diagonal that it climbs; coordinates at
 * the edge are held. Returns its decrement. */
static double climb_step(const struct search *s, struct climb *c)
{
    size_t n = s->n;
    double decrement = 0;

    for (double more = 0;; more = more > 0 ? 4 * more : 1e-3) {
        for (size_t a = 0; a < n; a++) {
            c->step[a] = held(s, c, a) ? 0 : c->g[a];
            for (size_t b = 0; b <= a; b++)
                c->root[a * n + b] = held(s, c, a) || held(s, c, b) ? a == b
                                                                    : -c->h[a * n + b];
            c->root[a * n + a] += more * (1 + fabs(c->h[a * n + a]));
        }
        if (tn_cholesky(n, c->root))
            break;
        if (!(more < 1e12))
            return NAN;
    }
    tn_cholesky_solve(n, c->root, c->step);
    for (size_t a = 0; a < n; a++) {
        if (held(s, c, a))
            c->step[a] = -c->theta[a];
        decrement += c->g[a] * c->step[a];
    }
    return decrement;
}

/* Go along the step, halving it until the value does not fall by more than a tenth of
 * what it should rise (nodes of the shocks that are left out make it a little rough); sds
 * are kept from crossing 0 by more than half their size in one step. */
static bool climb_along(struct search *s, struct climb *c, double decrement)
{
    for (double length = 1; length > 1e-9; length /= 2) {
        for (size_t j = 0; j < s->n; j++) {
            c->trial[j] = c->theta[j] + length * c->step[j];
            if (j >= s->p && c->trial[j] < c->theta[j] / 4)
                c->trial[j] = c->theta[j] / 4;
            if (j >= s->p && c->trial[j] < EDGE)
                c->trial[j] = 0;
        }
        double value = value_at(s, c->trial, c->g, c->h);
        if (value >= c->value - ROUNDING * fabs(c->value) - decrement / 10) {
            memcpy(c->theta, c->trial, s->n * sizeof(double));
            c->value = value;
            return true;
        }
    }
    return false;
}

static bool climb(struct search *s, struct climb *c, double settled)
{
    c->value = value_at(s, c->theta, c->g, c->h);
    for (; c->steps < STEPS; c->steps++) {
        double decrement = climb_step(s, c);
        if (!(decrement >= 0))
            return false;
        if (decrement < settled)
            return true;
        for (size_t j = 0; j < s->p; j++)
            if (fabs(c->theta[j]) > SEPARATED)
                return false;
        if (!climb_along(s, c, decrement))
            return decrement < sqrt(settled);
    }
    return false;
}

static void use_shock_nodes(struct search *s, size_t nodes)
{
    s->nodes = nodes;
    tn_hermite(nodes, s->node, s->weight);
}

/* The largest odd number of nodes a year whose product stays payable. What that leaves
 * out, 10 areas: 5 years of 9 nodes beside 13, 2e-9; 6 years of 7 beside 9, 7e-10. */
static size_t payable(size_t years)
{
    size_t nodes = 15;

    while (nodes > 3 && pow((double)nodes, (double)years) > MOST_SHOCK_NODES)
        nodes -= 2;
    return nodes;
}

/* Whether the data say so little of a log odds that they are as good as separated. */
static bool undetermined(const struct search *s, const struct tn_ml *ml)
{
    for (size_t j = 0; j < s->p; j++)
        for (size_t i = 0; i < s->panel->rows; i++)
            if (!(fabs(s->panel->x[i * s->p + j]) * ml->beta_se[j] < SEPARATED))
                return true;
    return false;
}

static void hand_out(struct tn_arena *arena, const struct search *s, struct climb *c,
                     struct tn_ml *ml)
{
    size_t n = s->n, p = s->p;

    ml->beta = c->theta;
    ml->beta_se = tn_new(arena, double, p);
    climb_step(s, c);
    for (size_t j = 0; j < n; j++) {
        memset(c->step, 0, n * sizeof(double));
        c->step[j] = 1;
        tn_cholesky_solve(n, c->root, c->step);
        bool edge = held(s, c, j), year = s->years && j == n - 1;
        double se = edge ? (double)NAN : sqrt(c->step[j]), value = edge ? 0 : c->theta[j];
        if (j < p)
            ml->beta_se[j] = se;
        else
            *(year ? &ml->year_sd_se : &ml->sd_se[j - p]) = se;
        if (j >= p)
            *(year ? &ml->year_sd : &ml->sd[j - p]) = value;
    }
    ml->log_likelihood = c->value + tn_panel_log_choose(s->panel);
    ml->steps = c->steps;
}

enum tn_fault tn_ml_fit(struct tn_arena *arena, const struct tn_panel *panel,
                        size_t area_nodes, struct tn_ml *ml, struct tn_err *err)
{
    struct search s = {.panel = panel, .p = panel->fixed, .years = panel->years};
    struct climb c = {0};

    memset(ml, 0, sizeof *ml);
    s.place = tn_nested_new(arena, panel, area_nodes, true);
    s.all = tn_nested_dims(s.place);
    s.n = s.p + panel->levels + (s.years > 0);
    s.shock = tn_new(arena, double, s.years);
    s.root = tn_new(arena, double, s.years *s.years);
    s.g = tn_new(arena, double, s.all);
    s.h = tn_new(arena, double, s.all *s.all);
    s.digit = tn_new(arena, size_t, s.years);
    double **room[] = {&c.theta, &c.trial, &c.g, &c.step};
    for (size_t i = 0; i < sizeof room / sizeof *room; i++)
        *room[i] = tn_new(arena, double, s.n);
    c.h = tn_new(arena, double, s.n *s.n);
    c.root = tn_new(arena, double, s.n *s.n);
    for (size_t j = s.p; j < s.n; j++)
        c.theta[j] = FIRST_SD;
    use_shock_nodes(&s, s.years ? 3 : 1);
    bool settled = climb(&s, &c, s.years ? ROUGHLY : SETTLED);
    if (settled && s.years) {
        use_shock_nodes(&s, payable(s.years));
        settled = climb(&s, &c, SETTLED);
    }
    if (!settled)
        return tn_fail(err, TN_EMATH, NULL, TN_W_MIXED_NO_MODE);
    hand_out(arena, &s, &c, ml);
    if (undetermined(&s, ml))
        return tn_fail(err, TN_EMATH, NULL, TN_W_MIXED_NO_MODE);
    return TN_OK;
}
