"""The works of a unit or of a person: those it has, gave, helps with; open, late, at risk, closed.

Who asks is asked before (`entitlement`): what is not listed here is not counted either.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any

from tinhgon.domain.work.clarities import JudgedBy
from tinhgon.domain.work.life import State, state_after
from tinhgon.domain.work.status import Status
from tinhgon.registry.models import Unit
from tinhgon.staff.subtree import below
from tinhgon.temporal.bulk import as_text, fetch
from tinhgon.work.calendar.keeping import now
from tinhgon.work.custody.handing_on import in_hand, may_be_decided, was_last
from tinhgon.work.listing.stood import Given, Stood
from tinhgon.work.listing.sums import (
    DUE,
    EXCUSED,
    JUDGED_CLOSED,
    JUDGED_EITHER,
    JUDGED_OPEN,
    OBJECTED,
    STANDING_REPORT,
)
from tinhgon.work.listing.then import tables
from tinhgon.work.models import Event, Work
from tinhgon.work.standing import at_risk_until
from tinhgon.work.working import working


class Desk(StrEnum):
    """Whose works are asked for: that a unit has, gave or helps with, or that a person has."""

    HELD = "held"
    GIVEN = "given"
    HELPED = "helped"
    MINE = "mine"


class Show(StrEnum):
    """Which of them."""

    OPEN = "open"
    LATE = "late"
    AT_RISK = "at-risk"
    WAITING = "waiting"
    OBJECTED = "objected"
    CLOSED = "closed"


@dataclass(frozen=True, kw_only=True)
class Question:
    """Which works, on which day; of a unit, with all below it where `deep`.

    With `parent`, the parts of a work. With `stood`, of those that the unit gave, or of `works`,
    the ones that stood so at the end of the day.
    """

    desk: Desk
    on: date
    unit: Unit | None = None
    officers: Collection[int] = ()
    deep: bool = False
    show: Show = Show.OPEN
    kind: str = ""
    officer: int | None = None
    stood: Stood | None = None
    instrument: int | None = None
    parent: int | None = None
    works: Collection[int] | None = None

    @classmethod
    def then(cls, given: Given, stood: Stood, on: date) -> "Question":
        """Which of a set of works stood so at the end of a day."""
        return cls(desk=Desk.GIVEN, on=on, stood=stood, **vars(given))

    @property
    def given(self) -> Given:
        """The works of which some are asked for as they stood."""
        return Given(
            unit=self.unit,
            works=self.works,
            deep=self.deep,
            kind=self.kind,
            instrument=self.instrument,
            parent=self.parent,
        )


@dataclass(frozen=True, kw_only=True)
class Row:
    """A work in a list: who has it since when, its state and how it stands.

    It is `excused` where it was upheld that it is not at fault for being late, `objected` while an
    objection waits to be decided.
    """

    work: Work
    unit: str
    officer: int | None
    since: datetime
    promised: date | None
    state: State
    status: Status
    excused: bool = False
    objected: bool = False


@dataclass(frozen=True, kw_only=True)
class Found:
    """A stretch of the list, and how many there are in all, late and at risk."""

    rows: list[Row] = field(default_factory=list)
    every: int = 0
    late: int = 0
    at_risk: int = 0
    matching: int = 0


def inbox(question: Question, *, start: int = 0, most: int = 50) -> Found:
    """The works asked for, the one that is due first first; three queries however many."""
    asked, values = _query(question)
    rows = fetch(
        f"""
        {asked}
        SELECT totals.every, totals.late, totals.at_risk, totals.matching,
               page.work_id, unit.key, page.officer_id, page.start, {as_text("page.promised")},
               {as_text("page.due")}, page.late, page.at_risk, {as_text("page.judged")},
               {EXCUSED}, {OBJECTED}
        FROM totals LEFT JOIN (
          SELECT * FROM matching ORDER BY {_IN_ORDER} LIMIT %(most)s OFFSET %(start)s
        ) page ON 1 = 1 LEFT JOIN registry_unit unit ON unit.id = page.unit_id
        ORDER BY {_IN_ORDER}
        """,
        **values,
        start=start,
        most=most,
    )
    every, late, at_risk, matching = (int(count or 0) for count in rows[0][:4])
    shown = [row[4:] for row in rows if row[4] is not None]
    counts = {"every": every, "late": late, "at_risk": at_risk, "matching": matching}
    return Found(rows=_rows(shown, question), **counts)


def due_days(question: Question) -> list[tuple[int, str | None]]:
    """The day on which each work is due, in ISO form, by the id of the work; one query."""
    asked, values = _query(question)
    return fetch(f"{asked} SELECT work_id, {as_text('due')} FROM matching", **values)


_IN_ORDER = "due IS NULL, due, start, work_id"


def _query(question: Question) -> tuple[str, dict[str, Any]]:
    """The tables `matching` and `totals`, and the values of their query."""
    if question.stood:
        return tables(question.given, question.stood, question.on)
    closed = question.show is Show.CLOSED
    said = working()
    by_report = said.judged_by is JudgedBy.REPORT
    day = 'report."on"' if by_report else 'closing."on"'
    judged = JUDGED_CLOSED.format(day=day) if closed else JUDGED_OPEN
    if question.show is Show.OBJECTED:
        judged = JUDGED_EITHER.format(day=day)
    matches = {Show.LATE: "late = 1", Show.AT_RISK: "at_risk = 1"}.get(question.show, "1 = 1")
    asked = f"""
        WITH RECURSIVE {below()},
        here AS ({_here(question, closed)}),
        {DUE}, {judged},
        matching AS (SELECT * FROM flagged WHERE {matches}),
        totals AS (
          SELECT count(*) AS every, sum(late) AS late, sum(at_risk) AS at_risk,
                 sum(CASE WHEN {matches} THEN 1 ELSE 0 END) AS matching
          FROM flagged
        )"""
    risky = at_risk_until(question.on, said, now()[1]) or question.on
    values = {
        "today": question.on.isoformat(),
        "risky": risky.isoformat(),
        "on": question.on.isoformat(),
        "under": question.unit.key if question.unit else None,
        "unit": question.unit.pk if question.unit else None,
        "kind": question.kind,
        "officer": question.officer,
        "parent": question.parent,
    }
    return asked, values


def _here(question: Question, closed: bool) -> str:
    """The works on the desk that is asked about, with the row of custody that counts."""
    counts = was_last("held") if closed else in_hand("held")
    if question.show is Show.OBJECTED:
        counts = may_be_decided("held")
    conditions = [counts, *_narrowing(question)]
    of_unit = "IN (SELECT id FROM below)" if question.deep else "= %(unit)s"
    source = "work_custody held"
    if question.desk is Desk.HELD:
        conditions.insert(0, f"held.unit_id {of_unit}")
    elif question.desk is Desk.MINE:
        ids = ", ".join(str(int(one)) for one in question.officers) or "NULL"
        conditions.insert(0, f"held.officer_id IN ({ids})")
    elif question.desk is Desk.GIVEN:
        source = "work_work given JOIN work_custody held ON held.work_id = given.id"
        conditions.insert(0, f"given.giver_id {of_unit}")
    else:
        conditions.insert(
            0,
            f"held.work_id IN (SELECT work_id FROM work_contributor WHERE unit_id {of_unit})",
        )
    return (
        "SELECT held.work_id, held.start, held.unit_id, held.officer_id "
        f"FROM {source} WHERE {' AND '.join(conditions)}"
    )


def _narrowing(question: Question) -> list[str]:
    """What else is asked of the works."""
    found = []
    if question.officer is not None:
        found.append("held.officer_id = %(officer)s")
    if question.kind:
        found.append("held.work_id IN (SELECT id FROM work_work WHERE kind = %(kind)s)")
    if question.parent is not None:
        found.append("held.work_id IN (SELECT id FROM work_work WHERE parent_id = %(parent)s)")
    if question.show is Show.WAITING:
        found.append(f"{STANDING_REPORT.replace('due.work_id', 'held.work_id')} IS NOT NULL")
    if question.show is Show.OBJECTED:
        found.append("held.work_id IN (SELECT work_id FROM work_objection WHERE upheld IS NULL)")
    return found


def _rows(shown: list[Any], question: Question) -> list[Row]:
    ids = [row[0] for row in shown]
    works = Work.objects.select_related("giver", "instrument").in_bulk(ids)
    happened: dict[int, list[str]] = {}
    events = Event.objects.filter(work__in=ids).order_by("at", "pk")
    if question.stood:
        events = events.filter(on__lte=question.on)
    for work, what in events.values_list("work", "what"):
        happened.setdefault(work, []).append(what)
    return [_row(works[row[0]], row, happened.get(row[0], []), question.on) for row in shown]


def _row(work: Work, found: Any, happened: list[str], on: date) -> Row:
    _id, unit, officer, since, promised, due, _late, at_risk, judged, excused, objected = found
    state, due = state_after(happened), date.fromisoformat(due) if due else None
    judged = date.fromisoformat(judged) if judged else on
    return Row(
        work=work,
        unit=unit,
        officer=officer,
        since=_instant(since),
        promised=date.fromisoformat(promised) if promised else None,
        state=state,
        status=Status(
            done=state is State.CONFIRMED,
            due=due,
            judged=(due or on) if state is State.WITHDRAWN else judged,
            at_risk=bool(at_risk),
        ),
        excused=bool(excused),
        objected=bool(objected),
    )


def _instant(value: Any) -> datetime:
    """An instant as the database gives it: SQLite as a text in universal time."""
    if isinstance(value, str):
        value = datetime.fromisoformat(value)
    return value if value.tzinfo else value.replace(tzinfo=UTC)
