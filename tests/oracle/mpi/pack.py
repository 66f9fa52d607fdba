#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""pack.py SOURCE OUT [--full] -- bring the Alkire-Foster oracles into a small form.

SOURCE holds data/{a,aw}N.csv and {a,aw}N_DESIGN_{levels,changes}.csv as the R script
wrote them (N = 124 and 10000 households in each of two years). Written are, for each N,

  households-N.csv   one line a household: both years' status and flags (hexadecimal, bit
                     j = indicator j), weight used by the sets aw; the sets a have weight 1
  levels-N.csv       one line an estimate: value and standard error under five designs;
                     intervals on every 10th line
  changes-N.csv      one line a change, in the same manner

Without --full the estimates of N = 10000 are every 20th, with all their intervals.
"""
import csv, os, sys

SETS = [("a", "srs"), ("a", "hid"), ("aw", "srs"), ("aw", "hid"), ("aw", "cplx")]
KEY_L = ["k12", "loa", "subgroup", "year", "measure", "indicator", "n"]
KEY_C = ["k12", "loa", "subgroup", "measure", "indicator"]


def rows(path):
    with open(path, newline="") as f:
        return list(csv.DictReader(f))


def flags(row):
    names = [c for c in row if c.startswith("d_")]
    return "%03x" % sum(1 << j for j, c in enumerate(names) if row[c] == "1")


def households(src, out, n):
    weight = {r["hid"]: r["weight"] for r in rows(f"{src}/data/aw{n}.csv")}
    data = rows(f"{src}/data/a{n}.csv")
    first = {r["hid"]: r for r in data if r["t"] == "1"}
    second = {r["hid"]: r for r in data if r["t"] == "2"}
    with open(f"{out}/households-{n}.csv", "w") as f:
        f.write("household,village,status1,status2,stratum,psu,weight,flags1,flags2\n")
        for h, r in first.items():
            s = second[h]
            assert r["village"] == s["village"] and r["psu"] == s["psu"]
            f.write(",".join([h, r["village"][-2:], r["status"][0], s["status"][0], r["stratum"],
                              r["psu"], "%g" % float(weight[h]), flags(r), flags(s)]) + "\n")


def merge(src, n, kind, key):
    merged = {}
    for s, d in SETS:
        path = f"{src}/{s}{n}_{d}_{kind}.csv"
        for r in rows(path) if os.path.exists(path) else []:
            merged.setdefault(tuple(r[c] for c in key), {})[s, d] = r
    return merged


def write(src, out, n, kind, key, once, always, sometimes, full):
    """once: the same under every design of a set; the last columns stand on some lines."""
    first = [(c, x) for x in (SETS[0], SETS[2]) for c in once]
    first += [(c, x) for x in SETS for c in always]
    last = [(c, x) for x in SETS for c in sometimes]
    with open(f"{out}/{kind}-{n}.csv", "w") as f:
        f.write(",".join(key + [f"{c}.{s}.{d}" for c, (s, d) in first + last]) + "\n")
        for i, (k, by) in enumerate(merge(src, n, kind, key).items()):
            if n == "10000" and not full and i % 20:
                continue
            rich = full or n == "10000" or i % 10 == 0
            cells = [v.replace("Village ", "") for v in k]
            cells += [by[x][c] if x in by else "-" for c, x in first + (last if rich else [])]
            f.write(",".join(cells) + "\n")


def main():
    src, out, full = sys.argv[1], sys.argv[2], "--full" in sys.argv
    for n in ("124", "10000"):
        households(src, out, n)
        write(src, out, n, "levels", KEY_L, ["b"], ["se"],
              ["df", "wald_t_lo", "wald_t_hi", "logit_t_lo", "logit_t_hi", "wilson_lo",
               "wilson_hi", "cp_lo", "cp_hi"], full)
        write(src, out, n, "changes", KEY_C, ["abs", "rel", "rel_ann"],
              ["abs_se", "rel_se"], ["abs_ann", "abs_ann_se", "rel_ann_se", "z", "p_normal",
               "df", "p_t"], full)


main()
