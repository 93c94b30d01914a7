"""The calendar of Vietnam as its file says, and moments written as people write them."""

from datetime import date, datetime

import yaml

from tinhgon.domain.worktime.calendar_file import read_almanac
from tinhgon.domain.worktime.calendars import Almanac, Calendar
from tinhgon.domain.worktime.cut_offs import CutOff
from tinhgon.domain.worktime.last_days import LastDay
from tinhgon.statutes import CALENDARS

ALMANAC: Almanac = read_almanac(yaml.safe_load((CALENDARS / "vn.yaml").read_text("utf-8")))
ALL_KNOWN: Calendar = ALMANAC.known_at()


def day(written: str) -> date:
    """A day as people write it: «Tue 03/11/2026», of which the weekday is checked."""
    weekday, rest = written.split()
    found = datetime.strptime(rest, "%d/%m/%Y").date()
    assert found.strftime("%a") == weekday
    return found


def moment(written: str) -> datetime:
    """A day and a time: «Tue 03/11/2026 14:50», maybe with seconds."""
    written_day, _, time = written.rpartition(" ")
    return datetime.fromisoformat(f"{day(written_day)} {time}")


def transfer_cut_off(on: date) -> CutOff:
    found = ALMANAC.cut_off("transfer", on)
    assert found
    return found


def rule_for_last_days(on: date) -> LastDay:
    found = ALMANAC.last_day(on)
    assert found
    return found
