/* SPDX-License-Identifier: GPL-3.0-or-later */
/* words/country.h -- a country in one file: its columns, its faults, its answers. */
#ifndef TN_WORDS_COUNTRY_H
#define TN_WORDS_COUNTRY_H

/* clang-format off */
#define TN_W_HAS_COUNTRY "cả nước: mỗi thôn một dòng, kèm tỉnh, huyện, xã của thôn", \
    "a whole country: one village a row, with its province, district and commune"
#define TN_W_OFF_COUNTRY "không có tệp này thì không có gì để tính", \
    "without it there is nothing to compute"
#define TN_W_M_COUNTRY_AREA "tên; để trống ở dòng của một cấp rộng hơn", \
    "its name; empty in the row of a wider area"
#define TN_W_M_COUNTRY_COUNT "hộ (dòng của cấp rộng hơn có thể để trống)", \
    "households (may be empty in the row of a wider area)"
#define TN_W_M_COUNTRY_QUOTA "hộ; ở dòng của cấp rộng hơn: chỉ tiêu giao cho cấp ấy", \
    "households; in the row of a wider area: the quota asked of it"

#define TN_W_AREA_INSIDE "%s: '%s' phải nằm trong một %s", "%s: '%s' needs the name of its %s"
#define TN_W_AREA_AGAIN "%s: '%s' đã có từ dòng %ld; các dòng của một địa bàn phải đứng liền nhau", \
    "%s: '%s' stands on line %ld already; the rows of an area must stand together"
#define TN_W_AREA_QUOTA_ABOVE "%s: chỉ tiêu %ld nhiều hơn %ld hộ của các thôn thuộc '%s'", \
    "%s: the quota of %ld is more than the %ld households of the villages of '%s'"
#define TN_W_AREA_SUM_DIFFERS "%s: dòng của '%s' ghi %ld, tổng các thôn là %ld; dùng tổng các thôn", \
    "%s: the row of '%s' says %ld, its villages add up to %ld; the villages' sum is used"
#define TN_W_AREA_NO_VILLAGE "'%s' không có thôn nào", "'%s' has no village"
#define TN_W_WHOLE_COUNTRY "Cả nước", "The whole country"

#define TN_W_OPT_GENERATE_COUNTRY "ghi vào tệp này một nước giả định có cấu trúc của Việt Nam: tỉnh, huyện, xã, thôn", \
    "write a made-up country with Vietnam's structure to this file: provinces to villages"
#define TN_W_OPT_GENERATE_SIZE "số hộ nghèo và cận nghèo của nước ấy (mặc định 1972648, như Việt Nam cuối năm 2022)", \
    "its poor and near-poor households (default 1972648, as Vietnam's at the end of 2022)"
#define TN_W_GENERATE_WHAT "generate cần một thư mục để ghi kế hoạch giả định, hoặc --country TỆP để ghi nước giả định", \
    "generate needs a folder for a made-up plan, or --country FILE for a made-up country"
#define TN_W_GENERATE_MADE_UP "Tạo số liệu giả định cỡ bất kỳ, để thử và đo tốc độ", \
    "Made-up data of any size, for tests and benchmarks"

/* Kinds of areas in the names of a made-up country, whatever the language. */
#define TN_MADE_AREAS "Tỉnh", "Huyện", "Xã", "Thôn"
/* clang-format on */

#endif
