"""The way of a package in steps: what was decided here and what was only entered."""

from datetime import date

import pytest
from django.utils.translation import override

from tinhgon.conftest import approved, reloaded
from tinhgon.domain.structure.operations.rename import Rename
from tinhgon.reorganisation import actions
from tinhgon.reorganisation.conftest import SOON
from tinhgon.reorganisation.portrait.numbers import LOOKS
from tinhgon.reorganisation.portrait.steps import steps
from tinhgon.reorganisation.queries import packages

TODAY = date(2026, 1, 1)
RENAMED = Rename(unit="TM", name="Tây Mới")


@pytest.fixture(autouse=True)
def _in_english():
    with override("en"):
        yield


def told(package, today=TODAY):
    """Each step with its mark: done, now or neither."""
    found = packages().get(pk=package.pk)
    return [(str(step["name"]), step["state"]) for step in steps(found, [], today)]


def test_a_draft_of_a_day_to_come_has_the_whole_way_before_it(draft):
    package = draft("later", RENAMED, on=SOON)

    assert told(package) == [
        ("Draft", "now"),
        *((name, "") for name in ("Appraised", "Sealed", "Approved", "Enacted", "In effect")),
    ]


def test_what_was_approved_stands_at_its_fourth_step(draft, operator):
    package = approved(draft("later", RENAMED, on=SOON), operator)

    assert told(package) == [
        *((name, "done") for name in ("Draft", "Appraised", "Sealed")),
        ("Approved", "now"),
        *((name, "") for name in ("Enacted", "In effect")),
    ]


def test_what_was_given_back_is_appraised_again_and_must_be_sealed_anew(draft, operator):
    package = approved(draft("later", RENAMED, on=SOON), operator)
    actions.give_back(package, by=operator, on=date(2025, 6, 13), reason="Thiếu số liệu")

    assert told(package)[1:3] == [("Appraised", "now"), ("Sealed", "")]


def test_what_was_enacted_after_its_approval_keeps_all_its_steps(coming):
    assert told(coming)[3:] == [("Approved", "done"), ("Enacted", "now"), ("In effect", "")]


def test_what_was_decided_elsewhere_is_neither_sealed_nor_approved_here(package):
    assert told(package) == [("Draft", "now"), ("Enacted", ""), ("In effect", "")]


def test_what_was_entered_shows_no_step_that_it_never_took(in_effect):
    assert told(in_effect) == [("Draft", "done"), ("Enacted", "done"), ("In effect", "now")]


def test_an_appraisal_of_what_is_entered_is_shown_since_it_was_made(package, operator):
    actions.appraise(package, by=operator, on=TODAY)

    assert told(package) == [
        *(("Draft", "done"), ("Appraised", "now"), ("Enacted", ""), ("In effect", ""))
    ]


def test_what_is_withdrawn_shows_how_far_it_came(draft, operator):
    package = approved(draft("later", RENAMED, on=SOON), operator)
    actions.withdraw(package, by=operator, on=date(2025, 6, 14), reason="Sai căn cứ")

    assert [name for name, _ in told(package)] == [
        *("Draft", "Appraised", "Sealed", "Approved", "Withdrawn")
    ]
    assert told(package)[-1] == ("Withdrawn", "now")


def test_the_days_left_are_counted_until_the_day(coming):
    found = packages().get(pk=coming.pk)

    on_the_eve = steps(found, [], date(2199, 6, 30))[-1]["lines"]
    on_the_day = steps(found, [], SOON)[-1]["lines"]

    assert on_the_eve == ["from 1 July 2199", "1 day left"]
    assert on_the_day == ["from 1 July 2199"]


def test_every_state_but_the_draft_has_a_look_of_its_tag(package, operator):
    assert package.state not in LOOKS

    actions.appraise(package, by=operator, on=TODAY)

    assert LOOKS[reloaded(package).state] == "blue"
