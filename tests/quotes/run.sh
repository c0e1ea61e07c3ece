#!/bin/sh
# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# tests/quotes/run.sh: liner check looks the quotations of data/thom-russo up in their source, TESTDATA/article/thom-russo.txt: all
# stand where they are said to. Then every tenth position is moved and every seventh quotation changed: each is reported at its row,
# with the right code and the right position, and nothing else is. A text of a million characters with a thousand lost positions
# is looked through once.

top=$(cd "$(dirname "$0")/../.." && pwd) || exit 2
cd "$top" || exit 2
liner=$(cd "${BUILD:-build}" && pwd)/liner
article=$(cd "${TESTDATA:-../shared}/article" 2>/dev/null && pwd)
if [ ! -f "$article/thom-russo.txt" ]; then
  echo "skipped: the quotations of data/thom-russo; they need article/thom-russo.txt: say make test TESTDATA=DIR"
  [ -z "$CI" ] || { echo "0 passed, 1 failed"; exit 1; }
  echo "0 passed, 0 failed"
  exit 0
fi
scratch=$(mktemp -d) || exit 2
trap 'rm -rf "$scratch"' EXIT

cat >"$scratch/quotes.py" <<'END'
import csv, json, os, subprocess, sys, time
liner, article, scratch = sys.argv[1:]
passed = failed = 0

def note(good, what):
    global passed, failed
    passed, failed = passed + good, failed + (not good)
    if not good:
        print("quotes:", what)

def check(folder, file, rows):
    """What check says: (code, row, hint) of each finding."""
    os.makedirs(folder, exist_ok=True)
    with open(folder + "/sources.csv", "w", encoding="utf-8") as f:
        f.write("id,title,file\nthom-russo,The biography,%s\n" % file)
    with open(folder + "/quotes.csv", "w", encoding="utf-8", newline="") as f:
        out = csv.writer(f)
        out.writerow(["id", "source", "start", "end", "quote"])
        out.writerows(rows)
    report = folder + "/findings.jsonl"
    subprocess.run([liner, "check", "-q", folder, "--report", "jsonl:" + report], stderr=subprocess.DEVNULL, check=False)
    with open(report, encoding="utf-8") as f:
        found = [json.loads(line) for line in f]
    return {f["row"]: (f["code"], f.get("hint", "")) for f in found if f.get("code", "").startswith("L088")}

with open("data/thom-russo/quotes.csv", encoding="utf-8", newline="") as f:
    rows = [[q["id"], q["source"], q["start"], q["end"], q["quote"]] for q in csv.DictReader(f)]
text = article + "/thom-russo.txt"
said = check(scratch + "/right", text, rows)
for i, row in enumerate(rows):
    note(i + 2 not in said, f"{row[0]} stands where it is said to, but: {said.get(i + 2)}")

wrong, wanted = [list(row) for row in rows], {}
for i, row in enumerate(wrong):
    if i % 7 == 3:
        row[4] += " zzz"
        wanted[i + 2] = ("L0884", "")
    elif i % 10 == 5:
        wanted[i + 2] = ("L0885", f"write start {row[2]} and end {row[3]}")
        row[2], row[3] = str(int(row[2]) + 3), str(int(row[3]) + 3)
said = check(scratch + "/wrong", text, wrong)
for i, row in enumerate(wrong):
    code, hint = wanted.get(i + 2, (None, ""))
    got = said.get(i + 2, (None, ""))
    note(got[0] == code and got[1].startswith(hint), f"{row[0]}: {got} instead of {code} {hint}")

with open(text, encoding="utf-8", newline="") as f:
    once = f.read()
with open(scratch + "/long.txt", "w", encoding="utf-8", newline="") as f:
    f.write(once * 64)
many = [[f"x{n}-{q[0]}", q[1], "0", "1", q[4] + ("" if n == 0 else " zzz")] for n in range(2) for q in rows]
began = time.monotonic()
said = check(scratch + "/long", scratch + "/long.txt", many)
took = time.monotonic() - began
note(len(said) == len(many), f"{len(said)} of {len(many)} lost quotations were told of")
note(took < 20, f"a long text took {took:.1f} s")
print(f"{passed} passed, {failed} failed")
sys.exit(failed > 0)
END
python3 "$scratch/quotes.py" "$liner" "$article" "$scratch"
