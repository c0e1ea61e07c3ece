# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# ask.py GRAPH.nt FOLDER: ask every question of the folder (NAME.rq in SPARQL, NAME.sh over the N-Triples) and compare with
# NAME.tsv: a row a line, cells separated by tabs; line ends inside a cell are written \n, tabs \t, backslashes \\. Order of rows
# does not matter. Oxigraph holds the graph in memory.

import glob
import os
import subprocess
import sys

import pyoxigraph as ox

SHOWN = 8


def cell(term):
    text = "" if term is None else term.value
    for plain, escaped in (("\\", "\\\\"), ("\n", "\\n"), ("\r", "\\r"), ("\t", "\\t")):
        text = text.replace(plain, escaped)
    return text


def by_sparql(store, path):
    with open(path, encoding="utf-8") as file:
        found = store.query(file.read())
    if isinstance(found, ox.QueryBoolean):
        return [str(bool(found)).lower()]
    return ["\t".join(cell(term) for term in row) for row in found]


def by_script(graph, path):
    done = subprocess.run(["sh", path], env={**os.environ, "GRAPH": graph}, capture_output=True, text=True, check=False)
    return done.stdout.splitlines() if done.returncode == 0 else [f"ended with status {done.returncode}", done.stderr]


def main(graph, folder):
    passed = failed = 0
    store = ox.Store()
    store.bulk_load(path=graph, format=ox.RdfFormat.N_TRIPLES)
    for path in sorted(glob.glob(f"{folder}/[0-9]*.rq") + glob.glob(f"{folder}/[0-9]*.sh")):
        name = os.path.splitext(path)[0]
        with open(f"{name}.tsv", encoding="utf-8", newline="\n") as file:
            expected = sorted(file.read().split("\n")[:-1])
        try:
            found = sorted(by_sparql(store, path) if path.endswith(".rq") else by_script(graph, path))
        except (SyntaxError, ValueError, RuntimeError) as fault:
            found = [f"cannot be asked: {fault}"]
        if found == expected:
            passed += 1
            continue
        failed += 1
        print(f"{path}: {len(found)} rows instead of {len(expected)}")
        lacking, strange = list(expected), []
        for row in found:
            lacking.remove(row) if row in lacking else strange.append(row)
        for sign, rows in (("-", lacking), ("+", strange)):
            for row in rows[:SHOWN]:
                print(f"  {sign} {row}")
    print(f"{passed} passed, {failed} failed")
    return 0 if failed == 0 else 1


sys.exit(main(*sys.argv[1:3]))
