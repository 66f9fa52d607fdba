/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of the charts. */
#ifndef TN_WORDS_CHARTS_H
#define TN_WORDS_CHARTS_H

/* clang-format off */
#define TN_W_CH_LAW_POOR \
    "Khả năng từ %ld hộ trở lên thoát nghèo: %s", \
    "Chance that %ld household" TN_S " or more leave poverty: %s"
#define TN_W_CH_LAW_NEAR_POOR \
    "Khả năng từ %ld hộ trở lên thoát cận nghèo: %s", \
    "Chance that %ld household" TN_S " or more leave near-poverty: %s"
#define TN_W_CH_LAW_FREE_POOR \
    "Dự báo từ %ld đến %ld hộ thoát nghèo; kế hoạch không giao chỉ tiêu", \
    "From %ld to %ld household" TN_S " are expected to leave poverty; the plan has no quota"
#define TN_W_CH_LAW_FREE_NEAR_POOR \
    "Dự báo từ %ld đến %ld hộ thoát cận nghèo; kế hoạch không giao chỉ tiêu", \
    "From %ld to %ld household" TN_S " are expected to leave near-poverty; the plan has no quota"
#define TN_W_CH_LAW_FREE_SOURCE \
    "Giá trị giữa %ld hộ; khoảng 90 %%: %ld đến %ld hộ. Tính từ kế hoạch và mô hình thoatngheo.", \
    "Median %ld; 90%% range: %ld to %ld. From the plan and thoatngheo's model."
#define TN_W_CH_LAW_FREE_DESCRIPTION \
    "Biểu đồ cột xác suất: trong %ld hộ; giá trị giữa %ld; khoảng 90 %% từ %ld đến %ld.", \
    "Bar chart of probabilities: of %ld household" TN_S "; median %ld; 90%% range %ld to %ld."
#define TN_W_CH_LAW_WHAT_POOR \
    "Xác suất của từng số hộ thoát nghèo, %s, năm %d", \
    "Probability of each number of households leaving poverty, %s, %d"
#define TN_W_CH_LAW_WHAT_NEAR_POOR \
    "Xác suất của từng số hộ thoát cận nghèo, %s, năm %d", \
    "Probability of each number of households leaving near-poverty, %s, %d"
#define TN_W_CH_LAW_X_POOR "Số hộ thoát nghèo", "Households leaving poverty"
#define TN_W_CH_LAW_X_NEAR_POOR "Số hộ thoát cận nghèo", "Households leaving near-poverty"
#define TN_W_CH_LAW_QUOTA "Chỉ tiêu: %ld hộ", "Quota: %ld"
#define TN_W_CH_LAW_SHORT "không đạt", "falls short"
#define TN_W_CH_LAW_MET "đạt hoặc vượt", "met or passed"
#define TN_W_CH_LAW_SOURCE \
    "Vùng đậm: đạt chỉ tiêu (từ %ld hộ trở lên). Giá trị giữa %ld hộ; khoảng 90 %%: %ld đến %ld hộ. Tính từ kế hoạch và mô hình thoatngheo.", \
    "Dark bars: the quota is met (%ld or more). Median %ld; 90%% range: %ld to %ld. From the plan and thoatngheo's model."
#define TN_W_CH_LAW_DESCRIPTION \
    "Biểu đồ cột xác suất: chỉ tiêu %ld trên %ld hộ; xác suất đạt %s; giá trị giữa %ld; khoảng 90 %% từ %ld đến %ld.", \
    "Bar chart of probabilities: quota %ld of %ld household" TN_S "; probability of meeting it %s; median %ld; 90%% range %ld to %ld."

#define TN_W_CH_FOREST_HANGS \
    "Thôn %s khó đạt chỉ tiêu nhất: xác suất %s", \
    "%s is the village least likely to meet its quota: %s"
#define TN_W_CH_FOREST_NO_QUOTA \
    "Không thôn nào được giao chỉ tiêu", \
    "No village has a quota"
#define TN_W_CH_FOREST_WHAT_POOR \
    "Số hộ thoát nghèo dự báo năm %d so với chỉ tiêu giao, theo thôn", \
    "Households expected to leave poverty in %d against the quota, by village"
#define TN_W_CH_FOREST_WHAT_NEAR_POOR \
    "Số hộ thoát cận nghèo dự báo năm %d so với chỉ tiêu giao, theo thôn", \
    "Households expected to leave near-poverty in %d against the quota, by village"
#define TN_W_CH_FOREST_HOUSEHOLD "1 hộ", "1 household"
#define TN_W_CH_FOREST_HOUSEHOLDS "%ld hộ", "%ld household" TN_S
#define TN_W_CH_FOREST_FORECAST "Dự báo", "Forecast"
#define TN_W_CH_FOREST_QUOTA "Chỉ tiêu", "Quota"
#define TN_W_CH_FOREST_PROBABILITY "Xác suất đạt", "Chance to meet"
#define TN_W_CH_FOREST_SOURCE \
    "Điểm: số hộ kỳ vọng; vạch đậm: khoảng 50 %; vạch mảnh: khoảng 90 %; dấu đỏ: chỉ tiêu. Xếp từ thôn khó đạt nhất.", \
    "Dot: expected households; thick line: 50% range; thin line: 90% range; red bar: quota. Least likely village first."

#define TN_W_CH_PREVALENCE_FINDING \
    "%s và %s là thiếu hụt lớn nhất của hộ nghèo", \
    "%s and %s are the poor households' largest deprivations"
#define TN_W_CH_PREVALENCE_PLAIN \
    "Tỷ lệ hộ thiếu hụt theo chỉ số", \
    "Share of households deprived, by indicator"
#define TN_W_CH_PREVALENCE_WHAT \
    "Tỷ lệ hộ thiếu hụt theo 12 chỉ số, %s, rà soát cuối năm %d", \
    "Share of households deprived in each of 12 indicators, %s, review at the end of %d"
#define TN_W_CH_PREVALENCE_SOURCE \
    "Nguồn: rà soát cuối năm %d; %ld hộ nghèo, %ld hộ cận nghèo. Vạch ngang: khoảng tin cậy %s %%, nói về nguy cơ đứng sau số đếm.", \
    "Source: review at the end of %d; %ld poor and %ld near-poor household" TN_S ". Lines: %s%% intervals, about the risk behind the count."
#define TN_W_CH_PREVALENCE_DESCRIPTION \
    "Biểu đồ điểm: tỷ lệ hộ nghèo và hộ cận nghèo thiếu hụt ở 12 chỉ số; cao nhất ở hộ nghèo là %s (%s).", \
    "Dot chart: share of poor and near-poor households deprived in 12 indicators; highest among the poor is %s (%s)."
#define TN_W_CH_POOR "Hộ nghèo", "Poor"
#define TN_W_CH_NEAR_POOR "Hộ cận nghèo", "Near-poor"
#define TN_W_CH_SHORT_POOR "nghèo", "poor"
#define TN_W_CH_SHORT_NEAR_POOR "cận", "near"
#define TN_W_CH_COUNT_TITLE "(số hộ)", "(households)"

#define TN_W_CH_RATES_FINDING \
    "Cuối năm %d: hộ nghèo còn khoảng %s, hộ cận nghèo khoảng %s", \
    "End of %d: about %s of households poor, %s near-poor"
#define TN_W_CH_RATES_WHAT \
    "Tỷ lệ trên tổng số hộ, %s: đầu năm, dự báo cuối năm và tỷ lệ trong kế hoạch", \
    "Share of all households, %s: at the start, forecast for the end, and in the plan"
#define TN_W_CH_RATES_SOURCE \
    "Vạch đậm: khoảng 50 %; vạch mảnh: khoảng 90 %. Gồm cả hộ thoát nghèo thành cận nghèo, hộ tái nghèo và hộ phát sinh.", \
    "Thick line: 50% range; thin line: 90% range. Households that leave poverty for near-poverty, relapsed and new ones are all counted."
#define TN_W_CH_RATES_START "Đầu năm: %s", "Start: %s"
#define TN_W_CH_RATES_END "Dự báo: %s", "Forecast: %s"
#define TN_W_CH_RATES_TARGET "Kế hoạch: %s", "Plan: %s"
#define TN_W_CH_RATES_PROBABILITY "Xác suất đạt", "Chance to meet"
#define TN_W_CH_RATES_DESCRIPTION \
    "Biểu đồ khoảng: tỷ lệ hộ nghèo từ %s xuống khoảng %s, hộ cận nghèo từ %s đến khoảng %s.", \
    "Range chart: poor households from %s to about %s of all, near-poor from %s to about %s."

#define TN_W_CH_GOALS_FINDING \
    "%lu trong %lu mục tiêu dịch vụ so được còn phải làm", \
    "%lu of the %lu service goals that can be compared are still open"
#define TN_W_CH_GOALS_ALL \
    "Mọi mục tiêu dịch vụ so được đều đã đạt", \
    "Every service goal that can be compared is met"
#define TN_W_CH_GOALS_WHAT \
    "Tỷ lệ hộ không thiếu hụt theo rà soát cuối năm %d và mục tiêu của kế hoạch", \
    "Share of households not deprived, review at the end of %d, and the plan's goals"
#define TN_W_CH_GOALS_SOURCE \
    "Thanh đậm: chưa đạt. Hộ nghèo, nếu không ghi khác. Mục tiêu tính theo người hoặc theo mọi hộ không có số liệu rà soát để so.", \
    "Dark bars: not met yet. Poor households unless said otherwise. Goals about persons or about all households have no figures in the review."
#define TN_W_CH_GOALS_NEAR "%s (hộ cận nghèo)", "%s (near-poor)"
#define TN_W_CH_GOALS_MET "đã đạt", "met"
#define TN_W_CH_GOALS_MISSING "còn %ld hộ", "%ld missing"
#define TN_W_CH_GOALS_VALUE "Rà soát", "Review"
#define TN_W_CH_GOALS_GOAL "Mục tiêu", "Goal"
#define TN_W_CH_GOALS_VERDICT "Còn thiếu", "Missing"
#define TN_W_CH_TRENDS_FINDING \
    "Thiếu hụt của hộ nghèo từ năm %d đến năm %d", \
    "Deprivations of poor households from %d to %d"
#define TN_W_CH_TRENDS_WHAT \
    "Tỷ lệ hộ nghèo thiếu hụt theo chỉ số, %s, các kỳ rà soát cuối năm", \
    "Share of poor households deprived, by indicator, %s, reviews at the year's end"
#define TN_W_CH_TRENDS_SOURCE \
    "Vạch: khoảng tin cậy %s %%, nói về nguy cơ đứng sau số đếm.", \
    "Lines: %s%% intervals, about the risk behind the count."
#define TN_W_CH_SWING_POOR \
    "Hộ nghèo: một giả định thôi cũng đưa xác suất đạt từ %s đến %s", \
    "Poor households: one assumption alone takes the chance from %s to %s"
#define TN_W_CH_SWING_NEAR_POOR \
    "Hộ cận nghèo: một giả định thôi cũng đưa xác suất đạt từ %s đến %s", \
    "Near-poor households: one assumption alone takes the chance from %s to %s"
#define TN_W_CH_SWING_WHAT \
    "Xác suất đạt chỉ tiêu khi từng giả định ở mức thấp (5 %) và mức cao (95 %), các giả định khác ở mức giữa", \
    "Chance of meeting the quota with each assumption at its low (5%) and high (95%) end, the others at their middle"
#define TN_W_CH_SWING_SOURCE \
    "Số ở hai đầu thanh là giá trị của giả định. Khi mọi giả định ở mức giữa, xác suất khác đôi chút với dự báo chính, vốn lấy trung bình trên mọi giá trị.", \
    "The figures at the ends are the assumption's values. With all at their middle the chance differs a little from the main forecast, which averages over all values."
#define TN_W_CH_SWING_DESCRIPTION \
    "Biểu đồ độ nhạy: quan trọng nhất là “%s”, đưa xác suất đạt từ %s đến %s.", \
    "Tornado chart: what matters most is “%s”, which takes the chance from %s to %s."
#define TN_W_CH_SWING_BASE "Mọi giả định ở mức giữa: %s", "All at their middle: %s"
#define TN_W_CH_SWING_BAD "phía bất lợi", "worse end"
#define TN_W_CH_SWING_GOOD "phía thuận lợi", "better end"
/* clang-format on */

#endif
