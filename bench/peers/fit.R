# SPDX-License-Identifier: GPL-3.0-or-later
# The peers of bench/bench_fit.c: lme4's glmer (Laplace and 25 nodes) and JAGS (4 chains of
# 25,000 draws) on tests/oracle/hier/panelP_data.csv. Needs r-cran-lme4 and r-cran-rjags.
library(lme4); library(rjags)
d <- read.csv("tests/oracle/hier/panelP_data.csv")
best <- function(f, runs) min(sapply(1:runs, function(i) system.time(f())[["elapsed"]]))
laplace <- function() glmer(cbind(y, n - y) ~ x + (1 | group), d, binomial)
nodes <- function() glmer(cbind(y, n - y) ~ x + (1 | group), d, binomial, nAGQ = 25)
cat(sprintf("lme4: glmer, Laplace   %8.1f ms\n", 1e3 * best(laplace, 5)))
cat(sprintf("lme4: glmer, 25 nodes  %8.1f ms\n", 1e3 * best(nodes, 5)))
model <- "model { for (i in 1:N) { y[i] ~ dbin(p[i], n[i]);
  logit(p[i]) <- b0 + b1 * x[i] + u[g[i]] + e[t[i]] }
  for (j in 1:J) { u[j] ~ dnorm(0, 1 / s^2) }
  for (k in 1:T) { e[k] ~ dnorm(0, 1 / sy^2) }
  b0 ~ dnorm(0, 1 / 6.25); b1 ~ dnorm(0, 1 / 6.25)
  s ~ dnorm(0, 1) T(0,); sy ~ dnorm(0, 1) T(0,) }"
sample <- function() {
    m <- jags.model(textConnection(model), n.chains = 4, quiet = TRUE,
                    data = list(y = d$y, n = d$n, x = d$x, g = d$group, t = d$year,
                                N = nrow(d), J = max(d$group), T = max(d$year)))
    update(m, 1000, progress.bar = "none")
    coda.samples(m, c("b0", "b1", "s", "sy"), 25000, progress.bar = "none")
}
cat(sprintf("JAGS: 4 x 25,000 draws %8.1f s\n", best(sample, 1)))
