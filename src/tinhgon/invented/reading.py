"""On what is built: the bodies of a day, what the law says of them, what was invented before."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import product
from pathlib import Path

import yaml

from tinhgon.domain.invention.apparatus import Area, Host
from tinhgon.domain.invention.catalogue import Catalogue, read_catalogue
from tinhgon.domain.invention.inventing import Ground
from tinhgon.domain.lookup import Entry
from tinhgon.domain.norms.figures import Unjudged
from tinhgon.domain.standards import body_key
from tinhgon.norms.figures import LawOfDay
from tinhgon.norms.models import Classification
from tinhgon.norms.reading import norms
from tinhgon.registry.directory import Directory, directory
from tinhgon.staff.models import Placement
from tinhgon.staff.staffing import staffing_of

CATALOGUES = Path(__file__).parent
NEITHER = 1
"""Where the law says nothing: one post is enough, one deputy is no more than usual."""


@cache
def catalogue(jurisdiction: str) -> Catalogue | None:
    """What an apparatus of a jurisdiction is invented from; None where nobody wrote it."""
    file = CATALOGUES / f"{jurisdiction.lower()}.yaml"
    if not file.is_file():
        return None
    return read_catalogue(yaml.safe_load(file.read_text(encoding="utf-8")))


@dataclass(frozen=True)
class LawLimits:
    """The law of a day for departments below a unit; of what nobody knows, the strictest."""

    law: LawOfDay
    province_class: str | None

    def least(self, sort: str) -> int:
        """The fewest posts of a division of this sort."""
        return max(self._answers(f"{sort}_minimum_posts"), default=NEITHER)

    def deputies(self, sort: str, posts: int) -> int:
        """The most deputies of a division of this sort with so many posts."""
        return min(self._answers(f"{sort}_deputies", posts=posts), default=NEITHER)

    def deputy_directors(self, departments: int) -> int:
        """The most deputy directors of so many departments together."""
        found = self._answers("deputy_directors_allowed", departments=departments)
        return min(found, default=NEITHER * departments)

    def _answers(self, question: str, **known: int) -> list[int]:
        """What the law answers; several numbers where it depends on what is not known.

        Of a sort of which it says nothing, none.
        """
        try:
            asked = self.law.asks(question)
            said = {name: value for name, value in known.items() if name in asked}
            unknown = [one for one in asked if one not in said]
            tried = product(*(self._choices(one) for one in unknown))
            rulings = [
                self.law.rule(question, **said, **dict(zip(unknown, one, strict=True)))
                for one in tried
            ]
        except Unjudged:
            return []
        return [ruling.number for ruling in rulings if ruling.number is not None]

    def _choices(self, given: str) -> Collection[object]:
        if given == "province_class" and self.province_class:
            return (self.province_class,)
        return self.law.choices(given)


def ground(about: str, on: date, words: Catalogue) -> Ground:
    """The bodies below a unit that have no posts yet, and what is said of them."""
    register = directory()
    taken = _with_posts()
    departments = [*_departments(register, about, on, words, taken)]
    standing = {
        (host.key, entry.kind, entry.name): entry.unit
        for host in departments
        for entry in register.children(host.key, on)
    }
    return Ground(
        about=about,
        on=on,
        departments=departments,
        areas=[*_areas(register, about, on, words.bodies, taken)],
        standing=standing,
        limits=LawLimits(LawOfDay(on), _province_class(register, about, on)),
        retirement=staffing_of(register).retirement,
    )


def ground_of_heads(about: str, on: date, words: Catalogue) -> Ground:
    """Of the lowest areas of a unit the bodies that always have a head, and have no posts yet."""
    register = directory()
    return Ground(
        about=about,
        on=on,
        departments=(),
        areas=[*_areas(register, about, on, words.heads, _with_posts())],
        standing={},
        limits=LawLimits(LawOfDay(on), None),
        retirement=staffing_of(register).retirement,
    )


def _with_posts() -> set[str]:
    """The units in which there are or were posts."""
    return {*Placement.objects.order_by().values_list("unit__key", flat=True).distinct()}


def _departments(
    register: Directory, area: str, on: date, words: Catalogue, taken: Collection[str]
) -> Iterator[Host]:
    """The departments under an area's committee; none that is known to end."""
    stands = register.on(area, on)
    if stands is None or stands.level not in words.areas:
        return
    committee = body_key(area, words.under)
    for entry in sorted(register.children(committee, on), key=lambda entry: entry.unit):
        fits = entry.level == words.level and entry.kind in words.kinds
        goes_on = register.life(entry.unit).end is None
        if fits and goes_on and entry.unit not in taken:
            yield _host(entry)


def _areas(
    register: Directory, about: str, on: date, roles: Collection[str], taken: Collection[str]
) -> Iterator[Area]:
    """The lowest areas of a unit, itself if none is below it, with bodies that have no posts.

    Only bodies of these roles.
    """
    below = register.below(about, on)
    for entry in sorted(below, key=lambda entry: entry.unit):
        yield from _areas(register, entry.unit, on, roles, taken)
    if below or register.life(about).end is not None:
        return
    bodies = [
        _host(entry)
        for entry in _bodies(register, about, on)
        if entry.unit.rpartition(".")[2] in roles and entry.unit not in taken
    ]
    if bodies:
        yield Area(about, tuple(bodies))


def _bodies(register: Directory, area: str, on: date) -> Iterator[Entry]:
    """All bodies of an area, those above first."""
    waiting = sorted(register.bodies(area, on), key=lambda entry: entry.unit)
    while waiting:
        entry = waiting.pop(0)
        yield entry
        waiting += sorted(register.children(entry.unit, on), key=lambda entry: entry.unit)


def _host(entry: Entry) -> Host:
    return Host(entry.unit, entry.kind, entry.name, entry.unit.rpartition(".")[2])


def _province_class(register: Directory, about: str, on: date) -> str | None:
    """The class of the province in which a unit stands: as an office recorded it, else known."""
    entry = register.on(about, on)
    keys = [one.unit for one in register.path(entry, on)] if entry else []
    recorded = Classification.objects.on(on).filter(unit__key__in=keys, aspect="province_class")
    found = recorded.values_list("value", flat=True).first()
    stated = (
        one.value for one in norms().known if one.aspect == "province_class" and one.unit in keys
    )
    return found or next(stated, None)
