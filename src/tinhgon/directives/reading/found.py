"""What was found in a conclusion: the documents it cites, drafts of tasks, the text with marks."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from tinhgon.documents.models import Instrument
from tinhgon.domain.documents.citations import Citation
from tinhgon.domain.documents.directions import Draft
from tinhgon.domain.documents.numbers import Number


@dataclass(frozen=True)
class Cited:
    """A document that the text names: how often, and as what it is registered, if it is."""

    citation: Citation
    times: int
    registered: tuple[Instrument, ...]

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
        written = {form for one in first.values() for form in (str(one.number), one.number.key)}
        known: dict[str, list[Instrument]] = {}
        for instrument in Instrument.objects.filter(number__in=written).order_by("issued"):
            known.setdefault(instrument.number, []).append(instrument)
        order = sorted(first.values(), key=lambda one: one.span.start)
        return [
            Cited(
                one,
                times[one.number.key],
                tuple(known.get(str(one.number)) or known.get(one.number.key) or ()),
            )
            for one in order
        ]

    @property
    def pieces(self) -> Iterator[Piece]:
        """The text cut where a draft or a number begins or ends."""
        spans = [one.span for one in (*self.drafts, *self.citations)]
        cuts = {0, len(self.text), *(cut for span in spans for cut in (span.start, span.end))}
        places = sorted(cuts)
        seen: set[int] = set()
        for start, end in pairwise(places):
            draft = self._draft_at(start)
            yield Piece(self.text[start:end], draft, self._cites_at(start), draft not in seen)
            seen.add(draft)

    def _draft_at(self, place: int) -> int:
        inside = (n for n, one in enumerate(self.drafts, 1) if _holds(one, place))
        return next(inside, 0)

    def _cites_at(self, place: int) -> bool:
        return any(_holds(one, place) for one in self.citations)


def _holds(one: Citation | Draft, place: int) -> bool:
    return one.span.start <= place < one.span.end
