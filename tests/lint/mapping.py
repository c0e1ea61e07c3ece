# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# The mapping language is told three times: by the program (src/map/csvw_property.c), to people (docs/mapping.md) and to editors
# (docs/mapping.schema.json). All three must know the same extension properties; the schema must take every mapping that the
# program takes, and refuse those that the program finds misspelt; and every property must be used by some mapping that a test runs.

import glob
import json
import os
import re
import sys

import jsonschema

STEM = "https://w3id.org/liner/mapping#"
bad = []

with open("docs/mapping.schema.json", encoding="utf-8") as file:
    schema = json.load(file)
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)

with open("src/map/csvw_property.c", encoding="utf-8") as file:
    source = file.read()
names = set(re.findall(r'\{LN_EXTENSION "(\w+)"', source))
plain = set(re.findall(r'^  \{"([^"]+)", [A-Z]', source, re.M))
with open("docs/mapping.md", encoding="utf-8") as file:
    page = file.read()
docs = set(re.findall(r"^\| `(\w+)`", page, re.M))


def packed(text):
    """Without white space, for layouts differ."""
    return re.sub(r"\s+", "", text)



def keys(value):
    """The property names of a schema or a document, however deep."""
    found, rest = set(), [value]
    while rest:
        at = rest.pop()
        if isinstance(at, dict):
            found.update(at)
            rest.extend(at.values())
        elif isinstance(at, list):
            rest.extend(at)
    return found


schema_names = {name[len(STEM):] for name in keys(schema) if name.startswith(STEM)}
for name in sorted(names - docs):
    bad.append(f"docs/mapping.md does not have `{name}`")
for name in sorted(names ^ schema_names):
    bad.append(f"docs/mapping.schema.json and csvw_property.c disagree about {name}")
for name in sorted(plain - keys(schema)):
    bad.append(f"docs/mapping.schema.json does not have {name}")

# Every example on the page stands in a mapping of the case that it names, and every property has one.
shown = set()
for case, text in re.findall(r"^```json (\S+)\n(.*?)^```", page, re.M | re.S):
    if case == "settings":
        continue
    shown |= set(re.findall(re.escape(STEM) + r"(\w+)", text))
    mappings = ""
    for path in glob.glob(f"tests/cases/export/{case}/*.json"):
        with open(path, encoding="utf-8") as file:
            mappings += packed(file.read())
    for line in text.splitlines():
        if packed(line) not in mappings:
            bad.append(f"docs/mapping.md: not in {case}: {line}")
for name in sorted(names - shown):
    bad.append(f"docs/mapping.md has no example of {name}")

# Documents that do what the program refuses: how each differs from a good one.
GOOD = {"@context": "http://www.w3.org/ns/csvw", "url": "t.csv", "tableSchema": {"columns": [{"name": "a"}]}}
WRONG = [
    {"@context": "csvw"},
    {"urll": "t.csv"},
    {"tableSchema": {"column": []}},
    {"tableSchema": {"columns": [{"name": 1}]}},
    {"tableSchema": {"columns": [{"titels": "a"}]}},
    {"tableSchema": {"columns": [{"datatype": 7}]}},
    {STEM + "headers": "byname"},
    {STEM + "base": "relative"},
    {STEM + "each": True},
] + [
    {"tableSchema": {"columns": [{STEM + name: value}]}}
    for name, value in [
        ("array", "xml"), ("path", 1), ("each", 1), ("eahc", True), ("value", []), ("when", {"equals": "x"}), ("slug", "yes"), ("iri", 1),
        ("id", 1), ("lookup", {}), ("valueMap", "x"), ("layer", "fact"), ("langColumn", ""), ("graph", ""), ("source", 1),
        ("datatypes", "date"), ("datatypes", []), ("datatypeColumn", 1), ("extract", {"noMatch": "null"}),
        ("placeholders", {}), ("protect", {"words": "a", "value": "b"}), ("fillDown", "yes"), ("members", "a"), ("members", {}), ("members", {"a": 1}),
    ]
] + [
    {STEM + name: value}
    for name, value in [
        ("optional", 1), ("files", 1), ("names", []), ("expose", 1), ("key", "a"), ("alike", []), ("merge", "x"), ("gather", True), ("require", {}),
        ("unique", []), ("unique", [{"unless": "a"}]),
        ("prefixes", "x"), ("format", "yaml"), ("rows", "a"), ("group", 1), ("layers", 1),
    ]
]
if not validator.is_valid(GOOD):
    bad.append("the schema refuses the simplest mapping")
for change in WRONG:
    if validator.is_valid({**GOOD, **change}):
        bad.append(f"the schema takes {json.dumps(change)}")

# Every mapping of the project, as the program judges it.
seen, used = 0, set()
FOLDERS = ["bench", "data", "docs", "ontology", "tests"]
for path in sorted(path for folder in FOLDERS for path in glob.glob(f"{folder}/**/*.json", recursive=True)):
    try:
        with open(path, encoding="utf-8") as file:
            document = json.load(file)
    except ValueError:
        continue
    if "ns/csvw" not in json.dumps(document.get("@context") if isinstance(document, dict) else None):
        continue
    if path.startswith("tests/fuzz") or "tables" not in document and "url" not in document:
        continue
    seen += 1
    told = os.path.join(os.path.dirname(path), "stderr")
    codes = set()
    if os.path.exists(told):
        with open(told, encoding="utf-8") as file:
            codes = set(re.findall(r"\[(L04\d\d)", file.read()))
    faults = sorted(validator.iter_errors(document), key=str)
    if codes & {"L0403", "L0424"}:
        if not faults:
            bad.append(f"{path}: the schema takes what the program finds misspelt")
        continue
    used |= {name[len(STEM):] for name in keys(document) if name.startswith(STEM)}
    if faults and not codes:
        fault = jsonschema.exceptions.best_match(faults)
        bad.append(f"{path}: {'/'.join(map(str, fault.absolute_path))}: {fault.message[:200]}")
if seen < 20:
    bad.append(f"only {seen} mappings were seen")
for name in sorted(names - used):
    bad.append(f"no mapping that a test runs has {name}")

print("\n".join(bad))
sys.exit(1 if bad else 0)
