#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
"""Compare reports of `liner disagreements --to json` with what is known of two texts.

check.py text REPORT FOLDER       what FOLDER/planted.csv names is found, what FOLDER/alike.csv names is not, and nothing else is grave
check.py article REPORT ARTICLE   the entries of ARTICLE/contradictions.csv that a program can find are found: findings of its severity,
                                  by rules of its kind, hold all of its claims; and no negative control of ARTICLE/controls.csv fires
--list behind it prints which findings belong to no entry.
"""

import csv
import json
import sys

# What the rules of the article are called here.
KINDS = {
    "R01": "one-value one-value-each career-before-works",
    "R02": "award-key",
    "R03": "awards-of-a-work",
    "R04": "award-parts",
    "R05": "award-parts one-value-each",
    "R06": "award-count",
    "R07": "award-ordinal award-first",
    "R08": "age-at-graduation age-at-career age-at-work",
    "R09": "career-before-works award-after-work focus passage-of-a-time member-in-series years-after start-before-end",
    "R10": "short-name spelling",
    "R11": "homonym",
    "R12": "role-sets roles-at-a-place score-or-soundtrack",
    "R13": "result-category result-year result-recipient vague-role no-reference",
    "R14": "worked-for-albums worked-for-role no-common-work",
    "R15": "award-name score-or-soundtrack kind-words",
    "R16": "sibling-schools",
    "R17": "awarded-for field-of-study move-reason genre-of-a-work kind-of-a-work occupation",
    "R19": "career-length",
}
GRAVE = ("contradiction", "implausible", "tension")


class Count:
    passed = failed = 0

    def check(self, good, complaint):
        if good:
            self.passed += 1
        else:
            self.failed += 1
            print(complaint)


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read(path):
    with open(path, encoding="utf-8") as file:
        findings = json.load(file)["findings"]
    for finding in findings:
        claims = [claim for side in finding["sides"] for claim in side["claims"]]
        finding["ids"] = {claim["citation"].rsplit("/", 1)[1] for claim in claims if "citation" in claim}
    return findings


def check_text(findings, folder, count):
    """The planted ones are there; of the grave ones nothing else is, and none rests on what is alike."""
    known = []
    for row in rows(folder + "/planted.csv"):
        wanted = set(row["quotes"].split(";"))
        fitting = [f for f in findings if f["severity"] == row["severity"] and f["rule"] == row["rule"] and wanted <= f["ids"]]
        known += fitting
        count.check(fitting, f"{row['what']}: not found")
    for row in rows(folder + "/alike.csv"):
        ids = set(row["quotes"].split(";"))
        fired = [f for f in findings if f["severity"] in GRAVE and ids <= f["ids"] and f not in known]
        count.check(not fired, f"{row['what']}: fires: {[f['says'] for f in fired]}")
    rules = {f["rule"] for f in known}
    for finding in findings:
        if finding["severity"] in GRAVE:
            count.check(finding["rule"] in rules, f"not planted: {finding['says']}")


def kinds(text):
    return {kind for rule in text.split(";") for kind in KINDS.get(rule, "").split()}


def check_article(findings, article, count):
    for entry in rows(article + "/contradictions.csv"):
        wanted = set(entry["claim_ids"].split(";"))
        severity = {"compatible": "information"}.get(entry["severity"], entry["severity"])
        fitting = [f for f in findings if f["severity"] == severity and f["rule"] in kinds(entry["rules"]) and f["ids"] & wanted]
        for finding in fitting:
            finding["entry"] = entry["contradiction_id"]
        if entry["detectable"].startswith("auto"):
            lacking = wanted - set().union(*(f["ids"] for f in fitting))
            count.check(not lacking, f"{entry['contradiction_id']} ({severity}, {entry['rules']}) lacks {sorted(lacking)}")
    for control in rows(article + "/controls.csv"):
        claims = set(control["claim_ids"].split(";"))
        fired = [f for f in findings if f["rule"] in kinds(control["rules"]) and f["ids"] <= claims and claims <= f["ids"]]
        count.check(not fired, f"{control['control_id']} fires: {[f['says'] for f in fired]}")


def main():
    what, report, folder = sys.argv[1:4]
    findings = read(report)
    count = Count()
    {"text": check_text, "article": check_article}[what](findings, folder, count)
    if "--list" in sys.argv:
        for finding in findings:
            if "entry" not in finding:
                print(finding["severity"], finding["rule"], finding["says"], sep=": ")
    print(f"{count.passed} passed, {count.failed} failed")
    return count.failed > 0 or count.passed == 0


sys.exit(main())
