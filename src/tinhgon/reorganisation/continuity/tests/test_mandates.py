"""What becomes of mandates: never two leads on a day, and never none where there was one."""

from datetime import date

import pytest

from tinhgon.registry.mandate.actions import assign
from tinhgon.registry.mandate.held import mandates
from tinhgon.registry.models import Mandate, Unit
from tinhgon.reorganisation.continuity.counting import hanging
from tinhgon.reorganisation.continuity.moving import move_dependants
from tinhgon.reorganisation.continuity.tests.conftest import GROUND

START, DAY, EVE = date(2026, 1, 1), date(2026, 8, 10), date(2026, 8, 9)


@pytest.fixture
def charge(bodies, operator):
    Mandate.objects.all().delete()

    def given(body, function, area="P01", on=START, **more):
        unit, over = (Unit.objects.get(key=key) for key in (body, area))
        return assign(unit, by=operator, function=function, area=over, on=on, **more)

    return given


def held(on):
    return sorted((one.unit, one.function, one.area, one.role) for one in mandates(on))


def test_a_lead_goes_on_under_the_heir_from_the_day(charge):
    charge("P01.tourism", "tourism")

    moved = move_dependants({"P01.tourism": "P01.culture"}, DAY, GROUND)

    assert moved == {"registry.Mandate.unit": 1}
    assert held(EVE) == [("P01.tourism", "tourism", "P01", "lead")]
    assert held(DAY) == [("P01.culture", "tourism", "P01", "lead")]


def test_what_goes_on_names_what_it_comes_from_and_counts_again(charge):
    charge("P01.tourism", "tourism")
    move_dependants({"P01.tourism": "P01.culture"}, DAY, GROUND)

    row = Mandate.objects.get(unit__key="P01.culture")
    assert (row.moved_from.unit.key, row.handing_on) == ("P01.tourism", None)


def test_of_two_that_take_part_one_goes_on_under_their_heir(charge):
    charge("P01.tourism", "health", role=Mandate.PART)
    charge("P01.justice", "health", role=Mandate.PART)

    move_dependants({"P01.tourism": "P01.culture", "P01.justice": "P01.culture"}, DAY, GROUND)

    assert held(DAY) == [("P01.culture", "health", "P01", "takes-part")]


def test_a_lead_that_begins_later_begins_later_under_the_heir(charge):
    charge("P01.tourism", "tourism", on=date(2027, 1, 1))

    move_dependants({"P01.tourism": "P01.culture"}, DAY, GROUND)

    assert held(date(2026, 12, 31)) == []
    assert held(date(2027, 1, 1)) == [("P01.culture", "tourism", "P01", "lead")]


def test_where_areas_become_one_the_heir_leads_once(charge):
    charge("DM-new.people-committee", "education", "DM-new")
    charge("TM-new.people-committee", "education", "TM-new")
    committees = {"DM-new.people-committee", "TM-new.people-committee"}
    heirs = dict.fromkeys(committees, "DN-new.people-committee")

    move_dependants(heirs | {"DM-new": "DN-new", "TM-new": "DN-new"}, DAY, GROUND)

    assert held(DAY) == [("DN-new.people-committee", "education", "DN-new", "lead")]
    assert len(held(EVE)) == 2


def test_of_two_bodies_that_would_lead_the_same_one_goes_on(charge):
    charge("P01.education", "education", "DM-new")
    charge("P01.culture", "education", "TM-new")

    move_dependants({"DM-new": "DN-new", "TM-new": "DN-new"}, DAY, GROUND)

    ((_unit, function, area, role),) = held(DAY)
    assert (function, area, role) == ("education", "DN-new", "lead")


def test_nothing_hangs_on_what_ended(charge):
    charge("P01.tourism", "tourism")
    move_dependants({"P01.tourism": "P01.culture"}, DAY, GROUND)

    assert Mandate.objects.filter(unit__key="P01.tourism", valid_to=DAY).count() == 1
    assert hanging(DAY)["registry.Mandate.unit"] == 0
