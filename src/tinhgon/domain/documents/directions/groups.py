"""Of whom a group that a text names consists: «UBND các xã, phường», «các phường Ba Đình, Cửa Nam».

Which units those are is for the register to say; here is what the words ask for.
"""

from dataclasses import dataclass

from tinhgon.domain.documents.directions import lexicon
from tinhgon.domain.documents.directions.agencies import AREAS, HEADS, MEMBERS, PLURAL
from tinhgon.domain.documents.directions.tokens import Tokens, tokens_of

SEPARATORS = {",", "và", "-", "–"}


@dataclass(frozen=True, kw_only=True)
class Group:
    """What is said of a group, in small letters: the kinds of its members, and names of some.

    With a `head` the members are the areas in which bodies of that kind stand.
    """

    head: str = ""
    members: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


def read_group(name: str) -> Group | None:
    """What the name of a group says; None where it is none."""
    tokens = tokens_of(name)
    head = HEADS.at(tokens, 0)
    plural = PLURAL.at(tokens, head)
    if not plural:
        return None
    members, place = _members(tokens, head + plural)
    said = _words(tokens, 0, head)
    return Group(
        head=lexicon.SHORT.get(said, said).lower(),
        members=tuple(members),
        names=tuple(_names(tokens, place)),
    )


def _members(tokens: Tokens, place: int) -> tuple[list[str], int]:
    found: list[str] = []
    begin = place
    while length := MEMBERS.at(tokens, begin):
        place = begin + length
        found.append(_words(tokens, begin, place))
        separated = place < len(tokens) and tokens[place].lower in SEPARATORS
        begin = place + 1 if separated else len(tokens)
    return found, place


def _names(tokens: Tokens, place: int) -> list[str]:
    """The proper names that follow: runs of words with capitals that are no kind of area."""
    found: list[str] = []
    goes_on = False
    while place < len(tokens):
        length = AREAS.at(tokens, place)
        if length or not tokens[place].is_capital:
            goes_on = False
            place += length or 1
            continue
        if goes_on:
            found[-1] += f" {tokens[place].lower}"
        else:
            found.append(tokens[place].lower)
        goes_on = True
        place += 1
    return found


def _words(tokens: Tokens, start: int, end: int) -> str:
    return " ".join(token.lower for token in tokens[start:end])
