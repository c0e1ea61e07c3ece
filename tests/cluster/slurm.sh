#!/bin/sh
# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# tests/cluster/slurm.sh LINER FOLDER: a Slurm of one machine, started in FOLDER, does an array job of seven parts; one of them
# fails the first time and is repeated. The parts together must be the whole. As root, since slurmd wants it.

liner=$1 folder=$2
here=$(cd "$(dirname "$0")" && pwd) || exit 2
mkdir -p "$folder/spool" "$folder/state" && cd "$folder" || exit 2
folder=$PWD
host=$(hostname -s)
export SLURM_CONF=$folder/slurm.conf

cat >slurm.conf <<END
ClusterName=liner
SlurmctldHost=$host(127.0.0.1)
SlurmUser=root
SlurmctldPort=16817
SlurmdPort=16818
AuthType=auth/munge
AuthInfo=socket=$folder/munge/socket
CryptoType=crypto/munge
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/spool
SlurmctldPidFile=$folder/slurmctld.pid
SlurmdPidFile=$folder/slurmd.pid
SlurmctldLogFile=$folder/slurmctld.log
SlurmdLogFile=$folder/slurmd.log
ProctrackType=proctrack/pgid
TaskPlugin=task/none
SwitchType=switch/none
SelectType=select/cons_tres
ReturnToService=2
NodeName=$host NodeAddr=127.0.0.1 CPUs=$(nproc) State=UNKNOWN
PartitionName=main Nodes=ALL Default=YES MaxTime=10:00 State=UP
END

# Munge with a key of its own, so that nothing of the machine's is touched.
mkdir -p munge
dd if=/dev/urandom of=munge/key bs=128 count=1 2>/dev/null
chmod 700 munge && chmod 400 munge/key
munged --force --key-file="$folder/munge/key" --socket="$folder/munge/socket" --pid-file="$folder/munge/pid" \
  --log-file="$folder/munge/log" --seed-file="$folder/munge/seed" >munge.out 2>&1 || { cat munge.out; exit 1; }
slurmctld >slurmctld.out 2>&1 || { cat slurmctld.out; exit 1; }
slurmd -N "$host" >slurmd.out 2>&1 || { cat slurmd.out; exit 1; }

stop() { # only what was started here, by its number
  for file in slurmd.pid slurmctld.pid munge/pid; do
    [ -s "$folder/$file" ] && kill "$(cat "$folder/$file")" 2>/dev/null
  done
}
trap stop EXIT
trap 'exit 130' INT TERM

i=0
until sinfo -h -o %t 2>/dev/null | grep -q idle; do
  i=$((i + 1))
  [ $i -lt 60 ] || { echo 'slurm: the node does not come up'; tail -n 5 slurmctld.log slurmd.log; exit 1; }
  sleep 0.5
done

sed "s|^liner |$liner |" "$here/parts.sbatch" >parts.sbatch
job=$(sbatch --parsable --wait parts.sbatch) && { echo 'slurm: part 3 was to fail the first time'; exit 1; }
job=$(echo "$job" | head -n 1)
echo "job $job: $(ls part-*.nt | wc -l) of 7 parts"
[ "$(ls part-*.nt | wc -l)" -eq 6 ] || { cat slurm-*.out; exit 1; }
sbatch --parsable --wait --array=3 parts.sbatch >again || { cat slurm-*.out; exit 1; }
cat part-?.nt >all.nt
cmp all.nt whole.nt && echo 'slurm: seven parts, one of them repeated, are the whole'
