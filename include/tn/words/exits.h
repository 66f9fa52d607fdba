/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of the exit chances of villages and households. */
#ifndef TN_WORDS_EXITS_H
#define TN_WORDS_EXITS_H

/* clang-format off */
#define TN_W_EXITS_TITLE \
    "%s %d: khả năng thoát nghèo, thoát cận nghèo", \
    "%s %d: chances of leaving poverty and near-poverty"
#define TN_W_EXITS_RANGE_NOTE \
    "Khoảng 5–95 %: xác suất thật của thôn trong năm nằm trong khoảng này với độ chắc chắn 90 %, theo mô hình; nó gồm cả điều chưa biết về tham số, về thôn và về năm.", \
    "The 5-95% range: where, by the model, the true chance of the year lies with 90% certainty; it holds what is not known of the parameters, the village and the year."
#define TN_W_EXITS_PLANNED_LISTED \
    "Hộ trong kế hoạch: hộ có tên trong households.csv với planned là yes.", \
    "Planned households: those that households.csv lists as planned."
#define TN_W_EXITS_PLANNED_QUOTA \
    "Không có households.csv: số hộ trong kế hoạch lấy bằng chỉ tiêu của thôn.", \
    "There is no households.csv: as many households as the village's quota count as planned."
#define TN_W_EXITS_MODEL_DEFAULT \
    "Thư mục không có model.csv: dùng tham số mặc định của chương trình.", \
    "The folder has no model.csv: the program's default parameters are used."
#define TN_W_T_EXITS_POOR \
    "Xác suất thoát nghèo theo thôn", "Chance of leaving poverty, by village"
#define TN_W_T_EXITS_NEAR_POOR \
    "Xác suất thoát cận nghèo theo thôn", "Chance of leaving near-poverty, by village"
#define TN_W_T_EXITS_HOUSEHOLDS \
    "Xác suất thoát theo hộ", "Chance of leaving, by household"
#define TN_W_T_PARAMETERS "Tham số của mô hình", "Parameters of the model"
#define TN_W_C_PLANNED_N "Hộ trong kế hoạch", "Planned"
#define TN_W_C_PLANNED "Trong kế hoạch", "Planned"
#define TN_W_C_UNPLANNED "Ngoài kế hoạch", "Unplanned"
#define TN_W_C_OVERALL "Chung", "Overall"
#define TN_W_C_RANGE_5_95 "5–95 %", "5-95%"
#define TN_W_C_HOUSEHOLD "Mã hộ", "Household"
#define TN_W_C_HEAD "Chủ hộ", "Head"
#define TN_W_C_CHANCE "Xác suất", "Chance"
#define TN_W_C_PARAMETER "Tham số", "Parameter"
#define TN_W_C_SOURCE "Nguồn", "Source"
#define TN_W_YES "có", "yes"
#define TN_W_NO "không", "no"
#define TN_W_OPT_HOUSEHOLDS \
    "in cả từng hộ trong danh sách", "also print each listed household"
#define TN_W_EXITS_SUMMARY \
    "Khả năng thoát nghèo của từng thôn, từng hộ", \
    "Chance of exit, by village and by household"
/* clang-format on */

#endif
