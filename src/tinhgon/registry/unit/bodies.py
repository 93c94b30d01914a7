"""What the page of a unit says of bodies: those of an area, and where a body stands itself."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.text import capfirst

from tinhgon.domain.standards import Governance, governance_on
from tinhgon.domain.structure.units import PRINCIPAL, Unit
from tinhgon.registry.bodies.gathered import Bodies, other_hierarchies
from tinhgon.registry.bodies.words import Telling
from tinhgon.registry.directory import structure_on
from tinhgon.registry.mandate.held import mandates
from tinhgon.registry.mandate.words import role_words
from tinhgon.registry.models import MADE_UP, Version
from tinhgon.registry.naming import words_in
from tinhgon.registry.unit.standing import Standing
from tinhgon.ui.asked import Asked


@dataclass(frozen=True)
class UnitBodies:
    """The bodies of a unit on the day for which its page describes it."""

    standing: Standing

    @cached_property
    def telling(self) -> Telling:
        """The bodies below it, in words."""
        course = self.standing.course
        day = Asked(self.standing.day, course.asked.known_at)
        structure = structure_on(day.on, day.known_at)
        bodies = Bodies(course.directory.jurisdiction, structure, course.key)
        return Telling(bodies, course.asked)

    @cached_property
    def unit(self) -> Unit | None:
        """The unit as it stands on the day."""
        return self._bodies.structure.get(self.standing.course.key)

    @property
    def _bodies(self) -> Bodies:
        return self.telling.bodies

    @property
    def is_body(self) -> bool:
        """Whether the unit is a body itself."""
        return self.standing.course.directory.is_body(self.standing.course.key)

    @property
    def bloc(self) -> str:
        """The bloc to which it belongs."""
        return self.telling.bloc_name(self._bodies.bloc(self.unit)) if self.unit else ""

    @cached_property
    def columns(self) -> list[dict[str, Any]]:
        """The bodies of an area, the blocs side by side; below a body what stands under it."""
        register = self.standing.course.directory
        has_any = register.bodies(self.standing.course.key, self.standing.day)
        return self.telling.columns if has_any else []

    @property
    def url(self) -> str:
        """The page of all bodies of the unit."""
        course = self.standing.course
        asked = {
            "under": course.key,
            "on": self.standing.day,
            "known_at": course.asked.instant,
        }
        given = {name: value for name, value in asked.items() if value}
        return f"{reverse('registry:bodies')}?{urlencode(given)}"

    @property
    def places(self) -> list[dict[str, Any]]:
        """Where a body stands in each hierarchy: the units above it, and how many below."""
        unit, bodies = self.unit, self._bodies
        if unit is None:
            return []
        known = bodies.jurisdiction.hierarchies
        principal = bodies.structure.path(unit.key)[1:]
        ways = {PRINCIPAL: principal} | {
            key: bodies.way_up(unit, key) for key in other_hierarchies(bodies.jurisdiction)
        }
        below = {key: len(bodies.structure.children(unit.key, key)) for key in ways}
        return [
            {
                "title": capfirst(words_in(known[key])),
                "above": [self.telling.link(one) for one in way],
                "below": below[key],
            }
            for key, way in ways.items()
            if way or below[key]
        ]

    @property
    def governs(self) -> tuple[str, str] | None:
        """The area that a body governs or works for."""
        area = self._bodies.governed(self.unit) if self.unit and self.is_body else None
        return self.telling.link(area) if area else None

    @property
    def model(self) -> dict[str, Any] | None:
        """The model under which an area is governed, with its source."""
        found = self._model if not self.is_body and self.columns else None
        if found is None:
            return None
        facts = {"source": found.source or "", "mark": found.mark, "pilot": found.pilot}
        return {"title": words_in(found.title), "council": found.council, **facts}

    @property
    def _model(self) -> Governance | None:
        if self.unit is None:
            return None
        above = self._bodies.structure.path(self.unit.key)[1:]
        standards = self._bodies.jurisdiction.standards
        return governance_on(self.unit, above, self.standing.day, standards)

    @cached_property
    def mandates(self) -> list[dict[str, Any]]:
        """The functions that a body is charged with on the day; one query."""
        jurisdiction, day = self._bodies.jurisdiction, self.standing.day
        page = reverse("registry:mandates")
        found = []
        for one in mandates(day, units=[self.standing.course.key]):
            function = jurisdiction.functions.get(one.function)
            asked = urlencode({"under": one.area, "on": day})
            found.append(
                {
                    "title": words_in(function.title) if function else one.function,
                    "url": f"{page}?{asked}#{one.function}",
                    "role": role_words(one.role),
                    "area": self._name(one.area),
                    "instrument": one.instrument,
                    "mark": one.mark or jurisdiction.mark(one.source),
                    "period": one.period,
                }
            )
        return found

    def _name(self, key: str) -> str:
        register = self.standing.course.directory
        return register.full_name(register.latest(key)) if key in register.entries else key

    @cached_property
    def source(self) -> dict[str, Any] | None:
        """What is known of it rests on, where the jurisdiction file has words for that; a query.

        With whether it was made up for showing.
        """
        if not self.is_body:
            return None
        jurisdiction = self._bodies.jurisdiction
        rows = Version.objects.known_at(self.standing.course.asked.known_at)
        named = rows.on(self.standing.day).filter(unit__key=self.standing.course.key)
        source = named.values_list("source", flat=True).first() or ""
        words = jurisdiction.evidence_words.get(source)
        if not words:
            return None
        known = {"words": words_in(words), "mark": jurisdiction.mark(source)}
        return known | {"made_up": source == MADE_UP}
