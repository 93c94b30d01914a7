"""After a reorganisation: nobody's rights have grown by it, and no unit has lost its head's."""

from datetime import date, timedelta

import pytest

from tinhgon.accounts.actions import open_account
from tinhgon.accounts.queries import held_roles
from tinhgon.conftest import BEFORE, DAY
from tinhgon.documents.models import Instrument
from tinhgon.domain.structure.operations.absorb import Absorb
from tinhgon.domain.structure.operations.consolidate import Consolidate
from tinhgon.domain.structure.operations.form import Form, Source
from tinhgon.domain.structure.packages import Plan
from tinhgon.domain.structure.units import Unit
from tinhgon.registry.directory import directory
from tinhgon.reorganisation import actions as plans
from tinhgon.staff.conftest import JUNE, NEW_YEAR
from tinhgon.staff.models import Basis
from tinhgon.staff.posts import actions

SEE, CONTACT = "staff.see", "registry.contact"
EVE = JUNE - timedelta(days=1)
LATER = date(2025, 6, 15)
NEW = Unit(key="new", level="commune", kind="phường", name="Tây Mỗ - Đại Mỗ", parent="D019")
ONE_WARD = Consolidate(sources=("DM", "TM"), successor=NEW)
INTO_TAY_MO = Absorb(into="TM", absorbed=("DM",))
ANEW = Form(successor=NEW, sources=(Source(unit="DM"),))


@pytest.fixture
def signs_in(operator):
    """An account for an officer, to whom nobody grants anything."""

    def opened(officer):
        email = f"{officer.key.lower()}@example.vn"
        officer.user = open_account(email, by=operator, name=email, password="mật-khẩu-rất-dài")
        officer.save()
        return officer.user

    return opened


@pytest.fixture
def mai(staffed, signs_in):
    """Ms Mai, the head of Đại Mỗ."""
    return signs_in(staffed.mai)


@pytest.fixture
def son(staffed, signs_in):
    """Mr Sơn, the deputy of Đại Mỗ."""
    return signs_in(staffed.son)


@pytest.fixture
def thu(staffed, signs_in):
    """Ms Thu, who is the head of Tây Mỗ besides her desk."""
    staffed.assign(staffed.thu, "tm-chair", NEW_YEAR, basis=Basis.CONCURRENT)
    return signs_in(staffed.thu)


@pytest.fixture
def in_june(staffed, operator):
    """Puts an operation into effect on 1 June."""

    def done(operation):
        Instrument.objects.get_or_create(number="01/NQ-HĐND", issued=None)
        plan = Plan(code="plan", day=JUNE, operations=(operation,), instrument="01/NQ-HĐND")
        drafted = plans.draft("june", by=operator, on=JUNE, plans=[plan], titles={"vi": "Thử"})
        plans.enact(drafted, by=operator, on=JUNE)

    return done


def test_when_two_wards_become_one_both_heads_go_on_until_one_is_made_its_head(
    in_june, mai, thu, staffed
):
    in_june(ONE_WARD)
    both = (mai.may(CONTACT, on=JUNE, unit="new"), thu.may(CONTACT, on=JUNE, unit="new"))
    yet = mai.may(CONTACT, on=EVE, unit="new")

    appointed(staffed, staffed.mai, "dm-chair", LATER)

    assert (both, yet) == ((True, True), False)
    assert mai.may(CONTACT, on=LATER, unit="new")
    assert thu.may(CONTACT, on=LATER - timedelta(days=1), unit="new")
    assert not thu.may(CONTACT, on=LATER, unit="new")
    assert thu.may(CONTACT, on=LATER, unit="TM")


def test_a_deputy_of_one_ward_is_not_by_that_a_deputy_of_both(in_june, son, staffed):
    in_june(ONE_WARD)

    assert son.may(SEE, on=JUNE, unit="DM")
    assert not son.may(SEE, on=JUNE, unit="new")
    assert not son.may(SEE, on=JUNE, unit="TM")
    (role,) = held_roles(son, JUNE)
    assert (role.role.key, role.unit, role.start) == ("unit-deputy", "DM", JUNE)


def test_a_deputy_who_is_appointed_anew_has_the_rights_of_the_new_ward(in_june, son, staffed):
    in_june(ONE_WARD)

    appointed(staffed, staffed.son, "dm-deputy", LATER)

    assert not son.may(SEE, on=LATER - timedelta(days=1), unit="new")
    assert son.may(SEE, on=LATER, unit="new")


def test_a_deputy_whose_post_is_changed_there_has_the_rights_of_the_new_ward(in_june, son, staffed):
    in_june(ONE_WARD)

    actions.change(staffed.posts["dm-deputy"], by=staffed.by, on=LATER, reason="bố trí lại")

    assert not son.may(SEE, on=LATER - timedelta(days=1), unit="new")
    assert son.may(SEE, on=LATER, unit="new")


def test_whoever_is_absorbed_has_no_rights_over_the_ward_that_goes_on(
    in_june, mai, son, thu, staffed
):
    in_june(INTO_TAY_MO)

    assert thu.may(CONTACT, on=JUNE, unit="TM")
    assert not mai.may(CONTACT, on=JUNE, unit="TM")
    assert not son.may(SEE, on=JUNE, unit="TM")
    assert mai.may(SEE, on=JUNE, unit="DM")


def test_a_ward_of_which_one_alone_becomes_another_keeps_head_and_deputies(in_june, mai, son):
    in_june(ANEW)

    assert not mai.may(CONTACT, on=EVE, unit="new")
    assert mai.may(CONTACT, on=JUNE, unit="new")
    assert son.may(SEE, on=JUNE, unit="new")


def test_nobody_comes_to_lead_the_city_because_their_district_ends(mai, staffed, package):
    actions.change(staffed.posts["dm-chair"], by=staffed.by, on=JUNE, unit=staffed.books.district)
    plans.enact(package, by=staffed.by, on=DAY)

    assert staffed.posts["dm-chair"].placements.latest("pk").unit.key == "P01"
    assert mai.may(CONTACT, on=BEFORE, unit="TM")
    assert not mai.may(CONTACT, on=DAY, unit="P01")
    assert not mai.may(CONTACT, on=DAY, unit="TM-new")
    assert mai.may(SEE, on=DAY, unit="D019")


def test_a_head_appointed_on_the_day_is_the_only_one_from_that_day_on(staffed, in_june, mai, thu):
    in_june(ONE_WARD)
    appointed(staffed, staffed.mai, "dm-chair", JUNE)

    assert mai.may(CONTACT, on=JUNE, unit="new")
    assert not thu.may(CONTACT, on=JUNE, unit="new")


def test_whoever_was_never_moved_costs_no_further_query(staffed, mai, django_assert_num_queries):
    directory()

    with django_assert_num_queries(4):  # the way up, grants, posts, revision
        assert mai.may(SEE, on=EVE, unit="DM")


def test_whoever_was_moved_costs_three_more(in_june, mai, django_assert_num_queries):
    in_june(ONE_WARD)
    directory()

    with django_assert_num_queries(7):  # the register once more, placements, heads
        assert mai.may(SEE, on=JUNE, unit="new")


def appointed(staffed, officer, post, on):
    """Appoint somebody anew to the post that they have held so far, in the unit where it stands."""
    actions.relieve(
        officer.assignments.get(post__key=post), by=staffed.by, on=on, reason="bổ nhiệm lại"
    )
    staffed.assign(officer, post, on)
