"""Posts set up and ended, people assigned and relieved, by forms."""

from datetime import date

import pytest

from tinhgon.staff.conftest import KIND, MAY
from tinhgon.staff.models import Assignment, Placement

EVE = date(2025, 4, 30)


@pytest.fixture
def nga(person, staffed):
    """Ms Nga keeps the people of the district and below."""
    return person("nga", "personnel-officer", staffed.books.district)


def holder(post, on):
    found = Assignment.objects.on(on).filter(post__key=post).exclude(basis="acting").first()
    return found and found.officer.key


NEW = {"key": "dm-driver", "title_vi": "Lái xe", "kind": KIND, "rank": "none", "day": "01/05/2025"}


def test_a_post_is_set_up(staffed, page, nga):
    assert page("/units/DM/posts/new/", by=nga).status_code == 200
    assert page("/units/DM/posts/new/", by=nga, **NEW).status_code == 302
    assert Placement.objects.get(post__key="dm-driver").valid_from == MAY


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"key": "dm-chair"}, "already exists"),
        ({"key": "a b"}, "Enter a valid value"),
        ({"rank": "head"}, "already has a post of its head"),
        ({"title_vi": ""}, "You have not filled this in."),
    ],
)
def test_a_post_that_cannot_be_is_said_so(staffed, page, nga, wrong, said):
    answer = page("/units/DM/posts/new/", by=nga, **{**NEW, **wrong})

    assert answer.status_code == 422
    assert said in answer.words


def test_who_may_not_register_instruments_is_not_shown_where(staffed, page, nga):
    answer = page("/units/DM/posts/new/", by=nga, **{**NEW, "under": "9/QĐ"})

    assert "no instrument with the number" in answer.words
    assert "/instruments/new/" not in answer.words


def test_somebody_is_transferred_to_a_post(staffed, page, nga):
    sent = {"officer": "cb02", "basis": "main", "moves": "on", "day": "01/05/2025"}

    assert page("/posts/tm-chair/assignment/", by=nga, **sent).status_code == 302
    assert (holder("dm-deputy", EVE), holder("tm-chair", EVE)) == ("CB02", None)
    assert (holder("dm-deputy", MAY), holder("tm-chair", MAY)) == (None, "CB02")


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"officer": "CB02", "basis": "main"}, "already has a main post"),
        ({"officer": "CB99", "basis": "main"}, "No officer has the number"),
        ({"officer": "CB02", "basis": "acting", "moves": "on"}, "Only a main post without an end"),
    ],
)
def test_an_assignment_that_cannot_be_is_said_so(staffed, page, nga, sent, said):
    answer = page("/posts/tm-chair/assignment/", by=nga, **sent, day="01/05/2025")

    assert answer.status_code == 422
    assert said in answer.words


def test_somebody_is_relieved(staffed, page, nga):
    held = Assignment.objects.get(officer=staffed.thu)

    answer = page(f"/assignments/{held.pk}/end/", by=nga, day="01/05/2025", reason="nghỉ việc")

    assert answer.status_code == 302
    assert (holder("dm-clerk", EVE), holder("dm-clerk", MAY)) == ("CB03", None)


def test_a_post_ends(staffed, page, nga):
    answer = page("/posts/dm-deputy/end/", by=nga, day="01/05/2025", reason="giảm cấp phó")

    assert answer.status_code == 302
    assert Placement.objects.get(post__key="dm-deputy").valid_to == MAY


@pytest.mark.parametrize(
    "address", ["/units/TM/posts/new/", "/posts/tm-chair/assignment/", "/posts/tm-chair/end/"]
)
def test_whoever_keeps_the_people_of_another_unit_is_refused(staffed, page, person, address):
    other = person("cuong", "personnel-officer", staffed.books.dai_mo)

    assert page(address, by=other).status_code == 403


@pytest.mark.parametrize("address", ["/posts/none/end/", "/assignments/999999/end/"])
def test_what_is_not_there_is_not_found(staffed, page, nga, address):
    assert page(address, by=nga).status_code == 404
