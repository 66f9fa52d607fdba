/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words that stand in every document. */
#ifndef TN_WORDS_DOC_H
#define TN_WORDS_DOC_H

/* clang-format off */
#define TN_W_DOC_NO_ROWS "(không có dòng nào)", "(no rows)"
#define TN_W_DOC_SEED "%s; hạt giống ngẫu nhiên %ld", "%s; random seed %ld"
#define TN_W_DOC_INPUTS \
    "Tệp đầu vào và 12 chữ số đầu của mã SHA-256:", \
    "Input files and the first 12 digits of their SHA-256:"
#define TN_W_DOC_INPUT "%s %.12s%s", "%s %.12s%s"
/* clang-format on */

#endif
