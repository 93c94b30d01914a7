"""Words and marks of a text one by one, and phrases sought among them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

WORD = re.compile(r"[đĐ]/c\b|\d+(?:[./]\d+)*%?|\w[\w&]*|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark, and where it stands."""

    text: str
    lower: str
    start: int
    end: int

    @property
    def is_capital(self) -> bool:
        """Whether it is a word that begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def is_word(self) -> bool:
        return self.text[0].isalnum()


Tokens = Sequence[Token]


def tokens_of(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens between two places of a text."""
    places = WORD.finditer(text, start, len(text) if end is None else end)
    return [Token(one[0], one[0].lower(), *one.span()) for one in places]


class Phrases:
    """A set of phrases, of which the longest that stands at a place is found."""

    def __init__(self, phrases: Iterable[str]) -> None:
        cut = [tuple(token.lower for token in tokens_of(phrase)) for phrase in phrases]
        self._known = frozenset(cut)
        self._longest = max(map(len, cut))

    def at(self, tokens: Tokens, place: int) -> int:
        """How many tokens the longest phrase at a place has; 0 where none stands."""
        words = tuple(token.lower for token in tokens[place : place + self._longest])
        lengths = range(len(words), 0, -1)
        return next((length for length in lengths if words[:length] in self._known), 0)
