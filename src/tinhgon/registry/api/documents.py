"""Values of the register as the members of an answer."""

from typing import Any

from django.utils.translation import gettext as _

from tinhgon.domain.jurisdictions import Jurisdiction
from tinhgon.domain.structure.units import Unit
from tinhgon.registry import queries
from tinhgon.registry.directory import Directory, Edge
from tinhgon.registry.whereabouts import Answer, Place
from tinhgon.ui.api import On, Problem

Numbers = dict[int, str]
"""The numbers of instruments by their id."""


def key_of(given: str | None, when: On) -> str | None:
    """The key meant by a key or a code on the day asked about; a 404 where there is none."""
    try:
        return queries.unit_key(given, when.day, when.instant)
    except queries.NoSuchUnit:
        raise no_unit(given or "") from None


def no_unit(key: str) -> Problem:
    """There is no such unit on the day asked about."""
    detail = _("There is no unit %(given)s on that day.") % {"given": key[:64]}
    return Problem(404, "no-such-unit", detail)


def unit_document(unit: Unit, jurisdiction: Jurisdiction) -> dict[str, Any]:
    """A unit as it stands on a day."""
    return {
        "key": unit.key,
        "level": unit.level,
        "kind": unit.kind,
        "name": unit.name,
        "full_name": jurisdiction.full_name(unit.kind, unit.name),
        "code": unit.code,
        "parent": unit.parent,
        "ties": [*unit.ties],
    }


def succession_document(edge: Edge, numbers: Numbers) -> dict[str, Any]:
    """What one unit handed on to another."""
    return {
        "day": edge.day,
        "predecessor": edge.predecessor,
        "successor": edge.successor,
        "extent": edge.extent,
        "carries": sorted(edge.carries) if edge.carries is not None else None,
        "main": edge.main,
        "verb": edge.verb,
        "instrument": numbers.get(edge.instrument or 0),
        "clause": edge.clause,
    }


def answer_document(answer: Answer, register: Directory, numbers: Numbers) -> dict[str, Any]:
    """What a query means and where that is to be found."""
    return {
        "query": answer.query,
        "how": answer.how.value,
        "answer": answer.codes,
        "answer_people": answer.codes_of_people,
        "meant": [
            {
                "key": meant.unit.unit,
                "code": meant.unit.code,
                "address": register.address(meant.found.path),
                "places": [_place(place, register, numbers) for place in meant.places],
            }
            for meant in answer.meant
        ],
        "suggestions": [register.address(found.path) for found in answer.suggestions],
    }


def _place(place: Place, register: Directory, numbers: Numbers) -> dict[str, Any]:
    edge = place.edge
    return {
        "key": place.entry.unit,
        "code": place.entry.code,
        "full_name": register.full_name(place.entry),
        "land": place.land,
        "people": place.people,
        "extent": edge.extent if edge else None,
        "instrument": numbers.get(edge.instrument or 0) if edge else None,
    }
