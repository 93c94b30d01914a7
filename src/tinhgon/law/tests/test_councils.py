"""Which areas have a People's Council: the jurisdiction file says what the law says, day by day.

The file says it for the bodies that are entered, with a scope below a unit; the law's rule answers
one question with its articles. Neither reads the other: a file must do without our law, and the law
without a register. So this compares them on both sides of every day on which either changes.
"""

from datetime import date, timedelta

import pytest
import yaml

from tinhgon.domain.jurisdictions import read_jurisdiction
from tinhgon.domain.standards import governance_on
from tinhgon.domain.structure.units import Unit
from tinhgon.law.book import book
from tinhgon.law.queries import answer
from tinhgon.law.refusals import NoProvision
from tinhgon.statutes import JURISDICTIONS

VIETNAM = read_jurisdiction(yaml.safe_load((JURISDICTIONS / "vn.yaml").read_text("utf-8")))
PARAMETER = "councils.has_council"
A_DAY = timedelta(days=1)

CITY = Unit(key="P01", level="province", kind="thành phố", name="Hà Nội")
PROVINCE = Unit(key="P99", level="province", kind="tỉnh", name="Bắc Ninh")


def area(level, kind):
    return Unit(key="X", level=level, kind=kind, name="Ở đây")


AREAS = [
    ("hanoi", CITY, ()),
    ("hanoi", area("district", "quận"), (CITY,)),
    ("hanoi", area("district", "huyện"), (CITY,)),
    ("hanoi", area("commune", "phường"), (CITY,)),
    ("hanoi", area("commune", "xã"), (CITY,)),
    ("hanoi", area("commune", "thị trấn"), (CITY,)),
    ("elsewhere", PROVINCE, ()),
    ("elsewhere", area("commune", "phường"), (PROVINCE,)),
    ("elsewhere", area("commune", "xã"), (PROVINCE,)),
    ("elsewhere", area("commune", "đặc khu"), (PROVINCE,)),
]


def turns():
    """The days on which the file or the law changes, and the day before each."""
    of_file = {day for m in VIETNAM.standards.governance for day in (m.period.start, m.period.end)}
    of_law = {figure.since for case in book()[PARAMETER].cases.values() for figure in case}
    days = {day for day in of_file | of_law if day}
    return sorted(days | {day - A_DAY for day in days})


def of_law(locality, unit, on):
    """Whether it has one: yes, no, None where the law leaves it open; or why there is no answer."""
    given = {"locality": locality, "level": unit.level, "unit_kind": unit.kind}
    try:
        return answer("has_council", on=on, **given).value
    except NoProvision as silent:
        return silent.code


def of_file(unit, above, on):
    """The same by the jurisdiction file; a kind that there is not on the day has ended."""
    if VIETNAM.levels.kind(unit.level, unit.kind, on) is None:
        return "no such kind"
    model = governance_on(unit, above, on, VIETNAM.standards)
    return model and model.council


@pytest.mark.parametrize("on", turns(), ids=str)
@pytest.mark.parametrize(("locality", "unit", "above"), AREAS, ids=lambda one: str(one)[:40])
def test_the_file_says_what_the_law_says(locality, unit, above, on):
    said = of_law(locality, unit, on)

    assert said in (of_file(unit, above, on), *SILENT)


SILENT = ("before-first-provision", "ended", "no-such-case")
"""Where the law has nothing to say, as of places other than Hà Nội before 1 July 2025."""


@pytest.mark.parametrize(
    ("kind", "eve", "day"),
    [("phường", False, True), ("xã", True, True)],
)
def test_they_agree_about_the_end_of_the_pilot(kind, eve, day):
    ward = area("commune", kind)

    assert of_law("hanoi", ward, date(2025, 6, 30)) is of_file(ward, (CITY,), date(2025, 6, 30))
    assert of_file(ward, (CITY,), date(2025, 6, 30)) is eve
    assert of_law("hanoi", ward, date(2025, 7, 1)) is of_file(ward, (CITY,), date(2025, 7, 1))
    assert of_file(ward, (CITY,), date(2025, 7, 1)) is day


def test_the_days_of_the_pilot_are_among_those_compared():
    assert {date(2021, 7, 1), date(2025, 1, 1), date(2025, 7, 1)} <= {*turns()}
