"""Sentences for what can be wrong with a table of documents, of one and of the whole file."""

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tinhgon.directives.correspondence import refusals
from tinhgon.directives.correspondence.exchange.columns import EXPLAINED, INCOMING, OUTGOING
from tinhgon.directives.correspondence.exchange.columns import book_table as table_of
from tinhgon.directives.correspondence.refusals import Refused, refusal_words
from tinhgon.directives.correspondence.table import headings
from tinhgon.directives.models import Book
from tinhgon.ui.exchange.faults import Fault
from tinhgon.ui.exchange.words import FaultWords
from tinhgon.work.exchange.words import SENTENCES as OF_WORKS

SENTENCES: dict[str, Promise] = {
    "no-rows": _("There is no row below the header. Write a document in each row."),
    "bad-serial": _("“%(given)s” is no running number. Write a whole number from 1 on."),
    "gap-of-one": _(
        "No. %(first)s is missing before it. Add its row; of a number that was cancelled say why "
        "under “Cancelled because”."
    ),
    "gap": _(
        "No. %(first)s to %(last)s are missing before it. Add their rows; of a number that was "
        "cancelled say why under “Cancelled because”."
    ),
    "otherwise": _(
        "No. %(serial)s was given in this book already, and there it says “%(given)s”. Take the "
        "row out, or amend the document in the book first."
    ),
    "goes-back": _(
        "No. %(serial)s is of a later day, %(day)s. Mend the day or the number; if the book was "
        "kept so, choose that days may go back."
    ),
    "not-its-serial": _(
        "%(number)s is not numbered %(serial)s. The digits of a document that went out are its "
        "running number, without a letter or a part."
    ),
    "other-system": _("%(number)s is not numbered in the way of this book."),
    "year-of-number": _("The year in %(number)s is not that of the book, %(year)s."),
    **{code: OF_WORKS[code] for code in ("unit-several", "unit-unknown")},
}
"""What only a file can be told; all else is said as of one document."""


class BookFaults(FaultWords):
    """How faults of a table of documents are told."""

    def sentence(self, fault: Fault) -> str:
        if fault.code == "misnumbered":
            return refusal_words(fault.facts["wrong"])  # type: ignore[arg-type]
        if fault.code in refusals.WORDS and fault.code != "too-long":
            return refusal_words(Refused(fault.code, **fault.facts))
        return super().sentence(fault)


FAULT_WORDS = BookFaults([INCOMING, OUTGOING], SENTENCES)


def fault_documents(faults: Any) -> list[Mapping[str, Any]]:
    """Faults for programs and to be kept, with their sentences in both languages."""
    return [FAULT_WORDS.document(one) for one in faults]


def explained(book: Book) -> list[dict[str, Any]]:
    """Each column with its heading, in the reader's language, and what belongs in it."""
    heads = headings(book)
    return [
        {"heading": heads[one.name], "needed": one.needed, "words": EXPLAINED[one.name]}
        for one in table_of(book).columns
    ]
