# SPDX-License-Identifier: GPL-3.0-or-later
# The peers of bench/bench_fit.c on tests/oracle/hier/panelP_data.csv: lme4's glmer (Laplace
# and 25 nodes), JAGS (4 chains of 25,000 draws) and Stan (4 chains of 5,000, its defaults
# else), those of them that are installed. One line each: name, processor seconds, and for
# the samplers the effective number of draws of the least known parameter.
d <- read.csv("tests/oracle/hier/panelP_data.csv")
has <- function(name) suppressWarnings(requireNamespace(name, quietly = TRUE))
took <- function(f) { t <- system.time(r <- f()); list(r, t[["user.self"]] + t[["sys.self"]]) }
best <- function(f, runs) min(sapply(1:runs, function(i) took(f)[[2]]))
say <- function(name, seconds, draws = NA) cat(sprintf("peer|%s|%.6f|%.0f\n", name, seconds, draws))

if (has("lme4")) {
    fit <- function(nodes) function()
        lme4::glmer(cbind(y, n - y) ~ x + (1 | group), d, binomial, nAGQ = nodes)
    say("ml|lme4, Laplace", best(fit(1), 5))
    say("ml|lme4, 25 nodes", best(fit(25), 5))
}

data <- list(y = d$y, n = d$n, x = d$x, g = d$group, t = d$year,
             N = nrow(d), J = max(d$group), T = max(d$year))
if (has("rjags")) {
    model <- "model { for (i in 1:N) { y[i] ~ dbin(p[i], n[i]);
      logit(p[i]) <- b0 + b1 * x[i] + u[g[i]] + e[t[i]] }
      for (j in 1:J) { u[j] ~ dnorm(0, 1 / s^2) }
      for (k in 1:T) { e[k] ~ dnorm(0, 1 / sy^2) }
      b0 ~ dnorm(0, 1 / 6.25); b1 ~ dnorm(0, 1 / 6.25)
      s ~ dnorm(0, 1) T(0,); sy ~ dnorm(0, 1) T(0,) }"
    sampled <- took(function() {
        m <- rjags::jags.model(textConnection(model), n.chains = 4, quiet = TRUE, data = data)
        update(m, 1000, progress.bar = "none")
        rjags::coda.samples(m, c("b0", "b1", "s", "sy"), 25000, progress.bar = "none")
    })
    say("posterior|JAGS, 4 x 25,000 draws", sampled[[2]], min(coda::effectiveSize(sampled[[1]])))
}
if (has("rstan")) {
    model <- "data { int N; int J; int T; int y[N]; int n[N]; vector[N] x; int g[N]; int t[N]; }
      parameters { real b0; real b1; real<lower=0> s; real<lower=0> sy; vector[J] u; vector[T] e; }
      model { b0 ~ normal(0, 2.5); b1 ~ normal(0, 2.5); s ~ normal(0, 1); sy ~ normal(0, 1);
        u ~ normal(0, 1); e ~ normal(0, 1);
        y ~ binomial_logit(n, b0 + b1 * x + s * u[g] + sy * e[t]); }"
    if (!nzchar(system.file("include", package = "BH")))   # as Debian has it
        rstan::rstan_options(boost_lib = "/usr/include")
    compiled <- rstan::stan_model(model_code = model)   # not timed
    sampled <- took(function() rstan::sampling(compiled, data, chains = 4, iter = 5000, cores = 1,
                                               seed = 1, refresh = 0))
    ess <- rstan::summary(sampled[[1]])$summary[c("b0", "b1", "s", "sy"), "n_eff"]
    say("posterior|Stan, 4 x 5,000 draws", sampled[[2]], min(ess))
}
