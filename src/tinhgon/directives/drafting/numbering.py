"""The number of a directive itself: of an instrument of the register, or one that it lacks yet.

What the register lacks is entered when the directive is issued, in the same act.
"""

from datetime import date
from typing import Any

from tinhgon.audit.record import Actor
from tinhgon.directives.models import Directive
from tinhgon.directives.refusals import Refused
from tinhgon.documents.models import Instrument, Mark
from tinhgon.documents.queries import instruments_numbered
from tinhgon.documents.refusals import misnumbered_words
from tinhgon.domain.documents.numbers import Misnumbered, parse
from tinhgon.registry.instrument.actions import MOST, Unregistrable, register_instrument
from tinhgon.registry.queries import instrument_numbered
from tinhgon.staff.staffing import Names


def as_law_writes(number: str) -> str:
    """A number as it is kept. Raises `Refused` where it is none, and says how it must look."""
    try:
        return str(parse(number))
    except Misnumbered as wrong:
        raise Refused("misnumbered", number=number[:60], why=misnumbered_words(wrong)) from None


def number_given(number: str | None) -> dict[str, Any]:
    """What a number says of a heading: the instrument that has it, else the number itself.

    Raises `Refused` where it is no number.
    """
    if not number:
        return {}
    found = instrument_numbered(number)
    return {"instrument": found} if found else {"number": as_law_writes(number)}


def entered(directive: Directive, *, by: Actor, on: date) -> Instrument | None:
    """The instrument that a directive is, entered if the register lacks it; one under its number.

    Raises `Refused`.
    """
    if directive.instrument or not directive.number:
        return directive.instrument
    number = parse(directive.number)
    alike = instruments_numbered([number]).get(number.key, [])
    there = next((one for one in alike if one.issued == directive.day), None)
    if there:
        return there
    try:
        return register_instrument(
            directive.number,
            by=by,
            on=on,
            titles={"vi": directive.title},
            issued=directive.day,
            mark=Mark.PRIMARY,
            source=Names().unit(directive.unit.key)[: MOST["source"]],
        )
    except Unregistrable:
        raise Refused("number-taken", number=directive.number, day=directive.day) from None
