"""The index: all entries of a register, asked for what people write."""

from collections.abc import Iterable
from datetime import date

from tinhgon.domain.jurisdictions import Jurisdiction
from tinhgon.domain.lookup.catalogue import Catalogue
from tinhgon.domain.lookup.entries import Entry, Match
from tinhgon.domain.lookup.understanding import understand


class Index:
    """Understands names, addresses and codes of areas; built once, asked many times.

    Bodies among the entries are left out: their names are made of names of areas.

    Raises `Unreadable` where the members `spelling` or `addresses` of the jurisdiction file are
    wrong. Questions do not change it, so threads may share one.
    """

    def __init__(self, entries: Iterable[Entry], jurisdiction: Jurisdiction) -> None:
        areas = (entry for entry in entries if jurisdiction.is_area(entry.level))
        self._catalogue = Catalogue(areas, jurisdiction)

    def understand(self, query: str, on: date | None) -> Match:
        """Which units are meant among those standing on a day; with None, among those of all days.

        Whatever was written, there is an answer and no exception.
        """
        return understand(self._catalogue, query, on)
