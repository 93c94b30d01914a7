"""Who may do what, where, on which day: rights follow units through time and hierarchies."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError

from tinhgon.accounts import actions
from tinhgon.accounts.models import Grant, User
from tinhgon.registry.models import Tie
from tinhgon.registry.permissions import RegistryPermission
from tinhgon.reorganisation.actions import take_effect
from tinhgon.ui.actors import EVERYWHERE

CONTACT, CORRECT = RegistryPermission.CONTACT, RegistryPermission.CORRECT
A_DAY = timedelta(days=1)
GRANTED = date(2025, 1, 1)


@pytest.fixture
def over(world, operator):
    """Makes An, who is a stranger, a registrar over a unit."""

    def granted(key, on=GRANTED, until=None):
        unit = world.unit(key) if key else None
        actions.grant(world.an, by=operator, role="registrar", on=on, until=until, unit=unit)
        return world.an

    return granted


def test_whoever_holds_no_role_may_nothing(world):
    assert not world.an.may(CONTACT, on=world.eve)


def test_a_role_gives_its_permissions_and_no_others(world):
    assert world.lan.may(CONTACT, on=world.eve)
    assert not world.lan.may(CORRECT, on=world.eve)


def test_one_of_several_permissions_will_do_and_takes_one_query(world, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert world.lan.may_any([CORRECT, CONTACT], on=world.eve)

    assert not world.lan.may_any([CORRECT, "audit.read"], on=world.eve)
    assert not world.lan.may_any([], on=world.eve)


def test_a_role_holds_from_its_first_day(over):
    an = over("DM", on=GRANTED)

    assert not an.may(CORRECT, on=GRANTED - A_DAY)
    assert an.may(CORRECT, on=GRANTED)


def test_a_role_no_longer_holds_on_the_day_it_ends(over, world):
    an = over("DM", until=world.day)

    assert an.may(CORRECT, on=world.eve)
    assert not an.may(CORRECT, on=world.day)


def test_a_permission_that_no_role_gives_is_held_by_nobody(world):
    assert not world.hung.may("audit.rewrite", on=world.eve)


def test_a_grant_over_a_unit_is_for_that_unit_and_no_sibling(over, world):
    an = over("DM")

    assert an.may(CORRECT, on=world.eve, unit="DM")
    assert not an.may(CORRECT, on=world.eve, unit="TM")


def test_a_grant_over_a_unit_reaches_all_below_it(over, world):
    an = over("D019")

    assert an.may(CORRECT, on=world.eve, unit="D019")
    assert an.may(CORRECT, on=world.eve, unit="DM")
    assert not an.may(CORRECT, on=world.eve, unit="DN")


def test_a_grant_does_not_reach_upwards(over, world):
    an = over("D019")

    assert not an.may(CORRECT, on=world.eve, unit="P01")


def test_a_grant_over_the_city_reaches_through_every_level(over, world):
    an = over("P01")

    assert an.may(CORRECT, on=world.eve, unit="DN")


def test_a_grant_over_everything_is_for_any_unit(over, world):
    an = over(None)

    assert an.may(CORRECT, on=world.eve, unit="DN")
    assert an.may(CORRECT, on=world.eve, unit=EVERYWHERE)


def test_no_part_is_everything(over, world):
    assert not over("P01").may(CORRECT, on=world.eve, unit=EVERYWHERE)


def test_a_unit_that_nobody_knows_is_below_nothing(over, world):
    assert not over("P01").may(CORRECT, on=world.eve, unit="nowhere")


def test_rights_follow_a_unit_to_another_parent_on_the_day(over, world, in_effect):
    an = over("D019", on=GRANTED, until=date(2026, 1, 1))

    assert an.may(CORRECT, on=world.eve, unit="XP")
    assert not an.may(CORRECT, on=world.day, unit="XP")


def test_the_city_keeps_its_rights_over_what_moves_below_it(over, world, in_effect):
    an = over("P01")

    assert an.may(CORRECT, on=world.eve, unit="XP")
    assert an.may(CORRECT, on=world.day, unit="XP")


def test_rights_pass_to_the_main_successor_on_the_day(world, enacted, operator):
    take_effect(enacted, by=operator, on=world.day)

    assert world.lan.may(CONTACT, on=world.eve, unit="DM")
    assert not world.lan.may(CONTACT, on=world.eve, unit="DM-new")
    assert world.lan.may(CONTACT, on=world.day, unit="DM-new")
    assert not world.lan.may(CONTACT, on=world.day, unit="TM-new")


@pytest.fixture
def tied(world):
    """Ties Đại Mỗ to Tây Mỗ in another hierarchy until the day."""

    def tie(hierarchy):
        Tie.objects.create(
            unit=world.unit("DM"),
            parent=world.unit("TM"),
            hierarchy=hierarchy,
            valid_from=GRANTED,
            valid_to=world.day,
            recorded_from=datetime(2025, 1, 1, tzinfo=UTC),
        )

    return tie


def test_rights_reach_down_the_party_line_as_long_as_it_holds(over, world, tied):
    an = over("TM")
    before = an.may(CORRECT, on=world.eve, unit="DM")

    tied("party")

    assert not before
    assert an.may(CORRECT, on=world.eve, unit="DM")
    assert not an.may(CORRECT, on=GRANTED - A_DAY, unit="DM")


def test_whoever_guides_a_unit_has_no_rights_over_it(over, world, tied):
    tied("guidance")

    assert not over("TM").may(CORRECT, on=world.eve, unit="DM")


def test_whoever_answers_for_a_unit_answers_for_it_however_many_guide_it(over, world, tied):
    tied("guidance")

    assert over("D019").may(CORRECT, on=world.eve, unit="DM")


def test_a_closed_account_may_nothing_whatever_it_was_granted(over, world):
    an = over(None)

    an.is_active = False

    assert not an.may(CORRECT, on=world.eve)
    assert not an.may(CORRECT, on=world.eve, unit="DM")


def test_asking_what_somebody_may_takes_two_queries_at_most(world, django_assert_num_queries):
    with django_assert_num_queries(1):
        world.lan.may(CONTACT, on=world.eve)
    with django_assert_num_queries(2):
        world.lan.may(CONTACT, on=world.eve, unit="DM")


def test_people_are_found_by_their_address_whatever_its_letters(world):
    assert User.objects.get_by_natural_key("LAN@example.VN") == world.lan


def test_the_record_names_people_by_number_alone(world):
    assert world.lan.audit_name == f"user:{world.lan.pk}"


def test_rows_are_called_by_what_they_are(world):
    assert str(world.lan) == "Nguyễn Thị Lan"
    assert str(Grant.objects.get(user=world.lan)) == "Nguyễn Thị Lan: contact-editor"


def test_a_unit_that_has_ended_is_still_answered_for_by_those_above_it(over, in_effect):
    an = over("P01")

    assert an.may(CORRECT, on=in_effect.day, unit="DM")
    assert not an.may(CORRECT, on=in_effect.day, unit="nobody")


def test_a_unit_that_has_ended_is_no_affair_of_a_sibling_of_its_last_days(over, in_effect):
    an = over("DM-new", on=in_effect.day)

    assert not an.may(CORRECT, on=in_effect.day, unit="DM")


def test_the_database_itself_refuses_a_role_over_everything_twice(world, operator):
    same = {"user": world.an, "role": "auditor", "unit": None, "granted_by": "test"}
    Grant.objects.create(**same, valid_from=GRANTED, valid_to=world.day)

    Grant.objects.create(**same, valid_from=world.day)

    with pytest.raises(IntegrityError):
        Grant.objects.bulk_create([Grant(**same, valid_from=world.eve)])


@pytest.mark.parametrize("key", ["DM", "D019", "P01", None])
def test_of_several_units_those_are_told_for_which_somebody_may(over, world, key):
    an = over(key)
    units = ["DM", "TM", "D019", "P01"]

    found = an.may_of(CORRECT, units=units, on=world.eve)

    assert found == {unit for unit in units if an.may(CORRECT, unit=unit, on=world.eve)}
    assert an.may_of("audit.read", units=units, on=world.eve) == set()
    assert world.an.may_of(CORRECT, units=[], on=world.eve) == set()


def test_of_many_units_as_few_queries_are_asked_as_of_one(
    over, world, django_assert_max_num_queries
):
    an = over("D019")

    with django_assert_max_num_queries(5):
        an.may_of(CORRECT, units=["DM"], on=world.eve)
    with django_assert_max_num_queries(5):
        an.may_of(CORRECT, units=["DM", "TM", "D019", "P01"], on=world.eve)
