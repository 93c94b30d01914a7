"""Asking the law about a unit: what it wants to know is looked up, what nobody knows is tried.

Where an input is unknown and every choice gives the same answer, that is the answer.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product

from tinhgon.domain.norms.figures import Ruling, Unjudged
from tinhgon.domain.norms.inputs import INPUTS
from tinhgon.domain.norms.verdicts import MARKS
from tinhgon.domain.norms.world import World
from tinhgon.domain.structure.units import Unit

Inputs = dict[str, object]


@dataclass(frozen=True)
class Asked:
    """What the law answered, and what it was asked with."""

    ruling: Ruling
    inputs: Mapping[str, object]


def ask(world: World, name: str, unit: Unit) -> Asked:
    """What the law says of a unit on the day. Raises `Unjudged`."""
    inputs: Inputs = {given: INPUTS[given](world, unit) for given in world.figures.asks(name)}
    unknown = [given for given, value in inputs.items() if value is None]
    if not unknown:
        return Asked(world.figures.rule(name, **inputs), inputs)
    return Asked(_whatever(world, name, inputs, unknown), inputs)


def _whatever(world: World, name: str, inputs: Inputs, unknown: list[str]) -> Ruling:
    """The answer that all choices of what is unknown give, as surely as the least sure of them."""
    choices = {given: world.figures.choices(given) for given in unknown}
    for given, few in choices.items():
        if not few:
            raise Unjudged("unknown", given)
    tried = [
        world.figures.rule(name, **inputs | dict(zip(unknown, one, strict=True)))
        for one in product(*choices.values())
    ]
    if len({ruling.value for ruling in tried}) > 1:
        raise Unjudged("unknown", unknown[0])
    return max(tried, key=lambda ruling: MARKS.index(ruling.mark))
