"""Who acts where nobody is signed in: the operator of the machine, or the program itself."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Operator:
    """Somebody with a shell on the machine: may do what the machine may do."""

    login: str

    @property
    def audit_name(self) -> str:
        return f"operator:{self.login}"

    def may(self, permission: str, *, on: date, unit: str | None = None) -> bool:
        """An operator holds the database itself; rights inside it would be pretence."""
        return True
