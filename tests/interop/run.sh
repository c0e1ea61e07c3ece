#!/bin/sh
# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# tests/interop/run.sh: what liner writes, read by programs of other houses: rdflib, Oxigraph and PyLD from PyPI, in an
# environment of their own below the build folder; serd and raptor as installed. Then graphs held against shapes, by liner, by
# pySHACL from PyPI and by Jena, as Maven has it; PAIRS (500) generated pairs. At last changes, applied by Oxigraph. Not part of make test, as it needs both.

cd "$(dirname "$0")/../.." || exit 2
work=${BUILD:-build}/interop
nasty=$work/nasty
mkdir -p "$nasty/catalogue" || exit 2

give_up() {
  echo "interop: $*; nothing was tested"
  echo "0 passed, 1 failed"
  exit 1
}

tools/packages.sh install test interop || give_up 'Debian packages are missing'
if ! cmp -s tests/interop/requirements.txt "$work/installed"; then
  python3 -m venv --clear "$work/venv" || give_up 'python3 cannot make an environment'
  "$work/venv/bin/pip" install -q --disable-pip-version-check -r tests/interop/requirements.txt ||
    give_up "$(tr '\n' ' ' <tests/interop/requirements.txt)cannot be had from PyPI"
  cp tests/interop/requirements.txt "$work/installed" || exit 1
fi
${CC:-gcc} -std=c11 -D_POSIX_C_SOURCE=200809L -O1 -o "$nasty/nasty" tests/nasty/nasty.c && "$nasty/nasty" "$nasty" ||
  give_up 'the nasty tables cannot be made'
jena=$work/jena-fuseki-server-5.6.0.jar
[ -f "$jena" ] || mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy \
  -Dartifact=org.apache.jena:jena-fuseki-server:5.6.0 "-DoutputDirectory=$work" >"$work/maven.log" 2>&1 ||
  give_up "Jena cannot be had by Maven: $(tail -1 "$work/maven.log")"
status=0
"$work/venv/bin/python" tests/interop/check.py "${BUILD:-build}/liner" "$work" "${TESTDATA:-../shared}" || status=1
"$work/venv/bin/python" tests/interop/validators.py "${BUILD:-build}/liner" "$work/shapes" "$jena" "${PAIRS:-500}" || status=1
tests/query/run.sh "$work/venv/bin/python" || status=1
"$work/venv/bin/python" tests/interop/since.py "${BUILD:-build}/liner" "$work/since" || status=1
"$work/venv/bin/python" tests/interop/patch_store.py "${BUILD:-build}/liner" "$work/patch-store" || status=1
exit $status
