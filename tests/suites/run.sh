#!/bin/sh
# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# tests/suites/run.sh: the conformance suites, against the list of known failures. That list, known-failures.tsv (suite, id,
# what is missing), can only shrink: a test in it that passes is a failure until its line is deleted, and so is a line that
# names no test. TESTDATA is the folder that holds suites/; it is no part of the project, and without it the suites are
# skipped, unless CI is set: there that is a failure.

cd "$(dirname "$0")/../.." || exit 2
BUILD=${BUILD:-build} TESTDATA=${TESTDATA:-../shared}
export BUILD
known=tests/suites/known-failures.tsv
csvw=$TESTDATA/suites/csvw
kinds="csv2rdf csv2rdf-warn csv2rdf-fail validate-pass validate-warn validate-fail"
log=$BUILD/tests/suites/log
mkdir -p "$BUILD/tests/suites" || exit 2
passed=0
failed=0
expected=0

# The sum in the last line of the log, in $n and $m; a run without one has failed once.
read_sum() {
  sum=$(tail -n 1 "$log" | sed -n 's/^\([0-9][0-9]*\) passed, \([0-9][0-9]*\) failed$/\1 \2/p')
  n=${sum% *} m=${sum#* }
  [ -n "$sum" ] || { echo "the runner ended badly"; tail -n 5 "$log"; n=0 m=1; }
}

# Compare the failures in the log of suite $1 with the known ones: print the others, count all in $news and $olds.
compare() {
  awk -F '\t' -v suite="$1" -v known="$known" -v index_file="$2" '
    FILENAME == known { if (FNR > 1 && $1 == suite) why[$2] = $3; next }
    FILENAME == index_file { if ($2 == suite) test[$1] = 1; next }
    /^failed: / {
      id = $0; sub(/^failed: /, "", id); sub(/: .*/, "", id)
      show = !(id in why); seen[id] = 1
      if (show) news++; else olds++
    }
    /^failed: / || /^    / { if (show) print suite ": " $0; next }
    { show = 0 }
    END {
      for (id in why) {
        if (!(id in test)) { print suite ": " id " is no test: delete its line in " known; news++; gone++ }
        else if (!(id in seen)) { print suite ": " id " passes now: delete its line in " known; news++; better++ }
      }
      print news + 0, olds + 0, better + 0
    }' "$known" "$2" "$log" >"$log.news"
  sed '$d' "$log.news"
  read -r news olds better <<EOF
$(tail -n 1 "$log.news")
EOF
}

run_suite() { # suite, index, root
  tests/suites/run "$1" "$2" "$3" >"$log" 2>&1
  read_sum
  compare "$1" "$2"
  # A failure without a name of its own: the run was broken off, or there was nothing to run.
  rest=$((m - (news + olds - better)))
  if [ "$n" -eq 0 ] && [ "$m" -eq 0 ]; then rest=1; fi
  if [ $rest -gt 0 ]; then
    grep -v '^    ' "$log" | tail -n 3
    news=$((news + rest))
  fi
  passed=$((passed + n - better))
  failed=$((failed + news))
  expected=$((expected + olds))
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
[ $expected -eq 0 ] || echo "$expected known failures ($known)"
echo "$passed passed, $failed failed"
[ $failed -eq 0 ] && [ $passed -gt 0 ]
