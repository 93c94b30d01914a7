"""What rules found in a package, in a sentence, and what is to be done about it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy, ngettext

from tinhgon.domain.structure.findings import Finding
from tinhgon.norms.finding import words as norms
from tinhgon.reorganisation.words import ASPECTS, ATTRIBUTES, BY_KEY, Naming, some
from tinhgon.staff.staffing import Names as NamesOfStaff
from tinhgon.ui import writing


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
        gettext_lazy("%(aspect)s of %(first)s is taken twice (%(extent)s): by %(others)s."),
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
    "concluded-and-kept": Sentence(
        gettext_lazy("%(first)s is concluded although it keeps something of itself."),
        gettext_lazy("Let others take the rest of it, or let the unit go on."),
    ),
    "nothing-to-take": Sentence(
        gettext_lazy("%(others)s would take something of %(first)s that it does not hold."),
        gettext_lazy("Take what the unit holds, or leave this out."),
    ),
    "cannot-hold": Sentence(
        gettext_lazy("%(aspects)s of %(first)s would go to %(others)s, which cannot hold it."),
        gettext_lazy("Let a unit take it whose level holds such things."),
    ),
    "successor-gone": Sentence(
        gettext_lazy("%(first)s takes something and ends on the same day."),
        gettext_lazy("Let a unit take it that stands afterwards."),
    ),
    "changed-and-ended": Sentence(
        gettext_lazy("%(first)s ends in this package and is changed by it too."),
        gettext_lazy("Leave out the change, or let the unit go on."),
    ),
    "changed-two-ways": Sentence(
        gettext_lazy(
            "Two operations say different things of %(first)s, %(attribute)s (%(hierarchy)s): "
            "%(values)s."
        ),
        gettext_lazy("Keep one of the two."),
    ),
    "code-taken": Sentence(
        gettext_lazy("The code %(code)s would be borne by %(first)s and %(others)s."),
        gettext_lazy("Give one of them another code."),
    ),
    "unknown-kind": Sentence(
        gettext_lazy(
            "%(first)s would be a “%(kind)s” at the level of %(level)s, which the law does not "
            "know on that day."
        ),
        gettext_lazy("Choose a kind that this level has on the day of effect."),
    ),
    "code-shape": Sentence(
        gettext_lazy("“%(code)s” is not a code at the level of %(level)s: %(first)s."),
        gettext_lazy("Write the code in full; leading zeros count."),
    ),
    "parent-gone": Sentence(
        gettext_lazy(
            "%(first)s would stand under %(others)s (%(hierarchy)s), which does not stand any more."
        ),
        gettext_lazy("Move it under another unit, or let it end too."),
    ),
    "cycle": Sentence(
        gettext_lazy(
            "These units would stand below one another in a circle (%(hierarchy)s): %(all)s."
        ),
        gettext_lazy("Move one of them elsewhere."),
    ),
    "level-order": Sentence(
        gettext_lazy("%(first)s would not stand under a unit of a higher level."),
        gettext_lazy("Choose a parent of a higher level."),
    ),
    "level-abolished": Sentence(
        gettext_lazy(
            "%(first)s would begin at the level of %(level)s, which is abolished on the same day."
        ),
        gettext_lazy("Form it at another level, or let the level go on."),
    ),
    "unknown-level": Sentence(
        gettext_lazy("The level “%(level)s” is to be abolished, but there is no such level."),
        gettext_lazy("Name a level of the jurisdiction file."),
    ),
    "several-days": Sentence(
        gettext_lazy("The plans have different days of effect: %(days)s."),
        gettext_lazy("Put them into packages by day."),
    ),
    "empty": Sentence(
        gettext_lazy("The plan “%(plan)s” says nothing."),
        gettext_lazy("Add an operation, or take the plan out of the package."),
    ),
    "no-instrument": Sentence(
        gettext_lazy(
            "The plan “%(plan)s” names no instrument under which it is decided: so it cannot be "
            "enacted."
        ),
        gettext_lazy(
            "Name the number of the instrument in the plan. What is sealed is given back first, "
            "then sealed and approved anew."
        ),
    ),
    "no-plan": Sentence(
        gettext_lazy("There is no plan in the package."),
        gettext_lazy("Draft a package that has plans."),
    ),
    "same-name": Sentence(
        gettext_lazy(
            "Several units of the kind “%(kind)s” under one parent would be called %(name)s."
        ),
        gettext_lazy("Explain how people are to tell them apart, or rename one."),
    ),
    "no-main-successor": Sentence(
        gettext_lazy("%(first)s is shared out and none of its successors is the main one."),
        gettext_lazy("Name the one that takes what no rule places."),
    ),
    "split": Sentence(
        gettext_lazy(
            "Units shared among several successors: %(count)s (%(parts)s parts, at most %(most)s "
            "of one unit)."
        ),
        gettext_lazy("Whoever lived there must be told which successor is theirs."),
    ),
    "code-passed-on": Sentence(
        gettext_lazy(
            "Codes that pass to another unit: %(count)s, of them %(renamed)s under another name."
        ),
        gettext_lazy("Whoever asks by code must name the day."),
    ),
}

EXTENTS = {
    "whole": gettext_lazy("the whole beside another share"),
    "rest": gettext_lazy("the rest by several"),
    "part": gettext_lazy("the same part again"),
}


def finding_words(finding: Finding, name: Naming = BY_KEY) -> str:
    """The sentence of a finding, its units called by name."""
    if verdict := verdict_of(finding):
        return _norm_words(finding, verdict, name)
    return str(FINDINGS[finding.rule].says) % _facts(finding, name)


def verdict_of(finding: Finding) -> norms.Document | None:
    """What a rule of norms said; nothing where the finding is of a rule of plans."""
    verdict: Any = finding.facts.get("verdict")
    return verdict


def alike_in(finding: Finding) -> int:
    """Of how many verdicts alike a finding tells."""
    count: Any = finding.facts.get("count", 1)
    return int(count)


def _norm_words(finding: Finding, verdict: norms.Document, name: Naming) -> str:
    """What a rule of norms says of a unit, or of how many it says the like."""
    many = alike_in(finding)
    if many > 1:
        words = ngettext("%(rule)s: %(count)s unit.", "%(rule)s: %(count)s units.", many)
        return words % {"rule": norms.rule_title(finding.rule), "count": writing.count(many)}
    return norms.sentence(verdict, _Called(name))


class _Called(NamesOfStaff):
    """Units called as a package calls them: those that it forms have names only there."""

    def __init__(self, naming: Naming) -> None:
        super().__init__()
        self.naming = naming

    def unit(self, key: str) -> str:
        return self.naming(key)


def finding_advice(finding: Finding) -> str:
    """What to do about a finding, and by when."""
    if verdict := verdict_of(finding):
        until = norms.until_words(verdict)
        return " ".join([*norms.remedies(verdict), *([capfirst(until) + "."] if until else [])])
    return str(FINDINGS[finding.rule].do)


def _facts(finding: Finding, name: Naming) -> dict[str, Any]:
    told = {what: _told(what, finding, name) for what in finding.facts}
    return {
        **told,
        "first": name(finding.units[0]) if finding.units else "",
        "others": some(finding.units[1:], name),
        "all": some(finding.units, name),
    }


def _told(what: str, finding: Finding, name: Naming) -> str:
    """One fact of a finding as its sentence has it."""
    value: Any = finding.facts[what]
    if what in TOLD:
        return TOLD[what](value, finding, name)
    return writing.count(value) if isinstance(value, int) else str(value)


def _values(values: Sequence[str], finding: Finding, name: Naming) -> str:
    """What two operations give an attribute; of a parent, the units. Nothing is a dash."""
    called = name if finding.facts["attribute"] == "parent" else str
    return ", ".join(called(value) if value else "–" for value in values)


TOLD: dict[str, Callable[[Any, Finding, Naming], str]] = {
    "aspect": lambda one, finding, name: capfirst(str(ASPECTS[one])),
    "aspects": lambda many, finding, name: capfirst(", ".join(str(ASPECTS[a]) for a in many)),
    "extent": lambda one, finding, name: str(EXTENTS[one]),
    "attribute": lambda one, finding, name: str(ATTRIBUTES[one]),
    "hierarchy": lambda one, finding, name: name.hierarchy(one),
    "level": lambda one, finding, name: name.level(one),
    "days": lambda many, finding, name: ", ".join(
        writing.day(date.fromisoformat(day)) for day in many
    ),
    "values": _values,
}
"""Facts that are told otherwise than they are kept."""
