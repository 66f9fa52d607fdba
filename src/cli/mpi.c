/* SPDX-License-Identifier: GPL-3.0-or-later */
/* mpi.c -- the processes that mpirun started: MPI-3, and nowhere else. */
#include "team.h"

#include <mpi.h>
#include <unistd.h>

/* Numbers of one message; MPI counts in int. */
enum { AT_ONCE = 1 << 26 };

static struct tn_team team;

static void sum(size_t n, uint64_t count[])
{
    for (size_t i = 0; i < n; i += AT_ONCE) {
        int some = n - i < AT_ONCE ? (int)(n - i) : AT_ONCE;
        MPI_Reduce(team.rank ? count + i : MPI_IN_PLACE, count + i, some, MPI_UINT64_T,
                   MPI_SUM, 0, MPI_COMM_WORLD);
    }
}

static void most(size_t n, uint64_t count[])
{
    MPI_Allreduce(MPI_IN_PLACE, count, (int)n, MPI_UINT64_T, MPI_MAX, MPI_COMM_WORLD);
}

/* Piece by piece: a vector of a province is some megabytes, and there are few of them. */
static void gather(const struct tn_team *all, size_t pieces, size_t n, double x[])
{
    for (size_t rank = 1; rank < all->ranks; rank++) {
        struct tn_share share = tn_team_share(all, rank, pieces);
        for (uint64_t i = share.first; i < share.last; i++) {
            if (all->rank == 0)
                MPI_Recv(x + i * n, (int)n, MPI_DOUBLE, (int)rank, 0, MPI_COMM_WORLD,
                         MPI_STATUS_IGNORE);
            else if (all->rank == rank)
                MPI_Send(x + (i - share.first) * n, (int)n, MPI_DOUBLE, 0, 0,
                         MPI_COMM_WORLD);
        }
    }
}

void cli_team_begin(int *argc, char **argv[])
{
    int rank, ranks, provided;

    MPI_Init_thread(argc, argv, MPI_THREAD_FUNNELED, &provided);
    MPI_Comm_rank(MPI_COMM_WORLD, &rank);
    MPI_Comm_size(MPI_COMM_WORLD, &ranks);
    team = (struct tn_team){(size_t)rank, (size_t)ranks, sum, most, gather};
}

const struct tn_team *cli_team(void)
{
    return &team;
}

/* Long enough for the first process to speak and end the job. */
void cli_team_hold(void)
{
    if (team.rank)
        sleep(3);
}

/* A failed process does not come to the next meeting, where the others would wait. */
int cli_team_end(int status)
{
    if (status == 1 || status == 2)
        MPI_Abort(MPI_COMM_WORLD, status);
    MPI_Finalize();
    return team.rank ? 0 : status;
}
