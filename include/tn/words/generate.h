/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of made-up plans and histories. */
#ifndef TN_WORDS_GENERATE_H
#define TN_WORDS_GENERATE_H

/* clang-format off */
#define TN_W_GENERATE_EXISTS \
    "thư mục đã có plan.csv hoặc history.csv; lệnh generate không ghi đè lên số liệu", \
    "the folder holds a plan.csv or history.csv already; generate overwrites no data"
#define TN_W_GENERATE_TITLE "Số liệu giả định trong %s", "Made-up data in %s"
#define TN_W_GENERATE_WROTE_HISTORY \
    "history.csv: %zu dòng, các năm %d - %d.", \
    "history.csv: %zu row" TN_S ", the years %d to %d."
#define TN_W_GENERATE_WROTE_PLAN \
    "plan.csv, villages.csv%s: kế hoạch năm %d của xã thứ nhất.", \
    "plan.csv, villages.csv%s: the plan of the first commune for %d."
#define TN_W_GENERATE_NEXT \
    "Thử tiếp: thoatngheo fit %s; thoatngheo backtest %s.", \
    "Try next: thoatngheo fit %s; thoatngheo backtest %s."
#define TN_W_GENERATE_NEEDS_PLAN \
    "Để học từ lịch sử này, thư mục cần thêm plan.csv và villages.csv (bỏ --history thì có cả hai).", \
    "To fit this history the folder needs a plan.csv and villages.csv too (without --history both are written)."
#define TN_W_OPT_GENERATE_HISTORY "chỉ ghi history.csv", "write history.csv alone"
#define TN_W_OPT_GENERATE_HOUSEHOLDS "ghi cả households.csv", "write households.csv too"
#define TN_W_OPT_GENERATE_VILLAGES "số thôn của một xã (mặc định 11)", "villages of a commune (default 11)"
#define TN_W_OPT_GENERATE_COMMUNES "số xã của một huyện (mặc định 1)", "communes of a district (default 1)"
#define TN_W_OPT_GENERATE_DISTRICTS "số huyện (mặc định 1)", "districts (default 1)"
#define TN_W_OPT_GENERATE_YEARS "số năm của lịch sử (mặc định 5)", "years of the history (default 5)"
#define TN_W_OPT_GENERATE_POOR "số hộ nghèo trung bình của một thôn (mặc định 6)", "mean poor households of a village (default 6)"
#define TN_W_OPT_GENERATE_NEAR "số hộ cận nghèo trung bình của một thôn (mặc định 5)", "mean near-poor households of a village (default 5)"
#define TN_W_OPT_GENERATE_VILLAGE_SD "chênh giữa các thôn, logit (mặc định 0,3)", "spread between villages, logit (default 0.3)"
#define TN_W_OPT_GENERATE_YEAR_SD "chênh giữa các năm, logit (mặc định 0,4)", "spread between years, logit (default 0.4)"
/* clang-format on */

#endif
