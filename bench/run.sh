#!/bin/sh
# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# bench/run.sh [ROWS]: the time and the memory that liner needs for a table of credits, and that raptor and serd need for
# writing the same triples from N-Triples (which they have to read first, and liner has to read the table). Everything goes to
# /dev/null, so that the disk is not measured; the best of three runs counts. Needs no reference data.

cd "$(dirname "$0")/.." || exit 2
rows=${1:-${ROWS:-1000000}}
work=${BUILD:-build}/bench
liner=${BUILD:-build}/liner
mkdir -p "$work"
${CC:-gcc} -std=c11 -D_DEFAULT_SOURCE -O1 -o "$work/measure" bench/measure.c || exit 1

table() { # ROWS FILE
  [ -f "$2" ] || { awk -v rows="$1" -f bench/credits.awk >"$2.new" && mv "$2.new" "$2"; } || exit 1
}

# line NAME ROWS BYTES TRIPLES COMMAND...: run it three times, print the best.
line() {
  name=$1 n=$2 size=$3 made=$4
  shift 4
  : >"$work/times"
  for _ in 1 2 3; do
    "$work/measure" "$@" 2>"$work/err" >/dev/null || { cat "$work/err"; echo "failed: $*"; exit 1; }
    sed -n 's/^measured //p' "$work/err" >>"$work/times"
  done
  sort -n "$work/times" | head -n 1 | awk -v name="$name" -v rows="$n" -v bytes="$size" -v triples="$made" '
    { s = $1 / 1000; if (s <= 0) s = 0.001
      printf "%-28s %10d %8.2f %8.2f %10.0f %8.1f %10.0f %9.1f\n", name, rows, s, $2 / 1000, rows / s, bytes / 1e6 / s,
             triples / s, $3 / 1024 }'
}

small=$((rows / 10))
table "$rows" "$work/credits.tsv"
[ "$(wc -l <"$work/credits.tsv")" -eq $((rows + 1)) ] || { rm "$work/credits.tsv"; table "$rows" "$work/credits.tsv"; }
head -n $((small + 1)) "$work/credits.tsv" >"$work/small.tsv"
"$liner" export -q "$work/credits.tsv" --metadata bench/credits.json -o "$work/credits.nt" || exit 1
bytes=$(wc -c <"$work/credits.tsv")
triples=$(wc -l <"$work/credits.nt")

echo "$rows rows, $((bytes / 1000000)) MB, $triples triples, $(($(wc -c <"$work/credits.nt") / 1000000)) MB of N-Triples"
printf '%-28s %10s %8s %8s %10s %8s %10s %9s\n' 'to /dev/null' rows 'wall s' 'CPU s' rows/s 'MB/s in' triples/s 'peak MiB'
for to in ntriples turtle nquads jsonld; do
  line "liner $to" "$rows" "$bytes" "$triples" "$liner" export -q "$work/credits.tsv" \
    --metadata bench/credits.json --to $to
done
line 'liner ntriples, a tenth' "$small" "$((bytes / 10))" "$((triples / 10))" \
  "$liner" export -q "$work/small.tsv" --metadata bench/credits.json --to ntriples
again=$(wc -c <"$work/credits.nt")
for to in ntriples turtle; do
  ! command -v serdi >/dev/null ||
    line "serdi $to (from N-Triples)" "$rows" "$again" "$triples" serdi -i ntriples -o $to "$work/credits.nt"
  ! command -v rapper >/dev/null ||
    line "rapper $to (from N-Triples)" "$rows" "$again" "$triples" rapper -q -i ntriples -o $to "$work/credits.nt"
done
