"""What may be done with posts: each act is one row of the ledger, and none is ever taken out.

The books hold on every day: an act of a day long past is refused where it would leave an account
below zero on any day since. What it changes in the account of a unit that has ended goes on to
whoever took its posts over.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from tinhgon.audit.acts import act
from tinhgon.audit.record import Actor, record
from tinhgon.documents.models import Instrument
from tinhgon.registry.models import Unit
from tinhgon.registry.queries import keys_answering, unit_on
from tinhgon.staff.ledger.accounts import hold, shortfall
from tinhgon.staff.ledger.refusals import Refused
from tinhgon.staff.ledger.taking_over import onwards, taken_over
from tinhgon.staff.models import Act, Movement, Purse
from tinhgon.staff.staffing import kinds_on

MOST_POSTS = 10_000_000

IRREVERSIBLE = {Act.REVERSAL.value: "is-reversal", Act.SUCCESSION.value: "is-succession"}
"""What is not reversed, with the refusal that says what to do instead."""


@dataclass(frozen=True)
class Account:
    """A purse of a unit."""

    unit: Unit
    purse: Purse = Purse.OPEN


@act
def allocate(
    posts: int,
    *,
    by: Actor,
    kind: str,
    source: Unit | None,
    target: Unit,
    on: date,
    under: Instrument | None = None,
    reason: str = "",
    year: int | None = None,
) -> Movement:
    """Allot posts to a unit below (giao biên chế); without a source the authority above grants.

    All acts of the ledger raise `Refused`: `overdrawn` names the unit, the day and what is missing.
    """
    if source and source.key not in _above(target, on):
        raise Refused("not-above", source=source.key, target=target.key, day=on)
    sides = _account(source), Account(target)
    return _move(Act.ALLOCATE, posts, kind, *sides, by, on, under, reason, year)


@act
def give_back(
    posts: int,
    *,
    by: Actor,
    kind: str,
    source: Unit,
    target: Unit,
    on: date,
    under: Instrument | None = None,
    reason: str = "",
    year: int | None = None,
) -> Movement:
    """Give posts back to a unit above (trả lại biên chế)."""
    if target.key not in _above(source, on):
        raise Refused("not-above", source=target.key, target=source.key, day=on)
    sides = Account(source), Account(target)
    return _move(Act.RETURN, posts, kind, *sides, by, on, under, reason, year)


@act
def lapse(
    posts: int,
    *,
    by: Actor,
    kind: str,
    source: Unit,
    on: date,
    purse: Purse = Purse.OPEN,
    under: Instrument | None = None,
    reason: str = "",
    year: int | None = None,
) -> Movement:
    """Let posts lapse (cắt giảm biên chế): nobody has them any more."""
    sides = Account(source, purse), None
    return _move(Act.LAPSE, posts, kind, *sides, by, on, under, reason, year)


@act
def transfer(
    posts: int,
    *,
    by: Actor,
    kind: str,
    source: Unit,
    target: Unit,
    on: date,
    under: Instrument | None = None,
    reason: str = "",
    year: int | None = None,
) -> Movement:
    """Transfer posts from a unit to any other (điều chuyển biên chế)."""
    sides = Account(source), Account(target)
    return _move(Act.TRANSFER, posts, kind, *sides, by, on, under, reason, year)


@act
def freeze(
    posts: int,
    *,
    by: Actor,
    kind: str,
    unit: Unit,
    on: date,
    under: Instrument | None = None,
    reason: str = "",
) -> Movement:
    """Freeze posts (tạm dừng sử dụng biên chế): the unit has them and may not fill them."""
    sides = Account(unit, Purse.OPEN), Account(unit, Purse.FROZEN)
    return _move(Act.FREEZE, posts, kind, *sides, by, on, under, reason)


@act
def thaw(
    posts: int,
    *,
    by: Actor,
    kind: str,
    unit: Unit,
    on: date,
    under: Instrument | None = None,
    reason: str = "",
) -> Movement:
    """Release frozen posts (cho sử dụng lại biên chế): the unit may fill them again."""
    sides = Account(unit, Purse.FROZEN), Account(unit, Purse.OPEN)
    return _move(Act.THAW, posts, kind, *sides, by, on, under, reason)


@act
def reverse(
    movement: Movement,
    *,
    by: Actor,
    reason: str,
    on: date | None = None,
    under: Instrument | None = None,
) -> Movement:
    """Reverse a movement (đảo bút toán): the same posts the other way, once.

    As of its own day, unless a later one is named. What was known before stays known.
    """
    day = on or movement.day
    if movement.act in IRREVERSIBLE:
        raise Refused(IRREVERSIBLE[movement.act])
    if day < movement.day:
        raise Refused("before-original", day=movement.day)
    sides = _side(movement, "target"), _side(movement, "source")
    _check_goes_back(sides[1], movement.day, day)
    kept = (by, day, under, reason, movement.year, movement)
    return _move(Act.REVERSAL, movement.posts, movement.staff_kind, *sides, *kept)


def _move(
    what: Act,
    posts: int,
    kind: str,
    source: Account | None,
    target: Account | None,
    by: Actor,
    on: date,
    under: Instrument | None,
    reason: str,
    year: int | None = None,
    reverses: Movement | None = None,
) -> Movement:
    """Write one row and what follows from it, if all accounts stay at zero or above."""
    if reverses is None:
        _check(posts, kind, source, target, on)
    if under is None and not reason.strip():
        raise Refused("no-grounds")
    following = [*_going_on(source, target, on)]
    units = [side.unit for row in ((source, target, on), *following) for side in row[:2] if side]
    hold(units)
    if reverses and Movement.objects.filter(reverses=reverses).exists():
        raise Refused("reversed-already")
    alike = {
        "posts": posts,
        "staff_kind": kind,
        "instrument": under,
        "reason": reason.strip(),
        "recorded_at": timezone.now(),
        "recorded_by": by.audit_name,
    }
    made = _write(what, source, target, on, by, {**alike, "year": year, "reverses": reverses})
    for giving, getting, day in following:
        _write(Act.SUCCESSION, giving, getting, day, by, alike)
    if short := shortfall(units, kind):
        facts = {"purse": short.purse, "day": short.day, "missing": short.missing}
        raise Refused("overdrawn", unit=short.unit, kind=kind, **facts)
    return made


def _going_on(
    source: Account | None, target: Account | None, on: date
) -> Iterator[tuple[Account, Account, date]]:
    """What an act changes in the books of units that have ended, as it goes on to their heirs."""
    for account, gains in ((source, False), (target, True)):
        day = on
        for taken in onwards(account.unit, on) if account else ():
            if taken.heir is None:
                raise Refused("nobody-took-over", unit=taken.unit.key, day=taken.day)
            assert account
            old, new = Account(taken.unit, account.purse), Account(taken.heir, account.purse)
            day = max(day, taken.day)
            yield (old, new, day) if gains else (new, old, day)


def _write(
    what: Act,
    source: Account | None,
    target: Account | None,
    on: date,
    by: Actor,
    rest: dict[str, Any],
) -> Movement:
    """One row and its entry in the record."""
    made = Movement.objects.create(
        act=what,
        day=on,
        source_unit=source and source.unit,
        source_purse=source and source.purse,
        target_unit=target and target.unit,
        target_purse=target and target.purse,
        **rest,
    )
    _record(made, by)
    return made


def _check(posts: int, kind: str, source: Account | None, target: Account | None, on: date) -> None:
    """What can be said before any book is opened."""
    if not 1 <= posts <= MOST_POSTS:
        raise Refused("not-some-posts", most=MOST_POSTS)
    known = kinds_on(on)
    if kind not in known:
        raise Refused("unknown-kind", given=kind[:40], day=on, known=", ".join(known))
    if source and target and source == target:
        raise Refused("same-unit", unit=target.unit.key)
    taken = taken_over(source.unit) if source else None
    if taken and taken.wholly and taken.heir and on >= taken.day:
        raise Refused("handed-on", unit=taken.unit.key, day=taken.day, heir=taken.heir.key)
    receives = target is not None and (source is None or source.unit != target.unit)
    if target and receives and unit_on(target.unit.key, on) is None:
        raise Refused("not-standing", unit=target.unit.key, day=on)


def _check_goes_back(target: Account | None, since: date, on: date) -> None:
    """Refuse to give back to a unit that ended meanwhile and from which nothing goes on any more.

    What a reversal of the movement's own day gives back goes on to the heir at the end.
    """
    taken = taken_over(target.unit) if target else None
    if taken and not taken.wholly and since < taken.day <= on:
        raise Refused("not-standing", unit=taken.unit.key, day=on)


def _record(made: Movement, by: Actor) -> None:
    """An act upon the ledger, in the chain of the unit that receives, else of the other."""
    source, target = made.source_unit, made.target_unit
    about = target or source
    assert about
    record(
        f"posts.{made.act}",
        by=by,
        target=f"unit:{about.key}",
        at=made.recorded_at,
        movement=made.pk,
        posts=made.posts,
        kind=made.staff_kind,
        on=made.day.isoformat(),
        source=source.key if source else None,
        source_purse=made.source_purse,
        receiver=target.key if target else None,
        receiver_purse=made.target_purse,
        under=made.instrument.number if made.instrument else None,
        reason=made.reason,
        reverses=made.reverses_id,
    )


def _account(unit: Unit | None) -> Account | None:
    return Account(unit) if unit else None


def _side(movement: Movement, name: str) -> Account | None:
    """The account on one side of a movement."""
    unit = getattr(movement, f"{name}_unit")
    return Account(unit, Purse(getattr(movement, f"{name}_purse"))) if unit else None


def _above(unit: Unit, on: date) -> set[str]:
    """The keys of all units above one on a day, or on the last it stood."""
    return keys_answering(unit.key, on) - {unit.key}
