#!/bin/sh
# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# tests/query/run.sh [PYTHON]: queries and their answers. own/ asks data.trig, and $TESTDATA/stores/rq, where it is, what
# $TESTDATA/stores/gen.py makes; expected/ has the answers of Oxigraph. With PYTHON, which has pyoxigraph, they are made anew
# and compared with what is kept: make interop does that. A query that is refused is counted, one answered otherwise has failed.

here=$(cd "$(dirname "$0")" && pwd) || exit 2
cd "$here/../.." || exit 2
liner=$(cd "${BUILD:-build}" && pwd)/liner
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
trap 'exit 2' HUP INT TERM
passed=0 failed=0

# Ask: $1 the data, $2 the folder of answers, then the queries.
ask() {
  data=$1 expected=$2
  shift 2
  if [ -n "$python" ]; then
    mkdir -p "$tmp/$expected"
    "$python" "$here/compare.py" "$liner" "$data" "$tmp/$expected" --make "$@" >"$tmp/log"
    diff -r "$here/$expected" "$tmp/$expected" || failed=$((failed + 1))
  else
    python3 "$here/compare.py" "$liner" "$data" "$here/$expected" "$@" >"$tmp/log"
  fi
  cat "$tmp/log"
  set -- $(sed -n '$s/^\([0-9]*\) answered as expected, \([0-9]*\) refused, \([0-9]*\) wrong$/\1 \2 \3/p' "$tmp/log")
  passed=$((passed + ${1:-0} + ${2:-0})) failed=$((failed + ${3:-1}))
}

python=$1
ask "$here/data.trig" expected "$here"/own/*.rq
if [ -r "$TESTDATA/stores/gen.py" ]; then
  (cd "$tmp" && python3 "$TESTDATA/stores/gen.py" 300 graph >/dev/null) || exit 2
  # Without an order any rows may be the answer of some; two are so deep and wide that another engine falls over.
  # shellcheck disable=SC2046
  ask "$tmp/graph.ttl" expected-stores $(ls "$TESTDATA"/stores/rq/*.rq | grep -vE '/(08-groupconcat|b01-aggdistinct|b05-substar|b10-reduced|54-service|bdeep|bwide)\.rq$')
else
  echo "skipped: the queries of stores; they need stores/rq: say make test TESTDATA=DIR"
  [ -z "$CI" ] || failed=$((failed + 1))
fi
echo "$passed passed, $failed failed"
[ "$passed" -gt 0 ] && [ "$failed" -eq 0 ]
