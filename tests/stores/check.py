# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# check.py LINER WORK [STORE...]: hold real stores against the table of quirks, and let liner load into them. After each load the
# graph of the store is compared with what was sent, triple by triple, as that store understands values.

import itertools
import os
import subprocess
import sys
import time

import servers
import terms

GRAPH = "http://example.org/g"
P = "<http://example.org/p>"
KEPT, RETYPED, ALTERED, REFUSED, STUCK = range(5)  # ln_fate


class Tally:
    passed = failed = 0

    def check(self, good, what, detail=""):
        if good:
            self.passed += 1
        else:
            self.failed += 1
            print("%s: %s" % (what, detail) if detail else what, flush=True)
        return good


def line(subject, obj):
    return "<http://example.org/%s> %s %s .\n" % (subject, P, obj)


def quirks_one_by_one(tally, server, quirks, edges):
    """Each term alone: refused or not as the table says, and given back as it says."""
    answers = quirks.ask(edges)
    fine = [(i, t) for i, (t, a) in enumerate(zip(edges, answers)) if a[0] != REFUSED]
    # A first line that is short, since some stores guess the syntax from the beginning of a body.
    body = line("first", '"x"') + "".join(line(i, t) for i, t in fine)
    status, text = server.put(GRAPH, body.encode("utf-8"))
    tally.check(status < 300, server.name + ": terms that should be taken were refused", text[-300:])
    back = {s: o for s, _, o in terms.triples(server.dump(GRAPH))}
    for i, t in fine:
        got = back.get("<http://example.org/%d>" % i)
        fate, _, shown = answers[i]
        what = "%s: %s" % (server.name, t[:80])
        if not tally.check(got is not None and got[0] in '<"', what, "is lost") or fate == ALTERED:
            continue
        same = quirks.ask([got])[0][2] == shown or (fate == RETYPED and terms.fields(got)[1] == terms.fields(t)[1])
        kept = terms.fields(got)[2].replace(terms.XSD + "string", "") == terms.fields(t)[2].replace(terms.XSD + "string", "")
        tally.check(same if fate == RETYPED else same and kept, what, "came back as " + got[:80])
        tally.check(fate != RETYPED or not (same and kept), what, "came back as it was, although the table says otherwise")
    for t in (t for t, a in zip(edges, answers) if a[0] == REFUSED):
        status, _ = server.put(GRAPH + "/refused", (line("first", '"x"') + line("s", t)).encode("utf-8"))
        tally.check(status >= 300, "%s: %s" % (server.name, t[:80]), "was taken, although the table says that it is refused")


def quirks_that_stick(tally, server, quirks, edges):
    """What is left of a graph that another one took the place of by PUT."""
    fine = [t for t, a in zip(edges, quirks.ask(edges)) if a[0] != REFUSED]
    server.put(GRAPH, b"", "DELETE")
    server.put(GRAPH, (line("first", '"x"') + "".join(line(i, t) for i, t in enumerate(fine))).encode("utf-8"))
    server.put(GRAPH, line("new", '"x"').encode("utf-8"))
    left = {s for s, _, _ in terms.triples(server.dump(GRAPH))}
    for i, (t, a) in enumerate(zip(fine, quirks.ask(fine))):
        stuck = "<http://example.org/%d>" % i in left
        tally.check(stuck == (a[0] == STUCK), "%s: %s" % (server.name, t[:80]), "is left behind" if stuck else "is not left behind")
    server.put(GRAPH, b"", "DELETE")
    tally.check(server.count(GRAPH) == 0, server.name + ": DELETE", "left something behind")


def quirks_in_pairs(tally, server, quirks, family):
    """Two terms of one subject and predicate: one triple or two."""
    answers = dict(zip(family, quirks.ask(family)))
    fine = [t for t in family if answers[t][0] not in (ALTERED, REFUSED)]
    pairs = list(itertools.combinations(range(len(fine)), 2))
    body = line("first", '"x"') + "".join(line("%d-%d" % p, fine[p[0]]) + line("%d-%d" % p, fine[p[1]]) for p in pairs)
    server.put(GRAPH, b"", "DELETE")
    status, text = server.put(GRAPH, body.encode("utf-8"))
    tally.check(status < 300, server.name + ": pairs were refused", text[-300:])
    answer = server.ask("SELECT ?s (COUNT(*) AS ?n) WHERE { GRAPH <%s> { ?s ?p ?o } } GROUP BY ?s" % GRAPH)
    rows = (r.replace('"', "").strip().rsplit(",", 1) for r in answer.split("\n")[1:] if r.strip())
    counts = {s.rsplit("/", 1)[1]: int(n) for s, n in rows}
    for a, b in pairs:
        one = answers[fine[a]][1] == answers[fine[b]][1]
        n = counts.get("%d-%d" % (a, b))
        tally.check(n == (1 if one else 2), "%s: %s and %s" % (server.name, fine[a][:60], fine[b][:60]), "are %s triples" % n)


class Loader:
    """liner load, into one store."""

    def __init__(self, liner, server, quirks, work):
        self.liner, self.server, self.quirks, self.work = os.path.abspath(liner), server, quirks, work
        self.environment = dict(os.environ)
        for name in ("LINER_STORE_USER", "LINER_STORE_PASSWORD"):
            self.environment.pop(name, None)
        if server.user:
            self.environment.update(LINER_STORE_USER=server.user, LINER_STORE_PASSWORD=server.password)

    def command(self, *words):
        return [self.liner, "load", "-q", "--target-kind", self.server.kind] + list(words)

    def run(self, *words, **environment):
        r = subprocess.run(
            self.command(*words), capture_output=True, text=True, timeout=900, check=False, env=dict(self.environment, **environment)
        )
        return r.returncode, r.stderr

    def by_graph_store(self, *words):
        return ("--graph-store", self.server.graph_store, "--query", self.server.query, "--graph", GRAPH) + words

    def by_update(self, *words):
        return ("--update", self.server.update, "--query", self.server.query, "--graph", GRAPH) + words

    def holds(self, tally, what, sent):
        """Whether the graph is what was sent."""
        try:
            there = self.server.dump(GRAPH)
        except OSError as e:
            return tally.check(False, what, str(e))
        lost = self.quirks.graph(sent) - self.quirks.graph(there)
        more = self.quirks.graph(there) - self.quirks.graph(sent)
        tally.check(not lost, what, "%d triples are lost, such as %s" % (len(lost), sorted(lost)[:1]))
        altered = any(a[0] in (ALTERED, REFUSED) for a in self.quirks.ask([o for _, _, o in terms.triples(sent) if o[0] != "_"]))
        tally.check(altered or not more, what, "%d triples are too many, such as %s" % (len(more), sorted(more)[:1]))
        n, expected = self.server.count(GRAPH), self.quirks.count(sent)
        return tally.check(n == expected, what, "the store counts %d triples, not %d" % (n, expected))


def make_triples(path, n):
    """A graph of n triples with names of people, years and numbers in it, none twice."""
    with open(path, "w", encoding="utf-8") as f:
        for i in range(n):
            s, k = divmod(i, 4)
            what = ('"Zo\u00eb %d"' % s, '"%d"^^<%sinteger>' % (s, terms.XSD), '"%d.50"^^<%sdecimal>' % (s, terms.XSD),
                    "<http://example.org/person/%d>" % (s + 1))[k]
            f.write("<http://example.org/person/%d> <http://example.org/p%d> %s .\n" % (s, k, what))


def read(path):
    with open(path, "rb") as f:
        return f.read()


def loads(tally, loader, catalogue, other):
    """Every way to load, and what comes between."""
    name, server = loader.server.name, loader.server
    sent = subprocess.run([loader.liner, "export", "-q", "--to", "ntriples", catalogue], capture_output=True, check=False).stdout
    server.put(GRAPH, b"", "DELETE")
    code, said = loader.run(*loader.by_graph_store("--replace", catalogue))
    tally.check(code == 0, name + ": load by PUT", said)
    loader.holds(tally, name + ": load by PUT", sent)
    code, said = loader.run(*loader.by_graph_store("--replace", other))
    tally.check(code == 0, name + ": replace by PUT", said)
    loader.holds(tally, name + ": replace by PUT", read(other))
    server.put(GRAPH, b"", "DELETE")
    code, said = loader.run(*loader.by_graph_store("--chunk", "1000", other))
    tally.check(code == 0, name + ": add by POST", said)
    loader.holds(tally, name + ": add by POST", read(other))
    code, said = loader.run(*loader.by_graph_store("--chunk", "1000", other))
    tally.check(code == 0, name + ": add by POST again", said)
    loader.holds(tally, name + ": add by POST again", read(other))
    server.put(GRAPH, b"", "DELETE")
    code, said = loader.run(*loader.by_update("--chunk", "1000", other))
    tally.check(code == 0, name + ": add by Update", said)
    loader.holds(tally, name + ": add by Update", read(other))
    code, said = loader.run(*loader.by_graph_store("--replace", catalogue))
    tally.check(code == 0, name + ": replace what was added", said)
    loader.holds(tally, name + ": replace what was added", sent)
    code, said = loader.run(*loader.by_graph_store("--replace", "--verify", "dump", other))
    tally.check(code == 0, name + ": replace, and compare", said)
    loader.holds(tally, name + ": replace, and compare", read(other))
    server.stop()
    if server.name != "fuseki":
        server.start()
        loader.holds(tally, name + ": restarted", read(other))
    else:
        server.start()
    if server.user:
        code, said = loader.run(*loader.by_graph_store("--replace", other), LINER_STORE_PASSWORD="wrong")
        tally.check(code != 0, name + ": a wrong password", "was no failure")


def killed(tally, loader, other):
    """The server dies in the middle of a load, comes back, and the load goes on. Not in memory, where all is gone."""
    server, journal = loader.server, os.path.join(loader.work, "journal")
    what = server.name + ": killed in the middle"
    server.put(GRAPH, b"", "DELETE")
    if os.path.exists(journal):
        os.remove(journal)
    words = loader.by_graph_store("--chunk", "500", "--parallel", "1", "--retries", "1", "--resume", journal, other)
    child = subprocess.Popen(loader.command(*words), stderr=subprocess.PIPE, text=True, env=loader.environment)
    while child.poll() is None and not (os.path.exists(journal) and read(journal).count(b"\n") > 4):
        time.sleep(0.01)
    server.kill()
    _, said = child.communicate(timeout=300)
    tally.check(child.returncode != 0, what, "the load ended as if nothing had happened")
    server.start()
    code, said = loader.run(*words)
    tally.check(code == 0, what, said)
    loader.holds(tally, what, read(other))


def can_load(liner):
    return subprocess.run([liner, "help", "load"], capture_output=True, check=False).returncode == 0


def check_store(tally, server, liner, work, large):
    program = os.path.join(work, "quirk")
    quirks = terms.Quirks(program, server.kind)
    quirks_one_by_one(tally, server, quirks, terms.numbers() + terms.times() + terms.texts())
    quirks_that_stick(tally, server, quirks, terms.numbers() + terms.times() + terms.texts())
    for family in (terms.numbers(), terms.times(), [t for t in terms.texts() if len(t) < 200]):
        quirks_in_pairs(tally, server, quirks, family)
    if not can_load(liner):
        return
    loader = Loader(liner, server, quirks, work)
    other = os.path.join(work, "other.nt")
    make_triples(other, 20000)
    loads(tally, loader, "data/thom-russo", other)
    if server.name != "fuseki":
        killed(tally, loader, other)
    if large and server.name != "fuseki":
        path = os.path.join(work, "large.nt")
        make_triples(path, large)
        code, said = loader.run(*loader.by_graph_store("--replace", path))
        tally.check(code == 0, "%s: %d triples" % (server.name, large), said)
        tally.check(server.count(GRAPH) == large, "%s: %d triples" % (server.name, large), "are not there")
        os.remove(path)


def main():
    liner, work, wanted = sys.argv[1], sys.argv[2], sys.argv[3:]
    jar = os.path.join(work, "jena-fuseki-server-5.6.0.jar")
    war = os.path.join(work, "rdf4j-http-server-4.1.3.war")
    runner = os.path.join(work, "jetty-runner-9.4.58.v20250814.jar")
    folder = os.path.join(work, "run-%s")
    makers = {
        "oxigraph": lambda: servers.Oxigraph(folder % "oxigraph", os.path.join(work, "venv", "bin", "oxigraph")),
        "virtuoso": lambda: servers.Virtuoso(folder % "virtuoso", work),
        "fuseki": lambda: servers.Fuseki(folder % "fuseki", jar),
        "tdb2": lambda: servers.Fuseki(folder % "tdb2", jar, True),
        "rdf4j": lambda: servers.Rdf4j(folder % "rdf4j", runner, war),
    }
    tally = Tally()
    for name in wanted or makers:
        before = tally.failed
        server = makers[name]()
        try:
            server.start()
            check_store(tally, server, liner, work, int(os.environ.get("LARGE", "0")))
        except (OSError, RuntimeError, subprocess.SubprocessError) as e:
            tally.check(False, name, str(e))
        finally:
            server.stop()
        print("%s: %s" % (name, "well" if tally.failed == before else "not well"), flush=True)
    print("%d passed, %d failed" % (tally.passed, tally.failed))
    return 1 if tally.failed or not tally.passed else 0


sys.exit(main())
