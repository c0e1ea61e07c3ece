#!/bin/sh
# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# tests/serve/run.sh: liner serve, asked by browsers, programs, and clients that mean no good; see serve.py.

cd "$(dirname "$0")/../.." || exit 2
exec python3 tests/serve/serve.py "${BUILD:-build}/liner"
