"""Inventing two books of documents of a unit (sổ văn bản minh họa): what came in and what went out.

Each document is registered on its day, counted back from that of the demonstration; the books are
of its year, so shortly after New Year much was registered on its first day.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

from tinhgon.audit.acts import act
from tinhgon.audit.record import Actor
from tinhgon.directives.correspondence import actions
from tinhgon.directives.correspondence.papers import Incoming, Outgoing
from tinhgon.directives.models import Book, BookEntry, Direction
from tinhgon.invented.days import in_year, instant
from tinhgon.registry.models import Unit

CATALOGUE = Path(__file__).with_name("vn_correspondence.yaml")


@act
def invent_books(unit: Unit, *, by: Actor, on: date) -> int:
    """Make up the books of a unit for the year of a day, up to that day; how many documents.

    Nothing is done where the unit keeps a book.
    """
    if Book.objects.filter(unit=unit).exists():
        return 0
    said = yaml.safe_load(CATALOGUE.read_text(encoding="utf-8"))
    entries = said[Direction.INCOMING.value]["entries"]
    units = {one.key: one for one in Unit.objects.filter(key__in=_named(entries))}
    for entry in entries:
        entry["to"] = [units[key] for key in entry.get("to", ())]
        entry["unit"] = units.get(entry.get("unit", ""))
    return sum(_book(unit, direction, said[direction.value], by, on) for direction in Direction)


def _named(entries: list[dict[str, Any]]) -> set[str]:
    return {key for one in entries for key in (one.get("unit", ""), *one.get("to", ()))}


def _book(unit: Unit, direction: Direction, said: Mapping[str, Any], by: Actor, on: date) -> int:
    days = [in_year(on, -one["ago"]) for one in said["entries"]]
    book = actions.open_book(
        said["name"],
        by=by,
        at=instant(days[0], 7),
        unit=unit,
        direction=direction,
        year=on.year,
        issuer=said.get("issuer", ""),
    )
    for one, day in zip(said["entries"], days, strict=True):
        enter = _went_out if book.is_outgoing else _came_in
        enter(book, one, said, by, day)
    return len(days)


def _came_in(
    book: Book, one: Mapping[str, Any], said: Mapping[str, Any], by: Actor, day: date
) -> None:
    paper = Incoming(
        number=one["number"],
        follows_form=one.get("form", True),
        kind=one.get("kind", ""),
        issued=day - timedelta(days=one["age"]),
        received=day,
        abstract=one["abstract"],
        sender_unit=one["unit"],
        sender=one.get("sender", ""),
        due=day + timedelta(days=one["due"]) if "due" in one else None,
    )
    entry = actions.register_incoming(book, by=by, at=instant(day, 8), paper=paper)
    for unit in one["to"]:
        actions.forward(entry, by=by, at=instant(day, 10), unit=unit, words=one["words"])


def _went_out(
    book: Book, one: Mapping[str, Any], said: Mapping[str, Any], by: Actor, day: date
) -> None:
    paper = Outgoing(
        issued=day,
        abstract=one["abstract"],
        signer=said["signer"],
        recipients=one["recipients"],
        type=one.get("type", ""),
        issuer=one.get("issuer", ""),
    )
    entry: BookEntry = actions.register_outgoing(book, by=by, at=instant(day, 15), paper=paper)
    if "cancelled" in one:
        actions.cancel(entry, by=by, at=instant(day, 16), reason=one["cancelled"])
