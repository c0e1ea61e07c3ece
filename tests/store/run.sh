#!/bin/sh
# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# tests/store/run.sh [CASE...]: liner load against a store that misbehaves, all cases of run.py or those named.

cd "$(dirname "$0")/../.." || exit 2
exec python3 -B tests/store/run.py "${BUILD:-build}/liner" "$@"
