# SPDX-License-Identifier: GPL-3.0-or-later
# The table of deprivation.sh by data.table on two threads, and up to 100,000 households by
# mpitbR, each where R has it.
file <- commandArgs(TRUE)[1]
flags <- c("d_job", "d_depend", "d_nutri", "d_insur", "d_adedu", "d_chsch", "d_hqual",
           "d_harea", "d_water", "d_toilet", "d_telecom", "d_device")
line <- function(name, start) {
  took <- proc.time() - start
  cat(sprintf("%s %.3f %.3f\n", name, took[3], sum(took[c(1, 2, 4, 5)])))
}

if (requireNamespace("data.table", quietly = TRUE)) {
  library(data.table)
  setDTthreads(2)
  start <- proc.time()
  d <- fread(file, showProgress = FALSE)
  n <- rowSums(as.matrix(d[, ..flags]))
  d[, poor := as.integer(n >= 3)][, score := fifelse(n >= 3, n / 12, 0)]
  censored <- paste0("c_", flags)
  d[, (censored) := lapply(.SD, `*`, poor), .SDcols = flags]
  columns <- c("poor", "score", flags, censored)
  table <- function(by)
    d[, c(list(n = .N, A = sum(score) / sum(poor)), lapply(.SD, mean),
          lapply(.SD, function(x) sd(x) / sqrt(.N))), by = by, .SDcols = columns]
  tables <- list(table(NULL), table("village"), table("status"))
  stopifnot(sum(sapply(tables, nrow)) == 14)
  line("data.table", start)
}

if (requireNamespace("mpitbR", quietly = TRUE) &&
    length(readLines(file)) <= 100001) {
  start <- proc.time()
  d <- read.csv(file)
  design <- survey::svydesign(id = ~1, weights = ~rep(1, nrow(d)), data = d)
  # at most ten dimensions: six of two weigh the twelve alike
  dimensions <- split(flags, rep(paste0("d", 1:6), each = 2))
  set <- mpitbR::mpitb.set(design, indicators = dimensions, name = "rule",
                           desc = "twelve equal indicators")
  invisible(capture.output(mpitbR::mpitb.est(
    set, klist = 25, over = c("village", "status"), weights = rep(1 / 12, 12), verbose = FALSE)))
  line("mpitbR", start)
}
