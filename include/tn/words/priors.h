/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of the default model and where it comes from. */
#ifndef TN_WORDS_PRIORS_H
#define TN_WORDS_PRIORS_H

/* clang-format off */
#define TN_W_PRIORS_SUMMARY \
    "Lập mô hình mặc định từ số liệu đã công bố", \
    "Rebuild the default model from published results"
#define TN_W_PRIORS_FLOWS "biến động hộ nghèo, cận nghèo đã công bố", "published flows of poor and near-poor households"
#define TN_W_PRIORS_PLANS "kế hoạch và kết quả đã công bố", "plans and what came of them, as published"
#define TN_W_PRIORS_RATES "số hộ và tỷ lệ nghèo đã công bố", "published households and poverty rates"
#define TN_W_PRIORS_EXITS \
    "%ld hộ nhiều hơn số hộ đầu năm (%ld)", \
    "%ld household" TN_S " are more than there were at the start of the year (%ld)"
#define TN_W_PRIORS_OPT_ELICITED \
    "tệp các nhận định của người lập kế hoạch (planned_odds, planned_share, village_sd)", \
    "the file of judgements (planned_odds, planned_share, village_sd)"
#define TN_W_PRIORS_OPT_WRITE \
    "ghi mô hình mặc định vào tệp này", "write the default model to this file"
#define TN_W_PRIORS_NEEDS_ELICITED \
    "cần --elicited TỆP: các nhận định mà số liệu công bố không cho biết", \
    "--elicited FILE is needed: what published results do not say"
#define TN_W_PRIORS_NO_JUDGEMENT \
    "thiếu dòng %s, %s", "row %s, %s is missing"
#define TN_W_PRIORS_BAD_JUDGEMENT \
    "%s phải có q05, q50, q95 tăng dần và lớn hơn 0 (planned_share: chỉ q50, từ 0 đến 1)", \
    "%s must give q05, q50, q95 that ascend and are above 0 (planned_share: q50 alone, from 0 to 1)"
#define TN_W_PRIORS_NOTHING \
    "không có số liệu công bố nào cho %s", "nothing was published of %s"

#define TN_W_PRIORS_TITLE \
    "Mô hình mặc định: số liệu đã công bố nói gì, phần nào là nhận định?", \
    "The default model: what published results say, and what is judged"
#define TN_W_PRIORS_NOTE \
    "Số liệu đã công bố không cho biết hộ nào nằm trong kế hoạch: chênh lệch giữa hộ trong và ngoài kế hoạch là nhận định.", \
    "Published results do not say which households were planned: how planned and unplanned differ is judged."
#define TN_W_PRIORS_SPREAD \
    "Tỷ lệ thoát nghèo trong năm: độ lệch chuẩn giữa các tỉnh %s, giữa các địa bàn trong tỉnh %s, giữa các năm của một địa bàn %s, gộp lại %s (logit).", \
    "Shares of the poor who leave in a year: sd between provinces %s, between areas of a province %s, between years of an area %s, together %s (logit)."
#define TN_W_PRIORS_ONE_FOLDER \
    "priors cần đúng một thư mục số liệu tham chiếu, nhưng nhận được %zu", \
    "priors needs exactly one folder of reference data, got %zu"
#define TN_W_PRIORS_WRITTEN "Mô hình mặc định đã ghi vào %s.", "The default model is in %s."
#define TN_W_PRIORS_T_SAYS "Số liệu đã công bố", "What was published"
#define TN_W_PRIORS_T_MODEL "Tham số mặc định", "Default parameters"
#define TN_W_PRIORS_C_QUANTITY "Đại lượng", "Quantity"
#define TN_W_PRIORS_C_STATUS "Loại hộ", "Status"
#define TN_W_PRIORS_C_ROWS "Địa bàn - năm", "Area-years"
#define TN_W_PRIORS_C_OF "Số hộ", "Households"
#define TN_W_PRIORS_C_COUNT "Trong đó", "Of them"
#define TN_W_PRIORS_C_LOW "5 %", "5%"
#define TN_W_PRIORS_C_MIDDLE "50 %", "50%"
#define TN_W_PRIORS_C_HIGH "95 %", "95%"
#define TN_W_PRIORS_C_PARAMETER "Tham số", "Parameter"
#define TN_W_PRIORS_C_SOURCE "Nguồn", "Source"
#define TN_W_PRIORS_Q_EXITS "thoát trong một năm (một địa bàn mới)", "leave within a year (a new area)"
#define TN_W_PRIORS_Q_LANDING "hộ thoát nghèo thành cận nghèo", "of those who left, became near-poor"
#define TN_W_PRIORS_Q_TO_POOR "cận nghèo rơi xuống nghèo", "near-poor that fell to poor"
#define TN_W_PRIORS_Q_INFLOW "phát sinh, tái nghèo so với số hộ đầu năm", "new and relapsed, over those at the start"

/* Sources in default.csv. */
#define TN_W_PRIORS_S_CHANCE \
    "kết hợp: tỷ lệ thoát chung %.2f từ %zu địa bàn - năm (reference/transitions.csv), tỷ lệ trong kế hoạch %.2f (%s); tỷ số odds %.3g là nhận định", \
    "fitted and elicited: overall exit share %.2f fitted to %zu area-years (reference/transitions.csv), planned share %.2f (%s); odds planned to unplanned %.3g elicited"
#define TN_W_PRIORS_S_PLANS "%zu kế hoạch, reference/plan_outcome.csv", "%zu plan" TN_S " in reference/plan_outcome.csv"
#define TN_W_PRIORS_S_JUDGED "nhận định", "elicited"
#define TN_W_PRIORS_S_VILLAGE "nhận định: %s", "elicited: %s"
#define TN_W_PRIORS_S_YEAR \
    "ước lượng: mức riêng của xã và của năm gộp lại, từ %zu địa bàn - năm của %zu địa bàn (reference/transitions.csv)", \
    "fitted: the commune's own level and the year together, to %zu area-years of %zu area" TN_S " (reference/transitions.csv)"
#define TN_W_PRIORS_S_LANDING \
    "ước lượng: %ld trong %ld hộ thoát nghèo, %zu địa bàn - năm (reference/transitions.csv)", \
    "fitted: %ld of %ld poverty exits in %zu area-years (reference/transitions.csv)"
#define TN_W_PRIORS_S_TO_POOR \
    "ước lượng: %ld trong %ld hộ cận nghèo, %zu địa bàn - năm (reference/transitions.csv)", \
    "fitted: %ld of %ld near-poor household" TN_S " in %zu area-years (reference/transitions.csv)"
#define TN_W_PRIORS_S_ENTRY \
    "ước lượng: %ld hộ vào so với %ld hộ đầu năm, %zu địa bàn - năm (reference/transitions.csv), ở tỷ lệ của cả nước %.2f %% (%zu năm, reference/area_year.csv)", \
    "fitted: %ld entries to a stock of %ld in %zu area-years (reference/transitions.csv), at the country's rate of %.2f %% (%zu year" TN_S ", reference/area_year.csv)"
/* clang-format on */

#endif
