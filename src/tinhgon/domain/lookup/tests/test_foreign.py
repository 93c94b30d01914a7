"""Nothing is Vietnamese: a little Norway, where the kind follows the name."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from tinhgon.domain.jurisdictions import Jurisdiction, read_jurisdiction
from tinhgon.domain.lookup import Entry, Index
from tinhgon.domain.lookup.tests.world import written
from tinhgon.domain.periods import Period

REFERENCE = Path(__file__).parents[5] / "docs" / "reference" / "jurisdiction-file.md"


def norway() -> Jurisdiction:
    """The complete example of the reference, so that it stays true."""
    example = REFERENCE.read_text(encoding="utf-8").partition("## A complete example")[2]
    return read_jurisdiction(yaml.safe_load(example.split("```")[1].removeprefix("yaml\n")))


NORWAY = norway()
MERGED = date(2020, 1, 1)
NORDIC = Index(
    [
        Entry("more", "county", "fylke", "Møre og Romsdal", "15", "NO", Period()),
        Entry("oslo", "municipality", "kommune", "Oslo", "0301", "NO", Period()),
        Entry("alesund", "municipality", "kommune", "Ålesund", "1507", "more", Period()),
        Entry("heroy", "municipality", "kommune", "Herøy", "1515", "more", Period()),
        Entry("haram", "municipality", "kommune", "Haram", "1534", "more", Period(None, MERGED)),
        Entry("nordland", "county", "fylke", "Nordland", "18", "NO", Period()),
        Entry("heroey", "municipality", "kommune", "Herøy", "1818", "nordland", Period()),
    ],
    NORWAY,
)


def understood(query: str, on: date | None = MERGED) -> tuple[str, ...]:
    match = NORDIC.understand(query, on)
    return (match.how.value, *(written(found, NORWAY) for found in match.units))


ALESUND = "Ålesund kommune, Møre og Romsdal fylke"


@pytest.mark.parametrize(
    ("query", "how"),
    [
        ("Ålesund kommune, Møre og Romsdal fylke", "exact"),
        ("ÅLESUND KOMMUNE", "exact"),
        ("Ålesund, Møre og Romsdal", "exact"),
        ("Møre og Romsdal: Ålesund", "exact"),
        ("Ålesund komm.", "spelling"),
        ("Aalesund kommune", "folded"),
        ("Ålesund, More og Romsdal", "folded"),
        ("Ålesudn kommune, Møre og Romsdal fylke", "fuzzy"),
        ("1507", "exact"),
        ("12 Kongens gate, 6002 Ålesund, Norge", "exact"),
    ],
)
def test_a_municipality_is_understood(query: str, how: str) -> None:
    assert understood(query) == (how, ALESUND)


def test_two_of_one_name_are_both_meant() -> None:
    assert understood("Heroy") == (
        "ambiguous",
        "Herøy kommune, Møre og Romsdal fylke",
        "Herøy kommune, Nordland fylke",
    )


def test_the_county_decides() -> None:
    assert understood("Herøy, Nordland") == ("exact", "Herøy kommune, Nordland fylke")


def test_a_former_name_is_understood() -> None:
    assert understood("Christiania") == ("spelling", "Oslo kommune")


def test_a_kind_behind_what_is_not_understood_is_not_left_out() -> None:
    assert understood("Xyz kommune, Møre og Romsdal fylke") == ("not_found",)


def test_a_unit_that_has_ended_is_found_on_its_days_only() -> None:
    assert understood("Haram", None) == ("exact", "Haram kommune, Møre og Romsdal fylke")
    assert understood("Haram") == ("not_found",)
