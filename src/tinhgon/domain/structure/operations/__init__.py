"""What a plan may say (thao tác): one kind of operation a file, found by itself.

`form` is the general one; the law's own verbs are special cases that check their own shape and
come down to the same few effects. Operations of a package happen at once, never one after another.
To add a verb, add a file with one `Operation` class and a test of the same name.
"""

import importlib
import pkgutil
from functools import cache

from tinhgon.domain.structure.operations.base import Operation

__all__ = ["Operation", "verbs"]


@cache
def verbs() -> dict[str, type[Operation]]:
    """Every operation class by its verb."""
    for module in pkgutil.iter_modules(__path__):
        importlib.import_module(f"{__name__}.{module.name}")
    return {kind.verb: kind for kind in _subclasses(Operation)}


def _subclasses(kind: type[Operation]) -> list[type[Operation]]:
    return sorted(kind.__subclasses__(), key=lambda found: found.verb)
