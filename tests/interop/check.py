# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
"""check.py LINER WORK TESTDATA: every syntax of every table says the same triples, whoever reads it.

The reference is liner's own N-Triples as Oxigraph reads them; for the nasty tables (WORK/nasty), the N-Triples that
tests/nasty/nasty.c made without liner. Ends with "N passed, M failed".
"""

import csv
import json
import os
import re
import subprocess
import sys

import pyoxigraph as ox
import rdflib
from rdflib.compare import to_isomorphic
from rdflib.plugins.serializers.nt import _nt_row
from pyld import jsonld

LINER, WORK, TESTDATA = sys.argv[1:4]
LAYERS = "facts,evidence,shortcuts"
passed = failed = 0


def report(title, fault):
    global passed, failed
    if fault:
        failed += 1
        print(f"interop: {title}: {fault}")
    else:
        passed += 1


def run(*command, ok=(0,)):
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode not in ok:
        raise RuntimeError(f"{' '.join(command)}: status {done.returncode}: {done.stderr.decode(errors='replace')[:400]}")
    return done.stdout


def term(t):
    if isinstance(t, ox.NamedNode):
        return f"<{t.value}>"
    if isinstance(t, ox.BlankNode):
        raise RuntimeError("a blank node")
    return json.dumps([t.value, (t.language or "").lower(), t.datatype.value])


def oxigraph(data, syntax):
    return {(term(q.subject), term(q.predicate), term(q.object)) for q in ox.parse(data, format=syntax)}


def without_lone_points(data):
    """rdflib takes `name:\\.` for the end of the statement, though PN_LOCAL allows it: write it out for rdflib."""
    for name, iri in re.findall(rb"@prefix (\S*): <([^>]*)> \.", data):
        data = data.replace(name + b":\\. ", b"<" + iri + b".> ")
    return data


def rdflib_set(data, syntax):
    """Through N-Triples, so that only one way of comparing terms is needed. rdflib must not rewrite literals."""
    graph = rdflib.Dataset(default_union=True) if syntax in ("nquads", "trig") else rdflib.Graph()
    data = without_lone_points(data) if syntax in ("turtle", "trig") else data
    graph.parse(data=data, format=syntax)
    lines = []
    for s, p, o in graph.triples((None, None, None)):
        lines.append(_nt_row((s, p, o)))
    return oxigraph("".join(lines).encode(), ox.RdfFormat.N_TRIPLES)


def pyld_set(data):
    quads = jsonld.to_rdf(json.loads(data), {"format": "application/n-quads"})
    return oxigraph(quads.encode(), ox.RdfFormat.N_QUADS)


def command_set(path, *command):
    return oxigraph(run(*command, path), ox.RdfFormat.N_TRIPLES)


READERS = {
    "nt": [("oxigraph", lambda d, p: oxigraph(d, ox.RdfFormat.N_TRIPLES)), ("rdflib", lambda d, p: rdflib_set(d, "nt"))],
    "nq": [("oxigraph", lambda d, p: oxigraph(d, ox.RdfFormat.N_QUADS)), ("rdflib", lambda d, p: rdflib_set(d, "nquads"))],
    "ttl": [
        ("oxigraph", lambda d, p: oxigraph(d, ox.RdfFormat.TURTLE)),
        ("rdflib", lambda d, p: rdflib_set(d, "turtle")),
        ("serd", lambda d, p: command_set(p, "serdi", "-q", "-i", "turtle", "-o", "ntriples")),
        ("raptor", lambda d, p: command_set(p, "rapper", "-q", "-i", "turtle", "-o", "ntriples")),
    ],
    "trig": [("oxigraph", lambda d, p: oxigraph(d, ox.RdfFormat.TRIG)), ("rdflib", lambda d, p: rdflib_set(d, "trig"))],
    "jsonld": [
        ("PyLD", lambda d, p: pyld_set(d)),
        ("oxigraph", lambda d, p: oxigraph(d, ox.RdfFormat.JSON_LD)),
        ("rdflib", lambda d, p: rdflib_set(d, "json-ld")),
    ],
    "rdf": [("oxigraph", lambda d, p: oxigraph(d, ox.RdfFormat.RDF_XML)), ("rdflib", lambda d, p: rdflib_set(d, "xml"))],
}


def difference(got, wanted):
    if got == wanted:
        return None
    return f"{len(wanted - got)} triples are missing, {len(got - wanted)} are new, such as {sorted(got ^ wanted)[:2]}"


def compare(name, source, wanted=None):
    """All syntaxes of one source (the last arguments of liner export) against its N-Triples."""
    made = oxigraph(run(LINER, "export", "-q", "--layers", LAYERS, "--to", "ntriples", *source), ox.RdfFormat.N_TRIPLES)
    if wanted is None:
        wanted = made
    report(f"{name}: triples", difference(made, wanted) if wanted else "there are none")
    for ending, readers in READERS.items():
        # XML 1.0 cannot hold most control characters.
        if ending == "rdf" and name.startswith("nasty"):
            continue
        for frame in ([], ["--frame"]) if ending == "jsonld" else ([],):
            path = os.path.join(WORK, f"{name}{'-frame' if frame else ''}.{ending}")
            try:
                run(LINER, "export", "-q", "--layers", LAYERS, "-o", path, *frame, *source)
            except RuntimeError as fault:
                report(f"{name}.{ending} written", fault)
                continue
            with open(path, "rb") as file:
                data = file.read()
            for reader, read in readers:
                title = f"{name}.{ending}{' framed' if frame else ''} read by {reader}"
                try:
                    report(title, difference(read(data, path), wanted))
                except Exception as fault:  # whatever a reader says is a finding
                    report(title, f"{type(fault).__name__}: {str(fault)[:300]}")
            same_bytes(f"{name}.{ending}{' framed' if frame else ''}", data, ending, [*frame, *source])


SYNTAXES = {"nt": "ntriples", "nq": "nquads", "ttl": "turtle", "trig": "trig", "jsonld": "jsonld", "rdf": "rdfxml"}
PLACES = [{"LC_ALL": "C", "TZ": "UTC"}, {"LC_ALL": "de_DE.UTF-8", "TZ": "Asia/Tokyo"}]


def same_bytes(title, data, ending, arguments):
    """Two more runs, elsewhere, give what the first gave."""
    command = [LINER, "export", "-q", "--layers", LAYERS, "--to", SYNTAXES[ending], *arguments]
    for place in PLACES:
        again = subprocess.run(command, capture_output=True, check=False, env={**os.environ, **place}).stdout
        report(f"{title}: same bytes with {place}", None if again == data else "they differ")


def compare_nasty():
    """Tables of everything that is hard to write down, and a catalogue of them."""
    folder = os.path.join(WORK, "nasty")
    for name in ("text", "iri", "link", "catalogue"):
        with open(os.path.join(folder, f"{name}.nt"), "rb") as file:
            wanted = oxigraph(file.read(), ox.RdfFormat.N_TRIPLES)
        if name == "catalogue":
            # The rows' origins belong to the evidence, which the generator does not know.
            compare(f"nasty-{name}", [os.path.join(folder, name)])
        else:
            compare(f"nasty-{name}", ["--metadata", f"tests/nasty/{name}.json", os.path.join(folder, f"{name}.csv")], wanted)


def compare_lists():
    """Ordered lists are blank nodes, so the graphs are compared as such; JSON-LD without the named graphs."""
    path = "tests/cases/export/211-lists-in-every-syntax/t.csv"

    def graph(data, syntax):
        made = rdflib.Graph()
        made.parse(data=data, format=syntax)
        return to_isomorphic(made)

    def export(syntax):
        return run(LINER, "export", "-q", "--to", syntax, path, ok=(0, 1))

    wanted = graph(export("ntriples"), "nt")
    report("lists: there are some", None if any(wanted.triples((None, rdflib.RDF.rest, None))) else "none")
    report("lists in Turtle read by rdflib", None if graph(export("turtle"), "turtle") == wanted else "another graph")
    quads = re.sub(r" <https://example.org/graph/\w+> \.\n", " .\n",
                   jsonld.to_rdf(json.loads(export("jsonld")), {"format": "application/n-quads"}))
    report("lists in JSON-LD read by PyLD", None if graph(quads, "nt") == wanted else "another graph")


def compare_evidence():
    """The forms of claims and of the provenance of cells, by who can read them."""
    folder = "tests/cases/export/336-forms-of-claims"

    def export(form, syntax, *more):
        return run(LINER, "export", "-q", folder, "--evidence", form, "--to", syntax, *more)

    def quads(data, syntax):
        return list(ox.parse(data, format=syntax))

    reifies = "http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies"
    claims = {(q.subject.value, str(q.object)) for q in quads(export("claims", "ntriples"), ox.RdfFormat.N_TRIPLES)
              if q.predicate.value.endswith("ns#subject")}
    for syntax, reader in (("ntriples", ox.RdfFormat.N_TRIPLES), ("turtle", ox.RdfFormat.TURTLE),
                           ("nquads", ox.RdfFormat.N_QUADS), ("trig", ox.RdfFormat.TRIG)):
        told = {(q.subject.value, str(q.object.subject)) for q in quads(export("reifiers", syntax), reader)
                if q.predicate.value == reifies and isinstance(q.object, ox.Triple)}
        report(f"reifiers in {syntax} read by oxigraph", None if told == claims and told else f"{told} instead of {claims}")
        # Oxigraph reads RDF-star no more; it differs in the brackets.
        star = export("star", syntax).decode().replace(" << ", " <<( ").replace(" >> ", " )>> ")
        report(f"star in {syntax}", None if star == export("reifiers", syntax).decode() else "not the same but for the brackets")
        cells = quads(export("reifiers", syntax, "--layers", "facts", "--provenance", "cell"), reader)
        facts = {str(ox.Triple(q.subject, q.predicate, q.object)) for q in cells
                 if not q.subject.value.startswith("https://data.example.org/statement/")}
        named = {str(q.object) for q in cells if q.predicate.value == reifies}
        report(f"each triple has cells in {syntax}", None if named == facts and named else f"{sorted(named ^ facts)[:2]}")
    graph = rdflib.Graph()
    graph.parse(data=export("annotations", "turtle"), format="turtle")
    found = [tuple(str(v) for v in row) for row in graph.query("""PREFIX oa: <http://www.w3.org/ns/oa#>
        SELECT ?exact ?prefix ?start ?body WHERE { ?a a oa:Annotation ; oa:hasBody ?body ; oa:hasTarget ?t .
        ?t a oa:SpecificResource ; oa:hasSource ?s ; oa:hasSelector ?q , ?p . ?q a oa:TextQuoteSelector ; oa:exact ?exact ;
        oa:prefix ?prefix . ?p a oa:TextPositionSelector ; oa:start ?start }""")]
    wanted = [("was born in 1901", "g \u2014 a neighbour wrote that she  ", "54", "https://data.example.org/claim/k1")]
    report("annotations asked of rdflib", None if found == wanted else f"{found}")
    graph = rdflib.Graph()
    graph.parse(data=export("ranks", "turtle"), format="turtle")
    found = sorted(str(row[0]) for row in graph.query("""PREFIX wikibase: <http://wikiba.se/ontology#> SELECT ?v WHERE {
        ?p wikibase:claim ?claim ; wikibase:statementProperty ?ps . ?s ?claim ?st . ?st a wikibase:BestRank ; ?ps ?v }"""))
    report("best ranks asked of rdflib", None if found == ["1901"] else f"{found}")
    named = rdflib.Dataset()
    named.parse(data=export("graphs", "trig"), format="trig")
    found = sorted(str(o) for _, _, o in named.graph("https://data.example.org/source/story"))
    report("the graph of a source read by rdflib", None if found == ["1901", "1903", "Irish"] else f"{found}")


def by_oxigraph():
    store = ox.Store()
    store.load(run(LINER, "export", "-q", "--layers", LAYERS, "--to", "ntriples", "data/thom-russo"), format=ox.RdfFormat.N_TRIPLES)
    return lambda text: [["" if cell is None else cell.value for cell in row] for row in store.query(text)]


def by_rdflib():
    graph = rdflib.Graph()
    graph.parse(data=run(LINER, "export", "-q", "--layers", LAYERS, "--to", "turtle", "data/thom-russo"), format="turtle")
    return lambda text: [["" if cell is None else str(cell) for cell in row] for row in graph.query(text)]


def ask(engine, query, rows):
    """The questions of the article. Answers are compared as tests/questions/run.sh compares them."""
    for row in rows:
        expected = json.loads(row["answer"])
        title = f"{row['question_id']} asked of {engine}"
        with open(f"tests/questions/{row['question_id']}.rq", encoding="utf-8") as file:
            text = file.read()
        try:
            found = query(text)
        except Exception as fault:
            report(title, f"{type(fault).__name__}: {str(fault)[:300]}")
            continue
        if any(" | " in answer for answer in expected):
            got = {" | ".join(cells) for cells in found}
        else:
            got = {cell for cells in found for cell in cells}
        report(title, None if got == set(expected) else f"{sorted(got)}, expected {expected}")


def ask_all():
    path = "tests/questions/questions.csv"
    if not os.path.exists(path):
        path = os.path.join(TESTDATA, "article", "questions_open.csv")
    if not os.path.exists(path):
        print("skipped: questions about data/thom-russo; they need article/questions_open.csv: say make interop TESTDATA=DIR")
        return
    with open(path, newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    report("there are questions", None if rows else "none")
    ask("oxigraph", by_oxigraph(), rows)
    ask("rdflib", by_rdflib(), rows)


# rdflib turns literals into Python values only on demand, but normalizes them unless told not to.
rdflib.NORMALIZE_LITERALS = False

compare("thom-russo", ["data/thom-russo"])
compare("starter", ["data/starter"])
compare_nasty()
compare_lists()
compare_evidence()
ask_all()
if passed + failed == 0:
    failed = 1
print(f"{passed} passed, {failed} failed")
sys.exit(1 if failed else 0)
