"""What the page of a unit shows besides its time: figures, what is below, who shares its name.

All of it is for the day on which the unit is described, from the directory of what was known.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from tinhgon.domain.lookup import Entry
from tinhgon.domain.periods import Period
from tinhgon.registry.coverage import Coverage
from tinhgon.registry.directory import Directory
from tinhgon.registry.facts.recorded import Fact, value_on
from tinhgon.registry.naming import kind_noun, level_title, unit_url, where_url, words_in
from tinhgon.registry.unit.standing import Standing
from tinhgon.ui import writing

MOST_BELOW = 12
MOST_NAMESAKES = 6
"""More units of a name are looked up, not listed."""


@dataclass(frozen=True)
class Portrait:
    """A unit as its page shows it; `facts` are those known of it."""

    standing: Standing
    facts: tuple[Fact, ...]

    @property
    def directory(self) -> Directory:
        """What is known of all others."""
        return self.standing.course.directory

    @property
    def entry(self) -> Entry:
        """The unit as it is described."""
        return self.standing.entry

    @property
    def day(self) -> date:
        """The day for which it is described."""
        return self.standing.day

    @property
    def name(self) -> str:
        """Kind and name."""
        return self.directory.full_name(self.entry)

    @property
    def crumbs(self) -> list[tuple[str, str]]:
        """The way down to the unit."""
        asked = self.standing.course.asked
        way = [(_("Apparatus"), reverse("registry:apparatus") + asked.query)]
        above = reversed(self.standing.path[1:])
        return way + [(self.directory.full_name(e), unit_url(e.unit, asked)) for e in above]

    # --- Figures ----------------------------------------------------------------------------------

    @property
    def figures(self) -> list[dict[str, str]]:
        """Code, area, and how many units it came from, went to or has below it; of a body its bloc.

        No register that is loaded tells the population: the gap is shown, not hidden.
        """
        if self.directory.is_body(self.entry.unit):
            return [_figure(_("Bloc"), self._bloc), *self._counts()]
        area = value_on(self.facts, "area_km2", self.day)
        code_name = words_in(self.directory.jurisdiction.code_name)
        return [
            _figure(code_name, self.entry.code or ""),
            _figure(_("Area"), writing.number(area), "km²"),
            _figure(_("Population"), ""),
            *self._counts(),
        ]

    @property
    def _bloc(self) -> str:
        jurisdiction = self.directory.jurisdiction
        bloc = jurisdiction.bloc((one.level, one.kind) for one in self.standing.path)
        return capfirst(words_in(jurisdiction.blocs[bloc])) if bloc else ""

    def _counts(self) -> Iterator[dict[str, str]]:
        came = {e.predecessor for e in self.directory.lineage.backward.get(self.entry.unit, ())}
        if came:
            yield _figure(_("Predecessors"), writing.count(len(came)))
        if self.standing.reply:
            places = len(self.standing.reply.meant.places)
            if places:
                yield _figure(_("Units in which it is now"), writing.count(places))
        for level in self.directory.jurisdiction.levels:
            count = sum(n for (at, _kind), n in self._tally.items() if at == level)
            if count:
                title = level_title(self.directory.jurisdiction, level, count)
                yield _figure(title, writing.count(count))

    # --- What is below ----------------------------------------------------------------------------

    @cached_property
    def _tally(self) -> Counter[tuple[str, str]]:
        return self.directory.tally(self.day, self.entry.unit)

    @property
    def kinds_below(self) -> str:
        """How many units of each kind stand below, highest level first."""
        jurisdiction = self.directory.jurisdiction
        return ", ".join(
            f"{writing.count(count)} {kind_noun(jurisdiction, level, kind, count)}"
            for level, at_level in jurisdiction.levels.items()
            for kind in at_level.kinds
            if (count := self._tally[level, kind])
        )

    @property
    def below(self) -> list[tuple[str, str, str]]:
        """The first units directly below, in order of codes: name, code, address."""
        asked = self.standing.course.asked
        children = sorted(self._children(), key=lambda e: (e.code or "", e.unit))
        return [
            (self.directory.full_name(e), e.code or "", unit_url(e.unit, asked))
            for e in children[:MOST_BELOW]
        ]

    @property
    def count_below(self) -> int:
        """How many units stand directly below."""
        return len(self._children())

    def _children(self) -> list[Entry]:
        return self.directory.below(self.entry.unit, self.day)

    @property
    def below_url(self) -> str:
        """The page with all units below on that day."""
        known_at = self.standing.course.asked.instant
        asked = {"under": self.entry.unit, "on": self.day, "known_at": known_at}
        given = {name: value for name, value in asked.items() if value}
        return f"{reverse('registry:apparatus')}?{urlencode(given)}"

    # --- Namesakes --------------------------------------------------------------------------------

    @property
    def namesakes(self) -> list[dict[str, Any]]:
        """Others of the same name: where they are, and when they stood."""
        return [self._namesake(e) for e in self.standing.namesakes[:MOST_NAMESAKES]]

    @property
    def namesakes_left(self) -> int:
        """How many more there are."""
        return max(len(self.standing.namesakes) - MOST_NAMESAKES, 0)

    @property
    def namesakes_url(self) -> str:
        """The page that tells them all apart."""
        return where_url(self.name)

    def _namesake(self, entry: Entry) -> dict[str, Any]:
        above = self.directory.path(entry)[1:]
        life = self.directory.life(entry.unit)
        return {
            "name": self.directory.full_name(entry),
            "url": unit_url(entry.unit, self.standing.course.asked),
            "facts": ", ".join(filter(None, [self.directory.address(above), _when(life)])),
        }


def sources_begin(coverage: Coverage, path: Iterable[Entry], on: date) -> date | None:
    """The first day with sources of a unit, where the day asked about lies before it."""
    keys = [entry.unit for entry in path]
    if coverage.covers(keys, on):
        return None
    return min((day for key in (*keys, None) if (day := coverage.since.get(key))), default=None)


def _when(life: Period) -> str:
    """The period in which a unit stands, unless it stands and always did."""
    return writing.period(life.start, life.end) if life.start or life.end else ""


def _figure(label: str, value: str, unit: str = "") -> dict[str, str]:
    """A figure, or that there is no source for it."""
    if not value:
        return {"label": capfirst(label), "value": "", "unit": _("no source yet")}
    return {"label": capfirst(label), "value": value, "unit": unit}
