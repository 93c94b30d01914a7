"""The divisions and the centre of a commune have too many deputies together: 332/NQ-CP."""

from collections.abc import Iterator

from tinhgon.domain.norms.figures import Unjudged
from tinhgon.domain.norms.shapes import at_most, below, deputies_of
from tinhgon.domain.norms.verdicts import Verdict
from tinhgon.domain.norms.world import World

LED = below("commune_division", "commune_centre")


def check(world: World) -> Iterator[Verdict]:
    if _each_has_its_own_most(world):
        return
    found = deputies_of(LED)
    yield from at_most(
        world, "commune-deputies-total", "commune_committee", "commune_deputies_allowed", found
    )


def _each_has_its_own_most(world: World) -> bool:
    """Whether the law still binds each division: then the total follows from them."""
    try:
        return world.figures.rule("commune_division_deputies").number is not None
    except Unjudged:
        return False
