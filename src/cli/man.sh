#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# man.sh PROGRAM vi|en -- the manual page, out of what the program says of itself.
program=$1 lang=$2
export LC_ALL=C.UTF-8
case $lang in
vi) name=TÊN synopsis="CÚ PHÁP" description="MÔ TẢ" commands="CÁC LỆNH" status="MÃ THOÁT"
    line="chỉ tiêu giảm nghèo của xã có thực tế không"
    about="Đọc kế hoạch giảm nghèo hằng năm của một xã (thư mục các tệp CSV) và cho biết chỉ tiêu có đạt được không, vướng ở thôn nào, hộ nào, và chỉ tiêu thế nào thì vừa sức."
    ends="0: xong. 1: không làm được (không ghi được tệp hay biểu đồ, thiếu gnuplot, hết bộ nhớ). 2: gõ lệnh sai hoặc dữ liệu vào sai, không ghi gì. 3: audit thấy mâu thuẫn. 130, 143, 129: bị dừng bởi SIGINT, SIGTERM, SIGHUP; không ghi gì." ;;
*)  name=NAME synopsis=SYNOPSIS description=DESCRIPTION commands=COMMANDS status="EXIT STATUS"
    line="can a commune's poverty-reduction quotas be met?"
    about="Reads a commune's yearly poverty-reduction plan (a folder of CSV files) and says whether its quotas can be met, on which villages and households that hangs, and what would be realistic."
    ends="0: done. 1: the command failed (a file or a chart could not be written, gnuplot is missing, memory ran out). 2: wrong usage or wrong input, nothing written. 3: audit found contradictions. 130, 143, 129: stopped by SIGINT, SIGTERM, SIGHUP; nothing written." ;;
esac
roff() { sed -e 's/\\/\\e/g' -e 's/-/\\-/g' -e "s/^\([.']\)/\\\\\&\1/"; }
shown() { echo .nf; roff; echo .fi; }
version=$("$program" --version | sed 's/.* //')

printf '.TH THOATNGHEO 1 "" "thoatngheo %s"\n' "$version"
printf '.SH %s\nthoatngheo \\- ' "$name"; printf '%s\n' "$line" | roff
printf '.SH "%s"\n.B thoatngheo\n' "$synopsis"
"$program" --help --lang "$lang" > /dev/null
"$program" --lang "$lang" --help | sed -n '1s/^[^:]*: thoatngheo //p' | roff
printf '.SH "%s"\n' "$description"; printf '%s\n' "$about" | roff
printf '.SH "%s"\n' "$commands"
"$program" --lang "$lang" --help | sed 1,2d | shown
for command in $("$program" --help | sed -n 's/^  \([a-z]*\)  .*/\1/p'); do
    printf '.SH "%s"\n' "$command"
    "$program" "$command" --help --lang "$lang" | shown
done
printf '.SH "%s"\n' "$status"; printf '%s\n' "$ends" | roff
