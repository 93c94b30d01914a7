"""Mentions: places in a query where a unit may be named, with or without its kind."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from tinhgon.domain.lookup.catalogue import Catalogue, stands
from tinhgon.domain.lookup.entries import Entry
from tinhgon.domain.lookup.kinds import Affix, Kind
from tinhgon.domain.lookup.spelling import Word
from tinhgon.domain.lookup.words import Gap, Words, folded, is_marked, spelled
from tinhgon.domain.lookup.writing import (
    Rank,
    Step,
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


@dataclass(frozen=True, slots=True)
class Span:
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

    `across` lets a mention reach over separators, for queries with stray ones.
    """

    catalogue: Catalogue
    words: Words
    on: date | None
    across: bool = False
    _mentions: dict[int, list[Mention]] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        self.is_marked = is_marked(self.words)
        # people put spaces where the register has none
        self.longest_name = self.catalogue.longest_name + 2
        self.longest_span = self.longest_name + self.catalogue.kinds.longest

    def mentions(self, start: int) -> list[Mention]:
        """All mentions that begin with the word at this place."""
        if start not in self._mentions:
            self._mentions[start] = [
                mention
                for span in self.spans(start)
                if (mention := self.mention(span)) is not None
            ]
        return self._mentions[start]

    def mention(self, span: Span) -> Mention | None:
        """What a span names, if anything."""
        hits: Hits = {}
        names = False
        for words in self.names(span):
            posted = self.catalogue.postings.get(key_of(words), ())
            for name, entries in posted:
                step, rank = compare(writing(words), name)
                for entry in entries:
                    hit = self._hit(entry, span, step, rank)
                    if hit and (id(entry) not in hits or hits[id(entry)].rank > hit.rank):
                        hits[id(entry)] = hit
                        names = names or not name.is_number
        return Mention(span, hits, span.kinds is None and not names) if hits else None

    def _hit(self, entry: Entry, span: Span, step: Step, rank: Rank) -> Hit | None:
        if not stands(entry, self.on):
            return None
        if span.kinds is None:
            return Hit(entry, rank, step)
        said = span.kinds.get((entry.level, entry.kind))
        if said is None:
            return None
        return Hit(entry, max(rank, Rank.FOLDED) if said is Step.FOLDED else rank, max(step, said))

    def names(self, span: Span) -> list[list[Word]]:
        """The name of a span as it stands, and with a last word that may be a Roman numeral."""
        words = [spoken.word for spoken in self.words[span.name_start : span.name_end]]
        numeral = with_numeral(words, self.catalogue.speller)
        return [words, numeral] if numeral else [words]

    def spans(self, start: int) -> Iterator[Span]:
        """All spans that begin at a place: with a kind where one is said, and without."""
        for end in self._ends(start):
            yield Span(start, end, start, end, None)
        for affix in self.catalogue.kinds.before(self.words, start):
            name_start = start + len(affix.before)
            for name_end in self._ends(name_start):
                span = self._with_kind(start, name_start, name_end, affix)
                if span:
                    yield span

    def _with_kind(self, start: int, name_start: int, name_end: int, affix: Affix) -> Span | None:
        end = name_end + len(affix.after)
        if folded(self.words[name_end:end]) != affix.after or self._is_cut(start, end):
            return None
        said = spelled(self.words[start:name_start]) + spelled(self.words[name_end:end])
        return Span(start, end, name_start, name_end, affix.steps(said))

    def _ends(self, start: int) -> Iterator[int]:
        """Where a name that begins at a place may end."""
        for end in range(start + 1, min(len(self.words), start + self.longest_name) + 1):
            if self._is_cut(start, end):
                return
            yield end

    def _is_cut(self, start: int, end: int) -> bool:
        return not self.across and any(
            spoken.gap is Gap.HARD for spoken in self.words[start + 1 : end]
        )
