"""What a page of the apparatus is asked about."""

from datetime import date

import pytest
from django.utils.timezone import localdate

from tinhgon.domain.structure.units import PRINCIPAL
from tinhgon.registry.apparatus.scene import days_asked, scene
from tinhgon.registry.models import Tie
from tinhgon.ui.errors import NotHere

EVE, DAY = date(2025, 6, 30), date(2025, 7, 1)


@pytest.fixture
def days(rf):
    def asked(query, **options):
        return days_asked(rf.get(f"/units/?{query}"), **options)

    return asked


@pytest.fixture
def seen(rf, in_effect):
    def asked(query):
        request = rf.get(f"/units/?{query}")
        return scene(request, days_asked(request))

    return asked


def test_without_another_day_there_is_one(days):
    found = days("on=2025-07-01")

    assert (found.on.on, found.vs) == (DAY, None)


@pytest.mark.parametrize("query", ["on=2025-07-01&vs=2025-06-30", "on=2025-06-30&vs=2025-07-01"])
def test_whichever_day_is_named_first_the_earlier_is_compared_with(days, query):
    found = days(query)

    assert (found.vs.on, found.on.on) == (EVE, DAY)


def test_a_page_may_choose_the_other_day_itself(days):
    found = days("on=2025-07-01", day_before=lambda asked: EVE)

    assert found.vs.on == EVE


def test_a_day_that_cannot_be_read_is_kept_and_said(days):
    found = days("on=31/02/2025&vs=yesterday")

    assert (found.on.on, found.vs) == (localdate(), None)
    assert {*found.wrong} == {"on", "vs"}
    assert found.written["vs"] == "yesterday"


def test_the_other_day_is_shown_as_known_at_the_same_time(days):
    found = days("on=2025-07-01&vs=2025-06-30&known_at=2025-12-01")

    assert found.vs.known_at == found.on.known_at


def test_of_the_same_day_the_other_side_is_what_is_known_now(days):
    found = days("on=2025-07-01&vs=2025-07-01&known_at=2025-12-01")

    assert found.are_same
    assert (found.vs.instant, found.on.instant) == ("2025-12-01", "")
    assert found.apart.vs is None


def test_another_time_of_knowledge_alone_compares_the_day_with_itself(days):
    found = days("on=2025-07-01&vs_known_at=2025-12-01")

    assert found.are_same
    assert found.vs.instant == "2025-12-01"


def test_a_place_is_named_by_its_key_or_by_a_code_of_either_day(seen):
    assert seen("on=2025-07-01&under=TM-new").under == "TM-new"
    assert seen("on=2025-07-01&under=00634").under == "TM-new"
    assert seen("on=2025-06-30&under=00634").under == "DM"
    assert seen("on=2025-07-01&vs=2025-06-30&under=019").under == "D019"


@pytest.mark.parametrize("query", ["on=2025-07-01", "on=2025-07-01&under=VN"])
def test_without_a_place_it_is_the_whole(seen, query):
    assert seen(query).under is None


def test_a_place_that_stands_on_no_day_asked_about_is_still_a_place(seen):
    found = seen("on=2025-07-01&under=DM")

    assert (found.under, found.place) == ("DM", None)


def test_what_no_unit_is_called_is_refused_with_who_bore_the_code(seen):
    with pytest.raises(NotHere) as refused:
        seen("on=2025-07-01&under=019")

    assert refused.value.instead[0][1] == "Quận Nam Từ Liêm"


def test_a_hierarchy_that_the_register_does_not_hold_is_the_principal_one(seen):
    assert seen("hierarchy=party").hierarchy == PRINCIPAL
    assert seen("hierarchy=party").hierarchies == [PRINCIPAL]


def test_a_hierarchy_that_the_register_holds_may_be_chosen(world, seen):
    Tie.objects.create(
        unit=world.unit("XP"),
        parent=world.unit("P01"),
        hierarchy="party",
        recorded_from="2025-01-01T00:00Z",
    )

    found = seen("on=2025-07-01&hierarchy=party")

    assert (found.hierarchy, found.hierarchies) == ("party", [PRINCIPAL, "party"])
