"""Roles follow assignments: from the day of a transfer on, the rights of the new post alone."""

from datetime import date

import pytest

from tinhgon.accounts.actions import close_account, open_account
from tinhgon.accounts.queries import held_roles
from tinhgon.conftest import DAY
from tinhgon.registry.directory import directory
from tinhgon.registry.models import Unit
from tinhgon.registry.queries import unit_on
from tinhgon.staff.conftest import JUNE, KIND, MAY
from tinhgon.staff.models import Basis
from tinhgon.staff.officers import actions as officers
from tinhgon.staff.posts import actions
from tinhgon.ui.actors import EVERYWHERE

EVE = date(2025, 4, 30)
SEE, CONTACT = "staff.see", "registry.contact"


@pytest.fixture
def account(operator):
    """An account of Ms Mai's, to whom nobody granted anything."""
    return open_account("mai@example.vn", by=operator, name="Mai", password="mật-khẩu-rất-dài")


@pytest.fixture
def mai(staffed, account):
    """Ms Mai, the head of Đại Mỗ, who signs in."""
    staffed.mai.user = account
    staffed.mai.save()
    return account


def test_a_head_has_the_role_of_a_head_over_the_unit(mai):
    assert mai.may(CONTACT, on=MAY, unit="DM")
    assert not mai.may(CONTACT, on=MAY, unit="TM")
    assert not mai.may(CONTACT, on=MAY, unit="D019")
    assert mai.may(CONTACT, on=MAY)
    assert not mai.may(CONTACT, on=MAY, unit=EVERYWHERE)
    assert not mai.may("staff.move", on=MAY, unit="DM")


def test_whoever_was_transferred_yesterday_has_todays_rights_only(staffed, mai):
    actions.transfer(staffed.mai, by=staffed.by, to=staffed.posts["tm-chair"], on=MAY)

    assert (mai.may(SEE, on=EVE, unit="DM"), mai.may(SEE, on=EVE, unit="TM")) == (True, False)
    assert (mai.may(SEE, on=MAY, unit="DM"), mai.may(SEE, on=MAY, unit="TM")) == (False, True)


def test_whoever_acts_has_the_role_as_long_as_they_act(staffed, mai):
    staffed.assign(staffed.mai, "tm-chair", MAY, basis=Basis.ACTING, until=JUNE)

    assert not mai.may(CONTACT, on=EVE, unit="TM")
    assert mai.may(CONTACT, on=MAY, unit="TM")
    assert not mai.may(CONTACT, on=JUNE, unit="TM")
    assert mai.may(CONTACT, on=JUNE, unit="DM")


def test_what_is_below_the_unit_of_a_head_is_theirs_too(staffed, mai):
    actions.change(staffed.posts["dm-chair"], by=staffed.by, on=MAY, unit=staffed.books.district)

    assert not mai.may(SEE, on=EVE, unit="TM")
    assert mai.may(SEE, on=MAY, unit="TM")
    assert not mai.may(SEE, on=MAY, unit="P01")


def test_a_post_that_leads_nobody_gives_no_role(staffed, account):
    staffed.thu.user = account
    staffed.thu.save()

    assert not account.may(SEE, on=MAY)


def test_a_closed_account_has_no_role_whatever_the_post(mai, operator):
    close_account(mai, by=operator, reason="nghỉ việc")

    assert not mai.may(SEE, on=MAY, unit="DM")


def test_an_account_tells_which_post_gives_what(mai):
    (role,) = held_roles(mai, MAY)

    assert (role.role.key, role.unit, role.because) == ("unit-head", "DM", "Chủ tịch")
    assert (role.start, role.end) == (date(2025, 1, 1), None)


@pytest.fixture
def leads(bodies, account, operator):
    """Ms Mai comes to lead a body of Hà Nội after the reform."""

    def led(unit):
        given = {"titles": {"vi": "Bí thư"}, "kind": KIND, "rank": "head", "on": DAY}
        post = actions.set_up("p", by=operator, unit=Unit.objects.get(key=unit), **given)
        mai = officers.enter("CB77", by=operator, name="Mai", invented=True, user=account)
        actions.assign(mai, by=operator, post=post, on=DAY)
        return account

    return led


def test_whoever_leads_the_party_of_the_city_answers_for_the_party_of_its_wards(leads):
    mai = leads("P01.party-committee")

    assert mai.may(SEE, on=DAY, unit="DM-new.party-committee")
    assert not mai.may(SEE, on=DAY, unit="DM-new.people-committee")
    assert not mai.may(SEE, on=DAY, unit="DM-new")


def test_whoever_guides_the_divisions_of_wards_does_not_answer_for_them(leads):
    mai = leads("P01.culture")

    assert unit_on("DM-new.culture-and-society", DAY).ties == (("guidance", "P01.culture"),)
    assert mai.may(SEE, on=DAY, unit="P01.culture")
    assert not mai.may(SEE, on=DAY, unit="DM-new.culture-and-society")


def test_whoever_leads_the_committee_of_a_ward_answers_for_its_divisions(leads):
    mai = leads("DM-new.people-committee")

    assert mai.may(SEE, on=DAY, unit="DM-new.culture-and-society")
    assert not mai.may(SEE, on=DAY, unit="DM-new.party-committee")


def test_a_door_asks_few_queries(staffed, mai, django_assert_num_queries):
    directory()

    with django_assert_num_queries(4):  # the way up, grants, posts, revision
        assert mai.may(SEE, on=MAY, unit="DM")
