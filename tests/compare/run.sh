#!/bin/sh
# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# tests/compare/run.sh: `liner compare` finds what the public files of four museums disagree about (TESTDATA/collections/answers), with the
# cells of both sides; and says the same, byte for byte, within little memory.

cd "$(dirname "$0")/../.." || exit 2
build=${BUILD:-build}
data=${TESTDATA:-../shared}/collections
scratch=$build/compare

if [ ! -d "$data" ]; then
  echo "skipped: compare; it needs $data: say make test TESTDATA=DIR"
  if [ -n "$CI" ]; then echo "0 passed, 1 failed"; else echo "0 passed, 0 failed"; fi
  exit
fi
mkdir -p "$scratch" || exit 2
report() {
  "$build/liner" compare -q --max-errors 1 --to json -o "$scratch/$1.json" "--memory=$2" "moma=$data/moma_artists" \
    "nga=$data/nga_constituents" 2>"$scratch/err"
}
report roomy 256M
report small 1M
python3 tests/compare/truth.py "$build/liner" "$data" >"$scratch/truth"
grep -v '^[0-9]* passed, [0-9]* failed$' "$scratch/truth"
sum=$(sed -n 's/^\([0-9]*\) passed, \([0-9]*\) failed$/\1 \2/p' "$scratch/truth")
passed=${sum% *} failed=${sum#* }
if [ -s "$scratch/roomy.json" ] && cmp -s "$scratch/roomy.json" "$scratch/small.json"; then
  passed=$((passed + 1))
else
  echo "compare: with little memory the report is another one"
  failed=$((failed + 1))
fi
echo "${passed:-0} passed, ${failed:-1} failed"
[ "${failed:-1}" -eq 0 ] && [ "${passed:-0}" -gt 0 ]
