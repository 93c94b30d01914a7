"""The read set: whatever turns the judgement of a package is in it."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tinhgon.domain.structure.findings import Finding
from tinhgon.domain.structure.operations.abolish_level import AbolishLevel
from tinhgon.domain.structure.operations.absorb import Absorb
from tinhgon.domain.structure.operations.dissolve import Dissolve
from tinhgon.domain.structure.operations.establish import Establish
from tinhgon.domain.structure.operations.move import Move
from tinhgon.domain.structure.packages import Composition
from tinhgon.domain.structure.readings import Moved, moved, readings
from tinhgon.domain.structure.rules import findings
from tinhgon.domain.structure.tests.strategies import orderly_compositions
from tinhgon.domain.structure.tests.strategies.structures import CODES, HIERARCHIES, NAMES
from tinhgon.domain.structure.tests.world import World
from tinhgon.domain.structure.units import Structure, Unit

ABSORBED = Absorb(absorbed=("tay-mo",), into="dai-mo")


def after(world: World, **facts: Any) -> list[Moved]:
    """What has moved once Tây Mỗ, which is to be absorbed, is not as it was."""
    read = readings(world.composed(ABSORBED))
    changed = replace(world.structure["tay-mo"], **facts)
    return moved(read, world.structure.having([changed]))


def test_nothing_has_moved_where_nothing_changed(world: World) -> None:
    assert moved(readings(world.composed(ABSORBED)), world.structure) == []


@pytest.mark.parametrize(
    "facts",
    [
        {"name": "Tây Mỗ Mới"},
        {"kind": "xã"},
        {"level": "district"},
        {"code": "99999"},
        {"parent": "hoai-duc"},
        {"ties": (("party", "ha-noi"),)},
    ],
    ids=lambda facts: next(iter(facts)),
)
def test_a_unit_that_is_read_may_not_be_otherwise(world: World, facts: dict[str, Any]) -> None:
    assert "tay-mo" in {found.about for found in after(world, **facts)}


def test_a_renamed_unit_is_told_with_both_names(world: World) -> None:
    (found,) = [found for found in after(world, name="Tây Mỗ Mới") if found.kind == "unit"]

    assert (found.before["name"], found.after["name"]) == ("Tây Mỗ", "Tây Mỗ Mới")


def test_a_unit_that_has_ended_is_told_as_gone(world: World) -> None:
    read = readings(world.composed(ABSORBED))

    (found,) = [f for f in moved(read, world.structure.without(["dai-mo"])) if f.kind == "unit"]

    assert (found.about, found.after) == ("dai-mo", None)


def test_a_unit_put_below_one_that_ends_is_noticed(world: World) -> None:
    read = readings(world.composed(ABSORBED))
    new = Unit("to-1", "commune", "phường", "Tổ 1", parent="tay-mo")

    found = moved(read, world.structure.having([new]))

    assert [(one.kind, one.about) for one in found] == [("below", "tay-mo")]


def test_a_code_that_somebody_else_bears_by_now_is_noticed(world: World) -> None:
    new = Unit("moi", "commune", "phường", "Mới", "88888", "nam-tu-liem")
    read = readings(world.composed(Establish(unit=new)))
    taken = replace(world.structure["dai-mo"], code="88888")

    found = moved(read, world.structure.having([taken]))

    assert [(one.kind, one.about, one.after) for one in found] == [("code", "88888", ["dai-mo"])]


def test_a_unit_that_begins_at_a_level_to_be_abolished_is_noticed(world: World) -> None:
    read = readings(world.composed(AbolishLevel(level="district")))
    new = Unit("ba-dinh", "district", "quận", "Ba Đình", "001", "ha-noi")

    found = moved(read, world.structure.having([new]))

    assert ("level", "district") in {(one.kind, one.about) for one in found}


def test_a_circle_that_would_close_far_above_is_noticed(world: World) -> None:
    read = readings(world.composed(Move(unit="me-tri", parent="hoai-duc")))
    top = replace(world.structure["ha-noi"], parent="me-tri")

    (found,) = moved(read, world.structure.having([top]))

    assert (found.kind, found.about) == ("above", "administrative|hoai-duc")
    assert found.after == ["hoai-duc", "ha-noi", "me-tri", "nam-tu-liem"]


def test_nobody_left_below_to_hold_what_a_dissolved_unit_held_is_noticed(world: World) -> None:
    read = readings(world.composed(Dissolve(unit="hoai-duc")))

    found = moved(read, world.structure.without(["an-khanh", "tram-troi"]))

    assert {one.kind: one.after for one in found} == {"below": [], "held-below": []}


def test_what_is_not_read_may_change(world: World) -> None:
    read = readings(world.composed(ABSORBED))
    elsewhere = replace(world.structure["hoai-duc"], name="Hoài Đức Mới")

    assert moved(read, world.structure.having([elsewhere])) == []


# --- Any package, whatever else happens -----------------------------------------------------------


@st.composite
def changed_meanwhile(draw: st.DrawFn) -> tuple[Composition, Composition]:
    """A package as it was judged, and on a structure that something has happened to since."""
    composition = draw(orderly_compositions())
    before = composition.before
    for _ in range(min(draw(st.integers(1, 3)), len(before) - 1)):
        before = _something_happens(draw, before)
    return composition, Composition(composition.plans, before, composition.levels)


def _something_happens(draw: st.DrawFn, structure: Structure) -> Structure:
    unit = draw(st.sampled_from(sorted(structure, key=lambda unit: unit.key)))
    parent = draw(st.sampled_from(sorted(structure, key=lambda unit: unit.key))).key
    what = draw(st.sampled_from(["name", "kind", "code", "parent", "tie", "end", "begin"]))
    match what:
        case "end":
            return structure.without([unit.key])
        case "begin":
            key = draw(st.sampled_from(["m1", "m2", "n50@2025-07-01"]))
            return structure.having([replace(unit, key=key, code=None, parent=parent)])
        case "tie":
            tie = (draw(st.sampled_from(HIERARCHIES)), parent)
            return structure.having([replace(unit, ties=(tie,))])
    facts: dict[str, Any] = {
        "name": draw(st.sampled_from(NAMES)),
        "kind": draw(st.sampled_from(["xã", "phường", "huyện"])),
        "code": CODES.get(unit.level, "{}").format(draw(st.integers(50, 60))),
        "parent": parent,
    }
    changed: Unit = replace(unit, **{what: facts[what]})
    return structure.having([changed])


def judgement(composition: Composition) -> object:
    """All that an approver is shown of a package: what it does, and what the rules say of that."""
    return (
        composition.ended,
        composition.changed,
        composition.successions,
        {key: composition.main_successor(key) for key in sorted(composition.ended)},
        [finding for finding in findings(composition) if concerns(composition, finding)],
    )


def concerns(composition: Composition, finding: Finding) -> bool:
    """Whether a finding is of the package: some rules speak of units it does not touch, too."""
    own = {*(unit.key for unit in composition.touched), *composition.ended}
    return finding.rule not in OF_THE_WHOLE or not own.isdisjoint(finding.units)


OF_THE_WHOLE = {"code-taken", "cycle", "parent-gone", "same-name"}


@given(changed_meanwhile())
def test_a_judgement_that_turns_is_noticed(pair: tuple[Composition, Composition]) -> None:
    sealed, now = pair

    assert judgement(sealed) == judgement(now) or moved(readings(sealed), now.before)
