"""Sentences for why a mandate cannot be."""

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from tinhgon.registry.directory import directory
from tinhgon.registry.mandate.actions import Unassignable
from tinhgon.ui import writing

REFUSALS: Mapping[str, Promise] = {
    "unknown-function": gettext_lazy(
        "On this day there is no function “%(given)s” in the catalogue of the jurisdiction."
    ),
    "not-a-body": gettext_lazy("%(given)s is an area: only bodies have mandates."),
    "not-an-area": gettext_lazy("%(given)s is a body: a mandate is over an area."),
    "not-standing": gettext_lazy("%(given)s does not stand on %(day)s."),
    "already-assigned": gettext_lazy("The body already has this mandate in this period."),
    "led-by-another": gettext_lazy(
        "%(given)s leads this function over this area in this period. Withdraw that first, or let "
        "this body take over."
    ),
    "not-in-force": gettext_lazy("On that day the mandate is not in force, or only begins."),
    "ends-before-it-starts": gettext_lazy("A period ends after it starts."),
}


def refusal_words(wrong: Unassignable) -> str:
    """Why, with units by their names."""
    facts: dict[str, Any] = dict(wrong.facts)
    register = directory()
    if facts.get("given") in register.entries:
        facts["given"] = register.full_name(register.latest(facts["given"]))
    if "day" in facts:
        facts["day"] = writing.day(facts["day"]) if facts["day"] else "…"
    return str(REFUSALS[wrong.code]) % facts
