"""What becomes of committees: they stand under the heirs of their units and come back with them."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tinhgon.audit.record import verify
from tinhgon.directives.committees import actions as committees
from tinhgon.directives.committees.conftest import Steering, at, founding  # noqa: F401 - a fixture
from tinhgon.directives.committees.planning import actions as planning
from tinhgon.directives.committees.planning.lines import lines
from tinhgon.directives.models import Committee, CommitteeUnit, ItemUnit, MemberUnit
from tinhgon.domain.structure.operations.absorb import Absorb
from tinhgon.domain.structure.operations.consolidate import Consolidate
from tinhgon.domain.structure.units import Unit
from tinhgon.registry.queries import unit_on
from tinhgon.reorganisation.continuity.counting import hanging
from tinhgon.reorganisation.continuity.tests.test_placements import (  # noqa: F401 - a fixture
    LATER,
    merged,
    take_back,
)
from tinhgon.reorganisation.continuity.tests.test_posts_properties import (
    EFFECTS,
    Life,
    rearrangements,
)
from tinhgon.staff.conftest import books, empty_books, staffed  # noqa: F401 - fixtures

NEW = Unit("DMTM", "commune", "phường", "Đại Tây", "00640", "D019")
ONE_WARD = Consolidate(sources=("DM", "TM"), successor=NEW)
INTO_TAY_MO = Absorb(into="TM", absorbed=("DM",))
OURS = {
    "directives.CommitteeUnit.unit": CommitteeUnit,
    "directives.MemberUnit.unit": MemberUnit,
    "directives.ItemUnit.unit": ItemUnit,
}
START = date(2025, 1, 2)


@pytest.fixture
def steering(staffed, founding, operator):  # noqa: F811
    """Đại Mỗ's committee, whose standing office is Tây Mỗ; Ms Mai looks after both wards.

    Đại Mỗ prepares the review; the report, which Tây Mỗ prepared, is done.
    """
    wards = {"unit": staffed.books.dai_mo, "office": staffed.books.tay_mo}
    titles = {"vi": "Ban Chỉ đạo"}
    made = committees.set_up("bcd", by=operator, titles=titles, under=founding, on=START, **wards)
    world = Steering(made, staffed, operator)
    world.mai = world.appoint(staffed.mai, "head", units=[*wards.values()])
    world.review = world.plan(unit=staffed.books.dai_mo)
    world.report = world.plan("Báo cáo", 2, unit=staffed.books.tay_mo)
    world.adopt()
    planning.note_done(
        world.report, by=operator, at=at(3, 1), on=date(2025, 2, 28), words="Đã báo cáo"
    )
    return world


def stood(committee, capacity):
    """With which unit a committee stood when, in one capacity."""
    rows = committee.units.filter(capacity=capacity).in_order()
    return [*rows.values_list("unit__key", "valid_from", "valid_to")]


def test_a_committee_stands_under_the_heirs_of_both_its_units_from_the_day_on(
    merged,  # noqa: F811
    world,
    steering,
):
    merged(ONE_WARD)

    assert stood(steering.committee, "name") == [
        ("DM", START, world.day),
        ("DMTM", world.day, None),
    ]
    assert stood(steering.committee, "office")[-1] == ("DMTM", world.day, None)
    assert {hanging(world.day)[name] for name in OURS} == {0}
    assert not [*verify()]


def test_a_member_looks_after_the_heir_once(merged, world, steering):  # noqa: F811
    merged(ONE_WARD)

    on_eve = steering.mai.units.on(world.eve).values_list("unit__key", flat=True)
    on_day = steering.mai.units.on(world.day).values_list("unit__key", flat=True)

    assert ({*on_eve}, [*on_day]) == ({"DM", "TM"}, ["DMTM"])


def test_the_heir_prepares_what_is_open_and_what_was_done_stays_as_it_was(
    merged,  # noqa: F811
    world,
    steering,
):
    merged(ONE_WARD)

    told = {line.item.what: line.unit.key for line in lines(steering.committee, 2025, world.day)}
    before = {line.item.what: line.unit.key for line in lines(steering.committee, 2025, world.eve)}

    assert told == {"Sơ kết": "DMTM", "Báo cáo": "TM"}
    assert before == {"Sơ kết": "DM", "Báo cáo": "TM"}


@pytest.mark.parametrize("operation", [ONE_WARD, INTO_TAY_MO])
def test_a_committee_comes_back_to_the_restored_unit(merged, steering, operation):  # noqa: F811
    package = merged(operation)

    restored = take_back(package, steering.by)

    assert stood(steering.committee, "name")[-1] == (restored["Đại Mỗ"], LATER, None)
    assert {hanging(LATER)[name] for name in OURS} == {0}


def test_a_committee_that_was_dissolved_stays_where_it_was(merged, world, steering):  # noqa: F811
    steering.dissolve(on=world.day)

    merged(ONE_WARD)

    assert stood(steering.committee, "name") == [("DM", START, world.day)]


def test_what_is_done_on_a_day_before_the_reorganisation_goes_back_to_that_day(
    merged,  # noqa: F811
    world,
    steering,
):
    merged(ONE_WARD)

    planning.note_done(
        steering.review, by=steering.by, at=at(7, 9), on=world.eve, words="Đã sơ kết"
    )

    assert [row.unit.key for row in steering.review.units.all()] == ["DM"]


def test_nobody_sets_up_a_committee_of_a_unit_that_ended(merged, world, steering, founding):  # noqa: F811
    merged(ONE_WARD)
    given = {"by": steering.by, "titles": {"vi": "Ban"}, "under": founding}

    with pytest.raises(committees.ValidationError):
        committees.set_up("moi", unit=steering.dai_mo, office=steering.city, on=world.day, **given)

    assert not Committee.objects.filter(key="moi").exists()


# --- Whatever is rearranged -----------------------------------------------------------------------


@dataclass
class Rearranged(Life):
    """Committees while the apparatus is rearranged."""

    def go_on(self, steps):
        for what, one, other in steps:
            self.done[what] += self._rearrange(what, one, other)


def wrong_of_committees():
    """Everything that must never be, on each day on which something may change and around it."""
    changes = [day + timedelta(days=more) for day in (START, *EFFECTS) for more in (-1, 0, 1)]
    days = [day for day in changes if day >= START]
    committee = Committee.objects.get()
    return {
        "not one unit a capacity": [
            (day, capacity)
            for day in days
            for capacity in ("name", "office")
            if committee.units.on(day).filter(capacity=capacity).count() != 1
        ],
        "a unit that does not stand": [
            (day, name, row.unit.key)
            for day in days
            for name, model in OURS.items()
            for row in model.objects.on(day).select_related("unit")
            if unit_on(row.unit.key, day) is None
        ],
        "hanging": [name for name in OURS if hanging(max(days))[name]],
    }


RIGHT = {"not one unit a capacity": [], "a unit that does not stand": [], "hanging": []}


@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(rearrangements, min_size=2, max_size=5))
def test_a_committee_has_one_unit_of_each_capacity_that_stands_on_every_day(
    steering, operator, steps
):
    with transaction.atomic():
        life = Rearranged(operator)
        life.begin()

        life.go_on(steps)

        assert wrong_of_committees() == RIGHT
        transaction.set_rollback(True)


def test_rearrangements_are_done_at_times(steering, operator):
    life = Rearranged(operator)
    life.begin()

    life.go_on([("merge", 0, 2), ("absorb", 0, 1), ("compensate", 0, 0)])

    assert sum(life.done.values()) >= 2
    assert CommitteeUnit.objects.filter(moved_from__isnull=False).exists()
    assert wrong_of_committees() == RIGHT
