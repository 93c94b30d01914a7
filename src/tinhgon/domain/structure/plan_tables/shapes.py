"""Which columns each verb fills: where in a row a member of its operation stands."""

from collections.abc import Mapping
from enum import StrEnum

from tinhgon.domain.structure.plan_tables.columns import FACTS


class Put(StrEnum):
    """Where a member stands: as a key, as new units, or as a fact under a column of its own."""

    UNIT = "unit"
    UNITS = "units"
    SOURCES = "sources"
    TAKER = "taker"
    NEW = "new"
    NEW_OR_STANDING = "new-or-standing"
    SEVERAL_NEW = "several-new"
    MAIN = "main"
    FACT = "fact"
    CARRIES = "carries"
    PARENT = "parent"


A_ROW_EACH = frozenset({Put.UNITS, Put.SOURCES, Put.SEVERAL_NEW})
"""What several rows of an operation say, one each."""

SHAPES: Mapping[str, Mapping[str, Put]] = {
    "form": {"successor": Put.NEW_OR_STANDING, "sources": Put.SOURCES},
    "establish": {"unit": Put.NEW},
    "consolidate": {"sources": Put.UNITS, "successor": Put.NEW},
    "absorb": {"into": Put.TAKER, "absorbed": Put.UNITS},
    "divide": {"unit": Put.UNIT, "into": Put.SEVERAL_NEW, "main": Put.MAIN},
    "split-off": {"unit": Put.UNIT, "new": Put.NEW, "carries": Put.CARRIES},
    "transfer-part": {"source": Put.UNIT, "to": Put.TAKER, "carries": Put.CARRIES},
    "rename": {"unit": Put.UNIT, "name": Put.FACT},
    "reclassify": {"unit": Put.UNIT, "kind": Put.FACT},
    "convert": {"unit": Put.UNIT, "kind": Put.FACT},
    "recode": {"unit": Put.UNIT, "code": Put.FACT},
    "change-level": {"unit": Put.UNIT, "successor": Put.NEW},
    "move": {"unit": Put.UNIT, "parent": Put.PARENT, "hierarchy": Put.FACT},
    "dissolve": {"unit": Put.UNIT},
    "conclude": {"unit": Put.UNIT},
    "abolish-level": {"level": Put.FACT},
}
"""By verb, then by member of its operation; a fact stands in the column of its own name."""

OF_UNIT = ("unit", "unit_name")
OF_NEW = ("successor", "successor_name", *FACTS, "parent_name")
FILLED: Mapping[Put, tuple[str, ...]] = {
    Put.UNIT: OF_UNIT,
    Put.UNITS: OF_UNIT,
    Put.SOURCES: (*OF_UNIT, "extent", "carries", "main"),
    Put.TAKER: ("successor", "successor_name"),
    Put.NEW: OF_NEW,
    Put.NEW_OR_STANDING: OF_NEW,
    Put.SEVERAL_NEW: OF_NEW,
    Put.MAIN: ("main",),
    Put.CARRIES: ("carries",),
    Put.PARENT: ("parent", "parent_name"),
}
"""The columns that a member fills; a fact fills the one of its name."""


def columns_for(verb: str) -> frozenset[str]:
    """The columns that an operation of a verb may fill."""
    filled = {"operation", "verb", "clause"}
    for member, put in SHAPES[verb].items():
        filled.update(FILLED.get(put, (member,)))
    return frozenset(filled)
