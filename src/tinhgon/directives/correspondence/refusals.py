"""Why a document is not registered, and how it is said."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tinhgon.documents.refusals import misnumbered_words
from tinhgon.domain.documents.numbers import Misnumbered
from tinhgon.registry.instrument.actions import Unregistrable
from tinhgon.registry.instrument.refusals import refusal_words as unregistrable_words
from tinhgon.staff.staffing import Names
from tinhgon.ui import writing


class Refused(Exception):
    """What is not done: `fact` is the box that is wrong, `code` names the sentence."""

    def __init__(self, code: str, fact: str = "", **facts: Any) -> None:
        super().__init__(code)
        self.code, self.fact, self.facts = code, fact, facts


WORDS: Mapping[str, Promise] = {
    "no-name": _("Say what the book is called, for example “All documents”."),
    "no-such-year": _("A book is opened for this year, the one before or the next."),
    "taken": _("%(unit)s keeps a book of this name in %(year)s already. Give it another name."),
    "not-standing": _(
        "%(unit)s does not stand on %(day)s. Its books can be read; whoever took over from it "
        "opens books of its own."
    ),
    "other-direction": _("This book is for the other direction: documents come in or go out."),
    "other-year": _(
        "This book is of %(year)s and %(day)s lies in another year. Register the document in the "
        "book of that year, or open that book."
    ),
    "not-yet": _("%(day)s has not come yet."),
    "before-issue": _("This day lies before the day of the document, %(day)s."),
    "due-before": _("An answer cannot be due before the document came, on %(day)s."),
    "no-abstract": _("Say what the document is about."),
    "no-sender": _("Say who sent it: a unit of the register, or in words."),
    "no-kind": _("The number does not say of which kind the document is. Name its kind."),
    "unknown-kind": _("The symbol “%(type)s” does not stand for “%(kind)s”."),
    "no-issuer": _(
        "Write the symbol of the issuer, for example UBND; the book has none of its own."
    ),
    "no-signer": _("Say who signed it."),
    "no-recipients": _("Say to whom it goes."),
    "year-of-the-state": _("Numbers of the Party have no year in them."),
    "number-given": _(
        "%(number)s was given in the book “%(book)s”. Documents of this kind and issuer are "
        "numbered there: register it in that book."
    ),
    "already-instrument": _(
        "Among the instruments there is %(number)s of %(day)s already: “%(title)s”. Say whether it "
        "is this document, or leave it out of the instruments."
    ),
    "no-instrument": _(
        "Among the instruments there is no %(number)s of %(day)s. Enter it, or leave it out."
    ),
    "of-another": _(
        "The instrument %(number)s of %(day)s stands for a document of another book. Leave this "
        "one out of the instruments."
    ),
    "no-addressee": _("Name the unit to which it is passed on, or somebody in yours."),
    "not-of-unit": _("%(officer)s has no post in %(unit)s on %(day)s. Name somebody who has."),
    "only-incoming": _("Only a document that came in is passed on. This one went out."),
    "no-reason": _("Give the reason: it stays in the book."),
    "cancelled": _("This registration was cancelled: nothing more is done with it."),
    "number-stays": _("A number that was given to a document that went out stays as it is."),
    "nothing-changed": _("Nothing is otherwise than before."),
    "too-long": _("At most %(most)s characters are kept. Shorten it."),
}


def refusal_words(wrong: Refused | Misnumbered | Unregistrable) -> str:
    """What is wrong and what to do, in the reader's language."""
    if isinstance(wrong, Misnumbered):
        return misnumbered_words(wrong)
    if isinstance(wrong, Unregistrable):
        return unregistrable_words(wrong)
    names = Names()
    return str(WORDS[wrong.code]) % {
        name: _said(name, value, names) for name, value in wrong.facts.items()
    }


def _said(name: str, value: Any, names: Names) -> str:
    if isinstance(value, date):
        return writing.day(value)
    if name == "unit":
        return names.unit(value)
    return writing.count(value) if name == "most" else str(value)
