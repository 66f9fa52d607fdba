#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# install.sh -- make install into an empty folder, then use what is there: the program, its
# pages, its completion, and the library by a program of 15 lines.
# Ends with "N passed, N failed".
passed=0 failed=0
check() { name=$1; shift; if "$@"; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "FAILED $name"; fi; }
root=$(mktemp -d); trap 'rm -rf "$root"' EXIT
export LC_ALL=C.UTF-8
${MAKE:-make} --no-print-directory install DESTDIR="$root" PREFIX=/usr > "$root/log" 2>&1 || { tail -n 20 "$root/log"; echo "0 passed, 1 failed"; exit 1; }
usr=$root/usr
version=$("$usr/bin/thoatngheo" --version | sed 's/.* //')
check "the program runs" [ -n "$version" ]
for page in man1 vi/man1; do
    man=$usr/share/man/$page/thoatngheo.1
    check "$man is there" [ -s "$man" ]
    check "$man tells of every command" [ "$(grep -c '^\.SH "[a-z]*"$' "$man")" = "$("$usr/bin/thoatngheo" --help | grep -c '^  [a-z][a-z]*  ')" ]
    if command -v groff > /dev/null; then
        check "$man is laid out without a warning" [ -z "$(groff -man -Tutf8 -Kutf8 -ww "$man" 2>&1 > /dev/null | grep -v "can't break\|cannot break\|adjust")" ]
    fi
done
check "Vietnamese page" grep -q 'Xác suất\|chỉ tiêu' "$usr/share/man/vi/man1/thoatngheo.1"
completes() { # WORDS... : what bash offers for the last
    bash -c '. "$1"; shift; COMP_WORDS=(thoatngheo "$@"); COMP_CWORD=$#; _thoatngheo; echo "${COMPREPLY[*]}"' - \
        "$usr/share/bash-completion/completions/thoatngheo" "$@"
}
check "completion: commands" [ "$(completes fore)" = forecast ]
check "completion: options" [ "$(completes forecast --for)" = --format ]
check "completion: words" [ "$(completes forecast --format j)" = json ]

export PKG_CONFIG_PATH=$usr/lib/pkgconfig PKG_CONFIG_SYSROOT_DIR=$root
check "pkg-config: version" [ "$(pkg-config --modversion thoatngheo)" = "$version" ]
so=$usr/lib/libthoatngheo.so
check "libthoatngheo.so.$version" [ -f "$so.$version" ]
check "soname" [ "$(readelf -d "$so" | sed -n 's/.*soname: \[\(.*\)\]/\1/p')" = "libthoatngheo.so.${version%%.*}" ]
nm -D --defined-only "$so" | awk '{ print $3 }' | sed 's/@.*//' | sort -u > "$root/symbols"
check "symbols are there" [ "$(wc -l < "$root/symbols")" -gt 200 ]
grep -v '^tn_' "$root/symbols" > "$root/others"
check "public symbols only: $(head -n 3 "$root/others" | tr '\n' ' ')" [ ! -s "$root/others" ]
cat "$usr"/include/tn/*/*.h | tr -cs 'A-Za-z0-9_' '\n' | sort -u > "$root/words"
comm -23 "$root/symbols" "$root/words" > "$root/secret"
check "each in a header: $(head -n 5 "$root/secret" | tr '\n' ' ')" [ ! -s "$root/secret" ]

cat > "$root/odds.c" <<'E'
#include <stdio.h>
#include <tn.h>
int main(int argc, char *argv[])
{
    struct tn_arena a = {0}; struct tn_err err = {0}; struct tn_findings found = {0};
    struct tn_commune plan; struct tn_model model; struct tn_forecast year;
    struct tn_model_rows rows;
    struct tn_forecast_options how = {.method = TN_CONDITIONAL, .seed = 1};
    tn_setup();
    if (argc != 2 || tn_commune_read(&a, argv[1], NULL, &plan, &found, &err) || tn_model_defaults(&a, &rows, &found, &err) ||
        tn_model_from(&a, &rows, NULL, &model, &found, &err) || tn_forecast_of(&a, &plan, &model, &how, &year, &err))
        return fprintf(stderr, "%s\n", err.text[TN_EN]), 1;
    printf("%.12g\n", year.commune.status[TN_POOR].quota_met.p);
    tn_arena_free(&a);
}
E
cd "$root" || exit 1
check "a program of 15 lines compiles" ${CC:-cc} -std=c11 -Wall -Wextra -Werror -o odds odds.c $(pkg-config --cflags --libs thoatngheo)
plan=$OLDPWD/data/cam-binh-2024
got=$(LD_LIBRARY_PATH=$usr/lib ./odds "$plan")
want=$("$usr/bin/thoatngheo" forecast "$plan" --format json | sed -n 's/.*"p_quota": *\([0-9.]*\).*/\1/p' | head -n 1)
check "it says what the program says: $got, $want" [ "$(printf %.10f "$got")" = "$(printf %.10f "$want")" ]
check "a plan that is not there: status" sh -c '! LD_LIBRARY_PATH=$1 ./odds none 2> complaint && [ -s complaint ]' - "$usr/lib"
check "nothing outside usr" [ "$(ls "$root" | grep -vc -e odds -e log -e symbols -e others -e words -e secret -e complaint)" = 1 ]
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
