"""Values of the register as programs get them, from the API and from the command line alike."""

from typing import Any

from tinhgon.documents.models import Instrument
from tinhgon.domain.jurisdictions import Jurisdiction
from tinhgon.domain.structure.compare import Difference
from tinhgon.domain.structure.units import Unit
from tinhgon.registry.apparatus.scene import Scene
from tinhgon.registry.directory import Directory, Edge
from tinhgon.registry.facts.recorded import Fact
from tinhgon.registry.where.whereabouts import Answer, Place

Numbers = dict[int, str]
"""The numbers of instruments by their id."""


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


def fact_document(fact: Fact, numbers: Numbers) -> dict[str, Any]:
    """One thing that is true of a unit over a period."""
    return {
        "fact": fact.about,
        "value": str(fact.value),
        "start": fact.period.start,
        "end": fact.period.end,
        "instrument": numbers.get(fact.instrument or 0),
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


def instrument_document(instrument: Instrument) -> dict[str, Any]:
    """A legal document with its days and how surely it is verified."""
    return {
        "id": instrument.pk,
        "number": instrument.number,
        "issued": instrument.issued,
        "in_force": instrument.in_force,
        "operative": instrument.operative,
        "titles": instrument.titles,
        "mark": instrument.mark,
        "source": instrument.source,
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


def compared_document(scene: Scene) -> dict[str, Any]:
    """What differs between two days; `covered` is there only where sources do not reach so far."""
    compared = scene.compared
    return {
        "ended": len(compared.ended),
        "begun": len(compared.begun),
        "changed": len(compared.comparison.changed),
        **({} if scene.has_sources else {"covered": False}),
    }


def difference_document(difference: Difference, jurisdiction: Jurisdiction) -> dict[str, Any]:
    """A unit that is not the same on two days."""
    before, after = difference.before, difference.after
    return {
        "key": difference.key,
        "before": unit_document(before, jurisdiction) if before else None,
        "after": unit_document(after, jurisdiction) if after else None,
        "attributes": [*difference.attributes],
    }
