# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# awk -v rows=N -f credits.awk: a table of credits in the shape of IMDb's title.principals, the same bytes every time (its own
# generator of numbers, as that of awk differs between makes). A third of the rows has a job, a third one or two characters.

function random(below) {
  seed = (seed * 16807) % 2147483647
  return seed % below
}

BEGIN {
  OFS = "\t"
  seed = 42
  roles = split("actor actress director writer producer composer cinematographer editor self", role, " ")
  given = split("Ada Björn Chloé Dmitri Émile Fatima Günter Hedda Ioana José", first, " ")
  print "title", "ordering", "person", "role", "job", "characters"
  title = 0
  for (row = 0; row < rows; row++) {
    if (row % 10 == 0) title++
    kind = random(3)
    job = kind == 1 ? "based on \"Tale " random(1000) "\"" : "\\N"
    characters = kind == 2 ? first[1 + random(given)] " " random(100) : "\\N"
    if (kind == 2 && random(2)) characters = characters ";" first[1 + random(given)]
    printf "tt%08d\t%d\tnm%08d\t%s\t%s\t%s\n", title, row % 10 + 1, random(5000000), role[1 + random(roles)], job, characters
  }
}
