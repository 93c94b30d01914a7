"""Whose works somebody may list: their own, and those of units for which they may see them."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from tinhgon.accounts.models import User
from tinhgon.accounts.queries import Held, held_roles
from tinhgon.registry.directory import directory
from tinhgon.registry.models import Unit
from tinhgon.work.entitlement import own_and_deputised
from tinhgon.work.listing.inbox import Desk, Question, Show
from tinhgon.work.listing.stood import Stood, Which
from tinhgon.work.models import Work
from tinhgon.work.permissions import WorkPermission


@dataclass(frozen=True)
class Reader:
    """Somebody who asks for lists of works on a day."""

    user: Any
    on: date

    @cached_property
    def officers(self) -> set[int]:
        """As whom they work: themselves, and those they stand in for."""
        return own_and_deputised(self.user, on=self.on)

    @cached_property
    def units(self) -> list[str]:
        """The units over which they see works by a role of theirs, the highest first."""
        return self.units_with(WorkPermission.SEE)

    def units_with(self, permission: WorkPermission) -> list[str]:
        """The units over which a role of theirs gives a permission, the highest first."""
        return _over(self._held, [permission], self.on)

    @cached_property
    def _held(self) -> list[Held]:
        return held_roles(self.user, self.on) if isinstance(self.user, User) else []

    @property
    def named(self) -> list[tuple[str, str]]:
        """These units, each with its name."""
        register = directory()
        return [(key, register.full_name(register.latest(key))) for key in self.units]

    def sees(self, unit: Unit) -> bool:
        """Whether they may see the works of a unit."""
        return bool(self.user.may(WorkPermission.SEE, unit=unit.key, on=self.on))

    def gives(self, unit: Unit | None) -> bool:
        """Whether they may give works in the name of a unit."""
        return bool(unit and self.user.may(WorkPermission.DIRECT, unit=unit.key, on=self.on))

    def has(self, desk: Desk) -> bool:
        """Whether there may be anything on this desk for them."""
        return bool(self.officers) if desk is Desk.MINE else bool(self.units)


def units_over(user: Any, permissions: Collection[str], on: date) -> list[str]:
    """The units over which somebody holds a role with one of these permissions, the highest first.

    Of a role over everything it is the unit with which the apparatus begins.
    """
    held = held_roles(user, on) if isinstance(user, User) else []
    return _over(held, permissions, on)


def _over(held: Iterable[Held], permissions: Collection[str], on: date) -> list[str]:
    giving = [one for one in held if one.role.permissions & {*permissions}]
    return [*dict.fromkeys(one.unit or highest(on) for one in giving)]


def question_of(reader: Reader, asked: Mapping[str, str]) -> Question | None:
    """What an address asks for; None where nothing of it is for this reader."""
    wanted = asked.get("desk", "")
    desk = Desk(wanted) if wanted in [*Desk] else (Desk.MINE if reader.officers else Desk.HELD)
    more: dict[str, Any] = {"on": reader.on, "kind": asked.get("kind", "")[:40]}
    more["show"] = Show(asked["show"]) if asked.get("show") in [*Show] else Show.OPEN
    if desk is Desk.MINE:
        return Question(desk=desk, officers=reader.officers, **more) if reader.officers else None
    named = asked.get("unit") or next(iter(reader.units), "")
    unit = Unit.objects.filter(key=named.replace("\0", "")[:64]).first()
    if unit is None or not reader.sees(unit):
        return None
    if desk is Desk.GIVEN:
        more |= {"parent": _id(Work, asked.get("parent", "")), **stood_of(asked, reader.on)}
    return Question(desk=desk, unit=unit, deep=with_all_below(asked, unit), **more)


def with_all_below(asked: Mapping[str, str], unit: Unit) -> bool:
    """Whether the works of all units below are asked for too.

    Where an address names no unit it is so for an area: not it, its bodies have the works.
    """
    if "unit" in asked or "deep" in asked:
        return bool(asked.get("deep"))
    return not directory().is_body(unit.key)


def stood_of(asked: Mapping[str, str], today: date) -> dict[str, Any]:
    """What an address asks of works that a unit gave as they stood: none where it does not.

    `stood=late&from=2026-01-01&on=2026-06-30`, narrowed by `instrument`, `parent`, `lead`,
    `through` and `due`. What is not known narrows to nothing.
    """
    if asked.get("stood") not in [*Which]:
        return {}
    on = _day(asked.get("on", "")) or today
    since = _day(asked.get("from", "")) or on.replace(month=1, day=1)
    number = asked.get("instrument", "")
    stood = Stood(
        since=since,
        which=Which(asked["stood"]),
        lead=_id(Unit, asked.get("lead", "")),
        through=_id(Unit, asked.get("through", "")),
        month=asked.get("due", "")[:7],
    )
    return {
        "on": min(on, today),
        "stood": stood,
        "instrument": int(number) if number.isdecimal() and len(number) < 10 else None,
        "parent": _id(Work, asked.get("parent", "")),
    }


def _id(of: Any, key: str) -> int | None:
    """The id of what has a key; 0, which nothing has, where there is none."""
    if not key:
        return None
    return (
        of.objects.filter(key=key.replace("\0", "")[:64]).values_list("pk", flat=True).first() or 0
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def highest(on: date) -> str:
    """The key of the unit with which somebody begins who sees everything."""
    register = directory()
    root = register.jurisdiction.root
    below = register.children(root, on) if root in register.entries else register.below(None, on)
    return below[0].unit if below else root
