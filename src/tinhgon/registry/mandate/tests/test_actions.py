"""Who is charged with what: Sở Nội vụ and Sở Tài chính of Hà Nội, and new ward Đại Mỗ."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from tinhgon.audit.models import Entry
from tinhgon.domain.periods import Period
from tinhgon.registry.mandate.actions import Unassignable, assign, withdraw
from tinhgon.registry.mandate.held import lead_of, mandates
from tinhgon.registry.models import Mandate, Unit
from tinhgon.registry.queries import structure

DAY, LATER, EVE = date(2026, 1, 1), date(2026, 7, 1), date(2025, 12, 31)


@pytest.fixture
def unit(bodies):
    Mandate.objects.all().delete()  # what Hà Nội's own folder says

    def named(key):
        return Unit.objects.get(key=key)

    return named


@pytest.fixture
def charge(unit, operator):
    def given(body="P01.home-affairs", function="religion", area="P01", on=DAY, **more):
        return assign(unit(body), by=operator, function=function, area=unit(area), on=on, **more)

    return given


def refused(call, *given, **named):
    with pytest.raises(Unassignable) as wrong:
        call(*given, **named)
    return wrong.value.fact, wrong.value.code


def leads(on):
    return [(one.unit, one.function, one.area) for one in mandates(on) if one.is_lead]


def test_a_body_leads_from_the_day_on(charge):
    charge()

    assert leads(EVE) == []
    assert leads(DAY) == [("P01.home-affairs", "religion", "P01")]


def test_a_second_lead_is_refused_and_the_first_is_named(charge):
    charge()

    assert refused(charge, body="P01.finance", on=LATER) == ("function", "led-by-another")


def test_a_body_may_take_over_on_a_day(charge):
    charge()

    charge(body="P01.finance", on=LATER, instead=True)

    assert leads(date(2026, 6, 30)) == [("P01.home-affairs", "religion", "P01")]
    assert leads(LATER) == [("P01.finance", "religion", "P01")]


def test_several_may_take_part(charge):
    charge()
    charge(body="P01.finance", role=Mandate.PART)
    charge(body="P01.justice", role=Mandate.PART)

    assert len(mandates(DAY, function="religion")) == 3


def test_the_same_mandate_twice_is_refused(charge):
    charge(role=Mandate.PART)

    assert refused(charge, role=Mandate.PART, on=LATER) == ("function", "already-assigned")


def test_the_database_itself_refuses_two_leads_of_one_day(charge, unit):
    charge()

    with pytest.raises(IntegrityError), transaction.atomic():
        Mandate.objects.create(
            unit=unit("P01.finance"),
            function="religion",
            area=unit("P01"),
            leads="religion",
            valid_from=LATER,
        )


def test_withdrawn_it_is_no_longer_in_force_on_the_day(charge, operator):
    held = charge()

    withdraw(held, by=operator, on=LATER)

    assert leads(date(2026, 6, 30)) != []
    assert leads(LATER) == []


@pytest.mark.parametrize("on", [DAY, EVE])
def test_it_cannot_be_withdrawn_before_it_was_in_force(charge, operator, on):
    assert refused(withdraw, charge(), by=operator, on=on) == ("on", "not-in-force")


@pytest.mark.parametrize(
    ("given", "refusal"),
    [
        ({"function": "alchemy"}, ("function", "unknown-function")),
        ({"body": "DM-new"}, ("unit", "not-a-body")),
        ({"area": "P01.finance"}, ("area", "not-an-area")),
        ({"body": "P01.labour"}, ("unit", "not-standing")),
        ({"on": date(2025, 1, 1), "area": "DM-new"}, ("area", "not-standing")),
        ({"until": DAY}, ("until", "ends-before-it-starts")),
    ],
)
def test_what_cannot_be_is_refused_with_its_box(charge, given, refusal):
    assert refused(charge, **given) == refusal


def test_of_a_ward_and_its_city_the_nearest_lead_answers(charge):
    charge(function="education", body="P01.education")
    charge(function="education", body="DM-new.culture-and-society", area="DM-new")
    on = structure(DAY)

    assert lead_of("education", "DM-new", on, DAY).unit == "DM-new.culture-and-society"
    assert lead_of("education", "TM-new", on, DAY).unit == "P01.education"
    assert lead_of("tourism", "TM-new", on, DAY) is None


def test_each_act_stands_in_the_record(charge, operator):
    withdraw(charge(), by=operator, on=LATER)

    acts = Entry.objects.filter(chain="unit:P01.home-affairs").order_by("place")
    assert [entry.act for entry in acts] == [
        "registry.mandate-assigned",
        "registry.mandate-withdrawn",
    ]
    assert acts[0].facts["function"] == "religion"


def test_a_mandate_may_have_an_end(charge):
    charge(until=LATER)

    (held,) = mandates()
    assert held.period == Period(DAY, LATER)
