/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words about the exit model and its parameters. */
#ifndef TN_WORDS_MODEL_H
#define TN_WORDS_MODEL_H

/* clang-format off */
#define TN_W_MODEL_UNKNOWN \
    "parameter: không có tham số '%s' (các tham số: planned, unplanned, village_sd, year_sd, to_near_poor, near_to_poor, entry, working_share, no_worker, cause:..., village:..., commune:...); dòng này bị bỏ qua", \
    "parameter: there is no parameter '%s' (known: planned, unplanned, village_sd, year_sd, to_near_poor, near_to_poor, entry, working_share, no_worker, cause:..., village:..., commune:...); the row is ignored"
#define TN_W_MODEL_WANTS_STATUS \
    "status: tham số '%s' phải ghi rõ poor hay near_poor", \
    "status: parameter '%s' needs poor or near_poor"
#define TN_W_MODEL_ORDER \
    "q05, q50, q95 của '%s' phải tăng dần, nhưng nhận được %.15g, %.15g, %.15g", \
    "q05, q50, q95 of '%s' must ascend, got %.15g, %.15g, %.15g"
#define TN_W_MODEL_NOT_SHARE \
    "%s của '%s' là xác suất: phải lớn hơn 0 và nhỏ hơn 1 (q50 bằng 0: tắt), nhưng nhận được %.15g", \
    "%s of '%s' is a probability: above 0 and below 1 (q50 of 0 switches it off), got %.15g"
#define TN_W_MODEL_NOT_POSITIVE \
    "%s của '%s' phải lớn hơn 0 và không quá %.15g (q50 bằng 0: tắt), nhưng nhận được %.15g", \
    "%s of '%s' must be above 0 and at most %.15g (q50 of 0 switches it off), got %.15g"
#define TN_W_MODEL_HALF \
    "'%s' phải có cả q05 và q95, hoặc chỉ có q50, hoặc mean và sd", \
    "'%s' needs both q05 and q95, or q50 alone, or mean and sd"
#define TN_W_MODEL_BOTH \
    "'%s' chỉ được ghi một trong hai: q05, q50, q95 hoặc mean, sd", \
    "'%s' gives both quantiles and mean, sd; only one of the two is wanted"
#define TN_W_MODEL_OTHER_STATUS \
    "status: tham số '%s' không dùng cho %s; ô này phải để trống hoặc ghi đúng", \
    "status: parameter '%s' is not for %s; leave the cell empty or mend it"
#define TN_W_MODEL_BEYOND \
    "%s của '%s' phải từ -100 đến 100 (thang logit), nhưng nhận được %.15g", \
    "%s of '%s' must be from -100 to 100 (logit scale), got %.15g"
#define TN_W_MODEL_FAR \
    "mean của '%s' phải từ -100 đến 100 và sd không quá 20, nhưng nhận được %.15g và %.15g", \
    "mean of '%s' must be from -100 to 100 and sd at most 20, got %.15g and %.15g"
#define TN_W_MODEL_NEGATIVE_SD \
    "sd của '%s' không được âm, nhưng nhận được %.15g", \
    "sd of '%s' must not be negative, got %.15g"
#define TN_W_MODEL_MISSING \
    "thiếu tham số '%s'", \
    "parameter '%s' is missing"
#define TN_W_MODEL_MISSING_STATUS \
    "thiếu tham số '%s' cho %s", \
    "parameter '%s' for %s is missing"
#define TN_W_MODEL_NO_VILLAGE \
    "parameter: '%s' không phải thôn của kế hoạch này; dòng này bị bỏ qua", \
    "parameter: '%s' is no village of this plan; the row is ignored"
#define TN_W_MODEL_BROKEN \
    "mô hình có lỗi (%zu)", \
    "the model has errors (%zu)"
/* clang-format on */

#endif
