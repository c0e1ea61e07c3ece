#!/bin/sh
# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# tests/fuzz/run.sh: every input of tests/fuzz/corpus and tests/fuzz/regress once more, through the targets as they are built
# without a fuzzer. A target without inputs, and inputs without a target, are failures. What fuzzes is tests/fuzz/fuzz.sh.

cd "$(dirname "$0")/../.." || exit 2
build=${BUILD:-build}
work=$build/tests/fuzz
mkdir -p "$work" || exit 2
TMPDIR=$(mktemp -d) || exit 2
trap 'rm -rf "$TMPDIR"' EXIT
export TMPDIR
passed=0
failed=0

fail() {
  echo "$*"
  failed=$((failed + 1))
}

# One after the other, to name each that fails.
replay_each() { # target, file...
  target=$1
  shift
  for file; do
    if "$work/fuzz_$target" "$file" >"$work/log" 2>&1; then
      passed=$((passed + 1))
    else
      tail -n 40 "$work/log"
      fail "$target: $file"
    fi
  done
}

replay() { # target
  files=$(find "tests/fuzz/corpus/$1" "tests/fuzz/regress/$1" -type f 2>/dev/null | LC_ALL=C sort)
  [ -n "$files" ] || {
    fail "$1: no inputs in tests/fuzz/corpus/$1"
    return
  }
  # shellcheck disable=SC2086
  if "$work/fuzz_$1" $files >"$work/log" 2>&1; then
    passed=$((passed + $(echo "$files" | wc -l)))
  else
    replay_each "$1" $files
  fi
}

for source in tests/fuzz/fuzz_*.c; do
  target=${source#tests/fuzz/fuzz_}
  replay "${target%.c}"
done
for folder in tests/fuzz/corpus/* tests/fuzz/regress/*; do
  [ -f "tests/fuzz/fuzz_$(basename "$folder").c" ] || [ ! -e "$folder" ] || fail "$folder: there is no such target"
done
echo "$passed passed, $failed failed"
[ $failed -eq 0 ] && [ $passed -gt 0 ]
