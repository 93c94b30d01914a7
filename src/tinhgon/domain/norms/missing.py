"""What could not be judged: told once for each rule and reason, and never passed over."""

from collections.abc import Iterable, Iterator
from datetime import date

from tinhgon.domain.norms.figures import Unjudged
from tinhgon.domain.norms.verdicts import Severity, Verdict
from tinhgon.domain.structure.units import Unit

EXAMPLES = 20


class Missing:
    """The units that a rule could not judge, by reason."""

    def __init__(self, rule: str) -> None:
        self.rule = rule
        self.why: dict[tuple[str, str, date | None], list[str]] = {}

    def note(self, unit: Unit, why: Unjudged) -> None:
        """A unit could not be judged."""
        self.why.setdefault((why.reason, why.about, why.day), []).append(unit.key)

    def verdicts(self) -> Iterator[Verdict]:
        """One verdict for each reason."""
        for (reason, about, day), units in self.why.items():
            yield unjudged(self.rule, reason, about, units, day)


def unjudged(
    rule: str, reason: str, about: str, units: Iterable[str], day: date | None = None
) -> Verdict:
    """A rule could not be applied to some units."""
    kept = sorted(units)
    return Verdict(
        rule=rule,
        severity=Severity.UNJUDGED,
        about=f"{reason}:{about}",
        found=len(kept),
        facts={"reason": reason, "about": about, "day": day, "examples": kept[:EXAMPLES]},
    )
