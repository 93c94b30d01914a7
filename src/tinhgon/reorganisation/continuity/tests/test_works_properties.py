"""Whatever is handed over, split and rearranged in whatever order, one unit has each work."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tinhgon.domain.work.clarities import Clarity, ClarityTemplate, Said
from tinhgon.domain.work.life import NotNow
from tinhgon.registry import models
from tinhgon.registry.queries import unit_on
from tinhgon.registry.revision import changed
from tinhgon.reorganisation.continuity.counting import hanging
from tinhgon.reorganisation.continuity.tests.test_posts_properties import (
    REARRANGED,
    Life,
    rearrangements,
)
from tinhgon.staff.conftest import books, empty_books, staffed  # noqa: F401 - fixtures
from tinhgon.staff.models import Officer
from tinhgon.work import actions
from tinhgon.work.custody import actions as custody
from tinhgon.work.custody import issuing
from tinhgon.work.custody.handing_on import beginning
from tinhgon.work.custody.issuing import Order
from tinhgon.work.custody.queries import in_hand
from tinhgon.work.models import Custody, Work
from tinhgon.work.refusals import Refused
from tinhgon.work.standing import Standing

pytestmark = pytest.mark.django_db

BEGINS = date(2025, 1, 2)
ACTS = ("issue", "hand-over", "to-person", "split", "delegate", "report", "confirm", "withdraw")

acts = st.tuples(st.sampled_from(ACTS), st.integers(0, 99), st.integers(0, 99))


@dataclass
class Errands(Life):
    """What happens to works while the apparatus is rearranged; each act an hour after the last."""

    now: datetime = field(default_factory=lambda: beginning(BEGINS))

    def begin(self):
        changed()
        for key in ("DM", "TM", "MT"):
            self._issue(key)

    def go_on(self, steps):
        for what, one, other in steps:
            self.now += timedelta(hours=1)
            if what in REARRANGED:
                self.done[what] += self._rearrange(what, one, other)
                latest = self.effects[-1].day if self.effects else BEGINS
                self.now = max(self.now, beginning(latest) + timedelta(hours=1))
            else:
                self.done[what] += self._try_work(what, one, other)

    def _try_work(self, what, one, other):
        works = [*Work.objects.order_by("pk")]
        units = [*models.Unit.objects.order_by("pk")]
        work, unit = works[one % len(works)], units[other % len(units)]
        try:
            with transaction.atomic():
                DONE[what](self, work, unit)
        except (Refused, NotNow, ValidationError):
            return 0
        return 1

    def _issue(self, key):
        unit, city = (models.Unit.objects.get(key=one) for one in (key, "P01"))
        order = Order(title="Việc", leads=[unit], origin="Họp")
        custody.issue(order, by=self.by, at=self.now, giver=city)

    def _to(self, work, unit):
        custody.hand_over(work, by=self.by, at=self.now, reason="đúng việc", unit=unit)

    def _to_person(self, work, unit):
        held = Standing(work).held.unit
        placed = {"assignments__post__placements__unit": held, "assignments__valid_to": None}
        officer = Officer.objects.filter(**placed).first()
        custody.hand_over(work, by=self.by, at=self.now, reason="đúng người", officer=officer)

    def _split(self, work, unit):
        part = Order(title="Phần", leads=[unit], origin="Họp")
        custody.split(work, by=self.by, at=self.now, parts=[part, part])

    def _delegate(self, work, unit):
        away, deputy = Officer.objects.order_by("?")[:2]
        on = localdate(self.now)
        until = on + timedelta(days=3)
        custody.delegate(away, by=self.by, deputy=deputy, on=on, until=until, reason="đi họp")


DONE = {
    "issue": lambda life, work, unit: life._issue(unit.key),
    "hand-over": Errands._to,
    "to-person": Errands._to_person,
    "split": Errands._split,
    "delegate": Errands._delegate,
    "report": lambda life, work, unit: actions.report(work, by=life.by, at=life.now, words="xong"),
    "confirm": lambda life, work, unit: actions.confirm(work, by=life.by, at=life.now),
    "withdraw": lambda life, work, unit: actions.withdraw(
        work, by=life.by, at=life.now, reason="thôi"
    ),
}


def wrong_in_custody():
    """Everything that must never be, at every instant from the first to the last."""
    works = [Standing(one) for one in Work.objects.order_by("pk")]
    return {
        "without a first row": [one.work for one in works if one.custody[0].came_from],
        "not from the one before": [
            row
            for one in works
            for row, before in zip(one.custody[1:], one.custody, strict=False)
            if row.came_from != before.unit
        ],
        "with a unit that does not stand": [
            (row.work_id, row.unit.key, day)
            for one in works
            for row, end in stays(one)
            for day in (localdate(row.start), end)
            if unit_on(row.unit.key, day) is None
        ],
        "in hand twice or not at all": [
            one.work
            for one in works
            if in_hand(Custody.objects.filter(work=one.work)).count() != (not one.state.is_closed)
        ],
        "hanging": hanging(localdate())["work.Custody.unit"],
    }


def stays(standing):
    """Each row with the last day on which it was the one that counts, while the work was open."""
    closed = standing.state.is_closed and standing.events[-1].on
    ends = [localdate(row.start - timedelta(microseconds=1)) for row in standing.custody[1:]]
    return zip(standing.custody, [*ends, closed or localdate()], strict=True)


RIGHT = {
    "without a first row": [],
    "not from the one before": [],
    "with a unit that does not stand": [],
    "in hand twice or not at all": [],
    "hanging": 0,
}


@pytest.fixture
def bare(staffed, monkeypatch):  # noqa: F811
    """A set of clarities that is clear anyway: here it is about who has what."""
    title = Clarity(key="work", name=None, said=Said.TITLE)
    template = ClarityTemplate(key="bare", name=None, items={"work": title})
    monkeypatch.setattr(issuing, "template_of", lambda order, on: template)


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(acts | acts | rearrangements, min_size=8, max_size=24))
def test_exactly_one_unit_that_stands_has_each_open_work_at_every_instant(bare, operator, steps):
    with transaction.atomic():
        life = Errands(operator)
        life.begin()

        life.go_on(steps)

        assert wrong_in_custody() == RIGHT
        transaction.set_rollback(True)


def test_acts_and_rearrangements_of_every_kind_are_done_at_times(bare, operator):
    life = Errands(operator)
    life.begin()
    keys = [*models.Unit.objects.order_by("pk").values_list("key", flat=True)]
    dm, tm = keys.index("DM"), keys.index("TM")

    life.go_on(
        [
            ("issue", 0, dm),
            ("hand-over", 0, tm),
            ("to-person", 3, 0),
            ("delegate", 0, 0),
            ("split", 1, tm),
            ("merge", 0, 2),
            ("compensate", 0, 0),
            ("report", 2, 0),
            ("confirm", 2, 0),
            ("divide", 0, 1),
            ("withdraw", 5, 0),
            ("dissolve", 0, 0),
            ("absorb", 0, 1),
        ]
    )

    assert {what: many for what, many in life.done.items() if not many} == {}
    assert Custody.objects.filter(because="reorganised").count() > 2
    assert Custody.objects.filter(because="restored").exists()
    assert wrong_in_custody() == RIGHT
