#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# slurm.sh PROGRAM MPI-PROGRAM -- the batch files of the README under a Slurm of one node,
# started here and stopped at the end: an MPI job and an array of partial simulations give
# the bytes of one process. Without Slurm (slurm-wlm, munge), or not as root, it says so
# and does nothing.
alone=$(realpath "$1"); together=$(realpath "$2")
PATH=$PATH:/usr/sbin
for tool in munged slurmctld slurmd sbatch mpirun; do
    command -v $tool > /dev/null || { echo "slurm: no $tool here, nothing tested"; exit 0; }
done
[ "$(id -u)" = 0 ] || { echo "slurm: only root can start it, nothing tested"; exit 0; }
home=$(pwd); node=$(hostname -s); folder=$(mktemp -d /tmp/tn-slurm.XXXXXX); failed=0; n=0
stop() {
    for daemon in slurmd slurmctld munged; do
        [ -s "$folder/$daemon.pid" ] && kill "$(cat "$folder/$daemon.pid")" 2> /dev/null
    done
    sleep 1
    rm -rf "$folder"
}
trap stop EXIT
verdict() { n=$((n + 1)); [ "$1" = 0 ] || { echo "FAILED slurm: $2"; failed=$((failed + 1)); }; }
mkdir "$folder/state" "$folder/spool"; chmod 755 "$folder"
dd if=/dev/urandom of="$folder/munge.key" bs=1024 count=1 2> /dev/null
chmod 400 "$folder/munge.key"
cat > "$folder/slurm.conf" <<END
ClusterName=here
SlurmctldHost=$node(127.0.0.1)
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=$folder/munge.socket
SlurmctldPort=26817
SlurmdPort=26818
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/spool
SlurmctldPidFile=$folder/slurmctld.pid
SlurmdPidFile=$folder/slurmd.pid
SlurmctldLogFile=$folder/slurmctld.log
SlurmdLogFile=$folder/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
MpiDefault=none
ReturnToService=2
NodeName=$node NodeAddr=127.0.0.1 CPUs=$(nproc) State=UNKNOWN
PartitionName=all Nodes=$node Default=YES MaxTime=60 State=UP
END
export SLURM_CONF=$folder/slurm.conf LC_ALL=C.UTF-8 OMP_NUM_THREADS=1
export OMPI_ALLOW_RUN_AS_ROOT=1 OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1
munged --force --key-file "$folder/munge.key" --socket "$folder/munge.socket" \
    --pid-file "$folder/munged.pid" --log-file "$folder/munged.log" \
    --seed-file "$folder/munged.seed" &&
    slurmctld -f "$SLURM_CONF" && slurmd -f "$SLURM_CONF" -N "$node"
for i in $(seq 30); do sinfo -h -o %T 2> /dev/null | grep -q idle && break; sleep 1; done
sinfo -h -o %T 2> /dev/null | grep -q idle || {
    echo "slurm: it does not start here, nothing tested"; exit 0; }

"$alone" generate --country "$folder/country.csv" --size 4000 --seed 2
"$alone" forecast "$folder/country.csv" --format csv > "$folder/want-mpi"
"$alone" simulate data/cam-binh-2024 --draws 204800 --format csv > "$folder/want-array"

cat > "$folder/mpi.sbatch" <<END
#!/bin/bash
#SBATCH --ntasks=2 --cpus-per-task=1 --time=5
cd $home
mpirun -n "\$SLURM_NTASKS" --oversubscribe $together forecast $folder/country.csv \
    --format csv --output $folder/got-mpi
END
cat > "$folder/array.sbatch" <<END
#!/bin/bash
#SBATCH --array=0-3 --cpus-per-task=1 --time=5
cd $home
$alone simulate data/cam-binh-2024 --draws 204800 --quiet \
    --chunks \$((SLURM_ARRAY_TASK_ID * 25)):\$(((SLURM_ARRAY_TASK_ID + 1) * 25)) \
    --partial $folder/part.\$SLURM_ARRAY_TASK_ID
END
cd "$folder" || exit 1
sbatch --wait --output "$folder/mpi.log" "$folder/mpi.sbatch" > /dev/null
verdict $? "the MPI job: $(tail -2 "$folder/mpi.log" 2> /dev/null)"
cmp -s "$folder/want-mpi" "$folder/got-mpi"; verdict $? "the MPI job's bytes"
sbatch --wait --output "$folder/array.log" "$folder/array.sbatch" > /dev/null
verdict $? "the array: $(tail -2 "$folder/array.log" 2> /dev/null)"
cd "$home" || exit 1
"$alone" merge "$folder"/part.* --format csv > "$folder/got-array"
cmp -s "$folder/want-array" "$folder/got-array"; verdict $? "the array's bytes"
echo "slurm: $((n - failed)) of $n passed"
[ "$failed" -eq 0 ]
