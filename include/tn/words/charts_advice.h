/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of the charts of quotas, of what would change, and of the year. */
#ifndef TN_WORDS_CHARTS_ADVICE_H
#define TN_WORDS_CHARTS_ADVICE_H

/* clang-format off */
#define TN_W_CA_FAIR_POOR \
    "Hộ nghèo: chia lại theo khả năng thì thôn khó nhất đạt với xác suất %s thay vì %s", \
    "Poor: shared out fairly, the least certain village meets its quota at %s, not %s"
#define TN_W_CA_FAIR_NEAR_POOR \
    "Hộ cận nghèo: chia lại theo khả năng thì thôn khó nhất đạt với xác suất %s thay vì %s", \
    "Near-poor: shared out fairly, the least certain village meets its quota at %s, not %s"
#define TN_W_CA_FAIR_ALREADY \
    "Không cách chia nào tốt hơn: thôn khó nhất đạt chỉ tiêu với xác suất %s", \
    "No sharing out is fairer: the least certain village meets its quota at %s"
#define TN_W_CA_FAIR_WHAT_POOR \
    "Xác suất từng thôn đạt chỉ tiêu thoát nghèo năm %d: chỉ tiêu đã giao và cách chia theo khả năng", \
    "Chance of each village to meet its quota of leaving poverty in %d: as given, and fair"
#define TN_W_CA_FAIR_WHAT_NEAR_POOR \
    "Xác suất từng thôn đạt chỉ tiêu thoát cận nghèo năm %d: chỉ tiêu đã giao và cách chia theo khả năng", \
    "Chance of each village to meet its quota of leaving near-poverty in %d: as given, and fair"
#define TN_W_CA_FAIR_SOURCE \
    "Cùng một tổng chỉ tiêu của xã (%ld hộ), chia lại sao cho xác suất thấp nhất là cao nhất. Hai cột bên phải: chỉ tiêu đã giao và chỉ tiêu chia lại.", \
    "The same total for the commune (%ld), shared out so that the smallest chance is as large as can be. Columns: the quota given, and the fair one."
#define TN_W_CA_GIVEN "Chỉ tiêu đã giao", "Quota given"
#define TN_W_CA_FAIR "Chia theo khả năng", "Fair"
#define TN_W_CA_GIVEN_SHORT "giao", "given"
#define TN_W_CA_FAIR_SHORT "chia lại", "fair"

#define TN_W_CA_CURVE_POOR \
    "Muốn chắc 80 %% thì chỉ tiêu thoát nghèo nên là %ld hộ, không phải %ld", \
    "To be 80%% sure the quota of leaving poverty should be %ld household" TN_S ", not %ld"
#define TN_W_CA_CURVE_NEAR_POOR \
    "Muốn chắc 80 %% thì chỉ tiêu thoát cận nghèo nên là %ld hộ, không phải %ld", \
    "To be 80%% sure the quota of leaving near-poverty should be %ld household" TN_S ", not %ld"
#define TN_W_CA_CURVE_SURE \
    "Chỉ tiêu %ld hộ đạt được với xác suất trên 80 %%; có thể giao đến %ld hộ", \
    "The quota of %ld household" TN_S " is more than 80%% sure; up to %ld could be asked"
#define TN_W_CA_CURVE_WHAT \
    "Xác suất đạt chỉ tiêu của xã theo số hộ được giao, %s, năm %d", \
    "Chance of meeting the commune's quota by its size, %s, %d"
#define TN_W_CA_CURVE_SOURCE \
    "Đọc từ dưới lên: chọn số hộ, xem xác suất đạt. Vạch đứng đỏ: chỉ tiêu của kế hoạch (%ld hộ), đạt với xác suất %s.", \
    "Read upwards: choose a number of households and see its chance. Red upright line: the plan's quota (%ld), met with probability %s."
#define TN_W_CA_CURVE_X "Chỉ tiêu (số hộ)", "Quota (households)"
#define TN_W_CA_CURVE_QUOTA "Kế hoạch: %ld", "Plan: %ld"

#define TN_W_CA_WHATIF_POOR \
    "Hộ nghèo: kịch bản đưa xác suất đạt chỉ tiêu của xã từ %s thành %s", \
    "Poor: the scenario takes the commune's chance from %s to %s"
#define TN_W_CA_WHATIF_NEAR_POOR \
    "Hộ cận nghèo: kịch bản đưa xác suất đạt chỉ tiêu của xã từ %s thành %s", \
    "Near-poor: the scenario takes the commune's chance from %s to %s"
#define TN_W_CA_WHATIF_WHAT_POOR \
    "Xác suất đạt chỉ tiêu thoát nghèo năm %d, theo kế hoạch và theo kịch bản", \
    "Chance of meeting the quota of leaving poverty in %d, as planned and in the scenario"
#define TN_W_CA_WHATIF_WHAT_NEAR_POOR \
    "Xác suất đạt chỉ tiêu thoát cận nghèo năm %d, theo kế hoạch và theo kịch bản", \
    "Chance of meeting the quota of leaving near-poverty in %d, as planned and in the scenario"
#define TN_W_CA_WHATIF_SOURCE \
    "Cả hai tính với cùng những giả định. Cột bên phải: số hộ thoát kỳ vọng trước và sau. Xếp theo mức thay đổi.", \
    "Both from the same assumptions. Columns: exits expected before and after. Largest change first."
#define TN_W_CA_PLAN "Kế hoạch", "As planned"
#define TN_W_CA_SCENARIO "Kịch bản", "Scenario"
#define TN_W_CA_PLAN_SHORT "trước", "before"
#define TN_W_CA_SCENARIO_SHORT "sau", "after"
#define TN_W_CA_COMMUNE "Toàn xã", "The commune"

#define TN_W_CA_YEAR_POOR \
    "Đến ngày %d/%d đã báo cáo %ld hộ thoát nghèo; xác suất đạt chỉ tiêu %ld hộ là %s", \
    "By %d/%d %ld household" TN_S " reported out of poverty; chance of the quota of %ld: %s"
#define TN_W_CA_YEAR_NEAR_POOR \
    "Đến ngày %d/%d đã báo cáo %ld hộ thoát cận nghèo; xác suất đạt chỉ tiêu %ld hộ là %s", \
    "By %d/%d %ld household" TN_S " reported out of near-poverty; chance of the quota of %ld: %s"
#define TN_W_CA_YEAR_NOTHING \
    "Chưa có báo cáo; xác suất đạt chỉ tiêu %ld hộ là %s", \
    "No reports yet; chance of the quota of %ld: %s"
#define TN_W_CA_YEAR_WHAT_POOR \
    "Số hộ thoát nghèo cộng dồn, %s, năm %d: đã báo cáo và dự báo đến cuối năm", \
    "Households out of poverty so far, %s, %d: reported, and forecast to the year's end"
#define TN_W_CA_YEAR_WHAT_NEAR_POOR \
    "Số hộ thoát cận nghèo cộng dồn, %s, năm %d: đã báo cáo và dự báo đến cuối năm", \
    "Households out of near-poverty so far, %s, %d: reported, and forecast to the year's end"
#define TN_W_CA_YEAR_SOURCE \
    "Vùng đậm: khoảng 50 %; vùng nhạt: khoảng 90 %, tính cho cuối năm; trước đó theo nhịp báo cáo thường thấy.", \
    "Dark: 50% range; light: 90% range, computed for the year's end; up to it along the usual pace of reports."
#define TN_W_CA_YEAR_REPORTED "Đã báo cáo: %ld", "Reported: %ld"
#define TN_W_CA_YEAR_MEDIAN "Giữa: %ld", "Median: %ld"
#define TN_W_CA_YEAR_QUOTA "Chỉ tiêu: %ld", "Quota: %ld"
/* clang-format on */

#endif
