#!/bin/sh
# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# Rules that can be read off the text of the sources. Every source has its licence; nothing is left unfinished; every test
# asserts something; only base/memory.c knows the heap; no C file knows what the tables are about.

cd "$(dirname "$0")/../.." || exit 2
bad=0

# Print what stdin holds under a title; anything at all is a fault.
none() {
  found=$(cat)
  [ -z "$found" ] && return
  printf '%s:\n%s\n' "$1" "$found"
  bad=1
}

sources=$(find src tests tools bench .ci Makefile -type f \( -name '*.[ch]' -o -name '*.def' -o -name '*.sh' -o -name '*.py' \
  -o -name Makefile -o -path .ci/run \) | sort)
[ -n "$sources" ] || { echo "words: no sources seen"; exit 1; }
others=$(echo "$sources" | grep -v '^tests/lint/words.sh$')

# shellcheck disable=SC2086
{
  grep -L 'SPDX-License-Identifier: Apache-2.0' $sources | none "without a licence"
  grep -nE '\b(TODO|FIXME|HACK)\b|XXX:|not implemented' $others | none "unfinished by its own word"
  grep -nE '(^|[^[:alnum:]_])(/work|/farm|/root)/' $others README.md CONTRIBUTING.md NEWS.md docs/*.md | none "paths of one machine"
}
grep -rniw 'awards\?' --include='*.[ch]' src | none "C that knows what the tables are about"
grep -rnE '\b(malloc|calloc|realloc|free|strdup|strndup) ?\(' --include='*.c' src |
  grep -vE '^src/base/memory\.c:|[>.]free\(|^[^:]*:[0-9]+: *(/?\*|//)' | none "the heap without base/memory.h"
grep -rnE '\b(setlocale|strtod|atof|atoi|isalpha|isdigit|isalnum|isspace|toupper|tolower|sprintf|strcpy|strcat|gets|system) ?\(' \
  --include='*.[ch]' src | none "functions that depend on the locale or on luck"
find src tests/unit -name '*.[ch]' -exec basename {} \; | sort | uniq -d | none "file names that occur twice"
find src -name '*.c' -exec grep -lE '<(raptor2/)?raptor2\.h>' {} + | grep -vE '^src/(graph/read|sink/raptor)[a-z_]*\.c$' |
  none "raptor outside its two places"

# Every test that a unit test file lists, {"name", function}, asserts something, itself or through a check_… helper.
seen=0
for file in tests/unit/*/test_*.c; do
  [ -f "$file" ] || continue
  seen=$((seen + 1))
  awk '
    /^[a-z_0-9]+\(.*\)?$/ && !/;/ { name = $0; sub(/\(.*/, "", name) }
    /^}/ { name = "" }
    name != "" && /(CU_|CHECK|check|expect|assert)/ { asserts[name] = 1 }
    match($0, /\{"[^"]*", *[a-z_0-9]+\}/) {
      f = substr($0, RSTART, RLENGTH); sub(/.*, */, "", f); sub(/\}.*/, "", f); listed[f] = FNR
    }
    END {
      for (f in listed) { n++; if (!(f in asserts)) print FILENAME ":" listed[f] ": " f }
      if (!n) print FILENAME ": lists no test"
    }' "$file"
done | none "tests that assert nothing"
exit $bad
