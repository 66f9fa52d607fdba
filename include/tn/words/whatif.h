/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of scenarios: what would be otherwise. */
#ifndef TN_WORDS_WHATIF_H
#define TN_WORDS_WHATIF_H

/* clang-format off */

/* faults */
#define TN_W_SCENARIO_COLON \
    "--%s cần dạng CHỌN:GIÁ-TRỊ, ví dụ village=Tô,status=poor:p=0.9 hoặc cause=illness:+0.5, nhưng nhận được '%s'", \
    "--%s needs SELECTION:VALUE, such as village=Tô,status=poor:p=0.9 or cause=illness:+0.5, got '%s'"
#define TN_W_SCENARIO_KEY \
    "--%s: không hiểu '%s'; chọn hộ theo household, village, cause, status hoặc planned, mỗi thứ một lần", \
    "--%s: '%s' is not understood; households are picked by household, village, cause, status or planned, each once"
#define TN_W_SCENARIO_VILLAGE \
    "--%s: không có thôn '%s' trong kế hoạch (gần nhất: '%s')", \
    "--%s: the plan has no village '%s' (nearest: '%s')"
#define TN_W_SCENARIO_HOUSEHOLD \
    "--%s: không có hộ '%s' trong danh sách hộ", \
    "--%s: no household '%s' is listed"
#define TN_W_SCENARIO_CHANCE \
    "--%s: p phải là một số từ 0 đến 1, nhưng nhận được '%s'", \
    "--%s: p must be a number from 0 to 1, got '%s'"
#define TN_W_SCENARIO_SHIFT \
    "--%s: cần một số từ -20 đến 20 trên thang logit, như +0.5 hoặc -1, nhưng nhận được '%s'", \
    "--%s: needs a number from -20 to 20 on the logit scale, such as +0.5 or -1, got '%s'"
#define TN_W_SCENARIO_ROW_CHANCE \
    "xác suất phải từ 0 đến 1, nhưng là %.15g", \
    "a chance must lie between 0 and 1, but is %.15g"
#define TN_W_SCENARIO_NOBODY \
    "--%s: '%s' không chọn được hộ nào", \
    "--%s: '%s' picks no household"

/* the answer */
#define TN_W_WHATIF_TITLE "%s %d: nếu làm khác đi thì sao?", "%s %d: what if?"
#define TN_W_WHATIF_FROM_FILE \
    "Kịch bản: %zu thay đổi trong scenario.csv.", "Scenario: %zu changes from scenario.csv."
#define TN_W_WHATIF_FROM_OPTION \
    "Kịch bản: %s (%ld hộ).", "Scenario: %s (%ld household" TN_S ")."
#define TN_W_WHATIF_POOR \
    "Xác suất đạt chỉ tiêu thoát nghèo (%ld hộ): từ %s thành %s.", \
    "Probability of meeting the quota of leaving poverty (%ld household" TN_S "): from %s to %s."
#define TN_W_WHATIF_NEAR_POOR \
    "Xác suất đạt chỉ tiêu thoát cận nghèo (%ld hộ): từ %s thành %s.", \
    "Probability of meeting the quota of leaving near-poverty (%ld household" TN_S "): from %s to %s."
#define TN_W_WHATIF_BOTH \
    "Xác suất đạt cả hai chỉ tiêu: từ %s thành %s.", \
    "Probability of meeting both quotas: from %s to %s."
#define TN_W_WHATIF_SET_NOTE \
    "Xác suất đặt cho hộ là của một năm, một thôn bình thường; tác động của năm và của thôn vẫn cộng thêm vào.", \
    "A chance that is set is that of a year and a village like any other; their effects still act on top of it."
#define TN_W_WHATIF_DIFFERENCE_NOTE \
    "Hai dự báo dùng chung các bộ tham số nên chênh lệch có sai số nhỏ hơn từng xác suất.", \
    "Both forecasts use the same sets of parameters, so their difference is surer than either."

#define TN_W_T_WHATIF_COMMUNE "Toàn xã", "The commune"
#define TN_W_T_WHATIF_VILLAGES_POOR \
    "Các thôn: xác suất đạt chỉ tiêu thoát nghèo", \
    "Villages: probability of meeting the quota of leaving poverty"
#define TN_W_T_WHATIF_VILLAGES_NEAR_POOR \
    "Các thôn: xác suất đạt chỉ tiêu thoát cận nghèo", \
    "Villages: probability of meeting the quota of leaving near-poverty"
#define TN_W_T_WHATIF_CHANGES "Kế hoạch và kịch bản", "The plan and the scenario"
#define TN_W_C_WHATIF_EXITS_PLAN "Dự báo thoát, kế hoạch", "Exits, plan"
#define TN_W_C_WHATIF_EXITS_SCENARIO "Dự báo thoát, kịch bản", "Exits, scenario"
#define TN_W_C_WHATIF_P_PLAN "Xác suất đạt, kế hoạch", "P(met), plan"
#define TN_W_C_WHATIF_P_SCENARIO "Xác suất đạt, kịch bản", "P(met), scenario"
#define TN_W_C_WHATIF_CHANGE "Thay đổi (điểm %)", "Change (points)"
#define TN_W_C_WHATIF_ERROR "Sai số", "Error"
#define TN_W_C_WHATIF_END_PLAN "Còn cuối năm, kế hoạch", "Left, plan"
#define TN_W_C_WHATIF_END_SCENARIO "Còn cuối năm, kịch bản", "Left, scenario"

#define TN_W_T_SENSITIVITY \
    "Kết quả phụ thuộc nhất vào tham số nào", "What the answer hangs on"
#define TN_W_SENSITIVITY_NOTE \
    "Mỗi dòng: một tham số ở mức 5 %% rồi 95 %%, các tham số khác ở mức giữa (khi đó xác suất đạt là %s với hộ nghèo, %s với hộ cận nghèo).", \
    "Each row: one parameter at its 5%% and its 95%% quantile, the others in the middle (where the quotas are met with probability %s for the poor, %s for the near-poor)."
#define TN_W_C_SWING_LOW "Mức 5 %", "At 5%"
#define TN_W_C_SWING_HIGH "Mức 95 %", "At 95%"
#define TN_W_C_SWING_POOR_LOW "Hộ nghèo: đạt, ở 5 %", "Poor met, at 5%"
#define TN_W_C_SWING_POOR_HIGH "Hộ nghèo: đạt, ở 95 %", "Poor met, at 95%"
#define TN_W_C_SWING_NEAR_LOW "Hộ cận nghèo: đạt, ở 5 %", "Near-poor met, at 5%"
#define TN_W_C_SWING_NEAR_HIGH "Hộ cận nghèo: đạt, ở 95 %", "Near-poor met, at 95%"
#define TN_W_PARAMETER_PLANNED "Xác suất thoát của hộ trong kế hoạch", "Chance of planned households"
#define TN_W_PARAMETER_UNPLANNED "Xác suất thoát của hộ ngoài kế hoạch", "Chance of unplanned households"
#define TN_W_PARAMETER_VILLAGE_SD "Khác biệt giữa các thôn", "Spread between villages"
#define TN_W_PARAMETER_YEAR_SD "Năm thuận lợi hay khó khăn", "Good and bad years"
#define TN_W_PARAMETER_TO_NEAR_POOR "Phần thoát nghèo thành cận nghèo", "Share landing among the near-poor"
#define TN_W_PARAMETER_NEAR_TO_POOR "Cận nghèo rơi xuống nghèo", "Near-poor that fall to poor"
#define TN_W_PARAMETER_ENTRY "Tái nghèo, phát sinh mới", "Relapsed and new households"

#define TN_W_T_SUPPORT "Giúp lần lượt những hộ nào", "Whom to support, one after another"
#define TN_W_SUPPORT_SURE \
    "Giả định: hộ được giúp chắc chắn thoát. Mỗi bước chọn hộ làm xác suất đạt chỉ tiêu tăng nhiều nhất.", \
    "Assumed: a supported household surely exits. Each step takes the household that raises the probability most."
#define TN_W_SUPPORT_SHIFT \
    "Giả định: giúp một hộ thì tỷ số cơ hội thoát của hộ nhân với %s. Mỗi bước chọn hộ làm xác suất đạt chỉ tiêu tăng nhiều nhất.", \
    "Assumed: support multiplies a household's odds of exit by %s. Each step takes the household that raises the probability most."
#define TN_W_C_STEP "Bước", "Step"
#define TN_W_C_SUPPORT_WHO "Hộ", "Household"
#define TN_W_SUPPORT_NONE "chưa giúp hộ nào", "nobody yet"
#define TN_W_SUPPORT_ONE "một hộ", "one household"

#define TN_W_WHATIF_NOTHING \
    "không có gì để so sánh: cần scenario.csv trong thư mục, hoặc --set, --shift, --sensitivity hay --support", \
    "nothing to compare: there must be a scenario.csv in the folder, or --set, --shift, --sensitivity or --support"
#define TN_W_WHATIF_SUMMARY \
    "Dự báo theo kịch bản bên cạnh kế hoạch; kết quả phụ thuộc vào đâu; nên giúp ai", \
    "A scenario beside the plan; what the answer hangs on; whom to support"
#define TN_W_OPT_SET \
    "đặt xác suất thoát, ví dụ village=Tô,status=poor:p=0.9 (nhiều lần được)", \
    "set chances of exit, as village=Tô,status=poor:p=0.9 (may be repeated)"
#define TN_W_OPT_SHIFT \
    "cộng vào trên thang logit, ví dụ cause=illness:+0.5 (nhiều lần được)", \
    "add on the logit scale, as cause=illness:+0.5 (may be repeated)"
#define TN_W_OPT_SENSITIVITY \
    "từng tham số ở mức 5 và 95 %", "each parameter at its 5 and 95%"
#define TN_W_OPT_SUPPORT \
    "chọn lần lượt N hộ nên giúp", "pick N households to support, one after another"
#define TN_W_OPT_SUPPORT_STATUS \
    "giúp để đạt chỉ tiêu của hộ nào (mặc định poor)", \
    "whose quota the support is for (default poor)"
#define TN_W_OPT_SUPPORT_SHIFT \
    "giúp thì cộng chừng này trên thang logit (mặc định: chắc chắn thoát)", \
    "what support adds on the logit scale (default: a sure exit)"

/* clang-format on */

#endif
