/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc_kernel.h"

const struct mc_kernel mc_portable = {draw_parameters, draw_place, find_cells};
