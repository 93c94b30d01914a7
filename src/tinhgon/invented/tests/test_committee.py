"""A steering committee of the city, made up: alive on any day of the year, done once, marked."""

from collections import Counter
from datetime import date

import pytest
import yaml

from tinhgon.audit.models import Entry
from tinhgon.audit.record import verify
from tinhgon.directives.committees.planning.lines import lines
from tinhgon.directives.models import Committee, Directive, Role
from tinhgon.documents.models import Instrument
from tinhgon.domain.invention import INVENTED
from tinhgon.domain.standards import body_key
from tinhgon.invented import actions as invented
from tinhgon.invented.committee import CATALOGUE, FATES, invent_committee
from tinhgon.invented.works import invent_works
from tinhgon.registry.models import Unit

TODAY, NEW_YEAR, DECEMBER = date(2026, 11, 20), date(2026, 1, 1), date(2025, 12, 31)


@pytest.fixture
def giver(bodies, operator):
    """The people's committee of the city, whose departments have people."""
    city = Unit.objects.get(key="P01")
    invented.invent(city, by=operator, on=date(2025, 7, 1), officers=300)
    return Unit.objects.get(key=body_key("P01", "people-committee"))


def test_it_is_marked_and_so_is_the_decision_that_set_it_up(giver, operator):
    made = invent_committee(giver, by=operator, on=TODAY)

    assert made.invented
    assert made.instrument.source == INVENTED
    assert "số liệu minh họa" in made.instrument.titles["vi"]


def test_it_has_a_head_a_deputy_and_members_who_head_departments(giver, operator):
    made = invent_committee(giver, by=operator, on=TODAY)

    roles = Counter(made.members.values_list("role", flat=True))
    officers = [one.officer for one in made.members.all() if one.officer]
    assert (roles[Role.HEAD], roles[Role.DEPUTY], roles[Role.SECRETARY]) == (1, 1, 1)
    assert len(officers) == made.members.count() - 1 > 5
    assert all(one.invented for one in officers)


def test_its_plan_has_items_done_moved_late_dropped_and_open(giver, operator):
    made = invent_committee(giver, by=operator, on=TODAY)

    states = Counter(one.state.value for one in lines(made, 2026, TODAY))
    assert states == {"done": 6, "moved": 1, "late": 1, "dropped": 1, "planned": 2}


def test_the_next_plan_is_a_draft_of_what_recurs_what_is_late_and_what_is_new(giver, operator):
    made = invent_committee(giver, by=operator, on=TODAY)

    states = Counter(one.state.value for one in lines(made, 2027, TODAY))
    carried = made.plans.get(year=2027).items.exclude(carried_from=None)
    assert states == {"draft": 6}
    assert carried.count() == 4


def test_two_sessions_were_held_and_one_is_to_come(giver, operator):
    made = invent_committee(giver, by=operator, on=TODAY)

    held = [*made.sessions.order_by("at").values_list("held", flat=True)]
    assert held == [True, True, None]


def test_its_first_session_ends_with_a_conclusion(giver, operator):
    made = invent_committee(giver, by=operator, on=TODAY)
    sessions = [*made.sessions.filter(held=True).order_by("at")]

    invent_works(giver, by=operator, on=TODAY, sessions=sessions)

    concluded = Directive.objects.get(session=sessions[0])
    assert "kiểm điểm" in concluded.title
    assert Directive.objects.filter(session=sessions[1]).count() == 0


@pytest.mark.parametrize("on", [NEW_YEAR, DECEMBER, date(2026, 1, 9), date(2026, 6, 1)])
def test_on_any_day_it_has_members_a_plan_and_sessions(giver, operator, on):
    made = invent_committee(giver, by=operator, on=on)

    found = lines(made, on.year, on)
    assert len(found) == 11
    assert any(one.is_open for one in found)
    assert made.sessions.filter(held=True).count() == 2
    assert made.sessions.filter(held=None).count() == 1


def test_a_second_time_nothing_is_done(giver, operator):
    first = invent_committee(giver, by=operator, on=TODAY)
    before = Entry.objects.count()

    assert invent_committee(giver, by=operator, on=TODAY) == first
    assert Entry.objects.count() == before
    assert Committee.objects.count() == 1


def test_where_nobody_was_invented_the_chair_is_alone(bodies, operator):
    giver = Unit.objects.get(key=body_key("P01", "people-committee"))

    made = invent_committee(giver, by=operator, on=TODAY)

    assert made.members.get().role == Role.HEAD


def test_what_was_done_stands_in_the_record(giver, operator):
    before = Instrument.objects.count()

    invent_committee(giver, by=operator, on=TODAY)

    acts = {*Entry.objects.values_list("act", flat=True)}
    assert {"committee.set-up", "committee.plan-adopted", "committee.session-held"} <= acts
    assert Instrument.objects.count() == before + 1
    assert [*verify()] == []


def test_the_catalogue_names_fates_that_there_are_and_uses_all():
    said = yaml.safe_load(CATALOGUE.read_text(encoding="utf-8"))

    assert {one["fate"] for one in said["plan"]} == {*FATES}
