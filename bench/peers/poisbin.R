# SPDX-License-Identifier: GPL-3.0-or-later
# The Poisson-binomial law of n households by R packages, microseconds, one thread:
# PoissonBinomial (the best of its methods), and of poibin, poisbinom and
# ShiftConvolvePoibin those that R has (R_LIBS), which Debian does not package; then one
# upper tail of about 1e-30 at n = 1e5.
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

# The others, up to the size that by the two before would take more than so many seconds.
patience <- 30
laws <- list(
  poibin = function(p) poibin::dpoibin(0:length(p), p),
  poisbinom = function(p) poisbinom::dpoisbinom(0:length(p), p),
  ShiftConvolvePoibin = function(p) ShiftConvolvePoibin::dpoisbin(0:length(p), p))
for (package in names(laws)) {
  if (!requireNamespace(package, quietly = TRUE)) next
  before <- last <- NULL
  for (n in c(100L, 1000L, 10000L, 100000L, 1000000L)) {
    growth <- if (is.null(before)) 10 else max(last / before, 10)
    if (!is.null(last) && last * growth > patience) {
      cat(sprintf("left out: %s for n = %d and more, some %.0f s by its time before\n",
                  package, n, last * growth))
      break
    }
    p <- runif(n)
    before <- last
    last <- time(function() laws[[package]](p))
    line(package, n, last, "law")
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
