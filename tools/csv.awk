# SPDX-License-Identifier: Apache-2.0
# Prints a CSV file with tabs between the fields and without quotes. Line breaks within a field
# and tabs do not occur in the files of ontology/; a field that has one is reported as BAD.

{
  n = 0
  rest = $0 ","
  while (rest != "") {
    if (substr(rest, 1, 1) == "\"") {
      value = ""
      rest = substr(rest, 2)
      while ((at = index(rest, "\"")) && substr(rest, at + 1, 1) == "\"") {
        value = value substr(rest, 1, at)
        rest = substr(rest, at + 2)
      }
      if (!at) { print "BAD line " NR; next }
      value = value substr(rest, 1, at - 1)
      rest = substr(rest, at + 2)
    } else {
      at = index(rest, ",")
      value = substr(rest, 1, at - 1)
      rest = substr(rest, at + 1)
    }
    if (value ~ /[\t\r]/) { print "BAD line " NR; next }
    field[++n] = value
  }
  if (NR == 1) width = n
  if (n != width) { print "BAD line " NR; next }
  line = field[1]
  for (i = 2; i <= n; i++) line = line "\t" field[i]
  print line
}
