"""What is due takes effect by a job: on its day and not before, whatever day that is, and once."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from tinhgon.conftest import approved, reloaded
from tinhgon.reorganisation.due.running import run_due

pytestmark = pytest.mark.django_db

LAST_OF_THE_EVE = datetime(2025, 6, 30, 16, 59, 59, 999_000, tzinfo=UTC)
FIRST_OF_THE_DAY = datetime(2025, 6, 30, 17, 0, tzinfo=UTC)
"""The reform is of 1 July; in Hà Nội it is seven hours later than in Greenwich."""


@pytest.fixture
def at(monkeypatch):
    """Set every clock of the program."""
    return lambda clock: monkeypatch.setattr(timezone, "now", lambda: clock)


def ran(by, on):
    return [(one.package.code, one.stopped) for one in run_due(by=by, on=on)]


def test_on_the_eve_nothing_is_due(enacted, operator, world):
    assert ran(operator, world.eve) == []
    assert reloaded(enacted).state == "enacted"


def test_on_the_day_it_takes_effect(enacted, operator, world):
    assert ran(operator, world.day) == [("reform", None)]
    assert reloaded(enacted).state == "in-effect"


def test_run_again_nothing_is_left_to_do(enacted, operator, world):
    ran(operator, world.day)

    assert ran(operator, world.day + timedelta(days=1)) == []


def test_missed_days_are_made_up_for(enacted, operator, world):
    assert ran(operator, world.day + timedelta(days=40)) == [("reform", None)]


@pytest.mark.parametrize(
    "holiday",
    [
        date(2027, 1, 1),  # New Year, a Friday
        date(2027, 2, 6),  # the first day of Tết, a Saturday
        date(2027, 8, 29),  # a Sunday
    ],
)
def test_an_effect_neither_waits_for_a_working_day_nor_comes_before(
    draft, operator, world, holiday
):
    from tinhgon.domain.structure.operations.rename import Rename
    from tinhgon.reorganisation import actions

    package = approved(draft("renamed", Rename(unit="MT", name="Mễ"), on=holiday), operator)
    actions.enact(package, by=operator, on=world.eve)

    assert ran(operator, holiday - timedelta(days=1)) == []
    assert ran(operator, holiday) == [("renamed", None)]
    assert str(reloaded(package).effect.on) == str(holiday)


def test_what_is_withdrawn_is_not_due(enacted, operator, world):
    from tinhgon.reorganisation import actions

    actions.withdraw(enacted, by=operator, on=world.eve, reason="Thôi")

    assert ran(operator, world.day) == []


def test_what_is_stopped_stops_no_other(enacted, operator, world, monkeypatch):
    from tinhgon.reorganisation.continuity.moving import Undecided
    from tinhgon.reorganisation.due import running

    def stopped(package, **given):
        raise Undecided({"accounts.Grant.unit": ["DM"]})

    monkeypatch.setattr(running.actions, "take_effect", stopped)

    ((code, why),) = ran(operator, world.day)

    assert (code, type(why)) == ("reform", Undecided)


@pytest.mark.parametrize(
    ("clock", "state"), [(LAST_OF_THE_EVE, "enacted"), (FIRST_OF_THE_DAY, "in-effect")]
)
def test_the_day_begins_at_midnight_here_not_in_greenwich(enacted, tinhgon, at, clock, state):
    at(clock)

    assert tinhgon("plan", "run-due").exit_code == 0

    assert reloaded(enacted).state == state


@pytest.mark.parametrize(
    ("clock", "state"), [(LAST_OF_THE_EVE, "enacted"), (FIRST_OF_THE_DAY, "in-effect")]
)
def test_what_is_enacted_after_midnight_takes_effect_at_once(
    package, operator, tinhgon, at, clock, state
):
    approved(package, operator)
    at(clock)

    assert tinhgon("plan", "enact", "reform", "--quiet").exit_code == 0

    assert reloaded(package).state == state


def test_before_midnight_the_day_cannot_be_named(enacted, tinhgon, at, world):
    at(LAST_OF_THE_EVE)

    assert tinhgon("plan", "run-due", "--on", world.day).exit_code == 2

    assert reloaded(enacted).state == "enacted"


def test_a_day_that_has_not_come_is_refused(enacted, tinhgon):
    said = tinhgon("plan", "run-due", "--on", "2999-01-01")

    assert (said.exit_code, said.stderr) == (2, "1 January 2999 has not come yet.\n")


def test_a_stranger_runs_nothing(enacted, tinhgon, world):
    assert tinhgon("plan", "run-due", by=world.an).exit_code == 2
