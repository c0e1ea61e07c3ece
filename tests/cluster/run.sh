#!/bin/sh
# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# tests/cluster/run.sh: what docs/cluster.md says, done on one machine: seven parts of a table under Slurm and under Spark, where
# the worker of part 3 is lost once and its part is done again. The parts together must be the whole. What cannot be had is said.

top=$(cd "$(dirname "$0")/../.." && pwd) || exit 2
build=$(cd "$top" && cd "${BUILD:-build}" && pwd) || exit 2
here=$top/tests/cluster
scratch=$build/cluster
pyspark=pyspark==3.5.3
rm -rf "$scratch"
mkdir -p "$scratch/slurm" "$scratch/spark" "$scratch/bin" && cd "$scratch" || exit 2
ln -s "$build/liner" bin/liner
passed=0
failed=0

# A table with line ends in quotes, so that where rows begin has to be found out.
awk 'BEGIN { print "key,text"; for (i = 1; i <= 20000; i++) printf "k%d,\"line\n%d, \"\"quoted\"\"\"\r\n", i, i }' >table.csv
cat >table.json <<'END'
{"@context": "http://www.w3.org/ns/csvw", "url": "table.csv",
 "tableSchema": {"aboutUrl": "http://example.org/{key}", "columns": [{"name": "key"}, {"name": "text"}]}}
END
bin/liner export -q table.json -o whole.nt || exit 1
for folder in slurm spark; do cp table.csv table.json whole.nt $folder/; done

try() { # name, command: its output is shown if it fails
  name=$1
  shift
  if "$@" >"$name.log" 2>&1; then
    echo "$name: seven parts, one of them done twice, are the whole"
    passed=$((passed + 1))
  else
    echo "$name: failed"
    tail -n 20 "$name.log"
    failed=$((failed + 1))
  fi
}

spark() {
  PATH=$scratch/bin:$scratch/venv/bin:$PATH LOSE_ONE=1 \
    spark-submit --master 'local[2,4]' "$here/parts.py" "$scratch/spark/table.json" 7 "$scratch/spark" &&
    [ -e spark/lost ] && cat spark/part-*.nt | cmp - spark/whole.nt
}

if [ "$(id -u)" -ne 0 ]; then
  echo 'slurm: skipped, for a Slurm of its own has to be started as root'
elif command -v slurmctld >/dev/null && command -v munged >/dev/null; then
  try slurm "$here/slurm.sh" "$scratch/bin/liner" "$scratch/slurm"
else
  echo 'slurm: skipped, slurm-wlm and munge are not installed'
fi
if ! command -v java >/dev/null; then
  echo 'spark: skipped, there is no Java'
elif python3 -m venv venv && venv/bin/pip install -q $pyspark; then
  PATH=$scratch/venv/bin:$PATH
  try spark spark
else
  echo "spark: skipped, $pyspark cannot be had"
fi

echo "$passed passed, $failed failed"
[ $failed -eq 0 ] && [ $passed -gt 0 ]
