/* SPDX-License-Identifier: GPL-3.0-or-later */
/* words/partial.h -- parts of a simulation that cannot be read or joined. */
#ifndef TN_WORDS_PARTIAL_H
#define TN_WORDS_PARTIAL_H

/* clang-format off */
#define TN_W_PARTIAL_UNREAD "không đọc được tệp mô phỏng từng phần này: %s", \
                            "this partial simulation cannot be read: %s"
#define TN_W_PARTIAL_OTHER  "không phải là tệp mô phỏng từng phần của thoatngheo", \
                            "is not a partial simulation of thoatngheo"
#define TN_W_PARTIAL_FORMAT "ghi theo định dạng %lu, còn chương trình này chỉ đọc định dạng %d", \
                            "is in format %lu, and this program reads format %d only"
#define TN_W_PARTIAL_DAMAGED "tệp bị hỏng hoặc chưa được ghi hết; hãy xóa rồi chạy lại phần này", \
                             "is damaged or cut short; remove it and run this part again"

#define TN_W_PARTIAL_NONE  "chưa có tệp mô phỏng từng phần nào để gộp", \
                           "there is no partial simulation to merge"
#define TN_W_PARTIAL_PROGRAM "do phiên bản %s tính, còn '%s' do phiên bản %s", \
                             "was made by version %s, and '%s' by version %s"
#define TN_W_PARTIAL_SEED  "dùng hạt giống %lu, còn '%s' dùng %lu", \
                           "uses seed %lu, and '%s' uses %lu"
#define TN_W_PARTIAL_DRAWS "là một phần của %lu lần mô phỏng, còn '%s' là một phần của %lu lần", \
                           "is part of %lu draws, and '%s' is part of %lu"
#define TN_W_PARTIAL_INPUT "được tính từ tệp '%s' khác với tệp mà '%s' đã dùng", \
                           "was computed from another '%s' than '%s'"
#define TN_W_PARTIAL_INPUTS "được tính từ %zu tệp số liệu, còn '%s' từ %zu tệp", \
                            "was computed from %zu data files, and '%s' from %zu"
#define TN_W_PARTIAL_SHAPE "đếm những thôn hoặc số hộ khác với '%s'", \
                           "counts other villages or numbers of households than '%s'"
#define TN_W_PARTIAL_TWICE "các đoạn %lu:%lu cũng có trong '%s'; mỗi đoạn chỉ được tính một lần", \
                           "chunks %lu:%lu are in '%s' too; each may count only once"
#define TN_W_PARTIAL_GAP   "còn thiếu các đoạn %lu:%lu trong tổng số %lu đoạn", \
                           "chunks %lu:%lu of %lu are missing"
#define TN_W_PARTIAL_TAKEN "đã chứa kết quả của một mô phỏng khác; hãy xóa tệp này hoặc chọn tên khác", \
                           "holds another simulation already; remove it or choose another name"
#define TN_W_PARTIAL_RANGE "đoạn '%s' không hợp lệ; viết A:B với 0 ≤ A < B ≤ %lu", \
                           "'%s' is no range of chunks; write A:B with 0 <= A < B <= %lu"
/* clang-format on */

#endif
