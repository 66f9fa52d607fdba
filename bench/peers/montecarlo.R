# SPDX-License-Identifier: GPL-3.0-or-later
# Scenario A in R by grouped binomials, vectorised over replicates: replicates a second of
# one thread, the best of several batch sizes. Prints also P(both quotas).
poor <- c(6, 1, 8, 9, 8, 5, 8, 6, 1, 1, 14)
poor_quota <- c(2, 0, 3, 3, 3, 1, 2, 2, 0, 0, 7)
near <- c(2, 3, 0, 7, 9, 5, 9, 8, 3, 6, 5)
near_quota <- c(1, 1, 0, 4, 6, 3, 6, 5, 2, 4, 3)

draw <- function(n) {
  e <- rnorm(n, 0, 0.4)
  x <- integer(n)
  y <- integer(n)
  for (v in 1:11) {
    effect <- e + rnorm(n, 0, 0.3)
    if (poor_quota[v] > 0) x <- x + rbinom(n, poor_quota[v], plogis(1.2 + effect))
    if (poor[v] > poor_quota[v]) x <- x + rbinom(n, poor[v] - poor_quota[v], plogis(-2.2 + effect))
    if (near_quota[v] > 0) y <- y + rbinom(n, near_quota[v], plogis(1.6 + effect))
    if (near[v] > near_quota[v]) y <- y + rbinom(n, near[v] - near_quota[v], plogis(-1.5 + effect))
  }
  sum(x >= 23 & y >= 35)
}

set.seed(1)
best <- 0
for (n in c(2000, 10000, 50000)) {
  met <- draw(n)
  drawn <- 0
  start <- sum(proc.time()[1:2])
  while (sum(proc.time()[1:2]) - start < 1) {
    met <- met + draw(n)
    drawn <- drawn + n
  }
  rate <- drawn / (sum(proc.time()[1:2]) - start)
  if (rate > best) {
    best <- rate
    share <- met / (drawn + n)
  }
}
cat(sprintf("R %s %.4g %.4f\n", getRversion(), best, share))
