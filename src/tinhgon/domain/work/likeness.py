"""Whether two works ask for the same (trùng việc): by the words in which they are given."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

WORD = re.compile(r"[^\W\d_]+|\d+")
SAYS_NOTHING = frozenset(
    WORD.findall(
        "các của và về việc theo cho tại trên trong với để từ đến là được có này đó những một "
        "thực hiện tiếp tục chỉ đạo khẩn trương chủ động phối hợp chủ trì "
        "the of and to in on for a"
    )
)
"""Words that stand in every task."""

ENOUGH = 0.6
"""Of all words of both, so many must stand in both."""

FEWEST = 3


def is_alike(one: str, other: str) -> bool:
    """Whether two titles ask for the same, as far as words can tell; it is a hint, no judgement."""
    first, second = words_of(one), words_of(other)
    both = len(first & second)
    return both >= FEWEST and both >= ENOUGH * len(first | second)


def alike(title: str, others: Iterable[tuple[str, str]]) -> list[str]:
    """Of others, by key and title, the keys of those that ask for the same."""
    return [key for key, said in others if is_alike(title, said)]


@lru_cache(maxsize=20_000)
def words_of(title: str) -> frozenset[str]:
    """The words of a title that say something, however they are typed."""
    written = unicodedata.normalize("NFC", title).lower()
    return frozenset(WORD.findall(written)) - SAYS_NOTHING
