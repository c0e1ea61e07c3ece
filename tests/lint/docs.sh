#!/bin/sh
# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# The commands in README.md and docs/*.md are run as they are written, each document in a copy of the project of its own, with
# the built program as build/liner and in PATH. Fences:
#   sh        runs and must succeed
#   console   lines behind "$ " are run; what they print must be what stands there; a line "..." stands for any lines
#   sh fresh  builds or installs: run by make fresh instead
# The examples of the help are run as well. Where a command goes to the store at http://localhost:3030/ds/, that of tests/store
# takes its place.

top=$(cd "$(dirname "$0")/../.." && pwd) || exit 2
build=$(cd "$top" && cd "${BUILD:-build}" && pwd) || exit 2
cd "$top" || exit 2
scratch=$build/docs
bad=0
seen=0
LC_ALL=C TERM=dumb
export LC_ALL TERM

copy() { # a copy of the files that git would keep
  rm -rf "$1"
  mkdir -p "$1/build"
  git ls-files -z --cached --others --exclude-standard | xargs -0 cp --parents -t "$1" 2>/dev/null
  cp "$build/liner" "$1/build/liner"
}

# Cut document $1 into files $2.N.KIND, one a block.
cut_blocks() {
  awk -v to="$2" '
    /^```/ && inside { inside = 0; close(file); next }
    /^```/ { inside = 1; n++; kind = substr($0, 4); gsub(/ /, "-", kind); if (kind == "") kind = "text"
             file = sprintf("%s.%02d.%s", to, n, kind); printf "" > file; next }
    inside { print > file }' "$1"
}

# Whether file $1 is what file $2 demands, where "..." stands for any lines.
agrees() {
  awk -v got="$1" '
    BEGIN { while ((getline line < got) > 0) have[++n] = line }
    { want[++m] = $0 }
    END {
      i = 1
      for (j = 1; j <= m; j++) {
        if (want[j] == "...") {
          if (j == m) exit 0
          while (i <= n && have[i] != want[j + 1]) i++
        } else if (i > n || have[i++] != want[j]) exit 1
      }
      exit i <= n
    }' "$2"
}

run_console() { # block file
  awk -v out="$1" '
    /^\$ / { n++; print substr($0, 3) > (out "." n ".cmd"); printf "" > (out "." n ".want"); next }
    n { print > (out "." n ".want") }' "$1"
  for command in "$1".*.cmd; do
    [ -f "$command" ] || continue
    sh "$command" 2>&1 </dev/null | sed '/^liner: /s/, [0-9][0-9]*\.[0-9][0-9] s$/, 0.00 s/' >"${command%.cmd}.got"
    sed '/^liner: /s/, [0-9][0-9]*\.[0-9][0-9] s$/, 0.00 s/' "${command%.cmd}.want" >"${command%.cmd}.must"
    agrees "${command%.cmd}.got" "${command%.cmd}.must" && continue
    echo "$document: not what is printed: $(cat "$command")"
    diff -u --label document --label printed "${command%.cmd}.must" "${command%.cmd}.got"
    bad=1
  done
}

# Run the shell lines of file $1, with a store if they need one; $2 is an option of bash.
run_lines() {
  if grep -q 'http://localhost:3030/ds/' "$1"; then
    sed 's,http://localhost:3030/ds/data,$STORE/graph-store,g; s,http://localhost:3030/ds/sparql,$STORE/query,g
         s,http://localhost:3030/ds/update,$STORE/update,g' "$1" >"$1.lines"
    python3 -B tests/store/server.py -- bash $2 "$1.lines" 2>&1 </dev/null
  else
    bash $2 "$1" 2>&1 </dev/null
  fi
}

PATH=$build:$PATH
export PATH
for document in README.md docs/*.md; do
  grep -qE '^```(sh|console)$' "$document" || continue
  blocks=$scratch/blocks/$(basename "$document" .md)
  mkdir -p "$scratch/blocks"
  rm -f "$blocks".*
  cut_blocks "$document" "$blocks"
  copy "$scratch/copy"
  cd "$scratch/copy" || exit 2
  for block in "$blocks".*; do
    case $block in
    *.sh)
      seen=$((seen + 1))
      output=$(run_lines "$block" -e) || { echo "$document: this fails:"; cat "$block"; echo "$output"; bad=1; }
      ;;
    *.console)
      seen=$((seen + 1))
      run_console "$block"
      ;;
    esac
  done
  cd "$top" || exit 2
done

copy "$scratch/copy"
cd "$scratch/copy" || exit 2
mkdir -p home/.local/share/bash-completion/completions
for command in $(sed -n 's/^LN_COMMAND(\(.*\))$/\1/p' src/cli/commands.def); do
  liner "$command" --help | sed -n '/^Examples:/,$s/^  \([^# ]\)/\1/p' >"$scratch/examples"
  [ -s "$scratch/examples" ] || { echo "$command --help has no examples"; bad=1; }
  while IFS= read -r line; do
    seen=$((seen + 1))
    # What runs until it is told to end is told so.
    case $command in watch | serve) line="timeout 1 $line; [ \$? -eq 124 ]" ;; esac
    echo "$line" >"$scratch/line"
    output=$(HOME=$PWD/home run_lines "$scratch/line") || { echo "help of $command: this fails: $line"; echo "$output"; bad=1; }
  done <"$scratch/examples"
done
[ "$seen" -gt 0 ] || { echo "docs: no commands seen"; bad=1; }
exit $bad
