"""The calendar that works are due by: the file of the statutes with what was announced since.

It stands in a table too (`WorkDay`), so that lists derive due days in the database. Whenever the
file or a notice changes a day, that table alone is written; no work is touched.
"""

from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache
from typing import Any

import yaml
from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.dispatch import receiver

from tinhgon.domain.worktime.calendar_file import read_almanac
from tinhgon.domain.worktime.calendars import ONE_DAY, Almanac, Calendar, OutsideCalendar
from tinhgon.domain.worktime.entries import Because, Entry, Source
from tinhgon.domain.worktime.last_days import Rule
from tinhgon.statutes import CALENDARS
from tinhgon.temporal.bulk import as_text, fetch, run, staged
from tinhgon.work.models import Notice, WorkDay

Row = tuple[str, int, bool, int, str]
"""A day, its number, whether it is worked, its position, and where a term full on it ends."""

COLUMNS = {"day": "date", "number": "int", "works": "boolean", "position": "int", "ends": "date"}


def now() -> tuple[Almanac, Calendar]:
    """All that is said of days, and the calendar that it makes: the file and what was announced.

    One small query; both are kept between questions.
    """
    notices = Notice.objects.order_by("known", "pk")
    return _amended(tuple(notices.values_list("day", "works", "number", "known")))


def write(said: Almanac) -> list[str]:
    """Let the table say what an almanac says; the days that changed, in ISO form."""
    wanted, kept = [*_rows(said)], {*_kept()}
    changed = [row for row in wanted if row not in kept]
    if changed or len(kept) != len(wanted):
        with staged("calendar_day", COLUMNS, wanted):
            run("DELETE FROM work_workday")
            run(
                "INSERT INTO work_workday (day, number, works, position, ends) "
                "SELECT day, number, works, position, ends FROM calendar_day"
            )
    before = {row[0]: row[2] for row in kept}
    return [row[0] for row in wanted if before.get(row[0]) is not row[2]]


@receiver(post_migrate, dispatch_uid="write-work-days")
def write_after_migrating(sender: AppConfig, **_: Any) -> None:
    """A new version of the program may bring a new calendar: the table follows it."""
    if sender.name == "tinhgon.work" and WorkDay._meta.db_table in _tables():
        write(now()[0])


def _tables() -> set[str]:
    from django.db import connection

    return {*connection.introspection.table_names()}


@cache
def _file() -> Almanac:
    return read_almanac(yaml.safe_load((CALENDARS / "vn.yaml").read_text(encoding="utf-8")))


@lru_cache(maxsize=8)
def _amended(notices: tuple[tuple[date, bool, str, date], ...]) -> tuple[Almanac, Calendar]:
    said = _file().amended(*(_entry(*one) for one in notices))
    return said, said.known_at()


def _entry(day: date, works: bool, number: str, known: date) -> Entry:
    because = Because.WORKED_AFTER_ALL if works else Because.HOLIDAY
    said = Source(number=number, known=known, mark="K")
    return Entry(day=day, works=works, because=because, source=said)


def _rows(said: Almanac) -> Iterator[Row]:
    known, day = said.known_at(), said.first
    while day < said.end:
        number = (day - said.first).days
        ends = _ends(said, known, day).isoformat()
        yield day.isoformat(), number, known.is_working(day), known.position(day), ends
        day += ONE_DAY


def _ends(said: Almanac, known: Calendar, day: date) -> date:
    rule = said.last_day(day)
    if rule is None or rule.rule is not Rule.MOVES_ON:
        return day
    try:
        return known.on_or_after(day)
    except OutsideCalendar:
        return day


def _kept() -> Iterator[Row]:
    day, ends = as_text("day"), as_text("ends")
    for row in fetch(f"SELECT {day}, number, works, position, {ends} FROM work_workday"):
        yield row[0], row[1], bool(row[2]), row[3], row[4]
