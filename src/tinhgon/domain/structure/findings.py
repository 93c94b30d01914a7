"""Findings (kết luận thẩm định): what a check says about a plan, for words to be put to it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


class Severity(StrEnum):
    """How much a finding weighs: it stops the plan, must be explained, or is worth knowing."""

    BLOCK = "block"
    EXPLAIN = "explain"
    NOTE = "note"


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One thing a rule found.

    `rule` is the name of its file in `rules/`; `units` are the keys it speaks of; `facts` are
    the values its sentence needs. Words in each language live with the pages.
    """

    rule: str
    severity: Severity = Severity.BLOCK
    units: tuple[str, ...] = ()
    facts: Mapping[str, object] = field(default_factory=dict, hash=False)


class Malformed(ValueError):
    """An operation that says something impossible by itself, whatever the structure.

    `code` names the sentence that tells the reader; `facts` are the values it needs.
    """

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(f"{code} {facts}" if facts else code)
        self.code = code
        self.facts = facts


def no_blanks(record: "DataclassInstance") -> None:
    """Refuse a member that is there and says nothing: what is not known is None."""
    names, values_of = _members(type(record))
    for name, value in zip(names, values_of(record), strict=True):
        if isinstance(value, str) and (not value or value.isspace()):
            raise Malformed("blank", member=name)


@cache
def _members(
    kind: type["DataclassInstance"],
) -> tuple[tuple[str, ...], Callable[[object], tuple[object, ...]]]:
    """The members of a record, and what reads them all at once."""
    names = tuple(member.name for member in fields(kind))
    if len(names) > 1:
        return names, attrgetter(*names)
    return names, lambda record: tuple(getattr(record, name) for name in names)
