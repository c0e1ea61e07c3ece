#!/bin/sh
# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# tests/watch/run.sh: liner watch while files are saved as editors save them; see watch.py.

cd "$(dirname "$0")/../.." || exit 2
exec python3 tests/watch/watch.py "${BUILD:-build}/liner"
