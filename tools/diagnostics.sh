#!/bin/sh
# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# tools/diagnostics.sh LINER [EXAMPLES]: docs/diagnostics.md, made of what `LINER help codes` says of each code and of an example
# for it: the first message with that code that a case of tests/cases expects. With EXAMPLES "missing", list instead the codes
# that no case shows.

top=$(cd "$(dirname "$0")/.." && pwd) || exit 2
liner=$1
cd "$top/tests/cases" || exit 2

# The messages of all cases, in the order of the cases: code, tab, message. Hints and summaries are passed over.
messages() {
  find . \( -name stderr -o -name stdout \) ! -path './help/*' | LC_ALL=C sort | xargs cat |
    sed -n '/^[ {<]/d; s/^\(.*: \(note\|warning\|error\): .*\[\(L[0-9]\{4\}\)\([], ].*\)\)$/\3\t\1/p'
}

"$liner" help codes >"${TMPDIR:-/tmp}/codes.$$" || exit 1
trap 'rm -f "${TMPDIR:-/tmp}/codes.$$"' EXIT
messages | awk -F '\t' -v page="${TMPDIR:-/tmp}/codes.$$" -v mode="$2" '
  !($1 in example) { example[$1] = $2 }
  END {
    while ((getline line < page) > 0) {
      if (line !~ /^\| L/) {
        if (mode != "missing" && line !~ /^\|/) print line
        continue
      }
      split(line, cell, " *\\| *")
      if (mode == "missing") {
        if (!(cell[2] in example)) print cell[2]
        continue
      }
      printf "### %s\n\n**%s: %s.** %s *What to do:* %s\n\n", cell[2], cell[3], cell[4], cell[5], cell[6]
      if (cell[2] in example) printf "    %s\n\n", example[cell[2]]
    }
  }' | cat -s
