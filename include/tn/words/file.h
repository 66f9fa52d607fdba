/* SPDX-License-Identifier: GPL-3.0-or-later */
/* words/file.h -- why a file cannot be written. */
#ifndef TN_WORDS_FILE_H
#define TN_WORDS_FILE_H

/* clang-format off */
#define TN_W_FILE_NO_SPACE  "không ghi được: ổ đĩa đã đầy", \
                            "cannot be written: the disk is full"
#define TN_W_FILE_QUOTA     "không ghi được: đã hết dung lượng được cấp trên ổ đĩa", \
                            "cannot be written: your share of the disk is used up"
#define TN_W_FILE_TOO_BIG   "không ghi được: tệp vượt quá cỡ cho phép", \
                            "cannot be written: the file grows beyond the size allowed"
#define TN_W_FILE_DENIED    "không ghi được: không có quyền ghi ở đây", \
                            "cannot be written: no permission to write here"
#define TN_W_FILE_READ_ONLY "không ghi được: ổ đĩa chỉ cho đọc", \
                            "cannot be written: the disk is read-only"
#define TN_W_FILE_NO_FOLDER "không ghi được: không có thư mục chứa tệp này", \
                            "cannot be written: the folder it is to stand in does not exist"
#define TN_W_FILE_IS_FOLDER "không ghi được: đây là một thư mục", \
                            "cannot be written: this is a folder"
#define TN_W_FILE_NOT_FOLDER "không dùng làm thư mục được: đã có tệp trùng tên trên đường dẫn", \
                            "cannot be a folder: a file of that name is in the way"
#define TN_W_FILE_LONG_NAME "không ghi được: tên tệp quá dài", \
                            "cannot be written: the name is too long"
#define TN_W_FILE_CLOSED    "không ghi được: luồng ghi đã đóng", \
                            "cannot be written: the stream is closed"
#define TN_W_FILE_PIPE      "không ghi được: chương trình nhận dữ liệu đã dừng", \
                            "cannot be written: the program that reads it has stopped"
#define TN_W_FILE_OTHER     "không ghi được (lỗi hệ thống %d: %s)", \
                            "cannot be written (system error %d: %s)"
/* clang-format on */

#endif
