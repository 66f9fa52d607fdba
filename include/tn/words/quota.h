/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of quotas: what could be asked of whom. */
#ifndef TN_WORDS_QUOTA_H
#define TN_WORDS_QUOTA_H

/* clang-format off */
#define TN_W_QUOTA_TITLE \
    "%s %d: giao chỉ tiêu bao nhiêu thì sát thực tế?", \
    "%s %d: which quotas would be realistic?"
#define TN_W_QUOTA_SENTENCE_POOR \
    "Chỉ tiêu thoát nghèo %ld hộ có xác suất đạt %s; muốn chắc 80 %% thì giao %ld hộ, muốn chắc 90 %% thì giao %ld hộ.", \
    "A quota of %ld household" TN_S " leaving poverty is met with probability %s; to be 80%% sure ask for %ld, to be 90%% sure for %ld."
#define TN_W_QUOTA_SENTENCE_NEAR_POOR \
    "Chỉ tiêu thoát cận nghèo %ld hộ có xác suất đạt %s; muốn chắc 80 %% thì giao %ld hộ, muốn chắc 90 %% thì giao %ld hộ.", \
    "A quota of %ld household" TN_S " leaving near-poverty is met with probability %s; to be 80%% sure ask for %ld, to be 90%% sure for %ld."
#define TN_W_QUOTA_FAIR_POOR \
    "Hộ nghèo: với chỉ tiêu đã giao, thôn ít chắc chắn nhất có xác suất đạt %s; chia công bằng cùng tổng số đó thì là %s.", \
    "Poor households: with the quotas given, the least certain village meets its own with probability %s; shared out fairly, the same total gives %s."
#define TN_W_QUOTA_FAIR_NEAR_POOR \
    "Hộ cận nghèo: với chỉ tiêu đã giao, thôn ít chắc chắn nhất có xác suất đạt %s; chia công bằng cùng tổng số đó thì là %s.", \
    "Near-poor households: with the quotas given, the least certain village meets its own with probability %s; shared out fairly, the same total gives %s."
#define TN_W_QUOTA_FAIR_OTHER \
    "%s: chia công bằng %ld hộ thì thôn ít chắc chắn nhất có xác suất đạt %s (với %ld hộ đã giao là %s).", \
    "%s: of a total of %ld shared out fairly, the least certain village meets its own with probability %s (of the %ld given, with %s)."
#define TN_W_OPT_POOR_TOTAL \
    "chia công bằng số hộ thoát nghèo này thay cho chỉ tiêu toàn xã", \
    "share out so many households leaving poverty, not the commune's quota"
#define TN_W_OPT_NEAR_POOR_TOTAL \
    "chia công bằng số hộ thoát cận nghèo này thay cho chỉ tiêu toàn xã", \
    "share out so many households leaving near-poverty, not the commune's quota"
#define TN_W_QUOTA_TOO_MANY \
    "Số hộ cần chia nhiều hơn số hộ đang có nên bảng chia công bằng chỉ chia đến hết số hộ.", \
    "The total to be shared out is more than the households there are, so the fair shares stop at all of them."
#define TN_W_QUOTA_FAIR_NOTE \
    "Chia công bằng: giữ nguyên tổng số, chia sao cho thôn ít chắc chắn nhất có xác suất đạt cao nhất có thể.", \
    "Fair: the same total, shared out so that the least certain village is as certain as can be."
#define TN_W_QUOTA_LEVERAGE_NOTE \
    "Nếu giúp một hộ chắc chắn thoát thì xác suất toàn xã đạt chỉ tiêu tăng thêm chừng đó điểm phần trăm; hộ cùng thôn, cùng diện có cùng giá trị.", \
    "By so many percentage points the commune's probability rises if one household's exit is made sure; households alike in village and plan have the same value."

#define TN_W_T_QUOTA_REALISTIC "Chỉ tiêu toàn xã", "The commune's quota"
#define TN_W_T_QUOTA_PRICE \
    "Muốn chắc bao nhiêu thì giao được bao nhiêu", "The price of certainty"
#define TN_W_T_QUOTA_VILLAGES_POOR \
    "Các thôn: chỉ tiêu thoát nghèo đã giao và chia công bằng", \
    "Villages: quotas for leaving poverty, as given and shared out fairly"
#define TN_W_T_QUOTA_VILLAGES_NEAR_POOR \
    "Các thôn: chỉ tiêu thoát cận nghèo đã giao và chia công bằng", \
    "Villages: quotas for leaving near-poverty, as given and shared out fairly"
#define TN_W_T_QUOTA_LEVERAGE \
    "Giúp hộ nào thì toàn xã dễ đạt chỉ tiêu hơn", "Whose support moves the commune most"
#define TN_W_T_QUOTA_CURVE "Xác suất đạt theo chỉ tiêu", "Probability by quota"

#define TN_W_C_GIVEN "Đã giao", "As given"
#define TN_W_C_P_GIVEN "Xác suất đạt", "P(met)"
#define TN_W_C_FAIR "Chia công bằng", "Fair share"
#define TN_W_C_P_FAIR "Xác suất đạt", "P(met)"
#define TN_W_C_CERTAINTY "Độ chắc", "Certainty"
#define TN_W_C_GAIN "Đòn bẩy", "Leverage"
#define TN_W_C_SURE "Tăng nếu chắc chắn thoát", "Gain if made sure"
#define TN_W_C_CLASS "Diện", "Class"
#define TN_W_CLASS_PLANNED "trong kế hoạch", "planned"
#define TN_W_CLASS_UNPLANNED "ngoài kế hoạch", "unplanned"
#define TN_W_C_WHO "Hộ", "Household"
#define TN_W_WHO_EACH "mỗi hộ trong %ld hộ", "each of %ld"

#define TN_W_QUOTA_SUMMARY \
    "Chỉ tiêu sát thực tế, cách chia công bằng cho các thôn, hộ nên giúp trước", \
    "Realistic quotas, a fair share for each village, households to support first"
#define TN_W_OPT_TOP \
    "số dòng của bảng hộ nên giúp trước (mặc định 12)", \
    "rows of the table of households to support first (default 12)"
/* clang-format on */

#endif
