"""Delivering (gửi thông báo): messages that are due are sent, each by one worker at a time.

A worker claims some by moving the instant at which they are due; so what a killed worker held is
due again after a while. Nothing is locked while a message is on its way.
"""

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from django.conf import settings
from django.db import connection
from django.db.models import F, QuerySet

from tinhgon.reorganisation.events.messages import body, headers
from tinhgon.reorganisation.events.outside import FAILURES, BadAddress, post
from tinhgon.reorganisation.models import Delivery
from tinhgon.temporal.gate import behind_gate

MOST_TRIES = 8
PAUSES = (
    *(timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=30)),
    *(timedelta(hours=2), timedelta(hours=12)),
)
"""How long to wait after each failure; after the last of them, as long again each time."""

AT_ONCE = 20
CLAIMED_FOR = timedelta(minutes=15)
"""Longer than one lot takes to be sent, all of them timing out one after another."""

LONGEST_ANSWER = 200


@dataclass(frozen=True)
class Sent:
    """What became of a message: how it was answered, in words, and whether that was well."""

    delivery: Delivery
    answer: str
    well: bool


@dataclass(frozen=True)
class Tally:
    """How many messages were delivered, are to be tried again, and were given up."""

    delivered: int = 0
    waiting: int = 0
    given_up: int = 0


def deliver(*, now: datetime) -> Tally:
    """Send everything that is due now; each message once."""
    sent: list[Sent] = []
    while lot := _claim(now):
        answered = [*_sent(lot, now)]
        _note(answered, now)
        sent += answered
    failed = [one.delivery for one in sent if not one.well]
    given_up = sum(one.tries >= MOST_TRIES for one in failed)
    return Tally(len(sent) - len(failed), len(failed) - given_up, given_up)


def due(now: datetime) -> QuerySet[Delivery]:
    """The messages that are to be sent now, those waiting longest first."""
    waiting = Delivery.objects.filter(delivered=None, tries__lt=MOST_TRIES)
    return waiting.filter(due__lte=now, subscription__ended=None).order_by("due", "pk")


def _claim(now: datetime) -> list[Delivery]:
    """Some of what is due, which no other worker takes meanwhile; a try is counted beforehand."""
    with behind_gate(alone=False):
        free = due(now)
        if connection.features.has_select_for_update_skip_locked:
            free = free.select_for_update(skip_locked=True, of=("self",))
        ids = list(free.values_list("pk", flat=True)[:AT_ONCE])
        claimed = Delivery.objects.filter(pk__in=ids)
        claimed.update(due=now + CLAIMED_FOR, tries=F("tries") + 1)
    return list(Delivery.objects.filter(pk__in=ids).select_related("subscription", "package"))


def _sent(lot: list[Delivery], now: datetime) -> Iterator[Sent]:
    documents = [body(one, settings.SITE_URL) for one in lot]
    with ThreadPoolExecutor(max_workers=AT_ONCE) as workers:
        yield from workers.map(partial(_send, now=now), lot, documents)


def _send(delivery: Delivery, document: bytes, *, now: datetime) -> Sent:
    """Send one message; nothing here asks the database."""
    try:
        status = post(delivery.subscription.url, document, headers(delivery, document, now))
    except FAILURES as failed:
        return Sent(delivery, _in_words(failed), False)
    return Sent(delivery, str(status), 200 <= status < 300)


def _in_words(failed: Exception) -> str:
    """Why nothing was answered, in a word for whoever looks after the subscription."""
    word = failed.why if isinstance(failed, BadAddress) else type(failed).__name__
    return word[:LONGEST_ANSWER]


def _note(answered: Iterable[Sent], now: datetime) -> None:
    """Keep how each was answered and when it is due again."""
    with behind_gate(alone=False):
        for one in answered:
            one.delivery.answer = one.answer
            one.delivery.delivered = now if one.well else None
            one.delivery.due = now if one.well else now + pause(one.delivery.tries)
        Delivery.objects.bulk_update(
            [one.delivery for one in answered], ["answer", "delivered", "due"]
        )


def pause(tries: int) -> timedelta:
    """How long to wait after so many tries."""
    return PAUSES[min(tries, len(PAUSES)) - 1]
