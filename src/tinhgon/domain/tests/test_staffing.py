"""Staffing: Việt Nam's as it is shipped, when people retire, and what is refused and where."""

from copy import deepcopy
from datetime import date
from importlib import resources
from typing import Any

import pytest
import yaml

from tinhgon.domain.jurisdiction_file import Unreadable
from tinhgon.domain.staffing import Staffing, read_staffing

FILE = resources.files("tinhgon.statutes") / "jurisdictions" / "vn.yaml"


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    return dict(yaml.safe_load(FILE.read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def vietnam(document: dict[str, Any]) -> Staffing:
    return read_staffing(document)


def test_teachers_are_not_in_the_base_of_2025(vietnam: Staffing) -> None:
    assert "civil-servant" in vietnam.counted_in("budget-paid")
    assert "teaching-or-health-employee" not in vietnam.counted_in("budget-paid")
    assert "teaching-or-health-employee" in vietnam.counted_in("state-paid-employees")


def test_a_kind_of_staff_begins_on_its_day(vietnam: Staffing) -> None:
    contract = vietnam.kinds["contract-235"]

    assert date(2026, 6, 30) not in contract.period
    assert date(2026, 7, 1) in contract.period


def test_party_and_front_have_another_owner_of_quotas_than_the_state(vietnam: Staffing) -> None:
    owners = {bloc: owner.name.in_("en") for bloc, owner in vietnam.owners.items()}

    assert owners["party"] == owners["front"] != owners["state"]


def test_only_a_head_has_the_role_of_a_head(vietnam: Staffing) -> None:
    (head, deputy) = vietnam.roles

    assert head.fits("head", "civil-servant")
    assert not head.fits("deputy", "civil-servant")
    assert deputy.role == "unit-deputy"


@pytest.mark.parametrize(
    ("born", "group", "day"),
    [
        (date(1964, 10, 1), "men", date(2026, 5, 1)),  # the first of those who retire at 61y6m
        (date(1964, 9, 30), "men", date(2026, 1, 1)),  # the last of those who retire at 61y3m
        (date(1971, 3, 31), "women", date(2028, 12, 1)),
        (date(1990, 1, 1), "men", date(2052, 2, 1)),  # the last step goes on
        (date(1990, 1, 1), "women", date(2050, 2, 1)),
    ],
)
def test_people_retire_on_the_first_of_the_month_after_their_age(
    vietnam: Staffing, born: date, group: str, day: date
) -> None:
    assert vietnam.retirement
    assert vietnam.retirement.day(born, group) == day


# Who reaches the age of a year's step in December still goes by it; whoever would reach it only in
# January has to wait for the next: months of birth on both sides of every step.
LAST_AND_FIRST = [
    ("men", date(1961, 9, 30), date(2022, 1, 1), date(1961, 10, 1), date(2022, 5, 1)),
    ("men", date(1962, 6, 30), date(2023, 1, 1), date(1962, 7, 1), date(2023, 5, 1)),
    ("men", date(1963, 3, 31), date(2024, 1, 1), date(1963, 4, 1), date(2024, 5, 1)),
    ("men", date(1963, 12, 31), date(2025, 1, 1), date(1964, 1, 1), date(2025, 5, 1)),
    ("men", date(1964, 9, 30), date(2026, 1, 1), date(1964, 10, 1), date(2026, 5, 1)),
    ("men", date(1965, 6, 30), date(2027, 1, 1), date(1965, 7, 1), date(2027, 5, 1)),
    ("men", date(1966, 3, 31), date(2028, 1, 1), date(1966, 4, 1), date(2028, 5, 1)),
    ("women", date(1966, 8, 31), date(2022, 1, 1), date(1966, 9, 1), date(2022, 6, 1)),
    ("women", date(1967, 4, 30), date(2023, 1, 1), date(1967, 5, 1), date(2023, 6, 1)),
    ("women", date(1967, 12, 31), date(2024, 1, 1), date(1968, 1, 1), date(2024, 6, 1)),
    ("women", date(1968, 8, 31), date(2025, 1, 1), date(1968, 9, 1), date(2025, 6, 1)),
    ("women", date(1969, 4, 30), date(2026, 1, 1), date(1969, 5, 1), date(2026, 6, 1)),
    ("women", date(1969, 12, 31), date(2027, 1, 1), date(1970, 1, 1), date(2027, 6, 1)),
    ("women", date(1970, 8, 31), date(2028, 1, 1), date(1970, 9, 1), date(2028, 6, 1)),
    ("women", date(1971, 4, 30), date(2029, 1, 1), date(1971, 5, 1), date(2029, 6, 1)),
    ("women", date(1971, 12, 31), date(2030, 1, 1), date(1972, 1, 1), date(2030, 6, 1)),
    ("women", date(1972, 8, 31), date(2031, 1, 1), date(1972, 9, 1), date(2031, 6, 1)),
    ("women", date(1973, 4, 30), date(2032, 1, 1), date(1973, 5, 1), date(2032, 6, 1)),
    ("women", date(1973, 12, 31), date(2033, 1, 1), date(1974, 1, 1), date(2033, 6, 1)),
    ("women", date(1974, 8, 31), date(2034, 1, 1), date(1974, 9, 1), date(2034, 6, 1)),
    ("women", date(1975, 4, 30), date(2035, 1, 1), date(1975, 5, 1), date(2035, 6, 1)),
]


@pytest.mark.parametrize(("group", "last", "retires", "first", "retires_later"), LAST_AND_FIRST)
def test_each_step_of_the_ages_begins_with_its_year(
    vietnam: Staffing, group: str, last: date, retires: date, first: date, retires_later: date
) -> None:
    assert vietnam.retirement
    assert vietnam.retirement.day(last, group) == retires
    assert vietnam.retirement.day(first, group) == retires_later


def test_the_ages_name_their_source(vietnam: Staffing) -> None:
    assert vietnam.retirement
    assert vietnam.retirement.source == "135/2020/NĐ-CP"


def test_nobody_is_said_to_retire_whose_group_is_not_known(vietnam: Staffing) -> None:
    assert vietnam.retirement
    assert vietnam.retirement.day(date(1970, 1, 1), "") is None


def test_somebody_born_at_the_end_of_the_calendar_retires_at_its_end(vietnam: Staffing) -> None:
    assert vietnam.retirement
    assert vietnam.retirement.day(date(9999, 1, 1), "men") == date.max


def test_the_ages_are_known_to_be_unverified(vietnam: Staffing) -> None:
    assert vietnam.retirement
    assert vietnam.retirement.mark == "K"


def test_a_jurisdiction_may_say_nothing_of_staff() -> None:
    assert read_staffing({"jurisdiction": "XX"}) == Staffing()


@pytest.mark.parametrize(
    ("place", "value", "path", "code"),
    [
        ("kinds", {}, "staff.kinds", "not-a-mapping"),
        ("kinds.official.counted_in", ["all"], "staff.kinds.official.counted_in", "unknown-base"),
        ("kinds.official.mark", "X", "staff.kinds.official.mark", "unknown-mark"),
        ("kinds.official.noun", [], "staff.kinds.official.noun", "not-words"),
        ("roles", "head", "staff.roles", "not-a-list"),
        ("roles", [{"rank": "boss", "role": "x"}], "staff.roles.0.rank", "unknown-rank"),
        ("roles", [{"rank": "head"}], "staff.roles.0.role", "missing"),
        ("roles", [{"rank": "head", "role": "x", "kinds": ["y"]}], "staff.roles.0.kinds",
         "unknown-kind"),
        ("retirement.ages", [], "staff.retirement.ages", "not-in-order"),
        ("retirement.ages", [{"men": "62y"}], "staff.retirement.ages.0.from", "missing"),
        ("retirement.ages", [{"from": "2025-01-01", "men": "62"}], "staff.retirement.ages.0.men",
         "not-an-age"),
        ("quota_owners.party", {"mark": "K"}, "staff.quota_owners.party.name", "missing"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_told_with_its_place(
    document: dict[str, Any], place: str, value: object, path: str, code: str
) -> None:
    changed = deepcopy(document)
    *way, last = place.split(".")
    at = changed["staff"]
    for name in way:
        at = at[name]
    at[last] = value

    with pytest.raises(Unreadable) as refused:
        read_staffing(changed)

    assert (refused.value.path, refused.value.code) == (path, code)
