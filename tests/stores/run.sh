#!/bin/sh
# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# tests/stores/run.sh [STORE...]: real stores on loopback, started here and stopped again: virtuoso (Debian), fuseki and tdb2
# (Apache Jena, by Maven), oxigraph (PyPI) and rdf4j (by Maven); all of them, or those named. Each is held against the table of
# quirks, then liner loads into it in every way. LARGE=N fills a graph of N triples as well (5000000). Not part of make test.

cd "$(dirname "$0")/../.." || exit 2
build=${BUILD:-build}
work=$build/stores
mkdir -p "$work" || exit 2
work=$(cd "$work" && pwd)

give_up() {
  echo "stores: $*"
  exit 1
}

# A file of a repository, by Maven: coordinates, and the name that it gets.
fetch() {
  [ -f "$work/$2" ] || mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy \
    "-Dartifact=$1" "-DoutputDirectory=$work" >"$work/maven.log" 2>&1 ||
    echo "stores: $2 cannot be had by Maven: $(tail -1 "$work/maven.log")"
}

tools/packages.sh install test stores || give_up 'Debian packages are missing; nothing was tested'
if ! cmp -s tests/stores/requirements.txt "$work/installed"; then
  python3 -m venv --clear "$work/venv" || give_up 'python3 cannot make an environment; nothing was tested'
  if "$work/venv/bin/pip" install -q --disable-pip-version-check -r tests/stores/requirements.txt; then
    cp tests/stores/requirements.txt "$work/installed"
  else
    echo "stores: $(tr '\n' ' ' <tests/stores/requirements.txt)cannot be had from PyPI"
  fi
fi
fetch org.apache.jena:jena-fuseki-server:5.6.0 jena-fuseki-server-5.6.0.jar
fetch org.eclipse.rdf4j:rdf4j-http-server:4.1.3:war rdf4j-http-server-4.1.3.war
fetch org.eclipse.jetty:jetty-runner:9.4.58.v20250814 jetty-runner-9.4.58.v20250814.jar
${CC:-gcc} -std=c11 -D_POSIX_C_SOURCE=200809L -O1 -Isrc -o "$work/quirk" tests/stores/quirk.c "$build/libliner.a" \
  $(pkg-config --libs libutf8proc libpcre2-8 zlib libzstd serd-0 2>/dev/null) -ldl -lm -lpthread ||
  give_up 'tests/stores/quirk.c cannot be built; nothing was tested'
PYTHONDONTWRITEBYTECODE=1 exec python3 tests/stores/check.py "$build/liner" "$work" "$@"
