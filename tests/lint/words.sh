#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Words for people stand in include/tn/words/ alone: no source holds a string literal
# with a letter outside ASCII, and every TN_W_... is two literals.
bad=$(grep -rnP '"[^"]*[^\x00-\x7f][^"]*"' src --include='*.c' --include='*.h' |
      grep -vP '^\S+:\d+:\s*(/?\*|//)' | grep -vP '//[^"]*"[^"]*[^\x00-\x7f]' |
      grep -v 'words:ok')
[ -z "$bad" ] || { echo "words outside include/tn/words/:"; echo "$bad"; exit 1; }
