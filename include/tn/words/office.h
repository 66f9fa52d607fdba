/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of the report's document and workbook. In the blocks of the document's head and
 * foot a line's first letter says how it is set: see tn/out/docx.h. */
#ifndef TN_WORDS_OFFICE_H
#define TN_WORDS_OFFICE_H

/* clang-format off */
#define TN_W_OFFICE_COMMITTEE "ỦY BAN NHÂN DÂN", "PEOPLE'S COMMITTEE"
#define TN_W_OFFICE_OF "^Xã %s", "^%s commune"
#define TN_W_OFFICE_NUMBER "Số:        /BC-UBND", "No.        /BC-UBND"
#define TN_W_OFFICE_STATE "*CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "*SOCIALIST REPUBLIC OF VIET NAM"
#define TN_W_OFFICE_MOTTO "_Độc lập - Tự do - Hạnh phúc", "_Independence - Freedom - Happiness"
#define TN_W_OFFICE_DATE "/%s, ngày      tháng      năm %d", "/%s,                    %d"
#define TN_W_OFFICE_REPORT "BÁO CÁO", "REPORT"
#define TN_W_OFFICE_TITLE \
    "Khả năng hoàn thành chỉ tiêu giảm nghèo năm %d", \
    "Can the poverty-reduction quotas of %d be met?"
#define TN_W_OFFICE_HEADING "%s. %s", "%s. %s"
#define TN_W_OFFICE_TO "/Nơi nhận:", "/To:"
#define TN_W_OFFICE_TO_BOARD "- Ban Chỉ đạo các CTMTQG;", "- the steering committee;"
#define TN_W_OFFICE_TO_FILE "- Lưu: VT.", "- file."
#define TN_W_OFFICE_FOR "*TM. ỦY BAN NHÂN DÂN", "*FOR THE PEOPLE'S COMMITTEE"
#define TN_W_OFFICE_CHAIR "*CHỦ TỊCH", "*CHAIR"
#define TN_W_OFFICE_MADE \
    "Bản thảo do %s lập từ kế hoạch của xã để văn phòng biên tập; cách tính nêu trong index.html.", \
    "Draft made by %s from the commune's plan, for the office to edit; index.html has the method."
#define TN_W_OFFICE_CURVE \
    "Xác suất đạt theo chỉ tiêu thoát nghèo", \
    "Chance of meeting the quota of households leaving poverty, by quota"
/* clang-format on */

#endif
