"""What was done to a package, read from the record of acts."""

from datetime import date

import pytest
from django.utils.translation import override

from tinhgon.audit.record import record
from tinhgon.conftest import approved, reloaded
from tinhgon.domain.structure.operations.rename import Rename
from tinhgon.reorganisation import actions
from tinhgon.reorganisation.conftest import SOON
from tinhgon.reorganisation.editing.actions import add
from tinhgon.reorganisation.evidence.actions import note
from tinhgon.reorganisation.evidence.required import wanted
from tinhgon.reorganisation.life.lanes import evenings, has_course, lanes
from tinhgon.reorganisation.life.lines import Line, lines
from tinhgon.reorganisation.life.section import told
from tinhgon.reorganisation.models import State
from tinhgon.reorganisation.rearrangement.reading import rearrangement
from tinhgon.ui.actors import Operator

RENAMED = Rename(unit="TM", name="Tây Mới")


@pytest.fixture(autouse=True)
def _in_english():
    with override("en"):
        yield


def edited(package, *, by, times):
    """The draft after so many operations were added to it."""
    for number in range(times):
        package = reloaded(package)
        plan = package.plans.get()
        operation = Rename(unit="DM", name=f"Đại Mỗ {number}")
        add(plan, operation=operation, by=by, edition=package.edition)
    return reloaded(package)


def said(package, *, named=True):
    return [line["says"] for line in told(lines(package, named=named), named=named)]


def test_every_act_is_told_in_its_order(draft, operator):
    package = approved(draft("later", RENAMED, on=SOON), operator)
    actions.give_back(package, by=operator, on=date(2025, 6, 13), reason="Thiếu số liệu")

    assert said(package) == [
        *("Drafted", "3 facts that the law asks for were recorded", "Appraised"),
        *("Sealed", "Approved", "Given back: the seal was lifted"),
    ]


def test_edits_of_one_person_on_one_day_are_one_line(draft, operator):
    package = edited(draft("later", RENAMED, on=SOON), by=operator, times=3)

    assert said(package) == ["Drafted", "Edited 3 times"]
    assert lines(package, named=True)[1].facts["edition"] == 4


def test_edits_of_two_people_are_two_lines(draft, operator):
    package = edited(draft("later", RENAMED, on=SOON), by=operator, times=1)
    edited(package, by=Operator("another"), times=2)

    assert said(package) == ["Drafted", "Edited once", "Edited 2 times"]


def test_edits_before_and_after_an_appraisal_are_not_told_as_one(draft, operator):
    package = edited(draft("later", RENAMED, on=SOON), by=operator, times=2)
    actions.appraise(package, by=operator, on=date(2025, 6, 12))
    edited(package, by=operator, times=1)

    assert said(package) == ["Drafted", "Edited 2 times", "Appraised", "Edited once"]


def test_an_act_of_which_no_words_are_known_is_told_too(package, operator):
    record("plan.blessed", by=operator, target=package.chain)

    assert said(package)[-1] == "Recorded as “plan.blessed”"


def test_officials_are_named_only_where_names_may_be_told(package, world):
    actions.appraise(package, by=world.hung, on=date(2025, 6, 12))

    assert [line["who"] for line in told(lines(package, named=True), named=True)] == [
        *("the operator of this site", "Lê Quốc Hùng")
    ]
    assert told(lines(package, named=False), named=False)[-1]["who"] == "an official"


def test_the_reason_of_a_return_is_told_only_to_those_who_plan(draft, operator):
    package = approved(draft("later", RENAMED, on=SOON), operator)
    actions.give_back(package, by=operator, on=date(2025, 6, 13), reason="Thiếu số liệu")

    inside, outside = (told(lines(package, named=n), named=n)[-1]["facts"] for n in (True, False))

    assert inside == ["Reason: Thiếu số liệu", "dated 13 June 2025"]
    assert outside == ["dated 13 June 2025"]


def test_the_reason_of_a_withdrawal_is_public(enacted, operator, world):
    actions.withdraw(enacted, by=operator, on=world.eve, reason="Sai căn cứ")

    assert "Reason: Sai căn cứ" in told(lines(enacted, named=False), named=False)[-1]["facts"]


def test_the_seal_is_told_whole_where_it_is_set_and_approved(draft, operator):
    package = approved(draft("later", RENAMED, on=SOON), operator)

    found = {line["act"]: line["digest"] for line in told(lines(package, named=True), named=True)}

    assert found["plan.sealed"] == found["plan.approved"] == package.sealing.digest
    assert found["plan.drafted"] == ""


def test_what_an_act_wrote_is_counted_in_words(in_effect):
    drafted, enacted, effect = told(lines(in_effect, named=True), named=True)

    assert drafted["facts"] == ["Operations: 6"]
    assert "new units: 3" in enacted["facts"]
    assert "roles of people over a unit: 1" in effect["facts"]


def test_a_fact_that_the_law_asks_for_is_called_by_its_title(draft, operator):
    package = draft("later", RENAMED, on=SOON)
    (one, *_others) = wanted(package, rearrangement(package))
    note(
        package,
        by=operator,
        on=date(2025, 6, 1),
        fact=one.fact.key,
        subject=one.subject,
        agreeing=9,
        asked=10,
    )

    line = told(lines(package, named=True), named=True)[-1]

    assert line["says"] == "A fact that the law asks for was recorded"
    assert line["facts"][0] == one.fact.title.in_("en", 1)


@pytest.mark.parametrize("times", [1, 12])
def test_it_takes_two_queries_however_long(draft, world, times, django_assert_num_queries):
    package = edited(draft("later", RENAMED, on=SOON), by=world.hung, times=times)

    with django_assert_num_queries(2):
        lines(package, named=True)
    with django_assert_num_queries(1):
        lines(package, named=False)


# --- As lanes -------------------------------------------------------------------------------------


def line(act, day):
    from django.utils.timezone import datetime, make_aware

    return Line(act, "operator:x", make_aware(datetime(2026, 3, day, 10)), 1, {})


def test_the_state_of_a_day_is_that_of_its_evening():
    found = evenings([line("plan.drafted", 1), line("plan.appraised", 4), line("plan.sealed", 4)])

    assert found == [(date(2026, 3, 1), State.DRAFT), (date(2026, 3, 4), State.SEALED)]


def test_what_leaves_the_state_as_it_was_begins_nothing():
    found = evenings([line("plan.drafted", 1), line("plan.edited", 2), line("plan.commented", 3)])

    assert found == [(date(2026, 3, 1), State.DRAFT)]


def test_lanes_end_with_what_is_now(coming):
    states, apparatus = lanes(
        coming, [line("plan.drafted", 1), line("plan.approved", 2), line("plan.enacted", 5)]
    )

    assert [piece.words for piece in states.pieces] == ["Draft", "Approved", "Enacted"]
    assert states.pieces[-1].period.end is None
    assert [piece.words for piece in apparatus.pieces] == [
        *("The old apparatus", "The new apparatus")
    ]
    assert apparatus.pieces[1].period.start == SOON


def test_a_draft_has_no_lane_of_what_is_in_force(package):
    assert [lane.about for lane in lanes(package, lines(package, named=False))] == ["state"]


def test_a_life_of_one_day_has_nothing_to_see(in_effect):
    assert not has_course(lanes(in_effect, lines(in_effect, named=False)))
    assert not has_course([])
