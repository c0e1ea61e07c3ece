#!/bin/sh
# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# tests/fault/run.sh: what happens when the world does not play along: full disks, folders in the place of files, closed
# pipes, signals. Each test states the exit status, what stderr must hold, and that no file is left behind.

top=$(cd "$(dirname "$0")/../.." && pwd) || exit 2
build=$(cd "$top" && cd "${BUILD:-build}" && pwd) || exit 2
liner=$build/liner
scratch=$build/fault
rm -rf "$scratch"
mkdir -p "$scratch" && cd "$scratch" || exit 2
unset NO_COLOR
LC_ALL=C TERM=dumb
export LC_ALL TERM
passed=0
failed=0
nobody=65534

ok() {
  passed=$((passed + 1))
}

fail() {
  echo "fault: $*"
  sed 's/^/    /' err 2>/dev/null | head -n 20
  failed=$((failed + 1))
}

# expect TITLE STATUS PATTERN COMMAND...: run it; stdout goes to out, stderr to err.
expect() {
  title=$1 status=$2 pattern=$3
  shift 3
  "$@" >out 2>err </dev/null
  code=$?
  if [ $code -ne "$status" ]; then
    fail "$title: exit status $code, expected $status"
  elif ! grep -q -e "$pattern" err; then
    fail "$title: stderr does not say \"$pattern\""
  else
    ok
  fi
}

# The last command wrote nothing on stdout.
silent() {
  if [ -s out ]; then fail "$title: something on standard output"; else ok; fi
}

# Folder $1 holds exactly what the other arguments name.
holds() {
  folder=$1
  shift
  # shellcheck disable=SC2012
  have=$(ls -A "$folder" | tr '\n' ' ')
  if [ "$have" = "$*${*:+ }" ]; then ok; else fail "$title: $folder holds $have, expected $*"; fi
}

# full COMMAND...: with a standard output on a full disk.
full() {
  "$@" >/dev/full
}

mkdir catalogue
printf 'name\nAda\n' >catalogue/people.csv

# ---- the command line ----
expect 'no argument' 2 '^Usage: liner COMMAND' "$liner"
silent
for command in export check explain init help man completion version; do
  expect "unknown option of $command" 2 'unknown option --frobnicate' "$liner" $command --frobnicate
  silent
  expect "unknown letter of $command" 2 'unknown option -Z' "$liner" $command -Z
  silent
done
expect 'unknown command' 2 'unknown command "exprot"; did you mean "export"?' "$liner" exprot
silent
expect 'control characters are not sent to the terminal' 2 'unknown command "a\\x1B\[2J"' "$liner" "$(printf 'a\033[2J')"
expect 'no colours when asked for none' 2 'unknown' "$liner" export --color never --nothing

# ---- output ----
expect 'full disk, standard output' 3 'No space left' full "$liner" export catalogue
for command in man completion help version 'help export' 'help codes' 'export --help' 'export --to help'; do
  # shellcheck disable=SC2086
  expect "full disk, $command" 3 'No space left' full "$liner" $command
done
expect 'full disk, explain' 3 'No space left' full "$liner" explain catalogue
expect 'full disk, -o' 3 'No space left' "$liner" export catalogue -o /dev/full
for format in text jsonl sarif junit; do
  expect "full disk, --report $format" 3 'No space left' "$liner" check catalogue --report $format:/dev/full
  expect "full disk, --report $format on standard output" 3 'No space left' full "$liner" check catalogue --report $format:-
done
mkdir faulty
printf 'name,born\n,1970\n' >faulty/people.csv
expect 'full disk, --reject' 3 'No space left' "$liner" export faulty -o whole.ttl --reject /dev/full
if [ ! -e whole.ttl ]; then ok; else fail 'full disk, --reject: the graph appeared alone'; fi
mkdir folder
expect 'a folder as output' 3 'folder' "$liner" export catalogue -o folder
holds folder
expect 'a folder that is not there' 3 'nowhere/x.ttl' "$liner" export catalogue -o nowhere/x.ttl
mkdir kept
echo precious >kept/x.ttl
expect 'a broken input does not harm the old output' 3 '' "$liner" export nothing -o kept/x.ttl
holds kept x.ttl
if [ "$(cat kept/x.ttl)" = precious ]; then ok; else fail 'the old output was changed'; fi
expect 'standard output is closed' 3 '.' sh -c '"$1" export catalogue >&-' sh "$liner"

# ---- input ----
expect 'nothing there' 3 'nothing' "$liner" export nothing
silent
mkdir -p odd/people.csv
expect 'a folder in the place of a table' 3 'odd/people.csv' "$liner" export odd
silent
# root may read anything: the table is hidden from an ordinary user.
mkdir -p hidden
printf 'name\nAda\n' >hidden/people.csv
chmod 000 hidden/people.csv
if [ "$(id -u)" -ne 0 ]; then
  expect 'a table that may not be read' 3 'people.csv.*[Pp]ermission denied' "$liner" export hidden
  silent
else
  # The program and the table must be where that user may go.
  if open=$(mktemp -d) && chmod 755 "$open" && cp -r hidden "$liner" "$open" && chmod 000 "$open/hidden/people.csv"; then
    expect 'a table that may not be read' 3 'people.csv.*[Pp]ermission denied' \
      setpriv --reuid=$nobody --regid=$nobody --clear-groups "$open/liner" export "$open/hidden"
    silent
  fi
  rm -rf "$open"
fi
chmod 600 hidden/people.csv

# ---- pipes and signals ----
# Enough rows that nothing fits into a pipe, and that a signal comes in the middle.
awk 'BEGIN { print "id,name"; for (i = 0; i < 400000; i++) printf "p%d,Person number %d\n", i, i }' >big.csv
cat >big.csv-metadata.json <<'JSON'
{"@context": "http://www.w3.org/ns/csvw", "url": "big.csv",
 "tableSchema": {"aboutUrl": "https://example.org/{id}", "columns": [{"name": "id", "titles": "id"}, {"name": "name", "titles": "name"}]}}
JSON
expect 'a reader that goes away' 0 '' sh -c '{ "$1" export big.csv --to ntriples -q; echo $? >status; } | head -n 1' sh "$liner"
if [ "$(wc -l <out)" -eq 1 ] && [ "$(cat status)" = 3 ] && grep -q 'pipe' err; then ok; else fail "a reader that goes away: status $(cat status)"; fi

mkfifo fifo
for signal in INT TERM; do
  mkdir "left$signal"
  # The rows come through a pipe that stays open, so the run is in the middle when the signal comes.
  env --default-signal=INT "$liner" export - --metadata big.csv-metadata.json -o "left$signal/x.nt" <fifo >out 2>err &
  pid=$!
  { head -n 100000 big.csv; sleep 5; } >fifo &
  writer=$!
  sleep 1
  kill -s $signal $pid
  wait $pid
  code=$?
  kill $writer 2>/dev/null
  wait $writer 2>/dev/null
  title="signal $signal"
  [ $signal = INT ] && wanted=130 || wanted=143
  if [ $code -eq $wanted ] && grep -q interrupted err; then ok; else fail "$title: exit status $code, expected $wanted"; fi
  holds "left$signal"
done

# A graph that comes through a pipe, likewise.
mkdir leftgraph
env --default-signal=INT "$liner" validate - --to turtle -o leftgraph/x.ttl <fifo >out 2>err &
pid=$!
{ awk 'BEGIN { for (i = 0; i < 100000; i++) printf "<x:s%d> <x:p> <x:o> .\n", i }'; sleep 5; } >fifo &
writer=$!
sleep 1
kill -s INT $pid
wait $pid
code=$?
kill $writer 2>/dev/null
wait $writer 2>/dev/null
if [ $code -eq 130 ] && grep -q interrupted err; then ok; else fail "signal INT, validate: exit status $code, expected 130"; fi
holds leftgraph

# ---- init ----
expect 'init' 0 'ready' "$liner" init new
holds new README.md awards.csv claims.csv credits.csv people.csv quotes.csv sources.csv works.csv
expect 'init does not overwrite' 2 'already' "$liner" init new
mkdir partly
echo mine >partly/works.csv
expect 'init leaves a folder alone that has one of the files' 2 'partly/works.csv.*already' "$liner" init partly
holds partly works.csv
expect 'init in the place of a file' 3 '.' "$liner" init big.csv/new
expect 'init below nothing' 3 'No such file' "$liner" init a/b/c
expect 'what init makes is right' 0 ' 0 warnings, 0 errors' "$liner" check new

# ---- terminals ----
mkdir terminal
python3 "$top/tests/fault/terminal.py" "$liner" terminal >told || cat told
# shellcheck disable=SC2046
set -- $(tail -n 1 told)
if [ "${2:-}" = passed, ]; then
  passed=$((passed + $1))
  failed=$((failed + $3))
else
  fail "terminal.py did not come to its end"
fi

cd "$top" || exit 2
[ $failed -ne 0 ] || rm -rf "$scratch"
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
