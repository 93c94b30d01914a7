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
    wanted = [one for one in subjects() if subject in ("", one.key)]
    typed = _folded(wish)
    shown = [one for one in book().values() if _fits(typed, one.name, *_spoken(one))]
    drawn = in_force(history(shown, on))  # of all subjects at once: one query for instruments
    made = (_group(one, typed, shown, drawn) for one in wanted)
    return [group for group in made if group.count]


def _group(subject: Subject, typed: str, shown: list[Parameter], drawn: list[FigureRow]) -> Group:
    rules = tuple(
        Listed(name, title(name), address(name), said(name))
        for name in rule_names()
        if RULES[name].subject == subject.key and _fits(typed, name, title(name), said(name))
    )
    parameters = tuple(
        Listed(
            one.name,
            title(one.name),
            address(one.name),
            rows=tuple(row for row in drawn if row.figure.name == one.name),
        )
        for one in shown
        if one.subject == subject.key
    )
    return Group(subject.key, writing.title(subject.title), rules, parameters)


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
