"""The operations of a plan as its editors list them: in short, with what the rules find."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from tinhgon.domain.structure.findings import Finding, Severity
from tinhgon.domain.structure.operations import Operation
from tinhgon.registry.name_search import Names as NamesOfUnits
from tinhgon.registry.name_search import names as names_of_units
from tinhgon.reorganisation.editing.drafted import Drafted, Placed
from tinhgon.reorganisation.editing.nearby import OF_THE_WHOLE
from tinhgon.reorganisation.naming import Names
from tinhgon.reorganisation.operations.sentences import operation_text
from tinhgon.ui import writing

HEADS: Mapping[str, Promise] = {
    "form": _("Form %(unit)s"),
    "establish": _("Establish %(unit)s"),
    "consolidate": _("Consolidate into %(unit)s"),
    "absorb": _("Absorb into %(unit)s"),
    "divide": _("Divide %(unit)s"),
    "split-off": _("Split off %(unit)s"),
    "transfer-part": _("Transfer a part to %(unit)s"),
    "rename": _("Rename %(unit)s"),
    "reclassify": _("Change the kind of %(unit)s"),
    "convert": _("Convert %(unit)s"),
    "recode": _("Give %(unit)s another code"),
    "change-level": _("Change the level of %(unit)s"),
    "move": _("Move %(unit)s"),
    "dissolve": _("Dissolve %(unit)s"),
    "conclude": _("Conclude %(unit)s"),
    "abolish-level": _("Abolish the level of %(unit)s"),
}
"""An operation in a few words, its main unit named."""

TAKING = frozenset({"form", "consolidate", "absorb"})
"""Operations of which the list says from how many units."""


def headline(operation: Operation, names: Names) -> str:
    """An operation in a few words."""
    return str(HEADS[operation.verb]) % {"unit": _subject(operation, names)}


def _subject(operation: Operation, names: Names) -> str:
    does, verb = operation.effects(), operation.verb
    if does.abolished:
        return names.level(does.abolished[0])
    if does.formed and verb not in ("divide", "change-level"):
        return names.full(does.formed[0])
    if does.claims:
        first = does.claims[0]
        return names(first.source if verb in ("divide", "change-level") else first.successor)
    return names(next(iter(operation.reads() & _acted(operation)), ""))


def _acted(operation: Operation) -> frozenset[str]:
    does = operation.effects()
    return frozenset((*does.dissolved, *does.concluded, *(change.unit for change in does.changes)))


def detail(operation: Operation, names: Names) -> str:
    """From how many units, or the sentence of the operation."""
    if operation.verb in TAKING:
        many = len({claim.source for claim in operation.effects().claims})
        return ngettext("from %s unit", "from %s units", many) % writing.count(many)
    return operation_text(operation, names)


@dataclass(frozen=True, eq=False)
class EditorList:
    """The operations of a plan; `findings` are those of the package, `query` what is looked for."""

    draft: Drafted
    plan: str
    names: Names
    findings: Sequence[Finding]
    query: str = ""

    @cached_property
    def found(self) -> list[Placed]:
        """The operations looked for: by the name of a unit that they speak of, or by its code."""
        said = [one for one in self.draft.said if one.plan == self.plan]
        words = names_of_units()
        return [one for one in said if self._fits(one, words)] if self.query else said

    def _fits(self, one: Placed, words: NamesOfUnits) -> bool:
        levels = (self.names.level(level) for level in one.effects.abolished)
        units = [unit for unit in map(self.names.unit, one.operation.reads()) if unit]
        named = (*levels, *(self.names.full(unit) for unit in units))
        return any(unit.code == self.query for unit in units) or any(
            words.contains(name, self.query) for name in named
        )

    @cached_property
    def _heaviest(self) -> dict[str, Severity]:
        """The heaviest that was found about each unit."""
        found: dict[str, Severity] = {}
        for one in reversed(self.findings):  # they are given heaviest first
            if one.rule not in OF_THE_WHOLE:
                found.update(dict.fromkeys(one.units, one.severity))
        return found

    def state(self, one: Placed) -> str:
        """block, explain or pass: the heaviest that was found about the units it acts on."""
        weights = {self._heaviest.get(key) for key in one.acts_on}
        if Severity.BLOCK in weights:
            return "block"
        return "explain" if Severity.EXPLAIN in weights else "pass"

    @cached_property
    def counted(self) -> Counter[str]:
        """How many operations of the plan are in each state."""
        return Counter(self.state(one) for one in self.draft.said if one.plan == self.plan)

    def rows(self, page: Iterable[Placed]) -> list[dict[str, object]]:
        """A page of the list."""
        return [
            {
                "number": one.number,
                "head": headline(one.operation, self.names),
                "detail": detail(one.operation, self.names),
                "state": self.state(one),
            }
            for one in page
        ]
