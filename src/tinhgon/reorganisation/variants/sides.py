"""What is set beside a package: another package, or the register on a day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tinhgon.registry.directory import Edge, directory, structure_on
from tinhgon.reorganisation.models import Package
from tinhgon.reorganisation.naming import Names, names_of
from tinhgon.reorganisation.rearrangement.reading import rearrangement
from tinhgon.reorganisation.rearrangement.value import Rearrangement
from tinhgon.reorganisation.variants.besides import Besides, Side


@dataclass(frozen=True, eq=False)
class Compared:
    """A package beside something else, and how units are called on either side."""

    besides: Besides
    here: Names
    there: Names


def with_package(package: Package, other: Package) -> Compared:
    """A package beside another one."""
    mine, theirs = rearrangement(package), rearrangement(other)
    sides = (Side(mine.after, mine.edges), Side(theirs.after, theirs.edges))
    besides = Besides(*sides, (mine.ground, theirs.ground))
    return Compared(besides, names_of(package, mine), names_of(other, theirs))


def with_day(package: Package, on: date) -> Compared:
    """A package beside the apparatus of a day.

    Who takes what is compared with what the register knows to have passed on the package's own
    day; on an earlier day nothing of it has.
    """
    done, standing = rearrangement(package), structure_on(on)
    passed = tuple(_passed_on(package.day)) if on >= package.day else ()
    besides = Besides(Side(done.after, done.edges), Side(standing, passed), (done.ground,))
    as_it_is = Rearrangement(on, standing, standing, (), {}, {})
    return Compared(besides, names_of(package, done), Names(as_it_is, directory().jurisdiction))


def _passed_on(day: date) -> Iterator[Edge]:
    for edges in directory().lineage.forward.values():
        yield from (
            edge for edge in edges if edge.day == day and edge.successor != edge.predecessor
        )
