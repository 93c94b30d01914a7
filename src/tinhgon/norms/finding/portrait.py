"""One finding as its page shows it: rule, article, day, how sure, inputs, what would satisfy it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from tinhgon.law.marks import DISCS
from tinhgon.norms.finding import words
from tinhgon.norms.finding.grounds import Grounds
from tinhgon.norms.finding.rule_words import RULES
from tinhgon.norms.models import Finding, Waiver
from tinhgon.registry.naming import unit_url
from tinhgon.staff.staffing import Names
from tinhgon.ui.asked import Asked


@dataclass(frozen=True)
class Portrait:
    """A finding in words on a day."""

    finding: Finding
    on: date
    names: Names

    @cached_property
    def says(self) -> str:
        """What is wrong, in a sentence."""
        return words.sentence(self.finding.facts, self.names)

    @property
    def rule(self) -> str:
        """What the rule is called."""
        return words.rule_title(self.finding.rule)

    @property
    def look(self) -> str:
        """How its severity looks."""
        return words.LOOKS[self.finding.severity]

    @property
    def disc(self) -> str:
        """The disc of the weakest mark; nothing where no provision is behind it."""
        return DISCS[self.finding.mark] if self.finding.facts["provisions"] else ""

    @property
    def until(self) -> str:
        """By when it must be put right."""
        return words.until_words(self.finding.facts)

    @cached_property
    def answers(self) -> tuple[str, str] | None:
        """Who must put it right: name and page."""
        return self._named(self.finding.answers.key) if self.finding.answers else None

    @cached_property
    def units(self) -> list[tuple[str, str]]:
        """The units it speaks of, or some of those that could not be judged: name and page."""
        keys = self.finding.facts["units"] or self.finding.facts["facts"].get("examples", [])
        return [self._named(key) for key in keys]

    @cached_property
    def remedies(self) -> list[str]:
        """What would satisfy the rule."""
        return words.remedies(self.finding.facts)

    @cached_property
    def grounds(self) -> Grounds:
        """What the law says, and what it was asked with."""
        return Grounds(self.finding.facts)

    @property
    def can_be_waived(self) -> bool:
        """Whether it is of a unit that a waiver could name."""
        return self.finding.unit is not None and self.finding.rule in RULES

    @cached_property
    def waivers(self) -> list[Waiver]:
        """Every waiver of this rule for this unit, the latest first."""
        held = Waiver.objects.filter(rule=self.finding.rule, unit=self.finding.unit)
        return list(held.select_related("authority", "unit").order_by("-valid_from", "-pk"))

    def _named(self, key: str) -> tuple[str, str]:
        return self.names.unit(key), unit_url(key, Asked(self.on))


def portraits(findings: Iterable[Finding], on: date) -> list[Portrait]:
    """Findings in words, names read once for all."""
    names = Names()
    return [Portrait(one, on, names) for one in findings]


def portrait(finding: Finding, on: date) -> Portrait:
    """One finding in words."""
    return Portrait(finding, on, Names())
