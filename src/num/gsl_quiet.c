/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tn/num/gsl_quiet.h"

#include <gsl/gsl_errno.h>

void tn_gsl_quiet(void)
{
    gsl_set_error_handler_off();
}
