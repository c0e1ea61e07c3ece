#!/bin/sh
# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# Each header compiles alone, and twice in a row.

cd "$(dirname "$0")/../../src" || exit 2
bad=0
seen=0
# The one library whose header stands in a folder of its own, which a header of ours includes (graph/read_raptor_library.h).
raptor=$(pkg-config --cflags raptor2 | sed 's/-I/-isystem /g')
for header in */*.h; do
  seen=$((seen + 1))
  # shellcheck disable=SC2086
  printf '#include "%s"\n#include "%s"\nextern int seen;\n' "$header" "$header" |
    ${CC:-gcc} -std=c11 -D_POSIX_C_SOURCE=200809L -Wall -Wextra -Wpedantic -Werror -I. $raptor -fsyntax-only -x c - ||
    { echo "$header does not compile alone"; bad=1; }
done
[ $seen -gt 0 ] || { echo "headers: none seen"; bad=1; }
exit $bad
