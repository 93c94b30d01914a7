"""A unit objects with reasons, one thing at a time; whoever directs the work decides."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from tinhgon.audit.models import Entry
from tinhgon.domain.work.life import NotNow, Objecting
from tinhgon.domain.worktime.terms import Measure, Term
from tinhgon.work import actions as acts
from tinhgon.work.calendar import actions as calendar
from tinhgon.work.conftest import JUNE, at
from tinhgon.work.listing.inbox import Desk, Question, Show, inbox
from tinhgon.work.models import Objection
from tinhgon.work.objections import actions
from tinhgon.work.objections.queries import follows, unanswered
from tinhgon.work.refusals import Refused

WHY = {"reason": "Không thuộc địa bàn"}


@pytest.fixture
def work(works):
    """A work of Đại Mỗ that is due on the tenth."""
    return works.issue(title="Rà soát", due=JUNE[10])


@pytest.fixture
def object_to(works, work):
    def objected(kind, when):
        return actions.object_to(work, by=works.by, at=when, kind=kind, **WHY)

    return objected


@pytest.fixture
def decide(works):
    def decided(objection, when, upheld=True):
        said = {"upheld": upheld, "answer": "Đúng là như vậy"}
        return actions.decide_objection(objection, by=works.by, at=when, **said)

    return decided


@pytest.fixture
def listed(works):
    """The rows of Đại Mỗ's desk on a day."""

    def rows(show, on=JUNE[12]):
        return inbox(Question(desk=Desk.HELD, on=on, unit=works.dai_mo, show=show)).rows

    return rows


def test_an_objection_moves_nothing_and_waits(works, work, object_to, standing):
    made = object_to("not-ours", at(3))

    now = standing(work)
    assert (now.state, now.due, now.held.unit) == ("issued", JUNE[10], works.dai_mo)
    assert (now.open_objection, made.unit) == (made, works.dai_mo)
    assert Entry.objects.filter(act="work.objected", target=f"work:{work.key}").count() == 1


def test_one_is_open_at_a_time_and_another_after_it(object_to, decide):
    first = object_to("not-ours", at(3))

    with pytest.raises(Refused, match="objected-already"):
        object_to("not-possible", at(4))
    decide(first, at(4), upheld=False)

    assert object_to("not-possible", at(5)).upheld is None


def test_it_needs_a_known_kind_and_a_reason(works, work, object_to):
    with pytest.raises(Refused, match="unknown-objection"):
        object_to("boring", at(3))
    with pytest.raises(Refused, match="no-reason"):
        actions.object_to(work, by=works.by, at=at(3), kind="not-ours", reason=" ")


def test_words_longer_than_can_be_kept_are_refused(works, work, object_to):
    long = "x" * 2001

    with pytest.raises(Refused, match="too-long"):
        actions.object_to(work, by=works.by, at=at(3), kind="not-ours", reason=long)
    made = object_to("not-ours", at(3))
    with pytest.raises(Refused, match="too-long"):
        actions.decide_objection(made, by=works.by, at=at(4), upheld=True, answer=long)


def test_it_is_decided_once_and_with_reasons(works, object_to, decide):
    made = object_to("not-ours", at(3))
    said = {"by": works.by, "at": at(4), "upheld": True}

    with pytest.raises(Refused, match="no-reason"):
        actions.decide_objection(made, answer=" ", **said)
    decide(made, at(4))
    with pytest.raises(Refused, match="decided-already"):
        decide(made, at(5))

    assert Entry.objects.filter(act="work.objection-decided").count() == 1


def test_how_it_is_judged_is_objected_to_once_it_is_late(object_to):
    with pytest.raises(Refused, match="not-late"):
        object_to("judgement", at(10))

    assert object_to("judgement", at(11)).due_then == JUNE[10]


def test_upheld_it_is_late_but_excused_and_the_four_stay_what_they_are(
    work, object_to, decide, standing, listed
):
    made = object_to("judgement", at(11))
    before = (standing(work).is_excused, listed(Show.LATE)[0].excused)

    decide(made, at(12))

    row = listed(Show.LATE)[0]
    assert before == (False, False)
    assert (standing(work).is_excused, row.excused) == (True, True)
    assert (row.status.standing, row.status.days_late) == ("open-late", 2)


def test_rejected_it_is_late_as_before(work, object_to, decide, standing, listed):
    decide(object_to("judgement", at(11)), at(12), upheld=False)

    assert (standing(work).is_excused, listed(Show.LATE)[0].excused) == (False, False)


def test_late_by_another_day_it_is_not_excused_any_more(works, operator, decide, standing, listed):
    counted = works.issue(due=None, term=Term(5, Measure.WORKING_DAYS))
    late = {"by": works.by, "at": at(11), "kind": "judgement"}
    decide(actions.object_to(counted, **late, **WHY), at(12))
    before = standing(counted).is_excused

    off = {"works": False, "on": JUNE[12], "number": "1/TB-BNV", "reason": "Nghỉ bù"}
    calendar.announce([JUNE[6]], by=operator, **off)

    assert (before, standing(counted).is_excused) == (True, False)
    assert [row.excused for row in listed(Show.LATE, on=JUNE[20])] == [False]


def test_done_late_it_is_still_excused_and_may_still_be_objected_to(
    works, work, object_to, decide, standing, listed
):
    works.report(work, at(12))
    works.confirm(work, at(13))

    with pytest.raises(Refused, match="only-judgement"):
        object_to("not-ours", at(14))
    made = object_to("judgement", at(14, 10))
    waiting = [row.work for row in listed(Show.OBJECTED, on=JUNE[15])]
    decide(made, at(15))

    assert waiting == [work]
    assert standing(work).status(JUNE[30]).standing == "done-late"
    assert [row.excused for row in listed(Show.CLOSED, on=JUNE[30])] == [True]
    assert listed(Show.OBJECTED, on=JUNE[30]) == []


def test_what_is_withdrawn_is_objected_to_no_more(works, work, object_to, listed):
    object_to("not-ours", at(3))
    works.withdraw(work, at(4))

    assert listed(Show.OBJECTED) == []
    with pytest.raises(NotNow):
        object_to("not-ours", at(5))


def test_the_list_has_what_is_objected_to_and_nothing_else(works, work, object_to, listed):
    works.issue(title="another")
    object_to("not-possible", at(4))

    assert [(row.work, row.objected) for row in listed(Show.OBJECTED)] == [(work, True)]
    assert {row.work.title: row.objected for row in listed(Show.OPEN)} == {
        "Rà soát": True,
        "another": False,
    }


@pytest.mark.parametrize("show", [Show.OPEN, Show.OBJECTED])
def test_a_long_list_takes_no_more_queries(works, show, django_assert_num_queries):
    for number in range(8):
        one = works.issue()
        when = works.now + timedelta(minutes=1)
        actions.object_to(one, by=works.by, at=when, kind=[*Objecting][number % 2], **WHY)
    question = Question(desk=Desk.HELD, on=JUNE[12], unit=works.dai_mo, show=show)
    inbox(question)

    with django_assert_num_queries(5):
        assert len(inbox(question).rows) == 8


def test_what_follows_is_offered_until_something_is_done(works, work, object_to, decide, standing):
    made = object_to("not-ours", at(3))
    asked = unanswered(standing(work))
    decide(made, at(4))
    upheld = unanswered(standing(work))
    works.hand_over(work, at(5), unit=works.tay_mo)

    assert (asked, upheld) == (None, made)
    assert follows(made, ["hand-over", "suspend", "withdraw", "comment"]) == [
        *("hand-over", "withdraw")
    ]
    assert unanswered(standing(work)) is None


def test_a_word_about_it_is_no_answer_to_it(works, work, object_to, decide, standing):
    made = object_to("not-possible", at(3))
    decide(made, at(4))
    acts.comment(work, by=works.by, at=at(5), words="Sẽ xem")

    assert unanswered(standing(work)) == made


def test_the_database_refuses_what_can_never_be(works, work, object_to):
    made = object_to("not-ours", at(3))
    alike = {"work": work, "unit": works.dai_mo, "by": "operator:test", "at": at(3)}
    half = Objection.objects.filter(pk=made.pk)

    with pytest.raises(IntegrityError), transaction.atomic():
        Objection.objects.create(kind="not-possible", reason="x", **alike)
    with pytest.raises(IntegrityError), transaction.atomic():
        half.update(upheld=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        half.update(kind="judgement")
    with pytest.raises(IntegrityError), transaction.atomic():
        half.update(upheld=True, decided_at=at(2), decided_by="x", answer="x")
