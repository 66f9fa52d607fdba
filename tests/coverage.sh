#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# coverage.sh BUILD -- what the tests have run of src/: lines and branches by layer, and the
# files of the reader and the writers one by one; as pages in BUILD/html. The branches of an
# assert are not counted: one of them is a bug.
build=$1
rc="--rc lcov_branch_coverage=1 --rc lcov_excl_br_line=LCOV_EXCL_BR_LINE|assert\("
# shellcheck disable=SC2086
lcov -q -c -d "$build" --no-external -b . -o "$build/all.info" $rc 2>/dev/null || exit 1
genhtml -q --branch-coverage -o "$build/html" "$build/all.info"
awk '
    # A function made for several processors (TN_CLONES) is there several times: a line, or a
    # branch, of which one copy was run has been run.
    /^SF:/ { n = split($0, part, "/"); layer = part[n - 1]; file = part[n]
             src = part[n - 2] == "src" && layer != "wasm"; path = layer "/" file }
    src && /^DA:/   { split(substr($0, 4), d, ","); line[path "," d[1]] += d[2] > 0 }
    src && /^BRDA:/ { k = split($0, d, ","); branch[path "," substr($0, 6, length($0) - 5 - length(d[k]))] += d[k] > 0 }
    function row(name, a, b, c, d) {
        return sprintf("%-24s lines %5.1f %% of %-6d branches %5.1f %% of %d", name,
               b ? 100 * a / b : 100, b, d ? 100 * c / d : 100, d) }
    function add(key, hit, n, h) {
        split(key, of, ","); split(of[1], part, "/")
        n[part[1]]++; h[part[1]] += hit; n[of[1]]++; h[of[1]] += hit; n["all"]++; h["all"] += hit }
    END {
        for (key in line) add(key, line[key] > 0, ln, lh)
        for (key in branch) add(key, branch[key] > 0, bn, bh)
        m = split("base num data study out show cli all", order, " ")
        for (i = 1; i <= m; i++) if (ln[order[i]])
            print row(order[i], lh[order[i]], ln[order[i]], bh[order[i]], bn[order[i]])
        for (f in ln)
            if (f ~ /^data\// || f ~ /^base\/(decimal|fold|digest|utf8)/ ||
                f ~ /^out\/(csv_write|html|json|markdown|svg|text|xlsx|docx|docx_parts|gnuplot|zip)[.]c/)
                print row(f, lh[f], ln[f], bh[f], bn[f]) | "sort"
    }' "$build/all.info"
