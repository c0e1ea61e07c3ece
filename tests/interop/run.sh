#!/bin/sh
# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# tests/interop/run.sh: what liner writes, read by programs of other houses: rdflib, Oxigraph and PyLD from PyPI, in an
# environment of their own below the build folder; serd and raptor as installed. Not part of make test, as it needs PyPI.

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
exec "$work/venv/bin/python" tests/interop/check.py "${BUILD:-build}/liner" "$work" "${TESTDATA:-../shared}"
