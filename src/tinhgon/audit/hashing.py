"""Hashes: of one entry, and of many rows at once (Merkle)."""

import hashlib
import json
import unicodedata
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

FIRST = "0" * 64
"""What the first entry of a chain has before it."""


def canonical(value: Any) -> bytes:
    """A value as the one JSON text that stands for it: sorted members, NFC, no spare space."""
    text = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=str)
    return unicodedata.normalize("NFC", text).encode()


def as_stored(value: Any) -> Any:
    """A value as a database gives it back, so that it hashes the same before and after."""
    return json.loads(canonical(value))


def instant(at: datetime) -> str:
    """An instant as it is hashed: UTC to the microsecond."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def digest(facts: dict[str, Any]) -> str:
    """The SHA-256 of an entry's facts."""
    return hashlib.sha256(canonical(facts)).hexdigest()


def merkle_root(leaves: Iterable[str]) -> tuple[int, str]:
    """How many leaves there are and the root of the tree over them, in the order given.

    A leaf is hashed behind a 0 byte and a pair behind a 1 byte, so that neither passes for the
    other; an odd last node moves up as it is.
    """
    sha256 = hashlib.sha256
    row = [sha256(b"\0" + leaf.encode()).digest() for leaf in leaves]
    count = len(row)
    while len(row) > 1:
        pairs = [
            sha256(b"\1" + one + other).digest()
            for one, other in zip(row[::2], row[1::2], strict=False)
        ]
        row = pairs + row[len(row) - len(row) % 2 :]
    return count, row[0].hex() if row else FIRST
