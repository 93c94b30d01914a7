"""`tinhgon law check`: whether the figures may be relied on as they are written.

Every value cited, marked and dated; no day without a reason after the first; OpenFisca reads what
the files say; every rule has its words; every situation holds.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from tinhgon.law import system
from tinhgon.law.book import Figure, book, instruments, subjects
from tinhgon.law.citations import Instrument, Unreadable
from tinhgon.law.inputs import INPUTS
from tinhgon.law.rule_words import RULES
from tinhgon.law.situations import cases
from tinhgon.law.words import COUNTED, UNITS

UNCOUNTED = {"names", "yes_no", "day"}


@dataclass(frozen=True)
class Fault:
    """Something wrong with the law as data: where, and what by a code and facts."""

    where: str
    code: str
    what: str = ""


def faults() -> Iterator[Fault]:
    """All that is wrong; the first where the files cannot even be read."""
    try:
        book()
    except Unreadable as wrong:
        yield Fault(wrong.place, wrong.code, str(wrong.facts or ""))
        return
    yield from _figures()
    yield from _rules()
    yield from _situations()


def _figures() -> Iterator[Fault]:
    known = {subject.key for subject in subjects()}
    for parameter in book().values():
        if parameter.unit not in {*UNITS, *COUNTED, *UNCOUNTED}:
            yield Fault(parameter.name, "unknown-unit", parameter.unit)
        if parameter.subject not in known:
            yield Fault(parameter.name, "unknown-subject", parameter.subject)
        for key in parameter.by:
            if key not in INPUTS:
                yield Fault(parameter.name, "unknown-input", key)
        for figure in parameter.figures():
            yield from _figure(figure)


def _figure(figure: Figure) -> Iterator[Fault]:
    where = f"{'.'.join((figure.name, *figure.of))} {figure.since}"
    for cited in _cited(figure):
        if cited not in instruments():
            yield Fault(where, "unknown-instrument", f"{cited.number} of {cited.issued}")
    if figure.instrument is None and figure.mark in ("P", "Pq", "O"):
        yield Fault(where, "mark-without-instrument", figure.mark)
    if figure.mark == "P" and not figure.article:
        yield Fault(where, "mark-without-article", figure.mark)
    issued = [cited.issued for cited in _cited(figure) if cited.issued]
    if issued and figure.since < max(issued) and not figure.note:
        yield Fault(where, "before-it-was-issued", str(max(issued)))
    if figure.value is None and not figure.note:
        yield Fault(where, "gap-without-reason")
    if _as_computed(figure) != figure.value:
        yield Fault(where, "computed-otherwise", str(_as_computed(figure)))


def _cited(figure: Figure) -> list[Instrument]:
    return list(filter(None, (figure.instrument, figure.amended_by, figure.beside)))


def _as_computed(figure: Figure) -> object:
    """What OpenFisca reads for the same day."""
    node = system.system().get_parameters_at_instant(figure.since.isoformat())
    for step in (*figure.name.split("."), *figure.of):
        try:
            node = node[step]
        except AttributeError:
            return None
    return _READ.get(type(figure.value), lambda value: value)(node)


_READ: dict[type, Callable[[Any], object]] = {
    tuple: tuple,
    date: date.fromisoformat,
    Decimal: lambda value: Decimal(str(value)),
}
"""How what OpenFisca holds is compared with what the files say."""


def _rules() -> Iterator[Fault]:
    for name in system.rules():
        if name not in RULES:
            yield Fault(name, "rule-without-words")
    for name in RULES:
        if name not in system.rules():
            yield Fault(name, "words-without-rule")


def _situations() -> Iterator[Fault]:
    for case in cases():
        if fault := case.fault():
            yield Fault(str(case), "situation", fault)
