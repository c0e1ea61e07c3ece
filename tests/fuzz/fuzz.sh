#!/bin/sh
# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# tests/fuzz/fuzz.sh [TARGET...]: fuzz each target for FUZZ_SECONDS (60), with libFuzzer or, with FUZZ_ENGINE=afl, AFL++, under
# the address and undefined behaviour sanitizers; FUZZ_LIMIT (5) seconds and 512 MiB are the most an input may take. What a target has
# learnt stays in BUILD/fuzz/corpus, so that the next run begins where this one ends. What is found stands in BUILD/fuzz/found, and
# once mended belongs into tests/fuzz/regress/TARGET under a name that says what it was. BUILD/fuzz/log.csv has a line a run.

cd "$(dirname "$0")/../.." || exit 2
build=${BUILD:-build}
engine=${FUZZ_ENGINE:-libfuzzer}
seconds=${FUZZ_SECONDS:-60}
limit=${FUZZ_LIMIT:-5}
work=$build/fuzz
log=$work/log.csv
programs=$work/$engine/tests/fuzz
[ $# -gt 0 ] || set -- table tree metadata template datatype roundtrip
# The build below is one of its own.
unset MAKEFLAGS MFLAGS MAKELEVEL
ASAN_OPTIONS=quarantine_size_mb=32:${ASAN_OPTIONS:-}
UBSAN_OPTIONS=print_stacktrace=1:${UBSAN_OPTIONS:-}
# Whole runs write files; in memory, where the system has a place for that.
TMPDIR=$(mktemp -d -p /dev/shm 2>/dev/null || mktemp -d) || exit 1
trap 'rm -rf "$TMPDIR"' EXIT
trap 'exit 130' INT TERM
export ASAN_OPTIONS UBSAN_OPTIONS TMPDIR

build_programs() { # compiler, flags of the compiler
  make BUILD="$work/$engine" CC="$1" WARNINGS= LTO= FORTIFY= FUZZ_MAIN= FUZZ_LINK=-fsanitize=fuzzer \
    CFLAGS="-O1 -g -fno-omit-frame-pointer $2" fuzzers >"$work/build.log" 2>&1 || {
    tail -n 20 "$work/build.log"
    exit 1
  }
}

run_libfuzzer() { # target
  "$programs/fuzz_$1" -max_total_time="$seconds" -timeout="$limit" -rss_limit_mb=512 -max_len=4096 -dict="tests/fuzz/$1.dict" \
    -artifact_prefix="$work/found/$1/" -print_final_stats=1 "$work/corpus/$1" "tests/fuzz/corpus/$1" >"$work/$1.log" 2>&1
  executions=$(sed -n 's/^stat::number_of_executed_units: *//p' "$work/$1.log")
}

run_afl() { # target
  AFL_NO_UI=1 AFL_NO_AFFINITY=1 AFL_SKIP_CPUFREQ=1 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1 AFL_FAST_CAL=1 \
    ASAN_OPTIONS=abort_on_error=1:symbolize=0:detect_leaks=0:hard_rss_limit_mb=512:$ASAN_OPTIONS \
    afl-fuzz -i "$work/seeds/$1" -o "$work/afl-out/$1" -V "$seconds" -x "tests/fuzz/$1.dict" -m none -t "${limit}000" \
    -- "$programs/fuzz_$1" >"$work/$1.log" 2>&1
  stats=$work/afl-out/$1/default/fuzzer_stats
  executions=$(sed -n 's/^execs_done *: //p' "$stats")
  find "$work/afl-out/$1/default/crashes" "$work/afl-out/$1/default/hangs" -name 'id*' -exec cp {} "$work/found/$1/" \;
  find "$work/afl-out/$1/default/queue" -name 'id*' -exec cp -n {} "$work/corpus/$1/" \;
}

run_target() { # target
  mkdir -p "$work/corpus/$1" "$work/found/$1" "$work/seeds/$1" "$work/afl-out"
  rm -rf "$work/afl-out/$1"
  cp "tests/fuzz/corpus/$1"/* "$work/seeds/$1/"
  before=$(find "$work/found/$1" -type f | wc -l)
  executions=
  started=$(date +%s)
  "run_$engine" "$1"
  found=$(($(find "$work/found/$1" -type f | wc -l) - before))
  printf '%s,%s,%s,%s,%s,%s,%s\n' "$(date -u +%Y-%m-%dT%H:%M)" "$(git describe --always --dirty 2>/dev/null)" "$engine" "$1" \
    $(($(date +%s) - started)) "${executions:-0}" "$found" >>"$log"
  echo "$1: ${executions:-0} executions, $found found"
  if [ "${executions:-0}" -gt 0 ] && [ "$found" -eq 0 ]; then
    passed=$((passed + 1))
    return
  fi
  failed=$((failed + 1))
  # What was found, without the machinery of the engine below it.
  grep -aE 'does not hold|^--- |ERROR: |runtime error:|Dictionary|^ +#[0-9]+ .* in (ln_|[a-z_]+ src/)' "$work/$1.log" | head -n 30
  find "$work/found/$1" -type f
}

case $engine in
libfuzzer) tools/packages.sh need build test fuzz || exit 1 ;;
afl) tools/packages.sh need build test afl || exit 1 ;;
*)
  echo "FUZZ_ENGINE is libfuzzer or afl" >&2
  exit 2
  ;;
esac
mkdir -p "$work" || exit 2
[ -f "$log" ] || echo 'date,commit,engine,target,seconds,executions,found' >"$log"
if [ "$engine" = afl ]; then
  AFL_USE_ASAN=1 AFL_USE_UBSAN=1 AFL_QUIET=1
  export AFL_USE_ASAN AFL_USE_UBSAN AFL_QUIET
  build_programs afl-clang-fast ''
else
  build_programs clang-19 '-fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all'
fi
passed=0
failed=0
for target; do
  run_target "$target"
done
echo "$passed passed, $failed failed"
[ $failed -eq 0 ] && [ $passed -gt 0 ]
