"""The life of a package at its three doors: the page, the API and the command line."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from tinhgon.audit.record import record
from tinhgon.registry.tests.pages import words
from tinhgon.reorganisation import actions
from tinhgon.reorganisation.conftest import SOON
from tinhgon.reorganisation.models import Package

HISTORY = "/plans/reform/history/"


@pytest.fixture
def bare(world):
    """A package of which nothing is recorded."""
    return Package.objects.create(code="bare", titles={"en": "Bare"}, day=SOON)


def heard(page):
    return words(page, ".tg-time > li")


def test_what_was_done_is_listed_with_day_and_facts(in_effect, show):
    page = show(HISTORY)

    assert words(page, "h1") == ["What was done to this plan"]
    assert words(page, ".tg-time h2") == ["Drafted", "Enacted", "Took effect"]
    assert heard(page)[0].endswith("Drafted By the operator of this site Operations: 6")


def test_the_same_in_vietnamese(in_effect, show):
    page = show(HISTORY, language="vi")

    assert words(page, ".tg-time h2") == ["Đã soạn", "Đã ban hành", "Đã có hiệu lực"]
    assert heard(page)[0].endswith("Người thực hiện: người vận hành trang này Số thao tác: 6")


def test_a_stranger_reads_of_what_was_enacted_but_no_names(package, world, show):
    actions.enact(package, by=world.hung, on=world.day)
    page = show(HISTORY)

    assert "By an official" in heard(page)[1]
    assert "Lê Quốc Hùng" not in page.get_text()
    assert "is told to those who plan" in words(page, ".tg-lead")[0]


def test_those_who_plan_read_names(package, world, client, show):
    actions.enact(package, by=world.hung, on=world.day)
    client.force_login(world.huong)

    assert "By Lê Quốc Hùng" in heard(show(HISTORY))[1]


def test_a_draft_is_not_there_for_strangers(package, world, client, show):
    show(HISTORY, status=404)
    client.force_login(world.an)
    show(HISTORY, status=404)

    client.force_login(world.huong)

    assert words(show(HISTORY), ".tg-time h2") == ["Drafted"]


def test_a_life_of_several_days_is_drawn(bare, operator, world, client, show):
    for act, ago in (("plan.drafted", 9), ("plan.appraised", 5), ("plan.sealed", 2)):
        at = timezone.now() - timedelta(days=ago)
        record(act, by=operator, target=bare.chain, at=at)
    client.force_login(world.huong)
    page = show("/plans/bare/history/")

    assert words(page, "svg.tg-lanes .tg-lanes__bar title") == ["Draft", "Appraised", "Sealed"]
    assert "The states of the plan" in page.select_one("svg.tg-lanes")["aria-label"]


def test_a_life_of_one_day_is_only_told(in_effect, show):
    assert not show(HISTORY).select("svg.tg-lanes")


def test_where_nothing_is_recorded_it_says_so(bare, world, client, show):
    client.force_login(world.huong)

    assert words(show("/plans/bare/history/"), ".tg-empty h2") == ["Nothing is recorded"]


def test_the_page_takes_the_same_few_queries_however_much_was_done(
    in_effect, client, django_assert_num_queries
):
    client.get(HISTORY)

    with django_assert_num_queries(3):
        client.get(HISTORY)


# --- For programs ---------------------------------------------------------------------------------


def test_programs_read_what_is_public(package, world, ask):
    actions.enact(package, by=world.hung, on=world.day)

    status, answer = ask("/plans/reform/history")

    assert status == 200
    assert [line["act"] for line in answer["items"]] == [
        *("plan.drafted", "plan.enacted", "plan.took-effect")
    ]
    assert answer["items"][1]["who"] == "an official"
    assert answer["items"][1]["on"] == "2025-07-01"


def test_a_program_of_a_stranger_finds_no_draft(package, client):
    assert client.get("/api/v1/plans/reform/history").status_code == 404


def test_the_command_tells_it_with_names(package, world, tinhgon):
    actions.enact(package, by=world.hung, on=world.day)

    told = tinhgon("plan", "history", "reform")

    assert told.exit_code == 0
    assert "Enacted (Lê Quốc Hùng)" in told.output
    assert "    Operations: 6" in told.output


def test_the_command_as_json(in_effect, tinhgon):
    told = json.loads(tinhgon("plan", "history", "reform", "--json").output)

    assert [line["act"] for line in told["history"]][-1] == "plan.took-effect"


def test_the_command_for_somebody_who_may_not_see_it(package, world, tinhgon):
    told = tinhgon("plan", "history", "reform", by=world.an)

    assert told.exit_code == 2
    assert "no package" in told.output
