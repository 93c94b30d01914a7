"""What became of packages (diễn biến): enacted, taken effect, withdrawn afterwards; latest first.

The rows that say who did what when are all there is; of what was never enacted nothing is told.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from django.db.models import QuerySet, Value
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tinhgon.reorganisation.events.published import published
from tinhgon.reorganisation.models import Effect, Enactment, Package, Withdrawal


class Event(StrEnum):
    """What may become of a package, as the record of acts calls it."""

    ENACTED = "plan.enacted"
    TOOK_EFFECT = "plan.took-effect"
    WITHDRAWN = "plan.withdrawn"


EVENTS: dict[Event, Promise] = {
    Event.ENACTED: _("Enacted"),
    Event.TOOK_EFFECT: _("Took effect"),
    Event.WITHDRAWN: _("Withdrawn"),
}
SENTENCES: dict[Event, Promise] = {
    Event.ENACTED: _("%(title)s was enacted; it takes effect on %(day)s."),
    Event.TOOK_EFFECT: _("%(title)s took effect on %(day)s."),
    Event.WITHDRAWN: _("%(title)s was withdrawn: nothing of it happens on %(day)s."),
}

Row = tuple[str, int, datetime, date]
"""Which event, the id of its package, when it was recorded and of which legal day it is."""


@dataclass(frozen=True)
class Happening:
    """One thing that became of a package; `on` is the legal day of the act."""

    event: Event
    package: Package
    at: datetime
    on: date


def happened() -> QuerySet[Any, Row]:
    """What became of packages as rows, latest first: one query, to be cut before it is read."""
    done = [
        (Enactment, Event.ENACTED, {}),
        (Effect, Event.TOOK_EFFECT, {}),
        (Withdrawal, Event.WITHDRAWN, {"package__enactment__isnull": False}),
    ]
    first, *others = (
        rows.objects.filter(**which).values_list(Value(event.value), "package_id", "at", "on")
        for rows, event, which in done
    )
    # what takes effect with its enactment bears a later instant
    return first.union(*others, all=True).order_by("-at", "-package_id")


def told(rows: Sequence[Row]) -> list[Happening]:
    """Rows with their packages; one query."""
    packages = published().in_bulk([id for _event, id, _at, _on in rows])
    return [Happening(Event(event), packages[id], at, on) for event, id, at, on in rows]
