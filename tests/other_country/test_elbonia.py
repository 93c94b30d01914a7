"""A stranger's register, loaded by the command and asked: what it answers is what is true."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.installation import Installation
from tests.other_country import DAYS, Country, Unit, elbonia
from tests.other_country.writing import (
    as_a_spreadsheet_saves_it,
    as_documented,
    without_a_past,
)

pytestmark = pytest.mark.xdist_group("elbonia")  # what they share is made by one process

BEGINNING, END = date(1990, 1, 1), DAYS[-1]
EVE, DAY = DAYS[1] - timedelta(days=1), DAYS[1]


@dataclass(frozen=True)
class Installed:
    """What is true of the country, and an installation that is to say so."""

    country: Country
    installation: Installation


def install(folder: Path, write: Callable[[Country, Path], None]) -> Installed:
    country, installation = elbonia(), Installation(folder / "home")
    (folder / "register").mkdir()
    write(country, folder / "register")
    file = folder / "register" / "elbonia.yaml"
    loaded = installation.ask("load", folder / "register", "--jurisdiction", file)
    assert loaded["loaded"]["units"] == len(country.lives)
    return Installed(country, installation)


@pytest.fixture(scope="module", params=[as_documented, as_a_spreadsheet_saves_it])
def installed(request, tmp_path_factory) -> Installed:
    """Elbonia with its past, written in two ways."""
    return install(tmp_path_factory.mktemp("elbonia"), request.param)


def cases(country: Country, asked_on: date) -> Iterator[tuple[str, list[Unit]]]:
    """Queries of all kinds, each with the municipalities that it means."""
    standing = country.on(asked_on)
    communes = [unit for unit in standing.values() if unit.level == "commune"]
    for unit in country.random.sample(communes, 150):
        called = f"{unit.name} {unit.kind}"
        county = standing[unit.parent]
        alike = [other for other in communes if f"{other.name} {other.kind}" == called]
        yield (
            f"{called}, {county.name} {county.kind}",
            [other for other in alike if other.parent == unit.parent],
        )
        yield called, alike
        yield unit.code, [unit]


def true_answer(country: Country, meant: list[Unit], asked_on: date, on: date) -> dict[str, str]:
    codes, people = set(), set()
    for unit in meant:
        codes |= country.codes(unit.key, asked_on, on)
        people |= country.codes(unit.key, asked_on, on, "people")
    return {
        "answer": ";".join(sorted(codes)),
        "answer_people": ";".join(sorted(people)),
        "how": "exact" if len(meant) == 1 else "ambiguous",
    }


@pytest.mark.parametrize("day", [EVE, DAY])
def test_units_are_counted_as_they_stood(installed, day):
    assert installed.installation.count(day) == installed.country.counts(day)


def test_units_of_a_county_are_counted_by_its_code(installed):
    assert installed.installation.count(END, "--under", "042") == installed.country.counts(
        END, "Cté.042"
    )


@pytest.mark.parametrize(("asked_on", "on"), [(EVE, DAY), (BEGINNING, END)])
def test_whoever_asks_where_to_go_is_told_the_truth(installed, asked_on, on):
    asked = list(cases(installed.country, asked_on))

    answers = installed.installation.look_up([query for query, _ in asked], asked_on, on)

    truth = [true_answer(installed.country, meant, asked_on, on) for _, meant in asked]
    found = [{name: answer[name] for name in truth[0]} for answer in answers]
    assert found == truth


def test_a_register_without_a_past_answers_for_its_day(tmp_path):
    installed = install(tmp_path, without_a_past)

    asked = list(cases(installed.country, END))

    answers = installed.installation.look_up([query for query, _ in asked], END, END)
    truth = [true_answer(installed.country, meant, END, END) for _, meant in asked]
    assert [answer["answer"] for answer in answers] == [one["answer"] for one in truth]
    assert installed.installation.count(END) == installed.country.counts(END)
