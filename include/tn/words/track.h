/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of the year's progress. */
#ifndef TN_WORDS_TRACK_H
#define TN_WORDS_TRACK_H

/* clang-format off */
#define TN_W_TRACK_ABOVE \
    "đã báo cáo %ld hộ thoát, nhiều hơn %ld hộ của thôn %s", \
    "%ld exit" TN_S " reported, more than the %ld household" TN_S " of %s"
#define TN_W_TRACK_DOWN \
    "thôn %s báo cáo %ld hộ thoát, ít hơn %ld hộ đã báo cáo trước đó", \
    "%s reports %ld exit" TN_S ", fewer than the %ld reported before"
#define TN_W_TRACK_NONE \
    "không có báo cáo tiến độ nào của năm %d (progress.csv)", \
    "there is no progress report of %d (progress.csv)"
#define TN_W_TRACK_DATE \
    "--as-of cần một ngày của năm %d dạng NĂM-THÁNG-NGÀY, nhưng nhận được '%s'", \
    "--as-of needs a day of %d as YEAR-MONTH-DAY, got '%s'"
#define TN_W_TRACK_CURVE \
    "--curve cần hai số dương A,B, nhưng nhận được '%s'", \
    "--curve needs two positive numbers A,B, got '%s'"
#define TN_W_TRACK_PAST \
    "không khớp được đường báo cáo: --past cần thư mục có progress.csv với ít nhất hai đợt báo cáo", \
    "no reporting curve can be fitted: --past needs folders whose progress.csv has two reports or more"

#define TN_W_TRACK_TITLE \
    "%s %d: nhìn từ ngày %s, cuối năm sẽ ra sao?", "%s %d: the year's end as seen on %s"
#define TN_W_TRACK_SO_FAR \
    "Đến ngày %s đã báo cáo %ld hộ thoát nghèo, %ld hộ thoát cận nghèo; vào ngày này thường đã báo cáo khoảng %s số hộ thoát của cả năm.", \
    "By %s the reports name %ld exit" TN_S " from poverty and %ld from near-poverty; by then about %s of a year's exits are usually reported."
#define TN_W_TRACK_BEFORE_POOR \
    "Đầu năm, xác suất đạt chỉ tiêu thoát nghèo là %s; nay là %s.", \
    "At the start of the year the quota of leaving poverty had probability %s; now it is %s."
#define TN_W_TRACK_BEFORE_NEAR_POOR \
    "Đầu năm, xác suất đạt chỉ tiêu thoát cận nghèo là %s; nay là %s.", \
    "At the start of the year the quota of leaving near-poverty had probability %s; now it is %s."
#define TN_W_TRACK_SILENT \
    "Chưa có báo cáo của %zu thôn (hộ nghèo) và %zu thôn (hộ cận nghèo); các thôn này được dự báo theo tình hình chung.", \
    "Villages without a report: %zu (poor), %zu (near-poor); they are forecast by what the others show."
#define TN_W_TRACK_CURVE_NOTE \
    "Đường báo cáo: phân bố beta (%s; %s).", "Reporting curve: beta distribution (%s, %s)."

#define TN_W_T_TRACK_AHEAD \
    "Các kỳ báo cáo tới: số hộ thoát có thể được báo cáo, tính từ đầu năm", "Coming quarters: exits that the reports may name by then, since January"
#define TN_W_TRACK_AHEAD_NOTE \
    "Nếu mọi thôn đều báo cáo đến ngày đó theo đường báo cáo trên.", \
    "If every village reports up to that day, as the reporting curve says."
#define TN_W_C_TRACK_MAY "Dự báo", "Expected"
#define TN_W_TRACK_YEAR_EFFECT \
    "Theo các báo cáo, so với một năm bình thường, tỷ lệ giữa khả năng thoát và không thoát của mỗi hộ năm nay gấp khoảng %s lần (khoảng 90 %%: %s đến %s).", \
    "By the reports the odds of each household's exit this year are %s times those of a usual year (90%% range: %s to %s)."
#define TN_W_T_TRACK_EFFECTS \
    "Báo cáo cho thấy thôn nào thoát nhanh hơn, thôn nào chậm hơn", "Which villages are ahead and which behind, by the reports"
#define TN_W_TRACK_EFFECTS_NOTE \
    "Số lần: tỷ lệ giữa khả năng thoát và không thoát của một hộ trong thôn so với hộ cùng diện ở một thôn bình thường trong cùng năm; 1 là bình thường. Khoảng rộng nghĩa là báo cáo còn ít.", \
    "Times: the odds of a household's exit there against those of a household of the same class in a usual village, the same year; 1 is usual. A wide range means that little is reported yet."
#define TN_W_C_TRACK_TIMES "Số lần", "Times"

#define TN_W_T_TRACK_DATES_POOR \
    "Hộ nghèo: dự báo cả năm qua từng đợt báo cáo", "Poor: the forecast of the year at each report"
#define TN_W_T_TRACK_DATES_NEAR_POOR \
    "Hộ cận nghèo: dự báo cả năm qua từng đợt báo cáo", "Near-poor: the forecast of the year at each report"
#define TN_W_T_TRACK_VILLAGES_POOR \
    "Các thôn: hộ nghèo đã báo cáo và dự báo cả năm", "Villages: poor households reported and expected"
#define TN_W_T_TRACK_VILLAGES_NEAR_POOR \
    "Các thôn: hộ cận nghèo đã báo cáo và dự báo cả năm", "Villages: near-poor households reported and expected"
#define TN_W_T_TRACK_DATES "Theo ngày báo cáo", "By report"
#define TN_W_C_DATE "Ngày", "Date"
#define TN_W_C_REPORTED "Đã báo cáo", "Reported"
#define TN_W_C_SHARE_REPORTED "Thường đã báo cáo", "Usually reported"
#define TN_W_C_YEAR_EXITS "Dự báo cả năm", "Expected in the year"
#define TN_W_TRACK_START "đầu năm", "start"
#define TN_W_TRACK_DAY "%02d/%02d/%04d", "%02d/%02d/%04d"

#define TN_W_TRACK_SUMMARY \
    "Dự báo cuối năm theo báo cáo tiến độ trong năm", "The year's end given progress reports"
#define TN_W_OPT_AS_OF \
    "chỉ xét báo cáo đến ngày này (mặc định: tất cả)", "look at reports up to this day only (default all)"
#define TN_W_OPT_CURVE \
    "đường báo cáo beta(A, B) (mặc định 2,1)", "reporting curve beta(A, B) (default 2,1)"
#define TN_W_OPT_PAST \
    "khớp đường báo cáo theo progress.csv của thư mục năm trước (nhiều lần được)", \
    "fit the reporting curve to the progress.csv of a past year's folder (may be repeated)"
/* clang-format on */

#endif
