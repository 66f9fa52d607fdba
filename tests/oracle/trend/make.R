#!/usr/bin/env Rscript
# SPDX-License-Identifier: GPL-3.0-or-later
# Changes of shares, trends, adjusted p-values, rank correlations: base R 4.2.2 only.
# Run in this folder; writes pairs.csv, trends.csv, adjusted.csv, ranks.csv.
show <- function(x) ifelse(is.na(x), "nan", sprintf("%.16g", x))
set.seed(20240209)

# Newcombe's method 10 and the ratio by recovered variances, from prop.test's Wilson bounds.
wilson <- function(c, n, level) {
  w <- suppressWarnings(prop.test(c, n, correct = FALSE, conf.level = level)$conf.int)
  if (c == 0) w[1] <- 0
  if (c == n) w[2] <- 1
  w
}
pair <- function(c1, n1, c2, n2, level) {
  p1 <- c1 / n1; p2 <- c2 / n2; w1 <- wilson(c1, n1, level); w2 <- wilson(c2, n2, level)
  l <- (p2 - p1) - sqrt((p2 - w2[1])^2 + (w1[2] - p1)^2)
  u <- (p2 - p1) + sqrt((w2[2] - p2)^2 + (p1 - w1[1])^2)
  root <- function(a, b) sqrt(max(0, (p1 * p2)^2 - a * b * (2 * p2 - a) * (2 * p1 - b)))
  rl <- (p1 * p2 - root(w2[1], w1[2])) / (w1[2] * (2 * p1 - w1[2]))
  ru <- (p1 * p2 + root(w2[2], w1[1])) / (w1[1] * (2 * p1 - w1[1]))
  test <- suppressWarnings(prop.test(c(c1, c2), c(n1, n2), correct = FALSE))
  z <- sign(p2 - p1) * sqrt(unname(test$statistic))
  c(c1, n1, c2, n2, level, p2 - p1, l, u, p2 / p1, rl, ru, z, test$p.value)
}
cases <- list(c(57, 67, 40, 60), c(64, 67, 60, 66), c(1, 67, 0, 55), c(0, 67, 3, 55),
              c(67, 67, 50, 55), c(22, 67, 22, 67), c(5, 56, 0, 29), c(56, 70, 48, 80),
              c(9, 10, 3, 10), c(1057374, 26515312, 815101, 26900000), c(1, 7, 6, 7))
for (i in 1:40) {
  n <- sample(5:400, 2)
  cases[[length(cases) + 1]] <- c(rbinom(1, n[1], runif(1)), n[1], rbinom(1, n[2], runif(1)), n[2])
}
out <- "c1,n1,c2,n2,level,difference,low,high,ratio,ratio_low,ratio_high,z,p"
for (x in cases) for (level in c(0.95, 0.8))
  out <- c(out, paste(show(pair(x[1], x[2], x[3], x[4], level)), collapse = ","))
writeLines(out, "pairs.csv")

# Cochran-Armitage, logistic slope with and without a group; years as they are.
out <- "k,years,counts,totals,chisq,p,intercept,slope,intercept_se,slope_se,deviance,null_deviance,next_logit,next_se"
for (i in 1:40) {
  k <- sample(3:8, 1)
  year <- sort(sample(2015:2025, k)); n <- sample(20:900, k)
  c <- pmin(n - 1, pmax(1, rbinom(k, n, plogis(runif(1, -2, 1) + runif(1, -.4, .3) * (year - year[1])))))
  trend <- prop.trend.test(c, n, score = year)
  t <- year - year[1]
  fit <- glm(cbind(c, n - c) ~ t, family = binomial,
             control = glm.control(epsilon = 1e-15, maxit = 100))
  # glm's weights are those before its last step: once more from the maximum
  fit <- glm(cbind(c, n - c) ~ t, family = binomial, start = coef(fit),
             control = glm.control(epsilon = 1e-15, maxit = 100))
  se <- sqrt(diag(vcov(fit)))
  after <- predict(fit, data.frame(t = t[k] + 1), se.fit = TRUE)
  out <- c(out, paste(k, paste(year, collapse = " "), paste(c, collapse = " "),
    paste(n, collapse = " "), paste(show(c(unname(trend$statistic), trend$p.value, coef(fit), se,
    deviance(fit), fit$null.deviance, after$fit, after$se.fit)), collapse = ","), sep = ","))
}
writeLines(out, "trends.csv")

out <- "family,p,holm,bh"
for (f in 1:12) {
  p <- c(runif(sample(1:15, 1))^sample(1:4, 1), if (f %% 3 == 0) c(0.01, 0.01, 1, 0))
  out <- c(out, paste(f, show(p), show(p.adjust(p, "holm")), show(p.adjust(p, "BH")), sep = ","))
}
writeLines(out, "adjusted.csv")

out <- "n,x,y,spearman,kendall"
for (i in 1:30) {
  n <- sample(3:14, 1); x <- sample(1:9, n, replace = TRUE); y <- sample(1:9, n, replace = TRUE) + (i %% 2) * x
  if (sd(x) == 0 || sd(y) == 0) next
  out <- c(out, paste(n, paste(x, collapse = " "), paste(y, collapse = " "),
    show(cor(x, y, method = "spearman")), show(cor(x, y, method = "kendall")), sep = ","))
}
writeLines(out, "ranks.csv")
