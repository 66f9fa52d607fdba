/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of check, schema and init. */
#ifndef TN_WORDS_CHECK_H
#define TN_WORDS_CHECK_H

/* clang-format off */
#define TN_W_CHECK_SUMMARY "Đọc thư mục kế hoạch, cho biết đọc được gì và mọi lỗi trong đó", \
    "What the reader makes of a plan folder, and every fault in it"
#define TN_W_CHECK_TITLE "Kế hoạch của %s: đọc được", "The plan of %s can be read"
#define TN_W_CHECK_YEARS "Năm gốc %d, năm kế hoạch %d.", "Base year %d, plan year %d."
#define TN_W_CHECK_VILLAGES "%zu thôn; %ld hộ nghèo, chỉ tiêu giảm %ld; %ld hộ cận nghèo, chỉ tiêu giảm %ld.", \
    "%zu village" TN_S "; %ld poor household" TN_S ", quota %ld; %ld near-poor household" TN_S ", quota %ld."
#define TN_W_CHECK_LISTED "%zu hộ có trong danh sách, %zu hộ trong kế hoạch thoát; %zu hộ có đủ 12 chỉ số thiếu hụt.", \
    "%zu household" TN_S " listed, %zu of them planned to leave; %zu with all 12 deprivation flags."
#define TN_W_CHECK_NO_TOTAL "Tổng số hộ của xã không có: các tỷ lệ được tính từ khoảng mà các tỷ lệ in trong kế hoạch cho phép.", \
    "The commune's total of households is not given: rates use the range that the printed rates imply."
#define TN_W_CHECK_TOTAL "Tổng số hộ của xã: %ld.", "Households of the commune: %ld."
#define TN_W_CHECK_FILES "Các tệp", "Files"
#define TN_W_CHECK_FILE "Tệp", "File"
#define TN_W_CHECK_ROWS "Số dòng", "Rows"
#define TN_W_CHECK_MEANS "Có gì, hoặc thiếu thì sao", "What it holds, or what its absence means"
#define TN_W_CHECK_SHA "SHA-256", "SHA-256"

#define TN_W_SCHEMA_SUMMARY "Các tệp của một kế hoạch và các cột của chúng", \
    "The files of a plan and their columns"
#define TN_W_SCHEMA_TITLE "Các tệp của một thư mục kế hoạch", "The files of a plan folder"
#define TN_W_SCHEMA_NOTE "Tên cột viết hoa hay thường, có dấu hay không dấu, theo thứ tự nào cũng được; tiêu đề tiếng Việt hay tên máy đều được nhận.", \
    "Headings may be in any case and order, with or without marks; the Vietnamese heading or the machine name will do."
#define TN_W_SCHEMA_COLUMN "Cột", "Column"
#define TN_W_SCHEMA_HEADING "Tiêu đề", "Heading"
#define TN_W_SCHEMA_NEEDED "Bắt buộc", "Needed"
#define TN_W_SCHEMA_VALUES "Giá trị", "Values"
#define TN_W_SCHEMA_MEANING "Ý nghĩa", "Meaning"
#define TN_W_SCHEMA_ALIASES "Cũng nhận", "Also known as"
#define TN_W_SCHEMA_YES "có", "yes"
#define TN_W_SCHEMA_FILLED "có, không để trống", "yes, no empty cell"
#define TN_W_SCHEMA_NO "không", "no"
#define TN_W_SCHEMA_KEYS "Các mục của plan.csv", "The items of plan.csv"
#define TN_W_SCHEMA_MARKDOWN "in dưới dạng bảng Markdown", "print Markdown tables"
#define TN_W_SCHEMA_ONE_FILE "schema nói về một tệp hoặc mọi tệp; đã nhận %zu tên", \
    "schema tells of one file or of all; %zu names were given"
#define TN_W_SCHEMA_NO_FILE "không có tệp '%s' trong một kế hoạch; các tệp: %s", \
    "a plan has no file '%s'; its files are %s"

#define TN_W_KIND_TEXT "văn bản tự do", "free text"
#define TN_W_KIND_NAME "tên, một dòng", "a name, one line"
#define TN_W_KIND_COUNT "số nguyên từ %ld, chỉ viết chữ số", "whole number from %ld, digits only"
#define TN_W_KIND_YEAR "năm, bốn chữ số", "year, four digits"
#define TN_W_KIND_DATE "ngày, 31/12/2024 hoặc 2024-12-31", "date, 31/12/2024 or 2024-12-31"
#define TN_W_KIND_NUMBER "số", "number"
#define TN_W_KIND_NUMBER_IN "số từ %g đến %g", "number from %g to %g"
#define TN_W_KIND_NUMBER_POSITIVE "số lớn hơn 0", "number above 0"
#define TN_W_KIND_NUMBER_FROM "số từ %g", "number from %g"
#define TN_W_KIND_FLAG "0 hoặc 1", "0 or 1"
#define TN_W_KIND_LIST "một hay nhiều mã, nối bằng |", "one or more codes, joined by |"
#define TN_W_KIND_KEY "tên thôn có trong %s", "a village of %s"

#define TN_W_INIT_SUMMARY "Tạo thư mục kế hoạch trống để điền bằng Excel", \
    "An empty plan folder, ready for Excel"
#define TN_W_INIT_SEPARATOR "dấu ngăn cột (mặc định comma; Excel tiếng Việt cần semicolon)", \
    "what parts the columns (default comma; Excel with decimal commas wants semicolon)"
#define TN_W_INIT_ALL "tạo tất cả các tệp, không chỉ hai tệp bắt buộc", "all files, not only the two that are needed"
#define TN_W_INIT_WITH "tạo thêm tệp này (dùng được nhiều lần)", "this file too (may be given several times)"
#define TN_W_INIT_TITLE "Đã tạo thư mục kế hoạch trống %s", "An empty plan folder is ready: %s"
#define TN_W_INIT_NEXT "Hãy điền các tệp bằng Excel rồi chạy: thoatngheo check %s", \
    "Fill the files in, then run: thoatngheo check %s"
#define TN_W_INIT_ONE_FOLDER "init cần đúng một thư mục, nhưng nhận được %zu", "init needs exactly one folder, got %zu"
#define TN_W_INIT_NO_FILE "--with: kế hoạch không có tệp '%s'", "--with: a plan has no file '%s'"
#define TN_W_INIT_THERE "tệp đã có sẵn; init không ghi đè", "the file is there already; init does not overwrite"
/* clang-format on */

#endif
