"""Works in the small world: Nam Từ Liêm gives them to its wards Đại Mỗ and Tây Mỗ."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

import pytest
from django.utils.timezone import get_default_timezone
from tests.made_once import made_once

from tinhgon.registry.models import Unit
from tinhgon.staff.conftest import Bodies, books, empty_books, staffed  # noqa: F401 - fixtures
from tinhgon.work import actions
from tinhgon.work.custody import actions as custody
from tinhgon.work.custody.issuing import Order
from tinhgon.work.standing import Standing

JUNE = {day: date(2025, 6, day) for day in range(1, 31)}
CLEAR = {"responsibility": "Chịu trách nhiệm chính", "authority": "Chủ tịch phường quyết định"}


def at(day: int, hour: int = 9, month: int = 6) -> datetime:
    """An instant of 2025."""
    return datetime(2025, month, day, hour, tzinfo=get_default_timezone())


MORNING = at(2)


@dataclass
class Works:
    """Acts upon works in few words, each a day after the one before unless told otherwise."""

    bodies: Bodies
    district: Unit
    dai_mo: Unit
    tay_mo: Unit
    by: object
    now: datetime = MORNING

    def order(self, **more):
        given = {"leads": [self.dai_mo], "clarities": CLEAR, "product": "Báo cáo", "due": JUNE[10]}
        return Order(**{"title": "Rà soát nhà văn hóa", "origin": "Họp giao ban", **given, **more})

    def issue(self, when=None, **more):
        giver = more.pop("giver", self.district)
        return custody.issue(self.order(**more), by=self.by, at=self._at(when), giver=giver)

    def hand_over(self, work, when=None, **more):
        reason = {"reason": "Đúng địa bàn"}
        return custody.hand_over(work, by=self.by, at=self._at(when), **{**reason, **more})

    def split(self, work, *parts, when=None):
        return custody.split(work, by=self.by, at=self._at(when), parts=parts)

    def accept(self, work, when=None):
        return actions.accept(work, by=self.by, at=self._at(when))

    def report(self, work, when=None, **more):
        words = {"words": "Đã xong"}
        return actions.report(work, by=self.by, at=self._at(when), **{**words, **more})

    def confirm(self, work, when=None):
        return actions.confirm(work, by=self.by, at=self._at(when))

    def send_back(self, work, when=None):
        return actions.send_back(work, by=self.by, at=self._at(when), reason="Thiếu số liệu")

    def suspend(self, work, when=None):
        return actions.suspend(work, by=self.by, at=self._at(when), reason="Chờ hướng dẫn")

    def resume(self, work, when=None, **more):
        return actions.resume(work, by=self.by, at=self._at(when), **more)

    def withdraw(self, work, when=None):
        return actions.withdraw(work, by=self.by, at=self._at(when), reason="Không còn cần")

    def extend(self, work, until, asked=JUNE[9], decided=JUNE[9], granted=True):
        reason = "Chờ số liệu"
        one = actions.ask_extension(work, by=self.by, on=asked, until=until, reason=reason)
        return actions.decide_extension(one, by=self.by, on=decided, granted=granted)

    def _at(self, when):
        self.now = when or self.now + timedelta(hours=1)
        return self.now


@pytest.fixture
@made_once
def works(staffed):  # noqa: F811 - the fixture
    """Nobody has anything to do yet."""
    units = staffed.books
    return Works(staffed, units.district, units.dai_mo, units.tay_mo, staffed.by)


@pytest.fixture
def standing():
    """How a work stands now."""
    return lambda work: Standing(type(work).objects.get(pk=work.pk))
