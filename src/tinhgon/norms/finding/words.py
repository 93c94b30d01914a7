"""Verdicts in words, from their documents: a finding that is kept is told like a fresh one."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from tinhgon.law.citations import Instrument, article_words
from tinhgon.law.inputs import CHOICE, INPUTS
from tinhgon.law.words import title
from tinhgon.norms.finding.rule_words import REMEDIES, RULES
from tinhgon.staff.staffing import Names
from tinhgon.ui import writing

Document = Mapping[str, Any]

UNJUDGED: dict[str, Promise] = {
    "unknown": gettext_lazy("Not judged (units: %(found)s): “%(about)s” is not recorded."),
    "before-first-provision": gettext_lazy(
        "Not judged (units: %(found)s): the law first says something on %(day)s."
    ),
    "ended": gettext_lazy("Not judged (units: %(found)s): the provision of this rule has ended."),
    "text-not-obtained": gettext_lazy(
        "Not judged (units: %(found)s): the text of the law was not obtained."
    ),
}
OTHERWISE = gettext_lazy("Not judged (units: %(found)s): the law says nothing on this day.")
LOOKS = {"block": "stop", "over": "stop", "warn": "amber", "unjudged": ""}


@dataclass(frozen=True)
class Cited:
    """A provision as a page shows it: what it is called, where it stands, since when, how sure."""

    name: str
    title: str
    citation: str
    since: date | None
    mark: str

    @property
    def is_figure(self) -> bool:
        """Whether it is a figure that the pages of law show."""
        return "." in self.name


def rule_title(rule: str) -> str:
    """What a rule is called; its name where nobody said."""
    return str(RULES[rule].title) if rule in RULES else rule


def sentence(document: Document, names: Names) -> str:
    """What a verdict says, in one sentence."""
    if document["severity"] == "unjudged":
        return _unjudged(document)
    units = document["units"]
    return str(RULES[document["rule"]].sentence) % {
        "unit": names.unit(units[0]) if units else "",
        "found": writing.count(document["found"]),
        "limit": writing.count(document["limit"]),
        "about": _about(document, names),
        "other": _other(document, names),
    }


def remedies(document: Document) -> list[str]:
    """What would satisfy the rule, each in a sentence."""
    return [
        str(REMEDIES[one["code"]]) % {"number": writing.count(one["number"])}
        for one in document["remedies"]
    ]


def provisions(document: Document) -> list[Cited]:
    """The provisions behind a verdict."""
    return [_cited(one) for one in document["provisions"]]


def inputs(document: Document) -> list[tuple[str, str]]:
    """What the law was asked with: the names of inputs and what was given."""
    return [(title(name), _given(name, value)) for name, value in document["inputs"].items()]


def until_words(document: Document) -> str:
    """By when it must be put right; nothing where it must be at once."""
    if not document["until"]:
        return ""
    last = writing.day(date.fromisoformat(document["until"]))
    if document["severity"] == "warn":
        return _("to be put right by %s") % last
    return _("time ran out on %s") % last


def _unjudged(document: Document) -> str:
    facts = document["facts"]
    about, day = facts["about"], facts.get("day")
    return str(UNJUDGED.get(facts["reason"], OTHERWISE)) % {
        "found": writing.count(document["found"]),
        "about": _input_title(about),
        "day": writing.day(date.fromisoformat(day)) if day else "",
    }


KEPT: dict[str, Promise] = {"regulations": gettext_lazy("working regulations")}
"""What is recorded of units here and is no input of the law."""


def _input_title(about: str) -> str:
    return str(KEPT[about]) if about in KEPT else title(about) if about in INPUTS else about


def _about(document: Document, names: Names) -> str:
    """What apart from the unit a verdict is about: a kind of staff, a function."""
    facts = document["facts"]
    if "function" in facts:
        function = names.register.jurisdiction.functions.get(facts["function"])
        return function.title.in_(get_language() or "") if function else facts["function"]
    return names.kind(facts["kind"]) if "kind" in facts and "name" not in facts else ""


def _other(document: Document, names: Names) -> str:
    facts = document["facts"]
    if "name" in facts:
        return names.register.jurisdiction.full_name(facts["kind"], facts["name"])
    return ", ".join(names.unit(key) for key in document["units"][1:])


def _cited(one: Document) -> Cited:
    issued = date.fromisoformat(one["issued"]) if one["issued"] else None
    number = one["instrument"]
    written = Instrument(number, issued).words if issued else number or _("instrument unknown")
    article = article_words(one["article"]) if one["article"] else ""
    since = date.fromisoformat(one["since"]) if one["since"] else None
    called = title(one["name"]) if "." in one["name"] else rule_title(one["name"])
    citation = ", ".join(filter(None, (article, written)))
    return Cited(one["name"], called, citation, since, one["mark"])


def _given(name: str, value: Any) -> str:
    if value is None:
        return _("not recorded; every choice gives the same")
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, int):
        return writing.count(value)
    if name in INPUTS and INPUTS[name].kind == CHOICE:
        return str(INPUTS[name].choices.get(value, value))
    return writing.day(date.fromisoformat(value))
