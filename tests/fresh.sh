#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# fresh.sh RELEASE... -- the README's two commands in a Debian of each RELEASE (bookworm,
# trixie) that holds nothing but make, sudo and git, as an ordinary user in a fresh clone.
# Needs root, debootstrap, and the mirror that this machine's apt uses; a release that the
# mirror does not have is passed over with a line that says so. KEEP=1 leaves the systems and
# logs where they are. Ends with "N passed, N failed".
set -u
cd "$(dirname "$0")/.." || exit 1
passed=0; failed=0
check() {   # check NAME COMMAND...
    if "${@:2}"; then echo "ok      $1"; passed=$((passed + 1))
    else echo "FAILED  $1"; failed=$((failed + 1)); fi
}
skip() { echo "skipped $1: $2"; }

mirror=$(apt-get indextargets --format '$(REPO_URI) $(COMPONENT)' 2>/dev/null |
    sed -n 's|^\(.*/debian/*\) main$|\1|p' | head -n 1)
work=$(mktemp -d) || exit 1

# The new machine: in a mount and process space of its own, so nothing stays mounted.
inside() { unshare --mount --pid --fork --kill-child --mount-proc="$root/proc" \
    chroot "$root" su - an -c "$1"; }

make_machine() {
    debootstrap --variant=minbase --include=make,sudo,git "$1" "$root" "$mirror" \
        > "$work/$1.debootstrap" 2>&1 || return 1
    cp /etc/resolv.conf /etc/hosts "$root/etc/"
    echo 'Acquire::Retries "3";' > "$root/etc/apt/apt.conf.d/80retries"
    chroot "$root" useradd --create-home --shell /bin/bash an &&
        echo 'an ALL=(ALL) NOPASSWD: ALL' > "$root/etc/sudoers.d/an" &&
        git clone -q . "$root/home/an/thoatngheo" &&
        chroot "$root" chown -R an:an /home/an/thoatngheo
}

# Each writes its output to a log, whose end is shown when it fails.
logged() { inside "cd thoatngheo && $2" > "$1" 2>&1 || { tail -n 30 "$1"; return 1; }; }
all_pass() { tail -n 1 "$1" | grep -E '^[1-9][0-9]* passed, 0 failed$'; }
drawn() { inside 'cd thoatngheo && ls plots/cam-binh-2024/*.svg plots/cam-binh-2024/*.html' \
    > /dev/null; }
# Another gnuplot than that of tests/readme.sh writes the charts that are committed anew.
clean() {
    local charts=
    grep -q "\"$(inside 'gnuplot --version')\"" tests/readme.sh || charts="':!plots/*.svg'"
    [ -z "$(inside "cd thoatngheo && git status --porcelain -- . $charts")" ]
}

[ -z "${KEEP:-}" ] && trap 'rm -rf --one-file-system "$work"' EXIT
for release; do
    root=$work/$release
    [ "$(id -u)" -eq 0 ] || { skip "$release" "not root"; continue; }
    command -v debootstrap > /dev/null || { skip "$release" "no debootstrap"; continue; }
    [ -n "$mirror" ] || { skip "$release" "apt names no Debian mirror here"; continue; }
    make_machine "$release" || { skip "$release" "no such system could be set up:"
        tail -n 3 "$work/$release.debootstrap"; continue; }
    check "$release: make run" logged "$work/$release.run" 'make run'
    check "$release: the report is there" drawn
    check "$release: make test" logged "$work/$release.test" 'make test'
    check "$release: every test passed" all_pass "$work/$release.test"
    check "$release: the tree is as it was" clean
    [ -n "${KEEP:-}" ] || rm -rf --one-file-system "$root"
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
