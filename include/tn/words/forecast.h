/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of the forecast: tables, sentences, the scale of probability words. */
#ifndef TN_WORDS_FORECAST_H
#define TN_WORDS_FORECAST_H

/* clang-format off */
#define TN_W_STATUS_POOR "Hộ nghèo", "Poor"
#define TN_W_STATUS_NEAR_POOR "Hộ cận nghèo", "Near-poor"

/* The scale of words, from the top: a probability gets the first whose floor it reaches. */
#define TN_W_ODDS_95 "gần như chắc chắn", "almost certain"
#define TN_W_ODDS_80 "rất nhiều khả năng", "very likely"
#define TN_W_ODDS_60 "nhiều khả năng", "likely"
#define TN_W_ODDS_40 "đạt hay không ngang nhau", "about even"
#define TN_W_ODDS_20 "ít khả năng", "unlikely"
#define TN_W_ODDS_05 "rất ít khả năng", "very unlikely"
#define TN_W_ODDS_00 "gần như không thể", "almost impossible"
#define TN_W_ODDS_SCALE \
    "Cách gọi xác suất: từ 95 % gần như chắc chắn; từ 80 % rất nhiều khả năng; từ 60 % nhiều khả năng; từ 40 % đạt hay không ngang nhau; từ 20 % ít khả năng; từ 5 % rất ít khả năng; dưới 5 % gần như không thể.", \
    "Words for probabilities: from 95% almost certain; from 80% very likely; from 60% likely; from 40% about even; from 20% unlikely; from 5% very unlikely; below 5% almost impossible."

#define TN_W_FORECAST_TITLE \
    "%s %d: có đạt chỉ tiêu giảm nghèo không?", \
    "%s %d: will the poverty-reduction quotas be met?"
#define TN_W_FORECAST_POOR \
    "Thoát nghèo: dự báo %s hộ (khoảng 90 %%: %ld đến %ld), chỉ tiêu %ld hộ. Khả năng đạt chỉ tiêu: %s (xác suất %s).", \
    "Leaving poverty: %s households expected (90%% range: %ld to %ld), the quota is %ld. Meeting it is %s (probability %s)."
#define TN_W_FORECAST_NEAR_POOR \
    "Thoát cận nghèo: dự báo %s hộ (khoảng 90 %%: %ld đến %ld), chỉ tiêu %ld hộ. Khả năng đạt chỉ tiêu: %s (xác suất %s).", \
    "Leaving near-poverty: %s households expected (90%% range: %ld to %ld), the quota is %ld. Meeting it is %s (probability %s)."
#define TN_W_FORECAST_POOR_FREE \
    "Thoát nghèo: dự báo %s hộ (khoảng 90 %%: %ld đến %ld); kế hoạch không giao chỉ tiêu.", \
    "Leaving poverty: %s households expected (90%% range: %ld to %ld); the plan has no quota."
#define TN_W_FORECAST_NEAR_POOR_FREE \
    "Thoát cận nghèo: dự báo %s hộ (khoảng 90 %%: %ld đến %ld); kế hoạch không giao chỉ tiêu.", \
    "Leaving near-poverty: %s households expected (90%% range: %ld to %ld); the plan has no quota."
#define TN_W_FORECAST_BOTH \
    "Khả năng đạt cả hai chỉ tiêu: %s (xác suất %s).", \
    "Meeting both quotas: %s (probability %s)."
#define TN_W_FORECAST_LANDING \
    "Trong số hộ thoát nghèo, khoảng %s hộ sẽ thành hộ cận nghèo: số hộ cận nghèo cuối năm dự báo là %s, chứ không phải %ld.", \
    "Of the households that leave poverty about %s become near-poor: the near-poor expected at the year's end are %s, not %ld."
#define TN_W_FORECAST_LANDING_FREE \
    "Trong số hộ thoát nghèo, khoảng %s hộ sẽ thành hộ cận nghèo: số hộ cận nghèo cuối năm dự báo là %s.", \
    "Of the households that leave poverty about %s become near-poor: the near-poor expected at the year's end are %s."
#define TN_W_FORECAST_REALISTIC \
    "Chỉ tiêu thực tế hơn, nếu muốn chắc 80 %%: %ld hộ thoát nghèo, %ld hộ thoát cận nghèo.", \
    "A more realistic quota, to be 80%% sure of: %ld leaving poverty, %ld leaving near-poverty."
#define TN_W_FORECAST_ENTRIES_UNKNOWN \
    "Không biết tổng số hộ của xã nên không tính được tỷ lệ, hộ tái nghèo và hộ phát sinh (thêm households_total vào plan.csv).", \
    "The commune's households are not known, so rates, relapsed and new households are left out (add households_total to plan.csv)."
#define TN_W_FORECAST_TOTAL_RANGE \
    "Kế hoạch không ghi tổng số hộ; các tỷ lệ trong kế hoạch cho thấy từ %s đến %s hộ, lấy số giữa để tính tỷ lệ.", \
    "The plan does not print the number of all households; its rates imply %s to %s, and rates use the middle."
#define TN_W_FORECAST_SHARED \
    "Thôn không có tổng số hộ nên hộ tái nghèo và phát sinh được chia theo số hộ nghèo, cận nghèo của thôn.", \
    "Villages do not give all their households, so relapsed and new ones are shared out by their poor and near-poor."
#define TN_W_FORECAST_EXACT \
    "Tính chính xác, mọi tham số ở giá trị giữa.", \
    "Computed exactly, every parameter at its middle value."
#define TN_W_FORECAST_CONDITIONAL \
    "Tính chính xác cho từng bộ tham số, lấy trung bình trên %s bộ; sai số của xác suất đạt chỉ tiêu dưới %s.", \
    "Computed exactly for each set of parameters and averaged over %s sets; the error of the probabilities of meeting a quota is below %s."

#define TN_W_T_COMMUNE "Toàn xã", "The commune"
#define TN_W_T_ENDS \
    "Cuối năm so với chỉ tiêu và tỷ lệ trong kế hoạch", \
    "The year's end against the quotas and the rates in the plan"
#define TN_W_T_FLOWS \
    "Biến động trong năm (số hộ dự báo, theo biểu của Bộ)", \
    "Flows of the year (households expected, in the ministry's layout)"
#define TN_W_T_VILLAGES_POOR "Các thôn: hộ nghèo", "Villages: poor households"
#define TN_W_T_VILLAGES_NEAR_POOR \
    "Các thôn: hộ cận nghèo", "Villages: near-poor households"
#define TN_W_T_LAW "Phân bố số hộ thoát", "Distribution of exits"
#define TN_W_T_FORECAST "Dự báo", "Forecast"

#define TN_W_C_STATUS "Loại hộ", "Status"
#define TN_W_C_VILLAGE "Thôn", "Village"
#define TN_W_C_AREA "Địa bàn", "Area"
#define TN_W_C_BASE "Đầu năm", "At start"
#define TN_W_C_QUOTA "Chỉ tiêu", "Quota"
#define TN_W_C_EXITS "Dự báo thoát", "Expected exits"
#define TN_W_C_SD "Độ lệch", "sd"
#define TN_W_C_LOW "Thấp (5 %)", "Low (5%)"
#define TN_W_C_MEDIAN "Giữa", "Median"
#define TN_W_C_HIGH "Cao (95 %)", "High (95%)"
#define TN_W_C_P_QUOTA "Xác suất đạt", "P(quota met)"
#define TN_W_C_P_NET "Đạt theo số giảm thuần", "P(net reduction)"
#define TN_W_C_END "Còn cuối năm", "Left at year's end"
#define TN_W_C_RATE_START "Tỷ lệ đầu năm", "Rate at start"
#define TN_W_C_RATE_END "Tỷ lệ cuối năm", "Rate at year's end"
#define TN_W_C_RATE_RANGE "Khoảng 90 %", "90% range"
#define TN_W_C_TARGET "Tỷ lệ kế hoạch", "Planned rate"
#define TN_W_C_SECTION "Mục", "Section"
#define TN_W_C_P_TARGET "Xác suất đạt", "P(rate met)"
#define TN_W_C_REALISTIC_50 "Chắc 50 %", "50% sure"
#define TN_W_C_REALISTIC_80 "Chắc 80 %", "80% sure"
#define TN_W_C_REALISTIC_90 "Chắc 90 %", "90% sure"
#define TN_W_C_COUNT "Số hộ", "Households"
#define TN_W_C_PROBABILITY "Xác suất", "Probability"
#define TN_W_C_AT_LEAST "Từ chừng đó trở lên", "That many or more"

#define TN_W_F_START "Đầu năm", "Start of the year"
#define TN_W_F_TO_NEAR_POOR "− thoát nghèo, thành cận nghèo", "- left poverty, became near-poor"
#define TN_W_F_FROM_POOR "+ từ hộ nghèo lên", "+ came from the poor"
#define TN_W_F_ABOVE_LINE "− vượt chuẩn", "- rose above the line"
#define TN_W_F_TO_POOR "− rơi xuống hộ nghèo", "- fell to poor"
#define TN_W_F_FROM_NEAR_POOR "+ từ hộ cận nghèo", "+ came from the near-poor"
#define TN_W_F_ENTRY "+ tái nghèo, phát sinh mới", "+ relapsed or new"
#define TN_W_F_END "Cuối năm", "End of the year"
#define TN_W_C_FLOW "Biến động", "Flow"
#define TN_W_RANGE "%s – %s", "%s to %s"

#define TN_W_FORECAST_SUMMARY \
    "Dự báo số hộ thoát và tỷ lệ cuối năm so với chỉ tiêu: toàn xã và từng thôn", \
    "Exits and end-of-year rates against the quotas: the commune and its villages"
#define TN_W_WHOLE_COMMUNE "Toàn xã", "Commune"
#define TN_W_FORECAST_BROKEN \
    "phép tính phân bố không hội tụ đến độ chính xác %.1e", \
    "the quadrature did not reach an accuracy of %.1e"
/* clang-format on */

#endif
