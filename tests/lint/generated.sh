#!/bin/sh
# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# The pages that the program writes are those in docs/; `make docs` writes them anew.

cd "$(dirname "$0")/../.." || exit 2
liner=${BUILD:-build}/liner
bad=0
"$liner" man | diff -u docs/liner.1 - || { echo "docs/liner.1 is old: make docs"; bad=1; }
tools/diagnostics.sh "$(cd "${BUILD:-build}" && pwd)/liner" | diff -u docs/diagnostics.md - || { echo "docs/diagnostics.md is old: make docs"; bad=1; }
exit $bad
