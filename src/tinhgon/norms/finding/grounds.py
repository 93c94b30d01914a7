"""What a verdict rests on, as pages show it: provisions with their marks, and what was asked."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from tinhgon.law.marks import DISCS
from tinhgon.norms.finding import words


@dataclass(frozen=True)
class Grounds:
    """The grounds of a verdict, from its document."""

    document: words.Document

    @cached_property
    def provisions(self) -> list[tuple[words.Cited, str]]:
        """What the law says, with the disc of its mark."""
        return [(one, DISCS[one.mark]) for one in words.provisions(self.document)]

    @property
    def citations(self) -> list[tuple[str, date | None, str]]:
        """Where the law says it, since when, and the disc of its mark; each once."""
        found = ((one.citation, one.since, disc) for one, disc in self.provisions)
        return list(dict.fromkeys(found))

    @cached_property
    def inputs(self) -> list[tuple[str, str]]:
        """What the law was asked with."""
        return words.inputs(self.document)

    @property
    def unjudged(self) -> bool:
        """Whether the law gave no answer."""
        return bool(self.document["severity"] == "unjudged")

    @property
    def found(self) -> Any:
        """How many were found, where the rule counts."""
        return self.document["found"]

    @property
    def limit(self) -> Any:
        """How many the law allows or asks for."""
        return self.document["limit"]
