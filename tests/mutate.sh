#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# mutate.sh BUILD N [SOURCE...] -- do the tests notice? Of each source N mutants are made (an
# operator turned, a bound off by one, a constant changed, a condition turned round), each is
# compiled and linked before the library into the tests of its module, and these are run.
# Survivors are printed: each is a hole in a test, or changes nothing (say why beside it).
#   TESTS="a b"  tests other than test_MODULE        SEED=N  another choice
build=$1 n=$2; shift 2
W=$(mktemp -d); trap 'rm -rf "$W"' EXIT
flags="$(cat "$build/flags") -O1 -w"
libs=$(make -pn 2> /dev/null | sed -n 's/^LIBS *= *//p')
export TN_PROGRAM="$build/thoatngheo" OMP_NUM_THREADS=1
killed=0 made=0 broken=0
[ $# -gt 0 ] || set -- src/num/*.c

# Prints up to N mutants as LINE<tab>COLUMN<tab>LENGTH<tab>NEW TEXT.
choose() {
    perl -e '
        my ($path, $n, $seed) = @ARGV; srand($seed); my @all; my $comment = 0;
        my %turn = ("+" => ["-"], "-" => ["+"], "*" => ["/"], "/" => ["*"], "<" => ["<=", ">"], ">" => [">=", "<"],
            "<=" => ["<"], ">=" => [">"], "==" => ["!="], "!=" => ["=="], "&&" => ["||"], "||" => ["&&"], "+=" => ["-="], "-=" => ["+="], "*=" => ["/="]);
        open(my $in, "<", $path) or die; my $number = 0;
        while (my $line = <$in>) {
            $number++; my $code = $line;
            $code =~ s{//.*}{}; if ($comment) { if ($code =~ s{^(.*?\*/)}{" " x length $1}e) { $comment = 0 } else { next } }
            $code =~ s{/\*.*?\*/}{" " x length $&}ge; if ($code =~ s{/\*.*}{}) { $comment = 1 }
            next if $code =~ /^\s*#|assert|^\s*$|"|tn_new|__attribute__|sizeof|^(static |const |struct |enum |typedef )?[\w\s\*]+\(.*[,{]?$/ && $code !~ /[=;]/;
            next if $code =~ /^\s*#|assert\(|"|typedef|__attribute__/;
            while ($code =~ / (<=|>=|==|!=|&&|\|\||\+=|-=|\*=|\+|-|\*|\/|<|>) /g) {
                push @all, [$number, $-[1], length $1, $_] for @{$turn{$1}} }
            while ($code =~ /(?<![\w.])(\d+(?:\.\d+)?)(?![\w.])/g) {
                my ($old, $at) = ($1, $-[1]);
                push @all, [$number, $at, length $old, index($old, ".") < 0 ? $old + 1 : $old * 1.001];
                push @all, [$number, $at, length $old, $old - 1] if $old =~ /^[1-9]\d*$/ }
            if ($code =~ /\b(if|while) \(/) { push @all, [$number, $+[0], 0, "!"] if $code =~ /\b(if|while) \([\w>.\-\[\]]+\)/ }
        }
        for (my $i = @all; $i > 1;) { my $j = int rand $i--; @all[$i, $j] = @all[$j, $i] }
        splice @all, $n if @all > $n;
        print join("\t", @$_), "\n" for sort { $a->[0] <=> $b->[0] } @all' "$1" "$n" "${SEED:-1}"
}
for source; do
    module=$(basename "$source" .c); layer=$(basename "$(dirname "$source")")
    case $module in mc_*) tests="montecarlo mc_twin" ;; clones | area*) tests="wave" ;; crew) tests="grid group" ;; *) tests=$module ;; esac
    tests=${TESTS:-$tests}
    for t in $tests; do [ -f "tests/test_$t.c" ] || { echo "$module: no test_$t"; continue 2; }; done
    make --no-print-directory -s $(for t in $tests; do echo "$build/tests/test_$t"; done) > /dev/null || exit 1
    k=0 m=0
    while IFS=$'\t' read -r line column length new; do
        perl -e 'my ($p, $l, $c, $n, $t) = @ARGV; open(my $in, "<", $p); while (<$in>) { substr($_, $c, $n) = $t if $. == $l; print }' \
            "$source" "$line" "$column" "$length" "$new" > "$W/$module.c"
        $flags -Isrc/"$layer" -c -o "$W/m.o" "$W/$module.c" 2> /dev/null || { broken=$((broken + 1)); continue; }
        m=$((m + 1)); alive=1
        for t in $tests; do
            $flags -o "$W/test" "$build/tests/test_$t.o" "$build/tests/check.o" "$W/m.o" "$build/libthoatngheo.a" -lcmocka $libs 2> /dev/null || { alive=; break; }
            ( exec timeout "${SECONDS_EACH:-60}" "$W/test" > /dev/null 2>&1 ) 2> /dev/null || { alive=; break; }
        done
        if [ -z "$alive" ]; then k=$((k + 1)); else
            echo "  survives: $source:$line: $(sed -n "${line}p" "$source" | sed 's/^ *//') -> at column $column: '$new'"; fi
    done < <(choose "$source")
    [ $m -gt 0 ] && echo "$source: $k of $m killed"
    killed=$((killed + k)); made=$((made + m))
done
[ "$made" -gt 0 ] && echo "mutants: $killed of $made killed, $((100 * killed / made)) % ($broken did not compile)"
