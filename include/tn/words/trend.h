/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of trends across years, and of goals. */
#ifndef TN_WORDS_TREND_H
#define TN_WORDS_TREND_H

/* clang-format off */
#define TN_W_TREND_SUMMARY \
    "Chỉ số và tỷ lệ qua các năm rà soát, dự báo năm sau, và các mục tiêu đang ở đâu", \
    "Indicators and rates across reviews, the next year's forecast, and where goals stand"
#define TN_W_TREND_OPT_ACROSS \
    "vẫn so sánh qua các năm dùng chuẩn nghèo khác nhau", \
    "compare across years under different poverty standards all the same"
#define TN_W_TREND_OPT_ADJUST \
    "cách hiệu chỉnh khi kiểm định nhiều lần (mặc định holm)", \
    "adjustment for many tests (default holm)"
#define TN_W_TREND_NEEDS_YEAR \
    "với --households, lệnh trend cần --year (cột ghi năm rà soát)", \
    "with --households, trend needs --year (the column that holds the year)"
#define TN_W_TREND_STANDARD \
    "chuẩn nghèo đổi từ năm %d: các năm trước và sau không so sánh được với nhau; thêm --across-standards nếu vẫn muốn so", \
    "the poverty standard changes in %d: years before and after cannot be compared; add --across-standards to compare all the same"
#define TN_W_TREND_ONE_YEAR_FILE \
    "tệp hộ chỉ có một năm (%s), chưa so sánh được", \
    "the household file holds one year only (%s): there is nothing to compare"

#define TN_W_TREND_TITLE "%s: chỉ số thiếu hụt qua các năm", "%s: deprivation indicators across years"
#define TN_W_TREND_FILE_TITLE "Nghèo đa chiều qua các năm: %s", "Multidimensional poverty across years: %s"
#define TN_W_TREND_NOTHING \
    "indicators.csv không có chỉ số nào với số hộ rõ ràng, nên không có xu hướng.", \
    "indicators.csv gives no indicator with a certain count, hence no trend."
#define TN_W_TREND_ONE_YEAR \
    "Chỉ có rà soát năm %d: chưa vẽ được xu hướng. Thêm các năm trước vào indicators.csv để có.", \
    "Only the review of %d is known, so trends cannot be drawn. Add earlier years to indicators.csv."
#define TN_W_TREND_YEARS \
    "%zu năm rà soát, từ %d đến %d; các năm được coi là độc lập với nhau.", \
    "%zu reviews, %d to %d; years are taken as independent."
#define TN_W_TREND_CHANGES_NOTE \
    "Khoảng của chênh lệch theo Newcombe; hai năm: kiểm định hai tỷ lệ, từ ba năm: Cochran-Armitage.", \
    "Differences with Newcombe's interval; two years: test of two shares, three and more: Cochran-Armitage."
#define TN_W_TREND_MODEL_NOTE \
    "Dự báo năm sau: đường thẳng trên thang logit với dao động từng năm, số hộ như năm cuối.", \
    "Next year's forecast: a line on the logit scale with a scatter of the years, for as many households as last year."
#define TN_W_TREND_ACROSS_NOTE \
    "Lưu ý: chuẩn nghèo đổi từ năm %d; các thay đổi qua năm ấy gồm cả thay đổi của chuẩn.", \
    "Note: the poverty standard changes in %d; changes across that year include the change of standard."
#define TN_W_TREND_HOLM "Giá trị p hiệu chỉnh theo Holm trong cả bảng.", "p-values are adjusted after Holm over the whole table."
#define TN_W_TREND_BH "Giá trị p hiệu chỉnh theo Benjamini-Hochberg trong cả bảng.", "p-values are adjusted after Benjamini and Hochberg over the whole table."
#define TN_W_TREND_UNADJUSTED "Giá trị p không hiệu chỉnh.", "p-values are not adjusted."
#define TN_W_TREND_PANEL_NOTE \
    "Sai số của thay đổi tính cả việc cùng một hộ hay một đơn vị mẫu có mặt ở hai năm.", \
    "Errors of changes account for households or sampling units that stand in both years."

#define TN_W_TREND_T_POINTS "Tỷ lệ từng năm", "Shares year by year"
#define TN_W_TREND_T_CHANGES "Thay đổi từ năm đầu đến năm cuối", "Changes from the first to the last year"
#define TN_W_TREND_T_NEXT "Năm sau", "The year to come"
#define TN_W_TREND_T_GOALS "Các mục tiêu của kế hoạch đang ở đâu", "Where the plan's goals stand"
#define TN_W_TREND_T_MEASURES "Thay đổi của các thước đo nghèo đa chiều", "Changes of the measures"
#define TN_W_TREND_T_SPLIT "M0 thay đổi do đâu", "What the change of M0 comes from"
#define TN_W_TREND_T_GROUPS "Phần của từng nhóm trong thay đổi của M0", "Each group's part in the change of M0"

#define TN_W_TREND_C_STATUS "Loại hộ", "Status"
#define TN_W_TREND_C_INDICATOR "Chỉ số", "Indicator"
#define TN_W_TREND_C_YEAR "Năm", "Year"
#define TN_W_TREND_C_FROM "Từ năm", "From"
#define TN_W_TREND_C_TO "Đến năm", "To"
#define TN_W_TREND_C_HOUSEHOLDS "Số hộ", "Households"
#define TN_W_TREND_C_DEPRIVED "Hộ thiếu hụt", "Deprived"
#define TN_W_TREND_C_SHARE "Tỷ lệ", "Share"
#define TN_W_TREND_C_LOW "Cận dưới", "Low"
#define TN_W_TREND_C_HIGH "Cận trên", "High"
#define TN_W_TREND_C_FIRST "Năm đầu", "First"
#define TN_W_TREND_C_LAST "Năm cuối", "Last"
#define TN_W_TREND_C_CHANGE "Chênh lệch", "Difference"
#define TN_W_TREND_C_YEARLY "Mỗi năm", "A year"
#define TN_W_TREND_C_RATIO "Tỷ số", "Ratio"
#define TN_W_TREND_C_RELATIVE "Thay đổi tương đối", "Relative change"
#define TN_W_TREND_C_GROWTH "Tương đối mỗi năm", "Relative, a year"
#define TN_W_TREND_C_Z "z", "z"
#define TN_W_TREND_C_T "t", "t"
#define TN_W_TREND_C_DF "Bậc tự do", "df"
#define TN_W_TREND_C_P "p hiệu chỉnh", "Adjusted p"
#define TN_W_TREND_C_P_PLAIN "p", "p"
#define TN_W_TREND_C_SE "Sai số chuẩn", "Standard error"
#define TN_W_TREND_C_SLOPE "Độ dốc logit mỗi năm", "Log odds a year"
#define TN_W_TREND_C_SCATTER "Dao động từng năm", "Scatter of years"
#define TN_W_TREND_C_FORECAST "Dự báo tỷ lệ", "Forecast share"
#define TN_W_TREND_C_SECTION "Mục", "Section"
#define TN_W_TREND_C_GOAL "Mục tiêu được đáp ứng", "Goal: served"
#define TN_W_TREND_C_SERVED "Hiện được đáp ứng", "Served now"
#define TN_W_TREND_C_MISSING "Còn thiếu (hộ)", "Households missing"
#define TN_W_TREND_C_STATE "Tình trạng", "State"
#define TN_W_TREND_C_P_MET "Xác suất đạt năm sau", "Chance to meet it next year"
#define TN_W_TREND_C_MEANING "Ý nghĩa", "Meaning"
#define TN_W_TREND_C_MEASURE "Thước đo", "Measure"
#define TN_W_TREND_C_K "Ngưỡng k", "Cut-off k"
#define TN_W_TREND_C_BY "Chia theo", "By"
#define TN_W_TREND_C_GROUP "Nhóm", "Group"
#define TN_W_TREND_C_INCIDENCE "Do tỷ lệ nghèo H", "From incidence H"
#define TN_W_TREND_C_INTENSITY "Do mức thiếu hụt A", "From intensity A"
#define TN_W_TREND_C_WITHIN "Do M0 của nhóm", "From its own M0"
#define TN_W_TREND_C_MOVE "Do tỷ trọng của nhóm", "From its share of households"
#define TN_W_TREND_ALL_STATUS "mọi hộ nghèo và cận nghèo", "poor and near-poor"
#define TN_W_TREND_MET "đã đạt", "met already"
#define TN_W_TREND_NOT_MET "chưa đạt", "not met yet"
#define TN_W_TREND_UNKNOWN "chưa rõ", "not known"
#define TN_W_TREND_H "H, tỷ lệ hộ nghèo đa chiều", "H, share of poor households"
#define TN_W_TREND_A "A, mức thiếu hụt bình quân", "A, mean score of the poor"
#define TN_W_TREND_M0 "M0 = H × A", "M0 = H x A"
/* clang-format on */

#endif
