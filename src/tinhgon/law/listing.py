"""The list of all figures and rules, by subject, and those of it that somebody wishes to see."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from tinhgon.law.book import Parameter, Subject, book, subjects
from tinhgon.law.queries import rule_names
from tinhgon.law.rule_words import RULES
from tinhgon.law.shown import FigureRow, address, history, in_force
from tinhgon.law.words import said, title
from tinhgon.ui import writing


@dataclass(frozen=True)
class Listed:
    """A rule or a parameter of the list."""

    name: str
    title: str
    url: str
    said: str = ""
    rows: tuple[FigureRow, ...] = ()

    @property
    def mark(self) -> str:
        """The mark of what is in force; nothing for a rule or where nothing is."""
        return self.rows[0].figure.mark if self.rows else ""


@dataclass(frozen=True)
class Group:
    """A subject with what the list has of it."""

    key: str
    title: str
    rules: tuple[Listed, ...]
    parameters: tuple[Listed, ...]

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.rules) + len(self.parameters)


def groups(on: date, wish: str = "", subject: str = "") -> list[Group]:
    """The subjects in order, with the figures of a day; those without a match are left out."""
    made = (_group(one, on, _folded(wish)) for one in subjects() if subject in ("", one.key))
    return [group for group in made if group.count]


def _group(subject: Subject, on: date, wish: str) -> Group:
    rules = tuple(
        Listed(name, title(name), address(name), said(name))
        for name in rule_names()
        if RULES[name].subject == subject.key and _fits(wish, name, title(name), said(name))
    )
    parameters = [one for one in book().values() if one.subject == subject.key]
    shown = _in_force([one for one in parameters if _fits(wish, one.name, *_spoken(one))], on)
    return Group(subject.key, writing.title(subject.title), rules, tuple(shown))


def _in_force(parameters: list[Parameter], on: date) -> Iterator[Listed]:
    """Parameters with what is in force on a day."""
    drawn = in_force(history(parameters, on))
    for one in parameters:
        own = tuple(row for row in drawn if row.figure.name == one.name)
        yield Listed(one.name, title(one.name), address(one.name), rows=own)


def _spoken(parameter: Parameter) -> Iterator[str]:
    """The words by which a parameter is found: its title in each language, its instruments."""
    yield from parameter.title.values()
    for figure in parameter.figures():
        for cited in (figure.instrument, figure.amended_by, figure.beside):
            yield cited.number if cited else ""


def _fits(wish: str, *words: Any) -> bool:
    said_of_it = _folded(" ".join(map(str, words)))
    return all(word in said_of_it for word in wish.split())


def _folded(words: str) -> str:
    """Words without case, marks and the stroke of đ."""
    apart = unicodedata.normalize("NFKD", words.casefold().replace("đ", "d"))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
