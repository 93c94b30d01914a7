"""From old to new on a page: the picture at a place, the same as a list, as a table, as a file."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.core.paginator import Page, Paginator
from django.utils.translation import gettext as _

from tinhgon.domain.structure.units import Unit
from tinhgon.registry.queries import instrument_numbers
from tinhgon.registry.unit.events import extent_words
from tinhgon.reorganisation.flow.drawing import Drawing
from tinhgon.reorganisation.flow.place import Placed
from tinhgon.reorganisation.flow.view import Strand

PAGE = 25
MOST_SLIM = 100
"""Units in the list that stands in the place of the picture on narrow screens."""


@dataclass(frozen=True)
class Pictured(Placed):
    """What passed, at a place; `?page=` turns the table."""

    @cached_property
    def drawing(self) -> Drawing:
        """The picture of it, its links leading to other places of the same page."""
        return Drawing(self.view, self.names, self.follow, self.address)

    @cached_property
    def followed(self) -> str:
        """What is gold and why, or nothing where nothing is."""
        follow = self.drawing.follow
        gold = [strand for strand in self.view.strands if self.drawing.is_gold(strand)]
        if not follow or not gold:
            return ""
        shown = {unit.key for strand in gold for unit in (strand.start, strand.new)}
        if follow in shown:
            return _("Gold: %s.") % self.names(follow)
        facts = {"unit": self.names.full(gold[0].start), "part": self.names(follow)}
        return _("Gold: %(unit)s, to which %(part)s belongs.") % facts

    @cached_property
    def page(self) -> Page:
        """A stretch of the table."""
        return Paginator(self.view.strands, PAGE).get_page(self.request.GET.get("page"))

    @cached_property
    def rows(self) -> list[dict[str, Any]]:
        """The stretch of the table in words."""
        return [self._row(strand) for strand in self.page]

    def _row(self, strand: Strand) -> dict[str, Any]:
        inside = strand.start is not strand.old
        return {
            "old": self.drawing.called(strand.old),
            "old_url": self.names.url(strand.old.key),
            "inside": self.names.full(strand.start) if inside else "",
            "new": self.names.full(strand.new),
            "new_url": self.names.url(strand.new.key, after=True),
            "extent": _extent(strand),
            "clause": strand.edge.clause if strand.edge else "",
            "gold": self.drawing.is_gold(strand),
        }

    @cached_property
    def has_inside(self) -> bool:
        """Whether the table names for each unit the one at the left that it belongs to."""
        return any(strand.start is not strand.old for strand in self.view.strands)

    @cached_property
    def has_clauses(self) -> bool:
        """Whether any row cites a clause."""
        return any(strand.edge and strand.edge.clause for strand in self.view.strands)

    @cached_property
    def slim(self) -> list[dict[str, Any]]:
        """The picture as a list: each unit at the left with what it passed to."""
        by_start = self.view.by_start
        return [
            {
                "name": self.drawing.called(unit),
                "url": self.drawing.address(unit.key, None) if self.view.can_open(unit.key) else "",
                "ends": self._ends(by_start[unit.key]),
                "gold": any(map(self.drawing.is_gold, by_start[unit.key])),
            }
            for unit in self.view.left[:MOST_SLIM]
        ]

    def _ends(self, strands: Iterable[Strand]) -> list[str]:
        ends: dict[str, list[Unit]] = {}
        for strand in strands:
            ends.setdefault(self.drawing.end(strand), []).append(strand.new)
        return [self.drawing.end_label(units) for units in ends.values()]

    def table(self) -> tuple[list[str], Iterator[list[Any]]]:
        """Everything at the place as a file: header and rows."""
        return [*HEADER], self._table(instrument_numbers())

    def _table(self, numbers: dict[int, str]) -> Iterator[list[Any]]:
        for strand in self.view.strands:
            edge = strand.edge
            yield [
                *_told(strand.old),
                *_told(strand.new),
                edge.extent if edge else "goes-on",
                " ".join(sorted(edge.carries or ())) if edge else "",
                int(edge.main) if edge else "",
                numbers.get(edge.instrument or 0, "") if edge else "",
                edge.clause if edge else "",
            ]


HEADER = (
    *("old_unit", "old_code", "old_kind", "old_name", "old_parent"),
    *("new_unit", "new_code", "new_kind", "new_name", "new_parent"),
    *("extent", "carries", "main", "instrument", "clause"),
)


def _told(unit: Unit) -> list[str]:
    return [unit.key, unit.code or "", unit.kind, unit.name, unit.parent or ""]


def _extent(strand: Strand) -> str:
    return extent_words(strand.edge) if strand.edge else _("goes on")
