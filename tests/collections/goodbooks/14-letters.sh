# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# Names that differ in composition or case only, names that are not composed (NFC), and names that are alike but for accents, signs
# and case: counted over the N-Triples, since SPARQL does not normalize.
python3 - "$GRAPH" <<'END'
import json
import sys
import unicodedata

names = set()
with open(sys.argv[1], encoding="utf-8") as graph:
    for line in graph:
        if "#printedName> " in line:
            names.add(json.loads(line[line.index("> \"") + 2:].rstrip(" .\n")))
alike = {}
for name in names:
    plain = "".join(c for c in unicodedata.normalize("NFKD", name).casefold() if c.isalnum())
    alike.setdefault(plain, set()).add(name)
print("equal_after_nfc_and_case", len(names) - len({unicodedata.normalize("NFC", name).casefold() for name in names}), sep="\t")
print("not_nfc", sum(name != unicodedata.normalize("NFC", name) for name in names), sep="\t")
print("two_spellings", sum(len(several) > 1 for several in alike.values()), sep="\t")
END
