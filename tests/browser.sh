#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# browser.sh PROGRAM [page] -- the page's own arithmetic against the program's, by node,
# where node is; with "page" also the page in a real browser (Chromium, playwright-core,
# axe-core, in the versions of tests/browser/package-lock.json, kept in build/browser).
# Then nothing is skipped: what is missing is a failure. UPDATE=1 rewrites the reviewed
# pictures in tests/browser.
program=$1; passed=0; all=0
try() {
    name=$1; shift
    got=$("$@" 2>&1)
    line=$(printf '%s\n' "$got" | sed -n 's/^\([0-9]*\) passed, \([0-9]*\) failed$/\1 \2/p')
    if [ -z "$line" ]; then
        echo "FAILED browser/$name"; printf '%s\n' "$got"; all=$((all + 1)); return
    fi
    printf '%s\n' "$got" | grep -v '^[0-9]* passed, [0-9]* failed$'
    passed=$((passed + ${line% *})); all=$((all + ${line% *} + ${line#* }))
}
fail() {
    echo "FAILED browser: $1"; echo "0 passed, 1 failed"; exit 1
}
here() { command -v "$1" >/dev/null 2>&1; }

if [ "$2" = page ]; then
    for tool in node npm chromium convert; do
        here "$tool" || fail "$tool is not installed (make browser installs it)"
    done
    [ -s build/whatif.wasm ] || fail "built without clang and wasm-ld, the page has no what-if"
    mkdir -p build/browser
    if ! cmp -s tests/browser/package-lock.json build/browser/installed; then
        cp tests/browser/package.json tests/browser/package-lock.json build/browser
        log=$(cd build/browser && npm ci --ignore-scripts --no-audit --no-fund 2>&1) ||
            fail "npm cannot install playwright-core and axe-core: $log"
        cp tests/browser/package-lock.json build/browser/installed
    fi
fi
if ! here node; then
    echo "skipped: node is not installed, so the page's script is not run"
elif [ ! -s build/whatif.wasm ]; then
    echo "skipped: built without clang and wasm-ld, the page has no what-if"
else
    try whatif node tests/browser/whatif.mjs "$program"
fi
[ "$2" != page ] || try page node tests/browser/page.mjs "$program"
echo "browser: $passed of $all passed"
[ "$2" != page ] || echo "$passed passed, $((all - passed)) failed"
[ "$passed" -eq "$all" ]
