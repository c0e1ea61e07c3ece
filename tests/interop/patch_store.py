# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
"""patch_store.py LINER FOLDER: liner diff and liner patch with the graph of a store, which is Oxigraph's engine behind a server that
cuts connections, finds requests too large, lies, and goes away. After each case the graph is the new one, or liner has said that
it is not."""

import http.server
import pathlib
import random
import subprocess
import sys
import threading
import urllib.parse

import pyoxigraph as ox

liner, work = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
GRAPH = ox.NamedNode("http://a.example/graph")


class Server(http.server.ThreadingHTTPServer):
    """`trouble`: what becomes of an update, by its number from 0; what is not there goes well."""

    def __init__(self, text):
        super().__init__(("127.0.0.1", 0), Handler)
        self.store, self.trouble, self.updates, self.most = ox.Store(), {}, 0, 1 << 30
        self.store.load(input=text, format=ox.RdfFormat.N_TRIPLES, to_graph=GRAPH)
        self.url = f"http://127.0.0.1:{self.server_address[1]}"
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def graph(self):
        return {f"{q.subject} {q.predicate} {q.object} ." for q in self.store.quads_for_pattern(None, None, None, GRAPH)}


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def answer(self, status, body=b"", kind="text/plain"):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        text = "".join(sorted(f"{t}\n" for t in self.server.graph()))
        self.answer(200, text.encode(), "application/n-triples")

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        if "urlencoded" in self.headers["Content-Type"]:
            fields = urllib.parse.parse_qs(body)
            body = (fields.get("query") or fields.get("update"))[0]
        if self.path == "/query":
            found = self.server.store.query(body).serialize(format=ox.QueryResultsFormat.JSON)
            self.answer(200, found, "application/sparql-results+json")
            return
        trouble = self.server.trouble.get(self.server.updates)
        self.server.updates += 1
        if len(body) > self.server.most:
            self.answer(413)
        elif trouble == "gone":
            self.answer(500, b"out of order")
        elif trouble == "lie":
            self.answer(204)
        else:
            self.server.store.update(body)
            if trouble == "cut":
                self.close_connection = True
                self.connection.close()
            else:
                self.answer(204)


def run(*words):
    return subprocess.run([liner, *words], capture_output=True, text=True, cwd=work, check=False, timeout=120)


def make_graph(rng, n):
    return {f'<http://a.example/s{rng.randrange(n // 3)}> <http://a.example/p{rng.randrange(5)}> "é\\"{rng.randrange(9)}\\n{i}"@en .'
            for i in range(n)}


def text_of(graph):
    return "".join(f"{t}\n" for t in sorted(graph))


def try_case(name, n, trouble=None, most=1 << 30, runs=(0,), form="patch"):
    """Exit statuses of one patch after the other; the graph must be the new one if the last is 0."""
    rng = random.Random(name)
    old = make_graph(rng, n)
    kept = {t for t in sorted(old) if rng.random() < 0.9}
    new = kept | make_graph(rng, n // 10)
    server = Server(text_of(old))
    server.trouble, server.most = trouble or {}, most
    (work / "new.nt").write_text(text_of(new), encoding="utf-8")
    read = ["--graph-store", f"{server.url}/store", "--graph", GRAPH.value]
    written = ["--update", f"{server.url}/update", "--query", f"{server.url}/query", "--graph", GRAPH.value, "--retry-wait", "1"]
    faults = []
    made = run("diff", "-q", *read, "new.nt", "--to", form, "-o", "change")
    if made.returncode:
        faults.append(f"diff: {made.stderr}")
    for wanted in runs:
        done = run("patch", "-q", *written, "--memory", "1M", "change")
        if done.returncode != wanted:
            faults.append(f"patch ended with {done.returncode}, not {wanted}: {done.stderr}")
    if (server.graph() == new) != (runs[-1] == 0):
        faults.append(f"another graph: {len(server.graph() - new)} too many, {len(new - server.graph())} missing")
    last = run("diff", "-q", "--exit-code", *read, "new.nt", "--max-changes", "3")
    if last.returncode != (1 if runs[-1] else 0):
        faults.append(f"diff afterwards: {last.returncode} {last.stdout} {last.stderr}")
    server.shutdown()
    server.server_close()
    return [f"{name}: {fault}" for fault in faults]


SMALL = 1 << 17  # bytes that the server takes
CASES = [
    ("as it should be", 3000),
    ("an update", 3000, None, 1 << 30, (0,), "update"),
    ("twice", 3000, None, 1 << 30, (0, 0)),
    ("cut, but done", 3000, {0: "cut"}),
    ("too large at once", 30000, None, SMALL),
    ("gone in the middle", 30000, {i: "gone" for i in range(5, 8)}, SMALL, (3, 0)),
    ("cut in the middle", 30000, {5: "cut"}, SMALL),
    ("a lie", 3000, {0: "lie"}, 1 << 30, (1,)),
    ("a lie, mended", 3000, {0: "lie"}, 1 << 30, (1, 0)),
]

work.mkdir(parents=True, exist_ok=True)
failed = 0
for case in CASES:
    problems = try_case(*case)
    print("\n".join(problems), end="\n" if problems else "")
    failed += bool(problems)
print(f"{len(CASES) - failed} passed, {failed} failed")
sys.exit(1 if failed else 0)
