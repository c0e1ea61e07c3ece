# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
"""terminal.py LINER FOLDER: what only a terminal sees. liner runs with a pseudo-terminal as standard error: the line of progress
is drawn there and erased, nowhere else; Ctrl-C ends the run with 130 and leaves no file; colours follow --color and NO_COLOR.
Ends with "N passed, M failed"."""

import os
import pty
import select
import signal
import subprocess
import sys
import time

LINER, FOLDER = sys.argv[1:3]
ERASE = b"\r\x1b[K"
passed = failed = 0


def check(title, right, seen=b""):
    global passed, failed
    if right:
        passed += 1
    else:
        failed += 1
        print(f"terminal: {title}: {seen[-300:]!r}")


def on_terminal(*arguments, feed=None, interrupt=None, **variables):
    """Run with a terminal as standard error (and as the one that Ctrl-C is typed at). Status and what the terminal saw."""
    master, slave = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", **variables}
    if "NO_COLOR" not in variables:
        environment.pop("NO_COLOR", None)

    def lead():
        os.setsid()
        import fcntl
        import termios
        fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
        signal.signal(signal.SIGINT, signal.SIG_DFL)

    child = subprocess.Popen([LINER, *arguments], stdin=subprocess.PIPE if feed else subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                             stderr=slave, env=environment, preexec_fn=lead)
    os.close(slave)
    seen, end, typed, ended = b"", time.time() + 60, False, False
    try:
        while time.time() < end:
            if feed and child.poll() is None and not typed:
                try:
                    child.stdin.write(feed)
                    child.stdin.flush()
                except BrokenPipeError:
                    typed = True
            ready, _, _ = select.select([master], [], [], 0.05)
            if ready:
                try:
                    got = os.read(master, 65536)
                except OSError:  # the other end is closed
                    break
                if not got:
                    break
                seen += got
            if interrupt and not typed and interrupt in seen:
                os.write(master, b"\x03")
                typed = True
            if ended and not ready:
                break
            ended = child.poll() is not None  # what it said last may be there only now
    finally:
        if child.poll() is None and not typed:
            child.kill()
        if feed:
            try:
                child.stdin.close()
            except BrokenPipeError:
                pass
        status = child.wait(timeout=60)
        os.close(master)
    return status, seen


table = os.path.join(FOLDER, "table.csv")
with open(table, "w", encoding="utf-8") as file:
    file.write("id,name\n" + "".join(f"{i},name {i}\n" for i in range(1500000)))
bad = os.path.join(FOLDER, "bad.csv")
with open(bad, "w", encoding="utf-8") as file:
    file.write("a,b\n1\n")
out = os.path.join(FOLDER, "out", "x.nt")
os.mkdir(os.path.dirname(out))

status, seen = on_terminal("export", "--threads", "1", "-o", out, table)
check("a terminal sees progress", status == 0 and b"table.csv: " in seen and b" rows/s" in seen, seen)
check("the line is erased before the summary", ERASE + b"liner: " in seen and b"rows/s" not in seen.rsplit(ERASE, 1)[-1], seen)
_, seen = on_terminal("export", "-q", "-o", out, table)
check("not with --quiet", seen == b"", seen)
_, seen = on_terminal("export", "-o", out, table, TERM="dumb")
check("not on a terminal that cannot erase", b"rows/s" not in seen and b"\x1b" not in seen, seen)
done = subprocess.run([LINER, "export", "-o", out, table], stderr=subprocess.PIPE, check=False)
check("not in a file or a pipe", done.returncode == 0 and b"\x1b" not in done.stderr and b"rows/s" not in done.stderr, done.stderr)
os.remove(out)

line = b"".join(b"%d,name\n" % i for i in range(2000))
status, seen = on_terminal("export", "-o", out, "-", feed=line, interrupt=b"rows/s")
check("Ctrl-C ends with 130", status == 130 and b"interrupted" in seen, seen)
check("and leaves no file", os.listdir(os.path.dirname(out)) == [], b" ".join(map(os.fsencode, os.listdir(os.path.dirname(out)))))

RED = b"\x1b["
for title, arguments, variables, colored in (
    ("colours on a terminal", [], {}, True),
    ("none with NO_COLOR", [], {"NO_COLOR": "1"}, False),
    ("an empty NO_COLOR is none", [], {"NO_COLOR": ""}, True),
    ("none with --color never", ["--color", "never"], {}, False),
    ("--color always goes before NO_COLOR", ["--color", "always"], {"NO_COLOR": "1"}, True),
    ("none on a dumb terminal", [], {"TERM": "dumb"}, False),
):
    status, seen = on_terminal("check", *arguments, bad, **variables)
    check(title, status == 1 and b"L0106" in seen and (RED in seen.replace(ERASE, b"")) == colored, seen)
done = subprocess.run([LINER, "check", bad], stderr=subprocess.PIPE, check=False)
check("no colours in a pipe", b"L0106" in done.stderr and RED not in done.stderr, done.stderr)
done = subprocess.run([LINER, "check", "--color", "always", bad], stderr=subprocess.PIPE, check=False)
check("but with --color always", b"L0106" in done.stderr and RED in done.stderr, done.stderr)

print(f"{passed} passed, {failed} failed")
sys.exit(1 if failed else 0)
