"""Calendar files: what `statutes/calendars/vn.yaml` says, read place by place into an almanac."""

from collections.abc import Iterator, Mapping
from datetime import date, time
from typing import Any

from tinhgon.domain.hours import Unreadable as UnreadableHours
from tinhgon.domain.hours import read_days
from tinhgon.domain.jurisdiction_file import (
    Reader,
    Unreadable,
    Words,
    read_mark,
    read_period,
    read_words,
)
from tinhgon.domain.worktime.calendars import Almanac, Week
from tinhgon.domain.worktime.cut_offs import CutOff
from tinhgon.domain.worktime.entries import Because, Entry, Source
from tinhgon.domain.worktime.last_days import LastDay, Rule

OFF = {"holidays": Because.HOLIDAY, "in_lieu": Because.IN_LIEU}
"""The lists of days off of a notice, by what they are off for."""


def read_almanac(document: Any) -> Almanac:
    """The almanac a parsed file describes; `Unreadable` says which place is wrong."""
    file = Reader(document)
    first, end = _day(file.get("from"), "from"), _day(file.get("until"), "until")
    if first >= end:
        raise Unreadable("until", "ends-before-it-starts")
    occasions = {
        key: read_words(words, f"occasions.{key}")
        for key, words in file.mapping("occasions").value.items()
    }
    return Almanac(
        code=file.text("calendar"),
        name=read_words(file.get("name"), "name"),
        first=first,
        end=end,
        week=_week(file.mapping("week")),
        entries=tuple(
            entry
            for notice in _listed(file, "notices")
            for entry in _entries(notice, occasions, first, end)
        ),
        cut_offs=_cut_offs(file),
        last_days=tuple(_last_day(one) for one in _listed(file, "last_days")),
    )


def _week(file: Reader) -> Week:
    try:
        days = read_days(file.text("days"))
    except UnreadableHours as wrong:
        raise Unreadable(file.place("days"), "not-weekdays", given=wrong.part) from None
    return Week(days=frozenset(days), source=_source(file))


def _entries(
    file: Reader, occasions: Mapping[str, Words], first: date, end: date
) -> Iterator[Entry]:
    """The days of one notice; each within the calendar, none twice."""
    source = _source(file)
    seen: set[date] = set()
    for entry in (
        *_off(file, occasions, source),
        *_swaps(file, source),
        *_worked(file, source),
    ):
        place = file.place(entry.day.isoformat())
        if not first <= entry.day < end:
            raise Unreadable(place, "outside-the-calendar")
        if entry.day in seen:
            raise Unreadable(place, "twice")
        seen.add(entry.day)
        yield entry


def _off(file: Reader, occasions: Mapping[str, Words], source: Source) -> Iterator[Entry]:
    for name, because in OFF.items():
        for day, occasion in _days(file, name):
            if occasion not in occasions:
                place = f"{file.place(name)}.{day}"
                raise Unreadable(place, "unknown-occasion", known=", ".join(occasions))
            yield Entry(
                day=day,
                works=False,
                because=because,
                source=source,
                occasion=occasions[occasion],
            )


def _swaps(file: Reader, source: Source) -> Iterator[Entry]:
    for off, value in _days(file, "swaps"):
        made_up = _day(value, f"{file.place('swaps')}.{off}")
        yield Entry(day=off, works=False, because=Because.SWAPPED, source=source, other=made_up)
        yield Entry(day=made_up, works=True, because=Because.MADE_UP, source=source, other=off)


def _worked(file: Reader, source: Source) -> Iterator[Entry]:
    for value in file.get("worked", []):
        day = _day(value, file.place("worked"))
        yield Entry(day=day, works=True, because=Because.WORKED_AFTER_ALL, source=source)


def _cut_offs(file: Reader) -> Mapping[str, tuple[CutOff, ...]]:
    if not file.get("cut_offs", None):
        return {}
    named = file.mapping("cut_offs")
    return {key: tuple(_versions(key, named.mapping(key))) for key in named}


def _versions(key: str, file: Reader) -> Iterator[CutOff]:
    title = read_words(file.get("title"), file.place("title"))
    for one in _listed(file, "values"):
        yield CutOff(
            key=key,
            title=title,
            at=_time(one),
            source=_source(one),
            period=read_period(one),
        )


def _last_day(file: Reader) -> LastDay:
    try:
        rule = Rule(file.text("rule"))
    except ValueError as wrong:
        if isinstance(wrong, Unreadable):
            raise
        raise Unreadable(file.place("rule"), "unknown-rule", known=", ".join(Rule)) from None
    return LastDay(rule=rule, source=_source(file), period=read_period(file))


def _source(file: Reader) -> Source:
    title, issued, known = (file.get(name, None) for name in ("title", "issued", "known"))
    return Source(
        title=read_words(title, file.place("title")) if title else None,
        number=file.get("number", None),
        issued=None if issued in (None, "unknown") else _day(issued, file.place("issued")),
        article=file.get("article", None),
        known=None if known is None else _day(known, file.place("known")),
        mark=read_mark(file.get("mark"), file.place("mark")),
        known_mark=read_mark(file.get("known_mark", file.get("mark")), file.place("known_mark")),
    )


def _listed(file: Reader, name: str) -> Iterator[Reader]:
    value = file.get(name, [])
    if not isinstance(value, list):
        raise Unreadable(file.place(name), "not-a-list")
    return (Reader(one, f"{file.place(name)}.{place}") for place, one in enumerate(value))


def _days(file: Reader, name: str) -> Iterator[tuple[date, Any]]:
    value = file.get(name, {})
    if not isinstance(value, Mapping):
        raise Unreadable(file.place(name), "not-a-mapping")
    return ((_day(day, file.place(name)), said) for day, said in value.items())


def _day(value: Any, path: str) -> date:
    try:
        return value if isinstance(value, date) else date.fromisoformat(value)
    except (TypeError, ValueError):
        raise Unreadable(path, "not-a-date", given=str(value)) from None


def _time(file: Reader) -> time:
    try:
        return time.fromisoformat(file.text("at"))
    except ValueError as wrong:
        if isinstance(wrong, Unreadable):
            raise
        raise Unreadable(file.place("at"), "not-a-time") from None
