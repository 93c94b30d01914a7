"""Form: successors from sources, each taken whole, in part, or as the rest.

As resolution 1656/NQ-UBTVQH15 did with the wards west of Hà Nội, shortened.
"""

import pytest

from tinhgon.domain.structure.claims import Extent, Source
from tinhgon.domain.structure.findings import Malformed
from tinhgon.domain.structure.operations.form import Form
from tinhgon.domain.structure.tests.world import LAND, PEOPLE, World, handed_on, ward

PART = Source(unit="dai-mo", extent=Extent.PART)
REST = Source(unit="dai-mo", extent=Extent.REST)
NEW = ward("moi", name="Tây Mỗ mới", code="00640")


def test_a_source_taken_whole_ends(world: World) -> None:
    composition = world.composed(Form(successor=NEW, sources=(Source(unit="dai-mo"),)))

    assert composition.ended == {"dai-mo"}
    assert composition.after["moi"] == NEW


def test_a_source_of_which_a_part_is_taken_goes_on(world: World) -> None:
    composition = world.composed(Form(successor=NEW, sources=(PART,)))

    assert composition.ended == frozenset()
    assert handed_on(composition) == [("dai-mo", "moi", "part")]


def test_a_source_ends_when_another_clause_takes_the_rest(world: World) -> None:
    clauses = (
        Form(successor=NEW, sources=(PART,), clause="4"),
        Form(successor="me-tri", sources=(REST,), clause="9"),
    )

    composition = world.composed(*clauses)

    assert composition.ended == {"dai-mo"}
    assert [succession.clause for succession in composition.successions] == ["9", "4"]
    assert world.blocked_by(*clauses) == []


def test_a_unit_that_names_itself_among_the_sources_goes_on_with_the_rest(world: World) -> None:
    clauses = (
        Form(successor=NEW, sources=(PART,)),
        Form(successor="dai-mo", sources=(REST, Source(unit="tay-mo"))),
    )

    composition = world.composed(*clauses)

    assert composition.ended == {"tay-mo"}
    assert composition.main_successor("dai-mo") == "dai-mo"
    assert handed_on(composition) == [("dai-mo", "moi", "part"), ("tay-mo", "dai-mo", "whole")]
    assert world.blocked_by(*clauses) == []


def test_all_land_may_go_to_one_and_the_people_to_two_others(world: World) -> None:
    """As with Kỳ Lợi in 2025."""
    land = Source(unit="dai-mo", carries=LAND)
    some_people = Source(unit="dai-mo", extent=Extent.PART, carries=PEOPLE)
    other_people = Source(unit="dai-mo", extent=Extent.REST, carries=PEOPLE)

    clauses = (
        Form(successor=NEW, sources=(land,)),
        Form(successor="tay-mo", sources=(some_people,)),
        Form(successor="me-tri", sources=(other_people,)),
    )

    assert world.composed(*clauses).ended == {"dai-mo"}
    assert world.blocked_by(*clauses) == []


def test_a_unit_whose_land_is_gone_goes_on_only_if_it_says_that_it_keeps_the_people(
    world: World,
) -> None:
    land = Form(successor=NEW, sources=(Source(unit="dai-mo", carries=LAND),))
    people = Form(successor="dai-mo", sources=(Source(unit="dai-mo", carries=PEOPLE),))

    assert world.blocked_by(land) == ["left-behind"]
    assert world.blocked_by(land, people) == []
    assert world.composed(land, people).ended == frozenset()


def test_land_and_people_of_one_source_may_be_named_apart() -> None:
    sources = (Source(unit="dai-mo", carries=LAND), Source(unit="dai-mo", carries=PEOPLE))

    assert Form(successor=NEW, sources=sources).sources == sources


def test_a_source_must_be_named_and_none_twice() -> None:
    with pytest.raises(Malformed, match="too-few-units"):
        Form(successor=NEW, sources=())
    with pytest.raises(Malformed, match="unit-named-twice"):
        Form(successor=NEW, sources=(PART, REST))


def test_nothing_cannot_be_carried() -> None:
    with pytest.raises(Malformed, match="carries-nothing"):
        Source(unit="dai-mo", carries=frozenset())
