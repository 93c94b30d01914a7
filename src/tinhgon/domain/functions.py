"""Functions (chức năng, lĩnh vực): the dated catalogue of what bodies are charged with.

Fields of State management, and what the Party and the Front do, each known to the law in a period.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from tinhgon.domain.jurisdiction_file import (
    Reader,
    Unreadable,
    Words,
    read_mark,
    read_period,
    read_words,
)
from tinhgon.domain.periods import Period


@dataclass(frozen=True, kw_only=True)
class Function:
    """A function: what it is called, to which bloc it belongs, when there is such a thing."""

    key: str
    title: Words
    bloc: str | None = None
    period: Period = field(default_factory=Period)
    source: str | None = None
    mark: str = "K"


Functions = Mapping[str, Function]
"""The catalogue by key, in the order of the file."""


def on(functions: Functions, day: date) -> list[Function]:
    """The functions that there are on a day."""
    return [one for one in functions.values() if day in one.period]


def read_functions(file: Reader, blocs: set[str]) -> Functions:
    """The catalogue of a jurisdiction file, empty where it has none."""
    if not file.get("functions", None):
        return {}
    listed = file.mapping("functions")
    return {key: _function(key, listed.mapping(key), blocs) for key in listed}


def _function(key: str, file: Reader, blocs: set[str]) -> Function:
    bloc = file.get("bloc", None)
    if bloc is not None and bloc not in blocs:
        raise Unreadable(file.place("bloc"), "unknown-bloc", known=", ".join(sorted(blocs)))
    return Function(
        key=key,
        title=read_words(file.get("title"), file.place("title")),
        bloc=bloc,
        period=read_period(file),
        source=file.get("source", None),
        mark=read_mark(file.get("mark", "K"), file.place("mark")),
    )
