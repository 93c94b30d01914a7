"""Works in words: their state, how they stand, what happened, what can be done, why then."""

from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from tinhgon.domain.work.life import State
from tinhgon.domain.work.status import Standing as Quadrant
from tinhgon.domain.work.status import Status
from tinhgon.domain.worktime.derivation import Step, What, derive
from tinhgon.domain.worktime.entries import Because
from tinhgon.staff.staffing import Names
from tinhgon.ui import writing
from tinhgon.work.listing.stood import Which
from tinhgon.work.models import Term
from tinhgon.work.models.happening import MEASURES
from tinhgon.work.standing import Standing

STATES: dict[str, Promise] = {
    "issued": gettext_lazy("Issued, not accepted yet"),
    "accepted": gettext_lazy("In progress"),
    "reported": gettext_lazy("Reported, waits to be confirmed"),
    "suspended": gettext_lazy("Suspended"),
    "confirmed": gettext_lazy("Confirmed as done"),
    "withdrawn": gettext_lazy("Withdrawn"),
}

QUADRANTS: dict[Quadrant, Promise] = {
    Quadrant.OPEN_IN_TIME: gettext_lazy("Not done, in time"),
    Quadrant.OPEN_LATE: gettext_lazy("Not done, late"),
    Quadrant.DONE_IN_TIME: gettext_lazy("Done in time"),
    Quadrant.DONE_LATE: gettext_lazy("Done late"),
}

LOOKS = {
    Quadrant.OPEN_IN_TIME: "",
    Quadrant.OPEN_LATE: "stop",
    Quadrant.DONE_IN_TIME: "green",
    Quadrant.DONE_LATE: "amber",
}

WHICH: dict[Which, Promise] = {
    Which.ALL: gettext_lazy("All works"),
    Which.NEW: gettext_lazy("Given in the period"),
    Which.CARRIED: gettext_lazy("Carried over from before"),
    Which.DONE_IN_TIME: QUADRANTS[Quadrant.DONE_IN_TIME],
    Which.DONE_LATE: QUADRANTS[Quadrant.DONE_LATE],
    Which.OPEN: gettext_lazy("Not done yet"),
    Which.OPEN_IN_TIME: QUADRANTS[Quadrant.OPEN_IN_TIME],
    Which.OPEN_LATE: QUADRANTS[Quadrant.OPEN_LATE],
    Which.AT_RISK: gettext_lazy("At risk"),
    Which.SUSPENDED: STATES["suspended"],
    Which.WITHDRAWN: STATES["withdrawn"],
    Which.MOVED: gettext_lazy("Handed over to another unit"),
    Which.ASKED: gettext_lazy("More time asked for"),
    Which.GRANTED: gettext_lazy("More time granted"),
    Which.REFUSED: gettext_lazy("More time refused"),
}
"""What works of a period are counted by, and listed."""

HAPPENED: dict[str, Promise] = {
    "issued": gettext_lazy("Issued by %(unit)s"),
    "accepted": gettext_lazy("Accepted by %(unit)s"),
    "reported": gettext_lazy("Reported as done by %(unit)s"),
    "sent-back": gettext_lazy("Report sent back by %(unit)s"),
    "confirmed": gettext_lazy("Confirmed as done"),
    "suspended": gettext_lazy("Suspended by %(unit)s"),
    "resumed": gettext_lazy("Taken up again by order of %(unit)s"),
    "withdrawn": gettext_lazy("Withdrawn"),
    "commented": gettext_lazy("Comment on the side of %(unit)s"),
}

ACTS: dict[str, tuple[Promise, Promise]] = {
    "accept": (
        gettext_lazy("Accept"),
        gettext_lazy("The unit knows of the work and does it."),
    ),
    "report": (
        gettext_lazy("Report as done"),
        gettext_lazy("By the day of this report it is judged whether it was done in time."),
    ),
    "confirm": (
        gettext_lazy("Confirm as done"),
        gettext_lazy("The work is closed as it was reported."),
    ),
    "send-back": (
        gettext_lazy("Send the report back"),
        gettext_lazy("The work is not done; its time goes on as if nothing had been reported."),
    ),
    "assign": (
        gettext_lazy("Name who does it"),
        gettext_lazy("Somebody in the unit; without a name, whoever leads it."),
    ),
    "ask-extension": (
        gettext_lazy("Ask for more time"),
        gettext_lazy("It has to be asked for before the day on which it is due is over."),
    ),
    "decide-extension": (
        gettext_lazy("Decide on more time"),
        gettext_lazy("Until it is decided the deadline stays as it is."),
    ),
    "object": (
        gettext_lazy("Object"),
        gettext_lazy("With reasons. Until it is decided the work goes on as before."),
    ),
    "decide-objection": (
        gettext_lazy("Decide on the objection"),
        gettext_lazy("To uphold it moves nothing by itself: what follows is offered afterwards."),
    ),
    "split": (
        gettext_lazy("Give a part of it to a unit below"),
        gettext_lazy("The unit has the whole as before, and reports it once no part is open."),
    ),
    "cascade": (
        gettext_lazy("Give it to all units below"),
        gettext_lazy("One part for each unit, all at once; who has the whole reports it at last."),
    ),
    "ask-to-contribute": (
        gettext_lazy("Ask another unit to contribute"),
        gettext_lazy("It can see the work and comment on it; who leads stays the same."),
    ),
    "hand-over": (
        gettext_lazy("Hand over to another unit"),
        gettext_lazy("From now on that unit alone answers for it."),
    ),
    "suspend": (
        gettext_lazy("Suspend"),
        gettext_lazy("Its clock stands still until it is taken up again."),
    ),
    "resume": (
        gettext_lazy("Take up again"),
        gettext_lazy("A counted term goes on; for a day that was named, name another."),
    ),
    "withdraw": (
        gettext_lazy("Withdraw the work"),
        gettext_lazy("Nobody has to do it any more. What happened stays readable."),
    ),
    "comment": (
        gettext_lazy("Comment"),
        gettext_lazy("All who see the work read it."),
    ),
    "attach": (
        gettext_lazy("Attach files"),
        gettext_lazy("All who see the work can save them; whoever put one there may withdraw it."),
    ),
}
"""What can be done: how it is called and what follows from it."""

BECAUSE: dict[Because, Promise] = {
    Because.WEEK: gettext_lazy("weekly rest"),
    Because.HOLIDAY: gettext_lazy("holiday"),
    Because.IN_LIEU: gettext_lazy("off in lieu"),
    Because.SWAPPED: gettext_lazy("swapped for another day"),
    Because.MADE_UP: gettext_lazy("worked in another's stead"),
    Because.WORKED_AFTER_ALL: gettext_lazy("worked after all"),
}


def status_words(status: Status, *, excused: bool = False) -> str:
    """«Chưa hoàn thành, quá hạn 3 ngày»; where an objection was upheld, that it is excused."""
    words = str(QUADRANTS[status.standing])
    if not status.is_late:
        return words
    late = ngettext("%(many)s day", "%(many)s days", status.days_late)
    words = f"{words}: {late % {'many': writing.count(status.days_late)}}"
    return _("%(late)s, excused") % {"late": words} if excused else words


def how_it_stands(standing: Standing, on: date) -> tuple[str, str]:
    """How a work stands on a day, in words, and how that looks; withdrawn it stands in no time."""
    if standing.state is State.WITHDRAWN:
        return str(STATES[standing.state.value]), ""
    status = standing.status(on)
    return status_words(status, excused=standing.is_excused), LOOKS[status.standing]


def lead_of(act: str, standing: Standing, names: Names) -> str:
    """What follows from an act; of more time, what was asked for and until when that may be."""
    extension, due = standing.open_extension, standing.due
    if act == "ask-extension" and due:
        words = _("It has to be asked for before %(day)s is over, on which it is due.")
        return words % {"day": writing.day(due)}
    if act == "decide-extension" and extension:
        asked = _("%(unit)s asks for time until %(until)s (now due on %(due)s): %(reason)s")
        return asked % {
            "unit": names.unit(standing.held_on(extension.asked_on).unit.key),
            "until": writing.day(extension.until),
            "due": writing.day(due or extension.due_then),
            "reason": extension.reason,
        }
    return str(ACTS[act][1])


def term_words(term: Term | None) -> str:
    """By when it was to be done when it was issued."""
    if term is None:
        return _("No day on which it is due")
    if term.day:
        return _("On %(day)s") % {"day": writing.day(term.day)}
    return _("%(number)s %(measure)s, counted from the day after %(since)s") % {
        "number": writing.count(term.number),
        "measure": MEASURES[term.measure],
        "since": writing.day(term.since),
    }


def passed_over(standing: Standing) -> list[tuple[Any, str]]:
    """The days that did not count on the way to the day on which it is due, each with why.

    None where that day was named: by the order, or by an extension.
    """
    said, days = standing.known
    deadline = standing.deadline
    reckoning = deadline.reckoning(days, said)
    if reckoning is None or standing.due is None or deadline.granted:
        return []
    steps = derive(reckoning).skipped
    return [(step.day, _why(step)) for step in steps]


def _why(step: Step) -> str:
    if step.what is What.STILL:
        return _("suspended")
    if step.entry is None:
        return ""
    words = str(BECAUSE[step.entry.because])
    if step.entry.occasion:
        words = f"{words}, {step.entry.occasion.in_(get_language() or '')}"
    source = step.entry.source.number
    named = source and step.entry.because is not Because.WEEK
    return f"{words} ({source})" if named else words
