"""What becomes of posts and of who is in them: they go to the heirs and come back with a unit."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from tinhgon.accounts.actions import open_account
from tinhgon.audit.record import verify
from tinhgon.conftest import approved, reloaded
from tinhgon.domain.structure.operations.absorb import Absorb
from tinhgon.domain.structure.operations.consolidate import Consolidate
from tinhgon.domain.structure.units import Unit
from tinhgon.registry.directory import directory
from tinhgon.reorganisation import actions
from tinhgon.reorganisation.compensating.actions import compensate
from tinhgon.reorganisation.continuity.counting import hanging
from tinhgon.staff.conftest import (  # noqa: F401 - fixtures
    KIND,
    MAY,
    NEW_YEAR,
    books,
    empty_books,
    staffed,
)
from tinhgon.staff.models import Placement
from tinhgon.staff.posts import actions as posts

JULY, LATER = date(2025, 7, 1), date(2026, 1, 1)
NEW = Unit("DMTM", "commune", "phường", "Đại Tây", "00640", "D019")
ONE_WARD = Consolidate(sources=("DM", "TM"), successor=NEW)
INTO_TAY_MO = Absorb(into="TM", absorbed=("DM",))
SEE = "staff.see"


@pytest.fixture
def merged(staffed, draft, operator):  # noqa: F811
    """Puts an operation into effect on 1 July."""

    def in_effect(operation):
        package = draft("merged", operation)
        actions.enact(package, by=operator, on=package.day)
        return reloaded(package)

    return in_effect


@pytest.fixture
def son(staffed, operator):  # noqa: F811
    """Mr Sơn, the deputy of Đại Mỗ, who signs in."""
    staffed.son.user = open_account(
        "son@example.vn", by=operator, name="Sơn", password="mật-khẩu-rất-dài"
    )
    staffed.son.save()
    return staffed.son.user


def take_back(package, by):
    """Take a package back from the new year on; the units that are formed anew, by name."""
    made = compensate(package, by=by, on=LATER, code="back", titles={"vi": "Khắc phục"})
    actions.enact(approved(made, by), by=by, on=LATER)
    entries = directory().entries.values()
    return {held[-1].name: held[-1].unit for held in entries if held[0].period.start == LATER}


def places(post):
    """Where a post stands when: unit, first day, first day after."""
    rows = Placement.objects.filter(post__key=post).order_by("valid_from")
    return [*rows.values_list("unit__key", "valid_from", "valid_to")]


def test_a_post_goes_to_the_heir_on_the_day_with_whoever_is_in_it(merged, world, staffed):  # noqa: F811
    merged(ONE_WARD)

    start = staffed.son.assignments.get().valid_from
    assert places("dm-deputy") == [("DM", start, world.day), ("DMTM", world.day, None)]
    assert staffed.son.assignments.get().valid_to is None
    assert hanging(world.day)["staff.Placement.unit"] == 0


def test_a_post_that_was_yet_to_begin_begins_under_the_heir(merged, world, staffed):  # noqa: F811
    day = world.day + timedelta(days=30)
    given = {"titles": {"vi": "Văn thư"}, "kind": KIND, "on": day}
    posts.set_up("later", by=staffed.by, unit=world.unit("DM"), **given)

    merged(ONE_WARD)

    assert places("later") == [("DMTM", day, None)]


@pytest.mark.parametrize("operation", [ONE_WARD, INTO_TAY_MO])
def test_a_post_comes_back_to_the_restored_unit(merged, world, staffed, operation):  # noqa: F811
    package = merged(operation)

    restored = take_back(package, staffed.by)

    assert places("dm-deputy")[-1] == (restored["Đại Mỗ"], LATER, None)
    assert places("dm-deputy")[-2][1:] == (world.day, LATER)


@pytest.mark.parametrize("operation", [ONE_WARD, INTO_TAY_MO])
def test_a_deputy_has_the_rights_over_the_restored_unit_again(merged, staffed, son, operation):  # noqa: F811
    package = merged(operation)
    between = son.may(SEE, on=package.day, unit=NEW.key) or son.may(SEE, on=package.day, unit="TM")

    restored = take_back(package, staffed.by)

    assert not between
    assert son.may(SEE, on=LATER, unit=restored["Đại Mỗ"])
    assert not son.may(SEE, on=LATER - timedelta(days=1), unit=restored["Đại Mỗ"])


def test_a_post_does_not_end_before_it_was_moved_on(merged, staffed, operator):  # noqa: F811
    merged(INTO_TAY_MO)
    before = places("dm-clerk")

    with pytest.raises(ValidationError, match="01/07/2025"):
        posts.end(staffed.posts["dm-clerk"], by=operator, on=MAY, reason="bỏ việc này")
    with pytest.raises(ValidationError, match="01/07/2025"):
        posts.end(staffed.posts["dm-clerk"], by=operator, on=NEW_YEAR, reason="bỏ việc này")

    assert places("dm-clerk") == before


def test_what_a_post_was_from_its_first_day_is_not_changed_once_it_was_moved_on(
    merged,
    staffed,  # noqa: F811
    operator,
):
    merged(INTO_TAY_MO)

    with pytest.raises(ValidationError, match="sau ngày 01/01/2025"):
        posts.change(staffed.posts["dm-clerk"], by=operator, on=NEW_YEAR, titles={"vi": "Khác"})

    posts.change(staffed.posts["dm-clerk"], by=operator, on=MAY, titles={"vi": "Khác"})
    assert [start for _unit, start, _end in places("dm-clerk")] == [NEW_YEAR, MAY, JULY]


def test_where_a_post_was_moved_is_on_record_and_stays_so(merged, staffed, operator):  # noqa: F811
    merged(INTO_TAY_MO)
    clerk = staffed.posts["dm-clerk"]

    with pytest.raises(ValidationError, match="01/07/2025"):
        posts.change(clerk, by=operator, on=JULY, titles={"vi": "Khác"})
    with pytest.raises(ValidationError, match="01/07/2025"):
        posts.end(clerk, by=operator, on=JULY, reason="bỏ việc này")
    posts.end(clerk, by=operator, on=JULY + timedelta(days=1), reason="bỏ việc này")

    assert [*verify()] == []
