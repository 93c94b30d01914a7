"""What passed at a place that the address of a page names, and the ways to other places."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, ClassVar
from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from tinhgon.domain.structure.units import Unit
from tinhgon.registry.directory import directory
from tinhgon.registry.naming import words_in
from tinhgon.reorganisation.flow.view import NotConcerned, View, followed
from tinhgon.reorganisation.naming import Names
from tinhgon.reorganisation.rearrangement.tallies import only_bodies
from tinhgon.ui import writing
from tinhgon.ui.errors import NotHere


@dataclass(frozen=True)
class Placed:
    """What passed, at a place (`?at=`), one unit followed (`?follow=`).

    `anchor` is the id of the part of the page that shows it.
    """

    request: HttpRequest
    names: Names

    anchor: ClassVar[str] = "flow"

    @property
    def at(self) -> str | None:
        """The place that is asked for; None is all that the package concerns."""
        return self.request.GET.get("at") or None

    @cached_property
    def view(self) -> View:
        """What is seen; 404 where the package has nothing to do with the place."""
        view = View(self.names.rearrangement, self.at, self.of_bodies)
        try:
            assert view.left
        except NotConcerned as wrong:
            sentence = _("This plan does not concern any unit “%s”.") % wrong.key[:64]
            raise NotHere(sentence, [(self.request.path, _("The whole plan"), "")]) from None
        return view

    @property
    def of_bodies(self) -> bool:
        """Whether bodies alone are rearranged."""
        return only_bodies(self.names.rearrangement.tallies, self.names.jurisdiction)

    @cached_property
    def follow(self) -> str | None:
        """The unit in gold: the one asked for, else the one most shared, if there is any."""
        return followed(self.view, self.wished, directory().place)

    @property
    def wished(self) -> str | None:
        """The unit that the address asks to follow, if there is such a one."""
        asked = self.request.GET.get("follow", "")
        return asked if self.names.unit(asked) else None

    def address(self, at: str | None, follow: str | None) -> str:
        """The same page at a place; it goes on following what was asked to be followed."""
        follow = follow or self.request.GET.get("follow")
        given = {name: key for name, key in (("at", at), ("follow", follow)) if key}
        return f"{self.request.path}{'?' * bool(given)}{urlencode(given)}#{self.anchor}"

    @cached_property
    def title(self) -> str:
        """The place, as the heading of table and list."""
        at = self.view.at
        if at is None or not (unit := self.names.unit(at)):
            return self._whole
        return self.names.full(unit)

    @property
    def _whole(self) -> str:
        ground = self.view.done.ground
        if ground:
            return self.names(ground)
        return capfirst(words_in(self.names.jurisdiction.whole))

    @cached_property
    def way(self) -> list[tuple[str, str]]:
        """The ways back up, the whole first; none where the whole is shown."""
        if self.view.at is None:
            return []
        above = self.view.way[:-1]
        whole = (self._whole, self.address(None, None))
        return [whole, *((self.names.full(unit), self.address(unit.key, None)) for unit in above)]

    @cached_property
    def choices(self) -> list[tuple[str, list[dict[str, Any]]]]:
        """The places to choose from: those of the whole, old and new; those inside, on the way."""
        whole, done = View(self.view.done, of_bodies=self.of_bodies), self.view.done
        new = {strand.new.key: strand.new for strand in whole.strands}
        begun = [unit for key, unit in new.items() if key not in done.before]
        inside = [View(done, unit.key) for unit in self.view.way]
        groups = [
            self._group(whole, whole.left, done.eve),
            self._group(whole, begun, done.day),
            *(self._group(view, view.left, done.eve) for view in inside),
        ]
        return [(label, options) for label, options in groups if options]

    def _group(
        self, view: View, units: Iterable[Unit], day: date
    ) -> tuple[str, list[dict[str, Any]]]:
        """What can be opened of some units, under the place and the day they are of."""
        opened = [unit for unit in units if view.can_open(unit.key)]
        place = self.names(view.at) if view.at else self._whole
        options = [
            {"key": one.key, "name": self.names.full(one), "here": one.key == self.view.at}
            for one in opened
        ]
        return f"{place}, {writing.day(day)}", options
