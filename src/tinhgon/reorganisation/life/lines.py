"""What was done to a package, in the order in which it was done; acts alike become one line.

The record of acts keeps everything, what was later given back or edited away too. Two queries:
one for the record, one for the names of those whom the reader may know.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any

from django.contrib.auth import get_user_model
from django.utils.timezone import localdate

from tinhgon.audit.models import Entry
from tinhgon.reorganisation.models import Package

FOLDED = frozenset(
    {
        *("plan.edited", "plan.commented", "plan.comment-settled", "plan.invited"),
        *("plan.uninvited",),
        *("plan.evidence", "plan.allotted", "plan.explained"),
    }
)
"""Acts of which many by one person on one day, one after another, are told as one."""

USER = "user:"


@dataclass(frozen=True)
class Line:
    """One act, or several alike: `facts` are those of the last, `who` a name where it may be told.

    `actor` is who did it as the record names them; `on` is the legal day where there is one.
    """

    act: str
    actor: str
    at: datetime
    many: int
    facts: Mapping[str, Any]
    who: str = ""

    @property
    def day(self) -> date:
        """The day on which it was recorded, here."""
        return localdate(self.at)

    @property
    def on(self) -> date | None:
        """The legal day that the act bears, where that is another than its own."""
        said = self.facts.get("on")
        on = date.fromisoformat(said) if said else None
        return on if on != self.day else None


def lines(package: Package, *, named: bool) -> list[Line]:
    """All that was done to a package, the first first; with names only where `named`."""
    entries = list(Entry.objects.filter(chain=package.chain).order_by("place"))
    names = _names(entries) if named else {}
    folded = groupby(entries, key=_fold)
    return [_line(list(group), names) for _key, group in folded]


def _fold(entry: Entry) -> tuple[Any, ...]:
    if entry.act not in FOLDED:
        return (entry.place,)
    return entry.act, entry.actor, localdate(entry.at)


def _line(entries: list[Entry], names: Mapping[str, str]) -> Line:
    last = entries[-1]
    who = names.get(last.actor, "")
    return Line(last.act, last.actor, last.at, len(entries), last.facts, who)


def _names(entries: Iterable[Entry]) -> dict[str, str]:
    """The names of the people in the record, by how it names them."""
    actors = {entry.actor for entry in entries if entry.actor.startswith(USER)}
    ids = [int(actor.removeprefix(USER)) for actor in actors]
    people = get_user_model().objects.filter(pk__in=ids).values_list("pk", "name")
    return {f"{USER}{pk}": name for pk, name in people}
