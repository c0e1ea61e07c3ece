# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
"""check.py LINER WORK TESTDATA: every syntax of every catalogue says the same triples, whoever reads it.

The reference is liner's own N-Triples as Oxigraph reads them. Ends with "N passed, M failed".
"""

import csv
import json
import os
import subprocess
import sys

import pyoxigraph as ox
import rdflib
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


def rdflib_set(data, syntax):
    """Through N-Triples, so that only one way of comparing terms is needed. rdflib must not rewrite literals."""
    graph = rdflib.Dataset(default_union=True) if syntax in ("nquads", "trig") else rdflib.Graph()
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


def compare(name, folder):
    """All syntaxes of one catalogue against its N-Triples."""
    wanted = oxigraph(run(LINER, "export", "-q", "--layers", LAYERS, "--to", "ntriples", folder), ox.RdfFormat.N_TRIPLES)
    report(f"{name}: there are triples", None if wanted else "none")
    for ending, readers in READERS.items():
        for frame in ([], ["--frame"]) if ending == "jsonld" else ([],):
            path = os.path.join(WORK, f"{name}{'-frame' if frame else ''}.{ending}")
            try:
                run(LINER, "export", "-q", "--layers", LAYERS, "-o", path, *frame, folder)
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


def nasty_catalogue(folder):
    """Every character that a literal can hold, and ids and URLs with what IRIs cannot."""
    os.makedirs(folder, exist_ok=True)
    texts = [f"control {chr(c)} character" for c in range(1, 32)]
    texts += [
        'quotes " and \'\'\' and """ at the end"',
        "backslash \\ \\n \\u0041 at the end \\",
        "line\nbreak\r\nand\rreturn",
        "separators \u2028 \u2029 \u0085",
        "astral \U0001f3b5 \U0010fffd",
        "NFC \u00e9 and NFD e\u0301",
        "delete \u007f, soft hyphen \u00ad, joiner \u200d, mark \ufeff, private \ue000",
        "looks like <https://example.org/> or _:b0 or @en or ^^xsd:date",
        " blanks around ",
        "@context",
        "{braces} [brackets] %41 %zz",
    ]
    with open(os.path.join(folder, "people.csv"), "w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        table.writerow(["name", "note", "same_as", "identifiers"])
        for i, text in enumerate(texts):
            table.writerow([f"Person {i} {text.strip() if i >= 31 else ''}", text, f"https://example.org/a(b)'c~!${i}", f"x:{i}'y\"<>{{}}"])
    with open(os.path.join(folder, "works.csv"), "w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        table.writerow(["title", "kind", "date", "artist"])
        for i in range(31):
            table.writerow([f"Größe №{i} \u00e9\u0301\u202e", "song", f"19{i + 10}", f"Person {i}"])


def answers(store, question):
    with open(f"tests/questions/{question}.rq", encoding="utf-8") as file:
        rows = [[("" if cell is None else cell.value) for cell in row] for row in store.query(file.read())]
    return rows


def ask():
    """The questions of the article, by Oxigraph. Read like tests/questions/run.sh reads them."""
    path = "tests/questions/questions.csv"
    if not os.path.exists(path):
        path = os.path.join(TESTDATA, "article", "questions_open.csv")
    if not os.path.exists(path):
        print("skipped: questions about data/thom-russo; they need article/questions_open.csv: say make interop TESTDATA=DIR")
        return
    store = ox.Store()
    store.load(run(LINER, "export", "-q", "--layers", LAYERS, "--to", "ntriples", "data/thom-russo"), format=ox.RdfFormat.N_TRIPLES)
    with open(path, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            expected = json.loads(row["answer"])
            rows = answers(store, row["question_id"])
            if any(" | " in answer for answer in expected):
                got = {" | ".join(cells) for cells in rows}
            else:
                got = {cell for cells in rows for cell in cells}
            report(f"{row['question_id']} asked of oxigraph", None if got == set(expected) else f"{sorted(got)}, expected {expected}")


# rdflib turns literals into Python values only on demand, but normalizes them unless told not to.
rdflib.NORMALIZE_LITERALS = False

compare("thom-russo", "data/thom-russo")
compare("starter", "data/starter")
nasty = os.path.join(WORK, "nasty")
nasty_catalogue(nasty)
# XML 1.0 cannot hold most control characters, so RDF/XML is left out here.
READERS.pop("rdf")
compare("nasty", nasty)
ask()
if passed + failed == 0:
    failed = 1
print(f"{passed} passed, {failed} failed")
sys.exit(1 if failed else 0)
