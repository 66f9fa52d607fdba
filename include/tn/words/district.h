/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of several communes at once. */
#ifndef TN_WORDS_DISTRICT_H
#define TN_WORDS_DISTRICT_H

/* clang-format off */
#define TN_W_DISTRICT_TITLE \
    "%zu xã: cộng lại có đạt chỉ tiêu không?", "%zu commune" TN_S ": will their quotas be met together?"
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
#define TN_W_DISTRICT_ONLY "--%s chỉ dùng khi có nhiều thư mục kế hoạch", \
    "--%s is for several plan folders"
#define TN_W_DISTRICT_NO_CHOICE "--%s chỉ dùng cho một thư mục kế hoạch", \
    "--%s is for a single plan folder"
#define TN_W_OPT_DISTRICT_SHARE \
    "khi có nhiều xã: phần phương sai của năm chung cho cả huyện (mặc định 0.5)", \
    "with several communes: the part of the year's variance that they share (default 0.5)"

/* ---- the page of several communes ---- */
#define TN_W_DP_TITLE \
    "%zu xã: khả năng hoàn thành chỉ tiêu giảm nghèo năm %d", \
    "%zu commune" TN_S ": can the poverty-reduction quotas of %d be met?"
#define TN_W_DP_PLACE "%zu xã", "%zu commune" TN_S
#define TN_W_DP_PLACE_DISTRICT "%zu xã, huyện %s, tỉnh %s", "%zu commune" TN_S ", %s district, %s province"
#define TN_W_DP_WORST_POOR \
    "Xã khó đạt chỉ tiêu thoát nghèo nhất: %s, %s (xác suất %s).", \
    "The commune least likely to meet its quota of leaving poverty: %s, %s (probability %s)."
#define TN_W_DP_WORST_NEAR_POOR \
    "Xã khó đạt chỉ tiêu thoát cận nghèo nhất: %s, %s (xác suất %s).", \
    "The commune least likely to meet its quota of leaving near-poverty: %s, %s (probability %s)."
#define TN_W_DP_H_POOR "Từng xã: hộ nghèo", "Commune by commune: poor households"
#define TN_W_DP_H_NEAR_POOR "Từng xã: hộ cận nghèo", "Commune by commune: near-poor households"
#define TN_W_DP_METHOD_1 \
    "Mỗi xã được dự báo như khi đứng riêng: mỗi hộ có một xác suất thoát trong năm, tùy là hộ nghèo hay cận nghèo và có nằm trong kế hoạch hay không; tác động của năm và của thôn cộng vào trên thang logit.", \
    "Each commune is forecast as if alone: each household has a chance of leaving within the year that depends on its status and on whether the plan names it; effects of the year and of the village are added on the logit scale."
#define TN_W_DP_METHOD_2 \
    "Một phần tác động của năm là chung cho mọi xã (%s phương sai), nên tổng các xã dao động rộng hơn so với khi các xã độc lập với nhau.", \
    "A part of the year's effect is shared by all communes (%s of its variance), so that their sum varies more than if they were independent."
#define TN_W_DP_METHOD_3 \
    "Chi tiết của một xã (từng thôn, hộ nên giúp, độ nhạy, chỗ cần sửa trong kế hoạch) nằm trong báo cáo riêng của xã đó: thoatngheo report THƯ-MỤC-CỦA-XÃ.", \
    "A commune's own report (villages, whom to support, sensitivity, what to mend in the plan) is made by: thoatngheo report ITS-FOLDER."
#define TN_W_DP_PANELS_POOR \
    "Xã %s khó đạt chỉ tiêu thoát nghèo nhất: xác suất %s", \
    "%s is the commune least likely to meet its quota of leaving poverty: %s"
#define TN_W_DP_PANELS_NEAR_POOR \
    "Xã %s khó đạt chỉ tiêu thoát cận nghèo nhất: xác suất %s", \
    "%s is the commune least likely to meet its quota of leaving near-poverty: %s"
#define TN_W_DP_PANELS_FREE \
    "Không xã nào được giao chỉ tiêu", \
    "No commune has a quota"
#define TN_W_DP_PANELS_WHAT_POOR \
    "Xác suất của từng số hộ thoát nghèo năm %d, theo xã; số ở góc: xác suất đạt chỉ tiêu", \
    "Probability of each number of households leaving poverty in %d, by commune; in the corner: the chance to meet the quota"
#define TN_W_DP_PANELS_WHAT_NEAR_POOR \
    "Xác suất của từng số hộ thoát cận nghèo năm %d, theo xã; số ở góc: xác suất đạt chỉ tiêu", \
    "Probability of each number of households leaving near-poverty in %d, by commune; in the corner: the chance to meet the quota"
#define TN_W_DP_PANELS_SOURCE \
    "Vạch đỏ: chỉ tiêu; cột đậm: đạt. Mỗi xã một thang đo riêng. Xếp từ xã khó đạt nhất, %zu trong %zu xã.", \
    "Red line: quota; dark bars: met. Each commune on its own scale. Least likely first, %zu of %zu commune" TN_S "."
#define TN_W_DP_LAW_WHAT_POOR \
    "Xác suất của từng số hộ thoát nghèo, cộng %zu xã, năm %d", \
    "Probability of each number of households leaving poverty, %zu commune" TN_S " together, %d"
#define TN_W_DP_LAW_WHAT_NEAR_POOR \
    "Xác suất của từng số hộ thoát cận nghèo, cộng %zu xã, năm %d", \
    "Probability of each number of households leaving near-poverty, %zu commune" TN_S " together, %d"
/* clang-format on */

#endif
