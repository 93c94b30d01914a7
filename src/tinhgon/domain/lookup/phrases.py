"""Phrases: words of the jurisdiction file that are recognised in a query."""

from collections.abc import Iterable

from tinhgon.domain.lookup.spelling import Speller
from tinhgon.domain.lookup.words import Words, cut, folded, is_marked, spelled


class Phrases:
    """A set of phrases.

    Where words have marks, or all words around them (`marked`), a phrase must have the same:
    «Dương» is not «đường».
    """

    def __init__(self, texts: Iterable[str], speller: Speller) -> None:
        phrases = [cut(text, speller) for text in texts]
        self._spelled = frozenset([spelled(phrase) for phrase in phrases])
        self._folded = frozenset([folded(phrase) for phrase in phrases])
        self._first = frozenset([phrase[:1] for phrase in self._folded])
        self._last = frozenset([phrase[-1:] for phrase in self._folded])
        self._lengths = {len(phrase) for phrase in phrases if phrase}

    def at_start(self, words: Words, marked: bool = False) -> int:
        """How many words the longest phrase has with which these words begin; 0 if none."""
        if folded(words[:1]) not in self._first:
            return 0
        return self._longest([words[:length] for length in self._lengths], marked)

    def at_end(self, words: Words, marked: bool = False) -> int:
        """How many words the longest phrase has with which these words end; 0 if none."""
        if folded(words[-1:]) not in self._last:
            return 0
        return self._longest([words[-length:] for length in self._lengths], marked)

    def _longest(self, said: list[Words], marked: bool) -> int:
        return max([len(words) for words in said if self._has(words, marked)], default=0)

    def _has(self, words: Words, marked: bool) -> bool:
        if marked or is_marked(words):
            return spelled(words) in self._spelled
        return folded(words) in self._folded
