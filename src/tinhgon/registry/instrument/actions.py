"""What may be done to instruments: enter one that the register lacks (ghi văn bản vào sổ)."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise
from typing import Any

from django.db import IntegrityError, transaction

from tinhgon.audit.acts import act
from tinhgon.audit.record import Actor, record
from tinhgon.documents.models import Instrument, Mark
from tinhgon.domain.documents.numbers import Misnumbered, parse
from tinhgon.registry.revision import changed
from tinhgon.ui.writing import printable

DAYS = ("issued", "in_force", "operative")
"""The days of an instrument, in the order in which they come."""

MOST = {"number": 60, "title": 1_000, "source": 200}
"""So many characters are kept, as where a register is loaded."""

LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*")


class Unregistrable(Exception):
    """An instrument that cannot be entered: `fact` is the box that is wrong, `code` says why."""

    def __init__(self, fact: str, code: str, **facts: Any) -> None:
        super().__init__(f"{fact}: {code}")
        self.fact, self.code, self.facts = fact, code, facts


@act
def register_instrument(
    number: str,
    *,
    by: Actor,
    on: date,
    titles: Mapping[str, str],
    issued: date | None,
    in_force: date | None = None,
    operative: date | None = None,
    mark: str = Mark.KNOWLEDGE,
    source: str = "",
) -> Instrument:
    """Enter an instrument into the register on a day; `titles` say by language what it is about.

    Without the day of issue, which may be unknown, no other may have its number. Raises
    `Unregistrable`.
    """
    made = Instrument(
        number=_as_law_writes(_written(number)),
        issued=issued,
        in_force=in_force,
        operative=operative,
        titles={key: said for key, title in titles.items() if (said := _written(title))},
        mark=mark,
        source=_written(source),
    )
    _check_words(made)
    _check_days(made, on)
    _check_free(made)
    _keep(made)
    changed()
    record(
        "registry.instrument-registered",
        by=by,
        target=f"instrument:{made.pk}",
        on=on.isoformat(),
        number=made.number,
        titles=made.titles,
        mark=made.mark,
        source=made.source,
        **{name: day.isoformat() for name, day in _days(made)},
    )
    return made


def _written(text: str) -> str:
    """A text as the register keeps it: composed, with single blanks, nothing unprintable."""
    return unicodedata.normalize("NFC", " ".join(printable(text).split()))


def _as_law_writes(number: str) -> str:
    """A number as its parts are written; one that is none of law stays as it is."""
    try:
        return str(parse(number))
    except Misnumbered:
        return number


def _check_words(made: Instrument) -> None:
    if not made.number:
        raise Unregistrable("number", "blank-number")
    if not made.titles:
        raise Unregistrable("titles", "untitled")
    for language in made.titles:
        if not LANGUAGE.fullmatch(language):
            raise Unregistrable("titles", "unknown-language", given=language[:60])
    if made.mark not in Mark.values:
        known = ", ".join(Mark.values)
        raise Unregistrable("mark", "unknown-mark", given=made.mark[:60], known=known)
    for fact, longest in (
        ("number", len(made.number)),
        ("title", max(map(len, made.titles.values()))),
        ("source", len(made.source)),
    ):
        if longest > MOST[fact]:
            raise Unregistrable("titles" if fact == "title" else fact, "too-long", most=MOST[fact])


def _check_days(made: Instrument, on: date) -> None:
    """Nothing is issued after today, or binds before it is issued, or works before it binds."""
    if made.issued and made.issued > on:
        raise Unregistrable("issued", "issued-later", day=on)
    for (before, earlier), (after, later) in pairwise(_days(made)):
        if later < earlier:
            code = "before-issue" if before == "issued" else "before-in-force"
            raise Unregistrable(after, code, day=earlier)


def _check_free(made: Instrument) -> None:
    if held := _same(made):
        raise _taken(made, held)


def _keep(made: Instrument) -> None:
    try:
        with transaction.atomic():
            made.save()
    except IntegrityError:  # somebody else was quicker
        raise _taken(made, _same(made)) from None


def _taken(made: Instrument, held: Instrument | None) -> Unregistrable:
    code = "taken" if made.issued else "taken-undated"
    facts = {"id": held.pk, "number": held.number, "day": held.issued} if held else {}
    return Unregistrable("number", code, **{"number": made.number, "day": made.issued, **facts})


def _same(made: Instrument) -> Instrument | None:
    """One of the same number and day; without a day, one of the number: which would it be?"""
    held = Instrument.objects.order_by("-issued")
    held = held.filter(issued=made.issued) if made.issued else held
    called = _called(made.number)
    return next((one for one in held if _called(one.number) == called), None)


def _called(number: str) -> str:
    """What all writings of a number share: 07/QĐ-UBND, 7/QĐ-UBND and 7/qđ-ubnd are the same."""
    try:
        return parse(number).key.casefold()
    except Misnumbered:
        return number.casefold()


def _days(made: Instrument) -> Iterator[tuple[str, date]]:
    """Those of its days that are known, by name."""
    return ((name, day) for name in DAYS if (day := getattr(made, name)))
