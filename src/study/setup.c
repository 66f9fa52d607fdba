/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/study/setup.h"

#include "tn/num/gsl_quiet.h"

void tn_setup(void)
{
    tn_gsl_quiet();
}
