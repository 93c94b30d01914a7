"""Books of the ward Đại Mỗ: Ms Thu keeps them, Mr Hùng sees its work, Ms Huong plans elsewhere."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import pytest
from django.utils.timezone import get_default_timezone
from tests.made_once import made_once

from tinhgon.accounts import actions as accounts
from tinhgon.directives.correspondence import actions
from tinhgon.directives.correspondence.papers import Incoming, Outgoing
from tinhgon.directives.models import Book, Direction
from tinhgon.registry.models import Unit
from tinhgon.staff.conftest import books, empty_books, staffed  # noqa: F401 - fixtures

JUNE = {day: date(2025, 6, day) for day in range(1, 31)}


def at(day: int = 10, month: int = 6, year: int = 2025) -> datetime:
    """An instant, in June 2025 unless told otherwise."""
    return datetime(year, month, day, 9, tzinfo=get_default_timezone())


@dataclass
class Keeping:
    """Acts upon books in few words."""

    unit: Unit
    by: Any

    def open(self, direction=Direction.INCOMING, name="Chung", **more):
        given = {"unit": self.unit, "at": at(1), "year": 2025, "issuer": "UBND", **more}
        return actions.open_book(name, by=self.by, direction=direction, **given)

    def open_outgoing(self, **more):
        return self.open(Direction.OUTGOING, **more)

    def receive(self, book: Book, when=None, **more):
        given = {"number": "86/KH-UBND", "issued": JUNE[5], "received": JUNE[9]}
        given |= {"abstract": "Rà soát nhà văn hóa", "sender": "Sở Văn hóa"}
        paper = Incoming(**given | more)
        return actions.register_incoming(book, by=self.by, at=when or at(), paper=paper)

    def send(self, book: Book, when=None, **more):
        given = {"type": "QĐ", "issued": JUNE[9], "abstract": "Thành lập tổ công tác"}
        given |= {"signer": "Đinh Thị Mai", "recipients": "Như Điều 3; Lưu: VT"}
        paper = Outgoing(**given | more)
        return actions.register_outgoing(book, by=self.by, at=when or at(), paper=paper)


@pytest.fixture
@made_once
def keeping(world, operator):
    """The books of Đại Mỗ; none is open yet."""
    return Keeping(world.unit("DM"), operator)


@pytest.fixture
def clerk(world, operator):
    """Ms Thu, the clerk of Đại Mỗ."""
    user = accounts.open_account("thu@x.vn", by=operator, name="Thu", password="mật-khẩu-rất-dài")
    role = {"role": "clerk", "on": date(2025, 1, 1), "unit": world.unit("DM")}
    accounts.grant(user, by=operator, reason="văn thư", **role)
    return user
