"""Sentences for why an edit is refused, for programs and commands."""

from django.utils.translation import gettext as _

from tinhgon.domain.structure.findings import Malformed
from tinhgon.reorganisation.deciding.entitlement import NotEntitled
from tinhgon.reorganisation.deciding.refusals import REFUSALS, refusal_words
from tinhgon.reorganisation.editing.actions import NoSuchPlace, NothingToUndo, Stale
from tinhgon.reorganisation.editing.malformed import malformed_place
from tinhgon.reorganisation.keeping import (
    NotACode,
    SharedInstrument,
    Taken,
    UnknownInstrument,
)
from tinhgon.ui import writing

EDIT_REFUSALS = (*REFUSALS, NotEntitled, Stale, NoSuchPlace, NothingToUndo, Malformed)
"""Why an edit of a draft may be refused."""

CODES: dict[type[Exception], str] = {
    Taken: "taken",
    NotACode: "not-a-code",
    UnknownInstrument: "unknown-instrument",
    SharedInstrument: "shared-instrument",
    NotEntitled: "not-allowed",
    Stale: "stale",
    NoSuchPlace: "no-such-operation",
    NothingToUndo: "nothing-to-undo",
}


def edit_refusal_words(refused: Exception) -> str:
    """Why an edit was refused."""
    if isinstance(refused, Stale):
        words = _("The draft was edited meanwhile: it is at edition %s. Look again.")
        return words % writing.count(refused.edition)
    if isinstance(refused, NoSuchPlace):
        return _("This plan has no operation %s.") % (refused.place + 1)
    if isinstance(refused, NothingToUndo):
        return _("There is nothing left to undo.")
    if isinstance(refused, Malformed):
        return malformed_place(refused)
    return " ".join(refusal_words(refused))


def edit_refusal_code(refused: Exception) -> str:
    """How programs are told why: a fixed word, whatever it is about."""
    if isinstance(refused, Malformed):
        return refused.code
    return CODES.get(type(refused), "refused")
