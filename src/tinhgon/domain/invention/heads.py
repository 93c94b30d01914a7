"""Heads alone (người đứng đầu): of bodies of areas of which nothing else is made up."""

from dataclasses import replace

from tinhgon.domain.invention.apparatus import HEAD, Apparatus, Scale, Seat
from tinhgon.domain.invention.books import Books
from tinhgon.domain.invention.catalogue import Catalogue
from tinhgon.domain.invention.chance import Chance
from tinhgon.domain.invention.inventing import Ground, Invention
from tinhgon.domain.invention.people import Populace
from tinhgon.domain.invention.places import Filling


def heads(ground: Ground, catalogue: Catalogue, seed: str) -> Invention:
    """A head for each body of the areas, in a post of their own that was allotted to it."""
    chance = Chance(seed, ground.about, "heads")
    apparatus = Apparatus(seats=_seats(ground, catalogue))
    populace = Populace(catalogue, ground.retirement, ground.on, chance)
    filling = Filling(apparatus, catalogue, populace, f"{head_prefix(ground.about)}o", chance)
    places = filling.fill(Scale(len(apparatus.seats), 0))
    sparing = replace(catalogue, measures={**catalogue.measures, "reserve_of_thousand": 0})
    books = Books(apparatus, places, sparing, ground.limits, ground.about, ground.on)
    return Invention(
        divisions=(),
        seats=apparatus.seats,
        people=places.people,
        services=places.services,
        entries=[*books.entries()],
        ended={},
    )


def head_prefix(about: str) -> str:
    """How the numbers of heads that were made up alone below a unit begin, and of their posts."""
    return f"invented.{about}.head-"


def _seats(ground: Ground, catalogue: Catalogue) -> list[Seat]:
    led = [(area, body) for area in ground.areas for body in area.bodies]
    prefix, kind = f"{head_prefix(ground.about)}p", catalogue.staff_kinds["elected"]
    return [
        Seat(
            key=f"{prefix}{number:05}",
            unit=body.key,
            group=area.key,
            titles=catalogue.leaders[body.kind].head,
            kind=kind,
            rank=HEAD,
        )
        for number, (area, body) in enumerate(led, 1)
    ]
