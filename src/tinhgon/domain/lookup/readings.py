"""Readings: ways to take a query as a unit with units above it, every word explained."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tinhgon.domain.lookup.entries import Entry, Path
from tinhgon.domain.lookup.mentions import Hit, Mention, Question, Span
from tinhgon.domain.lookup.writing import Rank, Step

Cover = tuple[Mention, ...]
"""Mentions that follow one another without a word left over."""


UNMARKED = {
    Rank.SAME: Rank.FOLDED,
    Rank.MARKS_NEARLY: Rank.FOLDED,
    Rank.FOLDED: Rank.FOLDED,
    Rank.LOOSE_MARKS_NEARLY: Rank.LOOSE,
    Rank.LOOSE: Rank.LOOSE,
    Rank.SLIP: Rank.SLIP_FOLDED,
    Rank.SLIP_FOLDED: Rank.SLIP_FOLDED,
}
"""What a rank is worth in a query without marks."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A unit that a cover can mean. `target` mentions it; the others mention units of its path.

    `ranks` are those of all parts, the worst first: the lower, the better the reading.
    """

    path: Path
    ranks: tuple[Rank, ...]
    step: Step
    target: Mention
    said: frozenset[int]

    @property
    def entry(self) -> Entry:
        return self.path[0]

    def mentions(self, entry: Entry) -> bool:
        """Whether an entry of the path was said, and not only understood."""
        return id(entry) in self.said


def covers(question: Question, start: int = 0) -> Iterator[Cover]:
    """All covers of the words from a place on that are more than numbers."""
    for cover, _ in _covers(question, start, _most(question), slips=0):
        if not all(mention.is_bare_number for mention in cover):
            yield cover


def covers_with_slip(question: Question, start: int = 0) -> Iterator[tuple[Cover, Span]]:
    """All covers in which one span is not (yet) understood."""
    for cover, slip in _covers(question, start, _most(question), slips=1):
        if slip is not None and cover:
            yield cover, slip


def _most(question: Question) -> int:
    return len(question.catalogue.jurisdiction.areas)


def _covers(
    question: Question, start: int, most: int, slips: int
) -> Iterator[tuple[Cover, Span | None]]:
    left = len(question.words) - start
    if left == 0:
        yield (), None
    if left == 0 or left > most * question.longest_span:
        return
    for mention in question.mentions(start):
        for cover, slip in _covers(question, mention.span.end, most - 1, slips):
            yield (mention, *cover), slip
    for span in question.spans(start) if slips else ():
        for cover, _ in _covers(question, span.end, most - 1, slips=0):
            yield cover, span


def readings(question: Question, cover: Cover) -> list[Reading]:
    """All units that the mentions can mean together; none where they contradict one another."""
    return [
        reading
        for place, target in enumerate(cover)
        for reading in _with_target(question, target, cover[:place] + cover[place + 1 :])
    ]


def _with_target(question: Question, target: Mention, others: Cover) -> Iterator[Reading]:
    for hit in target.hits.values():
        for path in question.catalogue.paths(hit.entry, question.on):
            above = _above(path, others)
            if above is not None:
                yield _reading(question, path, target, [hit, *above])


def _above(path: Path, others: Cover) -> list[Hit] | None:
    """The best hits by which each other mention means another entry above; None if they cannot."""
    ways = [*_ways(path[1:], others)]
    return min(ways, key=lambda way: sorted([hit.rank for hit in way], reverse=True), default=None)


def _ways(above: Path, others: Cover) -> Iterator[list[Hit]]:
    if not others:
        yield []
        return
    for entry in above:
        hit = others[0].hits.get(id(entry))
        if hit:
            left = tuple([other for other in above if other is not entry])
            for way in _ways(left, others[1:]):
                yield [hit, *way]


def _reading(question: Question, path: Path, target: Mention, hits: list[Hit]) -> Reading:
    return Reading(
        path=path,
        ranks=ranked(question, [hit.rank for hit in hits]),
        step=max([hit.step for hit in hits]),
        target=target,
        said=frozenset([id(hit.entry) for hit in hits]),
    )


def ranked(question: Question, ranks: Sequence[Rank]) -> tuple[Rank, ...]:
    """Ranks to be compared, the worst first. Without any mark in a query, marks decide nothing."""
    given = [*ranks] + [Rank.SAME] * (_most(question) - len(ranks))
    shown = given if question.is_marked else [UNMARKED[rank] for rank in given]
    return tuple(sorted(shown, reverse=True))


def best(found: Iterable[Reading]) -> list[Reading]:
    """Those readings that no other one beats."""
    found = [*found]
    lowest = min([reading.ranks for reading in found], default=())
    return [reading for reading in found if reading.ranks == lowest]
