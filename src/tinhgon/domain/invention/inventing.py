"""An invention: everything that is made up of a unit at once, by seed and scale."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tinhgon.domain.invention.apparatus import (
    Area,
    Builder,
    Division,
    Host,
    Limits,
    Seat,
    officer_prefix,
)
from tinhgon.domain.invention.books import Books, Entry
from tinhgon.domain.invention.catalogue import Catalogue
from tinhgon.domain.invention.chance import Chance
from tinhgon.domain.invention.people import Person, Populace
from tinhgon.domain.invention.places import Filling, Service
from tinhgon.domain.staffing import Retirement


@dataclass(frozen=True)
class Ground:
    """On what is built: the bodies below a unit on a day, and what law and jurisdiction say.

    `standing` are divisions that stand already, by what they are under, their kind and name.
    """

    about: str
    on: date
    departments: Sequence[Host]
    areas: Sequence[Area]
    standing: Mapping[tuple[str, str, str], str]
    limits: Limits
    retirement: Retirement | None


@dataclass(frozen=True)
class Invention:
    """What is made up. `ended` are the posts that are given up, by the day from which."""

    divisions: Sequence[Division]
    seats: Sequence[Seat]
    people: Sequence[Person]
    services: Sequence[Service]
    entries: Sequence[Entry]
    ended: Mapping[str, date]


def invention(ground: Ground, catalogue: Catalogue, officers: int, seed: str) -> Invention:
    """The apparatus of so many officers. Raises `TooFew`."""
    chance = Chance(seed, ground.about, officers)
    builder = Builder(catalogue, ground.limits, ground.about, ground.standing, chance)
    apparatus, scale = builder.build(ground.departments, ground.areas, officers)
    populace = Populace(catalogue, ground.retirement, ground.on, chance)
    numbers = officer_prefix(ground.about)
    places = Filling(apparatus, catalogue, populace, numbers, chance).fill(scale)
    books = Books(apparatus, places, catalogue, ground.limits, ground.about, ground.on)
    return Invention(
        divisions=apparatus.divisions,
        seats=apparatus.seats,
        people=places.people,
        services=places.services,
        entries=[*books.entries()],
        ended=books.ended,
    )
