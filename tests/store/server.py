# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
"""A small SPARQL store in memory: a graph store, updates and queries, as far as liner asks. It is exact, and can be told to
misbehave as real stores and the wires to them do.

    server.py [TROUBLE[=VALUE]]... -- COMMAND...

runs a command with STORE set to the address of the store, without its last part (graph-store, update or query), and prints what
the graphs hold in the end. Troubles are those of Trouble, such as busy=2 or basic=user:password."""

import base64, gzip, hashlib, http.server, os, re, secrets, socket, ssl, struct, subprocess, sys, threading, time, urllib.parse
from email.utils import formatdate

LINE = re.compile(
    r"[ \t]*(?P<s><[^\x00-\x20<>\"{}|^`\\]*>|_:[^ \t]+)[ \t]+(?P<p><[^\x00-\x20<>\"{}|^`\\]*>)[ \t]+"
    r"(?P<o><[^\x00-\x20<>\"{}|^`\\]*>|_:[^ \t]+|\"(?:[^\"\\\r\n]|\\[tbnrf\"'\\]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*\""
    r"(?:@[A-Za-z]+(?:-[A-Za-z0-9]+)*|\^\^<[^\x00-\x20<>\"{}|^`\\]*>)?)[ \t]*\.[ \t]*(?:\#.*)?")


class Bad(Exception):
    pass


ESCAPED = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}


def unescaped(match):
    code = match.group(1)
    return chr(int(code[1:], 16)) if len(code) > 1 else ESCAPED.get(code, code)


def canonical(term):
    """A term with no more escapes than are needed, so that the same terms are the same texts."""
    if not term.startswith('"'):
        return term
    end = term.rindex('"')
    text = re.sub(r"\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)", unescaped, term[1:end])
    for plain, code in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\r", "\\r")):
        text = text.replace(plain, code)
    return '"' + text + term[end:]


def triples(text, scope=""):
    """The triples of N-Triples; labels of blank nodes are those of the scope."""
    found = []
    for line in text.split("\n"):
        line = line.rstrip("\r")
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        m = LINE.fullmatch(line)
        if not m:
            raise Bad("not a triple: " + line[:80])
        found.append(tuple(t + scope if t.startswith("_:") else canonical(t) for t in m.group("s", "p", "o")))
    return found


class Trouble:
    """What goes wrong. Numbers say how often; after that, all is well."""

    def __init__(self, **wanted):
        self.busy = 0  # 503
        self.wait = 0  # 429 with Retry-After: 1
        self.date = 0  # 503 with Retry-After as a date
        self.cut_body = 0  # the connection ends in the middle of a body
        self.cut_answer = 0  # and in the middle of an answer, when all was done
        self.silent = 0  # no answer ever; all was done
        self.deadlock = 0  # Virtuoso's, with half of it done
        self.late = 0  # a gateway gives up (504), and the store goes on
        self.lose = 0  # 204, and nothing is kept
        self.drop = 0  # 204, and the last triple is missing
        self.alter = 0  # 204, and one value is another
        self.large = 0  # bytes of a body that are refused with 413
        self.full = 0  # triples that the store holds
        self.pause = 0.0  # seconds that each request takes
        self.redirect = 0  # 307
        self.no_gzip = 0  # packed bodies are no RDF
        self.numbers = 0  # 1.0 is kept as 1
        self.server = "Faulty/1"  # what it calls itself
        self.turtle = 0  # answers in Turtle, whatever was asked for
        self.basic = ""  # user:password
        self.digest = ""
        self.token = ""
        self.stale = 0  # the nonce has been used too often, when something is written
        for name, value in wanted.items():
            if not hasattr(self, name):
                raise SystemExit("no such trouble: " + name)
            kind = type(getattr(self, name))
            setattr(self, name, kind(value))

    def take(self, name):
        n = getattr(self, name)
        if n > 0:
            setattr(self, name, n - 1)
        return n > 0


class Store(http.server.ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def __init__(self, trouble=None, tls=None):
        super().__init__(("127.0.0.1", 0), Handler)
        self.trouble = trouble or Trouble()
        self.graphs = {}
        self.lock = threading.Lock()
        self.log = []  # method and path of each request
        self.faults = []  # what a client must not do
        self.writes = 0
        self.nonces = set()
        self.scopes = 0
        if tls:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(tls)
            self.socket = context.wrap_socket(self.socket, server_side=True)
        self.url = "%s://127.0.0.1:%d" % ("https" if tls else "http", self.server_port)

    def handle_error(self, request, address):
        pass

    def __enter__(self):
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.shutdown()
        self.server_close()

    def graph(self, name=""):
        return self.graphs.get(name, set())

    def scope(self):
        with self.lock:
            self.scopes += 1
            return "r%d" % self.scopes


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def version_string(self):
        return self.server.trouble.server

    def answer(self, status, body="", kind="text/plain", headers=()):
        data = body.encode()
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        if data:
            self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def drop_connection(self):
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.close_connection = True
        self.connection.close()

    # ---- who is it ----

    def challenge(self, stale=False):
        trouble = self.server.trouble
        schemes = []
        if trouble.digest:
            nonce = secrets.token_hex(8)
            self.server.nonces.add(nonce)
            schemes.append('Digest realm="store", nonce="%s", qop="auth"%s' % (nonce, ", stale=true" if stale else ""))
        if trouble.basic:
            schemes.append('Basic realm="store"')
        self.answer(401, "who are you?", headers=[("WWW-Authenticate", s) for s in schemes or ["Bearer"]])
        return False

    def known(self):
        trouble, given = self.server.trouble, self.headers.get("Authorization", "")
        if not (trouble.basic or trouble.digest or trouble.token):
            if given:
                self.server.faults.append("a login that nobody asked for")
            return True
        if trouble.token and given == "Bearer " + trouble.token:
            return True
        if trouble.basic and given == "Basic " + base64.b64encode(trouble.basic.encode()).decode():
            return True
        if trouble.digest and given.startswith("Digest "):
            part = {k: v.strip('"') for k, v in re.findall(r'(\w+)=("[^"]*"|[^, ]+)', given)}
            if part.get("nonce") not in self.server.nonces:
                return self.challenge()
            if self.command in ("PUT", "POST") and trouble.take("stale"):
                self.server.nonces.discard(part["nonce"])
                return self.challenge(stale=True)
            user, password = trouble.digest.split(":", 1)
            md5 = lambda s: hashlib.md5(s.encode()).hexdigest()
            ha1, ha2 = md5("%s:store:%s" % (user, password)), md5("%s:%s" % (self.command, part["uri"]))
            right = md5(":".join([ha1, part["nonce"], part["nc"], part["cnonce"], part["qop"], ha2]))
            if part.get("username") == user and part.get("response") == right:
                return True
        return self.challenge()

    # ---- bodies ----

    def body(self):
        """The bytes of the body; None if an answer was given already, or none will be."""
        trouble = self.server.trouble
        if "chunked" in self.headers.get("Transfer-Encoding", ""):
            self.server.faults.append("a body without a length")
            self.close_connection = True
            self.answer(411, "length required")
            return None
        n = int(self.headers.get("Content-Length", 0))
        reads = self.path.startswith("/query")
        if not reads and n > 0 and trouble.take("cut_body"):
            self.rfile.read(n // 2)
            self.drop_connection()
            return None
        data = self.rfile.read(n)
        if not reads and trouble.large and n > trouble.large:
            self.answer(413, "too large")
            return None
        if self.headers.get("Content-Encoding") == "gzip":
            if trouble.no_gzip:
                self.answer(500, "unsupported type")
                return None
            data = gzip.decompress(data)
        return data

    def refused(self):
        """Whether an answer was given before anything was done."""
        trouble = self.server.trouble
        time.sleep(trouble.pause)
        if trouble.take("busy"):
            self.answer(503, "busy")
        elif trouble.take("wait"):
            self.answer(429, "too many", headers=[("Retry-After", "1")])
        elif trouble.take("date"):
            self.answer(503, "busy", headers=[("Retry-After", formatdate(time.time() + 1, usegmt=True))])
        elif trouble.take("redirect"):
            self.answer(307, headers=[("Location", "/elsewhere")])
        else:
            return False
        return True

    def finish_write(self, status):
        """The answer to something that was done."""
        trouble = self.server.trouble
        self.server.writes += 1
        if trouble.take("cut_answer"):
            self.wfile.write(b"HTTP/1.1 20")
            self.wfile.flush()
            self.drop_connection()
        elif trouble.take("silent"):
            time.sleep(30)
            self.drop_connection()
        elif trouble.take("late"):
            self.answer(504, "gateway timeout")
        else:
            self.answer(status)

    def spoil(self, new):
        """What is really kept of what is to be added; None if an answer was given."""
        trouble = self.server.trouble
        if trouble.full and len(new) > trouble.full - sum(len(g) for g in self.server.graphs.values()):
            self.answer(507, "the disk is full")
            return None
        if not new:
            return new
        if trouble.numbers:
            new = [t[:2] + (re.sub(r'^"(\d+)\.0+"\^\^<(.*)decimal>$', r'"\1"^^<\2integer>', t[2]),) for t in new]
        if trouble.take("lose"):
            return []
        if trouble.take("drop"):
            return new[:-1]
        if trouble.take("alter"):
            return new[:-1] + [new[-1][:2] + ('"another"',)]
        return new

    def write(self, name, new, replace=False):
        trouble, server = self.server.trouble, self.server
        if trouble.take("deadlock"):
            with server.lock:
                old = set() if replace else server.graph(name)
                server.graphs[name] = old | set(new[: len(new) // 2])
            return self.answer(500, "Virtuoso 40001 Error SR172: Transaction deadlocked")
        with server.lock:
            there = name in server.graphs
            before = server.graphs.get(name)
            if replace:
                server.graphs.pop(name, None)
            kept = self.spoil(new)
            if kept is None:
                if before is not None:
                    server.graphs[name] = before
                return None
            server.graphs[name] = server.graph(name) | set(kept)
        return self.finish_write(204 if there else 201)

    # ---- the graph store ----

    def graph_name(self):
        query = urllib.parse.parse_qs(urllib.parse.urlsplit(self.path).query, keep_blank_values=True)
        return query.get("graph", [""])[0]

    def dump(self, graph):
        if self.server.trouble.turtle:
            return self.answer(200, "@prefix : <x:> .\n", "text/turtle")
        lines = "".join(" ".join(t) + " .\n" for t in sorted(graph))
        return self.answer(200, lines, "application/n-triples")

    def graph_store(self):
        name = self.graph_name()
        if self.command == "GET":
            return self.answer(404, "no such graph") if name not in self.server.graphs else self.dump(self.server.graph(name))
        if self.command == "DELETE":
            with self.server.lock:
                there = self.server.graphs.pop(name, None) is not None
            return self.answer(204 if there else 404)
        data = self.body()
        if data is None:
            return None
        if not self.headers.get("Content-Type", "").startswith("application/n-triples"):
            return self.answer(415, "what is this?")
        return self.write(name, triples(data.decode(), self.server.scope()), self.command == "PUT")

    # ---- updates and queries ----

    def update(self):
        data = self.body()
        if data is None:
            return None
        if self.headers.get("Content-Type") != "application/sparql-update; charset=utf-8":
            return self.answer(415, "what is this?")
        text = data.decode()
        m = re.fullmatch(r"CLEAR SILENT (?:GRAPH <([^>]*)>|DEFAULT)", text)
        if m:
            with self.server.lock:
                self.server.graphs[m.group(1) or ""] = set()
            return self.finish_write(204)
        if text.startswith("# "):
            return self.answer(204)
        one = r"(INSERT|DELETE) DATA \{\n\s*(?:GRAPH <([^>]*)> \{\n)?(.*?)\}?\s*\}(?: ;)?\n"
        found = list(re.finditer(one, text, re.DOTALL))
        if not found or "".join(m.group() for m in found) != text:
            raise Bad("no such update: " + text[:80])
        if len(found) == 1 and found[0].group(1) == "INSERT":
            return self.write(found[0].group(2) or "", triples(found[0].group(3), self.server.scope()))
        changes = [(m.group(1), m.group(2) or "", set(triples(m.group(3), self.server.scope()))) for m in found]
        with self.server.lock:
            for verb, name, change in changes:
                graph = self.server.graph(name)
                self.server.graphs[name] = graph | change if verb == "INSERT" else graph - change
        return self.finish_write(204)

    def query(self):
        data = self.body()
        if data is None:
            return None
        text = urllib.parse.parse_qs(data.decode()).get("query", [""])[0]
        m = re.search(r"GRAPH <([^>]*)>", text)
        graph = self.server.graph(m.group(1) if m else "")
        if text.startswith("SELECT (COUNT(*) AS ?n) WHERE {"):
            asked = re.search(r"VALUES \(\?s \?p \?o\) \{ (.*) \}\s+(?:GRAPH|\{)", text, re.DOTALL)
            graph = graph & set(triples(re.sub(r"\((<.*?)\) ", r"\1 .\n", asked.group(1) + " "))) if asked else graph
            row = '{"type":"literal","datatype":"http://www.w3.org/2001/XMLSchema#integer","value":"%d"}' % len(graph)
            kind = "application/sparql-results+json"
            return self.answer(200, '{"head":{"vars":["n"]},"results":{"bindings":[{"n":%s}]}}' % row, kind)
        if text.startswith("CONSTRUCT { ?s ?p ?o } WHERE {"):
            return self.dump(graph)
        raise Bad("no such query: " + text[:80])

    def handle_request(self):
        self.server.log.append(self.command + " " + self.path)
        if not self.known() or self.command in ("PUT", "POST", "DELETE") and not self.path.startswith("/query") and self.refused():
            if int(self.headers.get("Content-Length", 0)) > 0:
                self.rfile.read(int(self.headers["Content-Length"]))
            return
        try:
            if self.path.startswith("/graph-store?"):
                self.graph_store()
            elif self.path == "/update" and self.command == "POST":
                self.update()
            elif self.path == "/query" and self.command == "POST":
                self.query()
            else:
                self.answer(404 if self.path not in ("/update", "/query") else 400, "nothing here")
        except (Bad, UnicodeDecodeError) as error:
            self.answer(400, str(error))

    do_GET = do_PUT = do_POST = do_DELETE = handle_request


def main():
    cut = sys.argv.index("--") if "--" in sys.argv else len(sys.argv)
    wanted = dict((word.split("=", 1) + ["1"])[:2] for word in sys.argv[1:cut])
    if cut + 1 >= len(sys.argv):
        raise SystemExit(__doc__)
    with Store(Trouble(**wanted)) as store:
        code = subprocess.run(sys.argv[cut + 1 :], env=dict(os.environ, STORE=store.url), timeout=60).returncode
        for name in sorted(store.graphs):
            print("%s: %d" % (name or "default", len(store.graphs[name])))
        for fault in store.faults:
            print("fault: " + fault)
    sys.exit(code)


if __name__ == "__main__":
    main()
