"""Terms that end on a day off: whether the last day stays or moves on to the next working day."""

from dataclasses import dataclass, field
from enum import StrEnum

from tinhgon.domain.periods import Period
from tinhgon.domain.worktime.entries import Source


class Rule(StrEnum):
    """What becomes of a last day that is not worked."""

    STAYS = "stays"
    MOVES_ON = "moves-on"


@dataclass(frozen=True, kw_only=True)
class LastDay:
    """The rule for terms in days and months over a period, and what says so."""

    rule: Rule
    source: Source
    period: Period = field(default_factory=Period)
