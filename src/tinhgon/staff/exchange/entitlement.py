"""In which units somebody keeps posts and people: asked once for each unit of a file."""

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any

from tinhgon.staff.permissions import StaffPermission
from tinhgon.ui.actors import EVERYWHERE


def keeps(by: Any, on: date) -> Callable[[str], bool]:
    """Whether somebody keeps the people of a unit, today (`on`)."""
    if by.may(StaffPermission.KEEP, on=on, unit=EVERYWHERE):
        return lambda unit: True

    @cache
    def may(unit: str) -> bool:
        return bool(by.may(StaffPermission.KEEP, on=on, unit=unit))

    return may
