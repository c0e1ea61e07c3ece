#!/bin/sh
# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# tests/planted/run.sh: defects, one after the other, planted into tables that have none. Each must be found at the cell, by the
# rule, that defects.txt names, and nothing else. The tables without defects, and data/thom-russo, give no alarm; and every
# property shape of the ontology has a defect of its own, so that no rule can be lost unnoticed.

top=$(cd "$(dirname "$0")/../.." && pwd) || exit 2
build=$(cd "$top" && cd "${BUILD:-build}" && pwd) || exit 2
cd "$top/tests/planted" || exit 2
liner=$build/liner
scratch=$build/planted
rm -rf "$scratch"
mkdir -p "$scratch" || exit 2
passed=0
failed=0

# $1 says what should be so, $2 and $3 are files that must be alike.
same() {
  if cmp -s "$2" "$3"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "planted: $1"
    diff "$2" "$3"
  fi
}

# What a report found, a line each: table:line:column and the rule.
found() {
  awk '/"type":"finding"/ {
    file = line = name = rule = $0
    sub(/.*"file":"[^"]*\//, "", file); sub(/\.csv".*/, "", file)
    sub(/.*"line":/, "", line); sub(/[^0-9].*/, "", line)
    sub(/.*"name":"/, "", name); sub(/".*/, "", name)
    if (rule ~ /\(sh:[A-Za-z]+ of <https:\/\/w3id.org\/liner\/shapes#/) {
      shape = rule
      sub(/.*\(sh:/, "", rule); sub(/ of <.*/, "", rule)
      sub(/.*liner\/shapes#/, "", shape); sub(/>.*/, "", shape)
      rule = rule "@" shape
    } else {
      sub(/.*"code":"/, "", rule); sub(/".*/, "", rule)
    }
    print file ":" line ":" name " " rule
  }' "$1" | sort
}

# Set cells of row $2 of table $1, or of a new one; $3 is column=text, ...
plant() {
  awk -F, -v OFS=, -v row="$2" -v set="$3" '
    NR == 1 {
      width = NF
      n = split(set, sets, /, +/)
      for (i = 1; i <= NF; ++i) at[$i] = i
      for (i = 1; i <= n; ++i) {
        k = index(sets[i], "=")
        name = substr(sets[i], 1, k - 1)
        if (!(name in at)) { print "no column " name > "/dev/stderr"; exit 1 }
        text[at[name]] = substr(sets[i], k + 1)
      }
    }
    NR == row { for (i in text) $i = text[i] }
    { print }
    END {
      if (row == "+") {
        line = text[1]
        for (i = 2; i <= width; ++i) line = line "," text[i]
        print line
      }
    }' "$1" >"$scratch/planted.csv" && mv "$scratch/planted.csv" "$1"
}

grep -v '^#' defects.txt >"$scratch/defects"
while IFS='|' read -r table row set expected; do
  table=$(echo $table) row=$(echo $row) set=$(echo "$set" | sed 's/^ //; s/ $//')
  rm -rf "$scratch/tables"
  cp -r clean "$scratch/tables"
  plant "$scratch/tables/$table.csv" "$row" "$set" || failed=$((failed + 1))
  "$liner" validate -q --max-errors 1 --report "jsonl:$scratch/report" "$scratch/tables/csv-metadata.json" 2>/dev/null
  [ $? -eq 1 ] || echo "exit status is not 1" >"$scratch/report"
  found "$scratch/report" >"$scratch/found"
  echo "$expected" | tr ',' '\n' | sed "s/^ *//; s/ *$//; s/^/$table:/" | sort >"$scratch/expected"
  same "$table, row $row: $set" "$scratch/expected" "$scratch/found"
done <"$scratch/defects"

# The same in a catalogue folder, and in tables of profiles.
validate_layout() {
  case $1 in
  catalogue) "$liner" validate -q --report "jsonl:$scratch/report.all" "$2" 2>/dev/null ;;
  *) "$liner" validate -q --profile "$1" --report "jsonl:$scratch/report.all" "$2" 2>/dev/null ;;
  esac
  grep -v '"severity":"note"' "$scratch/report.all" >"$scratch/report"
}

grep -v '^#' layouts.txt >"$scratch/layouts"
while IFS='|' read -r layout table row set expected; do
  layout=$(echo $layout) table=$(echo $table) row=$(echo $row) set=$(echo "$set" | sed 's/^ //; s/ $//')
  rm -rf "$scratch/tables"
  cp -r "layouts/$layout" "$scratch/tables"
  plant "$scratch/tables/$table.csv" "$row" "$set" || failed=$((failed + 1))
  validate_layout "$layout" "$scratch/tables"
  found "$scratch/report" >"$scratch/found"
  echo "$expected" | tr ',' '\n' | sed 's/^ *//; s/ *$//' | sort >"$scratch/expected"
  same "$layout, $table, row $row: $set" "$scratch/expected" "$scratch/found"
done <"$scratch/layouts"

: >"$scratch/nothing"
for layout in layouts/*; do
  validate_layout "${layout#layouts/}" "$layout"
  found "$scratch/report" >"$scratch/found"
  same "$layout without a defect" "$scratch/nothing" "$scratch/found"
done
"$liner" validate --report "jsonl:$scratch/report" clean/csv-metadata.json 2>/dev/null
found "$scratch/report" >"$scratch/found"
same 'tables without a defect' "$scratch/nothing" "$scratch/found"

# Notes, and warnings of what the source does not tell, are no alarm.
"$liner" check --validate -q --report "jsonl:$scratch/report" "$top/data/thom-russo" 2>/dev/null
grep '"severity":"error"' "$scratch/report" >"$scratch/errors"
same 'data/thom-russo' "$scratch/nothing" "$scratch/errors"

# Shapes that are only parts of others are named has-, not-, of- and is-.
sed -n 's/^s:\([a-zA-Z-]*\) a sh:PropertyShape.*/\1/p' "$top/ontology/shapes.ttl" |
  grep -vE '^(has|not|of|is)-' | sort >"$scratch/shapes"
grep -o '@[a-zA-Z-]*' "$scratch/defects" | tr -d @ | sort -u >"$scratch/planted"
comm -23 "$scratch/shapes" "$scratch/planted" >"$scratch/found"
same 'property shapes without a defect' "$scratch/nothing" "$scratch/found"

n=$(wc -l <"$scratch/defects")
[ "$n" -ge 60 ] || { echo "planted: $n defects are too few"; failed=$((failed + 1)); }
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
