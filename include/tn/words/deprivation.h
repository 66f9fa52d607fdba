/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of multidimensional poverty, its comparisons and its options. */
#ifndef TN_WORDS_DEPRIVATION_H
#define TN_WORDS_DEPRIVATION_H

/* clang-format off */
#define TN_W_DEP_OPT_HOUSEHOLDS \
    "tính từ tệp hộ này (CSV, tên cột tùy ý) thay cho thư mục kế hoạch", \
    "measure this household file (CSV, columns of any name) in place of a plan folder"
#define TN_W_DEP_OPT_RULE \
    "tệp quy tắc: các cột indicator, dimension, weight (mặc định: 12 chỉ số, trọng số đều)", \
    "rule file: columns indicator, dimension, weight (default: 12 indicators alike)"
#define TN_W_DEP_OPT_BY \
    "các cột chia nhóm, ngăn bằng dấu phẩy, tối đa 3 (mặc định village,status, nếu tệp có)", \
    "columns to group by, parted by commas, at most 3 (default village,status, those that are there)"
#define TN_W_DEP_OPT_CODE \
    "cột ghi mã hộ: mỗi mã một lần trong một năm (mặc định household, nếu tệp có)", \
    "column of the household's code, once a year each (default household, where there is one)"
#define TN_W_DEP_OPT_YEAR \
    "cột ghi năm rà soát trong tệp hộ", \
    "the column of the household file that holds the year"
#define TN_W_DEP_OPT_K \
    "ngưỡng nghèo, ngăn bằng dấu phẩy: số chỉ số (3) hoặc phần của tổng trọng số (1/3, 0.25); mặc định 3/12", \
    "poverty cut-offs, parted by commas: a number of indicators (3) or a part of all weight (1/3, 0.25); default 3/12"
#define TN_W_DEP_OPT_WEIGHT \
    "cột trọng số điều tra", \
    "the column of survey weights"
#define TN_W_DEP_OPT_STRATUM \
    "cột tầng mẫu", \
    "the column of sampling strata"
#define TN_W_DEP_OPT_PSU \
    "cột đơn vị mẫu cấp một; mã hộ nếu cùng hộ được hỏi nhiều năm", \
    "the column of primary sampling units; the household's code where households are asked again"
#define TN_W_DEP_OPT_MISSING \
    "hộ thiếu số liệu: bỏ ra, hoặc coi là không thiếu hụt (mặc định drop)", \
    "households with a flag missing: left out, or that flag taken as not deprived (default drop)"
#define TN_W_DEP_OPT_CENSUS \
    "danh sách là toàn bộ tổng thể: không có sai số chọn mẫu", \
    "the list is the whole population: no sampling error"
#define TN_W_DEP_OPT_FRACTION \
    "phần của tổng thể có trong danh sách, từ 0 đến 1 (mặc định 0: tổng thể vô hạn)", \
    "share of the population that the list holds, from 0 to 1 (default 0: without end)"
#define TN_W_DEP_OPT_ADJUST \
    "cách hiệu chỉnh khi kiểm định nhiều lần (mặc định holm)", \
    "adjustment for many tests (default holm)"
#define TN_W_DEP_OPT_ROBUST \
    "thêm bảng độ vững: thứ tự các nhóm khi đổi ngưỡng và trọng số", \
    "add robustness: the order of the groups under other cut-offs and weights"

#define TN_W_DEP_BAD_K \
    "--k: '%s' không phải ngưỡng (viết như 3, 4/12 hoặc 0.25)", \
    "--k: '%s' is no cut-off (write it like 3, 4/12 or 0.25)"
#define TN_W_DEP_K_RANGE \
    "--k: ngưỡng '%s' phải lớn hơn 0 và không quá toàn bộ trọng số", \
    "--k: the cut-off '%s' must lie above 0 and not above all the weight"
#define TN_W_DEP_K_COUNT \
    "--k: '%s' là số chỉ số, nhưng các trọng số không đều; hãy viết phần của tổng trọng số", \
    "--k: '%s' counts indicators, but weights differ; give a part of all the weight"
#define TN_W_DEP_TOO_MANY_K \
    "--k: nhiều hơn %d ngưỡng", \
    "--k: more than %d cut-offs"
#define TN_W_DEP_TOO_MANY_COLUMNS \
    "--by: nhiều hơn %d cột", \
    "--by: more than %d columns"
#define TN_W_DEP_TOO_MANY_LEVELS \
    "một cột chia nhóm có nhiều hơn %d giá trị", \
    "a grouping column has more than %d values"
#define TN_W_DEP_TWINS \
    "%s: '%s' và '%s' chỉ khác nhau ở cách gõ nhưng được tính là hai nhóm", \
    "%s: '%s' and '%s' differ only in how they are typed, but are counted as two groups"
#define TN_W_DEP_OF_FILE \
    "--%s chỉ dùng cùng --households TỆP", \
    "--%s goes with --households FILE only"
#define TN_W_DEP_BY_TWICE \
    "--by: '%s' có cột trống hoặc lặp lại", \
    "--by: '%s' has a column that is empty or there twice"
#define TN_W_DEP_NO_FOLDER \
    "có --households thì không đưa thư mục kế hoạch", \
    "with --households no plan folder is given"
#define TN_W_DEP_IS_FILE \
    "đây là một tệp, không phải thư mục kế hoạch; để tính từ một tệp hộ, hãy viết %s --households %s", \
    "this is a file, not a plan folder; to measure a file of households write %s --households %s"
#define TN_W_DEP_NOBODY \
    "không còn hộ nào để tính: %ld hộ đều thiếu số liệu", \
    "no household is left to measure: all %ld lack a flag"

#define TN_W_DEP_TITLE \
    "Nghèo đa chiều: %s", \
    "Multidimensional poverty: %s"
#define TN_W_DEP_RULE \
    "Hộ là nghèo đa chiều khi điểm thiếu hụt đạt ngưỡng k; H là tỷ lệ hộ nghèo, A là mức thiếu hụt bình quân của hộ nghèo, M0 = H × A. Ngưỡng so sánh chính xác bằng số nguyên.", \
    "A household is poor when its deprivation score reaches k; H is the share of poor households, A their mean score, M0 = H x A. Cut-offs are compared exactly, in whole numbers."
#define TN_W_DEP_SIMPLE \
    "%ld hộ, coi như chọn độc lập; khoảng tin cậy của tỷ lệ theo phương pháp %s, của A và M0 theo logit với %s bậc tự do.", \
    "%ld household" TN_S ", taken as independent; intervals of shares after %s, of A and M0 on the logit scale with %s degrees of freedom."
#define TN_W_DEP_DESIGN \
    "%ld hộ, thiết kế mẫu: %zu đơn vị cấp một trong %zu tầng; sai số tuyến tính hóa, khoảng logit với %s bậc tự do, ở 0 và 1 theo Korn và Graubard.", \
    "%ld household" TN_S "; sampling design: %zu primary units in %zu strata; linearised errors, logit intervals with %s degrees of freedom, at 0 and 1 after Korn and Graubard."
#define TN_W_DEP_CENSUS_NOTE \
    "%ld hộ là toàn bộ tổng thể: các con số không có sai số chọn mẫu.", \
    "The whole population of %ld household" TN_S ": the figures carry no sampling error."
#define TN_W_DEP_FRACTION_NOTE \
    "Danh sách chứa %s tổng thể: sai số đã thu hẹp theo tổng thể hữu hạn.", \
    "The list holds %s of the population: errors are reduced accordingly."
#define TN_W_DEP_DROPPED \
    "%ld hộ thiếu số liệu ở ít nhất một chỉ số và được bỏ ra.", \
    "Left out for lack of at least one flag: %ld household" TN_S "."
#define TN_W_DEP_MENDED \
    "%ld hộ thiếu số liệu; chỉ số thiếu được coi là không thiếu hụt, nên các tỷ lệ có thể thấp hơn thực tế.", \
    "With a flag missing, which is taken as not deprived: %ld household" TN_S "; shares may be too low."
#define TN_W_DEP_HOLM \
    "Giá trị p đã hiệu chỉnh theo Holm trong mỗi cột chia nhóm.", \
    "p-values are adjusted after Holm within each grouping column."
#define TN_W_DEP_BH \
    "Giá trị p đã hiệu chỉnh theo Benjamini-Hochberg trong mỗi cột chia nhóm.", \
    "p-values are adjusted after Benjamini and Hochberg within each grouping column."
#define TN_W_DEP_UNADJUSTED \
    "Giá trị p không hiệu chỉnh cho việc kiểm định nhiều lần.", \
    "p-values are not adjusted for many tests."

#define TN_W_DEP_T_MEASURES "Nghèo đa chiều theo nhóm", "Multidimensional poverty by group"
#define TN_W_DEP_T_INDICATORS "Từng chỉ số, mọi hộ", "Indicator by indicator, all households"
#define TN_W_DEP_T_DIMENSIONS "Đóng góp của từng chiều vào M0, mọi hộ", "Contribution of each dimension to M0, all households"
#define TN_W_DEP_T_DIFFERENCES "Mỗi nhóm so với phần còn lại", "Each group against the rest"
#define TN_W_DEP_T_ROBUST "Độ vững của thứ tự các nhóm theo M0", "How robust the groups' order by M0 is"

#define TN_W_DEP_C_FRAME "Năm", "Year"
#define TN_W_DEP_C_COLUMN "Chia theo", "By"
#define TN_W_DEP_C_GROUP "Nhóm", "Group"
#define TN_W_DEP_C_K "Ngưỡng k", "Cut-off k"
#define TN_W_DEP_C_HOUSEHOLDS "Số hộ", "Households"
#define TN_W_DEP_C_POPULATION "Tỷ trọng hộ", "Share of households"
#define TN_W_DEP_C_H "H", "H"
#define TN_W_DEP_C_A "A", "A"
#define TN_W_DEP_C_M0 "M0", "M0"
#define TN_W_DEP_C_SE "Sai số chuẩn", "Standard error"
#define TN_W_DEP_C_LOW "Cận dưới", "Low"
#define TN_W_DEP_C_HIGH "Cận trên", "High"
#define TN_W_DEP_C_SHARE_M0 "Phần trong M0 chung", "Share of all M0"
#define TN_W_DEP_C_INDICATOR "Chỉ số", "Indicator"
#define TN_W_DEP_C_DIMENSION "Chiều", "Dimension"
#define TN_W_DEP_C_UNCENSORED "Tỷ lệ thiếu hụt", "Deprived"
#define TN_W_DEP_C_CENSORED "Nghèo và thiếu hụt", "Poor and deprived"
#define TN_W_DEP_C_ABSOLUTE "Đóng góp tuyệt đối", "Absolute contribution"
#define TN_W_DEP_C_PERCENT "Đóng góp vào M0", "Contribution to M0"
#define TN_W_DEP_C_MEASURE "Thước đo", "Measure"
#define TN_W_DEP_C_DIFFERENCE "Chênh lệch", "Difference"
#define TN_W_DEP_C_P "p", "p"
#define TN_W_DEP_C_P_ADJUSTED "p hiệu chỉnh", "Adjusted p"
#define TN_W_DEP_C_T "t", "t"
#define TN_W_DEP_C_DF "Bậc tự do", "df"
#define TN_W_DEP_C_FAVOURED "Chiều được tăng lên một nửa", "Dimension raised to one half"
#define TN_W_DEP_C_SPEARMAN "Tương quan hạng Spearman", "Spearman's rank correlation"
#define TN_W_DEP_C_KENDALL "Kendall tau-b", "Kendall's tau-b"
#define TN_W_DEP_C_PAIRS "Cặp nhóm giữ thứ tự", "Pairs in the same order"
#define TN_W_DEP_C_METHOD "Loại khoảng", "Interval"
#define TN_W_DEP_ALL "mọi hộ", "all households"
#define TN_W_DEP_RULE_WEIGHTS "theo quy tắc", "as in the rule"
/* clang-format on */

#endif
