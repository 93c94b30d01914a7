"""The reference of the generic form says what the program does, and its example is loaded."""

import re
from datetime import date

import pytest
import yaml
from django.utils.translation import override

from tests.docs.reading import text
from tinhgon.domain.structure.vocabulary import TERMS
from tinhgon.registry import actions
from tinhgon.registry.directory import directory
from tinhgon.registry.generic_form.columns import FILES
from tinhgon.registry.generic_form.folder import read_folder
from tinhgon.registry.generic_form.words import PROBLEMS
from tinhgon.registry.queries import counts, structure
from tinhgon.registry.where.whereabouts import where
from tinhgon.reorganisation import actions as plans
from tinhgon.reorganisation import drafting
from tinhgon.ui.actors import Operator

REFERENCE = text("docs/reference/generic-form.md")
OF_CORRECTIONS = {"nothing-to-correct", "changed-since"}
EVE, DAY = date(2019, 12, 31), date(2020, 1, 1)


def section(heading: str) -> str:
    """What stands below a heading, up to the next one of its rank."""
    rank = heading.partition(" ")[0]
    after = REFERENCE.partition(f"\n{heading}\n")[2]
    return re.split(rf"^#{{2,{len(rank)}}} ", after, maxsplit=1, flags=re.MULTILINE)[0]


def table(heading: str) -> list[list[str]]:
    """The rows of the first table below a heading, cell by cell."""
    lines = section(heading).partition("| --- |")[2].splitlines()[1:]
    rows = [[cell.strip() for cell in line.strip("| ").split(" | ")] for line in lines]
    return rows[: rows.index([""])]


@pytest.mark.parametrize("file", FILES)
def test_every_column_is_described_as_it_is_read(file):
    described = {row[0].strip("`"): row[1].partition(",")[0] for row in table(f"## {file}.csv")}

    assert described == {
        name: "required" if column.required else "optional" for name, column in FILES[file].items()
    }


@pytest.mark.parametrize("file", FILES)
def test_a_cell_that_may_be_empty_is_described_so(file):
    may_be_empty = {
        row[0].strip("`") for row in table(f"## {file}.csv") if row[1].endswith("may be empty")
    }

    assert may_be_empty == {
        name for name, column in FILES[file].items() if column.required and not column.filled
    }


def test_the_three_vocabularies_are_those_of_the_program():
    described = [
        (law, operation, words, org) for law, operation, words, org in table("### Operations")
    ]

    assert described == [
        (term.law, f"`{term.verb}`", ", ".join(f"`{word}`" for word in term.data) or "–",
         f"`{term.org}`")
        for term in TERMS
    ]  # fmt: skip


def test_every_fault_is_listed_with_its_sentence():
    with override("en"):
        sentences = {
            f"`{code}`": re.sub(r"%\((\w+)\)s", r"[\1]", str(words))
            for code, words in PROBLEMS.items()
            if code not in OF_CORRECTIONS
        }

    assert {row[0]: row[1] for row in table("## Errors")} == sentences


# --- The complete example -------------------------------------------------------------------------


@pytest.fixture
def example(db, tmp_path):
    """The example as a reader would write it: its folder and its jurisdiction file."""
    written = section("## A complete example")
    for file in ("units", "changes", "instruments"):
        csv = written.partition(f"`{file}.csv`\n\n```csv\n")[2].partition("```")[0]
        (tmp_path / f"{file}.csv").write_text(csv, encoding="utf-8")
    file = text("docs/reference/jurisdiction-file.md").partition("## A complete example")[2]
    document = yaml.safe_load(file.split("```")[1].removeprefix("yaml\n"))
    return tmp_path, document


@pytest.fixture
def norway(example):
    """The example, loaded."""
    folder, document = example
    return actions.load(folder, by=Operator("test"), file=document)


def test_the_example_is_loaded_without_a_word_unread(norway):
    assert norway.unread == ()
    assert norway.counts["successions"] == 9


def test_the_example_is_counted_on_both_sides_of_its_day(norway):
    assert counts(EVE) == {"county": 2, "municipality": 8}
    assert counts(DAY) == {"county": 2, "municipality": 4}


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        ("Haram kommune", ["1507"]),
        ("Ålesund kommune", ["1507"]),
        ("Snillfjord", ["5055", "5056", "5059"]),
        ("Hitra", ["5056"]),
    ],
)
def test_the_example_answers(norway, query, codes):
    assert where(directory(), query, EVE, DAY).codes == codes


def test_the_reform_of_the_example_is_carried_out_on_what_stood_before(example):
    folder, document = example
    actions.load(folder, by=Operator("test"), file=document, until=DAY)
    drafted = drafting.draft(read_folder(folder, "NO", 64), DAY, structure(DAY))

    package = plans.draft(
        "reform-2020", by=Operator("test"), on=DAY, plans=[*drafted.plans], titles={"en": "Reform"}
    )
    plans.enact(package, by=Operator("test"), on=DAY)

    assert counts(DAY) == {"county": 2, "municipality": 4}
