# SPDX-License-Identifier: GPL-3.0-or-later
# The Poisson-binomial law of n households by the R package PoissonBinomial: for each n the
# best of its methods, microseconds. One thread.
suppressPackageStartupMessages(library(PoissonBinomial))
set.seed(1)

best <- function(n, methods) {
  p <- runif(n)
  time <- function(method) {
    calls <- 0
    start <- sum(proc.time()[1:2])
    repeat {
      dpbinom(NULL, p, method = method)
      calls <- calls + 1
      took <- sum(proc.time()[1:2]) - start
      if (took > 0.3) return(took / calls)
    }
  }
  times <- sapply(methods, time)
  cat(sprintf("R-PoissonBinomial %d %.6g %s\n", n, 1e6 * min(times),
              methods[which.min(times)]))
}

best(1000L, c("Convolve", "DivideFFT", "Characteristic"))
best(10000L, c("Convolve", "DivideFFT"))
best(100000L, "DivideFFT")
best(1000000L, "DivideFFT")
