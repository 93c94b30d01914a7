"""The small world keeps its bodies when it is rearranged: no plan says a word of them.

What comes along by rule is what the law's standards give to the areas of afterwards: the same as if
the bodies were entered after the reform, from its history.
"""

from datetime import timedelta

import pytest

from tinhgon.conftest import BEFORE, DAY, reloaded
from tinhgon.registry.models import Succession
from tinhgon.registry.queries import counts, structure
from tinhgon.registry.standard.actions import add_standard_bodies
from tinhgon.reorganisation import actions
from tinhgon.reorganisation.continuity.counting import hanging


@pytest.fixture
def along(world, operator, request):
    """The reform in effect, the bodies entered before it was drafted."""
    add_standard_bodies(by=operator, until=DAY)
    package = request.getfixturevalue("package")
    actions.enact(package, by=operator, on=DAY)
    return reloaded(package)


def bodies_on(day):
    """Kind, name, place and ties of every body that stands on a day."""
    known = structure(day)
    return {
        unit.key: (unit.kind, unit.name, unit.parent, unit.ties)
        for unit in known
        if "." in unit.key
    }


def test_the_wards_have_the_bodies_that_the_law_gives_them(along):
    standing = bodies_on(DAY)

    assert {key.partition(".")[2] for key in standing if key.startswith("TM-new.")} == {
        *("party-committee", "council", "people-committee", "front"),
        *("office", "economy", "culture-and-society", "service-centre"),
    }
    assert standing["TM-new.economy"][:3] == (
        "phòng",
        "Kinh tế, Hạ tầng và Đô thị",
        "TM-new.people-committee",
    )


def test_nothing_of_the_old_wards_goes_on(along):
    assert not {key for key in bodies_on(DAY) if key.startswith(("DM.", "TM.", "MT.", "D019."))}
    assert "DM.people-committee" in bodies_on(BEFORE)


def test_a_body_is_followed_by_those_of_its_role_where_the_people_went(along):
    rows = Succession.objects.filter(predecessor__key="DM.people-committee", recorded_to=None)

    assert dict(rows.values_list("successor__key", "extent")) == {
        f"{ward}.people-committee": "part" for ward in ("TM-new", "DM-new")
    }


def test_areas_are_counted_as_without_bodies(along):
    assert counts(BEFORE) == {"province": 1, "district": 2, "commune": 5}
    assert counts(DAY) == {"province": 1, "district": 0, "commune": 4}
    assert set(hanging(DAY).values()) == {0}


@pytest.mark.parametrize("days", [0, 1, 400])
def test_what_comes_along_is_what_entering_them_afterwards_gives(along, operator, days):
    day = DAY + timedelta(days=days)
    before = bodies_on(day)

    add_standard_bodies(by=operator)

    anew = {key for key in bodies_on(day) if key not in before}
    assert {key: what for key, what in bodies_on(day).items() if key in before} == before
    assert {key.partition(".")[0] for key in anew} <= GOES_ON
    assert before


GOES_ON = {"P01", "XP"}
"""The areas that go on: what the law wants of them anew from the day is no plan's to begin."""
