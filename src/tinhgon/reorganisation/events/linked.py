"""Events as linked data: what is said of the package, its events, units, kinds and instruments.

Each is a node as JSON-LD has it; `notations` writes them out, as JSON-LD or as Turtle.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import quote

from django.conf import settings

from tinhgon.documents.models import Instrument
from tinhgon.domain.jurisdictions import Jurisdiction
from tinhgon.domain.structure.units import Unit
from tinhgon.registry.directory import Edge, directory
from tinhgon.reorganisation.events.addresses import Addresses
from tinhgon.reorganisation.events.changes import Change, Kind, change_events
from tinhgon.reorganisation.events.published import done_by, instruments_of
from tinhgon.reorganisation.models import Package
from tinhgon.reorganisation.rearrangement.value import Rearrangement

Node = dict[str, Any]


def nodes(package: Package, base: str) -> list[Node]:
    """All that is told of a package; of one that was withdrawn, that it was. Few queries."""
    addresses = Addresses(base, package)
    done = done_by(package)
    told = [_plan(package, addresses)]
    return [*told, *_Telling(done, addresses, directory().jurisdiction).all()] if done else told


def _plan(package: Package, addresses: Addresses) -> Node:
    node = {
        "id": addresses.plan(),
        "type": "prov:Plan",
        "identifier": package.code,
        "title": package.titles,
        "date": package.day.isoformat(),
    }
    withdrawal = getattr(package, "withdrawal", None)
    return {**node, "withdrawn": withdrawal.at.isoformat()} if withdrawal else node


@dataclass(frozen=True)
class _Telling:
    """What a package does, with the addresses and words to tell it in."""

    done: Rearrangement
    addresses: Addresses
    jurisdiction: Jurisdiction

    def all(self) -> Iterator[Node]:
        """Instruments, events, units, kinds."""
        named = instruments_of(self.done)
        urls = self.addresses.instruments(named)
        yield from (_instrument(one, urls[one.pk]) for one in named.values())
        yield from self._events(urls)
        yield from (self._unit(unit) for unit in self._units)
        yield from self._kinds()

    @cached_property
    def _changes(self) -> list[Change]:
        return change_events(self.done)

    @cached_property
    def _units(self) -> list[Unit]:
        """As they stand after, those that end as they stand before; in order of keys."""
        told = (key for one in self._changes for key in (*one.original, *one.resulting))
        found = (self.done.after.get(key) or self.done.before.get(key) for key in {*told})
        return sorted(filter(None, found), key=lambda unit: unit.key)

    @cached_property
    def _urls(self) -> dict[str, str]:
        return self.addresses.units(unit.key for unit in self._units)

    def _events(self, instruments: dict[int, str]) -> Iterator[Node]:
        page, plan = self.addresses.events(), self.addresses.plan()
        for change in self._changes:
            node: Node = {
                "id": f"{page}#{quote(change.id)}",
                "type": _types(change.kind),
                "date": change.day.isoformat(),
                "original": [self._urls[key] for key in change.original],
                "resulting": [self._urls[key] for key in change.resulting],
                "instrument": instruments.get(change.instrument or 0),
                "clause": change.clause,
                "passed": [self._passed(edge) for edge in change.passed],
                "partOf": plan,
            }
            yield _said(node)

    def _passed(self, edge: Edge) -> Node:
        node: Node = {
            "from": self._urls[edge.predecessor],
            "to": self._urls[edge.successor],
            "extent": str(edge.extent),
            "carries": sorted(str(aspect) for aspect in edge.carries or ()),
            "main": edge.main,
        }
        return _said(node)

    def _unit(self, unit: Unit) -> Node:
        name, former = self._name(unit), self.done.before.get(unit.key)
        before = self._name(former) if former else name
        node: Node = {
            "id": self._urls[unit.key],
            "type": "org:Organization",
            "label": {settings.LANGUAGE_CODE: name},
            "formerly": {settings.LANGUAGE_CODE: before} if before != name else None,
            "identifier": unit.code,
            "classification": self._kind(unit.level, unit.kind),
        }
        return _said(node)

    def _name(self, unit: Unit) -> str:
        return self.jurisdiction.full_name(unit.kind, unit.name)

    def _kinds(self) -> Iterator[Node]:
        for level, kind in sorted({(unit.level, unit.kind) for unit in self._units}):
            words = self.jurisdiction.words[level].kinds.get(kind)
            forms = {language: one for language, (one, _) in words.forms.items()} if words else {}
            label = forms or {settings.LANGUAGE_CODE: kind}
            yield {"id": self._kind(level, kind), "type": "skos:Concept", "label": label}

    def _kind(self, level: str, kind: str) -> str:
        return f"urn:tinhgon:kind:{quote(self.jurisdiction.code)}:{quote(level)}:{quote(kind)}"


def _instrument(instrument: Instrument, url: str) -> Node:
    node: Node = {
        "id": url,
        "type": "eli:LegalResource",
        "identifier": instrument.number,
        "title": instrument.titles,
        "issued": instrument.issued and instrument.issued.isoformat(),
    }
    return _said(node)


def _types(kind: Kind) -> str | list[str]:
    general = "org:ChangeEvent"
    return general if kind is Kind.CHANGE else [general, f"tg:{kind}"]


def _said(node: Node) -> Node:
    """A node without what nobody knows; what is false is known."""
    return {name: value for name, value in node.items() if value not in (None, "", [], {})}
