"""Random packages: scenes put into one to four plans, with nonsense among them or without."""

from collections.abc import Iterator
from datetime import date

from hypothesis import strategies as st

from tinhgon.domain.structure.operations import Operation
from tinhgon.domain.structure.operations.abolish_level import AbolishLevel
from tinhgon.domain.structure.operations.move import Move
from tinhgon.domain.structure.operations.reclassify import Reclassify
from tinhgon.domain.structure.packages import Composition, Plan
from tinhgon.domain.structure.rules import blocks, findings
from tinhgon.domain.structure.tests.history import History
from tinhgon.domain.structure.tests.strategies.drafter import Drafter
from tinhgon.domain.structure.tests.strategies.nonsense import nonsense
from tinhgon.domain.structure.tests.strategies.scenes import SCENES
from tinhgon.domain.structure.tests.strategies.structures import structures
from tinhgon.domain.structure.tests.world import DAY, LEVELS
from tinhgon.domain.structure.units import PRINCIPAL, Structure, Unit

EARLIER = date(2025, 1, 1)
"""A day on which the law still knows districts and townships."""


@st.composite
def orderly_compositions(
    draw: st.DrawFn, before: Structure | None = None, day: date | None = None
) -> Composition:
    """A package that mostly passes."""
    before = draw(structures()) if before is None else before
    day = draw(st.sampled_from([EARLIER, DAY])) if day is None else day
    operations = _drafted(draw, before, day)
    return Composition(_in_plans(draw, operations, day), before, LEVELS)


@st.composite
def compositions(draw: st.DrawFn) -> Composition:
    """A package in which nonsense may stand among what is sensible."""
    orderly = draw(orderly_compositions())
    stray = draw(st.lists(nonsense(orderly.before), max_size=2))
    operations = [operation for plan in orderly.plans for operation in plan.operations]
    plans = _in_plans(draw, [*operations, *stray], orderly.day)
    return Composition(plans, orderly.before, LEVELS)


@st.composite
def histories(draw: st.DrawFn) -> tuple[History, tuple[Composition, ...]]:
    """A history of two packages that pass, on two days; and what they did."""
    first = draw(orderly_compositions(day=EARLIER).filter(_passes))
    second = draw(orderly_compositions(before=first.after, day=DAY).filter(_passes))
    start = History.of(first.before)
    return start.with_effect(first).with_effect(second), (first, second)


def _passes(composition: Composition) -> bool:
    return not blocks(findings(composition))


def _drafted(draw: st.DrawFn, before: Structure, day: date) -> list[Operation]:
    abolishing = draw(st.integers(0, 3)) == 0
    going_on = [
        unit.key
        for unit in sorted(before, key=lambda unit: unit.key)
        if unit.level == "province"
        or (unit.level == "district" and not abolishing and draw(st.booleans()))
    ]
    drafter = Drafter(draw, before, day, tuple(going_on), abolishing, taken={*going_on})
    drafter.say(*[AbolishLevel(level="district")] * abolishing)
    for scene in draw(st.lists(st.sampled_from(SCENES), min_size=1, max_size=7)):
        scene(drafter)
    drafter.say(*_rehoused(_composed(drafter)))
    drafter.say(*_known_kinds(_composed(drafter)))
    return drafter.said


def _composed(drafter: Drafter) -> Composition:
    plan = Plan(code="draft", day=drafter.day, operations=tuple(drafter.said))
    return Composition([plan], drafter.before, LEVELS)


def _rehoused(composition: Composition) -> Iterator[Operation]:
    """What stood under a unit that ends is put under its province, its ties are taken away."""
    for unit in sorted(composition.after, key=lambda unit: unit.key):
        for hierarchy, parent in unit.parents:
            if parent in composition.ended:
                above = _province(composition, unit) if hierarchy == PRINCIPAL else None
                yield Move(unit=unit.key, parent=above, hierarchy=hierarchy)


def _province(composition: Composition, unit: Unit) -> str:
    return composition.before.path(unit.key)[-1].key


def _known_kinds(composition: Composition) -> Iterator[Operation]:
    """A township that is touched when the law knows none any more becomes a commune."""
    for unit in composition.touched:
        if unit.kind == "thị trấn" and composition.day >= DAY:
            yield Reclassify(unit=unit.key, kind="xã")


def _in_plans(draw: st.DrawFn, operations: list[Operation], day: date) -> list[Plan]:
    numbers = [draw(st.integers(1, 4)) for _ in operations]
    return [
        Plan(
            code=f"plan-{number}",
            day=day,
            operations=tuple(
                operation
                for operation, chosen in zip(operations, numbers, strict=True)
                if chosen == number
            ),
        )
        for number in sorted({*numbers})
    ]
