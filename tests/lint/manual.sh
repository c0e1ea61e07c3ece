#!/bin/sh
# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# The manual page is correct roff, and it and the help name every option and command.

cd "$(dirname "$0")/../.." || exit 2
liner=${BUILD:-build}/liner
bad=0
warnings=$(groff -man -Tascii -ww -z docs/liner.1 2>&1)
[ -z "$warnings" ] || { echo "$warnings"; bad=1; }
text=$(groff -man -Tascii -P-c docs/liner.1 | sed 's/.\x08//g')
for section in NAME SYNOPSIS DESCRIPTION COMMANDS OPTIONS 'EXIT STATUS' ENVIRONMENT FILES EXAMPLES STANDARDS; do
  echo "$text" | grep -qx "$section" || { echo "docs/liner.1 has no section $section"; bad=1; }
done
commands=$(sed -n 's/^LN_COMMAND(\(.*\))$/\1/p' src/cli/commands.def)
[ -n "$commands" ] || { echo "no commands seen"; bad=1; }
for command in $commands; do
  echo "$text" | grep -q "^   liner $command" || { echo "docs/liner.1 does not tell of $command"; bad=1; }
  "$liner" help | grep -Eq "^  $command( |\$)" || { echo "liner help does not tell of $command"; bad=1; }
  "$liner" "$command" --help | grep -q "^Usage: liner $command" || { echo "$command --help has no usage"; bad=1; }
  "$liner" "$command" --help | awk 'length > 79 && !/^  (liner|source)/ { print FILENAME "too wide: " $0; bad = 1 } END { exit bad }' || bad=1
done
exit $bad
