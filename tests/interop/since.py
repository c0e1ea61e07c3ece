# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
"""since.py LINER FOLDER [EDITS]: a catalogue is edited at random, again and again; what liner export --since, liner diff and
liner patch say of it is applied to the graph of before, the updates by Oxigraph, and the graph must then be that of now, quad by
quad, with and without named graphs."""

import csv
import pathlib
import random
import shutil
import subprocess
import sys

import pyoxigraph as ox

liner, work, edits = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]), int((sys.argv[3:] + ["25"])[0])
LAYERS = {"facts": "facts", "all": "facts,evidence,shortcuts"}


def run(*arguments):
    return subprocess.run([liner, *arguments], capture_output=True, text=True, cwd=work, check=False)


def edit(folder, rng):
    """One row is dropped, doubled with another first cell, or gets another cell of its column."""
    table = rng.choice(sorted(folder.glob("*.csv")))
    with table.open(newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file))
    if len(rows) < 3:
        return
    at, kind = rng.randrange(1, len(rows)), rng.randrange(4)
    if kind == 0:
        del rows[at]
    elif kind == 1:
        rows.insert(at, [f"{rows[at][0]} {rng.randrange(1000)}", *rows[at][1:]])
    else:
        column = rng.randrange(len(rows[at]))
        rows[at][column] = rng.choice(rows[1:])[column]
    with table.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def quads(path):
    return {str(q) for q in ox.parse(path=str(path), format=ox.RdfFormat.N_QUADS)}


def updated(before, update):
    store = ox.Store()
    store.load(path=str(before), format=ox.RdfFormat.N_QUADS)
    store.update(update.read_text(encoding="utf-8"))
    return {str(q) for q in store}


def follow(name, layers):
    """Faults of one chain of edits."""
    rng, faults, done = random.Random(name), [], 0
    old, new = work / "old", work / "new"
    shutil.rmtree(old, ignore_errors=True)
    shutil.copytree("data/thom-russo", old)
    first = run("export", "-q", "old", "--layers", layers, "-o", "before.nq", "--state", "state")
    if first.returncode:
        return [f"{name}: {first.stderr}"], 0
    for _ in range(40 * edits):
        if done == edits:
            break
        shutil.rmtree(new, ignore_errors=True)
        shutil.copytree(old, new)
        for _ in range(rng.randrange(1, 4)):
            edit(new, rng)
        if run("export", "-q", "new", "--layers", layers, "-o", "now.nq").returncode:
            continue  # what has errors is refused, and tried elsewhere
        runs = [run("export", "-q", "new", "--layers", layers, "--since", "state", "--state", "state", "-o", "since.ru"),
                run("diff", "-q", "before.nq", "new", "--layers", layers, "--to", "update", "-o", "diff.ru"),
                run("patch", "-q", "before.nq", "diff.ru", "-o", "patched.nq", "--strict")]
        faults += [f"{name}, edit {done}: {r.args[1]}: {r.stderr}" for r in runs if r.returncode]
        if faults:
            break
        wanted = quads(work / "now.nq")
        got = {"since": updated(work / "before.nq", work / "since.ru"),
               "diff": updated(work / "before.nq", work / "diff.ru"), "patch": quads(work / "patched.nq")}
        faults += [f"{name}, edit {done}: {what} gives another graph: {len(g - wanted)} too many, {len(wanted - g)} missing"
                   for what, g in got.items() if g != wanted]
        shutil.rmtree(old)
        new.rename(old)
        (work / "now.nq").replace(work / "before.nq")
        done += 1
    return faults, done


work.mkdir(parents=True, exist_ok=True)
passed, failed = 0, 0
for chain, chosen in LAYERS.items():
    problems, n = follow(chain, chosen)
    problems += [] if n == edits or problems else [f"{chain}: only {n} edits gave a graph"]
    print("\n".join(problems), end="\n" if problems else "")
    passed += n
    failed += len(problems)
print(f"{passed} passed, {failed} failed")
sys.exit(1 if failed else 0)
