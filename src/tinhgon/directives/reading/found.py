"""What was found in a conclusion: the documents it cites, drafts of tasks, the text with marks."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from tinhgon.documents import queries
from tinhgon.documents.models import Instrument
from tinhgon.documents.queries import instruments_numbered
from tinhgon.domain.documents.citations import Citation
from tinhgon.domain.documents.directions import Draft
from tinhgon.domain.documents.heads import head_of
from tinhgon.domain.documents.numbers import Number

MOST_TEXT = 200_000
"""So many characters of a text are shown again; all of it is read."""


@dataclass(frozen=True)
class Cited:
    """A document that the text names: how often, and as what it is registered, if it is."""

    citation: Citation
    times: int
    registered: Sequence[Instrument]

    @property
    def number(self) -> Number:
        return self.citation.number


@dataclass(frozen=True)
class Piece:
    """A part of the text: of which draft it is (from 1, else 0), and whether it is a number."""

    text: str
    draft: int
    cites: bool
    begins: bool


@dataclass(frozen=True)
class Found:
    """A text with what it names and what it charges people with."""

    text: str
    citations: Sequence[Citation]
    drafts: Sequence[Draft]

    @cached_property
    def documents(self) -> list[Cited]:
        """Each document once, in the order of the text; one query."""
        times = Counter(one.number.key for one in self.citations)
        first = {one.number.key: one for one in reversed(self.citations)}
        known = instruments_numbered(one.number for one in first.values())
        order = sorted(first.items(), key=lambda one: one[1].span.start)
        return [Cited(one, times[key], known.get(key, ())) for key, one in order]

    @property
    def is_cut(self) -> bool:
        """Whether only the beginning of the text is shown again."""
        return len(self.text) > MOST_TEXT

    @property
    def pieces(self) -> Iterator[Piece]:
        """The beginning of the text, cut where a draft or a number begins or ends."""
        end = min(len(self.text), MOST_TEXT)
        drafts, citations = _Inside(self.drafts), _Inside(self.citations)
        cuts = {0, end, *(cut for cut in (*drafts.cuts, *citations.cuts) if cut < end)}
        seen = {0}
        for start, stop in pairwise(sorted(cuts)):
            draft = drafts.at(start)
            begins = draft not in seen
            seen.add(draft)
            yield Piece(self.text[start:stop], draft, bool(citations.at(start)), begins)


def found_in(text: str, drafts: Sequence[Draft] = ()) -> Found:
    """What a text names besides its own number, and the drafts that were read in it."""
    own = head_of(text).number
    cited = queries.cited(text)
    return Found(text, [one for one in cited if own is None or one.number.key != own.key], drafts)


class _Inside:
    """Which of many spans a place is in."""

    def __init__(self, many: Sequence[Citation | Draft]) -> None:
        self.places = sorted((one.span.start, one.span.end, n) for n, one in enumerate(many, 1))
        self.starts = [start for start, _end, _number in self.places]

    @property
    def cuts(self) -> Iterator[int]:
        for start, end, _number in self.places:
            yield from (start, end)

    def at(self, place: int) -> int:
        """The number of the last that begins before a place and holds it, from 1; else 0."""
        index = bisect_right(self.starts, place) - 1
        if index < 0:
            return 0
        _start, end, number = self.places[index]
        return number if place < end else 0
