"""Who decides about a package: whoever answers for all that it concerns, and not ahead of time."""

from datetime import date, timedelta

import pytest
from django.utils.timezone import localdate

from tinhgon.accounts import actions as accounts
from tinhgon.domain.structure.operations.rename import Rename
from tinhgon.reorganisation import actions
from tinhgon.reorganisation.deciding import entitlement
from tinhgon.reorganisation.deciding.entitlement import (
    Ahead,
    NotEntitled,
    decide,
    may_decide,
    may_edit,
)
from tinhgon.reorganisation.models import Package, State
from tinhgon.reorganisation.permissions import PlanPermission

ENACT = PlanPermission.ENACT


@pytest.fixture
def chair_of(world, operator):
    """Make somebody the chair of one unit alone."""

    def made(person, key):
        accounts.grant(person, by=operator, role="chair", on=date(2025, 1, 1), unit=world.unit(key))
        return person

    return made


def test_a_chair_of_everything_decides(world, package):
    assert may_decide(world.hung, ENACT, package)


def test_a_planner_does_not_enact(world, package):
    assert not may_decide(world.huong, ENACT, package)


def test_a_chair_of_the_city_decides_about_a_package_within_it(world, package, chair_of):
    assert may_decide(chair_of(world.an, "P01"), ENACT, package)


def test_a_chair_of_one_ward_does_not_decide_about_the_city(world, package, chair_of):
    chair = chair_of(world.an, "XP")

    with pytest.raises(NotEntitled):
        decide(actions.enact, package, by=chair, permission=ENACT)

    assert Package.objects.get(pk=package.pk).state is State.DRAFT


def test_about_the_city_itself_only_a_chair_of_everything_decides(world, draft, chair_of):
    package = draft("city", Rename(unit="P01", name="Hà Nội 2"))

    assert not may_decide(chair_of(world.an, "P01"), ENACT, package)
    assert may_decide(world.hung, ENACT, package)


def test_an_act_is_not_of_a_day_that_has_not_come(world, package):
    tomorrow = localdate() + timedelta(days=1)

    with pytest.raises(Ahead):
        decide(actions.enact, package, by=world.hung, permission=ENACT, on=tomorrow)


def test_without_a_day_an_act_is_of_today(world, package):
    decide(actions.enact, package, by=world.hung, permission=ENACT)

    assert Package.objects.get(pk=package.pk).enactment.on == localdate()


def test_a_right_that_ends_before_the_package_is_held_is_no_right(world, package, monkeypatch):
    def taken_away_meanwhile(package):
        world.hung.grants.all().delete()
        return package

    monkeypatch.setattr(entitlement, "held", taken_away_meanwhile)

    with pytest.raises(NotEntitled):
        decide(actions.enact, package, by=world.hung, permission=ENACT)

    assert Package.objects.get(pk=package.pk).state is State.DRAFT


@pytest.fixture
def planner_of(world, operator):
    """Make An a planner of one unit alone."""

    def made(key):
        unit = world.unit(key)
        accounts.grant(world.an, by=operator, role="planner", on=date(2025, 1, 1), unit=unit)
        return world.an

    return made


def test_whoever_holds_no_role_works_on_no_draft(world, package):
    assert not may_edit(world.an, package)


def test_a_planner_of_everything_works_on_every_draft(world, draft):
    package = draft("city", Rename(unit="P01", name="Hà Nội 2"))

    assert may_edit(world.huong, package)


def test_a_planner_of_one_district_works_on_drafts_within_it(draft, planner_of):
    within = draft("within", Rename(unit="MT", name="Mới"))
    beyond = draft("beyond", Rename(unit="P01", name="Hà Nội 2"))

    planner = planner_of("D019")

    assert may_edit(planner, within)
    assert not may_edit(planner, beyond)


def test_a_draft_that_says_nothing_yet_is_open_to_every_planner(draft, planner_of):
    assert may_edit(planner_of("D019"), draft("blank"))


def test_whoever_began_a_draft_works_on_it_as_long_as_it_is_theirs(draft, planner_of):
    planner = planner_of("D019")

    within = draft("within", Rename(unit="MT", name="Mới"), by=planner)
    beyond = draft("beyond", Rename(unit="P01", name="Hà Nội 2"), by=planner)

    assert may_edit(planner, within)
    assert not may_edit(planner, beyond)


def test_whoever_began_a_draft_and_plans_no_more_leaves_it(draft, planner_of):
    planner = planner_of("D019")
    own = draft("own", Rename(unit="MT", name="Mới"), by=planner)

    planner.grants.all().delete()

    assert not may_edit(planner, own)
