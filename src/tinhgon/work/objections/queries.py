"""What may be said against a work now, and what may follow from what was upheld."""

from datetime import date

from django.utils.timezone import localdate

from tinhgon.domain.work.life import FOLLOWS, OBJECTED_IN, Objecting, What
from tinhgon.work.models import Objection
from tinhgon.work.standing import Standing


def raisable(standing: Standing, on: date) -> list[Objecting]:
    """The kinds of objection that its state allows; none while one waits to be decided.

    How it is judged is objected to only where it is late and that is not excused.
    """
    if standing.open_objection:
        return []
    state = standing.state
    is_judged_late = standing.status(on).is_late and not standing.is_excused
    return [
        kind
        for kind in Objecting
        if state in OBJECTED_IN[kind] and (kind is not Objecting.JUDGEMENT or is_judged_late)
    ]


def may_be_raised(standing: Standing, on: date) -> bool:
    """Whether anything may be said against it."""
    return bool(raisable(standing, on))


def unanswered(standing: Standing) -> Objection | None:
    """The last objection, where it was upheld and nothing has been done about it since."""
    last = standing.objections[-1] if standing.objections else None
    if last is None or not last.upheld or standing.state.is_closed or not last.decided_at:
        return None
    done = [standing.held.start, *(e.at for e in standing.events if e.what != What.COMMENTED)]
    asked = [one.asked_on for one in standing.extensions]
    decided = last.decided_at
    has_followed = max(done) > decided or any(day >= localdate(decided) for day in asked)
    return None if has_followed else last


def follows(objection: Objection, possible: list[str]) -> list[str]:
    """Of the acts that are possible those that may follow."""
    return [act for act in FOLLOWS[Objecting(objection.kind)] if act in possible]
