#!/bin/sh
# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# tests/imdb/run.sh: bench/imdb on tables as the generator in TESTDATA makes them. The set of triples must be that of the program
# written by hand for them (TESTDATA/bench/min.c): as N-Triples, as Turtle read by serd, as JSON-LD expanded by expand.py; from
# another working directory, by several workers, and with no row on the straight way. And an instruction costs the same wherever
# it runs: a row may not need more of them than it did, where callgrind can count them.

top=$(cd "$(dirname "$0")/../.." && pwd) || exit 2
build=$(cd "$top" && cd "${BUILD:-build}" && pwd) || exit 2
cd "$top" || exit 2
kit=${TESTDATA:-../shared}/bench
LINER=$build/liner LC_ALL=C
export LINER LC_ALL
work=$build/imdb
# Instructions for a row of title.principals and what belongs to it, in hundreds, when built with -O2, and 15 in a hundred more.
most_ntriples=31
most_turtle=32
most_jsonld=42

skip() {
  echo "skipped: $1"
  [ -z "$CI" ] || { echo "0 passed, 1 failed"; exit 1; }
  echo "0 passed, 0 failed"
  exit 0
}

[ -f "$kit/min.c" ] || skip 'the mapping of bench/imdb; it needs bench/min.c: say make test TESTDATA=DIR'
command -v python3 >/dev/null || skip 'the mapping of bench/imdb; it needs python3 to make its tables'
mkdir -p "$work" || exit 2
${CC:-gcc} -w -O2 -o "$work/min" "$kit/min.c" || exit 2
# shellcheck disable=SC2046
${CC:-gcc} -std=c11 -O2 $(pkg-config --cflags serd-0) -o "$work/canon" tests/nasty/canon.c $(pkg-config --libs serd-0) || exit 2
passed=0
failed=0

# check WHAT COMMAND...
check() {
  what=$1
  shift
  if "$@"; then passed=$((passed + 1)); else echo "imdb: $what"; failed=$((failed + 1)); fi
}

tables() { # ROWS
  [ -d "$work/$1" ] || { python3 "$kit/gen.py" "$1" "$work/new" >/dev/null && mv "$work/new" "$work/$1"; }
}

# The triples on standard input are those of min.c.
same() {
  sort -u >"$work/got" && cmp -s "$work/wanted" "$work/got"
}

ntriples() {
  bench/imdb "$work/3000" -q "$@" | same
}

turtle() {
  bench/imdb "$work/3000" -q --to turtle >"$work/ttl" && "$work/canon" turtle <"$work/ttl" | same
}

jsonld() {
  bench/imdb "$work/3000" -q --to jsonld | python3 tests/imdb/expand.py | same
}

elsewhere() {
  (cd "$work" && "$top/bench/imdb" 3000/ -q) | same
}

tables 3000 || exit 2
"$work/min" "$work/3000" | sort -u >"$work/wanted"
check 'N-Triples are not those of min.c' ntriples
check 'without the straight way they are not those of min.c' ntriples --general-way
check 'from small blocks they are not those of min.c' ntriples --block-size 100
check 'from another folder they are not those of min.c' elsewhere
check 'Turtle is not what min.c says' turtle
check 'JSON-LD is not what min.c says' jsonld

# ---- instructions ----

count() { # ROWS SYNTAX
  valgrind --tool=callgrind --callgrind-out-file="$work/callgrind" "$LINER" export bench/imdb-metadata.json \
    --url-map "https://datasets.imdbws.com/=$work/$1/" --to "$2" --threads 1 -q -o /dev/null 2>&1 | awk '/refs/ { gsub(",", "", $NF); print $NF }'
}

# Two sizes, so that what is done once does not count.
cheap() { # SYNTAX MOST
  few=$(count 2000 "$1")
  many=$(count 6000 "$1")
  each=$(((many - few) / 4000))
  [ "$each" -gt 0 ] && [ "$each" -le $(($2 * 100)) ] || { echo "imdb: $each instructions for a row to $1, at most $(($2 * 100)) wanted"; false; }
}

if ! command -v valgrind >/dev/null; then
  echo 'skipped: instructions for a row; it needs valgrind'
elif ! readelf --debug-dump=info "$LINER" 2>/dev/null | grep -m 1 DW_AT_producer | grep -q -e ' -O2' || ! grep -qw avx2 /proc/cpuinfo; then
  echo 'skipped: instructions for a row; they are known for -O2 -g and AVX2 only'
else
  tables 2000 && tables 6000 || exit 2
  check 'N-Triples need more instructions' cheap ntriples $most_ntriples
  check 'Turtle needs more instructions' cheap turtle $most_turtle
  check 'JSON-LD needs more instructions' cheap jsonld $most_jsonld
fi
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
