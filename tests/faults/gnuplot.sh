# SPDX-License-Identifier: GPL-3.0-or-later
# gnuplot that is missing, silent, hanging, dying midway, or says that all is well and has
# drawn half: status 1, a sentence, numbers and page are there, no picture is half.
. "$(dirname "$0")/lib.sh"
prepare "$1" "$2"
real=$(command -v gnuplot)   # the one that remembers
mkdir -p fake
pictures() { ls out | grep -E '\.(svg|png|pdf)$'; }
plays() { # NAME LINES-OF-SHELL
    printf '#!/bin/sh\n%s\n' "$2" > fake/gnuplot; chmod +x fake/gnuplot
    rm -rf out
    PATH=$W/fake:$plain_path report > answer 2> complaint; local status=$?
    check "gnuplot $1: status $status" [ $status = 1 ]
    check "gnuplot $1: a sentence" grep -q gnuplot complaint
    check "gnuplot $1: what is there is whole" whole_without_charts
    check "gnuplot $1: no temporary file" [ -z "$(ls -A out | grep '^\.')" ]
    rm -rf out
    PATH=$W/fake:$plain_path "$PROGRAM" plot $P --output out > answer 2> complaint; status=$?
    check "plot, gnuplot $1: status $status" [ $status = 1 ]
}
plays "silent" 'cat > /dev/null'
plays "that reads nothing" 'exit 0'
plays "that refuses" 'echo no >&2; exit 1'
plays "that dies midway" "head -c 3000 > part; $real < part | head -c 2000; kill -9 \$\$"
plays "that dies at the end" "$real | head -c 100000; kill -11 \$\$"
plays "with the first cut" "$real | sed '0,/<\/svg>/s///'"
plays "with the last cut" "$real | tac | sed '0,/<\/svg>/s///' | tac"
plays "with PNG cut" "cat > s; if grep -q png s; then $real < s | tail -c +9; else $real < s; fi"
plays "with PNG without its end" "cat > s; if grep -q png s; then $real < s | perl -pe 's/IEND/IEMD/'; else $real < s; fi"
plays "with PDF without its end" "cat > s; if grep -q pdfcairo s; then $real < s | perl -pe 's/%%EOF//'; else $real < s; fi"
plays "with half of all" "$real > all; head -c \$((\$(wc -c < all) / 2)) all"
plays "on a full disk" "$real > /dev/full"
if [ -n "$LONG" ]; then
    plays "that hangs" 'sleep 600 & sleep 600'
    plays "that hangs midway" "$real | head -c 50000; sleep 600"
fi
# Missing: a PATH without it.
mkdir -p without; for t in sh cat; do ln -sf "$(command -v $t)" without/; done
rm -rf out
PATH=$W/without report > answer 2> complaint
check "no gnuplot: status" [ $? = 1 ]
check "no gnuplot: a sentence" grep -q gnuplot complaint
check "no gnuplot: what is there is whole" whole_without_charts
close_suite
