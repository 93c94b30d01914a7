"""The picture of what passed on one day, into a unit or out of it; `ui.flow` places it.

At most so many units are drawn as can be told apart; the table beside has them all.
"""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tinhgon.domain.lookup import Entry
from tinhgon.domain.structure.claims import Extent
from tinhgon.registry.directory import Edge
from tinhgon.registry.naming import unit_url
from tinhgon.registry.unit.events import Event, extent_words
from tinhgon.ui import writing
from tinhgon.ui.flow import MOST_UNITS, Flow, Link, Node, Shape, flow

SHAPE = Shape(left=500, right=300, least=30)
LONGEST_NOTE = 72
"""More letters than this do not fit beside the picture."""


def draw(event: Event) -> Flow:
    """The picture of an event."""
    edges = drawn(event)
    sources, targets = {e.predecessor for e in edges}, {e.successor for e in edges}
    return flow(
        [_node(event, entry, edges) for entry in event.old if entry.unit in sources],
        [_node(event, entry, edges) for entry in event.new if entry.unit in targets],
        [_link(event, edge) for edge in edges],
        SHAPE,
    )


def drawn(event: Event) -> list[Edge]:
    """The successions that the picture shows."""
    shown: list[Edge] = []
    units: set[str] = set()
    for edge in event.sorted:
        ends = {edge.predecessor, edge.successor}
        if len(units | ends) <= MOST_UNITS:
            units |= ends
            shown.append(edge)
    return shown


def label(event: Event) -> str:
    """What the picture shows, for those who do not see it."""
    return _("%(heading)s, %(day)s. The table has the same.") % {
        "heading": event.heading,
        "day": writing.day(event.day),
    }


def _node(event: Event, entry: Entry, edges: Iterable[Edge]) -> Node:
    return Node(
        key=entry.unit,
        label=event.directory.full_name(entry),
        note=_note(event, entry, edges),
        url="" if entry.unit == event.key else unit_url(entry.unit, event.asked),
    )


def _note(event: Event, entry: Entry, edges: Iterable[Edge]) -> str:
    """What stands beneath a name: code, how much, and where the rest went."""
    if entry.unit == event.key or event.way == "below":
        return entry.code or ""
    edge = next(e for e in edges if entry.unit in (e.predecessor, e.successor))
    words = ", ".join(filter(None, [entry.code, extent_words(edge)]))
    rest = [other.name for other in event.elsewhere(edge)] if event.way == "in" else []
    return f"{words}, {_rest(rest, LONGEST_NOTE - len(words))}" if rest else words


def _rest(names: list[str], room: int) -> str:
    words = _("the rest to %s") % ", ".join(names)
    if len(words) <= room:
        return words
    counted = ngettext("the rest to %s other", "the rest to %s others", len(names))
    return counted % writing.count(len(names))


def _link(event: Event, edge: Edge) -> Link:
    old, new = event.entry(edge.predecessor, event.eve), event.entry(edge.successor, event.day)
    names = f"{event.directory.full_name(old)} → {event.directory.full_name(new)}"
    return Link(
        source=edge.predecessor,
        target=edge.successor,
        whole=edge.extent == Extent.WHOLE,
        says=f"{names}: {extent_words(edge)}",
    )
