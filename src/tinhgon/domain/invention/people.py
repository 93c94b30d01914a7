"""Invented people: names as they are borne, ages as they are found in offices."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from tinhgon.domain.invention.catalogue import Catalogue, Sex
from tinhgon.domain.invention.chance import Chance
from tinhgon.domain.staffing import Retirement


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who exists nowhere else."""

    key: str
    name: str
    born: date
    group: str


class Populace:
    """Makes people who are at work on a day: none of them has retired by then."""

    def __init__(
        self, catalogue: Catalogue, retirement: Retirement | None, on: date, chance: Chance
    ) -> None:
        self.catalogue, self.retirement, self.on, self.chance = catalogue, retirement, on, chance

    def person(self, key: str, leads: bool) -> Person:
        """Another person; whoever leads is at an age of leaders."""
        sex = self.chance.one(self.catalogue.sexes)
        bands = self.catalogue.ages["leaders" if leads else "others"]
        group = sex.group if self.retirement and sex.group in self.retirement.groups else ""
        return Person(key, self._name(sex), self._born(bands, group), group)

    def retires(self, person: Person) -> date | None:
        """The first day on which somebody has retired, where the jurisdiction says when."""
        return self.retirement.day(person.born, person.group) if self.retirement else None

    def _name(self, sex: Sex) -> str:
        """Family, middle and given name; nobody bears one word twice."""
        family = self.chance.weighted(self.catalogue.families)
        middle = self.chance.one([name for name in sex.middle if name != family])
        given = self.chance.one([name for name in sex.given if name not in (family, middle)])
        return f"{family} {middle} {given}"

    def _born(self, bands: Mapping[str, int], group: str) -> date:
        """A day of birth of somebody who is still at work on the day."""
        while True:
            low, _, high = self.chance.weighted(bands).partition("-")
            years = int(low) + self.chance.below(int(high) - int(low) + 1)
            born = self.on - timedelta(days=years * 365 + years // 4 + self.chance.below(365))
            retired = self.retirement.day(born, group) if self.retirement else None
            if retired is None or retired > self.on:
                return born
