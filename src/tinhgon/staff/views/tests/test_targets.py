"""Targets on their pages, in the forms and on the command line."""

import json
from datetime import date

import pytest

from tinhgon.registry.directory import directory
from tinhgon.registry.tests.pages import soup
from tinhgon.staff.conftest import MAY, NEW_YEAR
from tinhgon.staff.models import Target
from tinhgon.staff.targets import actions

SENT = {
    "key": "giam-2030",
    "title_vi": "Giảm 10%",
    "unit": "D019",
    "counts": "officials",
    "percent": "10",
    "base_day": "01/01/2025",
    "due_day": "01/01/2030",
    "reason": "thử",
}


@pytest.fixture
def target(staffed):
    return actions.set_target(
        "district-2030",
        by=staffed.by,
        titles={"vi": "Giảm biên chế", "en": "Fewer posts"},
        counts="officials",
        percent=95,
        base_day=NEW_YEAR,
        due_day=date(2030, 1, 1),
        unit=staffed.books.district,
        reason="thử",
    )


def test_the_list_says_who_owes_how_much(target, page):
    words = page("/targets/?on=2025-05-01").words

    assert "Fewer posts" in words
    assert "Quận Nam Từ Liêm; officials and civil servants, 95%" in words
    assert "In time" in words


def test_before_its_base_day_there_is_none(target, page):
    assert "No target is in force on this day" in page("/targets/?on=2024-12-31").words


def test_a_target_says_when_retirements_will_have_paid_it_and_how_sure_that_is(target, page):
    words = page(f"/targets/{target.pk}/?on=2025-05-01").words

    assert "Paid in 2026, in time: 1 must retire once vacant posts have lapsed" in words
    assert '<th scope="row">2028</th>' in words
    assert "a forecast, not a fact" in words
    assert "tg-mark--k" in words or "Not checked" in words


def test_a_target_says_nobody_by_name_or_day(target, page):
    words = page(f"/targets/{target.pk}/?on=2025-05-01").words

    assert "Sơn" not in words
    assert "1 May 2026" not in words


def test_each_unit_below_has_its_share(target, page):
    words = page(f"/targets/{target.pk}/?on=2025-05-01").words

    assert "Phường Đại Mỗ" in words
    assert "What each unit directly below owes" in words


def test_each_unit_below_says_how_it_can_be_paid(target, page):
    answer = page(f"/targets/{target.pk}/?on=2025-05-01")

    table = soup(answer).select_one("[aria-labelledby=shares-title] tbody")
    assert "Can be met" in table.get_text()
    assert "135/2020/NĐ-CP" in answer.words


def test_a_target_is_set_and_withdrawn_by_whoever_may(staffed, page, person):
    hoa = person("hoa", "posts-officer", staffed.books.district)

    assert page("/targets/new/", by=hoa).status_code == 200
    assert page("/targets/new/", by=hoa, **SENT).status_code == 302
    made = Target.objects.get()
    sent = {"day": "01/05/2025", "reason": "thay chỉ tiêu"}
    assert page(f"/targets/{made.pk}/withdrawal/", by=hoa, **sent).status_code == 302
    assert Target.objects.get().valid_to == MAY


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"due_day": "01/01/2025"}, "It is due after its base day."),
        ({"bloc": "party"}, "Name a unit or a bloc"),
        ({"reason": ""}, "Say under which instrument"),
        ({"percent": "101"}, "less than or equal to 100"),
    ],
)
def test_a_target_that_cannot_be_is_said_so(staffed, page, person, wrong, said):
    hoa = person("hoa", "posts-officer", staffed.books.district)

    answer = page("/targets/new/", by=hoa, **{**SENT, **wrong})

    assert answer.status_code == 422
    assert said in answer.words


def test_nobody_sets_targets_beyond_their_units(staffed, page, person, target):
    hoa = person("hoa", "posts-officer", staffed.books.dai_mo)

    assert page("/targets/new/", by=hoa, **SENT).status_code == 403
    assert page(f"/targets/{target.pk}/withdrawal/", by=hoa).status_code == 403
    assert page("/targets/999999/").status_code == 404


def test_targets_are_told_on_the_command_line(target, tinhgon):
    ran = tinhgon("staff", "targets", "--on", "2025-05-01")
    (told,) = json.loads(tinhgon("staff", "targets", "--on", "2025-05-01", "--json").output)[
        "targets"
    ]

    assert "Paid in 2026, in time" in ran.output
    assert (told["base"], told["cut"], told["left"], told["paid_in"]) == (40, 38, 38, 2026)


def test_the_list_may_be_kept(target, page):
    lines = page("/targets/?on=2025-05-01&format=csv").lines

    assert lines[1].startswith("district-2030,Quận Nam Từ Liêm,officials,40,38,2,40,38,2030-01-01")


def test_the_list_takes_few_queries(target, client, django_assert_max_num_queries):
    directory()
    client.get("/targets/?on=2025-05-01")

    with django_assert_max_num_queries(13):
        client.get("/targets/?on=2025-05-01")
