/* SPDX-License-Identifier: GPL-3.0-or-later */
/* data.h -- what the reader has to say about files. A message names the column as the
 * program calls it, shows the value, and says what was expected. */
#ifndef TN_WORDS_DATA_H
#define TN_WORDS_DATA_H

/* clang-format off */
/* Files. */
#define TN_W_CANNOT_OPEN "không mở được tệp: %s", "the file cannot be opened: %s"
#define TN_W_IS_FOLDER "đây là thư mục, không phải tệp CSV", "this is a folder, not a CSV file"
#define TN_W_NOT_A_FILE \
    "đây không phải một tệp thường (mà là ống dẫn hoặc thiết bị)", \
    "this is no ordinary file (but a pipe or a device)"
#define TN_W_NO_FOLDER "không có thư mục này, hoặc không đọc được: %s", \
    "there is no such folder, or it cannot be read: %s"
#define TN_W_NOT_A_FOLDER "đây không phải thư mục; hãy chỉ ra thư mục kế hoạch, nơi có plan.csv và villages.csv", \
    "this is not a folder; name the plan folder, which holds plan.csv and villages.csv"
#define TN_W_NO_FILE "thiếu tệp %s; kế hoạch phải có plan.csv và villages.csv", "%s is missing; a plan needs plan.csv and villages.csv"
#define TN_W_NO_FILE_NEAR "thiếu tệp %s; có phải là '%s' bị đặt sai tên?", \
    "%s is missing; is it '%s', misnamed?"
#define TN_W_STRAY_NEAR "tệp này không được đọc; có phải là %s bị đặt sai tên? (cần tệp CSV mang đúng tên đó)", \
    "this file is not read; is it %s, misnamed? (a CSV file of exactly that name is needed)"
#define TN_W_STRAY_BESIDE "tệp này không được đọc vì đã có %s", \
    "this file is not read, since %s is there"
#define TN_W_STRAY "tệp này không thuộc các tệp của kế hoạch nên không được đọc", \
    "this file is none of a plan's and is not read"
#define TN_W_READ_ERROR "đọc tệp bị lỗi giữa chừng: %s", "reading broke off: %s"
#define TN_W_FILE_TOO_BIG "tệp lớn hơn giới hạn %g MiB; tăng giới hạn bằng --max-mib", \
    "the file is larger than the limit of %g MiB; --max-mib raises it"
#define TN_W_EMPTY_FILE "tệp rỗng: không có dòng nào", "the file is empty: not one line"
#define TN_W_IS_WORKBOOK "đây là tệp Excel đổi tên, không phải CSV; trong Excel hãy lưu bằng 'CSV UTF-8 (Comma delimited)'", \
    "this is an Excel workbook renamed, not a CSV file; in Excel, save it as 'CSV UTF-8 (Comma delimited)'"
#define TN_W_IS_OTHER "đây là tệp %s, không phải CSV; cần bảng ở dạng CSV UTF-8", \
    "this is a %s file, not a CSV file; the table is needed as CSV UTF-8"
#define TN_W_IS_WEB_PAGE "đây là trang web (HTML) đổi tên, không có dòng tiêu đề của CSV; hãy mở bằng Excel và lưu bằng 'CSV UTF-8'", \
    "this is a web page (HTML) renamed, without the header line of a CSV file; open it in Excel and save it as 'CSV UTF-8'"
#define TN_W_NO_ENCODING "không biết bảng mã '%s'; thử utf-8, windows-1258, tcvn3, vni hoặc utf-16le", \
    "the encoding '%s' is not known; try utf-8, windows-1258, tcvn3, vni or utf-16le"
#define TN_W_READ_AS "tệp được đọc theo bảng mã %s", "the file is read as %s"

/* Rows. */
#define TN_W_STRAY_QUOTE "%s: dấu nháy kép không đúng chỗ trong '%s'; trong ô có nháy, mỗi dấu \" phải viết đôi \"\" và ô phải đóng bằng nháy", \
    "%s: a quote in the wrong place in '%s'; inside a quoted cell each \" is written twice, and the cell ends with a quote"
#define TN_W_QUOTE_NEVER_CLOSED "%s: dấu nháy kép mở ở đây không được đóng: '%s'", \
    "%s: the quote that opens here is never closed: '%s'"
#define TN_W_FIELD_TOO_LONG "%s: ô dài hơn giới hạn %d KiB: '%s'", \
    "%s: the field is longer than the limit of %d KiB: '%s'"
#define TN_W_ROW_TOO_LONG "dòng dài hơn giới hạn %d KiB", "the row is longer than the limit of %d KiB"
#define TN_W_TOO_MANY_COLUMNS "dòng có nhiều hơn giới hạn %d cột", "the row has more than the limit of %d columns"
#define TN_W_TOO_MANY_ERRORS "đã có %d lỗi trong tệp này; phần còn lại không đọc nữa", \
    "%d errors in this file; the rest of it is not read"
#define TN_W_BLANK_LINE "dòng trống giữa bảng được bỏ qua", "a blank line inside the table is skipped"
#define TN_W_ROW_HAS_FIELDS "dòng có %zu ô, tiêu đề có %zu: '%s'", "the row has %zu field" TN_S ", the header has %zu: '%s'"
#define TN_W_ROW_HAS_MORE "dòng có %zu ô, tiêu đề có %zu: '%s'; có phải dấu phẩy thập phân trong tệp ngăn bằng dấu phẩy?", \
    "the row has %zu field" TN_S ", the header has %zu: '%s'; a decimal comma in a file separated by commas?"
#define TN_W_CELL_WITHOUT_HEADING "ô có giá trị '%s' nhưng cột này không có tên ở dòng tiêu đề (ô gộp?); mỗi cột cần một tên trên cùng một dòng", \
    "the cell holds '%s', but its column has no name in the header (merged cells?); each column needs a name, on one line"
#define TN_W_NO_ROWS "chỉ có dòng tiêu đề, không có dòng số liệu nào", \
    "only a header line: no rows follow it"

/* Header. */
#define TN_W_NO_HEADER "dòng đầu không phải tiêu đề: không có tên cột nào quen thuộc trong '%s'; cần có %s", \
    "the first line is not a header: no column name is known in '%s'; needed are %s"
#define TN_W_HEADER_BELOW "dòng đầu không phải tiêu đề: '%s'; tên các cột nằm ở dòng %ld: hãy xóa các dòng phía trên", \
    "the first line is not a header: '%s'; the column names stand on line %ld: delete the lines above it"
#define TN_W_MISSING_COLUMN "thiếu cột %s ('%s')", "the column %s ('%s') is missing"
#define TN_W_COLUMN_TWICE "%s: cột này có hai lần, trước đó ở cột %ld: '%s'", \
    "%s: this column appears twice, before in column %ld: '%s'"
#define TN_W_UNKNOWN_COLUMN "không biết cột '%s'; cột này không được đọc", \
    "the column '%s' is not known and not read"
#define TN_W_UNKNOWN_COLUMN_NEAR "không biết cột '%s'; cột này không được đọc (gần nhất: %s, '%s')", \
    "the column '%s' is not known and not read (nearest: %s, '%s')"
#define TN_W_COLUMN_WITHOUT_NAME "cột này không có tên và không được đọc", \
    "this column has no name and is not read"

/* Cells. */
#define TN_W_EMPTY_CELL "%s: ô trống; cần có giá trị, nếu không có hộ nào thì ghi 0", \
    "%s: the cell is empty; a value is needed, 0 where there is none"
#define TN_W_EMPTY_VALUE "%s: ô trống; cần có giá trị", "%s: the cell is empty; a value is needed"
#define TN_W_EMPTY_NAME "%s: ô trống; cần có tên", "%s: the cell is empty; a name is needed"
#define TN_W_NOT_WHOLE "%s: '%s' không phải số nguyên (chỉ viết chữ số: không dấu, không phần thập phân, không dấu ngăn nghìn, không đơn vị)", \
    "%s: '%s' is not a whole number (digits only: no sign, decimals, thousands mark or unit)"
#define TN_W_TOO_LARGE "%s: '%s' quá lớn, tối đa %ld", "%s: '%s' is too large, the limit is %ld"
#define TN_W_TOO_SMALL "%s: '%s' quá nhỏ, tối thiểu %ld", "%s: '%s' is too small, the least is %ld"
#define TN_W_FORMULA_ERROR "%s: '%s' là lỗi công thức chép từ Excel; hãy sửa công thức rồi lưu lại", \
    "%s: '%s' is a formula error copied from Excel; mend the formula and save again"
#define TN_W_NOT_A_YEAR "%s: '%s' không phải năm (1900 đến 2100)", "%s: '%s' is not a year (1900 to 2100)"
#define TN_W_NOT_A_NUMBER "%s: '%s' không phải số (viết như 2,66 hoặc 2.66, không đơn vị, không dấu %%)", \
    "%s: '%s' is not a number (written as 2.66 or 2,66, without unit or %% sign)"
#define TN_W_AMBIGUOUS_NUMBER "%s: không rõ '%s' có dấu ngăn nghìn hay dấu thập phân; hãy viết đủ như %s hoặc bỏ dấu ngăn nghìn", \
    "%s: cannot tell whether '%s' has a thousands mark or a decimal mark; write it out as %s, or without thousands mark"
#define TN_W_OUT_OF_RANGE "%s: '%s' nằm ngoài khoảng %s", "%s: '%s' is outside the range %s"
#define TN_W_NOT_A_FLAG "%s: '%s' phải là 0 hoặc 1", "%s: '%s' must be 0 or 1"
#define TN_W_UNKNOWN_CODE "%s: không biết '%s'; cần một trong: %s", "%s: '%s' is not known; one of these is needed: %s"
#define TN_W_UNKNOWN_CODE_NEAR "%s: không biết '%s' (gần nhất: %s); cần một trong: %s", \
    "%s: '%s' is not known (nearest: %s); one of these is needed: %s"
#define TN_W_CODE_NEAR "%s: '%s' gần giống '%s'; nếu viết nhầm, hãy sửa", "%s: '%s' is close to '%s'; mend it if it is a slip"
#define TN_W_EMPTY_LIST_ITEM "%s: '%s' có phần trống giữa các dấu |", "%s: '%s' has an empty part between its | marks"
#define TN_W_LIST_MARK "%s: '%s' phải nối các mục bằng dấu |, không phải '%c'", \
    "%s: the items of '%s' must be joined by |, not by '%c'"
#define TN_W_NOT_A_DATE "%s: '%s' không phải ngày (viết 31/12/2024 hoặc 2024-12-31)", \
    "%s: '%s' is not a date (written 31/12/2024 or 2024-12-31)"
#define TN_W_SERIAL_DATE "%s: '%s' được đọc như số ngày của Excel: %04d-%02d-%02d", \
    "%s: '%s' is read as an Excel day number: %04d-%02d-%02d"
#define TN_W_SHORT_YEAR "%s: năm chỉ có hai chữ số trong '%s' được đọc là %d", \
    "%s: the two-digit year of '%s' is read as %d"
#define TN_W_NAME_TOO_LONG "%s: tên '%s' dài hơn giới hạn %d byte", "%s: the name '%s' is longer than the limit of %d bytes"
#define TN_W_NAME_HAS_LINES "%s: tên '%s' phải nằm trên một dòng", "%s: the name '%s' must be on one line"
#define TN_W_CONTROL "%s: '%s' có ký tự điều khiển; hãy gõ lại ô này", \
    "%s: '%s' holds a control character; type the cell anew"
#define TN_W_NOT_SHOWN "%s: '%s' có ký tự không hiển thị được; hãy gõ lại ô này", \
    "%s: '%s' holds a character that cannot be shown; type the cell anew"
#define TN_W_NUL "%s: '%s' có byte NUL (vị trí byte %lld của tệp); tệp bị hỏng hoặc không phải văn bản", \
    "%s: '%s' holds a NUL byte (byte %lld of the file); the file is damaged or no text"
#define TN_W_NOT_UTF8 "%s: '%s' không phải UTF-8; trong Excel hãy lưu bằng 'CSV UTF-8'", \
    "%s: '%s' is not UTF-8; in Excel, save the file as 'CSV UTF-8'"

#define TN_W_LEGACY "%s: '%s' không phải UTF-8 mà trông như %s; trong Excel hãy lưu bằng 'CSV UTF-8', hoặc đọc bằng --encoding %s", \
    "%s: '%s' is not UTF-8 but looks like %s; in Excel, save the file as 'CSV UTF-8', or read it by --encoding %s"
#define TN_W_LETTERS_LOST "%s: '%s' đã mất chữ khi lưu (dấu ? thay cho chữ tiếng Việt), không khôi phục được; hãy mở lại bản gốc và lưu bằng 'CSV UTF-8'", \
    "%s: '%s' lost letters when it was saved (? in place of Vietnamese letters), beyond repair; open the original and save it as 'CSV UTF-8'"
#define TN_W_DECODED_TWICE "%s: '%s' là chữ UTF-8 bị hiểu nhầm thành bảng mã khác rồi lưu lại (giải mã hai lần); hãy mở lại bản gốc và lưu bằng 'CSV UTF-8'", \
    "%s: '%s' is UTF-8 that was taken for another encoding and saved again (decoded twice); open the original and save it as 'CSV UTF-8'"
#define TN_W_FONT_LETTERS "%s: '%s' là chữ của phông %s nằm trong tệp Unicode; hãy chuyển mã sang Unicode (ví dụ bằng UniKey) rồi lưu bằng 'CSV UTF-8'", \
    "%s: '%s' are letters of a %s font inside a Unicode file; convert them to Unicode (with UniKey, say) and save as 'CSV UTF-8'"

/* Rows and files against one another. */
#define TN_W_QUOTA_ABOVE "%s: chỉ tiêu %ld nhiều hơn %ld hộ của '%s'", \
    "%s: the quota of %ld is more than the %ld household" TN_S " of '%s'"
#define TN_W_VILLAGE_TWICE "village: '%s' trùng với dòng %ld, '%s'", \
    "village: '%s' is a duplicate of line %ld, '%s'"
#define TN_W_HOUSEHOLD_TWICE "household: mã '%s' đã có ở dòng %ld với nội dung khác", \
    "household: the code '%s' stands on line %ld already, with other content"
#define TN_W_HOUSEHOLD_AGAIN "household: dòng của hộ '%s' lặp lại nguyên văn dòng %ld; chỉ tính một lần", \
    "household: the row of '%s' repeats line %ld word for word; it counts once"
#define TN_W_CODE_SHORTENED "household: mã '%s' trông như mã dài bị Excel rút gọn; hãy định dạng cột này là Text rồi nhập lại", \
    "household: the code '%s' looks like a longer one that Excel has shortened; format the column as text and enter it anew"
#define TN_W_UNKNOWN_VILLAGE "%s: thôn '%s' không có trong villages.csv", "%s: the village '%s' is not in villages.csv"
#define TN_W_UNKNOWN_VILLAGE_NEAR "%s: thôn '%s' không có trong villages.csv (gần nhất: '%s')", \
    "%s: the village '%s' is not in villages.csv (nearest: '%s')"
#define TN_W_KEY_TWICE "%s: mục này đã có ở dòng %ld", "%s: this item stands on line %ld already"
#define TN_W_UNKNOWN_KEY "key: không biết mục '%s'; mục này không được đọc", \
    "key: the item '%s' is not known and not read"
#define TN_W_UNKNOWN_KEY_NEAR "key: không biết mục '%s'; mục này không được đọc (gần nhất: %s)", \
    "key: the item '%s' is not known and not read (nearest: %s)"
#define TN_W_MISSING_KEY "thiếu mục %s ('%s')", "the item %s ('%s') is missing"
#define TN_W_YEARS_ORDER "plan_year: năm kế hoạch %d phải sau năm gốc %d", \
    "plan_year: the plan year %d must come after the base year %d"
#define TN_W_SUM_DIFFERS "%s: kế hoạch ghi %ld, tổng các thôn là %ld; dùng con số của kế hoạch", \
    "%s: the plan says %ld, the villages add up to %ld; the plan's figure is used"
#define TN_W_LISTED_ABOVE \
    "status: đây là hộ %s thứ %ld của '%s' trong danh sách, nhưng villages.csv chỉ có %ld hộ", \
    "status: this is %s household %ld listed for '%s', but villages.csv has only %ld"
#define TN_W_PLAN_QUOTA_ABOVE "%s: chỉ tiêu %ld nhiều hơn %ld hộ của xã", \
    "%s: the quota of %ld is more than the commune's %ld household" TN_S
#define TN_W_TOTAL_BELOW "households_total: %ld ít hơn %ld hộ nghèo và cận nghèo", \
    "households_total: %ld is fewer than the %ld poor and near-poor household" TN_S
#define TN_W_VILLAGE_TOTAL_BELOW "households: %ld ít hơn %ld hộ nghèo và cận nghèo của '%s'", \
    "households: %ld is fewer than the %ld poor and near-poor household" TN_S " of '%s'"
#define TN_W_TOTAL_ROW "'%s' bằng tổng các dòng khác: nếu là dòng tổng cộng thì hãy xóa đi, nay nó được tính như một thôn", \
    "'%s' equals the sum of all other rows: delete it if it is a total, it now counts as a village"
#define TN_W_TOTAL_NAME "village: '%s' giống tên của dòng tổng cộng; nay nó được tính như một thôn", \
    "village: '%s' looks like the name of a total; it now counts as a village"
/* the share twice, as either language writes it */
#define TN_W_PERCENT_OF_COUNT \
    "percent: ghi '%s', nhưng %ld trên %ld hộ là %s%.0s", \
    "percent: '%s' is given, but %ld of %ld household" TN_S " are %.0s%s"
#define TN_W_PERCENT_OR_COUNT "percent: phải có percent hoặc count", "percent: percent or count must be given"
#define TN_W_UNKNOWN_QUANTITY \
    "quantity: không biết đại lượng '%s'; con số này không được đối chiếu (các đại lượng: %s)", \
    "quantity: '%s' is not known, and its figure not checked (known: %s)"
#define TN_W_COUNT_ABOVE_BASE "count: %ld nhiều hơn %ld hộ của cột base", "count: %ld is more than the base of %ld"
#define TN_W_ROW_TWICE "dòng này lặp lại dòng %ld: '%s'", "this row repeats line %ld: '%s'"
#define TN_W_EXITS_ABOVE "exits: %ld nhiều hơn %ld hộ (at_risk)", "exits: %ld is more than the %ld household" TN_S " at risk"
#define TN_W_TO_NEAR_ABOVE "to_near_poor: %ld nhiều hơn %ld hộ đã thoát (exits)", \
    "to_near_poor: %ld is more than the %ld exit" TN_S
#define TN_W_TO_NEAR_OF_NEAR "to_near_poor: chỉ ghi cho hộ nghèo", "to_near_poor: only the poor can rise to near-poor"
#define TN_W_TO_POOR_ABOVE "to_poor: %ld nhiều hơn %ld hộ không thoát (at_risk trừ exits)", \
    "to_poor: %ld is more than the %ld household" TN_S " that did not leave"
#define TN_W_TO_POOR_OF_POOR "to_poor: chỉ ghi cho hộ cận nghèo", "to_poor: only the near-poor can fall to poor"
#define TN_W_ONE_HOUSEHOLD "at_risk: dòng của một hộ phải ghi 1, nhưng nhận được %ld", \
    "at_risk: the row of one household must say 1, got %ld"
#define TN_W_HISTORY_WORKERS "workers: %ld nhiều hơn %ld nhân khẩu (members)", "workers: %ld is more than the %ld members"
#define TN_W_PROGRESS_YEAR "date: '%s' không thuộc năm kế hoạch %d", "date: '%s' is not in the plan year %d"
#define TN_W_PROGRESS_ABOVE "exits: %ld nhiều hơn %ld hộ của '%s'", "exits: %ld is more than the %ld household" TN_S " of '%s'"
#define TN_W_PROGRESS_DOWN "exits: %ld ít hơn %ld đã báo cáo ngày %04d-%02d-%02d (dòng %ld)", \
    "exits: %ld is fewer than the %ld reported on %04d-%02d-%02d (line %ld)"
#define TN_W_SELECT_WHAT "select: '%s' phải là household, village, cause hoặc status, kèm một giá trị (village=...)", \
    "select: '%s' must be household, village, cause or status, with a value (village=...)"
#define TN_W_SET_SHARE "value: '%s' phải là xác suất từ 0 đến 1", "value: '%s' must be a probability from 0 to 1"
#define TN_W_SHIFT_RANGE \
    "value: '%s' là mức cộng trên thang logit, phải từ -%g đến %g", \
    "value: '%s' is added on the logit scale, and must be from -%g to %g"
#define TN_W_PICKS_STATUS \
    "key: '%s' phải là poor hoặc near_poor", \
    "key: '%s' must be poor or near_poor"
#define TN_W_PICKS_ANOTHER \
    "status: '%s' không khớp với key '%s'; dòng này không chọn được hộ nào", \
    "status: '%s' contradicts the key '%s'; the row picks no household"
#define TN_W_PICKS_HOUSEHOLD \
    "key: không có hộ '%s' trong households.csv", \
    "key: there is no household '%s' in households.csv"
#define TN_W_PICKS_CAUSE \
    "key: không hộ nào trong households.csv có nguyên nhân '%s'; dòng này không thay đổi gì", \
    "key: no household in households.csv has the cause '%s'; the row changes nothing"
#define TN_W_DATA_BROKEN "dữ liệu có %zu lỗi", "the data have %zu errors"
/* clang-format on */

#endif
