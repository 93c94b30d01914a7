"""Mandates in a folder of the generic form: those of Hà Nội, and what is refused."""

import shutil
from datetime import date

import pytest

from tinhgon.conftest import CHECKOUT, FolderOnDisk
from tinhgon.registry import actions
from tinhgon.registry.generic_form.exporting import export
from tinhgon.registry.mandate.held import mandates
from tinhgon.registry.models import Mandate, Register

EVE, SPRING = date(2025, 2, 28), date(2025, 3, 1)


@pytest.fixture
def hanoi(tmp_path):
    copy = tmp_path / "hanoi"
    shutil.copytree(CHECKOUT / "data" / "hanoi-bodies", copy)
    return FolderOnDisk(copy)


def leads(on, function):
    return [one.unit for one in mandates(on, function=function) if one.is_lead]


def test_a_function_passes_to_the_heir_on_the_day_of_the_merger(bodies):
    assert leads(EVE, "transport") == ["P01.transport"]
    assert leads(SPRING, "transport") == ["P01.construction"]


def test_what_no_source_says_stays_a_gap(bodies):
    assert leads(EVE, "foreign-affairs") == ["P01.foreign-affairs"]
    assert leads(SPRING, "foreign-affairs") == []


def test_every_mandate_says_how_it_is_known(bodies):
    assert {*Mandate.objects.values_list("source", flat=True)} == {"knowledge", "single-source"}


FAULTS = [
    ("function", "alchemy", "unknown-word"),
    ("entity_id", "P01.nobody", "unknown-unit"),
    ("area_id", "nowhere", "unknown-unit"),
    ("instrument", "1/QĐ-UBND", "unknown-instrument"),
    ("role", "helps", "unknown-word"),
]


@pytest.mark.parametrize(("column", "value", "code"), FAULTS)
def test_a_wrong_cell_is_refused_with_its_place(
    in_effect, vietnam, operator, hanoi, column, value, code
):
    lines = (hanoi.path / "mandates.csv").read_text(encoding="utf-8").splitlines()
    row = dict(zip(lines[0].split(","), lines[1].split(","), strict=True)) | {"instrument": ""}
    hanoi.write("mandates.csv", [row | {column: value}])

    with pytest.raises(actions.Refused) as refused:
        actions.load(hanoi.path, by=operator, file=vietnam)

    (problem,) = refused.value.problems
    assert (problem.file, problem.line, problem.column) == ("mandates.csv", 2, column)
    assert problem.code == code
    assert not Mandate.objects.exists()


def test_two_leads_of_one_day_are_refused(in_effect, vietnam, operator, hanoi):
    hanoi.add("mandates.csv", "P01.finance,religion,P01,lead,2025-06-01,,x")

    with pytest.raises(actions.Refused) as refused:
        actions.load(hanoi.path, by=operator, file=vietnam)

    assert [problem.code for problem in refused.value.problems] == ["overlap"]


def test_what_is_written_out_can_be_loaded_again(bodies, tmp_path):
    counts = export(Register.objects.get(), tmp_path / "out")

    header, first, *_ = (tmp_path / "out" / "mandates.csv").read_text("utf-8").splitlines()
    assert counts["mandates"] == Mandate.objects.count()
    assert header.startswith("entity_id,function,area_id")
    assert first.startswith("P01.party-organisation,party-organisation,P01,lead")
