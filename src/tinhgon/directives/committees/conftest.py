"""The city's committee: Ms Mai heads it, Mr Sơn is a member, Ms Hà keeps it, An is a stranger."""

from dataclasses import dataclass
from datetime import date, datetime

import pytest
from django.utils.timezone import get_default_timezone
from tests.made_once import made_once

from tinhgon.accounts import actions as accounts
from tinhgon.directives.committees import actions
from tinhgon.directives.committees.entitlement import with_units
from tinhgon.directives.committees.meeting import actions as meeting
from tinhgon.directives.committees.meeting.actions import Point
from tinhgon.directives.committees.planning import actions as planning
from tinhgon.directives.models import Committee
from tinhgon.documents.models import Instrument
from tinhgon.registry.models import Unit
from tinhgon.registry.tests.pages import soup
from tinhgon.staff.conftest import Bodies, books, empty_books, staffed  # noqa: F401 - fixtures

FOUNDED, MAY = date(2025, 1, 2), date(2025, 5, 1)


def at(month: int, day: int, hour: int = 9, year: int = 2025) -> datetime:
    """An instant."""
    return datetime(year, month, day, hour, tzinfo=get_default_timezone())


@dataclass
class Steering:
    """Acts upon the committee in few words."""

    committee: Committee
    bodies: Bodies
    by: object

    @property
    def dai_mo(self) -> Unit:
        return self.bodies.books.dai_mo

    @property
    def tay_mo(self) -> Unit:
        return self.bodies.books.tay_mo

    @property
    def city(self) -> Unit:
        return self.bodies.books.city

    def appoint(self, officer=None, role="member", on=FOUNDED, **more):
        return actions.appoint(
            self.committee, by=self.by, role=role, on=on, officer=officer, **more
        )

    def relieve(self, member, on=MAY):
        return actions.relieve(member, by=self.by, on=on, reason="chuyển công tác")

    def dissolve(self, on=date(2025, 12, 1), **more):
        given = {"reason": "hoàn thành nhiệm vụ", **more}
        return actions.dissolve(self.committee, by=self.by, on=on, **given)

    def plan(self, what="Sơ kết", month=6, year=2025, when=None, **more):
        given = {"what": what, "month": month, "year": year, **more}
        return planning.add(self.committee, by=self.by, at=when or at(1, 5), **given)

    def adopt(self, year=2025, on=date(2025, 1, 10)):
        plan = self.committee.plans.get(year=year)
        planning.adopt(plan, by=self.by, at=at(1, 10, year=on.year), on=on)
        return plan

    def call(self, *points, when=None, place="Phòng họp số 1"):
        agenda = [one if isinstance(one, Point) else Point(one) for one in points]
        given = {"when": when or at(3, 10), "place": place, "agenda": agenda}
        return meeting.call(self.committee, by=self.by, at=at(3, 1), **given)

    def hold(self, session, attended, when=None, **more):
        return meeting.hold(session, by=self.by, at=when or at(3, 11), attended=attended, **more)

    def cancel(self, session):
        return meeting.cancel(session, by=self.by, at=at(3, 2), reason="trùng lịch")

    def fresh(self):
        return Committee.objects.get(pk=self.committee.pk)

    def fresh_with_units(self):
        return with_units(Committee.objects.filter(pk=self.committee.pk)).get()


@pytest.fixture
def founding(db):
    """The decision that sets committees up."""
    return Instrument.objects.create(number="07-QĐ/TU", issued=FOUNDED)


@pytest.fixture
@made_once
def steering(staffed, founding, operator):  # noqa: F811 - the fixture
    """The committee, with nobody in it yet."""
    made = actions.set_up(
        "bcd-07",
        by=operator,
        titles={"vi": "Ban Chỉ đạo 07", "en": "Committee 07"},
        unit=staffed.books.city,
        office=staffed.books.district,
        under=founding,
        on=FOUNDED,
    )
    return Steering(made, staffed, operator)


@pytest.fixture
@made_once
def headed(steering):
    """Ms Mai heads it and Mr Sơn is a member."""
    steering.mai = steering.appoint(steering.bodies.mai, "head")
    steering.son = steering.appoint(steering.bodies.son)
    return steering


@pytest.fixture
@made_once
def planned(headed):
    """In June a review for which Mr Sơn answers and that Đại Mỗ prepares; every December a report.

    The plan is adopted.
    """
    headed.review = headed.plan(member=headed.son, unit=headed.dai_mo)
    headed.report = headed.plan("Báo cáo năm", 12, member=headed.mai, recurring=True)
    headed.adopt()
    return headed


@pytest.fixture
def person(operator):
    """An account, with a role over a unit if one is named."""

    def made(email, role=None, unit=None, officer=None):
        user = accounts.open_account(email, by=operator, name=email, password="mật-khẩu-rất-dài")
        if role:
            accounts.grant(
                user, by=operator, role=role, on=date(2025, 1, 1), unit=unit, reason="việc"
            )
        if officer:
            officer.user = user
            officer.save()
        return user

    return made


@pytest.fixture
def ha(person, steering):
    """Ms Hà, who keeps the committees of the city's standing office."""
    return person("ha@x.vn", "standing-office", steering.city)


@pytest.fixture
def show(client):
    """A page as soup for somebody, in English unless told otherwise."""

    def shown(address, by=None, language="en", status=200, data=None, **asked):
        if by:
            client.force_login(by)
        root = "" if language == "vi" else f"/{language}"
        send = client.get if data is None else client.post
        response = send(f"{root}{address}", asked if data is None else data)
        assert response.status_code == status
        return soup(response)

    return shown
