/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words about the browser that prints the page. */
#ifndef TN_WORDS_BROWSER_H
#define TN_WORDS_BROWSER_H

/* clang-format off */
#define TN_W_BROWSER_NONE \
    "máy không có Chromium hay Chrome nên không tự in ra PDF được; hãy mở trang bằng trình duyệt và chọn In, Lưu thành PDF", \
    "there is no Chromium or Chrome here to print the page; open it in any browser and print it to PDF"
#define TN_W_BROWSER_FAILED \
    "trình duyệt không in được trang ra PDF (mã kết thúc %d)", \
    "the browser did not print the page (exit status %d)"
#define TN_W_BROWSER_TIME \
    "trình duyệt không in xong trong %.0f giây nên đã bị dừng", \
    "the browser was not done within %.0f seconds and was stopped"
#define TN_W_BROWSER_PATH \
    "không tìm được đường dẫn đầy đủ (%s)", \
    "its full path cannot be found (%s)"
/* clang-format on */

#endif
