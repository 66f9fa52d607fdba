/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "forecast_point.h"

#include "tn/num/special.h"

struct tn_draws tn_draws_of(struct tn_arena *arena, const struct tn_setup *setup)
{
    const struct tn_model *model = setup->model;
    size_t all = TN_PARAMETERS + model->terms;
    struct tn_draws d = {.setup = setup,
                         .prior = tn_new(arena, const struct tn_prior *, all),
                         .dimension = tn_new(arena, size_t, all)};

    for (size_t i = 0; i < all; i++) {
        d.prior[i] = i < TN_PARAMETERS ? &model->prior[i]
                                       : &model->term[i - TN_PARAMETERS].prior;
        d.dimension[i] = !d.prior[i]->off && d.prior[i]->sd > 0 ? d.n++ : (size_t)-1;
    }
    return d;
}

const double *tn_draws_at(struct tn_arena *arena, const struct tn_draws *d,
                          const double u[])
{
    size_t all = TN_PARAMETERS + d->setup->model->terms;
    double *scaled = tn_new(arena, double, all);

    for (size_t i = 0; i < all; i++) {
        bool moves = u && d->dimension[i] < d->n;
        double z = moves ? tn_normal_quantile(u[d->dimension[i]]) : 0;
        scaled[i] = tn_prior_scaled(d->prior[i], z);
    }
    return scaled;
}
