/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "country.h"

#include "tn/base/file.h"
#include "tn/study/synthetic.h"

enum tn_fault cli_generate_country(struct cli_call *call, const char *path,
                                   long households, struct tn_err *err)
{
    uint64_t seed = (uint64_t)call->common.seed;
    struct tn_synthetic country = households ? tn_synthetic_of(seed, households)
                                             : tn_synthetic_at(seed, 1);
    struct tn_file file = {0};
    enum tn_fault fault = tn_file_begin(call->arena, path, &file, err);

    if (fault)
        return fault;
    tn_synthetic_write(file.out, &country);
    return tn_file_commit(&file, err);
}
