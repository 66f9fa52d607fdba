/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of deprivation prevalence. */
#ifndef TN_WORDS_PREVALENCE_H
#define TN_WORDS_PREVALENCE_H

/* clang-format off */
#define TN_W_PREVALENCE_SUMMARY \
    "Tỷ lệ hộ thiếu hụt theo từng chỉ số, kèm khoảng tin cậy", \
    "The share of households deprived in each indicator, with intervals"
#define TN_W_PREVALENCE_OPT_INTERVAL \
    "cách tính khoảng tin cậy (mặc định wilson)", \
    "how the interval is made (default wilson)"
#define TN_W_PREVALENCE_OPT_LEVEL \
    "mức tin cậy, từ 0,01 đến 0,9999 (mặc định 0.95)", \
    "confidence level, from 0.01 to 0.9999 (default 0.95)"

#define TN_W_PREVALENCE_TITLE \
    "%s: tỷ lệ hộ thiếu hụt theo từng chỉ số", \
    "%s: share of households deprived in each indicator"
#define TN_W_PREVALENCE_EMPTY \
    "Thư mục kế hoạch không có indicators.csv, nên không có tỷ lệ thiếu hụt theo chỉ số.", \
    "The plan folder has no indicators.csv, hence no prevalence by indicator."
#define TN_W_PREVALENCE_CENSUS \
    "Rà soát đếm mọi hộ chứ không chọn mẫu: khoảng tin cậy nói về nguy cơ thiếu hụt đứng sau số đếm, không phải về sai số chọn mẫu.", \
    "The review is a census, not a sample: the interval is about the underlying risk of deprivation, not about sampling error."
#define TN_W_PREVALENCE_WILSON \
    "Khoảng tin cậy Wilson, mức %s.", \
    "Wilson intervals, level %s."
#define TN_W_PREVALENCE_JEFFREYS \
    "Khoảng Jeffreys (hậu nghiệm với tiên nghiệm Beta(1/2, 1/2)), mức %s.", \
    "Jeffreys intervals (posterior under a Beta(1/2, 1/2) prior), level %s."
#define TN_W_PREVALENCE_CLOPPER_PEARSON \
    "Khoảng tin cậy chính xác Clopper-Pearson, mức %s.", \
    "Exact Clopper-Pearson intervals, level %s."
#define TN_W_PREVALENCE_RECOVERED \
    "Nơi kế hoạch chỉ in tỷ lệ phần trăm, số hộ được suy lại từ các chữ số đã in, làm tròn hoặc cắt bớt.", \
    "Where the plan prints a percentage only, the count is recovered from its digits, rounded or truncated."
#define TN_W_PREVALENCE_UNRECOVERED_1 \
    "Ở 1 dòng, tỷ lệ in ra không ứng với đúng một số hộ; dòng đó ghi rõ lý do.", \
    "In 1 row the printed percentage does not fit exactly one count; the row says why."
#define TN_W_PREVALENCE_UNRECOVERED \
    "Ở %zu dòng, tỷ lệ in ra không ứng với đúng một số hộ; mỗi dòng ghi rõ lý do.", \
    "In %zu row" TN_S " the printed percentage does not fit exactly one count; each row says why."

#define TN_W_PREVALENCE_POOR \
    "Hộ nghèo, rà soát năm %d", \
    "Poor households, review of %d"
#define TN_W_PREVALENCE_NEAR_POOR \
    "Hộ cận nghèo, rà soát năm %d", \
    "Near-poor households, review of %d"
#define TN_W_PREVALENCE_ALL "Chỉ số thiếu hụt", "Deprivation indicators"

#define TN_W_PREVALENCE_C_YEAR "Năm", "Year"
#define TN_W_PREVALENCE_C_STATUS "Loại hộ", "Status"
#define TN_W_PREVALENCE_C_INDICATOR "Chỉ số", "Indicator"
#define TN_W_PREVALENCE_C_HOUSEHOLDS "Tổng số hộ", "Households"
#define TN_W_PREVALENCE_C_DEPRIVED "Hộ thiếu hụt", "Deprived"
#define TN_W_PREVALENCE_C_SHARE "Tỷ lệ", "Prevalence"
#define TN_W_PREVALENCE_C_LOW "Cận dưới", "Low"
#define TN_W_PREVALENCE_C_HIGH "Cận trên", "High"
#define TN_W_PREVALENCE_C_FROM "Cách suy số hộ", "Count from"
#define TN_W_PREVALENCE_C_DEPRIVED_LOW "Hộ thiếu hụt, ít nhất", "Deprived, least"
#define TN_W_PREVALENCE_C_DEPRIVED_HIGH "Hộ thiếu hụt, nhiều nhất", "Deprived, most"
#define TN_W_PREVALENCE_C_INTERVAL "Loại khoảng", "Interval"
#define TN_W_PREVALENCE_C_LEVEL "Mức tin cậy", "Level"

#define TN_W_AREAS_TITLE \
    "Tỷ lệ hộ thiếu hụt ở %zu địa bàn", \
    "Share of households deprived in %zu area" TN_S
#define TN_W_AREAS_POOR "Hộ nghèo: tỷ lệ thiếu hụt theo địa bàn", "Poor households: share deprived, by area"
#define TN_W_AREAS_NEAR_POOR "Hộ cận nghèo: tỷ lệ thiếu hụt theo địa bàn", "Near-poor households: share deprived, by area"
#define TN_W_AREAS_LATEST \
    "Mỗi địa bàn ở năm rà soát mới nhất của mình; số hộ ghi sau tên địa bàn.", \
    "Each area in its own latest review; its households stand behind its name."
#define TN_W_AREAS_HEADING "%s %d (%ld hộ)", "%s %d (%ld household" TN_S ")"
#define TN_W_AREAS_HEADING_UNKNOWN "%s %d", "%s %d"
#define TN_W_AREAS_C_AREA "Địa bàn", "Area"

#define TN_W_PREVALENCE_FROM_COUNT "có sẵn trong tệp", "the file itself"
#define TN_W_PREVALENCE_FROM_ROUNDED "làm tròn", "rounded"
#define TN_W_PREVALENCE_FROM_TRUNCATED "cắt bớt chữ số", "truncated"
#define TN_W_PREVALENCE_FROM_SEVERAL \
    "từ %ld đến %ld hộ đều khớp", \
    "any of %ld to %ld fits"
#define TN_W_PREVALENCE_FROM_NONE \
    "không có số hộ nào khớp", \
    "no count fits"
#define TN_W_PREVALENCE_FROM_NO_BASE \
    "không rõ tổng số hộ", \
    "number of households not known"
/* clang-format on */

#endif
