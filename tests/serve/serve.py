#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# serve.py LINER: start `liner serve` at a free port of the loopback, and ask it: the operations of the SPARQL protocol, the
# negotiation of formats, pages of things, refusals, limits, clients that are slow or broken, and noise. What it answers is
# what `liner query` answers.

import atexit
import concurrent.futures
import http.client
import json
import os
import random
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
from html.parser import HTMLParser
from urllib.parse import quote, urlencode

LINER = os.path.abspath(sys.argv[1])
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
DATA = """@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix : <http://things.example/> .
@prefix v: <http://words.example/#> .
:a a v:Person ; rdfs:label "Ada <b>&amp;\\"" ; v:knows :b , [ v:note "in a knot" ] ; v:born 1815 .
:b a v:Person ; rdfs:label "Bob"@en , "Robert"@fr ; v:page <http://elsewhere.example/> , <javascript:alert(1)> .
<http://things.example/dir/é> rdfs:label "é" ; v:knows :a .
<http://things.example/dir/%20x> rdfs:label "blank" .
<http://things.example/doc#it> rdfs:label "fragment" .
<http://other.example/c> rdfs:label "elsewhere" .
:credit v:who :a ; v:role :b .
"""
COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"
LABELS = "SELECT ?s ?l WHERE { ?s <http://www.w3.org/2000/01/rdf-schema#label> ?l } ORDER BY ?l ?s"
BUILD = "CONSTRUCT { ?s <http://x.example/p> ?l } WHERE { ?s <http://www.w3.org/2000/01/rdf-schema#label> ?l }"
SLOW = "SELECT (COUNT(*) AS ?n) WHERE { " + " ".join(f"?a{i} ?b{i} ?c{i} ." for i in range(12)) + " }"
passed = failed = 0


def check(title, good, *told):
    global passed, failed
    if good:
        passed += 1
    else:
        failed += 1
        print("serve:", title, *[str(t)[:500] for t in told], sep="\n    ")


class Server:
    def __init__(self, *arguments):
        self.program = subprocess.Popen([LINER, "serve", *arguments, "--port", "0"], stderr=subprocess.PIPE, text=True,
                                        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
        atexit.register(self.program.kill)
        self.line = self.program.stderr.readline()
        self.port = int(re.search(r"http://[^/]*:(\d+)/", self.line).group(1))

    def ask(self, path, method="GET", body=None, headers=None, timeout=20):
        client = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            client.request(method, path, body=body, headers=headers or {})
            reply = client.getresponse()
            return reply.status, reply.headers, reply.read().decode("utf-8", "replace")
        finally:
            client.close()

    def raw(self, text, seconds=5.0):
        """Send bytes as they are; what comes back until the end or the silence."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=seconds) as s:
            s.sendall(text)
            got = b""
            try:
                while more := s.recv(65536):
                    got += more
            except OSError:
                pass
            return got

    def query(self, text, accept="application/sparql-results+json"):
        return self.ask("/sparql?" + urlencode({"query": text}), headers={"Accept": accept})

    def end(self, number=signal.SIGTERM):
        begun = time.monotonic()
        self.program.send_signal(number)
        try:
            rest = self.program.communicate(timeout=10)[1]
        except subprocess.TimeoutExpired:
            self.program.kill()
            rest = "it did not end"
        check(f"signal {number} ends it", self.program.returncode == 128 + number and "interrupted" in rest,
              self.program.returncode, rest)
        check(f"signal {number}: soon", time.monotonic() - begun < 2.5)


class Page(HTMLParser):
    """What a page links to, and whether its elements are well nested."""
    VOID = {"meta", "br", "input"}

    def __init__(self, text):
        super().__init__()
        self.links, self.open, self.wrong, self.names = [], [], [], set()
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.names.add(tag)
        self.links += [v for k, v in attrs if k in ("href", "src", "action")]
        self.wrong += [k for k, _ in attrs if k.startswith("on") or k == "style"]
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


def liner_query(file, text, form):
    run = subprocess.run([LINER, "query", file, text, "--to", form, "-q"], capture_output=True, check=False)
    return run.stdout.decode()


def pages(s):
    status, headers, text = s.ask("/")
    check("the first page", status == 200 and headers["Content-Type"] == "text/html; charset=utf-8" and "Person" in text, text)
    check("no sniffing", headers["X-Content-Type-Options"] == "nosniff")
    check("a policy without scripts", "default-src 'none'" in headers["Content-Security-Policy"]
          and "script" not in headers["Content-Security-Policy"], headers["Content-Security-Policy"])
    seen, todo = set(), ["/"]
    while todo:
        path = todo.pop()
        if path in seen or not path.startswith("/") or path.startswith("/sparql?"):
            continue
        seen.add(path)
        status, headers, text = s.ask(path)
        check(f"a link that leads somewhere: {path}", status == 200, status)
        if headers["Content-Type"].startswith("text/html"):
            page = Page(text)
            check(f"well nested: {path}", not page.wrong and not page.open, page.wrong, page.open)
            check(f"no scripts and nothing from elsewhere: {path}", not page.names & {"script", "img", "link", "iframe"}, page.names)
            check(f"no way to run anything: {path}", not [x for x in page.links if x.lower().startswith("javascript")], page.links)
            check(f"no way to another server by a slash: {path}", not [x for x in page.links if x.startswith("//")], page.links)
            todo += page.links
    check("things are linked to", {"/", "/sparql"} <= seen, seen)
    status, _, text = s.ask("/a")
    check("text is escaped", "Ada &lt;b&gt;&amp;amp;&quot;" in text or "Ada &lt;b&gt;&amp;amp;&#34;" in text, text)
    check("what refers to it", "What refers to it" in text and 'href="/dir/%C3%A9"' in text and "credit" in text, text)
    for path, name in [("/dir/%C3%A9", "é"), ("/dir/%20x", "blank"), ("/describe?iri=" + quote("http://things.example/doc#it", safe=""), "fragment"),
                       ("/describe?iri=" + quote("http://other.example/c", safe=""), "elsewhere")]:
        status, _, text = s.ask(path)
        check(f"the page of {path}", status == 200 and f"<h1>{name}</h1>" in text, status, text)
    status, _, text = s.ask("/aa")
    check("nothing there, but near to it", status == 404 and 'href="/a"' in text, status, text)
    status, _, text = s.ask("/<script>")
    check("what is not there is escaped", status in (400, 404) and "<script>" not in text, status, text)
    for path in ["/../../../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/dir/../a/../../etc/passwd", "/%00", "/%", "/%zz", "/a%0d%0aX-Bad:%201"]:
        status, headers, text = s.ask(path)
        check(f"no way out: {path}", status in (400, 404) and "root:" not in text and "X-Bad" not in headers, status, headers)


def negotiation(s):
    table = [("", "text/html"), ("*/*", "text/html"), ("text/turtle", "text/turtle"), ("application/n-triples", "application/n-triples"),
             ("application/ld+json", "application/ld+json"), ("text/*;q=0.5, application/ld+json", "application/ld+json"),
             ("text/turtle;q=0.1, application/n-triples;q=0.2", "application/n-triples"), ("TEXT/TURTLE", "text/turtle"),
             ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html"),
             ("text/html;q=0, */*", "text/turtle"), ("image/png, */*;q=0.01", "text/html"),
             ("text/turtle; charset=utf-8; q=1.0, text/html; q=0.9", "text/turtle")]
    for accept, wanted in table:
        status, headers, _ = s.ask("/a", headers={"Accept": accept})
        check(f"a thing for Accept: {accept}", status == 200 and headers["Content-Type"].split(";")[0] == wanted, headers["Content-Type"])
        check("it varies", headers["Vary"] == "Accept")
    check("nothing of what is wanted", s.ask("/a", headers={"Accept": "image/png"})[0] == 406)
    for name, wanted in [("html", "text/html"), ("turtle", "text/turtle"), ("ntriples", "application/n-triples"), ("jsonld", "application/ld+json")]:
        status, headers, _ = s.ask(f"/a?format={name}", headers={"Accept": "image/png"})
        check(f"format={name}", status == 200 and headers["Content-Type"].split(";")[0] == wanted, status)
    check("format=gif", s.ask("/a?format=gif")[0] == 406)
    lines = s.ask("/a?format=ntriples")[2].splitlines()
    check("what is said, what refers to it, and the blank node's own", len(lines) == 8 and any("in a knot" in x for x in lines), *lines)
    json.loads(s.ask("/a?format=jsonld")[2])
    status, headers, text = s.ask("/sparql")
    check("the form", status == 200 and "<textarea" in text and "<form" in text, text)
    check("what the endpoint can do", "sd:Service" in s.ask("/sparql", headers={"Accept": "text/turtle"})[2])


def caching(s):
    _, headers, whole = s.ask("/a")
    tag = headers["ETag"]
    for known in [tag, "W/" + tag, '"x", ' + tag, "*"]:
        status, headers, text = s.ask("/a", headers={"If-None-Match": known})
        check(f"not sent again: {known}", status == 304 and not text and headers["ETag"] == tag, status)
    check("another is sent", s.ask("/a", headers={"If-None-Match": '"x"'})[2] == whole)
    status, headers, text = s.ask("/a", "HEAD")
    check("HEAD", status == 200 and not text and int(headers["Content-Length"]) == len(whole.encode()), headers)


def refusals(s):
    for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"]:
        status, headers, _ = s.ask("/a", method, body="x")
        check(f"{method} of a thing", status == 405 and headers["Allow"] == "GET, HEAD", status)
    for method in ["PUT", "DELETE", "PATCH"]:
        status, headers, _ = s.ask("/sparql", method, body="x")
        check(f"{method} of the endpoint", status == 405 and headers["Allow"] == "GET, HEAD, POST", status)
    cases = [("an update in a form", "/sparql", "update=CLEAR+ALL", FORM, 403),
             ("an update by itself", "/sparql", "CLEAR ALL", {"Content-Type": "application/sparql-update"}, 403),
             ("text", "/sparql", COUNT, {"Content-Type": "text/plain"}, 415),
             ("no type", "/sparql", COUNT, {"Content-Type": ""}, 415),
             ("packed", "/sparql", b"\x1f\x8b", dict(FORM, **{"Content-Encoding": "gzip"}), 415),
             ("a form without a query", "/sparql", "x=y", FORM, 400),
             ("two queries", "/sparql", "query=a&query=b", FORM, 400),
             ("a default graph", "/sparql", urlencode({"query": COUNT, "default-graph-uri": "http://g"}), FORM, 400),
             ("a named graph", "/sparql?named-graph-uri=http://g", COUNT, {"Content-Type": "application/sparql-query"}, 400),
             ("a percent sign alone", "/sparql", "query=%", FORM, 400),
             ("not UTF-8 in a form", "/sparql", "query=%FF", FORM, 400),
             ("not UTF-8", "/sparql", b"SELECT \xff", {"Content-Type": "application/sparql-query"}, 400),
             ("a NUL", "/sparql", "query=%00", FORM, 400),
             ("100 fields", "/sparql", "&".join(f"a{i}=" for i in range(100)), FORM, 400)]
    for title, path, body, headers, wanted in cases:
        status, got, text = s.ask(path, "POST", body=body, headers=headers)
        check(title, status == wanted and len(text) > 10, status, text)
    check("default-graph-uri by GET", s.ask("/sparql?default-graph-uri=http://g&query=x")[0] == 400)
    check("describe what?", s.ask("/describe")[0] == 400)
    check("describe nothing", s.ask("/describe?iri=http://nothing")[0] == 404)
    for host in ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example", "evil.example:80", "", "[::2]", "10.0.0.1", "x" * 300]:
        check(f"Host: {host[:40]}", s.ask("/", headers={"Host": host})[0] == 421)
    for host in ["localhost", "LOCALHOST:1234", "127.0.0.1", "127.1.2.3:80", "[::1]:9", "liner.localhost"]:
        check(f"Host: {host}", s.ask("/", headers={"Host": host})[0] == 200)


def queries(s, file):
    status, headers, text = s.query(COUNT)
    check("GET", status == 200 and headers["Content-Type"] == "application/sparql-results+json", status, text)
    total = json.loads(text)["results"]["bindings"][0]["n"]["value"] if status == 200 else None
    check("the number of triples", total == "18", total)
    for title, body, kind in [("POST of a form", urlencode({"query": COUNT}), FORM),
                              ("POST of the query", COUNT, {"Content-Type": "application/sparql-query"}),
                              ("POST with a charset", COUNT, {"Content-Type": "application/sparql-query; charset=utf-8"})]:
        status, _, other = s.ask("/sparql", "POST", body=body, headers=dict(kind, Accept="application/sparql-results+json"))
        check(title, status == 200 and other == text, status, other)
    table = [("", "application/sparql-results+json"), ("*/*", "application/sparql-results+json"),
             ("application/sparql-results+xml", "application/sparql-results+xml"), ("text/csv", "text/csv"),
             ("text/tab-separated-values", "text/tab-separated-values"), ("text/html", "text/html"),
             ("application/sparql-results+json;q=0.1,text/csv;q=0.9", "text/csv")]
    for accept, wanted in table:
        status, headers, _ = s.query(LABELS, accept)
        check(f"SELECT for Accept: {accept}", status == 200 and headers["Content-Type"].split(";")[0] == wanted, status, headers["Content-Type"])
    for accept, wanted in [("", "text/turtle"), ("application/n-triples", "application/n-triples"), ("application/ld+json", "application/ld+json"),
                           ("text/html", "text/html")]:
        status, headers, text = s.query(BUILD, accept)
        check(f"CONSTRUCT for Accept: {accept}", status == 200 and headers["Content-Type"].split(";")[0] == wanted, status, text)
    check("no table of a graph", s.query(BUILD, "text/csv")[0] == 406)
    check("no graph of a table", s.query(COUNT, "text/turtle")[0] == 406)
    for form in ["json", "xml", "csv", "tsv"]:
        for query in [LABELS, COUNT, "ASK { ?s ?p 1815 }" if form in ("json", "xml") else LABELS]:
            mine = s.ask("/sparql?" + urlencode({"query": query, "format": form}))[2]
            check(f"as liner query has it: {form} {query[:30]}", mine == liner_query(file, query, form) and mine, mine, liner_query(file, query, form))
    status, _, text = s.query("SELECT ?x WHERE { ?x ", "text/csv")
    check("what is wrong, and where", status == 400 and "line 1" in text, status, text)
    status, headers, text = s.query("SELECT ?x WHERE { <b> ", "text/html")
    check("what is wrong, on a page", status == 400 and headers["Content-Type"].startswith("text/html") and "&lt;b&gt;" in text
          and not Page(text).wrong, status, text)
    status, _, text = s.query(LABELS, "text/html")
    check("a table to look at", status == 200 and 'href="/a"' in text and "Ada &lt;b&gt;" in text and not Page(text).wrong, text)
    check("HEAD of a query", s.ask("/sparql?" + urlencode({"query": COUNT}), "HEAD")[0] == 200)
    check("prefixes that need no word", s.query("SELECT ?s WHERE { ?s rdfs:label 'elsewhere' }")[0] == 200)
    check("an update is no query", s.query("DELETE WHERE { ?s ?p ?o }")[0] == 400)


def limits(s):
    """This server has short limits."""
    begun = time.monotonic()
    status, headers, text = s.query(SLOW, "text/csv")
    check("a query that takes too long", status == 503 and headers["Retry-After"] and text, status, text)
    check("is ended in time", time.monotonic() - begun < 4, time.monotonic() - begun)
    status, _, text = s.query("SELECT * WHERE { ?a ?b ?c . ?d ?e ?f }", "text/csv")
    check("an answer that is too large", status == 500 and "LIMIT" in text, status, text[:200])
    with concurrent.futures.ThreadPoolExecutor(12) as pool:
        slow = [pool.submit(s.query, SLOW) for _ in range(4)]
        begun = time.monotonic()
        time.sleep(0.1)
        check("a page while queries run", s.ask("/a")[0] == 200 and time.monotonic() - begun < 1)
        quick = [pool.submit(s.query, COUNT) for _ in range(8)]
        check("queries wait their turn", all(q.result()[0] == 200 for q in quick), [q.result()[0] for q in quick])
        check("the slow ones are given up", all(q.result()[0] == 503 for q in slow))
    # A client that goes away does not keep its query.
    for _ in range(6):
        with socket.create_connection(("127.0.0.1", s.port)) as c:
            c.sendall(b"GET /sparql?query=" + quote(SLOW).encode() + b" HTTP/1.1\r\nHost: localhost\r\n\r\n")
    check("after clients that went away", s.query(COUNT)[0] == 200)


def bodies(s):
    got = s.raw(b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\nContent-Length: 104857600\r\n\r\nSELECT", 3)
    check("100 MB are refused before they come", got.startswith(b"HTTP/1.1 413"), got[:100])
    got = s.raw(b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\nContent-Length: 99999999999999999999999\r\n\r\n", 3)
    check("more than can be counted", got.startswith((b"HTTP/1.1 413", b"HTTP/1.1 400")) or not got, got[:100])
    piece = b"10000\r\n" + b" " * 65536 + b"\r\n"
    got = s.raw(b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/sparql-query\r\nTransfer-Encoding: chunked\r\n\r\n" + piece * 32
                + b"0\r\n\r\n", 5)
    check("too much in pieces", got.startswith(b"HTTP/1.1 413"), got[:100])
    body = b"SELECT * WHERE { ?s ?p ?o }"
    got = s.raw(b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nExpect: 100-continue\r\nContent-Type: application/sparql-query\r\nContent-Length: "
                + str(len(body)).encode() + b"\r\n\r\n" + body, 5)
    check("Expect: 100-continue", b"HTTP/1.1 200" in got, got[:200])


def strangers(s):
    broken = [b"GET /a HTTP/1.1\r\nHost: localhost\r\n", b"GET", b"\r\n\r\n\r\n", b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nabc",
              b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", b"GET /a HTTP/9.9\r\n\r\n", b"G" * 100000, b"GET /" + b"a" * 100000 + b" HTTP/1.1\r\n\r\n"]
    for text in broken:
        with socket.create_connection(("127.0.0.1", s.port)) as c:
            try:
                c.sendall(text)
            except OSError:
                pass
        check(f"after {text[:30]}", s.ask("/a")[0] == 200)
    # Many who say nothing, more than there are places, and one letter at a time.
    idle = [socket.create_connection(("127.0.0.1", s.port)) for _ in range(100)]
    slow = socket.create_connection(("127.0.0.1", s.port))
    for letter in b"GET /a":
        slow.sendall(bytes([letter]))
        begun = time.monotonic()
        check("a page beside a hundred who say nothing", s.ask("/a")[0] == 200 and time.monotonic() - begun < 2)
        time.sleep(0.05)
    for c in idle + [slow]:
        c.close()
    with concurrent.futures.ThreadPoolExecutor(16) as pool:
        whole = s.ask("/a")[2]
        many = [pool.submit(s.ask, "/a") for _ in range(200)]
        bad = [m.result()[0] for m in many if m.result()[2] != whole and m.result()[0] != 503]
        check("many at once", not bad, bad)
    noise = random.Random(8)
    head = b"POST /sparql?query=a&format=json HTTP/1.1\r\nHost: localhost\r\nAccept: text/html;q=0.5,*/*\r\nContent-Type: application/x-www-form-urlencoded\r\n" \
           b"Content-Length: 9\r\n\r\nquery=%41"
    for _ in range(150):
        text = bytearray(head)
        for _ in range(noise.randrange(1, 8)):
            text[noise.randrange(len(text))] = noise.randrange(256)
        with socket.create_connection(("127.0.0.1", s.port)) as c:
            c.sendall(bytes(text[:noise.randrange(1, len(text) + 1)]))
    check("after noise", s.ask("/a")[0] == 200)


def others(file):
    run = subprocess.run([LINER, "serve", file, "--bind", "example.org"], capture_output=True, text=True, check=False)
    check("a name is no address", run.returncode == 2 and "L1090" in run.stderr, run.stderr)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        run = subprocess.run([LINER, "serve", file, "--port", str(taken.getsockname()[1])], capture_output=True, text=True, check=False)
        check("a port that is taken", run.returncode == 3 and "in use" in run.stderr, run.stderr)
    s = Server(file, "--bind", "0.0.0.0")
    check("at all addresses any name leads here", s.ask("/", headers={"Host": "elsewhere.example"})[0] == 200)
    s.end(signal.SIGINT)


with tempfile.TemporaryDirectory() as scratch:
    graph = os.path.join(scratch, "data.ttl")
    with open(graph, "w", encoding="utf-8") as f:
        f.write(DATA)
    server = Server(graph)
    check("where it is, and how much", "18 triples at http://127.0.0.1:" in server.line, server.line)
    for group in (pages, negotiation, caching, refusals, bodies):
        group(server)
    queries(server, graph)
    server.end()
    server = Server(graph, "--connections", "30")
    strangers(server)
    server.end()
    server = Server(graph, "--timeout", "1", "--max-answer", "10K")
    limits(server)
    # It ends at once, whatever is still asked.
    with socket.create_connection(("127.0.0.1", server.port)) as waiting:
        waiting.sendall(b"GET /sparql?query=" + quote(SLOW).encode() + b" HTTP/1.1\r\nHost: localhost\r\n\r\n")
        time.sleep(0.1)
        server.end()
    others(graph)
print(f"{passed} passed, {failed} failed")
sys.exit(failed != 0)
