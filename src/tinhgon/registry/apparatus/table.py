"""The table of the apparatus: the units directly below a place, sifted, in order, in words.

Where they have units of the lowest level below them, these are counted, before and after; where
they are of the lowest level themselves, their area and the day since when they are as they are.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from tinhgon.domain.structure.units import Unit
from tinhgon.registry.apparatus.overview import Row
from tinhgon.registry.apparatus.scene import Scene
from tinhgon.registry.apparatus.words import apparatus_url, basic_noun
from tinhgon.registry.models import Version
from tinhgon.registry.name_search import Names, names
from tinhgon.registry.naming import kind_noun, level_noun, unit_url
from tinhgon.ui import writing

STATES = ("unchanged", "merged", "formed", "changed")
BAR = 200
"""The length of the longest bar, in parts of a drawing."""

MOST_KINDS = 5
MOST_ORIGINS = 4


@dataclass(frozen=True)
class Wish:
    """What is wanted of the table; empty means everything, in the usual order."""

    kind: str = ""
    state: str = ""
    query: str = ""
    order: str = ""


@dataclass(frozen=True)
class Table:
    """The rows of a place; `found` are those that were searched for, `rows` those wanted."""

    scene: Scene
    wish: Wish

    @cached_property
    def all(self) -> list[Row]:
        """All rows, in no order."""
        return self.scene.overview.rows(self.scene.jurisdiction.basic_level)

    @cached_property
    def found(self) -> list[Row]:
        """Those that were searched for by name or code."""
        fits = self._names.search(self.wish.query)
        return [row for row in self.all if fits is None or fits(row.unit)]

    @cached_property
    def rows(self) -> list[Row]:
        """Those wanted, in order."""
        wish = self.wish
        wanted = [
            row
            for row in self.found
            if wish.kind in ("", row.unit.kind) and wish.state in ("", row.state)
        ]
        return sorted(wanted, key=self._place)

    @cached_property
    def _names(self) -> Names:
        return names(self.scene.directory)

    @cached_property
    def counted(self) -> bool:
        """Whether any of them has units of the lowest level below it."""
        basic = self.scene.jurisdiction.basic_level
        return any(row.count(basic) for row in self.all)

    @property
    def order(self) -> str:
        """How it is ordered: name, code, before or after."""
        orders = ("name", "code", "before", "after") if self.counted else ("name", "code")
        usual = "after" if self.counted else "code"
        return self.wish.order if self.wish.order in orders else usual

    def _place(self, row: Row) -> tuple[Any, ...]:
        basic, unit = self.scene.jurisdiction.basic_level, row.unit
        rank, named = self.scene.jurisdiction.levels[unit.level].rank, self._names.order(unit)
        first: Any = {
            "name": 0,
            "code": unit.code or "",
            "before": -(row.before or 0),
            "after": -row.count(basic),
        }[self.order]
        return rank, first, named, unit.key

    @cached_property
    def kinds(self) -> list[str]:
        """The kinds of the lowest level that have a column each."""
        basic = self.scene.jurisdiction.basic_level
        total = sum((row.tally for row in self.all), Counter())
        kinds = self.scene.jurisdiction.levels[basic].kinds
        return [kind for kind in kinds if total[basic, kind]][:MOST_KINDS]


def title(table: Table) -> str:
    """How many of what there are: “34 provinces”."""
    units = [row.unit for row in table.all]
    count = len(units)
    levels = {unit.level for unit in units}
    noun = (
        level_noun(table.scene.jurisdiction, levels.pop(), count)
        if len(levels) == 1
        else ngettext("unit", "units", count)
    )
    facts = {"count": writing.count(count), "noun": noun}
    if not table.scene.overview.after.is_known:
        return _("%(count)s %(noun)s with sources") % facts
    return _("%(count)s %(noun)s") % facts


@dataclass(frozen=True)
class Column:
    """A column: `order` is what it may be ordered by, `sort` how it is now, as ARIA says it."""

    label: str
    look: str = ""
    order: str = ""
    sort: str = ""


def columns(table: Table) -> list[Column]:
    """The columns from left to right."""
    scene = table.scene

    def column(label: str, look: str = "", order: str = "") -> Column:
        direction = "descending" if order in ("before", "after") else "ascending"
        return Column(label, look, order, direction if order == table.order else "")

    first = [column(_units_noun(table), order="name"), column(_("Code"), order="code")]
    if not table.counted:
        return [*first, column(_("Area, km²"), "is-num"), column(_("So since"))]
    basic = scene.jurisdiction.basic_level
    before = [column(writing.day(scene.vs.on), "is-num", "before")] if scene.vs else []
    return [
        *first,
        *before,
        column(writing.day(scene.on.on), "is-num", "after"),
        column(capfirst(basic_noun(scene)), "tg-wide"),
        *(
            column(capfirst(kind_noun(scene.jurisdiction, basic, kind, 2)), "is-num")
            for kind in table.kinds
        ),
    ]


def order_words(table: Table) -> str:
    """How the list is ordered, for its end."""
    return {
        "name": _("by name"),
        "code": _("by code"),
        "before": _("most units before first"),
        "after": _("most units first"),
    }[table.order]


def _units_noun(table: Table) -> str:
    levels = {row.unit.level for row in table.all}
    if len(levels) != 1:
        return capfirst(_("Unit"))
    return capfirst(level_noun(table.scene.jurisdiction, levels.pop()))


def kind_filters(table: Table) -> list[dict[str, Any]]:
    """The kinds there are among the rows, with how many of each."""
    held = Counter((row.unit.level, row.unit.kind) for row in table.found)
    jurisdiction = table.scene.jurisdiction
    return [
        {
            "key": kind,
            "label": capfirst(kind_noun(jurisdiction, level, kind, count)),
            "count": count,
        }
        for level in jurisdiction.levels
        for kind in jurisdiction.levels[level].kinds
        if (count := held[level, kind])
    ]


def state_filters(table: Table) -> list[dict[str, Any]]:
    """What became of the rows since the other day, with how many of each."""
    held = Counter(row.state for row in table.found)
    if len(held) < 2 and not table.wish.state:
        return []
    words = state_words()
    return [
        {"key": state, "label": words[state], "count": held[state]}
        for state in STATES
        if held[state]
    ]


def state_words() -> dict[str, str]:
    """The words for what became of a row."""
    return {
        "unchanged": _("Unchanged"),
        "merged": _("Merged"),
        "formed": _("Newly formed"),
        "changed": _("Name, kind or code changed"),
        "": "",
    }


def said(table: Table, rows: Sequence[Row]) -> list[dict[str, Any]]:
    """Some rows in words; one query where they are of the lowest level."""
    scene, basic = table.scene, table.scene.jurisdiction.basic_level
    most = max((max(row.count(basic), row.before or 0) for row in table.all), default=0) or 1
    here = {unit.key for unit in scene.after.path(scene.served)} if scene.served else set()
    details = {} if table.counted else _details(scene, [row.unit.key for row in rows])
    return [
        {
            "name": scene.name(row.unit),
            "url": unit_url(row.unit.key, scene.on),
            "below": apparatus_url(scene, under=row.unit.key) if row.tally else "",
            "code": row.unit.code,
            "before": row.before,
            "after": row.count(basic),
            "widths": [round(BAR * n / most, 1) for n in (row.before or 0, row.count(basic))],
            "kinds": [
                (capfirst(kind_noun(scene.jurisdiction, basic, kind, 2)), row.tally[basic, kind])
                for kind in table.kinds
            ],
            "origins": origins(scene, row),
            "here": row.unit.key in here,
            **details.get(row.unit.key, {}),
        }
        for row in rows
    ]


def origins(scene: Scene, row: Row, most: int = MOST_ORIGINS) -> str:
    """What a unit was formed from, or was called before; empty where it is as it was."""
    if row.state in ("", "unchanged") or not row.origins:
        return ""
    names = [_name(scene, origin, row.unit) for origin in row.origins]
    facts = {"names": ", ".join(names[:most]), "count": writing.count(len(names) - most)}
    if row.state == "changed":
        return _("formerly %(names)s") % facts
    if len(names) <= most:
        return _("from %(names)s") % facts
    return (
        ngettext(
            "from %(names)s and %(count)s other",
            "from %(names)s and %(count)s others",
            len(names) - most,
        )
        % facts
    )


def _name(scene: Scene, origin: Unit, unit: Unit) -> str:
    """The name of what a unit came from; with its kind where the name alone would mislead."""
    same = origin.level == unit.level and origin.key != unit.key
    return origin.name if same else scene.name(origin)


def _details(scene: Scene, keys: Iterable[str]) -> dict[str, dict[str, Any]]:
    """The area of units and since when they are called as they are."""
    rows: Iterator[tuple[str, Decimal | None, date | None]] = (
        Version.objects.on(scene.on.on)
        .known_at(scene.on.known_at)
        .filter(unit__key__in=[*keys])
        .values_list("unit__key", "area_km2", "valid_from")
    )
    return {key: {"area": area, "since": since} for key, area, since in rows}


def exported(table: Table) -> tuple[list[str], Iterator[list[Any]]]:
    """The wanted rows for a spreadsheet: header and cells."""
    scene, basic = table.scene, table.scene.jurisdiction.basic_level
    days = [writing.day(asked.on) for asked in (scene.vs, scene.on) if asked]
    kinds = [kind_noun(scene.jurisdiction, basic, kind, 2) for kind in table.kinds]
    counted = [*days, *map(capfirst, kinds)] if table.counted else []
    compared = [_("Formed from"), _("What became of it")] if scene.vs else []
    header = [_("Key"), _("Code"), _("Kind"), pgettext("of a unit", "Name"), *counted, *compared]
    words = state_words()

    def cells(row: Row) -> list[Any]:
        unit, after = row.unit, row.count(basic)
        numbers = [row.before, after] if scene.vs else [after]
        numbers += [row.tally[basic, kind] for kind in table.kinds]
        named = "; ".join(scene.name(origin) for origin in row.origins or ())
        return [
            *(unit.key, unit.code, unit.kind, unit.name),
            *(numbers if table.counted else []),
            *([named, words[row.state]] if scene.vs else []),
        ]

    return header, (cells(row) for row in table.rows)
