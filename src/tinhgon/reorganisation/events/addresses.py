"""Absolute addresses by which other systems know what we speak of.

They are the same whoever asks: those of the pages in the language that stands at the root.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from tinhgon.registry.naming import instrument_url, unit_url
from tinhgon.reorganisation.models import Package


@dataclass(frozen=True)
class Addresses:
    """Addresses of one package and what it names; `base` is scheme and host of the site."""

    base: str
    package: Package

    def plan(self) -> str:
        """The page of the package."""
        return self._page("reorganisation:package")

    def events(self) -> str:
        """The page of its events."""
        return self._page("reorganisation:events")

    def event(self, id: str) -> str:
        """One event, by its id within the package."""
        return f"{self.events()}#{quote(id)}"

    def units(self, keys: Iterable[str]) -> dict[str, str]:
        """Units by key."""
        with override(settings.LANGUAGE_CODE):
            return {key: self._absolute(unit_url(key)) for key in keys}

    def instruments(self, ids: Iterable[int]) -> dict[int, str]:
        """Instruments by id."""
        with override(settings.LANGUAGE_CODE):
            return {id: self._absolute(instrument_url(id)) for id in ids}

    def _page(self, view: str) -> str:
        with override(settings.LANGUAGE_CODE):
            return self._absolute(reverse(view, args=[self.package.code]))

    def _absolute(self, path: str) -> str:
        return f"{self.base.rstrip('/')}{path}"
