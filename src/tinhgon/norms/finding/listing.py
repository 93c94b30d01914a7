"""Findings by what somebody wishes to see: rule, bloc, severity, unit, state; heaviest first."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.db.models import Case, Count, F, IntegerField, QuerySet, Value, When

from tinhgon.norms.models import SEVERITIES, Finding
from tinhgon.norms.queries import below, seen_by

OPEN, WAIVED, CLOSED = "open", "waived", "closed"
STATES = (OPEN, WAIVED, CLOSED)
WEIGHT = Case(
    *(When(severity=key, then=Value(place)) for place, (key, _words) in enumerate(SEVERITIES)),
    output_field=IntegerField(),
)


@dataclass(frozen=True)
class Wish:
    """What somebody wishes to see; "" is all of it. `unit` is a key: that unit and all below."""

    rule: str = ""
    bloc: str = ""
    severity: str = ""
    unit: str = ""
    state: str = OPEN


class Listed:
    """The findings that somebody may see and wishes to, and how many there are of each sort."""

    def __init__(self, actor: Any, wish: Wish, *, on: date, today: date) -> None:
        self.wish, self.on = wish, on
        self.seen = self._in_state(seen_by(actor, on, today=today))

    @cached_property
    def found(self) -> QuerySet[Finding]:
        """Those wished for, the heaviest first, then by day, rule and unit."""
        named = {name: getattr(self.wish, name) for name in ("rule", "bloc", "severity")}
        rows = self.seen.filter(**{name: value for name, value in named.items() if value})
        if self.wish.unit:
            rows = rows.filter(unit_id__in=below([self.wish.unit], self.on))
        nearest = F("until").asc(nulls_first=True)
        return rows.order_by(WEIGHT, nearest, "rule", "unit__key", "identifier")

    def counts(self, name: str) -> dict[str, int]:
        """How many there are of each rule, bloc or severity, whatever else is wished for."""
        rows = self.seen.exclude(**{name: ""}).order_by().values_list(name)
        return dict(rows.annotate(Count("pk")))

    def _in_state(self, rows: QuerySet[Finding]) -> QuerySet[Finding]:
        if self.wish.state == CLOSED:
            return rows.filter(closed__isnull=False)
        rows = rows.filter(closed=None)
        return rows.filter(waived=True) if self.wish.state == WAIVED else rows
