"""What a page is asked: about which day, as known when (`?on=`, `?known_at=`), for which part.

A day that cannot be read does not stop a page: it is shown as of today, says what was wrong beside
the box, and keeps what was typed. `parts/day.html` draws it.
"""

import re
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cached_property
from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.timezone import localdate, localtime

from tinhgon.ui.instants import read_day, read_instant

YEAR = re.compile(r"[1-9]\d{3}", re.ASCII)


@dataclass(frozen=True)
class Asked:
    """The day and the instant of a question; `written` and `wrong` by the name of the box."""

    on: date
    known_at: datetime | None = None
    written: dict[str, str] = field(default_factory=dict)
    wrong: dict[str, str] = field(default_factory=dict)

    @property
    def is_today(self) -> bool:
        """Whether nothing but the present was asked for."""
        return self.on == localdate() and self.known_at is None

    @property
    def instant(self) -> str:
        """What was known when, as an address carries it; empty for the present."""
        return _instant_text(self.known_at)

    @cached_property
    def query(self) -> str:
        """The question for the end of an address, so that links keep it; empty for the present."""
        asked = {
            "on": "" if self.on == localdate() else self.on.isoformat(),
            "known_at": self.instant,
        }
        given = {name: value for name, value in asked.items() if value}
        return f"?{urlencode(given)}" if given else ""


def year_named(written: str | None) -> int | None:
    """The year that a member of a query names in four digits; None where it names none."""
    return int(written) if YEAR.fullmatch(written or "") else None


def asked(
    request: HttpRequest,
    default: date | None = None,
    boxes: tuple[str, str] = ("on", "known_at"),
) -> Asked:
    """What a page was asked; `default` (today) where no day, or none that can be read, is named.

    `boxes` names the two members of the query; a page of two days asks with others as well.
    """
    written = {name: request.GET.get(name, "").strip() for name in boxes}
    wrong: dict[str, str] = {}
    day, instant = None, None
    for name, text in written.items():
        try:
            if text and name == boxes[0]:
                day = read_day(text)
            elif text:
                instant = read_instant(text, read_day)
        except ValidationError as refused:
            wrong[name] = refused.messages[0]
    return Asked(day or default or localdate(), instant, written, wrong)


def wants_part(request: HttpRequest, name: str) -> bool:
    """Whether only this part of a page is asked for, to be put into the page that is shown."""
    htmx = request.htmx  # type: ignore[attr-defined]
    return bool(htmx and htmx.target == name)


def _instant_text(instant: datetime | None) -> str:
    """An instant as an address carries it: a bare day where it is the end of one."""
    if instant is None:
        return ""
    here = localtime(instant)
    if here.time() == time.min:
        return (here.date() - timedelta(days=1)).isoformat()
    return here.replace(tzinfo=None).isoformat()
