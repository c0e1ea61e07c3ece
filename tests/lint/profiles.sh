#!/bin/sh
# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# Each profile has a mapping, a page that begins with its title, a line in the README and data that it was tried on.

cd "$(dirname "$0")/../.." || exit 2
bad=0
seen=0
for folder in data/profiles/*/; do
  name=$(basename "$folder")
  seen=$((seen + 1))
  [ -s "$folder/csv-metadata.json" ] || { echo "$name has no mapping"; bad=1; }
  head -n 1 "$folder/README.md" | grep -q '^# [A-Za-z0-9 -]*: ' || { echo "$folder/README.md has no title"; bad=1; }
  grep -q "(data/profiles/$name/README.md)" README.md || { echo "README.md does not tell of the profile $name"; bad=1; }
  [ -s "tests/collections/$name/status" ] || { echo "the profile $name is not tried on data (tests/collections)"; bad=1; }
done
[ $seen -gt 0 ] || { echo "profiles: none seen"; bad=1; }
exit $bad
