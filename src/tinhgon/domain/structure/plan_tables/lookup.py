"""Who is meant by the cells of a plan's table: asked of whoever knows the apparatus of the day."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Protocol


@dataclass(frozen=True)
class New:
    """A unit that a table forms, as far as it is told from others: its key may be missing."""

    key: str
    kind: str
    name: str
    code: str


class NotFound(Exception):
    """No unit is meant, or several may be.

    `candidates` are what could have been meant; they are looked for only where they are told.
    """

    def __init__(self, find: Callable[[], Sequence[str]] = tuple, *, several: bool = False) -> None:
        super().__init__()
        self._find, self.several = find, several

    @property
    def candidates(self) -> Sequence[str]:
        """What could have been meant, in words."""
        return self._find()


class Lookup(Protocol):
    """Finds units by what people write."""

    def unit(self, said: str, *, standing: bool = False) -> str:
        """The key of the unit that is meant; `standing` ones first. Raises `NotFound`."""

    def level(self, kind: str) -> str | None:
        """The level of a kind that occurs at one alone."""

    def key(self, new: New) -> str:
        """The key of a unit that begins, one made for it if it has none. Raises `BadCell`."""


LookUp = Callable[[Sequence[New]], Lookup]
"""Makes the look-up of a table from the units that it forms."""


class AsWritten:
    """Takes every cell for a key: for tables that no person wrote."""

    def __init__(self, forms: Sequence[New] = ()) -> None:
        taken = {new.key for new in forms}
        self._keys: Iterator[str] = (key for n in count(1) if (key := f"N-{n}") not in taken)

    def unit(self, said: str, *, standing: bool = False) -> str:
        return said

    def level(self, kind: str) -> str | None:
        return None

    def key(self, new: New) -> str:
        return new.key or next(self._keys)
