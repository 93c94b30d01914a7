"""The works in somebody's feed: what they have to do and what their units have, due first first."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from tinhgon.domain.work.life import State, What, state_after
from tinhgon.registry.models import Unit
from tinhgon.temporal.bulk import as_text, fetch
from tinhgon.work.custody.handing_on import in_hand
from tinhgon.work.listing.desks import Reader
from tinhgon.work.listing.sums import DUE
from tinhgon.work.models import Custody, Event, Extension, Notice, Work

MOST = 500
"""So many works stand in a feed: those due next, then those that are late, the latest first."""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A work on the day on which it is due.

    `sequence` rises whenever the day may have moved: with each extension that was granted, each
    time the work was taken up again, and with each notice that changed the working calendar.
    """

    work: Work
    custody: Custody
    due: date
    state: State
    changed: datetime
    sequence: int


def entries(reader: Reader) -> tuple[list[Entry], bool]:
    """The works in the feed of somebody, and whether there are more; five queries or fewer."""
    units = [*Unit.objects.filter(key__in=reader.units).values_list("pk", flat=True)]
    if not units and not reader.officers:
        return [], False
    found = fetch(
        f"""
        WITH here AS ({_here(units, [*reader.officers])}), {DUE}
        SELECT came, {as_text("due")} FROM due WHERE due IS NOT NULL
        ORDER BY CASE WHEN due >= %(today)s THEN 0 ELSE 1 END,
                 CASE WHEN due >= %(today)s THEN due END, due DESC, work_id
        LIMIT %(most)s""",
        today=reader.on.isoformat(),
        most=MOST + 1,
    )
    due = {came: date.fromisoformat(day) for came, day in found[:MOST]}
    return _entries(due), len(found) > MOST


def _here(units: list[int], officers: list[int]) -> str:
    held = "SELECT held.work_id, held.start, held.unit_id, held.officer_id, held.id AS came"
    sides = {"unit_id": units, "officer_id": officers}
    return " UNION ".join(
        f"{held} FROM work_custody held WHERE held.{side} IN ({', '.join(map(str, ids))}) "
        f"AND {in_hand('held')}"
        for side, ids in sides.items()
        if ids
    )


def _entries(due: dict[int, date]) -> list[Entry]:
    stays = Custody.objects.select_related("work__giver", "unit").in_bulk([*due])
    works = [stay.work_id for stay in stays.values()]
    events: dict[int, list[Any]] = {}
    for event in Event.objects.filter(work__in=works).order_by("at", "pk"):
        events.setdefault(event.work_id, []).append(event)
    extended = Extension.objects.filter(work__in=works, granted=True, resumption=None)
    granted = Counter(extended.values_list("work", flat=True))
    announced = Notice.objects.count()
    return [
        _entry(stays[came], day, events[stays[came].work_id], granted, announced)
        for came, day in due.items()
    ]


def _entry(
    stay: Custody, due: date, happened: list[Event], granted: Counter[int], announced: int
) -> Entry:
    resumed = sum(one.what == What.RESUMED for one in happened)
    return Entry(
        work=stay.work,
        custody=stay,
        due=due,
        state=state_after(one.what for one in happened),
        changed=max(stay.start, happened[-1].at),
        sequence=granted[stay.work_id] + resumed + announced,
    )
