"""The map of a package on a page: at a place, with figures, ways elsewhere and the table."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from statistics import median
from typing import Any, ClassVar

from django.core.paginator import Page, Paginator
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from tinhgon.domain.structure.units import Unit
from tinhgon.registry.unit.events import extent_words
from tinhgon.reorganisation.flow.place import Placed
from tinhgon.reorganisation.flow.view import Strand, View, marks
from tinhgon.reorganisation.map.drawing import Dot, Drawing, draw
from tinhgon.reorganisation.map.picture import picture
from tinhgon.reorganisation.map.places import Places, places
from tinhgon.reorganisation.map.ways import HEADER, Way, cells, ways
from tinhgon.ui import writing

PAGE = 25
MOST_LINES = 12
"""So many ways of what is followed stand in words beside the map."""


@dataclass(frozen=True)
class Mapped(Placed):
    """Where units lie, at a place (`?at=`), one followed (`?follow=`, or `?at=` a single unit)."""

    anchor: ClassVar[str] = "map"

    @cached_property
    def at(self) -> str | None:
        """The place that is asked for; of a unit with nothing inside, where it is drawn."""
        asked = self.request.GET.get("at") or None
        if asked is None or not self._is_single(asked):
            return asked
        done = self.names.rearrangement
        paths = [reversed(day.path(asked)[1:]) for day in (done.before, done.after)]
        above = [unit.key for path in paths for unit in path]
        opened = [None, *(key for key in above if View(done, key).can_open(key))]
        return next((at for at in opened if self._draws(at, asked)), asked)

    @property
    def wished(self) -> str | None:
        """The unit that the address asks to follow, or names as a single one."""
        asked = self.request.GET.get("at", "")
        return asked if self._is_single(asked) else super().wished

    def _is_single(self, key: str) -> bool:
        """Whether a unit is drawn itself: it is concerned, and nothing stands below it that is."""
        done = self.names.rearrangement
        concerned = key in done.reached or key in done.backward
        return concerned and not View(done, key).can_open(key)

    def _draws(self, at: str | None, key: str) -> bool:
        strands = View(self.names.rearrangement, at).strands
        return any(key in (strand.old.key, strand.new.key) for strand in strands)

    @cached_property
    def places(self) -> Places:
        """Where the units of the place lie; three queries."""
        return places(self.view.done, self.view.strands)

    @cached_property
    def ways(self) -> list[Way]:
        """All that passed at the place, the longest way first, unknown ones last."""
        return ways(self.view.strands, self.places)

    @cached_property
    def known(self) -> list[Way]:
        """The ways of which the length is known, the longest first."""
        return [way for way in self.ways if way.km is not None]

    @property
    def lead(self) -> str:
        """The longest way and the usual one, in a sentence."""
        if not self.known:
            return ""
        longest, half = self.known[0], median(way.km or 0 for way in self.known)
        words = _(
            "The longest way: %(old)s → %(new)s, %(km)s km. Half of all ways: at most %(half)s km."
        )
        return words % {
            "old": self.names.full(longest.strand.old),
            "new": self.names.full(longest.strand.new),
            "km": writing.number(longest.km, 1),
            "half": writing.number(half, 1),
        }

    @cached_property
    def drawing(self) -> Drawing | None:
        """The map in place; None where no place of any unit is known."""
        return draw(self.view.strands, self.places, self.is_gold)

    @property
    def picture(self) -> SafeString | None:
        """The map as it stands on the page."""
        drawing = self.drawing
        if drawing is None:
            return None
        return picture(drawing, self.label(drawing), self.name, self.url, bool(self.wished))

    def label(self, drawing: Drawing) -> str:
        """The map in a sentence, for those who do not see it."""
        new = sum(dot.is_new for dot in drawing.dots)
        words = _("Map: where %(old)s old and %(new)s new units lie. The table has the distances.")
        old = writing.count(len(drawing.dots) - new)
        return words % {"old": old, "new": writing.count(new)}

    @property
    def unplaced(self) -> int:
        """How many units at the place lie nobody knows where."""
        old = {strand.old.key for strand in self.view.strands} - self.places.old.keys()
        new = {strand.new.key for strand in self.view.strands} - self.places.new.keys()
        return len(old) + len(new)

    def is_gold(self, strand: Strand) -> bool:
        """Whether a strand belongs to what is followed."""
        return strand.old.key in self._gold or strand.new.key in self._gold

    @cached_property
    def _gold(self) -> frozenset[str]:
        return marks(self.view.done, self.follow)

    @property
    def gold(self) -> list[dict[str, Any]]:
        """The ways of what is followed, in words."""
        return [self._row(way) for way in self.ways if self.is_gold(way.strand)][:MOST_LINES]

    @property
    def followed(self) -> str:
        """The name of what is followed, where it is drawn."""
        return self.names(self.follow or "") if self.gold else ""

    def name(self, dot: Dot) -> str:
        """What a dot is called."""
        name = self.names.full(dot.unit)
        return name if dot.is_new else _("%s (old)") % name

    def url(self, dot: Dot) -> str:
        """Where a dot leads: inside it, or to the same map with it followed."""
        key = dot.unit.key
        if not dot.is_new and self.view.can_open(key):
            return self.address(key, None)
        return self.address(self.view.at, key)

    @cached_property
    def page(self) -> Page:
        """A stretch of the table."""
        return Paginator(self.ways, PAGE).get_page(self.request.GET.get("page"))

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The stretch of the table in words."""
        return [self._row(way) for way in self.page]

    def _row(self, way: Way) -> dict[str, Any]:
        strand, done = way.strand, self.view.done
        return {
            "old": self.names.full(strand.old),
            "old_url": self.names.url(strand.old.key),
            "inside": self._above(done.before.get(strand.old.parent)),
            "new": self.names.full(strand.new),
            "new_url": self.names.url(strand.new.key, after=True),
            "extent": extent_words(strand.edge) if strand.edge else "",
            "km": way.km,
            "estimated": way.estimated,
            "gold": self.is_gold(strand),
            "follow": self.address(self.view.at, strand.old.key),
        }

    def _above(self, unit: Unit | None) -> str:
        return self.names.full(unit) if unit and unit.key != self.view.done.ground else ""

    @cached_property
    def inside(self) -> list[tuple[str, str, int]]:
        """The places that can be opened from here, with how many units each has."""
        opened = [unit for unit in self.view.left if self.view.can_open(unit.key)]
        return [
            (self.names.full(unit), self.address(unit.key, None), self._many(unit.key))
            for unit in opened
        ]

    def _many(self, key: str) -> int:
        return len({strand.old.key for strand in View(self.view.done, key).strands})

    def table(self) -> tuple[list[str], Iterator[list[Any]]]:
        """All ways at the place as a file: header and rows."""
        return [*HEADER], (cells(way, self.places) for way in self.ways)
