"""Spans (vị trí trong văn bản): where in a text something stands, counted as whoever gave it does.

Texts come with composed and with separate marks. They are read composed; what is found is told in
characters of the text as it was given.
"""

import unicodedata
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, order=True)
class Span:
    """The characters [start, end) of a text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words that stand there."""
        return text[self.start : self.end]


@dataclass(frozen=True)
class Text:
    """A text as it was given, and composed for reading."""

    given: str

    @cached_property
    def composed(self) -> str:
        return unicodedata.normalize("NFC", self.given)

    def span(self, start: int, end: int) -> Span:
        """Where characters of the composed text stand in the given one."""
        if self.composed == self.given:
            return Span(start, end)
        return Span(self._places[start], self._places[end])

    @cached_property
    def _places(self) -> list[int]:
        """For each place of the composed text the one of the given text."""
        places: list[int] = []
        start = 0
        for end in range(1, len(self.given) + 1):
            # a mark belongs to the letter before it
            if end < len(self.given) and unicodedata.combining(self.given[end]):
                continue
            places += [start] * len(unicodedata.normalize("NFC", self.given[start:end]))
            start = end
        return [*places, len(self.given)]
