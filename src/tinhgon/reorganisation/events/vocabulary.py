"""The words of linked data that events are told in, each in its standard.

`PROPERTIES` is one table for both notations: the context of JSON-LD and the predicates of Turtle.
W3C ORG knows but one class of events; the kind of each, and how much passed, are words of our own.
"""

from dataclasses import dataclass
from typing import Any

NAMESPACES = {
    "org": "http://www.w3.org/ns/org#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dct": "http://purl.org/dc/terms/",
    "prov": "http://www.w3.org/ns/prov#",
    "eli": "http://data.europa.eu/eli/ontology#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "tg": "urn:tinhgon:vocabulary:",
}

LINK, DAY, INSTANT, TEXT, SAID, TRUTH, PARTS = (
    *("@id", "xsd:date", "xsd:dateTime", "text", "@language", "xsd:boolean", "parts"),
)
"""What a property holds: an address, a day, an instant, a text, one by language, nodes in it."""


@dataclass(frozen=True)
class Property:
    """A member of a node: what standard has it under which word, and what it holds."""

    word: str
    holds: str

    @property
    def context(self) -> Any:
        """Its line in the context of JSON-LD."""
        if self.holds in (TEXT, TRUTH, PARTS):
            return {"@id": self.word}
        kind = "@container" if self.holds == SAID else "@type"
        return {"@id": self.word, kind: self.holds}


PROPERTIES = {
    "label": Property("skos:prefLabel", SAID),
    "formerly": Property("skos:altLabel", SAID),
    "title": Property("dct:title", SAID),
    "identifier": Property("dct:identifier", TEXT),
    "classification": Property("org:classification", LINK),
    "date": Property("dct:date", DAY),
    "issued": Property("dct:issued", DAY),
    "withdrawn": Property("prov:invalidatedAtTime", INSTANT),
    "partOf": Property("dct:isPartOf", LINK),
    "original": Property("org:originalOrganization", LINK),
    "resulting": Property("org:resultingOrganization", LINK),
    "instrument": Property("dct:source", LINK),
    "clause": Property("dct:bibliographicCitation", TEXT),
    "passed": Property("tg:passed", PARTS),
    "from": Property("tg:from", LINK),
    "to": Property("tg:to", LINK),
    "extent": Property("tg:extent", TEXT),
    "carries": Property("tg:carries", TEXT),
    "main": Property("tg:main", TRUTH),
}

CONTEXT = {
    **NAMESPACES,
    "id": "@id",
    "type": "@type",
    **{name: one.context for name, one in PROPERTIES.items()},
}
