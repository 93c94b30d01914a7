"""Nodes written out a piece at a time, in one of two notations that say the same graph.

rdflib is imported where it is used: it takes a while, which only those should wait who want Turtle.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from tinhgon.reorganisation.events.linked import Node
from tinhgon.reorganisation.events.vocabulary import (
    CONTEXT,
    LINK,
    NAMESPACES,
    PARTS,
    PROPERTIES,
    SAID,
    TEXT,
    TRUTH,
)

Pieces = Iterator[str]


def jsonld(nodes: Iterable[Node]) -> Pieces:
    """JSON-LD, its context within it."""
    yield f'{{"@context": {_json(CONTEXT)},\n"@graph": ['
    between = "\n"
    for node in nodes:
        yield f"{between}{_json(node)}"
        between = ",\n"
    yield "\n]}\n"


def turtle(nodes: Iterable[Node]) -> Pieces:
    """Turtle."""
    from rdflib import URIRef

    yield "".join(f"@prefix {name}: <{address}> .\n" for name, address in NAMESPACES.items())
    for node in nodes:
        yield f"\n{URIRef(node['id']).n3()} {_statements(node)} .\n"


NOTATIONS: dict[str, tuple[str, Callable[[Iterable[Node]], Pieces]]] = {
    "jsonld": ("application/ld+json", jsonld),
    "turtle": ("text/turtle", turtle),
}
"""By name: the media type and what writes it."""


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _statements(node: Node) -> str:
    types = [node["type"]] if isinstance(node.get("type"), str) else node.get("type", [])
    said = [f"a {', '.join(types)}"] if types else []
    said += [
        f"{PROPERTIES[name].word} {', '.join(_terms(PROPERTIES[name].holds, value))}"
        for name, value in node.items()
        if name in PROPERTIES
    ]
    return " ;\n  ".join(said)


def _terms(holds: str, value: Any) -> Iterator[str]:
    from rdflib import Literal, URIRef

    if holds == SAID:
        yield from (Literal(text, lang=language).n3() for language, text in value.items())
        return
    for one in value if isinstance(value, list) else [value]:
        if holds == LINK:
            yield URIRef(one).n3()
        elif holds == PARTS:
            yield f"[ {_statements(one)} ]"
        elif holds == TRUTH:
            yield str(one).lower()
        else:
            written = Literal(one).n3()
            yield written if holds == TEXT else f"{written}^^{holds}"
