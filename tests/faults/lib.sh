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
echo \$\$ > "$W/drawer"
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
standing=old coming=new
whole() {
    local f name
    for f in "$1"/* "$1"/.[!.]*; do
        [ -e "$f" ] || continue
        name=${f##*/}
        case $name in
        .*.tn-tmp) echo "  temporary: $f"; return 1 ;;
        esac
        cmp -s "$f" "$coming/$name" || cmp -s "$f" "$standing/$name" ||
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
fresh_out() { rm -rf out; cp -a $standing out; }
report() { "$PROGRAM" report $P --lang vi --output out "$@"; }
# The same behind us: $pid is the program's own.
launch() { "$PROGRAM" report $P --lang vi --output out > answer 2> complaint & pid=$!; }
# The last gnuplot is not there any more.
drawer_gone() { [ ! -s drawer ] || ! kill -0 "$(cat drawer)" 2> /dev/null || grep -q '^State:.*Z' "/proc/$(cat drawer)/status"; }
says() { [ "$(wc -c < "$1")" -gt 10 ]; }   # a sentence

# What every command is asked in the long suites: with its answer on standard output, and
# with files in out/. No word holds a space.
answers="--help|--version|forecast --help|schema|schema --markdown|check $P|check $P --format json|check legacy --encoding windows-1258
audit $P|audit $P --format csv|exits $P|exits $P --households --format csv|prevalence $P
prevalence $M --format json|trend $M|trend --rates data/reference/provinces/rates.csv --format csv
profiles $P|forecast $P|forecast $P --format json|forecast $P $M|simulate $P --draws 1000
quota $P --format csv|whatif $P --sensitivity|fit $M|backtest $M|backtest $M --format json|track $M
merge a.part b.part --format json|priors data/reference --elicited data/priors/elicited.csv"
writes="forecast $P --output out/f.csv --format csv|forecast $P --output out/f.json --format json
quota $P --output out/f.txt|simulate $P --draws 1000 --partial out/part
merge a.part b.part --output out/m.json --format json|fit $M --write out/model.csv
priors data/reference --elicited data/priors/elicited.csv --write out/default.csv
init out --all|generate out --households|generate --country out/country.csv --size 5000
simulate tests/golden/country/small.csv --draws 2000 --areas out/areas.csv"
draws="prevalence $M --plot out|trend $M --plot out|quota $P --plot out|track $M --plot out
whatif $P --sensitivity --plot out|backtest $M --plot out|plot $P --output out
report $P $M --output out|report $P --output out"
each_of() { printf '%s\n' "$1" | tr '|' '\n'; }

# The parts of a simulation that merge joins, and the plan as an old office would write it.
make_parts() {
    local f
    mkdir -p legacy
    for f in $P/*.csv; do iconv -f UTF-8 -t CP1258 "$f" > "legacy/${f##*/}"; done
    [ -e tests ] || ln -s "$root/tests" tests
    "$PROGRAM" simulate $P --draws 4096 --chunks 0:1 --partial a.part > /dev/null
    "$PROGRAM" simulate $P --draws 4096 --chunks 1:2 --partial b.part > /dev/null
}
# Is every command that the program has among those lines?
none_is_forgotten() {
    local name
    for name in $("$PROGRAM" --help --lang en | sed -n 's/^  \([a-z]*\)  .*/\1/p' | sort -u); do
        each_of "$answers|$writes|$draws" | grep -q "^$name " || { echo "  not asked: $name"; return 1; }
    done
}
