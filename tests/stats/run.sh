#!/bin/sh
# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# tests/stats/run.sh: liner stats against counts that are made another way: raptor reads what liner exports, and count.py counts
# its triples with sets. Tables are counted on the way, and the graph that was written of them is read and counted: both must
# say the same, and say it again with memory for almost nothing.

cd "$(dirname "$0")/../.." || exit 2
build=${BUILD:-build}
liner=$build/liner
work=$build/stats
passed=0
failed=0
rm -rf "$work"
mkdir -p "$work" || exit 2

verdict() { # what, status
  if [ "$2" -eq 0 ]; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "stats: $1"
  fi
}

# compare NAME FILE OPTION...: the figures of an input.
compare() {
  name=$1
  shift
  "$liner" stats -q --to json --top 1000 "$@" >"$work/$name.json" && python3 tests/stats/count.py "$work/graph.nt" "$work/$name.json"
  verdict "$name is not what is counted" $?
}

# both NAME INPUT OPTION...: tables and the graph of them.
both() {
  input=$2
  name=$1
  shift 2
  "$liner" export -q --distinct --to ntriples "$@" "$input" >"$work/written.nt" &&
    rapper -q -i ntriples -o ntriples "$work/written.nt" >"$work/graph.nt" && [ -s "$work/graph.nt" ]
  verdict "$name cannot be exported" $?
  compare "$name-tables" --distinct "$@" "$input"
  compare "$name-graph" "$work/written.nt"
  compare "$name-little-memory" --memory 1K "$work/written.nt"
}

both thom-russo data/thom-russo --layers facts,evidence,shortcuts
both thom-russo-facts data/thom-russo
${CC:-gcc} -std=c11 -D_POSIX_C_SOURCE=200809L -O1 -o "$work/gen" bench/gen.c && "$work/gen" 20000 >"$work/credits.csv"
verdict "bench/gen.c makes no table" $?
both credits "$work/credits.csv" --metadata bench/credits-metadata.json
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
