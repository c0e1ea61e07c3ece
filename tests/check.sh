#!/bin/sh
# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# tests/check.sh: what `make check` does. Each step is one check; the last line sums up.

cd "$(dirname "$0")/.." || exit 2
build=${BUILD:-build}
# The builds below are builds of their own, not parts of the one that started this.
unset MAKEFLAGS MFLAGS MAKELEVEL
passed=0
failed=0

step() { # title, command...
  title=$1
  shift
  printf '== %s\n' "$title"
  mkdir -p "$build/check"
  if "$@" >"$build/check/log" 2>&1; then
    tail -n 1 "$build/check/log" | grep ' passed, '
    passed=$((passed + 1))
  else
    grep -v '^  [A-Z]* ' "$build/check/log"
    echo "failed: $title"
    failed=$((failed + 1))
  fi
}

layout() {
  find src tests tools bench -name '*.[ch]' -print0 | xargs -0 clang-format-19 --dry-run --Werror
}

# Findings that were looked into are suppressed in the source, with the reason.
cppcheck_all() {
  cppcheck --std=c11 --language=c --quiet --error-exitcode=1 --inline-suppr --enable=warning,performance,portability \
    --suppress=missingIncludeSystem -D_POSIX_C_SOURCE=200809L -Isrc -j "$(nproc)" src
}

sanitized() {
  make BUILD="$build/asan" LTO= FORTIFY= \
    CFLAGS='-O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer' all units &&
    BUILD=$build/asan tests/all.sh unit cases nasty fuzz
}

strict() {
  make BUILD="$build/werror" LTO= CFLAGS='-O2 -g -Werror' all units
}

step 'layout of the sources (clang-format-19)' layout
step 'warnings as errors' strict
step 'rules of the house' tests/lint/run.sh --sources
step 'cppcheck' cppcheck_all
step 'clang-tidy-19' make -k tidy
step 'unit tests, cases, nasty tables and corpora with address and undefined behaviour sanitizers' sanitized
echo '== check'
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
