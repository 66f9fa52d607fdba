#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# packages.sh NAME:PACKAGE... -- install with apt-get the Debian packages whose NAME is
# not here: a program, a file by its path, a pkg-config module, a header, "fonts", or
# R-NAME, a package of R.
found() {
    case $1 in
    /*) [ -e "$1" ] ;;
    *.h) printf '#include <%s>\n' "$1" | "${CC:-cc}" -fsyntax-only -x c - 2>/dev/null ;;
    R-*) Rscript -e "quit(status = !requireNamespace('${1#R-}', quietly = TRUE))" 2>/dev/null ;;
    fonts) ls /usr/share/fonts/truetype/noto/NotoSans-Regular.ttf >/dev/null 2>&1 ;;
    *) command -v "$1" >/dev/null 2>&1 || pkg-config --exists "$1" 2>/dev/null ;;
    esac
}
missing=
for pair; do
    found "${pair%%:*}" || missing="$missing ${pair#*:}"
done
[ -n "$missing" ] || exit 0

cannot() {
    echo "thoatngheo: these packages are needed and could not be installed ($1):" >&2
    echo "   $missing" >&2
    echo "Install them, for example:  sudo apt-get install$missing" >&2
    exit 1
}
echo "installing:$missing"
command -v apt-get >/dev/null 2>&1 || cannot "there is no apt-get here"
root=
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null 2>&1 || cannot "not root, and there is no sudo"
    root=sudo
fi
export DEBIAN_FRONTEND=noninteractive
$root apt-get update -qq || echo "apt-get update failed; going on with the old lists" >&2
# shellcheck disable=SC2086
$root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    $missing >/dev/null || cannot "apt-get failed"
