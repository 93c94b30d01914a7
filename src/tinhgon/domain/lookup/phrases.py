"""Phrases: words of the jurisdiction file that are recognised in a query."""

from collections.abc import Iterable

from tinhgon.domain.lookup.spelling import Speller
from tinhgon.domain.lookup.words import Words, cut, folded, is_marked, spelled


class Phrases:
    """A set of phrases. Marks count where somebody writes them: «Dương» is not «đường»."""

    def __init__(self, texts: Iterable[str], speller: Speller) -> None:
        phrases = [cut(text, speller) for text in texts]
        self._spelled = frozenset([spelled(phrase) for phrase in phrases])
        self._folded = frozenset([folded(phrase) for phrase in phrases])
        self._lengths = {len(phrase) for phrase in phrases if phrase}

    def at_start(self, words: Words) -> int:
        """How many words the longest phrase has with which these words begin; 0 if none."""
        return self._longest([words[:length] for length in self._lengths])

    def at_end(self, words: Words) -> int:
        """How many words the longest phrase has with which these words end; 0 if none."""
        return self._longest([words[-length:] for length in self._lengths])

    def _longest(self, said: list[Words]) -> int:
        return max([len(words) for words in said if self._has(words)], default=0)

    def _has(self, words: Words) -> bool:
        if is_marked(words):
            return spelled(words) in self._spelled
        return folded(words) in self._folded
