#!/bin/sh
# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# Every code of base/codes.def is in a message that some case expects, and has a remedy. Some are met by programs only, since no
# command lets them happen; for those a unit test is named here.

cd "$(dirname "$0")/../.." || exit 2
liner=$(cd "${BUILD:-build}" && pwd)/liner
bad=0
by_unit() {
  case $1 in
  L0603) grep -q "$1" tests/unit/run/test_syntax.c ;;
  L0703) grep -q "$1" tests/unit/graph/test_read.c ;;
  *) false ;;
  esac
}
for code in $(tools/diagnostics.sh "$liner" missing); do
  if ! by_unit "$code"; then
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
