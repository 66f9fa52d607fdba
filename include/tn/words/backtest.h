/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of the backtest. */
#ifndef TN_WORDS_BACKTEST_H
#define TN_WORDS_BACKTEST_H

/* clang-format off */
#define TN_W_BACKTEST_NO_HISTORY \
    "chấm điểm dự báo cần history.csv có ít nhất hai năm", \
    "a backtest needs a history.csv of at least two years"
#define TN_W_BACKTEST_NONE_FROM \
    "không có năm nào từ %d trở đi có số liệu của năm trước để dự báo", \
    "no year from %d on has an earlier one to be forecast from"
#define TN_W_BACKTEST_TOO_MANY \
    "năm %d có %ld hộ trong một địa bàn; chỉ chấm điểm được đến %ld hộ", \
    "in %d one area has %ld households; forecasts of up to %ld can be scored"
/* clang-format on */

#endif
