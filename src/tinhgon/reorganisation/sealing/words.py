"""What has moved since a package was sealed, in words."""

from collections.abc import Callable, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tinhgon.domain.structure.readings import SEPARATOR, Moved
from tinhgon.law.book import book
from tinhgon.law.words import title
from tinhgon.reorganisation.words import ATTRIBUTES, RELATIONS, Naming, some

Json = Any

PLAIN = {
    "day": gettext_lazy("The day of effect was changed."),
    "plans": gettext_lazy("What the plan “%(about)s” says was changed."),
    "facts": gettext_lazy("What the law asks for before a decision was changed: %(about)s."),
    "rules": gettext_lazy("The rule by which %(relation)s pass on was changed."),
    "evidence": gettext_lazy("A recorded fact was changed: %(about)s."),
    "explanations": gettext_lazy("The explanation of a finding was changed."),
}
"""Where it is enough to say that it is not the same."""


def moved_words(one: Moved, name: Naming) -> str:
    """What has moved, as a sentence; units are called by `name`."""
    if one.kind in SENTENCES:
        return SENTENCES[one.kind](one, name)
    relation = str(RELATIONS.get(one.about, one.about))
    return str(PLAIN[one.kind]) % {"about": one.about, "relation": relation}


def _unit(one: Moved, name: Naming) -> str:
    if one.after is None:
        return _("%s does not stand any more on the day of effect.") % name(one.about)
    if one.before is None:
        return _("%s stands on the day of effect and did not before.") % name(one.about)
    said = [
        _("%(what)s: %(before)s → %(after)s")
        % {"what": _attribute(what), "before": _shown(old), "after": _shown(one.after[what])}
        for what, old in one.before.items()
        if old != one.after[what]
    ]
    return _("%(unit)s was changed: %(said)s.") % {"unit": name(one.about), "said": "; ".join(said)}


def _attribute(what: str) -> str:
    return str(ATTRIBUTES["parent"] if what == "parents" else ATTRIBUTES.get(what, what))


def _shown(value: Json) -> str:
    return ", ".join(map(str, value.values())) if isinstance(value, dict) else str(value or "–")


def _below(one: Moved, name: Naming) -> str:
    return _("The units directly below %(unit)s are others: %(said)s.") % {
        "unit": name(one.about),
        "said": _turned([_key(key) for key in one.before], [_key(key) for key in one.after], name),
    }


def _key(about: str) -> str:
    return about.rpartition(SEPARATOR)[2]


def _held_below(one: Moved, name: Naming) -> str:
    levels = ", ".join(name.level(level) for level in one.after) or "–"
    words = _("The levels of the units below %(unit)s are others: %(levels)s.")
    return words % {"unit": name(one.about), "levels": levels}


def _above(one: Moved, name: Naming) -> str:
    words = _("%(unit)s stands under others: %(said)s.")
    return words % {"unit": name(_key(one.about)), "said": some(one.after[1:], name) or "–"}


def _code(one: Moved, name: Naming) -> str:
    words = _("The code %(code)s is borne by others: %(said)s.")
    return words % {"code": one.about, "said": _turned(one.before, one.after, name)}


def _level(one: Moved, name: Naming) -> str:
    words = _("The units at the level of %(level)s are others: %(said)s.")
    return words % {"level": name.level(one.about), "said": _turned(one.before, one.after, name)}


def _name(one: Moved, name: Naming) -> str:
    words = _("The name “%(name)s” is borne by others: %(said)s.")
    called = " ".join(one.about.split(SEPARATOR)[1:])
    return words % {"name": called, "said": _turned(one.before, one.after, name)}


def _levels(one: Moved, name: Naming) -> str:
    words = _("What the law says of the level of %(level)s was changed.")
    return words % {"level": name.level(one.about)}


def _figures(one: Moved, name: Naming) -> str:
    called = title(one.about) if one.about in book() else one.about
    return _("A figure of law by which it was judged was changed: %s.") % called


def _allotments(one: Moved, name: Naming) -> str:
    relation, _, unit = one.about.partition(" ")
    words = gettext_lazy("Who answers afterwards for %(relation)s of %(unit)s was changed.")
    return str(words) % {"relation": RELATIONS.get(relation, relation), "unit": name(unit)}


def _turned(before: Sequence[str], after: Sequence[str], name: Naming) -> str:
    """Who came and who went."""
    come, gone = sorted({*after} - {*before}), sorted({*before} - {*after})
    said = [
        _("%s came") % some(come, name) if come else "",
        _("%s went") % some(gone, name) if gone else "",
    ]
    return ", ".join(filter(None, said))


SENTENCES: dict[str, Callable[[Moved, Naming], str]] = {
    "unit": _unit,
    "below": _below,
    "held-below": _held_below,
    "above": _above,
    "code": _code,
    "level": _level,
    "name": _name,
    "levels": _levels,
    "allotments": _allotments,
    "figures": _figures,
}
