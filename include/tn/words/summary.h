/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of the summary of a plan. */
#ifndef TN_WORDS_SUMMARY_H
#define TN_WORDS_SUMMARY_H

/* clang-format off */
#define TN_W_REPORT_SUMMARY \
    "Việc chính: trang báo cáo, biểu đồ và bảng số liệu của một kế hoạch, hoặc của nhiều xã trên một trang", \
    "The main job: page, charts and tables of one plan, or several communes on one page"
#define TN_W_PLOT_SUMMARY \
    "Vẽ riêng các biểu đồ, tất cả hoặc theo tên", \
    "Charts alone, all of them or by name"
#define TN_W_OPT_CHART \
    "chỉ vẽ biểu đồ này (có thể nêu nhiều lần): prevalence, exits-poor, exits-near-poor, villages-poor, villages-near-poor, end-rates, goals, trends, sensitivity-poor, sensitivity-near-poor, fair-poor, fair-near-poor, certainty-poor, certainty-near-poor, heat-village, contributions, robustness, change-poor", \
    "draw only this chart (may be repeated): prevalence, exits-poor, exits-near-poor, villages-poor, villages-near-poor, end-rates, goals, trends, sensitivity-poor, sensitivity-near-poor, fair-poor, fair-near-poor, certainty-poor, certainty-near-poor, heat-village, contributions, robustness, change-poor"
#define TN_W_OPT_PDF \
    "in cả trang báo cáo ra report.pdf bằng Chromium hoặc Chrome, nếu máy có", \
    "also print the page to report.pdf with Chromium or Chrome, where one is installed"
#define TN_W_NO_CHART \
    "không có biểu đồ '%s'; các biểu đồ: %s", \
    "there is no chart '%s'; the charts are: %s"
#define TN_W_CHART_NO_DATA \
    "kế hoạch không có số liệu cho biểu đồ '%s'", \
    "the plan has no numbers for the chart '%s'"
#define TN_W_REPORT_DONE \
    "Đã ghi %zu tệp vào %s; mở trang:", \
    "%zu file" TN_S " written to %s; open the page:"
#define TN_W_PLOT_DONE \
    "Đã ghi %zu tệp vào %s", \
    "%zu file" TN_S " written to %s"
#define TN_W_REPORT_TABLES_ONLY \
    "Các bảng, bản tóm tắt và trang báo cáo đã ghi vào %s; biểu đồ thì chưa", \
    "The tables, the summary and the page are in %s; the charts are missing"

#define TN_W_S_TITLE \
    "%s, kế hoạch giảm nghèo %d: có đạt được không?", \
    "%s, poverty reduction plan %d: can it be met?"
#define TN_W_S_ANSWER "Trả lời ngắn", "The short answer"
#define TN_W_S_LIKELY "Có thể đạt", "What is likely"
#define TN_W_S_AT_RISK "Có nguy cơ không đạt", "What is at risk"
#define TN_W_S_WHY "Vì sao", "Why"
#define TN_W_S_CHARTS "Biểu đồ", "Charts"
#define TN_W_S_TABLES "Bảng số liệu", "Tables"
#define TN_W_S_SOURCES "Nguồn", "Sources"
#define TN_W_S_NOTHING_LIKELY \
    "Không có chỉ tiêu nào đạt từ mức 'nhiều khả năng' (60 %) trở lên.", \
    "No quota reaches 'likely' (60%)."
#define TN_W_S_NOTHING_AT_RISK \
    "Mọi chỉ tiêu đều đạt mức 'nhiều khả năng' (60 %) trở lên.", \
    "Every quota is at least 'likely' (60%)."
#define TN_W_S_QUOTA_POOR \
    "Giảm %ld hộ nghèo: %s (xác suất %s).", \
    "%ld household" TN_S " leaving poverty: %s (probability %s)."
#define TN_W_S_QUOTA_NEAR_POOR \
    "Giảm %ld hộ cận nghèo: %s (xác suất %s).", \
    "%ld household" TN_S " leaving near-poverty: %s (probability %s)."
#define TN_W_S_NET_POOR \
    "Cuối năm bớt được %ld hộ nghèo so với đầu năm, tính cả hộ tái nghèo và phát sinh: %s (xác suất %s).", \
    "%ld fewer poor households at the year's end, relapsed and new ones counted: %s (probability %s)."
#define TN_W_S_NET_NEAR_POOR \
    "Cuối năm bớt được %ld hộ cận nghèo so với đầu năm, tính cả hộ thoát nghèo trở thành cận nghèo: %s (xác suất %s).", \
    "%ld fewer near-poor households at the year's end, those that left poverty for near-poverty counted: %s (probability %s)."
#define TN_W_S_RATE_POOR \
    "Tỷ lệ hộ nghèo cuối năm không quá %s %% (mục %s): %s (xác suất %s).", \
    "A poverty rate of %s%% or less at the year's end (section %s): %s (probability %s)."
#define TN_W_S_RATE_NEAR_POOR \
    "Tỷ lệ hộ cận nghèo cuối năm không quá %s %% (mục %s): %s (xác suất %s).", \
    "A near-poverty rate of %s%% or less at the year's end (section %s): %s (probability %s)."
#define TN_W_S_VILLAGE_POOR \
    "Thôn %s, %ld hộ thoát nghèo trên %ld hộ: %s (xác suất %s).", \
    "%s, %ld of %ld household" TN_S " leaving poverty: %s (probability %s)."
#define TN_W_S_VILLAGE_NEAR_POOR \
    "Thôn %s, %ld hộ thoát cận nghèo trên %ld hộ: %s (xác suất %s).", \
    "%s, %ld of %ld household" TN_S " leaving near-poverty: %s (probability %s)."
#define TN_W_S_WHY_SHORT_POOR \
    "Mô hình dự báo %s hộ thoát nghèo, thiếu %s hộ so với chỉ tiêu %ld.", \
    "The model expects %s households to leave poverty, %s short of the quota of %ld."
#define TN_W_S_WHY_OVER_POOR \
    "Mô hình dự báo %s hộ thoát nghèo, hơn chỉ tiêu %s hộ; kết quả từng năm dao động rộng, từ %ld đến %ld hộ.", \
    "The model expects %s households to leave poverty, %s above the quota; years vary widely, from %ld to %ld household" TN_S "."
#define TN_W_S_WHY_SHORT_NEAR_POOR \
    "Mô hình dự báo %s hộ thoát cận nghèo, thiếu %s hộ so với chỉ tiêu %ld.", \
    "The model expects %s households to leave near-poverty, %s short of the quota of %ld."
#define TN_W_S_WHY_OVER_NEAR_POOR \
    "Mô hình dự báo %s hộ thoát cận nghèo, hơn chỉ tiêu %s hộ; kết quả từng năm dao động rộng, từ %ld đến %ld hộ.", \
    "The model expects %s households to leave near-poverty, %s above the quota; years vary widely, from %ld to %ld household" TN_S "."
#define TN_W_S_WHY_LANDING \
    "Khoảng %s trong %s hộ thoát nghèo chỉ lên mức cận nghèo, nên làm tăng số hộ cận nghèo; kế hoạch thường quên dòng này.", \
    "About %s of the %s households that leave poverty only reach near-poverty and add to the near-poor; plans often forget this flow."
#define TN_W_S_WHY_ENTRY \
    "Trong năm sẽ có khoảng %s hộ nghèo và %s hộ cận nghèo quay lại hoặc mới phát sinh.", \
    "During the year about %s poor and %s near-poor households relapse or are new."
#define TN_W_S_WHY_HANGS_POOR \
    "Thôn %s gánh phần lớn nhất của chỉ tiêu hộ nghèo: %ld trong %ld hộ.", \
    "%s carries the largest part of the poor quota: %ld of %ld household" TN_S "."
#define TN_W_S_WHY_HANGS_NEAR_POOR \
    "Thôn %s gánh phần lớn nhất của chỉ tiêu hộ cận nghèo: %ld trong %ld hộ.", \
    "%s carries the largest part of the near-poor quota: %ld of %ld household" TN_S "."
#define TN_W_S_DEPRIVED \
    "Thiếu hụt lớn nhất của hộ nghèo: %s (%s) và %s (%s).", \
    "The poor households' largest deprivations: %s (%s) and %s (%s)."
/* clang-format on */

#endif
