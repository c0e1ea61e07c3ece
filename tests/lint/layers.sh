#!/bin/sh
# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# A file may include headers of its own folder and of folders in an earlier layer, nothing else. layers.sh [FOLDER] looks at
# another tree, for the test of this test.

cd "${1:-$(dirname "$0")/../../src}" || exit 2
layers="base rdf,table graph sink,store map,check,stats,dispute,query run serve cli"
grep -rn '^ *# *include "' --include='*.[ch]' . | awk -v layers="$layers" -F'[:"]' '
  BEGIN {
    n = split(layers, l, " ")
    for (i = 1; i <= n; i++) { m = split(l[i], f, ","); for (j = 1; j <= m; j++) rank[f[j]] = i }
  }
  {
    split($1, p, "/"); split($4, q, "/"); from = p[2]; to = q[1]; seen++
    if (!(from in rank) || !(to in rank)) { print $1 ":" $2 ": unknown folder in " $4; bad = 1 }
    else if (from != to && rank[to] >= rank[from]) { print $1 ":" $2 ": " from " must not include " $4; bad = 1 }
  }
  END { if (!seen) { print "layers: no includes seen"; bad = 1 } exit bad }'
