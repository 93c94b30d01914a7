"""What becomes of open works: heirs have them from the day on, restored units have them back."""

from datetime import date

import pytest

from tinhgon.audit.record import verify
from tinhgon.conftest import approved, ordered, reloaded
from tinhgon.domain.structure.operations.consolidate import Consolidate
from tinhgon.domain.structure.units import Unit
from tinhgon.reorganisation import actions
from tinhgon.reorganisation.allotting.actions import allot
from tinhgon.reorganisation.compensating.actions import compensate
from tinhgon.reorganisation.continuity.counting import hanging, resting
from tinhgon.staff.conftest import books, empty_books, staffed  # noqa: F401 - fixtures
from tinhgon.work.conftest import JUNE, at, standing, works  # noqa: F401 - fixtures
from tinhgon.work.custody.handing_on import beginning

HELD, GIVEN, HELPED = "work.Custody.unit", "work.Work.giver", "work.Contributor.unit"
SEPTEMBER = date(2025, 9, 1)
NEW = Unit("DMTM", "commune", "phường", "Đại Tây", "00640", "D019")


@pytest.fixture
def merge(works, draft, operator):  # noqa: F811
    """Đại Mỗ and Tây Mỗ become one ward, on the day or by `coming` on the first of September."""
    package = draft("merged", Consolidate(sources=("DM", "TM"), successor=NEW))

    def in_effect():
        actions.enact(package, by=operator, on=package.day)
        return reloaded(package)

    return in_effect


def rows(work):
    """Each row of the custody of a work: unit, whence, why, from when."""
    told = work.custody.order_by("start")
    return [*told.values_list("unit__key", "came_from__key", "because", "start")]


def test_an_open_work_goes_on_under_the_heir_from_midnight_and_a_closed_one_stays(
    works,  # noqa: F811
    world,
    merge,
):
    still_open, closed = works.issue(), works.issue()
    works.withdraw(closed)

    package = merge()

    assert rows(still_open) == [
        ("DM", None, "issued", still_open.custody.earliest("start").start),
        ("DMTM", "DM", "reorganised", beginning(world.day)),
    ]
    assert len(rows(closed)) == 1
    assert package.effect.counts[HELD] == 1
    assert hanging(world.day)[HELD] == 0
    assert not [*verify()]


def test_who_has_to_do_it_has_to_still_where_their_post_went(works, merge, standing):  # noqa: F811
    work = works.issue(officer=works.bodies.mai)

    merge()

    assert standing(work).held.officer == works.bodies.mai


def test_for_whom_it_is_done_and_who_contributes_goes_on_too(works, merge, standing):  # noqa: F811
    work = works.issue(giver=works.district, contributors=[works.tay_mo])
    (part,) = works.split(work, works.order())

    merge()

    assert standing(part).work.giver.key == "DMTM"
    assert standing(part).events[0].unit.key == "DM"
    assert [*work.contributors.order_by("pk").values_list("unit__key", "valid_to")] == [
        ("TM", date(2025, 7, 1)),
        ("DMTM", None),
    ]


def test_what_changed_hands_between_the_day_and_the_effect_goes_on_too(
    works,  # noqa: F811
    merge,
    standing,  # noqa: F811
):
    work = works.issue(when=at(1, month=7), due=date(2025, 8, 1))
    last = standing(work).held.start

    merge()

    assert standing(work).held.unit.key == "DMTM"
    assert standing(work).held.start > last


def test_a_restored_unit_has_back_what_it_had_and_not_what_came_to_the_heir_since(
    works,  # noqa: F811
    merge,
    operator,
    standing,  # noqa: F811
):
    works.bodies.assign(works.bodies.thu, "tm-chair", basis="concurrent")
    had = works.issue(leads=[works.tay_mo])
    package = merge()
    heir = standing(had).held.unit
    later = {"when": at(2, month=7), "due": date(2025, 8, 1)}
    since = works.issue(leads=[heir], officer=works.bodies.mai, **later)

    back = compensate(package, by=operator, on=SEPTEMBER, code="back", titles={"vi": "Khắc phục"})
    actions.enact(approved(back, operator), by=operator, on=SEPTEMBER)

    assert [unit.partition("~")[0] for unit, *_rest in rows(had)] == ["TM", "DMTM", "TM"]
    assert standing(had).held.because == "restored"
    assert standing(had).held.start == beginning(SEPTEMBER)
    assert standing(since).held.because == "reorganised"
    assert hanging(SEPTEMBER)[HELD] == 0


def test_where_no_rule_says_who_goes_on_somebody_decides_work_by_work(
    works,  # noqa: F811
    shared,
    operator,
    standing,  # noqa: F811
):
    first, second = works.issue(), works.issue()
    named = {"MT": [standing(second).held.pk]}

    assert resting({"DM"}, shared.day)[HELD] == 2
    decided = {"relation": HELD, "unit": "DM", "heir": "TM", "named": named, "reason": "Địa bàn"}
    allot(shared, by=operator, on=JUNE[20], **decided)
    ordered(shared)
    for relation in ("accounts.Grant.unit", "staff.Placement.unit", "staff.Movement.target_unit"):
        allot(shared, by=operator, on=JUNE[20], **{**decided, "relation": relation, "named": {}})
    actions.enact(reloaded(shared), by=operator, on=shared.day)

    assert standing(first).held.unit.key == "TM"
    assert standing(second).held.unit.key == "MT"
