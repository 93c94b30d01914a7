"""Sentences for what rules find in plans, and for why an act on a package is refused."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from tinhgon.audit.acts import Busy
from tinhgon.domain.structure.findings import Finding, Severity
from tinhgon.registry.rearranging import Moved
from tinhgon.reorganisation.actions import Blocked, Taken, TooEarly
from tinhgon.reorganisation.continuity import Undecided
from tinhgon.reorganisation.models import State
from tinhgon.reorganisation.workflow import Refused

Naming = Callable[[str], str]
"""How a unit is called in a sentence, by its key."""

SEVERITIES: dict[Severity, Promise] = {
    Severity.BLOCK: gettext_lazy("Blocks"),
    Severity.EXPLAIN: gettext_lazy("Explain"),
    Severity.NOTE: gettext_lazy("Note"),
}

STATES: dict[State, Promise] = {
    State.DRAFT: gettext_lazy("Draft"),
    State.ENACTED: gettext_lazy("Enacted"),
    State.IN_EFFECT: gettext_lazy("In effect"),
    State.WITHDRAWN: gettext_lazy("Withdrawn"),
}


@dataclass(frozen=True)
class Sentence:
    """What a finding says, and what to do about it."""

    says: Promise
    do: Promise


FINDINGS: dict[str, Sentence] = {
    "unknown-unit": Sentence(
        gettext_lazy("%(first)s does not stand on the day of effect."),
        gettext_lazy("Choose a unit that stands on that day, or form it in this package."),
    ),
    "formed-twice": Sentence(
        gettext_lazy("%(first)s would begin although there is already one under this key."),
        gettext_lazy("Give the new unit a key of its own, or form it only once."),
    ),
    "claimed-twice": Sentence(
        gettext_lazy("The same %(aspect)s of %(first)s is taken twice: by %(others)s."),
        gettext_lazy("Let one successor take the whole, or say which parts each takes."),
    ),
    "rest-of-nothing": Sentence(
        gettext_lazy("The rest of %(first)s is taken although no part of it goes elsewhere."),
        gettext_lazy("Say that the whole is taken, or name the other parts."),
    ),
    "left-behind": Sentence(
        gettext_lazy("%(aspects)s of %(first)s would be left with nobody."),
        gettext_lazy("Name who takes it, or let the unit go on."),
    ),
    "dissolved-and-claimed": Sentence(
        gettext_lazy("%(first)s is dissolved although others take something of it."),
        gettext_lazy("Say that it is concluded, its parts having gone where the plan says."),
    ),
    "concluded-without-parts": Sentence(
        gettext_lazy("%(first)s is concluded although no part of it goes anywhere."),
        gettext_lazy("Name its parts, or dissolve it."),
    ),
    "successor-gone": Sentence(
        gettext_lazy("%(first)s takes something and ends on the same day."),
        gettext_lazy("Let a unit take it that stands afterwards."),
    ),
    "changed-and-ended": Sentence(
        gettext_lazy("%(first)s begins or ends in this package and is changed by it too."),
        gettext_lazy("Leave out the change, or say it where the unit is formed."),
    ),
    "changed-two-ways": Sentence(
        gettext_lazy("Two operations give %(first)s different values: %(values)s."),
        gettext_lazy("Keep one of the two."),
    ),
    "code-taken": Sentence(
        gettext_lazy("The code %(code)s would be borne by %(first)s and %(others)s."),
        gettext_lazy("Give one of them another code."),
    ),
    "unknown-kind": Sentence(
        gettext_lazy("%(first)s would be a “%(kind)s”, which the law does not know on that day."),
        gettext_lazy("Choose a kind that this level has on the day of effect."),
    ),
    "code-shape": Sentence(
        gettext_lazy("“%(code)s” is not a code of this level: %(first)s."),
        gettext_lazy("Write the code in full; leading zeros count."),
    ),
    "parent-gone": Sentence(
        gettext_lazy("%(first)s would stand under %(others)s, which does not stand any more."),
        gettext_lazy("Move it under another unit, or let it end too."),
    ),
    "cycle": Sentence(
        gettext_lazy("These units would stand below one another in a circle: %(all)s."),
        gettext_lazy("Move one of them elsewhere."),
    ),
    "level-order": Sentence(
        gettext_lazy("%(first)s would not stand under a unit of a higher level."),
        gettext_lazy("Choose a parent of a higher level."),
    ),
    "several-days": Sentence(
        gettext_lazy("The plans have different days of effect."),
        gettext_lazy("Put them into packages by day."),
    ),
    "empty": Sentence(
        gettext_lazy("A plan says nothing."),
        gettext_lazy("Add an operation, or take the plan out of the package."),
    ),
    "same-name": Sentence(
        gettext_lazy("Several units of one kind under one parent would be called %(name)s."),
        gettext_lazy("Explain how people are to tell them apart, or rename one."),
    ),
    "no-main-successor": Sentence(
        gettext_lazy("%(first)s is shared out and none of its successors is the main one."),
        gettext_lazy("Name the one that takes what no rule places."),
    ),
    "split": Sentence(
        gettext_lazy(
            "%(count)s units are shared among several successors (%(parts)s parts, at most "
            "%(most)s of one unit)."
        ),
        gettext_lazy("Whoever lived there must be told which successor is theirs."),
    ),
    "code-passed-on": Sentence(
        gettext_lazy(
            "%(count)s codes pass to another unit, %(renamed)s of them under another name."
        ),
        gettext_lazy("Whoever asks by code must name the day."),
    ),
}

ASPECTS = {
    "land": gettext_lazy("land"),
    "people": gettext_lazy("people"),
    "functions": gettext_lazy("functions"),
}

MOVED = {
    "later-facts": gettext_lazy(
        "The register already holds later facts of: %s. Enact packages in order of their days, "
        "or withdraw the later one."
    ),
    "left-under-ended": gettext_lazy("These would be left under a unit that ends: %s."),
    "key-used": gettext_lazy("A unit has already stood under these keys: %s. Choose new keys."),
    "changed-since": gettext_lazy(
        "These have been changed since the package was enacted: %s. Correct them back first."
    ),
}


def finding_words(finding: Finding, name: Naming = str) -> str:
    """The sentence of a finding, its units called by name."""
    return str(FINDINGS[finding.rule].says) % _facts(finding, name)


def finding_advice(finding: Finding) -> str:
    """What to do about a finding."""
    return str(FINDINGS[finding.rule].do)


def refusal_words(refused: Exception, name: Naming = str) -> list[str]:
    """Why an act on a package was refused, a sentence a line."""
    match refused:
        case Blocked():
            return [finding_words(finding, name) for finding in refused.findings]
        case TooEarly():
            day = date_format(refused.day, "SHORT_DATE_FORMAT")
            return [_("The package takes effect on %s and not before.") % day]
        case Refused():
            return [_("The package is “%s”; this is no longer possible.") % STATES[refused.state]]
        case Moved():
            return [str(MOVED[refused.code]) % _some([name(key) for key in refused.units])]
        case Undecided():
            return [
                _("%(relation)s hang on units for which nobody is named to answer: %(units)s.")
                % {"relation": relation, "units": _some([name(key) for key in units])}
                for relation, units in refused.hanging.items()
            ]
        case Busy():
            return [_("The register is being changed by somebody else. Try again in a moment.")]
        case Taken():
            return [_("There is already a package “%s”. Choose another code.") % refused.code]
    raise refused


def _facts(finding: Finding, name: Naming) -> dict[str, Any]:
    names = [name(key) for key in finding.units]
    facts = dict(finding.facts)
    if "aspect" in facts:
        facts["aspect"] = ASPECTS[str(facts["aspect"])]
    if "aspects" in facts:
        words = [str(ASPECTS[str(aspect)]) for aspect in facts["aspects"]]
        facts["aspects"] = ", ".join(words).capitalize()
    if "values" in facts:
        facts["values"] = ", ".join(facts["values"])
    return {
        **facts,
        "first": names[0] if names else "",
        "others": _some(names[1:]),
        "all": _some(names),
    }


def _some(names: list[str], most: int = 5) -> str:
    """The first few names, and how many there are besides."""
    shown = ", ".join(names[:most])
    left = len(names) - most
    more = ngettext("and %s more", "and %s more", left) % left if left > 0 else ""
    return f"{shown} {more}".strip()
