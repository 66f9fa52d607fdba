# SPDX-License-Identifier: GPL-3.0-or-later
"""Scenario A in numpy, household by household, vectorised over replicates: replicates a
second of one thread, the best of several batch sizes, and P(both quotas) as a check. Once
as one writes it (default generator, double precision, a chance for each household), once
tuned (SFC64, single precision, a chance for each class of a village)."""
import time
import numpy as np

POOR = [6, 1, 8, 9, 8, 5, 8, 6, 1, 1, 14]
POOR_QUOTA = [2, 0, 3, 3, 3, 1, 2, 2, 0, 0, 7]
NEAR = [2, 3, 0, 7, 9, 5, 9, 8, 3, 6, 5]
NEAR_QUOTA = [1, 1, 0, 4, 6, 3, 6, 5, 2, 4, 3]
VILLAGE, LOGIT = [], []
for v in range(11):
    VILLAGE += [v] * (POOR[v] + NEAR[v])
    LOGIT += [1.2] * POOR_QUOTA[v] + [-2.2] * (POOR[v] - POOR_QUOTA[v])
    LOGIT += [1.6] * NEAR_QUOTA[v] + [-1.5] * (NEAR[v] - NEAR_QUOTA[v])
VILLAGE = np.array(VILLAGE)
POOR_ONE = np.concatenate([[True] * p + [False] * n for p, n in zip(POOR, NEAR)])
LOGIT = np.array(LOGIT)
# Households of a class and village share a chance: 38 logistic functions, not 124.
CLASS, OF = np.unique(np.array([VILLAGE, LOGIT]), axis=1, return_inverse=True)
OF = OF.ravel()


def plain(rng, n):
    effect = 0.3 * rng.standard_normal((n, 11)) + 0.4 * rng.standard_normal((n, 1))
    chance = 1 / (1 + np.exp(-(effect[:, VILLAGE] + LOGIT)))
    leaves = rng.random((n, 124)) < chance
    poor = leaves[:, POOR_ONE].sum(axis=1)
    near = leaves[:, ~POOR_ONE].sum(axis=1)
    return np.count_nonzero((poor >= 23) & (near >= 35))


def tuned(rng, n):
    effect = 0.3 * rng.standard_normal((11, n), dtype=np.float32)
    effect += 0.4 * rng.standard_normal(n, dtype=np.float32)
    odds = np.exp(-(effect[CLASS[0].astype(int)] + CLASS[1, :, None].astype(np.float32)))
    chance = 1 / (1 + odds)
    leaves = rng.random((124, n), dtype=np.float32) < chance[OF]
    poor = np.count_nonzero(leaves[POOR_ONE], axis=0)
    near = np.count_nonzero(leaves[~POOR_ONE], axis=0)
    return np.count_nonzero((poor >= 23) & (near >= 35))


def measure(name, batch, rng):
    best, share = 0.0, 0.0
    for n in (500, 2000, 10000, 50000):
        met = batch(rng, n)
        start, drawn = time.process_time(), 0
        while time.process_time() - start < 1:
            met += batch(rng, n)
            drawn += n
        rate = drawn / (time.process_time() - start)
        if rate > best:
            best, share = rate, met / (drawn + n)
    print(f"{name} {np.__version__} {best:.4g} {share:.4f}")


measure("numpy", plain, np.random.default_rng(1))
measure("numpy-tuned", tuned, np.random.Generator(np.random.SFC64(1)))
