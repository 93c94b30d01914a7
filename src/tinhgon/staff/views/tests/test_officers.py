"""The page of a person: for whoever may see it, and what is personal for fewer."""

import pytest

from tinhgon.audit.models import Entry
from tinhgon.registry.tests.pages import soup
from tinhgon.staff.conftest import JUNE, MAY
from tinhgon.staff.models import Basis
from tinhgon.staff.posts import actions

PAGE = "/officers/CB01/"
BORN = "31 March 1971"


def test_whoever_may_see_the_unit_sees_where_somebody_works(staffed, page, person):
    answer = page(PAGE, by=person("cuong", "unit-deputy", staffed.books.dai_mo))

    assert "Đinh Thị Mai" in answer.words
    assert "Phường Đại Mỗ" in answer.words
    assert BORN not in answer.words


def test_the_day_of_birth_is_for_those_who_answer_for_personnel(staffed, page, person):
    answer = page(PAGE, by=person("nga", "personnel-officer", staffed.books.district))

    assert BORN in answer.words
    assert "1 December 2028" in answer.words
    assert "Not checked" in answer.words


def test_every_reading_is_recorded_with_how_much_was_shown(staffed, page, person):
    page(PAGE, by=person("cuong", "unit-deputy", staffed.books.dai_mo))
    page(PAGE, by=person("nga", "personnel-officer", staffed.books.dai_mo))

    read = Entry.objects.filter(act="officers.read", target="officer:CB01").order_by("place")
    assert [entry.facts["what"] for entry in read] == ["names", "particulars"]


def test_a_role_over_another_unit_shows_nobody(staffed, page, person):
    stranger = person("cuong", "personnel-officer", staffed.books.tay_mo)

    assert page(PAGE, by=stranger).status_code == 403
    assert not Entry.objects.filter(act="officers.read").exists()


def test_somebody_transferred_is_seen_from_the_new_unit(staffed, page, person):
    seer = person("cuong", "unit-deputy", staffed.books.tay_mo)
    actions.transfer(staffed.mai, by=staffed.by, to=staffed.posts["tm-chair"], on=MAY)

    assert page(PAGE, by=seer).status_code == 200


def test_somebody_transferred_is_seen_no_longer_from_the_unit_left(staffed, page, person):
    seer = person("cuong", "unit-deputy", staffed.books.dai_mo)
    actions.transfer(staffed.mai, by=staffed.by, to=staffed.posts["tm-chair"], on=MAY)

    assert page(PAGE, by=seer).status_code == 403


def test_whoever_went_with_their_post_is_seen_where_it_stands(staffed, page, person):
    left = person("cuong", "unit-deputy", staffed.books.dai_mo)
    new = person("dung", "unit-deputy", staffed.books.tay_mo)
    actions.change(staffed.posts["dm-clerk"], by=staffed.by, on=MAY, unit=staffed.books.tay_mo)

    assert page("/officers/CB03/", by=left).status_code == 403
    assert page("/officers/CB03/", by=new).status_code == 200


def test_all_posts_are_listed_the_latest_first_with_basis_and_instrument(
    staffed, page, person, decision
):
    staffed.assign(staffed.mai, "tm-chair", MAY, basis=Basis.ACTING, until=JUNE, under=decision)
    actions.transfer(staffed.mai, by=staffed.by, to=staffed.posts["tm-chair"], on=JUNE)

    rows = soup(page(PAGE, by=person("nga", "personnel-officer"))).select("tbody tr")

    said = [" ".join(row.get_text(" ").split()) for row in rows]
    assert [line.split(" Phường")[0] for line in said] == ["Chair,"] * 3
    assert "Phường Tây Mỗ from 1 June 2025" in said[0]
    assert "Main post" in said[0]
    assert "Acting 1/QĐ-UBND" in said[1]
    assert "Phường Đại Mỗ 1 January 2025 to 31 May 2025 Main post" in said[2]


def test_a_number_that_nobody_has_is_not_found(staffed, page, person):
    assert page("/officers/CB99/", by=person("nga", "personnel-officer")).status_code == 404


@pytest.mark.parametrize("address", [PAGE, "/units/DM/posts/new/"])
def test_the_public_is_asked_to_sign_in(staffed, page, address):
    assert page(address).status_code == 302
