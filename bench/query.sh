#!/bin/sh
# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# bench/query.sh [N]: a graph of about N (1,000,000) triples, its store, and the time and memory of a first question to it, beside
# librdf's hashes in Berkeley DB (package redland-utils) and oxigraph, where they are installed. Builds nothing.

cd "$(dirname "$0")/.." || exit 2
liner=${BUILD:-build}/liner
n=${1:-1000000}
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
trap 'exit 2' HUP INT TERM
query='SELECT (COUNT(*) AS ?n) WHERE { ?c <http://x/work> <http://x/w/7> ; <http://x/agent> ?a }'

awk -v n="$n" 'BEGIN {
  for (i = 0; i < n / 4; i++) {
    c = "<http://x/c/" i "> "
    print c "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://x/Credit> ."
    print c "<http://x/work> <http://x/w/" int(i / 8) "> ."
    print c "<http://x/agent> <http://x/p/" (i * 7919) % 50000 "> ."
    print c "<http://x/name> \"credit number " i "\" ."
  }
}' >"$tmp/g.nt"

# What is done, its seconds and its memory in MB; the words behind are run.
show() {
  what=$1
  shift
  /usr/bin/time -f '%e %M' -o "$tmp/time" "$@" >"$tmp/out" 2>"$tmp/err" || { echo "$what: failed: $(head -n 1 "$tmp/err")"; return; }
  awk -v what="$what" '{ printf "%-44s %7.2f s %6d MB\n", what, $1, $2 / 1024 }' "$tmp/time"
}

show 'liner: make the store' "$liner" query "$tmp/g.nt" --store "$tmp/g.store"
show 'liner: first question to the store' "$liner" query "$tmp/g.store" "$query"
show 'liner: count all' "$liner" query "$tmp/g.store" 'SELECT (COUNT(*) AS ?n) { ?s ?p ?o }'
printf '%-44s %9d MB\n' 'liner: size' "$(($(wc -c <"$tmp/g.store") / 1048576))"
if command -v rdfproc >/dev/null; then
  (cd "$tmp" && show 'librdf bdb: make the store' rdfproc -n -s hashes -t "hash-type='bdb',dir='.'" g parse g.nt ntriples &&
    show 'librdf bdb: first question' rdfproc -s hashes -t "hash-type='bdb',dir='.'" g query sparql - "$query")
  printf '%-44s %9d MB\n' 'librdf bdb: size' "$(($(cat "$tmp"/g-*.db | wc -c) / 1048576))"
fi
if command -v oxigraph >/dev/null; then
  show 'oxigraph: make the store' oxigraph load --location "$tmp/ox" --file "$tmp/g.nt"
  show 'oxigraph: first question' oxigraph query --location "$tmp/ox" --query "$query" --results-format csv
  printf '%-44s %9d MB\n' 'oxigraph: size' "$(($(du -s "$tmp/ox" | cut -f1) / 1024))"
fi
