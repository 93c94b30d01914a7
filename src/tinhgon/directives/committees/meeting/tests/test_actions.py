"""A session is called for the members of its day, and held or cancelled once."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from tinhgon.audit.record import verify
from tinhgon.directives.committees.conftest import at
from tinhgon.directives.committees.meeting.actions import Point
from tinhgon.directives.committees.planning.lines import lines
from tinhgon.directives.models import Session

MEETING = date(2025, 3, 10)


def invited(session):
    return {*session.invited.values_list("member", flat=True)}


def test_those_who_are_members_on_its_day_are_invited(headed):
    gone = headed.appoint(headed.bodies.thu, until=MEETING)
    stays = headed.appoint(
        name="Ông Bình", position="Chủ tịch Hội", until=MEETING + timedelta(days=1)
    )

    session = headed.call("Sơ kết")

    assert invited(session) == {headed.mai.pk, headed.son.pk, stays.pk}
    assert gone.pk not in invited(session)


def test_a_session_is_about_something_and_somebody_is_invited(steering):
    with pytest.raises(ValidationError):
        steering.call("Sơ kết")
    steering.appoint(steering.bodies.mai, "head")
    with pytest.raises(ValidationError):
        steering.call()

    assert not Session.objects.exists()


def test_a_session_that_was_held_does_what_it_dealt_with(planned):
    session = planned.call(Point("Sơ kết", planned.review), Point("Báo cáo", planned.report))
    review, _report = session.agenda.order_by("number")

    planned.hold(session, {planned.mai.pk}, dealt_with=[review.pk])

    told = {line.item.what: line for line in lines(planned.fresh(), 2025, MEETING)}
    assert {what: line.state.value for what, line in told.items()} == {
        "Sơ kết": "done",
        "Báo cáo năm": "planned",
    }
    assert told["Sơ kết"].closing.session == session
    assert not [*verify()]


def test_it_is_kept_who_came_and_who_stood_in(headed):
    session = headed.call("Sơ kết")

    headed.hold(session, {headed.mai.pk}, stood_in={headed.son.pk: "Bà Thu"})

    rows = session.invited.order_by("member").values_list("attended", "stood_in")
    assert [*rows] == [(True, ""), (False, "Bà Thu")]


@pytest.mark.parametrize("stood_in", [{}, {"mai": "Bà Thu"}])
def test_somebody_came_and_nobody_stands_in_for_them(headed, stood_in):
    session = headed.call("Sơ kết")
    given = {getattr(headed, name).pk: words for name, words in stood_in.items()}

    with pytest.raises(ValidationError):
        headed.hold(session, {*given}, stood_in=given)


def test_a_session_is_not_recorded_before_it_begins(headed):
    session = headed.call("Sơ kết")
    with pytest.raises(ValidationError):
        headed.hold(session, {headed.mai.pk}, when=at(3, 10, 8))

    headed.hold(session, {headed.mai.pk}, when=at(3, 10, 9))

    assert Session.objects.get().held is True


def test_a_session_is_settled_once(headed):
    session = headed.call("Sơ kết")
    headed.cancel(session)

    with pytest.raises(ValidationError):
        headed.hold(session, {headed.mai.pk})
    with pytest.raises(ValidationError):
        headed.cancel(session)


def test_the_database_refuses_a_session_cancelled_without_a_reason(headed):
    session = headed.call("Sơ kết")

    with pytest.raises(IntegrityError), transaction.atomic():
        Session.objects.filter(pk=session.pk).update(
            held=False, settled_on=MEETING, settled_by="ai đó"
        )


def test_an_item_of_another_plan_is_on_no_agenda(planned, founding, operator):
    from tinhgon.directives.committees import actions

    other = actions.set_up(
        "khac",
        by=operator,
        titles={"vi": "Khác"},
        unit=planned.city,
        office=planned.city,
        under=founding,
        on=date(2025, 1, 2),
    )
    planned.review.plan.committee = other

    with pytest.raises(ValidationError):
        planned.call(Point("Sơ kết", planned.review))


def test_two_sessions_do_not_begin_at_one_instant_but_a_cancelled_one_leaves_its_place(headed):
    first = headed.call("Sơ kết")
    with pytest.raises(ValidationError):
        headed.call("Khác")

    headed.cancel(first)

    assert headed.call("Khác").held is None


@pytest.mark.parametrize("words", ["", "  ", "x" * 501])
def test_each_point_of_an_agenda_says_what_it_is(headed, words):
    with pytest.raises(ValidationError) as refused:
        headed.call("Sơ kết", words)

    assert [*refused.value.error_dict] == ["agenda"]


def test_an_item_stands_once_on_an_agenda(planned):
    with pytest.raises(ValidationError) as refused:
        planned.call(Point("Sơ kết", planned.review), Point("Sơ kết", planned.review))

    assert [*refused.value.error_dict] == ["planned"]


@pytest.mark.parametrize("given", ["attended", "stood_in"])
def test_who_was_not_invited_is_not_recorded_as_come(headed, given):
    session = headed.call("Sơ kết")
    stranger = headed.son.pk + 1
    said = {"attended": {headed.mai.pk}, "stood_in": {}}
    said[given] = {**dict.fromkeys(said[given], ""), stranger: "Bà Thu"}

    with pytest.raises(ValidationError) as refused:
        headed.hold(session, **said)

    assert [*refused.value.error_dict] == [given]


def test_who_stood_in_is_told_in_as_many_words_as_are_kept(headed):
    session = headed.call("Sơ kết")

    with pytest.raises(ValidationError) as refused:
        headed.hold(session, {headed.mai.pk}, stood_in={headed.son.pk: "x" * 201})

    assert [*refused.value.error_dict] == ["stood_in"]
