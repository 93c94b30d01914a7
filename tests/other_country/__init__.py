"""Elbonia, a country that does not exist: three levels, accents, homonyms, codes used again.

It is made anew from a seed and knows its own truth, by other means than the program: what stands on
a day, and where what a municipality held is to be found on another.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import count
from random import Random

FILE = {
    "jurisdiction": "ELB",
    "name": {"fr": "Elbonie", "en": "Elbonia"},
    "root": "elb",
    "full_name": "{name} {kind}",
    "levels": {
        "région": {
            "noun": {"fr": ["région", "régions"], "en": ["region", "regions"]},
            "code": "[A-Z]{2}",
            "kinds": {"région": {"noun": "region"}},
        },
        "comté": {
            "noun": {"fr": "comté", "en": ["county", "counties"]},
            "code": r"\d{3}",
            "kinds": {"comté": {"noun": "county"}, "cité": {"noun": "city county"}},
        },
        "commune": {
            "noun": {"fr": "commune", "en": ["municipality", "municipalities"]},
            "code": r"\d{3}-[0-9A-Z]{3}",
            "kinds": {"bourg": {"noun": "borough", "short": ["bg"]}, "ville": {"noun": "town"}},
        },
    },
    "spelling": {"letters": {"ø": "o", "ł": "l"}},
}

DAYS = (date(1998, 1, 1), date(2004, 7, 1), date(2011, 3, 1), date(2019, 1, 1))
"""The days on which Elbonia rearranges itself."""

PLACES = ["Élmir", "Søndal", "Łódka", "Niñera", "Ångstad", "Čestov", "Müren", "Göksu", "Îlebois",
          "Žabar", "Pônte", "Açor"]  # fmt: skip
TAILS = ["a", "au", "berg", "bois", "by", "court", "dorf", "ey", "fjord", "gård", "holm", "ic",
         "lande", "mont", "øy", "stad", "ów"]  # fmt: skip


@dataclass(frozen=True)
class Unit:
    """A unit as it stands for a time."""

    key: str
    level: str
    kind: str
    name: str
    code: str
    parent: str
    start: date | None = None
    end: date | None = None

    def stands(self, day: date) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)


@dataclass(frozen=True)
class Edge:
    """What one municipality handed on to another on a day."""

    event: str
    day: date
    operation: str
    before: str
    after: str
    part: str
    carries: str


class Country:
    """All that ever stood, and all that was handed on."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.lives: dict[str, list[Unit]] = {}
        self.edges: dict[tuple[str, date], list[Edge]] = {}
        self.freed: dict[str, date] = {}
        self._fresh = count(10 * 36**2)

    @property
    def versions(self) -> list[Unit]:
        return [unit for life in self.lives.values() for unit in life]

    def on(self, day: date) -> dict[str, Unit]:
        return {unit.key: unit for unit in self.versions if unit.stands(day)}

    def counts(self, day: date, under: str | None = None) -> dict[str, int]:
        standing = self.on(day)
        below = [one for one in standing.values() if under in (None, *_above(one, standing))]
        return {level: sum(unit.level == level for unit in below) for level in FILE["levels"]}

    def codes(self, key: str, asked_on: date, on: date, aspect: str = "") -> set[str]:
        """The codes on a day of all that may hold something of a municipality of another day.

        With an aspect, land or people, of those that may hold that.
        """
        keys = {key}
        for day in DAYS:
            if asked_on < day <= on:
                keys = {after for one in keys for after in self._after(one, day, aspect)}
        lives = (self.lives[one] for one in keys)
        return {unit.code for life in lives for unit in life if unit.stands(on)}

    def _after(self, key: str, day: date, aspect: str) -> Iterator[str]:
        """Whoever has something of a unit after a day: itself if it goes on, else its heirs."""
        edges = self.edges.get((key, day))
        if edges is None:
            yield key
        for edge in edges or ():
            if not aspect or edge.carries in ("both", aspect):
                yield edge.after

    # --- How it is rearranged ---------------------------------------------------------------------

    def begin(self, unit: Unit) -> None:
        self.lives.setdefault(unit.key, []).append(unit)

    def end(self, unit: Unit, day: date) -> None:
        self.lives[unit.key][-1] = replace(unit, end=day)

    def change(self, unit: Unit, day: date, **facts: str) -> None:
        """A unit goes on with other facts."""
        self.end(unit, day)
        self.begin(replace(unit, start=day, end=None, **facts))

    def hand_on(self, edge: Edge) -> None:
        self.edges.setdefault((edge.before, edge.day), []).append(edge)

    def used_code(self, day: date) -> str | None:
        """A code that was freed before a day, to be used again."""
        free = next((code for code, since in self.freed.items() if since < day), None)
        self.freed.pop(free or "", None)
        return free

    def fresh_code(self) -> str:
        """A code that nobody bore before."""
        number = next(self._fresh)
        digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
        return "999-" + digits[number // 1296] + digits[number // 36 % 36] + digits[number % 36]


def _above(unit: Unit, standing: dict[str, Unit]) -> Iterator[str]:
    while unit.parent in standing:
        yield unit.parent
        unit = standing[unit.parent]


def elbonia(seed: int = 1, municipalities: int = 2_600) -> Country:
    """The country from its beginning to its last reform."""
    country = Country(seed)
    _begin(country, municipalities)
    for number, day in enumerate(DAYS):
        _reform(country, day, number)
    return country


def _begin(country: Country, municipalities: int) -> None:
    regions = [chr(65 + number) * 2 for number in range(10)]
    for name, code in zip(PLACES, regions, strict=False):
        country.begin(Unit(f"R:{code}", "région", "région", name, code, "elb"))
    for number in range(100):
        name, code = f"{_name(country.random)}-{number}", f"{number:03}"
        parent = f"R:{regions[number % 10]}"
        country.begin(Unit(f"Cté.{code}", "comté", "comté", name, code, parent))
    for number in range(municipalities):
        county = f"{number % 100:03}"
        kind, code = country.random.choice(["bourg", "ville"]), f"{county}-{number // 100:03}"
        name = _name(country.random)
        country.begin(Unit(str(number + 1), "commune", kind, name, code, f"Cté.{county}"))


def _name(random: Random) -> str:
    """Names are few, so that many share one."""
    first = random.choice(PLACES) + random.choice(TAILS)
    return f"{first}-{random.choice(TAILS)}" if random.random() < 0.5 else first


def _reform(country: Country, day: date, number: int) -> None:
    """In each county three merge, one is divided, three change; the rest stays."""
    by_county: dict[str, list[Unit]] = {}
    for unit in country.on(day).values():
        by_county.setdefault(unit.parent, []).append(unit)
    counties = [key for key in by_county if key.startswith("Cté")]
    for county in counties:
        units = by_county[county]
        country.random.shuffle(units)
        if len(units) > 8:
            _merge(country, units[:3], day, number)
            _divide(country, units[3], day, number)
            country.change(units[4], day, name=f"{_name(country.random)} sur Mer")
            country.change(units[5], day, parent=country.random.choice(counties))
            country.change(units[6], day, code=country.used_code(day) or country.fresh_code())


def _merge(country: Country, units: list[Unit], day: date, number: int) -> None:
    """Several become one that bears the name of one and the code of another."""
    key = f"{units[0].key}~{number}"
    for unit in units:
        country.end(unit, day)
        country.hand_on(Edge(key, day, "merge", unit.key, key, "whole", "both"))
    country.begin(replace(units[0], key=key, code=units[1].code, start=day))
    country.freed[units[0].code] = day


def _divide(country: Country, unit: Unit, day: date, number: int) -> None:
    """One becomes two, of which the second takes land alone."""
    country.end(unit, day)
    code = {"both": unit.code, "land": country.fresh_code()}
    name = {"both": unit.name, "land": f"{unit.name}-Nord"}
    for carries in ("both", "land"):
        key = f"{unit.key}+{number}{carries[0]}"
        country.begin(
            replace(unit, key=key, name=name[carries], code=code[carries], start=day, end=None)
        )
        country.hand_on(Edge(unit.key, day, "divide", unit.key, key, "part", carries))
