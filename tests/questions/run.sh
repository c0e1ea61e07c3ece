#!/bin/sh
# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# Asks the questions qNN.rq of an exported graph and compares with the known answers.
#   run.sh GRAPH.nt [QUESTIONS.csv]
# QUESTIONS.csv is a table with question_id and answer (a JSON list of strings); without it
# $TESTDATA/article/questions_open.csv is read.
#
# Order and repetition of rows never matter. An answer with " | " in it is a whole row, its
# cells joined; then every row of the result is compared like that. Other answers are single
# cells: the result counts as the set of all its cells, whatever row and column they stand in.
# An empty list wants an empty result.
# Exit: 0 all passed, 1 some failed or none was asked, 2 usage.

usage() {
  echo "usage: run.sh GRAPH.nt [QUESTIONS.csv]" >&2
  exit 2
}

test $# -eq 1 || test $# -eq 2 || usage
graph=$1
questions=${2:-${TESTDATA:+$TESTDATA/article/questions_open.csv}}
test -n "$questions" || { echo "run.sh: no QUESTIONS.csv, and TESTDATA is not set" >&2; exit 2; }
for f in "$graph" "$questions"; do
  test -r "$f" || { echo "run.sh: cannot read $f" >&2; exit 2; }
done
command -v roqet >/dev/null || { echo "run.sh: roqet is not installed (package rasqal-utils)" >&2; exit 2; }

here=$(cd "$(dirname "$0")" && pwd) || exit 2
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
trap 'exit 2' HUP INT TERM

# One CSV record to cell[1..n]; a quoted cell may hold commas and doubled quotes, not line ends.
csv='
function split_record(s, cell,    n, c, quoted, text) {
  n = 0; text = ""; quoted = 0
  sub(/\r$/, "", s)
  while (s != "") {
    c = substr(s, 1, 1); s = substr(s, 2)
    if (quoted) {
      if (c != "\"") text = text c
      else if (substr(s, 1, 1) == "\"") { text = text c; s = substr(s, 2) }
      else quoted = 0
    }
    else if (c == "\"") quoted = 1
    else if (c == ",") { cell[++n] = text; text = "" }
    else text = text c
  }
  cell[++n] = text
  return n
}'

# The expected answers of question $1, one a line.
expected() {
  awk -v id="$1" "$csv"'
  NR == 1 { n = split_record($0, head); for (i = 1; i <= n; i++) column[head[i]] = i; next }
  {
    split_record($0, cell)
    if (cell[column["question_id"]] != id) next
    s = cell[column["answer"]]; inside = 0
    while (s != "") {
      c = substr(s, 1, 1); s = substr(s, 2)
      if (!inside) { if (c == "\"") { inside = 1; text = "" } }
      else if (c == "\\") { text = text substr(s, 1, 1); s = substr(s, 2) }
      else if (c == "\"") { inside = 0; print text }
      else text = text c
    }
  }' "$questions" | LC_ALL=C sort -u
}

# The answers of the CSV result on standard input: whole rows if $1 is 1, else cells.
found() {
  awk -v rows="$1" "$csv"'
  NR > 1 && $0 != "" {
    n = split_record($0, cell); line = cell[1]
    for (i = 2; i <= n; i++) line = line (rows ? " | " : "\n") cell[i]
    print line
  }' | LC_ALL=C sort -u
}

passed=0
failed=0
for query in "$here"/q[0-9][0-9].rq; do
  test -r "$query" || continue
  id=$(basename "$query" .rq)
  awk -F, -v id="$id" '$1 == id { known = 1 } END { exit !known }' "$questions" || {
    echo "$id: not in $questions"
    failed=$((failed + 1))
    continue
  }
  expected "$id" >"$tmp/want"
  rows=0
  grep -q ' | ' "$tmp/want" && rows=1
  if ! roqet -q -W 0 -i sparql -r csv -D "$graph" "$query" >"$tmp/result" 2>"$tmp/error"; then
    echo "$id: roqet: $(head -n 1 "$tmp/error")"
    failed=$((failed + 1))
    continue
  fi
  found "$rows" <"$tmp/result" >"$tmp/got"
  if cmp -s "$tmp/want" "$tmp/got"; then
    passed=$((passed + 1))
  else
    echo "$id: missing: $(comm -23 "$tmp/want" "$tmp/got" | tr '\n' ';') unwanted: $(comm -13 "$tmp/want" "$tmp/got" | tr '\n' ';')"
    failed=$((failed + 1))
  fi
done
echo "$passed passed, $failed failed"
test "$passed" -gt 0 && test "$failed" -eq 0
