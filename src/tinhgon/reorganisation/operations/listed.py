"""The operations of a plan as a list: in words, searched, as a table."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from tinhgon.domain.structure.operations import Operation
from tinhgon.domain.structure.packages import Plan
from tinhgon.domain.structure.vocabulary import BY_VERB
from tinhgon.registry.name_search import names as names_of_units
from tinhgon.reorganisation.naming import Names
from tinhgon.reorganisation.operations.sentences import operation_html, operation_text

Numbered = tuple[int, Operation]
"""An operation with its place in the plan, from 1."""


@dataclass(frozen=True)
class Listed:
    """The operations of a plan; `query` looks for words of their sentences, or for a code."""

    plan: Plan
    names: Names
    query: str = ""

    @cached_property
    def found(self) -> list[Numbered]:
        """Those looked for, in the order of the drafter."""
        numbered = list(enumerate(self.plan.operations, 1))
        if not self.query:
            return numbered
        return [(number, one) for number, one in numbered if self._fits(one)]

    def _fits(self, operation: Operation) -> bool:
        said = operation_text(operation, self.names)
        return names_of_units().contains(said, self.query) or self._has_code(operation)

    def _has_code(self, operation: Operation) -> bool:
        done = self.names.rearrangement
        units = [s.get(key) for s in (done.before, done.after) for key in operation.reads()]
        return any(unit and unit.code == self.query for unit in units)

    def told(self, numbered: Iterable[Numbered]) -> list[dict[str, Any]]:
        """Operations as sentences."""
        return [
            {
                "number": number,
                "says": operation_html(one, self.names),
                "clause": one.clause or "",
                "law": BY_VERB[one.verb].law,
            }
            for number, one in numbered
        ]

    def table(self) -> tuple[list[str], Iterator[list[Any]]]:
        """Those looked for, for a file."""
        rows = (
            [number, one.verb, operation_text(one, self.names), one.clause or ""]
            for number, one in self.found
        )
        return ["number", "verb", "says", "clause"], rows
