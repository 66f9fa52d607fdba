/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TN_WASM_MATH_H
#define TN_WASM_MATH_H

#define M_PI 3.14159265358979323846
#define HUGE_VAL __builtin_inf()
#define NAN __builtin_nanf("")
#define INFINITY __builtin_inff()
#define isnan(x) __builtin_isnan(x)
#define isfinite(x) __builtin_isfinite(x)
#define sqrt(x) __builtin_sqrt(x)
#define ceil(x) __builtin_ceil(x)
#define floor(x) __builtin_floor(x)
#define fabs(x) __builtin_fabs(x)

double exp(double x);
double log(double x);
double pow(double x, double y);
double ldexp(double x, int n);
double fmin(double x, double y);
double fmax(double x, double y);

#endif
