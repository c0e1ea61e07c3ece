#!/bin/sh
# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# bench/validate.sh [TRIPLES...]: graphs of about so many triples (1000000), as the profile imdb makes them of generated tables,
# against the shapes of ontology/, by liner, pySHACL and Jena: the whole process, reading included. Each must find as many
# results. Beside them serd's own reader, which only reads. The tables come from TESTDATA/bench, the others as tests/interop/run.sh
# gets them. RUNS (3) of liner and serd in turn, of which the median counts; one of the others, of pySHACL only up to 1000000
# triples. Everything is written to bench/results-validate.csv; RESULTS=FILE writes it elsewhere.

cd "$(dirname "$0")/.." || exit 2
[ $# -gt 0 ] || set -- 1000000
build=$(cd "${BUILD:-build}" && pwd) || exit 2
kit=$(cd "${TESTDATA:-../shared}/bench" 2>/dev/null && pwd)
results=${RESULTS:-bench/results-validate.csv}
work=$build/bench-validate
jena=${JENA:-$build/interop/jena-fuseki-server-5.6.0.jar}
python=${PYTHON:-$build/interop/venv/bin/python}
shapes=ontology/shapes.ttl
PATH=$build:$PATH LC_ALL=C
export PATH LC_ALL

die() {
  echo "bench-validate: $*" >&2
  exit 1
}

[ -f "$kit/gen.py" ] || die 'gen.py is looked for in TESTDATA/bench: say make bench-validate TESTDATA=DIR'
[ -f "$jena" ] && "$python" -c 'import pyshacl' || die 'pySHACL and Jena are those of make interop, which comes first'
mkdir -p "$work" || exit 2
${CC:-gcc} -std=c11 -D_DEFAULT_SOURCE -O2 -o "$work/measure" bench/measure.c || exit 2

# make_graph TRIPLES: rows become about nine triples each; the terms of the ontology stand beside them.
make_graph() {
  [ -f "$work/$1.nt" ] && return
  python3 "$kit/gen.py" $(($1 / 9)) "$work/tables-$1" >/dev/null || die 'the tables cannot be made'
  rm -f "$work/tables-$1"/*.csv
  liner export -q --profile imdb "$work/tables-$1" -o "$work/data.nt" || die 'the graph cannot be made'
  {
    cat "$work/data.nt"
    for file in ontology/*.ttl; do [ "$file" = $shapes ] || serdi -p "${file##*/}" -i turtle -o ntriples "$file" || exit 1; done
  } >"$work/$1.new" && mv "$work/$1.new" "$work/$1.nt" && rm -r "$work/tables-$1" "$work/data.nt"
}

# once PROGRAM TRIPLES COMMAND...: run it; "program triples wall cpu peak" goes to the times.
once() {
  program=$1 triples=$2
  shift 2
  "$work/measure" "$@" >"$work/out" 2>"$work/err"
  sed -n "s/^measured \([0-9]*\) \([0-9]*\) \([0-9]*\)$/$program $triples \1 \2 \3/p" "$work/err" >>"$work/times"
}

# found PROGRAM NUMBER: it must have found as many results as the first.
found() {
  [ "${wanted:=$2}" = "$2" ] || die "$1 finds $2 results, not $wanted"
}

: >"$work/times"
echo 'program,triples,results,wall_s,cpu_s,peak_kib,cpu_ratio' >"$work/csv"
for size in "$@"; do
  make_graph "$size"
  graph=$work/$size.nt
  triples=$(sort -u "$graph" | wc -l)
  wanted=
  for run in $(seq "${RUNS:-3}"); do
    once liner "$triples" liner validate --shapes $shapes --max-errors 1 "$graph"
    found liner "$(sed -n 's/.*does not conform, \([0-9]*\) results\{0,1\}.*/\1/p' "$work/err")"
    once 'serd reads' "$triples" serdi -i ntriples -o ntriples "$graph"
  done
  once Jena "$triples" java -cp "$jena" shacl.shacl validate --shapes $shapes --data "$graph"
  found Jena "$(grep -c 'sh:resultSeverity' "$work/out")"
  if [ "$size" -le 1000000 ]; then
    once pySHACL "$triples" "${python%/*}/pyshacl" -s $shapes -df nt -f human -o "$work/report.txt" "$graph"
    found pySHACL "$(sed -n 's,^Results (\([0-9]*\)):$,\1,p' "$work/report.txt")"
  fi
  awk -v triples="$triples" -v results="$wanted" '
    { name = $1; for (i = 2; i <= NF - 4; i++) name = name " " $i }
    $(NF - 3) == triples { if (!(name in n)) order[++names] = name; k = ++n[name]
      wall[name, k] = $(NF - 2); cpu[name, k] = $(NF - 1); if ($NF > peak[name]) peak[name] = $NF }
    function median(v, name,   i, j, t, m, s) {
      m = n[name]
      for (i = 1; i <= m; i++) s[i] = v[name, i]
      for (i = 1; i <= m; i++) for (j = i + 1; j <= m; j++) if (s[j] < s[i]) { t = s[i]; s[i] = s[j]; s[j] = t }
      return s[int((m + 1) / 2)]
    }
    END {
      for (i = 1; i <= names; i++) {
        c = median(cpu, order[i]); if (i == 1) base = c
        printf "%s,%d,%d,%.2f,%.2f,%d,%.2f\n", order[i], triples, results, median(wall, order[i]) / 1000, c / 1000, peak[order[i]], c / base
      }
    }' "$work/times" >>"$work/csv"
done
cp "$work/csv" "$results" || exit 1
column -s, -t "$work/csv" 2>/dev/null || cat "$work/csv"
