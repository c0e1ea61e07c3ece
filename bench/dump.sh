#!/bin/sh
# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# bench/dump.sh [PRINCIPALS...]: all tables of an IMDb-shaped set of 1000000 and of 10000000 principals, with their names and
# titles as TESTDATA/bench/gen.py makes them, exported to N-Triples and counted by liner stats; with the mapping of bench/imdb,
# and with the profile of the whole dump where there is one. Output goes to /dev/null, so that no disk is measured. Numbers are
# medians of RUNS (3) runs. The largest set may not need more memory than the smallest; what was measured of it says how long
# the real dump would take. Everything is also written to bench/results-dump.csv; RESULTS=FILE writes it elsewhere.

cd "$(dirname "$0")/.." || exit 2
[ $# -gt 0 ] || set -- 1000000 10000000
runs=${RUNS:-3}
build=${BUILD:-build}
kit=${TESTDATA:-../shared}/bench
results=${RESULTS:-bench/results-dump.csv}
LINER=$(cd "$build" && pwd)/liner LC_ALL=C
export LINER LC_ALL
work=$build/bench
# Names, titles and principals of the real dump, in millions of rows.
real_rows=120000000

die() {
  echo "bench: $*" >&2
  exit 1
}

[ -f "$kit/gen.py" ] && command -v python3 >/dev/null || die 'it needs python3, and gen.py in TESTDATA/bench: say make bench-imdb TESTDATA=DIR'
mkdir -p "$work" && ${CC:-gcc} -std=c11 -D_DEFAULT_SOURCE -O2 -o "$work/measure" bench/measure.c || exit 1

command_of() { # NAME FOLDER
  case $1 in
  mapping) echo "bench/imdb $2 -q" ;;
  mapping-2-threads) echo "bench/imdb $2 -q --threads 2" ;;
  profile) echo "$LINER export --profile imdb $2 -q --to ntriples --threads 1" ;;
  stats) echo "$LINER stats bench/imdb-metadata.json --url-map https://datasets.imdbws.com/=$2/ -q" ;;
  esac
}

median() { # COLUMN
  sort -n -k "$1,$1" "$work/times" | awk -v column="$1" '{ v[NR] = $column } END { print v[int((NR + 1) / 2)] }'
}

names='mapping mapping-2-threads stats'
[ -d data/profiles/imdb ] && names="$names profile"
echo 'what,principals,rows,triples,wall_s,cpu_s,rows_per_s,triples_per_s,input_mb_per_s,peak_kib,runs' >"$work/dump.new"
printf '%-18s %10s %10s %10s %8s %8s %10s %11s %8s %9s\n' what principals rows triples 'wall s' 'CPU s' rows/s triples/s 'MB/s in' 'peak KiB'
for principals; do
  data=$work/imdb-$principals
  [ -d "$data" ] || { python3 "$kit/gen.py" "$principals" "$data.new" >/dev/null && mv "$data.new" "$data"; } || die 'no tables'
  # Only the three tables themselves: beside them stand the same for other programs.
  folder=$work/dump-$principals
  rm -rf "$folder" && mkdir "$folder" || exit 2
  for table in title.basics name.basics title.principals; do
    ln -s "$(cd "$data" && pwd)/$table.tsv" "$folder/$table.tsv" || exit 2
  done
  bytes=$(cat "$folder"/*.tsv | wc -c)
  rows=$(($(cat "$folder"/*.tsv | wc -l) - 3))
  for name in $names; do
    command=$(command_of "$name" "$folder")
    triples=0
    [ "$name" = stats ] || triples=$($command | wc -l)
    : >"$work/times"
    i=0
    while [ $i -lt "$runs" ]; do
      # shellcheck disable=SC2086
      "$work/measure" $command 2>"$work/err" >/dev/null || grep -q '^measured ' "$work/err" || die "failed: $command"
      sed -n 's/^measured //p' "$work/err" >>"$work/times"
      i=$((i + 1))
    done
    [ "$name" = mapping ] && mapped=$triples
    [ "$name" = stats ] && triples=$mapped
    awk -v p="$name" -v k="$principals" -v n="$rows" -v t="$triples" -v b="$bytes" -v wall="$(median 1)" -v cpu="$(median 2)" \
      -v peak="$(median 3)" -v runs="$runs" -v results="$work/dump.new" 'BEGIN {
        s = wall / 1000; if (s <= 0) s = 0.001
        printf "%-18s %10d %10d %10d %8.2f %8.2f %10.0f %11.0f %8.1f %9d\n", p, k, n, t, s, cpu / 1000, n / s, t / s, b / 1e6 / s, peak
        printf "%s,%d,%d,%d,%.3f,%.3f,%.0f,%.0f,%.1f,%d,%d\n", p, k, n, t, s, cpu / 1000, n / s, t / s, b / 1e6 / s, peak, runs >>results }'
  done
done
mv "$work/dump.new" "$results"

# Tables stream: the largest set may not need more than a twentieth above what the smallest needs, and a MiB for the length of
# queues. liner stats keeps lists of values, which grow up to its --memory and no further.
awk -F, -v all=$real_rows 'NR > 1 {
    if (!($1 in least) || $2 < small[$1]) { least[$1] = $10; small[$1] = $2 }
    if ($2 > large[$1]) { most[$1] = $10; large[$1] = $2; speed[$1] = $7; cpu[$1] = $6 / $3 } }
  END { for (w in least) {
      bound = w == "stats" ? 256 * 1024 + least[w] : least[w] * 1.05 + 1024
      printf "%s: %d KiB with %d principals, %d KiB with %d; the %d million rows of the real dump would take %.0f s, %.0f s of CPU\n", w,
             least[w], small[w], most[w], large[w], all / 1e6, all / speed[w], all * cpu[w]
      if (most[w] > bound) { print "bench: memory grows with the rows"; bad = 1 } }
    exit bad }' "$results"
