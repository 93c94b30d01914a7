"""Words for what stands in books: whom a document went to, and the columns of a list to keep."""

from collections.abc import Collection, Iterable
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tinhgon.directives.models import Book, BookEntry, Direction, Forwarding
from tinhgon.domain.documents.composing import issuable
from tinhgon.domain.documents.kinds import LETTER, System
from tinhgon.staff.staffing import Names
from tinhgon.work.people import called

PARTIES: dict[str, Promise] = {
    Direction.INCOMING.value: _("Sender"),
    Direction.OUTGOING.value: _("Recipients"),
}
"""What the other side of a document is called, by the direction of its book."""

ACTS: dict[str, tuple[Promise, Promise]] = {
    "forward": (
        _("Pass it on"),
        _("Say to which unit, or to whom in yours. It can be passed on again later."),
    ),
    "amend": (
        _("Amend"),
        _("Put right what was registered wrongly. How it stood before stays in the record."),
    ),
    "cancel": (
        _("Cancel this registration"),
        _("For what was registered by mistake. The number stays used and is not given again."),
    ),
}
"""What can be done with a document of a book: its name and what it is for."""


def acts_of(entry: BookEntry) -> list[str]:
    """What can still be done with a document."""
    if entry.cancelled_at:
        return []
    return ["amend", "cancel"] if entry.book.is_outgoing else ["forward", "amend", "cancel"]


class Addressees:
    """To whom documents were passed on, in words; people are looked up together."""

    def __init__(self, forwarded: Iterable[Forwarding], names: Names, on: date) -> None:
        people: Collection[int] = {one.officer_id for one in forwarded if one.officer_id}
        self.names, self.people = names, called(people, on) if people else {}

    def of(self, one: Forwarding) -> str:
        """The unit, or somebody in it as they are called."""
        if one.officer is None:
            return self.names.unit(one.unit.key)
        person = self.people.get(one.officer.pk, one.officer.key)
        return f"{person}, {self.names.unit(one.unit.key)}"


def kinds_to_issue(book: Book) -> list[tuple[str, str]]:
    """What a book can number, for a choice: symbol and kind, as `said_kind` reads it back."""
    pairs = issuable(System(book.system))
    return [
        (f"{symbol}:{kind}", f"{kind.capitalize()} ({symbol})" if symbol else kind.capitalize())
        for symbol, kind in sorted(pairs, key=lambda pair: (pair[1] != LETTER, pair[1]))
    ]


def said_kind(choice: str) -> tuple[str, str]:
    """Symbol and kind of a choice."""
    symbol, _colon, kind = choice.partition(":")
    return symbol, kind
