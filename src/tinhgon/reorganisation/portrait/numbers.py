"""What the page of a package, or of one of its plans, says: lead, figures, table.

What is counted is in `rearrangement`; here words are put to it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tinhgon.documents.models import Instrument
from tinhgon.domain.jurisdictions import Jurisdiction
from tinhgon.registry.naming import instrument_url, kind_noun, level_noun
from tinhgon.reorganisation.models import Package, State
from tinhgon.reorganisation.rearrangement.tallies import Tally, alike, levels, only_bodies
from tinhgon.reorganisation.rearrangement.value import Rearrangement
from tinhgon.ui import writing
from tinhgon.ui.filling import filled, joined

LOOKS = {
    State.APPRAISED: "blue",
    State.SEALED: "gold",
    State.APPROVED: "gold",
    State.ENACTED: "gold",
    State.IN_EFFECT: "green",
    State.WITHDRAWN: "stop",
}
"""How the tag of a state looks."""


@dataclass(frozen=True)
class Row:
    """A line of the table: so many units of a level or of a kind, before and after."""

    label: str
    before: int
    after: int
    is_level: bool = False

    @property
    def difference(self) -> int:
        """How many more there are afterwards."""
        return self.after - self.before

    @property
    def ratio(self) -> float | None:
        """The difference as a share of what there was."""
        return self.difference / self.before if self.before else None


def lead(package: Package, instruments: Iterable[Instrument], today: date) -> SafeString:
    """By which instruments, in force and operative when, and what stands between the two days."""
    held = list({one.pk: one for one in instruments}.values())
    said = [_grounds(held, package.day), _meanwhile(package, held, today)]
    return joined(filter(None, said), " ")


def _grounds(held: list[Instrument], day: date) -> SafeString:
    facts = {"day": writing.day(day), "count": writing.count(len(held))}
    if not held:
        return filled(_("No instrument is named; day of effect %(day)s."), **facts)
    facts |= {"named": _named(held[0]) if len(held) == 1 else ""}
    in_force = sorted({one.in_force for one in held if one.in_force})
    if not in_force:
        one = _("Under %(named)s, operative from %(day)s.")
        many = _("Under %(count)s instruments, operative from %(day)s.")
        return filled(one if len(held) == 1 else many, **facts)
    facts |= {"first": writing.day(in_force[0]), "last": writing.day(in_force[-1])}
    if len(held) == 1:
        return filled(_("Under %(named)s, in force %(first)s, operative %(day)s."), **facts)
    if len(in_force) == 1:
        words = _("Under %(count)s instruments, in force %(first)s, operative %(day)s.")
    else:
        words = _(
            "Under %(count)s instruments, the first in force %(first)s, the last %(last)s; "
            "operative %(day)s."
        )
    return filled(words, **facts)


def _meanwhile(package: Package, held: list[Instrument], today: date) -> str:
    """What holds between the day in force and the day of operation."""
    has_gap = any(one.in_force and one.in_force < package.day for one in held)
    if package.state is State.DRAFT:
        return _("It is a draft: nothing of it is in the register yet.")
    if package.state is State.WITHDRAWN:
        return _("It was withdrawn before it took effect: the register says what it said before.")
    if not has_gap:
        return ""
    if today < package.day:
        return _("Until then the old apparatus goes on working.")
    return _("Until that day the old apparatus went on working.")


def _named(instrument: Instrument) -> SafeString:
    url = instrument_url(instrument.pk)
    return format_html('<a href="{}">{}</a>', url, instrument.number)


def standing(done: Rearrangement, jurisdiction: Jurisdiction) -> tuple[Tally, Tally]:
    """How many units stand on the ground of a package, before and after.

    Where only bodies are rearranged, only units of the levels and kinds of these are counted.
    """
    if only_bodies(done.tallies, jurisdiction):
        return alike(done.standing, done.tallies)
    return done.standing


def figures(done: Rearrangement, tallies: tuple[Tally, Tally], jurisdiction: Jurisdiction) -> Any:
    """Old and new, for what differs: two to five figures."""
    ranked = _ranked(levels(tallies), jurisdiction)
    shown = [
        _figure(before, after, level_noun(jurisdiction, level, 2))
        for level, (before, after) in ranked
        if before != after
    ]
    if not shown or only_bodies(tallies, jurisdiction):
        shown = [
            _figure(one.before, one.after, one.label)
            for one in table(tallies, jurisdiction)
            if one.difference and not one.is_level
        ]
    if done.shared:
        words = ngettext("unit shared out", "units shared out", len(done.shared))
        shown.append({"value": writing.count(len(done.shared)), "label": words})
    return shown[:5]


def _figure(before: int, after: int, noun: str) -> dict[str, Any]:
    return {
        "old": writing.count(before),
        "value": writing.count(after),
        "label": noun,
        "long": len(noun) > 24,
    }


def table(tallies: tuple[Tally, Tally], jurisdiction: Jurisdiction) -> list[Row]:
    """Each level with its kinds, highest first; what there is none of on either day is left out.

    Where all that is counted are bodies, these are told by kind alone.
    """
    rows: list[Row] = []
    by_kind = only_bodies(tallies, jurisdiction)
    for level, (before, after) in _ranked(levels(tallies), jurisdiction):
        whole = Row(capfirst(level_noun(jurisdiction, level, 2)), before, after, True)
        kinds = [
            Row(capfirst(kind_noun(jurisdiction, level, kind, 2)), old, new)
            for kind, old, new in _kinds(tallies, jurisdiction, level)
        ]
        rows += [] if by_kind else [whole]
        rows += kinds if by_kind or len(kinds) > 1 else []
    return rows


def _kinds(
    tallies: tuple[Tally, Tally], jurisdiction: Jurisdiction, level: str
) -> list[tuple[str, int, int]]:
    """The kinds of a level of which there is any, with how many before and after."""
    before, after = tallies
    kinds = jurisdiction.levels[level].kinds
    counted = [(kind, before[level, kind], after[level, kind]) for kind in kinds]
    return [one for one in counted if any(one[1:])]


def concerned(tallies: tuple[Tally, Tally], jurisdiction: Jurisdiction) -> list[str]:
    """What is rearranged in short: by level, of bodies alone by kind as «2 → 1 sở»."""
    if not only_bodies(tallies, jurisdiction):
        return in_short(levels(tallies), jurisdiction)
    return [
        f"{writing.count(before)} → {writing.count(after)} "
        f"{kind_noun(jurisdiction, level, kind, after or before)}"
        for level in jurisdiction.levels
        for kind, before, after in _kinds(tallies, jurisdiction, level)
    ]


def in_short(counted: dict[str, tuple[int, int]], jurisdiction: Jurisdiction) -> list[str]:
    """«10.035 → 3.321 xã, phường, thị trấn» for each level."""
    return [
        f"{writing.count(before)} → {writing.count(after)} "
        f"{level_noun(jurisdiction, level, after or before)}"
        for level, (before, after) in _ranked(counted, jurisdiction)
    ]


def _ranked(
    counted: dict[str, tuple[int, int]], jurisdiction: Jurisdiction
) -> list[tuple[str, tuple[int, int]]]:
    """Levels with their numbers, the highest first; those that the jurisdiction names."""
    known = [level for level in jurisdiction.levels if level in counted]
    return [(level, (counted[level][0], counted[level][1])) for level in known]
