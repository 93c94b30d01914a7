"""What pages say of bodies: their blocs, their places in hierarchies, what they rest on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from tinhgon.domain.structure.units import PRINCIPAL, Unit
from tinhgon.registry.bodies.gathered import Bodies, Node, other_hierarchies
from tinhgon.registry.naming import kind_noun, unit_url, words_in
from tinhgon.ui import writing
from tinhgon.ui.asked import Asked

MOST_OPEN = 20
"""Of more units of one kind below one, the list is folded; that of the lowest level always."""


@dataclass(frozen=True)
class Leaf:
    """A node as it is written: `note` says what it is beside its name, `fold` closes its list."""

    name: str
    url: str
    note: str
    below: Sequence["Leaf"]
    size: int
    fold: str = ""


@dataclass(frozen=True)
class Telling:
    """Bodies with the day for which they are told."""

    bodies: Bodies
    asked: Asked

    def name(self, unit: Unit) -> str:
        """Kind and name, as they are written together."""
        return self.bodies.jurisdiction.full_name(unit.kind, unit.name)

    def link(self, unit: Unit) -> tuple[str, str]:
        """Name and address of a unit."""
        return self.name(unit), unit_url(unit.key, self.asked)

    def bloc_name(self, bloc: str | None) -> str:
        """What a bloc is called, as a heading."""
        words = self.bodies.jurisdiction.blocs.get(bloc or "")
        return capfirst(words_in(words)) if words else _("Bloc not known")

    @property
    def columns(self) -> list[dict[str, Any]]:
        """The blocs of the place side by side."""
        return [
            {"title": self.bloc_name(bloc), "leaves": [self.leaf(node) for node in nodes],
             "count": sum(1 + node.size for node in nodes)}
            for bloc, nodes in self.bodies.by_bloc.items()
        ]  # fmt: skip

    @property
    def figures(self) -> list[dict[str, str]]:
        """How many bodies of each bloc there are, in the place and below it."""
        counted = self.bodies.counted
        blocs = [bloc for bloc in (*self.bodies.jurisdiction.blocs, None) if counted[bloc]]
        figures = [
            {"label": self.bloc_name(bloc), "value": writing.count(counted[bloc]), "long": True}
            for bloc in blocs
        ]
        serving = {
            "label": _("of them serving the public"),
            "value": writing.count(self.bodies.serving),
        }
        return [*figures, serving] if figures else []

    @property
    def hierarchies(self) -> list[dict[str, Any]]:
        """The hierarchies of the place beside one another, the principal one first."""
        known = self.bodies.jurisdiction.hierarchies
        trees: dict[str, list[Leaf]] = {PRINCIPAL: [*self._principal()]}
        for hierarchy in other_hierarchies(self.bodies.jurisdiction):
            trees[hierarchy] = [self.leaf(node) for node in self.bodies.tops(hierarchy)]
        return [
            {"key": key, "title": capfirst(words_in(known[key])), "leaves": leaves}
            for key, leaves in trees.items()
            if leaves
        ]

    def _principal(self) -> Iterator[Leaf]:
        """The head bodies of the place, and the areas below it with theirs."""
        for node in self.bodies.own:
            yield Leaf(*self.link(node.unit), self._size_words(node), (), node.size)
        if areas := self.bodies.areas:
            kinds = ", ".join(self._kinds(areas))
            leaves = [self._area(area) for area in areas]
            yield Leaf("", "", "", leaves, len(areas), fold=capfirst(kinds))

    def _area(self, area: Unit) -> Leaf:
        heads = [*self.bodies.heads(area)]
        return Leaf(*self.link(area), ", ".join(self.short(one) for one in heads), (), len(heads))

    def short(self, unit: Unit) -> str:
        """What a body is, where its area is said beside it."""
        return kind_noun(self.bodies.jurisdiction, unit.level, unit.kind)

    def _kinds(self, units: Sequence[Unit]) -> Iterator[str]:
        """How many of each kind: «51 phường»."""
        found: dict[tuple[str, str], int] = {}
        for unit in units:
            found[unit.level, unit.kind] = found.get((unit.level, unit.kind), 0) + 1
        for (level, kind), count in found.items():
            noun = kind_noun(self.bodies.jurisdiction, level, kind, count)
            yield f"{writing.count(count)} {noun}"

    def _size_words(self, node: Node) -> str:
        return _("%s below it") % writing.count(node.size) if node.size else ""

    def leaf(self, node: Node) -> Leaf:
        """A node and all below it as written; of a kind of which there are many the list folds."""
        note = _("serves the public") if self.bodies.serves(node.unit) else ""
        return Leaf(*self.link(node.unit), note, tuple(self._below(node)), node.size)

    def _below(self, node: Node) -> Iterator[Leaf]:
        lowest = self.bodies.jurisdiction.bodies[-1]
        groups: dict[tuple[str, ...], list[Node]] = {}
        for one in node.below:
            level = one.unit.level
            kind = (level,) if level == lowest else (level, one.unit.kind)
            groups.setdefault(kind, []).append(one)
        for (level, *_kind), alike in groups.items():
            leaves = [self.leaf(one) for one in alike]
            if len(alike) > MOST_OPEN or level == lowest:
                kinds = ", ".join(self._kinds([one.unit for one in alike]))
                yield Leaf("", "", "", leaves, len(alike), fold=capfirst(kinds))
            else:
                yield from leaves
