#!/bin/sh
# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# tests/all.sh [SUITE...]: run the suites, all or those named, and sum up. A suite is tests/SUITE/run.sh; its last line is
# "N passed, M failed". BUILD and TESTDATA are handed on. Inside a build with sanitizers, name the suites that make sense.

cd "$(dirname "$0")/.." || exit 2
BUILD=${BUILD:-build} TESTDATA=${TESTDATA:-../shared}
export BUILD TESTDATA
[ $# -gt 0 ] || set -- unit cases questions ontology fault lint
log=$BUILD/all.log
passed=0
failed=0
for suite; do
  echo "== $suite"
  if [ -x "tests/$suite/run.sh" ]; then
    "tests/$suite/run.sh" >"$log" 2>&1
    code=$?
  else
    echo "there is no tests/$suite/run.sh" >"$log"
    code=1
  fi
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
