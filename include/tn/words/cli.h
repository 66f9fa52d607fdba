/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of the command line itself. */
#ifndef TN_WORDS_CLI_H
#define TN_WORDS_CLI_H

/* clang-format off */
#define TN_W_USAGE_ALL \
    "Cách dùng: thoatngheo LỆNH [TÙY CHỌN...] THƯ-MỤC-KẾ-HOẠCH\n", \
    "Usage: thoatngheo COMMAND [OPTION...] PLAN-FOLDER\n"
#define TN_W_USAGE_ONE \
    "Cách dùng: thoatngheo %s [TÙY CHỌN...] %s\n%s.\n", \
    "Usage: thoatngheo %s [OPTION...] %s\n%s.\n"
#define TN_W_MORE_HELP \
    "Xem thêm: thoatngheo LỆNH --help\n", \
    "More: thoatngheo COMMAND --help\n"
#define TN_W_PLAN_FILES "Các tệp của thư mục kế hoạch (* là bắt buộc):", "Files of a plan folder (* is needed):"
#define TN_W_PLAN_FILES_MORE "    Các cột của từng tệp: thoatngheo schema TỆP\n", \
    "    The columns of each: thoatngheo schema FILE\n"
#define TN_W_OPTIONS_OWN "Tùy chọn của lệnh:", "Options of this command:"
#define TN_W_OPTIONS_COMMON "Tùy chọn chung:", "Options of every command:"

#define TN_W_GROUP_PLAN "Kế hoạch", "The plan"
#define TN_W_GROUP_FORECAST "Dự báo", "Forecast"
#define TN_W_GROUP_DEPRIVATION "Thiếu hụt", "Deprivation"
#define TN_W_GROUP_HISTORY "Số liệu nhiều năm", "History"
#define TN_W_GROUP_TOOLS "Công cụ", "Tools"

#define TN_W_NO_COMMAND \
    "không có lệnh '%s'; xem thoatngheo --help", \
    "there is no command '%s'; see thoatngheo --help"
#define TN_W_NO_COMMAND_NEAR \
    "không có lệnh '%s' (gần nhất: '%s'); xem thoatngheo --help", \
    "there is no command '%s' (nearest: '%s'); see thoatngheo --help"
#define TN_W_NO_OPTION \
    "không có tùy chọn '%s'; xem thoatngheo %s --help", \
    "there is no option '%s'; see thoatngheo %s --help"
#define TN_W_NO_OPTION_NEAR \
    "không có tùy chọn '%s' (gần nhất: '--%s'); xem thoatngheo %s --help", \
    "there is no option '%s' (nearest: '--%s'); see thoatngheo %s --help"
#define TN_W_OPTION_NO_VALUE \
    "--%s không nhận giá trị, nhưng có '%s'", \
    "--%s takes no value, but was given '%s'"
#define TN_W_OPTION_WANTS \
    "--%s cần một giá trị (%s)", \
    "--%s needs a value (%s)"
#define TN_W_OPTION_WHOLE \
    "--%s cần một số nguyên, nhưng nhận được '%s'", \
    "--%s needs a whole number, got '%s'"
#define TN_W_OPTION_NUMBER \
    "--%s cần một số, nhưng nhận được '%s'", \
    "--%s needs a number, got '%s'"
#define TN_W_OPTION_RANGE \
    "--%s phải từ %.15g đến %.15g, nhưng nhận được '%s'", \
    "--%s must lie between %.15g and %.15g, got '%s'"
#define TN_W_OPTION_CHOICE \
    "--%s phải là một trong %s, nhưng nhận được '%s'", \
    "--%s must be one of %s, got '%s'"
#define TN_W_OPTION_ENCODING \
    "--%s: không biết bảng mã '%s'; thử utf-8, windows-1258, tcvn3, vni hoặc utf-16le", \
    "--%s: the encoding '%s' is not known; try utf-8, windows-1258, tcvn3, vni or utf-16le"
#define TN_W_OPTION_TOO_MANY \
    "--%s được đưa ra quá %d lần", \
    "--%s is given more than %d times"
#define TN_W_ONE_FOLDER \
    "lệnh %s cần đúng một thư mục kế hoạch, nhưng nhận được %zu", \
    "%s needs exactly one plan folder, got %zu"
#define TN_W_SOME_FOLDER \
    "lệnh %s cần một hoặc nhiều thư mục kế hoạch, nhưng không nhận được thư mục nào", \
    "%s needs a plan folder, or several, got none"
#define TN_W_OUTPUT_IS_INPUT \
    "lệnh này đọc tệp đó nên không ghi đè lên; hãy ghi ra tệp tên khác", \
    "this file is read by the command, and not written over; name another"
#define TN_W_OUTPUT_TWICE \
    "hai kết quả không ghi chung một tệp được; hãy đặt hai tên khác nhau", \
    "two answers cannot go to one file; name two"
#define TN_W_OPTION_DASH \
    "--%s: '-' không thay cho đầu vào hay đầu ra chuẩn; tệp có tên đó viết là ./-", \
    "--%s: '-' does not stand for a standard stream; a file of that name is ./-"
#define TN_W_NOTHING_WRITTEN \
    "không ghi được kết quả ra đầu ra chuẩn", \
    "the answer could not be written to standard output"
#define TN_W_MORE_FINDINGS \
    "... và %zu mục nữa", \
    "... and %zu more"
#define TN_W_ERROR "lỗi", "error"
#define TN_W_WARNING "cảnh báo", "warning"
#define TN_W_NOTE "ghi chú", "note"

#define TN_W_OPT_FORMAT \
    "dạng kết quả: bảng cho người đọc, csv hoặc json (mặc định table)", \
    "how the answer is written (default table)"
#define TN_W_OPT_OUTPUT \
    "ghi vào tệp này (với report và plot: thư mục) thay cho đầu ra chuẩn", \
    "write to this file (report and plot: folder), not to standard output"
#define TN_W_OPT_LANG \
    "ngôn ngữ (mặc định theo máy, nếu không thì vi)", \
    "language (default from the locale, else vi)"
#define TN_W_OPT_SEED "hạt giống ngẫu nhiên (mặc định 1)", "random seed (default 1)"
#define TN_W_OPT_DRAWS \
    "số lần mô phỏng (mặc định 1000000)", \
    "Monte Carlo draws (default 1000000)"
#define TN_W_OPT_THREADS \
    "số luồng tính (mặc định 0: tất cả)", \
    "threads (default 0: all)"
#define TN_W_OPT_METHOD \
    "cách tính (mặc định exact nếu mọi tham số cố định, nếu không thì conditional)", \
    "how to compute (default exact if all parameters are fixed, else conditional)"
#define TN_W_OPT_MODEL \
    "đọc mô hình từ tệp này thay cho model.csv của thư mục", \
    "read the exit model from this file, not from the folder's model.csv"
#define TN_W_OPT_ENCODING \
    "bảng mã của các tệp CSV: windows-1258, tcvn3, vni, ... (mặc định tự nhận)", \
    "encoding of the CSV files: windows-1258, tcvn3, vni, ... (default: told from the bytes)"
#define TN_W_OPT_MAX_MIB \
    "nhận tệp lớn đến chừng này MiB (mặc định 256)", \
    "take files up to this many MiB (default 256)"
#define TN_W_OPT_NAMES \
    "in cả tên chủ hộ (mặc định chỉ mã hộ)", \
    "print the heads' names too (default: household codes only)"
#define TN_W_OPT_QUIET "không in tiến độ và ghi chú", "no progress, no notes"
#define TN_W_OPT_HELP "in trang này", "print this page"
/* clang-format on */

#endif
