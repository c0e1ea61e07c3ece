#!/bin/sh
# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# tests/interop/run.sh: what liner writes, read by programs of other houses: rdflib, Oxigraph and PyLD from PyPI, in an
# environment of their own below the build folder; serd and raptor as installed. Not part of make test, as it needs PyPI.

cd "$(dirname "$0")/../.." || exit 2
work=${BUILD:-build}/interop
mkdir -p "$work"
tools/packages.sh install test interop || exit 1
if ! cmp -s tests/interop/requirements.txt "$work/installed"; then
  python3 -m venv --clear "$work/venv" &&
    "$work/venv/bin/pip" install -q --disable-pip-version-check -r tests/interop/requirements.txt &&
    cp tests/interop/requirements.txt "$work/installed" || exit 1
fi
exec "$work/venv/bin/python" tests/interop/check.py "${BUILD:-build}/liner" "$work" "${TESTDATA:-../shared}"
