/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of scenarios: what would be otherwise. */
#ifndef TN_WORDS_WHATIF_H
#define TN_WORDS_WHATIF_H

/* clang-format off */

/* faults */
#define TN_W_SCENARIO_COLON \
    "--%s cần dạng CHỌN:GIÁ-TRỊ, ví dụ village=Tô,status=poor:p=0.9 hoặc cause=illness:+0.5, nhưng nhận được '%s'", \
    "--%s needs SELECTION:VALUE, such as village=Tô,status=poor:p=0.9 or cause=illness:+0.5, got '%s'"
#define TN_W_SCENARIO_KEY \
    "--%s: không hiểu '%s'; chọn hộ theo household, village, cause, status hoặc planned", \
    "--%s: '%s' is not understood; households are picked by household, village, cause, status or planned"
#define TN_W_SCENARIO_VILLAGE \
    "--%s: không có thôn '%s' trong kế hoạch (gần nhất: '%s')", \
    "--%s: the plan has no village '%s' (nearest: '%s')"
#define TN_W_SCENARIO_HOUSEHOLD \
    "--%s: không có hộ '%s' trong danh sách hộ", \
    "--%s: no household '%s' is listed"
#define TN_W_SCENARIO_CHANCE \
    "--%s: p phải là một số từ 0 đến 1, nhưng nhận được '%s'", \
    "--%s: p must be a number from 0 to 1, got '%s'"
#define TN_W_SCENARIO_SHIFT \
    "--%s: cần một số trên thang logit như +0.5 hoặc -1, nhưng nhận được '%s'", \
    "--%s: needs a number on the logit scale such as +0.5 or -1, got '%s'"
#define TN_W_SCENARIO_ROW_CHANCE \
    "xác suất phải từ 0 đến 1, nhưng là %.15g", \
    "a chance must lie between 0 and 1, but is %.15g"
#define TN_W_SCENARIO_NOBODY \
    "--%s: '%s' không chọn được hộ nào", \
    "--%s: '%s' picks no household"

/* clang-format on */

#endif
