"""What is due takes effect by a job: on its day and not before, whatever day that is, and once."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from tinhgon.conftest import reloaded
from tinhgon.reorganisation.due.running import run_due
from tinhgon.reorganisation.programs import due_cli

pytestmark = pytest.mark.django_db

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


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


def test_an_effect_waits_for_no_working_day(draft, operator, world):
    from tinhgon.conftest import approved
    from tinhgon.domain.structure.operations.rename import Rename
    from tinhgon.reorganisation import actions

    new_year = date(2027, 1, 1)  # a public holiday
    package = approved(draft("new-year", Rename(unit="MT", name="Mễ"), on=new_year), operator)
    actions.enact(package, by=operator, on=world.eve)

    assert ran(operator, new_year) == [("new-year", None)]


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


@pytest.mark.parametrize(("clock", "state"), [((23, 59, 59), "enacted"), ((0, 0, 0), "in-effect")])
def test_the_day_begins_at_midnight_here(enacted, tinhgon, world, monkeypatch, clock, state):
    day = world.eve if state == "enacted" else world.day
    now = datetime(day.year, day.month, day.day, *clock, tzinfo=HANOI)
    monkeypatch.setattr(due_cli, "localdate", lambda: timezone.localdate(now))

    assert tinhgon("plan", "run-due").exit_code == 0

    assert reloaded(enacted).state == state


def test_a_day_that_has_not_come_is_refused(enacted, tinhgon):
    said = tinhgon("plan", "run-due", "--on", "2999-01-01")

    assert (said.exit_code, said.stderr) == (2, "1 January 2999 has not come yet.\n")


def test_a_stranger_runs_nothing(enacted, tinhgon, world):
    assert tinhgon("plan", "run-due", by=world.an).exit_code == 2
