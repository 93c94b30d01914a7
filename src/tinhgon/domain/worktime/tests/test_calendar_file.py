"""Calendar files are read place by place; what is wrong is told with its path."""

from collections.abc import Callable
from copy import deepcopy
from datetime import date
from typing import Any

import pytest

from tinhgon.domain.jurisdiction_file import Unreadable
from tinhgon.domain.worktime.calendar_file import read_almanac
from tinhgon.domain.worktime.entries import Because
from tinhgon.domain.worktime.last_days import Rule
from tinhgon.domain.worktime.tests.vietnam import ALMANAC

SMALL: dict[str, Any] = {
    "calendar": "XX",
    "name": "Elbonia",
    "from": date(2026, 1, 1),
    "until": date(2027, 1, 1),
    "week": {"days": "Mo-Th,Sa", "mark": "K"},
    "occasions": {"mud-day": "Mud Day"},
    "cut_offs": {"transfer": {"title": "Transfer", "values": [{"at": "12:00", "mark": "O"}]}},
    "last_days": [{"rule": "stays", "mark": "K"}],
    "notices": [
        {
            "number": "1/26",
            "issued": "unknown",
            "known": "2026-01-05",
            "mark": "O",
            "holidays": {date(2026, 3, 2): "mud-day"},
            "in_lieu": {"2026-03-03": "mud-day"},
            "swaps": {date(2026, 3, 5): date(2026, 3, 6)},
            "worked": [date(2026, 3, 8)],
        }
    ],
}


def test_a_file_says_what_is_off_and_what_is_worked_in_its_stead() -> None:
    almanac = read_almanac(SMALL)
    calendar = almanac.known_at()

    assert [(one.day.day, one.works, one.because) for one in almanac.entries] == [
        (2, False, Because.HOLIDAY),
        (3, False, Because.IN_LIEU),
        (5, False, Because.SWAPPED),
        (6, True, Because.MADE_UP),
        (8, True, Because.WORKED_AFTER_ALL),
    ]
    assert calendar.is_working(date(2026, 3, 7))
    assert not calendar.is_working(date(2026, 3, 13))


def test_a_notice_is_known_from_its_day_and_as_sure_as_it_says() -> None:
    source = read_almanac(SMALL).entries[0].source

    assert (source.number, source.issued, source.known) == ("1/26", None, date(2026, 1, 5))
    assert (source.mark, source.known_mark) == ("O", "O")


def test_what_a_file_may_leave_out_is_not_there() -> None:
    document = {key: SMALL[key] for key in SMALL if key not in ("cut_offs", "last_days", "notices")}
    almanac = read_almanac(document)

    assert almanac.entries == ()
    assert almanac.cut_off("transfer", date(2026, 3, 2)) is None
    assert almanac.last_day(date(2026, 3, 2)) is None


@pytest.mark.parametrize(
    ("wrong", "path", "code"),
    [
        (lambda file: file.update(until="2026-01-01"), "until", "ends-before-it-starts"),
        (lambda file: file.update({"from": "soon"}), "from", "not-a-date"),
        (lambda file: file["week"].update(days="Mo-Xx"), "week.days", "not-weekdays"),
        (lambda file: file["week"].update(mark="Z"), "week.mark", "unknown-mark"),
        (lambda file: file.update(notices={}), "notices", "not-a-list"),
        (lambda file: notice(file).pop("mark"), "notices.0.mark", "missing"),
        (lambda file: notice(file).update(known="never"), "notices.0.known", "not-a-date"),
        (lambda file: notice(file).update(holidays=[]), "notices.0.holidays", "not-a-mapping"),
        (
            lambda file: notice(file)["holidays"].update({date(2026, 3, 4): "sun-day"}),
            "notices.0.holidays.2026-03-04",
            "unknown-occasion",
        ),
        (
            lambda file: notice(file)["holidays"].update({date(2027, 1, 1): "mud-day"}),
            "notices.0.2027-01-01",
            "outside-the-calendar",
        ),
        (
            lambda file: notice(file)["worked"].append(date(2026, 3, 6)),
            "notices.0.2026-03-06",
            "twice",
        ),
        (
            lambda file: file["cut_offs"]["transfer"]["values"][0].update(at="noon"),
            "cut_offs.transfer.values.0.at",
            "not-a-time",
        ),
        (
            lambda file: file["last_days"][0].update(rule="vanishes"),
            "last_days.0.rule",
            "unknown-rule",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_path(
    wrong: Callable[[Any], None], path: str, code: str
) -> None:
    document = deepcopy(SMALL)
    wrong(document)

    with pytest.raises(Unreadable) as refused:
        read_almanac(document)

    assert (refused.value.path, refused.value.code) == (path, code)


def notice(file: Any) -> Any:
    return file["notices"][0]


@pytest.mark.parametrize(
    ("on", "rule"), [(date(2016, 12, 31), None), (date(2017, 1, 1), Rule.MOVES_ON)]
)
def test_what_becomes_of_a_last_day_is_dated(on: date, rule: Rule | None) -> None:
    said = ALMANAC.last_day(on)

    assert (said and said.rule) == rule


def test_every_day_of_vietnam_says_who_says_so_in_both_languages() -> None:
    titles = [one.source.title for one in ALMANAC.entries]

    assert {frozenset(title.forms) if title else None for title in titles} == {
        frozenset({"vi", "en"})
    }


def test_of_vietnam_only_what_is_expected_is_from_knowledge() -> None:
    unsure = {one.source.number for one in ALMANAC.entries if one.source.mark == "K"}

    assert unsure == {None}
