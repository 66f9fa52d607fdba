/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of the charts of deprivation: areas, groups, years, rates. */
#ifndef TN_WORDS_PICTURES_H
#define TN_WORDS_PICTURES_H

/* clang-format off */
#define TN_W_PIC_OPT_PLOT \
    "vẽ biểu đồ vào thư mục này (SVG, PNG, PDF và tệp .gp để vẽ lại)", \
    "draw the charts into this folder (SVG, PNG, PDF, and the .gp that redraws each)"
#define TN_W_PIC_NONE \
    "không có số liệu nào để vẽ", \
    "there is nothing to draw"

#define TN_W_PIC_HEAT_FINDING \
    "%s thiếu hụt nhiều nhất: bình quân %s chỉ số một hộ", \
    "%s is the most deprived: %s indicators a household on average"
#define TN_W_PIC_AREAS_WHAT_POOR \
    "Tỷ lệ hộ nghèo thiếu hụt theo địa bàn và chỉ số, rà soát mới nhất; số trong ô: %", \
    "Share of poor households deprived, by area and indicator, latest review; figures: %"
#define TN_W_PIC_AREAS_WHAT_NEAR_POOR \
    "Tỷ lệ hộ cận nghèo thiếu hụt theo địa bàn và chỉ số, rà soát mới nhất; số trong ô: %", \
    "Share of near-poor households deprived, by area and indicator, latest review; figures: %"
#define TN_W_PIC_AREAS_SOURCE \
    "Xếp từ địa bàn thiếu hụt nhiều nhất. Trong ngoặc: số hộ. Ô xám nhạt: không có hộ thiếu hụt; ô trắng: không có số liệu.", \
    "Most deprived area first; in brackets: households. Light grey: none deprived; white: no figure."
#define TN_W_PIC_AREA_ROW "%s (%ld)", "%s (%ld)"
#define TN_W_PIC_AREA_YEAR "%s, %d", "%s, %d"
#define TN_W_PIC_TWO_FINDING \
    "Khác nhau nhiều nhất ở %s: %s so với %s", \
    "They differ most in %s: %s against %s"
#define TN_W_PIC_TWO_WHAT \
    "Tỷ lệ hộ nghèo thiếu hụt theo chỉ số ở hai địa bàn, rà soát mới nhất", \
    "Share of poor households deprived in two areas, latest review"
#define TN_W_PIC_TWO_SOURCE \
    "Vạch ngang: khoảng tin cậy %s, nói về nguy cơ đứng sau số đếm.", \
    "Lines: %s intervals, about the risk behind the count."

#define TN_W_PIC_GROUPS_WHAT \
    "Tỷ lệ hộ thiếu hụt theo nhóm (%s) và chỉ số, %s; số trong ô: %%", \
    "Share of households deprived, by group (%s) and indicator, %s; figures: %%"
#define TN_W_PIC_GROUPS_SOURCE \
    "Xếp từ nhóm thiếu hụt nhiều nhất. Trong ngoặc: số hộ; nhóm dưới 5 hộ chỉ để tham khảo.", \
    "Most deprived group first; in brackets: households. Groups below 5 households are for orientation only."
#define TN_W_PIC_GROUPS_CUT \
    "Xếp từ nhóm thiếu hụt nhiều nhất; chỉ vẽ %d trong %zu nhóm. Trong ngoặc: số hộ.", \
    "Most deprived group first; %d of %zu groups are drawn. In brackets: households."
#define TN_W_PIC_YEAR_OF "%s, năm %s", "%s, %s"

#define TN_W_PIC_PARTS_FINDING \
    "%s và %s đóng góp %s mức nghèo đa chiều", \
    "%s and %s make up %s of multidimensional poverty"
#define TN_W_PIC_PARTS_WHAT \
    "Đóng góp của từng chỉ số vào M0 (ngưỡng k = %s), %s", \
    "Contribution of each indicator to M0 (cut-off k = %s), %s"
#define TN_W_PIC_PARTS_SOURCE \
    "Các đóng góp cộng lại bằng 100 %. Thanh đậm: ba chỉ số lớn nhất.", \
    "Contributions add up to 100 %. Dark bars: the three largest."

#define TN_W_PIC_H_FINDING \
    "%s có tỷ lệ nghèo đa chiều cao nhất: %s", \
    "%s has the highest share of poor households: %s"
#define TN_W_PIC_H_WHAT \
    "Tỷ lệ hộ nghèo đa chiều H (ngưỡng k = %s) theo nhóm (%s), %s", \
    "Share H of multidimensionally poor households (cut-off k = %s), by group (%s), %s"
#define TN_W_PIC_H_SOURCE \
    "Vạch ngang: khoảng tin cậy %s.", \
    "Lines: %s intervals."
#define TN_W_PIC_H_NAME "H, tỷ lệ hộ nghèo đa chiều", "H, share of poor households"
#define TN_W_PIC_H_SHORT "hộ", "all"

#define TN_W_PIC_ROBUST_FINDING \
    "Thứ tự các nhóm giữ được ít nhất %s số cặp ở mọi ngưỡng k còn có hộ nghèo", \
    "At least %s of the pairs of groups keep their order at every cut-off that finds poor households"
#define TN_W_PIC_ROBUST_ALL \
    "Đổi ngưỡng k không làm đổi thứ tự của các nhóm", \
    "The groups keep their order at every cut-off"
#define TN_W_PIC_ROBUST_WHAT \
    "Phần số cặp nhóm giữ nguyên thứ tự theo M0 khi đổi ngưỡng k (so với k = %s), %s", \
    "Share of pairs of groups in the same order by M0 as the cut-off changes (against k = %s), %s"
#define TN_W_PIC_ROBUST_SOURCE \
    "100 %: đổi ngưỡng không đổi thứ tự nào. Ngưỡng quá cao thì không còn hộ nghèo, mọi nhóm bằng nhau.", \
    "100 %: the cut-off changes no order. Where the cut-off is so high that nobody is poor, all groups are alike."
#define TN_W_PIC_BY_VILLAGE "thôn", "village"
#define TN_W_PIC_BY_STATUS "loại hộ", "status"
#define TN_W_PIC_ROBUST_X "Ngưỡng k: số chỉ số thiếu hụt để coi là nghèo", "Cut-off k: deprivations from which a household is poor"
#define TN_W_PIC_ROBUST_X_SCORE "Ngưỡng k, phần của tổng trọng số", "Cut-off k, as a part of all weight"

#define TN_W_PIC_SLOPE_FALL \
    "Giảm nhiều nhất: %s, từ %s xuống %s", \
    "The largest fall: %s, from %s to %s"
#define TN_W_PIC_SLOPE_NO_FALL \
    "Không chỉ số nào giảm từ năm %s đến năm %s", \
    "No indicator fell from %s to %s"
#define TN_W_PIC_SLOPE_LABEL "%s %s", "%s %s"
#define TN_W_PIC_SLOPE_SOURCE \
    "Xanh: giảm nhiều nhất; đỏ: tăng nhiều nhất. Xem bảng để biết thay đổi nào vượt dao động ngẫu nhiên.", \
    "Blue: the largest fall; red: the largest rise. The table tells which changes are beyond chance."
#define TN_W_PIC_SLOPE_POOR \
    "Tỷ lệ hộ nghèo thiếu hụt theo chỉ số, %s, năm %d và năm %d", \
    "Share of poor households deprived, by indicator, %s, %d and %d"
#define TN_W_PIC_SLOPE_NEAR_POOR \
    "Tỷ lệ hộ cận nghèo thiếu hụt theo chỉ số, %s, năm %d và năm %d", \
    "Share of near-poor households deprived, by indicator, %s, %d and %d"
#define TN_W_PIC_SLOPE_FILE \
    "Tỷ lệ hộ thiếu hụt theo chỉ số, %s, năm %s và năm %s", \
    "Share of households deprived, by indicator, %s, %s and %s"

#define TN_W_PIC_TREND_FINDING \
    "Từ năm %d đến năm %d, %d trong %zu chỉ số giảm rõ", \
    "From %d to %d, %d of %zu indicators fell beyond chance"
#define TN_W_PIC_TREND_NONE \
    "Từ năm %d đến năm %d, chưa chỉ số nào giảm rõ", \
    "From %d to %d, no indicator fell beyond chance"
#define TN_W_PIC_TREND_APART \
    "Chuẩn nghèo đổi từ năm %d: trước và sau không so sánh được", \
    "The poverty standard changes in %d: before and after cannot be compared"
#define TN_W_PIC_TREND_WHAT_POOR \
    "Tỷ lệ hộ nghèo thiếu hụt theo chỉ số, %s, các kỳ rà soát cuối năm", \
    "Share of poor households deprived, by indicator, %s, reviews at the year's end"
#define TN_W_PIC_TREND_WHAT_NEAR_POOR \
    "Tỷ lệ hộ cận nghèo thiếu hụt theo chỉ số, %s, các kỳ rà soát cuối năm", \
    "Share of near-poor households deprived, by indicator, %s, reviews at the year's end"
#define TN_W_PIC_TREND_SOURCE \
    "Dải: khoảng tin cậy %s. Vòng rỗng: dự báo năm %d, dải khoảng 90 %%. Giảm rõ: p hiệu chỉnh dưới 5 %%.", \
    "Bands: %s intervals. Ring: forecast for %d, with its 90%% range. Beyond chance: adjusted p below 5%%."
#define TN_W_PIC_TREND_SOURCE_PLAIN \
    "Dải: khoảng tin cậy %s. Giảm rõ: p hiệu chỉnh dưới 5 %%.", \
    "Bands: %s intervals. Beyond chance: adjusted p below 5%%."
#define TN_W_PIC_TREND_BREAK \
    "Dải: khoảng tin cậy %s. Chỗ ngắt: chuẩn nghèo đổi từ năm %d, hai bên không so sánh được.", \
    "Bands: %s intervals. Gap: the poverty standard changes in %d; the two sides cannot be compared."

#define TN_W_PIC_GOAL_VERDICT "Còn thiếu; khả năng", "Missing; chance"
#define TN_W_PIC_GOAL_MISSING_P "%ld hộ; %s", "%ld; %s"
#define TN_W_PIC_GOAL_MISSING "%ld hộ", "%ld"
#define TN_W_PIC_GOAL_MET_P "đã đạt; %s", "met; %s"
#define TN_W_PIC_GOAL_WHAT \
    "Tỷ lệ hộ được đáp ứng theo rà soát mới nhất và mục tiêu của kế hoạch, %s", \
    "Share of households served, latest review, and the plan's goals, %s"
#define TN_W_PIC_GOAL_SOURCE \
    "Thanh đậm: chưa đạt. Khả năng: xác suất đạt ở kỳ rà soát tới nếu xu hướng tiếp diễn.", \
    "Dark bars: not met yet. Chance: that the next review meets the goal if the trend goes on."

#define TN_W_PIC_YEARS_FINDING \
    "Tỷ lệ nghèo đa chiều chung: %s năm %s, %s năm %s", \
    "Poor households overall: %s in %s, %s in %s"
#define TN_W_PIC_YEARS_WHAT \
    "Tỷ lệ hộ nghèo đa chiều H (ngưỡng k = %s) theo năm và nhóm, %s", \
    "Share H of multidimensionally poor households (cut-off k = %s), by year and group, %s"
/* clang-format on */

#endif
