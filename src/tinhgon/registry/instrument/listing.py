"""The list of instruments (văn bản): found by words of number and title, by year, by type."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from django.db.models import F

from tinhgon.documents.models import Instrument
from tinhgon.registry.name_search import Names


@dataclass(frozen=True)
class Wish:
    """What is looked for; empty is everything."""

    q: str = ""
    year: str = ""
    type: str = ""


@dataclass(frozen=True)
class Listed:
    """The instruments that are wished for, latest first; one query."""

    names: Names
    wish: Wish

    @cached_property
    def all(self) -> list[Instrument]:
        """Every instrument of the register."""
        return list(Instrument.objects.order_by(F("issued").desc(nulls_last=True), "number"))

    @property
    def found(self) -> list[Instrument]:
        """Those that fit the wish."""
        return [one for one in self.all if self._fits(one)]

    @property
    def years(self) -> list[tuple[str, int]]:
        """The years in which instruments were issued, with how many; latest first."""
        counted = Counter(year_of(one) for one in self.all)
        return sorted(((year, n) for year, n in counted.items() if year), reverse=True)

    @property
    def types(self) -> list[tuple[str, int]]:
        """The types, with how many of each; most first."""
        return Counter(type_of(one) for one in self.all).most_common()

    def _fits(self, one: Instrument) -> bool:
        wish = self.wish
        return (
            wish.year in ("", year_of(one))
            and wish.type in ("", type_of(one))
            and (not wish.q or self._says(one))
        )

    def _says(self, one: Instrument) -> bool:
        texts = (one.number, *one.titles.values())
        return any(self.names.contains(text, self.wish.q) for text in texts)


def numbered(typed: str) -> list[Instrument]:
    """The instruments whose numbers stand in what somebody typed: «NQ 1656/NQ-UBTVQH15»."""
    said = [word.strip(".,;()") for word in typed.split() if "/" in word and word.isprintable()]
    numbers = {*said, *map(str.upper, said)}
    return list(Instrument.objects.filter(number__in=numbers).order_by("number")) if said else []


def year_of(instrument: Instrument) -> str:
    """The year in which an instrument was issued, or nothing."""
    return str(instrument.issued.year) if instrument.issued else ""


def type_of(instrument: Instrument) -> str:
    """Type and issuer as the number has them after its last stroke: «NQ-UBTVQH15»."""
    return str(instrument.number).rpartition("/")[2]
