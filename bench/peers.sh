#!/bin/sh
# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# bench/peers.sh: the same tables to the same triples, by liner (bench/imdb) and by other programs, in one run on one machine.
# ROWS ("100000 1000000") are the sizes of the largest table. The tables, the others' mappings and programs come from TESTDATA/bench, the
# programs themselves from Debian, PyPI and crates.io into BUILD/peers. What cannot be had is named, and the rest goes on.
# Before anything is timed, each program's triples are read by serd and held against those of min.c; a program that differs
# is shown with the first difference and not timed. Then all take turns, RUNS times (5; the slow ones 3), and the table has
# the medians. Output goes to /dev/null where a program can write there, else to a file. Beyond SLOW_ROWS (100000) the slow
# ones stay at home. Everything is also written to bench/peers.csv; RESULTS=FILE writes it elsewhere.

cd "$(dirname "$0")/.." || exit 2
sizes=${ROWS:-100000 1000000}
runs=${RUNS:-5}
slow_rows=${SLOW_ROWS:-100000}
build=$(cd "${BUILD:-build}" && pwd) || exit 2
kit=$(cd "${TESTDATA:-../shared}/bench" 2>/dev/null && pwd)
results=${RESULTS:-bench/peers.csv}
work=$build/peers
python=$work/venv/bin/python
rust=$work/rust/target/release
LINER=$build/liner LC_ALL=C
export LINER LC_ALL
pypi='morph-kgc==2.8.1 maplib==0.20.26 polars==2.1.0 duckdb==1.5.6 rdflib==7.6.0'
crates='csv=1.4.0 csv-core=0.1.13 oxrdf=0.3.5 oxttl=0.2.5 oxrdfio=0.2.7 serde_json=1.0.154 simd-csv=0.14.0 memmap2=0.9.12 memchr=2.8.3'
slow='rdflib morph-kgc maplib miller'

[ -f "$kit/min.c" ] || {
  echo "bench-peers: min.c and the mappings of the others are looked for in TESTDATA/bench: say make bench-peers TESTDATA=DIR" >&2
  exit 1
}
mkdir -p "$work" || exit 2

die() {
  echo "bench-peers: $*" >&2
  exit 1
}

say() {
  echo "bench-peers: $*"
}

# ---- what is needed ----

compile() { # program, source, flags...
  program=$1 source=$2
  shift 2
  [ -n "$(find "$work/$program" -newer "$source" 2>/dev/null)" ] || gcc -o "$work/$program" "$source" "$@" || die "cannot compile $source"
}

get_python() {
  "$python" -c '' 2>/dev/null || python3 -m venv "$work/venv" || {
    say 'no Python environment can be made (python3-venv)'
    return
  }
  for package in $pypi; do
    "$work/venv/bin/pip" freeze 2>/dev/null | tr _ - | grep -qixF "$package" ||
      "$work/venv/bin/pip" install -q --disable-pip-version-check "$package" >"$work/pip.log" 2>&1 ||
      say "$package cannot be had: $(tail -n 1 "$work/pip.log")"
  done
}

# Not whatever version fits, but these.
get_rust() {
  command -v cargo >/dev/null || {
    say 'there is no cargo, so no program in Rust'
    return
  }
  mkdir -p "$work/rust/src"
  cp "$kit"/rust/src/*.rs "$work/rust/src/" && cp "$kit/rust/Cargo.toml" "$work/rust/Cargo.toml.new" || die 'the programs in Rust cannot be copied'
  for crate in $crates; do
    sed -i "s/^${crate%=*} = .*/${crate%=*} = \"=${crate#*=}\"/" "$work/rust/Cargo.toml.new"
  done
  cmp -s "$work/rust/Cargo.toml.new" "$work/rust/Cargo.toml" || cp "$work/rust/Cargo.toml.new" "$work/rust/Cargo.toml"
  (cd "$work/rust" && cargo build -q --release --bin rust_ox --bin rust_raw) >"$work/cargo.log" 2>&1 ||
    say "the programs in Rust cannot be built: $(grep -m 1 error "$work/cargo.log")"
}

make_tables() {
  [ -f "$data/made" ] || { python3 "$kit/gen.py" "$rows" "$data" >/dev/null && touch "$data/made"; } || die 'no tables'
  "$python" "$kit/make_rml.py" "$data" >"$data/mapping.ttl" || say 'no mapping for morph-kgc'
  printf '[CONFIGURATION]\noutput_file = %s\noutput_format = N-TRIPLES\nnumber_of_processes = 1\nna_values =\n[tables]\nmappings = %s\n' \
    "$work/out.nt" "$data/mapping.ttl" >"$data/morph.ini"
}

# ---- the programs: each prints its triples, or writes them to the file $work/out.nt or to files that begin so ----

names='min.c liner liner-turtle rust-raw rust-oxrdf oxrdf-checked mawk plain-python duckdb miller maplib morph-kgc rdflib'

can() { # name: whether it is there
  case $1 in
  min.c | liner | liner-turtle) ;;
  rust-raw) [ -x "$rust/rust_raw" ] ;;
  rust-oxrdf | oxrdf-checked) [ -x "$rust/rust_ox" ] ;;
  mawk) command -v mawk >/dev/null ;;
  plain-python) command -v python3 >/dev/null ;;
  miller) command -v mlr >/dev/null ;;
  morph-kgc) "$python" -c 'import morph_kgc' 2>/dev/null ;;
  *) "$python" -c "import $1" 2>/dev/null ;;
  esac
}

version() { # name
  case $1 in
  liner*) "$LINER" --version | sed -n '1s/.* //p' ;;
  rust-oxrdf | oxrdf-checked) sed -n '/^name = "oxrdf"/{n;s/.*"\(.*\)"/\1/p}' "$work/rust/Cargo.lock" ;;
  rust-raw) rustc --version | cut -d ' ' -f 2 ;;
  mawk) mawk -W version 2>&1 | sed -n '1s/mawk \([^ ]*\).*/\1/p' ;;
  plain-python) python3 --version | cut -d ' ' -f 2 ;;
  miller) mlr --version | tr -cd '0-9.' ;;
  min.c) gcc -dumpfullversion ;;
  *) "$work/venv/bin/pip" freeze | tr _ - | sed -n "s/^$1==//p" ;;
  esac
}

peer() { # how it is started, name, arguments...: how it is started is `measure` or nothing
  how=$1 name=$2
  shift 2
  case $name in
  min.c) $how "$work/min" "$data" ;;
  liner) $how bench/imdb "$data" -q ;;
  liner-turtle) $how bench/imdb "$data" -q --to turtle ;;
  rust-raw) $how "$rust/rust_raw" "$data" ;;
  rust-oxrdf) $how "$rust/rust_ox" "$data" ;;
  oxrdf-checked) $how "$rust/rust_ox" --checked "$data" ;;
  mawk) $how mawk -f "$kit/map.awk" "$data/title.basics.tsv" "$data/name.basics.tsv" "$data/title.principals.tsv" ;;
  plain-python) $how python3 "$kit/plain.py" "$data" ;;
  duckdb) $how "$python" "$kit/duck.py" "$data" "$work/out.nt" 1 ;;
  miller) $how sh "$kit/mlr.sh" "$data" ;;
  maplib) $how "$python" "$kit/maplib_map.py" "$data" "$work/out.nt" ntriples ;;
  morph-kgc) $how "$python" -m morph_kgc "$data/morph.ini" ;;
  rdflib) $how "$python" "$kit/rdflib_map.py" "$data" nt "$work/out.nt" ;;
  esac
}

# ---- the same triples ----

# One form for all: as serd reads them, each once, sorted. A literal of xsd:string is one without a datatype.
canonical() { # syntax
  "$work/canon" "$1" 2>"$work/canon.err" | sed 's/"^^<http:\/\/www\.w3\.org\/2001\/XMLSchema#string> \.$/" ./' | sort -S 25% -u
}

triples_of() { # name
  rm -f "$work"/out.nt*
  peer '' "$1" >"$work/stdout" 2>"$work/err" || return 1
  syntax=ntriples
  [ "$1" != liner-turtle ] || syntax=turtle
  case $1 in
  duckdb | maplib | morph-kgc | rdflib) cat "$work"/out.nt* ;;
  *) cat "$work/stdout" ;;
  esac | canonical $syntax >"$work/got"
}

agrees() { # name; if not, why is in $state
  state=fails
  triples_of "$1" || {
    say "$1 failed: $(tail -n 1 "$work/err")"
    return 1
  }
  cmp -s "$work/got" "$work/wanted" && return
  state=differs
  [ ! -s "$work/canon.err" ] || say "$1 writes what serd cannot read: $(head -n 1 "$work/canon.err")"
  diff "$work/wanted" "$work/got" >"$work/diff"
  say "$1 differs: $(grep -c '^<' "$work/diff") triples missing, $(grep -c '^>' "$work/diff") too many; the first, < wanted, > got:"
  grep '^<' "$work/diff" | head -n 1
  grep '^>' "$work/diff" | head -n 1
  return 1
}

too_slow() { # name
  case " $slow " in
  *" $1 "*) [ "$rows" -gt "$slow_rows" ] ;;
  *) false ;;
  esac
}

believe() {
  believed=
  for name in $names; do
    if too_slow "$name"; then
      say "$name is left out: $rows rows are more than SLOW_ROWS=$slow_rows"
    elif ! can "$name"; then
      say "$name cannot be had"
    elif agrees "$name"; then
      believed="$believed $name"
    else
      differing="$differing $name:$state"
    fi
  done
}

# ---- the clock ----

measure_once() { # name
  rm -f "$work"/out.nt*
  peer "$work/measure" "$1" 2>"$work/err" >/dev/null || die "$1 failed: $(tail -n 1 "$work/err")"
  sed -n 's/^measured //p' "$work/err" >>"$work/times-$1"
}

take_turns() {
  rm -f "$work"/times-*
  i=1
  while [ $i -le "$runs" ]; do
    for name in $believed; do
      case " $slow " in
      *" $name "*) [ $i -gt 3 ] || measure_once "$name" ;;
      *) measure_once "$name" ;;
      esac
    done
    i=$((i + 1))
  done
}

median() { # name, column
  sort -n -k "$2,$2" "$work/times-$1" | awk -v column="$2" '{ v[NR] = $column } END { print v[int((NR + 1) / 2)] }'
}

report() {
  machine="$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1 | tr -d ,), $(nproc) CPUs"
  triples=$(wc -l <"$work/wanted")
  unit_wall=$(median min.c 1)
  unit_cpu=$(median min.c 2)
  printf '%-14s %-9s %9s %9s %10s %10s %10s\n' "$rows rows" version 'wall s' 'CPU s' 'peak MiB' 'wall/min.c' 'CPU/min.c'
  for name in $believed; do
    awk -v name="$name" -v version="$(version "$name")" -v wall="$(median "$name" 1)" -v cpu="$(median "$name" 2)" \
      -v peak="$(median "$name" 3)" -v uw="$unit_wall" -v uc="$unit_cpu" -v runs="$(wc -l <"$work/times-$name")" \
      -v head="$(date -u +%Y-%m-%d),\"$machine\"" -v rows="$rows" -v triples="$triples" -v results="$work/results" 'BEGIN {
        if (uw < 1) uw = 1
        if (uc < 1) uc = 1
        printf "%-14s %-9s %9.2f %9.2f %10.1f %10.2f %10.2f\n", name, version, wall / 1000, cpu / 1000, peak / 1024, wall / uw, cpu / uc
        printf "%s,%s,%s,%d,%d,%.3f,%.3f,%d,%.2f,%.2f,%d,equal\n", head, name, version, rows, triples, wall / 1000, cpu / 1000,
               peak, wall / uw, cpu / uc, runs >>results }'
  done
  for name in $differing; do
    state=${name#*:} name=${name%:*}
    printf '%-14s %-9s %s\n' "$name" "$(version "$name")" "$state"
    printf '%s,"%s",%s,%s,%d,,,,,,,,%s\n' "$(date -u +%Y-%m-%d)" "$machine" "$name" "$(version "$name")" "$rows" "$state" \
      >>"$work/results"
  done
}

tools/packages.sh install peers || say 'some packages are missing; what needs them is left out'
compile min "$kit/min.c" -O3 -march=native -w
compile measure bench/measure.c -std=c11 -D_DEFAULT_SOURCE -O2
# shellcheck disable=SC2046
compile canon tests/nasty/canon.c -std=c11 -O2 $(pkg-config --cflags --libs serd-0)
get_python
get_rust
echo 'date,machine,program,version,rows,triples,wall_s,cpu_s,peak_kib,wall_ratio,cpu_ratio,runs,state' >"$work/results"
ended=0
for rows in $sizes; do
  data=$work/data-$rows
  make_tables
  triples_of min.c || die 'min.c failed'
  mv "$work/got" "$work/wanted"
  [ -s "$work/wanted" ] || die 'min.c made no triples'
  differing=
  believe
  case " $believed " in
  *' liner '*) ;;
  *) say 'liner itself does not have the triples of min.c' ;;
  esac
  say "$(wc -l <"$work/wanted") triples of $rows rows are equal for:$believed"
  take_turns
  report
  case " $differing" in
  *' liner'*) ended=1 ;;
  esac
done
mv "$work/results" "$results"
exit $ended
