#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# watch.py LINER: run `liner watch` on a folder, save files in it the ways editors do, and compare what is told. Each step
# waits for the first line of a round, which must come within a second of the save, and for its last.

import os
import re
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time

LINER = os.path.abspath(sys.argv[1])
METADATA = """{"@context": "http://www.w3.org/ns/csvw", "url": "t.csv", "tableSchema": {"aboutUrl": "http://e/{id}", "columns": [
{"name": "id", "titles": "id", "required": true, "suppressOutput": true},
{"name": "name", "titles": "name", "propertyUrl": "http://www.w3.org/2000/01/rdf-schema#label"}]}}"""
TIME = re.compile(r"^\d\d:\d\d:\d\d ")
passed = failed = 0


def check(title, good, *told):
    global passed, failed
    if good:
        passed += 1
    else:
        failed += 1
        print("watch:", title, *told, sep="\n    ")


class Watch:
    def __init__(self, folder, *options):
        self.folder = folder
        self.program = subprocess.Popen([LINER, "watch", *options], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))

    def round(self, seconds=3.0):
        """What is told of the next round, and how long it took to come."""
        begun, text, quiet = time.monotonic(), b"", seconds
        while select.select([self.program.stdout], [], [], quiet)[0]:
            if not text:
                self.took = time.monotonic() - begun
            more = os.read(self.program.stdout.fileno(), 65536)
            if not more:
                break
            text += more
            quiet = 0.05
        lines = text.decode().splitlines()
        return [TIME.sub("", line) for line in lines] if not lines or TIME.match(lines[0]) else ["no time"] + lines

    def expect(self, title, *lines):
        told = self.round()
        check(title, told == list(lines), *told)
        check(title + ": within a second", told and self.took < 1.0, f"{getattr(self, 'took', 0)} s")

    def silent(self, title):
        told = self.round(0.6)
        check(title, not told, *told)

    def end(self, number):
        self.program.send_signal(number)
        out, err = self.program.communicate(timeout=5)
        check(f"signal {number}: status", self.program.returncode == 128 + number, str(self.program.returncode))
        check(f"signal {number}: says so", err.decode() == f"liner: interrupted by signal {number}\n", err.decode())


def write(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def replace(path, text):
    """As most editors do: a new file beside the old one takes its name."""
    write(path + "~tmp~", text)
    os.rename(path + "~tmp~", path)


def steps(folder):
    table, output = os.path.join(folder, "in/t.csv"), os.path.join(folder, "out.nt")
    os.mkdir(os.path.join(folder, "in"))
    write(table, "id,name\n1,Ada\n")
    write(table + "-metadata.json", METADATA)
    w = Watch(folder, "in/t.csv", "-o", "out.nt", "--patch", "changes")
    w.expect("the first round", "1 row, 1 triple, 0 warnings, 0 errors; out.nt is written")
    ada = '<http://e/1> <http://www.w3.org/2000/01/rdf-schema#label> "Ada" .\n'
    check("the first output", read(output) == ada)
    eve = ada.replace("Ada", "Eve")
    changed = ["<http://e/1> \"Eve\"", '  - rdfs:label "Ada"', '  + rdfs:label "Eve"  [in/t.csv:2:3]']
    head = "in/t.csv: 1 row, 1 triple removed, 1 added, 0 the same, 0 warnings, 0 errors; out.nt is written"
    replace(table, "id,name\n1,Eve\n")
    w.expect("saved by rename", head, *changed)
    check("the new output", read(output) == eve)
    check("the patch", read(os.path.join(folder, "changes")) == f"TX .\nD {ada}A {eve}TC .\n")
    stamp = os.stat(output).st_mtime_ns
    write(table, "id,name\n1,Eve\n")
    w.expect("saved, but the same", "in/t.csv: 1 row, 1 triple as before, 0 warnings, 0 errors")
    check("the output is not touched", os.stat(output).st_mtime_ns == stamp)
    write(os.path.join(folder, "in/notes.txt"), "x")
    write(os.path.join(folder, "in/.t.csv.swp"), "x")
    w.silent("a file that is not read")
    # In two steps, with a pause in which the table is half there.
    with open(table, "w", encoding="utf-8") as file:
        file.write("id,na")
        file.flush()
        time.sleep(0.3)
        file.write("me\n1,Eve\n2,Bob\n")
    w.expect("saved slowly", "in/t.csv: 2 rows (+1), 0 triples removed, 1 added, 1 the same, 0 warnings, 0 errors; out.nt is written",
             "<http://e/2> \"Bob\"", '  + rdfs:label "Bob"  [in/t.csv:3:3]')
    good = read(output)
    write(table, "id,name\n1,Eve\n,Bob\n")
    w.expect("an error", "in/t.csv: 2 rows, 0 warnings, 1 error; out.nt stays as it was",
             "in/t.csv:3:1: error: a value is missing, but id is required [L0203 id, row 3]", "    hint: Fill the cell.")
    check("the output stays", read(output) == good)
    write(table, "id,name\n1,Eve\n2,Bob\n")
    w.expect("mended", "in/t.csv: 2 rows, 2 triples as before, 0 warnings, 0 errors",
             "mended: in/t.csv:3:1: error: a value is missing, but id is required [L0203 id, row 3]")
    os.remove(table)
    told = w.round()
    check("deleted", told and told[0] == "in/t.csv: cannot be read; out.nt stays as it was" and "t.csv" in told[1], *told)
    check("the output stays when the table is gone", read(output) == good)
    write(table, "id,name\n1,Eve\n2,Bob\n")
    w.expect("made again", "in/t.csv: 2 rows, 2 triples as before, 0 warnings, 0 errors")
    # Everything is replaced, as another branch of a repository does it.
    shutil.copytree(os.path.join(folder, "in"), os.path.join(folder, "other"))
    shutil.rmtree(os.path.join(folder, "in"))
    time.sleep(0.4)
    os.rename(os.path.join(folder, "other"), os.path.join(folder, "in"))
    w.round()
    w.round(0.6)
    write(table, "id,name\n2,Bob\n")
    w.expect("in a folder that was replaced",
             "in/t.csv: 1 row (-1), 1 triple removed, 0 added, 1 the same, 0 warnings, 0 errors; out.nt is written",
             "<http://e/1> \"Eve\"", '  - rdfs:label "Eve"')
    replace(table + "-metadata.json", METADATA.replace("http://e/", "http://f/"))
    w.expect("the mapping",
             "in/t.csv-metadata.json: 1 row, 1 triple removed, 1 added, 0 the same, 0 warnings, 0 errors; out.nt is written",
             "<http://e/2> \"Bob\"", '  - rdfs:label "Bob"', "<http://f/2> \"Bob\"", '  + rdfs:label "Bob"  [in/t.csv:2:3]')
    w.end(signal.SIGINT)
    # Later: what changed while nobody watched is told first.
    write(table, "id,name\n3,Cyd\n")
    w = Watch(folder, "in/t.csv", "-o", "out.nt")
    w.expect("begun again", "1 row, 1 triple removed, 1 added, 0 the same, 0 warnings, 0 errors; out.nt is written",
             "<http://f/2> \"Bob\"", '  - rdfs:label "Bob"', "<http://f/3> \"Cyd\"", '  + rdfs:label "Cyd"  [in/t.csv:2:3]')
    w.end(signal.SIGTERM)
    check("nothing is left behind", sorted(os.listdir(folder)) == ["changes", "in", "out.nt"], *os.listdir(folder))


with tempfile.TemporaryDirectory() as scratch:
    steps(scratch)
print(f"{passed} passed, {failed} failed")
sys.exit(failed != 0)
