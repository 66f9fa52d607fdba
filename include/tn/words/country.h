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
    "%s: the quota of %ld is more than the %ld household" TN_S " of the villages of '%s'"
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

#define TN_W_COUNTRY_TITLE "Cả nước: có đạt chỉ tiêu giảm nghèo không?", \
    "The whole country: will the poverty-reduction quotas be met?"
#define TN_W_COUNTRY_SIZE "%s tỉnh, %s huyện, %s xã, %s thôn; %s hộ nghèo, %s hộ cận nghèo.", \
    "%s provinces, %s districts, %s communes, %s villages; %s poor and %s near-poor households."
#define TN_W_COUNTRY_POOR \
    "Thoát nghèo: dự báo %s hộ (khoảng 90 %%: %s đến %s), chỉ tiêu %s hộ. Khả năng đạt chỉ tiêu: %s (xác suất %s).", \
    "Leaving poverty: %s households expected (90%% range: %s to %s), the quota is %s. Meeting it is %s (probability %s)."
#define TN_W_COUNTRY_NEAR_POOR \
    "Thoát cận nghèo: dự báo %s hộ (khoảng 90 %%: %s đến %s), chỉ tiêu %s hộ. Khả năng đạt chỉ tiêu: %s (xác suất %s).", \
    "Leaving near-poverty: %s households expected (90%% range: %s to %s), the quota is %s. Meeting it is %s (probability %s)."
#define TN_W_COUNTRY_SHARES \
    "Phương sai của năm được chia: %s chung cho cả nước, %s của tỉnh, %s của huyện, %s của xã.", \
    "The year's variance is shared out: %s to the whole country, %s to the province, %s to the district, %s to the commune."
#define TN_W_COUNTRY_POINTS \
    "Tính cho từng bộ tham số, lấy trung bình trên %s bộ; sai số của xác suất cả nước đạt chỉ tiêu: %s.", \
    "Computed for each set of parameters and averaged over %s sets; the country's probabilities of meeting a quota have an error of %s."
#define TN_W_COUNTRY_TERMS \
    "Mô hình có hệ số theo hộ (%s) nhưng tệp cả nước không có danh sách hộ nên các hệ số này không được dùng.", \
    "The model has household terms (%s); a country's file lists no households, so they are not used."
#define TN_W_COUNTRY_DRAWS "Mô phỏng %s lần từng hộ.", "%s draws of every household."
#define TN_W_COUNTRY_NO_TOTAL "Có thôn không ghi tổng số hộ nên không tính được số hộ cuối năm.", \
    "Some village does not give all its households, so the year's end is left out."
#define TN_W_T_AREAS "Các địa bàn", "Areas"
#define TN_W_T_PROVINCES "Các tỉnh", "Provinces"
#define TN_W_T_BANDS "Số địa bàn theo xác suất đạt chỉ tiêu", "Areas by the probability of meeting their quota"
#define TN_W_AREA_PROVINCE "Tỉnh", "Province"
#define TN_W_AREA_DISTRICT "Huyện", "District"
#define TN_W_AREA_COMMUNE "Xã", "Commune"
#define TN_W_AREA_VILLAGE "Thôn", "Village"
#define TN_W_C_AREA_LEVEL "Cấp", "Level"
#define TN_W_C_AREA_STATUS "Loại hộ", "Status"
#define TN_W_C_AREA_BASE "Đầu năm", "At the start"
#define TN_W_C_AREA_QUOTA "Chỉ tiêu", "Quota"
#define TN_W_C_AREA_MEAN "Dự báo thoát", "Expected exits"
#define TN_W_C_AREA_SD "Độ lệch chuẩn", "Standard deviation"
#define TN_W_C_AREA_LOW "Thấp (5 %)", "Low (5%)"
#define TN_W_C_AREA_MIDDLE "Giữa (50 %)", "Middle (50%)"
#define TN_W_C_AREA_HIGH "Cao (95 %)", "High (95%)"
#define TN_W_C_AREA_MET "Xác suất đạt", "Probability of meeting it"
#define TN_W_C_AREA_ERROR "Sai số chuẩn", "Standard error"
#define TN_W_C_AREA_SURE "Chắc 80 %", "80% sure"
#define TN_W_C_AREA_END "Cuối năm", "At the end"
#define TN_W_C_AREA_END_LOW "Cuối năm, thấp", "At the end, low"
#define TN_W_C_AREA_END_HIGH "Cuối năm, cao", "At the end, high"
#define TN_W_C_AREA_NET "Đạt theo số giảm thuần", "Net reduction reached"
#define TN_W_C_BAND_80 "từ 80 %", "from 80%"
#define TN_W_C_BAND_50 "50 - 80 %", "50 to 80%"
#define TN_W_C_BAND_20 "20 - 50 %", "20 to 50%"
#define TN_W_C_BAND_00 "dưới 20 %", "below 20%"
#define TN_W_COUNTRY_ONLY "--%s chỉ dùng cho tệp của cả nước, không dùng cho thư mục kế hoạch", \
    "--%s is for the file of a country, not for plan folders"
#define TN_W_OPT_POINTS "cả nước: số bộ tham số để lấy trung bình, bội của 16 (mặc định 64)", \
    "a country: parameter points to average over, a multiple of 16 (default 64)"
#define TN_W_OPT_SHARES "cả nước: chia phương sai của năm cho cả nước, tỉnh, huyện, xã (mặc định 1:1:1:1)", \
    "a country: parts of the year's variance of country, province, district, commune (default 1:1:1:1)"
#define TN_W_OPT_AREAS "cả nước: ghi mọi địa bàn, mọi cấp, vào tệp CSV này", \
    "a country: write every area of every level to this CSV file"
#define TN_W_SHARES_WRONG "--shares cần bốn số không âm dạng A:B:C:D, không phải tất cả bằng 0, nhưng nhận được '%s'", \
    "--shares needs four numbers A:B:C:D, none negative and not all 0, got '%s'"
#define TN_W_POINTS_WRONG "--points phải là bội của 16, nhưng nhận được %ld", \
    "--points must be a multiple of 16, got %ld"
#define TN_W_COUNTRY_CHANGED "tệp đã thay đổi trong lúc đang đọc; hãy chạy lại", \
    "the file changed while it was being read; run again"
#define TN_W_COUNTRY_NO_PARTS "--partial chỉ dùng cho một thư mục kế hoạch; cả nước thì dùng thoatngheo-mpi", \
    "--partial is for a plan folder; for a country use thoatngheo-mpi"
#define TN_W_COUNTRY_DRAWS_MOST "cả nước được mô phỏng tối đa %ld lần, nhưng --draws là %ld", \
    "a country is drawn at most %ld times, and --draws is %ld"

#define TN_W_COUNTRY_QUOTA_TITLE "Cả nước: giao chỉ tiêu bao nhiêu thì sát thực tế?", \
    "The whole country: which quotas would be realistic?"
#define TN_W_COUNTRY_QUOTA_POOR \
    "Chỉ tiêu thoát nghèo %s hộ có xác suất đạt %s; muốn chắc 80 %% thì giao %s hộ, muốn chắc 90 %% thì giao %s hộ.", \
    "A quota of %s households leaving poverty is met with probability %s; to be 80%% sure ask for %s, to be 90%% sure for %s."
#define TN_W_COUNTRY_QUOTA_NEAR_POOR \
    "Chỉ tiêu thoát cận nghèo %s hộ có xác suất đạt %s; muốn chắc 80 %% thì giao %s hộ, muốn chắc 90 %% thì giao %s hộ.", \
    "A quota of %s households leaving near-poverty is met with probability %s; to be 80%% sure ask for %s, to be 90%% sure for %s."
#define TN_W_COUNTRY_QUOTA_FAIR \
    "%s: với chỉ tiêu đã giao, tỉnh ít chắc chắn nhất có xác suất đạt %s; chia công bằng %s hộ cho các tỉnh thì là %s.", \
    "%s: with the quotas given, the least certain province meets its own with probability %s; %s shared out fairly over the provinces give %s."
#define TN_W_T_COUNTRY_QUOTAS "Các tỉnh: chỉ tiêu đã giao và chia công bằng", \
    "Provinces: quotas as given and shared out fairly"
#define TN_W_COUNTRY_FAIR_NOTE \
    "Chia công bằng: chỉ tiêu của cấp trên được chia sao cho đơn vị ít chắc chắn nhất có xác suất đạt cao nhất có thể. Với --areas, mọi huyện, xã, thôn cũng có số này.", \
    "Fair: what is asked of the wider area, shared out so that the least certain part is as certain as can be. With --areas every district, commune and village gets its own."
#define TN_W_COUNTRY_NO_PLOT "--plot chỉ dùng cho một thư mục kế hoạch; cả nước thì dùng --areas", \
    "--plot is for a plan folder; for a country use --areas"

#define TN_W_AUDIT_COUNTRY_TITLE "Cả nước: các số liệu có khớp nhau không?", \
    "The whole country: do the figures agree with one another?"
#define TN_W_AUDIT_COUNTRY_CLEAN "Không thấy mâu thuẫn nào trong tệp.", \
    "No contradiction was found in the file."
#define TN_W_AUDIT_AREA_SUM \
    "%s: ghi %ld %s, trong khi các thôn cộng lại được %ld", \
    "%s: %ld %s are stated, while its villages add up to %ld"
#define TN_W_AUDIT_AREA_TOTAL \
    "%s: ghi tổng số %ld hộ, trong khi các thôn cộng lại được %ld", \
    "%s: %ld household" TN_S " in all are stated, while its villages add up to %ld"
#define TN_W_AUDIT_AREA_QUOTA \
    "%s: được giao giảm %ld %s, trong khi chỉ tiêu của các đơn vị trực thuộc cộng lại là %ld", \
    "%s: its quota is %ld %s, while those of its parts add up to %ld"

/* Kinds of areas in the names of a made-up country, whatever the language. */
#define TN_MADE_AREAS "Tỉnh", "Huyện", "Xã", "Thôn"
/* clang-format on */

#endif
