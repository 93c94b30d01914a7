"""What a page of the apparatus is asked about: a place, a day and another, as known when.

`?on=&vs=&under=&known_at=&vs_known_at=`. Whichever day is named first, `vs` is the earlier one. No
more than two structures are built.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property, partial

from django.http import HttpRequest

from tinhgon.domain.jurisdictions import Jurisdiction
from tinhgon.domain.structure.lineage import Lineage
from tinhgon.domain.structure.units import PRINCIPAL, Structure, Unit
from tinhgon.registry import models
from tinhgon.registry.apparatus.compared import Compared
from tinhgon.registry.apparatus.overview import Overview, Side, origins_of
from tinhgon.registry.coverage import Coverage
from tinhgon.registry.directory import Directory, at_levels, directory, structure_on
from tinhgon.registry.queries import unit_key
from tinhgon.ui.asked import Asked, asked

ON, VS = ("on", "known_at"), ("vs", "vs_known_at")

DayBefore = Callable[[Asked], date | None]
"""Says which day to compare with where none is named; None compares with none."""


@dataclass(frozen=True)
class Days:
    """The day asked about and an earlier one compared with, if any; what was typed, by box."""

    on: Asked
    vs: Asked | None
    written: dict[str, str]
    wrong: dict[str, str]

    @property
    def are_same(self) -> bool:
        """Whether it is one day twice."""
        return self.vs is not None and self.vs.on == self.on.on

    @property
    def apart(self) -> "Days":
        """The same, but for one day twice: then that day alone."""
        return replace(self, vs=None) if self.are_same else self


def days_asked(request: HttpRequest, day_before: DayBefore = lambda on: None) -> Days:
    """The days of a request, the later first.

    What is known of the other day is, where no instant is named for it, what is known of the first;
    of the same day it is what is known now.
    """
    on, vs = asked(request, boxes=ON), asked(request, boxes=VS)
    written, wrong = {**on.written, **vs.written}, {**on.wrong, **vs.wrong}
    named = vs.written["vs"] and "vs" not in wrong
    day = vs.on if named else on.on if vs.known_at else day_before(on)
    if day is None:
        return Days(on, None, written, wrong)
    return replace(two_days(on, Asked(day, vs.known_at)), written=written, wrong=wrong)


def two_days(on: Asked, vs: Asked) -> Days:
    """Two days side by side, the later first."""
    other = replace(vs, known_at=vs.known_at or (on.known_at if vs.on != on.on else None))
    earlier, later = sorted((other, on), key=_order)
    return Days(later, earlier, {}, {})


def _order(asked: Asked) -> tuple[date, bool, float]:
    instant = asked.known_at
    return asked.on, instant is None, instant.timestamp() if instant else 0


def scene(request: HttpRequest, days: Days) -> "Scene":
    """What the register says of the place and the days of a request.

    Raises `NotHere` where no unit is meant by `?under=`.
    """
    given, hierarchy = (request.GET.get(box, "").strip() for box in ("under", "hierarchy"))
    return scene_of(days, given, hierarchy)


def scene_of(days: Days, given: str | None, hierarchy: str = PRINCIPAL) -> "Scene":
    """What the register says of the days and of the place that a key or a code names.

    The code may be that of either day. Raises `NoSuchUnit`.
    """
    on, vs = days.on, days.vs
    register = directory(on.known_at)
    hierarchies = _hierarchies(register.jurisdiction)
    under = unit_key(given, on.on, on.known_at, or_as=vs)
    hierarchy = hierarchy if hierarchy in hierarchies else PRINCIPAL
    apparatus = _apparatus(register, under, hierarchy)
    return Scene(
        directory=register,
        days=days,
        after=apparatus(on.on, on.known_at),
        before=apparatus(vs.on, vs.known_at) if vs else None,
        under=under,
        hierarchies=hierarchies,
        hierarchy=hierarchy,
    )


def _apparatus(
    register: Directory, under: str | None, hierarchy: str
) -> Callable[[date, datetime | None], Structure]:
    """What stands on a day: areas below an area; bodies too below a body or in their hierarchy."""
    if hierarchy != PRINCIPAL or register.is_body(under):
        return structure_on
    return partial(at_levels, levels=register.jurisdiction.areas)


def _hierarchies(jurisdiction: Jurisdiction) -> list[str]:
    """The hierarchies in which any unit stands, the principal one among them; one query."""
    held = {*models.Tie.objects.order_by().values_list("hierarchy", flat=True).distinct()}
    return [key for key in jurisdiction.hierarchies if key in held]


@dataclass(frozen=True)
class Scene:
    """A place on one day or two, and all that the register says of them.

    Its structures are of areas alone, unless the place is a body or the hierarchy one of bodies.

    `directory` holds names, lives and successions of all times, as known for the later day; `under`
    is the key of the place, None for the whole.
    """

    directory: Directory
    days: Days
    after: Structure
    before: Structure | None
    under: str | None
    hierarchies: list[str]
    hierarchy: str = PRINCIPAL

    @property
    def on(self) -> Asked:
        """The day asked about."""
        return self.days.on

    @property
    def vs(self) -> Asked | None:
        """The earlier day, if two are compared."""
        return self.days.vs

    @property
    def jurisdiction(self) -> Jurisdiction:
        """The levels, kinds and words of the country or city."""
        return self.directory.jurisdiction

    @property
    def coverage(self) -> Coverage:
        """From which day there are sources for which units."""
        return self.directory.coverage

    @property
    def served(self) -> str | None:
        """The key of the place which this installation serves; None where that is the whole."""
        return self.directory.place

    @property
    def lineage(self) -> Lineage:
        """Who handed on what to whom."""
        return self.directory.lineage

    @cached_property
    def overview(self) -> Overview:
        """The place on the day, beside the other day if one is asked about."""
        after = Side(self.on.on, self.after, (self.under,), self.coverage, self.hierarchy)
        if self.vs is None or self.before is None:
            return Overview(self.under, after)
        before = Side(self.vs.on, self.before, (self.under,), self.coverage, self.hierarchy)
        if self.under:
            origins = origins_of(self.under, self.on.on, before, self.lineage)
            before = replace(before, roots=tuple(origin.key for origin in origins))
        return Overview(self.under, after, before, self.lineage)

    @cached_property
    def places(self) -> tuple[str | None, ...]:
        """Of what there are sources on both days: the place itself, or units below it."""
        later = self.coverage.parts(self.after, self.under, self.on.on)
        if self.vs is None or self.before is None:
            return later
        earlier = self.coverage.parts(self.before, self.under, self.vs.on)
        if self.under in earlier:
            return later
        return earlier if self.under in later else tuple(p for p in later if p in earlier)

    @property
    def is_unknown(self) -> bool:
        """Whether nothing is known of the day: no unit at all, or no source for any here."""
        return not len(self.after) or not self.coverage.parts(self.after, self.under, self.on.on)

    @property
    def has_sources(self) -> bool:
        """Whether there are sources for the whole place on every day asked about."""
        return self.places == (self.under,)

    @cached_property
    def compared(self) -> Compared:
        """What differs between the two days, of what there are sources on both."""
        assert self.vs
        assert self.before is not None
        return Compared(self.vs.on, self.on.on, self.before, self.after, self.lineage, self.places)

    def name(self, unit: Unit) -> str:
        """Kind and name of a unit, as they are written together."""
        return self.jurisdiction.full_name(unit.kind, unit.name)

    @cached_property
    def place(self) -> Unit | None:
        """The place as it stands on the day, else on the other; None where it is the whole."""
        return self.after.get(self.under) or (self.before or Structure()).get(self.under)
