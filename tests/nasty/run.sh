#!/bin/sh
# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# tests/nasty/run.sh: tables of everything that is hard to write down (nasty.c makes them, and the N-Triples they must become,
# without liner) in every syntax, read again by serd and raptor. All must come out as the same set of triples; both are brought
# into one form by canon.c. XML cannot hold control characters, so RDF/XML gets a table without.

top=$(cd "$(dirname "$0")/../.." && pwd) || exit 2
build=$(cd "$top" && cd "${BUILD:-build}" && pwd) || exit 2
liner=$build/liner
here=$top/tests/nasty
work=$build/nasty
LC_ALL=C
export LC_ALL
rm -rf "$work"
mkdir -p "$work/catalogue" && cd "$work" || exit 2
passed=0
failed=0

# shellcheck disable=SC2046
${CC:-gcc} -std=c11 -D_POSIX_C_SOURCE=200809L -O1 -o nasty "$here/nasty.c" &&
  ${CC:-gcc} -std=c11 -D_POSIX_C_SOURCE=200809L -O1 $(pkg-config --cflags serd-0) -o canon "$here/canon.c" \
    $(pkg-config --libs serd-0) && ./nasty . || { echo "0 passed, 1 failed"; exit 1; }

ok() {
  passed=$((passed + 1))
}

fail() {
  echo "nasty: $*"
  failed=$((failed + 1))
}

# same TITLE WANTED: the triples in the file read are those of the file WANTED.want, and some.
same() {
  sort -u read >got
  if [ ! -s "$2.want" ]; then
    fail "$1: nothing was expected"
  elif cmp -s got "$2.want"; then
    ok
  else
    fail "$1: $(comm -13 got "$2.want" | wc -l) triples are missing, $(comm -23 got "$2.want" | wc -l) are wrong"
    head -n 1 err | cut -c 1-200
    comm -3 got "$2.want" | head -n 4 | cut -c 1-200 | cat -v
  fi
}

# The graph of quads is not compared; without layers there is but one.
triples() {
  sed 's, <https://data.example.org/graph/[a-z]*> \.$, .,'
}

# export_to NAME SYNTAX ARGUMENT...: to the file NAME.SYNTAX, without a fault; that links had to be encoded may be told.
export_to() {
  name=$1 syntax=$2
  shift 2
  if "$liner" export --to "$syntax" -o "$name.$syntax" "$@" 2>err && grep -q ', 0 errors, ' err &&
    ! grep ' warning: ' err | grep -qv '\[L0220 link, row [0-9]*\]$'; then
    ok
  else
    fail "$name to $syntax: $(head -n 2 err)"
    : >"$name.$syntax"
  fi
}

# read_back NAME SYNTAX: by serd, by serdi, which is the same reader but another writer, and by raptor.
read_back() {
  ./canon "$2" <"$1.$2" 2>err | triples >read
  same "$1.$2 read by serd" "$1"
  serdi -q -i "$2" -o nquads "$1.$2" 2>err | ./canon nquads | triples >read
  same "$1.$2 read by serdi" "$1"
  rapper -q -i "$2" -o nquads "$1.$2" 2>err | ./canon nquads | triples >read
  same "$1.$2 read by rapper" "$1"
}

for name in text plain iri link catalogue; do
  sort -u $name.nt >$name.want
done
for syntax in ntriples nquads turtle trig; do
  for name in text iri link; do
    export_to $name $syntax --metadata "$here/$name.json" $name.csv
    read_back $name $syntax
  done
  export_to catalogue $syntax catalogue
  read_back catalogue $syntax
done

# Nothing is escaped that need not be (a byte order mark is, wherever it stands), and no letter is composed or taken apart.
if sed 's/\\uFEFF//g' text.turtle | grep -E -q '(^|[^\\])(\\\\)*\\[uU]'; then fail 'an escape that Turtle does not need'; else ok; fi
if grep -q "$(printf 'cafe\314\201')" text.turtle && grep -q "$(printf 'caf\303\251')" text.turtle; then
  ok
else
  fail 'letters were composed or taken apart'
fi

for syntax in rdfxml rdfxml-abbrev; do
  for name in plain link; do
    mapping=$here/$name.json
    [ $name = link ] || mapping=$here/text.json
    export_to $name $syntax --metadata "$mapping" $name.csv
    rapper -q -i rdfxml -o ntriples $name.$syntax 2>err | ./canon ntriples >read
    same "$name.$syntax read by rapper" $name
  done
done
# What XML cannot hold is said, and no file is left that could not be read.
if "$liner" export -q --to rdfxml -o text.rdfxml --metadata "$here/text.json" text.csv 2>err; then
  fail 'control characters in RDF/XML went unnoticed'
elif ! grep -q ': error: .*XML' err || [ -e text.rdfxml ]; then
  fail "control characters in RDF/XML: $(head -n 1 err)"
else
  ok
fi

# The size of the blocks in which a table is read is nobody's business.
for size in 1 7 4096; do
  if "$liner" export -q --block-size $size --metadata "$here/text.json" --to ntriples text.csv | cmp -s - text.ntriples; then
    ok
  else
    fail "blocks of $size bytes give other triples"
  fi
done

# What no syntax can write is said and left out: the NUL character, and bytes that are not UTF-8.
printf 'id,plain,tagged,typed\n1,"a\000b",x,y\n2,"a\355\240\200b",x,y\n3,"a\370\210\200\200\200b",x,y\n4,"\300\200",x,y\n5,z,x,y\n' >bad.csv
"$liner" export --metadata "$here/text.json" --to ntriples bad.csv >bad.nt 2>err
if [ $? -eq 1 ] && [ "$(grep -c ': error: ' err)" -eq 4 ] && [ "$(grep -c '/p0>' bad.nt)" -eq 1 ] &&
  [ "$(grep -c '/p1>' bad.nt)" -eq 5 ]; then ok; else fail "bytes that are no text: $(head -n 2 err)"; fi

echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
