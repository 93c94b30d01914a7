"""The words of an e-mail of reminders: what, who, by when, and where to read on."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tinhgon.staff.staffing import Names
from tinhgon.ui import writing
from tinhgon.work.models import Occasion
from tinhgon.work.people import called
from tinhgon.work.reminding.happenings import Notice
from tinhgon.work.reminding.watching import Watcher

LONGEST = 120
"""So much of a title stands in a subject."""


@dataclass(frozen=True)
class Wording:
    """One language, with what units and officers are called in it."""

    language: str
    names: Names
    people: dict[int, str]

    def email(self, to: Watcher, told: Sequence[Notice], every: int) -> EmailMessage:
        """An e-mail with these notices, of so many that there are."""
        with translation.override(self.language):
            return EmailMessage(
                f"{settings.ACCOUNT_EMAIL_SUBJECT_PREFIX}{_subject(told, every)}",
                "\n".join(self._lines(to, told, every)) + "\n",
                to=[to.user.email],
                headers={"Auto-Submitted": "auto-generated"},
            )

    def _lines(self, to: Watcher, told: Sequence[Notice], every: int) -> Iterable[str]:
        yield _("%(name)s, this is about works that concern you:") % {"name": to.user.name}
        for occasion, few in groupby(sorted(told, key=_order), key=lambda one: one.occasion):
            yield from ("", str(Occasion(occasion).label).upper())
            for one in few:
                yield from self._about(one)
        if more := every - len(told):
            words = ngettext("There is %(more)s more:", "There are %(more)s more:", more)
            yield from ("", f"{words % {'more': writing.count(more)}} {_url('work:notices')}")
        yield from ("", _("What you are told, and how: %s") % _url("work:reminders"))

    def _about(self, one: Notice) -> Iterable[str]:
        person = self.people.get(one.officer, "") if one.officer else ""
        who = ", ".join(filter(None, (self.names.unit(one.unit), person)))
        yield ""
        yield f"- {one_line(one.title)}" + (f" ({_('Invented data')})" if one.invented else "")
        yield f"  {_('Who has it')}: {who}"
        yield f"  {_('Due on')}: {writing.day(one.due) if one.due else _('no day')}"
        yield f"  {_url('work:work', one.work)}"


def wordings(people: Iterable[Watcher], told: Iterable[Notice], on: date) -> dict[str, Wording]:
    """The languages of some people, with the names of what they are told; a few queries each."""
    names = Names()
    officers = {one.officer for one in told if one.officer}
    return {
        language: Wording(language, names, _called(language, officers, on))
        for language in {one.chosen.language for one in people}
    }


def one_line(words: str) -> str:
    """Words without breaks or control characters."""
    return writing.printable(" ".join(words.split()))


def _called(language: str, officers: Collection[int], on: date) -> dict[int, str]:
    with translation.override(language):
        return called(officers, on)


def _subject(told: Sequence[Notice], every: int) -> str:
    if every == 1:
        return f"{told[0].occasion.label}: {one_line(told[0].title)[:LONGEST]}"
    words = ngettext("%(many)s notice about works", "%(many)s notices about works", every)
    return words % {"many": writing.count(every)}


def _order(one: Notice) -> tuple[int, date]:
    return [*Occasion].index(one.occasion), one.due or date.max


def _url(name: str, *given: str) -> str:
    return str(settings.SITE_URL).rstrip("/") + reverse(name, args=given)
