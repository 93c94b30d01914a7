"""A feed as an iCalendar document (RFC 5545): each work all day on the day on which it is due."""

from datetime import timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from icalendar import Calendar, Event, vDuration

from tinhgon.domain.work.life import State
from tinhgon.staff.staffing import Names
from tinhgon.ui import writing
from tinhgon.work.feed.works import MOST, Entry
from tinhgon.work.words import STATES

AGAIN_AFTER = timedelta(hours=1)
"""So often a calendar is asked to look again."""


def document(entries: list[Entry], *, more: bool, name: str) -> bytes:
    """The works of a feed in the reader's language; `name` is whose it is.

    It is the same for as long as nothing changes, so that it can be asked for by its tag.
    """
    made, names = Calendar(), Names()
    made.add("prodid", "-//Tinh Gon//Work//VI")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("x-wr-calname", _("Works: %s") % name)
    made.add("x-wr-caldesc", _described(len(entries), more))
    made.add("refresh-interval", vDuration(AGAIN_AFTER), parameters={"VALUE": "DURATION"})
    made.add("x-published-ttl", vDuration(AGAIN_AFTER))
    for one in entries:
        made.add_component(_event(one, names))
    return bytes(made.to_ical())


def _described(many: int, more: bool) -> str:
    if more:
        return _("The %(many)s works that are due next. There are more: see the list of works.") % {
            "many": writing.count(MOST)
        }
    return _("All open works that are due on a day: what you have to do, and what your units have.")


def _event(one: Entry, names: Names) -> Event:
    made, work = Event(), one.work
    address = settings.SITE_URL.rstrip("/") + reverse("work:work", args=[work.key])
    made.add("uid", f"{work.key}@{urlsplit(settings.SITE_URL).hostname or 'tinhgon'}")
    made.add("dtstamp", one.changed)
    made.add("last-modified", one.changed)
    made.add("sequence", one.sequence)
    made.add("dtstart", one.due)
    made.add("dtend", one.due + timedelta(days=1))
    made.add("summary", writing.printable(work.title))
    made.add("description", "\n".join(_lines(one, names)))
    made.add("url", address)
    made.add("status", "TENTATIVE" if one.state is State.ISSUED else "CONFIRMED")
    made.add("transp", "TRANSPARENT")
    return made


def _lines(one: Entry, names: Names) -> list[str]:
    lines = [
        _("Who has it: %s") % names.unit(one.custody.unit.key),
        _("For: %s") % names.unit(one.work.giver.key),
        _("State: %s") % STATES[one.state.value],
    ]
    return [*lines, _("Invented data")] if one.work.invented else lines
