"""Mentions: places in a query where a unit may be named, with or without its kind."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from tinhgon.domain.lookup.catalogue import Catalogue, stands
from tinhgon.domain.lookup.entries import Entry
from tinhgon.domain.lookup.kinds import Kind
from tinhgon.domain.lookup.spelling import Word
from tinhgon.domain.lookup.words import Gap, Words, folded, spelled
from tinhgon.domain.lookup.writing import (
    Rank,
    Step,
    Writing,
    compare,
    key_of,
    with_numeral,
    writing,
)


class Hit(NamedTuple):
    """An entry that a mention may mean, and how exactly it was said."""

    entry: Entry
    rank: Rank
    step: Step


Hits = dict[int, Hit]
"""Hits by the identity of their entries."""


class Span(NamedTuple):
    """Words that stand for a name, with the kinds said beside it; None where none is said."""

    start: int
    end: int
    name_start: int
    name_end: int
    kinds: dict[Kind, Step] | None


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names at least one unit."""

    span: Span
    hits: Hits
    is_bare_number: bool


@dataclass
class Question:
    """The words of a query, and what may be mentioned where on the day asked about.

    `is_marked` tells whether whoever wrote the query used marks at all. `across` lets a mention
    reach over separators, for queries with stray ones.
    """

    catalogue: Catalogue
    words: Words
    on: date | None
    is_marked: bool
    across: bool = False
    _spans: dict[int, list[Span]] = field(default_factory=dict, init=False)
    _mentions: dict[int, list[Mention]] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        self.folded = folded(self.words)
        self.spelled = spelled(self.words)
        # people put spaces where the register has none
        self.longest_name = self.catalogue.longest_name + 2
        self.longest_span = self.longest_name + self.catalogue.kinds.longest
        self._bare = [spoken.word for spoken in self.words]
        self._reach = self._reaches()

    def _reaches(self) -> list[int]:
        """For each place, where a mention that begins there must end at the latest."""
        reach = len(self.words)
        reaches = []
        for place in range(len(self.words) - 1, -1, -1):
            reaches.append(reach)
            if self.words[place].gap is Gap.HARD and not self.across:
                reach = place
        return [*reversed(reaches), reach]

    def mentions(self, start: int) -> list[Mention]:
        """All mentions that begin with the word at this place."""
        if start not in self._mentions:
            found = map(self.mention, self.spans(start))
            self._mentions[start] = [mention for mention in found if mention]
        return self._mentions[start]

    def mention(self, span: Span) -> Mention | None:
        """What a span names, if anything."""
        hits: Hits = {}
        numbers = True
        for words in self.names(span):
            posted = self.catalogue.postings.get(key_of(words))
            if not posted:
                continue
            said = writing(words)
            for name, entries in posted:
                found = self._hits(span, said, name, entries)
                numbers = numbers and (name.is_number or not found)
                for hit in found:
                    better = hits.get(id(hit.entry))
                    if better is None or hit.rank < better.rank:
                        hits[id(hit.entry)] = hit
        return Mention(span, hits, span.kinds is None and numbers) if hits else None

    def _hits(self, span: Span, said: Writing, name: Writing, entries: list[Entry]) -> list[Hit]:
        if said.words != name.words and self._has_gap(span):
            return []
        step, rank = compare(said, name)
        standing = [entry for entry in entries if stands(entry, self.on)]
        if span.kinds is None:
            return [Hit(entry, rank, step) for entry in standing]
        kinds = [(entry, span.kinds.get((entry.level, entry.kind))) for entry in standing]
        return [
            Hit(entry, max(rank, Rank.FOLDED) if kind is Step.FOLDED else rank, max(step, kind))
            for entry, kind in kinds
            if kind is not None
        ]

    def names(self, span: Span) -> list[list[Word]]:
        """The name of a span as it stands, and with a last word that may be a Roman numeral.

        A word alone is a numeral only after a kind or between separators: in «X Mỹ Thọ» it is none.
        """
        words = self._bare[span.name_start : span.name_end]
        if len(words) == 1 and span.kinds is None and not self._is_piece(span):
            return [words]
        numeral = with_numeral(words, self.catalogue.speller)
        return [words, numeral] if numeral else [words]

    def _has_gap(self, span: Span) -> bool:
        """Whether a name has dashes and the like in it, over which no words are run together."""
        words = self.words[span.name_start + 1 : span.name_end]
        return any(spoken.gap is Gap.SOFT for spoken in words)

    def _is_piece(self, span: Span) -> bool:
        bounds = [bound for bound in (span.start, span.end) if 0 < bound < len(self.words)]
        return all(self.words[bound].gap >= Gap.SOFT for bound in bounds)

    def spans(self, start: int) -> list[Span]:
        """All spans that begin at a place: with a kind where one is said, and without."""
        if start not in self._spans:
            bare = [Span(start, end, start, end, None) for end in self._ends(start)]
            self._spans[start] = [*bare, *self._with_kinds(start)]
        return self._spans[start]

    def _with_kinds(self, start: int) -> Iterator[Span]:
        for affix in self.catalogue.kinds.before(self.folded, start):
            name_start = start + len(affix.before)
            for name_end in self._ends(name_start):
                end = name_end + len(affix.after)
                if self.folded[name_end:end] == affix.after and end <= self._reach[start]:
                    said = self.spelled[start:name_start] + self.spelled[name_end:end]
                    yield Span(start, end, name_start, name_end, affix.steps(said))

    def _ends(self, start: int) -> range:
        """Where a name that begins at a place may end."""
        return range(start + 1, min(self._reach[start], start + self.longest_name) + 1)
