"""What a file would change in a plan: operations that come, go, or say something else."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tinhgon.domain.structure.operations import Operation


@dataclass(frozen=True)
class Differing:
    """Operations that differ between a plan and a file; `reordered`: only their order does."""

    added: tuple[Operation, ...]
    changed: tuple[tuple[Operation, Operation], ...]
    removed: tuple[Operation, ...]
    kept: int
    reordered: bool

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed or self.reordered)

    @property
    def counts(self) -> dict[str, int]:
        """How many of each."""
        found = {"added": self.added, "changed": self.changed, "removed": self.removed}
        return {**{name: len(many) for name, many in found.items()}, "kept": self.kept}


def differing(before: Sequence[Operation], after: Sequence[Operation]) -> Differing:
    """What differs; an operation of the same verb about the same unit has changed."""
    gone, come = _without(before, after), _without(after, before)
    pairs = _pairs(gone, come)
    added, removed = (
        _without(come, (new for _old, new in pairs)),
        _without(gone, (old for old, _new in pairs)),
    )
    kept = len(before) - len(gone)
    reordered = not gone and not come and [*before] != [*after]
    return Differing(added, pairs, removed, kept, reordered)


def _without(some: Iterable[Operation], others: Iterable[Operation]) -> tuple[Operation, ...]:
    """Some operations but those that are among others, each as often as it is there."""
    left = Counter(others)
    found = []
    for one in some:
        if left[one]:
            left[one] -= 1
        else:
            found.append(one)
    return tuple(found)


def _pairs(
    gone: Iterable[Operation], come: Iterable[Operation]
) -> tuple[tuple[Operation, Operation], ...]:
    waiting: dict[tuple[str, ...], list[Operation]] = {}
    for one in gone:
        waiting.setdefault(_about(one), []).append(one)
    return tuple((waiting[about].pop(0), one) for one in come if waiting.get(about := _about(one)))


def _about(operation: Operation) -> tuple[str, ...]:
    """The verb and what it is about: whom it forms, else who takes, changes or ends."""
    does = operation.effects()
    formed = [unit.key for unit in does.formed]
    takers = [claim.successor for claim in does.claims]
    changes = [part for one in does.changes for part in (one.unit, one.attribute, one.hierarchy)]
    ends = [*does.dissolved, *does.concluded, *does.abolished]
    return (operation.verb, *dict.fromkeys(formed or takers or changes or ends))
