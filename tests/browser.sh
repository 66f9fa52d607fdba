#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# browser.sh PROGRAM [page] -- the page's own arithmetic against the program's, by node;
# with "page" also the page in a real browser (Chromium, playwright-core, axe-core).
# What is not installed is skipped, and said.
program=$1; passed=0; all=0
try() {
    name=$1; shift
    got=$("$@" 2>&1)
    line=$(printf '%s\n' "$got" | sed -n 's/^\([0-9]*\) passed, \([0-9]*\) failed$/\1 \2/p')
    if [ -z "$line" ]; then
        echo "FAILED browser/$name"; printf '%s\n' "$got"; all=$((all + 1)); return
    fi
    printf '%s\n' "$got" | grep '^FAILED'
    passed=$((passed + ${line% *})); all=$((all + ${line% *} + ${line#* }))
}
if ! command -v node >/dev/null 2>&1; then
    echo "skipped: node is not installed, so the page's script is not run"
elif [ ! -s build/whatif.wasm ]; then
    echo "skipped: built without clang and wasm-ld, the page has no what-if"
else
    try whatif node tests/browser/whatif.mjs "$program"
fi
if [ "$2" = page ]; then
    if ! command -v chromium >/dev/null 2>&1; then
        echo "skipped: chromium is not installed, so no page is opened"
    elif ! (cd tests/browser && { [ -d node_modules ] || npm ci --no-audit --no-fund; }) >/dev/null 2>&1; then
        echo "skipped: playwright-core and axe-core cannot be installed (npm)"
    else
        try page node tests/browser/page.mjs "$program"
    fi
fi
echo "browser: $passed of $all passed"
[ "$passed" -eq "$all" ]
