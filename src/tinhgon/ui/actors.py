"""Who acts where nobody is signed in, the operator of the machine; and the key of everything."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

EVERYWHERE = "*"
"""A key that no unit has: what is asked for it, only a grant over everything gives."""


@dataclass(frozen=True)
class Operator:
    """Somebody with a shell on the machine: may do what the machine may do."""

    login: str
    is_authenticated: ClassVar[bool] = True

    @property
    def audit_name(self) -> str:
        return f"operator:{self.login}"

    def may(self, permission: str, *, on: date, unit: str | None = None) -> bool:
        """An operator holds the database itself; rights inside it would be pretence."""
        return True

    def may_any(
        self,
        permissions: Collection[str],
        *,
        on: date,
        unit: str | Collection[str] | None = None,
    ) -> bool:
        return True

    def may_of(self, permission: str, *, on: date, units: Collection[str]) -> set[str]:
        return {*units}
