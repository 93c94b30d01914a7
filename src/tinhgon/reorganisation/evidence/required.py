"""Which facts a package must have before it may be sealed, and which of them it has."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tinhgon.domain.jurisdictions import Jurisdiction, RequiredFact
from tinhgon.registry.queries import jurisdiction
from tinhgon.reorganisation.models import Evidence, Package
from tinhgon.reorganisation.rearrangement.value import Rearrangement


@dataclass(frozen=True)
class Wanted:
    """A fact that is asked for, of the unit `subject` or of the whole, and what was recorded."""

    fact: RequiredFact
    subject: str
    recorded: Evidence | None

    @property
    def is_met(self) -> bool:
        """Whether what was recorded is enough."""
        if self.recorded is None:
            return False
        if self.fact.share is None:
            return bool(self.recorded.document)
        agreeing, asked = self.recorded.agreeing, self.recorded.asked
        return bool(asked) and (agreeing or 0) * 100 > self.fact.share * (asked or 0)


def wanted(package: Package, done: Rearrangement) -> list[Wanted]:
    """What is asked for by the law of the package's day, in the order of the jurisdiction file."""
    recorded = {(one.fact, one.subject): one for one in package.evidence.all()}
    return [
        Wanted(fact, subject, recorded.get((fact.key, subject)))
        for fact, subject in asked_of(done, jurisdiction())
    ]


def missing(package: Package, done: Rearrangement) -> list[Wanted]:
    """What is asked for and not there, or not enough."""
    return [one for one in wanted(package, done) if not one.is_met]


def asked_of(done: Rearrangement, jurisdiction: Jurisdiction) -> Iterator[tuple[RequiredFact, str]]:
    """Each fact with the keys of the units of which it is asked; "" is the package as a whole."""
    for fact in jurisdiction.required_facts:
        if done.day in fact.period:
            for subject in _subjects(fact, done):
                yield fact, subject


def _subjects(fact: RequiredFact, done: Rearrangement) -> Iterable[str]:
    rearranged = [unit for unit in done.new if unit.level in fact.levels]
    if not rearranged and not any(unit.level in fact.levels for unit in done.old):
        return ()
    if fact.per == "package":
        return ("",)
    return sorted({unit.parent for unit in rearranged if unit.parent})
