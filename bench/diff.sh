#!/bin/sh
# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# bench/diff.sh [TRIPLES...]: two graphs of so many triples (10000000) as gen.c makes them, of which each lacks one in a hundred of
# the other; the second is in another order. What only one of them has is told by liner diff, with 64 and 256 MiB of --memory, and
# by sort and comm, which know lines alone; then liner patch makes the second of the first. First all must agree. RUNS (1) runs,
# medians. Files stand in the build folder and are taken away at the end: three times the size of a graph is needed. Everything is
# also written to bench/results-diff.csv; RESULTS=FILE writes it elsewhere.

cd "$(dirname "$0")/.." || exit 2
[ $# -gt 0 ] || set -- 10000000
build=${BUILD:-build}
runs=${RUNS:-1}
work=$build/bench/diff
results=${RESULTS:-bench/results-diff.csv}
liner=$(cd "$build" && pwd)/liner
LC_ALL=C
export LC_ALL

die() {
  echo "bench: $*" >&2
  exit 1
}

mkdir -p "$work/tmp" || exit 2
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
${CC:-gcc} -std=c11 -D_POSIX_C_SOURCE=200809L -O2 -o "$work/gen" bench/gen.c &&
  ${CC:-gcc} -std=c11 -D_DEFAULT_SOURCE -O2 -o "$work/measure" bench/measure.c || exit 1
TMPDIR=$work/tmp
export TMPDIR

# Six triples a row and more; a line in a hundred is left out on each side.
make_graphs() { # TRIPLES
  "$work/gen" $(($1 / 5)) triples | head -n $(($1 * 101 / 100)) >"$work/all" || exit 1
  awk 'NR % 101 != 1' "$work/all" >"$work/old.nt" || exit 1
  half=$(($1 / 2))
  { tail -n +$half "$work/all"; head -n $((half - 1)) "$work/all"; } | awk 'NR % 101 != 2' >"$work/new.nt" || exit 1
  rm "$work/all"
}

command_of() { # NAME
  case $1 in
  liner-64M) echo "$liner diff -q --memory 64M --to patch old.nt new.nt -o change" ;;
  liner-256M) echo "$liner diff -q --memory 256M --to patch old.nt new.nt -o change" ;;
  sort-and-comm) echo "sort -u -S 256M old.nt >a && sort -u -S 256M new.nt >b && comm -3 a b >lines; rm a b" ;;
  patch-64M) echo "$liner patch -q --memory 64M old.nt change -o patched.nt" ;;
  esac
}

median() { # COLUMN
  sort -n -k "$1,$1" times | awk -v column="$1" '{ v[NR] = $column } END { print v[int((NR + 1) / 2)] }'
}

top=$(pwd)
echo 'what,triples,bytes,wall_s,cpu_s,triples_per_s,peak_kib,runs' >"$work/results"
printf '%-14s %10s %8s %8s %12s %10s\n' what triples 'wall s' 'CPU s' triples/s 'peak KiB'
for triples; do
  make_graphs "$triples"
  cd "$work" || exit 2
  bytes=$(cat old.nt new.nt | wc -c)
  count=$(cat old.nt new.nt | wc -l)
  for name in liner-64M liner-256M sort-and-comm patch-64M; do
    : >times
    i=0
    while [ $i -lt "$runs" ]; do
      ./measure sh -c "$(command_of $name)" 2>err >/dev/null || grep -q '^measured ' err || die "$name failed"
      sed -n 's/^measured //p' err >>times
      i=$((i + 1))
    done
    awk -v p="$name" -v t="$count" -v b="$bytes" -v wall="$(median 1)" -v cpu="$(median 2)" -v peak="$(median 3)" -v runs="$runs" '
      BEGIN {
        s = wall / 1000; if (s <= 0) s = 0.001
        printf "%-14s %10d %8.2f %8.2f %12.0f %10d\n", p, t, s, cpu / 1000, t / s, peak
        printf "%s,%d,%d,%.3f,%.3f,%.0f,%d,%d\n", p, t, b, s, cpu / 1000, t / s, peak, runs >>"results" }'
  done
  grep -c '^[AD]' change >a
  wc -l <lines >b
  [ "$(tr -d ' ' <a)" = "$(tr -d ' ' <b)" ] || die 'liner and comm do not tell of as many triples'
  "$liner" diff -q --exit-code --to patch patched.nt new.nt -o left || die 'the patched graph is not the second one'
  rm -f change lines patched.nt left
  cd "$top" || exit 2
done
cp "$work/results" "$results"
