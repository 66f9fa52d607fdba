# SPDX-License-Identifier: GPL-3.0-or-later
# A disk that is full, a limit on the size of files, a folder of somebody else, one that is
# read-only: status 1, a sentence, and the folder as it was.
. "$(dirname "$0")/lib.sh"
prepare "$1" "$2"

# Small disks, as root only: the report needs some 2 MB.
if [ "$(id -u)" = 0 ] && mkdir -p disk && mount -t tmpfs -o size=64k tmpfs disk 2> /dev/null; then
    umount disk
    sizes="64k 1m"; [ -n "$LONG" ] && sizes="4k 16k 64k 128k 256k 512k 768k 1m 1200k 1500k 1700k"
    for size in $sizes; do
        mount -t tmpfs -o size=$size tmpfs disk
        "$PROGRAM" report $P --lang vi --output disk/out > answer 2> complaint
        status=$?
        check "disk of $size: status $status" [ $status = 1 ]
        check "disk of $size: a sentence" says complaint
        check "disk of $size: nothing is there" [ -z "$(ls -A disk/out 2> /dev/null)" ]
        umount disk
    done
    mount -t tmpfs -o size=5m tmpfs disk
    cp -a old disk/out; dd if=/dev/zero of=disk/fill bs=4k 2> /dev/null; rm -f disk/none
    "$PROGRAM" report $P --lang vi --output disk/out > answer 2> complaint
    check "a disk that is full already: status" [ $? = 1 ]
    check "a disk that is full already: the old report stays" untouched disk/out
    for c in "forecast $P --format csv" "fit $M" "simulate $P --draws 1000 --partial"; do
        case $c in *--partial) set -- $c disk/x ;; *) set -- $c --output disk/x ;; esac
        "$PROGRAM" "$@" > answer 2> complaint
        check "$c on a full disk: status" [ $? = 1 ]
        check "$c on a full disk: nothing" [ -z "$(ls -A disk | grep -v -e '^out$' -e '^fill$')" ]
    done
    umount disk
    mount -t tmpfs -o size=5m tmpfs disk; mkdir disk/out; mount -o remount,ro disk
    "$PROGRAM" report $P --output disk/out > answer 2> complaint
    check "a read-only disk: status" [ $? = 1 ]
    check "a read-only disk: a sentence" grep -q "ổ đĩa chỉ cho đọc" complaint
    umount disk
fi

# A limit on the size of a file (blocks of 1024 bytes): SIGXFSZ is no end of the program.
for blocks in 1 8 40 200; do
    fresh_out
    ( ulimit -f $blocks; report > answer 2> complaint ); status=$?
    check "files of $blocks KiB: status $status" [ $status = 1 ]
    check "files of $blocks KiB: the folder is as it was" untouched out
done

# A folder of root's, as an ordinary user.
if [ "$(id -u)" = 0 ] && command -v setpriv > /dev/null; then
    chmod 755 . && fresh_out && chmod 555 out
    as_user() { setpriv --reuid=65534 --regid=65534 --clear-groups "$@"; }
    if as_user "$PROGRAM" --version > /dev/null 2>&1 && as_user ls "$W/data/" > /dev/null 2>&1; then
        as_user "$PROGRAM" report $P --output "$W/out" > answer 2> complaint
        check "a folder of somebody else: status" [ $? = 1 ]
        check "a folder of somebody else: a sentence" grep -q "không có quyền ghi" complaint
        check "a folder of somebody else: it is as it was" untouched out
        as_user "$PROGRAM" forecast $P --output "$W/out/x" > answer 2> complaint
        check "a file there: status" [ $? = 1 ]
    fi
    chmod 755 out
fi
# A folder where a file is to stand, a file where a folder is to be.
fresh_out; rm -f out/index.html; mkdir out/index.html
report > answer 2> complaint
check "a folder in the way: status" [ $? = 1 ]
rmdir out/index.html
check "a folder in the way: all else is whole" whole out
"$PROGRAM" report $P --output out/summary.md/x > answer 2> complaint
check "a file in the way: status" [ $? = 1 ]
check "a file in the way: a sentence" says complaint
close_suite
