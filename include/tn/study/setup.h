/* SPDX-License-Identifier: GPL-3.0-or-later */
/* setup.h -- what a program does once, before it uses the library. */
#ifndef TN_STUDY_SETUP_H
#define TN_STUDY_SETUP_H

/* GSL's default error handler ends the program; every return code is looked at
 * here, so it is switched off. Process-wide. */
void tn_setup(void);

#endif
