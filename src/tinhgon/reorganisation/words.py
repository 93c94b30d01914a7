"""Words for states, for what hangs on units, and for what acts count."""

from collections.abc import Sequence
from typing import Protocol

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy, ngettext

from tinhgon.domain.structure.findings import Severity
from tinhgon.reorganisation.models import State
from tinhgon.ui import writing


class Naming(Protocol):
    """How units, hierarchies and levels are called in a sentence, by their keys."""

    def __call__(self, key: str) -> str: ...

    def hierarchy(self, key: str) -> str: ...

    def level(self, key: str) -> str: ...


class _ByKey:
    """Where nothing has a name: everything is called by its key."""

    def __call__(self, key: str) -> str:
        return key

    hierarchy = level = __call__


BY_KEY = _ByKey()

SEVERITIES: dict[Severity, Promise] = {
    Severity.BLOCK: gettext_lazy("Blocks"),
    Severity.EXPLAIN: gettext_lazy("Explain"),
    Severity.NOTE: gettext_lazy("Note"),
}

STATES: dict[State, Promise] = {
    State.DRAFT: gettext_lazy("Draft"),
    State.APPRAISED: gettext_lazy("Appraised"),
    State.SEALED: gettext_lazy("Sealed"),
    State.APPROVED: gettext_lazy("Approved"),
    State.ENACTED: gettext_lazy("Enacted"),
    State.IN_EFFECT: gettext_lazy("In effect"),
    State.WITHDRAWN: gettext_lazy("Withdrawn"),
}

RELATIONS: dict[str, Promise] = {
    "registry.Register.place": gettext_lazy("the place that this site serves"),
    "registry.Contact.unit": gettext_lazy("addresses, telephones and hours"),
    "registry.Mandate.unit": gettext_lazy("functions that a body is charged with"),
    "registry.Mandate.area": gettext_lazy("functions over an area"),
    "accounts.Grant.unit": gettext_lazy("roles of people over a unit"),
    "staff.Movement.target_unit": gettext_lazy("posts of the ledger"),
    "staff.Placement.unit": gettext_lazy("posts that people are assigned to"),
    "staff.Target.unit": gettext_lazy("targets of reduction"),
    "work.Custody.unit": gettext_lazy("open works"),
    "work.Work.giver": gettext_lazy("works that were given"),
    "work.Contributor.unit": gettext_lazy("works contributed to"),
    "directives.Directive.unit": gettext_lazy("directives"),
    "directives.CommitteeUnit.unit": gettext_lazy("steering committees"),
    "directives.MemberUnit.unit": gettext_lazy("units that members of committees look after"),
    "directives.ItemUnit.unit": gettext_lazy("items of plans that are being prepared"),
    "norms.Waiver.unit": gettext_lazy("waivers of rules"),
    "norms.Regulations.unit": gettext_lazy("working regulations"),
    "norms.Classification.unit": gettext_lazy("classes and gradings of units"),
}
"""What may hang on a unit that ends, by relation."""

ROWS: dict[str, Promise] = {
    "units": gettext_lazy("new units"),
    "version": gettext_lazy("names and kinds"),
    "code": gettext_lazy("codes"),
    "tie": gettext_lazy("places under others"),
    "succession": gettext_lazy("successions"),
    "posts-kept": gettext_lazy("posts that could not be given back"),
    **RELATIONS,
}
"""What an act writes or moves, by the name under which it counts it."""


ASPECTS = {
    "land": gettext_lazy("land"),
    "people": gettext_lazy("people"),
    "functions": gettext_lazy("functions"),
}

ATTRIBUTES = {
    "name": gettext_lazy("its name"),
    "kind": gettext_lazy("its kind"),
    "code": gettext_lazy("its code"),
    "parent": gettext_lazy("the unit above it"),
}


def count_words(what: str) -> str:
    """What an act has counted."""
    return str(ROWS[what])


def some(keys: Sequence[str], name: Naming, most: int = 5) -> str:
    """The first few units by name, and how many there are besides."""
    shown = ", ".join(name(key) for key in keys[:most])
    left = len(keys) - most
    more = ngettext("and %s more", "and %s more", left) % writing.count(left) if left > 0 else ""
    return f"{shown} {more}".strip()
