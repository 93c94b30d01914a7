"""All that is known of one unit."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import click
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tinhgon.documents.models import Instrument
from tinhgon.registry import queries
from tinhgon.registry.cli.group import registry
from tinhgon.registry.directory import Directory, Edge, directory
from tinhgon.registry.facts import words as fact_words
from tinhgon.registry.facts.recorded import facts_known
from tinhgon.registry.json_documents import (
    Numbers,
    fact_document,
    succession_document,
    unit_document,
)
from tinhgon.registry.unit.events import extent_words
from tinhgon.ui import writing
from tinhgon.ui.commands import command, json_option, known_at_option, on_option, say
from tinhgon.ui.doors import PUBLIC

CONTACT = {
    "address": gettext_lazy("Address"),
    "telephone": gettext_lazy("Telephone"),
    "email": gettext_lazy("E-mail"),
    "website": gettext_lazy("Website"),
    "hours": gettext_lazy("Opening hours"),
    "source": gettext_lazy("Source"),
}


@command(registry, "show", PUBLIC)
@click.argument("unit")
@on_option
@known_at_option
@json_option
def show(unit: str, on: date | None, known_at: datetime | None, as_json: bool) -> None:
    """All that is known of a unit (key, or code on the day): its facts, origin, fate, contact."""
    on = on or timezone.localdate()
    key = queries.unit(unit, on, known_at).key
    if as_json:
        say(_document(key, on, known_at))
    else:
        click.echo("\n".join(_words(key, on, known_at)))


def _document(key: str, on: date, known_at: datetime | None) -> dict[str, Any]:
    numbers = queries.instrument_numbers()
    before, after = _edges(key, known_at)
    unit = queries.unit_on(key, on, known_at)
    contact = queries.contacts([key], on).get(key)
    return {
        "key": key,
        "on": on,
        "unit": unit_document(unit, queries.jurisdiction()) if unit else None,
        "facts": [fact_document(fact, numbers) for fact in facts_known(key, known_at)],
        "predecessors": [succession_document(edge, numbers) for edge in before],
        "successors": [succession_document(edge, numbers) for edge in after],
        "contact": {name: getattr(contact, name) for name in CONTACT} if contact else None,
        "instruments": [
            {"number": one.number, "mark": one.mark, "title": one.title}
            for one in _instruments(key, known_at)
        ],
    }


def _words(key: str, on: date, known_at: datetime | None) -> Iterator[str]:
    register, numbers = directory(known_at), queries.instrument_numbers()
    yield from _heading(register, key, on)
    for fact in facts_known(key, known_at):
        said = fact_words.value(fact.about, fact.value, register)
        period = writing.period(fact.period.start, fact.period.end)
        line = f"  {fact_words.label(fact.about, register):<20} {said:<28} {period:<36}"
        yield f"{line} {numbers.get(fact.instrument or 0, '')}".rstrip()
    before, after = _edges(key, known_at)
    yield from _edge_words(_("Formed from:"), before, "predecessor", register, numbers)
    yield from _edge_words(_("Went into:"), after, "successor", register, numbers)
    yield _("Contact:")
    contact = queries.contacts([key], on).get(key)
    for name, words in CONTACT.items() if contact else ():
        if getattr(contact, name):
            yield f"  {words!s:<20} {getattr(contact, name)}"
    if not contact:
        yield "  " + _("no source yet")
    for one in _instruments(key, known_at):
        yield f"  [{one.mark}] {one.number}  {one.title}"


def _heading(register: Directory, key: str, on: date) -> Iterator[str]:
    entry = register.on(key, on)
    if entry is None:
        yield _("Does not stand on %s.") % writing.day(on)
    else:
        yield f"{register.address(register.path(entry, on))} ({key})"


def _edge_words(
    heading: str, edges: list[Edge], end: str, register: Directory, numbers: Numbers
) -> Iterator[str]:
    if edges:
        yield heading
    for edge in edges:
        other = getattr(edge, end)
        name = register.full_name(register.latest(other))
        instrument = numbers.get(edge.instrument or 0, "")
        line = f"  {writing.day(edge.day)}  {name} ({other}): {extent_words(edge)}"
        yield f"{line}  {instrument} {edge.clause}".rstrip()


def _edges(key: str, known_at: datetime | None) -> tuple[list[Edge], list[Edge]]:
    lineage: Any = directory(known_at).lineage
    before, after = lineage.backward.get(key, ()), lineage.forward.get(key, ())
    return (
        sorted(before, key=lambda edge: (edge.day, edge.predecessor)),
        sorted(after, key=lambda edge: (edge.day, edge.successor)),
    )


def _instruments(key: str, known_at: datetime | None) -> list[Instrument]:
    """The instruments that the unit's facts and successions rest on."""
    ids = {fact.instrument for fact in facts_known(key, known_at)}
    ids |= {edge.instrument for edges in _edges(key, known_at) for edge in edges}
    return queries.instruments_behind(filter(None, ids), key)
