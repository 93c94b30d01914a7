"""A comparison as a table to take along: a row for each unit that differs.

All words are taken before the first row: rows are written after the page has been left.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from tinhgon.domain.structure.units import Structure, Unit
from tinhgon.registry.apparatus.compared import Change
from tinhgon.registry.apparatus.scene import Scene
from tinhgon.registry.comparison.words import (
    ShareWords,
    edge_instruments,
    fact_words,
    passages_of,
    share,
    share_words,
    shown_words,
)
from tinhgon.registry.facts.grounds import corrections, grounds, instruments
from tinhgon.registry.naming import level_noun


def exported(scene: Scene, changes: Sequence[Change]) -> tuple[list[str], Iterator[list[Any]]]:
    """The changes for a spreadsheet: header and cells."""
    assert scene.vs
    compared, same = scene.compared, scene.days.are_same
    keys = [one.key for one in changes]
    held = {} if same else grounds(compared.vs, compared.on, scene.on.known_at)
    reasons = corrections(keys, scene.vs.known_at, scene.on.known_at) if same else {}
    numbers = instruments(None)
    words, facts, shares = shown_words(scene), fact_words(scene), share_words()
    levels = {level: level_noun(scene.jurisdiction, level) for level in scene.jurisdiction.levels}

    def cells(one: Change) -> list[Any]:
        passages = passages_of(compared, one)
        ids = dict.fromkeys([*held.get(one.key, ()), *edge_instruments(passages)])
        return [
            *(words[one.shown], levels.get(one.level, one.level), one.key),
            *_side(scene, compared.before, one.difference.before),
            *_side(scene, compared.after, one.difference.after),
            ", ".join(facts[fact] for fact in one.facts) or None,
            "; ".join(_passage(scene, passage, shares) for passage in passages) or None,
            ", ".join(numbers[id][0] for id in ids) or None,
            "; ".join(correction.reason for correction in reasons.get(one.key, ())) or None,
        ]

    return _header(), (cells(one) for one in changes)


def _header() -> list[str]:
    sides = [
        f"{label} ({when})"
        for when in (_("before"), _("after"))
        for label in (_("Code"), _("Kind"), pgettext("of a unit", "Name"), _("Stands under"))
    ]
    return [
        *(_("What became of it"), _("Level"), _("Key"), *sides),
        *(_("What changed"), _("Where to, where from"), _("Instrument"), _("Reason")),
    ]


def _side(scene: Scene, structure: Structure, unit: Unit | None) -> list[Any]:
    """A unit on one day: code, kind, name, the unit above it."""
    if unit is None:
        return [None] * 4
    parent = structure.get(unit.parent)
    return [unit.code, unit.kind, unit.name, scene.name(parent) if parent else None]


def _passage(scene: Scene, passage: Any, shares: ShareWords) -> str:
    how = share(passage, shares)
    code = f" ({passage.unit.code})" if passage.unit.code else ""
    return f"{scene.name(passage.unit)}{code}" + (f": {how}" if how else "")
