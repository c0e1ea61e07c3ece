#!/bin/sh
# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# tests/hostile/run.sh: tables that are too long, too wide, empty, cut off, packed tightly, or no tables. They are made here, since
# some have hundreds of megabytes. Each test states the exit status, what stderr must hold, the number of triples, and how much
# memory the program may use.

top=$(cd "$(dirname "$0")/../.." && pwd) || exit 2
build=$(cd "$top" && cd "${BUILD:-build}" && pwd) || exit 2
liner=$build/liner
scratch=$build/hostile
rm -rf "$scratch"
mkdir -p "$scratch" && cd "$scratch" || exit 2
unset NO_COLOR
LC_ALL=C TERM=dumb
export LC_ALL TERM
passed=0
failed=0

ok() { passed=$((passed + 1)); }

fail() {
  echo "hostile: $*"
  sed 's/^/    /' err 2>/dev/null | head -n 10
  failed=$((failed + 1))
}

${CC:-gcc} -std=c11 -D_DEFAULT_SOURCE -O2 -o measure "$top/bench/measure.c" || exit 2

# Sanitizers need more memory than any bound would leave them.
bounded=1
! nm "$liner" 2>/dev/null | grep -q '__asan_init' || bounded=

# bound MIB COMMAND...: run it; stdout goes to out, stderr to err. It must not have used more memory than that.
bound() {
  memory=$1
  shift
  ./measure "$@" >out 2>err
  code=$?
  peak=$(sed -n 's/^measured [0-9]* [0-9]* //p' err)
  [ -z "$bounded" ] || [ "${peak:-999999999}" -le $((memory * 1024)) ] || fail "$title: $peak KiB of memory, allowed are $memory MiB"
}

# judge STATUS PATTERN TRIPLES: the last command ended so and said so.
judge() {
  n=$(wc -l <out)
  if [ $code -ne "$1" ]; then
    fail "$title: exit status $code, expected $1"
  elif ! grep -q -e "$2" err; then
    fail "$title: stderr does not say \"$2\""
  elif [ "$n" -ne "$3" ]; then
    fail "$title: $n triples, expected $3"
  else
    ok
  fi
}

# reads TITLE STATUS PATTERN TRIPLES ARGUMENT...: export a small table.
reads() {
  title=$1 status=$2 pattern=$3 triples=$4
  shift 4
  bound $least "$liner" export --to ntriples "$@"
  judge "$status" "$pattern" "$triples"
}

# checks TITLE STATUS PATTERN MIB TABLE: check a large one.
checks() {
  title=$1 status=$2 pattern=$3 memory=$4
  shift 4
  bound "$memory" "$liner" check "$@"
  judge "$status" "$pattern" 0
}

# MiB that are enough for any table of short rows: libraries and buffers.
least=32

# ---- nearly nothing ----
: >empty.csv
reads 'an empty file' 1 'empty.csv: error: .*L0506' 0 empty.csv
printf '\357\273\277' >mark.csv
reads 'only a byte order mark' 1 'mark.csv: error: .*L0506' 0 mark.csv
printf 'id,name\n' >header.csv
reads 'only a header' 0 '0 rows' 0 header.csv
printf 'id,name\n1,Ada' >open.csv
reads 'no line end at the end' 0 '1 row' 2 open.csv
printf 'id,name\r1,Ada\r2,Grace\r' >cr.csv
reads 'lines that end in CR' 0 '2 rows' 4 cr.csv
printf 'id,name\n1,A\0a\n2,Grace\n' >nul.csv
reads 'a byte of zero' 1 'nul.csv:2:3: error: byte 0x00 at position 2' 3 nul.csv

# ---- not a file ----
reads 'standard input' 0 '1 row' 2 - <open.csv
mkfifo pipe.csv
cat open.csv >pipe.csv &
reads 'a named pipe' 0 '1 row' 2 pipe.csv
wait
mkdir folder.csv
reads 'a folder' 2 'L0505' 0 folder.csv
reads 'a device' 1 'null: error: .*L0506' 0 /dev/null

# ---- packed ----
awk 'BEGIN { print "id,name"; for (i = 0; i < 20000; i++) print i "," i * i }' >rows.csv
gzip -kn rows.csv && zstd -q -k rows.csv
reads 'gzip' 0 '20,000 rows' 40000 rows.csv.gz
reads 'zstd' 0 '20,000 rows' 40000 rows.csv.zst
for kind in gz zst; do
  size=$(wc -c <rows.csv.$kind)
  head -c $((size / 2)) rows.csv.$kind >cut.csv.$kind
  reads "half of a $kind" 3 'truncated' 0 -o half.nt cut.csv.$kind
  [ ! -e half.nt ] && ok || fail "half of a $kind: there is output"
  cat rows.csv.$kind rows.csv.$kind >twice.csv.$kind
  reads "a $kind of two parts" 0 '40,001 rows' 80002 twice.csv.$kind
  { cat rows.csv.$kind; echo behind; } >more.csv.$kind
  reads "a $kind with something behind" 3 'more.csv.*reading failed' 0 -o more.nt more.csv.$kind
done

# A thousand bytes a row, 200 MB of rows: what takes 20 kB in a file may not take more in memory than any other table.
long=$(printf '%01000d' 0)
{ echo id,name; yes "1,$long" | head -n 200000; } | zstd -q >bomb.csv.zst
checks 'a zst of 200 MB' 0 '200,000 rows' $least bomb.csv.zst
{ echo id,name; yes "1,$long" | head -n 200000; } | gzip -1 >bomb.csv.gz
checks 'a gz of 200 MB' 0 '200,000 rows' $least bomb.csv.gz
{ echo id,name; head -c 300000000 /dev/zero; } | gzip -1 >zero.csv.gz
checks 'a gz of a single row of 300 MB' 1 'zero.csv.gz:2:1: error: the row is longer than 268435456 bytes' 300 zero.csv.gz

# ---- long and wide ----
{ printf 'id,name\n1,"'; yes "$long" | head -c 100000000; printf '"\n2,Grace\n'; } >long.csv
checks 'a row of 100 MB' 0 '2 rows' 450 long.csv
{ printf 'id,name\n0,Ada\n1,"'; yes "$long" | head -c 1000000000; } >quote.csv
checks 'a quote never closed in 1 GB' 1 'quote.csv:3:3: error: the row is longer than 268435456 bytes' 300 quote.csv
rm -f quote.csv long.csv
for n in 10000 30000; do
  awk -v n=$n 'BEGIN { for (r = 0; r < 3; r++) { for (i = 1; i < n; i++) printf "%s%d,", r ? "" : "c", i; print (r ? "" : "c") n } }' >wide.csv
  checks "$n columns" 0 '2 rows' 128 wide.csv
done
awk 'BEGIN { for (i = 1; i < 100000; i++) printf "c%d,", i; print "c" }' >wider.csv
checks '100000 columns' 1 'the table has 100000 columns, which is more than' 128 wider.csv

# ---- files that change ----
# The program waits for its output to be read while the file loses its end, or grows.
awk 'BEGIN { print "id,name"; for (i = 0; i < 1000000; i++) print i "," i * i }' >change.csv
size=$(wc -c <change.csv)
change() { # SIZE TITLE STATUS PATTERN
  title=$2
  cp change.csv changing.csv
  rm -f wait && mkfifo wait
  "$liner" export --to ntriples changing.csv >wait 2>err &
  job=$!
  exec 3<wait
  head -c 1 <&3 >/dev/null
  if [ "$1" -lt "$size" ]; then truncate -s "$1" changing.csv; else printf '1000000,7\n' >>changing.csv; fi
  cat <&3 | wc -l >/dev/null
  exec 3<&-
  wait $job
  code=$?
  : >out
  judge "$3" "$4" 0
}
change 1500000 'a file that shrinks' 3 'the file became shorter while it was read'
change "$size" 'a file that grows' 0 '1,000,001 rows'

# ---- shapes and graphs ----
# The results of SHACL go to stderr; nothing is written.
validates() { # MIB TITLE STATUS PATTERN SHAPES DATA
  title=$2
  bound "$1" "$liner" validate -q --max-errors 3 --shapes "$5" "$6"
  judge "$3" "$4" 0
}
PREFIXES='@prefix : <https://e.org/> . @prefix sh: <http://www.w3.org/ns/shacl#> . @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .'
# graph FILE AWK: prefixes, then what an awk program prints.
graph() { { echo "$PREFIXES"; awk "BEGIN { $2 }"; } >"$1"; }
graph one.ttl 'print ":a :p \"x\" ."'

graph huge-in.ttl 'printf ":s sh:targetNode :a ; sh:property [ sh:path :p ; sh:in ("; for (i = 0; i < 200000; i++) printf " %d", i; print " ) ] ."'
validates 100 'sh:in with 200000 members' 1 'L0720' huge-in.ttl one.ttl
graph circle.ttl 'print ":s sh:targetNode :a ; sh:in _:l . _:l rdf:first 1 ; rdf:rest _:l . :t sh:targetNode :a ; sh:or _:m . _:m rdf:first :s ; rdf:rest _:m ."'
validates 30 'lists that bite their tails' 1 'L0710' circle.ttl one.ttl
graph deep.ttl 'print ":s0 sh:targetNode :a ."; for (i = 0; i < 20000; i++) printf ":s%d sh:not :s%d .\n", i, i + 1; print ":s20000 sh:nodeKind sh:IRI ."'
validates 60 '20000 shapes in each other' 1 'more than 10000 shapes are nested' deep.ttl one.ttl
graph brackets.ttl 'for (i = 0; i < 100000; i++) printf ":s sh:not [ "'
validates 30 '100000 brackets' 1 'L0702' brackets.ttl one.ttl
graph long-path.ttl 'printf ":s sh:targetNode :a ; sh:property [ sh:minCount 1 ; sh:path ("; for (i = 0; i < 20000; i++) printf " :p"; print " ) ] ."'
validates 60 'a path of 20000 steps' 1 'L071' long-path.ttl one.ttl
graph regex.ttl 'print ":s sh:targetNode :a ; sh:property [ sh:path :p ; sh:pattern \"^(a+)+$\" ] ."'
graph aaa.ttl 'printf ":a :p \""; for (i = 0; i < 5000; i++) printf "a"; print "b\" ."'
validates 60 'a pattern that never ends' 1 'its regular expression takes too long' regex.ttl aaa.ttl
graph ring.ttl 'for (i = 0; i < 100000; i++) printf ":n%d :p :n%d .\n", i, (i + 1) % 100000'
graph star.ttl 'print ":s sh:targetNode :n0 ; sh:property [ sh:path [ sh:zeroOrMorePath :p ] ; sh:maxCount 1 ] ."'
validates 80 'a path around a ring of 100000' 1 'L0720' star.ttl ring.ttl
graph all.ttl 'print ":s sh:targetSubjectsOf :p ; sh:nodeKind sh:Literal ."'
validates 80 '100000 results' 1 '99997 more errors' all.ttl ring.ttl
awk 'BEGIN { printf "<a:s> <a:p> \""; for (i = 0; i < 8000000; i++) printf "xxxxxxxx"; print "\" ." }' >long.nt
validates 300 'a line of 64 million bytes' 0 '' all.ttl long.nt

cd "$top" || exit 2
[ $failed -ne 0 ] || rm -rf "$scratch"
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
