/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each piece is done once, in the memory of its thread, whatever the threads. */
#include "check.h"

#include <string.h>
#ifdef _OPENMP
#include <omp.h>
#endif

#include "tn/num/crew.h"

enum { MOST = 50 };

struct tally {
    int done[MOST + 2];
    double *room[MOST + 2];
    int together[MOST + 2];   // threads at work
};

static void count(struct tn_arena *work, void *what, size_t piece)
{
    struct tally *tally = what;

    assert_true(piece < MOST + 2);
    tally->room[piece] = tn_new(work, double, 1000);
    assert_true(*tally->room[piece] >= 0 && *tally->room[piece] <= 0);
    *tally->room[piece] = (double)piece + 1;
    tally->done[piece]++;
#ifdef _OPENMP
    tally->together[piece] = omp_get_num_threads();
#endif
}

static void each_piece_is_done_once(void **state)
{
    (void)state;
    for (size_t n = 0; n <= MOST; n += n < 4 ? 1 : 23)
        for (int threads = 0; threads < 6; threads++) {
            struct tally tally = {{0}, {NULL}, {0}};
            tn_crew(n, threads, count, &tally);
            for (size_t i = 0; i < MOST + 2; i++)
                assert_int_equal(tally.done[i], i < n);
        }
}

/* No more threads than asked for, or than there are; no more than pieces either. */
static void so_many_threads_work_as_are_asked_for(void **state)
{
    (void)state;
#ifdef _OPENMP
    int before = omp_get_max_threads();
    omp_set_num_threads(3);
    omp_set_dynamic(0);
    for (size_t n = 1; n < 7; n++)
        for (int threads = -1; threads < 6; threads++) {
            int most = threads > 0 ? threads : 3;
            struct tally tally = {{0}, {NULL}, {0}};
            tn_crew(n, threads, count, &tally);
            for (size_t i = 0; i < n; i++)
                assert_int_equal(tally.together[i], most < (int)n ? most : (int)n);
        }
    omp_set_num_threads(before);
#else
    struct tally tally = {{0}, {NULL}, {0}};
    tn_crew(2, 4, count, &tally);
    assert_int_equal(tally.done[1], 1);
#endif
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_piece_is_done_once),
        cmocka_unit_test(so_many_threads_work_as_are_asked_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
