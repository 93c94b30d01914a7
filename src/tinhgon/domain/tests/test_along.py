"""Wards are rearranged; their committee and its office come along without a word in the plan.

Đại Mỗ (DM) and Tây Mỗ (TM) each have a committee, which that of the city guides, and under it an
office; under the committee of Đại Mỗ stands a school that no rule puts there.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from tinhgon.domain.along import brought_along
from tinhgon.domain.periods import Period
from tinhgon.domain.standards import Scope, Seat, Standard, Standards
from tinhgon.domain.structure import rules
from tinhgon.domain.structure.claims import Extent, Source
from tinhgon.domain.structure.levels import Aspect, Kind, Level, Levels
from tinhgon.domain.structure.operations import Operation
from tinhgon.domain.structure.operations.absorb import Absorb
from tinhgon.domain.structure.operations.conclude import Conclude
from tinhgon.domain.structure.operations.consolidate import Consolidate
from tinhgon.domain.structure.operations.dissolve import Dissolve
from tinhgon.domain.structure.operations.form import Form
from tinhgon.domain.structure.operations.move import Move
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


def seat(role: str, kind: str, **more: Any) -> Seat:
    level = "agency" if "under" in more else "authority"
    return Seat(role=role, level=level, kind=kind, name="{unit}", **more)


COMMITTEE = seat("committee", "UBND", ties={"guidance": "committee"})
OFFICE = seat("office", "văn phòng", under="committee")
COUNCIL = seat("council", "HĐND", period=Period(DAY))
COMMUNE, PROVINCE = Scope(levels=frozenset({"commune"})), Scope(levels=frozenset({"province"}))


def standards(*seats: Seat) -> Standards:
    """What stands by rule under each commune; under a province only a committee."""
    city = Standard(key="province", scope=PROVINCE, seats=(seat("committee", "UBND"),))
    return Standards(standards=(Standard(key="commune", scope=COMMUNE, seats=seats), city))


BOTH = standards(COMMITTEE, OFFICE)


def ward(key: str, name: str, kind: str = "phường") -> Unit:
    return Unit(key, "commune", kind, name, None, "HN")


DM, TM, NEW = ward("DM", "Đại Mỗ"), ward("TM", "Tây Mỗ"), ward("N", "Mới")
SCHOOL = Unit("school", "agency", "trường", "Đại Mỗ", None, "DM.committee")
CITY = Unit("HN", "province", "tỉnh", "Hà Nội")
CITY_COMMITTEE = Unit("HN.committee", "authority", "UBND", "tỉnh Hà Nội", None, "HN")
TIED = (("guidance", "HN.committee"),)


def full(area: Unit) -> str:
    return f"{area.kind} {area.name}"


def committee_of(area: Unit) -> str:
    return f"{area.key}.committee"


@pytest.fixture
def before() -> Structure:
    bodies = [
        unit
        for area in (DM, TM)
        for unit in (
            Unit(f"{area.key}.committee", "authority", "UBND", full(area), None, area.key, TIED),
            Unit(f"{area.key}.office", "agency", "văn phòng", full(area), None, committee_of(area)),
        )
    ]
    return Structure([CITY, CITY_COMMITTEE, DM, TM, *bodies, SCHOOL])


@pytest.fixture
def composed(before: Structure) -> Composed:
    """What a plan does with what comes along; it must be sound."""

    def composing(*operations: Operation, law: Standards = BOTH, sound: bool = True) -> Composition:
        plan = Plan(code="p", day=DAY, operations=operations)
        composition = Composition(brought_along([plan], before, law), before, LEVELS)
        found = {one.rule for one in rules.findings(composition) if one.severity == "block"}
        assert not (sound and found)
        return composition

    return composing


def keys(structure: Structure) -> set[str]:
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

    assert keys(done.after) == {*("HN", "HN.committee", "N", "N.committee", "N.office", "school")}
    assert done.after["N.committee"].ties == TIED
    assert took(done, "N.committee") == {"DM.committee": "whole", "TM.committee": "whole"}
    assert took(done, "N.office") == {"DM.office": "whole", "TM.office": "whole"}
    assert done.after["N.office"].parent == "N.committee"


def test_what_no_rule_put_under_a_body_moves_to_its_heir(
    composed: Composed,
) -> None:
    done = composed(Consolidate(sources=("DM", "TM"), successor=NEW))

    assert done.after["school"].parent == "N.committee"


def test_the_one_that_goes_on_takes_over_what_the_absorbed_did(composed: Composed) -> None:
    done = composed(Absorb(into="TM", absorbed=("DM",)))

    assert took(done, "TM.committee") == {"DM.committee": "whole"}
    assert done.after["school"].parent == "TM.committee"
    assert "DM.office" not in done.after


def test_a_ward_that_is_shared_out_shares_out_its_bodies(
    composed: Composed,
) -> None:
    done = composed(
        Form(successor=NEW, sources=(Source(unit="DM", extent=Extent.PART, main=True),)),
        Form(successor="TM", sources=(Source(unit="DM", extent=Extent.PART),)),
        Conclude(unit="DM"),
    )

    assert (took(done, "N.committee"), took(done, "TM.committee")) == (
        {"DM.committee": "part"},
        {"DM.committee": "part"},
    )
    assert done.main_successor("DM.committee") == "N.committee"
    assert done.after["school"].parent == "N.committee"


def test_work_follows_the_people_and_not_the_land(composed: Composed) -> None:
    land, people = frozenset({Aspect.LAND}), frozenset({Aspect.PEOPLE})

    done = composed(
        Form(successor=NEW, sources=(Source(unit="DM", carries=people),)),
        Form(successor="TM", sources=(Source(unit="DM", carries=land),)),
    )

    assert (took(done, "N.committee"), took(done, "TM.committee")) == (
        {"DM.committee": "whole"},
        {},
    )


def test_a_body_that_the_law_of_the_day_wants_anew_begins(composed: Composed) -> None:
    done = composed(
        Consolidate(sources=("DM", "TM"), successor=NEW), law=standards(COMMITTEE, OFFICE, COUNCIL)
    )

    assert "N.council" in done.after
    assert took(done, "N.council") == {}


def test_a_body_that_the_law_wants_only_later_does_not_begin(composed: Composed) -> None:
    later = replace(COUNCIL, period=Period(DAY + timedelta(days=1)))

    done = composed(
        Consolidate(sources=("DM", "TM"), successor=NEW), law=standards(COMMITTEE, OFFICE, later)
    )

    assert "N.council" not in done.after


def test_a_body_that_the_law_knows_no_more_goes_on_under_the_heir(composed: Composed) -> None:
    done = composed(Consolidate(sources=("DM", "TM"), successor=NEW), law=standards(COMMITTEE))

    assert done.after["DM.office"].parent == done.after["TM.office"].parent == "N.committee"


def test_a_ward_under_another_name_has_bodies_under_another_name(composed: Composed) -> None:
    done = composed(Rename(unit="DM", name="Đại Mễ"))

    assert {done.after[key].name for key in ("DM.committee", "DM.office")} == {"phường Đại Mễ"}
    assert done.after["TM.committee"].name == "phường Tây Mỗ"


def test_a_ward_of_another_kind_has_bodies_under_another_name(composed: Composed) -> None:
    done = composed(Reclassify(unit="DM", kind="xã"))

    assert done.after["DM.committee"].name == "xã Đại Mỗ"


def test_a_ward_that_is_dissolved_takes_its_bodies_along(composed: Composed) -> None:
    done = composed(Dissolve(unit="TM"), sound=False)

    assert not {"TM", "TM.committee", "TM.office"} & keys(done.after)


def test_of_a_body_that_the_plan_speaks_of_itself_nothing_is_said(composed: Composed) -> None:
    own = replace(SCHOOL, key="own", name="Mới", kind="văn phòng", parent="N.committee")

    done = composed(
        Consolidate(sources=("DM", "TM"), successor=NEW),
        Consolidate(sources=("DM.office", "TM.office"), successor=own),
    )

    assert took(done, "own") == {"DM.office": "whole", "TM.office": "whole"}
    assert took(done, "N.office") == {}


def test_bodies_come_along_under_the_clause_that_rearranges_their_ward(before: Structure) -> None:
    said = Consolidate(sources=("DM", "TM"), successor=NEW, clause="khoản 1 Điều 1")

    (along,) = brought_along([Plan(code="p", day=DAY, operations=(said,))], before, BOTH)

    assert {one.clause for one in along.operations} == {"khoản 1 Điều 1"}


def test_where_the_register_keeps_no_bodies_none_comes_along() -> None:
    areas = Structure([CITY, DM, TM])
    plan = Plan(code="p", day=DAY, operations=(Consolidate(sources=("DM", "TM"), successor=NEW),))

    assert brought_along([plan], areas, BOTH) == (plan,)


def test_a_body_is_not_tied_to_one_that_does_not_stand(before: Structure) -> None:
    alone = before.without(["HN.committee"])
    plan = Plan(code="p", day=DAY, operations=(Consolidate(sources=("DM", "TM"), successor=NEW),))

    done = Composition(brought_along([plan], alone, BOTH), alone, LEVELS)

    assert done.after["N.committee"].ties == ()


def test_a_ward_that_moves_moves_the_ties_of_its_bodies(before: Structure) -> None:
    other = Unit("HB", "province", "tỉnh", "Hòa Bình")
    its = Unit("HB.committee", "authority", "UBND", "tỉnh Hòa Bình", None, "HB")
    both = before.having([other, its])
    plan = Plan(code="p", day=DAY, operations=(Move(unit="TM", parent="HB"),))

    done = Composition(brought_along([plan], both, BOTH), both, LEVELS)

    assert done.after["TM.committee"].ties == (("guidance", "HB.committee"),)
    assert done.after["DM.committee"].ties == TIED
