"""Who may give works to whom: those that answer for a unit, and what directs the whole area."""

from datetime import date

import pytest

from tinhgon.domain.standards import body_key
from tinhgon.registry.models import Unit
from tinhgon.work.circumstances import Circumstances
from tinhgon.work.refusals import Refused

ON = date(2026, 11, 20)
COMMITTEE, PARTY, COUNCIL = "people-committee", "party-committee", "council"


@pytest.fixture
def asked(bodies):
    """Whether one body may give works to another."""

    def check(giver, unit):
        units = {one.key: one for one in Unit.objects.filter(key__in=[giver, unit])}
        Circumstances.of(ON, [*units.values()]).check_answering(units[giver], units[unit])

    return check


@pytest.fixture
def ward(bodies):
    """The people's committee of a ward of the city."""
    return body_key("DM-new", COMMITTEE)


@pytest.mark.parametrize("body", [COMMITTEE, PARTY])
def test_what_directs_the_city_gives_works_to_its_wards(asked, ward, body):
    asked(body_key("P01", body), ward)


@pytest.mark.parametrize("giver", ["P01.council", "P01.home-affairs"])
def test_a_council_or_a_department_does_not(asked, ward, giver):
    with pytest.raises(Refused, match="not-answering"):
        asked(giver, ward)


def test_a_ward_gives_none_to_the_city(asked, ward):
    with pytest.raises(Refused, match="not-answering"):
        asked(ward, body_key("P01", COMMITTEE))
