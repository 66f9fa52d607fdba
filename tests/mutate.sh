#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# mutate.sh BUILD N [SOURCE...] -- do the tests notice? Of each source N mutants are made (an
# operator turned, a bound off by one, a constant changed, a condition turned round). Each is
# compiled alone, linked before the library into the tests that tests/mutants/tests.txt names
# for its source, and these are run until one fails. Survivors are printed: each is a hole in
# a test, or changes nothing, and then tests/mutants/survivors.txt says why.
#   SEED=N  another choice    JOBS=N  processes (2)    LOG=FILE  what survived, to keep
#   MEGABYTES=N  memory that one test may take (4096), so that a loop turned endless ends
build=$1 n=$2; shift 2
[ $# -gt 0 ] || set -- $(sed 's/:.*//' tests/mutants/tests.txt)
if [ $# -gt 1 ]; then   # one process a source
    log=$(mktemp)
    printf '%s\n' "$@" | xargs -P "${JOBS:-2}" -n 1 "$0" "$build" "$n" | tee "$log" | grep --line-buffered -v '^total '
    [ -z "$LOG" ] || cp "$log" "$LOG"
    awk '$1 == "total" { killed += $2; made += $3; broken += $4; known += $5; bad += $6
                         layer = $7; sub("src/", "", layer); sub("/.*", "", layer); k[layer] += $2; m[layer] += $3 }
        END { for (l in m) printf "%-6s %d of %d killed, %.1f %%\n", l, k[l], m[l], m[l] ? 100 * k[l] / m[l] : 0
              printf "mutants: %d of %d killed, %.1f %%; %d of the survivors are explained (%d did not compile)\n",
                  killed, made, made ? 100 * killed / made : 0, known, broken
              exit !made || bad || killed < 0.85 * made }' "$log"
    status=$?; rm -f "$log"; exit $status
fi

source=$1; module=$(basename "$source" .c); layer=$(basename "$(dirname "$source")")
W=$(mktemp -d); trap 'rm -rf "$W"' EXIT
# Twice: as it is released, and what survives under ASan and UBSan, where make check SAN=1 has
# been run: a byte too far is seen by it alone.
plainly=120   # seconds that a test may take, as long as it is not known how many it does
plain() { b=$build flags="$(cat "$build/flags") -O1 -w" link="gcc -fopenmp -Wl,--strip-debug"; flags=${flags/ -g / }; limit=$plainly; }
checked() { b=build/san flags="$(cat build/san/flags) -w" link="gcc -fsanitize=address -fsanitize=undefined"; flags=${flags/ -g / }; limit=$((10 * plainly)); }
plain
libs="-lgsl -lgslcblas -lcsv -lutf8proc -lnettle -lxlsxwriter -lzip -lz -lm"
export OMP_NUM_THREADS=1 LC_ALL=C.UTF-8
tests=$(sed -n "s|^$source: *||p" tests/mutants/tests.txt)
[ -n "$tests" ] || { echo "FAILED $source: tests/mutants/tests.txt names no test"; echo "total 0 0 0 0 1 $source"; exit 1; }

# Prints up to N mutants as LINE<tab>COLUMN<tab>LENGTH<tab>NEW TEXT. No mutants in what cannot
# change an answer: assertions, longer arrays, arrays' lengths in the head of a function, the size
# of a comparison's sign, which of two equals is the smaller or the larger (a < b ? a : b), what is
# compiled without OpenMP or for other processors, and lines of tests/mutants/speed.txt (bounds
# that choose the quicker of two ways to the same number).
choose() {
    perl -e '
        my ($path, $n, $seed) = @ARGV; srand($seed); my @all; my $comment = 0; my %speed; my $asserting = 0; my $head = 0; my ($taken, $gone) = (0, 0);
        open(my $list, "<", "tests/mutants/speed.txt"); while (<$list>) { chomp; $speed{$2} = 1 if /^(\S+): (.*)$/ && $1 eq $path }
        my %turn = ("+" => ["-"], "-" => ["+"], "*" => ["/"], "/" => ["*"], "<" => ["<=", ">"], ">" => [">=", "<"],
            "<=" => ["<"], ">=" => [">"], "==" => ["!="], "!=" => ["=="], "&&" => ["||"], "||" => ["&&"], "+=" => ["-="], "-=" => ["+="], "*=" => ["/="]);
        open(my $in, "<", $path) or die; my $number = 0;
        while (my $line = <$in>) {
            $number++; my $code = $line; (my $bare = $line) =~ s/^\s+|\s+$//g;
            $code =~ s{//.*}{}; if ($comment) { if ($code =~ s{^(.*?\*/)}{" " x length $1}e) { $comment = 0 } else { next } }
            $code =~ s{/\*.*?\*/}{" " x length $&}ge; if ($code =~ s{/\*.*}{}) { $comment = 1 }
            $taken = 1 if $code =~ /^#ifdef (_OPENMP|__x86_64__)$/;
            $gone = $taken if $code =~ /^#else/; $gone = $taken = 0 if $code =~ /^#endif/; next if $gone;
            $asserting = 1 if $code =~ /\bassert\(/;
            if ($asserting) { $asserting = 0 if $code =~ /;/; next }
            next if $speed{$bare} || $code =~ /^\s*#|typedef|__attribute__|_Static_assert/;
            $code =~ s/"(?:[^"\\]|\\.)*"/"\"" . "x" x (length($&) - 2) . "\""/ge;
            if ($head > 0 || $code =~ /^\w[^=]*\(/) {   # the head of a function, of one line or more
                $head += ($code =~ tr/(//) - ($code =~ tr/)//); next }
            next if $code =~ /^\S.*[^;{]$/ && $code !~ /=/;   # what begins one
            my $sign = $code =~ /\? -1 :/;   # of a comparison: any negative number will do
            my $array = $code =~ /^\s*(?:static |const |struct \w+ |enum \w+ )*(?:u?int\d*(?:_t)?|long|double|char|size_t|bool|block|struct \w+|unsigned char) [^(=]*\[\d+\]/;
            my %tie; $tie{$-[2]} = 1 while $code =~ /(?:[(=,?:]|return)\s*([\w.>\[\]-]+) ([<>])(?= ([\w.>\[\]-]+) \? (?:\1 : \3|\3 : \1)[;,)])/g;
            while ($code =~ / (<=|>=|==|!=|&&|\|\||\+=|-=|\*=|\+|-|\*|\/|<|>)(?= |$)/g) {
                for my $now (@{$turn{$1}}) { push @all, [$number, $-[1], length $1, $now] unless $tie{$-[1]} && $now eq "$1=" } }
            while ($code =~ /(?<![\w.\x27\\])(\d+(?:\.\d+)?)(?![\w.\x27])/g) {
                my ($old, $at) = ($1, $-[1]);
                push @all, [$number, $at, length $old, index($old, ".") < 0 ? $old + 1 : $old * 1.001] unless $sign || $array && substr($code, $at - 1, 1) eq "[";
                push @all, [$number, $at, length $old, $old - 1] if $old =~ /^[1-9]\d*$/ && !$sign }
            push @all, [$number, $+[0], 0, "!"] if $code =~ /\b(if|while) \((?=[\w>.\-\[\]]+\))/;
            push @all, [$number, $-[1], length $1, ""] if $code =~ /\b(?:if|while) \((!)/;
            push @all, [$number, $-[1], length $1, ";"] if $code =~ /^\s+([\w>.\-\[\]]+ (?:[-+*]?= [^;{]+|\(.*\));)\s*$/;
            push @all, [$number, $-[1], length $1, $1 eq "true" ? "false" : "true"] while $code =~ /\breturn (true|false);/g;
        }
        for (my $i = @all; $i > 1;) { my $j = int rand $i--; @all[$i, $j] = @all[$j, $i] }
        splice @all, $n if @all > $n;
        print join("\t", @$_), "\n" for sort { $a->[0] <=> $b->[0] } @all' "$source" "$n" "${SEED:-1}"
}
# Not under the sanitizers, whose shadow is terabytes of addresses.
hold() { [ "$b" != "$build" ] || ulimit -v "$((1024 * ${MEGABYTES:-4096}))"; }
linked() { # OUT OBJECT...: one program
    $link -fuse-ld=lld -o "$@" "$b/libthoatngheo.a" -lcmocka $libs 2> /dev/null
}
# Are the tests content with the object m.o? A name is a test's, or golden/COMMAND: its cases,
# or replay/TARGET: what a fuzz target promises, on the corpus.
content() {
    local t; rm -f "$W/program"
    for t in $tests; do
        [ "$b" = "$build" ] || [ "${t#golden/}" = "$t" ] || continue   # the cases once: plainly
        if [ "${t#golden/}" != "$t" ] || grep -qs '"program.h"' "tests/test_$t.c"; then
            [ -e "$W/program" ] || linked "$W/program" "$b"/src/cli/*.o "$W/m.o" || return 1
        fi
        case $t in
        golden/*) program="timeout $limit $W/program"
            for args in tests/"$t"/*.args; do
                printf '%s\n' "$( { hold; eval "$program $(cat "$args")" 2>&1; echo "exit $?"; } | head -c 8000000)" | cmp -s "${args%.args}.want" - || return 1
            done ;;
        replay/*) linked "$W/test" "$b/tests/fuzz_${t#replay/}.o" "$b/tests/replay.o" "$W/m.o" || return 1
            ( hold; exec timeout "$limit" "$W/test" > /dev/null 2>&1 ) 2> /dev/null || return 1 ;;
        *) linked "$W/test" "$b/tests/test_$t.o" "$b/tests/check.o" "$W/m.o" || return 1
            ( hold; TN_PROGRAM=$W/program exec timeout "$limit" "$W/test" > /dev/null 2>&1 ) 2> /dev/null || return 1 ;;
        esac
    done
}
# Does tests/mutants/survivors.txt say why this one changes nothing?
explained() {
    perl -0777 -ne 'exit !/^\Q$ARGV[0]\E\n- \Q$ARGV[1]\E\n\+ \Q$ARGV[2]\E\n= ./m' tests/mutants/survivors.txt "$source" "$old" "$now" 2> /dev/null
}
object() { $flags -Isrc/"$layer" -c -o "$W/m.o" "$1" 2> /dev/null; }

k=0 m=0 broken=0 known=0
object "$source" && content || { echo "FAILED $source: its tests fail as it is"; echo "total 0 0 0 0 1 $source"; exit 1; }
start=$(date +%s%N); content; plainly=$((4 + 6 * ($(date +%s%N) - start) / 1000000000))
twice=; [ -e build/san/libthoatngheo.a ] && checked && object "$source" && content && twice=1
plain
while IFS=$'\t' read -r line column length new; do
    perl -e 'my ($p, $l, $c, $n, $t) = @ARGV; open(my $in, "<", $p); while (<$in>) { substr($_, $c, $n) = $t if $. == $l; print }' \
        "$source" "$line" "$column" "$length" "$new" > "$W/$module.c"
    object "$W/$module.c" || { broken=$((broken + 1)); continue; }
    m=$((m + 1))
    if content 2> /dev/null && { [ -z "$twice" ] || { checked; object "$W/$module.c" && content 2> /dev/null; }; }; then
        old=$(sed -n "${line}p" "$source" | sed 's/^ *//; s/ *$//'); now=$(sed -n "${line}p" "$W/$module.c" | sed 's/^ *//; s/ *$//')
        if explained; then known=$((known + 1)); note="explained"; else note="NOT EXPLAINED"; fi
        printf '%s:%s %s\n- %s\n+ %s\n' "$source" "$line" "$note" "$old" "$now"
    else k=$((k + 1)); fi
    plain
done < <(choose)
echo "$source: $k of $m killed"
echo "total $k $m $broken $known 0 $source"
