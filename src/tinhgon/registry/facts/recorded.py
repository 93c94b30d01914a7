"""What is recorded of units (hồ sơ đơn vị) besides how they stand.

The directory says how units stand at all times; this says which instruments that rests on, and what
was corrected, when and why. One query a table.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Any

from tinhgon.audit.models import Entry
from tinhgon.domain.periods import Period, stretches
from tinhgon.domain.structure.units import PRINCIPAL
from tinhgon.registry.bearers import askable
from tinhgon.registry.models import OFFICIAL, Code, Tie, Version

OF_VERSION = ("level", "kind", "name", "area_km2", "latitude", "longitude")
INSTANT = timedelta(microseconds=1)
"""The least time between two instants of knowledge."""

MOST_CORRECTIONS = 20


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that is true of a unit over a period, and while it was recorded so.

    `about` is level, kind, name, area_km2, latitude, longitude, code (the official one), parent, or
    another hierarchy in which `value` is the key of the unit above.
    """

    unit: str
    about: str
    value: Any
    period: Period
    recorded_from: datetime
    recorded_to: datetime | None
    instrument: int | None
    ended_under: int | None = None

    def is_known(self, at: datetime | None) -> bool:
        """Whether it was known at an instant; without one, whether it is known now."""
        if at is None:
            return self.recorded_to is None
        return self.recorded_from <= at and (self.recorded_to is None or at < self.recorded_to)


def facts_of(keys: Collection[str]) -> list[Fact]:
    """Everything that is or ever was recorded of some units; three queries."""
    return [*_versions(keys), *_codes(keys), *_ties(keys)]


def known(facts: Iterable[Fact], at: datetime | None) -> list[Fact]:
    """Those known at an instant; without one, those known now."""
    return [fact for fact in facts if fact.is_known(at)]


def facts_known(key: str, at: datetime | None) -> list[Fact]:
    """Everything that was ever true of one unit, as known at an instant: thing by thing, earliest
    first."""
    facts = known(facts_of([askable(key)]), at)
    return sorted(facts, key=lambda fact: (fact.about, fact.period.start or date.min))


def value_on(facts: Iterable[Fact], about: str, day: date) -> Any:
    """What is said about one thing on a day; None where nothing is."""
    return next((f.value for f in facts if f.about == about and day in f.period), None)


RECORD = ("valid_from", "valid_to", "recorded_from", "recorded_to", "instrument_id")


def _versions(keys: Collection[str]) -> Iterator[Fact]:
    rows = Version.objects.filter(unit__key__in=keys)
    for unit, ended_under, *values in rows.values_list(
        "unit__key", "ended_under_id", *OF_VERSION, *RECORD
    ):
        start, end, *record = values[len(OF_VERSION) :]
        for about, value in zip(OF_VERSION, values, strict=False):
            if value is not None:
                yield Fact(unit, about, value, Period(start, end), *record, ended_under)


def _codes(keys: Collection[str]) -> Iterator[Fact]:
    rows = Code.objects.filter(unit__key__in=keys, scheme=OFFICIAL)
    for unit, code, start, end, *record in rows.values_list("unit__key", "code", *RECORD):
        yield Fact(unit, "code", code, Period(start, end), *record)


def _ties(keys: Collection[str]) -> Iterator[Fact]:
    rows = Tie.objects.filter(unit__key__in=keys)
    for unit, hierarchy, parent, start, end, *record in rows.values_list(
        "unit__key", "hierarchy", "parent__key", *RECORD
    ):
        about = "parent" if hierarchy == PRINCIPAL else hierarchy
        yield Fact(unit, about, parent, Period(start, end), *record)


# --- Corrections ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Difference:
    """What was said about one thing over a period, and what is said instead; None is nothing."""

    about: str
    before: Any
    after: Any
    period: Period


@dataclass(frozen=True)
class Corrected:
    """A correction that was made: when, why, and what it changed."""

    at: datetime
    reason: str
    differences: list[Difference]

    @property
    def before(self) -> datetime:
        """The last instant at which the register still said what it said before."""
        return self.at - INSTANT


def corrections(
    key: str,
    facts: Iterable[Fact],
    known_at: datetime | None = None,
    since: datetime | None = None,
) -> list[Corrected]:
    """The corrections of a unit known at an instant, latest first; `since` leaves out earlier."""
    acts = Entry.objects.filter(chain=f"unit:{key}", act="registry.corrected")
    if known_at:
        acts = acts.filter(at__lte=known_at)
    if since:
        acts = acts.filter(at__gt=since)
    own = [fact for fact in facts if fact.unit == key]
    return [
        Corrected(
            entry.at,
            entry.facts.get("reason", ""),
            differences(known(own, entry.at - INSTANT), known(own, entry.at)),
        )
        for entry in acts.order_by("-place")[:MOST_CORRECTIONS]
    ]


def differences(before: Iterable[Fact], after: Iterable[Fact]) -> list[Difference]:
    """What two states of knowledge of one unit say differently, thing by thing, earliest first."""
    before, after = [*before], [*after]
    abouts = dict.fromkeys(fact.about for fact in (*before, *after))
    return [found for about in abouts for found in _differences(about, before, after)]


def _differences(about: str, before: list[Fact], after: list[Fact]) -> Iterator[Difference]:
    before, after = ([f for f in facts if f.about == about] for facts in (before, after))
    pieces = stretches(fact.period for fact in (*before, *after))
    said = [(_during(before, piece), _during(after, piece), piece) for piece in pieces]
    for (was, now), alike in groupby(said, key=lambda piece: piece[:2]):
        periods = [piece[2] for piece in alike]
        if was != now:
            yield Difference(about, was, now, Period(periods[0].start, periods[-1].end))


def _during(facts: Iterable[Fact], piece: Period) -> Any:
    return next((fact.value for fact in facts if fact.period.overlaps(piece)), None)
