"""Lists of works say what is said of each of them, in a fixed number of queries."""

from datetime import date, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tinhgon.domain.work.life import NotNow
from tinhgon.domain.worktime.terms import Measure, Term
from tinhgon.work.calendar import actions as calendar
from tinhgon.work.conftest import JUNE, at
from tinhgon.work.listing.inbox import Desk, Question, Show, inbox
from tinhgon.work.models import Work
from tinhgon.work.refusals import Refused
from tinhgon.work.standing import Standing

TODAY = JUNE[12]


@pytest.fixture
def ask(works):
    """The keys of the works on a desk, as they are listed."""

    def asked(desk=Desk.HELD, unit=None, on=TODAY, **more):
        question = Question(desk=desk, on=on, unit=unit or works.dai_mo, **more)
        return [row.work.title for row in inbox(question).rows]

    return asked


@pytest.fixture
def desk(works):
    """Late, at risk, in time, reported in time, suspended and withdrawn works of Đại Mỗ."""
    late = works.issue(title="late")
    works.issue(title="at risk", due=JUNE[13])
    works.issue(title="in time", due=JUNE[27])
    works.issue(title="never")
    reported, still, gone = (works.issue(title=one) for one in ("reported", "still", "gone"))
    works.hand_over(works.issue(title="away"), unit=works.tay_mo)
    works.report(reported, at(9))
    works.suspend(still, at(9, 10))
    works.withdraw(gone, at(9, 11))
    works.extend(Work.objects.get(title="never"), JUNE[30])
    return late


def test_each_list_has_what_it_says_the_first_due_first(desk, ask):
    assert ask() == ["late", "reported", "at risk", "in time", "never", "still"]
    assert ask(show=Show.LATE) == ["late"]
    assert ask(show=Show.AT_RISK) == ["at risk"]
    assert ask(show=Show.WAITING) == ["reported"]
    assert ask(show=Show.CLOSED) == ["gone"]


def test_what_was_withdrawn_is_not_late_however_long_ago_that_was(desk, works):
    question = Question(desk=Desk.HELD, on=JUNE[30], unit=works.dai_mo, show=Show.CLOSED)

    found = inbox(question)

    assert [(row.work.title, row.status.is_late) for row in found.rows] == [("gone", False)]
    assert found.late == 0


def test_counts_are_of_the_desk_and_of_nothing_else(desk, works):
    found = inbox(Question(desk=Desk.HELD, on=TODAY, unit=works.dai_mo, show=Show.LATE))

    assert (found.every, found.late, found.at_risk, found.matching) == (6, 1, 1, 1)


def test_the_unit_above_has_those_below_only_when_it_asks_for_them(desk, works, ask):
    assert ask(unit=works.district) == []
    assert "away" in ask(unit=works.district, deep=True)
    assert "away" in ask(Desk.GIVEN, unit=works.district)
    assert ask(Desk.GIVEN, unit=works.tay_mo) == []


def test_a_person_has_their_own_and_a_unit_those_it_helps_with(works, ask):
    works.issue(title="hers", officer=works.bodies.mai, contributors=[works.tay_mo])
    works.issue(title="anybody's")

    assert ask(Desk.MINE, officers=[works.bodies.mai.pk]) == ["hers"]
    assert ask(Desk.HELPED, unit=works.tay_mo) == ["hers"]


def test_a_long_list_takes_no_more_queries(works, django_assert_num_queries):
    question = Question(desk=Desk.HELD, on=TODAY, unit=works.dai_mo)
    for _ in range(12):
        works.issue()
    inbox(question)

    with django_assert_num_queries(5):
        assert len(inbox(question).rows) == 12


def test_a_pause_on_the_day_of_issue_takes_nothing_from_a_term_that_begins_after_it(works, ask):
    work = works.issue(at(2), title="counted", due=None, term=Term(1, Measure.WORKING_DAYS))
    works.suspend(work, at(2, 10))
    works.resume(work, at(3, 8))

    [row] = inbox(Question(desk=Desk.HELD, on=TODAY, unit=works.dai_mo)).rows

    assert row.status.due == Standing(work).due == JUNE[3]


steps = st.tuples(
    st.sampled_from(
        ["day", "working", "days", "suspend", "resume", "extend", "report", "send_back", "off"]
    ),
    st.integers(0, 9),
    st.integers(1, 30),
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@example([("days", 0, 1), ("suspend", 1, 1), ("day", 0, 1), ("resume", 1, 2)], 1)
@example([("day", 0, 1), ("working", 0, 2), ("suspend", 2, 1), ("resume", 2, 2)], 1)
@given(st.lists(steps, min_size=4, max_size=20), st.integers(1, 60))
def test_what_the_database_sums_is_what_is_reckoned_of_one_work(works, operator, steps, later):
    with transaction.atomic():
        works.now = at(2)
        works.issue()
        for what, which, many in steps:
            works.now += timedelta(hours=5)
            _try(works, operator, what, which, many)
        on = JUNE[1] + timedelta(days=later)

        rows = inbox(Question(desk=Desk.HELD, on=on, unit=works.dai_mo), most=1000).rows

        listed = {row.work: row for row in rows}
        reckoned = {one: Standing(one) for one in Work.objects.all()}
        assert {one: row.status.due for one, row in listed.items()} == {
            one: standing.due for one, standing in reckoned.items()
        }
        assert {one: (row.status.is_late, row.status.at_risk) for one, row in listed.items()} == {
            one: (standing.status(on).is_late, standing.status(on).at_risk)
            for one, standing in reckoned.items()
        }
        transaction.set_rollback(True)


def _try(works, operator, what, which, many):
    all_works = [*Work.objects.order_by("pk")]
    work = all_works[which % len(all_works)]
    today = works.now.date()
    done = {
        "day": lambda: works.issue(works.now, due=today + timedelta(days=many)),
        "working": lambda: works.issue(works.now, due=None, term=Term(many, Measure.WORKING_DAYS)),
        "days": lambda: works.issue(works.now, due=None, term=Term(many, Measure.DAYS)),
        "suspend": lambda: works.suspend(work, works.now),
        "resume": lambda: works.resume(
            work, works.now, until=today + timedelta(days=many) if many % 2 else None
        ),
        "extend": lambda: works.extend(
            work, today + timedelta(days=many), asked=today, decided=today
        ),
        "report": lambda: works.report(work, works.now),
        "send_back": lambda: works.send_back(work, works.now),
        "off": lambda: calendar.announce(
            [date(2025, 6, 1) + timedelta(days=many)],
            by=operator,
            works=many % 3 == 0,
            on=today,
            number=f"{works.now.isoformat()}",
            reason="Nghỉ bù",
        ),
    }
    try:
        with transaction.atomic():
            done[what]()
    except (Refused, NotNow):
        pass
