/* SPDX-License-Identifier: GPL-3.0-or-later */
/* gsl_quiet.h -- GSL's abort handler off: errors come back as codes. */
#ifndef TN_NUM_GSL_QUIET_H
#define TN_NUM_GSL_QUIET_H

void tn_gsl_quiet(void);

#endif
