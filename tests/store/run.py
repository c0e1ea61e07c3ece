# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
"""liner load against a store that misbehaves (server.py): after each case the graph in the store is the one that was loaded,
triple by triple, or liner has said that it is not. run.py LINER"""

import concurrent.futures, os, random, re, signal, subprocess, sys, tempfile, time
from server import Store, Trouble, triples

LINER = os.path.abspath(sys.argv[1])
HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.dirname(os.path.dirname(HERE))
SCRATCH = tempfile.TemporaryDirectory(prefix="liner-store-")
SECONDS = 30
CASES = []


def case(function):
    CASES.append(function)
    return function


def scratch(name, text=None):
    path = os.path.join(SCRATCH.name, name)
    if text is not None:
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.write(text)
    return path


def numbered(n, first=0):
    return "".join(
        '<http://a.example/s%d> <http://a.example/p%d> "%s \\"é\\"\\n\\t%d"@en .\n' % (i // 3, i % 5, "x" * (i % 70), i)
        for i in range(first, first + n))


BLANK = numbered(50) + "".join(
    '<http://a.example/s%d> <http://a.example/part> _:b%d .\n_:b%d <http://a.example/n> "%d" .\n_:b%d <http://a.example/next> _:b%d .\n'
    % (i, i, i, i, i, i + 1) for i in range(20))


def canon(graph):
    """The graph with names for blank nodes that depend on what is said of them alone."""
    names = {t: "" for triple in graph for t in triple if t.startswith("_:")}
    for _ in range(25):
        says = {b: [] for b in names}
        for s, p, o in graph:
            if s in says:
                says[s].append((p, names.get(o, o), ">"))
            if o in says:
                says[o].append((p, names.get(s, s), "<"))
        names = {b: "_:" + str(hash(tuple(sorted(says[b])))) for b in names}
    return sorted((names.get(s, s), p, names.get(o, o)) for s, p, o in graph)


def load(store, *words, env=None, kill=None, trust=None):
    place = dict(os.environ, **(env or {}))
    for name in [n for n in place if n.startswith("LINER_STORE_") and n not in (env or {})]:
        del place[name]
    place.update(HOME=SCRATCH.name, LC_ALL="C")
    words = [w.replace("STORE", store.url) for w in words]
    command = [LINER, "load", "--retry-wait", "5", *words]
    process = subprocess.Popen(command, cwd=TOP, env=place, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True)
    if kill:
        while not kill() and process.poll() is None:
            time.sleep(0.002)
        process.send_signal(signal.SIGKILL)
    said = process.communicate(timeout=SECONDS)[1]
    return process.returncode, said


def check(holds, *why):
    if not holds:
        raise AssertionError(" ".join(str(w) for w in why))


def check_graph(store, text, name=""):
    """Exactly what is in the text, whatever happened on the way."""
    wanted, got = canon(set(triples(text))), canon(store.graph(name))
    missing, more = set(wanted) - set(got), set(got) - set(wanted)
    check(wanted == got, len(wanted), "wanted,", len(got), "there; missing", list(missing)[:2], "more", list(more)[:2])
    check(not store.faults, store.faults)


def check_done(store, result, text, name=""):
    check(result[0] == 0, "status", *result)
    check_graph(store, text, name)
    check("%s triples in the graph" % format(len(store.graph(name)), ",") in result[1], result[1])


PUT = ["--graph-store", "STORE/graph-store", "--graph", "http://a.example/g", "--replace"]
POST = ["--graph-store", "STORE/graph-store", "--graph", "http://a.example/g", "--chunk", "40"]
UPDATE = ["--update", "STORE/update", "--query", "STORE/query", "--graph", "http://a.example/g", "--chunk", "40"]
RENEW = UPDATE + ["--replace"]
ROUTES = [PUT, POST, UPDATE, RENEW]
GRAPH = "http://a.example/g"


def every_route(trouble, text, *more, old=""):
    """By every route, whatever is in the way of it."""
    path = scratch("%x.nt" % random.getrandbits(60), text)
    for route in ROUTES:
        with Store(Trouble(**trouble)) as store:
            if old and "--replace" in route:
                store.graphs[GRAPH] = set(triples(old))
            check_done(store, load(store, *route, *more, path), text, GRAPH)


@case
def plain():
    every_route({}, numbered(1000))
    every_route({}, numbered(1000), old=numbered(300, 5000))
    every_route({}, numbered(7), "--verify", "dump")
    every_route({}, "")


@case
def default_graph():
    path = scratch("default.nt", numbered(10))
    for route in ROUTES:
        with Store() as store:
            words = [w for w in route if w not in ("--graph", GRAPH)]
            check_done(store, load(store, *words, path), numbered(10))


@case
def a_catalogue():
    export = subprocess.run([LINER, "export", "data/thom-russo", "--to", "ntriples", "-q"], cwd=TOP, stdout=subprocess.PIPE)
    for route in ROUTES:
        with Store() as store:
            check_done(store, load(store, *route, "--verify", "dump", "data/thom-russo"), export.stdout.decode(), GRAPH)


@case
def in_the_same_way_twice():
    path = scratch("twice.nt", numbered(100))
    for route in ROUTES:
        with Store() as store:
            for _ in range(2):
                code, said = load(store, *route, path)
                check(code == 0, said)
                check_graph(store, numbered(100), GRAPH)


@case
def passing_troubles():
    for trouble in ("busy", "deadlock", "cut_body", "cut_answer"):
        every_route({trouble: 3}, numbered(500))


@case
def asked_to_wait():
    for trouble in ("wait", "date"):
        path = scratch(trouble + ".nt", numbered(100))
        with Store(Trouble(**{trouble: 1})) as store:
            start = time.monotonic()
            check_done(store, load(store, *PUT, path), numbered(100), GRAPH)
            # A date has whole seconds, so that the one asked for may begin at once.
            check(trouble == "date" or time.monotonic() - start > 0.9, "it did not wait")


@case
def not_for_ever():
    path = scratch("busy.nt", numbered(10))
    for route in ROUTES:
        with Store(Trouble(busy=99)) as store:
            code, said = load(store, *route, "--retries", "2", path)
            check(code == 3 and "status 503" in said and "L1033" in said, code, said)
            check(store.writes == 0, store.writes)


@case
def an_answer_that_never_comes():
    path = scratch("silent.nt", numbered(100))
    for route in ROUTES:
        with Store(Trouble(silent=1)) as store:
            check_done(store, load(store, *route, "--timeout", "1", path), numbered(100), GRAPH)
            # A store that may be at it still is not sent the graph again: it is counted.
            check(route is not PUT or store.writes == 1, store.log)


@case
def a_gateway_that_gives_up():
    every_route({"late": 1}, numbered(100))


@case
def too_large():
    every_route_but_put = [POST, UPDATE, RENEW]
    path = scratch("large.nt", numbered(300))
    for route in every_route_but_put:
        with Store(Trouble(large=1000)) as store:
            check_done(store, load(store, *route, path), numbered(300), GRAPH)
    with Store(Trouble(large=1000)) as store:
        store.graphs[GRAPH] = set(triples(numbered(3)))
        code, said = load(store, *PUT, path)
        check(code == 3 and "L1034" in said, code, said)
        check_graph(store, numbered(3), GRAPH)


@case
def lost_without_a_word():
    path = scratch("lost.nt", numbered(100))
    for trouble in ("lose", "drop"):
        for route in ROUTES:
            with Store(Trouble(**{trouble: 1})) as store:
                code, said = load(store, *route, path)
                check(code == 3 and "L1040" in said and "should have 100" in said, code, said)


@case
def altered_without_a_word():
    path = scratch("altered.nt", numbered(100))
    for route in ROUTES:
        with Store(Trouble(alter=1)) as store:
            code, said = load(store, *route, "--verify", "dump", path)
            check(code == 3 and "L1046" in said and "lacks 1 triples, and has 1 others" in said, code, said)
            check('"another"' in said and "the store lacks <http" in said, said)
            check(load(store, *route, path)[0] == 0 or route in (POST, UPDATE), "the number alone is right")


@case
def same_values():
    """A store that writes values in its own way still has them."""
    ours = "".join('<a:s> <a:p%d> %s .\n' % (i, v) for i, v in enumerate([
        '"1.0"^^<http://www.w3.org/2001/XMLSchema#decimal>', '"007"^^<http://www.w3.org/2001/XMLSchema#int>',
        '"PT2H5M"^^<http://www.w3.org/2001/XMLSchema#duration>', '"x"@en-US', '"1"^^<http://www.w3.org/2001/XMLSchema#boolean>',
        '"1.50"^^<a:own>', '"2001-01-01T24:00:00Z"^^<http://www.w3.org/2001/XMLSchema#dateTime>']))
    theirs = "".join('<a:s> <a:p%d> %s .\n' % (i, v) for i, v in enumerate([
        '"1"^^<http://www.w3.org/2001/XMLSchema#decimal>', '"7"^^<http://www.w3.org/2001/XMLSchema#integer>',
        '"PT125M"^^<http://www.w3.org/2001/XMLSchema#duration>', '"x"@en-us', '"true"^^<http://www.w3.org/2001/XMLSchema#boolean>',
        '"1.50"^^<a:own>', '"2001-01-02T00:00:00Z"^^<http://www.w3.org/2001/XMLSchema#dateTime>']))
    path = scratch("values.nt", ours)
    with Store(Trouble(lose=1)) as store:
        store.graphs[GRAPH] = set()
        code, said = load(store, *POST, path)
        check(code == 3, said)
        store.graphs[GRAPH] = set(triples(theirs))
        store.trouble.lose = 1
        code, said = load(store, *POST, "--verify", "dump", path)
        check(code == 0, code, said)
        store.graphs[GRAPH] = set(triples(theirs.replace('"1.50"', '"1.5"')))
        store.trouble.lose = 1
        code, said = load(store, *POST, "--verify", "dump", path)
        check(code == 3 and "L1045" in said, code, said)


@case
def a_full_store():
    path = scratch("full.nt", numbered(100))
    for route in ROUTES:
        with Store(Trouble(full=60)) as store:
            code, said = load(store, *route, path)
            check(code == 3 and "status 507" in said and "L1032" in said, code, said)
            check(len(store.graph(GRAPH)) <= 60 and store.writes <= 4, store.writes)


@case
def added_to_others():
    path = scratch("others.nt", numbered(100))
    for route in (POST, UPDATE):
        with Store() as store:
            store.graphs[GRAPH] = set(triples(numbered(60, 80)))
            code, said = load(store, *route, path)
            check(code == 0 and "L1041" in said, code, said)
            check_graph(store, numbered(140), GRAPH)
            code, said = load(store, *route, "--verify", "dump", path)
            check(code == 0 and "L1041" not in said, code, said)
            store.trouble = Trouble(lose=9)
            code, said = load(store, *route, "--verify", "dump", scratch("new.nt", numbered(3, 900)))
            check(code == 3 and "lacks 3 triples" in said, code, said)


@case
def elsewhere():
    path = scratch("elsewhere.nt", numbered(10))
    for route in ROUTES:
        with Store(Trouble(redirect=1)) as store:
            code, said = load(store, *route, path)
            check(code == 3 and "redirects are not followed" in said, code, said)
            check(not [line for line in store.log if "elsewhere" in line], store.log)


@case
def packed():
    path = scratch("packed.nt", numbered(200))
    for route in (POST, UPDATE):
        for refused in (0, 1):
            with Store(Trouble(no_gzip=refused)) as store:
                result = load(store, *route, "--gzip", path)
                check_done(store, result, numbered(200), GRAPH)
                check(("L1044" in result[1]) == bool(refused), result[1])


@case
def who_we_are():
    path = scratch("login.nt", numbered(200))
    good = {"LINER_STORE_USER": "loader", "LINER_STORE_PASSWORD": "open sesame"}
    for trouble in ({"basic": "loader:open sesame"}, {"digest": "loader:open sesame"}, {"digest": "loader:open sesame", "stale": 1}):
        for route in ROUTES:
            with Store(Trouble(**trouble)) as store:
                result = load(store, *route, path, env=good)
                check_done(store, result, numbered(200), GRAPH)
            with Store(Trouble(**trouble)) as store:
                code, said = load(store, *route, path, env=dict(good, LINER_STORE_PASSWORD="wrong word"))
                check(code == 3 and "L1031" in said and "wrong word" not in said, code, said)
                check(store.writes == 0 and not store.graphs, "something was written")
    token = scratch("token", "token t0ken\n")
    with Store(Trouble(token="t0ken")) as store:
        check_done(store, load(store, *PUT, "--login", token, path), numbered(200), GRAPH)
        code, said = load(store, *PUT, "--login", scratch("bad", "token wr0ng\n"), path)
        check(code == 3 and "L1031" in said and "wr0ng" not in said, code, said)
    netrc = scratch(".netrc", "machine 127.0.0.1\nlogin loader\npassword sesame\n")
    with Store(Trouble(basic="loader:sesame")) as store:
        check_done(store, load(store, *PUT, path), numbered(200), GRAPH)
    os.rename(netrc, scratch("their.netrc"))
    with Store(Trouble(digest="loader:sesame")) as store:
        check(load(store, *PUT, path)[0] == 3, "nobody said who we are")
        check_done(store, load(store, *PUT, path, env={"NETRC": scratch("their.netrc")}), numbered(200), GRAPH)


@case
def certificates():
    path = scratch("tls.nt", numbered(100))
    own = os.path.join(HERE, "self-signed.pem")
    with Store(tls=own) as store:
        code, said = load(store, *PUT, "--retries", "1", path)
        check(code == 3 and "certificate" in said, code, said)
        check(not store.log, store.log)
        check_done(store, load(store, *PUT, "--ca-file", own, path), numbered(100), GRAPH)


@case
def blank_nodes():
    path = scratch("blank.nt", BLANK)
    for route in ROUTES:
        with Store() as store:
            check_done(store, load(store, *route, path), BLANK, GRAPH)
        with Store(Trouble(busy=2)) as store:
            check_done(store, load(store, *route, path), BLANK, GRAPH)
    # Each file has nodes of its own.
    other = scratch("other.nt", BLANK.replace("_:b", "_:c"))
    same = scratch("same.nt", BLANK)
    with Store() as store:
        code, said = load(store, *POST, path, same)
        check(code == 0, said)
        check_graph(store, BLANK + BLANK.replace("_:b", "_:c"), GRAPH)
    with Store() as store:
        code, said = load(store, *POST, path, other)
        check(code == 0, said)
        check_graph(store, BLANK + BLANK.replace("_:b", "_:c"), GRAPH)


@case
def blank_nodes_are_not_doubled():
    path = scratch("cut.nt", "_:a <a:p> _:b .\n_:b <a:p> <a:o> .\n")
    for trouble in ("cut_body", "cut_answer", "deadlock", "late"):
        for route in (POST, UPDATE):
            with Store(Trouble(**{trouble: 1})) as store:
                code, said = load(store, *route, path)
                check(code == 3 and "L1033" in said, trouble, code, said)
                check(len(store.graph(GRAPH)) <= 2 and store.writes <= 1, store.graphs)


@case
def blank_nodes_with_names():
    path = scratch("skolem.nt", BLANK)
    for route in ROUTES:
        with Store(Trouble(cut_answer=2)) as store:
            result = load(store, *route, "--skolemize", "http://a.example/.well-known/genid/", path)
            named = re.sub(r"_:(b\d+)", r"<http://a.example/.well-known/genid/i1-\1>", BLANK)
            check_done(store, result, named, GRAPH)


@case
def killed_and_resumed():
    text = numbered(4000)
    path = scratch("resume.nt", text)
    for number, route in enumerate((POST, UPDATE, RENEW)):
        journal = scratch("journal-%d" % number)
        words = [*route, "--resume", journal]
        with Store(Trouble(pause=0.004)) as store:
            if route is RENEW:
                store.graphs[GRAPH] = set(triples(numbered(10, 90000)))
            for kills in range(3):
                goal = store.writes + 20
                code, said = load(store, *words, path, kill=lambda: store.writes >= goal)
                check(code == -signal.SIGKILL, code, said)
                check(os.path.exists(journal), "no journal")
            store.trouble = Trouble()
            before = store.writes
            result = load(store, *words, path)
            check_done(store, result, text, GRAPH)
            check("pieces sent before" in result[1] and "L1041" not in result[1], result[1])
            check(store.writes - before < 60, "sent again:", store.writes - before)
            check(not os.path.exists(journal), "the journal stays")


@case
def resumed_with_other_inputs():
    journal = scratch("journal-other")
    path = scratch("changing.nt", numbered(400))
    with Store(Trouble(pause=0.01)) as store:
        load(store, *POST, "--resume", journal, path, kill=lambda: store.writes >= 4)
        scratch("changing.nt", numbered(400, 1))
        code, said = load(store, *POST, "--resume", journal, path)
        check("L1042" in said and code != 0, code, said)
        code, said = load(store, *UPDATE, "--resume", journal, path)
        check("L1039" in said and "another load" in said and code == 3, code, said)


@case
def stopped_by_the_user():
    path = scratch("stopped.nt", numbered(400))
    with Store(Trouble(pause=0.05)) as store:
        words = [w.replace("STORE", store.url) for w in POST]
        process = subprocess.Popen([LINER, "load", *words, path], cwd=TOP, stderr=subprocess.PIPE, text=True)
        while store.writes < 2:
            time.sleep(0.002)
        start = time.monotonic()
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=SECONDS)
        check(process.returncode == 130 and time.monotonic() - start < 2, process.returncode)
        check(store.graph(GRAPH) < set(triples(numbered(400))), "more than was to be sent")


@case
def nobody_there():
    path = scratch("nobody.nt", numbered(10))
    with Store() as store:
        pass
    code, said = load(store, *PUT, "--retries", "1", path)
    check(code == 3 and "L1030" in said, code, said)


@case
def answers_of_another_kind():
    path = scratch("turtle.nt", numbered(10))
    with Store(Trouble(turtle=1)) as store:
        store.graphs[GRAPH] = set()
        code, said = load(store, *POST, path)
        check(code == 3 and "N-Triples were asked for, and text/turtle came" in said, code, said)
        check(store.writes == 0, store.log)


@case
def at_random():
    """Many troubles at once, some seeds; what liner says to be done is done."""
    text = numbered(600)
    path = scratch("random.nt", text)
    for seed in range(8):
        pick = random.Random(seed)
        trouble = {name: pick.randrange(3) for name in ("busy", "deadlock", "cut_body", "cut_answer", "late")}
        route = [w if w != "40" else "10" for w in pick.choice(ROUTES)]
        with Store(Trouble(large=pick.choice([0, 3000]), **trouble)) as store:
            code, said = load(store, *route, "--parallel", str(pick.randrange(1, 6)), "--retries", "12", path)
            if code == 0:
                check_graph(store, text, GRAPH)
            else:
                check(code == 3 and "L10" in said, seed, code, said)
                check("--replace" in route and "413" in said, seed, code, said)


def run(function):
    start = time.monotonic()
    try:
        function()
        problem = None
    except Exception as error:  # whatever it is, the case has failed
        problem = "%s: %s" % (type(error).__name__, error)
    return function.__name__, problem, time.monotonic() - start


def main():
    failed = 0
    wanted = [c for c in CASES if len(sys.argv) < 3 or c.__name__ in sys.argv[2:]]
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        for name, problem, seconds in pool.map(run, wanted):
            if problem or len(sys.argv) > 2:
                print("store %s: %s (%.1f s)" % (name, problem or "passed", seconds))
            failed += 1 if problem else 0
    print("%d passed, %d failed" % (len(wanted) - failed, failed))
    return 1 if failed or not wanted else 0


if __name__ == "__main__":
    sys.exit(main())
