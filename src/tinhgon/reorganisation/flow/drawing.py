"""The picture of a view (`view`): nodes with names and ways to open them, bands, what is gold.

Where more units are reached than can be told apart, those of one kind under one unit become one.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tinhgon.domain.structure.units import Unit
from tinhgon.registry.naming import kind_noun
from tinhgon.reorganisation.flow.view import Strand, View, marks
from tinhgon.reorganisation.naming import Names
from tinhgon.ui import writing
from tinhgon.ui.flow import MOST_UNITS, Flow, Link, Node, Shape, flow

MOST_DRAWN = 100
"""So many units are drawn, old and new together: enough for all the provinces of a country."""

HEIGHT = 620
"""About so high are all bands together."""

Address = Callable[[str | None, str | None], str]
"""The address of the picture at a place, following a unit."""


@dataclass(frozen=True)
class Drawing:
    """A view drawn; `follow` is the key of the unit in gold, `address` leads to other views."""

    view: View
    names: Names
    follow: str | None
    address: Address

    @cached_property
    def drawn(self) -> list[Strand]:
        """The strands of as many units at the left as can be drawn."""
        kept: list[Strand] = []
        starts: set[str] = set()
        ends: set[str] = set()
        for unit in self.view.left:
            own = self.view.by_start[unit.key]
            more = {self.end(strand) for strand in own}
            if len(starts) + 1 + len(ends | more) > MOST_DRAWN:
                break
            starts.add(unit.key)
            ends |= more
            kept += own
        return kept

    @property
    def undrawn(self) -> int:
        """How many units at the left did not fit."""
        return len(self.view.left) - len({strand.start.key for strand in self.drawn})

    @cached_property
    def are_grouped(self) -> bool:
        """Whether the units at the right stand together by kind."""
        ends = {strand.new.key for strand in self.view.strands}
        inside = any(strand.old is not strand.start for strand in self.view.strands)
        return inside and len(self.view.left) + len(ends) > MOST_UNITS

    @cached_property
    def flow(self) -> Flow:
        """Everything in place."""
        drawn = self.drawn
        starts = {strand.start.key: strand.start for strand in drawn}
        ends: dict[str, list[Unit]] = {}
        for strand in drawn:
            members = ends.setdefault(self.end(strand), [])
            if strand.new not in members:
                members.append(strand.new)
        left = [self._start_node(unit) for unit in starts.values()]
        right = [self._end_node(key, units) for key, units in ends.items()]
        links = list(self._links(drawn))
        return flow(left, right, links, _shape(max(len(left), len(right)), links))

    @property
    def label(self) -> str:
        """The picture in a sentence, for those who do not see it."""
        starts = {strand.start.key for strand in self.drawn}
        words = _("What passed from %(old)s units to %(new)s. The table has the same.")
        new = {strand.new.key for strand in self.drawn}
        return words % {"old": writing.count(len(starts)), "new": writing.count(len(new))}

    def end(self, strand: Strand) -> str:
        """The key of the node at the right at which a strand arrives."""
        new = strand.new
        return f"{new.parent} {new.kind}" if self.are_grouped else new.key

    def _links(self, drawn: Iterable[Strand]) -> Iterable[Link]:
        bands: dict[tuple[str, str], list[Strand]] = {}
        for strand in drawn:
            bands.setdefault((strand.start.key, self.end(strand)), []).append(strand)
        for (start, end), strands in bands.items():
            yield Link(
                source=start,
                target=end,
                weight=len(strands),
                whole=all(strand.is_whole for strand in strands),
                marked=any(self.is_gold(strand) for strand in strands),
                says=self._says(strands),
            )

    def is_gold(self, strand: Strand) -> bool:
        """Whether a strand belongs to what is followed."""
        return strand.start.key in self._gold or strand.new.key in self._gold

    @cached_property
    def _gold(self) -> frozenset[str]:
        return marks(self.view.done, self.follow)

    def _says(self, strands: list[Strand]) -> str:
        old, end = self.called(strands[0].start), self.end_label([s.new for s in strands])
        if len(strands) == 1:
            return f"{old} → {end}"
        parts = ngettext("%s part", "%s parts", len(strands)) % writing.count(len(strands))
        return f"{old} → {end}: {parts}"

    def called(self, unit: Unit) -> str:
        """The name of an old unit; where another at the left has the same, with the one above."""
        name = self.names.full(unit)
        above = self.view.done.before.get(unit.parent)
        return f"{name}, {self.names.full(above)}" if above and name in self._shared_names else name

    @cached_property
    def _shared_names(self) -> frozenset[str]:
        counted = Counter(self.names.full(unit) for unit in self.view.left)
        return frozenset(name for name, many in counted.items() if many > 1)

    def _start_node(self, unit: Unit) -> Node:
        opens = self.view.can_open(unit.key)
        url = self.address(unit.key, None) if opens else self.address(self.view.at, unit.key)
        return Node(
            key=unit.key,
            label=self.called(unit),
            url=url,
            marked=unit.key in self._gold,
        )

    def _end_node(self, key: str, units: list[Unit]) -> Node:
        url = self._end_url(units[0]) if len(units) == 1 else ""
        marked = any(unit.key in self._gold for unit in units)
        return Node(key=key, label=self.end_label(units), url=url, marked=marked)

    def _end_url(self, unit: Unit) -> str:
        if self.view.at is None and self.view.can_open(unit.key):
            return self.address(unit.key, None)
        return self.names.url(unit.key, after=True)

    def end_label(self, units: Iterable[Unit]) -> str:
        """The name of one unit; of several, how many of their kind."""
        members = list({unit.key: unit for unit in units}.values())
        if len(members) == 1:
            return self.names.full(members[0])
        first, count = members[0], len(members)
        noun = kind_noun(self.names.jurisdiction, first.level, first.kind, count)
        return f"{writing.count(count)} {noun}"


def _shape(units: int, links: Iterable[Link]) -> Shape:
    """Measures by which so many units stay apart and their bands fill the picture."""
    weight = sum(link.weight for link in links) or 1
    band = round(min(max(HEIGHT / weight, 0.5), 10), 2)
    least, gap = next(room for most, room in ROOM if units <= most)
    return Shape(left=330, right=330, band=band, gap=gap, least=least)


ROOM = ((14, (26, 14)), (32, (20, 6)), (MOST_DRAWN, (17, 3)))
"""For up to so many units at a side: the least room of each, and the gap between two."""
