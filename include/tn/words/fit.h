/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of the fit of the exit model to a history. */
#ifndef TN_WORDS_FIT_H
#define TN_WORDS_FIT_H

/* clang-format off */
#define TN_W_FIT_SUMMARY \
    "Học mô hình thoát nghèo từ kết quả các năm trước", \
    "Learn the exit model from the results of past years"
#define TN_W_FIT_TITLE \
    "Số liệu %d - %d làm thay đổi những gì trong mô hình thoát nghèo?", \
    "What the results of %d to %d change in the exit model"
#define TN_W_FIT_NO_HISTORY \
    "thư mục không có history.csv nên không có gì để học", \
    "the folder has no history.csv, so there is nothing to learn from"
#define TN_W_FIT_NO_HOUSEHOLDS \
    "không dòng nào của history.csv có hộ nào", \
    "no row of history.csv has a household at risk"
#define TN_W_FIT_FITTED_PRIOR \
    "model.csv là kết quả học từ lịch sử (cột source); học lại từ chính nó sẽ đếm số liệu hai lần: hãy đổi tên tệp hoặc nêu mô hình ban đầu bằng --model", \
    "model.csv comes from a fit itself (column source); to fit again from it would count the data twice: rename it, or name the model to start from with --model"
#define TN_W_OPT_WRITE \
    "ghi mô hình học được vào tệp này (ví dụ model.csv)", \
    "write the learned model to this file (model.csv, say)"
#define TN_W_FIT_USED \
    "Dùng %zu dòng số liệu, %zu năm, %zu thôn (đơn vị); số tham số hiệu dụng %s.", \
    "%zu row" TN_S ", %zu year" TN_S " and %zu village" TN_S " (areas) were used; effective number of parameters %s."
#define TN_W_FIT_CHANCE_SENTENCE \
    "Xác suất thoát nghèo trong một năm trung bình: hộ nằm trong kế hoạch %s (trước khi có số liệu: %s), hộ ngoài kế hoạch %s (trước: %s).", \
    "In an average year a planned poor household leaves poverty with probability %s (before the data: %s), an unplanned one with %s (before: %s)."
#define TN_W_FIT_WRITTEN \
    "Mô hình đã ghi vào %s; các lệnh khác dùng nó với --model, hoặc khi nó là model.csv của thư mục.", \
    "The model is in %s; other commands use it with --model, or as the folder's model.csv."
#define TN_W_FIT_DOUBT_ONE_AREA \
    "Chỉ có một thôn (đơn vị): mức chênh giữa các thôn vẫn là giả định ban đầu.", \
    "There is only one village (area): the spread between villages stays as assumed."
#define TN_W_FIT_DOUBT_ONE_YEAR \
    "Chỉ có một năm: mức chênh giữa các năm vẫn là giả định ban đầu.", \
    "There is only one year: the spread between years stays as assumed."
#define TN_W_FIT_DOUBT_NO_EXITS \
    "Không hộ nào thoát trong các năm này: kết quả dựa nhiều vào giả định ban đầu.", \
    "No household exited in these years: the result leans on what was assumed."
#define TN_W_FIT_DOUBT_ALL_EXIT \
    "Mọi hộ đều thoát trong các năm này: kết quả dựa nhiều vào giả định ban đầu.", \
    "Every household exited in these years: the result leans on what was assumed."
#define TN_W_FIT_DOUBT_SEPARATED \
    "Có nhóm hộ (nghèo hay cận nghèo, trong hay ngoài kế hoạch) không bao giờ thoát hoặc luôn thoát: xác suất của nhóm đó dựa nhiều vào giả định ban đầu.", \
    "One kind of household (poor or near-poor, planned or not) never or always exits: its probability leans on what was assumed."
#define TN_W_FIT_DOUBT_NO_ROWS \
    "Có nhóm hộ (nghèo hay cận nghèo, trong hay ngoài kế hoạch) không có trong số liệu: xác suất của nhóm đó giữ nguyên giả định ban đầu.", \
    "One kind of household (poor or near-poor, planned or not) is not in the history: its probability stays as assumed."
#define TN_W_FIT_DOUBT_NO_TOTAL \
    "Có số hộ phát sinh nhưng không biết tổng số hộ nên không học được tỷ lệ phát sinh.", \
    "Entries are counted, but the number of all households is not known, so their rate is not learned."

#define TN_W_FIT_DOUBT_ONE_VILLAGE_EACH \
    "Mỗi xã chỉ có một thôn (đơn vị) nên không tách được chênh lệch của xã với của thôn: chúng được tính chung.", \
    "Each commune is one village (area), so that effects of communes cannot be told from those of villages: they are taken together."
#define TN_W_FIT_DOUBT_ONE_COMMUNE_EACH \
    "Mỗi huyện chỉ có một xã nên không tách được chênh lệch của huyện với của xã: chúng được tính chung.", \
    "Each district is one commune, so that effects of districts cannot be told from those of communes: they are taken together."
#define TN_W_FIT_DOUBT_FEW_ABOVE \
    "Chỉ có hai hoặc ba xã (hoặc huyện): mức chênh ở cấp đó dựa nhiều vào giả định ban đầu.", \
    "There are only two or three communes (or districts): the spread between them leans on what was assumed."

#define TN_W_FIT_T_CHANGE "Tham số trước và sau khi có số liệu", "Parameters before and after the data"
#define TN_W_FIT_T_AREAS "Chênh lệch của từng thôn (logit)", "Effects of villages (logit)"
#define TN_W_FIT_T_ROWS "Những dòng số liệu kéo kết quả nhiều nhất", "Rows that pull most"
#define TN_W_FIT_AREAS_NOTE \
    "Chênh lệch đã co về trung bình theo lượng số liệu của thôn; số dương là thoát nhanh hơn trung bình.", \
    "Effects are shrunken to the average as far as the village's data allow; above 0 exits are faster than average."
#define TN_W_FIT_ROWS_NOTE \
    "Sức kéo là khoảng cách Cook: từ khoảng 0,5 trở lên thì nên kiểm tra lại dòng đó.", \
    "Pull is Cook's distance: from about 0.5 on, check the row."
#define TN_W_FIT_C_PARAMETER "Tham số", "Parameter"
#define TN_W_FIT_C_STATUS "Diện", "Status"
#define TN_W_FIT_C_BEFORE "Trước 5 %", "Before 5%"
#define TN_W_FIT_C_BEFORE50 "Trước 50 %", "Before 50%"
#define TN_W_FIT_C_BEFORE95 "Trước 95 %", "Before 95%"
#define TN_W_FIT_C_AFTER "Sau 5 %", "After 5%"
#define TN_W_FIT_C_AFTER50 "Sau 50 %", "After 50%"
#define TN_W_FIT_C_AFTER95 "Sau 95 %", "After 95%"
#define TN_W_FIT_C_MEAN "Trung bình", "Mean"
#define TN_W_FIT_C_SD "Độ lệch chuẩn", "Sd"
#define TN_W_FIT_C_LEARNED "Có số liệu", "In the data"
#define TN_W_FIT_C_AREA "Thôn (đơn vị)", "Village (area)"
#define TN_W_FIT_C_COMMUNE "Xã", "Commune"
#define TN_W_FIT_C_LEVEL "Cấp", "Level"
#define TN_W_FIT_C_AT_RISK "Số hộ", "Households"
#define TN_W_FIT_C_EXITS "Thoát", "Exits"
#define TN_W_FIT_C_EXPECTED "Dự kiến", "Expected"
#define TN_W_FIT_C_LOW "5 %", "5%"
#define TN_W_FIT_C_HIGH "95 %", "95%"
#define TN_W_FIT_C_LINE "Dòng", "Line"
#define TN_W_FIT_C_YEAR "Năm", "Year"
#define TN_W_FIT_C_PLANNED "Trong kế hoạch", "Planned"
#define TN_W_FIT_C_PULL "Sức kéo", "Pull"
#define TN_W_FIT_C_LEVERAGE "Đòn bẩy", "Leverage"
#define TN_W_FIT_YES "có", "yes"
#define TN_W_FIT_NO "không", "no"
#define TN_W_FIT_POOR "hộ nghèo", "poor"
#define TN_W_FIT_NEAR_POOR "hộ cận nghèo", "near-poor"
#define TN_W_FIT_BOTH "cả hai", "both"
#define TN_W_FIT_VILLAGE "thôn", "village"
#define TN_W_FIT_OF_COMMUNE "xã", "commune"
#define TN_W_FIT_OF_DISTRICT "huyện", "district"
#define TN_W_FIT_P_TERM "Đặc điểm hộ %s (logit)", "Household term %s (logit)"
#define TN_W_FIT_OWN_TERMS \
    "Có số liệu từng hộ: học thêm %zu đặc điểm hộ, mỗi đặc điểm xuất phát từ giả định trung bình 0, độ lệch chuẩn 1 (logit).", \
    "There are rows of single households: %zu household terms are learned too, each starting from mean 0 and sd 1 (logit)."
#define TN_W_FIT_P_PLANNED "Xác suất thoát, trong kế hoạch", "Chance of exit, planned"
#define TN_W_FIT_P_UNPLANNED "Xác suất thoát, ngoài kế hoạch", "Chance of exit, unplanned"
#define TN_W_FIT_P_VILLAGE_SD "Chênh giữa các thôn (logit)", "Spread between villages (logit)"
#define TN_W_FIT_P_COMMUNE_SD "Chênh giữa các xã (logit)", "Spread between communes (logit)"
#define TN_W_FIT_P_DISTRICT_SD "Chênh giữa các huyện (logit)", "Spread between districts (logit)"
#define TN_W_FIT_P_YEAR_SD "Chênh giữa các năm (logit)", "Spread between years (logit)"
#define TN_W_FIT_P_TO_NEAR "Thoát nghèo thành cận nghèo", "Of poverty exits, to near-poor"
#define TN_W_FIT_P_TO_POOR "Cận nghèo rơi xuống nghèo", "Near-poor that fall to poor"
#define TN_W_FIT_P_ENTRY "Phát sinh trên 1.000 hộ không nghèo", "Entries per 1,000 nonpoor"
#define TN_W_FIT_SOURCE \
    "học từ history.csv, %d - %d, %zu dòng", \
    "fit: history.csv, %d to %d, %zu row" TN_S
/* clang-format on */

#endif
