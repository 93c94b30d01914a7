"""What changed between two days, in a few sentences, each with the way to its list.

From the highest level to the lowest: what ended and began; then what was shared, what goes on
otherwise, and which codes passed to other units.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tinhgon.domain.structure.units import PRINCIPAL, Unit
from tinhgon.registry.apparatus.compared import BEGUN, CHANGED, ENDED, Compared
from tinhgon.registry.apparatus.scene import Scene
from tinhgon.registry.facts.grounds import Grounds, grounds, instruments
from tinhgon.registry.naming import kind_noun, level_noun
from tinhgon.ui import writing

MOST_INSTRUMENTS = 2
"""Named beneath a sentence; of more the first is named and the others counted."""


@dataclass(frozen=True)
class Headline:
    """One sentence: `instruments` are (number, address) pairs, `more` counts the others."""

    words: str
    url: str = ""
    instruments: tuple[tuple[str, str], ...] = ()
    more: int = 0
    note: str = ""


@dataclass(frozen=True)
class _Said:
    """A sentence before its instruments are looked up."""

    words: str
    url: str
    ids: tuple[int, ...] = ()
    note: str = ""


def headlines(scene: Scene) -> list[Headline]:
    """The sentences for two days; none where nothing differs. A constant number of queries."""
    assert scene.vs
    compared = scene.compared
    held = grounds(compared.vs, compared.on, scene.on.known_at)
    said = [*_by_level(scene, held), *_shared(scene), *_otherwise(scene, held), *_codes(scene)]
    numbers = instruments(id for one in said for id in one.ids)
    return [_headline(one, [numbers[id] for id in one.ids]) for one in said]


def comparison_url(scene: Scene, **filters: str) -> str:
    """The comparison of the same two days and place, with these filters."""
    asked = {
        "on": scene.on.on.isoformat(),
        "vs": scene.vs.on.isoformat() if scene.vs else "",
        "known_at": scene.on.instant,
        "vs_known_at": scene.vs.instant if scene.vs else "",
        "under": scene.under or "",
        "hierarchy": "" if scene.hierarchy == PRINCIPAL else scene.hierarchy,
        **filters,
    }
    given = {name: value for name, value in asked.items() if value}
    return f"{reverse('registry:comparison')}?{urlencode(given)}"


def _headline(said: _Said, named: list[tuple[str, str]]) -> Headline:
    shown = named if len(named) <= MOST_INSTRUMENTS else named[:1]
    return Headline(said.words, said.url, tuple(shown), len(named) - len(shown), said.note)


def _by_level(scene: Scene, held: Grounds) -> Iterator[_Said]:
    ended, begun = _at_levels(scene.compared.ended), _at_levels(scene.compared.begun)
    left = Counter(unit.level for unit in scene.compared.comparison.after)
    for level in scene.jurisdiction.levels:
        gone, new = ended.get(level, []), begun.get(level, [])
        if not (gone or new):
            continue
        url = comparison_url(scene, level=level, shown=ENDED if gone else BEGUN)
        words = _level_words(scene, level, gone, new, left[level])
        yield _Said(words, url, _ids(scene.compared, held, gone or new))


def _level_words(scene: Scene, level: str, gone: list[Unit], new: list[Unit], left: int) -> str:
    facts = _counts(scene, level, len(gone), begun=len(new), stayed=left - len(new))
    if not gone:
        facts = _counts(scene, level, len(new))
        return ngettext("%(count)s %(noun)s began", "%(count)s %(noun)s began", len(new)) % facts
    if new and left > len(new):
        return _("%(count)s %(noun)s became %(begun)s; %(stayed)s went on") % facts
    if new:
        return _("%(count)s %(noun)s became %(begun)s") % facts
    words = ngettext("%(count)s %(noun)s ended", "%(count)s %(noun)s ended", len(gone)) % facts
    return "; ".join([words, *_to_other_levels(scene, level, gone)])


def _to_other_levels(scene: Scene, level: str, gone: list[Unit]) -> Iterator[str]:
    """How many of the units that ended became units of another level at once."""
    compared = scene.compared
    heirs = Counter(
        (heir.level, heir.kind)
        for unit in gone
        for edge in compared.edges(unit.key)
        if (heir := compared.after.get(edge.successor)) and heir.level != level
    )
    for (at, kind), number in heirs.items():
        noun = kind_noun(scene.jurisdiction, at, kind, number)
        yield _("%(count)s of them became %(noun)s") % {
            "count": writing.count(number),
            "noun": noun,
        }


def _shared(scene: Scene) -> Iterator[_Said]:
    """Units of which several others took something: whoever lived there must ask which."""
    for level, units in _at_levels(
        unit for unit in scene.compared.ended if unit.key in scene.compared.shared
    ).items():
        ways = [scene.compared.shared[unit.key] for unit in units]
        facts = _counts(scene, level, len(units), least=min(ways), most=max(ways))
        words = _shared_words(len(units), several=min(ways) != max(ways))
        url = comparison_url(scene, shown=ENDED, level=level, ways="several")
        note = _("Who lived there has to ask which one answers now")
        yield _Said(words % facts, url, note=note)


def _shared_words(number: int, several: bool) -> str:
    if several:
        return ngettext(
            "%(count)s %(noun)s was shared among %(least)s to %(most)s others",
            "%(count)s %(noun)s were shared among %(least)s to %(most)s others",
            number,
        )
    return ngettext(
        "%(count)s %(noun)s was shared among %(most)s others",
        "%(count)s %(noun)s were shared among %(most)s others",
        number,
    )


def _otherwise(scene: Scene, held: Grounds) -> Iterator[_Said]:
    """Units that go on with another name, kind or code."""
    changed = scene.compared.comparison.changed
    for fact, words in (
        ("kind", _("%(count)s %(noun)s changed kind")),
        ("name", _("%(count)s %(noun)s changed name")),
        ("code", _("%(count)s %(noun)s changed code")),
    ):
        units_changed = (d.after for d in changed if fact in d.attributes)
        for level, units in _at_levels(filter(None, units_changed)).items():
            url = comparison_url(scene, shown=CHANGED, fact=fact, level=level)
            ids = _ids(scene.compared, held, units)
            yield _Said(words % _counts(scene, level, len(units)), url, ids)


def _codes(scene: Scene) -> Iterator[_Said]:
    number = scene.compared.codes_passed_on
    if number:
        words = ngettext(
            "%(count)s code now belongs to a unit of another name",
            "%(count)s codes now belong to units of other names",
            number,
        )
        note = _("A code is not an identity: always ask with the day")
        yield _Said(words % {"count": writing.count(number)}, "", note=note)


def _ids(compared: Compared, held: Grounds, units: Iterable[Unit]) -> tuple[int, ...]:
    """The instruments under which units ended or began, the one of most units first."""
    found = Counter(
        id
        for unit in units
        for id in {
            *held.get(unit.key, ()),
            *(edge.instrument for edge in compared.edges(unit.key) if edge.instrument),
        }
    )
    return tuple(id for id, _count in found.most_common())


def _counts(scene: Scene, level: str, number: int, **others: int) -> dict[str, Any]:
    numbers = {"count": number, **others}
    noun = level_noun(scene.jurisdiction, level, number)
    return {name: writing.count(value) for name, value in numbers.items()} | {"noun": noun}


def _at_levels(units: Iterable[Unit]) -> dict[str, list[Unit]]:
    found: dict[str, list[Unit]] = {}
    for unit in units:
        found.setdefault(unit.level, []).append(unit)
    return found
