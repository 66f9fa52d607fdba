#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# coverage.sh BUILD -- what the tests have run of src/: lines and branches by layer, and the
# files of the reader one by one; as pages in BUILD/html. The branches of an assert are not
# counted: one of them is a bug.
build=$1
rc="--rc lcov_branch_coverage=1 --rc lcov_excl_br_line=LCOV_EXCL_BR_LINE|assert\("
# shellcheck disable=SC2086
lcov -q -c -d "$build" --no-external -b . -o "$build/all.info" $rc 2>/dev/null || exit 1
genhtml -q --branch-coverage -o "$build/html" "$build/all.info"
awk '
    /^SF:/ { n = split($0, part, "/"); layer = part[n - 1]; file = part[n]
             src = part[n - 2] == "src" }
    src && /^DA:/   { hit = $0 !~ /,0$/; lf[layer]++; lh[layer] += hit
                      flf[layer "/" file]++; flh[layer "/" file] += hit }
    src && /^BRDA:/ { hit = $0 !~ /,[0-]$/; bf[layer]++; bh[layer] += hit
                      fbf[layer "/" file]++; fbh[layer "/" file] += hit }
    function row(name, a, b, c, d) {
        return sprintf("%-24s lines %5.1f %% of %-6d branches %5.1f %% of %d", name,
               b ? 100 * a / b : 100, b, d ? 100 * c / d : 100, d) }
    END {
        split("base num data study out show cli", order, " ")
        for (i = 1; i <= 7; i++) if (lf[order[i]])
            print row(order[i], lh[order[i]], lf[order[i]], bh[order[i]], bf[order[i]])
        for (f in flf) if (f ~ /^data\// || f ~ /^base\/(decimal|fold|digest|utf8)/)
            print row(f, flh[f], flf[f], fbh[f], fbf[f]) | "sort"
    }' "$build/all.info"
