# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
"""pairs.py SEED FIRST N FOLDER: N pairs of SHACL shapes and data, in FOLDER/shapes.ttl and FOLDER/data.ttl.

Each pair has a namespace of its own, so that many can be validated at once and each result tells its pair. Pair K uses the
K-th constraint component and the K-th kind of path, in turn, and others by chance; the same SEED gives the same bytes.
"""

import random
import sys

PREFIXES = """@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""

NODES = [f"n{i}" for i in range(10)]
PROPERTIES = [f"p{i}" for i in range(5)]
CLASSES = [f"C{i}" for i in range(4)]

LITERALS = {
    "text": ['""', '"a"', '"ab"', '"abc"', '"Abc"', '"x y"', '"\\u00e9t\\u00e9"', '"\\U0001F600"'],
    "tagged": ['"a"@en', '"b"@en', '"a"@en-GB', '"c"@de', '"d"@fr', '"e"@de-AT', '"f"@EN'],
    "number": ["1", "2", "10", "-3", "2.5", "1.0", "1e0", '"07"^^xsd:integer', '"5"^^xsd:int', '"abc"^^xsd:integer'],
    "date": ['"2020-01-01"^^xsd:date', '"2021-06-30"^^xsd:date', '"2020-13-01"^^xsd:date'],
    "time": ['"2020-01-01T00:00:00Z"^^xsd:dateTime', '"2020-01-01T02:00:00+02:00"^^xsd:dateTime',
             '"2021-01-01T00:00:00Z"^^xsd:dateTime'],
    "boolean": ["true", "false", '"1"^^xsd:boolean'],
}
FLAVOURS = [*LITERALS, "node", "node", "mixed"]
PATTERNS = ['"^a"', '"b$"', '"^[A-Z]"', '"c"', '"^.{2}$"', '"^p[0-9]+"', '"\\\\s"']
DATATYPES = ["xsd:integer", "xsd:string", "xsd:date", "rdf:langString", "xsd:decimal", "xsd:boolean", "xsd:dateTime", "xsd:double"]
KINDS = ["sh:IRI", "sh:BlankNode", "sh:Literal", "sh:BlankNodeOrIRI", "sh:BlankNodeOrLiteral", "sh:IRIOrLiteral"]
BOUNDS = ["1", "2", "2.5", "1e0", '"2020-06-01"^^xsd:date', '"2020-01-01T00:00:00Z"^^xsd:dateTime', '"b"']
PATHS = ["predicate", "inverse", "sequence", "alternative", "star", "plus", "optional", "nested", "predicate"]


class Pair:
    """One pair. Every choice is drawn from one source, in order."""

    def __init__(self, seed, number):
        self.r = random.Random(f"{seed} {number}")
        self.number = number
        self.space = f"https://example.org/{number}/"
        self.flavour = {p: self.r.choice(FLAVOURS) for p in PROPERTIES}
        self.flavour["p0"] = "node"  # so that paths lead somewhere
        self.component = list(COMPONENTS)[number % len(COMPONENTS)]
        self.blank = number % 3 == 0 and not self.component.startswith("lessThan")  # pySHACL compares none
        self.helpers = 0
        self.extra = []

    def iri(self, local):
        return f"<{self.space}{local}>"

    def some(self, choices, least, most):
        return self.r.sample(choices, self.r.randint(least, min(most, len(choices))))

    def value(self, flavour):
        if flavour == "mixed":
            flavour = self.r.choice(FLAVOURS[:-1])
        if flavour == "node":
            if self.blank and self.r.random() < 0.1:
                return f"_:b{self.number}x{self.r.randint(0, 2)}"
            return self.iri(self.r.choice(NODES + ["nowhere"]))
        return self.r.choice(LITERALS[flavour])

    # ---- data

    def data(self):
        lines = [f"{self.iri('C1')} rdfs:subClassOf {self.iri('C0')} .", f"{self.iri('C2')} rdfs:subClassOf {self.iri('C1')} ."]
        for node in NODES:
            for c in self.some(CLASSES, 0, 2):
                lines.append(f"{self.iri(node)} a {self.iri(c)} .")
            for p in PROPERTIES:
                for value in sorted({self.value(self.flavour[p]) for _ in range(self.r.choice([0, 1, 1, 2, 3]))}):
                    lines.append(f"{self.iri(node)} {self.iri(p)} {value} .")
        return "\n".join(lines) + "\n"

    # ---- shapes

    def path(self, kind, deep=True):
        p, q = (self.iri(x) for x in self.r.sample(PROPERTIES, 2))
        inner = self.path(self.r.choice(PATHS[:7]), False) if deep else q
        return {
            "predicate": p,
            "inverse": f"[ sh:inversePath {self.iri('p0')} ]",
            "sequence": f"( {self.iri('p0')} {q} )",
            "alternative": f"[ sh:alternativePath ( {p} {q} ) ]",
            "star": f"[ sh:zeroOrMorePath {self.iri('p0')} ]",
            "plus": f"[ sh:oneOrMorePath {self.iri('p0')} ]",
            "optional": f"[ sh:zeroOrOnePath {p} ]",
            "nested": f"[ sh:alternativePath ( [ sh:inversePath {self.iri('p0')} ] ( {self.iri('p0')} {inner} ) ) ]",
        }[kind]

    def shape(self, deep, path=True):
        """A shape as others refer to it: a few constraints on the node, or on what a path leads to."""
        if path and self.r.random() < 0.4:
            scoped = True
            body = [f"sh:path {self.path(self.r.choice(PATHS), False)}"]
        else:
            scoped = False
            body = []
        for name in self.some(list(SIMPLE) + (list(SCOPED) if scoped else []), 1, 2):
            body += COMPONENTS[name](self)
        if deep and self.r.random() < 0.3:
            body += COMPONENTS[self.r.choice(list(LOGICAL))](self, False)
        text = " ; ".join(once(body))
        if self.r.random() < 0.3:
            self.helpers += 1
            name = self.iri(f"helper{self.helpers}")
            self.extra.append(f"{name} a sh:{'PropertyShape' if scoped else 'NodeShape'} ; {text} .")
            return name
        return f"[ {text} ]"

    def shapes_list(self, deep):
        return "( " + " ".join(self.shape(deep) for _ in range(self.r.randint(1, 3))) + " )"

    def property_shape(self, path, component, deep=True):
        names = [component] if component else []
        choices = [c for c in COMPONENTS if c not in ("closed", component)]
        names += self.some(choices, 0 if names else 1, 2)
        body = [f"sh:path {path}"]
        for name in names:
            body += COMPONENTS[name](self, deep) if name in LOGICAL else COMPONENTS[name](self)
        return "[ " + " ; ".join(once(body + self.severity())) + " ]"

    def severity(self):
        r = self.r.random()
        if r < 0.15:
            return ["sh:severity sh:Warning"]
        if r < 0.25:
            return ["sh:severity sh:Info"]
        return [f"sh:severity {self.iri('grave')}"] if r < 0.3 else []

    def target(self):
        kind = self.r.randint(0, 4)
        if kind == 0:
            return ["sh:targetNode " + " , ".join(self.iri(n) for n in self.some(NODES, 2, 6)) + ' , "a"']
        if kind == 1:
            return [f"sh:targetClass {self.iri(self.r.choice(CLASSES))}"]
        if kind == 2:
            return [f"sh:targetSubjectsOf {self.iri(self.r.choice(PROPERTIES))}"]
        if kind == 3:
            return [f"sh:targetObjectsOf {self.iri(self.r.choice(PROPERTIES))}"]
        return []  # an implicit class

    def node_shape(self, index, component, kind):
        target = self.target()
        name = self.iri(f"shape{index}" if target else self.r.choice(CLASSES))
        body = ["a sh:NodeShape" + ("" if target else " , rdfs:Class"), *target, *self.severity()]
        scoped = component in SCOPED
        if component and not scoped:
            body += COMPONENTS[component](self)
        for _ in range(self.r.randint(1, 3)):
            path = self.path(kind or self.r.choice(PATHS))
            body.append("sh:property " + self.property_shape(path, component if scoped else None))
            kind, scoped = None, False
        if self.r.random() < 0.05:
            body.append("sh:deactivated true")
        return f"{name} " + " ;\n  ".join(once(body)) + " ."

    def shapes(self):
        lines = [self.node_shape(0, self.component, PATHS[self.number % len(PATHS)])]
        lines += [self.node_shape(i, None, None) for i in range(1, self.r.randint(2, 3))]
        return "\n".join(lines + self.extra) + "\n"


def once(body):
    """A property that may have one value only comes once; the first stays."""
    several = ("sh:property", "sh:node", "sh:class", "sh:hasValue", "sh:not", "sh:and", "sh:or", "sh:xone", "sh:equals", "sh:disjoint",
               "sh:lessThan", "sh:lessThanOrEquals")
    seen, kept = set(), []
    for line in body:
        word = line.split(" ", 1)[0]
        if word in several or word not in seen:
            kept.append(line)
        seen.add(word)
    return kept


def qualified(pair, deep=True):
    """Both counts of one shape, since a second shape would mean both counts for both."""
    lines = [f"sh:qualifiedValueShape {pair.shape(False)}"]
    lines += [f"sh:qualifiedMinCount {pair.r.randint(1, 2)}"] if pair.r.random() < 0.7 else []
    lines += [f"sh:qualifiedMaxCount {pair.r.randint(0, 2)}"] if len(lines) == 1 or pair.r.random() < 0.5 else []
    return lines + (["sh:qualifiedValueShapesDisjoint true"] if pair.r.random() < 0.3 else [])


def pattern(pair):
    return [f"sh:pattern {pair.r.choice(PATTERNS)}"] + (['sh:flags "i"'] if pair.r.random() < 0.3 else [])


def closed(pair, _deep=True):
    ignored = " ".join(["rdf:type"] + [pair.iri(p) for p in pair.some(PROPERTIES, 0, 3)])
    return ["sh:closed true", f"sh:ignoredProperties ( {ignored} )"]


def values(pair):
    return "( " + " ".join(sorted({pair.value(pair.r.choice(FLAVOURS[:-1])) for _ in range(4)} - {"_"})) + " )"


def no_blank(text):
    return " ".join(word for word in text.split(" ") if not word.startswith("_:"))


SIMPLE = {
    "nodeKind": lambda s: [f"sh:nodeKind {s.r.choice(KINDS)}"],
    "datatype": lambda s: [f"sh:datatype {s.r.choice(DATATYPES)}"],
    "class": lambda s: [f"sh:class {s.iri(s.r.choice(CLASSES))}"],
    "minExclusive": lambda s: [f"sh:minExclusive {s.r.choice(BOUNDS)}"],
    "minInclusive": lambda s: [f"sh:minInclusive {s.r.choice(BOUNDS)}"],
    "maxExclusive": lambda s: [f"sh:maxExclusive {s.r.choice(BOUNDS)}"],
    "maxInclusive": lambda s: [f"sh:maxInclusive {s.r.choice(BOUNDS)}"],
    "minLength": lambda s: [f"sh:minLength {s.r.randint(0, 3)}"],
    "maxLength": lambda s: [f"sh:maxLength {s.r.choice([1, 2, 30])}"],
    "pattern": pattern,
    "languageIn": lambda s: ["sh:languageIn ( " + " ".join(s.some(['"en"', '"de"', '"fr"', '"en-gb"'], 1, 3)) + " )"],
    "equals": lambda s: [f"sh:equals {s.iri(s.r.choice(PROPERTIES))}"],
    "disjoint": lambda s: [f"sh:disjoint {s.iri(s.r.choice(PROPERTIES))}"],
    "hasValue": lambda s: ["sh:hasValue " + (no_blank(s.value(s.r.choice(FLAVOURS[:-1]))) or s.iri("n0"))],
    "in": lambda s: ["sh:in " + no_blank(values(s))],
}
SCOPED = {
    "minCount": lambda s: [f"sh:minCount {s.r.randint(0, 3)}"],
    "maxCount": lambda s: [f"sh:maxCount {s.r.randint(0, 2)}"],
    "uniqueLang": lambda s: ["sh:uniqueLang true"],
    "lessThan": lambda s: [] if s.blank else [f"sh:lessThan {s.iri(s.r.choice(PROPERTIES))}"],
    "lessThanOrEquals": lambda s: [] if s.blank else [f"sh:lessThanOrEquals {s.iri(s.r.choice(PROPERTIES))}"],
    "qualified": qualified,
}
LOGICAL = {
    "not": lambda s, deep=True: [f"sh:not {s.shape(deep)}"],
    "and": lambda s, deep=True: [f"sh:and {s.shapes_list(deep)}"],
    "or": lambda s, deep=True: [f"sh:or {s.shapes_list(deep)}"],
    "xone": lambda s, deep=True: [f"sh:xone {s.shapes_list(deep)}"],
    "node": lambda s, deep=True: [f"sh:node {s.shape(deep, False)}"],
    "property": lambda s, deep=True: ["sh:property " + s.property_shape(s.path("predicate"), None, False)],
    "closed": closed,
}
COMPONENTS = {**SIMPLE, **SCOPED, **LOGICAL}


def write(seed, first, n, folder):
    with open(f"{folder}/shapes.ttl", "w", encoding="utf-8") as shapes, open(f"{folder}/data.ttl", "w", encoding="utf-8") as data:
        shapes.write(PREFIXES)
        data.write(PREFIXES)
        for number in range(first, first + n):
            pair = Pair(seed, number)
            data.write(f"\n# ---- pair {number}\n\n{pair.data()}")
            shapes.write(f"\n# ---- pair {number}\n\n{pair.shapes()}")


if __name__ == "__main__":
    write(int(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
