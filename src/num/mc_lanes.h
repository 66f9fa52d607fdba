/* SPDX-License-Identifier: GPL-3.0-or-later */
/* mc_lanes.h -- vectors of W 64-bit lanes, and what compilers have no operator for.
 *
 * The includer sets W and TARGET (function attributes that allow the instructions), or
 * takes the baseline, two lanes on any machine. With W = 8 and 4 the operations are
 * AVX-512's and AVX2's. Every operation gives the same bits whatever W is. */
#ifndef TN_SRC_NUM_MC_LANES_H
#define TN_SRC_NUM_MC_LANES_H

#include <math.h>
#include <stdint.h>

#ifndef W
#define W 2
#define TARGET
#endif

#if defined __x86_64__ || defined __SSE2__
#include <immintrin.h>
#endif

#define LANE static inline __attribute__((always_inline)) TARGET
#define KERNEL static __attribute__((noinline, unused)) TARGET
#define BYTES (8 * W)
#define VECTOR(bytes) __attribute__((vector_size(bytes), may_alias))

typedef double vd VECTOR(BYTES);      // W
typedef uint64_t vq VECTOR(BYTES);    // W
typedef float vf VECTOR(BYTES);       // 2 W
typedef int32_t vi VECTOR(BYTES);     // 2 W
typedef uint32_t vu VECTOR(BYTES);    // 2 W
typedef int16_t vh VECTOR(BYTES);     // 4 W
typedef uint16_t vhu VECTOR(BYTES);   // 4 W
typedef float vf_half VECTOR(BYTES / 2);

#define AT(type, p) (*(type *)(p))
#define GET(type, p) (*(const type *)(p))

#if W == 8

#define IOTA ((vq){0, 1, 2, 3, 4, 5, 6, 7})
#define MUL(a, b) ((vq)_mm512_mul_epu32((__m512i)(a), (__m512i)(b)))
#define JOIN(a, b)                                     \
    ((vh)_mm512_mask_blend_epi32(0xAAAA, (__m512i)(a), \
                                 _mm512_slli_epi64((__m512i)(b), 32)))
#define ANY(v) (_mm512_test_epi64_mask((__m512i)(v), (__m512i)(v)) != 0)
#define MOST(a, b) ((vf)_mm512_max_ps((__m512)(a), (__m512)(b)))
#define LEAST(a, b) ((vf)_mm512_min_ps((__m512)(a), (__m512)(b)))
#define NEARER(a, b) ((vhu)_mm512_min_epu16((__m512i)(a), (__m512i)(b)))
#define LANE_ROOT(a) ((vd)_mm512_sqrt_pd((__m512d)(a)))
#define FLOATS(a, b)                                                                     \
    __builtin_shufflevector((vf_half)_mm512_cvtpd_ps((__m512d)(a)),                      \
                            (vf_half)_mm512_cvtpd_ps((__m512d)(b)), 0, 1, 2, 3, 4, 5, 6, \
                            7, 8, 9, 10, 11, 12, 13, 14, 15)
#define SHORTS(a, b)                                                                     \
    ((vh)_mm512_inserti64x4(_mm512_castsi256_si512(_mm512_cvtepi32_epi16((__m512i)(a))), \
                            _mm512_cvtepi32_epi16((__m512i)(b)), 1))

#elif W == 4

#define IOTA ((vq){0, 1, 2, 3})
#define MUL(a, b) ((vq)_mm256_mul_epu32((__m256i)(a), (__m256i)(b)))
#define JOIN(a, b) \
    ((vh)_mm256_blend_epi32((__m256i)(a), _mm256_slli_epi64((__m256i)(b), 32), 0xAA))
#define ANY(v) (!_mm256_testz_si256((__m256i)(v), (__m256i)(v)))
#define MOST(a, b) ((vf)_mm256_max_ps((__m256)(a), (__m256)(b)))
#define LEAST(a, b) ((vf)_mm256_min_ps((__m256)(a), (__m256)(b)))
#define NEARER(a, b) ((vhu)_mm256_min_epu16((__m256i)(a), (__m256i)(b)))
#define LANE_ROOT(a) ((vd)_mm256_sqrt_pd((__m256d)(a)))
#define FLOATS(a, b) \
    ((vf)_mm256_set_m128(_mm256_cvtpd_ps((__m256d)(b)), _mm256_cvtpd_ps((__m256d)(a))))
/* The low halves, in order: pack works within 128 bits, so the middle quarters swap. */
#define SHORTS(a, b)                                                                    \
    ((vh)_mm256_permute4x64_epi64(                                                      \
        _mm256_packus_epi32(_mm256_and_si256((__m256i)(a), _mm256_set1_epi32(0xFFFF)),  \
                            _mm256_and_si256((__m256i)(b), _mm256_set1_epi32(0xFFFF))), \
        0xD8))

#else

#define IOTA ((vq){0, 1})
/* Of each lane of a, then of b, the lower 16 bits and those above them: in this order in
 * memory, whichever end of a number comes first there. */
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define JOIN(a, b) ((vh)(((a)&0xFFFFFFFF) | (b) << 32))
#define LOW(i) (2 * (i))
#else
#define SWAPPED(a) (((a)&0xFFFF) << 16 | ((a) >> 16 & 0xFFFF))
#define JOIN(a, b) ((vh)(SWAPPED(a) << 32 | SWAPPED(b)))
#define LOW(i) (2 * (i) + 1)
#endif
#define ANY(v) ((((vq)(v))[0] | ((vq)(v))[1]) != 0)
#define FLOATS(a, b) ((vf){(float)(a)[0], (float)(a)[1], (float)(b)[0], (float)(b)[1]})
#define SHORTS(a, b)                                                                  \
    __builtin_shufflevector((vh)(a), (vh)(b), LOW(0), LOW(1), LOW(2), LOW(3), LOW(4), \
                            LOW(5), LOW(6), LOW(7))
#ifdef __SSE2__
#define MUL(a, b) ((vq)_mm_mul_epu32((__m128i)(a), (__m128i)(b)))
#define MOST(a, b) ((vf)_mm_max_ps((__m128)(a), (__m128)(b)))
#define LEAST(a, b) ((vf)_mm_min_ps((__m128)(a), (__m128)(b)))
#define LANE_ROOT(a) ((vd)_mm_sqrt_pd((__m128d)(a)))
#else
#define MUL(a, b) (((a)&0xFFFFFFFF) * ((b)&0xFFFFFFFF))
#define MOST(a, b) ((vf)(((vi)(a) & ((a) > (b))) | ((vi)(b) & ~((a) > (b)))))
#define LEAST(a, b) ((vf)(((vi)(a) & ((a) < (b))) | ((vi)(b) & ~((a) < (b)))))
#define LANE_ROOT(a) ((vd){sqrt((a)[0]), sqrt((a)[1])})
#endif
#define NEARER(a, b)                                 \
    ((vhu)(((vhu)(a) & (vhu)((vhu)(a) < (vhu)(b))) | \
           ((vhu)(b) & ~(vhu)((vhu)(a) < (vhu)(b)))))

#endif

LANE vd all_lanes(double x)
{
    vd zero = {0};

    return zero + x;
}

/* What portable_lanes.h wants. */
#define R vd
#define I vq
#define ALL(x) all_lanes(x)
#define BITS(r) ((vq)(r))
#define REAL(i) ((vd)(i))
#define WHERE(c) ((vq)(c))
#define ROOT(r) LANE_ROOT(r)

#include "portable_lanes.h"

#endif
