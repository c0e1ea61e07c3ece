# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
"""validators.py LINER WORK JENA [PAIRS]: liner, pySHACL and Jena give the same results for the same shapes and data.

Compared are multisets of focus node, path, value, constraint component and severity (SHACL, section 3.6.2): of PAIRS (500)
pairs of shapes and data as pairs.py makes them, of data/thom-russo against the ontology's shapes, and of what liner shapes
writes. Each result of liner must be one of another validator, too, and no result of both others may be missing. Where only
one of them differs, it must be in a component that DIFFERENCES names; docs/shacl.md says why, by the same words. Ends with
"N passed, M failed".
"""

import collections
import logging
import os
import subprocess
import sys

import pyoxigraph as ox
import pyshacl
import rdflib

import pairs

SH = "http://www.w3.org/ns/shacl#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SEED, GROUP, DOZEN = 2026, 25, 12
NESTED = {"Not", "And", "Or", "Xone", "Node", "QualifiedMinCount", "QualifiedMaxCount"}  # what differs inside differs outside
RANGES = {"MinExclusive", "MinInclusive", "MaxExclusive", "MaxInclusive"}
DIFFERENCES = {
    "pySHACL": {"order of what has none": {"LessThan", "LessThanOrEquals"} | RANGES | NESTED, "values of Python": None},
    "Jena": {"order of what has none": {"LessThanOrEquals"} | NESTED, "value of a language": {"UniqueLang"},
             "letters beyond 16 bits": {"MinLength", "MaxLength"} | NESTED,
             "nodes of a shape with a path": {"Closed", "Property"} | NESTED},
}
logging.disable(logging.WARNING)  # rdflib tells of every literal that is ill-typed
rdflib.NORMALIZE_LITERALS = False  # terms are compared as they are written


class Report:
    """The results of a report, however it was written."""

    def __init__(self, text, syntax):
        self.of = collections.defaultdict(list)
        for q in ox.parse(text, format=syntax):
            self.of[str(q.subject), q.predicate.value].append(q.object)
        self.results = collections.Counter(
            self.result(str(r)) for (_, p), found in list(self.of.items()) if p == SH + "result" for r in found)

    def one(self, node, name):
        found = self.of[node, SH + name]
        return found[0] if found else None

    def items(self, head):
        found = []
        while str(head) != f"<{RDF}nil>":
            found.append(self.of[str(head), RDF + "first"][0])
            head = self.of[str(head), RDF + "rest"][0]
        return found

    def path(self, node):
        """A path as text; a list is a sequence."""
        if node is None or isinstance(node, ox.NamedNode):
            return str(node)
        if self.of[str(node), RDF + "first"]:
            return "/".join(self.path(n) for n in self.items(node))
        for word in ("inversePath", "zeroOrMorePath", "oneOrMorePath", "zeroOrOnePath"):
            if inner := self.one(str(node), word):
                return f"{word}({self.path(inner)})"
        return "(" + "|".join(self.path(n) for n in self.items(self.one(str(node), "alternativePath"))) + ")"

    @staticmethod
    def term(node):
        if isinstance(node, ox.BlankNode):
            return "_:b"
        if isinstance(node, ox.Literal) and node.language:
            return str(ox.Literal(node.value, language=node.language.lower()))
        return str(node)

    def result(self, r):
        names = ("focusNode", "value", "sourceConstraintComponent", "resultSeverity")
        focus, value, component, severity = (self.term(self.one(r, n)) for n in names)
        return focus, self.path(self.one(r, "resultPath")), value, component.removeprefix(f"<{SH}")[:-1], severity


def by_liner(liner, shapes, data):
    done = subprocess.run([liner, "validate", "--shapes", shapes, data, "-q", "--to", "ntriples", "--max-errors", "1"],
                          capture_output=True, check=False)
    if done.returncode > 1 or not done.stdout:
        raise RuntimeError(done.stderr.decode()[:600])
    return Report(done.stdout, ox.RdfFormat.N_TRIPLES).results


def by_pyshacl(shapes, data):
    _, graph, _ = pyshacl.validate(rdflib.Graph().parse(data), shacl_graph=rdflib.Graph().parse(shapes))
    if not isinstance(graph, rdflib.Graph):
        raise RuntimeError(graph)
    return Report(graph.serialize(format="nt").encode(), ox.RdfFormat.N_TRIPLES).results


def by_jena(jena, shapes, data):
    done = subprocess.run(["java", "-cp", jena, "shacl.shacl", "validate", "--shapes", shapes, "--data", data],
                          capture_output=True, check=True)
    text = done.stdout.decode()
    return Report(text[text.index("PREFIX") if "PREFIX" in text else text.index("@prefix"):].encode(), ox.RdfFormat.TURTLE).results


def pair_of(result):
    return result[0] if result[0].startswith("_:") else "/".join(result[0].split("/")[:4])


def as_rdflib(text):
    """A literal as pySHACL writes it into reports: through a value of Python, if it has one."""
    if text is None or not text.startswith('"') or "^^" not in text:
        return text
    term = next(iter(ox.parse(f"<a:a> <a:a> {text} .", format=ox.RdfFormat.N_TRIPLES))).object
    first = rdflib.Literal(term.value, datatype=rdflib.URIRef(term.datatype.value))
    return rdflib.Literal(first, datatype=first.datatype).n3()


def rewritten(results):
    found = collections.Counter((as_rdflib(f), p, as_rdflib(v), *rest) for f, p, v, *rest in results.elements())
    return collections.Counter({r: 1 if r[3].startswith("LessThan") else n for r, n in found.items()})


def components_of(results):
    return {r[3].removesuffix("ConstraintComponent") for r in results}


def explained(name, found):
    """Whether a validator may differ from the two others in these components."""
    rules = DIFFERENCES[name].values()
    return None in rules or components_of(found) <= set().union(*rules)


class Comparison:
    def __init__(self):
        self.passed = self.failed = 0
        self.apart = collections.Counter()

    def fault(self, title, what, found):
        self.failed += 1
        print(f"validators: {title}: {what}, such as {' '.join(str(x) for x in found[0])}")

    def hold(self, title, ours, pyshacl_says, jena_says):
        """Two of three agree on every result."""
        ours, py, jena = rewritten(ours), rewritten(pyshacl_says), rewritten(without_language_values(jena_says))
        alone = [r for r in (ours - (py | jena)).elements() if not equals_itself(r)]
        missing = list(((py & jena) - ours).elements())
        faults = self.failed
        if alone:
            self.fault(title, f"{len(alone)} results that only liner has", alone)
        if missing:
            self.fault(title, f"{len(missing)} results that only liner has not", missing)
        for name, theirs in (("pySHACL", py), ("Jena", jena)):
            found = list(((ours - theirs) + (theirs - ours)).elements())
            self.apart[name] += len(found)
            if not explained(name, found):
                self.fault(title, f"{name} differs where it should not", found)
        self.passed += 1 if self.failed == faults else 0


def equals_itself(result):
    """Both others take a value to be less than or equal to itself, also one that has no order."""
    if not result[3].startswith("LessThanOrEquals") or result[2] is None:
        return False
    term = next(iter(ox.parse(f"<a:a> <a:a> {result[2]} .", format=ox.RdfFormat.N_TRIPLES))).object
    if not isinstance(term, ox.Literal):
        return True
    return term.language is not None or rdflib.Literal(term.value, datatype=rdflib.URIRef(term.datatype.value)).ill_typed


def without_language_values(results):
    """Jena puts a value into results of sh:uniqueLang."""
    return collections.Counter((f, p, None if c.startswith("UniqueLang") else v, c, s) for f, p, v, c, s in results.elements())


def by_group(validator, work, first, n):
    """The results of n pairs at once, and the pairs that a validator cannot do."""
    pairs.write(SEED, first, n, work)
    try:
        return validator(f"{work}/shapes.ttl", f"{work}/data.ttl"), []
    except Exception:  # pylint: disable=broad-except; whatever it is, it is found out which pair it comes from
        if n == 1:
            return collections.Counter(), [first]
    results, failed = by_group(validator, work, first, n // 2)
    more, others = by_group(validator, work, first + n // 2, n - n // 2)
    return results + more, failed + others


def hold_pairs(comparison, validators, work, n):
    ours, py, jena = validators
    for first in range(0, n, GROUP):
        size = min(GROUP, n - first)
        mine, _ = by_group(ours, work, first, size)
        theirs, undone = by_group(py, work, first, size)
        jenas, _ = by_group(jena, work, first, size)
        for k in undone:  # where pySHACL gives up, there is only Jena
            alone = by_group(ours, work, k, 1)[0]
            mine -= alone
            jenas -= by_group(jena, work, k, 1)[0]
            comparison.apart["pySHACL gave up"] += 1
        comparison.hold(f"pairs {first} to {first + size - 1}", mine, theirs, jenas)


def hold_files(comparison, validators, title, shapes, data):
    comparison.hold(title, *(validator(shapes, data) for validator in validators))


def main():
    liner, work, jar = sys.argv[1:4]
    n = int(sys.argv[4]) if len(sys.argv) > 4 else 500
    os.makedirs(work, exist_ok=True)
    validators = (lambda s, d: by_liner(liner, s, d), by_pyshacl, lambda s, d: by_jena(jar, s, d))
    comparison = Comparison()
    graph, shapes = f"{work}/thom-russo.ttl", f"{work}/thom-russo-shapes.ttl"
    subprocess.run([liner, "export", "-q", "data/thom-russo", "-o", graph], check=True)
    subprocess.run([liner, "shapes", "-q", "data/thom-russo", "-o", shapes], check=True)
    hold_files(comparison, validators, "data/thom-russo, ontology/shapes.ttl", "ontology/shapes.ttl", graph)
    hold_files(comparison, validators, "data/thom-russo, its shapes", shapes, graph)
    case = "tests/cases/shapes/002-found-by-validate"
    subprocess.run([liner, "shapes", "-q", f"{case}/people.csv", "-o", shapes], check=True)
    hold_files(comparison, validators, "planted violations", shapes, f"{case}/planted.nt")
    case = "tests/cases/shapes/003-of-an-ontology"
    subprocess.run([liner, "shapes", "-q", "--ontology", f"{case}/onto.ttl", "-o", shapes], check=True)
    hold_files(comparison, validators, "an ontology", shapes, f"{case}/data.ttl")
    case = "tests/cases/validate/080-what-others-say"
    pairs.write(SEED, 0, DOZEN, work)
    if any(open(f"{work}/{f}", "rb").read() != open(f"{case}/{f}", "rb").read() for f in ("shapes.ttl", "data.ttl")):
        comparison.fault("the dozen", f"{case} is not what pairs.py makes", [[f"{DOZEN} pairs of seed {SEED}"]])
    hold_pairs(comparison, validators, work, n)
    print("validators: results in which one differs, as docs/shacl.md explains:", dict(comparison.apart))
    print(f"{comparison.passed} passed, {comparison.failed} failed")
    return 1 if comparison.failed else 0


if __name__ == "__main__":
    sys.exit(main())
