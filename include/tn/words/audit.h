/* SPDX-License-Identifier: GPL-3.0-or-later */
/* audit.h (words) -- what an audit says of a plan that contradicts itself. */
#ifndef TN_WORDS_AUDIT_H
#define TN_WORDS_AUDIT_H

/* clang-format off */

/* the two statuses inside a sentence */
#define TN_W_AUDIT_POOR       "hộ nghèo", "poor households"
#define TN_W_AUDIT_NEAR_POOR  "hộ cận nghèo", "near-poor households"
#define TN_W_AUDIT_EITHER     "hộ nghèo và hộ cận nghèo", "poor and near-poor households"

/* words by which a goal says that it keeps what is there; looked for in goals.csv */
#define TN_W_AUDIT_KEEP      "duy trì", "keep"
#define TN_W_AUDIT_MAINTAIN  "giữ vững", "maintain"
/* a goal that counts persons, not households */
#define TN_W_AUDIT_PERSONS   "khẩu", "person"

/* sums */
#define TN_W_AUDIT_VILLAGE_SUM \
    "Cộng các thôn được %ld %s, trong khi kế hoạch ghi toàn xã %ld", \
    "The villages have %ld %s in all, while the plan says %ld for the commune"
#define TN_W_AUDIT_QUOTA_SUM \
    "Chỉ tiêu giao cho các thôn cộng lại là %ld %s, trong khi chỉ tiêu toàn xã là %ld", \
    "The villages' quotas add up to %ld %s, while the commune's quota is %ld"
#define TN_W_AUDIT_TOTAL_SUM \
    "Cộng tổng số hộ của các thôn được %ld, trong khi kế hoạch ghi toàn xã có %ld hộ", \
    "The villages have %ld household" TN_S " in all, while the plan says %ld for the commune"
#define TN_W_AUDIT_TOTAL_UNDER \
    "Xã có %ld hộ nghèo và cận nghèo nhưng tổng số hộ chỉ là %ld", \
    "The commune has %ld poor and near-poor household" TN_S ", but only %ld household" TN_S " in all"
#define TN_W_AUDIT_VILLAGE_UNDER \
    "Thôn %s có %ld hộ nghèo và cận nghèo nhưng tổng số hộ chỉ là %ld", \
    "%s has %ld poor and near-poor household" TN_S ", but only %ld household" TN_S " in all"

/* claims */
#define TN_W_AUDIT_CLAIM_COUNT_LEFT \
    "Mục %s ghi cuối năm %d còn %ld %s; lấy số hộ đầu năm trừ chỉ tiêu giảm thì còn %ld", \
    "Section %s says that at the end of %d there are %ld %s; the year's first count less the quota is %ld"
#define TN_W_AUDIT_CLAIM_COUNT \
    "Mục %s ghi năm %d có %ld %s; theo bảng của các thôn là %ld", \
    "Section %s says that in %d there are %ld %s; by the villages' table there are %ld"
#define TN_W_AUDIT_CLAIM_QUOTA \
    "Mục %s ghi năm %d giảm %ld %s; chỉ tiêu trong bảng là %ld", \
    "Section %s says that in %d a number of %ld %s are to leave; the quota in the table is %ld"
#define TN_W_AUDIT_CLAIM_SHARE \
    "Mục %s ghi giảm %s số %s; %ld trên %ld hộ là %s", \
    "Section %s says that %s of the %s are to leave; %ld of %ld is %s"
#define TN_W_AUDIT_CLAIM_RATE \
    "Mục %s ghi năm %d %s chiếm %s tổng số hộ; %ld hộ, với tổng số hộ %s, là %s", \
    "Section %s says that in %d the %s are %s of all households; %ld of %s is %s"
#define TN_W_AUDIT_CLAIM_POINTS \
    "Mục %s ghi năm %d %s giảm %s tổng số hộ; %ld hộ, với tổng số hộ %s, là %s", \
    "Section %s says that in %d the %s are to fall by %s of all households; %ld of %s is %s"
#define TN_W_AUDIT_CLAIM_NO_TOTAL \
    "Mục %s ghi năm %d tỷ lệ của %s là %s; với %ld hộ theo bảng thì không có tổng số hộ nào cho ra tỷ lệ này", \
    "Section %s says that in %d the share of %s is %s; with the table's %ld no number of households gives that"
#define TN_W_AUDIT_CLAIMS_DIFFER \
    "Mục %s ghi %s, còn mục %s ghi %s, cho cùng một con số (%s, năm %d)", \
    "Section %s prints %s and section %s prints %s for the same figure (%s, %d)"
#define TN_W_AUDIT_VILLAGE_QUOTA \
    "Mục %s ghi thôn %s giảm %ld %s; bảng giao chỉ tiêu ghi %ld", \
    "Section %s gives %s a quota of %ld %s; the table of villages has %ld"
#define TN_W_AUDIT_VILLAGE_HOUSEHOLDS \
    "Mục %s ghi thôn %s có %ld %s; bảng của các thôn ghi %ld", \
    "Section %s says that %s has %ld %s; the table of villages has %ld"
#define TN_W_AUDIT_VILLAGE_CLAIM \
    "Mục %s ghi cho thôn %s %ld (%s); bảng của các thôn ghi %ld", \
    "Section %s prints for %s %ld (%s); the table of villages has %ld"
#define TN_W_AUDIT_VILLAGES_DIFFER \
    "Mục %s ghi %s, còn mục %s ghi %s, cho cùng một con số của thôn %s (%s)", \
    "Section %s prints %s and section %s prints %s for the same figure of %s (%s)"

/* the commune's households */
#define TN_W_AUDIT_TOTAL_RANGE \
    "Kế hoạch không ghi tổng số hộ toàn xã; các tỷ lệ in ra khớp nhau nhiều nhất khi tổng số hộ %s", \
    "The plan does not give the number of all households; its rates agree best with %s"
#define TN_W_AUDIT_TOTAL_RATES \
    "Kế hoạch ghi toàn xã có %s hộ, nhưng các tỷ lệ in ra khớp nhau nhiều nhất khi tổng số hộ %s", \
    "The plan says there are %s households in all, but its rates agree best with %s"
#define TN_W_AUDIT_RANGE  "từ %s đến %s", "%s to %s"

/* the list of households */
#define TN_W_AUDIT_HOUSEHOLD_LIST \
    "Thôn %s: danh sách có %ld %s dự kiến thoát, chỉ tiêu là %ld", \
    "%s: the list names %ld %s to leave, the quota is %ld"
#define TN_W_AUDIT_LIST_OVER \
    "Thôn %s: danh sách có %ld %s, nhiều hơn %ld hộ của thôn", \
    "%s: the list names %ld %s, more than the village's %ld"
#define TN_W_AUDIT_HEAD_TWICE \
    "Hộ %s và hộ %s ở thôn %s có cùng một chủ hộ; một hộ chỉ được tính một lần", \
    "Households %s and %s of %s have the same head; a household counts once"
#define TN_W_AUDIT_HEAD_TWICE_APART \
    "Hộ %s và hộ %s ở hai thôn khác nhau có chủ hộ cùng tên; cần kiểm tra có phải một hộ không", \
    "Households %s and %s of two villages have heads of one name; see whether they are one household"
#define TN_W_AUDIT_WORKERS_OVER \
    "Hộ %s có %ld lao động trong khi chỉ có %ld khẩu", \
    "Household %s has %ld workers but only %ld members"
#define TN_W_AUDIT_NO_LABOUR \
    "Hộ %s ghi nguyên nhân là không có (hoặc thiếu) lao động nhưng lại có %ld lao động", \
    "Household %s gives no labour as the cause, yet has %ld able to work"
#define TN_W_AUDIT_JOB_NO_WORKER \
    "Hộ %s không có lao động nhưng giải pháp là việc làm, học nghề hoặc xuất khẩu lao động", \
    "Household %s has nobody able to work, yet is to be helped by a job, training or work abroad"

/* what villages report */
#define TN_W_AUDIT_ABLE_OVER \
    "Thôn %s ghi %ld hộ còn khả năng lao động, nhiều hơn %ld hộ nghèo và cận nghèo của thôn", \
    "%s reports %ld household" TN_S " able to work, more than its %ld poor and near-poor household" TN_S
#define TN_W_AUDIT_ADULT_OVER \
    "Thôn %s ghi %ld hộ có người đủ 15 tuổi, nhiều hơn %ld hộ nghèo và cận nghèo của thôn", \
    "%s reports %ld household" TN_S " with a member of 15 or over, more than its %ld poor and near-poor household" TN_S
#define TN_W_AUDIT_SOCIAL_OVER \
    "Thôn %s ghi %ld hộ bảo trợ xã hội, nhiều hơn %ld hộ nghèo và cận nghèo của thôn", \
    "%s reports %ld household" TN_S " under social protection, more than its %ld poor and near-poor household" TN_S
#define TN_W_AUDIT_ABLE_PLUS_SOCIAL \
    "Thôn %s: %ld hộ bảo trợ xã hội không có khả năng lao động cộng %ld hộ còn khả năng lao động là %ld, nhiều hơn %ld hộ nghèo và cận nghèo của thôn", \
    "%s: %ld household" TN_S " under social protection, unable to work, and %ld able to work make %ld, more than its %ld poor and near-poor household" TN_S
#define TN_W_AUDIT_ABLE_OVER_ADULT \
    "Thôn %s ghi %ld hộ còn khả năng lao động nhưng chỉ %ld hộ có người đủ 15 tuổi", \
    "%s reports %ld household" TN_S " able to work, but only %ld with a member of 15 or over"

/* quotas */
#define TN_W_AUDIT_QUOTA_OVER \
    "Thôn %s: chỉ tiêu giảm %ld %s, nhiều hơn %ld hộ đang có", \
    "%s: a quota of %ld %s, more than the %ld there are"
#define TN_W_AUDIT_COMMUNE_QUOTA_OVER \
    "Chỉ tiêu toàn xã giảm %ld %s, nhiều hơn %ld hộ đang có", \
    "The commune's quota is %ld %s, more than the %ld there are"
#define TN_W_AUDIT_QUOTA_ABLE \
    "Thôn %s được giao %ld hộ thoát nghèo và cận nghèo nhưng chỉ có %ld hộ còn khả năng lao động", \
    "%s is to bring %ld household" TN_S " out, but only %ld have somebody able to work"

/* goals and indicators */
#define TN_W_AUDIT_GOAL_MET \
    "Mục %s đặt mục tiêu %s %s không thiếu hụt “%s”, nhưng kết quả rà soát đã là %s", \
    "Section %s sets the goal that %s of %s be not deprived of “%s”; the review already has %s"
#define TN_W_AUDIT_GOAL_KEEP \
    "Mục %s ghi duy trì %s %s không thiếu hụt “%s”, nhưng kết quả rà soát chỉ là %s", \
    "Section %s says to keep %s of %s not deprived of “%s”; the review has only %s"
#define TN_W_AUDIT_INDICATOR_PERCENT \
    "Năm %d, “%s”: không có số hộ nào trên %ld %s cho ra tỷ lệ %s", \
    "In %d, “%s”: no count of the %ld %s gives %s"
#define TN_W_AUDIT_INDICATOR_COUNT \
    "Năm %d, “%s”: ghi %ld trên %ld %s, tức %s, nhưng tỷ lệ ghi bên cạnh là %s", \
    "In %d, “%s”: %ld of the %ld %s make %s, but the percentage beside them is %s"
#define TN_W_AUDIT_INDICATOR_OVER \
    "Năm %d, “%s”: %ld hộ thiếu hụt, nhiều hơn %ld %s", \
    "In %d, “%s”: %ld deprived, more than the %ld %s"
#define TN_W_AUDIT_STATUS_POOR \
    "Năm %d, hộ nghèo thiếu hụt tổng cộng %s chỉ số; %ld hộ nghèo, mỗi hộ từ 3 chỉ số trở lên, phải có ít nhất %ld", \
    "In %d the poor households have %s deprivations in all; %ld of them, with 3 or more each, must have at least %ld"
#define TN_W_AUDIT_STATUS_NEAR_POOR \
    "Năm %d, hộ cận nghèo thiếu hụt tổng cộng %s chỉ số; %ld hộ cận nghèo, mỗi hộ dưới 3 chỉ số, chỉ có nhiều nhất %ld", \
    "In %d the near-poor households have %s deprivations in all; %ld of them, with fewer than 3 each, can have at most %ld"
#define TN_W_AUDIT_STATUS_HOUSEHOLD_POOR \
    "Hộ %s là hộ nghèo nhưng chỉ thiếu hụt %ld chỉ số (hộ nghèo thiếu hụt từ 3 chỉ số trở lên)", \
    "Household %s is poor but has only %ld deprivations (a poor household has 3 or more)"
#define TN_W_AUDIT_STATUS_HOUSEHOLD_NEAR_POOR \
    "Hộ %s là hộ cận nghèo nhưng thiếu hụt %ld chỉ số (hộ cận nghèo thiếu hụt dưới 3 chỉ số)", \
    "Household %s is near-poor but has %ld deprivations (a near-poor household has fewer than 3)"
#define TN_W_AUDIT_STATUS_EDGE \
    "Năm %d, %ld hộ nghèo thiếu hụt tổng cộng %ld chỉ số, tức đúng 3 chỉ số mỗi hộ: chỉ cần bớt một chỉ số là hộ thành cận nghèo dù thu nhập chưa tăng", \
    "In %d the poor households, %ld of them, have %ld deprivations, exactly 3 each: one fewer makes a household near-poor, with no more income"

/* flows the plan forgets */
#define TN_W_AUDIT_NO_ROOM \
    "Mục %s đặt mục tiêu cuối năm %d còn %ld hộ cận nghèo (%ld trừ %ld), không chừa chỗ cho hộ nghèo thoát nghèo mà thành cận nghèo; kế hoạch có %ld hộ thoát nghèo và thường một phần ba đến ba phần tư số này thành cận nghèo", \
    "Section %s wants at the end of %d only %ld near-poor household" TN_S " (%ld less %ld), which leaves no room for poor households that become near-poor; %ld are to leave poverty, and usually a third to three quarters of them land there"

/* the answer */
#define TN_W_AUDIT_TITLE \
    "%s %d: kế hoạch có chỗ nào mâu thuẫn không?", \
    "%s %d: does the plan contradict itself?"
#define TN_W_AUDIT_TITLE_PLANS \
    "%zu kế hoạch: có chỗ nào mâu thuẫn không?", \
    "%zu plan" TN_S ": do they contradict themselves?"
#define TN_W_T_AUDIT_PLANS "Theo xã", "By commune"
#define TN_W_C_AUDIT_COMMUNE "Xã", "Commune"
#define TN_W_AUDIT_CLEAN \
    "Không thấy mâu thuẫn nào trong các tệp của kế hoạch.", \
    "No contradiction was found in the plan's files."
#define TN_W_AUDIT_SUMMARY \
    "Mâu thuẫn: %zu. Cần xem lại: %zu. Lưu ý: %zu.", \
    "Contradictions: %zu. To be looked at: %zu. Worth knowing: %zu."
#define TN_W_T_AUDIT_ERRORS    "Mâu thuẫn", "Contradictions"
#define TN_W_T_AUDIT_WARNINGS  "Cần xem lại", "To be looked at"
#define TN_W_T_AUDIT_NOTES     "Lưu ý", "Worth knowing"
#define TN_W_T_AUDIT_ALL       "Kết quả kiểm tra", "Findings"
#define TN_W_C_AUDIT_WHERE     "Chỗ", "Where"
#define TN_W_C_AUDIT_MESSAGE   "Nội dung", "What is wrong"
#define TN_W_C_AUDIT_RULE      "Quy tắc", "Rule"
#define TN_W_C_AUDIT_SEVERITY  "Mức", "Severity"
#define TN_W_C_AUDIT_FILE      "Tệp", "File"
#define TN_W_C_AUDIT_LINE      "Dòng", "Line"
#define TN_W_C_AUDIT_SUBJECT   "Về", "About"
#define TN_W_C_AUDIT_EXPECTED  "Phải là", "Expected"
#define TN_W_C_AUDIT_FOUND     "Thấy", "Found"
#define TN_W_C_AUDIT_UP_TO     "đến", "up to"

/* the command */
#define TN_W_AUDIT_COMMAND \
    "Những chỗ kế hoạch tự mâu thuẫn", "Contradictions inside a plan"

/* clang-format on */

#endif
