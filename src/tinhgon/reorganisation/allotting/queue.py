"""What waits for somebody to decide, and what was decided."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.text import capfirst

from tinhgon.reorganisation.continuity.impact import By, Line, impact
from tinhgon.reorganisation.models import Allotment, Package
from tinhgon.reorganisation.naming import Names
from tinhgon.reorganisation.rearrangement.value import Rearrangement
from tinhgon.reorganisation.words import RELATIONS


@dataclass(frozen=True)
class Waiting:
    """What hangs on a unit by a relation, who may answer for it, and what was decided."""

    line: Line
    heirs: Sequence[str]
    allotment: Allotment | None

    @property
    def relation(self) -> str:
        """What it is, in words."""
        return capfirst(str(RELATIONS[self.line.relation]))

    @property
    def is_open(self) -> bool:
        """Whether nobody has decided yet."""
        return self.line.by is By.OPEN


def queue(package: Package, done: Rearrangement) -> list[Waiting]:
    """What must be or was decided by a person, what is open first; after the effect, what was."""
    if hasattr(package, "effect"):
        return [_carried_out(one) for one in package.allotments.all()]
    made = {(one.relation, one.unit): one for one in package.allotments.all()}
    wanted = [
        Waiting(line, candidates(done, line.unit), made.get((line.relation, line.unit)))
        for line in impact(package, done)
        if line.by in (By.OPEN, By.DECIDED)
    ]
    return sorted(wanted, key=lambda one: (not one.is_open, one.line.relation, one.line.unit))


def _carried_out(one: Allotment) -> Waiting:
    """A decision that has been carried out: nothing of it hangs on the unit any more."""
    return Waiting(Line(one.relation, one.unit, 0, By.DECIDED, one.heir), (), one)


def candidates(done: Rearrangement, unit: str) -> list[str]:
    """Who may answer afterwards for what hung on a unit: its successors, then what is above."""
    takers = dict.fromkeys(edge.successor for edge in done.forward.get(unit, ()))
    above = (one.key for one in done.before.path(unit)[1:])
    return [key for key in (*takers, *above) if key in done.after]


def options(names: Names, keys: Sequence[str]) -> list[tuple[str, str]]:
    """The choices of a form: key and name."""
    return [(key, names(key)) for key in keys]
