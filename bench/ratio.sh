#!/bin/sh
# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# bench/ratio.sh [ROWS]: bench/imdb beside a C program written by hand for just these three tables, without any check
# (TESTDATA/bench/min.c), on ROWS (1000000) principals with their names and titles as TESTDATA/bench/gen.py makes them. The sets
# of triples are held against each other first. Then all take turns, RUNS (7) times; the table has medians, the last column CPU
# time relative to the C program. bench/run.sh ends with this.

cd "$(dirname "$0")/.." || exit 2
rows=${1:-1000000}
runs=${RUNS:-7}
build=${BUILD:-build}
kit=${TESTDATA:-../shared}/bench
results=${RESULTS:-bench/results-imdb.csv}
LINER=$(cd "$build" && pwd)/liner LC_ALL=C
export LINER LC_ALL
work=$build/bench
data=$work/imdb-$rows

[ -f "$kit/min.c" ] && command -v python3 >/dev/null || {
  echo "The ratio to a C program is skipped: it needs python3, and min.c and gen.py in TESTDATA/bench: say make bench TESTDATA=DIR"
  exit 0
}
die() {
  echo "bench: $*" >&2
  exit 1
}

mkdir -p "$work" || exit 2
${CC:-gcc} -w -O2 -o "$work/min" "$kit/min.c" &&
  ${CC:-gcc} -std=c11 -D_DEFAULT_SOURCE -O2 -o "$work/measure" bench/measure.c || exit 1
[ -d "$data" ] || { python3 "$kit/gen.py" "$rows" "$data.new" >/dev/null && mv "$data.new" "$data"; } || die 'no tables'

"$work/min" "$data" | sort -S 25% -u >"$work/wanted"
bench/imdb "$data" -q | sort -S 25% -u | cmp -s - "$work/wanted" || die 'liner does not have the triples of min.c'
triples=$(wc -l <"$work/wanted")
rm -f "$work/wanted"
bytes=$(cat "$data"/*.tsv | wc -c)

names='min.c ntriples turtle jsonld threads-2'
command_of() {
  case $1 in
  min.c) echo "$work/min $data" ;;
  threads-*) echo "bench/imdb $data -q --threads ${1#threads-}" ;;
  *) echo "bench/imdb $data -q --to $1" ;;
  esac
}
for name in $names; do
  : >"$work/times-$name"
  command=$(command_of "$name")
  $command | wc -c >"$work/size-$name"
done
i=0
while [ $i -lt "$runs" ]; do
  for name in $names; do
    command=$(command_of "$name")
    # shellcheck disable=SC2086
    "$work/measure" $command 2>"$work/err" >/dev/null || { cat "$work/err"; die "failed: $command"; }
    sed -n 's/^measured //p' "$work/err" >>"$work/times-$name"
  done
  i=$((i + 1))
done

median() { # NAME COLUMN
  sort -n -k "$2,$2" "$work/times-$1" | awk -v column="$2" '{ v[NR] = $column } END { print v[int((NR + 1) / 2)] }'
}
echo "$rows principals with their names and titles, $triples triples, medians of $runs runs taking turns:"
printf '%-10s %8s %8s %10s %11s %9s %9s %9s %7s\n' program 'wall s' 'CPU s' rows/s triples/s 'MB/s in' 'MB/s out' 'peak KiB' ratio
echo 'program,rows,triples,wall_s,cpu_s,rows_per_s,triples_per_s,input_mb_per_s,output_mb_per_s,peak_kib,ratio,runs' >"$work/ratio.new"
unit=$(median min.c 2)
for name in $names; do
  awk -v p="$name" -v n="$rows" -v t="$triples" -v b="$bytes" -v o="$(cat "$work/size-$name")" -v wall="$(median "$name" 1)" \
    -v cpu="$(median "$name" 2)" -v peak="$(median "$name" 3)" -v unit="$unit" -v runs="$runs" -v results="$work/ratio.new" 'BEGIN {
      s = wall / 1000; if (s <= 0) s = 0.001
      printf "%-10s %8.2f %8.2f %10.0f %11.0f %9.1f %9.1f %9d %7.2f\n", p, s, cpu / 1000, n / s, t / s, b / 1e6 / s, o / 1e6 / s, peak, cpu / unit
      printf "%s,%d,%d,%.3f,%.3f,%.0f,%.0f,%.1f,%.1f,%d,%.2f,%d\n", p, n, t, s, cpu / 1000, n / s, t / s, b / 1e6 / s, o / 1e6 / s, peak,
             cpu / unit, runs >>results }'
done
mv "$work/ratio.new" "$results"
