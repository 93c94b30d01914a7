"""The register as norms judge it: some bodies of Hà Nội with posts and leaders, and who looks on.

    P01                 thành phố Hà Nội
      ubnd              its People's Committee
        snv             Sở Nội vụ
          tccc          its division Tổ chức, with six posts of civil servants
        syt             Sở Y tế

Mr Hùng is the chair of everything, Ms Hà keeps norms, Ms Mai heads Sở Nội vụ, An has no role.
"""

from dataclasses import dataclass
from datetime import date

import pytest
from django.utils import timezone
from tests.made_once import made_once

from tinhgon.accounts import actions as accounts
from tinhgon.norms import actions
from tinhgon.registry.models import Tie, Unit, Version
from tinhgon.registry.revision import changed
from tinhgon.staff.ledger.actions import allocate
from tinhgon.staff.officers.actions import enter
from tinhgon.staff.posts.actions import assign, set_up

START = date(2020, 1, 1)
DAY = date(2025, 7, 1)
KIND = "civil-servant"
BODIES = (
    ("ubnd", "authority", "ủy ban nhân dân", "thành phố Hà Nội", "P01"),
    ("snv", "agency", "sở", "Nội vụ", "ubnd"),
    ("tccc", "division", "phòng", "Tổ chức", "snv"),
    ("syt", "agency", "sở", "Y tế", "ubnd"),
)


@dataclass
class City:
    """Units by key, and what can be done to them in few words."""

    by: object

    def __getitem__(self, key):
        return Unit.objects.get(key=key)

    def allot(self, posts, key, on=START):
        """Posts from the authority above to the city, and from there to a unit."""
        more = {"by": self.by, "kind": KIND, "on": on, "reason": "giao biên chế"}
        allocate(posts, source=None, target=self["P01"], **more)
        allocate(posts, source=self["P01"], target=self[key], **more)

    def lead(self, key, rank, officer, on=START, **more):
        """A leader's post of a unit, with somebody in it."""
        post = set_up(
            f"{key}-{officer}",
            by=self.by,
            unit=self[key],
            titles={"vi": rank},
            kind=KIND,
            rank=rank,
            on=START,
            reason="vị trí",
        )
        made = enter(f"{officer}-{key}", by=self.by, name=officer, invented=True)
        assign(made, by=self.by, post=post, on=on, reason="bổ nhiệm", **more)

    def run(self, on=DAY):
        """The rules run over a day."""
        return actions.run_norms(by=self.by, on=on)

    def waive(self, on=DAY, until=date(2026, 1, 1), **more):
        """The city lets the size of the division be."""
        said = {"rule": "division-too-small", "number": "1/QĐ-UBND", "reason": "đang sắp xếp"}
        given = {**said, "authority": self["ubnd"], "on": on, "until": until, **more}
        return actions.waive(given.pop("unit", self["tccc"]), by=self.by, **given)


@pytest.fixture
@made_once
def city(register, operator):
    """The bodies of the head of this file, since 2020; the division has six posts."""
    first = Unit.objects.order_by("-pk").first().pk + 1
    at = timezone.now()
    for place, (key, level, kind, name, parent) in enumerate(BODIES):
        unit = Unit.objects.create(pk=first + place, key=key)
        known = {"unit": unit, "valid_from": START, "recorded_from": at}
        Version.objects.create(level=level, kind=kind, name=name, **known)
        Tie.objects.create(parent=Unit.objects.get(key=parent), **known)
    changed()
    made = City(operator)
    made.allot(6, "tccc")
    return made


@pytest.fixture
def person(city, operator):
    """Somebody who signs in, with a role over a unit (everything, if none is named)."""

    def opened(name, role=None, unit=None):
        email = f"{name}@norms.example.vn"
        user = accounts.open_account(email, by=operator, name=name, password="mật-khẩu-rất-dài")
        if role:
            over = city[unit] if unit else None
            accounts.grant(user, by=operator, role=role, on=START, unit=over)
        return user

    return opened
