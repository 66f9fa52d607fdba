#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# mpi.sh PROGRAM MPI-PROGRAM -- on 1 to 4 ranks the bytes are those of one process;
# what fails is said once, and ends the job with its status. MPIRUN names another mpirun.
alone=$1; together=$2
run=${MPIRUN:-mpirun}
command -v "$run" > /dev/null || { echo "mpi: no $run here, nothing tested"; exit 0; }
case $("$run" --version 2>&1) in *Open*) run="$run --allow-run-as-root --oversubscribe" ;; esac
folder=$(mktemp -d); trap 'rm -r "$folder"' EXIT
failed=0; n=0
export LC_ALL=C.UTF-8 OMP_NUM_THREADS=1
verdict() { n=$((n + 1)); [ "$1" = 0 ] || { echo "FAILED mpi: $2"; failed=$((failed + 1)); }; }
"$alone" generate --country "$folder/country.csv" --size 4000 --seed 2
while read -r arguments; do
    eval "$alone $arguments" > "$folder/want" 2>&1
    for ranks in 1 2 3 4; do
        eval "$run -n $ranks $together $arguments" > "$folder/got" 2>&1 < /dev/null
        cmp -s "$folder/want" "$folder/got"; verdict $? "-n $ranks $arguments"
    done
done <<END
simulate data/cam-binh-2024 --draws 30000
simulate data/cam-binh-2024 --draws 5 --format json
forecast data/cam-binh-2024 --method exact --lang en
simulate "$folder/country.csv" --draws 30000 --format csv
simulate "$folder/country.csv" --draws 1000
forecast "$folder/country.csv" --format csv
forecast "$folder/country.csv" --method exact
quota "$folder/country.csv" --method exact --format csv
quota data/an-binh-mau --lang en
audit data/an-binh-mau --lang en
--version
forecast --help
END
"$alone" simulate "$folder/country.csv" --areas "$folder/want" > /dev/null
$run -n 2 "$together" simulate "$folder/country.csv" --areas "$folder/got" > /dev/null
cmp -s "$folder/want" "$folder/got"; verdict $? "--areas"
$run -n 2 "$together" simulate /nowhere --lang en > "$folder/got" 2>&1; status=$?
[ "$status" = 2 ]; verdict $? "exit status of what is wrong: $status"
[ "$(grep -c '/nowhere' "$folder/got")" = 1 ]; verdict $? "a fault is said once"
# A rank that dies ends the job, and no file is left half written.
$run -n 2 bash -c 'if [ "${OMPI_COMM_WORLD_RANK:-$PMI_RANK}" = 1 ]; then
    "$0" "$@" & sleep 1; kill -9 $!; wait $!; else exec "$0" "$@"; fi' "$together" \
    simulate "$folder/country.csv" --draws 3000000 --areas "$folder/never" \
    > "$folder/said" 2>&1; status=$?
[ "$status" -ne 0 ]; verdict $? "a rank dies: exit status $status"
[ -s "$folder/said" ]; verdict $? "a rank dies: nothing is said"
[ ! -e "$folder/never" ]; verdict $? "a rank dies: a file is left"
echo "mpi: $((n - failed)) of $n passed"
[ "$failed" -eq 0 ]
