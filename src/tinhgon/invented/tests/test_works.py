"""Directives of the city with their works, made up: every fate is there, and marked."""

from collections import Counter
from datetime import date

import pytest
import yaml

from tinhgon.directives.models import Directive
from tinhgon.domain.standards import body_key
from tinhgon.domain.work.status import Standing
from tinhgon.invented import actions as invented
from tinhgon.invented.works import CATALOGUE, FATES, invent_works
from tinhgon.registry.models import Unit
from tinhgon.work.models import Work
from tinhgon.work.standing import standings

TODAY = date(2026, 11, 20)


@pytest.fixture
def committee(bodies, operator):
    """The people's committee of the city, whose departments have people."""
    city = Unit.objects.get(key="P01")
    invented.invent(city, by=operator, on=date(2025, 7, 1), officers=300)
    return Unit.objects.get(key=body_key("P01", "people-committee"))


def test_works_of_every_state_are_there_and_all_are_marked(committee, operator):
    made = invent_works(committee, by=operator, on=TODAY)

    works = Work.objects.all()
    states = Counter(one.state.value for one in standings(works))
    assert made == len(works) == sum(states.values())
    assert {*states} == {"issued", "accepted", "reported", "confirmed", "suspended", "withdrawn"}
    assert all(work.invented for work in works)
    assert all(one.invented and one.is_issued for one in Directive.objects.all())


def test_some_are_late_and_some_were(committee, operator):
    invent_works(committee, by=operator, on=TODAY)

    stand = Counter(one.status(TODAY).standing for one in standings(Work.objects.all()))

    assert min(stand[one] for one in Standing) >= 1


def test_it_is_done_once(committee, operator):
    first = invent_works(committee, by=operator, on=TODAY)

    assert invent_works(committee, by=operator, on=TODAY) == 0
    assert Work.objects.count() == first


def test_the_catalogue_names_fates_that_there_are_and_uses_all():
    said = yaml.safe_load(CATALOGUE.read_text(encoding="utf-8"))
    used = {task["fate"] for one in said["directives"] for task in one["tasks"]}

    assert used == {*FATES}


def test_a_task_of_the_catalogue_says_nothing_that_is_not_read():
    said = yaml.safe_load(CATALOGUE.read_text(encoding="utf-8"))

    named = {name for one in said["directives"] for task in one["tasks"] for name in task}

    assert named == {"what", "lead", "product", "due", "with", "fate"}
