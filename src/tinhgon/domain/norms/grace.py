"""Grace (thời hạn sau sắp xếp): the time in which more than the norm may stand."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from tinhgon.domain.norms.figures import Unjudged
from tinhgon.domain.norms.verdicts import Provision
from tinhgon.domain.norms.world import World

LAW = "grace_last_day"


@dataclass(frozen=True)
class Grace:
    """The last day of grace with what gives it; no day where nothing does."""

    until: date | None = None
    provisions: tuple[Provision, ...] = ()
    inputs: Mapping[str, object] = field(default_factory=dict, hash=False)

    @classmethod
    def after(cls, world: World, units: Iterable[str]) -> "Grace":
        """That which the latest rearrangement of some units gives, if the law of its day does."""
        days = [world.rearranged[key] for key in units if key in world.rearranged]
        if not days:
            return NO_GRACE
        given = {"rearranged_on": max(days)}
        try:
            ruling = world.figures.rule(LAW, **given)
        except Unjudged:
            return NO_GRACE
        last = ruling.value if isinstance(ruling.value, date) else None
        return cls(last, ruling.provisions, given)


NO_GRACE = Grace()
