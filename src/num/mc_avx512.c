/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc_plan.h"

#ifdef __x86_64__

#define W 8
#define TARGET __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl")))

#include "mc_kernel.h"

const struct mc_kernel mc_avx512 = {draw_parameters, draw_place, find_cells};

#endif
