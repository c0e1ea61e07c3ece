#!/bin/sh
# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# tests/messy/run.sh: a table of TESTDATA that no converter gets through unharmed. Under a mapping with extensions, under a plain
# CSVW one, and under none, every defect must be told once, at its line and column; the good rows must be in the graph, the others
# in the reject file; the graph must be readable by serd and raptor; what was mended must make it whole.

top=$(cd "$(dirname "$0")/../.." && pwd) || exit 2
build=$(cd "$top" && cd "${BUILD:-build}" && pwd) || exit 2
cd "$top" || exit 2
folder=${TESTDATA:-../shared}/messy
data=$folder/bad.csv
if [ ! -f "$data" ]; then
  echo "skipped: messy tables; they need messy/bad.csv: say make test TESTDATA=DIR"
  [ -z "$CI" ] || { echo "0 passed, 1 failed"; exit 1; }
  echo "0 passed, 0 failed"
  exit 0
fi
here=$top/tests/messy
liner=$build/liner
scratch=$build/messy
rm -rf "$scratch"
mkdir -p "$scratch" && cp "$data" "$folder/crlfbom.csv" "$folder/latin1.csv" "$scratch" && cp "$here"/*.json "$scratch" && cd "$scratch" || exit 2
LC_ALL=C TERM=dumb
export LC_ALL TERM
passed=0
failed=0

ok() { passed=$((passed + 1)); }

fail() {
  echo "messy: $*"
  failed=$((failed + 1))
}

# ends STATUS TITLE COMMAND...: it ends so; what it prints goes to out and err.
ends() {
  status=$1 title=$2
  shift 2
  "$@" >out 2>err
  code=$?
  if [ $code -eq "$status" ]; then ok; else fail "$title: exit status $code, expected $status" && head -n 5 err; fi
}

# same TITLE FILE: standard input is what FILE should hold.
same() {
  cat >want
  if cmp -s want "$2"; then ok; else fail "$1" && diff -u want "$2" | head -n 20; fi
}

# The places and codes of the findings in err: line:column code severity.
places() {
  sed -n 's/^bad\.csv:\([0-9]*:[0-9]*\): \([a-z]*\): .*\[\(L[0-9]*\).*/\1 \3 \2/p' err
}

# The triples of FILE are read by serd and raptor, all of them.
readable() {
  n=$(wc -l <"$1")
  if serdi -i ntriples -o ntriples "$1" >read 2>err && [ "$(wc -l <read)" -eq "$n" ]; then ok; else fail "$1: serd cannot read it"; fi
  if rapper -q -i ntriples -c "$1" 2>err; then ok; else fail "$1: raptor cannot read it"; fi
  if [ "$n" -gt 0 ]; then ok; else fail "$1 is empty"; fi
}

# subjects FILE: the last steps of the subjects, in order.
subjects() {
  sed -n 's,^<https://example.org/person/\([^>]*\)> .*,\1,p' "$1" | uniq
}

# ---- a mapping that leaves out what is wrong ----
cat >found <<'END'
4:7 L0201 error
4:32 L0204 error
6:8 L0201 error
6:39 L0201 error
6:43 L0204 error
7:1 L0203 error
8:20 L0106 error
9:51 L0107 error
10:1 L0306 warning
12:1 L0305 error
END
for command in check 'export --to ntriples -o a.nt --reject a.csv'; do
  # shellcheck disable=SC2086
  ends 1 "$command" "$liner" $command -m bad-catalogue.json bad.csv
  places >list
  same "$command: findings" list <found
done
readable a.nt
subjects a.nt >list
same 'the rows that are left' list <<'END'
p1
p2
p3
p4
p1
END
# Nulls of other programs are data, and long numbers stay.
grep -c '"Null"\|"None"\|"NA"\|"Nan"\|"Line\\nbreak"\|"Quote \\"Q\\""' a.nt >list
echo 6 | same 'what only looks like nothing' list
sed -n '1p;4p;5,6p;7p;8p;9p;12p' bad.csv | same 'rejected rows' a.csv

# What is mended makes the graph whole: that of a table that had no faults.
mend() {
  sed -e 's/,1901,/,1901-01-01,/; s,/c d$,/c-d,; s/1902-13-45/1902-12-31/; s/,abc,not an iri$/,4,http:\/\/example.org\/n/' \
    -e 's/^,Keyless/p5,Keyless/; s/^p6,Short,1904-01-01$/&,,,,/; s/,EXTRA,EXTRA2$//; s,^p/9 %20,p9,' "$1"
}
mend bad.csv >good.csv
mkdir -p again && mend a.csv >again/bad.csv
ends 0 'the table without faults' "$liner" export -q -m bad-catalogue.json --to ntriples -o whole.nt good.csv
ends 0 'the rejected rows, mended' "$liner" export -m bad-catalogue.json --to ntriples -o b.nt again/bad.csv
sort -u a.nt b.nt >both
sort -u whole.nt | same 'the graph of both runs' both
grep -c '"9007199254740993"' b.nt >list
echo 1 | same 'a number beyond 2^53' list

# ---- plain CSVW: values that are wrong stay as text, and the row is to be mended ----
cat >found <<'END'
4:7 L0209 warning
4:32 L0209 warning
6:8 L0209 warning
6:39 L0209 warning
6:43 L0209 warning
7:1 L0210 warning
8:20 L0106 error
9:51 L0107 error
11:4 L0210 warning
END
ends 1 'plain CSVW' "$liner" export -m bad-plain.json --to ntriples -o p.nt --reject p.csv bad.csv
places | grep -v ' L032[0-9] ' >list
same 'plain CSVW: findings' list <found
readable p.nt
sed -n '1p;4p;5,6p;7p;8p;9p;11p' bad.csv | cmp -s - p.csv && ok || fail 'plain CSVW: rejected rows'
ends 1 'plain CSVW, check' "$liner" check -m bad-plain.json bad.csv
places | grep -v ' L03[0-9]* ' >list
sed 's/L0209 warning/L0201 error/; s/L0210 warning/L0203 error/' found | same 'plain CSVW, check: findings' list

# ---- no metadata: what can be said of a table alone ----
for command in check 'export --to ntriples -o n.nt'; do
  # shellcheck disable=SC2086
  ends 1 "no metadata: $command" "$liner" $command bad.csv
  places >list
  printf '%s\n' '8:20 L0106 error' '9:51 L0107 error' | same "no metadata, $command: findings" list
done
readable n.nt

# ---- when to stop, and what is shown ----
ends 1 'strict' "$liner" export --strict -m bad-catalogue.json -o strict.nt --reject strict.csv bad.csv
places >list
echo '4:7 L0201 error' | same 'strict: findings' list
[ ! -e strict.nt ] && [ ! -e strict.csv ] && ok || fail 'strict: something was written'
ends 1 'three errors' "$liner" check --max-errors 3 --report jsonl:all.jsonl -m bad-catalogue.json bad.csv
grep -c ' error: ' err >list
echo 3 | same 'three errors: shown' list
grep -c 'liner: 6 more errors were not shown (--max-errors 3)' err >list
echo 1 | same 'three errors: the rest is told' list
grep -c '"type":"finding"' all.jsonl >list
echo 10 | same 'three errors: the report has all' list

# ---- the same from a pipe and packed ----
ends 1 'from a pipe' sh -c '"$1" export -q -m bad-catalogue.json --to ntriples - <bad.csv >pipe.nt' sh "$liner"
cmp -s a.nt pipe.nt && ok || fail 'from a pipe: another graph'
gzip -k bad.csv
ends 1 'packed' "$liner" export -q -m bad-catalogue.json --to ntriples -o gz.nt --reject gz.csv bad.csv.gz
cmp -s a.nt gz.nt && cmp -s a.csv gz.csv && ok || fail 'packed: another graph or other rows'

# ---- other tables: a byte order mark with CRLF, and an encoding that nobody declares ----
ends 0 'mark and CRLF' "$liner" export --to ntriples crlfbom.csv
sed 's/^_:[^ ]* <[^#]*#\(.*\)> "\(.*\)" \.$/\1=\2/' out | head -n 7 >list
same 'mark and CRLF' list <<'END'
id=p1
name=Alice Guy-Blaché
born=1873-07-01
title=The Cabbage Fairy
role=director
runtime=1
homepage=http://example.org/a
END
ends 1 'undeclared encoding' "$liner" export --to ntriples latin1.csv
sed -n 's/^latin1\.csv:\([0-9:]*\): error: .* in windows-1252 the cell is \("[^"]*"\).*\[\(L[0-9]*\) .*/\1 \2 \3/p' err >list
echo '2:4 "Alice Guy-Blaché" L0101' | same 'undeclared encoding: the proposal' list
grep -c '#name>' out | sed 's/^0$/left out/' >list
echo 'left out' | same 'undeclared encoding: the cell' list
cat >latin1.csv-metadata.json <<'END'
{ "@context": "http://www.w3.org/ns/csvw", "url": "latin1.csv", "dialect": { "encoding": "iso-8859-1" } }
END
ends 0 'declared encoding' "$liner" export --to ntriples latin1.csv
grep -c '#name> "Alice Guy-Blaché" \.' out >list
echo 1 | same 'declared encoding: the cell' list

cd "$top" || exit 2
[ $failed -ne 0 ] || rm -rf "$scratch"
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
