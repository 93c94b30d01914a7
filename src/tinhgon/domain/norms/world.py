"""The world that is judged: the structure of one day with all that is known of its units then.

A frozen value: the same world gives the same verdicts. What nobody recorded is missing, and a rule
that needs it says so; a unit without posts in the books is not a unit of no posts.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from tinhgon.domain.jurisdictions import Jurisdiction
from tinhgon.domain.norms.figures import Figures
from tinhgon.domain.norms.sorting import Sorting
from tinhgon.domain.norms.sorts import Norms
from tinhgon.domain.standards import Body, standard_bodies
from tinhgon.domain.structure.units import Structure, Unit

Counts = Mapping[str, int]
NOTHING: Counts = {}


@dataclass(frozen=True)
class Leader:
    """Somebody who is in a leader's post of a unit, or acts in one; `rank` is head or deputy."""

    officer: str
    unit: str
    rank: str


@dataclass(frozen=True, kw_only=True)
class Mandate:
    """A function of an area and those charged with it on the day; exactly one of them leads."""

    function: str
    area: str
    leads: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class World:
    """What is judged.

    `posts`, `frozen` and `filled` are by unit and kind of staff: what it was allotted itself, the
    part that may not be filled, and who holds a post there. `classes` is what is known of units by
    (unit, aspect); `rearranged` the day on which a unit was last formed or changed by a decision;
    `regulated` are the units with working regulations in force; `new` those that a plan forms.
    """

    on: date
    structure: Structure
    jurisdiction: Jurisdiction
    norms: Norms
    figures: Figures
    posts: Mapping[str, Counts] = field(default_factory=dict)
    frozen: Mapping[str, Counts] = field(default_factory=dict)
    filled: Mapping[str, Counts] = field(default_factory=dict)
    leaders: tuple[Leader, ...] = ()
    mandates: tuple[Mandate, ...] = ()
    classes: Mapping[tuple[str, str], str] = field(default_factory=dict)
    rearranged: Mapping[str, date] = field(default_factory=dict)
    regulated: frozenset[str] = frozenset()
    new: frozenset[str] = frozenset()

    @cached_property
    def sorting(self) -> Sorting:
        """Of which sort each unit is."""
        return Sorting(self.structure, self.jurisdiction, self.norms)

    def of_sort(self, *sorts: str) -> Iterator[Unit]:
        """The units of some sorts, in order of their keys."""
        for key in sorted(key for sort in sorts for key in self.sorting.by_sort.get(sort, ())):
            yield self.structure[key]

    def below(self, key: str, *sorts: str) -> list[str]:
        """The units of some sorts directly under a unit."""
        return [one.key for one in self.structure.children(key) if self.sorting.is_of(one, sorts)]

    def counted(self, key: str, group: str) -> int | None:
        """The posts of a group of kinds of staff of a unit with all below; None: nobody said."""
        held = self._whole.get(key)
        if held is None:
            return None
        kinds = self.norms.counted.get(group, frozenset())
        return sum(posts for kind, posts in held.items() if kind in kinds)

    @cached_property
    def _whole(self) -> dict[str, Counter[str]]:
        """What each unit and all below it have been allotted together."""
        whole: dict[str, Counter[str]] = {}
        for key, held in self.posts.items():
            for above in self.structure.path(key):
                whole.setdefault(above.key, Counter()).update(held)
        return whole

    def leading(self, key: str, rank: str) -> int:
        """How many are in posts of this rank of a unit, whatever is below it."""
        return self._leading.get((key, rank), 0)

    @cached_property
    def _leading(self) -> Counter[tuple[str, str]]:
        return Counter((one.unit, one.rank) for one in self.leaders)

    @cached_property
    def standards(self) -> list[tuple[Unit, list[Body]]]:
        """Each area whose bodies are registered, in order of keys, with those it has by standard.

        Of an area without any body nothing is said: its apparatus is not in the register.
        """
        above = {body.parent for body in self.sorting.bodies if body.parent in self.structure}
        found = []
        for key in sorted(filter(None, above)):
            area, *over = self.structure.path(key)
            if self.jurisdiction.is_area(area.level):
                said = standard_bodies(area, over, self.on, self.jurisdiction.standards)
                found.append((area, said))
        return found

    @cached_property
    def keeps_people(self) -> bool:
        """Whether anybody's post is recorded: else nothing is said of people."""
        return bool(self.leaders or self.filled)

    def known(self, key: str, aspect: str) -> str | None:
        """What is known of a unit: what was recorded of it, else what the file says."""
        recorded = self.classes.get((key, aspect))
        return recorded if recorded is not None else self._said(self.structure[key], aspect)

    def _said(self, unit: Unit, aspect: str) -> str | None:
        said = (one for one in self.norms.known if one.aspect == aspect and self.on in one.period)
        fits = (one for one in said if unit.key == one.unit or unit.kind in one.kinds)
        found = min(fits, key=lambda one: one.unit is None, default=None)
        return found.value if found else None
