"""What is said of an operation while somebody types."""

from dataclasses import replace
from decimal import Decimal

import pytest
from django.utils.translation import override

from tinhgon.domain.structure.claims import Extent, Source
from tinhgon.domain.structure.operations.absorb import Absorb
from tinhgon.domain.structure.operations.form import Form
from tinhgon.domain.structure.operations.rename import Rename
from tinhgon.domain.structure.packages import Plan
from tinhgon.domain.structure.units import Unit
from tinhgon.reorganisation.editing.checks import checked
from tinhgon.reorganisation.editing.drafted import Bearings, drafted

pytestmark = pytest.mark.django_db
NEW = Unit("new", "commune", "phường", "Miêu Nha", "00999", "P01")


@pytest.fixture
def free(draft):
    """A draft that says nothing yet, so that all units are free to take from."""
    from tinhgon.reorganisation.models import Package

    Package.objects.all().delete()
    return drafted(draft_of(draft))


def draft_of(_draft):
    from datetime import date

    from tinhgon.domain.structure.packages import Plan
    from tinhgon.reorganisation import actions
    from tinhgon.ui.actors import Operator

    day = date(2025, 7, 1)
    plan = Plan(code="plan", day=day, operations=())
    return actions.draft("free", by=Operator("x"), on=day, plans=[plan], titles={"vi": "Mới"})


def formed(*sources, unit=NEW):
    return Form(successor=unit, sources=sources)


def test_units_that_end_and_what_is_left(free):
    said = formed(Source(unit="TM"), Source(unit="DM", extent=Extent.PART))

    found = checked(free, "plan", said, None)

    assert (found.ended, found.unspent) == (["Phường Tây Mỗ"], ["Phường Đại Mỗ"])


def test_the_area_is_that_of_what_is_taken_whole(free):
    whole = checked(free, "plan", formed(Source(unit="TM"), Source(unit="MT")), None)
    part = checked(
        free, "plan", formed(Source(unit="TM"), Source(unit="DM", extent=Extent.PART)), None
    )

    assert whole.area == (Decimal("10.70"), True)
    assert part.area == (Decimal("6.03"), False)


def test_of_a_part_that_nobody_else_takes_from_it_is_said(free):
    found = checked(free, "plan", formed(Source(unit="DM", extent=Extent.PART)), None)

    with override("en"):
        assert found.note("DM") == "nobody else takes of it yet"


def test_many_takers_are_counted(draft):
    said = formed(Source(unit="DM", extent=Extent.PART))
    more = checked(draft, "1656-nq-ubtvqh15", said, None)

    with override("en"):
        assert more.note("DM") == "also to Phường Dương Nội, Phường Tây Mỗ, Phường Đại Mỗ"


def test_a_name_of_an_old_unit_that_is_shared_is_noted(draft):
    found = checked(draft, "1656-nq-ubtvqh15", draft.said[1].operation, 2)

    with override("en"):
        assert found.notes == [
            "00637 is the code of Phường Tây Mỗ until then: name the day with it.",
            "It bears the name of the old Phường Đại Mỗ, which 3 units share.",
        ]


def test_what_is_found_elsewhere_in_the_package_is_not_told(draft):
    found = checked(draft, "203-2025-qh15", Rename(unit="XP", name="Mới"), None)

    assert found.findings == []


def test_an_operation_is_checked_without_the_one_it_replaces(draft):
    same = draft.said[0].operation

    assert checked(draft, "1656-nq-ubtvqh15", same, 1).blocks is False
    assert checked(draft, "1656-nq-ubtvqh15", same, None).blocks is True


SA_PA = Unit("SP", "commune", "xã", "Sa Pa", "03000", "P10")
LAO_CAI = Unit("P10", "province", "tỉnh", "Lào Cai", "10")


def with_sa_pa(draft):
    """The draft of a register that knows Sa Pa, under another province."""
    standing = draft.before.having([LAO_CAI, SA_PA])
    return replace(draft, bearings=Bearings(standing))


def test_what_comes_from_another_province_is_told(free):
    found = checked(with_sa_pa(free), "plan", formed(Source(unit="TM"), Source(unit="SP")), None)

    with override("en"):
        (note,) = found.notes
        assert note == (
            "Xã Sa Pa is under Tỉnh Lào Cai, and who takes of it under Thành phố Hà Nội."
        )


def test_not_so_where_the_provinces_are_united(free):
    draft = with_sa_pa(free)
    united = Plan(
        code="provinces", day=draft.day, operations=(Absorb(into="P01", absorbed=("P10",)),)
    )
    both = replace(draft, plans=(*draft.plans, united))

    assert checked(both, "plan", formed(Source(unit="TM"), Source(unit="SP")), None).notes == []
    assert checked(both, "provinces", united.operations[0], 1).notes == []


def test_a_kind_within_a_name_is_told(free):
    twice = replace(NEW, name="Phường Miêu Nha")

    found = checked(free, "plan", formed(Source(unit="TM"), unit=twice), None)

    with override("en"):
        assert found.notes == [
            "It will be called Phường Phường Miêu Nha: leave the kind out of the name."
        ]
