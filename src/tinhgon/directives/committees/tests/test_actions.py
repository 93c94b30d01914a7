"""A committee is set up, has members and one head at most, and is dissolved on a ground."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from tinhgon.audit.record import verify
from tinhgon.directives.committees import actions
from tinhgon.directives.committees.conftest import FOUNDED, MAY, at
from tinhgon.directives.committees.planning import actions as planning
from tinhgon.directives.models import Capacity, Member, Role

EVE = MAY - timedelta(days=1)
DISSOLVED = date(2025, 12, 1)


def test_a_committee_stands_in_the_name_of_a_unit_and_has_an_office(steering):
    units = steering.committee.units.order_by("capacity").values_list("capacity", "unit__key")

    assert [*units] == [("name", "P01"), ("office", "D019")]
    assert steering.committee.title == "Ban Chỉ đạo 07"
    assert not [*verify()]


@pytest.mark.parametrize(
    ("wrong", "box"),
    [
        ({"titles": {"en": "Committee"}}, "title_vi"),
        ({"key": "bcd-07"}, "key"),
    ],
)
def test_what_cannot_be_set_up_is_said_by_its_box(steering, founding, wrong, box):
    given = {"key": "bcd-08", "titles": {"vi": "Ban"}, "on": FOUNDED} | wrong
    units = {"unit": steering.city, "office": steering.dai_mo, "under": founding}

    with pytest.raises(ValidationError) as refused:
        actions.set_up(given.pop("key"), by=steering.by, **given, **units)

    assert [*refused.value.error_dict] == [box]


def test_another_unit_becomes_the_standing_office_on_a_day(steering):
    given = {"capacity": Capacity.OFFICE, "unit": steering.tay_mo, "reason": "phân công lại"}
    actions.attach(steering.committee, by=steering.by, on=MAY, **given)

    on_eve = steering.committee.units.on(EVE).get(capacity="office").unit.key
    on_day = steering.committee.units.on(MAY).get(capacity="office").unit.key

    assert (on_eve, on_day) == ("D019", "TM")
    with pytest.raises(ValidationError):
        actions.attach(steering.committee, by=steering.by, on=DISSOLVED, **given)


def test_a_committee_has_one_head_a_day_and_another_from_the_day_on_which_the_first_ends(headed):
    with pytest.raises(ValidationError):
        headed.appoint(headed.bodies.thu, "head", on=MAY)

    headed.relieve(headed.mai, on=MAY)
    headed.appoint(headed.bodies.thu, "head", on=MAY)

    heads = [headed.committee.members.on(day).get(role=Role.HEAD) for day in (EVE, MAY)]
    assert [one.officer.key for one in heads] == ["CB01", "CB03"]


def test_the_database_refuses_a_second_head(headed):
    second = Member(
        committee=headed.committee, role="head", officer=headed.bodies.thu, valid_from=MAY
    )

    with pytest.raises(IntegrityError), transaction.atomic():
        second.save()


def test_the_database_refuses_a_member_who_is_neither_an_officer_nor_named(headed):
    nobody = Member(committee=headed.committee, role="member", name="Ông Bình", valid_from=MAY)

    with pytest.raises(IntegrityError), transaction.atomic():
        nobody.save()


def test_somebody_who_is_not_in_the_register_is_a_member_by_name_and_position(headed):
    made = headed.appoint(name="Ông Bình", position="Chủ tịch Hội Nông dân", units=[headed.dai_mo])

    assert str(made) == "Ông Bình"
    assert [row.unit.key for row in made.units.all()] == ["DM"]


def test_nobody_is_a_member_twice_on_a_day(headed):
    with pytest.raises(ValidationError):
        headed.appoint(headed.bodies.son, "secretary", on=MAY)


def test_a_membership_that_would_end_before_it_began_never_was(headed):
    later = headed.appoint(headed.bodies.thu, on=MAY, units=[headed.dai_mo])

    headed.relieve(later, on=MAY)

    assert not Member.objects.filter(officer=headed.bodies.thu).exists()


def test_what_a_member_looks_after_ends_with_the_membership(headed):
    made = headed.appoint(headed.bodies.thu, units=[headed.dai_mo])

    headed.relieve(made, on=MAY)

    assert made.units.on(EVE).exists()
    assert not made.units.on(MAY).exists()


def test_a_committee_is_dissolved_with_its_memberships(planned):
    planned.dissolve(on=DISSOLVED)

    assert planned.committee.members.on(DISSOLVED - timedelta(days=1)).count() == 2
    assert not planned.committee.members.on(DISSOLVED).exists()
    assert not planned.committee.units.on(DISSOLVED).exists()
    assert not planned.review.units.on(DISSOLVED).exists()
    assert not [*verify()]


def test_a_committee_is_not_dissolved_without_a_ground(steering):
    with pytest.raises(ValidationError):
        steering.dissolve(reason=" ")

    assert steering.fresh().valid_to is None


def test_a_committee_is_not_dissolved_while_a_session_is_to_come(headed):
    session = headed.call("Sơ kết")
    with pytest.raises(ValidationError):
        headed.dissolve()

    headed.cancel(session)
    headed.dissolve()

    assert headed.fresh().valid_to == DISSOLVED


def test_a_committee_is_dissolved_after_what_happened_to_it_last(headed):
    session = headed.call("Sơ kết")
    headed.hold(session, {headed.mai.pk})

    with pytest.raises(ValidationError, match="10/03/2025"):
        headed.dissolve(on=date(2025, 3, 10))
    headed.dissolve(on=date(2025, 3, 11))

    assert headed.fresh().valid_to == date(2025, 3, 11)


def test_nobody_becomes_a_member_once_it_is_dissolved(headed):
    headed.dissolve(on=DISSOLVED)

    with pytest.raises(ValidationError, match="01/12/2025"):
        headed.appoint(headed.bodies.thu, on=DISSOLVED)


def test_a_committee_is_not_dissolved_before_an_item_of_its_plan_was_done(planned):
    done = {"on": date(2025, 6, 9), "words": "Đã sơ kết"}
    planning.note_done(planned.review, by=planned.by, at=at(6, 10), **done)

    with pytest.raises(ValidationError, match="09/06/2025"):
        planned.dissolve(on=date(2025, 6, 9))
    planned.dissolve(on=date(2025, 6, 10))

    assert planned.fresh().valid_to == date(2025, 6, 10)


def test_a_committee_is_not_dissolved_before_its_plan_was_adopted(planned):
    with pytest.raises(ValidationError, match="10/01/2025"):
        planned.dissolve(on=date(2025, 1, 10))
    planned.dissolve(on=date(2025, 1, 11))

    assert planned.fresh().valid_to == date(2025, 1, 11)
