#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
"""compare.py LINER DATA EXPECTED [--make] QUERY...: answers of liner beside those of another engine.

EXPECTED is a folder with an answer for each query, NAME.json as SPARQL has it (of CONSTRUCT and DESCRIBE, NAME.nt). --make
writes them anew with Oxigraph (pyoxigraph of PyPI); without it nothing but Python is needed. Answers are compared by value:
numbers as numbers, blank nodes by where they stand, rows as a set with repetitions. A query that liner refuses is counted as
refused; a different answer is a failure.
"""
import collections
import decimal
import json
import os
import re
import subprocess
import sys

XSD = "http://www.w3.org/2001/XMLSchema#"
NUMBERS = {XSD + name for name in ("integer", "decimal", "double", "float", "int", "long", "nonNegativeInteger")}


def value(term):
    """A term in a form that is equal if the values are."""
    if term["type"] == "bnode":
        return ("bnode",)
    datatype = term.get("datatype", "")
    if datatype in NUMBERS:
        try:
            return ("number", float("%.12g" % float(decimal.Decimal(term["value"]))))
        except (decimal.InvalidOperation, ValueError):
            return ("number", term["value"])
    return (term["type"], term["value"], datatype, term.get("xml:lang", "").lower())


def rows(answer):
    if "boolean" in answer:
        return answer["boolean"]
    return collections.Counter(
        tuple(sorted((name, value(term)) for name, term in row.items())) for row in answer["results"]["bindings"])


def triples(text):
    return collections.Counter(re.sub(r"_:\w+", "_:", line.strip()) for line in text.splitlines() if line.strip())


def is_graph(query):
    bare = re.sub(r"(?im)^\s*(PREFIX|BASE)\b.*$|#[^>\n]*$", "", query).strip().upper()
    return bare.startswith(("CONSTRUCT", "DESCRIBE"))


def make(data, path, query):
    """The answer of Oxigraph, as liner writes such an answer."""
    import pyoxigraph as ox
    store = ox.Store()
    store.load(path=data)  # the default graph, or those that the file names
    result = store.query(query)
    if isinstance(result, ox.QueryTriples):
        text = "".join(sorted(f"{t.subject} {t.predicate} {t.object} .\n" for t in result))
    else:
        text = json.dumps(json.loads(result.serialize(format=ox.QueryResultsFormat.JSON)), ensure_ascii=False, indent=0, sort_keys=True) + "\n"
    with open(path, "w", encoding="utf-8") as out:
        out.write(text)


def ask(liner, data, file, graph):
    return subprocess.run([liner, "query", data, "--file", file, "--to", "ntriples" if graph else "json", "--timeout", "60"],
                          capture_output=True, text=True, encoding="utf-8", check=False)


def compare(liner, data, expected, file):
    name = os.path.splitext(os.path.basename(file))[0]
    with open(file, encoding="utf-8") as f:
        graph = is_graph(f.read())
    done = ask(liner, data, file, graph)
    if re.search(r"\[L100[0-4]\]", done.stderr):
        return "refused", done.stderr.splitlines()[0]
    if done.returncode != 0:
        return "failed", f"exit {done.returncode}: {done.stderr}"
    with open(os.path.join(expected, name + (".nt" if graph else ".json")), encoding="utf-8") as f:
        text = f.read()
    ours, theirs = (triples(done.stdout), triples(text)) if graph else (rows(json.loads(done.stdout)), rows(json.loads(text)))
    if ours == theirs:
        return "same", ""
    if isinstance(ours, bool):
        return "failed", f"we say {ours}"
    return "failed", f"only ours: {list((ours - theirs).items())[:3]}; only theirs: {list((theirs - ours).items())[:3]}"


def main():
    making = "--make" in sys.argv
    liner, data, expected, *files = [word for word in sys.argv[1:] if word != "--make"]
    counts = collections.Counter()
    for file in files:
        name = os.path.splitext(os.path.basename(file))[0]
        if making:
            with open(file, encoding="utf-8") as f:
                query = f.read()
            try:
                make(data, os.path.join(expected, name + (".nt" if is_graph(query) else ".json")), query)
            except Exception as error:  # a query that the other engine refuses has no answer to compare with
                print(f"{name}: the other engine refuses it: {error}")
                continue
        try:
            verdict, why = compare(liner, data, expected, file)
        except FileNotFoundError:
            verdict, why = "unknown", "there is no answer to compare with"
        counts[verdict] += 1
        if verdict in ("failed", "refused", "unknown"):
            print(f"{name}: {verdict}: {why}")
    print(f"{counts['same']} answered as expected, {counts['refused']} refused, {counts['failed']} wrong")
    return 1 if counts["failed"] or not counts["same"] else 0


if __name__ == "__main__":
    sys.exit(main())
