#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
"""check.py ANSWERS TRIPLES DELIMITER QUOTING MAPPING NAMES...

Does each cell that "liner why --to json" names hold what it is said to hold, and does that make the triple? The tables are read
here by Python's csv, not by liner. Of each triple of TRIPLES (N-Triples, read by lines): there is an answer; every cell stands at its
row, its line and its letter; a literal is what some cell says, or an item of it; each piece of an IRI (behind the class, between
"--") is the slug of a cell or of an item, the id of a thing that NAMES (graphs and code lists) call so, or fixed in the template
of the column. A triple that no cell made is told by MAPPING."""

import csv
import json
import re
import sys
import unicodedata
from collections import defaultdict

LABELS = {"label", "prefLabel", "altLabel", "sortName", "notation", "alias", "aliases", "name", "title", "identifier"}
SPECIAL = str.maketrans({"ß": "ss", "ø": "o", "æ": "ae", "ł": "l", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
TRIPLE = re.compile(r'^(<[^>]*>|_:\S+) <([^>]*)> (.*) \.$')


def fold(text):
    text = unicodedata.normalize("NFKD", re.sub("['’‘ʼ`´\"“”]", "", text)).casefold().translate(SPECIAL)
    text = "".join(c for c in text if not unicodedata.combining(c))
    return re.sub("[^a-z0-9]+", "-", text).strip("-")


class Tables:
    def __init__(self, delimiter, quoting):
        self.rows, self.lines = {}, {}
        self.how = {"delimiter": delimiter}
        if quoting == "backslash":
            self.how.update(doublequote=False, escapechar="\\")

    def of(self, path):
        if path not in self.rows:
            with open(path, encoding="utf-8-sig", newline="") as file:
                self.rows[path] = list(csv.reader(file, **self.how))
            with open(path, encoding="utf-8-sig", newline="") as file:
                self.lines[path] = file.read().split("\n")
        return self.rows[path], self.lines[path]


def stands(tables, made, cell):
    """Whether the cell holds the text, and the place is that of its first character or of the quote before it."""
    rows, lines = tables.of(made["file"])
    header = [fold(h) for h in rows[0]]
    row = rows[made["row"] - 1]
    columns = [i for i, h in enumerate(header) if h == fold(cell["column"])]
    at = [i for i in columns if (row[i] if i < len(row) else "") == cell["text"]]  # short rows lack empty cells
    begins = lines[cell["line"] - 1][cell["letter"] - 1:].replace('\\"', '"').lstrip('"')
    first = cell["text"].split("\n")[0].rstrip("\r")
    return bool(at) and any(begins.startswith(f.lstrip('"')) for f in (first, first.replace('"', '""')))


def items(text):
    yield text
    for separator in (";", "|", ",", "/"):
        if separator in text:
            yield from (part.strip() for part in text.split(separator))


def read_names(paths):
    """What things are called: by the last piece of their IRI, or their notation, folded names."""
    names = defaultdict(set)
    for path in paths:
        if path.endswith(".csv"):
            with open(path, encoding="utf-8", newline="") as file:
                for row in csv.DictReader(file):
                    words = [i.strip() for value in row.values() for i in re.split("[;|]", value or "") if i.strip()]
                    for word in words:
                        names[re.split("[/#]", word)[-1]].update(fold(i) for i in words)
            continue
        with open(path, encoding="utf-8") as file:
            for line in file:
                m = TRIPLE.match(line.rstrip("\n"))
                if m and re.split("[/#]", m[2])[-1] in LABELS:
                    value = json.loads(re.match(r'"(?:[^"\\]|\\.)*"', m[3])[0])
                    names[re.split("[/#]", m[1].strip("<>"))[-1]].add(fold(value))
    return names


def column_at(mapping, path):
    for step in re.findall(r"[A-Za-z]+|[0-9]+", path):
        mapping = mapping[int(step) if step.isdigit() else step]
    return mapping


def fixed_pieces(mapping, made):
    """What stands between the expressions of the templates of the column, and for placeholders."""
    path = made.get("mapping", {}).get("path")
    if not path:
        return set()
    column = column_at(mapping, path)
    words = {w for c in mapping["tables"][0]["tableSchema"]["columns"] for k, v in c.items()
             if k.endswith("#placeholders") and isinstance(v, dict) for w in [v.get("value", "")] if w}
    templates = [v for k, v in column.items() if isinstance(v, str) and k.endswith("Url")]
    return words | {piece for t in templates for piece in re.split(r"\{[^}]*\}|--|[/#:]", t) if piece}


def says(piece, texts, names):
    if fold(piece) in texts or piece in names and names[piece] & texts:
        return True
    bare = re.sub("^x(?=[0-9])", "", piece)
    if bare in texts or re.fullmatch("x[a-z2-7]{26}", piece):  # a hash of what is too long
        return True
    if re.fullmatch("[0-9]+(-[0-9]+)?", piece):  # which item of a list
        return True
    return any(piece in t or t in fold(piece) for t in texts if t)


def makes(made, part, term, names, mapping):
    texts = {fold(i) for cell in made["cells"] if part in cell["parts"] for i in items(cell["text"])}
    if not texts:
        return made.get("mapping") is not None
    texts |= {fold(piece) for piece in fixed_pieces(mapping, made)}
    if term["type"] == "literal":
        value = fold(term["value"])
        return value in texts or any(value in t or t in value for t in texts if t) or says(value, texts, names)
    tail = re.split("[/#]", term["value"].rstrip("/"))[-1]
    if any(cell["text"] == term["value"] for cell in made["cells"]):
        return True
    return all(says(piece, texts, names) for piece in tail.split("--"))


def main():
    answers, triples, delimiter, quoting = sys.argv[1:5]
    with open(sys.argv[5], encoding="utf-8") as file:
        mapping = json.load(file)
    names = read_names(sys.argv[6:])
    tables = Tables({"tab": "\t", "comma": ","}[delimiter], quoting)
    with open(answers, encoding="utf-8") as file:
        told = json.load(file)["triples"]
    passed = failed = cells = 0
    for answer in told:
        problem = "" if answer["made"] else "nothing made it"
        for made in answer["made"]:
            for cell in made["cells"]:
                cells += 1
                if not problem and not stands(tables, made, cell):
                    problem = "the cell does not hold it: " + json.dumps(cell)
            for part in ("subject", "object"):
                if not problem and not makes(made, part, answer[part], names, mapping):
                    problem = "the cells do not make its " + part + ": " + json.dumps(made)
        passed, failed = passed + (not problem), failed + bool(problem)
        if problem and failed <= 10:
            print("why:", answer["subject"]["value"], answer["predicate"]["value"], answer["object"]["value"], problem)
    with open(triples, encoding="utf-8") as file:
        wanted = len({line for line in file if line.strip()})
    if wanted != len(told):
        print(f"why: {wanted} triples were asked for and {len(told)} told of")
        failed += 1
    print(f"{cells} cells of {len(told)} triples were looked up")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


sys.exit(main())
