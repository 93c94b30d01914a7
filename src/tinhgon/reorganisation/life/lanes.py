"""The life of a package as lanes: where it stood, and which apparatus was the one in force.

What happened on one day is one stretch, the state of its evening; a package all of whose life is of
one day has nothing to see between.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby, pairwise

from django.utils.translation import gettext as _

from tinhgon.domain.periods import Period
from tinhgon.registry.unit.lanes import Lane, Piece
from tinhgon.reorganisation.life.lines import Line
from tinhgon.reorganisation.models import Package, State
from tinhgon.reorganisation.words import STATES

LEADS_TO = {
    "plan.drafted": State.DRAFT,
    "plan.edited": State.DRAFT,
    "plan.appraised": State.APPRAISED,
    "plan.sealed": State.SEALED,
    "plan.given-back": State.APPRAISED,
    "plan.approved": State.APPROVED,
    "plan.enacted": State.ENACTED,
    "plan.took-effect": State.IN_EFFECT,
    "plan.withdrawn": State.WITHDRAWN,
}
"""The state that each act leads to; the others leave it as it was."""

LAST = frozenset({State.IN_EFFECT, State.WITHDRAWN})


def lanes(package: Package, told: Sequence[Line]) -> list[Lane]:
    """Where the package stood when; once it is enacted, the old and the new apparatus too."""
    found = [Lane("state", _("Plan"), tuple(_states(told)))] if told else []
    if hasattr(package, "enactment") and not hasattr(package, "withdrawal"):
        found.append(Lane("apparatus", _("In force"), tuple(_apparatus(package))))
    return found


def evenings(told: Iterable[Line]) -> list[tuple[date, State]]:
    """The days on which the state changed, each with the state of its evening."""
    by_day = groupby((line for line in told if line.act in LEADS_TO), key=lambda line: line.day)
    ends = [(day, LEADS_TO[list(lines)[-1].act]) for day, lines in by_day]
    firsts = [end for before, end in pairwise([(None, None), *ends]) if before[1] != end[1]]
    return [(day, state) for day, state in firsts if day and state]


def _states(told: Iterable[Line]) -> Iterable[Piece]:
    days = evenings(told)
    for (day, state), following in zip(days, [*days[1:], None], strict=True):
        period = Period(day, following[0] if following else None)
        yield Piece(period, str(STATES[state]), own=state in LAST)


def _apparatus(package: Package) -> Iterable[Piece]:
    yield Piece(Period(None, package.day), _("The old apparatus"), own=False)
    yield Piece(Period(package.day, None), _("The new apparatus"), own=True)


def has_course(found: Sequence[Lane]) -> bool:
    """Whether there is anything to see: two states at least, a day apart."""
    return bool(found) and len(found[0].pieces) > 1
