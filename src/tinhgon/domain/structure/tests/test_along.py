"""Wards are rearranged; their committee and its office come along without a word in the plan.

Đại Mỗ (DM) and Tây Mỗ (TM) each have a committee, an office under it and, as long as the law knew
it, a council; under the committee of Đại Mỗ stands a school that no rule puts there.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tinhgon.domain.structure import rules
from tinhgon.domain.structure.along import Standard, Standing, brought_along
from tinhgon.domain.structure.claims import Extent, Source
from tinhgon.domain.structure.levels import Aspect, Kind, Level, Levels
from tinhgon.domain.structure.operations import Operation
from tinhgon.domain.structure.operations.absorb import Absorb
from tinhgon.domain.structure.operations.conclude import Conclude
from tinhgon.domain.structure.operations.consolidate import Consolidate
from tinhgon.domain.structure.operations.dissolve import Dissolve
from tinhgon.domain.structure.operations.establish import Establish
from tinhgon.domain.structure.operations.form import Form
from tinhgon.domain.structure.operations.reclassify import Reclassify
from tinhgon.domain.structure.operations.rename import Rename
from tinhgon.domain.structure.packages import Composition, Plan
from tinhgon.domain.structure.units import Structure, Unit

DAY = date(2025, 7, 1)
Composed = Callable[..., Composition]
WORK = frozenset({Aspect.FUNCTIONS})


def level(key: str, rank: int, kinds: Sequence[str], **more: Any) -> Level:
    return Level(key=key, rank=rank, kinds={kind: Kind(key=kind) for kind in kinds}, **more)


LEVELS = Levels(
    [
        level("province", 1, ["tỉnh"]),
        level("commune", 2, ["xã", "phường"]),
        level("authority", 3, ["UBND", "HĐND"], holds=WORK),
        level("agency", 4, ["văn phòng", "trường"], holds=WORK),
    ]
)


def standard(*roles: str, takes: frozenset[str] = frozenset()) -> Standard:
    """Which bodies stand by rule under each commune."""

    def bodies(area: Unit) -> tuple[Standing, ...]:
        if area.level != "commune":
            return ()
        full = f"{area.kind} {area.name}"
        known = {
            "committee": Unit(f"{area.key}:ub", "authority", "UBND", full, None, area.key),
            "council": Unit(f"{area.key}:hd", "authority", "HĐND", full, None, area.key),
            "office": Unit(f"{area.key}:vp", "agency", "văn phòng", full, None, f"{area.key}:ub"),
        }
        return tuple(Standing(role=role, unit=known[role], takes=takes) for role in roles)

    return bodies


EVE = standard("committee", "office")


def ward(key: str, name: str, kind: str = "phường") -> Unit:
    return Unit(key, "commune", kind, name, None, "HN")


DM, TM, NEW = ward("DM", "Đại Mỗ"), ward("TM", "Tây Mỗ"), ward("N", "Mới")
SCHOOL = Unit("school", "agency", "trường", "Đại Mỗ", None, "DM:ub")
CITY = Unit("HN", "province", "tỉnh", "Hà Nội")


@pytest.fixture
def before() -> Structure:
    bodies = [standing.unit for area in (DM, TM) for standing in EVE(area)]
    return Structure([CITY, DM, TM, *bodies, SCHOOL])


@pytest.fixture
def composed(before: Structure) -> Composed:
    """What a plan does with what comes along; it must be sound."""

    def composing(
        *operations: Operation, day: Standard = EVE, eve: Standard = EVE, sound: bool = True
    ) -> Composition:
        plan = Plan(code="p", day=DAY, operations=operations)
        plans = brought_along([plan], before, on_the_eve=eve, on_the_day=day)
        composition = Composition(plans, before, LEVELS)
        found = {one.rule for one in rules.findings(composition) if one.severity == "block"}
        assert not (sound and found)
        return composition

    return composing


def ward_keys(structure: Structure) -> set[str]:
    return {unit.key for unit in structure}


def took(composition: Composition, successor: str) -> dict[str, str]:
    """From which bodies one was formed, and how much of each."""
    return {
        one.predecessor: one.extent.value
        for one in composition.successions
        if one.successor == successor
    }


def test_two_wards_become_one_and_so_do_their_bodies(composed: Composed) -> None:
    done = composed(Consolidate(sources=("DM", "TM"), successor=NEW))

    assert ward_keys(done.after) == {"HN", "N", "N:ub", "N:vp", "school"}
    assert took(done, "N:ub") == {"DM:ub": "whole", "TM:ub": "whole"}
    assert took(done, "N:vp") == {"DM:vp": "whole", "TM:vp": "whole"}
    assert done.after["N:vp"].parent == "N:ub"


def test_what_no_rule_put_under_a_body_moves_to_its_heir(
    composed: Composed,
) -> None:
    done = composed(Consolidate(sources=("DM", "TM"), successor=NEW))

    assert done.after["school"].parent == "N:ub"


def test_the_one_that_goes_on_takes_over_what_the_absorbed_did(composed: Composed) -> None:
    done = composed(Absorb(into="TM", absorbed=("DM",)))

    assert took(done, "TM:ub") == {"DM:ub": "whole"}
    assert done.after["school"].parent == "TM:ub"
    assert "DM:vp" not in done.after


def test_a_ward_that_is_shared_out_shares_out_its_bodies(
    composed: Composed,
) -> None:
    done = composed(
        Form(successor=NEW, sources=(Source(unit="DM", extent=Extent.PART, main=True),)),
        Form(successor="TM", sources=(Source(unit="DM", extent=Extent.PART),)),
        Conclude(unit="DM"),
    )

    assert (took(done, "N:ub"), took(done, "TM:ub")) == ({"DM:ub": "part"}, {"DM:ub": "part"})
    assert done.main_successor("DM:ub") == "N:ub"
    assert done.after["school"].parent == "N:ub"


def test_work_follows_the_people_and_not_the_land(composed: Composed) -> None:
    land, people = frozenset({Aspect.LAND}), frozenset({Aspect.PEOPLE})

    done = composed(
        Form(successor=NEW, sources=(Source(unit="DM", carries=people),)),
        Form(successor="TM", sources=(Source(unit="DM", carries=land),)),
    )

    assert (took(done, "N:ub"), took(done, "TM:ub")) == ({"DM:ub": "whole"}, {})


def test_a_body_that_the_law_of_the_day_wants_anew_begins(composed: Composed) -> None:
    done = composed(
        Consolidate(sources=("DM", "TM"), successor=NEW),
        day=standard("committee", "office", "council"),
    )

    assert "N:hd" in done.after
    assert took(done, "N:hd") == {}


def test_a_role_that_is_known_no_more_is_taken_over_by_another(
    composed: Composed,
) -> None:
    done = composed(
        Consolidate(sources=("DM", "TM"), successor=NEW),
        day=standard("committee", takes=frozenset({"office"})),
    )

    assert took(done, "N:ub") == {
        **dict.fromkeys(("DM:ub", "TM:ub"), "whole"),
        **dict.fromkeys(("DM:vp", "TM:vp"), "whole"),
    }


def test_a_role_that_nobody_takes_over_is_found(composed: Composed) -> None:
    done = composed(
        Consolidate(sources=("DM", "TM"), successor=NEW), day=standard("committee"), sound=False
    )

    assert "parent-gone" in {one.rule for one in rules.findings(done)}


def test_a_ward_under_another_name_has_bodies_under_another_name(composed: Composed) -> None:
    done = composed(Rename(unit="DM", name="Đại Mễ"))

    assert {done.after[key].name for key in ("DM:ub", "DM:vp")} == {"phường Đại Mễ"}
    assert done.after["TM:ub"].name == "phường Tây Mỗ"


def test_a_ward_of_another_kind_has_bodies_under_another_name(composed: Composed) -> None:
    done = composed(Reclassify(unit="DM", kind="xã"))

    assert done.after["DM:ub"].name == "xã Đại Mỗ"


def test_a_ward_that_begins_from_nothing_has_all_bodies(composed: Composed) -> None:
    done = composed(Establish(unit=NEW))

    assert {"N:ub", "N:vp"} <= ward_keys(done.after)


def test_a_ward_that_is_dissolved_takes_its_bodies_along(composed: Composed) -> None:
    done = composed(Dissolve(unit="TM"), sound=False)

    assert not {"TM", "TM:ub", "TM:vp"} & ward_keys(done.after)


def test_of_a_body_that_the_plan_speaks_of_itself_nothing_is_said(composed: Composed) -> None:
    own = replace(SCHOOL, key="own", name="Mới", kind="văn phòng", parent="N:ub")

    done = composed(
        Consolidate(sources=("DM", "TM"), successor=NEW),
        Consolidate(sources=("DM:vp", "TM:vp"), successor=own),
    )

    assert took(done, "own") == {"DM:vp": "whole", "TM:vp": "whole"}
    assert took(done, "N:vp") == {}


def test_bodies_come_along_under_the_clause_that_rearranges_their_ward(before: Structure) -> None:
    plan = Plan(
        code="p",
        day=DAY,
        operations=(Consolidate(sources=("DM", "TM"), successor=NEW, clause="khoản 1 Điều 1"),),
    )

    (along,) = brought_along([plan], before, on_the_eve=EVE, on_the_day=EVE)

    assert {one.clause for one in along.operations} == {"khoản 1 Điều 1"}


def test_where_no_body_stands_by_rule_nothing_comes_along(before: Structure) -> None:
    plan = Plan(code="p", day=DAY, operations=(Rename(unit="DM", name="Đại Mễ"),))

    assert brought_along([plan], before, on_the_eve=standard(), on_the_day=standard()) == (plan,)
