"""The variants of a family side by side: a line for each figure, a cell for each variant."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from tinhgon.domain.jurisdictions import Jurisdiction
from tinhgon.domain.structure.findings import Severity
from tinhgon.registry.naming import level_noun
from tinhgon.reorganisation.variants.figures import Figures, Variant
from tinhgon.reorganisation.words import SEVERITIES, STATES
from tinhgon.ui import writing


@dataclass(frozen=True)
class Line:
    """A figure of every variant, in their order; it `differs` where not all say the same."""

    label: str
    cells: tuple[str, ...]
    is_number: bool = True

    @property
    def differs(self) -> bool:
        """Whether the variants are told apart by it."""
        return len({*self.cells}) > 1


def lines(variants: Sequence[Variant], jurisdiction: Jurisdiction) -> list[Line]:
    """Everything that is set side by side."""
    return [*_about(variants), *_levels(variants, jurisdiction), *_counts(variants)]


def _about(variants: Sequence[Variant]) -> Iterator[Line]:
    def line(label: str, of: Callable[[Variant], str]) -> Line:
        return Line(label, tuple(of(one) for one in variants), is_number=False)

    yield line(_("State"), lambda one: str(STATES[one.package.state]))
    yield line(_("Day of effect"), lambda one: writing.day(one.package.day))
    yield line(_("Plans"), lambda one: writing.count(len(one.package.plans.all())))


def _levels(variants: Sequence[Variant], jurisdiction: Jurisdiction) -> Iterator[Line]:
    """Each level of which there are more or fewer in any variant, before and after."""
    for level in jurisdiction.levels:
        both = [one.figures.levels.get(level, (0, 0)) for one in variants]
        if any(before != after for before, after in both):
            cells = (f"{writing.count(old)} → {writing.count(new)}" for old, new in both)
            yield Line(capfirst(level_noun(jurisdiction, level, 2)), tuple(cells))


def _counts(variants: Sequence[Variant]) -> Iterator[Line]:
    def line(label: str, of: Callable[[Figures], str]) -> Line:
        return Line(label, tuple(of(one.figures) for one in variants))

    yield line(_("Units that end"), lambda one: writing.count(one.ended))
    yield line(_("New units"), lambda one: writing.count(one.formed))
    yield line(_("Units that go on otherwise"), lambda one: writing.count(one.changed))
    yield line(_("Units shared out among several"), lambda one: writing.count(one.shared))
    yield line(_("Sources of a new unit: mean"), _mean)
    yield line(_("Sources of a new unit: most"), _most)
    yield line(_("New units with a known area"), lambda one: _of(one.areas, one.formed))
    yield line(_("New units with a known location"), lambda one: _of(one.places, one.formed))
    for severity in Severity:
        words = _("Findings: %s") % str(SEVERITIES[severity]).lower()
        yield line(words, lambda one, weight=severity: writing.count(one.findings[weight]))  # type: ignore[misc]
    undecided = tuple(writing.count(one.undecided) for one in variants)
    yield Line(_("Allotments that wait for a decision"), undecided)


def _mean(one: Figures) -> str:
    return writing.number(sum(one.sources) / len(one.sources), 1) if one.sources else "–"


def _most(one: Figures) -> str:
    return writing.count(max(one.sources)) if one.sources else "–"


def _of(some: int, many: int) -> str:
    facts = {"some": writing.count(some), "many": writing.count(many)}
    return _("%(some)s of %(many)s") % facts if many else "–"
