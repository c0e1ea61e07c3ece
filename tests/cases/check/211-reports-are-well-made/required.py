# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# What SARIF 2.1.0 (OASIS, sections 3.13 to 3.52) requires of a log, and the JUnit schema that Jenkins publishes of a report.
import json
import sys
import xml.etree.ElementTree as ET

log = json.load(open("r.sarif", encoding="utf-8"))
assert log["version"] == "2.1.0" and log["$schema"].endswith("sarif-schema-2.1.0.json") and set(log) == {"$schema", "version", "runs"}
for run in log["runs"]:
    driver = run["tool"]["driver"]
    assert driver["name"] == "liner" and driver["version"]
    ids = [rule["id"] for rule in driver["rules"]]
    assert len(ids) == len(set(ids)) and ids
    for rule in driver["rules"]:
        assert rule["shortDescription"]["text"] and rule["help"]["text"] and rule["helpUri"].startswith("https://")
        assert rule["defaultConfiguration"]["level"] in ("none", "note", "warning", "error")
    assert run["columnKind"] in ("utf16CodeUnits", "unicodeCodePoints") and run["results"]
    for result in run["results"]:
        assert result["message"]["text"] and ids[result["ruleIndex"]] == result["ruleId"]
        assert result["level"] in ("none", "note", "warning", "error") and result["partialFingerprints"]
        for place in result["locations"]:
            physical = place["physicalLocation"]
            assert physical["artifactLocation"]["uri"] and " " not in physical["artifactLocation"]["uri"]
            region = physical.get("region", {"startLine": 1})
            assert region["startLine"] >= 1 and region.get("startColumn", 1) >= 1
    for call in run["invocations"]:
        assert call["executionSuccessful"] is True and call["exitCode"] == 1
suites = ET.parse("r.xml").getroot()
assert suites.tag == "testsuites"
for suite in suites:
    cases = suite.findall("testcase")
    assert suite.tag == "testsuite" and suite.get("name") and int(suite.get("tests")) == len(cases)
    assert int(suite.get("failures")) == len(suite.findall("testcase/failure")) and int(suite.get("errors", "0")) >= 0
    for case in cases:
        assert case.get("name") and case.get("classname") and {part.tag for part in case} <= {"failure", "error", "skipped", "system-out", "system-err", "properties"}
        assert all(fault.get("message") for fault in case.findall("failure"))
print(len(log["runs"][0]["results"]), "results,", sum(len(s.findall("testcase")) for s in suites), "test cases")
