# SPDX-License-Identifier: GPL-3.0-or-later
# Writes binomial.csv, logit_t.csv and beta.csv beside itself: Rscript make.R (R 4.2.2, base
# packages only). Quantiles of the beta distribution are R's qbeta, polished by Newton's
# method on its pbeta with log.p, since qbeta alone stops at 1e-9 for large shapes.
polish <- function(x, a, b, p, lower) {
    if (x <= 0 || x >= 1) return(x)
    for (i in 1:6) {
        miss <- pbeta(x, a, b, lower.tail = lower, log.p = TRUE) - log(p)
        slope <- exp(dbeta(x, a, b, log = TRUE) -
                     pbeta(x, a, b, lower.tail = lower, log.p = TRUE))
        x <- x - (if (lower) 1 else -1) * miss / slope
    }
    x
}
q <- function(p, a, b, lower)
    polish(qbeta(p, a, b, lower.tail = lower), a, b, p, lower)
# As prop.test has it, but with the normal quantile taken from its tail.
wilson <- function(c, n, level, t = (1 - level) / 2) {
    z <- qnorm(t, lower.tail = FALSE)
    half <- z * sqrt(c * (n - c) / n + z^2 / 4)
    bounds <- c(if (c == 0) 0 else c^2 / n / (c + z^2 / 2 + half),
                if (c == n) 1 else (c + z^2 / 2 + half) / (n + z^2))
    theirs <- suppressWarnings(prop.test(c, n, conf.level = level, correct = FALSE))
    stopifnot(abs(bounds - as.numeric(theirs$conf.int)) < 1e-12)
    bounds
}
jeffreys <- function(c, n, level, t = (1 - level) / 2) c(
    if (c == 0) 0 else q(t, c + .5, n - c + .5, TRUE),
    if (c == n) 1 else q(t, c + .5, n - c + .5, FALSE))
exact <- function(c, n, level, t = (1 - level) / 2) c(
    if (c == 0) 0 else q(t, c, n - c + 1, TRUE),
    if (c == n) 1 else q(t, c + 1, n - c, FALSE))
counts <- function(n) unique(round(c(0, 1, 2, 5, n * c(.001, .03, .2, .5, .9), n - 1, n)))
out <- file("binomial.csv", "w")
writeLines("method,c,n,level,low,high", out)
for (n in c(1, 2, 12, 57, 67, 1000, 1e4, 1e5, 1e6, 1e7, 1e8))
    for (c in counts(n)) if (c <= n) for (level in c(.5, .9, .95, .999)) {
        all <- list(wilson = wilson(c, n, level), jeffreys = jeffreys(c, n, level),
                    clopper_pearson = exact(c, n, level))
        for (m in names(all))
            writeLines(sprintf("%s,%.0f,%.0f,%.3f,%.17g,%.17g", m, c, n, level,
                               all[[m]][1], all[[m]][2]), out)
    }
close(out)
out <- file("logit_t.csv", "w")
writeLines("share,se,df,level,t,low,high", out)
for (share in c(.0004, .0266, .31, .9955)) for (se in c(1e-4, .004, .05))
    for (df in c(1, 2.5, 10, 57, 1e4, 1e8, Inf)) for (level in c(.8, .95)) {
        t <- qt((1 - level) / 2, df, lower.tail = FALSE)
        at <- qlogis(share) + c(-1, 1) * t * se / (share * (1 - share))
        writeLines(sprintf("%.17g,%.17g,%.17g,%.2f,%.17g,%.17g,%.17g", share, se, df, level,
                           t, plogis(at[1]), plogis(at[2])), out)
    }
close(out)
out <- file("beta.csv", "w")
writeLines("a,b,x,density,at_most,at_least", out)
shapes <- c(.5, 1.5, 12, 340.5, 1e4, 2e6, 1e8)
for (a in shapes) for (b in shapes) for (z in c(-5, -2, -.3, 1, 4)) {
    mean <- a / (a + b)
    x <- mean + z * sqrt(mean * (1 - mean) / (a + b + 1))
    # x is rounded to 40 binary digits, so that x and 1 - x are both exact
    x <- round(x * 2^40) / 2^40
    if (x > 0 && x < 1)
        writeLines(sprintf("%.17g,%.17g,%.17g,%.17g,%.17g,%.17g", a, b, x, dbeta(x, a, b),
                           pbeta(x, a, b), pbeta(x, a, b, lower.tail = FALSE)), out)
}
close(out)
