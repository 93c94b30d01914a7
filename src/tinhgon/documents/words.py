"""Drafts of tasks in words for people: who, until when, and what is left to decide."""

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from tinhgon.domain.documents.directions.drafts import Agency, Due, DueKind, Unclear
from tinhgon.ui import writing

UNCLEAR: dict[Unclear, Promise] = {
    Unclear.NO_LEAD: gettext_lazy("nobody is named who leads"),
    Unclear.SEVERAL_LEADS: gettext_lazy("several are named who lead: one must be chosen"),
    Unclear.GROUP_LEADS: gettext_lazy("a group is named: each of its members is to be charged"),
    Unclear.GROUP_TAKES_PART: gettext_lazy(
        "a group takes part: say which of its units, or that none need be named"
    ),
    Unclear.NO_DEADLINE: gettext_lazy("there is no deadline"),
    Unclear.DEADLINE_IN_WORDS: gettext_lazy("the deadline is no day"),
    Unclear.SEVERAL_DEADLINES: gettext_lazy("there are several deadlines"),
    Unclear.YEAR_ASSUMED: gettext_lazy("the deadline has no year: the next one is assumed"),
    Unclear.UNKNOWN_UNIT: gettext_lazy("a body is named that the register does not have"),
    Unclear.SEVERAL_UNITS: gettext_lazy("several units of the register bear a name"),
}

EVERY: dict[str, Promise] = {
    "day": gettext_lazy("every day"),
    "week": gettext_lazy("every week"),
    "month": gettext_lazy("every month"),
    "quarter": gettext_lazy("every quarter"),
    "year": gettext_lazy("every year"),
}


def due_words(due: Due | None) -> str:
    """A deadline: the last day, so many days from what, how often, or the words as they stand."""
    if due is None:
        return _("none")
    if due.last:
        return _("%(day)s at the latest (“%(words)s”)") % {
            "day": writing.day(due.last),
            "words": due.words,
        }
    if due.kind is DueKind.EVERY:
        return str(EVERY[due.unit or ""])
    if due.kind is DueKind.AFTER:
        counted = _counted(due.unit or "", due.count or 0)
        return f"{counted} (“{due.words}”)"
    return f"“{due.words}”"


def _counted(unit: str, count: int) -> str:
    forms = {
        "hours": ngettext("%(count)s hour", "%(count)s hours", count),
        "days": ngettext("%(count)s day", "%(count)s days", count),
        "working-days": ngettext("%(count)s working day", "%(count)s working days", count),
        "weeks": ngettext("%(count)s week", "%(count)s weeks", count),
        "months": ngettext("%(count)s month", "%(count)s months", count),
    }
    return forms[unit] % {"count": writing.count(count)}


def agencies_words(agencies: Iterable[Agency]) -> str:
    """Names after one another, each as the text has it."""
    return "; ".join(agency.name for agency in agencies)


def unclear_words(codes: Iterable[Unclear]) -> str:
    """What a person must decide."""
    return "; ".join(str(UNCLEAR[code]) for code in codes)
