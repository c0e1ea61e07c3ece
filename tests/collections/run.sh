#!/bin/sh
# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# tests/collections/run.sh [--ask] [NAME...]: public data sets, converted with their profiles (data/profiles). Of each folder NAME:
#   inputs       what is converted, below TESTDATA/collections: a folder, a file or TABLE=FILE a line
#   profile      the name of the profile, if it is not that of the folder
#   status       the exit status, and the summary without the time it took
#   shapes       what `liner validate` says of the facts: how many results each shape has, and whether they conform. What is told there is
#                a fault of the data, and the README of the profile says so
#   defects.txt  what is wrong with the data, as it must be reported: FILE:LINE:COLUMN SEVERITY CODE, each looked up in the raw file
#   NN-WORDS.rq  a question in SPARQL, or .sh, which reads the N-Triples named by $GRAPH; only with --ask, which needs PyPI
#   NN-WORDS.tsv its answer, computed from the raw file by other means; rows in any order
# Tables that CSVW does not describe here (keys) are checked, too. What TESTDATA lacks is skipped, but not if CI is set.

cd "$(dirname "$0")/../.." || exit 2
build=${BUILD:-build}
data=${TESTDATA:-../shared}/collections
scratch=$build/collections
ask=
passed=0
failed=0
LC_ALL=C TERM=dumb
export LC_ALL TERM
[ "$1" != --ask ] || { ask=yes && shift; }
[ $# -gt 0 ] || set -- $(cd tests/collections && ls -d */ | tr -d /)

ok() { passed=$((passed + 1)); }

fail() {
  echo "collections: $*"
  failed=$((failed + 1))
}

# same TITLE EXPECTED FOUND: two files are alike.
same() {
  if cmp -s "$2" "$3"; then ok; else fail "$1" && diff -u "$2" "$3" | head -n 20; fi
}

# The program that answers SPARQL, in an environment of its own below the build folder.
prepare() {
  wanted=tests/collections/requirements.txt
  ! cmp -s $wanted "$scratch/installed" || return 0
  python3 -m venv --clear "$scratch/venv" && "$scratch/venv/bin/pip" install -q --disable-pip-version-check -r $wanted &&
    cp $wanted "$scratch/installed"
}

# What the report says, as it stands in defects.txt: the last step of the path is enough.
findings() {
  sed -n 's,^\([^:]*/\)*\([^/:]*:[0-9]*:[0-9]*\): \([a-z]*\): .*\[\(L[0-9]*\).*\]$,\2 \3 \4,p' "$1" | sort -u
}

# What the shapes of the ontology say of the facts in a graph.
against_shapes() {
  "$build/liner" export -q --profile "$profile" --to ntriples "$@" 2>/dev/null |
    "$build/liner" validate --color never --max-errors 1 --to ntriples -o "$out/validation.nt" - 2>"$out/validation"
  sed -n 's,.*<http://www.w3.org/ns/shacl#sourceShape> <https://w3id.org/liner/shapes#\([^>]*\)>.*,\1,p' "$out/validation.nt" |
    sort | uniq -c | sed 's/^ *//'
  tail -n 1 "$out/validation" | sed 's/.* shapes: //; s/, of which .*//'
}

convert() {
  name=$1 out=$scratch/$1
  here=tests/collections/$name
  profile=$name
  [ ! -f "$here/profile" ] || profile=$(cat "$here/profile")
  mkdir -p "$out"
  set --
  while read -r input; do
    case $input in
    *=*) set -- "$@" "${input%%=*}=$data/${input#*=}" ;;
    *) set -- "$@" "$data/$input" ;;
    esac
  done <"$here/inputs"
  "$build/liner" export --keys --layers facts,evidence,shortcuts --color never --max-errors 0 --report "text:$out/report" --profile "$profile" -o "$out/graph.nt" "$@" 2>"$out/err"
  {
    echo "exit $?"
    tail -n 1 "$out/err" | sed 's/, [0-9.]* s$//'
  } >"$out/status"
  same "$name: how it ended" "$here/status" "$out/status"
  against_shapes "$@" >"$out/shapes"
  same "$name: the shapes of the ontology" "$here/shapes" "$out/shapes"
  findings "$out/report" >"$out/findings"
  sed -n 's/^\([^#[:space:]]*:[0-9]*:[0-9]* [a-z]* L[0-9]*\).*/\1/p' "$here/defects.txt" | sort -u >"$out/defects"
  comm -23 "$out/defects" "$out/findings" >"$out/missing"
  if [ -s "$out/missing" ]; then
    fail "$name: defects that were not reported"
    head -n 10 "$out/missing"
  else
    ok
  fi
}

mkdir -p "$scratch" || exit 2
if [ ! -d "$data" ]; then
  echo "skipped: collections; they need $data: say make test TESTDATA=DIR"
  if [ -n "$CI" ]; then echo "0 passed, 1 failed"; else echo "0 passed, 0 failed"; fi
  exit
fi
if [ -n "$ask" ] && ! prepare; then
  echo "collections: $(cat tests/collections/requirements.txt) cannot be had; nothing was asked"
  echo "0 passed, 1 failed"
  exit 1
fi
for name; do
  convert "$name"
  if [ -n "$ask" ]; then
    "$scratch/venv/bin/python" tests/collections/ask.py "$scratch/$name/graph.nt" "tests/collections/$name" >"$scratch/$name/answers"
    grep -v '^[0-9]* passed, [0-9]* failed$' "$scratch/$name/answers"
    sum=$(sed -n 's/^\([0-9]*\) passed, \([0-9]*\) failed$/\1 \2/p' "$scratch/$name/answers")
    if [ -n "$sum" ]; then
      passed=$((passed + ${sum% *}))
      failed=$((failed + ${sum#* }))
    else
      fail "$name: the questions were not asked"
    fi
  fi
done
echo "$passed passed, $failed failed"
[ $failed -eq 0 ] && [ $passed -gt 0 ]
