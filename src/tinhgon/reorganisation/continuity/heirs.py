"""Who answers afterwards for what a unit that ends had to answer for."""

from collections.abc import Mapping

from tinhgon.reorganisation.continuity.decisions import Decided
from tinhgon.reorganisation.rearrangement.value import Rearrangement

Heirs = Mapping[str, str | None]
"""Who answers afterwards, by the key of the unit that ends; None where a person must choose."""


def went(done: Rearrangement, decided: Decided) -> set[tuple[str, str]]:
    """Each unit that ended with all to whom something of it went, by rule or by decision."""
    by_rule = {(unit, heir) for unit, heir in done.heirs.items() if heir}
    chosen = (one for units in decided.values() for one in units.items())
    return by_rule | {(unit, heir) for unit, decision in chosen for heir in decision.heirs}
