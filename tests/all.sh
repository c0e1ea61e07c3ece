#!/bin/sh
# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# tests/all.sh [SUITE...]: run the suites, all or those named, and sum up. The last line of a suite is "N passed, M failed".
# BUILD says which build is tested. TESTDATA names a folder of reference data that is not part of the project; what needs it
# is skipped, and said to be, where it is missing, but not if CI is set: there that is a failure.

cd "$(dirname "$0")/.." || exit 2
BUILD=${BUILD:-build} TESTDATA=${TESTDATA:-../shared}
export BUILD TESTDATA
[ $# -gt 0 ] || set -- unit cases ways nasty messy hostile suites planted questions claims quotes why disagreements compare collections stats query ontology fault store watch serve bytes fuzz imdb lint
log=$BUILD/all.log
passed=0
failed=0

# What needs TESTDATA and has not got it: $1 is what is skipped, $2 the file it needs.
skip() {
  echo "skipped: $1; it needs $2: say make test TESTDATA=DIR"
  if [ -n "$CI" ]; then echo "0 passed, 1 failed"; else echo "0 passed, 0 failed"; fi
}

run_suite() {
  case $1 in
  questions)
    answers=tests/questions/questions.csv
    [ -f $answers ] || answers=$TESTDATA/article/questions_open.csv
    if [ -f "$answers" ]; then
      "$BUILD/liner" export data/thom-russo -q --layers facts,evidence,shortcuts -o "$BUILD/questions.nt" &&
        tests/questions/run.sh "$BUILD/questions.nt" "$answers"
    else
      skip 'questions about data/thom-russo' article/questions_open.csv
    fi
    ;;
  ontology) tests/ontology/check.sh ;;
  ways) tests/cases/run.sh --general ;;
  *) "tests/$1/run.sh" ;;
  esac
}

for suite; do
  echo "== $suite"
  run_suite "$suite" >"$log" 2>&1
  code=$?
  cat "$log"
  sum=$(tail -n 1 "$log" | sed -n 's/^\([0-9][0-9]*\) passed, \([0-9][0-9]*\) failed$/\1 \2/p')
  n=${sum% *} m=${sum#* }
  # A suite that ends badly has failed at least once, whatever it says.
  if [ -z "$sum" ] || { [ $code -ne 0 ] && [ "$m" -eq 0 ]; }; then
    echo "$suite ended with status $code"
    m=$((${m:-0} + 1))
  fi
  passed=$((passed + ${n:-0}))
  failed=$((failed + m))
done
echo "== all"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
