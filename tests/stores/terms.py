# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# Terms of RDF as N-Triples has them: taken apart, compared as stores compare them, and a list of those at which stores stumble.

import re
import subprocess

XSD = "http://www.w3.org/2001/XMLSchema#"
LITERAL = re.compile(r'"(.*)"(?:\^\^<(.*)>|@(.*))?', re.S)
TRIPLE = re.compile(r"(<[^>]*>|_:\S+)\s+(<[^>]*>)\s+(.*?)\s*\.\s*$", re.S)
ESCAPE = re.compile(r"\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)", re.S)
LETTERS = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}


def unescape(text):
    return ESCAPE.sub(lambda m: chr(int(m[1][1:], 16)) if m[1][0] in "uU" and len(m[1]) > 1 else LETTERS.get(m[1], m[1]), text)


def fields(term):
    """Kind, text, datatype and language, as tests/stores/quirk.c reads them."""
    if term[0] == "<":
        return ("i", unescape(term[1:-1]), "", "")
    m = LITERAL.fullmatch(term)
    return ("l", unescape(m[1]), m[2] or "", m[3] or "")


def triples(dump):
    """The triples of N-Triples, as three texts each. Only a line feed ends a line: others stand in literals."""
    for line in dump.decode("utf-8").split("\n"):
        m = TRIPLE.match(line)
        if m:
            yield m[1], m[2], m[3]


class Quirks:
    """What liner says of terms in a store of one kind."""

    def __init__(self, program, kind):
        self.program, self.kind, self.known = program, kind, {}

    def ask(self, terms):
        """(fate, key of counting, key of comparing) of each term."""
        new = [t for t in dict.fromkeys(terms) if t not in self.known]
        if new:
            data = b"".join(b"".join(f.encode("utf-8") + b"\0" for f in fields(t)) for t in new)
            r = subprocess.run([self.program, self.kind], input=data, capture_output=True, check=True)
            lines = r.stdout.decode("ascii").splitlines()
            assert len(lines) == len(new)
            for term, line in zip(new, lines):
                fate, counted, shown = line.split(" ")
                self.known[term] = (int(fate), counted, shown)
        return [self.known[t] for t in terms]

    def graph(self, dump):
        """Triples in the value space of the store. What it alters is left out, since nothing it says could be expected."""
        all_three = list(triples(dump))
        ground = [t for t in all_three if "_:" not in (t[0][:2], t[2][:2])]
        objects = self.ask([o for _, _, o in ground])
        return {(unescape(s), unescape(p), k[2]) for (s, p, _), k in zip(ground, objects) if k[0] not in (2, 3)}

    def count(self, dump):
        """How many triples the store should count."""
        all_three = list(triples(dump))
        objects = self.ask([o for _, _, o in all_three if o[0] != "_"])
        keys = iter(objects)
        return len({(s, p, o if o[0] == "_" else next(keys)[1]) for s, p, o in all_three})


def typed(name, *texts):
    return ['"%s"^^<%s%s>' % (t, XSD, name) for t in texts]


DIGITS = "1234567890123456789012345678901234567890123"


def numbers():
    out = typed("integer", "1", "007", "+7", "-0", "0", "2147483647", "2147483648", "-2147483648", "-2147483649")
    for bits in (55, 63):
        for v in (2**bits - 1, 2**bits, -(2**bits), -(2**bits) - 1):
            out += typed("integer", str(v), "%s0%d" % ("-" if v < 0 else "", abs(v)))
    out += typed("integer", DIGITS[:40], DIGITS[:41], "abc")
    for name in ("nonNegativeInteger", "positiveInteger", "int", "long", "short", "byte", "unsignedInt", "unsignedLong"):
        out += typed(name, "5", "05")
    out += typed("unsignedInt", "2147483647", "2147483648", "4294967295") + typed("long", "2147483648")
    out += typed("decimal", "1.0", "1", "0.10", "0.1", ".1", "+1.5", "5.", "-0.0", "0.0", "007.50", "100.00", "0.5", "2147483648")
    out += typed("decimal", *["0." + DIGITS[:n] for n in (14, 15, 16, 18, 19, 20)])
    out += typed("decimal", "14073748835532.5", "014073748835532.5", "14073748835533.5", "014073748835533.5", DIGITS[:40], DIGITS[:41])
    out += typed("double", "1.0E0", "1", "1e3", "INF", "-INF", "NaN", "0.1", "-0", "0", "0e0", "1.23456", "1.234567")
    out += typed("double", "1E76", "1.0E76", "1E78", "1.0E78", "1E-76", "1.0E-76", "1E-77", "1.0E-77", "0.3", "16777217", "2.5E-5")
    return out + typed("float", "0.1", "1", "1.0", "1e3", "0.5", "16777216", "16777217", "3.14159", "3.14159274", "INF", "-0")


def times():
    out = typed("gYear", "1994", "0099", "-0044", "1994Z", "1994+00:00", "12000") + typed("gYearMonth", "1994-01", "-0044-03")
    out += typed("date", "1994-01-01", "1994-10-05", "1994-10-05Z", "1994-10-05+00:00", "1994-10-05-00:00", "1994-10-05+02:00")
    out += typed("date", "-0044-03-15", "7999-10-05-00:00", "7999-10-05+00:00", "8000-10-05-00:00", "8000-10-05+00:00")
    noon = "1994-10-05T12:00:00"
    out += typed("dateTime", "1994-01-01T00:00:00", noon, noon + "Z", "1994-10-05T14:00:00+02:00", noon + "+00:00", noon + "-00:00")
    for n in (1, 3, 4, 6, 7, 10, 11):
        out += typed("dateTime", noon + "." + "1" * n, noon + "." + "1" * n + "0") + typed("time", "12:00:00." + "1" * n)
    return out + typed("dateTimeStamp", noon + "Z") + typed("time", "12:00:00", "12:00:00.0", "12:00:00Z", "12:00:00.10")


def texts():
    out = typed("boolean", "true", "1", "false", "0")
    out += typed("duration", "PT2H5M", "PT125M", "P1Y", "P12M") + typed("dayTimeDuration", "PT125M", "PT2H5M")
    out += ['"plain"', '"a\\rb"', '"a\\r\\nb"', '"a\\tb"', '"\\u0001"', '"\U0001F3AD"', '"\\"\\"\\""', '"\\\\n"', '"a\u0085b"', '"$x {y}"']
    out += typed("string", "s") + typed("anyURI", "http://x/a") + typed("hexBinary", "0FB7", "0fb7") + ['"007"^^<http://x/dt>']
    out += ['"txt"@%s' % tag for tag in ("en", "EN", "en-US", "en-us", "zh-Hant", "de-CH-1901", "x-private", "i-klingon", "en-a", "en-1")]
    out += ['"POINT(1 2)"^^<http://www.opengis.net/ont/geosparql#wktLiteral>', '"1994~"^^<http://id.loc.gov/datatypes/edtf/EDTF>']
    out += ["<http://iri/%s>" % ("y" * (n - 11)) for n in (1000, 1880, 1881, 7990)]
    tails = ("a%20b", "%C3%A9", "\u00e9", "a(b)", "?q=a&b=c", "#a", "%zz", "%", "[1]", "#a#b", "\ue000", "?\ue000", "\ufdd0", "\U0001F3AD")
    return out + ["<http://x/%s>" % t for t in tails] + ["<http://x:a/>", "<http://[::1]/>", "<urn:isbn:123>"]
