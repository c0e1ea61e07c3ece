#!/bin/sh
# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# tests/why/run.sh: of every triple of data/thom-russo, in all layers, and of 10,000 of the Academy Awards (from TESTDATA), drawn by
# a fixed rule, liner why names cells that hold what makes the triple, as check.py finds by reading the tables itself.

top=$(cd "$(dirname "$0")/../.." && pwd) || exit 2
cd "$top" || exit 2
liner=${BUILD:-build}/liner
oscars=${TESTDATA:-../shared}/collections/oscars
scratch=$(mktemp -d) || exit 2
trap 'rm -rf "$scratch"' EXIT
LC_ALL=C
export LC_ALL
passed=0
failed=0

# Of the answers in $scratch/json to the triples in $scratch/nt; what else check.py wants to know follows.
check() {
  python3 tests/why/check.py "$scratch/json" "$scratch/nt" "$@" >"$scratch/said"
  cat "$scratch/said"
  sum=$(tail -n 1 "$scratch/said" | sed -n 's/^\([0-9]*\) passed, \([0-9]*\) failed$/\1 \2/p')
  if [ "${sum% *}" -gt 0 ]; then
    passed=$((passed + ${sum% *})) failed=$((failed + ${sum#* }))
  else
    failed=$((failed + 1))
  fi
}

"$liner" export -q data/thom-russo --layers facts,evidence,shortcuts -o "$scratch/nt.nt" && sort -u "$scratch/nt.nt" >"$scratch/nt" &&
  cp "$scratch/nt" "$scratch/asked.nt" && "$liner" why data/thom-russo --from "$scratch/asked.nt" --to json -o "$scratch/json"
check comma minimal ontology/catalogue.json "$scratch/nt" ontology/*.csv

if [ -d "$oscars" ]; then
  "$liner" export -q --profile oscars "$oscars" -o "$scratch/all.nt" 2>"$scratch/log"
  # Every so many-th of the sorted triples: a prime, so that no pattern of rows is met again and again.
  sort -u "$scratch/all.nt" | awk 'NR % 41 == 7' | head -n 10000 >"$scratch/nt"
  cp "$scratch/nt" "$scratch/asked.nt"
  "$liner" why --profile oscars "$oscars" --from "$scratch/asked.nt" --to json -o "$scratch/json"
  check tab backslash data/profiles/oscars/csv-metadata.json "$scratch/all.nt" data/profiles/oscars/categories.csv
else
  echo "skipped: triples of the Academy Awards; they need collections/oscars: say make test TESTDATA=DIR"
  [ -z "$CI" ] || failed=$((failed + 1))
fi
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
