# SPDX-License-Identifier: GPL-3.0-or-later
# The Poisson-binomial law of n households by R packages, microseconds, one thread:
# PoissonBinomial (the best of its methods), and of poibin, poisbinom and
# ShiftConvolvePoibin those that R has; then one upper tail of about 1e-30 at n = 1e5.
suppressPackageStartupMessages(library(PoissonBinomial))
set.seed(1)

# Seconds a call, over at least 0.3 s.
time <- function(call) {
  calls <- 0
  start <- sum(proc.time()[1:2])
  repeat {
    call()
    calls <- calls + 1
    took <- sum(proc.time()[1:2]) - start
    if (took > 0.3) return(took / calls)
  }
}
line <- function(package, n, seconds, method)
  cat(sprintf("R-%s %d %.6g %s\n", package, n, 1e6 * seconds, method))

best <- function(n, methods) {
  p <- runif(n)
  times <- sapply(methods, function(m) time(function() dpbinom(NULL, p, method = m)))
  line("PoissonBinomial", n, min(times), methods[which.min(times)])
}
best(1000L, c("Convolve", "DivideFFT", "Characteristic"))
best(10000L, c("Convolve", "DivideFFT"))
best(100000L, "DivideFFT")
best(1000000L, "DivideFFT")

# Each up to the size where a call takes about a minute or its memory ends.
others <- list(
  poibin = list(sizes = c(1000L, 10000L), law = function(p) poibin::dpoibin(0:length(p), p)),
  poisbinom = list(sizes = c(1000L, 10000L, 100000L),
                   law = function(p) poisbinom::dpoisbinom(0:length(p), p)),
  ShiftConvolvePoibin = list(sizes = c(1000L, 10000L, 100000L, 1000000L),
                             law = function(p)
                               ShiftConvolvePoibin::dpoisbin(0:length(p), p)))
for (package in names(others)) {
  if (!requireNamespace(package, quietly = TRUE)) next
  for (n in others[[package]]$sizes) {
    p <- runif(n)
    line(package, n, time(function() others[[package]]$law(p)), "-")
  }
}
if (requireNamespace("ShiftConvolvePoibin", quietly = TRUE)) {
  n <- 100000L
  p <- runif(n)
  k <- as.integer(0.5 * n + 11.4 * sqrt(n / 6))
  seconds <- time(function()
    ShiftConvolvePoibin::ppoisbin(k - 1L, p, lower.tail = FALSE))
  line("ShiftConvolvePoibin", n, seconds, "tail")
}
