"""How well conclusions are read: precision and recall of drafts against those that were expected.

A draft counts as found where its task has the expected words and its leads are the expected ones;
as whole where all that is expected of it is right: who takes part, the deadline, the product too.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import yaml

from tinhgon.domain.documents.directions import Draft, Due, read_directions
from tinhgon.domain.documents.directions.drafts import DueKind

HERE = Path(__file__).resolve().parent
Expected = Mapping[str, Any]


def conclusions(file: str) -> list[Expected]:
    """The conclusions of a file beside this one."""
    found: list[Expected] = yaml.safe_load((HERE / file).read_text(encoding="utf-8"))
    return found


@dataclass(frozen=True)
class Measured:
    """How many drafts were expected, read, found, and whole."""

    expected: int = 0
    read: int = 0
    found: int = 0
    whole: int = 0

    def __add__(self, other: "Measured") -> "Measured":
        mine, theirs = (
            [getattr(one, field.name) for field in fields(Measured)] for one in (self, other)
        )
        return Measured(*(a + b for a, b in zip(mine, theirs, strict=True)))

    @property
    def figures(self) -> dict[str, float]:
        """Precision and recall of drafts found, and of those that are whole."""
        return {
            "precision": self.found / self.read,
            "recall": self.found / self.expected,
            "whole precision": self.whole / self.read,
            "whole recall": self.whole / self.expected,
        }


def measured(texts: Iterable[Expected]) -> Measured:
    """What was found in all of some conclusions."""
    return sum((_one(text) for text in texts), Measured())


def _one(text: Expected) -> Measured:
    read = list(read_directions(text["text"], on=text["day"]))
    pairs = list(paired(text["drafts"], read))
    whole = sum(is_whole(expected, draft) for expected, draft in pairs)
    return Measured(len(text["drafts"]), len(read), len(pairs), whole)


def paired(expected: Iterable[Expected], read: list[Draft]) -> Iterable[tuple[Expected, Draft]]:
    """Each expected draft with the one that was found for it; none twice."""
    left = list(read)
    for one in expected:
        fit = next((draft for draft in left if is_found(one, draft)), None)
        if fit:
            left.remove(fit)
            yield one, fit


def is_found(expected: Expected, draft: Draft) -> bool:
    return expected["what"] in draft.what and names(draft.leads) == expected["lead"]


def is_whole(expected: Expected, draft: Draft) -> bool:
    return (
        names(draft.contributors) == expected.get("with", [])
        and due_words(draft.due) == expected_due(expected)
        and (draft.product or "").startswith(expected.get("product") or "")
        and bool(draft.product) == bool(expected.get("product"))
    )


def expected_due(expected: Expected) -> str:
    return str(expected.get("due") or "")


def names(agencies: Iterable[Any]) -> list[str]:
    return [agency.name for agency in agencies]


def due_words(due: Due | None) -> str:
    """A deadline as the files of expected drafts write it."""
    if due is None:
        return ""
    match due.kind:
        case DueKind.DAY:
            return str(due.last)
        case DueKind.AFTER:
            return f"{due.count} {due.unit}"
        case DueKind.EVERY:
            return f"every {due.unit}"
    return "unclear"
