/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words about a model that cannot be fitted. */
#ifndef TN_WORDS_MIXED_H
#define TN_WORDS_MIXED_H

/* clang-format off */
#define TN_W_MIXED_NO_MODE \
    "số liệu không xác định được mô hình: không tìm thấy giá trị phù hợp nhất của các tham số", \
    "the data do not determine the model: no best value of its parameters was found"
/* clang-format on */

#endif
