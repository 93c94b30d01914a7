"""Posts in the small world: Hà Nội allots to Nam Từ Liêm, that to its wards Đại Mỗ and Tây Mỗ."""

from dataclasses import dataclass
from datetime import date

import pytest
from tests.made_once import made_once

from tinhgon.documents.models import Instrument
from tinhgon.registry.models import Unit
from tinhgon.staff.ledger import actions
from tinhgon.staff.models import Officer, Post
from tinhgon.staff.officers import actions as officers
from tinhgon.staff.posts import actions as posts

NEW_YEAR, SPRING, MAY, JUNE = (date(2025, month, 1) for month in (1, 3, 5, 6))
KIND = "civil-servant"


@dataclass
class Books:
    """The units whose accounts are kept, and acts upon them in few words, all in civil servants."""

    city: Unit
    district: Unit
    dai_mo: Unit
    tay_mo: Unit
    by: object

    def grant(self, posts, on=NEW_YEAR, **more):
        return self._do(actions.allocate, posts, on, source=None, target=self.city, **more)

    def allocate(self, posts, source, target, on=NEW_YEAR, **more):
        return self._do(actions.allocate, posts, on, source=source, target=target, **more)

    def give_back(self, posts, source, target, on):
        return self._do(actions.give_back, posts, on, source=source, target=target)

    def lapse(self, posts, source, on, **more):
        return self._do(actions.lapse, posts, on, source=source, **more)

    def transfer(self, posts, source, target, on):
        return self._do(actions.transfer, posts, on, source=source, target=target)

    def freeze(self, posts, unit, on):
        return self._do(actions.freeze, posts, on, unit=unit)

    def thaw(self, posts, unit, on):
        return self._do(actions.thaw, posts, on, unit=unit)

    def reverse(self, movement, **more):
        return actions.reverse(movement, by=self.by, reason="nhập nhầm", **more)

    def _do(self, act, posts, on, **more):
        return act(posts, by=self.by, **{"kind": KIND, "on": on, "reason": "giao đầu năm", **more})


@pytest.fixture
@made_once
def empty_books(register, operator):
    """Nobody has any posts yet."""
    units = {unit.key: unit for unit in Unit.objects.all()}
    return Books(units["P01"], units["D019"], units["DM"], units["TM"], operator)


@pytest.fixture
@made_once
def books(empty_books):
    """Granted 100 to the city; 40 of them to the district, 12 and 8 of those to its two wards."""
    empty_books.grant(100)
    empty_books.allocate(40, empty_books.city, empty_books.district)
    empty_books.allocate(12, empty_books.district, empty_books.dai_mo)
    empty_books.allocate(8, empty_books.district, empty_books.tay_mo, SPRING)
    return empty_books


@pytest.fixture
def decision(db):
    """The decision under which posts are allotted."""
    return Instrument.objects.create(number="1/QĐ-UBND", issued=NEW_YEAR)


@dataclass
class Bodies:
    """Posts of Đại Mỗ and Tây Mỗ, and three who work there: Ms Mai, Mr Sơn, Ms Thu."""

    books: Books
    mai: Officer
    son: Officer
    thu: Officer
    posts: dict[str, Post]
    by: object

    def assign(self, officer, post, on=NEW_YEAR, **more):
        return posts.assign(officer, by=self.by, post=self.posts[post], on=on, **more)


@pytest.fixture
@made_once
def staffed(books, operator):
    """Ms Mai heads Đại Mỗ with Mr Sơn as deputy and Ms Thu at the desk; Tây Mỗ has no head yet."""

    def post(key, unit, title, rank, kind=KIND):
        titles = {"vi": title[0], "en": title[1]}
        given = {"unit": unit, "titles": titles, "kind": kind, "rank": rank, "on": NEW_YEAR}
        return posts.set_up(key, by=operator, **given)

    def officer(key, name, born, group):
        given = {"name": name, "born": born, "retires_as": group, "invented": True}
        return officers.enter(key, by=operator, **given)

    chair, deputy, clerk = (
        ("Chủ tịch", "Chair"),
        ("Phó Chủ tịch", "Deputy chair"),
        ("Văn thư", "Clerk"),
    )
    bodies = Bodies(
        books,
        officer("CB01", "Đinh Thị Mai", date(1971, 3, 31), "women"),
        officer("CB02", "Hồ Văn Sơn", date(1964, 10, 1), "men"),
        officer("CB03", "Vũ Thị Thu", date(1990, 5, 5), "women"),
        {
            "dm-chair": post("dm-chair", books.dai_mo, chair, "head"),
            "dm-deputy": post("dm-deputy", books.dai_mo, deputy, "deputy"),
            "dm-clerk": post("dm-clerk", books.dai_mo, clerk, "none"),
            "tm-chair": post("tm-chair", books.tay_mo, chair, "head"),
        },
        operator,
    )
    bodies.assign(bodies.mai, "dm-chair")
    bodies.assign(bodies.son, "dm-deputy")
    bodies.assign(bodies.thu, "dm-clerk", SPRING)
    return bodies
