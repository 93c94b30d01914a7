"""Change events as a list: named, searched, by kind, as programs and people read them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.functional import Promise
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from tinhgon.documents.models import Instrument
from tinhgon.domain.structure.units import Unit
from tinhgon.registry.name_search import names as names_of_units
from tinhgon.reorganisation.events.changes import Change, Kind, change_events
from tinhgon.reorganisation.naming import Names
from tinhgon.ui import writing
from tinhgon.ui.filling import joined

KINDS: dict[Kind, Promise] = {
    Kind.FOUNDATION: _("Founded"),
    Kind.MERGE: _("Merged"),
    Kind.SPLIT: _("Split"),
    Kind.CHANGE: _("Rearranged or changed"),
    Kind.DISSOLUTION: _("Ended"),
}
LOOKS: dict[Kind, str] = {
    Kind.FOUNDATION: "green",
    Kind.MERGE: "blue",
    Kind.SPLIT: "amber",
    Kind.CHANGE: "gold",
    Kind.DISSOLUTION: "stop",
}
"""How the tag of each looks."""

MOST_NAMED = 12
"""Units of one event that a page names; the files name all."""


@dataclass(frozen=True)
class Listed:
    """The events of a package; `query` looks for a name or code, `kind` for one kind."""

    names: Names
    query: str = ""
    kind: str = ""

    @cached_property
    def all(self) -> list[Change]:
        """All events, in order of the codes of what passed; then what began, changed or ended."""
        return change_events(self.names.rearrangement)

    @cached_property
    def counted(self) -> dict[Kind, int]:
        """How many of each kind fit the query; only kinds that there are."""
        counts = Counter(one.kind for one in self._fitting)
        return {kind: counts[kind] for kind in Kind if kind in counts}

    @cached_property
    def found(self) -> list[Change]:
        """Those looked for."""
        return [one for one in self._fitting if self.kind in ("", one.kind)]

    @cached_property
    def _fitting(self) -> list[Change]:
        search = names_of_units().search(self.query)
        if search is None:
            return self.all
        return [one for one in self.all if any(map(search, self._units(one)))]

    def _units(self, change: Change) -> list[Unit]:
        """The units of an event, each as it stands on its side of the day."""
        done = self.names.rearrangement
        old = [done.before[key] for key in change.original if key in done.before]
        return old + [done.after[key] for key in change.resulting if key in done.after]

    def told(
        self, changes: Iterable[Change], instruments: Mapping[int, Instrument]
    ) -> list[dict[str, Any]]:
        """Events for a page: what came from what, in links."""
        return [
            {
                "id": one.id,
                "kind": KINDS[one.kind],
                "look": LOOKS[one.kind],
                "original": self._links(one.original),
                "resulting": self._links(one.resulting, after=True),
                "instrument": instruments.get(one.instrument or 0),
                "clause": one.clause,
            }
            for one in changes
        ]

    def _links(self, keys: tuple[str, ...], after: bool = False) -> SafeString:
        """The first few units, called as they are on that side of the day."""
        shown = joined(self._link(key, after) for key in keys[:MOST_NAMED])
        left = len(keys) - MOST_NAMED
        if left <= 0:
            return shown
        more = ngettext("and %s more", "and %s more", left) % writing.count(left)
        return joined([shown, more], " ")

    def _link(self, key: str, after: bool) -> SafeString:
        done = self.names.rearrangement
        unit = (done.after if after else done.before).get(key)
        name = self.names.full(unit) if unit else key
        url = self.names.url(key, after=after)
        return format_html('<a href="{}">{}</a>', url, name) if url else escape(name)
