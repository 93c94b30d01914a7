"""A package beside another in words: of each unit that differs, what either side says."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from tinhgon.domain.structure.levels import TERRITORY, Aspect
from tinhgon.domain.structure.units import Unit
from tinhgon.registry.naming import level_noun
from tinhgon.reorganisation.naming import Names
from tinhgon.reorganisation.variants.besides import Row, Share, Shown
from tinhgon.reorganisation.variants.sides import Compared
from tinhgon.reorganisation.words import ASPECTS


@dataclass(frozen=True)
class Told:
    """A unit that differs: its name and page, and what either side says of it."""

    shown: Shown
    key: str
    name: str
    url: str
    code: str
    here: list[str]
    there: list[str]


def shown_words() -> dict[Shown, str]:
    """What a group of the list is called."""
    return {
        Shown.HERE: _("Only here"),
        Shown.THERE: _("Only there"),
        Shown.CHANGED: _("Other facts"),
        Shown.OTHERWISE: _("Formed otherwise"),
    }


def counted(rows: Iterable[Row]) -> list[tuple[Shown, str, int]]:
    """How many units differ in each way."""
    found = Counter(row.shown for row in rows)
    return [(shown, words, found[shown]) for shown, words in shown_words().items() if found[shown]]


def told(compared: Compared, rows: Iterable[Row]) -> list[Told]:
    """Rows in words."""
    return [_told(compared, row) for row in rows]


def _told(compared: Compared, row: Row) -> Told:
    names = compared.here if row.here else compared.there
    unit = row.here or row.there
    assert unit
    return Told(
        shown=row.shown,
        key=row.key,
        name=names.full(unit),
        url=names.url(row.key if row.here else compared.besides.keys_there.get(row.key, row.key)),
        code=unit.code or "",
        here=[*_side(compared, row, row.here, "here")],
        there=[*_side(compared, row, row.there, "there")],
    )


def _side(compared: Compared, row: Row, unit: Unit | None, side: str) -> Iterator[str]:
    """What one side says: that it stands or not, its facts that differ, what it takes."""
    names = compared.here if side == "here" else compared.there
    if unit is None:
        yield _("does not stand")
        return
    facts = row.facts or (("parent",) if row.shown in (Shown.HERE, Shown.THERE) else ())
    for fact in facts:
        yield f"{_fact_words()[fact]}: {_value(compared, names, unit, fact)}"
    for one in row.takings:
        yield _taken(calling(compared, one.unit), getattr(one, side))


def _fact_words() -> dict[str, str]:
    return {
        "level": _("Level"),
        "kind": _("Kind"),
        "name": pgettext("of a unit", "Name"),
        "code": _("Code"),
        "parent": _("Under"),
        "ties": _("Other hierarchies"),
    }


def _value(compared: Compared, names: Names, unit: Unit, fact: str) -> str:
    if fact == "parent":
        return calling(compared, unit.parent) if unit.parent else "–"
    if fact == "ties":
        above = (f"{names.hierarchy(one)}: {calling(compared, key)}" for one, key in unit.ties)
        return ", ".join(above) or "–"
    if fact == "level":
        return level_noun(names.jurisdiction, unit.level)
    return str(getattr(unit, fact) or "–")


def calling(compared: Compared, key: str) -> str:
    """What a unit is called on whichever side knows it."""
    unit = compared.here.unit(key) or compared.there.unit(key)
    return compared.here.full(unit) if unit else key


def _taken(unit: str, share: Share | None) -> str:
    if share is None:
        return _("takes nothing of %(unit)s") % {"unit": unit}
    extent, carries, main = share
    words = {
        "whole": _("takes all of %(unit)s"),
        "part": _("takes a part of %(unit)s"),
        "rest": _("takes the rest of %(unit)s"),
    }[extent] % {"unit": unit}
    aspects = _aspects(carries)
    said = _("%(taken)s (only %(aspects)s)") % {"taken": words, "aspects": aspects}
    taken = said if aspects else words
    return _("%s, as the main one") % taken if main else taken


def _aspects(carries: frozenset[Aspect] | None) -> str:
    """What alone is taken, where it is not both land and people."""
    if carries is None or carries >= TERRITORY:
        return ""
    return ", ".join(str(ASPECTS[aspect]) for aspect in Aspect if aspect in carries)


def matched_names(compared: Compared) -> list[str]:
    """The new units that were taken for the same though their keys differ, by name."""
    keys = compared.besides.same.values()
    units = (compared.besides.here.structure[key] for key in keys)
    return sorted(capfirst(compared.here.full(unit)) for unit in units)


def document(one: Told) -> dict[str, Any]:
    """A unit that differs, for programs."""
    return {**vars(one), "shown": one.shown.value}


def header(here: str, there: str) -> list[str]:
    """The header of a table of differences."""
    return [_("How it differs"), _("Key"), _("Code"), _("Unit"), here, there]


def cells(one: Told) -> list[str]:
    """A unit that differs, for a spreadsheet."""
    group = shown_words()[one.shown]
    return [group, one.key, one.code, one.name, "; ".join(one.here), "; ".join(one.there)]
