"""What a folder records of a day, said as operations: each kind, both sides of the day."""

import pytest

from tinhgon.conftest import BEFORE, DAY
from tinhgon.domain.structure.claims import Extent, Source
from tinhgon.domain.structure.levels import Aspect
from tinhgon.domain.structure.operations.abolish_level import AbolishLevel
from tinhgon.domain.structure.operations.change_level import ChangeLevel
from tinhgon.domain.structure.operations.conclude import Conclude
from tinhgon.domain.structure.operations.dissolve import Dissolve
from tinhgon.domain.structure.operations.form import Form
from tinhgon.domain.structure.operations.move import Move
from tinhgon.domain.structure.operations.reclassify import Reclassify
from tinhgon.domain.structure.operations.recode import Recode
from tinhgon.domain.structure.operations.rename import Rename
from tinhgon.domain.structure.packages import Composition
from tinhgon.registry import actions
from tinhgon.registry.generic_form.differing import differences
from tinhgon.registry.generic_form.folder import read_folder
from tinhgon.registry.queries import jurisdiction, structure
from tinhgon.reorganisation import drafting

R1656, R203 = "1656-nq-ubtvqh15", "203-2025-qh15"
WARD = "commune,phường"


@pytest.fixture
def drafted(folder, vietnam, operator, db):
    """What the folder, as a test left it, records of a day."""

    def read(on=DAY):
        actions.load(folder.path, by=operator, file=vietnam, until=DAY)
        return drafting.draft(read_folder(folder.path, "VN", 1), on, structure(DAY))

    return read


def operations(found, plan=None):
    return [op for one in found.plans if plan in (None, one.code) for op in one.operations]


def about(found, unit):
    """The operations that speak of a unit."""
    return [op for op in operations(found) if unit in op.reads()]


def goes_on(folder, **facts):
    """Yên Nghĩa, a ward of Hà Đông, goes on from the day with other facts."""
    told = {"code": "00700", "kind": "phường", "name": "Yên Nghĩa", "parent": "P01"} | facts
    folder.add(
        "units.csv",
        f"YN,YN,00700,{WARD},Yên Nghĩa,D268,,2025-07-01,,,,test",
        f"YN2,YN,{told['code']},commune,{told['kind']},{told['name']},{told['parent']},"
        "2025-07-01,,,,,test",
    )
    folder.add("changes.csv", "YN,1656/NQ-UBTVQH15,2025-07-01,keep,commune,YN,YN2,whole,both,1,,")


# --- Plans ----------------------------------------------------------------------------------------


def test_each_instrument_is_a_plan(drafted):
    assert [(plan.code, plan.instrument, plan.day) for plan in drafted().plans] == [
        (R1656, "1656/NQ-UBTVQH15", DAY),
        (R203, "203/2025/QH15", DAY),
    ]


def test_on_the_eve_nothing_is_drafted(drafted):
    assert drafted(on=BEFORE).plans == ()


def test_what_is_drafted_makes_what_the_folder_says(drafted, folder):
    found = drafted()

    after = Composition(found.plans, structure(DAY), jurisdiction().levels).after

    rows = read_folder(folder.path, "VN", 1)
    assert list(differences(rows, DAY, after)) == []
    assert found.unexplained == found.unstated == ()


@pytest.mark.parametrize(
    ("number", "code"),
    [
        ("1656/NQ-UBTVQH15", R1656),
        ("12/QĐ-UBND", "12-qd-ubnd"),
        ("Nghị quyết 05", "nghi-quyet-05"),
        (None, "plan-2025-07-01"),
        ("–", "plan-2025-07-01"),
        ("x" * 90, "x" * 60),
    ],
)
def test_a_number_becomes_a_code_for_addresses(register, number, code):
    assert drafting.plan_code(number, DAY) == code


def test_instruments_of_like_numbers_have_codes_of_their_own(drafted, folder):
    folder.edit("changes.csv", "203/2025/QH15", "1656-NQ/UBTVQH15")

    assert [plan.code for plan in drafted().plans] == [f"{R1656}", f"{R1656}-2"]


def test_no_plan_is_called_like_a_page_of_its_package(drafted, folder):
    folder.edit("changes.csv", "203/2025/QH15", "Effect")

    assert [plan.code for plan in drafted().plans] == [R1656, "effect-2"]


# --- Operations -----------------------------------------------------------------------------------


def test_a_new_unit_is_formed_from_its_predecessors(drafted):
    (form,) = about(drafted(), "DN-new")

    assert isinstance(form, Form)
    assert form.successor.name == "Dương Nội"
    assert form.clause == "Điều 1 khoản 3"
    assert form.sources == (
        Source(unit="DM", extent=Extent.PART, carries=frozenset({Aspect.LAND})),
        Source(
            unit="DN",
            extent=Extent.WHOLE,
            carries=frozenset({Aspect.LAND, Aspect.PEOPLE}),
            main=True,
        ),
    )


def test_rows_of_one_event_are_one_operation_wherever_they_stand(drafted, folder):
    rows = (folder.path / "changes.csv").read_text(encoding="utf-8").splitlines()
    folder.put("changes.csv", rows[0], *rows[1::2], *rows[2::2])

    assert len([op for op in operations(drafted()) if isinstance(op, Form)]) == 3


def test_a_unit_of_which_only_parts_are_named_is_concluded(drafted):
    assert Conclude(unit="DM") in operations(drafted(), R1656)


def test_a_unit_that_goes_on_elsewhere_is_moved(drafted):
    assert about(drafted(), "XP") == [Move(unit="XP", parent="P01")]


@pytest.mark.parametrize(
    ("facts", "operation"),
    [
        ({"name": "Yên Nghĩa 2"}, Rename(unit="YN", name="Yên Nghĩa 2")),
        ({"kind": "xã"}, Reclassify(unit="YN", kind="xã")),
        ({"code": "00701"}, Recode(unit="YN", code="00701")),
    ],
)
def test_what_changes_of_a_unit_that_goes_on_is_an_operation(drafted, folder, facts, operation):
    goes_on(folder, **facts)

    assert about(drafted(), "YN") == [operation, Move(unit="YN", parent="P01")]


def test_a_unit_that_goes_on_and_takes_from_others_is_formed_too(drafted, folder):
    goes_on(folder)
    folder.edit("changes.csv", "DM,DN-new,part,land", "DM,YN2,part,land")
    folder.edit(
        "changes.csv",
        "DN-new,1656/NQ-UBTVQH15,2025-07-01,merge_with_parts,commune,DM",
        "YN,1656/NQ-UBTVQH15,2025-07-01,merge_with_parts,commune,DM",
    )

    found = about(drafted(), "YN")

    assert found[0] == Move(unit="YN", parent="P01")
    assert isinstance(found[1], Form)
    assert (found[1].successor, [s.unit for s in found[1].sources]) == ("YN", ["DM", "YN"])


def test_a_unit_alone_that_comes_back_at_another_level_changes_level(drafted, folder):
    folder.edit(
        "changes.csv",
        "D268,203/2025/QH15,2025-07-01,abolish,district,D268,,whole,,,both,",
        "CD,203/2025/QH15,2025-07-01,upgrade_district,commune,D268,CD,whole,both,1,both,",
    )
    folder.add("units.csv", "CD,CD,00900,commune,đặc khu,Cô Tô,P01,2025-07-01,,,,,test")

    (operation,) = about(drafted(), "CD")

    assert isinstance(operation, ChangeLevel)
    assert (operation.unit, operation.successor.kind) == ("D268", "đặc khu")


def test_a_level_of_which_all_units_end_is_abolished(drafted):
    assert operations(drafted(), R203) == [AbolishLevel(level="district")]


def test_a_unit_that_ends_alone_is_dissolved(drafted, folder):
    folder.edit("units.csv", "Hà Đông,P01,,2025-07-01", "Hà Đông,P01,,")
    folder.edit(
        "changes.csv", "\nD268,203/2025/QH15,2025-07-01,abolish,district,D268,,whole,,,both,", ""
    )

    assert operations(drafted(), R203) == [Dissolve(unit="D019")]


# --- What is left open ----------------------------------------------------------------------------


def test_units_that_turn_without_a_row_are_told(drafted, folder):
    folder.add("units.csv", f"YN,YN,00700,{WARD},Yên Nghĩa,D268,,2025-07-01,,,,test")

    assert drafted().unexplained == ("YN",)


def test_a_unit_of_which_nobody_takes_the_people_is_told_and_left_unstated(drafted, folder):
    folder.edit("changes.csv", "DN,DN-new,whole,both", "DN,DN-new,part,land")

    found = drafted()

    assert found.unstated == ("DN",)
    (form,) = about(found, "DN-new")
    assert [source.carries for source in form.sources if source.unit == "DN"] == [None]
