/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each piece is done once, in the memory of its thread, whatever the threads. */
#include "check.h"

#include <string.h>

#include "tn/num/crew.h"

enum { MOST = 50 };

struct tally {
    int done[MOST + 2];
    double *room[MOST + 2];
};

static void count(struct tn_arena *work, void *what, size_t piece)
{
    struct tally *tally = what;

    assert_true(piece < MOST + 2);
    tally->room[piece] = tn_new(work, double, 1000);
    assert_true(*tally->room[piece] >= 0 && *tally->room[piece] <= 0);
    *tally->room[piece] = (double)piece + 1;
    tally->done[piece]++;
}

static void each_piece_is_done_once(void **state)
{
    (void)state;
    for (size_t n = 0; n <= MOST; n += n < 4 ? 1 : 23)
        for (int threads = 0; threads < 6; threads++) {
            struct tally tally = {{0}, {NULL}};
            tn_crew(n, threads, count, &tally);
            for (size_t i = 0; i < MOST + 2; i++)
                assert_int_equal(tally.done[i], i < n);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_piece_is_done_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
