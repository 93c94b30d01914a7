"""Random worlds for the properties: structures, packages upon them, and JSON gone wrong."""

from tinhgon.domain.structure.tests.strategies.documents import mutilated, random_json
from tinhgon.domain.structure.tests.strategies.nonsense import nonsense, plans_of_anything
from tinhgon.domain.structure.tests.strategies.packages import (
    compositions,
    histories,
    orderly_compositions,
)
from tinhgon.domain.structure.tests.strategies.structures import structures, unsound_structures

__all__ = [
    "compositions",
    "histories",
    "mutilated",
    "nonsense",
    "orderly_compositions",
    "plans_of_anything",
    "random_json",
    "structures",
    "unsound_structures",
]
