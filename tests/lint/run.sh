#!/bin/sh
# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# tests/lint/run.sh [--sources]: the rules of the house, and that what is written down is true. --sources leaves out what
# needs the built program.

cd "$(dirname "$0")/../.." || exit 2
passed=0
failed=0

try() { # title, command...
  title=$1
  shift
  if output=$("$@" 2>&1); then
    passed=$((passed + 1))
  else
    echo "lint: $title"
    echo "$output"
    failed=$((failed + 1))
  fi
}

refuses() { # the lint of layers must not accept everything
  tree=$(mktemp -d) || return 1
  mkdir "$tree/base" "$tree/cli" "$tree/rdf" "$tree/table"
  for bad in '' 'base cli/args.h' 'rdf table/table.h' 'base nowhere/x.h'; do
    rm -f "$tree"/*/*.c
    [ -z "$bad" ] || printf '#include "%s"\n' "${bad#* }" >"$tree/${bad% *}/x.c"
    if tests/lint/layers.sh "$tree" >/dev/null; then
      echo "layers.sh accepts ${bad:-an empty tree}"
      rm -rf "$tree"
      return 1
    fi
  done
  rm -rf "$tree"
}

try 'layers' tests/lint/layers.sh
try 'layers are seen to be broken' refuses
try 'headers alone' tests/lint/headers.sh
try 'sizes' tests/lint/sizes.sh
try 'words' tests/lint/words.sh
try 'the mapping language is told alike' python3 tests/lint/mapping.py
try 'profiles' tests/lint/profiles.sh
if [ "$1" != --sources ]; then
  try 'generated pages are up to date' tests/lint/generated.sh
  try 'a case for every code' tests/lint/codes.sh
  try 'manual page' tests/lint/manual.sh
  try 'bash completion' tests/lint/completion.sh
  try 'installation' tests/lint/install.sh
  try 'commands in the documents' tests/lint/docs.sh
fi
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
