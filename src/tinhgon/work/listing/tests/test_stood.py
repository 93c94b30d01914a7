"""What stood at the end of a past day is what was shown on it; each sort of works is listed."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils.timezone import localdate
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tinhgon.domain.work.life import NotNow, State
from tinhgon.domain.worktime.terms import Measure, Term
from tinhgon.work.conftest import JUNE, at
from tinhgon.work.listing.inbox import Desk, Question, inbox
from tinhgon.work.listing.stood import Stood, Which
from tinhgon.work.models import Work
from tinhgon.work.refusals import Refused
from tinhgon.work.standing import Standing

FIRST = JUNE[1]


@pytest.fixture
def listed(works):
    """The titles of works that stood so at the end of a day, in order."""

    def asked(which=Which.ALL, on=JUNE[12], since=FIRST, **more):
        narrow = {name: more.pop(name) for name in ("lead", "through", "month") if name in more}
        wish = Stood(since=since, which=which, **narrow)
        more = {"desk": Desk.GIVEN, "unit": works.district, **more}
        rows = inbox(Question(on=on, stood=wish, **more), most=1000).rows
        return sorted(row.work.title for row in rows)

    return asked


@pytest.fixture
def desk(works):
    """A work of each sort, given on 2 June and due on the 10th unless it is said otherwise."""
    made = {
        one: works.issue(title=one)
        for one in ("late", "done", "done late", "still", "gone", "moved", "waiting")
    }
    works.issue(title="at risk", due=JUNE[13])
    works.hand_over(made["moved"], unit=works.tay_mo)
    works.extend(made["moved"], JUNE[30], asked=JUNE[4], decided=JUNE[5])
    works.suspend(made["still"], at(4))
    works.withdraw(made["gone"], at(5))
    works.report(made["done"], at(10))
    works.report(made["waiting"], at(10))
    works.confirm(made["done"], at(12))
    works.report(made["done late"], at(11))
    works.confirm(made["done late"], at(12))
    return made


def test_each_sort_of_works_has_its_list(desk, listed):
    assert listed(Which.DONE_IN_TIME) == ["done"]
    assert listed(Which.DONE_LATE) == ["done late"]
    assert listed(Which.OPEN_LATE) == ["late"]
    assert listed(Which.AT_RISK) == ["at risk"]
    assert listed(Which.OPEN_IN_TIME) == ["at risk", "moved", "waiting"]
    assert listed(Which.SUSPENDED) == ["still"]
    assert listed(Which.WITHDRAWN) == ["gone"]
    assert listed(Which.OPEN) == ["at risk", "late", "moved", "still", "waiting"]
    assert listed(Which.MOVED) == listed(Which.ASKED) == listed(Which.GRANTED) == ["moved"]
    assert listed(Which.REFUSED) == []


def test_an_extension_counts_from_the_day_on_which_it_was_granted(works, listed):
    work = works.issue(title="more time", due=JUNE[5])
    works.extend(work, JUNE[20], asked=JUNE[3], decided=JUNE[5])

    assert listed(month="2025-06", on=JUNE[4]) == ["more time"]
    assert listed(Which.AT_RISK, on=JUNE[4]) == ["more time"]
    assert listed(Which.AT_RISK, on=JUNE[5]) == []
    assert listed(Which.GRANTED, on=JUNE[4]) == []
    assert listed(Which.GRANTED, on=JUNE[5]) == ["more time"]


def test_a_work_belongs_to_the_days_on_which_it_was_still_to_be_done(desk, listed):
    assert listed(Which.NEW, since=JUNE[2]) == listed()
    assert listed(Which.NEW, since=JUNE[3]) == []
    assert "gone" in listed(Which.CARRIED, since=JUNE[5])
    assert "gone" not in listed(since=JUNE[6])
    assert listed(on=JUNE[1]) == []


def test_who_had_a_work_then_leads_it_and_whoever_had_it_before_is_found_too(desk, works, listed):
    eve = JUNE[1]

    assert listed(lead=works.tay_mo.pk) == ["moved"]
    assert "moved" in listed(through=works.dai_mo.pk)
    assert "moved" not in listed(lead=works.dai_mo.pk)
    assert listed(through=works.tay_mo.pk, on=eve) == []


def test_works_are_asked_for_by_the_month_in_which_they_are_due(desk, listed):
    assert "at risk" in listed(month="2025-06")
    assert listed(month="2025-07") == []
    assert listed(month="none") == ["still"]


def test_parts_of_a_work_are_found_at_any_depth(works, listed):
    whole = works.issue(title="whole", leads=[works.dai_mo])
    works.issue(title="other")
    (part,) = works.split(whole, works.order(title="part"))
    works.split(part, works.order(title="part of a part"))

    assert listed(parent=whole.pk, unit=works.dai_mo) == ["part", "part of a part"]


def test_a_list_of_a_past_day_takes_no_more_queries(desk, works, django_assert_num_queries):
    wish = Stood(since=FIRST)
    question = Question(desk=Desk.GIVEN, unit=works.district, on=JUNE[12], stood=wish)
    inbox(question)

    with django_assert_num_queries(5):
        assert len(inbox(question).rows) == len(desk) + 1


ACTS = ["day", "working", "days", "suspend", "resume", "extend", "report", "send_back"]
steps = st.tuples(
    st.sampled_from([*ACTS, "confirm", "withdraw", "hand_over"]),
    st.integers(0, 9),
    st.integers(1, 20),
)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(steps, min_size=6, max_size=30))
def test_a_past_day_is_told_as_it_was_shown_on_it(works, steps):
    with transaction.atomic():
        works.now = at(2)
        works.issue()
        shown = {}
        for what, which, many in steps:
            works.now += timedelta(hours=9)
            _try(works, what, which, many)
            today = localdate(works.now)
            shown[today] = {one.pk: _shown(Standing(one), today) for one in Work.objects.all()}

        told = {day: _told(works, day) for day in shown}

        assert told == shown
        transaction.set_rollback(True)


def _shown(standing, on):
    """What is said of one work on the day, from all that is known of it then."""
    status = standing.status(on)
    odd = {State.SUSPENDED, State.WITHDRAWN} & {standing.state}
    quadrant = standing.state.value if odd else status.standing.value
    risk = status.at_risk and not odd
    due = None if standing.state is State.WITHDRAWN else standing.due
    return quadrant, risk, due, standing.state, standing.held.unit.key


def _told(works, day):
    """The same, reckoned afterwards."""
    found = {}
    for quadrant in ("done-in-time", "done-late", "open-in-time", "open-late", *ODD):
        wish = Stood(since=FIRST, which=Which(quadrant))
        question = Question(desk=Desk.GIVEN, unit=works.district, on=day, stood=wish)
        for row in inbox(question, most=1000).rows:
            due = None if quadrant == "withdrawn" else row.status.due
            risk = row.status.at_risk
            found[row.work.pk] = (quadrant, risk, due, row.state, row.unit)
    return found


ODD = ("suspended", "withdrawn")


def _try(works, what, which, many):
    all_works = [*Work.objects.order_by("pk")]
    work = all_works[which % len(all_works)]
    today, now = localdate(works.now), works.now
    later = today + timedelta(days=many)
    done = {
        "day": lambda: works.issue(now, due=later),
        "working": lambda: works.issue(now, due=None, term=Term(many, Measure.WORKING_DAYS)),
        "days": lambda: works.issue(now, due=None, term=Term(many, Measure.DAYS)),
        "suspend": lambda: works.suspend(work, now),
        "resume": lambda: works.resume(work, now, until=later if many % 2 else None),
        "extend": lambda: works.extend(work, later, asked=today, decided=today),
        "report": lambda: works.report(work, now),
        "send_back": lambda: works.send_back(work, now),
        "confirm": lambda: works.confirm(work, now),
        "withdraw": lambda: works.withdraw(work, now),
        "hand_over": lambda: works.hand_over(work, now, unit=works.tay_mo),
    }
    try:
        with transaction.atomic():
            done[what]()
    except (Refused, NotNow):
        pass
