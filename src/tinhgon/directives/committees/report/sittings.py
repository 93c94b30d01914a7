"""The sessions of a year: who came, what of the plan they dealt with, what was concluded."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Prefetch

from tinhgon.directives.entitlement import readable
from tinhgon.directives.models import Committee, Directive, PlanEvent, PlanItem, Session
from tinhgon.work.listing.stood import Stretch


@dataclass(frozen=True)
class Sitting:
    """A session with what came of it; `came` counts those who were there or sent somebody."""

    session: Session
    came: int
    invited: int
    dealt_with: list[PlanItem]
    conclusions: list[Directive]


def sittings(committee: Committee, year: Stretch, by: Any, *, on: date) -> list[Sitting]:
    """The sessions of a year, the first first, with the conclusions that somebody may read.

    Of a year that goes on, those to come are among them. Seven queries however many, with what is
    asked about the reader.
    """
    issued = Directive.objects.filter(issued_at__date__lte=year.last).select_related("unit")
    done = PlanEvent.objects.filter(on__lte=year.last).select_related("item").order_by("pk")
    rows = committee.sessions.filter(at__year=year.first.year).prefetch_related(
        *("agenda", "invited"),
        Prefetch("dealt_with", done, to_attr="closing"),
        Prefetch("directives", issued.order_by("day", "pk"), to_attr="concluded"),
    )
    found = [*rows.order_by("at", "pk")]
    concluded = [one for session in found for one in session.concluded]
    read = {one.pk for one in readable(concluded, by, on=on)}
    return [_sitting(one, read) for one in found]


def _sitting(session: Any, read: set[int]) -> Sitting:
    invited = [*session.invited.all()]
    return Sitting(
        session,
        sum(1 for one in invited if one.attended or one.stood_in),
        len(invited),
        [one.item for one in session.closing],
        [one for one in session.concluded if one.pk in read],
    )
