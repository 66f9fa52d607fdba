#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Every [Key2009] that a header, source or test names is spelled out in the README.
bad=0
for key in $(grep -rhoE '\[[A-Z][A-Za-z]+[0-9]{4}\]' include src tests --include='*.[ch]' |
             sort -u); do
    grep -qF "* $key " README.md || { echo "not among the README's sources: $key"; bad=1; }
done
exit $bad
