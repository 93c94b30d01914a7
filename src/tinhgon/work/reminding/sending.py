"""Sending letters that are due: each at most once, by one worker at a time; what failed, again.

A worker takes letters by saying that they are not due; one that is killed leaves them so, and they
are not sent: nobody knows whether they were.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from smtplib import SMTPException
from typing import Any

from django.core.mail import EmailMessage, get_connection
from django.db import connection
from django.db.models import F
from django.utils.timezone import localdate

from tinhgon.temporal.gate import behind_gate
from tinhgon.work.models import Letter
from tinhgon.work.reminding.happenings import Notice
from tinhgon.work.reminding.letters import wordings
from tinhgon.work.reminding.rounds import Round, round_of, rounds, said, write
from tinhgon.work.reminding.watching import watchers

AT_ONCE = 200
MOST_TRIES = 8
PAUSES = (
    *(timedelta(minutes=5), timedelta(minutes=15), timedelta(hours=1)),
    *(timedelta(hours=4), timedelta(hours=12)),
)
"""How long to wait after each failure; after the last of them, as long again each time."""

SECONDS = 20
"""So long an e-mail server is waited for."""


@dataclass(frozen=True)
class Tally:
    """How many letters were written and sent, wait to be tried again, were given up.

    `nothing` are those of which nothing was left to be told by the rights of today.
    """

    written: int = 0
    sent: int = 0
    waiting: int = 0
    given_up: int = 0
    nothing: int = 0


def remind(at: datetime) -> Tally:
    """Write the letters that are due at an instant, and send all that are not sent yet."""
    written = sum(write(one, at) for one in [*rounds(at)])
    done: list[Letter] = []
    nothing = 0
    while lot := _claim(at):
        emails = _emails(lot, at)
        nothing += len(lot) - len(emails)
        done += _sent(emails, at)
        _note([letter for letter, _email in emails])
        Letter.objects.filter(
            pk__in={one.pk for one in lot} - {one.pk for one, _e in emails}
        ).delete()
    sent = sum(one.sent is not None for one in done)
    waiting = sum(one.due is not None for one in done)
    return Tally(written, sent, waiting, len(done) - sent - waiting, nothing)


def foreseen(at: datetime) -> Iterator[tuple[Round, Any, Sequence[Any], int]]:
    """What would be written now: the round, to whom, which notices, of how many."""
    people = watchers(localdate(at))
    for one in rounds(at):
        for user, (told, every) in said(one, people.values()).items():
            yield one, people[user], told, every


def _claim(at: datetime) -> list[Letter]:
    """Some of what is due, which no other worker takes meanwhile; a try is counted beforehand."""
    with behind_gate(alone=False):
        free = Letter.objects.filter(due__lte=at).order_by("due", "pk")
        if connection.features.has_select_for_update_skip_locked:
            free = free.select_for_update(skip_locked=True, of=("self",))
        ids = list(free.values_list("pk", flat=True)[:AT_ONCE])
        Letter.objects.filter(pk__in=ids).update(due=None, tries=F("tries") + 1)
    return list(Letter.objects.filter(pk__in=ids).order_by(*_ALIKE, "pk"))


def _emails(lot: Sequence[Letter], at: datetime) -> list[tuple[Letter, EmailMessage]]:
    """The letters of a lot put into words, by the rights of this moment."""
    on = localdate(at)
    people = watchers(on, {one.user_id for one in lot})
    told: dict[int, tuple[list[Notice], int]] = {}
    for _key, alike in groupby(lot, key=lambda one: [getattr(one, name) for name in _ALIKE]):
        letters = [one for one in alike if one.user_id in people]
        if letters:
            found = said(round_of(letters[0]), [people[one.user_id] for one in letters])
            told |= {one.pk: found[one.user_id] for one in letters if one.user_id in found}
    notices = [one for few, _every in told.values() for one in few]
    words = wordings(people.values(), notices, on)
    return [
        (letter, words[person.chosen.language].email(person, *told[letter.pk]))
        for letter in lot
        if letter.pk in told
        for person in [people[letter.user_id]]
    ]


_ALIKE = (
    *("stream", "event", "custody", "extension", "day"),
    *("after_event", "after_custody", "after_extension", "after_day"),
)
"""Letters that are alike in these tell of the same window."""


def _sent(emails: Iterable[tuple[Letter, EmailMessage]], at: datetime) -> Iterator[Letter]:
    """Send each; a letter then says how that went. Nothing here asks the database."""
    outgoing = get_connection(timeout=SECONDS)
    for letter, email in emails:
        try:
            outgoing.send_messages([email])
        except (OSError, SMTPException) as failed:
            outgoing.close()
            letter.answer = type(failed).__name__
            letter.due = at + pause(letter.tries) if letter.tries < MOST_TRIES else None
        else:
            letter.answer, letter.sent = "", at
        yield letter
    outgoing.close()


def _note(letters: Sequence[Letter]) -> None:
    with behind_gate(alone=False):
        Letter.objects.bulk_update(letters, ["answer", "due", "sent"])


def pause(tries: int) -> timedelta:
    """How long to wait after so many tries."""
    return PAUSES[min(tries, len(PAUSES)) - 1]
