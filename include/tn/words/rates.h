/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of published rates: the file, and what became of them over the years. */
#ifndef TN_WORDS_RATES_H
#define TN_WORDS_RATES_H

/* clang-format off */
#define TN_W_RATES_HOLDS "tỷ lệ nghèo đã công bố của nhiều địa bàn", "published poverty rates of areas"
#define TN_W_RATES_H_AREA "Địa bàn", "Area"
#define TN_W_RATES_H_PART_OF "Thuộc", "Part of"
#define TN_W_RATES_H_LEVEL "Cấp", "Level"
#define TN_W_RATES_H_YEAR "Năm", "Year"
#define TN_W_RATES_H_STANDARD "Chuẩn nghèo", "Standard"
#define TN_W_RATES_H_STATE "Loại số liệu", "State"
#define TN_W_RATES_H_POOR "Hộ nghèo", "Poor"
#define TN_W_RATES_H_NEAR_POOR "Hộ cận nghèo", "Near-poor"
#define TN_W_RATES_H_POOR_RATE "Tỷ lệ hộ nghèo", "Poor rate"
#define TN_W_RATES_H_NEAR_POOR_RATE "Tỷ lệ hộ cận nghèo", "Near-poor rate"
#define TN_W_RATES_H_HOUSEHOLDS "Tổng số hộ", "Households"
#define TN_W_RATES_H_CONFIDENCE "Độ tin cậy", "Confidence"
#define TN_W_RATES_H_SOURCE "Nguồn", "Source"
#define TN_W_RATES_H_NOTE "Ghi chú", "Note"
#define TN_W_RATES_FINAL "chính thức", "final"
#define TN_W_RATES_DERIVED "tính ngược", "derived"
#define TN_W_RATES_PRELIMINARY "sơ bộ", "preliminary"
#define TN_W_RATES_MID_YEAR "giữa năm", "mid-year"
#define TN_W_RATES_RESTATED "đếm lại giữa năm theo quy định mới", "restated under changed rules"
#define TN_W_RATES_ONLY "--%s chỉ dùng cùng --rates TỆP", "--%s goes with --rates FILE only"
#define TN_W_RATES_TWICE \
    "area: '%s' với năm, chuẩn nghèo và loại số liệu này đã có ở dòng %ld", \
    "area: '%s' with this year, standard and state is there already, on line %ld"
#define TN_W_RATES_ABOVE \
    "%s: '%ld' nhiều hơn %ld hộ của địa bàn (households)", \
    "%s: '%ld' is more than the area's %ld household" TN_S
#define TN_W_RATES_OPT_FILE \
    "tệp tỷ lệ nghèo đã công bố, thay cho thư mục kế hoạch", \
    "a file of published rates, in place of a plan folder"
#define TN_W_RATES_OPT_AREA \
    "chỉ địa bàn này (dùng được nhiều lần; với --rates)", \
    "this area only (may be given several times; with --rates)"
#define TN_W_RATES_OPT_FROM "từ năm này (với --rates)", "from this year on (with --rates)"
#define TN_W_RATES_ALONE \
    "có --rates thì không đưa thư mục kế hoạch hay --households", \
    "with --rates neither a plan folder nor --households is given"
#define TN_W_RATES_NO_AREA \
    "không có địa bàn '%s' với tỷ lệ của hai năm trở lên", \
    "no area '%s' with rates of two years or more"
#define TN_W_RATES_NONE \
    "không địa bàn nào có tỷ lệ của hai năm trở lên", \
    "no area has rates of two years or more"

#define TN_W_RATES_TITLE "Tỷ lệ nghèo qua các năm: %s", "Poverty rates across years: %s"
#define TN_W_RATES_NOTE_RULE \
    "Chỉ so hai năm liền nhau của cùng một chuẩn nghèo, cả hai đều là số đã chốt; chỗ đổi chuẩn và số sơ bộ, số giữa năm được ghi rõ và không lấy hiệu.", \
    "Two neighbouring years are compared only under one standard and with settled figures; a change of standard and a preliminary or mid-year figure are marked and never differenced."
#define TN_W_RATES_NOTE_DERIVED \
    "Số tính ngược (từ số năm khác và mức giảm đã công bố) được dùng và ghi rõ.", \
    "Derived figures (from another year's and the published change) are used, and marked."
#define TN_W_RATES_NOTE_CENSUS \
    "Rà soát là tổng điều tra nên không có sai số chọn mẫu; thay đổi tính từ tỷ lệ đã làm tròn hai số lẻ nên có thể lệch đến 0,01 điểm.", \
    "A review is a census: there is no sampling error; changes come from rates of two decimals and may be off by 0.01 points."
#define TN_W_RATES_T_STEPS "Từng bước", "Step by step"
#define TN_W_RATES_T_RUNS "Cả giai đoạn, trong cùng một chuẩn", "The whole run under one standard"
#define TN_W_RATES_C_YEARS "Số năm có số", "Years known"
#define TN_W_RATES_C_MARK "Ghi chú", "Remark"
#define TN_W_RATES_M_PLAIN "", ""
#define TN_W_RATES_M_DERIVED "có số tính ngược", "with a derived figure"
#define TN_W_RATES_M_BREAK "đổi chuẩn nghèo: không so", "standard changes: not compared"
#define TN_W_RATES_M_PRELIMINARY "số sơ bộ: không so", "preliminary: not compared"
#define TN_W_RATES_M_RESTATED "đổi quy định rà soát: không so", "rules of counting change: not compared"
#define TN_W_RATES_M_MID_YEAR "số giữa năm: không so", "mid-year: not compared"

#define TN_W_RATES_P_FINDING \
    "%s giảm nhanh nhất: mỗi năm %s", \
    "%s falls fastest: %s a year"
#define TN_W_RATES_P_PLAIN "Tỷ lệ nghèo qua các năm", "Poverty rates across years"
#define TN_W_RATES_P_WHAT_POOR \
    "Tỷ lệ hộ nghèo cuối năm theo địa bàn, %s đến %s", \
    "Share of poor households at the year's end, by area, %s to %s"
#define TN_W_RATES_P_WHAT_NEAR_POOR \
    "Tỷ lệ hộ cận nghèo cuối năm theo địa bàn, %s đến %s", \
    "Share of near-poor households at the year's end, by area, %s to %s"
#define TN_W_RATES_P_SOURCE \
    "Chỗ ngắt: đổi chuẩn nghèo. Vòng rỗng: số sơ bộ hoặc giữa năm, không nối và không so. Nhanh nhất: thay đổi tương đối trong chuẩn mới nhất.", \
    "Gap: the standard changes. Ring: preliminary or mid-year, neither joined nor compared. Fastest: relative change under the latest standard."
/* clang-format on */

#endif
