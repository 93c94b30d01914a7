"""Thousands of hard cases over the real register of 30 June 2025 (data/vn-reform-2025)."""

import csv
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from tinhgon.domain.lookup import Entry, Index, Match
from tinhgon.domain.lookup.tests.hard_cases import Case, Writer
from tinhgon.domain.lookup.tests.truth import DAY, read_world
from tinhgon.domain.lookup.tests.world import VIETNAM, written
from tinhgon.domain.periods import Period

UNITS = Path(__file__).parents[5] / "data" / "vn-reform-2025" / "units.csv"
SEED = 20250630
OF_EACH_FAMILY = 122

pytestmark = pytest.mark.skipif(not UNITS.exists(), reason=f"{UNITS} is not there")

Outcome = tuple[Case, Match]


def read_entries(path: Path) -> list[Entry]:
    with path.open(encoding="utf-8") as file:
        return [
            Entry(
                row["entity_id"],
                row["level"],
                row["kind"],
                row["name"],
                row["code"],
                row["parent_id"],
                Period(_day(row["valid_from"]), _day(row["valid_to"])),
            )
            for row in csv.DictReader(file)
        ]


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


@pytest.fixture(scope="module")
def outcomes() -> list[Outcome]:
    index = Index(read_entries(UNITS), VIETNAM)
    cases = Writer(read_world(UNITS), SEED).cases(OF_EACH_FAMILY)
    return [(case, index.understand(case.query, DAY)) for case in cases]


def test_998_of_1000_cases_are_understood(outcomes: list[Outcome]) -> None:
    wrong = [outcome for outcome in outcomes if not is_right(*outcome)]

    assert len(outcomes) >= 3_300
    assert len(wrong) <= 0.002 * len(outcomes), report(wrong)


def test_there_is_never_confidence_where_several_fit(outcomes: list[Outcome]) -> None:
    confident = [
        (case, match) for case, match in outcomes if len(case.truth) > 1 and len(match.units) == 1
    ]

    assert not confident, report(confident)


def is_right(case: Case, match: Match) -> bool:
    return {found.unit for found in match.units} == case.truth


def report(outcomes: Iterable[Outcome]) -> str:
    """Cases by family, with what was understood."""
    return "\n" + "\n".join(
        sorted(
            f"{case.family}: {case.query!r} means {sorted(case.truth)}, "
            f"understood as {match.how}: {[*map(written, match.units)]}"
            for case, match in outcomes
        )
    )
