"""Operations in the wording of instruments (lời văn quy định), units and clauses in them linked.

Only what instruments say in words of their own stands here: how units are formed from others, and
that one ends when its parts have gone.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tinhgon.documents.papers.layout import Clause
from tinhgon.domain.structure.claims import Extent, Source
from tinhgon.domain.structure.levels import TERRITORY, Aspect
from tinhgon.domain.structure.units import Unit
from tinhgon.reorganisation.naming import Names
from tinhgon.reorganisation.operations.sentences import operation_html
from tinhgon.reorganisation.papers.clauses import CONCLUDE, Placed
from tinhgon.ui.filling import filled, joined

HELD = {
    Aspect.LAND: gettext_lazy("natural area"),
    Aspect.PEOPLE: gettext_lazy("population"),
    Aspect.FUNCTIONS: gettext_lazy("functions and tasks"),
}
"""What units hold, as instruments say it."""

STATED = {
    Extent.WHOLE: gettext_lazy("all of the %(held)s of %(unit)s"),
    Extent.PART: gettext_lazy("a part of the %(held)s of %(unit)s"),
    Extent.REST: gettext_lazy("the rest of the %(held)s of %(unit)s"),
}
UNSTATED = {
    Extent.WHOLE: gettext_lazy("all of %(unit)s"),
    Extent.PART: gettext_lazy("a part of %(unit)s"),
    Extent.REST: gettext_lazy("the rest of %(unit)s"),
}
"""How much is taken, where it is said of what, and where it is not."""

ORDER = (Extent.WHOLE, Extent.PART, Extent.REST)


@dataclass(frozen=True, eq=False)
class Wording:
    """The operations of one plan as its instrument says them; elsewhere it cites in full."""

    names: Names
    clause: Clause
    placed: Sequence[Placed]
    is_elsewhere: bool = False

    def says_together(self, alike: Sequence[Placed]) -> list[SafeString]:
        """What the operations of one item say: that units end, in one sentence."""
        if len(alike) == 1 or any(one.operation.verb != CONCLUDE for one in alike):
            return [self.says(one) for one in alike]
        operations: list[Any] = [one.operation for one in alike]
        units = listed([self.names.link(one.unit) for one in operations])
        return [filled(_("%(units)s end after what this article arranges."), units=units)]

    def says(self, one: Placed) -> SafeString:
        """What an operation says."""
        if one.operation.verb == "form":
            return self._form(one)
        if one.operation.verb == CONCLUDE:
            return self._conclude(one)
        return operation_html(one.operation, self.names)

    def _form(self, one: Placed) -> SafeString:
        op: Any = one.operation
        sources = listed(self._sources(one, op.sources))
        if not isinstance(op.successor, Unit):
            return self._taken_in(op, sources)
        new = op.successor
        words = _("%(sources)s become a new %(kind)s called %(unit)s.")
        unit = self.names.link(new.key) if self.names.unit(new.key) else self.names.full(new)
        return filled(words, sources=sources, kind=new.kind, unit=unit)

    def _conclude(self, one: Placed) -> SafeString:
        op: Any = one.operation
        others = self._others(one, op.unit)
        if not others:
            return operation_html(op, self.names)
        words = _("%(unit)s ends after the arrangements of %(clauses)s.")
        return filled(words, unit=self.names.link(op.unit), clauses=others)

    def _taken_in(self, op: Any, sources: SafeString) -> SafeString:
        keeps_part = any(source.unit == op.successor for source in op.sources)
        words = (
            _("Form %(unit)s anew from %(sources)s.")
            if keeps_part
            else _("%(unit)s takes in %(sources)s.")
        )
        return filled(words, unit=self.names.link(op.successor), sources=sources)

    def _sources(self, one: Placed, sources: Iterable[Source]) -> list[SafeString]:
        """Sources of which as much is taken in one phrase: «toàn bộ … của A, B và C».

        As instruments do, first what is taken whole, then parts, then what others leave.
        """
        in_order = sorted(sources, key=lambda source: ORDER.index(source.extent))
        alike = groupby(in_order, key=lambda source: (source.extent, source.carries))
        groups = [(how, [source.unit for source in those]) for how, those in alike]
        join = listed if len(groups) == 1 else joined
        return [said for how, keys in groups for said in self._group(one, *how, keys, join)]

    def _group(
        self,
        one: Placed,
        extent: Extent,
        carries: frozenset[Aspect] | None,
        keys: list[str],
        join: Callable[[list[SafeString]], SafeString],
    ) -> list[SafeString]:
        if extent is Extent.REST:
            return [self._rest(one, key, carries) for key in keys]
        return [taken(extent, carries, join([self.names.link(key) for key in keys]))]

    def _rest(self, one: Placed, key: str, carries: frozenset[Aspect] | None) -> SafeString:
        """What others leave, with where it is said what they take."""
        rest = taken(Extent.REST, carries, self.names.link(key))
        others = self._others(one, key)
        if not others:
            return rest
        words = _("%(rest)s after the arrangements of %(clauses)s")
        return filled(words, rest=rest, clauses=others)

    def _others(self, one: Placed, key: str) -> str:
        """Where other operations of the plan take from the same unit."""
        others = [other for other in self.taking.get(key, ()) if other is not one]
        if self.is_elsewhere:
            return ", ".join(dict.fromkeys(other.cited for other in others))
        near = [other for other in others if other.article == one.article]
        here = dict.fromkeys(other.item for other in near)
        far = dict.fromkeys(other.at for other in others if other not in near)
        return ", ".join([*([self.clause.items(here)] if here else []), *far])

    @cached_property
    def taking(self) -> dict[str, list[Placed]]:
        """The operations that take something from each unit."""
        found: dict[str, list[Placed]] = {}
        for one in self.placed:
            for key in dict.fromkeys(claim.source for claim in one.operation.effects().claims):
                found.setdefault(key, []).append(one)
        return found


def taken(extent: Extent, carries: frozenset[Aspect] | None, unit: object) -> SafeString:
    """How much of a unit is taken, and of what it holds where that is stated."""
    if carries is None:
        return filled(str(UNSTATED[extent]), unit=unit)
    held = ", ".join(str(HELD[aspect]) for aspect in _said_of(carries))
    return filled(str(STATED[extent]), held=held, unit=unit)


def _said_of(carries: frozenset[Aspect]) -> list[Aspect]:
    """What is named of what is taken: where it is all of an area, area and population."""
    named = TERRITORY if carries >= TERRITORY else carries
    return [aspect for aspect in Aspect if aspect in named]


def listed(parts: Iterable[SafeString]) -> SafeString:
    """«A, B và C»."""
    *others, last = parts
    if not others:
        return last
    return filled(_("%(others)s and %(last)s"), others=joined(others), last=last)
