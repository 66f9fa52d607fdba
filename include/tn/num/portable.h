/* SPDX-License-Identifier: GPL-3.0-or-later */
/* portable.h -- exp, log, expit and normal numbers with the same bits everywhere.
 *
 * The C library's functions differ in the last digit from one version, processor or
 * vector width to the next, and a simulation whose draws differ in one digit is not
 * the same simulation. These use only additions, products, quotients and square roots,
 * each rounded once (build without contraction), in one fixed order.
 *
 * Accuracy, the largest relative error on the range named, as tests/test_portable.c
 * finds it against long double: exp 2e-16 on [-700, 700]; log 1e-15 on (0, 1);
 * expit 4e-16 on [-700, 700]; normal numbers 2e-14 of their radius.
 */
#ifndef TN_NUM_PORTABLE_H
#define TN_NUM_PORTABLE_H

#include <stdint.h>

/* e^x; 0 below -708, infinite above 709. */
double tn_portable_exp(double x);

/* Natural logarithm of a normal number x > 0. */
double tn_portable_log(double x);

/* 1 / (1 + e^-x): 0 at -INFINITY, 1 at INFINITY. */
double tn_portable_expit(double x);

/* Two independent standard normal numbers from two words of 32 random bits: radius
 * sqrt(-2 log u), u = (word + 1/2) / 2^32, at an angle of word / 2^32 turns. At most
 * 6.77 from 0. Source: [BoxMuller1958]. */
void tn_portable_normals(uint32_t radius, uint32_t angle, double z[2]);

#endif
