# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# Real SPARQL stores on loopback, for tests/stores and bench: each is started on free ports in a folder of its own, asked over
# HTTP, stopped or killed, and started again on the same data. Nothing here needs root or leaves a process behind.

import hashlib
import os
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request

COUNT = "SELECT (COUNT(*) AS ?n) WHERE { GRAPH <%s> { ?s ?p ?o } }"
FORM = "application/x-www-form-urlencoded"


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def say(path):
    """The end of a file, for messages."""
    try:
        with open(path, encoding="utf-8", errors="replace") as f:
            return f.read()[-400:]
    except OSError:
        return ""


class Server:
    """What all stores have in common. A kind is the word of --target-kind."""

    name = kind = ""
    user = password = None

    def __init__(self, folder):
        self.folder = os.path.abspath(folder)
        self.process = None
        self.opener = urllib.request.build_opener()
        shutil.rmtree(self.folder, ignore_errors=True)
        os.makedirs(self.folder)
        self.choose_ports()

    def choose_ports(self):
        self.port = free_port()

    def command(self):
        raise NotImplementedError

    def ready(self):
        """Whether it answers a query."""
        return self.ask("SELECT (1 AS ?one) {}", timeout=2) is not None

    def environment(self):
        return None

    def start(self, seconds=60):
        with open(os.path.join(self.folder, "server.log"), "ab") as log:
            self.process = subprocess.Popen(
                self.command(), cwd=self.folder, stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=self.environment()
            )
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if self.process.poll() is not None:
                break
            try:
                if self.ready():
                    return self
            except OSError:
                pass
            time.sleep(0.1)
        self.kill()
        raise RuntimeError("%s did not start: %s" % (self.name, say(os.path.join(self.folder, "server.log"))))

    def stop(self):
        """In good order."""
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(30)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self.process = None

    def kill(self):
        """As a power cut does."""
        if self.process:
            self.process.kill()
            self.process.wait()
        self.process = None

    def request(self, method, url, body=None, headers=None, timeout=120):
        """Status and body of the answer, whatever the status."""
        r = urllib.request.Request(url, data=body, headers=headers or {}, method=method)
        try:
            with self.opener.open(r, timeout=timeout) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as e:
            return e.code, e.read()

    def graph_url(self, graph):
        return self.graph_store + "?graph=" + urllib.parse.quote(graph, safe="")

    def ask(self, query, accept="text/csv", timeout=120):
        """The answer to a query, as text."""
        body = urllib.parse.urlencode({"query": query}).encode()
        status, text = self.request("POST", self.query, body, {"Content-Type": FORM, "Accept": accept}, timeout)
        if status != 200:
            raise OSError("%s: status %d: %s" % (self.name, status, text[:300]))
        return text.decode("utf-8")

    def change(self, update):
        """Status and text of an update."""
        return self.request("POST", self.update, update.encode(), {"Content-Type": "application/sparql-update"})

    def count(self, graph):
        return int(self.ask(COUNT % graph).split()[-1])

    def put(self, graph, body, method="PUT", content="application/n-triples"):
        return self.request(method, self.graph_url(graph), body, {"Content-Type": content})

    def dump(self, graph):
        """The graph as N-Triples."""
        status, text = self.request("GET", self.graph_url(graph), headers={"Accept": "application/n-triples"})
        if status == 404:
            return b""
        if status != 200:
            raise OSError("%s: status %d: %s" % (self.name, status, text[:300]))
        return text


class Oxigraph(Server):
    name = kind = "oxigraph"

    def __init__(self, folder, program):
        self.program = program
        super().__init__(folder)
        at = "http://127.0.0.1:%d" % self.port
        self.graph_store, self.query, self.update = at + "/store", at + "/query", at + "/update"

    def command(self):
        return [self.program, "serve", "--location", "data", "--bind", "127.0.0.1:%d" % self.port]


class Fuseki(Server):
    """In memory; with tdb2=True on disk."""

    def __init__(self, folder, jar, tdb2=False, extra=()):
        self.jar, self.extra = os.path.abspath(jar), list(extra)
        self.tdb2 = tdb2
        self.name = "tdb2" if tdb2 else "fuseki"
        self.kind = self.name
        super().__init__(folder)
        at = "http://127.0.0.1:%d/ds" % self.port
        self.graph_store, self.query, self.update = at + "/data", at + "/sparql", at + "/update"
        os.makedirs(os.path.join(self.folder, "data"), exist_ok=True)

    def command(self):
        where = ["--tdb2", "--loc=data"] if self.tdb2 else ["--mem"]
        listen = ["--port", str(self.port), "--localhost", "--update"]
        return ["java", "-Xmx1g", "-jar", self.jar] + listen + self.extra + where + ["/ds"]


VIRTUOSO_INI = """[Database]
DatabaseFile=virtuoso.db
ErrorLogFile=virtuoso.log
LockFile=virtuoso.lck
TransactionFile=virtuoso.trx
xa_persistent_file=virtuoso.pxa
FileExtend=200
MaxCheckpointRemap=2000
TempStorage=TempDatabase
[TempDatabase]
DatabaseFile=virtuoso-temp.db
TransactionFile=virtuoso-temp.trx
[Parameters]
ServerPort=127.0.0.1:%(sql)d
DisableUnixSocket=1
CaseMode=2
DirsAllowed=., %(allowed)s
NumberOfBuffers=40000
MaxDirtyBuffers=30000
[HTTPServer]
ServerPort=127.0.0.1:%(http)d
ServerRoot=vsp
ServerThreads=10
[SPARQL]
ResultSetMaxRows=10000000
"""


class Virtuoso(Server):
    name = kind = "virtuoso"
    user, password = "dba", "dba"

    def __init__(self, folder, allowed=""):
        super().__init__(folder)
        self.sql = free_port()
        os.makedirs(os.path.join(self.folder, "vsp"))
        with open(os.path.join(self.folder, "virtuoso.ini"), "w", encoding="ascii") as f:
            f.write(VIRTUOSO_INI % {"sql": self.sql, "http": self.port, "allowed": allowed or self.folder})
        at = "http://127.0.0.1:%d" % self.port
        self.graph_store = at + "/sparql-graph-crud-auth"
        self.query, self.update = at + "/sparql", at + "/sparql-auth"
        self.challenge, self.requests = None, 0

    def request(self, method, url, body=None, headers=None, timeout=120):
        """With a digest (RFC 7616). The challenge is fetched without a body, since the server hangs up on those it refuses."""
        if url == self.query:
            return super().request(method, url, body, headers, timeout)
        if not self.challenge:
            self.challenge, self.requests = self.fetch_challenge(url), 0
        self.requests += 1
        status, text = super().request(method, url, body, dict(headers or {}, Authorization=self.digest(method, url)), timeout)
        if status == 401:
            self.challenge = None
        return status, text

    @staticmethod
    def fetch_challenge(url):
        try:
            urllib.request.urlopen(url, timeout=10).close()
        except urllib.error.HTTPError as e:
            e.read()
            given = e.headers.get("WWW-Authenticate", "")
            return urllib.request.parse_keqv_list(urllib.request.parse_http_list(given.partition(" ")[2]))
        return None

    def digest(self, method, url):
        def md5(text):
            return hashlib.md5(text.encode()).hexdigest()

        c, uri, nc = self.challenge, url[url.index("/", 8):], "%08x" % self.requests
        secret = md5("%s:%s:%s" % (self.user, c["realm"], self.password))
        answer = md5(":".join([secret, c["nonce"], nc, "liner", "auth", md5(method + ":" + uri)]))
        fields = {"username": self.user, "realm": c["realm"], "nonce": c["nonce"], "uri": uri, "cnonce": "liner",
                  "response": answer, "opaque": c.get("opaque", "")}
        return "Digest " + ", ".join('%s="%s"' % f for f in fields.items()) + ', algorithm=MD5, qop=auth, nc=' + nc

    def command(self):
        return ["virtuoso-t", "+foreground", "+configfile", "virtuoso.ini"]

    def isql(self, statement):
        """Run one statement; its output."""
        r = subprocess.run(
            ["isql-vt", "127.0.0.1:%d" % self.sql, "dba", "dba", "VERBOSE=OFF", "exec=" + statement],
            capture_output=True, text=True, timeout=300, check=False,
        )
        if "*** Error" in r.stdout + r.stderr:
            raise OSError((r.stdout + r.stderr)[-400:])
        return r.stdout

    def ready(self):
        return super().ready() and self.isql("select 1;") is not None


class Rdf4j(Server):
    """RDF4J's server, with a repository in memory."""

    name = kind = "rdf4j"
    CONFIG = """@prefix rep: <http://www.openrdf.org/config/repository#> . @prefix sr: <http://www.openrdf.org/config/repository/sail#> .
@prefix sail: <http://www.openrdf.org/config/sail#> .
[] a rep:Repository ; rep:repositoryID "kg" ;
  rep:repositoryImpl [ rep:repositoryType "openrdf:SailRepository" ; sr:sailImpl [ sail:sailType "openrdf:NativeStore" ] ] .
"""

    def __init__(self, folder, runner, war):
        self.runner, self.war = os.path.abspath(runner), os.path.abspath(war)
        super().__init__(folder)
        self.at = "http://127.0.0.1:%d/rdf4j-server" % self.port
        self.query = self.at + "/repositories/kg"
        self.graph_store, self.update = self.query + "/rdf-graphs/service", self.query + "/statements"

    def command(self):
        return ["java", "-Xmx1g", "-Dorg.eclipse.rdf4j.appdata.basedir=" + self.folder, "-jar", self.runner,
                "--host", "127.0.0.1", "--port", str(self.port), "--path", "/rdf4j-server", self.war]

    def ready(self):
        if self.request("GET", self.at + "/protocol", timeout=2)[0] != 200:
            return False
        if self.request("GET", self.query + "/size")[0] == 404:
            self.request("PUT", self.query, self.CONFIG.encode(), {"Content-Type": "text/turtle"})
        return super().ready()
