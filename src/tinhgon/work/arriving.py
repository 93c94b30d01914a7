"""Where somebody who signed in begins: with the works they may see, if there can be any."""

from datetime import date
from typing import Any

from tinhgon.work.listing.desks import Reader


def first_view(user: Any, on: date) -> str | None:
    """The page of works for whoever has a desk there, by a role or as an officer; else None."""
    reader = Reader(user, on)
    return "work:desk" if reader.officers or reader.units else None
