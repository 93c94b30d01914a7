"""Units as a sentence about norms calls them."""

from datetime import date

from tinhgon.registry.directory import directory


def unit_name(key: str, on: date | None = None) -> str:
    """What a unit is called on a day, or was called last; its key where it is not known."""
    register = directory()
    if key not in register.entries:
        return key
    entry = register.on(key, on) if on else None
    return register.full_name(entry or register.latest(key))
