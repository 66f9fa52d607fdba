/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "district.h"

#include "tn/show/show_district.h"

double cli_district_share = -1;

enum tn_fault cli_district(struct cli_call *call, struct tn_err *err)
{
    const struct tn_show_district *show;

    return cli_district_shown(call, &show, err);
}

enum tn_fault cli_district_shown(struct cli_call *call,
                                 const struct tn_show_district **shown,
                                 struct tn_err *err)
{
    size_t n = call->folders;
    struct tn_commune *read = tn_new(call->arena, struct tn_commune, n);
    struct tn_model *own = tn_new(call->arena, struct tn_model, n);
    const struct tn_commune **commune = tn_new(call->arena, const struct tn_commune *, n);
    const struct tn_model **model = tn_new(call->arena, const struct tn_model *, n);
    struct tn_district *district = tn_new(call->arena, struct tn_district, 1);
    struct tn_show_district *show = tn_new(call->arena, struct tn_show_district, 1);
    struct tn_district_options options = {
        .forecast = {.method = call->common.method == CLI_EXACT ? TN_EXACT
                                                                : TN_CONDITIONAL,
                     .seed = (unsigned long)call->common.seed,
                     .threads = (int)call->common.threads},
        .shared = cli_district_share < 0 ? tn_district_shared : cli_district_share};

    for (size_t i = 0; i < n; i++) {
        enum tn_fault fault = cli_read_folder(call, i, &read[i], err);
        if (!fault)
            fault = cli_read_model(call, &read[i], &own[i], err);
        if (fault)
            return fault;
        commune[i] = &read[i];
        model[i] = &own[i];
    }
    *district = tn_district_of(call->arena, n, commune, model, &options);
    *show = (struct tn_show_district){commune, district};
    if (district->points > 1)
        call->doc.source.seed = call->common.seed;
    tn_show_district(call->arena, &call->doc, show);
    *shown = show;
    return TN_OK;
}
