"""The units that go on otherwise: what of each changes, in words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.core.paginator import Page, Paginator
from django.utils.translation import gettext as _

from tinhgon.domain.structure.compare import Difference
from tinhgon.registry.naming import level_noun
from tinhgon.reorganisation.naming import Names

PAGE = 25


@dataclass(frozen=True)
class Changes:
    """The units of a package that stand on both days with other facts; `number` is the page."""

    names: Names
    number: str

    @cached_property
    def differences(self) -> list[Difference]:
        """What differs of each unit, in order of codes."""
        done = self.names.rearrangement
        pairs = [Difference(key, done.before[key], done.after[key]) for key in done.changed]
        found = [one for one in pairs if one.attributes]
        return sorted(found, key=lambda one: ((one.after and one.after.code) or "", one.key))

    @cached_property
    def page(self) -> Page:
        """A stretch of the list."""
        return Paginator(self.differences, PAGE).get_page(self.number)

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The stretch in words."""
        return [
            {
                "name": self.names(one.key),
                "url": self.names.url(one.key),
                "facts": list(self._told(one)),
            }
            for one in self.page
        ]

    def _told(self, one: Difference) -> Iterator[tuple[str, str, str]]:
        """What is called how, before and after; kind and name are told as one."""
        assert one.before
        assert one.after
        if {"kind", "name"} & {*one.attributes}:
            yield _("Name"), self.names.full(one.before), self.names.full(one.after)
        if "code" in one.attributes:
            yield _("Code"), one.before.code or "–", one.after.code or "–"
        if "level" in one.attributes:
            jurisdiction = self.names.jurisdiction
            levels = [level_noun(jurisdiction, unit.level) for unit in (one.before, one.after)]
            yield _("Level"), levels[0], levels[1]
        if {"parent", "ties"} & {*one.attributes}:
            yield _("Under"), self._above(one.before.parents), self._above(one.after.parents)

    def _above(self, parents: Iterable[tuple[str, str]]) -> str:
        return ", ".join(self.names(key) for _hierarchy, key in parents) or "–"
