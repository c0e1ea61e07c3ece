#!/bin/sh
# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# bench/price.sh [ROWS]: what each feature of a mapping or of export costs, as CPU time relative to the plain run of
# bench/credits-metadata.json on ROWS (300000) credits of gen.c. A feature is one line below: its name, what sed does to the
# mapping, options. All take turns, RUNS (5) times; the table has medians, and how many times the bytes of the plain run each
# writes, for what says more costs more: `source` names each triple, by a hash of it, and says five things of it; `group` keeps
# the whole graph. `array` is part of bench/imdb, which ratio.sh measures.

cd "$(dirname "$0")/.." || exit 2
rows=${1:-300000}
runs=${RUNS:-5}
build=${BUILD:-build}
work=$build/bench
liner=$build/liner
results=${RESULTS:-bench/results-price.csv}
x='https://w3id.org/liner/mapping#'
LC_ALL=C
export LC_ALL
mkdir -p "$work/price" || exit 2
${CC:-gcc} -std=c11 -D_POSIX_C_SOURCE=200809L -O2 -o "$work/gen" bench/gen.c &&
  ${CC:-gcc} -std=c11 -D_DEFAULT_SOURCE -O2 -o "$work/measure" bench/measure.c || exit 1
table=$work/price/credits.csv
"$work/gen" "$rows" >"$table"
{
  echo notation,label,aliases
  awk -F, 'NR > 1 { print $4 }' "$table" | sort -u | sed 's/.*/&,&,/'
} >"$work/price/roles.csv"

features=
# price NAME SED [OPTION...]: add a feature. Where liner cannot do it, that is said, and the rest goes on.
price() {
  name=$1
  sed "$2" bench/credits-metadata.json >"$work/price/$name.json"
  shift 2
  echo "$liner export -q --threads 1 --to ntriples $* --metadata $work/price/$name.json $table" >"$work/price/$name.sh"
  if sh "$work/price/$name.sh" 2>"$work/err" | wc -c >"$work/price/$name.bytes" && [ ! -s "$work/err" ]; then
    features="$features $name"
    : >"$work/price/$name.times"
  else
    echo "$name is left out: $(head -n 1 "$work/err")"
  fi
}

price plain ''
price general-way '' --general-way
price each "s~\"separator\": \"|\"~&, \"${x}each\": true, \"valueUrl\": \"https://example.org/id/c/{characters}\"~"
price when "s~\"name\": \"job\"~&, \"${x}when\": \"job\"~"
price value "s~{ \"name\": \"type\"~{ \"name\": \"v\", \"virtual\": true, \"propertyUrl\": \"https://example.org/onto#id\", \"${x}value\": \"{tconst}-{ordering}\" }, &~"
price valueMap "s~\"name\": \"category\"~&, \"${x}valueMap\": { \"table\": \"roles.csv\", \"value\": \"https://example.org/id/role/{notation}\" }~"
# The word of a role is found in the table of roles.
role='{ \"url\": \"roles.csv\", \"suppressOutput\": true, \"tableSchema\": { \"aboutUrl\": \"https://example.org/id/role/{notation}\",'
role="$role \"${x}key\": [ \"notation\" ], \"${x}names\": [ \"label\" ], \"columns\": [ { \"name\": \"notation\" }, { \"name\": \"label\" }, { \"name\": \"aliases\" } ] } }"
price lookup "s~\"@context\".*~& \"tables\": [ $role, {~; \$s~}~} ] }~; s~\"name\": \"category\".*~\"name\": \"category\", \"propertyUrl\": \"https://example.org/onto#role\", \"${x}lookup\": \"roles.csv\" },~"
# Two columns more: the language and the datatype of the job.
credits=$table
table=$work/price/wide.csv
awk 'NR == 1 { print $0 ",lang,type" } NR > 1 { print $0 (NR % 2 ? ",en," : ",de,") (NR % 3 ? "string" : "token") }' "$credits" >"$table"
wide='{ \"name\": \"lang\", \"suppressOutput\": true }, { \"name\": \"type\", \"suppressOutput\": true }, { \"name\": \"class\"'
price wide "s~{ \"name\": \"type\"~$wide~"
price langColumn "s~{ \"name\": \"type\"~$wide~; s~\"name\": \"job\"~&, \"${x}langColumn\": \"lang\"~"
price datatypeColumn "s~{ \"name\": \"type\"~$wide~; s~\"name\": \"job\"~&, \"${x}datatypeColumn\": \"type\"~"
table=$credits
price datatypes "s~\"name\": \"job\"~&, \"${x}datatypes\": [\"integer\", \"string\"]~"
price extract "s~\"name\": \"nconst\"~&, \"${x}extract\": \"nm(?<n>[0-9]+)\"~"
price placeholders "s~\"name\": \"job\"~&, \"${x}placeholders\": \"nobody\"~"
price protect "s~\"name\": \"characters\"~&, \"${x}protect\": \"Either|Or\"~"
price slug "s~\"name\": \"category\"~&, \"${x}slug\": true~"
price id "s~\"name\": \"nconst\"~&, \"${x}id\": true~"
price graph "s~\"url\": \"credits.csv\"~&, \"${x}graph\": \"https://example.org/g/{category}\"~" --to nquads
price source "s~\"url\": \"credits.csv\"~&, \"${x}source\": \"https://example.org/s/{tconst}\"~" --layers facts,evidence
price key "s~\"aboutUrl\": .*~\"aboutUrl\": \"https://example.org/id/credit/{_key}\", \"${x}key\": [[\"tconst\", \"ordering\"]],~"
price group "s~\"url\": \"credits.csv\"~&, \"${x}group\": true~"
price keys "s~\"aboutUrl\": ~\"primaryKey\": [\"tconst\", \"ordering\"], &~" --keys
price standard-mode '' --mode standard
price turtle '' --to turtle
price jsonld '' --to jsonld
price provenance-table '' --provenance table
price provenance-row '' --provenance row
price provenance-cell-star '' --provenance cell --evidence star
price provenance-cell-reifiers '' --provenance cell --evidence reifiers
price provenance-cell-claims '' --provenance cell
price provenance-cell-graphs '' --provenance cell --evidence graphs --to nquads
price dataset-description '' --dataset-description "$work/price/about.ttl"
price distinct '' --distinct
price distinct-8M '' --distinct --memory 8M
price distinct-2M '' --distinct --memory 2M
price threads-2 '' --threads 2

i=0
while [ $i -lt "$runs" ]; do
  for name in $features; do
    "$work/measure" sh "$work/price/$name.sh" 2>"$work/err" >/dev/null || { cat "$work/err"; exit 1; }
    sed -n 's/^measured //p' "$work/err" >>"$work/price/$name.times"
  done
  i=$((i + 1))
done

median() { # NAME COLUMN
  sort -n -k "$2,$2" "$work/price/$1.times" | awk -v column="$2" '{ v[NR] = $column } END { print v[int((NR + 1) / 2)] }'
}
printf '%-24s %8s %8s %9s %9s %9s\n' feature 'wall s' 'CPU s' 'peak KiB' 'of plain' 'bytes'
echo 'feature,rows,wall_s,cpu_s,peak_kib,of_plain,bytes_of_plain,runs' >"$work/price.new"
unit=$(median plain 2)
bytes=$(cat "$work/price/plain.bytes")
for name in $features; do
  awk -v p="$name" -v n="$rows" -v wall="$(median "$name" 1)" -v cpu="$(median "$name" 2)" -v peak="$(median "$name" 3)" \
    -v unit="$unit" -v runs="$runs" -v bytes="$(cat "$work/price/$name.bytes")" -v all="$bytes" -v results="$work/price.new" 'BEGIN {
      printf "%-24s %8.2f %8.2f %9d %9.2f %9.2f\n", p, wall / 1000, cpu / 1000, peak, cpu / unit, bytes / all
      printf "%s,%d,%.3f,%.3f,%d,%.2f,%.2f,%d\n", p, n, wall / 1000, cpu / 1000, peak, cpu / unit, bytes / all, runs >>results }'
done
mv "$work/price.new" "$results"
