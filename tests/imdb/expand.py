# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
"""JSON-LD on standard input to N-Triples, as far as bench/imdb needs it: a context of prefixes, one node object a thing, ids,
values with a datatype, integers, strings. Anything else is an error."""

import json
import sys

TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
INTEGER = "http://www.w3.org/2001/XMLSchema#integer"


def expand(prefixes, name):
    prefix, colon, rest = name.partition(":")
    return prefixes[prefix] + rest if colon and prefix in prefixes else name


def literal(text, datatype=None):
    text = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
    return f'"{text}"' + (f"^^<{datatype}>" if datatype else "")


def value(prefixes, what):
    if isinstance(what, str):
        return literal(what)
    if isinstance(what, int) and not isinstance(what, bool):
        return literal(str(what), INTEGER)
    if set(what) == {"@id"}:
        return f'<{expand(prefixes, what["@id"])}>'
    if set(what) == {"@value", "@type"}:
        return literal(what["@value"], expand(prefixes, what["@type"]))
    raise ValueError(what)


def main():
    document = json.load(sys.stdin)
    prefixes = {}
    context = document["@context"]
    for part in context if isinstance(context, list) else [context]:
        prefixes.update({k: v for k, v in part.items() if not k.startswith("@")})
    for node in document["@graph"]:
        subject = f'<{expand(prefixes, node["@id"])}>'
        for key, values in node.items():
            for one in values if isinstance(values, list) else [values]:
                if key == "@type":
                    print(f"{subject} <{TYPE}> <{expand(prefixes, one)}> .")
                elif key != "@id":
                    print(f"{subject} <{expand(prefixes, key)}> {value(prefixes, one)} .")


sys.stdout.reconfigure(encoding="utf-8")
main()
