"""Slips (viết sai): readings in which one letter, or one kind, is wrong and all else is right."""

from collections.abc import Iterator

from tinhgon.domain.lookup.catalogue import stands
from tinhgon.domain.lookup.entries import Entry, Path
from tinhgon.domain.lookup.mentions import Mention, Question, Span
from tinhgon.domain.lookup.readings import (
    Cover,
    Reading,
    best,
    covers_with_slip,
    ranked,
    readings,
)
from tinhgon.domain.lookup.writing import (
    Rank,
    Step,
    Writing,
    compare,
    one_letter_wrong,
    writing,
)


def readings_with_slip(question: Question, start: int = 0) -> list[Reading]:
    """The best readings with one slip; none where what was said is right in another place.

    A kind is taken for a slip only where the unit is the one and directly above or below it
    another one was said.
    """
    found = [
        reading
        for cover, span in covers_with_slip(question, start)
        for reading in _readings(question, cover, span)
    ]
    return best(found)


def _readings(question: Question, cover: Cover, span: Span) -> Iterator[Reading]:
    said = [writing(words) for words in question.names(span)]
    for base in readings(question, cover):
        ...
