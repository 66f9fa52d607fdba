# SPDX-License-Identifier: GPL-3.0-or-later
# What the fault suites share. PROGRAM and LONG (empty: the short suite) come from
# tests/faults.sh. Every suite works in $W, which holds data/ as the repository does,
# bin/gnuplot that draws each script once and remembers it, and
#   old/  a report in English           new/  the same in Vietnamese, the usual outcome
# so that whatever a run leaves in out/, each file is to be one of the two, whole.
set -u
export LC_ALL=C.UTF-8 OMP_NUM_THREADS=1
P=data/cam-binh-2024 M=data/an-binh-mau
passed=0 failed=0

good() { passed=$((passed + 1)); }
bad() { failed=$((failed + 1)); echo "FAILED $*"; }
check() { local name=$1; shift; if "$@"; then good; else bad "$name"; fi; }
close_suite() { echo "$passed passed, $failed failed"; exit $((failed > 0)); }

# Shared by the suites of one run: made by the first.
prepare() {
    W=$1; root=$2
    cd "$W" || exit 1
    [ -e data ] || ln -s "$root/data" data
    if [ ! -x bin/gnuplot ]; then
        mkdir -p bin cache
        cat > bin/gnuplot <<EOF
#!/bin/sh
script=\$(mktemp "$W/cache/script.XXXXXX"); cat > "\$script"
key=\$(sha256sum < "\$script" | cut -c1-40)
if [ ! -f "$W/cache/\$key" ]; then
    $(command -v gnuplot) -d "\$script" > "\$script.out" && mv "\$script.out" "$W/cache/\$key"
fi
rm -f "\$script"
exec cat "$W/cache/\$key"
EOF
        chmod +x bin/gnuplot
    fi
    plain_path=$PATH
    PATH=$W/bin:$PATH
    if [ ! -d new ]; then
        "$PROGRAM" report $P --lang en --output old > /dev/null || exit 1
        "$PROGRAM" report $P --lang vi --output new > /dev/null || exit 1
    fi
}

# Every file of a folder is whole: the old or the new one's bytes; no temporary file.
whole() {
    local f name
    for f in "$1"/* "$1"/.[!.]*; do
        [ -e "$f" ] || continue
        name=${f##*/}
        case $name in
        .*.tn-tmp) echo "  temporary: $f"; return 1 ;;
        esac
        cmp -s "$f" "new/$name" || cmp -s "$f" "old/$name" ||
            { echo "  neither old nor new: $f"; return 1; }
    done
}
# The same for a report without its pictures: page and document are others, and end.
whole_without_charts() {
    [ ! -e out/index.html ] || tail -c 20 out/index.html | grep -q '</html>' || return 1
    [ ! -e out/report.docx ] || tail -c 22 out/report.docx | head -c 4 | grep -q 'PK' || return 1
    rm -rf rest; cp -a out rest
    rm -f rest/index.html rest/report.docx
    whole rest
}
# The folder is the old report, untouched.
untouched() { diff -rq old "$1"; }
fresh_out() { rm -rf out; cp -a old out; }
report() { "$PROGRAM" report $P --lang vi --output out "$@"; }
# The same behind us: $pid is the program's own.
launch() { "$PROGRAM" report $P --lang vi --output out > answer 2> complaint & pid=$!; }
says() { [ "$(wc -c < "$1")" -gt 10 ]; }   # a sentence
