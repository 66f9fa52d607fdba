/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/num/portable.h"

#include "portable_lanes.h"

double tn_portable_exp(double x)
{
    return lane_exp(x);
}

double tn_portable_log(double x)
{
    return lane_log(x);
}

double tn_portable_expit(double x)
{
    return lane_expit(x);
}

void tn_portable_normals(uint32_t radius, uint32_t angle, double z[2])
{
    lane_normals(radius, angle, &z[0], &z[1]);
}
