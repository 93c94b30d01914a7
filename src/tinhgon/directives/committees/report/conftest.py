"""The committee of 2025: a session in June whose conclusion gave six works, seen on 12 June."""

from datetime import date, datetime

import pytest
from django.utils.timezone import get_default_timezone

from tinhgon.directives.committees.conftest import at
from tinhgon.directives.committees.meeting.actions import Point
from tinhgon.directives.committees.report.compiled import committee_year
from tinhgon.directives.models import Directive, Task

COMPILED = datetime(2025, 6, 12, 17, tzinfo=get_default_timezone())
EARLIER, ISSUED = at(6, 1), at(6, 2)


@pytest.fixture
def conclude(works):
    """A conclusion of a session, issued by a unit on 2 June, with these works as its tasks."""

    def concluded(session, *made, key="kl-01", unit=None, issued=ISSUED):
        directive = Directive.objects.create(
            key=key,
            title=f"Kết luận {key}",
            unit=unit or works.district,
            day=date(2025, 6, 2),
            session=session,
            drafted_at=EARLIER,
            drafted_by="user:1",
            issued_at=issued,
            issued_by="user:1" if issued else "",
        )
        for place, work in enumerate(made):
            Task.objects.create(directive=directive, place=place, title=work.title, work=work)
        return directive

    return concluded


@pytest.fixture
def concluded(planned, given, conclude):
    """The session of 1 June dealt with the review; six of the district's works are under it."""
    session = planned.call(Point("Sơ kết", planned.review), "Nhân sự", when=EARLIER)
    point = session.agenda.get(number=1).pk
    planned.hold(session, {planned.mai.pk}, when=at(6, 2), dealt_with={point})
    planned.session = session
    made = [work for title, work in given.items() if title != "moved"]
    planned.conclusion = conclude(session, *made)
    return planned


@pytest.fixture
def elsewhere(concluded, conclude, works):
    """A work of Tây Mỗ under another conclusion, which the city issued."""
    works.bodies.assign(works.bodies.thu, "tm-chair", date(2025, 3, 1), basis="concurrent")
    made = works.issue(at(6, 3), title="elsewhere", leads=[works.tay_mo])
    conclude(concluded.session, made, key="kl-02", unit=concluded.city)
    return made


@pytest.fixture
def told(planned, operator):
    """The committee's year as it was on 12 June 2025, for the operator unless told otherwise."""

    def compiled(year=2025, by=operator, when=COMPILED):
        return committee_year(planned.fresh_with_units(), year, by=by, at=when)

    return compiled


@pytest.fixture
def quan(person, headed):
    """Mr Quân keeps the committees of the district, which gave the works, and sees these."""
    return person("quan@x.vn", "standing-office", headed.bodies.books.district)


@pytest.fixture
def ward(person, headed):
    """Ms Mai, who heads the committee, and by her post sees the works of her ward Đại Mỗ alone."""
    return person("mai@x.vn", officer=headed.bodies.mai)
