"""Targets of wards that become one: all go on, reckoned together, and nothing is owed twice."""

import json
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import pytest

from tinhgon.conftest import approved
from tinhgon.documents.models import Instrument
from tinhgon.domain.structure.operations.absorb import Absorb
from tinhgon.domain.structure.operations.consolidate import Consolidate
from tinhgon.domain.structure.packages import Plan
from tinhgon.domain.structure.units import Unit
from tinhgon.registry.directory import structure_on
from tinhgon.reorganisation import actions as plans
from tinhgon.reorganisation.compensating.actions import compensate
from tinhgon.reorganisation.models import Package
from tinhgon.staff.conftest import JUNE, NEW_YEAR
from tinhgon.staff.models import Target
from tinhgon.staff.targets import actions
from tinhgon.staff.targets.listing import targets_on
from tinhgon.staff.targets.progress import Books, progress

EVE, LATER = JUNE - timedelta(days=1), date(2025, 6, 15)
NEW = Unit(key="new", level="commune", kind="phường", name="Tây Mỗ - Đại Mỗ", parent="D019")
ONE_WARD = Consolidate(sources=("DM", "TM"), successor=NEW)
INTO_TAY_MO = Absorb(into="TM", absorbed=("DM",))


@pytest.fixture
def target(books):
    """Ten per cent for a ward, counted from the new year: Đại Mỗ held 12 posts."""

    def set_target(key, unit, **more):
        given = {"counts": "officials", "percent": 10, "due_day": date(2030, 1, 1), **more}
        base_day = given.pop("base_day", NEW_YEAR)
        titles = {"vi": f"Giảm 10% {key}"}
        return actions.set_target(
            key, by=books.by, titles=titles, unit=unit, base_day=base_day, reason="thử", **given
        )

    return set_target


@pytest.fixture
def becomes(books):
    """Puts an operation into effect on a day."""

    def done(operation, on, code="later"):
        Instrument.objects.get_or_create(number="01/NQ-HĐND", issued=None)
        plan = Plan(code="plan", day=on, operations=(operation,), instrument="01/NQ-HĐND")
        drafted = plans.draft(code, by=books.by, on=on, plans=[plan], titles={"vi": "Thử"})
        plans.enact(drafted, by=books.by, on=on)

    return done


@pytest.fixture
def in_june(becomes):
    """Puts an operation into effect on 1 June."""
    return partial(becomes, on=JUNE, code="june")


def taken_back(on, by):
    """Take the operation of June back."""
    made = compensate(
        Package.objects.get(code="june"), by=by, on=on, code="back", titles={"vi": "Khắc phục"}
    )
    plans.enact(approved(made, by), by=by, on=on)


def held_by(on):
    """What the unit of each target is called, by the target's name."""
    structure = structure_on(on)
    return {one.key: structure[one.unit.key].name for one in targets_on(on)}


def reckoned(on, key):
    """Base, cut, held and what is left of the target of a name, and those reckoned with it."""
    (one,) = [one for one in targets_on(on) if one.key == key]
    found = progress(one, on)
    own = found.reckoning
    return (own.base, own.cut, own.held, own.left), [other.key for other in found.together]


def test_the_targets_of_two_wards_that_become_one_go_on_together(books, target, in_june):
    target("dm", books.dai_mo)
    target("tm", books.tay_mo, base_day=date(2025, 3, 1))

    in_june(ONE_WARD)

    assert reckoned(EVE, "dm") == ((12, 2, 12, 2), [])
    assert reckoned(EVE, "tm") == ((8, 1, 8, 1), [])
    assert reckoned(JUNE, "dm") == ((20, 3, 20, 3), ["tm"])
    assert reckoned(JUNE, "tm") == ((20, 3, 20, 3), ["dm"])


def test_programs_are_told_so(books, target, in_june, tinhgon):
    target("dm", books.dai_mo)
    target("tm", books.tay_mo, base_day=date(2025, 3, 1))
    in_june(ONE_WARD)

    told = json.loads(tinhgon("staff", "targets", "--on", JUNE, "--json").output)["targets"]

    assert [(one["target"], one["base"], one["together"]) for one in told] == [
        ("dm", 20, ["tm"]),
        ("tm", 20, ["dm"]),
    ]


def test_what_is_cut_afterwards_pays_both(books, target, in_june, world):
    target("dm", books.dai_mo)
    target("tm", books.tay_mo, base_day=date(2025, 3, 1))
    in_june(ONE_WARD)

    books.lapse(3, world.unit("new"), LATER)

    assert reckoned(LATER, "dm")[0] == (20, 3, 17, 0)
    assert reckoned(LATER - timedelta(days=1), "dm")[0] == (20, 3, 20, 3)


def test_what_was_cut_before_stays_done(books, target, in_june):
    target("dm", books.dai_mo)
    target("tm", books.tay_mo, base_day=date(2025, 3, 1))
    books.lapse(2, books.dai_mo, EVE)

    in_june(ONE_WARD)

    assert reckoned(JUNE, "dm")[0] == (20, 3, 18, 1)


def test_posts_that_come_along_without_a_target_are_not_to_be_cut(books, target, in_june):
    target("dm", books.dai_mo)

    in_june(INTO_TAY_MO)

    assert reckoned(EVE, "dm")[0] == (12, 2, 12, 2)
    assert reckoned(JUNE, "dm")[0] == (20, 2, 20, 2)


def test_nor_are_those_that_come_to_a_ward_with_a_target(books, target, in_june):
    target("tm", books.tay_mo, base_day=date(2025, 3, 1))

    in_june(INTO_TAY_MO)

    assert reckoned(EVE, "tm")[0] == (8, 1, 8, 1)
    assert reckoned(JUNE, "tm")[0] == (20, 1, 20, 1)


def test_what_turns_out_to_have_lapsed_before_did_not_come(books, target, in_june):
    target("tm", books.tay_mo, base_day=date(2025, 3, 1))
    in_june(INTO_TAY_MO)

    books.lapse(5, books.dai_mo, EVE)

    assert reckoned(JUNE, "tm")[0] == (15, 1, 15, 1)


def test_what_is_given_back_to_a_restored_ward_is_not_cut(books, target, in_june):
    target("tm", books.tay_mo, base_day=date(2025, 3, 1))
    in_june(INTO_TAY_MO)

    taken_back(LATER, books.by)

    assert reckoned(LATER - timedelta(days=1), "tm")[0] == (20, 1, 20, 1)
    assert reckoned(LATER, "tm")[0] == (8, 1, 8, 1)


def test_each_restored_ward_has_its_own_target_again(books, target, in_june):
    target("dm", books.dai_mo)
    target("tm", books.tay_mo, base_day=date(2025, 3, 1))
    in_june(ONE_WARD)

    taken_back(LATER, books.by)

    assert reckoned(LATER - timedelta(days=1), "dm") == ((20, 3, 20, 3), ["tm"])
    assert reckoned(LATER, "dm") == ((12, 2, 12, 2), [])
    assert reckoned(LATER, "tm") == ((8, 1, 8, 1), [])
    assert held_by(LATER) == {"dm": "Đại Mỗ", "tm": "Tây Mỗ"}


def test_so_has_a_ward_that_was_absorbed(books, target, in_june):
    target("dm", books.dai_mo)
    target("tm", books.tay_mo, base_day=date(2025, 3, 1))
    in_june(INTO_TAY_MO)

    taken_back(LATER, books.by)

    assert reckoned(LATER, "dm") == ((12, 2, 12, 2), [])
    assert reckoned(LATER, "tm") == ((8, 1, 8, 1), [])


def test_what_was_cut_of_both_in_between_is_each_ones_share(books, target, in_june, world):
    target("dm", books.dai_mo)
    target("tm", books.tay_mo, base_day=date(2025, 3, 1))
    in_june(ONE_WARD)
    books.lapse(5, world.unit("new"), LATER - timedelta(days=1))

    taken_back(LATER, books.by)

    assert reckoned(LATER, "dm")[0] == (12, 2, 9, 0)
    assert reckoned(LATER, "tm")[0] == (8, 1, 6, 0)


def test_a_target_withdrawn_in_between_comes_back_nowhere(books, target, in_june):
    target("dm", books.dai_mo)
    target("tm", books.tay_mo, base_day=date(2025, 3, 1))
    in_june(ONE_WARD)
    moved = Target.objects.get(key="dm", valid_to=None)
    actions.withdraw(moved, by=books.by, on=LATER, reason="thử")

    taken_back(LATER, books.by)

    assert [one.key for one in targets_on(LATER)] == ["tm"]


def test_another_that_has_its_name_since_is_not_given_back_in_its_place(
    books, target, in_june, world
):
    target("tm", books.tay_mo, base_day=date(2025, 3, 1))
    in_june(ONE_WARD)
    moved = Target.objects.get(key="tm", valid_to=None)
    actions.withdraw(moved, by=books.by, on=JUNE + timedelta(days=1), reason="thử")
    target("tm", world.unit("new"), base_day=JUNE + timedelta(days=2))

    taken_back(LATER, books.by)

    assert [one.key for one in targets_on(LATER)] == ["tm"]


def test_what_was_merged_again_after_it_was_restored_is_counted_once(
    books, target, in_june, becomes
):
    target("dm", books.dai_mo)
    target("tm", books.tay_mo, base_day=date(2025, 3, 1))
    in_june(ONE_WARD)
    taken_back(LATER, books.by)

    restored = tuple(one.unit.key for one in targets_on(LATER))
    becomes(
        Consolidate(sources=restored, successor=replace(NEW, key="newer")),
        LATER + timedelta(days=1),
    )

    assert reckoned(LATER + timedelta(days=1), "dm") == ((20, 3, 20, 3), ["tm"])


def test_a_ward_that_came_later_stays_when_the_first_is_restored(
    books, target, in_june, becomes, world
):
    books.allocate(5, books.district, world.unit("MT"))
    target("mt", world.unit("MT"))
    target("dm", books.dai_mo)
    target("tm", books.tay_mo, base_day=date(2025, 3, 1))
    in_june(INTO_TAY_MO)
    becomes(Absorb(into="TM", absorbed=("MT",)), JUNE + timedelta(days=4))

    taken_back(LATER, books.by)

    assert reckoned(LATER - timedelta(days=1), "tm") == ((25, 4, 25, 4), ["dm", "mt"])
    assert reckoned(LATER, "tm") == ((13, 2, 13, 2), ["mt"])
    assert reckoned(LATER, "dm") == ((12, 2, 12, 2), [])


def test_posts_without_a_target_that_came_along_go_again(books, target, in_june):
    target("dm", books.dai_mo)
    in_june(ONE_WARD)

    taken_back(LATER, books.by)

    assert reckoned(LATER - timedelta(days=1), "dm")[0] == (20, 2, 20, 2)
    assert reckoned(LATER, "dm")[0] == (12, 2, 12, 2)


def test_what_comes_later_within_the_district_comes_from_nowhere(books, target, in_june):
    books.allocate(2, books.district, books.dai_mo, LATER)
    target("district", books.district)

    in_june(ONE_WARD)

    assert reckoned(LATER, "district")[0] == (40, 4, 40, 4)


def test_both_have_targets_and_one_ward_goes_on(books, target, in_june):
    target("dm", books.dai_mo)
    target("tm", books.tay_mo, base_day=date(2025, 3, 1))

    in_june(INTO_TAY_MO)

    assert reckoned(JUNE, "tm") == ((20, 3, 20, 3), ["dm"])


def test_the_target_of_the_district_is_what_it_was(books, target, in_june):
    target("district", books.district)

    in_june(ONE_WARD)

    assert reckoned(EVE, "district")[0] == (40, 4, 40, 4)
    assert reckoned(JUNE, "district")[0] == (40, 4, 40, 4)


def test_a_ward_formed_since_owes_its_share_of_what_it_began_with(books, target, in_june):
    made = target("district", books.district)
    in_june(ONE_WARD)

    (share,) = [one for one in Books(JUNE).shares(made) if one.unit == "new"]

    assert (share.since, share.reckoning.base, share.reckoning.cut) == (JUNE, 20, 2)


def test_a_target_set_for_the_new_ward_stands_alone(books, target, in_june, world):
    target("dm", books.dai_mo)
    in_june(ONE_WARD)
    target("new", world.unit("new"), base_day=LATER)

    assert reckoned(LATER, "new") == ((20, 2, 20, 2), [])
    assert reckoned(LATER, "dm") == ((20, 2, 20, 2), [])
