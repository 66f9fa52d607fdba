/* SPDX-License-Identifier: GPL-3.0-or-later */
/* As bench_montecarlo.c, by the vectors of AVX-512. */
#define W 8
#define TARGET __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl")))
#define BUILD TN_MC_AVX512
#define NAME "avx512"

#include "bench_montecarlo.c"
