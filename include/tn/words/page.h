/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of the report's page, spreadsheet and document. */
#ifndef TN_WORDS_PAGE_H
#define TN_WORDS_PAGE_H

/* clang-format off */

/* ---- tables ---- */
#define TN_W_PT_FLOWS_POOR \
    "Diễn biến hộ nghèo trong năm (số hộ dự báo)", \
    "Changes of poor households in the year (households expected)"
#define TN_W_PT_FLOWS_NEAR_POOR \
    "Diễn biến hộ cận nghèo trong năm (số hộ dự báo)", \
    "Changes of near-poor households in the year (households expected)"
#define TN_W_PT_FLOWS_NOTE \
    "Bố cục theo biểu báo cáo kết quả rà soát của Bộ. Giảm khác và tăng khác (qua đời, chuyển đi, chuyển đến, tách hộ) không dự báo nên coi như bằng 0.", \
    "Laid out as the ministry's review tables. Other decreases and increases (deaths, moves, splits of households) are not forecast and count as 0."
#define TN_W_PT_AREA "Thôn", "Village"
#define TN_W_PT_START "Đầu năm", "Start"
#define TN_W_PT_DOWN "Giảm trong năm", "Decrease"
#define TN_W_PT_UP "Tăng trong năm", "Increase"
#define TN_W_PT_SUM "Tổng", "Total"
#define TN_W_PT_TO_NEAR "Thành hộ cận nghèo", "To near-poor"
#define TN_W_PT_ABOVE "Vượt chuẩn cận nghèo", "Above the line"
#define TN_W_PT_TO_POOR "Rơi xuống hộ nghèo", "To poor"
#define TN_W_PT_FROM_NEAR "Từ hộ cận nghèo", "From near-poor"
#define TN_W_PT_FROM_POOR "Từ hộ nghèo lên", "From poor"
#define TN_W_PT_ENTRY "Tái nghèo, phát sinh", "Relapsed, new"
#define TN_W_PT_ENTRY_NEAR "Tái cận nghèo, phát sinh", "Relapsed, new"
#define TN_W_PT_END "Cuối năm", "End"

#define TN_W_PT_QUOTAS_POOR \
    "Thoát nghèo theo thôn: chỉ tiêu, dự báo, mức nên giao", \
    "Leaving poverty by village: quota, forecast, what to ask"
#define TN_W_PT_QUOTAS_NEAR_POOR \
    "Thoát cận nghèo theo thôn: chỉ tiêu, dự báo, mức nên giao", \
    "Leaving near-poverty by village: quota, forecast, what to ask"
#define TN_W_PT_QUOTAS_NOTE \
    "Vừa sức: số lớn nhất mà thôn đạt được với độ chắc 80 %. Chia lại: vẫn tổng ấy, chia sao cho thôn khó đạt nhất bớt khó. Dấu -: thôn không được giao.", \
    "Realistic: the most that the village meets with 80% certainty. Fair: the same total, shared out so that the least certain village is as certain as can be. A dash: no quota."
#define TN_W_PT_HOUSEHOLDS "Số hộ", "Households"
#define TN_W_PT_GIVEN "Giao", "Given"
#define TN_W_PT_EXPECTED "Dự báo", "Expected"
#define TN_W_PT_LOW "Thấp", "Low"
#define TN_W_PT_HIGH "Cao", "High"
#define TN_W_PT_FORECAST "Số hộ thoát", "Exits"
#define TN_W_PT_QUOTA "Chỉ tiêu", "Quota"
#define TN_W_PT_P "Xác suất đạt", "Chance"
#define TN_W_PT_REALISTIC "Vừa sức", "Realistic"
#define TN_W_PT_FAIR "Chia lại", "Fair"
#define TN_W_PT_P_FAIR "Xác suất nếu chia lại", "Chance if fair"

#define TN_W_PT_SUPPORT \
    "Giúp hộ nào thì xã dễ đạt chỉ tiêu hơn", \
    "Whose support moves the commune most"
#define TN_W_PT_SUPPORT_NOTE \
    "Cột cuối: xác suất toàn xã đạt chỉ tiêu tăng thêm bấy nhiêu điểm phần trăm nếu chắc chắn đưa được một hộ như vậy thoát ra. Hộ ghi bằng mã, không ghi tên.", \
    "Last column: by so many percentage points the commune's chance rises if one such household's exit is made sure. Households are shown by code, not by name."
#define TN_W_PT_GROUPS \
    "Giúp một hộ thuộc diện nào thì xã dễ đạt chỉ tiêu hơn", \
    "What one more household supported adds, by kind of household"
#define TN_W_PT_GROUPS_NOTE \
    "Nếu chắc chắn đưa được một hộ như vậy thoát ra, xác suất toàn xã đạt chỉ tiêu của loại hộ ấy tăng bấy nhiêu điểm phần trăm; ít và nhiều: tùy thôn.", \
    "By so many percentage points the commune's chance of meeting that status's quota rises if one such household's exit is made sure; least and most: by village."
#define TN_W_PT_LEAST "Ít nhất", "Least"
#define TN_W_PT_MOST "Nhiều nhất", "Most"
#define TN_W_PT_ONE "1 hộ", "1 household"
#define TN_W_PT_WHO "Hộ", "Household"
#define TN_W_PT_EXIT_CHANCE "Xác suất thoát", "Chance of exit"
#define TN_W_PT_GAIN "Xã tăng thêm", "Commune gains"

#define TN_W_PT_GOALS "Mục tiêu dịch vụ của kế hoạch so với kết quả rà soát", "The plan's service goals against the review"
#define TN_W_PT_GOALS_NOTE \
    "Tỷ lệ hộ không thiếu hụt. Còn thiếu: số hộ phải hết thiếu hụt thì mới đạt mục tiêu.", \
    "Share of households not deprived. Missing: households that must cease to be deprived for the goal to be met."
#define TN_W_PT_SECTION "Mục", "Section"
#define TN_W_PT_STATUS "Đối tượng", "Whom"
#define TN_W_PT_INDICATOR "Chỉ số", "Indicator"
#define TN_W_PT_GOAL "Mục tiêu", "Goal"
#define TN_W_PT_NOW "Rà soát", "Review"
#define TN_W_PT_MISSING "Còn thiếu (hộ)", "Missing (households)"
#define TN_W_PT_VERDICT "Nhận xét", "Verdict"
#define TN_W_PT_GOAL_MET "đã đạt từ đầu năm", "met from the start"
#define TN_W_PT_GOAL_OPEN "còn phải làm", "to be done"
#define TN_W_PT_GOAL_UNKNOWN "không có số liệu để so", "no figures to compare"
#define TN_W_PT_ALL "Mọi hộ", "All"

#define TN_W_PT_TRENDS \
    "Tỷ lệ hộ thiếu hụt: từ năm %d đến năm %d, và năm sau", \
    "Share of households deprived: from %d to %d, and the year after"
#define TN_W_PT_TRENDS_NOTE \
    "Thay đổi tính bằng điểm phần trăm, với khoảng tin cậy; khoảng không chứa số 0 thì thay đổi là rõ. Năm sau: dự báo theo xu hướng với khoảng 90 %, khi có từ ba kỳ rà soát trở lên.", \
    "Changes in percentage points, with their intervals; a change is clear where the interval leaves out 0. Next year: forecast along the trend with its 90% range, from three reviews on."
#define TN_W_PT_DEPRIVED "Tỷ lệ thiếu hụt", "Share deprived"
#define TN_W_PT_MOVED "Thay đổi", "Change"
#define TN_W_PT_NEXT "Dự báo năm sau", "Next year"
#define TN_W_PT_FIRST "Năm đầu", "First"
#define TN_W_PT_LAST "Năm cuối", "Last"
#define TN_W_PT_CHANGE "Tăng, giảm", "Difference"

#define TN_W_PT_ASSUMPTIONS "Giả định của mô hình", "Assumptions of the model"
#define TN_W_PT_ASSUMPTIONS_NOTE \
    "Giá trị giữa và khoảng 90 % của từng giả định. Xã có số liệu riêng thì ghi vào model.csv hoặc history.csv để thay.", \
    "Middle value and 90% range of each assumption. A commune with figures of its own puts them into model.csv or history.csv."
#define TN_W_PT_ASSUMPTION "Giả định", "Assumption"
#define TN_W_PT_MIDDLE "Giữa", "Middle"
#define TN_W_PT_UNIT "Đơn vị", "Unit"
#define TN_W_PT_UNIT_SHARE "%", "%"
#define TN_W_PT_UNIT_LOGIT "logit", "logit"
#define TN_W_PT_UNIT_RATE "hộ trên 1.000 hộ không nghèo", "per 1,000 nonpoor"
#define TN_W_PT_UNPLANNED_POOR \
    "Hộ nghèo ngoài kế hoạch thoát nghèo", \
    "A poor household outside the plan leaves poverty"
#define TN_W_PT_PLANNED_POOR \
    "Hộ nghèo trong kế hoạch thoát nghèo", \
    "A poor household in the plan leaves poverty"
#define TN_W_PT_UNPLANNED_NEAR \
    "Hộ cận nghèo ngoài kế hoạch thoát cận nghèo", \
    "A near-poor household outside the plan leaves near-poverty"
#define TN_W_PT_PLANNED_NEAR \
    "Hộ cận nghèo trong kế hoạch thoát cận nghèo", \
    "A near-poor household in the plan leaves near-poverty"
#define TN_W_PT_VILLAGE_SD "Các thôn khác nhau (độ lệch chuẩn)", "Villages differ (standard deviation)"
#define TN_W_PT_YEAR_SD "Năm thuận lợi hay khó khăn (độ lệch chuẩn)", "Good and bad years (standard deviation)"
#define TN_W_PT_TO_NEAR_POOR \
    "Hộ thoát nghèo chỉ lên mức cận nghèo", \
    "A household that leaves poverty only reaches near-poverty"
#define TN_W_PT_NEAR_TO_POOR \
    "Hộ cận nghèo rơi xuống nghèo trong năm", \
    "A near-poor household falls to poor"
#define TN_W_PT_ENTRY_POOR "Hộ tái nghèo, nghèo mới", "Relapsed and new poor households"
#define TN_W_PT_ENTRY_NEAR_POOR "Hộ tái cận nghèo, cận nghèo mới", "Relapsed and new near-poor households"
#define TN_W_PT_FINDINGS "Kế hoạch tự mâu thuẫn ở đâu", "Where the plan contradicts itself"
#define TN_W_PT_WHERE "Tệp, dòng", "File, line"
#define TN_W_PT_SEVERITY "Mức", "Level"
#define TN_W_PT_FINDING "Nội dung", "Finding"
#define TN_W_PT_ERROR "Mâu thuẫn", "Contradiction"
#define TN_W_PT_WARNING "Cần xem lại", "To be looked at"
#define TN_W_PT_NOTE "Lưu ý", "Note"
#define TN_W_PT_COMMUNE "Toàn xã", "Commune"

/* ---- the page ---- */
#define TN_W_P_TITLE \
    "%s: khả năng hoàn thành chỉ tiêu giảm nghèo năm %d", \
    "%s: can the poverty-reduction quotas of %d be met?"
#define TN_W_P_PLACE "Xã %s", "%s commune"
#define TN_W_P_PLACE_DISTRICT "Xã %s, huyện %s, tỉnh %s", "%s commune, %s district, %s province"
#define TN_W_P_KIND \
    "Tài liệu phục vụ họp Ban Chỉ đạo các Chương trình mục tiêu quốc gia", \
    "Paper for the steering committee of the national target programmes"
#define TN_W_P_HEADLINE_BOTH \
    "Năm %d: %ld hộ thoát nghèo – %s; %ld hộ thoát cận nghèo – %s", \
    "%d: %ld household" TN_S " leaving poverty – %s; %ld leaving near-poverty – %s"
#define TN_W_P_HEADLINE_POOR \
    "Năm %d: đạt chỉ tiêu %ld hộ thoát nghèo – %s", \
    "%d: meeting the quota of %ld household" TN_S " leaving poverty – %s"
#define TN_W_P_HEADLINE_NEAR_POOR \
    "Năm %d: đạt chỉ tiêu %ld hộ thoát cận nghèo – %s", \
    "%d: meeting the quota of %ld household" TN_S " leaving near-poverty – %s"
#define TN_W_P_HEADLINE_NONE \
    "Năm %d: kế hoạch không giao chỉ tiêu nào", \
    "%d: the plan has no quota"
#define TN_W_P_CARD_POOR "Đạt %ld hộ thoát nghèo", "%ld household" TN_S " leaving poverty"
#define TN_W_P_CARD_NEAR_POOR "Đạt %ld hộ thoát cận nghèo", "%ld household" TN_S " leaving near-poverty"
#define TN_W_P_CARD_EXPECT \
    "dự báo %s hộ, khoảng 90 %%: %ld–%ld, trong %ld hộ", \
    "%s expected, 90%% range %ld to %ld, of %ld household" TN_S
#define TN_W_P_CARD_BOTH "Đạt cả hai chỉ tiêu", "Both quotas met"
#define TN_W_P_CARD_BOTH_NOTE "cùng một năm thuận lợi hay khó khăn tác động lên cả hai", "one good or bad year moves both"
#define TN_W_P_CARD_ASK "Mức giao chắc đạt 80 %", "What is 80% sure"
#define TN_W_P_CARD_ASK_VALUE "%ld và %ld hộ", "%ld and %ld"
#define TN_W_P_CARD_ASK_NOTE "thoát nghèo và thoát cận nghèo", "leaving poverty and near-poverty"
#define TN_W_P_RISK \
    "Đáng lo nhất: %s", \
    "Most at risk: %s"
#define TN_W_P_SCALE "Cách gọi xác suất trong báo cáo này", "Words for probabilities in this report"
#define TN_W_P_SCALE_FROM "từ %s", "from %s"
#define TN_W_P_SCALE_BELOW "dưới %s", "below %s"
#define TN_W_P_CONTENTS "Mục lục", "Contents"
#define TN_W_P_WHY "Vì sao", "Why"
#define TN_W_P_H_ANSWER "Trả lời", "The answer"
#define TN_W_P_H_END "Cuối năm còn bao nhiêu", "Where the year ends"
#define TN_W_P_H_VILLAGES "Từng thôn", "Village by village"
#define TN_W_P_H_SUPPORT "Nên giúp hộ nào trước", "Whom to support first"
#define TN_W_P_H_DEPRIVATION "Thiếu hụt và mục tiêu dịch vụ", "Deprivation and service goals"
#define TN_W_P_H_TRENDS "Diễn biến qua các năm", "Over the years"
#define TN_W_P_H_AUDIT "Chỗ cần sửa trong kế hoạch", "What to mend in the plan"
#define TN_W_P_H_ASSUMPTIONS "Giả định và độ nhạy", "Assumptions and sensitivity"
#define TN_W_P_H_METHOD "Cách tính", "Method"
#define TN_W_P_H_SOURCES "Nguồn số liệu", "Sources"
#define TN_W_P_AUDIT_CLEAN \
    "Không thấy chỗ nào kế hoạch tự mâu thuẫn.", \
    "Nothing in the plan contradicts itself."
#define TN_W_P_AUDIT_COUNT \
    "Mâu thuẫn: %zu. Cần xem lại: %zu. Lưu ý: %zu. Số liệu trong báo cáo này lấy theo bảng giao chỉ tiêu của kế hoạch.", \
    "Contradictions: %zu. To be looked at: %zu. Notes: %zu. This report takes the plan's table of quotas as it stands."
#define TN_W_P_NO_CHARTS \
    "Chưa vẽ được biểu đồ vì máy không có gnuplot; các bảng vẫn đủ số liệu.", \
    "There are no charts, since gnuplot is not installed here; the tables have all the figures."
#define TN_W_P_INTERVALS \
    "Hai con số “thấp” và “cao” là khoảng 90 %: kết quả thực tế thấp hơn “thấp” hoặc cao hơn “cao” đều chỉ khoảng 1 lần trong 20.", \
    "“Low” and “high” bound the 90% range: about once in 20 the outcome lies below the one, once in 20 above the other."
#define TN_W_P_METHOD_1 \
    "Mỗi hộ có một xác suất thoát trong năm, tùy là hộ nghèo hay cận nghèo và có nằm trong kế hoạch hay không. Trên thang logit, xác suất ấy cộng thêm tác động chung của năm và tác động riêng của thôn.", \
    "Each household has a chance of leaving within the year that depends on its status and on whether the plan names it. On the logit scale an effect of the year, shared by all, and an effect of the village are added."
#define TN_W_P_METHOD_2 \
    "Khi đã biết hai tác động đó, các hộ độc lập với nhau và số hộ thoát theo phân bố Poisson nhị thức. Phân bố này được tính chính xác, không mô phỏng, rồi lấy trung bình theo tác động của thôn và của năm bằng phép cầu phương đến khi xác suất đạt chỉ tiêu không đổi quá một phần mười tỷ.", \
    "Given these effects households are independent and the number that leave is Poisson-binomial. That law is computed exactly, without simulation, and averaged over village and year by quadrature until the chance of meeting a quota moves by less than one in ten thousand million."
#define TN_W_P_METHOD_3 \
    "Các giả định chưa biết chắc được lấy trung bình trên %s bộ giá trị (tựa Monte Carlo Sobol, dịch ngẫu nhiên); sai số chuẩn của xác suất đạt chỉ tiêu không quá %s.", \
    "Assumptions that are not known exactly are averaged over %s sets of values (Sobol points, randomly shifted); the standard error of the chances of meeting a quota is at most %s."
#define TN_W_P_METHOD_3_EXACT \
    "Mọi giả định được lấy ở giá trị giữa, nên khoảng dự báo hẹp hơn thực tế.", \
    "Every assumption is taken at its middle value, so the ranges are narrower than they should be."
#define TN_W_P_METHOD_4 \
    "Hộ thoát nghèo có thể chỉ lên mức cận nghèo, hộ cận nghèo có thể rơi xuống nghèo, hộ tái nghèo và phát sinh đến theo phân bố Poisson. Vì vậy chỉ tiêu được đọc theo ba cách: số hộ thoát, số giảm thuần so với đầu năm và tỷ lệ cuối năm; bảng nêu xác suất của cả ba.", \
    "A household that leaves poverty may only reach near-poverty, a near-poor one may fall to poor, relapsed and new ones come as a Poisson number. A quota is therefore read in three ways: exits, the net fall since the start, and the rate at the year's end; the tables give the chance of each."
#define TN_W_P_METHOD_5 \
    "Mức giao chắc đạt 80 % là số lớn nhất có xác suất đạt từ 80 % trở lên. Chia công bằng giữ nguyên tổng và làm cho thôn khó đạt nhất có xác suất cao nhất có thể. Mức tăng khi giúp một hộ là đạo hàm chính xác của xác suất đạt chỉ tiêu toàn xã.", \
    "What is 80% sure is the largest quota met with a chance of 80% or more. The fair shares keep the total and make the least certain village as certain as can be. What one household's support adds is computed exactly from the law of all the others."
#define TN_W_P_METHOD_LIMIT_DEFAULT \
    "Giới hạn: xã chưa có số liệu nhiều năm trong thư mục kế hoạch nên các giả định lấy theo mặc định của chương trình, suy từ báo cáo của các tỉnh, huyện khác; khoảng dự báo vì thế rộng. Rà soát là đếm toàn bộ nên không có sai số chọn mẫu, nhưng sai sót khi ghi chép vẫn có thể có.", \
    "Limits: the plan folder has no history of the commune, so the assumptions are the program's defaults, drawn from reports of other provinces and districts; hence the wide ranges. The review counts every household, so there is no sampling error, but there may be errors of recording."
#define TN_W_P_METHOD_LIMIT_OWN \
    "Giới hạn: các giả định lấy từ model.csv của xã. Rà soát là đếm toàn bộ nên không có sai số chọn mẫu, nhưng sai sót khi ghi chép vẫn có thể có.", \
    "Limits: the assumptions are those of the commune's model.csv. The review counts every household, so there is no sampling error, but there may be errors of recording."
#define TN_W_P_REFERENCES \
    "Chuẩn nghèo đa chiều 2022–2025: Nghị định 07/2021/NĐ-CP. Biểu rà soát: Thông tư 07/2021/TT-BLĐTBXH, sửa đổi bởi Thông tư 02/2022/TT-BLĐTBXH. Phân bố Poisson nhị thức: Biscarri, Zhao, Brunner (2018). Khoảng tin cậy: Wilson (1927).", \
    "Multidimensional poverty standard 2022–2025: Decree 07/2021/NĐ-CP. Review tables: Circular 07/2021/TT-BLĐTBXH, amended by Circular 02/2022/TT-BLĐTBXH. Poisson-binomial law: Biscarri, Zhao, Brunner (2018). Intervals: Wilson (1927)."
#define TN_W_P_FILES \
    "Tệp đầu vào và 16 chữ số đầu của mã SHA-256", \
    "Input files and the first 16 digits of their SHA-256"
#define TN_W_P_MADE_SEED "Lập bằng %s, hạt giống ngẫu nhiên %ld; cùng thư mục kế hoạch thì ra đúng báo cáo này.", "Made by %s, random seed %ld; the same plan folder gives this very report."
#define TN_W_P_MADE "Lập bằng %s; cùng thư mục kế hoạch thì ra đúng báo cáo này.", "Made by %s; the same plan folder gives this very report."
#define TN_W_P_PRIVACY "Báo cáo chỉ ghi mã hộ, không ghi tên người nghèo.", "Households are shown by code alone; no name of a poor person is printed."

/* ---- the what-if ---- */
#define TN_W_P_H_WHATIF "Thử phương án", "What if"
#define TN_W_W_INTRO \
    "Kéo thanh trượt để xem xác suất đạt chỉ tiêu đổi ra sao; tính ngay trong trang, không cần mạng. Ở đây mọi giả định lấy ở giá trị giữa nên con số ban đầu khác đôi chút so với phần Trả lời.", \
    "Move the sliders to see how the chances change; it is computed in the page, without a network. Here every assumption is taken at its middle value, so the first figures differ a little from those of the answer."
#define TN_W_W_CHANCES "Xác suất thoát trong năm", "Chances of exit in the year"
#define TN_W_W_QUOTAS "Chỉ tiêu và dịch vụ", "Quotas and services"
#define TN_W_W_CHOICE "Hỗ trợ riêng một thôn hay một hộ", "Support for one village or household"
#define TN_W_W_QUOTA_POOR "Chỉ tiêu thoát nghèo (hộ)", "Quota, leaving poverty"
#define TN_W_W_QUOTA_NEAR_POOR "Chỉ tiêu thoát cận nghèo (hộ)", "Quota, leaving near-poverty"
#define TN_W_W_FALLEN \
    "Hộ nghèo còn dưới 3 thiếu hụt nhờ dịch vụ (BHYT, viễn thông, nhà tiêu), thành hộ cận nghèo", \
    "Poor households taken below 3 deprivations by services, so that they become near-poor"
#define TN_W_W_WHO "Hỗ trợ", "Support"
#define TN_W_W_NOBODY "không chọn", "nobody"
#define TN_W_W_EVERYBODY "mọi thôn", "every village"
#define TN_W_W_VILLAGE "thôn %s", "village %s"
#define TN_W_W_HOUSEHOLD "hộ %s", "household %s"
#define TN_W_W_STATUS "Loại hộ", "Status"
#define TN_W_W_P "Xác suất thoát khi được hỗ trợ", "Chance of exit with support"
#define TN_W_W_MET_POOR "Đạt chỉ tiêu thoát nghèo", "Quota of leaving poverty met"
#define TN_W_W_MET_NEAR_POOR "Đạt chỉ tiêu thoát cận nghèo", "Quota of leaving near-poverty met"
#define TN_W_W_MEAN "số hộ dự báo:", "households expected:"
#define TN_W_W_BOTH "Đạt cả hai chỉ tiêu:", "Both quotas met:"
#define TN_W_W_RESET "Trở về kế hoạch", "Back to the plan"
#define TN_W_W_NO_SCRIPT "Phần này cần trình duyệt cho chạy mã trong trang.", "This part needs a browser that runs the page's script."

/* clang-format on */

#endif
