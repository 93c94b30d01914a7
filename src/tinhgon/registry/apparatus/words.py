"""What the page of the apparatus says of a place: heading, finding, figures, what is missing.

What is counted is in `overview`; here words are put to it.
"""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tinhgon.domain.structure.units import PRINCIPAL
from tinhgon.registry.apparatus.scene import Scene
from tinhgon.registry.naming import (
    kind_noun,
    kinds_noun,
    level_noun,
    level_title,
    unit_url,
    words_in,
)
from tinhgon.ui import writing
from tinhgon.ui.writing import in_dictionary

MOST_DAYS = 5
"""Days of change shown before the day of the page, and after it."""

MOST_PLACES = 150
"""Places offered in a select; of more, one is typed."""

BAR = 100
"""The length of the longest bar, in parts of a drawing."""


def place_name(scene: Scene) -> str:
    """What the place is called: on the day, else when it stood last; its key where none knows."""
    if scene.under is None:
        return words_in(scene.jurisdiction.whole)
    if scene.place:
        return scene.name(scene.place)
    register = scene.directory
    if scene.under not in register.entries:
        return scene.under
    return register.full_name(register.latest(scene.under))


def whole_name(scene: Scene) -> str:
    """What the whole is called, as the first word of a line."""
    return capfirst(words_in(scene.jurisdiction.whole))


def heading(scene: Scene) -> str:
    """The place and the day."""
    facts = {"place": place_name(scene), "day": writing.day(scene.on.on)}
    return capfirst(_("%(place)s on %(day)s") % facts)


def finding(scene: Scene) -> str:
    """What is to be said first: what became of each level, or since when it is so."""
    if not scene.has_sources or scene.is_unknown or absent(scene):
        return ""
    if scene.vs is None:
        return _unchanged(scene)
    said = [*_levels_said(scene)]
    day = writing.day(scene.vs.on)
    if said:
        return _("Compared with %(day)s: %(changes)s.") % {"day": day, "changes": "; ".join(said)}
    differing = len(scene.compared.comparison.differences)
    if differing:
        return _(
            "Compared with %(day)s: as many units at every level; %(count)s of them are otherwise."
        ) % {"day": day, "count": writing.count(differing)}
    return _("Nothing is otherwise than on %(day)s.") % {"day": day}


def _levels_said(scene: Scene) -> Iterator[str]:
    assert scene.overview.before
    for level in scene.overview.levels(tuple(scene.jurisdiction.levels)):
        before, after = scene.overview.before.count(level), scene.overview.after.count(level)
        if before is None or after is None or before == after:
            continue
        noun = level_noun(scene.jurisdiction, level, before or after)
        facts = {
            "before": writing.count(before),
            "after": writing.count(after),
            "noun": noun,
        }
        if not after:
            yield _("the %(before)s %(noun)s ended") % facts
        elif not before:
            yield _("%(after)s %(noun)s began") % facts
        elif after < before:
            words = ngettext(
                "of %(before)s %(noun)s %(after)s is left",
                "of %(before)s %(noun)s %(after)s are left",
                after,
            )
            yield words % facts
        else:
            yield _("%(before)s %(noun)s became %(after)s") % facts


def _unchanged(scene: Scene) -> str:
    """Between which days the register knows no change."""
    days = scene.directory.days_of_change
    since = [day for day in days if day <= scene.on.on]
    until = [day for day in days if day > scene.on.on]
    if not since:
        return _("The register knows no change before this day.")
    if not until:
        return _("It has been so from %(start)s.") % {"start": writing.day(since[-1])}
    facts = {"start": writing.day(since[-1]), "end": writing.day(writing.last_day(until[0]))}
    return _("It was so from %(start)s to %(end)s.") % facts


def figures(scene: Scene) -> list[dict[str, Any]]:
    """How many units of each level, old and new; a dash where there are no sources."""
    overview = scene.overview
    return [
        {
            "label": level_title(scene.jurisdiction, level, 2),
            "long": len(level_title(scene.jurisdiction, level, 2)) > 24,
            **_figure(
                overview.after.count(level),
                overview.before.count(level) if overview.before else None,
            ),
        }
        for level in overview.levels(tuple(scene.jurisdiction.levels))
    ]


def _figure(after: int | None, before: int | None) -> dict[str, str]:
    if after is None:
        return {"value": "–", "unit": _("no source yet")}
    return {"value": writing.count(after), "old": writing.count(before)}


def kinds(scene: Scene) -> list[dict[str, Any]]:
    """The units of the lowest level by kind, with bars for both days."""
    basic, overview = scene.jurisdiction.basic_level, scene.overview
    sides = [overview.after, *([overview.before] if overview.before else [])]
    if not overview.after.is_known:
        return []
    found = [
        (kind, [side.count_of(basic, kind) for side in sides])
        for kind in scene.jurisdiction.levels[basic].kinds
    ]
    most = max((n or 0 for _kind, numbers in found for n in numbers), default=0)
    return [
        {
            "noun": kind_title(scene, kind),
            "after": numbers[0],
            "before": numbers[1] if len(numbers) > 1 else None,
            "widths": [round(BAR * (number or 0) / most, 2) for number in numbers],
        }
        for kind, numbers in found
        if any(numbers)
    ]


def kinds_title(scene: Scene) -> str:
    """What the bars count."""
    return capfirst(_("%(noun)s by kind") % {"noun": basic_noun(scene)})


def basic_noun(scene: Scene) -> str:
    """What the units of the lowest level are called by the kinds that there are on the days."""
    basic, overview = scene.jurisdiction.basic_level, scene.overview
    sides = [side for side in (overview.after, overview.before) if side]
    kinds = [
        kind
        for kind in scene.jurisdiction.levels[basic].kinds
        if any(side.count_of(basic, kind) for side in sides)
    ]
    if not kinds:
        return level_noun(scene.jurisdiction, basic, 2)
    return kinds_noun(scene.jurisdiction, basic, kinds, 2)


def kind_title(scene: Scene, kind: str) -> str:
    """What units of a kind of the lowest level are called, as the head of a column."""
    return capfirst(kind_noun(scene.jurisdiction, scene.jurisdiction.basic_level, kind, 2))


def caption(scene: Scene) -> str:
    """What the table shows, for those who do not see what stands around it."""
    facts = {"place": place_name(scene), "day": writing.day(scene.on.on)}
    if scene.vs is None:
        return _("Units directly below: %(place)s, %(day)s") % facts
    facts["before"] = writing.day(scene.vs.on)
    return _("Units directly below: %(place)s, %(before)s and %(day)s") % facts


def days_near(scene: Scene, url: Callable[..., str], later: bool = True) -> list[dict[str, Any]]:
    """The days of change around the day; `url` leads to a page that compares one with its eve."""
    days = scene.directory.days_of_change
    before = [day for day in days if day <= scene.on.on][-MOST_DAYS:]
    after = [day for day in days if later and day > scene.on.on][:MOST_DAYS]
    return [
        {
            "day": day,
            "here": day == scene.on.on,
            "url": url(scene, on=day.isoformat(), vs=(day - timedelta(days=1)).isoformat()),
        }
        for day in before + after
    ]


def places(scene: Scene) -> list[dict[str, str]]:
    """The places of a select by name: those at the top on the day, and the one asked about."""
    found = scene.after.children(None)
    if len(found) > MOST_PLACES:
        return []
    named = {unit.key: scene.name(unit) for unit in found}
    if scene.under:
        named.setdefault(scene.under, place_name(scene))
    in_order = sorted(named.items(), key=lambda place: in_dictionary(place[1]))
    return [{"key": key, "name": name} for key, name in in_order]


def hierarchies(scene: Scene) -> list[dict[str, str]]:
    """The hierarchies to choose from, where there is more than the principal one."""
    if len(scene.hierarchies) < 2:
        return []
    names = scene.jurisdiction.hierarchies
    return [{"key": key, "name": capfirst(words_in(names[key]))} for key in scene.hierarchies]


def crumbs(scene: Scene, home: str) -> list[tuple[str, str]]:
    """The way down to the place, for the same days."""
    way = [(_("Home"), home)]
    if scene.under is None:
        return way
    way.append((whole_name(scene), apparatus_url(scene, under="")))
    structure = scene.after if scene.under in scene.after else scene.before or scene.after
    above = structure.path(scene.under)[:0:-1]
    return way + [(scene.name(unit), apparatus_url(scene, under=unit.key)) for unit in above]


def missing(scene: Scene) -> list[dict[str, Any]]:
    """The days without all their sources, and of what there are some; alike days together."""
    found: dict[tuple[str | None, ...], list[date]] = {}
    for asked, structure in ((scene.vs, scene.before), (scene.on, scene.after)):
        if asked and structure is not None:
            parts = scene.coverage.parts(structure, scene.under, asked.on)
            found.setdefault(parts, []).append(asked.on)
    return [
        {
            "days": days,
            "words": _(" and ").join(map(writing.day, days)),
            "known": [_part(scene, part, days[-1]) for part in parts if part],
        }
        for parts, days in found.items()
        if parts != (scene.under,)
    ]


def _part(scene: Scene, key: str, day: date) -> dict[str, str]:
    """A unit below the place for which there are sources."""
    structure = scene.after if day == scene.on.on else scene.before or scene.after
    return {"name": scene.name(structure[key]), "url": apparatus_url(scene, under=key)}


def unknown_day(scene: Scene) -> date:
    """The day of which there are not all sources, to be named where nothing can be shown."""
    lacking = missing(scene)
    day: date = lacking[0]["days"][0] if lacking else scene.on.on
    return day


def beginnings(scene: Scene) -> list[dict[str, Any]]:
    """From which day there are sources of what, with the way there; what is asked about first."""
    register = scene.directory
    return [
        {
            "day": day,
            "name": register.full_name(register.latest(key)) if key else whole_name(scene),
            "url": apparatus_url(scene, under=key or "", on=day, vs=None),
        }
        for key, day in sorted(scene.coverage.since.items(), key=lambda stated: stated[1])
        if key is None or key in register.entries
    ]


def absent(scene: Scene) -> bool:
    """Whether the place does not stand on the day."""
    return scene.under is not None and scene.under not in scene.after


def absence(scene: Scene) -> dict[str, Any] | None:
    """Where the place does not stand on the day: when it did, and where it is on the day.

    There is no `life` where nothing was known of it.
    """
    if scene.under is None or not absent(scene):
        return None
    register, day = scene.directory, scene.on.on
    life = register.life(scene.under) if scene.under in register.entries else None
    last = life.last_day if life else None
    when = last or (life.start if life else None)
    return {
        "name": place_name(scene),
        "life": life,
        "later": bool(life and life.start and day < life.start),
        "now": _where_now(scene, last) if last and last < day else [],
        "url": unit_url(scene.under, scene.on),
        "when": apparatus_url(scene, on=when, vs=None) if when else "",
    }


def _where_now(scene: Scene, last_day: date) -> list[dict[str, str]]:
    found = scene.directory.reach(scene.under or "", last_day, scene.on.on)
    units = [unit for reach in found if (unit := scene.after.get(reach.unit))]
    return [
        {"name": scene.name(unit), "url": apparatus_url(scene, under=unit.key)} for unit in units
    ]


def is_to_come(scene: Scene) -> bool:
    """Whether the day has not come yet: what is shown is what is known of it today."""
    return scene.on.on > localdate() and scene.on.known_at is None


def apparatus_url(scene: Scene, **changes: Any) -> str:
    """The apparatus of the same place on the same days, but for what changes; None leaves out."""
    asked = {
        "on": scene.on.on,
        "vs": scene.vs.on if scene.vs else None,
        "known_at": scene.on.instant,
        "vs_known_at": scene.vs.instant if scene.vs else "",
        "under": scene.under,
        "hierarchy": "" if scene.hierarchy == PRINCIPAL else scene.hierarchy,
        **changes,
    }
    if not asked["vs"]:
        asked["vs_known_at"] = ""
    given = {name: str(value) for name, value in asked.items() if value}
    return f"{reverse('registry:apparatus')}?{urlencode(given)}"
