"""Committees in words: when items are due, how they stand, what became of them, sessions."""

from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tinhgon.directives.committees.planning.lines import State
from tinhgon.directives.committees.planning.outcomes import Outcome
from tinhgon.directives.models import PlanEvent, Session, What
from tinhgon.ui import writing

STATES: dict[State, Promise] = {
    State.DRAFT: gettext_lazy("Draft"),
    State.PLANNED: gettext_lazy("Planned"),
    State.MOVED: gettext_lazy("Moved to another day"),
    State.LATE: gettext_lazy("Not done, late"),
    State.DONE: gettext_lazy("Done"),
    State.DROPPED: gettext_lazy("Dropped"),
    State.LAPSED: gettext_lazy("Lapsed with the committee"),
}
OUTCOMES: dict[Outcome, Promise] = {
    Outcome.ALL: gettext_lazy("Planned in all"),
    Outcome.DONE: STATES[State.DONE],
    Outcome.OPEN: gettext_lazy("To be done, not late"),
    Outcome.LATE: STATES[State.LATE],
    Outcome.DROPPED: STATES[State.DROPPED],
    Outcome.LAPSED: STATES[State.LAPSED],
    Outcome.DRAFT: STATES[State.DRAFT],
    Outcome.MOVED: gettext_lazy("Of all these: moved to another day"),
}
LOOKS = {
    State.PLANNED: "blue",
    State.MOVED: "amber",
    State.LATE: "stop",
    State.DONE: "green",
}
"""How the tag of a state looks; others are plain."""


def when(year: int, month: int | None, day: date | None) -> str:
    """When something is due: a day, or a month of a year."""
    if day:
        return str(writing.day(day))
    return _("%(month)s/%(year)s") % {"month": f"{month:02}", "year": year}


def event_words(event: PlanEvent, year: int, names: dict[int, str]) -> str:
    """What became of an item by one event."""
    said: dict[str, Any] = {"day": writing.day(event.on)}
    if event.what == What.MOVED:
        said["when"] = when(year, event.month, event.day)
        return _("moved on %(day)s to %(when)s") % said
    if event.what == What.ENTRUSTED:
        said["member"] = names.get(event.member_id or 0, "")
        return _("entrusted on %(day)s to %(member)s") % said
    if event.session_id:
        return _("dealt with by the session of %(day)s") % said
    return (_("done on %(day)s") if event.what == What.DONE else _("dropped on %(day)s")) % said


def session_state(session: Session) -> tuple[str, str]:
    """How a session stands, with the look of its tag."""
    if session.held is None:
        return _("To come"), "blue"
    return (_("Held"), "green") if session.held else (_("Cancelled"), "")
