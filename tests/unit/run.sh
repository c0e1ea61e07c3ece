#!/bin/sh
# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# tests/unit/run.sh [FOLDER/NAME...]: run the unit tests that were built from tests/unit, all or those named. What a program
# prints is shown only if it fails.

cd "$(dirname "$0")/../.." || exit 2
build=${BUILD:-build}/tests
[ $# -gt 0 ] || set -- $(cd tests/unit && ls -d ./*/test_*.c 2>/dev/null | sed 's,^\./,,; s,\.c$,,')
passed=0
failed=0
for name; do
  log=$build/$name.log
  if "$build/$name" >"$log" 2>&1; then
    # "tests 5 5 5 0 0": total, run, passed, failed, inactive
    n=$(awk '$1 == "tests" && NF == 6 { print $4 }' "$log")
    if [ "${n:-0}" -gt 0 ]; then
      passed=$((passed + n))
      continue
    fi
    echo "unit $name: ran no test"
  fi
  n=$(awk '$1 == "tests" && NF == 6 { print $5 }' "$log")
  ok=$(awk '$1 == "tests" && NF == 6 { print $4 }' "$log")
  [ "${n:-0}" -gt 0 ] || n=1
  failed=$((failed + n))
  passed=$((passed + ${ok:-0}))
  echo "unit $name failed:"
  sed 's/^/    /' "$log"
done
[ $((passed + failed)) -gt 0 ] || { echo "unit: there was nothing to run"; failed=1; }
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
