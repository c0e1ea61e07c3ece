#!/bin/sh
# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# tests/claims/run.sh: data/thom-russo covers its source. Each claim that TESTDATA/article/claims.csv lists must stand in quotes.csv
# under its id; the quotation must be what the text has at its place, inside the passage of the claim, with the references of that
# passage; and some row of the other tables must cite it. The text itself is not part of the project. Positions count characters.

top=$(cd "$(dirname "$0")/../.." && pwd) || exit 2
cd "$top" || exit 2
article=${TESTDATA:-../shared}/article
if [ ! -f "$article/claims.csv" ] || [ ! -f "$article/thom-russo.txt" ]; then
  echo "skipped: the claims of data/thom-russo; they need article/claims.csv: say make test TESTDATA=DIR"
  [ -z "$CI" ] || { echo "0 passed, 1 failed"; exit 1; }
  echo "0 passed, 0 failed"
  exit 0
fi
LC_ALL=C
export LC_ALL
scratch=$(mktemp -d) || exit 2
trap 'rm -rf "$scratch"' EXIT
for table in quotes people works credits awards claims; do
  awk -f tools/csv.awk "data/thom-russo/$table.csv" >"$scratch/$table"
done
tr -d '\r' <"$article/claims.csv" | awk -f tools/csv.awk >"$scratch/wanted"

# The text comes first, a character at a time; a byte from 0x80 to 0xBF goes on with the one before.
awk -F '\t' '
  FNR == 1 { file++ }
  FNR == 1 && file > 1 { delete at; for (i = 1; i <= NF; i++) at[$i] = i; next }
  file == 1 {
    for (i = 1; i <= length($0); i++) {
      c = substr($0, i, 1)
      if (c ~ /[\200-\277]/) letter[n] = letter[n] c
      else letter[++n] = c
    }
    letter[++n] = "\n"
    next
  }
  file == 2 { quote[$at["id"]] = $at["quote"]; from[$at["id"]] = $at["start"]; to[$at["id"]] = $at["end"]
              refs[$at["id"]] = ";" $at["references"] ";"; next }
  file < 8 { k = split($at["quotes"], id, / *[;|] */); for (i = 1; i <= k; i++) cited[id[i]] = 1; next }
  {
    id0 = $at["claim_id"]
    why = ""
    there = ""
    for (i = from[id0] + 1; i <= to[id0]; i++) there = there letter[i]
    if (!(id0 in quote)) why = "is no quotation"
    else if (there != quote[id0] || there == "") why = "is not what the text has at its place"
    else if (from[id0] + 0 < $at["start"] + 0 || to[id0] + 0 > $at["end"] + 0) why = "is quoted from another passage"
    else if (!(id0 in cited)) why = "is not cited by any row"
    k = split($at["refs"], ref, ";")
    for (i = 1; i <= k; i++) {
      if (why == "" && !index(refs[id0], ";ref-" ref[i] ";")) why = "lacks reference " ref[i]
    }
    if (why == "") passed++
    else { failed++; print "claims: " id0 " " why }
  }
  END {
    if (passed + failed == 0) { print "claims: none were read"; failed = 1 }
    printf "%d passed, %d failed\n", passed, failed
    exit failed > 0
  }' "$article/thom-russo.txt" "$scratch/quotes" "$scratch/people" "$scratch/works" "$scratch/credits" \
  "$scratch/awards" "$scratch/claims" "$scratch/wanted"
