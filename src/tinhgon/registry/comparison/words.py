"""What the page of a comparison says: the finding, and of each unit what became of it.

What differs is in `apparatus.compared`; here words are put to it. For one page of units as for all
of them the number of queries is the same.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from tinhgon.domain.structure.levels import Aspect
from tinhgon.domain.structure.units import Structure, Unit
from tinhgon.registry.apparatus.compared import (
    BEGUN,
    CHANGED,
    ENDED,
    SHOWN,
    Change,
    Compared,
    Passage,
)
from tinhgon.registry.apparatus.scene import Scene
from tinhgon.registry.apparatus.words import finding as levels_finding
from tinhgon.registry.apparatus.words import place_name
from tinhgon.registry.facts.grounds import Correction, Grounds, corrections, grounds, instruments
from tinhgon.registry.facts.words import label
from tinhgon.registry.naming import level_noun, unit_url, words_in
from tinhgon.ui import writing
from tinhgon.ui.asked import Asked

MOST_PASSAGES = 5
"""Shown of where one unit went; its own page shows all."""

ShareWords = dict[tuple[bool, Aspect | None], str]


@dataclass(frozen=True)
class Told:
    """One unit of the list in words.

    `passages` say where it went or came from, `facts` what changed: (what, before, after).
    """

    shown: str
    label: str
    name: str
    url: str
    code: str
    above: str
    passages: list[dict[str, str]] = field(default_factory=list)
    more: int = 0
    facts: list[tuple[str, str, str]] = field(default_factory=list)
    instruments: list[tuple[str, str]] = field(default_factory=list)
    corrections: list[Correction] = field(default_factory=list)
    through_parts: bool = False


def kicker(scene: Scene) -> str:
    """What is compared with what."""
    assert scene.vs
    facts = {
        "place": capfirst(place_name(scene)),
        "before": writing.day(scene.vs.on),
        "after": writing.day(scene.on.on),
    }
    if scene.days.are_same:
        return _("%(place)s, %(after)s: what was known at two times") % facts
    return _("%(place)s, %(before)s and %(after)s compared") % facts


def heading(scene: Scene) -> str:
    """The finding: how many units ended, began and changed."""
    counts = dict.fromkeys(SHOWN, 0)
    compared = scene.compared
    counts[ENDED], counts[BEGUN] = len(compared.ended), len(compared.begun)
    counts[CHANGED] = len(compared.comparison.differences) - counts[ENDED] - counts[BEGUN]
    said = [_counted(shown, number, scene) for shown, number in counts.items() if number]
    if not said:
        return _("Nothing differs")
    return capfirst(", ".join(said))


def _counted(shown: str, number: int, scene: Scene) -> str:
    facts = {"count": writing.count(number)}
    if scene.days.are_same:
        words = {
            ENDED: ngettext("%(count)s unit taken out", "%(count)s units taken out", number),
            BEGUN: ngettext("%(count)s unit added", "%(count)s units added", number),
            CHANGED: ngettext("%(count)s unit corrected", "%(count)s units corrected", number),
        }
    else:
        words = {
            ENDED: ngettext("%(count)s unit ended", "%(count)s units ended", number),
            BEGUN: ngettext("%(count)s unit began", "%(count)s units began", number),
            CHANGED: ngettext("%(count)s unit changed", "%(count)s units changed", number),
        }
    return words[shown] % facts


def shown_words(scene: Scene) -> dict[str, str]:
    """What a group of the list is called."""
    if scene.days.are_same:
        added = pgettext("register", "Added")
        return {ENDED: _("Taken out"), BEGUN: added, CHANGED: _("Corrected")}
    return {ENDED: _("Ended"), BEGUN: _("Began"), CHANGED: _("Changed")}


def fact_words(scene: Scene) -> dict[str, str]:
    """What a fact of a unit is called."""
    named = ("level", "kind", "name", "code", "parent")
    called = {about: label(about, scene.directory) for about in named}
    return called | {"ties": _("Other hierarchies")}


def fact_filters() -> dict[str, str]:
    """The words of the filters by what changed."""
    return {
        "level": _("Other level"),
        "kind": _("Other kind"),
        "name": _("Other name"),
        "code": _("Other code"),
        "parent": _("Under another unit"),
        "ties": _("Otherwise in other hierarchies"),
    }


def instant_words(asked: Asked) -> str:
    """When what is shown was known."""
    if asked.known_at is None:
        return _("what is known today")
    return _("what was known at %(instant)s") % {"instant": writing.moment(asked.known_at)}


def finding(scene: Scene) -> str:
    """What became of each level; of one day twice, what stands beside what."""
    assert scene.vs
    if not scene.days.are_same:
        return levels_finding(scene)
    sides = {"before": instant_words(scene.vs), "after": instant_words(scene.on)}
    return capfirst(_("%(before)s, beside %(after)s") % sides)


def told(scene: Scene, changes: Sequence[Change]) -> list[Told]:
    """Some changes in words; a constant number of queries."""
    compared = scene.compared
    keys = [one.key for one in changes]
    held: Grounds = {}
    corrected: dict[str, list[Correction]] = {}
    if scene.days.are_same:
        assert scene.vs
        corrected = corrections(keys, scene.vs.known_at, scene.on.known_at)
    else:
        held = grounds(compared.vs, compared.on, scene.on.known_at, keys)
    passages = {one.key: passages_of(compared, one) for one in changes}
    ids = {
        key: [*dict.fromkeys([*held.get(key, ()), *edge_instruments(passages[key])])]
        for key in passages
    }
    numbers = instruments(id for several in ids.values() for id in several)
    return [
        _told(
            scene,
            one,
            passages[one.key],
            [numbers[id] for id in ids[one.key] if id in numbers],
            corrected.get(one.key, []),
        )
        for one in changes
    ]


def passages_of(compared: Compared, one: Change) -> list[Passage]:
    """Where a unit that ended went; where one that began or goes on came from."""
    if one.shown == ENDED:
        return compared.heirs(one.key)
    return compared.origins(one.key)


def edge_instruments(passages: Sequence[Passage]) -> Iterator[int]:
    """The instruments of the successions followed."""
    return (edge.instrument for p in passages for edge in p.edges if edge.instrument)


def _told(
    scene: Scene,
    one: Change,
    passages: list[Passage],
    named: list[tuple[str, str]],
    corrected: list[Correction],
) -> Told:
    assert scene.vs
    ended = one.shown == ENDED
    here, there = (scene.vs, scene.on) if ended else (scene.on, scene.vs)
    structure = scene.compared.before if ended else scene.compared.after
    unit = one.difference.before if ended else one.difference.after
    assert unit
    shown = passages[:MOST_PASSAGES]
    return Told(
        shown=one.shown,
        label=_label(one.shown),
        name=scene.name(unit),
        url=unit_url(unit.key, here),
        code=unit.code or "",
        above=above(scene, structure, unit),
        passages=[_passage(scene, passage, there) for passage in shown],
        more=len(passages) - len(shown),
        facts=[*_facts(scene, one)],
        instruments=named,
        corrections=corrected,
        through_parts=ended and bool(passages) and not any(p.edges for p in passages),
    )


def _label(shown: str) -> str:
    """What the list says of a unit, as a label beside it."""
    return {
        ENDED: _("Where to"),
        BEGUN: _("Where from"),
        CHANGED: _("What changed"),
    }[shown]


def above(scene: Scene, structure: Structure, unit: Unit) -> str:
    """The units above one, lowest first."""
    return ", ".join(scene.name(one) for one in structure.path(unit.key)[1:])


def _passage(scene: Scene, passage: Passage, there: Asked) -> dict[str, str]:
    return {
        "name": scene.name(passage.unit),
        "url": unit_url(passage.unit.key, there),
        "share": share(passage, share_words()),
    }


def share(passage: Passage, words: ShareWords) -> str:
    """How much went this way: all or a part, land or people; empty where it is not known."""
    if not passage.edges:
        return ""
    stated = [edge.carries for edge in passage.edges]
    carried = frozenset().union(*(c for c in stated if c)) if None not in stated else None
    return words[bool(passage.is_whole), _told_apart(carried)]


def share_words() -> ShareWords:
    """The words for all or a part of a unit, of its land and people or of one of them."""
    return {
        (True, None): _("all of it"),
        (True, Aspect.LAND): _("its land, not its people"),
        (True, Aspect.PEOPLE): _("its people, not its land"),
        (False, None): _("a part"),
        (False, Aspect.LAND): _("a part of its land, none of its people"),
        (False, Aspect.PEOPLE): _("a part of its people, none of its land"),
    }


def _told_apart(carried: frozenset[Aspect] | None) -> Aspect | None:
    """Land or people where only one of them went, None where both did or nobody says."""
    told = {*(carried or ())} & {Aspect.LAND, Aspect.PEOPLE}
    return told.pop() if len(told) == 1 else None


def _facts(scene: Scene, one: Change) -> Iterator[tuple[str, str, str]]:
    """What changed: what, before, after."""
    words = fact_words(scene)
    before, after = one.difference.before, one.difference.after
    if not (before and after):
        return
    compared = scene.compared
    for fact in one.facts:
        yield (
            words[fact],
            _value(scene, compared.before, before, fact),
            _value(scene, compared.after, after, fact),
        )


def _value(scene: Scene, structure: Structure, unit: Unit, fact: str) -> str:
    if fact == "parent":
        parent = structure.get(unit.parent)
        return scene.name(parent) if parent else unit.parent or place_of_top(scene)
    if fact == "ties":
        return ", ".join(_tie(scene, structure, tie) for tie in unit.ties) or "–"
    if fact == "level":
        return level_noun(scene.jurisdiction, unit.level)
    return str(getattr(unit, fact) or "–")


def place_of_top(scene: Scene) -> str:
    """Under what the units at the top stand."""
    return words_in(scene.jurisdiction.whole)


def _tie(scene: Scene, structure: Structure, tie: tuple[str, str]) -> str:
    hierarchy, key = tie
    parent = structure.get(key)
    named = scene.jurisdiction.hierarchies.get(hierarchy)
    words = words_in(named) if named else hierarchy
    return f"{words}: {scene.name(parent) if parent else key}"
