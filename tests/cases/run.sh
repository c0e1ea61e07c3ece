#!/bin/sh
# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# tests/cases/run.sh [--accept | --general] [COMMAND/NAME...]: run the cases, all or those named. With --general no row goes the
# straight way (src/map/straight.h), shapes are held against each row by itself (src/run/validation_stream.c), and everything must be
# the same.
#
# A case is a folder tests/cases/COMMAND/NAME with
#   cmd                      a shell line, run in a private copy of the folder, with liner in PATH and TOP naming the project
#   stdout, stderr, exit     what it must print and return, exactly; a missing file means nothing, and 0
#   stdout.glob, stderr.glob instead: one shell pattern a line
# The seconds of the summary line are compared as 0.00. --accept writes what is printed now; look at it with git diff.

top=$(cd "$(dirname "$0")/../.." && pwd) || exit 2
build=$(cd "$top" && cd "${BUILD:-build}" && pwd) || exit 2
accept=
general=
[ "$1" = --accept ] && { accept=1; shift; }
[ "$1" = --general ] && { general=1; shift; }
cd "$top/tests/cases" || exit 2
[ $# -gt 0 ] || set -- $(ls -d ./*/*/cmd 2>/dev/null | sed 's,^\./,,; s,/cmd$,,')
unset NO_COLOR
PATH=$build:$PATH LC_ALL=C TERM=dumb TOP=$top
export PATH LC_ALL TERM TOP
scratch=$build/cases
rm -rf "$scratch"
passed=0
failed=0

# Whether the lines of file $1 match the patterns of file $2, one by one.
matches() {
  while :; do
    line= pattern=
    IFS= read -r line <&3; more=$?
    IFS= read -r pattern <&4; wanted=$?
    [ -n "$line" ] && more=0
    [ -n "$pattern" ] && wanted=0
    [ $more -eq $wanted ] || return 1
    [ $more -eq 0 ] || return 0
    # shellcheck disable=SC2254
    case $line in $pattern) ;; *) return 1 ;; esac
  done 3<"$1" 4<"$2"
}

# Compare what a case printed ($1: stdout, stderr or exit) with what it should; show the difference.
compare() {
  expected=$case/$1
  if [ -f "$expected.glob" ]; then
    matches "$scratch/$case.$1" "$expected.glob" && return 0
    expected=$expected.glob
  elif [ -n "$accept" ]; then
    cp "$scratch/$case.$1" "$expected"
    return 0
  else
    [ -f "$expected" ] || expected=$scratch/none.$1
    cmp -s "$expected" "$scratch/$case.$1" && return 0
  fi
  echo "case $case: $1 is not as expected"
  diff -u --label expected --label printed "$expected" "$scratch/$case.$1"
  return 1
}

mkdir -p "$scratch"
if [ -n "$general" ]; then
  mkdir "$scratch/bin"
  {
    echo '#!/bin/sh'
    echo 'case $1 in export | check | validate) command=$1 && shift && set -- "$command" --general-way "$@" ;; esac'
    echo "exec '$build/liner' \"\$@\""
  } >"$scratch/bin/liner"
  chmod +x "$scratch/bin/liner"
  PATH=$scratch/bin:$PATH
fi
: >"$scratch/none.stdout"
: >"$scratch/none.stderr"
echo 0 >"$scratch/none.exit"
for case; do
  if [ ! -f "$case/cmd" ]; then
    echo "case $case: there is no $case/cmd"
    failed=$((failed + 1))
    continue
  fi
  mkdir -p "$(dirname "$scratch/$case")"
  rm -rf "${scratch:?}/$case"
  cp -r "$case" "$scratch/$case"
  (cd "$scratch/$case" && rm -f stdout stderr exit ./*.glob && mkdir .out && mv cmd .out/cmd &&
    exec sh .out/cmd) >"$scratch/$case.stdout" 2>"$scratch/$case.raw" </dev/null
  echo $? >"$scratch/$case.exit"
  sed '/^liner: /s/, [0-9][0-9]*\.[0-9][0-9] s$/, 0.00 s/' "$scratch/$case.raw" >"$scratch/$case.stderr"
  bad=0
  for what in exit stdout stderr; do
    compare $what || bad=1
  done
  if [ $bad -eq 0 ]; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
done
[ $((passed + failed)) -gt 0 ] || { echo "cases: there was nothing to run"; failed=1; }
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
