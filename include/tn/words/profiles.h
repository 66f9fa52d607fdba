/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of deprivation profiles and of what a service measure does to them. */
#ifndef TN_WORDS_PROFILES_H
#define TN_WORDS_PROFILES_H

/* clang-format off */
#define TN_W_PROFILES_SUMMARY \
    "Các thiếu hụt có thể đi cùng nhau trong một hộ, và tác động của biện pháp hỗ trợ", \
    "Which deprivations may meet in one household, and what a service measure changes"
#define TN_W_PROFILES_OPT_MEASURE \
    "biện pháp CHỈ-SỐ=BAO-PHỦ%[:poor], ví dụ health_insurance=100%:poor; dùng được nhiều lần", \
    "a measure INDICATOR=COVERAGE%[:poor], e.g. health_insurance=100%:poor; may be repeated"
#define TN_W_PROFILES_OPT_SAMPLES \
    "số bảng được rút ngẫu nhiên (mặc định 10000)", \
    "tables drawn at random (default 10000)"
#define TN_W_PROFILES_OPT_TRADES \
    "rút bằng đổi chéo cặp hộ, kể cả khi đếm được chính xác", \
    "draw by two-row trades even where exact counting is possible"

#define TN_W_PROFILES_BAD_MEASURE \
    "--measure: '%s' không đọc được (viết như health_insurance=100%%:poor)", \
    "--measure: '%s' is not understood (write it like health_insurance=100%%:poor)"
#define TN_W_PROFILES_BAD_INDICATOR \
    "--measure: không biết chỉ số '%s' (gần nhất: %s)", \
    "--measure: there is no indicator '%s' (nearest: %s)"
#define TN_W_PROFILES_BAD_COVERAGE \
    "--measure: độ bao phủ '%s' phải từ 0%% đến 100%%", \
    "--measure: the coverage '%s' must lie between 0%% and 100%%"
#define TN_W_PROFILES_TWICE \
    "--measure: chỉ số '%s' được nêu hai lần", \
    "--measure: the indicator '%s' is named twice"
#define TN_W_PROFILES_ONLY_POOR \
    "--measure: chỉ tính cho hộ nghèo (:poor); hộ cận nghèo đã dưới 3 thiếu hụt nên biện pháp không đổi diện của hộ", \
    "--measure: for poor households only (:poor); near-poor ones have fewer than 3 deprivations, so no measure changes their status"
#define TN_W_PROFILES_NO_MARGINS \
    "không có đủ 12 chỉ số với số hộ rõ ràng cho hộ nghèo của năm %d trong indicators.csv", \
    "indicators.csv does not give all 12 indicators of the poor of %d with certain counts"

#define TN_W_PROFILES_TITLE \
    "%s: các thiếu hụt đi cùng nhau trong một hộ", \
    "%s: which deprivations meet in one household"
#define TN_W_PROFILES_WHAT \
    "Kế hoạch chỉ in tổng số hộ thiếu hụt của từng chỉ số. Mọi cách phân bố khớp các tổng ấy và quy tắc (hộ nghèo từ 3 thiếu hụt, hộ cận nghèo tối đa 2) được coi là có khả năng như nhau; kết quả nói về điều các con số in ra còn để ngỏ, không thay cho danh sách hộ.", \
    "The plan prints only how many households lack each thing. All tables that fit these totals and the rule (poor: at least 3 deprivations, near-poor: at most 2) are taken as equally likely; the result says what the printed figures leave open and does not replace the list of households."
#define TN_W_PROFILES_EXACTLY \
    "Tổng số thiếu hụt của hộ nghèo là %ld = %d × %ld hộ: mỗi hộ nghèo có đúng %d thiếu hụt, bớt một là thành cận nghèo.", \
    "The poor households' deprivations add up to %ld = %d x %ld household" TN_S ": each has exactly %d, and one less makes it near-poor."
#define TN_W_PROFILES_SPARE \
    "Tổng số thiếu hụt của hộ nghèo là %ld, chỉ hơn mức tối thiểu %ld: ít nhất %ld trong %ld hộ có đúng %d thiếu hụt.", \
    "The poor households' deprivations add up to %ld, only %ld above the least possible: at least %ld of %ld household" TN_S " have exactly %d."
#define TN_W_PROFILES_IMPOSSIBLE_POOR \
    "Các số của hộ nghèo mâu thuẫn với quy tắc: tổng %ld thiếu hụt của %ld hộ, trong khi mỗi hộ nghèo phải có ít nhất 3. Không lập được bảng nào.", \
    "The figures of the poor break the rule: %ld deprivations of %ld household" TN_S ", where each must have at least 3. No table fits."
#define TN_W_PROFILES_IMPOSSIBLE_NEAR \
    "Các số của hộ cận nghèo mâu thuẫn với quy tắc: tổng %ld thiếu hụt của %ld hộ, trong khi mỗi hộ có tối đa 2. Không lập được bảng nào.", \
    "The figures of the near-poor break the rule: %ld deprivations of %ld household" TN_S ", where each has at most 2. No table fits."
#define TN_W_PROFILES_COUNTED \
    "%s: có 10^%s bảng khớp, đếm chính xác; %zu bảng được rút độc lập, xác suất như nhau.", \
    "%s: 10^%s tables fit, counted exactly; %zu were drawn independently, each as likely."
#define TN_W_PROFILES_TRADED \
    "%s: %zu bảng được rút bằng 4 chuỗi đổi chéo; R-hat %s, cỡ mẫu hữu hiệu %s.", \
    "%s: %zu tables drawn by 4 chains of trades; R-hat %s, effective sample size %s."
#define TN_W_PROFILES_NOT_MIXED \
    "R-hat trên 1,01: các chuỗi chưa trộn đều, hãy tăng --samples.", \
    "R-hat above 1.01: the chains have not mixed yet; raise --samples."
#define TN_W_PROFILES_FALL_CERTAIN \
    "Với các biện pháp này, đúng %ld trong %ld hộ nghèo còn dưới %d thiếu hụt và chuyển thành cận nghèo, dù thiếu hụt phân bố thế nào.", \
    "With these measures exactly %ld of %ld poor household" TN_S " fall below %d deprivations and become near-poor, whatever the table."
#define TN_W_PROFILES_FALL \
    "Với các biện pháp này, khoảng %s trong %ld hộ nghèo còn dưới %d thiếu hụt và chuyển thành cận nghèo (90 %%: %ld đến %ld; chắc chắn từ %ld đến %ld).", \
    "With these measures about %s of %ld poor household" TN_S " fall below %d deprivations and become near-poor (90 %%: %ld to %ld; certainly %ld to %ld)."
#define TN_W_PROFILES_MOVES \
    "Hộ thoát nghèo theo cách này không thoát khỏi danh sách: mỗi hộ thêm một hộ vào diện cận nghèo.", \
    "A household that leaves poverty this way does not leave the list: each adds one to the near-poor."

#define TN_W_PROFILES_T_SUMS "Số thiếu hụt của một hộ", "Deprivations of a household"
#define TN_W_PROFILES_T_PATTERNS_POOR "Tổ hợp thiếu hụt thường gặp nhất, hộ nghèo", "Commonest profiles, poor households"
#define TN_W_PROFILES_T_PATTERNS_NEAR "Tổ hợp thiếu hụt thường gặp nhất, hộ cận nghèo", "Commonest profiles, near-poor households"
#define TN_W_PROFILES_T_PAIRS "Hai thiếu hụt cùng ở một hộ nghèo", "Two deprivations in the same poor household"
#define TN_W_PROFILES_T_FALL "Hộ nghèo chuyển thành cận nghèo do biện pháp", "Poor households that a measure makes near-poor"
#define TN_W_PROFILES_T_QUOTAS "Tác động tới hai chỉ tiêu trong dự báo", "What that does to both quotas in the forecast"

#define TN_W_PROFILES_C_STATUS "Loại hộ", "Status"
#define TN_W_PROFILES_C_DEPRIVATIONS "Số thiếu hụt", "Deprivations"
#define TN_W_PROFILES_C_EXPECTED "Số hộ trung bình", "Households, mean"
#define TN_W_PROFILES_C_SHARE "Tỷ lệ", "Share"
#define TN_W_PROFILES_C_PROFILE "Tổ hợp thiếu hụt", "Deprived in"
#define TN_W_PROFILES_C_FIRST "Chỉ số thứ nhất", "First indicator"
#define TN_W_PROFILES_C_SECOND "Chỉ số thứ hai", "Second indicator"
#define TN_W_PROFILES_C_MEASURE "Biện pháp", "Measure"
#define TN_W_PROFILES_C_RELIEVED "Thiếu hụt được xóa", "Deprivations relieved"
#define TN_W_PROFILES_C_LEAST "Ít nhất", "Least"
#define TN_W_PROFILES_C_MOST "Nhiều nhất", "Most"
#define TN_W_PROFILES_C_MEAN "Trung bình", "Mean"
#define TN_W_PROFILES_C_ERROR "Sai số", "Error"
#define TN_W_PROFILES_C_Q05 "5 %", "5 %"
#define TN_W_PROFILES_C_Q50 "Trung vị", "Median"
#define TN_W_PROFILES_C_Q95 "95 %", "95 %"
#define TN_W_PROFILES_C_QUESTION "Câu hỏi", "Question"
#define TN_W_PROFILES_C_AS_IS "Kế hoạch như hiện có", "The plan as it is"
#define TN_W_PROFILES_C_RELIEF "Có biện pháp", "With the measures"
#define TN_W_PROFILES_NONE "không thiếu hụt nào", "no deprivation"
#define TN_W_PROFILES_TOGETHER "mọi biện pháp cùng lúc", "all measures together"
#define TN_W_PROFILES_Q_POOR_GROSS "Hộ thoát nghèo đạt chỉ tiêu %ld", "Exits from poverty reach the quota of %ld"
#define TN_W_PROFILES_Q_POOR_NET "Số hộ nghèo giảm thực đạt %ld", "Net reduction of the poor reaches %ld"
#define TN_W_PROFILES_Q_NEAR_GROSS "Hộ thoát cận nghèo đạt chỉ tiêu %ld", "Exits from near-poverty reach the quota of %ld"
#define TN_W_PROFILES_Q_NEAR_NET "Số hộ cận nghèo giảm thực đạt %ld", "Net reduction of the near-poor reaches %ld"
#define TN_W_PROFILES_T_ENDS "Số hộ trung bình cuối năm", "Mean households at the year's end"
#define TN_W_PROFILES_C_HOUSEHOLDS "Nhóm hộ", "Households"
#define TN_W_PROFILES_END_POOR "hộ nghèo", "poor"
#define TN_W_PROFILES_END_NEAR "hộ cận nghèo", "near-poor"
#define TN_W_PROFILES_QUOTA_NOTE \
    "Tính với %ld hộ chuyển sang cận nghèo (trung vị), rải theo tỷ lệ hộ nghèo của các thôn.", \
    "Computed for %ld household" TN_S " that become near-poor (the median), spread over the villages by their poor."
/* clang-format on */

#endif
