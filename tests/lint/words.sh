#!/bin/sh
# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# Rules that can be read off the text of the sources. Every source has its licence; nothing is left unfinished; every test
# asserts something; only base/memory.c knows the heap; no C file knows what the tables are about.

cd "$(dirname "$0")/../.." || exit 2

# Print what stdin holds under a title; anything at all is a fault. It stands behind pipes, where no variable is remembered:
# what all of them print is looked at together, at the end.
none() {
  found=$(cat)
  [ -z "$found" ] || printf '%s:\n%s\n' "$1" "$found"
}

sources=$(find src tests tools bench .ci Makefile -type f \( -name '*.[ch]' -o -name '*.def' -o -name '*.sh' -o -name '*.py' \
  -o -name Makefile -o -path .ci/run \) | sort)
[ -n "$sources" ] || { echo "words: no sources seen"; exit 1; }
others=$(echo "$sources" | grep -v '^tests/lint/words.sh$')

look() {
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
  find src -name '*.[ch]' -exec grep -l '<curl/curl\.h>' {} + | grep -v '^src/store/http_library\.h$' | none "libcurl outside its place"

  # Every test that a unit test file lists, {"name", function}, asserts something, itself or through what it calls.
  for file in tests/unit/*/test_*.c; do
    awk '
      /^[a-z_0-9]+\(/ && !/;/ { name = $0; sub(/\(.*/, "", name) }
      /^#define [A-Z_0-9]+\(/ { name = $2; sub(/\(.*/, "", name); macro = 1 }
      /^}/ { name = "" }
      name != "" { body[name] = body[name] " " $0 }
      macro && !/\\$/ { name = ""; macro = 0 }
      /^static const unit_test / { listing = 1 }
      listing && match($0, /\{"[^"]*", *[a-z_0-9]+\}/) {
        f = substr($0, RSTART, RLENGTH); sub(/.*, */, "", f); sub(/\}.*/, "", f); listed[f] = FNR
      }
      END {
        for (f in body) if (body[f] ~ /CU_|CHECK|check|expect|assert/) asserts[f] = 1
        do {
          more = 0
          for (f in body) if (!(f in asserts)) for (g in asserts) if (index(body[f], g "(")) { asserts[f] = 1; more = 1; break }
        } while (more)
        for (f in listed) { n++; if (!(f in asserts)) print FILENAME ":" listed[f] ": " f }
        if (!n) print FILENAME ": lists no test"
      }' tests/unit/*.h tests/unit/*/*.h "$file"
  done | none "tests that assert nothing"
}

faults=$(look)
[ -z "$faults" ] && exit 0
printf '%s\n' "$faults"
exit 1
