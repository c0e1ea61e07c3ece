#!/bin/sh
# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# tests/suites/run.sh [--shrink]: the conformance suites, against the list of known failures. That list,
# known-failures.tsv (suite, id, what is missing), can only become shorter: a test in it that passes is a failure until its
# line is deleted, and so is a line that names no test. --shrink deletes such lines; it adds none. TESTDATA is the folder
# that holds suites/; it is no part of the project, and without it the suites are skipped, unless CI is set: there that is
# a failure.

cd "$(dirname "$0")/../.." || exit 2
BUILD=${BUILD:-build} TESTDATA=${TESTDATA:-../shared}
export BUILD
shrink=
[ "$1" = --shrink ] && shrink=1
known=tests/suites/known-failures.tsv
csvw=$TESTDATA/suites/csvw
shacl=$TESTDATA/suites/shacl
jsonld=$TESTDATA/suites/json-ld-api
kinds="csv2rdf csv2rdf-warn csv2rdf-fail validate-pass validate-warn validate-fail"
work=$BUILD/tests/suites
log=$work/log
mkdir -p "$work" || exit 2
passed=0
failed=0
awaited=0

# The sum in the last line of the log, in $n and $m; a run without one has failed once.
read_sum() {
  sum=$(tail -n 1 "$log" | sed -n 's/^\([0-9][0-9]*\) passed, \([0-9][0-9]*\) failed$/\1 \2/p')
  n=${sum% *} m=${sum#* }
  [ -n "$sum" ] || {
    echo "the runner ended badly"
    tail -n 5 "$log"
    n=0 m=1
  }
}

# compare SUITE INDEX: hold the failures in the log against the known ones. Prints what is not as it should be, with the
# runner's reasons; stale lines of the list go to the file stale; the last line has four numbers: failures that are not
# in the list, failures that are, lines of tests that pass, lines of no test.
compare() {
  : >"$work/stale"
  awk -F '\t' -v suite="$1" -v known="$known" -v tests="$2" -v stale="$work/stale" '
    FILENAME == known { if (FNR > 1 && $1 == suite) listed[$2] = $0; next }
    FILENAME == tests { if ($2 == suite) test[$1] = 1; next }
    /^failed: / {
      id = $0; sub(/^failed: /, "", id); sub(/: .*/, "", id)
      seen[id] = 1
      show = !(id in listed)
      if (show) news++; else olds++
    }
    /^failed: / || /^    / { if (show) print suite ": " $0; next }
    { show = 0 }
    END {
      for (id in listed)
        if (!(id in test)) { print suite ": " id " is no test, but in " known; gone++; print listed[id] >stale }
        else if (!(id in seen)) { print suite ": " id " passes, but is in " known; better++; print listed[id] >stale }
      print news + 0, olds + 0, better + 0, gone + 0
    }' "$known" "$2" "$log" >"$work/compared"
  sed '$d' "$work/compared" | if [ -n "$shrink" ]; then grep -v " in $known\$"; else cat; fi
  # shellcheck disable=SC2046
  set -- $(tail -n 1 "$work/compared")
  news=$1 olds=$2 better=$3 gone=$4
  if [ -n "$shrink" ] && [ $((better + gone)) -gt 0 ]; then
    awk 'NR == FNR { stale[$0] = 1; next } !($0 in stale)' "$work/stale" "$known" >"$work/known" &&
      cp "$work/known" "$known"
    echo "$suite: $((better + gone)) lines deleted from $known"
    better=0 gone=0
  fi
}

run_suite() { # suite, index, root
  suite=$1
  tests/suites/run "$@" >"$log" 2>&1
  read_sum
  compare "$1" "$2"
  # What failed without the name of a test: the run was broken off, or there was nothing to run.
  rest=$((m - news - olds))
  [ $((n + m)) -gt 0 ] || rest=1
  [ $rest -eq 0 ] || tail -n 3 "$log"
  passed=$((passed + n - better))
  failed=$((failed + news + better + gone + rest))
  awaited=$((awaited + olds))
}

tests/suites/run --self-test >"$log" 2>&1
grep '^failed: ' "$log"
read_sum
passed=$((passed + n))
failed=$((failed + m))
if [ -f "$csvw/index.tsv" ]; then
  for kind in $kinds; do
    run_suite "$kind" "$csvw/index.tsv" "$csvw"
  done
else
  echo "skipped: the conformance suites; they need $csvw/index.tsv: say make test TESTDATA=DIR"
  [ -z "$CI" ] || failed=$((failed + 1))
fi
if [ -f "$shacl/index.tsv" ]; then
  for kind in core sparql sparql-fail; do
    run_suite "$kind" "$shacl/index.tsv" "$shacl"
  done
else
  echo "skipped: the conformance suite of SHACL; it needs $shacl/index.tsv: say make test TESTDATA=DIR"
  [ -z "$CI" ] || failed=$((failed + 1))
fi
if [ -f "$jsonld/index.tsv" ]; then
  for kind in toRdf toRdf-fail toRdf-syntax; do
    run_suite "$kind" "$jsonld/index.tsv" "$jsonld"
  done
else
  echo "skipped: the conformance suite of JSON-LD; it needs $jsonld/index.tsv: say make test TESTDATA=DIR"
  [ -z "$CI" ] || failed=$((failed + 1))
fi
[ $awaited -eq 0 ] || echo "$awaited tests fail as $known says"
echo "$passed passed, $failed failed"
[ $failed -eq 0 ] && [ $passed -gt 0 ]
