#!/bin/sh
# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# Files have at most 800 lines, functions of the program at most 60.

cd "$(dirname "$0")/../.." || exit 2
find src tests tools bench -name '*.[ch]' -o -name '*.sh' -o -name '*.py' | xargs wc -l | awk '
  $2 != "total" { seen++; if ($1 > 800) { print $2 ": " $1 " lines"; bad = 1 } }
  END { if (!seen) { print "sizes: no files seen"; bad = 1 } exit bad }' || exit 1
find src tools -name '*.c' -print0 |
  xargs -0 ctags-universal -x --c-kinds=f --fields=+ne --_xformat='%{line} %{end} %F %N' | awk '
  { seen++; if ($2 - $1 >= 60) { print $3 ":" $1 ": " $4 " has " $2 - $1 + 1 " lines"; bad = 1 } }
  END { if (!seen) { print "sizes: no functions seen"; bad = 1 } exit bad }'
