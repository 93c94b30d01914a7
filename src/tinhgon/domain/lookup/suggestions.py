"""Suggestions (gợi ý): near misses for a query that means no unit."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from tinhgon.domain.lookup.catalogue import stands
from tinhgon.domain.lookup.entries import Entry, Found, Path
from tinhgon.domain.lookup.fronts import fronts
from tinhgon.domain.lookup.mentions import Question, Span
from tinhgon.domain.lookup.readings import Cover, covers, covers_with_slip, readings
from tinhgon.domain.lookup.words import Gap
from tinhgon.domain.lookup.writing import Writing, writing

MOST = 5

Scored = tuple[float, Path]


def suggestions(question: Question) -> tuple[Found, ...]:
    """Up to five units that may have been meant, the likeliest first.

    Those of other days are among them where everything said fits them.
    """
    starts = [0, *[front.end for front in fronts(question) if front.is_address]]
    ever = replace(question, on=None)
    scored = [
        scored
        for start in starts
        for scored in [*_at_other_times(ever, start), *_near(question, start)]
    ] or [*_by_name_alone(question)]
    likeliest: dict[str, Path] = {}
    for _, path in sorted(scored, key=_likeliest_first):
        likeliest.setdefault(path[0].unit, path)
    return tuple([Found(unit, path) for unit, path in likeliest.items()][:MOST])


def _likeliest_first(scored: Scored) -> tuple[float, str]:
    return -scored[0], scored[1][0].unit


def _at_other_times(ever: Question, start: int) -> Iterator[Scored]:
    """Units that all that was said fits, whenever they stood."""
    for cover in covers(ever, start):
        yield from ((2.0, reading.path) for reading in readings(ever, cover))


def _near(question: Question, start: int) -> Iterator[Scored]:
    """Units that fit all but one part of what was said."""
    for cover, span in covers_with_slip(question, start):
        if not all(mention.is_bare_number for mention in cover):
            yield from _beside(question, cover, span)


def _beside(question: Question, cover: Cover, span: Span) -> Iterator[Scored]:
    """What the other parts mean, and what is below it with a name like the one not understood."""
    said = [writing(words) for words in question.names(span)]
    for base in readings(question, cover):
        yield 0.5 + 0.1 * len(base.path), base.path
        for path in question.catalogue.below(base.path, question.on):
            alike = _likeness(said[0], question.catalogue.writings[path[0].name])
            if alike > 0.35:
                yield alike, path


def _likeness(one: Writing, other: Writing) -> float:
    """The share of pairs of letters that two names have in common, from 0 to 1."""
    pairs, others = _pairs(one.folded), _pairs(other.folded)
    return 2 * len(pairs & others) / (len(pairs) + len(others))


@lru_cache(maxsize=20_000)
def _pairs(text: str) -> frozenset[str]:
    framed = f" {text} "
    return frozenset([framed[place : place + 2] for place in range(len(framed) - 1)])


def _by_name_alone(question: Question) -> Iterator[Scored]:
    """Units of any kind with a name that was said, or with one a letter away."""
    for span in _spans(question):
        mention = question.mention(span._replace(kinds=None))
        if mention and mention.is_bare_number and span.kinds is None:
            continue  # a number alone is anything
        for hit in mention.hits.values() if mention else ():
            yield from _scored(question, hit.entry, len(hit.entry.name))
        for words in question.names(span):
            for entry in question.catalogue.one_letter_from(writing(words)):
                yield from _scored(question, entry, len(entry.name) - 2)


def _spans(question: Question) -> Iterator[Span]:
    """Whole pieces, with and without the kind before the name."""
    ends = [place for place, spoken in enumerate(question.words) if spoken.gap > Gap.NONE]
    for start in {0, *ends}:
        yield from (
            span for span in question.spans(start) if span.end in {*ends, len(question.words)}
        )


def _scored(question: Question, entry: Entry, score: float) -> Iterator[Scored]:
    if stands(entry, question.on):
        yield from ((score, path) for path in question.catalogue.paths(entry, question.on))
