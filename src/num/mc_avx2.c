/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc_plan.h"

#ifdef __x86_64__

#define W 4
#define TARGET __attribute__((target("avx2")))

#include "mc_kernel.h"

const struct mc_kernel mc_avx2 = {draw_parameters, draw_place, find_cells};

#endif
