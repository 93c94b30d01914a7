"""Slips (viết sai): readings in which one letter, or one kind, is wrong and all else is right."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

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
from tinhgon.domain.lookup.writing import Rank, Step, Writing, one_letter_wrong, writing


class Relative(NamedTuple):
    """An entry above or below what was understood, for which the slip may stand.

    `beside` tells whether the entry directly above or below it was said.
    """

    entry: Entry
    path: Path
    beside: bool


class Slip(NamedTuple):
    """A reading with one thing wrong: a letter, or the kind."""

    reading: Reading
    is_kind: bool
    beside: bool


def readings_with_slip(question: Question, start: int = 0) -> list[Reading]:
    """The best readings with one slip; none where what was said is right in another place.

    A letter may be wrong where the unit directly above or below was said: among all communes of a
    province too many are a letter apart. A kind may be wrong where besides one unit alone has the
    name.
    """
    slips = [
        slip
        for cover, span in covers_with_slip(question, start)
        for slip in _slips(question, cover, span)
    ]
    of_kind = {slip.reading.entry.unit for slip in slips if slip.is_kind}
    found = [slip for slip in slips if not slip.is_kind or len(of_kind) == 1]
    return best(slip.reading for slip in found) if any(slip.beside for slip in found) else []


def _slips(question: Question, cover: Cover, span: Span) -> list[Slip]:
    said = [writing(words) for words in question.names(span)]
    found = [
        Slip(_reading(question, base, relative, rank, span), is_kind, relative.beside)
        for base in readings(question, cover)
        for relative in _relatives(question, base)
        for is_kind, rank in [_wrong(question, span, said, relative)]
        if rank
    ]
    return [] if found and _is_right_elsewhere(question, cover, span) else found


def _wrong(
    question: Question, span: Span, said: list[Writing], relative: Relative
) -> tuple[bool, Rank | None]:
    """Whether it is the kind that is wrong were a relative meant, and how nearly all is right."""
    entry, kinds = relative.entry, span.kinds
    name = question.catalogue.writings[entry.name]
    if kinds is None or (entry.level, entry.kind) in kinds:
        ranks = [rank for one in said if (rank := one_letter_wrong(one, name))]
        return False, min(ranks, default=None)
    of_level = relative.beside and any(entry.level == level for level, _ in kinds)
    return True, Rank.SLIP if of_level and name.key in [one.key for one in said] else None


def _relatives(question: Question, base: Reading) -> Iterator[Relative]:
    for place, entry in enumerate(base.path[1:], 1):
        if not base.mentions(entry):
            beside = (base.path[place - 1], *base.path[place + 1 : place + 2])
            yield Relative(entry, base.path, any(map(base.mentions, beside)))
    for path in question.catalogue.below(base.path, question.on):
        yield Relative(path[0], path, path[1] is base.entry)


def _reading(
    question: Question, base: Reading, relative: Relative, rank: Rank, span: Span
) -> Reading:
    is_target = relative.path[0] is relative.entry
    return Reading(
        path=relative.path,
        ranks=ranked(question, [rank, *base.ranks])[: len(base.ranks)],
        step=Step.FUZZY,
        target=Mention(span, {}, False) if is_target else base.target,
        said=base.said | {id(relative.entry)},
    )


def _is_right_elsewhere(question: Question, cover: Cover, span: Span) -> bool:
    """Whether what looks like a slip is right under other parents, or was at another time.

    «Phường Đại Mỗ, Quận Bắc Từ Liêm» contradicts itself even if a ward of the latter had a name
    one letter away.
    """
    return _fits(question, span, [cover[:at] + cover[at + 1 :] for at in range(len(cover))]) or (
        question.on is not None and _fits(replace(question, on=None), span, [cover])
    )


def _fits(question: Question, span: Span, covers: list[Cover]) -> bool:
    """Whether a span, taken as rightly said, fits the mentions of one of these covers."""
    right = _said_rightly(question, span)
    return right is not None and any(
        readings(
            question, (right, *[question.mention(mention.span) or mention for mention in cover])
        )
        for cover in covers
    )


def _said_rightly(question: Question, span: Span) -> Mention | None:
    mention = question.mention(span)
    enough = Rank.SAME if question.is_marked else Rank.FOLDED
    hits = {key: hit for key, hit in mention.hits.items() if hit.rank <= enough} if mention else {}
    return replace(mention, hits=hits) if mention and hits else None
