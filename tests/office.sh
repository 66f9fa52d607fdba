#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# office.sh PROGRAM -- the report's workbook and document in LibreOffice: every sheet's
# cells against the CSV file of its name, every page of the document inside A4's margins,
# in its own type. Nothing is skipped: what is missing is a failure.
program=$1
fail() {
    echo "FAILED office: $1"; echo "0 passed, 1 failed"; exit 1
}
for tool in soffice pdftotext pdffonts pdfinfo node; do
    command -v "$tool" >/dev/null 2>&1 || fail "$tool is not installed (make office installs it)"
done
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
convert() {   # convert FILTER FOLDER FILE
    timeout 180 soffice -env:UserInstallation="file://$out/profile" --headless \
        --convert-to "$1" --outdir "$2" "$3" > "$out/log" 2>&1 || { cat "$out/log"; return 1; }
}
passed=0; failed=0
for case in en:data/cam-binh-2024 vi:data/an-binh-mau; do
    lang=${case%%:*}; report=$out/$lang
    "$program" report "${case#*:}" --method exact --quiet --lang "$lang" --output "$report" ||
        fail "no report of ${case#*:}"
    # Comma, quotes, UTF-8; values as they are, not as they show; every sheet.
    convert 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1' \
        "$out/$lang-csv" "$report/report.xlsx" || fail "LibreOffice does not open report.xlsx"
    convert pdf "$out" "$report/report.docx" || fail "LibreOffice does not open report.docx"
    pdftotext -bbox "$out/report.pdf" "$out/words.html"
    pdffonts "$out/report.pdf" > "$out/fonts"
    line=$(node tests/office/compare.mjs "$report" "$out/$lang-csv" "$out/words.html" "$out/fonts" "$lang")
    printf '%s\n' "$line" | grep '^FAILED'
    counts=$(printf '%s\n' "$line" | sed -n 's/^\([0-9]*\) passed, \([0-9]*\) failed$/\1 \2/p')
    [ -n "$counts" ] || { printf '%s\n' "$line"; fail "the comparison ended early"; }
    passed=$((passed + ${counts% *})); failed=$((failed + ${counts#* }))
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
