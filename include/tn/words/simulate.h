/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of the simulation. */
#ifndef TN_WORDS_SIMULATE_H
#define TN_WORDS_SIMULATE_H

/* clang-format off */
#define TN_W_SIMULATE_SUMMARY \
    "Mô phỏng từng hộ và mọi biến động, đặt cạnh giá trị tính chính xác", \
    "Monte Carlo of every household and flow, beside the exact value"
#define TN_W_SIMULATE_NOTE \
    "Mô phỏng %s lần từng hộ; mỗi xác suất có sai số chuẩn của nó. Cột z: chênh lệch so với giá trị tính, đo bằng sai số chuẩn; z ngoài −4 đến 4 là dấu hiệu sai.", \
    "%s draws of every household; each probability has its standard error. Column z: the difference from the computed value in standard errors; beyond -4 or 4 something is wrong."
#define TN_W_T_SIMULATE_CHECK \
    "Mô phỏng so với tính", "Simulated against computed"
#define TN_W_C_QUANTITY "Đại lượng", "Quantity"
#define TN_W_C_COMPUTED "Tính", "Computed"
#define TN_W_C_SIMULATED "Mô phỏng", "Simulated"
#define TN_W_C_STANDARD_ERROR "Sai số chuẩn", "Standard error"
#define TN_W_C_Z "z", "z"
#define TN_W_Q_POOR "Đạt chỉ tiêu hộ nghèo", "Poor quota met"
#define TN_W_Q_NEAR_POOR "Đạt chỉ tiêu hộ cận nghèo", "Near-poor quota met"
#define TN_W_Q_NET_POOR "Giảm thuần đủ, hộ nghèo", "Net reduction of the poor reached"
#define TN_W_Q_NET_NEAR_POOR "Giảm thuần đủ, hộ cận nghèo", "Net reduction of the near-poor reached"
#define TN_W_Q_BOTH "Đạt cả hai chỉ tiêu", "Both quotas met"
#define TN_W_Q_VILLAGE_POOR "%s: đạt chỉ tiêu hộ nghèo", "%s: poor quota met"
#define TN_W_Q_VILLAGE_NEAR_POOR "%s: đạt chỉ tiêu hộ cận nghèo", "%s: near-poor quota met"
/* clang-format on */

#endif
