/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why a chart could not be drawn. */
#ifndef TN_WORDS_GNUPLOT_H
#define TN_WORDS_GNUPLOT_H

/* clang-format off */
#define TN_W_GNUPLOT_MISSING \
    "không vẽ được biểu đồ: máy chưa cài gnuplot (gói gnuplot-nox)", \
    "no chart can be drawn: gnuplot is not installed (package gnuplot-nox)"
#define TN_W_GNUPLOT_START \
    "không vẽ được biểu đồ: không chạy được %s (lỗi hệ thống %d: %s)", \
    "no chart can be drawn: %s does not start (system error %d: %s)"
#define TN_W_GNUPLOT_REFUSED \
    "không vẽ được biểu đồ: gnuplot báo lỗi, mã thoát %d: %s", \
    "no chart can be drawn: gnuplot gave up with status %d: %s"
#define TN_W_GNUPLOT_KILLED \
    "không vẽ được biểu đồ: gnuplot bị dừng bởi tín hiệu %d", \
    "no chart can be drawn: gnuplot was stopped by signal %d"
#define TN_W_GNUPLOT_SLOW \
    "không vẽ được biểu đồ: gnuplot không trả lời trong %.0f giây nên bị dừng", \
    "no chart can be drawn: gnuplot gave no answer within %.0f seconds and was stopped"
#define TN_W_GNUPLOT_CUT \
    "không vẽ được biểu đồ: hình nhận từ gnuplot không trọn vẹn (%zu byte)", \
    "no chart can be drawn: the picture that came from gnuplot is not whole (%zu bytes)"
/* clang-format on */

#endif
