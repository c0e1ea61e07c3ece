#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# tests/compare/truth.py LINER COLLECTIONS: what the files of four museums disagree about, found here by reading the raw tables, with
# the numbers that COLLECTIONS/answers/expected/cross.json states; and whether `liner compare --to json` tells each of it, with the
# cells of both sides. Prints what is missing, then `N passed, M failed`.

import collections
import csv
import json
import re
import subprocess
import sys
import unicodedata

LINER, DATA = sys.argv[1:3]
EXPECTED = json.load(open(DATA + "/answers/expected/cross.json", encoding="utf-8"))
passed = failed = 0


def check(ok, what):
    global passed, failed
    if ok:
        passed += 1
    else:
        failed += 1
        print("compare: " + what)


def rows(path, encoding="utf-8"):
    """The rows of a table, each with the line it begins on and the first columns of its fields as the report has them."""
    with open(DATA + "/" + path, encoding=encoding, newline="") as file:
        reader = csv.DictReader(file)
        line = reader.line_num + 1
        for row in reader:
            row["_line"] = line + 1 if line == 1 else line
            line = reader.line_num + 1
            yield row


def key(name):
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()
    return " ".join(re.sub(r"[^\w ]", "", plain).split())


# Things as (id, name, birth, death, line).
tate = [(a["id"], a["name"], a["yearOfBirth"], a["yearOfDeath"], a["_line"]) for a in rows("tate/artist_data.csv", "utf-8-sig")]
constituents = list(rows("nga_constituents/constituents.csv"))
nga = [(c["constituentid"], c["preferreddisplayname"], c["beginyear"], c["endyear"], c["_line"]) for c in constituents
       if c["constituenttype"] == "individual"]
parties = {}
for r in rows("cmoa/cmoa_first8000.csv"):
    if r["artist_id"]:
        cells = [r[c].split("|") for c in ("artist_id", "cited_name", "birth_date", "death_date", "party_type")]
        for i, name, birth, death, kind in zip(*cells):
            if kind == "Person":
                parties[i] = (i.rsplit("/", 1)[-1], name, birth[:5] if birth[:1] == "-" else birth[:4], death[:4], r["_line"])
cmoa = list(parties.values())
moma = list(rows("moma_artists/Artists.csv", "utf-8-sig"))

IDS = {"tate": ("tate/artist/", tate), "nga": ("nga/constituent/", nga), "cmoa": ("cmoa/party/", cmoa)}
FILES = {"tate": "tate/artist_data.csv", "nga": "nga_constituents", "cmoa": "cmoa", "moma": "moma_artists"}


def compare(a, b):
    """What liner tells: remarks by the pair of things in them, each with its sides."""
    words = [LINER, "compare", "-q", "--max-errors", "1", "--to", "json", a + "=" + DATA + "/" + FILES[a], b + "=" + DATA + "/" + FILES[b]]
    out = subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False).stdout
    found = collections.defaultdict(list)
    report = json.loads(out)
    for remark in report["remarks"]:
        things = {"/".join(side["thing"].rsplit("/", 3)[1:]): side for side in remark["sides"]}
        for x in things:
            for y in things:
                if x != y:
                    found[x, y].append(remark)
    return report, found


def rules(found, x, y):
    return {remark["rule"] for remark in found.get((x, y), ())}


def lines(found, x, y, rule):
    return {(side["in"], side.get("line")) for remark in found[x, y] if remark["rule"] == rule for side in remark["sides"]}


OPEN = {"ambiguous", "doubtful"}  # told as pairs, with their dates, but not taken for one


def by_name(a, b):
    (stem_a, list_a), (stem_b, list_b) = IDS[a], IDS[b]
    expected = EXPECTED[a + "/" + b]
    _, found = compare(a, b)
    at = collections.defaultdict(list)
    for y in list_b:
        at[key(y[1])].append(y)
    pairs = [(x, y) for x in list_a for y in at.get(key(x[1]), ())]
    contradict = [(x, y) for x, y in pairs if x[2] and x[2] == y[2] and x[3] and y[3] and x[3] != y[3]]
    near = [(x, y) for x, y in pairs if x[2] and y[2] and x[2] != y[2] and abs(int(x[2]) - int(y[2])) <= 3]
    far = [(x, y) for x, y in pairs if x[2] and y[2] and abs(int(x[2]) - int(y[2])) > 20]
    where = a + " and " + b + ": "
    check(len(set(key(x[1]) for x in list_a) & set(at)) == expected["names_in_both"], where + "names as stated")
    check(len([p for p in pairs if p[0][2] and p[0][2] == p[1][2]]) == expected["same_name_and_birth_year"], where + "births as stated")
    check(len(contradict) == expected["of_which_death_years_contradict"], where + "deaths as stated")
    check(len(near) == expected["birth_years_1_to_3_apart"], where + "births as stated")
    check(len(far) == expected["same_name_births_over_20_years_apart_so_different_people"], where + "namesakes as stated")
    for pair, wanted in [(p, {"death-date", "end-year"} | OPEN) for p in contradict] + [(p, {"birth-date", "begin-year"} | OPEN) for p in near] + \
                        [(p, {"namesake", "doubtful", "ambiguous"}) for p in far]:
        x, y = pair
        things = stem_a + x[0], stem_b + y[0]
        rule = rules(found, *things) & wanted
        check(rule, where + " ".join(map(str, x + y)) + " " + " ".join(rules(found, *things)))
        if rule and "cmoa" not in (a, b):
            check({(a, x[4]), (b, y[4])} <= lines(found, *things, min(rule)), where + "cells of " + x[1])
    named = [(x, y) for x, y in pairs if x[2] and x[2] == y[2]]
    for x, y in named:
        check(rules(found, stem_a + x[0], stem_b + y[0]), where + "no word of " + x[1] + " " + x[0] + " " + y[0])


def by_identifier():
    _, found = compare("moma", "nga")
    contradiction = re.compile(r"\d{4} ?- ?\d{4}$")
    for mine, theirs, name in (("ULAN", "ulanid", "moma/nga by ULAN"), ("Wiki QID", "wikidataid", "moma/nga by Wikidata QID")):
        at = collections.defaultdict(list)
        for n in constituents:
            if n[theirs]:
                at[n[theirs]].append(n)
        shared = [(m, n) for m in moma if m[mine] for n in at.get(m[mine], ())]
        deaths = [(m, n) for m, n in shared if m["EndDate"] != "0" and n["endyear"] and m["EndDate"] != n["endyear"]
                  and contradiction.search(n["displaydate"])]
        births = [(m, n) for m, n in shared if m["BeginDate"] != "0" and n["beginyear"] and m["BeginDate"] != n["beginyear"]
                  and contradiction.search(n["displaydate"])]
        check(len({m[mine] for m, _ in shared}) == EXPECTED[name]["shared_ids"], name + ": identifiers as stated")
        check(len(deaths) == EXPECTED[name]["death_year_contradictions"], name + ": deaths as stated")
        check(len(births) == EXPECTED[name]["birth_year_contradictions"], name + ": births as stated")
        for m, n in shared:
            things = "moma/artist/" + m["ConstituentID"], "nga/constituent/" + n["constituentid"]
            check({"same-identifier", "not-the-same"} & rules(found, *things), name + ": no pair of " + m["DisplayName"])
        for names, pairs in (({"death-date", "end-year"}, deaths), ({"birth-date", "begin-year"}, births)):
            for m, n in pairs:
                things = "moma/artist/" + m["ConstituentID"], "nga/constituent/" + n["constituentid"]
                told = (names | {"not-the-same"}) & rules(found, *things)
                check(told, name + ": " + min(names) + " of " + m["DisplayName"] + " " + m["ConstituentID"] + " " + n["constituentid"])
                if told:
                    check({("moma", m["_line"]), ("nga", n["_line"])} <= lines(found, *things, min(told)),
                          name + ": cells of " + m["DisplayName"])
    for mine, theirs, mine2, theirs2, name in (
            ("ULAN", "ulanid", "Wiki QID", "wikidataid", "same ULAN, different QID (moma/nga)"),
            ("Wiki QID", "wikidataid", "ULAN", "ulanid", "same QID, different ULAN (moma/nga)")):
        at = {n[theirs]: n for n in constituents if n[theirs]}
        split = [(m, at[m[mine]]) for m in moma if m[mine] in at and m[mine2] and at[m[mine]][theirs2] and m[mine2] != at[m[mine]][theirs2]]
        check(len(split) == EXPECTED[name]["n"], name + ": as stated")
        for m, n in split:
            things = "moma/artist/" + m["ConstituentID"], "nga/constituent/" + n["constituentid"]
            check({"other-identifier", "not-the-same"} & rules(found, *things), name + ": " + m["DisplayName"])
    for column, name in (("Wiki QID", "dup_qid"), ("ULAN", "dup_ulan")):
        for value, names in EXPECTED["moma"][name]:
            things = ["moma/artist/" + m["ConstituentID"] for m in moma if m[column] == value]
            check(len(things) == len(names), name + " " + value + ": as stated")
            check(any("one-identifier" in rules(found, x, y) for x in things for y in things if x != y), name + " " + value)


by_name("tate", "nga")
by_name("tate", "cmoa")
by_name("nga", "cmoa")
by_identifier()
print(passed, "passed,", failed, "failed")
sys.exit(1 if failed or not passed else 0)
