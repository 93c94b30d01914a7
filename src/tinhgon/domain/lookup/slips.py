"""Slips (viết sai): readings in which one letter, or one kind, is wrong and all else is right."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

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
from tinhgon.domain.lookup.writing import Rank, Step, Writing, compare, one_letter_wrong, writing


@dataclass(frozen=True, slots=True)
class Relative:
    """An entry above or below what was understood, for which the slip may stand.

    `beside` tells whether the entry directly above or below it was said.
    """

    entry: Entry
    path: Path
    beside: bool


def readings_with_slip(question: Question, start: int = 0) -> list[Reading]:
    """The best readings with one slip; none where what was said is right in another place.

    A kind counts as a slip only where the entry directly above or below was said too, and where
    one unit alone has the name.
    """
    slipped = [*covers_with_slip(question, start)]
    letters = [r for cover, span in slipped for r in _letters(question, cover, span)]
    kinds = [r for cover, span in slipped for r in _kinds(question, cover, span)]
    if len({reading.entry.unit for reading in kinds}) > 1:
        kinds = []
    return best(letters + kinds)


def _letters(question: Question, cover: Cover, span: Span) -> list[Reading]:
    said = [writing(words) for words in question.names(span)]
    found = [
        _reading(question, base, relative, rank, span)
        for base in readings(question, cover)
        for relative in _relatives(question, base)
        if _may_be(relative.entry, span)
        and (rank := _rank_of_letters(question, said, relative.entry)) is not None
    ]
    return [] if found and is_right_elsewhere(question, cover, span) else found


def _kinds(question: Question, cover: Cover, span: Span) -> list[Reading]:
    if span.kinds is None:
        return []
    said = [writing(words) for words in question.names(span)]
    found = [
        _reading(question, base, relative, rank, span)
        for base in readings(question, cover)
        for relative in _relatives(question, base)
        if relative.beside
        and not _may_be(relative.entry, span)
        and relative.entry.level in {level for level, _ in span.kinds}
        and (rank := _rank_of_name(question, said, relative.entry)) is not None
    ]
    return [] if found and is_right_elsewhere(question, cover, span) else found


def _may_be(entry: Entry, span: Span) -> bool:
    return span.kinds is None or (entry.level, entry.kind) in span.kinds


def _rank_of_letters(question: Question, said: list[Writing], entry: Entry) -> Rank | None:
    name = question.catalogue.writings[entry.name]
    ranks = [rank for one in said if (rank := one_letter_wrong(one, name)) is not None]
    return min(ranks, default=None)


def _rank_of_name(question: Question, said: list[Writing], entry: Entry) -> Rank | None:
    name = question.catalogue.writings[entry.name]
    steps = [compare(one, name)[0] for one in said if one.key == name.key]
    if not steps:
        return None
    return Rank.SLIP_FOLDED if min(steps) is Step.FOLDED else Rank.SLIP


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


def is_right_elsewhere(question: Question, cover: Cover, span: Span) -> bool:
    """Whether what looks like a slip is right where one of the other mentions is left out.

    «Phường Đại Mỗ, Quận Bắc Từ Liêm» contradicts itself even if a ward of the latter had a name
    one letter away. What was right at another time is no slip either.
    """
    for asked in (question, replace(question, on=None)):
        mention = asked.mention(span)
        right = mention and _said_rightly(asked, mention)
        if right and _fits_without_one(asked, cover, right):
            return True
    return False


def _said_rightly(question: Question, mention: Mention) -> Mention | None:
    enough = Rank.SAME if question.is_marked else Rank.FOLDED
    hits = {key: hit for key, hit in mention.hits.items() if hit.rank <= enough}
    return replace(mention, hits=hits) if hits else None


def _fits_without_one(question: Question, cover: Cover, right: Mention) -> bool:
    again = [question.mention(mention.span) for mention in cover]
    mentions = [mention for mention in again if mention]
    return any(
        readings(question, (right, *mentions[:place], *mentions[place + 1 :]))
        for place in range(len(mentions))
    )
