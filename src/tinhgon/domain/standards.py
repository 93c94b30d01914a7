"""Standard bodies (cơ quan theo mô hình chuẩn): which bodies an area has by law, on which day.

A jurisdiction file says it by level and kind of area, dated, cited and marked; whether an area has
a council (hội đồng nhân dân) is never inferred from its level: `governance` says it, so that a
pilot may differ. The key of a standard body is made of its area's key and its role, and so never
changes: `C00004@2025b.people-committee`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from tinhgon.domain.jurisdiction_file import (
    Reader,
    Unreadable,
    Words,
    read_mark,
    read_period,
    read_words,
)
from tinhgon.domain.periods import Period
from tinhgon.domain.structure.units import Unit


@dataclass(frozen=True, kw_only=True)
class Scope:
    """For which areas something holds: of these levels and kinds, below one unit; empty is all."""

    levels: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    below: str | None = None

    def holds(self, area: Unit, above: Sequence[Unit]) -> bool:
        """Whether an area is meant; `above` are the areas above it."""
        return (
            (not self.levels or area.level in self.levels)
            and (not self.kinds or area.kind in self.kinds)
            and (self.below is None or self.below in {unit.key for unit in above})
        )

    @property
    def weight(self) -> tuple[bool, bool]:
        """What is said of fewer goes before what is said of more."""
        return self.below is not None, bool(self.kinds)


@dataclass(frozen=True, kw_only=True)
class Governance:
    """A model of government (mô hình chính quyền): whether areas have a council; None: unknown."""

    key: str
    title: Words
    scope: Scope
    council: bool | None
    pilot: bool = False
    period: Period = field(default_factory=Period)
    source: str | None = None
    mark: str = "K"


@dataclass(frozen=True, kw_only=True)
class Seat:
    """A body that an area has by standard: what it is, and under which it stands.

    `name` is a form in which {unit} is kind and name of the area, {name} its name. `under` is the
    role of the body above it, None for the area itself; `ties` give, by hierarchy, the role of the
    body above it that the nearest area above has. `of` are the kinds of areas that have it.
    """

    role: str
    level: str
    kind: str
    name: str
    of: frozenset[str] = frozenset()
    under: str | None = None
    ties: Mapping[str, str] = field(default_factory=dict)
    needs_council: bool = False
    period: Period = field(default_factory=Period)
    source: str | None = None
    mark: str = "K"


@dataclass(frozen=True, kw_only=True)
class Standard:
    """The bodies that areas of a scope have over a period."""

    key: str
    scope: Scope
    seats: tuple[Seat, ...]
    period: Period = field(default_factory=Period)


@dataclass(frozen=True, kw_only=True)
class Standards:
    """All that a jurisdiction file says of standard bodies."""

    standards: tuple[Standard, ...] = ()
    governance: tuple[Governance, ...] = ()

    @cached_property
    def roles(self) -> frozenset[str]:
        """The roles that a body may have by standard."""
        return frozenset(seat.role for standard in self.standards for seat in standard.seats)

    @property
    def periods(self) -> Iterator[Period]:
        """The periods of everything that is said: in between nothing changes."""
        for standard in self.standards:
            yield standard.period
            yield from (seat.period for seat in standard.seats)
        yield from (model.period for model in self.governance)


@dataclass(frozen=True, slots=True)
class Body:
    """A standard body of an area on a day: the unit, the role it has there, what says so."""

    unit: Unit
    role: str
    source: str | None
    mark: str


Ways = list[tuple[Unit, set[str]]]
"""The areas above one, nearest first, each with the roles that it has."""


def governance_on(
    area: Unit, above: Sequence[Unit], on: date, standards: Standards
) -> Governance | None:
    """The model under which an area is governed on a day; of several the most particular."""
    found = [m for m in standards.governance if on in m.period and m.scope.holds(area, above)]
    return max(found, key=lambda model: model.scope.weight, default=None)


def standard_bodies(
    area: Unit, above: Sequence[Unit], on: date, standards: Standards
) -> list[Body]:
    """The bodies that an area has on a day; `above` are the areas above it, nearest first.

    A body whose tie leads nowhere, since no area above has the role, stands without that tie.
    """
    seats = [*_seats(area, above, on, standards)]
    ways = [
        (one, {seat.role for seat, _ in _seats(one, above[place:], on, standards)})
        for place, one in enumerate(above, 1)
    ]
    return [
        Body(_unit(seat, area, ways), seat.role, seat.source or _source(model), seat.mark)
        for seat, model in seats
    ]


def body_key(area: str, role: str) -> str:
    """The permanent key of a standard body."""
    return f"{area}.{role}"


def _seats(
    area: Unit, above: Sequence[Unit], on: date, standards: Standards
) -> Iterator[tuple[Seat, Governance | None]]:
    model = governance_on(area, above, on, standards)
    for standard in standards.standards:
        if on in standard.period and standard.scope.holds(area, above):
            for seat in standard.seats:
                wanted = not seat.needs_council or (model is not None and model.council)
                if wanted and on in seat.period and (not seat.of or area.kind in seat.of):
                    yield seat, model if seat.needs_council else None


def _source(model: Governance | None) -> str | None:
    return model.source if model else None


def _unit(seat: Seat, area: Unit, ways: Ways) -> Unit:
    named = {"unit": f"{area.kind} {area.name}", "name": area.name}
    return Unit(
        key=body_key(area.key, seat.role),
        level=seat.level,
        kind=seat.kind,
        name=seat.name.format(**named),
        parent=body_key(area.key, seat.under) if seat.under else area.key,
        ties=tuple(
            (hierarchy, key) for hierarchy, role in seat.ties.items() if (key := _above(role, ways))
        ),
    )


def _above(role: str, ways: Ways) -> str | None:
    """The body of this role of the nearest area above that has one."""
    return next((body_key(area.key, role) for area, roles in ways if role in roles), None)


# --- Reading --------------------------------------------------------------------------------------


def read_standards(file: Reader, levels: Mapping[str, Any], hierarchies: set[str]) -> Standards:
    """What a jurisdiction file says of governance and of standard bodies, if anything."""
    standards = [_standard(one, levels, hierarchies) for one in _readers(file, "standards")]
    roles = {seat.role for standard in standards for seat in standard.seats}
    for place, standard in enumerate(standards):
        for at, seat in enumerate(standard.seats):
            if not {*filter(None, [seat.under]), *seat.ties.values()} <= roles:
                where = file.place(f"standards.{place}.bodies.{at}")
                raise Unreadable(where, "unknown-role", known=", ".join(sorted(roles)))
    governance = (_governance(one, levels) for one in _readers(file, "governance"))
    return Standards(standards=tuple(standards), governance=tuple(governance))


def _readers(file: Reader, name: str) -> Iterator[Reader]:
    given = file.get(name, [])
    if not isinstance(given, list):
        raise Unreadable(file.place(name), "not-a-list")
    for place, one in enumerate(given):
        yield Reader(one, f"{file.place(name)}.{place}")


def _scope(file: Reader, levels: Mapping[str, Any]) -> Scope:
    named = file.texts("levels")
    if not named <= {*levels}:
        raise Unreadable(file.place("levels"), "unknown-level", known=", ".join(levels))
    return Scope(levels=named, kinds=file.texts("kinds"), below=file.get("below", None))


def _governance(file: Reader, levels: Mapping[str, Any]) -> Governance:
    council, pilot = file.get("council", None), file.get("pilot", False)
    for name, value in (("council", council), ("pilot", pilot)):
        if value not in (True, False, None):
            raise Unreadable(file.place(name), "not-a-boolean")
    return Governance(
        key=file.text("key"),
        title=read_words(file.get("title"), file.place("title")),
        scope=_scope(file, levels),
        council=council,
        pilot=bool(pilot),
        period=read_period(file),
        source=file.get("source", None),
        mark=read_mark(file.get("mark", "K"), file.place("mark")),
    )


def _standard(file: Reader, levels: Mapping[str, Any], hierarchies: set[str]) -> Standard:
    seats = tuple(_seat(one, levels, hierarchies) for one in _readers(file, "bodies"))
    return Standard(
        key=file.text("key"), scope=_scope(file, levels), seats=seats, period=read_period(file)
    )


def _seat(file: Reader, levels: Mapping[str, Any], hierarchies: set[str]) -> Seat:
    level, kind, ties = file.text("level"), file.text("kind"), file.get("ties", {})
    if level not in levels or levels[level].is_area:
        known = ", ".join(key for key, one in levels.items() if not one.is_area)
        raise Unreadable(file.place("level"), "unknown-level", known=known)
    if kind not in levels[level].kinds:
        known = ", ".join(levels[level].kinds)
        raise Unreadable(file.place("kind"), "unknown-body-kind", known=known)
    if not isinstance(ties, Mapping):
        raise Unreadable(file.place("ties"), "not-a-mapping")
    if not {*ties} <= hierarchies:
        known = ", ".join(sorted(hierarchies))
        raise Unreadable(file.place("ties"), "unknown-hierarchy", known=known)
    return Seat(
        role=file.text("role"),
        level=level,
        kind=kind,
        name=_name_form(file),
        of=file.texts("of"),
        under=file.get("under", None),
        ties={str(hierarchy): str(role) for hierarchy, role in ties.items()},
        needs_council=file.get("needs", None) == "council",
        period=read_period(file),
        source=file.get("source", None),
        mark=read_mark(file.get("mark", "K"), file.place("mark")),
    )


def _name_form(file: Reader) -> str:
    form = file.text("name")
    try:
        form.format(unit="", name="")
    except (LookupError, ValueError):
        raise Unreadable(file.place("name"), "no-name-in-form") from None
    return form
