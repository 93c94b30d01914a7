"""A jurisdiction file read place by place, so that whatever is wrong is told with its path.

The readers of its parts (`jurisdictions`, `staffing`) are put together from what is here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from tinhgon.domain.periods import Period

MARKS = "PORK"
"""How surely something is verified: primary text, official page, secondary source, knowledge."""


class Unreadable(ValueError):
    """A jurisdiction file that cannot be used: `path` says where, `code` says what is wrong."""

    def __init__(self, path: str, code: str, **facts: object) -> None:
        super().__init__(f"{path}: {code}")
        self.path, self.code, self.facts = path, code, facts


@dataclass(frozen=True)
class Words:
    """One word or phrase in each language, singular and plural."""

    forms: Mapping[str, tuple[str, str]]

    def in_(self, language: str, count: int = 1) -> str:
        """The word in a language, else in the first one the file gives."""
        forms = self.forms.get(language) or next(iter(self.forms.values()))
        return forms[0 if count == 1 else 1]


class Reader:
    """A mapping of the file with the path by which errors are told."""

    def __init__(self, value: Any, path: str = "") -> None:
        if not isinstance(value, Mapping) or not value:
            raise Unreadable(path or ".", "not-a-mapping")
        self.value, self.path = value, path
        for name in value:
            if not isinstance(name, str):  # YAML reads 1 as a number and no as false
                raise Unreadable(self.place(name), "not-a-text")

    def __iter__(self) -> Any:
        return iter(self.value)

    def get(self, name: str, *default: Any) -> Any:
        """The value of a member; without a default it must be there."""
        if name not in self.value and not default:
            raise Unreadable(self.place(name), "missing")
        return self.value.get(name, *default)

    def place(self, name: object) -> str:
        """The path of a member."""
        return f"{self.path}.{name}" if self.path else str(name)

    def text(self, name: str) -> str:
        """A member that is a text."""
        value = self.get(name)
        if not isinstance(value, str) or not value.strip():
            raise Unreadable(self.place(name), "not-a-text")
        return value

    def texts(self, name: str) -> frozenset[str]:
        """A member that is a list of texts, each once; nothing where it is not there."""
        value = self.get(name, [])
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise Unreadable(self.place(name), "not-a-list-of-texts")
        return frozenset(value)

    def mapping(self, name: str) -> "Reader":
        """A member that is itself a mapping."""
        return Reader(self.get(name), self.place(name))


def read_period(file: Reader) -> Period:
    """The days from `from` up to `until`, either of which may be missing."""
    try:
        return Period(_day(file, "from"), _day(file, "until"))
    except ValueError as wrong:
        if isinstance(wrong, Unreadable):
            raise
        raise Unreadable(file.place("until"), "ends-before-it-starts") from None


def _day(file: Reader, name: str) -> date | None:
    stated = file.get(name, None)
    day = stated.get("day") if isinstance(stated, Mapping) else stated
    if day is None or isinstance(day, date):
        return day
    try:
        return date.fromisoformat(day)
    except (TypeError, ValueError):
        raise Unreadable(file.place(name), "not-a-date", given=str(day)) from None


def read_words(value: Any, path: str) -> Words:
    """Words by language; a text alone is English."""
    if isinstance(value, str):
        value = {"en": value}
    if not isinstance(value, Mapping) or not value:
        raise Unreadable(path, "not-words")
    return Words({str(language): _forms(given, path) for language, given in value.items()})


def _forms(given: Any, path: str) -> tuple[str, str]:
    forms = given if isinstance(given, list) else [given]
    if not forms or not all(isinstance(form, str) for form in forms):
        raise Unreadable(path, "not-words")
    return (forms[0], forms[-1])


def read_mark(value: Any, path: str) -> str:
    """One of `MARKS`."""
    if value not in MARKS:
        raise Unreadable(path, "unknown-mark", known=", ".join(MARKS))
    return str(value)
