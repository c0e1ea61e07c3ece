#!/bin/sh
# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# Every code of base/codes.def is in a message that some case expects, and has a remedy. L0603 is met by programs only: the command
# line refuses an unknown syntax before; tests/unit/run/test_syntax.c has it.

cd "$(dirname "$0")/../.." || exit 2
liner=$(cd "${BUILD:-build}" && pwd)/liner
bad=0
for code in $(tools/diagnostics.sh "$liner" missing); do
  if [ "$code" != L0603 ] || ! grep -q L0603 tests/unit/run/test_syntax.c; then
    echo "no case shows $code"
    bad=1
  fi
done
if grep -n '^LN_CODE.*, "")$' src/base/codes.def; then
  echo "a code without a remedy"
  bad=1
fi
[ "$(grep -c '^LN_CODE' src/base/codes.def)" -gt 50 ] || { echo "codes.def was not understood"; bad=1; }
exit $bad
