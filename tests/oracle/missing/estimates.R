# SPDX-License-Identifier: GPL-3.0-or-later
# estimates.R -- households.csv, of which some flags are missing, measured by R's survey:
# five indicators in three dimensions that weigh alike, poor from a third of the weight on.
# Run here; writes estimates.csv.
suppressMessages(library(survey))
indicators <- c("school", "attend", "mort", "water", "roof")
weight <- c(1, 1, 2, 1, 1)
dimension <- c("Edu", "Edu", "Health", "Living", "Living")

made <- function(missing) {
  d <- read.csv("households.csv", colClasses = c(cl = "character"))
  if (missing == "drop")
    d <- d[complete.cases(d[, indicators]), ]
  f <- as.matrix(d[, indicators])
  f[is.na(f)] <- 0
  d$one <- 1
  score <- as.vector(f %*% weight)
  d$poor <- as.numeric(score >= 2)
  d$score <- d$poor * score / 6
  for (j in seq_along(indicators)) {
    d[[paste0("uncensored.", indicators[j])]] <- f[, j]
    d[[paste0("censored.", indicators[j])]] <- f[, j] * d$poor
    d[[paste0("part.", indicators[j])]] <- f[, j] * d$poor * weight[j] / 6
  }
  for (x in unique(dimension))
    d[[paste0("part.", x)]] <- rowSums(d[, paste0("part.", indicators[dimension == x]),
                                         drop = FALSE])
  d
}
designs <- list(
  srs = function(d) svydesign(ids = ~1, weights = ~one, data = d),
  hid = function(d) svydesign(ids = ~hh, weights = ~w, data = d),
  cplx = function(d) svydesign(ids = ~cl, strata = ~str, weights = ~w, data = d, nest = TRUE))

rows <- list()
for (missing in c("drop", "not-deprived")) for (name in names(designs)) {
  d <- made(missing)
  design <- designs[[name]](d)
  for (year in c(2021, 2023)) for (group in c("all", sort(unique(d$prov)))) {
    s <- design[d$yr == year & (group == "all" | d$prov == group), ]
    add <- function(measure, item, top, bottom) {
      r <- svyratio(as.formula(paste0("~", top)), as.formula(paste0("~", bottom)), s)
      rows[[length(rows) + 1]] <<- data.frame(name, missing, year, group, measure, item,
        value = sprintf("%.13g", coef(r)), se = sprintf("%.13g", SE(r)))
    }
    add("H", "", "poor", "one")
    add("A", "", "score", "poor")
    add("M0", "", "score", "one")
    for (i in indicators) {
      add("uncensored", i, paste0("uncensored.", i), "one")
      add("censored", i, paste0("censored.", i), "one")
      add("absolute", i, paste0("part.", i), "one")
      add("percent", i, paste0("part.", i), "score")
    }
    for (x in unique(dimension)) {
      add("absolute", x, paste0("part.", x), "one")
      add("percent", x, paste0("part.", x), "score")
    }
  }
}
write.csv(do.call(rbind, rows), "estimates.csv", row.names = FALSE, quote = FALSE)
