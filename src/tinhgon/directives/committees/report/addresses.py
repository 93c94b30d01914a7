"""Where what a committee's report tells is to be seen: its items, sessions, conclusions, plans."""

from urllib.parse import urlencode

from django.urls import reverse

from tinhgon.directives.committees.planning.outcomes import Outcome
from tinhgon.directives.committees.report.compiled import CommitteeReport
from tinhgon.directives.models import Directive, PlanItem, Session
from tinhgon.documents.models import Instrument


def items_url(report: CommitteeReport, outcome: str = Outcome.ALL, member: str = "") -> str:
    """The list of exactly the items that a number counts."""
    asked = {"year": report.number, "on": report.asked.stretch.last.isoformat()}
    if outcome != Outcome.ALL:
        asked["outcome"] = outcome
    if member:
        asked["member"] = member
    return f"{_committee(report)}?{urlencode(asked)}#plan"


def next_plan_url(report: CommitteeReport) -> str:
    """The plan of the next year."""
    return f"{_committee(report)}?year={report.number + 1}#plan"


def item_url(item: PlanItem) -> str:
    """An item with all that became of it."""
    return reverse("directives:item", args=[item.pk])


def session_url(session: Session) -> str:
    """A session."""
    return reverse("directives:session", args=[session.pk])


def directive_url(directive: Directive) -> str:
    """A conclusion and its works."""
    return reverse("directives:directive", args=[directive.key])


def instrument_url(instrument: Instrument) -> str:
    """An instrument of the register."""
    return reverse("registry:instrument", args=[instrument.pk])


def report_url(report: CommitteeReport) -> str:
    """The page that says the same."""
    page = reverse("directives:committee-report", args=[report.committee.key])
    return f"{page}?year={report.number}"


def _committee(report: CommitteeReport) -> str:
    return reverse("directives:committee", args=[report.committee.key])
