/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of household files with columns of any name. */
#ifndef TN_WORDS_FLAGS_H
#define TN_WORDS_FLAGS_H

/* clang-format off */
#define TN_W_FLAGS_NO_COLUMN \
    "tệp không có cột '%s' (các cột: %s)", \
    "the file has no column '%s' (its columns: %s)"
#define TN_W_FLAGS_COLUMN_TWICE \
    "cột '%s' có hai lần: ở cột %zu và cột %zu", \
    "the column '%s' is there twice: columns %zu and %zu"
#define TN_W_FLAGS_CODE_TWICE \
    "%s: hộ '%s' đã có trong cùng năm ở dòng %ld", \
    "%s: the household '%s' is there in the same year already, on line %ld"
#define TN_W_FLAGS_CODE_AGAIN \
    "%s: hộ '%s' đã có ở dòng %ld; nếu tệp có nhiều năm, hãy chỉ cột năm bằng --year", \
    "%s: the household '%s' is there already, on line %ld; where the file holds several years, --year names their column"
#define TN_W_FLAGS_LACKING \
    "tệp thiếu cột của %zu trong %zu chỉ số, trước hết là '%s'; bộ chỉ số khác thì mô tả bằng --rule (các cột: %s)", \
    "the file lacks the columns of %zu of the %zu indicators, first '%s'; --rule describes another set (its columns: %s)"
#define TN_W_FLAGS_CODES_MANY \
    "quá nhiều hộ để soát hết mã hộ trùng: từ khoảng dòng %ld trở đi chỉ soát một phần, cuối tệp còn 1 trong %u mã", \
    "too many households to look for all repeated codes: from about line %ld on only a part is looked at, at the end 1 of %u codes"
#define TN_W_FLAGS_NOT_A_FLAG \
    "%s: '%s' phải là 0 hoặc 1, hoặc để trống nếu thiếu số liệu", \
    "%s: '%s' must be 0 or 1, or empty where it is not known"
#define TN_W_FLAGS_NOT_A_WEIGHT \
    "%s: '%s' phải là số lớn hơn 0", \
    "%s: '%s' must be a number above 0"
#define TN_W_FLAGS_NO_TEXT \
    "%s: ô trống; cần có giá trị", \
    "%s: the cell is empty; a value is needed"
#define TN_W_RULE_NOT_A_WEIGHT \
    "%s: '%s' không phải trọng số (viết như 1, 1/18 hoặc 0.05)", \
    "%s: '%s' is no weight (write it like 1, 1/18 or 0.05)"
#define TN_W_RULE_TOO_FINE \
    "các trọng số không quy về được mẫu số chung dưới 1 tỷ", \
    "the weights have no common denominator below 1e9"
#define TN_W_RULE_TOO_MANY \
    "nhiều hơn %d chỉ số", \
    "more than %d indicators"
#define TN_W_RULE_TWICE \
    "%s: chỉ số '%s' có hai lần", \
    "%s: the indicator '%s' is there twice"
/* clang-format on */

#endif
