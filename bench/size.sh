#!/bin/sh
# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# bench/size.sh [ROWS...]: the same at any size? ROWS (1000000 10000000 100000000) credits of gen.c, piped in: to N-Triples by one
# thread; their primary key checked within --memory 256M and 4G; with repeated triples dropped within 256M and, up to ten million
# rows, 64M, which needs some hundred bytes of disk a row. CPU time and peak are liner's alone. Each is run once, since the
# largest take minutes; RUNS="NAME..." are the lines wanted, if not all.

cd "$(dirname "$0")/.." || exit 2
[ $# -gt 0 ] || set -- 1000000 10000000 100000000
build=${BUILD:-build}
work=$build/bench/size
liner=$build/liner
results=${RESULTS:-bench/results-size.csv}
LC_ALL=C
export LC_ALL
mkdir -p "$work" || exit 2
${CC:-gcc} -std=c11 -D_POSIX_C_SOURCE=200809L -O2 -o "$work/gen" bench/gen.c &&
  ${CC:-gcc} -std=c11 -D_DEFAULT_SOURCE -O2 -o "$work/measure" bench/measure.c || exit 1
cp bench/credits-metadata.json "$work/plain.json" || exit 1
sed 's~"aboutUrl": ~"primaryKey": ["tconst", "ordering"], &~' "$work/plain.json" >"$work/keys.json"

# run NAME ROWS COMMAND...: one line of the table.
run() {
  name=$1
  rows=$2
  shift 2
  case " ${RUNS:-$name} " in
  *" $name "*) ;;
  *) return ;;
  esac
  "$work/gen" "$rows" | "$work/measure" "$@" >/dev/null 2>"$work/err" || {
    echo "$name of $rows rows: $(head -n 1 "$work/err")"
    exit 1
  }
  set -- $(sed -n 's/^measured //p' "$work/err")
  awk -v name="$name" -v n="$rows" -v wall="$1" -v cpu="$2" -v peak="$3" -v results="$work/new" 'BEGIN {
    printf "%-14s %10d %9.2f %9.2f %9d %9.2f %9.1f\n", name, n, wall / 1000, cpu / 1000, peak, n / cpu / 1000, peak * 1024 / n
    printf "%s,%d,%.3f,%.3f,%d,%.2f,%.1f\n", name, n, wall / 1000, cpu / 1000, peak, n / cpu / 1000, peak * 1024 / n >>results }'
}

printf '%-14s %10s %9s %9s %9s %9s %9s\n' run rows 'wall s' 'CPU s' 'peak KiB' 'M rows/s' 'bytes/row'
echo 'run,rows,wall_s,cpu_s,peak_kib,million_rows_per_cpu_s,peak_bytes_per_row' >"$work/new"
for rows; do
  run plain "$rows" "$liner" export -q --threads 1 --to ntriples --metadata "$work/plain.json" -
  run keys-256M "$rows" "$liner" check -q --threads 1 --memory 256M --metadata "$work/keys.json" -
  run keys-4G "$rows" "$liner" check -q --threads 1 --memory 4G --metadata "$work/keys.json" -
  run distinct-256M "$rows" "$liner" export -q --threads 1 --to ntriples --distinct --memory 256M --metadata "$work/plain.json" -
  [ "$rows" -gt 10000000 ] ||
    run distinct-64M "$rows" "$liner" export -q --threads 1 --to ntriples --distinct --memory 64M --metadata "$work/plain.json" -
done
mv "$work/new" "$results"
