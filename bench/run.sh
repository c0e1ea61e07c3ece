#!/bin/sh
# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# bench/run.sh [ROWS...]: the time and the memory that liner needs for a table of credits as gen.c makes it, and that serd and
# raptor need to write the same triples (they read them from N-Triples first, as liner has to read the table). Output goes to
# /dev/null, so that no disk is measured. Numbers are medians of five runs, three above a million rows. First of all the
# sets of triples must agree with those that gen.c makes itself; at the end, the memory of the smallest and the largest table.
# Everything is also written to bench/results.csv; RESULTS=FILE writes it elsewhere. Then price.sh and ratio.sh follow.

cd "$(dirname "$0")/.." || exit 2
[ $# -gt 0 ] || set -- 100000 1000000 10000000
build=${BUILD:-build}
work=$build/bench
liner=$build/liner
results=${RESULTS:-bench/results.csv}
mapping=bench/credits-metadata.json
# Beyond so many rows the files of triples and the memory of raptor get out of hand.
most_for_serd=1000000
most_for_raptor_turtle=100000
LC_ALL=C
export LC_ALL
mkdir -p "$work" || exit 2
${CC:-gcc} -std=c11 -D_POSIX_C_SOURCE=200809L -O2 -o "$work/gen" bench/gen.c &&
  ${CC:-gcc} -std=c11 -D_DEFAULT_SOURCE -O2 -o "$work/measure" bench/measure.c || exit 1

die() {
  echo "bench: $*" >&2
  exit 1
}

has() {
  command -v "$1" >/dev/null 2>&1
}

# make_file NAME ARGUMENT...: what gen.c prints, made once for each gen.c.
make_file() {
  [ -n "$(find "$work/$1" -newer bench/gen.c 2>/dev/null)" ] && return
  "$work/gen" "$2" ${3:+"$3"} >"$work/$1.new" && mv "$work/$1.new" "$work/$1" || die "cannot make $1"
}

sorted() {
  sort -S 25% -u "$@"
}

# ---- the same triples ----

rows=$1
make_file "$rows.csv" "$rows"
make_file "$rows.nt" "$rows" triples
sorted "$work/$rows.nt" >"$work/wanted"
agree() { # WHO, triples in the file made.nt
  sorted "$work/made.nt" | cmp -s - "$work/wanted" || die "$1 does not have the triples of the generator"
}
make_with_liner() { # SYNTAX
  "$liner" export -q --metadata $mapping --to "$1" "$work/$rows.csv" >"$work/made.$1" || die "liner to $1 failed"
}
make_with_liner ntriples
mv "$work/made.ntriples" "$work/made.nt"
agree 'liner to N-Triples'
make_with_liner jsonld
if pkg-config --exists serd-0; then
  # shellcheck disable=SC2046
  ${CC:-gcc} -std=c11 -O2 $(pkg-config --cflags serd-0) -o "$work/canon" tests/nasty/canon.c $(pkg-config --libs serd-0) || exit 1
  make_with_liner turtle
  "$work/canon" turtle <"$work/made.turtle" >"$work/made.nt" || die 'serd cannot read the Turtle of liner'
  agree 'liner to Turtle, read by serd,'
fi
rm -f "$work"/made.*
echo "The triples of $rows rows are those of the generator: $(wc -l <"$work/wanted")"

# ---- the clock ----

echo 'program,syntax,rows,triples,wall_s,cpu_s,rows_per_s,input_mb_per_s,triples_per_s,peak_kib,runs' >"$work/results.new"
printf '%-10s %-9s %9s %8s %8s %10s %9s %11s %10s\n' program syntax rows 'wall s' 'CPU s' rows/s 'MB/s in' triples/s 'peak KiB'

median() { # COLUMN of the file times
  sort -n -k "$1,$1" "$work/times" | awk -v column="$1" '{ v[NR] = $column } END { print v[int((NR + 1) / 2)] }'
}

# clock PROGRAM SYNTAX ROWS TRIPLES INPUT COMMAND...
clock() {
  program=$1 syntax=$2 n=$3 made=$4 input=$5
  shift 5
  runs=5
  [ "$n" -le 1000000 ] || runs=3
  : >"$work/times"
  i=0
  while [ $i -lt $runs ]; do
    "$work/measure" "$@" 2>"$work/err" >/dev/null || { cat "$work/err"; die "failed: $*"; }
    sed -n 's/^measured //p' "$work/err" >>"$work/times"
    i=$((i + 1))
  done
  awk -v p="$program" -v x="$syntax" -v n="$n" -v t="$made" -v b="$(wc -c <"$input")" -v wall="$(median 1)" \
    -v cpu="$(median 2)" -v peak="$(median 3)" -v runs=$runs -v results="$work/results.new" 'BEGIN {
      s = wall / 1000; if (s <= 0) s = 0.001
      printf "%-10s %-9s %9d %8.2f %8.2f %10.0f %9.1f %11.0f %10d\n", p, x, n, s, cpu / 1000, n / s, b / 1e6 / s, t / s, peak
      printf "%s,%s,%d,%d,%.3f,%.3f,%.0f,%.1f,%.0f,%d,%d\n", p, x, n, t, s, cpu / 1000, n / s, b / 1e6 / s, t / s, peak,
             runs >>results }'
}

for rows; do
  make_file "$rows.csv" "$rows"
  triples=$("$work/gen" "$rows" triples | wc -l)
  for to in ntriples turtle jsonld; do
    clock liner $to "$rows" "$triples" "$work/$rows.csv" "$liner" export -q --threads 1 --metadata $mapping --to $to \
      "$work/$rows.csv"
  done
  if [ "$rows" -le $most_for_serd ]; then
    make_file "$rows.nt" "$rows" triples
    for to in ntriples turtle; do
      ! has serdi || clock serdi $to "$rows" "$triples" "$work/$rows.nt" serdi -i ntriples -o $to "$work/$rows.nt"
      [ $to = turtle ] && [ "$rows" -gt $most_for_raptor_turtle ] && continue
      ! has rapper || clock rapper $to "$rows" "$triples" "$work/$rows.nt" rapper -q -i ntriples -o $to "$work/$rows.nt"
    done
  fi
done
mv "$work/results.new" "$results"

# ---- the memory ----

# Rows stream: the largest table may not need more than a twentieth above what the smallest needs.
awk -F, '$1 == "liner" && $2 != "jsonld" {
    if (!($2 in least) || $3 < rows[$2]) { least[$2] = $10; rows[$2] = $3 }
    if ($3 > top[$2]) { most[$2] = $10; top[$2] = $3 } }
  END { for (s in least) {
      printf "peak memory for %s: %d KiB with %d rows, %d KiB with %d rows\n", s, least[s], rows[s], most[s], top[s]
      if (most[s] > least[s] * 1.05) { print "bench: memory grows with the rows"; bad = 1 } }
    exit bad }' "$results" || exit 1

# ---- against a program written by hand, and feature by feature ----

unset RESULTS
bench/price.sh && bench/ratio.sh
