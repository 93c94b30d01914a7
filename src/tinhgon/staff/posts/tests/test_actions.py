"""Posts and who is in them: what may be on a day and what may not, on both sides of each day."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import override

from tinhgon.audit.models import Entry
from tinhgon.staff.conftest import JUNE, KIND, MAY, NEW_YEAR, SPRING
from tinhgon.staff.models import Assignment, Basis, Placement
from tinhgon.staff.posts import actions
from tinhgon.staff.posts.holders import seats

EVE = date(2025, 4, 30)


def people(unit, on):
    """Who is in which post of a unit on a day."""
    return {
        seat.placement.post.key: seat.filled_by and seat.filled_by.officer.key
        for seat in seats([unit], on)
    }


def refusal(act, *given, **named):
    with override("en"), pytest.raises(ValidationError) as refused:
        act(*given, **named)
    with override("en"):
        return " ".join(refused.value.messages)


def test_leaders_stand_first(staffed):
    assert [*people("DM", MAY)] == ["dm-chair", "dm-deputy", "dm-clerk"]


def test_somebody_is_in_a_post_from_their_day_on(staffed):
    assert people("DM", date(2025, 2, 28))["dm-clerk"] is None
    assert people("DM", SPRING)["dm-clerk"] == "CB03"


def test_whoever_is_relieved_is_in_it_until_the_day_before(staffed):
    held = Assignment.objects.get(officer=staffed.thu)

    actions.relieve(held, by=staffed.by, on=MAY, reason="nghỉ việc")

    assert people("DM", EVE)["dm-clerk"] == "CB03"
    assert people("DM", MAY)["dm-clerk"] is None
    assert "before" in refusal(actions.relieve, held, by=staffed.by, on=MAY, reason="nữa")


def test_nobody_has_two_main_posts_on_a_day(staffed):
    words = refusal(staffed.assign, staffed.thu, "tm-chair", MAY)

    assert words == "The officer already has a main post in this period."


def test_a_second_post_may_be_held_concurrently_or_on_loan(staffed):
    staffed.assign(staffed.mai, "tm-chair", MAY, basis=Basis.CONCURRENT, until=JUNE)
    staffed.assign(staffed.son, "tm-chair", JUNE, basis=Basis.LOAN)

    assert people("TM", date(2025, 5, 31)) == {"tm-chair": "CB01"}
    assert people("TM", JUNE) == {"tm-chair": "CB02"}


def test_a_post_has_one_holder_on_a_day(staffed):
    words = refusal(staffed.assign, staffed.thu, "dm-deputy", MAY, basis=Basis.LOAN)

    assert words == "Somebody else holds this post in this period."


def test_somebody_may_act_beside_the_holder_and_no_second(staffed):
    staffed.assign(staffed.son, "dm-chair", MAY, basis=Basis.ACTING)

    words = refusal(staffed.assign, staffed.thu, "dm-chair", MAY, basis=Basis.ACTING)

    assert words == "Somebody else acts in this post in this period."
    assert people("DM", MAY)["dm-chair"] == "CB01"


@pytest.mark.parametrize(
    ("officer", "post", "basis"),
    [("thu", "tm-chair", "main"), ("thu", "dm-chair", "concurrent")],
)
def test_the_database_itself_refuses_what_cannot_be(staffed, officer, post, basis):
    made = Assignment(
        officer=getattr(staffed, officer), post=staffed.posts[post], basis=basis, valid_from=MAY
    )

    with pytest.raises(IntegrityError), transaction.atomic():
        made.save()


def test_a_transfer_ends_the_one_post_and_begins_the_other(staffed):
    actions.transfer(staffed.son, by=staffed.by, to=staffed.posts["tm-chair"], on=MAY)

    assert (people("DM", EVE)["dm-deputy"], people("TM", EVE)["tm-chair"]) == ("CB02", None)
    assert (people("DM", MAY)["dm-deputy"], people("TM", MAY)["tm-chair"]) == (None, "CB02")


def test_whoever_has_no_main_post_is_not_transferred(staffed):
    words = refusal(
        actions.transfer, staffed.thu, by=staffed.by, to=staffed.posts["tm-chair"], on=NEW_YEAR
    )

    assert words == "The officer has no main post on that day."


def test_a_post_changes_from_a_day_on_and_keeps_its_people(staffed):
    actions.change(
        staffed.posts["dm-clerk"], by=staffed.by, on=MAY, unit=staffed.books.tay_mo, rank="deputy"
    )

    assert people("DM", EVE)["dm-clerk"] == "CB03"
    assert people("TM", MAY)["dm-clerk"] == "CB03"
    assert "dm-clerk" not in people("DM", MAY)


def test_a_post_that_ends_lets_its_people_go(staffed):
    actions.end(staffed.posts["dm-deputy"], by=staffed.by, on=MAY, reason="giảm cấp phó")

    assert people("DM", EVE)["dm-deputy"] == "CB02"
    assert "dm-deputy" not in people("DM", MAY)
    assert Assignment.objects.get(officer=staffed.son).valid_to == MAY
    assert Entry.objects.get(act="post.ended").facts["relieved"] == 1


def test_a_unit_has_one_post_of_its_head(staffed):
    words = refusal(
        actions.set_up,
        "dm-second",
        by=staffed.by,
        unit=staffed.books.dai_mo,
        titles={"vi": "Chủ tịch"},
        kind=KIND,
        rank="head",
        on=MAY,
    )

    assert words == "The unit already has a post of its head on that day."
    assert not Placement.objects.filter(post__key="dm-second").exists()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"on": date(2025, 7, 1)}, "The unit does not stand on that day."),
        ({"kind": "knight"}, "There is no such kind of staff."),
        ({"until": NEW_YEAR}, "A period ends after it starts."),
    ],
)
def test_a_post_must_be_possible(in_effect, staffed, change, said):
    given = {"unit": staffed.books.dai_mo, "titles": {"vi": "x"}, "kind": KIND, "on": NEW_YEAR}

    assert said in refusal(actions.set_up, "new", by=staffed.by, **{**given, **change})


def test_nobody_is_assigned_to_a_post_that_does_not_stand(staffed):
    words = refusal(staffed.assign, staffed.thu, "tm-chair", date(2024, 12, 31))

    assert words == "The post does not stand on that day."


def test_an_assignment_stands_in_the_chain_of_the_officer_without_a_name(staffed):
    entry = Entry.objects.get(act="officer.assigned", target="officer:CB03")

    assert entry.facts["post"] == "dm-clerk"
    assert "Thu" not in str(entry.facts)
