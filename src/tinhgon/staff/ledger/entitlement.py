"""Who may move posts: whoever answers for those that lose them.

Nobody makes posts for themselves. What comes from outside, only somebody with the permission for
everything grants; what a unit may not fill, only somebody above it freezes and releases. Where a
unit has ended, whoever took its posts over is asked too: its books change with it.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from tinhgon.registry.directory import directory
from tinhgon.registry.models import Unit
from tinhgon.staff.ledger.taking_over import onwards
from tinhgon.staff.models import Act, Movement
from tinhgon.staff.permissions import StaffPermission
from tinhgon.ui.actors import EVERYWHERE


class NotEntitled(Exception):
    """Whoever acts lacks the permission for this unit; `EVERYWHERE` where it is all."""

    def __init__(self, unit: str) -> None:
        super().__init__(unit)
        self.unit = unit


def ask_to_move(by: Any, act: Act, source: Unit | None, target: Unit | None, *, on: date) -> None:
    """Go on only if somebody may move posts so, today (`on`). Raises `NotEntitled`."""
    for unit in _answering(act, source, target, on):
        if not by.may(StaffPermission.MOVE, on=on, unit=unit):
            raise NotEntitled(unit)


def may_move(by: Any, act: Act, source: Unit | None, target: Unit | None, *, on: date) -> bool:
    """Whether somebody may move posts so, today (`on`)."""
    try:
        ask_to_move(by, act, source, target, on=on)
    except NotEntitled:
        return False
    return True


def ask_to_reverse(by: Any, movement: Movement, *, on: date) -> None:
    """Go on only if somebody may do again what is to be reversed, and its opposite."""
    sides = movement.source_unit, movement.target_unit
    for source, target in (sides, sides[::-1]):
        within = source is not None and source == target
        ask_to_move(by, Act.FREEZE if within else Act.TRANSFER, source, target, on=on)


def _answering(act: Act, source: Unit | None, target: Unit | None, on: date) -> Iterator[str]:
    """The units for which somebody must hold the permission."""
    if act in (Act.FREEZE, Act.THAW):
        assert source
        for key in (source.key, *_heirs(source)):
            yield _above(key, on)
        return
    if source is None:
        yield EVERYWHERE
    else:
        yield from (source.key, *_heirs(source))
    if act == Act.TRANSFER:
        yield from (target.key, *_heirs(target)) if target else (EVERYWHERE,)


def _heirs(unit: Unit) -> Iterator[str]:
    """The units that took over what one that has ended held, one after the other."""
    for taken in onwards(unit, date.min):
        if taken.heir:
            yield taken.heir.key


def _above(key: str, on: date) -> str:
    """The unit above one on a day or, if it has ended, on the last it stood."""
    register = directory()
    entry = register.on(key, on) or register.latest(key)
    return entry.parent or EVERYWHERE
