# SPDX-License-Identifier: Apache-2.0
# Prints one line for each string, number, true, false and null of a JSON document:
# the keys and array positions that lead to it, each behind a slash, a tab, and the value.
# A slash within a key becomes %2F. Only what the checks of tests/ontology need; it does not validate.

{ text = text $0 "\n" }

END {
  n = length(text)
  depth = 0
  for (i = 1; i <= n; i++) {
    c = substr(text, i, 1)
    if (c == "{" || c == "[") {
      depth++
      kind[depth] = c
      step[depth] = c == "[" ? 0 : ""
      wants_key = c == "{"
    } else if (c == "}" || c == "]") {
      depth--
      wants_key = 0
    } else if (c == ",") {
      if (kind[depth] == "[") step[depth]++
      wants_key = kind[depth] == "{"
    } else if (c == "\"") {
      s = ""
      for (i++; i <= n && (c = substr(text, i, 1)) != "\""; i++) {
        if (c == "\\") {
          i++
          c = substr(text, i, 1)
          if (c == "n" || c == "t" || c == "r") c = " "
        }
        s = s c
      }
      if (wants_key) {
        gsub("/", "%2F", s)
        step[depth] = s
        wants_key = 0
      } else {
        show(s)
      }
    } else if (c ~ /[-0-9a-z]/) {
      s = ""
      while (i <= n && substr(text, i, 1) ~ /[-+.0-9A-Za-z]/) s = s substr(text, i++, 1)
      i--
      show(s)
    }
  }
}

function show(value,    d, path)
{
  for (d = 1; d <= depth; d++) path = path "/" step[d]
  print path "\t" value
}
