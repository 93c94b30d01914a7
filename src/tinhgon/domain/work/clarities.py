"""Clarities (rõ người, rõ việc, rõ trách nhiệm): what must be said of a work before it is issued.

Which they are stands in the jurisdiction file, dated; several sets may be in use at once, even
under one name, and the order of their items says nothing.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from tinhgon.domain.jurisdiction_file import (
    Reader,
    Unreadable,
    Words,
    read_mark,
    read_period,
    read_words,
)
from tinhgon.domain.periods import Period


class Said(StrEnum):
    """By what a clarity is filled: something a work has anyway, or words of its own."""

    TITLE = "title"
    PERSON = "person"
    TERM = "term"
    PRODUCT = "product"
    WORDS = "words"


class JudgedBy(StrEnum):
    """By which day it is judged whether a work was done in time."""

    REPORT = "report"
    CONFIRMATION = "confirmation"


@dataclass(frozen=True, kw_only=True)
class Clarity:
    """One thing that must be clear, and what makes it so."""

    key: str
    name: Words
    said: Said = Said.WORDS


@dataclass(frozen=True, kw_only=True)
class ClarityTemplate:
    """A set of clarities, in use over a period."""

    key: str
    name: Words
    items: Mapping[str, Clarity]
    period: Period = field(default_factory=Period)
    source: str | None = None
    mark: str = "K"

    def missing(self, filled: Mapping[str, str], has: frozenset[Said]) -> tuple[Clarity, ...]:
        """The clarities that are neither filled by words nor by what the work `has`."""
        return tuple(
            one
            for one in self.items.values()
            if not (filled.get(one.key, "").strip() if one.said is Said.WORDS else one.said in has)
        )

    @property
    def written(self) -> tuple[Clarity, ...]:
        """Those for which words must be written."""
        return tuple(one for one in self.items.values() if one.said is Said.WORDS)


@dataclass(frozen=True, kw_only=True)
class Sort:
    """Bodies of some levels and kinds."""

    levels: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()

    def has(self, level: str, kind: str) -> bool:
        """Whether a body of this level and kind is among them."""
        return level in self.levels and kind in self.kinds


@dataclass(frozen=True, kw_only=True)
class Working:
    """What a jurisdiction says of work: its templates, and how works are judged.

    A work is at risk when it is due within `at_risk` working days. Bodies of the sort `whole_area`
    give works to all bodies of their area, those of the areas below among them.
    """

    templates: Mapping[str, ClarityTemplate] = field(default_factory=dict)
    kinds: Mapping[str, Words] = field(default_factory=dict)
    at_risk: int = 3
    judged_by: JudgedBy = JudgedBy.REPORT
    judged_mark: str = "K"
    whole_area: Sort = Sort()

    def templates_on(self, day: date) -> dict[str, ClarityTemplate]:
        """The templates in use on a day, in the order of the file."""
        return {key: one for key, one in self.templates.items() if day in one.period}


def read_working(document: Any) -> Working:
    """What the member `work` of a parsed file says; `Unreadable` says which place is wrong."""
    said = document.get("work")
    if said is None:
        return Working()
    file = Reader(said, "work")
    templates, kinds = file.mapping("clarities"), file.mapping("kinds")
    judged = file.mapping("judged_by")
    return Working(
        templates={key: _template(key, templates.mapping(key)) for key in templates},
        kinds={key: read_words(kinds.get(key), kinds.place(key)) for key in kinds},
        at_risk=_number(file, "at_risk"),
        judged_by=_one_of(JudgedBy, judged, "day"),
        judged_mark=read_mark(judged.get("mark", "K"), judged.place("mark")),
        whole_area=_sort(file),
    )


def _sort(file: Reader) -> Sort:
    if not file.get("whole_area", None):
        return Sort()
    said = file.mapping("whole_area")
    return Sort(levels=said.texts("levels"), kinds=said.texts("kinds"))


def _template(key: str, file: Reader) -> ClarityTemplate:
    items = file.mapping("items")
    return ClarityTemplate(
        key=key,
        name=read_words(file.get("name"), file.place("name")),
        items={one.key: one for one in _items(items)},
        period=read_period(file),
        source=file.get("source", None),
        mark=read_mark(file.get("mark", "K"), file.place("mark")),
    )


def _items(file: Reader) -> Iterator[Clarity]:
    for key in file:
        item = file.mapping(key)
        said = _one_of(Said, item, "said") if item.get("said", None) else Said.WORDS
        yield Clarity(key=key, name=read_words(item.get("name"), item.place("name")), said=said)


def _one_of(choices: Any, file: Reader, name: str) -> Any:
    given = file.text(name)
    if given not in [*choices]:
        raise Unreadable(file.place(name), "unknown-aspect", known=", ".join(choices))
    return choices(given)


def _number(file: Reader, name: str) -> int:
    given = file.get(name)
    if not isinstance(given, int) or given < 0:
        raise Unreadable(file.place(name), "not-a-count")
    return given
