"""The books of a unit, and the documents of a book that are wished for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.core.exceptions import ValidationError
from django.db.models import Count, Max, Prefetch, Q, QuerySet

from tinhgon.directives.correspondence.entitlement import predecessors
from tinhgon.directives.models import Book, BookEntry, Forwarding
from tinhgon.ui.instants import read_day
from tinhgon.ui.writing import unmarked

MOST_WORDS = 100


@dataclass(frozen=True)
class Wish:
    """What is looked for: words, those of sender or recipients, the first day and the last.

    The days are those on which documents came in or, going out, of which they are. `wrong` says
    what of the days could not be read.
    """

    q: str = ""
    party: str = ""
    since: date | None = None
    until: date | None = None
    written: Mapping[str, str] = field(default_factory=dict)
    wrong: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        return not (self.q or self.party or self.since or self.until)


def wish_of(asked: Mapping[str, str]) -> Wish:
    """What an address wishes for; a day that cannot be read is said to be wrong and left out."""
    days: dict[str, date | None] = {"since": None, "until": None}
    written = {name: asked.get(name, "").strip()[:40] for name in days}
    wrong = {}
    for name, text in written.items():
        try:
            days[name] = read_day(text) if text else None
        except ValidationError as refused:
            wrong[name] = refused.messages[0]
    q, party = (asked.get(name, "").strip()[:MOST_WORDS] for name in ("q", "party"))
    return Wish(q, party, days["since"], days["until"], written, wrong)


def books_of(unit: str) -> QuerySet[Book]:
    """The books of a unit and of those from which it took over, the latest year first.

    Each with how many documents stand in it, and the last number that was given.
    """
    return (
        Book.objects.filter(unit__key__in=[unit, *predecessors(unit)])
        .select_related("unit")
        .annotate(count=Count("entries"), last=Max("entries__serial"))
        .order_by("-year", "direction", "name", "pk")
    )


def entries(book: Book, wish: Wish) -> QuerySet[BookEntry]:
    """The documents of a book that fit a wish, the last one first, each with whom it went to."""
    forwarded = Forwarding.objects.select_related("unit", "officer").order_by("pk")
    return (
        book.entries.filter(_fitting(wish))
        .select_related("instrument", "sender_unit")
        .prefetch_related(Prefetch("forwardings", forwarded))
        .defer("plain", "plain_party")
        .order_by("-serial")
    )


def beside(book: Book) -> Iterable[Book]:
    """The books of the same unit, direction and name in other years, the latest first."""
    alike = Book.objects.filter(unit=book.unit, direction=book.direction, name=book.name)
    return alike.exclude(pk=book.pk).order_by("-year")


def _fitting(wish: Wish) -> Q:
    found: list[Q] = []
    if wish.q:
        found += [Q(plain__contains=word) for word in unmarked(wish.q).split()]
    if wish.party:
        found += [Q(plain_party__contains=word) for word in unmarked(wish.party).split()]
    if wish.since:
        found.append(Q(received__gte=wish.since) | Q(received=None, issued__gte=wish.since))
    if wish.until:
        found.append(Q(received__lte=wish.until) | Q(received=None, issued__lte=wish.until))
    return Q(*found)


def registered_twice(entry: BookEntry) -> QuerySet[BookEntry]:
    """Others of the book that bear the same number and day: the same document, perhaps."""
    alike = entry.book.entries.filter(key=entry.key, issued=entry.issued, cancelled_at=None)
    return alike.exclude(pk=entry.pk).order_by("serial") if entry.key else alike.none()
