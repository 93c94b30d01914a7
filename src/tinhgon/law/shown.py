"""What pages show of the law: rows of figures and steps, with words, marks and addresses."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from tinhgon.law.answers import INPUT, Answer, Step
from tinhgon.law.book import Figure, Parameter, book
from tinhgon.law.citations import Instrument, article_words
from tinhgon.law.linking import addresses
from tinhgon.law.words import (
    Read,
    case_words,
    figure_words,
    input_words,
    said,
    title,
    value_words,
)
from tinhgon.ui import writing

LONG = 24
"""From so many letters on, a value stands below its name."""


@dataclass(frozen=True)
class Cited:
    """A cited instrument as a link, where it has a page."""

    words: str
    url: str


@dataclass(frozen=True)
class FigureRow:
    """A figure of law as a row of a table."""

    figure: Figure
    case: str
    read: Read
    article: str
    cited: tuple[Cited, ...]
    is_in_force: bool = False

    @property
    def name(self) -> str:
        """The address of its page."""
        return address(self.figure.name)

    @property
    def title(self) -> str:
        """What it is the figure of."""
        return writing.title(self.figure.title)

    @property
    def note(self) -> str:
        """What is to be known of it."""
        return writing.title(self.figure.note)

    @property
    def source(self) -> str:
        """Where it was read."""
        return writing.title(self.figure.read)


@dataclass(frozen=True)
class Leaf:
    """A step of an explanation as it is drawn."""

    title: str
    read: Read
    said: str
    row: FigureRow | None
    leaves: tuple["Leaf", ...]

    @property
    def is_long(self) -> bool:
        """Whether the value wants a line of its own."""
        return len(self.read.value) > LONG


def address(name: str) -> str:
    """The page of a figure or a rule."""
    return reverse("law:parameter", args=[name])


def rows(figures: Iterable[Figure], on: date | None = None) -> list[FigureRow]:
    """Figures as rows; instruments are looked for once for all of them."""
    figures = list(figures)
    pages = addresses(one for figure in figures for one in _cited(figure))
    return [_row(figure, pages, on) for figure in figures]


def history(parameters: Iterable[Parameter], on: date) -> list[FigureRow]:
    """All versions of parameters, latest first; cases that say the same stand in one row."""
    parameters = list(parameters)
    drawn = rows((figure for one in parameters for figure in one.figures()), on)
    return [row for one in parameters for row in _versions(one, drawn)]


def in_force(versions: Iterable[FigureRow]) -> list[FigureRow]:
    """Those of the versions that hold on the day."""
    return [row for row in versions if row.is_in_force]


def _versions(parameter: Parameter, drawn: list[FigureRow]) -> list[FigureRow]:
    alike: dict[tuple[Any, ...], list[FigureRow]] = {}
    for row in drawn:
        own = row.figure
        if own.name == parameter.name:
            told = (own.since, own.until, own.value, own.mark, row.cited, row.note)
            alike.setdefault(told, []).append(row)
    merged = [replace(same[0], case=_cases(parameter, same)) for same in alike.values()]
    return sorted(merged, key=lambda row: row.figure.since, reverse=True)


def _cases(parameter: Parameter, same: list[FigureRow]) -> str:
    """For which cases a row stands: none to name where it stands for all."""
    first = same[0].figure
    standing = sum(1 for one in parameter.figures() if first.since in one)
    if parameter.by and len(same) == standing and len(same) > 1:
        return _("all cases")
    return "; ".join(row.case for row in same)


def tree(answer: Answer) -> Leaf:
    """An answer as a tree: the result above, what it rests on below."""
    pages = addresses(one for figure in answer.provisions for one in _cited(figure))
    return _leaf(answer.step, answer, pages)


def _leaf(step: Step, answer: Answer, pages: Mapping[Instrument, str]) -> Leaf:
    row = _row(step.figure, pages, None) if step.figure else None
    below = tuple(_leaf(one, answer, pages) for one in step.steps)
    named = title(step.name)
    if row and row.case:
        named = f"{named} ({row.case})"
    return Leaf(named, _read(step, answer, row), said(step.name), row, below)


def _read(step: Step, answer: Answer, row: FigureRow | None) -> Read:
    if step.kind == INPUT:
        return Read(input_words(step.name, step.value))
    if row:
        return row.read
    if step.value is None and answer.left_to:
        return Read(_("as said by: %s") % writing.title(answer.left_to))
    return value_words(step.value, "")


def _row(figure: Figure, pages: Mapping[Instrument, str], on: date | None) -> FigureRow:
    return FigureRow(
        figure,
        case_words(book()[figure.name], figure.of),
        figure_words(figure),
        article_words(figure.article) if figure.article else "",
        tuple(Cited(_named(figure, one), pages.get(one, "")) for one in _cited(figure)),
        on is not None and on in figure,
    )


def _named(figure: Figure, cited: Instrument) -> str:
    form = _("as amended by %s") if cited == figure.amended_by else "%s"
    return form % cited.words


def _cited(figure: Figure) -> Iterator[Instrument]:
    yield from filter(None, (figure.instrument, figure.beside, figure.amended_by))


def counted(parameter: Parameter) -> dict[str, Any]:
    """How many of its figures were read in the text itself."""
    marks = [figure.mark for figure in parameter.figures()]
    return {"all": len(marks), "verified": marks.count("P")}
