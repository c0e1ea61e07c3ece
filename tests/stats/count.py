# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
"""count.py GRAPH.nt FIGURES.json: count the triples of an N-Triples file and compare with what liner stats said of them.

Classes and what their things have, properties with their values and the most frequent of them (where liner is certain of them),
languages, datatypes, and the decades of plain years; all by IRI, since short names are liner's own.
"""

import collections
import json
import re
import sys

TRIPLE = re.compile(r'(\S+) <([^>]*)> (<[^>]*>|_:\S+|"(?:[^"\\]|\\.)*"(?:\^\^<[^>]*>|@\S+)?) \.$')
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
ESCAPE = re.compile(r'\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)')


def unescape(text):
    plain = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}
    return ESCAPE.sub(lambda m: chr(int(m[1][1:], 16)) if m[1][0] in "uU" else plain.get(m[1], m[1]), text)


def value_of(term):
    """Kind and text, datatype, language."""
    if term[0] == "<":
        return ("iri", unescape(term[1:-1])), None, None
    if term[0] == "_":
        return ("blank", term), None, None
    text, rest = term.rsplit('"', 1)
    text = unescape(text[1:])
    if rest.startswith("@"):
        return ("literal", text), None, rest[1:].lower()
    return ("literal", text), rest[3:-1] if rest else "text", None


def count(path):
    f = {name: collections.Counter() for name in ("triples", "languages", "datatypes", "years")}
    f["values"] = collections.defaultdict(collections.Counter)
    f["kinds"] = collections.defaultdict(collections.Counter)
    has, types = collections.defaultdict(set), collections.defaultdict(set)
    for line in open(path, encoding="utf-8"):
        subject, predicate, term = TRIPLE.match(line).groups()
        value, datatype, language = value_of(term)
        f["triples"][predicate] += 1
        f["kinds"][predicate][value[0]] += 1
        has[subject].add(predicate)
        if predicate == TYPE:
            types[subject].add(value[1])
            f["values"][predicate][value] += 1
            continue
        if value[0] != "blank":
            f["values"][predicate][value] += 1
        if language:
            f["languages"][language] += 1
        elif datatype:
            f["datatypes"][datatype] += 1
        if predicate.lower().endswith("year") and datatype and datatype.endswith("#integer"):
            f["years"][(predicate, int(value[1]) // 10 * 10)] += 1
    f["things"] = len(has)
    f["with"] = collections.Counter(p for s in has for p in has[s])
    f["classes"] = collections.Counter(c for s in has for c in types[s] or {None})
    f["both"] = collections.Counter((c, p) for s in has for c in types[s] or {None} for p in has[s] if p != TYPE)
    return f


def check(what, got, wanted):
    if got != wanted:
        print(f"{what}: liner says {got}, counted are {wanted}")
        check.bad = True


check.bad = False


def check_values(figures, counted):
    iri = figures["iri"]
    values = counted["values"][iri]
    if "values" not in figures:
        check(f"{iri} more than", len(values) > 0, True)
    else:
        check(f"{iri} values", figures["values"], len(values))
    slack = figures.get("topMayBeTooLowBy", 0)
    for value in figures.get("top", []):
        key = ("iri", value["iri"]) if "iri" in value else ("literal", value["name"])
        if len(key[1].encode()) < 190:
            n = values[key]
            check(f"{iri} {key[1]}", n - slack <= value["triples"] <= n, True)
    if "top" in figures and slack == 0:
        best = sorted(values.values(), reverse=True)[: len(figures["top"])]
        check(f"{iri} order", [v["triples"] for v in figures["top"]], best)
        return 1
    return 0


def main():
    counted = count(sys.argv[1])
    figures = json.load(open(sys.argv[2], encoding="utf-8"))
    check("triples", figures["triples"], sum(counted["triples"].values()))
    check("things", figures["things"], counted["things"])
    check("classes", {c.get("iri"): c["things"] for c in figures["classes"]}, dict(counted["classes"]))
    both = {(c.get("iri"), p["iri"]): p["things"] for c in figures["classes"] for p in c["properties"]}
    check("what things have", both, dict(counted["both"]))
    check("properties", {p["iri"]: p["triples"] for p in figures["properties"]}, dict(counted["triples"]))
    check("things with", {p["iri"]: p["things"] for p in figures["properties"]}, dict(counted["with"]))
    lists = sum(check_values(p, counted) for p in figures["properties"])
    check("some values recur", lists > 0, True)
    for p in figures["properties"]:
        kinds = counted["kinds"][p["iri"]]
        check(f"kinds of {p['iri']}", (p["iris"], p["literals"], p["blanks"]), (kinds["iri"], kinds["literal"], kinds["blank"]))
    check("languages", {x["name"]: x["literals"] for x in figures["languages"]}, dict(counted["languages"]))
    check("datatypes", {x.get("iri", x["name"]): x["literals"] for x in figures["datatypes"]}, dict(counted["datatypes"]))
    years = {(d["iri"], y["from"]): y["dates"] for d in figures["dates"] for y in d["decades"]
             if d["iri"].lower().endswith("year")}
    check("years", years, dict(counted["years"]))
    return 1 if check.bad else 0


sys.exit(main())
