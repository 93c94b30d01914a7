"""Hà Nội with three wards that have nobody: who heads their committees is made up."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tinhgon.audit.models import Entry
from tinhgon.audit.record import verify
from tinhgon.domain.norms.judging import judge
from tinhgon.invented import actions
from tinhgon.invented.refusals import Refused
from tinhgon.norms.reading import world_on
from tinhgon.registry.directory import directory
from tinhgon.registry.models import Unit
from tinhgon.staff.ledger.balances import totals
from tinhgon.staff.models import Assignment, Officer, Placement
from tinhgon.staff.officers import actions as officers
from tinhgon.staff.posts.heads import Headed, heads

DAY, LATER = date(2025, 7, 1), date(2026, 11, 1)


@pytest.fixture
def city(bodies):
    return Unit.objects.get(key="P01")


def committees(on):
    """The people's and the party's committees of all wards below the city."""
    areas = [one.unit for one in directory().below("P01", on)]
    return [f"{key}.{role}" for key in areas for role in ("people-committee", "party-committee")]


def test_each_committee_has_a_head_from_the_day_on_and_none_before(city, operator):
    made = actions.invent_heads(city, by=operator, on=DAY)

    keys = committees(LATER)
    assert made["officers"] == made["posts"] == made["assignments"] == len(keys) > 2
    assert {one.state for one in heads(keys, LATER).values()} == {Headed.BY_HEAD}
    assert {one.state for one in heads(keys, date(2025, 6, 30)).values()} == {Headed.NO_POST}


def test_all_of_them_are_marked_as_invented(city, operator):
    actions.invent_heads(city, by=operator, on=DAY)

    assert not Officer.objects.filter(invented=False).exists()
    assert all(one.is_invented for one in Placement.objects.all())


def test_who_was_invented_before_stays_and_only_the_others_get_a_head(city, operator):
    actions.invent(Unit.objects.get(key="XP"), by=operator, on=DAY, officers=50)
    before = Officer.objects.count()

    made = actions.invent_heads(city, by=operator, on=DAY)

    assert 0 < made["officers"] < len(committees(LATER))
    assert Officer.objects.count() == before + made["officers"]
    assert {one.state for one in heads(committees(LATER), LATER).values()} == {Headed.BY_HEAD}


def test_a_second_time_nothing_is_done(city, operator):
    actions.invent_heads(city, by=operator, on=DAY)
    before = Entry.objects.count()

    assert actions.invent_heads(city, by=operator, on=DAY) == {}
    assert Entry.objects.count() == before


def test_the_books_the_law_and_the_record_hold(city, operator):
    made = actions.invent_heads(city, by=operator, on=DAY)

    assert sum(totals(LATER).values()) == made["posts"]
    assert [one for one in judge(world_on(LATER)) if one.severity in ("block", "over")] == []
    assert [*verify()] == []


def test_all_others_need_no_more_statements_than_one_ward(city, operator):
    ward = Unit.objects.get(key="XP")
    with CaptureQueriesContext(connection) as of_one:
        actions.invent_heads(ward, by=operator, on=DAY)

    with CaptureQueriesContext(connection) as of_others:
        made = actions.invent_heads(city, by=operator, on=DAY)

    assert made["officers"] > 2
    assert len(of_others) <= len(of_one)


def test_beside_a_real_officer_nobody_is_invented(city, operator):
    officers.enter("CB01", by=operator, name="Đinh Thị Mai")

    with pytest.raises(Refused, match="something-real"):
        actions.invent_heads(city, by=operator, on=DAY)

    assert not Assignment.objects.exists()
