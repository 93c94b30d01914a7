"""What the register of documents knows of numbers that stand in a text."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from tinhgon.documents.models import Instrument
from tinhgon.domain.documents.citations import Citation, Registered, completed, find_citations
from tinhgon.domain.documents.kinds import kind_in_title
from tinhgon.domain.documents.numbers import Misnumbered, Number, parse
from tinhgon.temporal.database import is_prepared


def cited(text: str) -> tuple[Citation, ...]:
    """The documents that a text names, with what the register adds; one query.

    An installation without a database yet reads as well, and adds nothing.
    """
    found = find_citations(text)
    return completed(found, registered(one.number for one in found)) if is_prepared() else found


def registered(numbers: Iterable[Number]) -> Mapping[str, tuple[Registered, ...]]:
    """What is registered under numbers, by their keys; one query."""
    return {
        key: tuple(Registered(kind_in_title(one.titles.get("vi", "")), one.issued) for one in held)
        for key, held in instruments_numbered(numbers).items()
    }


def instruments_numbered(numbers: Iterable[Number]) -> Mapping[str, list[Instrument]]:
    """The instruments that bear numbers, by their keys; one query."""
    found: dict[str, list[Instrument]] = defaultdict(list)
    written = {form for number in numbers for form in (str(number), number.key, f"0{number.key}")}
    for instrument in Instrument.objects.filter(number__in=written).order_by("number", "issued"):
        found[_key(instrument.number)].append(instrument)
    return found


def _key(written: str) -> str:
    try:
        return parse(written).key
    except Misnumbered:
        return written
