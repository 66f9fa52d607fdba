/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of several communes at once. */
#ifndef TN_WORDS_DISTRICT_H
#define TN_WORDS_DISTRICT_H

/* clang-format off */
#define TN_W_DISTRICT_TITLE \
    "%zu xã: cộng lại có đạt chỉ tiêu không?", "%zu communes: will their quotas be met together?"
#define TN_W_DISTRICT_POOR \
    "Thoát nghèo, cộng các xã: dự báo %s hộ (khoảng 90 %%: %ld đến %ld), chỉ tiêu %ld hộ, xác suất đạt %s.", \
    "Leaving poverty, all communes: %s households expected (90%% range: %ld to %ld), the quota is %ld, met with probability %s."
#define TN_W_DISTRICT_NEAR_POOR \
    "Thoát cận nghèo, cộng các xã: dự báo %s hộ (khoảng 90 %%: %ld đến %ld), chỉ tiêu %ld hộ, xác suất đạt %s.", \
    "Leaving near-poverty, all communes: %s households expected (90%% range: %ld to %ld), the quota is %ld, met with probability %s."
#define TN_W_DISTRICT_SHARED \
    "Các xã cùng gặp năm thuận lợi hay khó khăn: %s phương sai của năm là chung cho cả huyện.", \
    "The communes share good and bad years: %s of the year's variance is the district's."
#define TN_W_DISTRICT_FAIR_NOTE \
    "Chia công bằng: giữ nguyên tổng số, chia sao cho xã ít chắc chắn nhất có xác suất đạt cao nhất có thể.", \
    "Fair: the same total, shared out so that the least certain commune is as certain as can be."
#define TN_W_T_DISTRICT_POOR "Các xã: hộ nghèo", "Communes: poor households"
#define TN_W_T_DISTRICT_NEAR_POOR "Các xã: hộ cận nghèo", "Communes: near-poor households"
#define TN_W_T_DISTRICT "Các xã", "Communes"
#define TN_W_C_COMMUNE "Xã", "Commune"
#define TN_W_DISTRICT_ALL "Cộng", "All"
#define TN_W_OPT_DISTRICT_SHARE \
    "khi có nhiều xã: phần phương sai của năm chung cho cả huyện (mặc định 0.5)", \
    "with several communes: the part of the year's variance that they share (default 0.5)"
/* clang-format on */

#endif
