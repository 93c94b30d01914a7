"""Nam Từ Liêm has a work of the city; its wards Đại Mỗ, Tây Mỗ, Mễ Trì, Xuân Phương have heads."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from django.utils.timezone import localdate

from tinhgon.registry import actions as registry
from tinhgon.registry.models import Unit
from tinhgon.staff.models import Assignment, Officer, Placement, Post
from tinhgon.work.conftest import CLEAR
from tinhgon.work.custody.actions import cascade
from tinhgon.work.custody.planning import Part

TODAY = localdate()
DUE = TODAY + timedelta(days=20)
NEW_YEAR = date(2025, 1, 1)


def headed(keys):
    """Give each of these units a head."""
    units = [*Unit.objects.filter(key__in=keys)]
    posts = Post.objects.bulk_create([Post(key=f"head-{unit.key}") for unit in units])
    officers = Officer.objects.bulk_create([Officer(key=f"CB-{unit.key}") for unit in units])
    alike = {"valid_from": NEW_YEAR, "reason": "giao đầu năm"}
    titles = {"titles": {"vi": "Chủ tịch"}, "staff_kind": "civil-servant", "rank": "head"}
    Placement.objects.bulk_create(
        [
            Placement(post=post, unit=unit, **titles, **alike)
            for post, unit in zip(posts, units, strict=True)
        ]
    )
    Assignment.objects.bulk_create(
        [
            Assignment(post=post, officer=officer, **alike)
            for post, officer in zip(posts, officers, strict=True)
        ]
    )


@pytest.fixture
def wards(works):
    """The four wards, each with a head: Đại Mỗ has one anyway."""
    headed(["D019", "TM", "MT", "XP"])
    return [*Unit.objects.filter(key__in=["DM", "TM", "MT", "XP"]).order_by("key")]


@pytest.fixture
def whole(works, wards):
    """What the district was given by the city an hour ago."""
    when = timezone.now() - timedelta(hours=1)
    given = {"giver": works.bodies.books.city, "leads": [works.district], "due": DUE}
    return works.issue(when, title="Rà soát nhà văn hóa", key="NV", clarities=CLEAR, **given)


@pytest.fixture
def down(works):
    """Give units a part of a work, as the operator does."""

    def given(work, units, **part):
        made = Part(**part)
        return cascade(work, by=works.by, at=timezone.now(), units=units, part=made)

    return given


@pytest.fixture
def many(works, vietnam, operator, folder):
    """So many further wards of the district, each with a head."""

    def made(count):
        keys = [f"W{place}" for place in range(count)]
        lines = [
            f"{key},{key},{10000 + place},commune,phường,Phường {place},D019,,,,,,test"
            for place, key in enumerate(keys)
        ]
        header = (folder.path / "units.csv").read_text(encoding="utf-8").splitlines()[0]
        folder.put("units.csv", header, *lines)
        changes = (folder.path / "changes.csv").read_text(encoding="utf-8").splitlines()[0]
        folder.put("changes.csv", changes)
        registry.load(folder.path, by=operator, file=vietnam)
        headed(keys)
        return [*Unit.objects.filter(key__in=keys)]

    return made
