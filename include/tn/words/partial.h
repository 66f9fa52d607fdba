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

#define TN_W_OPT_CHUNKS "chỉ mô phỏng các đoạn từ A đến trước B (mỗi đoạn 2048 lần, đánh số từ 0)", \
                        "draw chunks A up to B only (of 2048 draws each, numbered from 0)"
#define TN_W_OPT_PARTIAL "ghi kết quả từng phần vào tệp này; chạy lại chỉ tính phần còn thiếu", \
                         "leave the counts in this file; run again, it draws what is missing only"
#define TN_W_OPT_MERGE_PLAN "thư mục kế hoạch, nếu không còn ở nơi đã mô phỏng", \
                            "the plan folder, where it is not where the parts were drawn"
#define TN_W_PARTIAL_NO_FILE "--chunks cần --partial: tệp để ghi kết quả của các đoạn ấy", \
                             "--chunks needs --partial: the file that gets what those chunks give"
#define TN_W_MERGE_SUMMARY "Gộp các phần mô phỏng thành kết quả của một lần chạy", \
                           "Join parts of a simulation into the answer of one run"
#define TN_W_PARTIAL_TITLE "Mô phỏng từng phần: các đoạn %lu:%lu trong tổng số %lu đoạn", \
                           "Part of a simulation: chunks %lu:%lu of %lu"
#define TN_W_PARTIAL_NEXT "Khi đã có đủ các đoạn: thoatngheo merge TỆP...", \
                          "Once all chunks are there: thoatngheo merge FILE..."
#define TN_W_PARTIAL_FOUND "%lu đoạn đã có sẵn trong tệp nên không phải chạy lại.", \
                           "%lu chunks were in the file already and were not drawn again."
#define TN_W_PARTIAL_TABLE "Phần đã mô phỏng", "What was drawn"
#define TN_W_C_PARTIAL_FILE "Tệp", "File"
#define TN_W_C_PARTIAL_FIRST "Từ đoạn", "From chunk"
#define TN_W_C_PARTIAL_LAST "Đến trước đoạn", "Up to chunk"
#define TN_W_C_PARTIAL_DRAWS "Số lần mô phỏng", "Draws"
/* clang-format on */

#endif
