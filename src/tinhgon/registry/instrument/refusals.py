"""Sentences for why an instrument cannot be entered into the register."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from tinhgon.registry.instrument.actions import Unregistrable
from tinhgon.ui import writing

REFUSALS: Mapping[str, Promise] = {
    "blank-number": gettext_lazy("An instrument has a number. Write it as it stands in its head."),
    "untitled": gettext_lazy("Say what the instrument is about, in one language at least."),
    "unknown-language": gettext_lazy(
        "“%(given)s” is not the code of a language: write vi, en or another of ISO 639."
    ),
    "unknown-mark": gettext_lazy("“%(given)s” is not a mark. Known: %(known)s."),
    "too-long": gettext_lazy("At most %(most)s characters are kept. Shorten it."),
    "issued-later": gettext_lazy(
        "The day of issue lies after %(day)s. What is not issued yet cannot be registered."
    ),
    "before-issue": gettext_lazy("This day lies before the day of issue, %(day)s."),
    "before-in-force": gettext_lazy(
        "This day lies before the day from which the instrument is in force, %(day)s."
    ),
    "taken": gettext_lazy("The register already has %(number)s, issued %(day)s."),
    "taken-undated": gettext_lazy(
        "The register already has an instrument %(number)s. If another is meant, say on which day "
        "it was issued."
    ),
}


def refusal_words(wrong: Unregistrable) -> str:
    """Why, with days as people read them."""
    facts = {**wrong.facts, "day": writing.day(wrong.facts.get("day"))}
    return str(REFUSALS[wrong.code]) % facts
