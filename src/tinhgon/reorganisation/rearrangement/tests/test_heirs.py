"""Who answers afterwards for a unit that ends."""

from tinhgon.conftest import reloaded
from tinhgon.domain.structure.claims import Source
from tinhgon.domain.structure.operations.abolish_level import AbolishLevel
from tinhgon.domain.structure.operations.conclude import Conclude
from tinhgon.domain.structure.operations.consolidate import Consolidate
from tinhgon.domain.structure.operations.dissolve import Dissolve
from tinhgon.domain.structure.operations.form import Form
from tinhgon.domain.structure.units import Unit
from tinhgon.reorganisation import actions
from tinhgon.reorganisation.rearrangement.reading import rearrangement


def test_the_main_successor_answers_and_for_what_is_dissolved_the_unit_above(world, package):
    assert rearrangement(package).heirs == {
        "DM": "DM-new",
        "TM": "TM-new",
        "MT": "DM-new",
        "DN": "DN-new",
        "D019": "P01",
        "D268": "P01",
    }


def test_where_no_successor_is_the_main_one_a_person_must_choose(world, draft):
    halves = [
        Form(successor=key, sources=(Source(unit="DM", extent="part"),)) for key in ("TM", "MT")
    ]

    assert rearrangement(draft("shared", *halves, Conclude(unit="DM"))).heirs == {"DM": None}


def test_above_what_is_dissolved_with_all_above_it_answers_whoever_is_left(world, draft):
    new = Unit("N", "province", "tỉnh", "Mới", "99")
    package = draft(
        "all", Dissolve(unit="D019"), Consolidate(sources=("P01", "D268"), successor=new)
    )

    assert rearrangement(package).heirs["D019"] == "N"


def test_entered_it_is_who_it_was_composed_to_be(world, package, operator):
    drafted = rearrangement(package).heirs

    actions.enact(package, by=operator, on=world.day)

    assert rearrangement(reloaded(package)).heirs == drafted


def test_whoever_takes_a_part_of_what_ends_with_its_level_does_not_answer_for_it(world, draft):
    part = Form(successor="P01", sources=(Source(unit="D019", extent="part"),))

    package = draft("ended", part, AbolishLevel(level="district"))

    assert rearrangement(package).heirs["D019"] is None
