#!/bin/sh
# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# tests/bytes/run.sh: the same input gives the same bytes, however it is read and by however many threads; a small change is a
# small difference; parts are the whole; a run that is killed or cannot write leaves what was there.

top=$(cd "$(dirname "$0")/../.." && pwd) || exit 2
build=$(cd "$top" && cd "${BUILD:-build}" && pwd) || exit 2
liner=$build/liner
scratch=$build/bytes
rm -rf "$scratch"
mkdir -p "$scratch" && cd "$scratch" || exit 2
LC_ALL=C
export LC_ALL
passed=0
failed=0

ok() {
  passed=$((passed + 1))
}

fail() {
  echo "bytes: $*"
  failed=$((failed + 1))
}

# same TITLE FILE FILE
same() {
  if cmp -s "$2" "$3"; then ok; else fail "$1: $2 and $3 differ"; fi
}

# ---- tables: sound and faulty rows, quotes, line ends in quotes, no quotes, numbers of rows ----
# A row has a key and values; every sort of row comes again and again, at uneven places.
rows() { # sort, number of rows
  awk -v kind="$1" -v n="$2" 'BEGIN {
    for (i = 1; i <= n; i++) {
      m = (i * 7919) % 97
      if (kind == "plain") printf "k%d\t%d\t\"%s\n", i, m, m % 3 ? "text " m : "naïve ☃"
      else if (kind == "sound") {
        if (m % 5 == 0) printf "k%d,%d,\"two\nlines, \"\"quoted\"\"\"\n", i, m
        else if (m % 5 == 1) printf "\"k%d\",%d,\"a, b\"\r\n", i, m
        else printf "k%d,%d,naïve ☃ %d\n", i, m, m
      } else {
        if (m % 7 == 0) printf "k%d,x%d,text\n", i, m
        else if (m % 7 == 1) printf "k%d,%d\n", i, m
        else if (m % 7 == 2) printf "k%d,%d,\"astray\" \"\n", i, m
        else if (m % 7 == 3) printf "k%d,%d,a stray \" quote\n", i, m
        else if (m % 7 == 4) printf "k%d,%d,\377\n", i, m
        else printf "k%d,%d,\"fine\nrow\"\n", i, m
      }
    }
  }'
}

schema='"tableSchema": {"aboutUrl": "http://e/{key}", "columns": [
  {"name": "key", "titles": "key", "propertyUrl": "http://e/key"},
  {"name": "number", "titles": "number", "datatype": "integer", "propertyUrl": "http://e/number"},
  {"name": "text", "titles": "text", "propertyUrl": "http://e/text"},
  {"name": "row", "virtual": true, "propertyUrl": "http://e/row", "valueUrl": "http://e/{_row}/{_sourceRow}"}]}'
context='"@context": "http://www.w3.org/ns/csvw"'
{ echo key,number,text; rows sound 1500; } >sound.csv
{ echo key,number,text; rows faulty 1500; } >faulty.csv
{ printf 'key\tnumber\ttext\n'; rows plain 1500; } >plain.tsv
printf '{%s, "url": "sound.csv", %s}\n' "$context" "$schema" >sound.json
printf '{%s, "url": "faulty.csv", %s}\n' "$context" "$schema" >faulty.json
printf '{%s, "url": "plain.tsv", "dialect": {"delimiter": "\\t", "quoteChar": null, "commentPrefix": null}, %s}\n' \
  "$context" "$schema" >plain.json
printf '{%s, "tables": [{"url": "plain.tsv", "dialect": {"delimiter": "\\t", "quoteChar": null, "commentPrefix": null}, %s},
  {"url": "sound.csv", %s}]}\n' "$context" "$schema" "$schema" >both.json

# ---- threads and sizes of reads ----
syntaxes='ntriples turtle jsonld nquads trig'
for name in sound faulty plain both; do
  for syntax in $syntaxes; do
    "$liner" export --to $syntax --threads 1 --reject one.bad "$name.json" >one.out 2>one.err
    for how in '2 0' '3 700' '8 4096' '2 1' '1 1' '1 67108864' '3 67108864'; do
      # shellcheck disable=SC2086
      set -- $how
      "$liner" export --to $syntax --threads "$1" --block-size "$2" --reject many.bad "$name.json" >many.out 2>many.err
      same "$name as $syntax, $1 threads, reads of $2" one.out many.out
      sed -i 's/, [0-9.]* s$//' one.err many.err
      same "messages of $name as $syntax, $1 threads, reads of $2" one.err many.err
      same "rejected rows of $name as $syntax, $1 threads, reads of $2" one.bad many.bad
    done
  done
done

# ---- where the bytes come from ----
gzip -k sound.csv
zstd -q sound.csv
for syntax in $syntaxes; do
  "$liner" export -q --to $syntax sound.json >file.out
  for threads in 1 3; do
    "$liner" export -q --to $syntax -j $threads --block-size 900 -m sound.json - <sound.csv >stdin.out
    # shellcheck disable=SC2002
    cat sound.csv | "$liner" export -q --to $syntax -j $threads -m sound.json - >pipe.out
    "$liner" export -q --to $syntax -j $threads --block-size 900 -m sound.json - <sound.csv.gz >gzip.out
    "$liner" export -q --to $syntax -j $threads --block-size 900 -m sound.json - <sound.csv.zst >zstd.out
    for from in stdin pipe gzip zstd; do
      same "$syntax from $from, $threads threads" file.out $from.out
    done
  done
done

# ---- three runs ----
for i in 1 2 3; do
  "$liner" export -q --to turtle -j $i both.json | sha256sum
done | sort -u >sums
if [ "$(wc -l <sums)" -eq 1 ]; then ok; else fail 'three runs have different sums'; fi

# ---- one cell changes only what it says ----
sed 's/^k777,\([0-9]*\),.*/k777,\1,changed/; s/^"k777",\([0-9]*\),.*/k777,\1,changed/' sound.csv >kept.csv
mv sound.csv before.csv
for syntax in ntriples turtle; do
  cp before.csv sound.csv
  "$liner" export -q --to $syntax sound.json >before.out
  cp kept.csv sound.csv
  "$liner" export -q --to $syntax sound.json >after.out
  if cmp -s before.out after.out; then fail "$syntax: a changed cell changed nothing"; else ok; fi
  diff before.out after.out | grep '^[<>]' >difference
  if [ "$syntax" = ntriples ]; then other=$(grep -vc '<http://e/k777> <http://e/text> ' difference)
  else other=$(grep -vc ':text "' difference); fi
  if [ "$other" -eq 0 ] && [ "$(wc -l <difference)" -eq 2 ]; then
    ok
  else
    fail "$syntax: a changed cell changed more than its line: $(head -n 4 difference)"
  fi
done
mv before.csv sound.csv

# ---- parts are the whole ----
for name in sound faulty plain both; do
  "$liner" export -q --to ntriples "$name.json" >whole.nt 2>/dev/null
  for parts in 1 2 3 7; do
    : >parts.nt
    for i in $(seq $parts); do
      "$liner" export -q --to ntriples --shard "$i/$parts" -j 2 --block-size 800 "$name.json" >>parts.nt 2>/dev/null
      "$liner" export -q --to turtle --shard "$i/$parts" "$name.json" 2>/dev/null >part.ttl
      if serdi -q -i turtle -o ntriples part.ttl >/dev/null 2>&1; then ok; else fail "$name: part $i of $parts is no Turtle"; fi
    done
    same "$name in $parts parts" whole.nt parts.nt
  done
done

# ---- repeated triples ----
{ echo key,number,text; rows sound 1500; rows sound 900; rows sound 1500 | tail -n 900; } >twice.csv
sed -e 's/sound.csv/twice.csv/' -e 's|/{_row}/{_sourceRow}|/{number}|' sound.json >twice.json
"$liner" export -q --to ntriples twice.json | awk '!seen[$0]++' >once.nt
for syntax in ntriples turtle jsonld; do
  "$liner" export -q --to $syntax --distinct twice.json >plenty.out
  for memory in 1K 60K 1M; do
    "$liner" export -q --to $syntax --distinct --memory $memory -j 3 --block-size 900 twice.json >little.out
    same "distinct as $syntax with $memory" plenty.out little.out
  done
  [ $syntax = ntriples ] && same 'distinct against awk' plenty.out once.nt
done

# ---- a run that is killed leaves the old output or nothing ----
mkdir killed
{ echo key,number,text; rows sound 60000; } >long.csv
sed 's/sound.csv/long.csv/' sound.json >long.json
echo old >killed/old.nt
i=0
finished=0
while [ $i -lt 50 ]; do
  "$liner" export -q -j 2 -o killed/old.nt long.json 2>/dev/null &
  pid=$!
  sleep "0.0$((i * 7 % 10))$((i * 3 % 10))"
  kill -9 $pid 2>/dev/null
  wait $pid 2>/dev/null
  if [ "$(cat killed/old.nt)" != old ]; then
    # It was done before it was killed: then it is whole.
    finished=$((finished + 1))
    [ -f long.nt ] || "$liner" export -q -o long.nt long.json
    cmp -s long.nt killed/old.nt || fail "killed run $i left a part of the output"
    echo old >killed/old.nt
  fi
  i=$((i + 1))
done
[ $finished -lt 50 ] && ok || fail 'no run was killed before it was done'
# shellcheck disable=SC2012
if [ "$(ls killed)" = old.nt ]; then ok; else fail "killed runs left visible files: $(ls killed)"; fi

# ---- where nothing can be written ----
# refused TITLE FILE COMMAND...: status 3, and FILE is not there.
refused() {
  title=$1 file=$2
  shift 2
  "$@" >refused.out 2>refused.err
  code=$?
  if [ $code -ne 3 ]; then fail "$title: exit status $code, expected 3"; else ok; fi
  if [ -e "$file" ]; then fail "$title: $file is there"; else ok; fi
}
for threads in 1 3; do
  refused "full device, $threads threads" nothing sh -c "'$liner' export -q --to ntriples -j $threads sound.json >/dev/full"
  refused "no folder, $threads threads" none/out.nt "$liner" export -q -j $threads -o none/out.nt sound.json
  refused "vanished input, $threads threads" vanished.nt "$liner" export -q -j $threads -o vanished.nt -m sound.json vanished.csv
done
if [ "$(id -u)" -eq 0 ] && mkdir full && mount -t tmpfs -o size=64k liner-full full 2>/dev/null; then
  for threads in 1 3; do
    refused "full disk, $threads threads" full/out.nt "$liner" export -q -j $threads -o full/out.nt long.json
    if [ -z "$(ls -A full)" ]; then ok; else fail "full disk: something is left: $(ls -A full)"; fi
  done
  umount full
fi
mkdir shut && chmod 555 shut
if [ "$(id -u)" -eq 0 ]; then
  refused 'folder that may not be written' shut/out.nt \
    setpriv --reuid 65534 --regid 65534 --clear-groups "$liner" export -q -o shut/out.nt sound.json
else
  refused 'folder that may not be written' shut/out.nt "$liner" export -q -o shut/out.nt sound.json
fi

echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
