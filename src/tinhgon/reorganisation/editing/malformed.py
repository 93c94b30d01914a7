"""Sentences for what an operation says that is impossible by itself."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tinhgon.domain.structure.findings import Malformed

MALFORMED: Mapping[str, Promise] = {
    "blank": gettext_lazy("This must say something."),
    "too-few-units": gettext_lazy("Name more units: at least %(least)s; there are %(given)s."),
    "unit-named-twice": gettext_lazy("The same unit stands here twice. Leave one out."),
    "unit-and-itself": gettext_lazy("A unit cannot pass into itself. Choose another."),
    "main-not-among-successors": gettext_lazy("The main one must be among the new units."),
    "carries-nothing": gettext_lazy("Say what is taken: land, people or functions."),
    "two-parents-in-one-hierarchy": gettext_lazy("A unit has one unit above it in a hierarchy."),
    "missing-member": gettext_lazy("This is missing."),
    "unknown-member": gettext_lazy("There is no such member."),
    "unknown-verb": gettext_lazy("“%(given)s” is not an operation."),
    "unknown-extent": gettext_lazy("“%(given)s” is not an extent: whole, part or rest."),
    "unknown-aspect": gettext_lazy("“%(given)s” is not land, people or functions."),
    "wrong-length": gettext_lazy("There must be %(wanted)s values; there are %(given)s."),
    "bad-character": gettext_lazy("The text holds a character that no text has (NUL)."),
    "not-a-text": gettext_lazy("This must be a text that says something."),
    "not-a-boolean": gettext_lazy("This must be true or false."),
    "not-a-date": gettext_lazy("“%(given)s” is not a day: write 2025-07-01."),
    "not-a-number": gettext_lazy("“%(given)s” is not a number: write 12.5."),
    "not-an-object": gettext_lazy("This must be an object."),
    "not-a-list": gettext_lazy("This must be a list."),
    "key-used-twice": gettext_lazy("The key %(given)s stands here twice."),
}


def malformed_words(wrong: Malformed) -> str:
    """What is wrong, in the reader's language."""
    return str(MALFORMED[wrong.code]) % wrong.facts


def malformed_place(wrong: Malformed) -> str:
    """What is wrong, and where in the document."""
    path = wrong.facts.get("path")
    return f"{path}: {malformed_words(wrong)}" if path else malformed_words(wrong)


def unknown_words(given: str) -> str:
    """Nothing of the day is called so."""
    return _("No unit called “%s” stands on the day of effect, and no plan forms one.") % given
