#!/bin/sh
# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# tests/disagreements/run.sh: what is known not to agree in two texts is found, with its severity and its quotations, and what only
# looks so is not. The first is an invented life in marsh/, the second data/thom-russo with the entries and controls of TESTDATA.

top=$(cd "$(dirname "$0")/../.." && pwd) || exit 2
build=$(cd "$top" && cd "${BUILD:-build}" && pwd) || exit 2
cd "$top" || exit 2
article=${TESTDATA:-../shared}/article
passed=0
failed=0

# $1 names the kind of check, $2 the catalogue, $3 what is known of it.
look() {
  report=$build/disagreements-$1.json
  "$build/liner" disagreements "$2" --to json -o "$report" || { failed=$((failed + 1)); return; }
  python3 tests/disagreements/check.py "$1" "$report" "$3" >"$report.log" 2>&1
  cat "$report.log"
  sum=$(tail -n 1 "$report.log" | sed -n 's/^\([0-9][0-9]*\) passed, \([0-9][0-9]*\) failed$/\1 \2/p')
  n=${sum% *} m=${sum#* }
  passed=$((passed + ${n:-0}))
  failed=$((failed + ${m:-1}))
}

# The quotations of the invented life are where quotes.csv says.
quotes=$(python3 - <<'END'
import csv
text = open("tests/disagreements/marsh/biography.txt", encoding="utf-8").read()
rows = csv.DictReader(open("tests/disagreements/marsh/quotes.csv", encoding="utf-8", newline=""))
print(sum(text[int(row["start"]):int(row["end"])] != row["quote"] for row in rows))
END
)
if [ "$quotes" = 0 ]; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "disagreements: $quotes quotations are not in their places"; fi
look text tests/disagreements/marsh tests/disagreements
if [ -f "$article/contradictions.csv" ]; then
  look article data/thom-russo "$article"
else
  echo "skipped: the disagreements of data/thom-russo; they need article/contradictions.csv: say make test TESTDATA=DIR"
  [ -z "$CI" ] || failed=$((failed + 1))
fi
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
